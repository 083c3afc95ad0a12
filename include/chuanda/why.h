/*
 * Why: the evidence for what was recognised and linked, as lines in the
 * reader's language.  What `chuanda why` prints and the reader's w shows is
 * made here, once.
 */
#ifndef CHUANDA_WHY_H
#define CHUANDA_WHY_H

#include "chuanda/trace.h"

/* What a line is. */
enum why_part {
    WHY_HEADING,  /* of the lines below it */
    WHY_FIELD,    /* 日期：2031-07-02 */
    WHY_EVIDENCE, /* words of the document, and what they are evidence for; links below it start from them */
    WHY_LINK,     /* another document */
    WHY_DETAIL,   /* of the link above: its words, the phrases that are shared */
    WHY_NONE      /* that there is nothing to be said */
};

struct why_line {
    enum why_part part;
    char *text;                 /* owned */
    int64_t document;           /* of a link: where it leads; 0: nowhere */
    struct place_in_text where; /* and to which words there; line 0: to the whole */
};
struct why {
    struct why_line *items;
    size_t count, capacity;
};
void why_free(struct why *why);

/* Each appends its lines; a document or directive that is not there is STATUS_NOTHING. */

/* A document's fields, and for each the words and the rule that it was read by; how its bounds were found. */
enum status why_fields(struct tracer *tracer, int64_t document, struct why *why, struct problem *problem);

/* What a document names, which document that is and by which evidence; who names it. */
enum status why_relays(struct tracer *tracer, int64_t document, struct why *why, struct problem *problem);

/* Which passages take up what a document demands, and what its own passages take up. */
enum status why_follow_ups(struct tracer *tracer, int64_t document, struct why *why, struct problem *problem);

/* A directive: who demands what of whom, and the passages that take it up, with the shared phrases and how rare they are. */
enum status why_directive(struct tracer *tracer, const struct directive *directive, struct why *why,
                          struct problem *problem);

/* A reference: what its words say of what they name, and what that is. */
enum status why_reference(struct tracer *tracer, const struct reference *reference, struct why *why,
                          struct problem *problem);

/* What a passage takes up. */
enum status why_taken_up(struct tracer *tracer, int64_t document, size_t line, struct why *why,
                         struct problem *problem);

#endif
