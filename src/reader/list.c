#include "list.h"

#include <stdbool.h>

/* Where an action leads from `at` in 0 … last; false: it does not move. */
static bool target(enum action action, size_t at, size_t last, size_t rows, size_t *to)
{
    size_t page = rows > 1 ? rows - 1 : 1;
    size_t half = rows > 1 ? rows / 2 : 1;
    size_t down = action == ACTION_DOWN ? 1 : action == ACTION_PAGE_DOWN ? page : action == ACTION_HALF_DOWN ? half : 0;
    size_t up = action == ACTION_UP ? 1 : action == ACTION_PAGE_UP ? page : action == ACTION_HALF_UP ? half : 0;
    if (down > 0)
        *to = last - at < down ? last : at + down;
    else if (up > 0)
        *to = at < up ? 0 : at - up;
    else if (action == ACTION_FIRST || action == ACTION_LAST)
        *to = action == ACTION_FIRST ? 0 : last;
    else
        return false;
    return true;
}

enum outcome list_move(struct list *list, enum action action, size_t count, size_t rows)
{
    size_t to = 0;
    list_settle(list, count, rows);
    if (!target(action, list->cursor, count > 0 ? count - 1 : 0, rows, &to))
        return OUTCOME_UNKNOWN;
    bool moved = to != list->cursor;
    list->cursor = to;
    list_settle(list, count, rows);
    return moved ? OUTCOME_DONE : OUTCOME_NOTHING;
}

enum outcome list_scroll(struct list *list, enum action action, size_t count, size_t rows)
{
    size_t last = count > rows ? count - rows : 0;
    size_t at = list->top < last ? list->top : last;
    size_t to = 0;
    if (!target(action, at, last, rows, &to))
        return OUTCOME_UNKNOWN;
    list->top = to;
    return to != at ? OUTCOME_DONE : OUTCOME_NOTHING;
}

void list_settle(struct list *list, size_t count, size_t rows)
{
    if (count == 0) {
        *list = (struct list){0};
        return;
    }
    if (rows == 0)
        rows = 1;
    if (list->cursor >= count)
        list->cursor = count - 1;
    if (list->cursor < list->top)
        list->top = list->cursor;
    if (list->cursor >= list->top + rows)
        list->top = list->cursor - rows + 1;
    size_t last = count > rows ? count - rows : 0;
    if (list->top > last)
        list->top = last;
}
