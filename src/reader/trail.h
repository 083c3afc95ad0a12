/* Where the reader has been: back and forward as in a browser. */
#ifndef READER_TRAIL_H
#define READER_TRAIL_H

#include "layout.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A place to come back to. */
struct stop {
    int64_t document;
    size_t line;
    size_t code_point;
    enum pane_id focus;
};

/* Starts as {0}. */
struct trail {
    struct stop *stops; /* owned; those behind, then those ahead */
    size_t count, capacity;
    size_t behind; /* how many stops lie behind */
};
void trail_free(struct trail *trail);

/* A jump starts from `left`: it is put behind, and what lay ahead is forgotten. */
void trail_push(struct trail *trail, struct stop left);

/* One step back or forward from `here`, which takes the stop's place on the trail; false at an end. */
bool trail_back(struct trail *trail, struct stop here, struct stop *to);
bool trail_forward(struct trail *trail, struct stop here, struct stop *to);

#endif
