/*
 * How a source is laid out: from its lines to the passages that the stages of
 * a parse work on, numbered as lines are, and back from places in passages to
 * places in lines.
 */
#ifndef PARSE_LAYOUT_H
#define PARSE_LAYOUT_H

#include "chuanda/parse.h"
#include "parser.h"
#include "paragraph.h"

struct layout {
    const struct slice *lines; /* the source's */
    size_t line_count;
    struct paragraph *passages; /* owned; blank lines are blank passages */
    struct slice *texts;      /* owned; of the passages */
    size_t count;
};

/* Freed with layout_free; the lines must outlive it. */
void layout_read(struct layout *layout, struct document_rules *rules, const struct slice *lines, size_t line_count);
void layout_free(struct layout *layout);

/*
 * What was found in the passages becomes what stands in the lines: places are
 * places in the source; titles, bodies, names, leads, directives and references are spelt as
 * the source spells them.  What is only compared (names of places and of occasions, and
 * what a reference says) stays simplified.
 */
void layout_restore(const struct layout *layout, struct parsed *parsed);

#endif
