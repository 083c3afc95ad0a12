#include "layout.h"

enum { THREE_PANES = 100, TWO_PANES = 60 };

static unsigned clamp(unsigned value, unsigned least, unsigned most)
{
    return value < least ? least : value > most ? most : value;
}

/* The width of a side pane: the text gets the rest. */
static unsigned side(unsigned columns)
{
    return clamp(columns * 23 / 100, 22, 34);
}

static void place(struct layout *layout, enum pane_id pane, unsigned x, unsigned columns, unsigned rows)
{
    layout->panes[pane] = (struct rect){.x = x, .y = 0, .columns = columns, .rows = rows - 1};
}

static void place_two(struct layout *layout, enum pane_id companion, unsigned columns, unsigned rows)
{
    unsigned width = side(columns);
    unsigned rest = columns - width - 1;
    if (companion == PANE_DIRECTIVES) {
        place(layout, PANE_TEXT, 0, rest, rows);
        place(layout, PANE_DIRECTIVES, rest + 1, width, rows);
    } else {
        place(layout, PANE_MEETINGS, 0, width, rows);
        place(layout, PANE_TEXT, width + 1, rest, rows);
    }
}

static void place_three(struct layout *layout, unsigned columns, unsigned rows)
{
    unsigned width = side(columns);
    unsigned rest = columns - 2 * width - 2;
    place(layout, PANE_MEETINGS, 0, width, rows);
    place(layout, PANE_TEXT, width + 1, rest, rows);
    place(layout, PANE_DIRECTIVES, width + rest + 2, width, rows);
}

struct layout layout_of(unsigned columns, unsigned rows, struct arrangement arrangement)
{
    struct layout layout = {0};
    if (columns < SMALLEST_COLUMNS || rows < SMALLEST_ROWS) {
        layout.too_small = true;
        return layout;
    }
    layout.status = (struct rect){.x = 0, .y = rows - 1, .columns = columns, .rows = 1};
    if (arrangement.zoomed || columns < TWO_PANES)
        place(&layout, arrangement.focus, 0, columns, rows);
    else if (columns < THREE_PANES)
        place_two(&layout, arrangement.focus == PANE_TEXT ? arrangement.companion : arrangement.focus, columns, rows);
    else
        place_three(&layout, columns, rows);
    return layout;
}
