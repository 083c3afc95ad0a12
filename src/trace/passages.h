/* The passages of a scope made ready for follow-ups: their wording, their directives, and who relays whom. */
#ifndef TRACE_PASSAGES_H
#define TRACE_PASSAGES_H

#include "chuanda/words.h"
#include "grams.h"
#include "tracer.h"

struct indexed_passage {
    int64_t document;
    size_t line;
    char *text;           /* owned */
    struct folded folded; /* owned; FOLD_CHARACTERS */
    size_t first_directive;
    size_t directive_count; /* 0: it demands nothing */
};

struct passage_index {
    struct indexed_passage *items; /* owned; by document, then line; numbered as in `grams` */
    size_t count, capacity;
    struct gram_index *grams;
    struct word_breaker *words;
    struct directive_list directives; /* by document, then place */
    struct relayed {
        int64_t from, to;
    } * relayed; /* owned; sorted */
    size_t relayed_count, relayed_capacity;
};

/* Cached; the tracer's, valid until the library changes. */
enum status tracer_passages(struct tracer *tracer, const struct passage_index **index, struct problem *problem);

/* The part of a passage's folded text that stands at code points [start, end) of it; owns nothing. */
struct folded passage_part(const struct indexed_passage *passage, size_t start, size_t end);

/* The number of the passage at a line of a document; SIZE_MAX: none. */
size_t passage_number(const struct passage_index *index, int64_t document, size_t line);

/* The passages of a document are numbers [*first, *end). */
void passages_of(const struct passage_index *index, int64_t document, size_t *first, size_t *end);

/* How many passages have these words (FOLD_CHARACTERS, two characters or more). */
size_t passages_with(const struct passage_index *index, const struct folded *words);

bool passage_index_relays(const struct passage_index *index, int64_t from, int64_t to);

#endif
