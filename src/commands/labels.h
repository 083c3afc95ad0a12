/* How commands name a document's place and day. */
#ifndef COMMANDS_LABELS_H
#define COMMANDS_LABELS_H

#include "chuanda/buffer.h"
#include "chuanda/document.h"

/* 中央, 湖北省黄冈市, or where a document of a lower level has no place, its level: 市级. */
const char *label_place(const struct document *document);

/* Appends the day: 2020-03-04, ~2020-03-04 where it is inferred, nothing where there is none. */
void label_date(struct buffer *buffer, const struct document *document);

#endif
