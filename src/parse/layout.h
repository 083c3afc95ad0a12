/*
 * How a source is laid out: from its lines to the passages that the stages of
 * a parse work on, numbered as lines are, and back from places in passages to
 * places in lines.  A passage is one paragraph, over as many lines as it takes.
 */
#ifndef PARSE_LAYOUT_H
#define PARSE_LAYOUT_H

#include "chuanda/fact.h"
#include "chuanda/parse.h"
#include "paragraph.h"
#include "parser.h"

struct layout {
    const struct slice *lines; /* the source's */
    size_t line_count;
    struct paragraph *passages; /* owned; blank lines are blank passages */
    struct slice *texts;        /* owned; of the passages */
    size_t count;
    struct fact *facts; /* owned: what the user says, of passages */
    size_t fact_count;
};

/*
 * Freed with layout_free; lines and facts must outlive it.  A line at which the
 * user says that a document begins carries on no paragraph.
 */
void layout_read(struct layout *layout, struct document_rules *rules, const struct slice *lines, size_t line_count,
                 struct fact_list facts);
void layout_free(struct layout *layout);

/*
 * What was found in the passages becomes what stands in the lines: places are
 * places in the source; directives are the words that stand there, and titles,
 * bodies, names, leads and references are spelt as the source spells them.  What is only compared (names of places and of occasions, and
 * what a reference says) stays simplified.
 */
void layout_restore(const struct layout *layout, struct parsed *parsed);

#endif
