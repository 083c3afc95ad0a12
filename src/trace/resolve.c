#include "resolve.h"

#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "chuanda/slice.h"
#include "parse/event.h"
#include "parse/organ.h"

#include <stdlib.h>
#include <string.h>

/*
 * How many days before the one that refers something may lie that is named
 * without a date.  Named conferences come every year; a body that is only
 * named is the one that met last, which is known only where it is near.
 */
enum { EVENT_DAYS = 330, INSPECTION_DAYS = 120, INSTRUCTION_DAYS = 60, BODY_DAYS = 31 };

/* What a body came together for, where it was no ordinary meeting. */
static const char *const forms[] = {"集体学习", "民主生活会"};
enum { FORMS = sizeof forms / sizeof *forms };

struct candidate {
    const struct document *document;
    char *organ;     /* canonical; NULL: none */
    char *organ_key; /* as the name of an occasion; NULL: none */
    char *event_key; /* NULL: none */
    char *title_key; /* NULL: none */
    unsigned form;   /* bits: forms */
};

/* A meeting that some text dates: a body, where, when. */
struct session {
    char *organ; /* canonical, owned */
    char *place; /* owned; NULL: national */
    struct date date;
};

struct resolver {
    struct candidate *candidates; /* by id */
    size_t count;
    struct session *sessions; /* by body, place and date */
    size_t session_count;
};

static unsigned form_of(const char *text)
{
    unsigned form = 0;
    for (unsigned i = 0; i < FORMS && text != NULL; i++)
        form |= slice_has(slice_of(text), forms[i]) ? 1U << i : 0;
    return form;
}

static int by_id(const void *a, const void *b)
{
    int64_t left = ((const struct candidate *)a)->document->id;
    int64_t right = ((const struct candidate *)b)->document->id;
    return left < right ? -1 : left > right;
}

/* The body whose plenum a document is of, where its title says so: 省委 → 省委全会; else its canonical name. */
static char *body_of(const struct document *document)
{
    static const char *const plenums[] = {"全会", "全体会议"};
    struct slice committee = slice_of("委");
    if (document->organ == NULL)
        return NULL;
    char *canonical = organ_canonical(slice_of(document->organ));
    struct slice title = slice_of(document->title), organ = slice_of(canonical);
    struct buffer body = {0};
    for (size_t i = 0; i < sizeof plenums / sizeof *plenums && body.length == 0; i++) {
        struct slice plenum = slice_of(plenums[i]);
        if (slice_ends(organ, committee) && slice_find(title, plenum, 0) != SLICE_NONE)
            buffer_print(&body, "%s全会", canonical);
    }
    if (body.length == 0)
        return canonical;
    free(canonical);
    return buffer_take(&body);
}

static char *key_of(const char *name)
{
    return name == NULL ? NULL : event_key(name);
}

static bool same_text(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool same_date(struct date a, struct date b)
{
    return date_complete(a) && date_complete(b) && date_compare(a, b) == 0;
}

static int compare_texts(const char *a, const char *b)
{
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b);
}

static int compare_sessions(const void *a, const void *b)
{
    const struct session *left = a, *right = b;
    int order = strcmp(left->organ, right->organ);
    if (order == 0)
        order = compare_texts(left->place, right->place);
    return order != 0 ? order : date_compare(left->date, right->date);
}

/* Takes note of the ordinary meetings that the references date. */
static void read_sessions(struct resolver *resolver, const struct reference *references, size_t count)
{
    size_t capacity = 0;
    for (size_t i = 0; i < count; i++) {
        const struct reference *reference = &references[i];
        if (reference->organ == NULL || reference->event != NULL || !date_complete(reference->date) ||
            form_of(reference->text) != 0)
            continue;
        resolver->sessions =
            mem_grow(resolver->sessions, resolver->session_count, &capacity, sizeof *resolver->sessions);
        resolver->sessions[resolver->session_count++] = (struct session){
            .organ = mem_copy(reference->organ), .place = mem_copy(reference->place), .date = reference->date};
    }
    if (resolver->session_count > 1)
        qsort(resolver->sessions, resolver->session_count, sizeof *resolver->sessions, compare_sessions);
}

