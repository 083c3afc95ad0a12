/*
 * A passage as the recognition reads it, and where each of its characters
 * stands in the source.  What a carrier did to the text is undone: residue of
 * Word and HTML and invisible characters are left out, letters that were set apart are
 * brought together, full-width digits and letters made half-width, traditional
 * characters simplified; lines that were broken at a width are joined (broken.h).
 */
#ifndef PARSE_PARAGRAPH_H
#define PARSE_PARAGRAPH_H

#include "chuanda/buffer.h"
#include "chuanda/document.h"

#include <stdbool.h>
#include <stddef.h>

/* From code point `from` of a passage on, its characters stand one after the other from code point `at` of `line`. */
struct origin {
    size_t from;
    size_t line; /* 1-based */
    size_t at;
};

struct paragraph {
    struct slice text;      /* the line itself where nothing had to be undone */
    struct buffer words;    /* holds `text` where something had to be */
    size_t characters;      /* code points of `text`; known only where there are origins */
    struct origin *origins; /* owned; in order; none: `text` is the line */
    size_t origin_count, origin_capacity;
    bool respelt; /* some characters stand for others of the source */
    size_t line;  /* 1-based, of its beginning */
    size_t last_line;
};

/* Reads line number `number`, which must outlive the passage. Freed with paragraph_free. */
void paragraph_read(struct paragraph *passage, struct slice line, size_t number);
void paragraph_free(struct paragraph *passage);

/* Appends what stands in `next`, without the white space around it, and frees it. */
void paragraph_join(struct paragraph *passage, struct paragraph *next);

/* Leaves out the first `bytes` of the passage. */
void paragraph_cut(struct paragraph *passage, size_t bytes);

/* Where code point `index` of the passage stands in the source; `line` and `start` are set, `end` is start + 1. */
struct place_in_text paragraph_where(const struct paragraph *passage, size_t index);

/* Code points [start, end) of the passage as the source spells them; `lines`: the source's. Appends them. */
void paragraph_spell(const struct paragraph *passage, const struct slice *lines, size_t start, size_t end,
                     struct buffer *out);

/* The character that the recognition reads for one of the source: half-width, simplified. */
uint32_t paragraph_character(uint32_t code_point, bool traditional);

#endif
