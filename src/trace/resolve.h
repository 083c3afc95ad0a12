/*
 * Which documents a reference names.  Pure: documents and a reference in,
 * documents out.  Evidence must agree and nothing may contradict; what fits
 * nothing, or two different occasions equally, stays unresolved.
 */
#ifndef TRACE_RESOLVE_H
#define TRACE_RESOLVE_H

#include "chuanda/document.h"
#include "chuanda/trace.h"

#include <stddef.h>

/*
 * The documents that can be named, made ready; they must outlive it.  The
 * references tell of meetings that are not among the documents: a body that is
 * named without a date is not resolved to its last meeting where somebody tells
 * of a later one.  They are read here only.
 */
struct resolver;
struct resolver *resolver_new(const struct document *documents, size_t count, const struct reference *references,
                              size_t reference_count);
void resolver_free(struct resolver **resolver);

struct reached {
    int64_t document;
    unsigned basis;        /* of enum basis */
    enum link_state state; /* the resolver leaves it at RECOGNISED */
    bool struck;           /* while what the user says of it is heard (links.c) */
};
struct reached_list {
    struct reached *items; /* owned */
    size_t count, capacity;
};

/*
 * Replaces `list` by the documents that `reference` names: more than one where
 * the same occasion stands in several (its readout and its speech, or two
 * compilations).  reference->document is the id of the one that refers.
 */
void resolve_reference(const struct resolver *resolver, const struct reference *reference, struct reached_list *list);

/*
 * Are two documents the same meeting, as two compilations have it: of one
 * date, level, place, body and number?
 */
bool resolver_twins(const struct resolver *resolver, int64_t document, int64_t other);

#endif
