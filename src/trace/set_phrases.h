/*
 * The set phrases of the genre (提高政治站位, 落到实处): every meeting says them,
 * whatever it is about, so that they are no reason for a link.  How rare a
 * phrase is in a library does not tell it where the library is small.  Pure.
 */
#ifndef TRACE_SET_PHRASES_H
#define TRACE_SET_PHRASES_H

#include "chuanda/fold.h"

/* Set in each code point of a folded text that belongs to a set phrase. */
#define SET_PHRASE 0x80000000U

struct set_phrases;
struct set_phrases *set_phrases_new(void);
void set_phrases_free(struct set_phrases **phrases);

/* Marks the set phrases of a text (FOLD_CHARACTERS). */
void set_phrases_mark(const struct set_phrases *phrases, struct folded *text);

#endif
