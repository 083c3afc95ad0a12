/* Correcting: what is being said against the machine. */
#ifndef READER_CORRECT_H
#define READER_CORRECT_H

#include "chooser.h"

#include "chuanda/trace.h"

/* Starts as {0}. */
struct correcting {
    int64_t document;      /* the one that is spoken of */
    enum field field;      /* the one whose value is typed or chosen */
    struct link_here link; /* the one whose target is chosen */
    struct link_here kept; /* a directive (from) or a passage (to) that waits for its other end */
};

/* Appends a correction in one line: 日期：2021-06-29（原为 2021-06-28）. */
void correction_describe(const struct correction *correction, struct buffer *text);

/* Appends the beginning of some words, in quotation marks. */
void correction_quote(struct slice words, struct buffer *text);

/* Appends a field's value as the screen has it: 省级; 无 where it is "". */
void correction_value(enum field field, const char *value, struct buffer *text);

#endif
