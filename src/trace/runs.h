/*
 * The wording that two texts share: greedy string tiling of their folded
 * characters (FOLD_CHARACTERS); those of marked set phrases are no part of it.  Pure.
 */
#ifndef TRACE_RUNS_H
#define TRACE_RUNS_H

#include "chuanda/fold.h"

/* A stretch of characters that both have, in code points of the originals; within, marks may differ. */
struct run {
    size_t a_start, a_end;
    size_t b_start, b_end;
    size_t length; /* letters, digits and Han characters shared */
};
struct run_list {
    struct run *items; /* owned */
    size_t count, capacity;
};
void run_list_free(struct run_list *list);

/*
 * Fills `list` with the runs of at least `shortest` characters, longest first;
 * none overlaps another in either text, and their order may differ in the two.
 */
void runs_find(const struct folded *a, const struct folded *b, size_t shortest, struct run_list *list);

#endif
