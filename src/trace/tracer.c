#include "tracer.h"

#include "chuanda/memory.h"

#include <stdlib.h>
#include <string.h>

struct tracer *tracer_new(struct library *library, const struct scope *scope)
{
    struct tracer *tracer = mem_new(1, sizeof *tracer);
    tracer->library = library;
    tracer->held_most = HELD_MOST;
    tracer->words = word_breaker_new();
    tracer->phrases = set_phrases_new();
    tracer->generation = library_generation(library);
    if (scope != NULL && scope->count > 0) {
        tracer->scope.sources = mem_new(scope->count, sizeof *scope->sources);
        memcpy(tracer->scope.sources, scope->sources, scope->count * sizeof *scope->sources);
        tracer->scope.count = tracer->scope.capacity = scope->count;
    }
    return tracer;
}

void tracer_drop(struct tracer *tracer, enum cache_slot slot)
{
    struct cache *cache = &tracer->caches[slot];
    if (cache->data != NULL)
        cache->free(cache->data);
    *cache = (struct cache){0};
}

static void drop_caches(struct tracer *tracer)
{
    for (int slot = 0; slot < CACHE_SLOTS; slot++)
        tracer_drop(tracer, (enum cache_slot)slot);
    tracer->in_scope = tracer->in_all = 0;
}

void tracer_free(struct tracer **tracer)
{
    if (*tracer == NULL)
        return;
    drop_caches(*tracer);
    word_breaker_free(&(*tracer)->words);
    set_phrases_free(&(*tracer)->phrases);
    scope_free(&(*tracer)->scope);
    free(*tracer);
    *tracer = NULL;
}

void tracer_begin(struct tracer *tracer)
{
    int64_t generation = library_generation(tracer->library);
    if (generation == tracer->generation)
        return;
    drop_caches(tracer);
    tracer->generation = generation;
}

void *tracer_cache(const struct tracer *tracer, enum cache_slot slot)
{
    return tracer->caches[slot].data;
}

void tracer_keep(struct tracer *tracer, enum cache_slot slot, void *data, void (*release)(void *data))
{
    tracer->caches[slot] = (struct cache){.data = data, .free = release};
}

static void release_documents(void *data)
{
    document_list_free(data);
    free(data);
}

static int by_id(const void *a, const void *b)
{
    const struct document *left = a;
    const struct document *right = b;
    return left->id < right->id ? -1 : left->id > right->id;
}

enum status tracer_documents(struct tracer *tracer, const struct document_list **documents, struct problem *problem)
{
    struct document_list *list = tracer_cache(tracer, CACHE_DOCUMENTS);
    if (list == NULL) {
        list = mem_new(1, sizeof *list);
        struct document_filter all = {0};
        enum status status = library_documents(tracer->library, &tracer->scope, &all, list, problem);
        if (status != STATUS_OK) {
            release_documents(list);
            return status;
        }
        qsort(list->items, list->count, sizeof *list->items, by_id);
        tracer_keep(tracer, CACHE_DOCUMENTS, list, release_documents);
    }
    *documents = list;
    return STATUS_OK;
}

const struct document *documents_find(const struct document_list *documents, int64_t id)
{
    struct document key = {.id = id};
    if (documents->count == 0)
        return NULL;
    return bsearch(&key, documents->items, documents->count, sizeof *documents->items, by_id);
}
