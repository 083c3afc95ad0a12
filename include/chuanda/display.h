/*
 * What may be shown, and how wide it is.
 *
 * A glyph is what occupies one place on the screen: a base character with its
 * combining marks, or the visible marker that stands for something a terminal
 * must never receive (the table of shared/facts.md: controls, bidi controls,
 * zero-width characters, tag characters, noncharacters, U+FFFD stays).  At most
 * four combining marks stay on a glyph; the rest are dropped from the display,
 * never from the text.
 */
#ifndef CHUANDA_DISPLAY_H
#define CHUANDA_DISPLAY_H

#include "chuanda/buffer.h"
#include "chuanda/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* How wide the ambiguous characters (“ ” — … · ①) are on this terminal. */
enum ambiguous { AMBIGUOUS_NARROW = 1, AMBIGUOUS_WIDE = 2 };

/* Longest `shown`: a base and four marks, or a marker such as ‹U+10FFFF›; bytes with the NUL. */
enum { GLYPH_BYTES = 32 };

struct glyph {
    size_t bytes;            /* bytes of the text that it covers (≥ 1) */
    size_t code_points;      /* code points of the text that it covers (≥ 1) */
    unsigned columns;        /* its width: 1, 2, or more for a marker; a tab is one column here */
    char shown[GLYPH_BYTES]; /* UTF-8 that is safe to send to a terminal */
    bool marker;             /* stands for something that cannot be shown */
};

/* The glyph at byte `position` (< text.length). */
struct glyph display_glyph(struct slice text, size_t position, enum ambiguous ambiguous);

/* Sum of the glyphs' columns. */
size_t display_width(struct slice text, enum ambiguous ambiguous);

/* Appends the text as it may be shown; newlines stay. */
void display_add(struct buffer *buffer, struct slice text);

/*
 * Appends as much as fits into `columns` columns (never half a character; an
 * … where something was cut) and returns the columns used.
 */
size_t display_add_cut(struct buffer *buffer, struct slice text, size_t columns, enum ambiguous ambiguous);

#endif
