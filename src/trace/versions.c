/*
 * Which documents are the same event in several sources.  What is known of two
 * documents makes them worth comparing, and their wording decides: compilations
 * cut and edit what they copy, and one body may meet twice in a day.
 */
#include "candidates.h"
#include "chuanda/fold.h"
#include "chuanda/memory.h"
#include "tracer.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/*
 * The share of the shorter text's sequences of four characters that stand in the longer one too, at which two documents
 * are one event: where date, level, place and body agree, and where only their titles do.
 */
static const double least_shared = 0.3;
static const double least_shared_by_title = 0.6;

/* A version is fuller where the other one has less than this share of its text. */
static const double about_as_full = 0.9;

/* A document's text as a set of sequences of four characters. */
struct wording {
    bool read;
    uint64_t *grams; /* owned; hashes, each once, in order */
    size_t count;
};

/* Two documents that may be one event, and how much wording they share. */
struct pair {
    size_t a, b; /* indexes into the list of documents, a < b */
    double shared;
};

struct versions_maker {
    struct library *library;
    const struct document_list *documents;
    const struct resolver *resolver; /* its candidates are in the order of the documents */
    struct wording *wordings;        /* owned; one for each document */
    struct pair *pairs;              /* owned */
    size_t pair_count, pair_capacity;
    size_t *event; /* owned; for each document the first one of its event */
    size_t *next;  /* owned; for each document another one of its event, in a ring */
    struct problem *problem;
};

static int compare_grams(const void *a, const void *b)
{
    const uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
    return left < right ? -1 : left > right;
}

/* A hash of four characters (FNV-1a, by character). */
static uint64_t gram_of(const uint32_t *characters)
{
    uint64_t hash = 0xcbf29ce484222325U;
    for (size_t i = 0; i < 4; i++)
        hash = (hash ^ characters[i]) * 0x100000001b3U;
    return hash;
}

static void add_passage(struct wording *wording, const char *text, size_t *capacity)
{
    struct folded folded;
    fold_text(slice_of(text), FOLD_CHARACTERS, &folded);
    for (size_t i = 0; i + 4 <= folded.count; i++) {
        wording->grams = mem_grow(wording->grams, wording->count, capacity, sizeof *wording->grams);
        wording->grams[wording->count++] = gram_of(folded.code_points + i);
    }
    folded_free(&folded);
}

static enum status read_wording(struct versions_maker *maker, size_t document)
{
    struct wording *wording = &maker->wordings[document];
    if (wording->read)
        return STATUS_OK;
    wording->read = true;
    struct passage_list passages = {0};
    enum status status =
        library_passages(maker->library, maker->documents->items[document].id, &passages, maker->problem);
    size_t capacity = 0;
    for (size_t i = 0; i < passages.count; i++)
        add_passage(wording, passages.items[i].text, &capacity);
    passage_list_free(&passages);
    if (wording->count < 2)
        return status;
    qsort(wording->grams, wording->count, sizeof *wording->grams, compare_grams);
    size_t kept = 1;
    for (size_t i = 1; i < wording->count; i++) {
        if (wording->grams[i] != wording->grams[kept - 1])
            wording->grams[kept++] = wording->grams[i];
    }
    wording->count = kept;
    return status;
}

/* The share of the shorter text that stands in the longer one. */
static double shared_wording(const struct wording *a, const struct wording *b)
{
    size_t shorter = a->count < b->count ? a->count : b->count;
    size_t both = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        int order = compare_grams(&a->grams[i], &b->grams[j]);
        both += order == 0;
        i += order <= 0;
        j += order >= 0;
    }
    return shorter == 0 ? 0 : (double)both / (double)shorter;
}

static bool same_title(const struct candidate *a, const struct candidate *b)
{
    return a->title_key != NULL && b->title_key != NULL && strcmp(a->title_key, b->title_key) == 0;
}

/* How much wording two documents must share to be one event; above 1: they cannot be. */
static double needed(const struct candidate *a, const struct candidate *b)
{
    const struct document *left = a->document, *right = b->document;
    if (left->source == right->source)
        return 2;
    if (left->kind == right->kind && candidate_twins(a, b))
        return least_shared;
    bool other_day = a->day != LONG_MIN && b->day != LONG_MIN && a->day != b->day;
    return same_title(a, b) && !other_day ? least_shared_by_title : 2;
}

static enum status compare(struct versions_maker *maker, const struct candidate *a, const struct candidate *b)
{
    double least = needed(a, b);
    if (least > 1)
        return STATUS_OK;
    struct pair pair = {.a = (size_t)(a - maker->resolver->candidates), .b = (size_t)(b - maker->resolver->candidates)};
    if (pair.a > pair.b)
        pair = (struct pair){.a = pair.b, .b = pair.a};
    enum status status = read_wording(maker, pair.a);
    if (status == STATUS_OK)
        status = read_wording(maker, pair.b);
    pair.shared = shared_wording(&maker->wordings[pair.a], &maker->wordings[pair.b]);
    if (status != STATUS_OK || pair.shared < least)
        return status;
    maker->pairs = mem_grow(maker->pairs, maker->pair_count, &maker->pair_capacity, sizeof *maker->pairs);
    maker->pairs[maker->pair_count++] = pair;
    return STATUS_OK;
}

