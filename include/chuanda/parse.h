/*
 * From lines to documents, directives and references.  Pure: no I/O, no
 * globals, any lines in.
 */
#ifndef CHUANDA_PARSE_H
#define CHUANDA_PARSE_H

#include "chuanda/document.h"
#include "chuanda/slice.h"

#include <stddef.h>

/* Raised whenever the same text would be read differently: a library then reads its sources' text anew. */
enum { PARSE_VERSION = 2 };

/*
 * Every non-blank line lies in exactly one document; documents are in the
 * order of their lines and do not overlap.  Text in which nothing is recognised
 * is one document.
 */
struct parsed {
    struct document *documents; /* owned */
    size_t document_count;
    size_t document_capacity;
    struct directive *directives; /* owned; in reading order */
    size_t directive_count;
    size_t directive_capacity;
    struct reference *references; /* owned; in reading order */
    size_t reference_count;
    size_t reference_capacity;
};

/* The tables of the genre, compiled: one for many sources. */
struct parser;
struct parser *parser_new(void);
void parser_free(struct parser **parser);

/* `lines`: UTF-8 without line ends. Replaces what is in `parsed`, which starts as {0}. */
void parse_lines(struct parser *parser, const struct slice *lines, size_t line_count, struct parsed *parsed);
void parsed_free(struct parsed *parsed);

#endif
