/*
 * What a tracer holds between questions.  Each part of the room keeps one
 * cache of its own in it; all of them are dropped when the library has changed.
 */
#ifndef TRACE_TRACER_H
#define TRACE_TRACER_H

#include "chuanda/trace.h"
#include "chuanda/words.h"
#include "set_phrases.h"

enum cache_slot {
    CACHE_DOCUMENTS, /* tracer.c: the documents of the scope */
    CACHE_VERSIONS,  /* versions.c: which of them are of one event */
    CACHE_LINKS,     /* links.c: what the user said of links */
    CACHE_RELAYS,    /* relays.c: the references of the scope, resolved */
    CACHE_DISCUSSED, /* discussed.c: what documents speak of, passage by passage */
    CACHE_FOLLOW_UPS /* passages.c: the passages of the scope, or those around one of them */
};
enum { CACHE_SLOTS = CACHE_FOLLOW_UPS + 1 };

struct cache {
    void *data; /* NULL: empty */
    void (*free)(void *data);
};

/* A scope of so many passages is held in memory whole: about 10 KB each, some 800 documents. */
enum { HELD_MOST = 10000 };

struct tracer {
    struct library *library;
    struct scope scope;      /* owned */
    int64_t generation;      /* of the library when the caches were filled */
    size_t held_most;        /* see tracer_passages */
    size_t in_scope, in_all; /* passages of the scope and of the library; 0: not counted yet (passages.c) */
    struct word_breaker *words;
    struct set_phrases *phrases;
    struct cache caches[CACHE_SLOTS];
};

/*
 * Begins a question: where the library has changed, all slots are emptied.
 * Every public function starts with it and no other does, so that nothing
 * goes stale half-way.
 */
void tracer_begin(struct tracer *tracer);

/* What was put into a slot; NULL: nothing. */
void *tracer_cache(const struct tracer *tracer, enum cache_slot slot);

/* Empties a slot. */
void tracer_drop(struct tracer *tracer, enum cache_slot slot);

/* Puts `data` into a slot, which was empty; `release` frees it. */
void tracer_keep(struct tracer *tracer, enum cache_slot slot, void *data, void (*release)(void *data));

/*
 * The documents of the scope, by id, cached: the list is the tracer's and
 * stays valid until the library changes.
 */
enum status tracer_documents(struct tracer *tracer, const struct document_list **documents, struct problem *problem);

/* What trace_versions gives, cached: the tracer's, valid until the library changes. */
enum status tracer_versions(struct tracer *tracer, const struct version_list **versions, struct problem *problem);

/* The one of that id in such a list; NULL: none. */
const struct document *documents_find(const struct document_list *documents, int64_t id);

#endif
