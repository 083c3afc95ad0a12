#include "discussed.h"

#include "chuanda/memory.h"
#include "chuanda/pattern.h"
#include "relays.h"

#include <stdlib.h>

/* From this line on a document speaks of the next `count` of the listed documents; of none: of business of its own. */
struct topic {
    size_t line;
    size_t first, count;
};

struct discussing {
    int64_t document;
    struct topic *topics; /* owned; by line */
    size_t topic_count, topic_capacity;
    int64_t *listed; /* owned */
    size_t listed_count, listed_capacity;
};

struct discussed_cache {
    struct discussing *items; /* owned; by document */
    size_t count, capacity;
    struct pattern *item, *standing;
    struct subject *subject;
};

/* An item of the agenda begins: 会议还研究了…, 会议审议通过…. */
static const char item_begins[] =
    "^[\\s\\u3000]*(?:<p>)?(?:会议|会上|全会)?[，,]?(?:还|同时|并)?(?:分别|原则|逐项|专题)?(?:书面)?"
    "(?:审议|听取|研究|讨论|通报|部署|审定|同意|决定)";

/* What every meeting follows, whatever it is about: 党的…全会精神. */
static const char standing_guidance[] = "全会|党代会|代表大会|党的.{1,2}大|[一二三四五六七八九十]大精神|两会";

static void cache_free(void *data)
{
    struct discussed_cache *cache = data;
    for (size_t i = 0; i < cache->count; i++) {
        free(cache->items[i].topics);
        free(cache->items[i].listed);
    }
    free(cache->items);
    pattern_free(&cache->item);
    pattern_free(&cache->standing);
    subject_free(&cache->subject);
    free(cache);
}

static struct discussed_cache *open_cache(struct tracer *tracer)
{
    struct discussed_cache *cache = tracer_cache(tracer, CACHE_DISCUSSED);
    if (cache != NULL)
        return cache;
    cache = mem_new(1, sizeof *cache);
    cache->item = pattern_new(item_begins);
    cache->standing = pattern_new(standing_guidance);
    cache->subject = subject_new(slice_of(""));
    tracer_keep(tracer, CACHE_DISCUSSED, cache, cache_free);
    return cache;
}

static bool matches(const struct discussed_cache *cache, struct pattern *pattern, const char *text)
{
    struct match match;
    subject_set(cache->subject, slice_of(text));
    return pattern_find(pattern, cache->subject, 0, &match);
}

/* Does a reference to what is not in the library change the topic? Not a paper's title, nor what is followed always. */
static bool leads_away(const struct discussed_cache *cache, const struct relay *relay)
{
    return relay->to == 0 && relay->manner != MANNER_MENTION && !slice_starts(slice_of(relay->text), slice_of("《")) &&
           !matches(cache, cache->standing, relay->text);
}

/* Adds the topic that begins with a passage, if one does. */
static void add_topic(const struct discussed_cache *cache, const struct passage *passage,
                      const struct relay_list *relays, struct discussing *discussing)
{
    struct topic topic = {.line = passage->line, .first = discussing->listed_count};
    bool away = false;
    for (size_t i = 0; i < relays->count; i++) {
        const struct relay *relay = &relays->items[i];
        if (relay->where.line != passage->line)
            continue;
        away = away || leads_away(cache, relay);
        if (relay->to == 0)
            continue;
        discussing->listed = mem_grow(discussing->listed, discussing->listed_count, &discussing->listed_capacity,
                                      sizeof *discussing->listed);
        discussing->listed[discussing->listed_count++] = relay->to;
        topic.count++;
    }
    if (topic.count == 0 && !away && !matches(cache, cache->item, passage->text))
        return;
    discussing->topics =
        mem_grow(discussing->topics, discussing->topic_count, &discussing->topic_capacity, sizeof *discussing->topics);
    discussing->topics[discussing->topic_count++] = topic;
}

static int by_document(const void *a, const void *b)
{
    const struct discussing *left = a, *right = b;
    return left->document < right->document ? -1 : left->document > right->document;
}

static const struct discussing *find_discussing(struct tracer *tracer, int64_t document)
{
    struct discussed_cache *cache = open_cache(tracer);
    struct discussing made = {.document = document};
    if (cache->count > 0) {
        const struct discussing *found = bsearch(&made, cache->items, cache->count, sizeof *cache->items, by_document);
        if (found != NULL)
            return found;
    }
    const struct relay_list *relays;
    struct passage_list passages = {0};
    if (tracer_relays_of(tracer, document, &relays, NULL) == STATUS_OK &&
        library_passages(tracer->library, document, &passages, NULL) == STATUS_OK)
        for (size_t i = 0; i < passages.count; i++)
            add_topic(cache, &passages.items[i], relays, &made);
    passage_list_free(&passages);
    cache->items = mem_grow(cache->items, cache->count, &cache->capacity, sizeof *cache->items);
    size_t at = cache->count++;
    for (; at > 0 && cache->items[at - 1].document > document; at--)
        cache->items[at] = cache->items[at - 1];
    cache->items[at] = made;
    return &cache->items[at];
}

bool tracer_discusses(struct tracer *tracer, int64_t from, size_t line, int64_t to)
{
    const struct discussing *discussing = find_discussing(tracer, from);
    size_t topic = discussing->topic_count;
    while (topic > 0 && discussing->topics[topic - 1].line > line)
        topic--;
    if (topic == 0)
        return false;
    const struct topic *now = &discussing->topics[topic - 1];
    for (size_t i = now->first; i < now->first + now->count; i++)
        if (discussing->listed[i] == to)
            return true;
    return false;
}
