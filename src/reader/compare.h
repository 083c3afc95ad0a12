/*
 * Comparing: a directive and a passage that takes it up side by side, with the
 * wording that they share and what is new in the local text marked.
 */
#ifndef READER_COMPARE_H
#define READER_COMPARE_H

#include "list.h"
#include "sheet.h"

#include "pairs.h"

#include <stdbool.h>

/* Starts as {0}. */
struct compare {
    bool open;
    struct pairs pairs; /* those to step through */
    size_t pair;        /* the one that is shown */
    struct sheet upper, local;
    struct list list; /* only its top: a row of both */
    size_t row_count; /* as painted last */
};
void compare_close(struct compare *compare);

/* Paints the pair over all but the last row: side by side where there is room, else one above the other. */
void compare_paint(struct compare *compare, struct wrapper *wrapper, struct screen *screen);

#endif
