/* The hierarchy of meetings as plain lines, for where there is no screen. */
#ifndef COMMANDS_HIERARCHY_H
#define COMMANDS_HIERARCHY_H

#include "chuanda/buffer.h"
#include "chuanda/library.h"

/*
 * Appends the documents, grouped by place, each group under the one that it
 * is part of:
 *
 *     中央 2
 *       2031-07-01  …
 *     甲省 1
 *       2031-07-02  …
 *       乙市 1
 *         2031-07-03  …
 *
 * `list` is in the order of library_documents.
 */
void hierarchy_add(struct buffer *buffer, const struct document_list *list);

#endif
