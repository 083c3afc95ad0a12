#include "candidates.h"

#include "chuanda/memory.h"
#include "chuanda/simplified.h"
#include "chuanda/slice.h"
#include "parse/event.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/*
 * How many days before the one that refers something may lie that is named
 * without a date.  Named conferences come every year; a body that is only
 * named is the one that met last, which is known only where it is near.
 */
enum { EVENT_DAYS = 330, INSPECTION_DAYS = 120, INSTRUCTION_DAYS = 60 };

/*
 * How near: a body of the centre meets every month or so, others by the week,
 * and so does what is only mentioned; what is relayed may be the meeting but one.
 */
enum { BODY_DAYS = 31, LOCAL_BODY_DAYS = 21, BUSY_BODY_DAYS = 17 };

/* A number names a meeting for longer: bodies of the centre count through their term, others by the year. */
enum { NUMBER_DAYS = 730, LOCAL_NUMBER_DAYS = 100 };

/* A title's subject (关于…的意见) alone names it where it is so long. */
enum { SUBJECT_BYTES = 10 * 3 };

/* Bodies of the centre that meet by the week. */
static const char *const busy_bodies[] = {"国务院常务会议", "领导小组", "指挥部", "机制", "指导组"};

/* A question: a reference with its names made comparable, and who asks. */
struct question {
    const struct resolver *resolver;
    const struct reference *reference;
    const struct candidate *from;
    char *event_key;
    char *title_key;
    unsigned form;
};

/* Is every part of a date that the text writes also the document's? */
static bool agrees(struct date written, struct date date)
{
    return (written.year == 0 || written.year == date.year) && (written.month == 0 || written.month == date.month) &&
           (written.day == 0 || written.day == date.day);
}

/* Is the place of a document that of the reader, or one above it: 某某省 for 某某省某某市? */
static bool encloses(const char *place, const char *own)
{
    return place != NULL && own != NULL && strncmp(place, own, strlen(place)) == 0;
}

static bool place_fits(const struct question *question, const struct document *document)
{
    const struct document *from = question->from->document;
    if (document->level == LEVEL_NATIONAL)
        return true;
    if (document->level == LEVEL_UNIT)
        return document->source == from->source &&
               (document->place == NULL || from->place == NULL || candidate_same_text(document->place, from->place));
    if (question->reference->place != NULL)
        return candidate_same_text(question->reference->place, document->place);
    if (from->place != NULL)
        return encloses(document->place, from->place);
    return document->source == from->source;
}

static bool kind_fits(const struct reference *reference, enum kind kind)
{
    if (!reference->has_kind)
        return kind != KIND_NOTICE && kind != KIND_AGENDA;
    switch (reference->kind) {
    case KIND_INSTRUCTION:
        return kind == KIND_INSTRUCTION;
    case KIND_MEETING:
    case KIND_SPEECH:
        return kind == KIND_MEETING || kind == KIND_SPEECH;
    default:
        return kind != KIND_MEETING && kind != KIND_AGENDA;
    }
}

/* Is it one of the document's names? A part of one counts: a text may lack a character. */
static bool spoke(const struct document *document, const char *speaker)
{
    bool found = false;
    for (size_t i = 0; speaker != NULL && i < document->chair_count && !found; i++) {
        char *chair = simplified_copy(slice_of(document->chairs[i]));
        found = strstr(chair, speaker) != NULL || strstr(speaker, chair) != NULL;
        free(chair);
    }
    return found;
}

