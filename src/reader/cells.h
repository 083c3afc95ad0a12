/*
 * A wrapped row as it stands on the screen: cells that remember which code
 * points of the passage they show.  Cursor, highlight, search, selection and
 * copy all read these.
 */
#ifndef READER_CELLS_H
#define READER_CELLS_H

#include "chuanda/display.h"
#include "chuanda/wrap.h"

#include <stddef.h>

struct cell {
    size_t start; /* code points in the passage, half-open */
    size_t end;
    unsigned column; /* from the row's start */
    unsigned columns;
    unsigned roles; /* of screen.h */
    char shown[GLYPH_BYTES];
};

struct cell_row {
    struct cell *items; /* owned */
    size_t count, capacity;
    size_t end;       /* code point behind the row */
    unsigned columns; /* sum of the cells' */
};

/*
 * Replaces `cells` by those of a row of `passage`.  What hangs over `columns`
 * (white space at a row's end) has no cell.
 */
void cells_of_row(struct slice passage, const struct row *row, unsigned columns, enum ambiguous ambiguous,
                  struct cell_row *cells);
void cell_row_free(struct cell_row *cells);

/* Adds roles to the cells that show any of the code points [start, end). */
void cells_mark(struct cell_row *cells, size_t start, size_t end, unsigned roles);

/* The column of the cell that shows a code point; behind the last cell where none does. */
unsigned cells_column(const struct cell_row *cells, size_t code_point);

/* The first code point of the cell that covers a column; that of the last cell for a column behind it. */
size_t cells_code_point(const struct cell_row *cells, unsigned column);

#endif
