/* Where words begin and end in Chinese text, as ICU's dictionary has them: good enough to tell a word from two halves. */
#ifndef CHUANDA_WORDS_H
#define CHUANDA_WORDS_H

#include "chuanda/slice.h"

#include <stdbool.h>

/* What finding words needs, opened when first asked; it belongs to one thread. */
struct word_breaker;
struct word_breaker *word_breaker_new(void);
void word_breaker_free(struct word_breaker **breaker);

/*
 * Are the bytes [start, end) of a passage one word: 水库 in 加固水库, but not
 * 固水?  False everywhere where ICU has no dictionary.
 */
bool word_is(struct word_breaker *breaker, struct slice passage, size_t start, size_t end);

/* The last place at or before byte `limit` of a passage at which a word ends; 0: none. */
size_t word_end_before(struct word_breaker *breaker, struct slice passage, size_t limit);

#endif
