#include "chuanda/memory.h"
#include "relays.h"

#include <stdlib.h>
#include <string.h>

/* A relay is passed on at most from the centre to a province, a city, a county and a unit. */
enum { STEPS = LEVELS };

/* What a chain is made from. */
struct chain_maker {
    const struct document_list *documents;
    const struct version_list *versions;
    const struct relay_list *relays;
    const struct document *asked;
    const struct document *root;
    bool *passes; /* for each document: it passes the root on, itself or through another */
};

void chain_free(struct chain *chain)
{
    for (size_t i = 0; i < chain->count; i++)
        free(chain->items[i].place);
    free(chain->items);
    *chain = (struct chain){0};
}

/* The document that stands for all versions of its event; NULL where there is none of that id. */
static const struct document *standing(const struct chain_maker *maker, int64_t document)
{
    const struct version *version = version_of(maker->versions, document);
    return version == NULL ? NULL : documents_find(maker->documents, version->shown);
}

/* The higher document that `document` passes on first, or NULL. */
static const struct document *upward(const struct chain_maker *maker, const struct document *document)
{
    for (size_t i = 0; i < maker->relays->count; i++) {
        const struct relay *relay = &maker->relays->items[i];
        if (!version_same(maker->versions, relay->from, document->id) || !relay_passes_on(relay))
            continue;
        const struct document *above = standing(maker, relay->to);
        if (above != NULL && above->level < document->level)
            return above;
    }
    return NULL;
}

static size_t index_of(const struct chain_maker *maker, const struct document *document)
{
    return (size_t)(document - maker->documents->items);
}

/* Marks what passes the root on: one more step away from it each time round. */
static void mark(struct chain_maker *maker)
{
    maker->passes[index_of(maker, standing(maker, maker->root->id))] = true;
    for (int step = 0; step < STEPS; step++) {
        bool more = false;
        for (size_t i = 0; i < maker->relays->count; i++) {
            const struct relay *relay = &maker->relays->items[i];
            if (!relay_passes_on(relay))
                continue;
            const struct document *from = standing(maker, relay->from);
            const struct document *to = standing(maker, relay->to);
            if (from == NULL || to == NULL || from->level <= to->level || !maker->passes[index_of(maker, to)] ||
                maker->passes[index_of(maker, from)])
                continue;
            maker->passes[index_of(maker, from)] = more = true;
        }
        if (!more)
            return;
    }
}

static bool encloses(const char *place, const char *other)
{
    return strncmp(place, other, strlen(place)) == 0;
}

/* Does the place of a document lie above the one that was asked for, or below it? Below the centre every place does. */
static bool on_the_way(const struct chain_maker *maker, const struct document *document)
{
    if (document->place == NULL || document->level == LEVEL_UNIT)
        return false;
    const char *asked = maker->asked->place;
    return maker->asked->level == LEVEL_NATIONAL ||
           (asked != NULL && (encloses(document->place, asked) || encloses(asked, document->place)));
}

/* <0 where a comes first: by date (none last), then by level. */
static int compare_links(const void *a, const void *b)
{
    const struct chain_link *left = a, *right = b;
    bool left_dated = date_complete(left->date), right_dated = date_complete(right->date);
    if (left_dated != right_dated)
        return left_dated ? -1 : 1;
    int order = left_dated ? date_compare(left->date, right->date) : 0;
    if (order == 0)
        order = (int)left->level - (int)right->level;
    return order != 0 ? order : left->document < right->document ? -1 : left->document > right->document;
}

static struct chain_link link_of(const struct document *document)
{
    return (struct chain_link){
        .document = document->id, .level = document->level, .place = mem_copy(document->place), .date = document->date};
}

/* Adds a document, or puts it in the stead of a later one of its place. */
static void add_link(const struct chain_maker *maker, const struct document *document, struct chain *chain)
{
    struct chain_link link = link_of(document);
    for (size_t i = 0; i < chain->count; i++) {
        struct chain_link *other = &chain->items[i];
        if (other->level != link.level || other->place == NULL || link.place == NULL ||
            strcmp(other->place, link.place) != 0)
            continue;
        bool better =
            other->document != maker->asked->id && (document == maker->asked || compare_links(&link, other) < 0);
        free(better ? other->place : link.place);
        if (better)
            *other = link;
        return;
    }
    chain->items = mem_grow(chain->items, chain->count, &chain->capacity, sizeof *chain->items);
    chain->items[chain->count++] = link;
}

static void fill(struct chain_maker *maker, struct chain *chain)
{
    add_link(maker, maker->root, chain);
    if (maker->asked != maker->root)
        add_link(maker, maker->asked, chain);
    for (size_t i = 0; i < maker->documents->count; i++) {
        const struct document *document = &maker->documents->items[i];
        if (document != maker->root && maker->passes[i] && on_the_way(maker, document))
            add_link(maker, document, chain);
    }
    qsort(chain->items + 1, chain->count - 1, sizeof *chain->items, compare_links);
    for (size_t i = 1; i < chain->count; i++) {
        struct chain_link *link = &chain->items[i];
        if (date_complete(chain->items[0].date) && date_complete(link->date))
            link->days = date_days(chain->items[0].date, link->date);
    }
}

enum status trace_chain(struct tracer *tracer, int64_t document, struct chain *chain, struct problem *problem)
{
    tracer_begin(tracer);
    struct chain_maker maker = {0};
    enum status status = tracer_relays(tracer, &maker.relays, problem);
    if (status == STATUS_OK)
        status = tracer_documents(tracer, &maker.documents, problem);
    if (status == STATUS_OK)
        status = tracer_versions(tracer, &maker.versions, problem);
    if (status != STATUS_OK)
        return status;
    maker.asked = maker.root = documents_find(maker.documents, document);
    if (maker.asked == NULL)
        return STATUS_NOTHING;
    const struct document *above = maker.root;
    for (int step = 0; step < STEPS && above != NULL; step++, above = upward(&maker, maker.root))
        maker.root = above;
    maker.passes = mem_new(maker.documents->count, sizeof *maker.passes);
    mark(&maker);
    fill(&maker, chain);
    free(maker.passes);
    return STATUS_OK;
}
