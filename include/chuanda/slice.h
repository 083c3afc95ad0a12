/*
 * A stretch of UTF-8 bytes that somebody else owns.  All lengths and positions
 * here are in bytes; code points and columns are the business of utf8.h and
 * display.h.
 */
#ifndef CHUANDA_SLICE_H
#define CHUANDA_SLICE_H

#include <stdbool.h>
#include <stddef.h>

struct slice {
    const char *bytes;
    size_t length;
};

#define SLICE_NONE ((size_t)-1) /* "not found" */

/* The whole of a C string; NULL gives an empty slice. */
struct slice slice_of(const char *string);

/* Bytes [start, end) of a slice, clipped to it. */
struct slice slice_part(struct slice whole, size_t start, size_t end);

bool slice_equal(struct slice a, struct slice b);
bool slice_starts(struct slice whole, struct slice head);
bool slice_ends(struct slice whole, struct slice tail);

/* Position of the first `needle` at or after `from`, or SLICE_NONE. An empty needle is never found. */
size_t slice_find(struct slice whole, struct slice needle, size_t from);

/* The same for a C string. */
bool slice_has(struct slice whole, const char *needle);

/* Without white space at either end: ASCII, U+3000, U+00A0, U+FEFF, U+200B. */
struct slice slice_trim(struct slice whole);

/* True where slice_trim leaves nothing. */
bool slice_blank(struct slice whole);

/* A NUL-terminated copy, for the caller to free. */
char *slice_copy(struct slice whole);

#endif
