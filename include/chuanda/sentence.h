/* Sentences and clauses of a passage (ICU's rules do not break at ；: our own). */
#ifndef CHUANDA_SENTENCE_H
#define CHUANDA_SENTENCE_H

#include "chuanda/slice.h"

#include <stdbool.h>

/*
 * The next sentence at or after byte `*position`, without the white space around
 * it: up to and with 。！？ (or !? or, with `at_semicolons`, ；;) and the closing
 * quotes and brackets that follow.
 *
 * A stop within “…” or （…） or 《…》 ends no sentence, but the closing mark right
 * behind it does: of a quotation that is the whole sentence or stands behind a
 * colon or comma (他说：“…。”), or that ends with 。 where nothing carries on
 * (“…。”，… and “…！”的号召 carry on); of （…。） only where it is the whole sentence.
 * An opening mark that is not closed within 2,000 characters does not count.
 *
 * Moves `*position` behind the sentence; false at the end.
 */
bool sentence_next(struct slice passage, bool at_semicolons, size_t *position, struct slice *sentence);

#endif
