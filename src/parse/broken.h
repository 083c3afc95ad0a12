/*
 * Paragraphs that a carrier broke into lines: at a width, or where a page
 * ended.  Which widths a source breaks at is told by its lines: a line is full
 * where the first word of the next would not have found room in it.
 */
#ifndef PARSE_BROKEN_H
#define PARSE_BROKEN_H

#include "chuanda/slice.h"
#include "rules.h"

#include <stdbool.h>
#include <stddef.h>

/* What a line is in the make-up of its source. */
enum line_role {
    LINE_BEGINS,  /* a passage of its own, or the first line of one */
    LINE_CARRIES, /* carries on the last passage above it that is no margin */
    LINE_MARGIN   /* a page number, or a running head beside it */
};

/* Sets the role of every line; blank ones begin. */
void broken_read(struct document_rules *rules, const struct slice *lines, size_t count, enum line_role *roles);

/* margins.c: marks the margins; the other roles stay. */
void margins_read(struct document_rules *rules, const struct slice *lines, size_t count, enum line_role *roles);

#endif
