/*
 * UTF-8: the one place where byte positions and code-point positions are
 * converted.  Everything that reaches these functions was decoded by
 * charset.h and so is valid; a stray byte is still read as U+FFFD, one byte
 * long, and never read past.
 */
#ifndef CHUANDA_UTF8_H
#define CHUANDA_UTF8_H

#include "chuanda/buffer.h"
#include "chuanda/slice.h"

#include <stdbool.h>
#include <stdint.h>

/* The code point at byte `*position` (which must be < text.length); moves `*position` behind it. */
uint32_t utf8_next(struct slice text, size_t *position);

/* The code point that ends before byte `*position` (which must be > 0); moves `*position` to its start. */
uint32_t utf8_previous(struct slice text, size_t *position);

/* How many code points a text has. */
size_t utf8_count(struct slice text);

/* A place in a text whose code points have been counted. Starts as {0}. */
struct utf8_cursor {
    size_t byte;
    size_t code_point;
};

/*
 * How many code points a text has before `byte`, counted on from the cursor, which moves there: for positions
 * that mostly grow, since a line may be the whole of a long file.
 */
size_t utf8_count_on(struct slice text, size_t byte, struct utf8_cursor *cursor);

/* The byte at which code point number `code_points` starts; text.length where it has fewer. */
size_t utf8_byte(struct slice text, size_t code_points);

void utf8_add(struct buffer *buffer, uint32_t code_point);

/* Is the whole text strictly valid UTF-8 (no overlong forms, no surrogates, at most U+10FFFF)? */
bool utf8_valid(struct slice text);

#endif
