/*
 * Passages made ready for follow-ups: their wording, their directives, and who
 * relays whom.  Those of a whole scope where it is not too large; else those that
 * share rare wording with the one that is asked about.
 */
#ifndef TRACE_PASSAGES_H
#define TRACE_PASSAGES_H

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

/* Which passage: of document 0: none. */
struct passage_place {
    int64_t document;
    size_t line;
};

struct passage_index {
    struct tracer *tracer;            /* the one that it belongs to */
    struct passage_place about, with; /* what it was made for; none: for all */
    struct indexed_passage *items;    /* owned; by document, then line; numbered as in `grams` */
    size_t count, capacity;
    struct gram_index *grams;
    struct directive_list directives; /* by document, then place */
};

/*
 * The passages among which those stand that can follow up, or be followed up by,
 * the one that is asked about; with that one, and one more (none is well).  Cached; the
 * tracer's, valid until the next call or until the library changes.
 *
 * A scope of more than tracer->held_most passages is not read as a whole: of the
 * asked passage's bigrams the rarest are taken, until they stand in
 * some thousands of passages, and those are looked at.
 */
enum status tracer_passages(struct tracer *tracer, struct passage_place about, struct passage_place with,
                            const struct passage_index **index, struct problem *problem);

/* The part of a passage's folded text that stands at code points [start, end) of it; owns nothing. */
struct folded passage_part(const struct indexed_passage *passage, size_t start, size_t end);

/* The number of the passage at a line of a document; SIZE_MAX: none. */
size_t passage_number(const struct passage_index *index, int64_t document, size_t line);

/* How many passages have these words (FOLD_CHARACTERS, two characters or more). */
size_t passages_with(const struct passage_index *index, const struct folded *words);

#endif
