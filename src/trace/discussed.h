/*
 * What a local document speaks of, passage by passage: the documents that the
 * last references before it name.  市委常委会 relays a national meeting, makes demands,
 * and goes on to business of its own: only the demands between are that meeting's.
 */
#ifndef TRACE_DISCUSSED_H
#define TRACE_DISCUSSED_H

#include "tracer.h"

/*
 * Does the passage at a line of `from` speak of `to`?  Kept by the tracer for every document that is asked
 * about.  The relays of the scope have been asked for once; a document that cannot be read speaks of nothing.
 */
bool tracer_discusses(struct tracer *tracer, int64_t from, size_t line, int64_t to);

#endif
