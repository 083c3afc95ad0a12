#include "relays.h"

#include "chuanda/memory.h"
#include "links.h"

#include <stdlib.h>
#include <string.h>

/* The references of the scope, resolved together: one tells of a meeting that another means. */
struct relay_cache {
    struct resolver *resolver;
    struct relay_list all;
};

static const char *const basis_names[] = {"date", "event", "number", "title", "speaker", "listed"};

const char *basis_name(enum basis bit)
{
    size_t i = 0;
    while (i + 1 < sizeof basis_names / sizeof *basis_names && !((unsigned)bit & (1U << i)))
        i++;
    return basis_names[i];
}

void relay_list_free(struct relay_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].text);
    free(list->items);
    *list = (struct relay_list){0};
}

bool relay_passes_on(const struct relay *relay)
{
    return relay->to != 0 && (relay->manner != MANNER_MENTION || relay->state != LINK_RECOGNISED);
}

static void cache_free(void *data)
{
    struct relay_cache *cache = data;
    resolver_free(&cache->resolver);
    relay_list_free(&cache->all);
    free(cache);
}

static void add_relay(struct relay_list *list, const struct relay *relay)
{
    list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count] = *relay;
    list->items[list->count++].text = mem_copy(relay->text);
}

static void resolve_all(const struct relay_cache *cache, const struct said_links *links,
                        const struct reference_list *references, struct relay_list *list)
{
    struct reached_list reached = {0};
    for (size_t i = 0; i < references->count; i++) {
        const struct reference *reference = &references->items[i];
        struct relay relay = {.reference = reference->id,
                              .from = reference->document,
                              .where = reference->where,
                              .text = reference->text,
                              .manner = reference->manner};
        resolve_reference(cache->resolver, reference, &reached);
        bool names = links_of_reference(links, reference, &reached);
        for (size_t j = 0; j < reached.count; j++) {
            relay.to = reached.items[j].document;
            relay.basis = reached.items[j].basis;
            relay.state = reached.items[j].state;
            add_relay(list, &relay);
        }
        if (reached.count == 0 && names)
            add_relay(list, &relay);
    }
    free(reached.items);
}

static enum status open_cache(struct tracer *tracer, struct relay_cache **cache, struct problem *problem)
{
    *cache = tracer_cache(tracer, CACHE_RELAYS);
    if (*cache != NULL)
        return STATUS_OK;
    const struct document_list *documents;
    const struct said_links *links;
    struct reference_list references = {0};
    enum status status = tracer_documents(tracer, &documents, problem);
    if (status == STATUS_OK)
        status = tracer_links(tracer, &links, problem);
    if (status == STATUS_OK)
        status = library_references(tracer->library, &tracer->scope, 0, &references, problem);
    if (status == STATUS_OK) {
        links_add_references(links, documents, &references);
        *cache = mem_new(1, sizeof **cache);
        (*cache)->resolver = resolver_new(documents->items, documents->count, references.items, references.count);
        resolve_all(*cache, links, &references, &(*cache)->all);
        tracer_keep(tracer, CACHE_RELAYS, *cache, cache_free);
    }
    reference_list_free(&references);
    return status;
}

enum status tracer_relays(struct tracer *tracer, const struct relay_list **relays, struct problem *problem)
{
    struct relay_cache *cache;
    enum status status = open_cache(tracer, &cache, problem);
    if (status == STATUS_OK)
        *relays = &cache->all;
    return status;
}

enum status trace_relays(struct tracer *tracer, int64_t document, struct relay_list *list, struct problem *problem)
{
    const struct relay_list *all;
    enum status status = tracer_relays(tracer, &all, problem);
    for (size_t i = 0; status == STATUS_OK && i < all->count; i++) {
        if (document == 0 || all->items[i].from == document)
            add_relay(list, &all->items[i]);
    }
    return status;
}

/* A relay with what it is sorted by. */
struct placed {
    struct relay relay;
    const struct document *from;
};

/* By level, then date (none last), then in reading order. */
static int compare_placed(const void *a, const void *b)
{
    const struct placed *left = a, *right = b;
    if (left->from->level != right->from->level)
        return left->from->level < right->from->level ? -1 : 1;
    bool left_dated = date_complete(left->from->date), right_dated = date_complete(right->from->date);
    if (left_dated != right_dated)
        return left_dated ? -1 : 1;
    int order = left_dated ? date_compare(left->from->date, right->from->date) : 0;
    if (order != 0)
        return order;
    return left->relay.reference < right->relay.reference ? -1 : left->relay.reference > right->relay.reference;
}

enum status trace_relayed_by(struct tracer *tracer, int64_t document, struct relay_list *list, struct problem *problem)
{
    struct relay_cache *cache;
    const struct document_list *documents;
    const struct version_list *versions;
    enum status status = open_cache(tracer, &cache, problem);
    if (status == STATUS_OK)
        status = tracer_documents(tracer, &documents, problem);
    if (status == STATUS_OK)
        status = tracer_versions(tracer, &versions, problem);
    if (status != STATUS_OK)
        return status;
    struct placed *found = mem_new(cache->all.count, sizeof *found);
    size_t count = 0;
    for (size_t i = 0; i < cache->all.count; i++) {
        const struct relay *relay = &cache->all.items[i];
        bool again = count > 0 && found[count - 1].relay.reference == relay->reference;
        if (relay->to == 0 || again ||
            (!version_same(versions, relay->to, document) && !resolver_twins(cache->resolver, relay->to, document)))
            continue;
        found[count++] = (struct placed){.relay = *relay, .from = documents_find(documents, relay->from)};
    }
    if (count > 1)
        qsort(found, count, sizeof *found, compare_placed);
    for (size_t i = 0; i < count; i++)
        add_relay(list, &found[i].relay);
    free(found);
    return STATUS_OK;
}
