/*
 * The text of a document as rows of a given width.  Passages are wrapped when
 * they are first looked at; a stretch of blank lines between two passages is
 * one blank row, a gap, that belongs to the passage behind it.
 */
#ifndef READER_FLOW_H
#define READER_FLOW_H

#include "chuanda/library.h"
#include "chuanda/wrap.h"

struct flow {
    struct wrapper *wrapper;             /* the session's */
    const struct passage_list *passages; /* the opened document's */
    struct slice *texts;                 /* owned; the passages', so that their lengths are counted once */
    struct rows *rows;                   /* owned; one for each passage; no rows: not wrapped yet */
    size_t count;                        /* of both */
    unsigned columns;
    enum ambiguous ambiguous;
};

/* A row: `row` of `passage`, or the gap before that passage. */
struct flow_at {
    size_t passage;
    size_t row;
    bool gap;
};

/* Lays the passages out anew. Starts as {0}. */
void flow_set(struct flow *flow, struct wrapper *wrapper, const struct passage_list *passages);
/* Changes the width; what was wrapped for another one is forgotten. */
void flow_width(struct flow *flow, unsigned columns);
void flow_free(struct flow *flow);

struct slice flow_passage(const struct flow *flow, size_t passage);
/* The row, which must not be a gap. */
const struct row *flow_row(struct flow *flow, struct flow_at at);

/* The row that shows a place of the text, or the nearest before it. */
struct flow_at flow_find(struct flow *flow, size_t line, size_t code_point);

/* Moves by `rows` rows, as far as there are; returns how far it went. */
size_t flow_down(struct flow *flow, struct flow_at *at, size_t rows);
size_t flow_up(struct flow *flow, struct flow_at *at, size_t rows);

struct flow_at flow_last(struct flow *flow);

/* -1, 0, 1: a row before, at, behind another. */
int flow_compare(struct flow_at a, struct flow_at b);

#endif
