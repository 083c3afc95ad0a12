/*
 * Wrapping a passage into rows: ICU's line-break rules for zh@lb=strict, so
 * that ，。》）stay at a row's end and “《 do not.  A wide character that
 * does not fit moves whole to the next row; a word longer than the row is cut
 * between glyphs.  No row is wider than the columns but for white space at its
 * end, or one marker that is wider than a whole row: what draws it clips.
 *
 * The rows joined are the passage, byte for byte, at every width (property
 * test).
 */
#ifndef CHUANDA_WRAP_H
#define CHUANDA_WRAP_H

#include "chuanda/display.h"
#include "chuanda/slice.h"

#include <stddef.h>

struct row {
    size_t start;      /* byte in the passage */
    size_t end;        /* byte behind the row */
    size_t code_point; /* code point at which the row starts */
};

struct rows {
    struct row *items; /* owned */
    size_t count;      /* at least one, also for an empty passage */
    size_t capacity;
};

/* One for many calls: holds ICU's iterator. */
struct wrapper;
struct wrapper *wrapper_new(void);
void wrapper_free(struct wrapper **wrapper);

/*
 * Replaces `rows` by the rows of `passage` at `columns` columns (at least 2;
 * fewer count as 2).  White space at a row's end may hang over the edge: it
 * belongs to the row but need not be shown.
 */
void wrap_passage(struct wrapper *wrapper, struct slice passage, unsigned columns, enum ambiguous ambiguous,
                  struct rows *rows);
void rows_free(struct rows *rows);

#endif
