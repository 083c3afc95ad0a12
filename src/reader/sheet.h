/* Passages to read, one below the other, wrapped to a width: a page has one, comparing two. */
#ifndef READER_SHEET_H
#define READER_SHEET_H

#include "chuanda/wrap.h"
#include "screen.h"

/* A stretch of a passage that looks different from the rest, in code points. */
struct sheet_mark {
    size_t start, end;
    unsigned roles; /* of screen.h */
};

struct sheet_line {
    char *text; /* owned */
    unsigned roles;
    struct sheet_mark *marks; /* owned; a later one comes on top of those before */
    size_t mark_count, mark_capacity;
};

/* Starts as {0}. */
struct sheet {
    struct sheet_line *items; /* owned */
    size_t count, capacity;
};

/* Takes over `text`. */
void sheet_add(struct sheet *sheet, char *text, unsigned roles);
/* Marks a stretch of the line that was added last. */
void sheet_mark(struct sheet *sheet, size_t start, size_t end, unsigned roles);
void sheet_free(struct sheet *sheet);

/*
 * Paints the rows from number `top` on that fit into `rect`; returns how many rows the sheet has
 * at this width.  A line without text is a blank row.
 */
size_t sheet_paint(const struct sheet *sheet, struct wrapper *wrapper, struct screen *screen, struct rect rect,
                   size_t top);

#endif