static bool same_day(const struct candidate *a, const struct candidate *b)
{
    return a->day != LONG_MIN && a->day == b->day;
}

/* Compares those of a sorted list that follow each other and are alike. */
static enum status compare_runs(struct versions_maker *maker, const struct candidate *const *list, size_t count,
                                bool (*alike)(const struct candidate *a, const struct candidate *b))
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; status == STATUS_OK && j < count && alike(list[i], list[j]); j++)
            status = compare(maker, list[i], list[j]);
    }
    return status;
}

static int by_title(const void *a, const void *b)
{
    const struct candidate *const *left = a, *const *right = b;
    const char *left_title = (*left)->title_key, *right_title = (*right)->title_key;
    int order = strcmp(left_title == NULL ? "" : left_title, right_title == NULL ? "" : right_title);
    if (order == 0 && (*left)->day != (*right)->day)
        order = (*left)->day < (*right)->day ? -1 : 1;
    return order != 0 ? order : candidate_order(*left, *right);
}

static bool lost_date(const struct candidate *a, const struct candidate *b)
{
    return a->day == LONG_MIN && same_title(a, b);
}

/* Those of one day first, then those of one title of which one, that comes first, has lost its date. */
static enum status find_pairs(struct versions_maker *maker)
{
    const struct resolver *resolver = maker->resolver;
    enum status status = compare_runs(maker, resolver->by_date, resolver->count, same_day);
    const struct candidate **titles = mem_new(resolver->count, sizeof *titles);
    memcpy(titles, resolver->by_date, resolver->count * sizeof *titles);
    qsort(titles, resolver->count, sizeof *titles, by_title);
    if (status == STATUS_OK)
        status = compare_runs(maker, titles, resolver->count, lost_date);
    free(titles);
    return status;
}

/* The most alike first. */
static int by_wording(const void *a, const void *b)
{
    const struct pair *left = a, *right = b;
    if (left->shared != right->shared)
        return left->shared > right->shared ? -1 : 1;
    if (left->a != right->a)
        return left->a < right->a ? -1 : 1;
    return left->b < right->b ? -1 : left->b > right->b;
}

/* Has the event of `a` a version in one of the sources of that of `b`? */
static bool share_source(const struct versions_maker *maker, size_t a, size_t b)
{
    const struct document *documents = maker->documents->items;
    size_t i = a;
    do {
        size_t j = b;
        do {
            if (documents[i].source == documents[j].source)
                return true;
            j = maker->next[j];
        } while (j != b);
        i = maker->next[i];
    } while (i != a);
    return false;
}

/* Two events become one, unless a source would then have two versions of it. */
static void join(struct versions_maker *maker, size_t a, size_t b)
{
    size_t first = maker->event[a], second = maker->event[b];
    if (first == second || share_source(maker, a, b))
        return;
    size_t kept = first < second ? first : second, given_up = first < second ? second : first;
    size_t i = given_up;
    do {
        maker->event[i] = kept;
        i = maker->next[i];
    } while (i != given_up);
    size_t next = maker->next[a];
    maker->next[a] = maker->next[b];
    maker->next[b] = next;
}

/* Has a document a date where another one, which comes before it, has none, or else a text that is clearly longer? */
static bool fuller(const struct versions_maker *maker, size_t document, size_t other)
{
    const struct document *items = maker->documents->items;
    bool dated = date_complete(items[document].date);
    if (dated != date_complete(items[other].date))
        return dated;
    return (double)maker->wordings[other].count < about_as_full * (double)maker->wordings[document].count;
}

/* What is gathered of an event, going through its documents in their order. */
struct gathered {
    size_t count;
    size_t shown; /* the document */
    size_t last;  /* the document before */
};

static void fill(const struct versions_maker *maker, struct version_list *list)
{
    const struct document_list *documents = maker->documents;
    struct gathered *events = mem_new(documents->count, sizeof *events);
    list->items = mem_new(documents->count, sizeof *list->items);
    list->count = list->capacity = documents->count;
    for (size_t i = 0; i < documents->count; i++) {
        const struct document *document = &documents->items[i];
        struct gathered *event = &events[maker->event[i]];
        list->items[i] = (struct version){
            .document = document->id, .source = document->source, .event = documents->items[maker->event[i]].id};
        if (event->count++ == 0 || fuller(maker, i, event->shown))
            event->shown = i;
        list->items[event->count == 1 ? i : event->last].next = document->id;
        list->items[i].next = list->items[i].event;
        event->last = i;
    }
    for (size_t i = 0; i < documents->count; i++) {
        const struct gathered *event = &events[maker->event[i]];
        list->items[i].shown = documents->items[event->shown].id;
        list->items[i].count = event->count;
    }
    free(events);
}

