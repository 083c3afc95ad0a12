#include "relays.h"

#include "chuanda/memory.h"
#include "links.h"

#include <stdlib.h>
#include <string.h>

/* A document that refers to others: where its references stand among those of the scope, and what they reach. */
struct referring {
    int64_t document;
    size_t first, count;
    bool resolved;
    struct relay_list relays;
};

/* The references of the scope are read together: one tells of a meeting that another means. They are resolved when asked for. */
struct relay_cache {
    struct resolver *resolver;
    const struct said_links *links;   /* the tracer's */
    struct reference_list references; /* in reading order */
    struct referring *referring;      /* by document */
    size_t referring_count, referring_capacity;
    bool all_resolved;
    struct relay_list all; /* in reading order; the texts are those of `referring` */
};

static const struct {
    const char *name, *label;
} bases[] = {{"date", "日期相符"},  {"event", "会议相符"},     {"number", "次数相符"},
             {"title", "标题相符"}, {"speaker", "讲话人相符"}, {"listed", "列表中的次序"}};

static size_t basis_index(enum basis bit)
{
    size_t i = 0;
    while (i + 1 < sizeof bases / sizeof *bases && !((unsigned)bit & (1U << i)))
        i++;
    return i;
}

const char *basis_name(enum basis bit)
{
    return bases[basis_index(bit)].name;
}

const char *basis_label(enum basis bit)
{
    return bases[basis_index(bit)].label;
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
    reference_list_free(&cache->references);
    for (size_t i = 0; i < cache->referring_count; i++)
        relay_list_free(&cache->referring[i].relays);
    free(cache->referring);
    free(cache->all.items);
    free(cache);
}

static struct relay *next_relay(struct relay_list *list)
{
    list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    return &list->items[list->count++];
}

static void add_relay(struct relay_list *list, const struct relay *relay)
{
    struct relay *added = next_relay(list);
    *added = *relay;
    added->text = mem_copy(relay->text);
}

static void resolve_one(const struct relay_cache *cache, const struct reference *reference, struct relay_list *list)
{
    struct reached_list reached = {0};
    struct relay relay = {.reference = reference->id,
                          .from = reference->document,
                          .where = reference->where,
                          .text = reference->text,
                          .manner = reference->manner};
    resolve_reference(cache->resolver, reference, &reached);
    bool names = links_of_reference(cache->links, reference, &reached);
    for (size_t i = 0; i < reached.count; i++) {
        relay.to = reached.items[i].document;
        relay.basis = reached.items[i].basis;
        relay.state = reached.items[i].state;
        add_relay(list, &relay);
    }
    if (reached.count == 0 && names)
        add_relay(list, &relay);
    free(reached.items);
}

static void resolve_document(const struct relay_cache *cache, struct referring *referring)
{
    for (size_t i = 0; !referring->resolved && i < referring->count; i++)
        resolve_one(cache, &cache->references.items[referring->first + i], &referring->relays);
    referring->resolved = true;
}

static int by_document(const void *a, const void *b)
{
    const struct referring *left = a, *right = b;
    return left->document < right->document ? -1 : left->document > right->document;
}

static struct referring *find_referring(const struct relay_cache *cache, int64_t document)
{
    struct referring key = {.document = document};
    if (cache->referring_count == 0)
        return NULL;
    return bsearch(&key, cache->referring, cache->referring_count, sizeof *cache->referring, by_document);
}

/* Those of a document stand together. */
static void share_out_references(struct relay_cache *cache)
{
    for (size_t i = 0; i < cache->references.count; i++) {
        int64_t document = cache->references.items[i].document;
        struct referring *last = cache->referring_count == 0 ? NULL : &cache->referring[cache->referring_count - 1];
        if (last != NULL && last->document == document) {
            last->count++;
            continue;
        }
        cache->referring =
            mem_grow(cache->referring, cache->referring_count, &cache->referring_capacity, sizeof *cache->referring);
        cache->referring[cache->referring_count++] = (struct referring){.document = document, .first = i, .count = 1};
    }
    if (cache->referring_count > 1)
        qsort(cache->referring, cache->referring_count, sizeof *cache->referring, by_document);
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
    if (status != STATUS_OK) {
        reference_list_free(&references);
        return status;
    }
    links_add_references(links, documents, &references);
    *cache = mem_new(1, sizeof **cache);
    (*cache)->links = links;
    (*cache)->references = references;
    (*cache)->resolver = resolver_new(documents->items, documents->count, references.items, references.count);
    share_out_references(*cache);
    tracer_keep(tracer, CACHE_RELAYS, *cache, cache_free);
    return STATUS_OK;
}

static void resolve_all(struct relay_cache *cache)
{
    size_t first = 0;
    while (first < cache->references.count) {
        struct referring *referring = find_referring(cache, cache->references.items[first].document);
        resolve_document(cache, referring);
        for (size_t i = 0; i < referring->relays.count; i++)
            *next_relay(&cache->all) = referring->relays.items[i];
        first += referring->count;
    }
    cache->all_resolved = true;
}

enum status tracer_relays(struct tracer *tracer, const struct relay_list **relays, struct problem *problem)
{
    struct relay_cache *cache;
    enum status status = open_cache(tracer, &cache, problem);
    if (status != STATUS_OK)
        return status;
    if (!cache->all_resolved)
        resolve_all(cache);
    *relays = &cache->all;
    return STATUS_OK;
}

enum status tracer_relays_of(struct tracer *tracer, int64_t document, const struct relay_list **relays,
                             struct problem *problem)
{
    static const struct relay_list none;
    struct relay_cache *cache;
    enum status status = open_cache(tracer, &cache, problem);
    if (status != STATUS_OK)
        return status;
    struct referring *referring = find_referring(cache, document);
    if (referring != NULL)
        resolve_document(cache, referring);
    *relays = referring == NULL ? &none : &referring->relays;
    return STATUS_OK;
}

bool tracer_refers(const struct tracer *tracer, int64_t from, int64_t to)
{
    const struct relay_cache *cache = tracer_cache(tracer, CACHE_RELAYS);
    struct referring *referring = find_referring(cache, from);
    if (referring == NULL)
        return false;
    resolve_document(cache, referring);
    for (size_t i = 0; i < referring->relays.count; i++)
        if (referring->relays.items[i].to == to)
            return true;
    return false;
}

enum status trace_relays(struct tracer *tracer, int64_t document, struct relay_list *list, struct problem *problem)
{
    tracer_begin(tracer);
    const struct relay_list *relays;
    enum status status =
        document == 0 ? tracer_relays(tracer, &relays, problem) : tracer_relays_of(tracer, document, &relays, problem);
    for (size_t i = 0; status == STATUS_OK && i < relays->count; i++)
        add_relay(list, &relays->items[i]);
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
    tracer_begin(tracer);
    struct relay_cache *cache;
    const struct document_list *documents;
    const struct version_list *versions;
    const struct relay_list *all;
    enum status status = open_cache(tracer, &cache, problem);
    if (status == STATUS_OK)
        status = tracer_relays(tracer, &all, problem);
    if (status == STATUS_OK)
        status = tracer_documents(tracer, &documents, problem);
    if (status == STATUS_OK)
        status = tracer_versions(tracer, &versions, problem);
    if (status != STATUS_OK)
        return status;
    struct placed *found = mem_new(all->count, sizeof *found);
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct relay *relay = &all->items[i];
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
