/*
 * What the user said of links (chuanda/correction.h), heard where relays and
 * follow-ups are found: confirmed ones hold, struck ones are gone, added ones
 * are there, whatever is recognised.
 */
#ifndef TRACE_LINKS_H
#define TRACE_LINKS_H

#include "chuanda/correction.h"
#include "resolve.h"
#include "tracer.h"

/* A correction whose ends are found, in today's documents. */
struct said_link {
    int64_t id;
    enum act act;
    enum link link;
    int64_t from;
    struct place_in_text where; /* the reference, or the directive */
    char *words;                /* owned; those of `where` */
    int64_t to;                 /* 0: a reference is struck altogether */
    size_t line;                /* of a follow-up: the local passage */
    int64_t directive;          /* of a follow-up: that stands at `where` */
};
struct said_links {
    struct said_link *items; /* owned; in the order in which they were said, so that the last holds */
    size_t count, capacity;
    const struct version_list *versions; /* the tracer's; NULL where nothing was said */
};

/* Cached; the tracer's, valid until the library changes. */
enum status tracer_links(struct tracer *tracer, const struct said_links **links, struct problem *problem);

/*
 * Adds to references in reading order those that only the user saw: their ids
 * are negative, and what they name is for links_of_reference to tell.
 */
void links_add_references(const struct said_links *links, const struct document_list *documents,
                          struct reference_list *references);

/* Makes what a reference reaches what the user says; false where it is struck altogether. */
bool links_of_reference(const struct said_links *links, const struct reference *reference,
                        struct reached_list *reached);

/* Which follow-ups a list is of: one directive's, those of a document's directives (0: of all), or what one passage takes up. */
struct follow_up_question {
    enum { ASKED_DIRECTIVE, ASKED_DOCUMENT, ASKED_PASSAGE } asked;
    int64_t directive;
    int64_t document;
    size_t line;
};

/* Makes a list of follow-ups what the user says; it is to be sorted afterwards. */
enum status links_of_follow_ups(struct tracer *tracer, struct follow_up_question question, struct follow_up_list *list,
                                struct problem *problem);

#endif