struct resolver *resolver_new(const struct document *documents, size_t count, const struct reference *references,
                              size_t reference_count)
{
    struct resolver *resolver = mem_new(1, sizeof *resolver);
    resolver->candidates = mem_new(count, sizeof *resolver->candidates);
    resolver->count = count;
    for (size_t i = 0; i < count; i++) {
        const struct document *document = &documents[i];
        struct candidate *candidate = &resolver->candidates[i];
        candidate->document = document;
        candidate->organ = body_of(document);
        candidate->organ_key = key_of(document->organ);
        candidate->event_key = key_of(document->event);
        candidate->title_key = key_of(document->title);
        candidate->form = form_of(document->title) | form_of(document->organ);
    }
    qsort(resolver->candidates, count, sizeof *resolver->candidates, by_id);
    read_sessions(resolver, references, reference_count);
    return resolver;
}

void resolver_free(struct resolver **resolver)
{
    if (*resolver == NULL)
        return;
    for (size_t i = 0; i < (*resolver)->count; i++) {
        struct candidate *candidate = &(*resolver)->candidates[i];
        free(candidate->organ);
        free(candidate->organ_key);
        free(candidate->event_key);
        free(candidate->title_key);
    }
    for (size_t i = 0; i < (*resolver)->session_count; i++) {
        free((*resolver)->sessions[i].organ);
        free((*resolver)->sessions[i].place);
    }
    free((*resolver)->candidates);
    free((*resolver)->sessions);
    free(*resolver);
    *resolver = NULL;
}

static const struct candidate *find_candidate(const struct resolver *resolver, int64_t id)
{
    struct document document = {.id = id};
    struct candidate key = {.document = &document};
    return bsearch(&key, resolver->candidates, resolver->count, sizeof *resolver->candidates, by_id);
}

static bool twins(const struct candidate *a, const struct candidate *b)
{
    const struct document *left = a->document, *right = b->document;
    if (!same_date(left->date, right->date) || left->level != right->level || left->number != right->number ||
        !same_text(left->place, right->place))
        return false;
    return (a->organ != NULL && same_text(a->organ, b->organ) && a->form == b->form) ||
           (a->event_key != NULL && b->event_key != NULL && event_same(a->event_key, b->event_key));
}

bool resolver_twins(const struct resolver *resolver, int64_t document, int64_t other)
{
    const struct candidate *a = find_candidate(resolver, document), *b = find_candidate(resolver, other);
    return a != NULL && b != NULL && twins(a, b);
}

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
    if (question->reference->place != NULL)
        return same_text(question->reference->place, document->place);
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
    for (size_t i = 0; speaker != NULL && i < document->chair_count; i++) {
        if (strstr(document->chairs[i], speaker) != NULL || strstr(speaker, document->chairs[i]) != NULL)
            return true;
    }
    return false;
}

