/* Finding words in the opened document, as fold.h sees them (full-width is half-width, traditional is simplified). */
#ifndef READER_FIND_H
#define READER_FIND_H

#include "chuanda/fold.h"
#include "chuanda/library.h"

/* Starts as {0}. */
struct find {
    const struct passage_list *passages; /* the opened document's */
    struct folded *folded;               /* owned; of each passage, once something was looked for */
    size_t folded_count;
    char *words;                   /* owned; what was looked for; NULL: nothing */
    struct place_in_text *matches; /* owned; in reading order */
    size_t count, capacity;
};

/* Another document: what was looked for is looked for there. */
void find_set(struct find *find, const struct passage_list *passages);

/* Looks for `words`; NULL or "": for nothing. */
void find_words(struct find *find, const char *words);
void find_free(struct find *find);

/* The first match that ends behind a place, in the order of reading; find->count where there is none. */
size_t find_behind(const struct find *find, size_t line, size_t code_point);

/* The first match at or behind a place, going on at the start; SLICE_NONE where there is none. */
size_t find_from(const struct find *find, size_t line, size_t code_point);

/* The match that covers a place; SLICE_NONE where none does. */
size_t find_at(const struct find *find, size_t line, size_t code_point);

#endif
