/*
 * The stages of a parse, in the order in which parse_lines runs them.  Each
 * stage keeps its compiled tables in a struct of its own and sees the
 * lines of the whole source and what the stages before it found.
 */
#ifndef PARSE_PARSER_H
#define PARSE_PARSER_H

#include "chuanda/fact.h"
#include "chuanda/parse.h"
#include "organ.h"
#include "place.h"

struct document_rules;  /* documents.c and its neighbours: boundaries, titles, fields */
struct event_rules;     /* events.c: names of occasions */
struct directive_rules; /* directives.c */
struct reference_rules; /* references.c */

struct parser {
    struct organ_table *organs;
    struct place_index *places;
    struct document_rules *documents;
    struct event_rules *events;
    struct directive_rules *directives;
    struct reference_rules *references;
};

/* What a stage works on. */
struct reading {
    const struct parser *parser;
    const struct slice *lines; /* the passages of the layout, numbered as lines are: lines[0] is line 1 */
    size_t line_count;
    struct fact_list facts; /* whose lines are passages */
    struct parsed *parsed;
};

struct document_rules *document_rules_new(void);
void document_rules_free(struct document_rules **rules);
/* Fills parsed->documents: boundaries, title, kind, level, place, organ, date, chairs, number, each with its evidence. */
void read_documents(struct reading *reading);

struct event_rules *event_rules_new(void);
void event_rules_free(struct event_rules **rules);
/* Sets `event` of the documents that are known by the name of an occasion. */
void read_events(struct reading *reading);

struct directive_rules *directive_rules_new(void);
void directive_rules_free(struct directive_rules **rules);
/* Appends the directives of document number `document` (an index). */
void read_directives(struct reading *reading, size_t document);

struct reference_rules *reference_rules_new(void);
void reference_rules_free(struct reference_rules **rules);
/* Appends the references of document number `document` (an index). */
void read_references(struct reading *reading, size_t document);

#endif
