/* The arithmetic of every list: a cursor, the first line shown, and how the moving keys change them. */
#ifndef READER_LIST_H
#define READER_LIST_H

#include "actions.h"

#include <stddef.h>

struct list {
    size_t cursor; /* an item */
    size_t top;    /* the first item shown */
};

/*
 * Moves by one of the actions DOWN … LAST in a list of `count` items of which `rows` are shown;
 * OUTCOME_UNKNOWN for any other action, OUTCOME_NOTHING at an end.
 */
enum outcome list_move(struct list *list, enum action action, size_t count, size_t rows);

/* The same for a text without a cursor: `top` alone moves. */
enum outcome list_scroll(struct list *list, enum action action, size_t count, size_t rows);

/* Brings the cursor into the list and onto the screen. */
void list_settle(struct list *list, size_t count, size_t rows);

#endif
