/* Where each set of sources was left, in $XDG_STATE_HOME/chuanda/positions: one line a set, the latest first. */
#ifndef READER_POSITIONS_H
#define READER_POSITIONS_H

#include "chuanda/source.h"
#include "layout.h"

#include <stdbool.h>

struct position {
    char hash[SOURCE_HASH_TEXT]; /* of the source */
    size_t line;
    size_t code_point;
    enum pane_id focus;
};

/* `set`: a word that stands for the set of sources. False where nothing is known of it. */
bool positions_load(const char *set, struct position *position);

/*
 * Written beside the old file and put in its place, so that there is always a
 * whole one.  A place that cannot be kept is no reason to fail: false, and
 * nothing has changed.
 */
bool positions_save(const char *set, const struct position *position);

#endif
