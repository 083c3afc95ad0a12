/*
 * Two texts side by side: the wording that they share, and what is new in the
 * second.  A directive and the local text that takes it up are compared so.
 *
 * Places are half-open ranges of code points of the text they are of.
 */
#ifndef CHUANDA_ALIGNMENT_H
#define CHUANDA_ALIGNMENT_H

#include "chuanda/slice.h"

#include <stddef.h>

struct range {
    size_t start, end;
};

/* Words that both have; marks and white space within them may differ. */
struct shared_run {
    struct range upper, local;
};

struct alignment {
    /*
     * In the order of the local text; none overlaps another in either text.
     * Runs of two or three characters are there where they stand close to others, in
     * the same order in both texts; one that stands alone, as a clause that was moved,
     * has at least four.
     */
    struct shared_run *runs; /* owned */
    size_t run_count;
    /*
     * What the upper text does not have, in order: at least two characters, marks at the ends left out.
     * The set phrases of the genre (狠抓落实) are neither shared for a reason nor new, and are left out too.
     */
    struct range *added; /* owned */
    size_t added_count;
    /* The share of the upper text's characters that lie in runs, 0 to 1; set phrases do not count, unless there is nothing else. */
    double taken_over;
};

void alignment_make(struct slice upper, struct slice local, struct alignment *alignment);
void alignment_free(struct alignment *alignment);

#endif
