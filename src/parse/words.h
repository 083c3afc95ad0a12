/* A set of words, looked up at a place of a text: for the genre's long lists of verbs. */
#ifndef PARSE_WORDS_H
#define PARSE_WORDS_H

#include "chuanda/slice.h"

struct word_set;

/* `lines`: each of words separated by single spaces, in any order; NULL ends them; they must outlive the set. Freed with word_set_free. */
struct word_set *word_set_new(const char *const *lines);
void word_set_free(struct word_set **set);

/* The bytes of the longest word of the set that stands at byte `at`; 0: none. */
size_t word_set_at(const struct word_set *set, struct slice text, size_t at);

#endif
