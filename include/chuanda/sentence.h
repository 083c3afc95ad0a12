/* Sentences and clauses of a passage (ICU's rules do not break at ；: our own). */
#ifndef CHUANDA_SENTENCE_H
#define CHUANDA_SENTENCE_H

#include "chuanda/slice.h"

#include <stdbool.h>

/*
 * The next sentence at or after byte `*position`: up to and with 。！？ (or !?
 * or, with `at_semicolons`, ；;) and the closing quotes and brackets that follow.
 * A stop within “…” or （…） or 《…》 does not end a sentence unless the quote
 * closes right behind it and no sentence surrounds it; an opening mark that is
 * never closed in the passage does not count.  Moves `*position` behind the
 * sentence; false at the end.
 */
bool sentence_next(struct slice passage, bool at_semicolons, size_t *position, struct slice *sentence);

#endif
