#include "candidates.h"

#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "chuanda/simplified.h"
#include "chuanda/slice.h"
#include "chuanda/utf8.h"
#include "parse/event.h"
#include "parse/organ.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* What a body came together for, where it was no ordinary meeting. */
static const char *const forms[] = {"集体学习", "民主生活会"};
enum { FORMS = sizeof forms / sizeof *forms };

unsigned candidate_form(const char *text)
{
    char *plain = simplified_copy(slice_of(text));
    unsigned form = 0;
    for (unsigned i = 0; i < FORMS; i++)
        form |= slice_has(slice_of(plain), forms[i]) ? 1U << i : 0;
    free(plain);
    return form;
}

int candidate_order(const void *a, const void *b)
{
    int64_t left = ((const struct candidate *)a)->document->id;
    int64_t right = ((const struct candidate *)b)->document->id;
    return left < right ? -1 : left > right;
}

/* Ends of the names of party committees, and what their plenums go by. */
static const char *const committees[][2] = {
    {"自治区委员会", "自治区党委"},
    {"省委员会", "省委"},
    {"市委员会", "市委"},
    {"县委员会", "县委"},
    {"区委员会", "区委"},
    {"州委员会", "州委"},
    {"盟委员会", "盟委"},
    {"旗委员会", "旗委"},
    {"省委", "省委"},
    {"市委", "市委"},
    {"县委", "县委"},
    {"区委", "区委"},
    {"州委", "州委"},
    {"盟委", "盟委"},
    {"旗委", "旗委"},
    {"自治区党委", "自治区党委"},
};

/* The plenum of the committee that a name ends with: 某某省委员会 → 某某省委全会, 中国共产党某某省委员会 → 省委全会; NULL: it is no party committee. */
static char *plenum_of(struct slice organ)
{
    struct buffer plenum = {0};
    for (size_t i = 0; i < sizeof committees / sizeof *committees; i++) {
        struct slice ending = slice_of(committees[i][0]);
        if (!slice_ends(organ, ending))
            continue;
        if (!slice_starts(organ, slice_of("中国共产党")) && !slice_starts(organ, slice_of("中共")))
            buffer_add(&plenum, slice_part(organ, 0, organ.length - ending.length));
        buffer_print(&plenum, "%s全会", committees[i][1]);
        return buffer_take(&plenum);
    }
    return NULL;
}

/* The bytes of the sign at a division's end: 自治区 of 某某自治区, 市 of 某某市. */
static size_t sign_length(struct slice division)
{
    static const char *const long_signs[] = {"自治区", "自治州", "自治县", "自治旗"};
    for (size_t i = 0; i < sizeof long_signs / sizeof *long_signs; i++) {
        if (slice_ends(division, slice_of(long_signs[i])))
            return strlen(long_signs[i]);
    }
    size_t start = division.length;
    (void)utf8_previous(division, &start);
    return division.length - start;
}

/* A name without the document's own place before its sign: 某某市政府 → 市政府 in a document of 某某省某某市. */
static struct slice without_place(struct slice organ, const char *place)
{
    struct slice rest = slice_of(place);
    for (size_t at = 0; at < rest.length; (void)utf8_next(rest, &at)) {
        struct slice division = slice_part(rest, at, rest.length);
        size_t sign = division.length - sign_length(division);
        if (sign > 0 && slice_starts(organ, division) && organ.length > division.length)
            return slice_part(organ, sign, organ.length);
    }
    return organ;
}

/* The canonical name of a document's body; where its title says that it is a plenum, of that. */
static char *body_of(const struct document *document)
{
    if (document->organ == NULL)
        return NULL;
    char *organ = simplified_copy(slice_of(document->organ)), *heading = simplified_copy(slice_of(document->title));
    char *canonical = organ_canonical(slice_of(organ));
    struct slice title = slice_of(heading);
    bool plenum = (slice_has(title, "全会") || slice_has(title, "全体会议")) && !slice_has(title, "学习") &&
                  !slice_has(title, "贯彻");
    char *body = plenum ? plenum_of(slice_of(canonical)) : NULL;
    if (body == NULL)
        body = slice_copy(without_place(slice_of(canonical), document->place));
    free(organ);
    free(heading);
    free(canonical);
    return body;
}

const char *candidate_unit_body(const char *organ)
{
    static const char *const bodies[] = {"党委", "党组", "党总支"};
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        const char *found = strstr(organ, bodies[i]);
        if (found != NULL)
            return found;
    }
    return organ;
}

long candidate_day(struct date date)
{
    static const struct date first = {1, 1, 1};
    return date_complete(date) ? date_days(first, date) : LONG_MIN;
}

static int by_date(const void *a, const void *b)
{
    const struct candidate *const *left = a, *const *right = b;
    return (*left)->day < (*right)->day ? -1 : (*left)->day > (*right)->day;
}

char *candidate_key(const char *name)
{
    return name == NULL ? NULL : event_key(name);
}

bool candidate_same_text(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

bool candidate_same_date(struct date a, struct date b)
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
            candidate_form(reference->text) != 0)
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
        candidate->day = candidate_day(document->date);
        candidate->organ = body_of(document);
        candidate->organ_key = candidate_key(document->organ);
        candidate->event_key = candidate_key(document->event);
        candidate->title_key = candidate_key(document->title);
        candidate->form = candidate_form(document->title) | candidate_form(document->organ);
    }
    qsort(resolver->candidates, count, sizeof *resolver->candidates, candidate_order);
    resolver->by_date = mem_new(count, sizeof *resolver->by_date);
    for (size_t i = 0; i < count; i++)
        resolver->by_date[i] = &resolver->candidates[i];
    qsort(resolver->by_date, count, sizeof *resolver->by_date, by_date);
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
    free((*resolver)->by_date);
    free((*resolver)->sessions);
    free(*resolver);
    *resolver = NULL;
}

const struct candidate *candidate_find(const struct resolver *resolver, int64_t id)
{
    struct document document = {.id = id};
    struct candidate key = {.document = &document};
    return bsearch(&key, resolver->candidates, resolver->count, sizeof *resolver->candidates, candidate_order);
}

bool candidate_twins(const struct candidate *a, const struct candidate *b)
{
    const struct document *left = a->document, *right = b->document;
    if (a->day == LONG_MIN || a->day != b->day || left->level != right->level ||
        (left->number != right->number && left->number != 0 && right->number != 0) ||
        !candidate_same_text(left->place, right->place))
        return false;
    return (a->organ != NULL && candidate_same_text(a->organ, b->organ) && a->form == b->form) ||
           (a->event_key != NULL && b->event_key != NULL && event_same(a->event_key, b->event_key));
}

bool resolver_twins(const struct resolver *resolver, int64_t document, int64_t other)
{
    const struct candidate *a = candidate_find(resolver, document), *b = candidate_find(resolver, other);
    return a != NULL && b != NULL && candidate_twins(a, b);
}

size_t candidates_from(const struct resolver *resolver, long day)
{
    size_t low = 0, high = resolver->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (resolver->by_date[middle]->day < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool candidate_superseded(const struct resolver *resolver, const struct candidate *candidate, struct date date)
{
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
    return next != NULL && strcmp(next->organ, own.organ) == 0 && candidate_same_text(next->place, own.place) &&
           date_compare(next->date, date) <= 0;
}