/* Does anything that is known of a document contradict the reference? */
static bool contradicts(const struct question *question, const struct candidate *candidate)
{
    const struct reference *reference = question->reference;
    const struct document *document = candidate->document, *from = question->from->document;
    if (reference->has_level ? document->level != reference->level : document->level > from->level)
        return true;
    if (candidate == question->from || candidate_twins(candidate, question->from))
        return true;
    if (question->from->day != LONG_MIN && candidate->day > question->from->day)
        return true;
    if (reference->date.day != 0 && date_complete(document->date) && !agrees(reference->date, document->date))
        return true;
    if (reference->number != 0 && document->number != 0 && reference->number != document->number)
        return true;
    bool someones = document->kind == KIND_SPEECH || document->kind == KIND_INSTRUCTION;
    if (someones && reference->speaker != NULL && document->chair_count > 0 && !spoke(document, reference->speaker))
        return true;
    return !kind_fits(reference, document->kind) || !place_fits(question, document);
}

/* 省防指调度会, where 省防指 held a 调度会: the occasion's name with its body's before it. */
static bool named_by_body(const struct question *question, const struct candidate *candidate)
{
    enum { SHORTEST = 3 * 3 }; /* bytes: 调度会 */
    const struct document *document = candidate->document;
    struct slice event = slice_of(question->reference->event);
    return question->reference->organ != NULL && candidate->organ != NULL && document->event != NULL &&
           strlen(document->event) >= SHORTEST && strcmp(question->reference->organ, candidate->organ) == 0 &&
           slice_ends(event, slice_of(document->event));
}

/* Is the document near enough before the one that refers? Of undated ones that cannot be said against. */
static bool within(const struct question *question, const struct candidate *candidate, long days)
{
    long own = question->from->day;
    return own == LONG_MIN || candidate->day == LONG_MIN || own - candidate->day <= days;
}

static bool event_fits(const struct question *question, const struct candidate *candidate)
{
    const struct reference *reference = question->reference;
    if (question->event_key == NULL)
        return false;
    bool named = candidate->event_key != NULL && event_same(question->event_key, candidate->event_key);
    bool convened = candidate->organ_key != NULL && event_same(question->event_key, candidate->organ_key);
    if ((!named && !convened && !named_by_body(question, candidate)) ||
        (reference->number != 0 && candidate->document->number == 0 && !named))
        return false;
    long days = reference->has_kind && reference->kind == KIND_INSTRUCTION   ? INSTRUCTION_DAYS
                : slice_starts(slice_of(reference->event), slice_of("考察")) ? INSPECTION_DAYS
                                                                             : EVENT_DAYS;
    return within(question, candidate, days);
}

/* Within how many days the last meeting of a body is the one that is meant. */
static long body_days(const struct question *question, const struct candidate *candidate)
{
    if (question->reference->manner == MANNER_MENTION)
        return BUSY_BODY_DAYS;
    if (candidate->document->level != LEVEL_NATIONAL)
        return LOCAL_BODY_DAYS;
    for (size_t i = 0; i < sizeof busy_bodies / sizeof *busy_bodies; i++) {
        if (slice_has(slice_of(candidate->organ), busy_bodies[i]))
            return BUSY_BODY_DAYS;
    }
    return BODY_DAYS;
}

/* Is it the canonical name of a body, or of one of two that met together (县委专题会议暨县防汛指挥部会议)? */
static bool names_body(const char *name, const char *organ)
{
    struct slice whole = slice_of(organ), part = slice_of(name), joint = slice_of("暨");
    size_t at = slice_find(whole, joint, 0);
    if (at == SLICE_NONE)
        return slice_equal(whole, part);
    struct slice second = slice_part(whole, at + joint.length, whole.length);
    return slice_equal(whole, part) || slice_equal(slice_part(whole, 0, at), part) ||
           (slice_starts(second, part) && part.length > 0);
}

/*
 * Is it the body that is named?  Units are named in many ways by their own
 * (校党委, 学校党委, 党委): there the date or the number must tell which, or
 * its meeting be passed on under the unit's own name (传达校党委会会议精神).
 */
