/*
 * Bookmarks and corrections that find their place again.
 *
 * An anchor is a quote with its surroundings: what stands before and behind it
 * in its passage, and the end of the passage before and the start of the one
 * behind, so that like passages can be told apart.
 */
#ifndef LIBRARY_ANCHOR_H
#define LIBRARY_ANCHOR_H

#include "chuanda/library.h"

enum { ANCHOR_CONTEXT = 32 }; /* code points of each of the four surroundings */

struct anchor {
    struct place_in_text where; /* the last known place */
    char *quote;                /* owned, as are the following */
    char *prefix;
    char *suffix;
    char *before;
    char *after;
};
void anchor_free(struct anchor *anchor);

/*
 * The anchor of a place in passages (in the order of lines); false where there
 * is no such place or it is empty.
 */
bool anchor_make(const struct passage_list *passages, struct place_in_text where, struct anchor *anchor);

/*
 * Finds an anchor in passages: the exact quote, of several the one whose
 * surroundings agree best (the nearest where they agree alike); else, for
 * quotes of 8 code points or more, a stretch of at most 15 % edits whose
 * surroundings agree.  A short quote must also have its surroundings.  False where
 * it is not to be found: better an orphan than a silent move.
 */
bool anchor_find(const struct anchor *anchor, const struct passage_list *passages, struct place_in_text *where);

#endif
