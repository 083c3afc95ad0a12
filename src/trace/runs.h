/* The wording that two folded texts (FOLD_CHARACTERS) share.  Pure. */
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
 * Greedy string tiling: fills `list` with the runs of at least `shortest` characters, longest first;
 * none overlaps another in either text, and their order may differ in the two.
 * The characters of marked set phrases are no part of a run.
 */
void runs_find(const struct folded *a, const struct folded *b, size_t shortest, struct run_list *list);

/*
 * Fills `list` with every run of at least `shortest` characters that cannot be made longer, set phrases too, and in
 * positions of the folded texts: material to choose from.
 */
void runs_find_all(const struct folded *a, const struct folded *b, size_t shortest, struct run_list *list);

#endif
