/* Why a passage is said to take a directive up, and in which words it does. */
#ifndef TRACE_GROUNDS_H
#define TRACE_GROUNDS_H

#include "passages.h"

/* The words that are held against the local passage: the directive's own, or those of the whole paragraph that it stands for. */
struct grounds {
    struct folded directive; /* its own words; not owned, as the next */
    struct folded words;     /* the upper passage's, or a part of them */
    const struct gram_vector *vector;
};

/*
 * Fills the place, the class, the shared phrases and the additions of a follow-up whose other fields are set.  False
 * where no shared wording says why: then there is nothing to free.
 */
bool grounds_explain(const struct passage_index *index, const struct grounds *grounds,
                     const struct indexed_passage *local, struct follow_up *follow_up);

/* The same for one that the user says there is: also where no shared wording says why. */
void grounds_describe(const struct passage_index *index, const struct grounds *grounds,
                      const struct indexed_passage *local, struct follow_up *follow_up);

#endif