static bool several_sources(const struct document_list *documents)
{
    for (size_t i = 1; i < documents->count; i++) {
        if (documents->items[i].source != documents->items[0].source)
            return true;
    }
    return false;
}

static enum status find_versions(struct versions_maker *maker, struct version_list *list)
{
    size_t count = maker->documents->count;
    enum status status = STATUS_OK;
    maker->wordings = mem_new(count, sizeof *maker->wordings);
    maker->event = mem_new(count, sizeof *maker->event);
    maker->next = mem_new(count, sizeof *maker->next);
    for (size_t i = 0; i < count; i++)
        maker->event[i] = maker->next[i] = i;
    if (several_sources(maker->documents)) {
        struct resolver *resolver = resolver_new(maker->documents->items, count, NULL, 0);
        maker->resolver = resolver;
        status = find_pairs(maker);
        if (maker->pair_count > 1)
            qsort(maker->pairs, maker->pair_count, sizeof *maker->pairs, by_wording);
        for (size_t i = 0; i < maker->pair_count; i++)
            join(maker, maker->pairs[i].a, maker->pairs[i].b);
        resolver_free(&resolver);
    }
    if (status == STATUS_OK)
        fill(maker, list);
    for (size_t i = 0; i < count; i++)
        free(maker->wordings[i].grams);
    free(maker->wordings);
    free(maker->pairs);
    free(maker->event);
    free(maker->next);
    return status;
}

void version_list_free(struct version_list *list)
{
    free(list->items);
    *list = (struct version_list){0};
}

static void release_versions(void *data)
{
    version_list_free(data);
    free(data);
}

enum status tracer_versions(struct tracer *tracer, const struct version_list **versions, struct problem *problem)
{
    struct version_list *list = tracer_cache(tracer, CACHE_VERSIONS);
    enum status status = STATUS_OK;
    if (list == NULL) {
        struct versions_maker maker = {.library = tracer->library, .problem = problem};
        list = mem_new(1, sizeof *list);
        status = tracer_documents(tracer, &maker.documents, problem);
        if (status == STATUS_OK)
            status = find_versions(&maker, list);
        if (status == STATUS_OK)
            tracer_keep(tracer, CACHE_VERSIONS, list, release_versions);
        else
            release_versions(list);
    }
    if (status == STATUS_OK)
        *versions = list;
    return status;
}

enum status trace_versions(struct tracer *tracer, struct version_list *list, struct problem *problem)
{
    tracer_begin(tracer);
    const struct version_list *versions;
    enum status status = tracer_versions(tracer, &versions, problem);
    if (status != STATUS_OK)
        return status;
    version_list_free(list);
    list->items = mem_new(versions->count, sizeof *list->items);
    if (versions->count > 0)
        memcpy(list->items, versions->items, versions->count * sizeof *list->items);
    list->count = list->capacity = versions->count;
    return STATUS_OK;
}

static int by_document(const void *a, const void *b)
{
    const struct version *left = a, *right = b;
    return left->document < right->document ? -1 : left->document > right->document;
}

const struct version *version_of(const struct version_list *list, int64_t document)
{
    struct version key = {.document = document};
    if (list->count == 0)
        return NULL;
    return bsearch(&key, list->items, list->count, sizeof *list->items, by_document);
}

/* Is the version that `item` is of left where `other` has the same directive taken up too? */
static bool gives_way(const struct version_list *versions, const struct follow_up *item, const struct follow_up *other)
{
    const struct version *version = version_of(versions, item->document);
    if (item->document == other->document || version == NULL || version->shown == item->document ||
        !version_same(versions, item->document, other->document))
        return false;
    return version->shown == other->document || other < item;
}

void follow_ups_once(struct follow_up_list *list, const struct version_list *versions)
{
    bool *left = mem_new(list->count, sizeof *left);
    for (size_t start = 0, end = 0; start < list->count; start = end) {
        while (end < list->count && list->items[end].directive == list->items[start].directive)
            end++;
        for (size_t i = start; i < end; i++) {
            for (size_t j = start; j < end && !left[i]; j++)
                left[i] = !left[j] && gives_way(versions, &list->items[i], &list->items[j]);
        }
    }
    struct follow_up_list gone = {0};
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (left[i]) {
            gone.items = mem_grow(gone.items, gone.count, &gone.capacity, sizeof *gone.items);
            gone.items[gone.count++] = list->items[i];
        } else {
            list->items[count++] = list->items[i];
        }
    }
    list->count = count;
    follow_up_list_free(&gone);
    free(left);
}

bool version_same(const struct version_list *list, int64_t document, int64_t other)
{
    const struct version *a = version_of(list, document), *b = version_of(list, other);
    return document == other || (a != NULL && b != NULL && a->event == b->event);
}