/* Does anything that is known of a document contradict the reference? */
static bool contradicts(const struct question *question, const struct candidate *candidate)
{
    const struct reference *reference = question->reference;
    const struct document *document = candidate->document, *from = question->from->document;
    if (candidate == question->from || twins(candidate, question->from))
        return true;
    if (reference->has_level ? document->level != reference->level : document->level > from->level)
        return true;
    if (date_complete(document->date) && date_complete(from->date) && date_compare(document->date, from->date) > 0)
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

/* Is the document near enough before the one that refers? Of undated ones that cannot be said against. */
static bool within(const struct question *question, const struct document *document, long days)
{
    struct date own = question->from->document->date;
    return !date_complete(own) || !date_complete(document->date) || date_days(document->date, own) <= days;
}

static bool event_fits(const struct question *question, const struct candidate *candidate)
{
    const struct reference *reference = question->reference;
    if (question->event_key == NULL)
        return false;
    bool named = candidate->event_key != NULL && event_same(question->event_key, candidate->event_key);
    bool convened = candidate->organ_key != NULL && event_same(question->event_key, candidate->organ_key);
    if ((!named && !convened) || (reference->number != 0 && candidate->document->number == 0 && !named))
        return false;
    long days = reference->has_kind && reference->kind == KIND_INSTRUCTION   ? INSTRUCTION_DAYS
                : slice_starts(slice_of(reference->event), slice_of("考察")) ? INSPECTION_DAYS
                                                                             : EVENT_DAYS;
    return within(question, candidate->document, days);
}

/* Does somebody tell of a later meeting of that body, not later than the one that refers? */
static bool superseded(const struct question *question, const struct candidate *candidate)
{
    const struct resolver *resolver = question->resolver;
    const struct document *document = candidate->document;
    struct session own = {.organ = candidate->organ, .place = document->place, .date = document->date};
    size_t low = 0, high = resolver->session_count;
    while (low < high) { /* the first session later than the document's */
        size_t middle = (low + high) / 2;
        if (compare_sessions(&resolver->sessions[middle], &own) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    const struct session *next = low < resolver->session_count ? &resolver->sessions[low] : NULL;
    return next != NULL && strcmp(next->organ, own.organ) == 0 && same_text(next->place, own.place) &&
           date_compare(next->date, question->from->document->date) <= 0;
}

/* Does the body agree, and with it a date or a number, or else its being the last to have met? */
static bool body_fits(const struct question *question, const struct candidate *candidate)
{
    const struct reference *reference = question->reference;
    if (reference->organ == NULL || candidate->organ == NULL || question->form != candidate->form ||
        strcmp(reference->organ, candidate->organ) != 0)
        return false;
    if (reference->number != 0)
        return reference->number == candidate->document->number;
    if (reference->date.day != 0)
        return date_complete(candidate->document->date);
    if (reference->event != NULL || !date_complete(question->from->document->date) ||
        !date_complete(candidate->document->date))
        return false;
    bool local = candidate->document->level != LEVEL_NATIONAL;
    if (local && reference->speaker != NULL && candidate->document->chair_count > 0 &&
        !spoke(candidate->document, reference->speaker))
        return false;
    return within(question, candidate->document, BODY_DAYS) && !superseded(question, candidate);
}

/* Is it the title, or a part of the title's lines, or a headline of which those are a part? */
static bool title_fits(const struct question *question, const struct candidate *candidate)
{
    if (question->title_key == NULL || candidate->title_key == NULL)
        return false;
    bool headline = question->reference->organ != NULL && candidate->title_key[0] != '\0';
    return strstr(candidate->title_key, question->title_key) != NULL ||
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
    return order != 0 ? order : by_id(left->candidate, right->candidate);
}

/* Is `other` of the same occasion as `best`: its twin, or its speech or readout of the same day and name? */
static bool same_occasion(const struct candidate *best, const struct candidate *other)
{
    const struct document *a = best->document, *b = other->document;
    if (best == other || twins(best, other))
        return true;
    return a->level == b->level && same_text(a->place, b->place) &&
           (same_date(a->date, b->date) || (!date_complete(a->date) && !date_complete(b->date)));
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
        } else if (same_date(best->date, other->date) || (undated && !(fits[0].basis & BASIS_DATE))) {
            list->count = 0;
            return;
        }
    }
}

void resolve_reference(const struct resolver *resolver, const struct reference *reference, struct reached_list *list)
{
    list->count = 0;
    struct question question = {
        .resolver = resolver, .reference = reference, .from = find_candidate(resolver, reference->document)};
    if (question.from == NULL)
        return;
    question.event_key = key_of(reference->event);
    question.title_key = key_of(reference->title);
    question.form = form_of(reference->text);
    struct fit *fits = NULL;
    size_t count = 0, capacity = 0;
    for (size_t i = 0; i < resolver->count; i++) {
        unsigned basis = basis_of(&question, &resolver->candidates[i]);
        if (basis == 0)
            continue;
        fits = mem_grow(fits, count, &capacity, sizeof *fits);
        const struct candidate *candidate = &resolver->candidates[i];
        fits[count++] = (struct fit){.candidate = candidate,
                                     .basis = basis,
                                     .near = candidate->document->source == question.from->document->source};
    }
    if (count > 0)
        choose(&question, fits, count, list);
    free(fits);
    free(question.event_key);
    free(question.title_key);
}
