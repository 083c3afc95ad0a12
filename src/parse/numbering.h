/* Numbers that a compiler put before the titles of the documents: 一、市委常委会召开会议. */
#ifndef PARSE_NUMBERING_H
#define PARSE_NUMBERING_H

#include "chuanda/slice.h"
#include "rules.h"

#include <stddef.h>

/*
 * Sets marks[i] to the bytes at the start of line i that are such a number; 0
 * where there is none.  A number counts where those of one style count from one
 * through the source and the text behind most of them begins as documents do.
 */
void numbering_read(struct document_rules *rules, const struct slice *lines, size_t count, size_t *marks);

#endif
