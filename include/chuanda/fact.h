/*
 * What a user says of a source against the machine, as the parser is given it:
 * it holds against all that is recognised, and what follows from it follows.
 */
#ifndef CHUANDA_FACT_H
#define CHUANDA_FACT_H

#include "chuanda/document.h"
#include "chuanda/parse.h"
#include "chuanda/status.h"

enum fact_kind {
    FACT_BEGINS,    /* a document begins at this line */
    FACT_CONTINUES, /* none does: what begins here belongs to the document above */
    FACT_FIELD      /* the document that begins here has this value */
};

/*
 * Of facts that contradict each other the last holds.  A field's fact holds for
 * the document whose beginning (its title and its opening) holds the line; at a
 * line that continues a document it says nothing.
 */
struct fact {
    enum fact_kind kind;
    size_t line;       /* 1-based */
    enum field field;  /* of FACT_FIELD: any but FIELD_BOUNDARY */
    const char *value; /* of FACT_FIELD: as fact_value writes it; "": it has none */
};

struct fact_list {
    const struct fact *items; /* not owned */
    size_t count;
};

/* parse_lines with facts, which must outlive the call. */
void parse_lines_knowing(struct parser *parser, const struct slice *lines, size_t line_count, struct fact_list facts,
                         struct parsed *parsed);

/*
 * The form in which a field's value is kept, from what a user writes: a level or a
 * kind by its word in either language, a date as YYYY-MM-DD, a known place by its
 * full name, several chairs joined by 、; "", none and 无 for none.  Owned by the caller; NULL
 * and STATUS_MISUSE with a line that says why where it is no such value.
 */
enum status fact_value(const struct parser *parser, enum field field, const char *words, char **value,
                       struct problem *problem);

#endif
