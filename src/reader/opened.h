/* The document that is open: what the library holds of it, and what was asked about it while the reader was idle. */
#ifndef READER_OPENED_H
#define READER_OPENED_H

#include "chuanda/library.h"
#include "chuanda/trace.h"

#include <stdbool.h>

/* A stretch of the text that looks different from the rest. */
struct stretch {
    struct place_in_text where;
    unsigned roles; /* of screen.h */
};

/* A line of the directives pane: a lead, or a directive below it. */
struct directive_line {
    bool is_lead;
    size_t directive;
};

/* How a directive is told in the pane: kept, since it is made from its words and painted with every key. */
struct told {
    char *text;     /* owned; NULL: not told yet */
    size_t columns; /* for which it was made */
};

/* Starts as {0}. */
struct opened {
    int64_t id;                      /* 0: nothing is open */
    const struct document *document; /* the catalogue's */
    struct passage_list passages;
    struct directive_list directives;
    struct reference_list references;
    struct bookmark_list bookmarks; /* all of the scope */
    struct stretch *stretches;      /* owned; residue, leads, references */
    size_t stretch_count, stretch_capacity;
    struct directive_line *lines; /* owned */
    size_t line_count, line_capacity;
    struct told *told; /* owned; of each directive */
    bool chain_asked;  /* from here on: what is asked when idle */
    struct chain chain;
    bool counts_asked;
    size_t *counts; /* owned; follow-ups of each directive */
};

/* Opens a document in the place of the one before. Where this fails, the one before stays. */
enum status opened_load(struct opened *opened, struct library *library, const struct scope *scope,
                        const struct document *document, struct problem *problem);
/* Adds as references the words that only the user says name a document: they are followed and marked as all are. */
void opened_add_references(struct opened *opened, const struct relay_list *relays);
/* Reads the bookmarks again. */
enum status opened_load_bookmarks(struct opened *opened, struct library *library, const struct scope *scope,
                                  struct problem *problem);
void opened_free(struct opened *opened);

/* The text of a line; empty where it has none. */
struct slice opened_line(const struct opened *opened, size_t line);

/* The directive that covers a place, or the last one before it, or the first; SLICE_NONE where there is none. */
size_t opened_directive_at(const struct opened *opened, size_t line, size_t code_point);

/* The line of the directives pane that shows a directive. */
size_t opened_directive_line(const struct opened *opened, size_t directive);

/* Is the place within these bounds? */
bool place_covers(struct place_in_text where, size_t line, size_t code_point);

#endif