static bool body_named(const struct question *question, const struct candidate *candidate)
{
    const struct reference *reference = question->reference;
    if (reference->organ == NULL || candidate->organ == NULL || question->form != candidate->form)
        return false;
    if (names_body(reference->organ, candidate->organ))
        return true;
    const char *body = candidate_unit_body(reference->organ);
    bool told = reference->number != 0 || reference->date.day != 0 ||
                (reference->manner == MANNER_RELAY && body != reference->organ);
    return candidate->document->level == LEVEL_UNIT && reference->event == NULL && told &&
           strcmp(body, candidate_unit_body(candidate->organ)) == 0;
}

/* Does the body agree, and with it a date or a number, or else its being the last to have met? */
static bool body_fits(const struct question *question, const struct candidate *candidate)
{
    const struct reference *reference = question->reference;
    if (!body_named(question, candidate))
        return false;
    bool local = candidate->document->level != LEVEL_NATIONAL;
    if (reference->number != 0)
        return reference->number == candidate->document->number &&
               (reference->date.day != 0 || within(question, candidate, local ? LOCAL_NUMBER_DAYS : NUMBER_DAYS));
    if (reference->date.day != 0)
        return date_complete(candidate->document->date);
    if (reference->event != NULL || !date_complete(question->from->document->date) ||
        !date_complete(candidate->document->date))
        return false;
    if (local && reference->speaker != NULL && candidate->document->chair_count > 0 &&
        !spoke(candidate->document, reference->speaker))
        return false;
    return within(question, candidate, body_days(question, candidate)) &&
           !candidate_superseded(question->resolver, candidate, question->from->document->date);
}

/* Is it the title, or a part of the title's lines, or a headline of which those are a part? */
static bool title_fits(const struct question *question, const struct candidate *candidate)
{
    if (question->title_key == NULL || candidate->title_key == NULL)
        return false;
    bool headline = question->reference->organ != NULL && candidate->title_key[0] != '\0';
    const char *subject = strstr(question->title_key, "关于"); /* who issued it may stand outside of 《》 */
    return strstr(candidate->title_key, question->title_key) != NULL ||
           (subject != NULL && strlen(subject) >= SUBJECT_BYTES && strstr(candidate->title_key, subject) != NULL) ||
           (headline && strstr(question->title_key, candidate->title_key) != NULL);
}

static unsigned basis_of(const struct question *question, const struct candidate *candidate)
{
    const struct reference *reference = question->reference;
    const struct document *document = candidate->document;
    unsigned basis = 0;
    if (contradicts(question, candidate))
        return 0;
    if (title_fits(question, candidate))
        basis = BASIS_TITLE;
    else if (event_fits(question, candidate))
        basis = BASIS_EVENT;
    else if (body_fits(question, candidate))
        basis = reference->number != 0 || reference->date.day != 0 ? 0 : BASIS_EVENT;
    else
        return 0;
    if (reference->date.day != 0 && date_complete(document->date))
        basis |= BASIS_DATE;
    if (reference->number != 0 && reference->number == document->number)
        basis |= BASIS_NUMBER;
    if (spoke(document, reference->speaker))
        basis |= BASIS_SPEAKER;
    if (reference->manner == MANNER_LISTED && document->source == question->from->document->source)
        basis |= BASIS_LISTED;
    return basis;
}

/* One that fits. */
struct fit {
    const struct candidate *candidate;
    unsigned basis;
    bool near; /* in the source of the one that refers */
};

/* <0 where a is the better: dated, later; of one date the one of the same source. */
static int compare_fits(const void *a, const void *b)
{
    const struct fit *left = a, *right = b;
    struct date left_date = left->candidate->document->date, right_date = right->candidate->document->date;
    bool left_dated = date_complete(left_date), right_dated = date_complete(right_date);
    if (left_dated != right_dated)
        return left_dated ? -1 : 1;
    int order = left_dated ? date_compare(right_date, left_date) : 0;
    if (order == 0 && left->near != right->near)
        return left->near ? -1 : 1;
    return order != 0 ? order : candidate_order(left->candidate, right->candidate);
}

