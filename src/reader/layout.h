/*
 * Where everything stands: pure arithmetic from a size to rectangles.
 */
#ifndef READER_LAYOUT_H
#define READER_LAYOUT_H

#include <stdbool.h>

enum pane_id { PANE_MEETINGS, PANE_TEXT, PANE_DIRECTIVES };
enum { PANES = PANE_DIRECTIVES + 1 };

/* The smallest screen on which the reader works. */
enum { SMALLEST_COLUMNS = 20, SMALLEST_ROWS = 6 };

/* In columns and rows, from the top left corner (0, 0). No columns: not on the screen. */
struct rect {
    unsigned x;
    unsigned y;
    unsigned columns;
    unsigned rows;
};

struct layout {
    bool too_small;
    struct rect panes[PANES]; /* the first row of each is its title */
    struct rect status;
};

/* What decides beside the size. */
struct arrangement {
    enum pane_id focus;
    enum pane_id companion; /* which pane stands beside the text where there is room for two */
    bool zoomed;            /* the focused pane alone */
};

/*
 * Three panes from 100 columns, two from 60 (the text and its companion), one
 * below.  One column between panes is left for a border.
 */
struct layout layout_of(unsigned columns, unsigned rows, struct arrangement arrangement);

#endif