/* Is `other` of the same occasion as `best`: its twin, or its speech or readout of the same day and name? */
static bool same_occasion(const struct candidate *best, const struct candidate *other)
{
    const struct document *a = best->document, *b = other->document;
    if (best == other || candidate_twins(best, other))
        return true;
    bool one_undated = date_complete(a->date) != date_complete(b->date);
    bool one_name =
        best->event_key != NULL && other->event_key != NULL && event_same(best->event_key, other->event_key);
    if (one_undated && one_name && a->source == b->source && a->kind != b->kind)
        return a->level == b->level && candidate_same_text(a->place, b->place);
    return a->level == b->level && candidate_same_text(a->place, b->place) &&
           (candidate_same_date(a->date, b->date) || (!date_complete(a->date) && !date_complete(b->date)));
}

/*
 * Without a date the latest counts; two occasions of the same day in different
 * places, or several where nothing tells which came last, are a guess.
 */
static void choose(const struct question *question, struct fit *fits, size_t count, struct reached_list *list)
{
    qsort(fits, count, sizeof *fits, compare_fits);
    bool undated = !date_complete(question->from->document->date);
    for (size_t i = 0; i < count; i++) {
        const struct document *best = fits[0].candidate->document, *other = fits[i].candidate->document;
        if (same_occasion(fits[0].candidate, fits[i].candidate)) {
            list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
            list->items[list->count++] = (struct reached){.document = other->id, .basis = fits[i].basis};
        } else if (candidate_same_date(best->date, other->date) || (undated && !(fits[0].basis & BASIS_DATE))) {
            list->count = 0;
            return;
        }
    }
}

struct fit_list {
    struct fit *items;
    size_t count, capacity;
};

static void consider(const struct question *question, const struct candidate *candidate, struct fit_list *fits)
{
    unsigned basis = basis_of(question, candidate);
    if (basis == 0)
        return;
    fits->items = mem_grow(fits->items, fits->count, &fits->capacity, sizeof *fits->items);
    fits->items[fits->count++] = (struct fit){.candidate = candidate,
                                              .basis = basis,
                                              .near = candidate->document->source == question->from->document->source};
}

/* The first and the last day on which what is named can have been. */
static void date_range(const struct question *question, long *first, long *last)
{
    const struct reference *reference = question->reference;
    long own = question->from->day;
    *first = LONG_MIN;
    *last = own == LONG_MIN ? LONG_MAX : own;
    if (date_complete(reference->date))
        *first = *last = candidate_day(reference->date);
    else if (own != LONG_MIN && reference->title == NULL && reference->date.day == 0)
        *first = own - (reference->number != 0 ? NUMBER_DAYS : question->event_key != NULL ? EVENT_DAYS : BODY_DAYS);
}

/* Looks at the undated, and at those of the range. */
static void find_fits(const struct question *question, struct fit_list *fits)
{
    const struct resolver *resolver = question->resolver;
    long first, last;
    date_range(question, &first, &last);
    for (size_t i = 0; i < resolver->count && resolver->by_date[i]->day == LONG_MIN; i++)
        consider(question, resolver->by_date[i], fits);
    for (size_t i = candidates_from(resolver, first == LONG_MIN ? first + 1 : first); i < resolver->count; i++) {
        if (resolver->by_date[i]->day > last)
            break;
        consider(question, resolver->by_date[i], fits);
    }
}

void resolve_reference(const struct resolver *resolver, const struct reference *reference, struct reached_list *list)
{
    list->count = 0;
    struct question question = {
        .resolver = resolver, .reference = reference, .from = candidate_find(resolver, reference->document)};
    if (question.from == NULL)
        return;
    question.event_key = candidate_key(reference->event);
    question.title_key = candidate_key(reference->title);
    question.form = candidate_form(reference->text);
    struct fit_list fits = {0};
    find_fits(&question, &fits);
    if (fits.count > 0)
        choose(&question, fits.items, fits.count, list);
    free(fits.items);
    free(question.event_key);
    free(question.title_key);
}
