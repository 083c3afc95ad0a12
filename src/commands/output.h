/*
 * What commands print.  Results go to stdout; when that is a terminal, nothing
 * reaches it that display.h forbids.
 */
#ifndef COMMANDS_OUTPUT_H
#define COMMANDS_OUTPUT_H

#include "chuanda/slice.h"
#include "chuanda/status.h"

#include <stdbool.h>
#include <stddef.h>

/* Is stdout a terminal? */
bool output_is_terminal(void);

/* Prints text to stdout; failures show at output_end. */
void output_text(struct slice text);

/* Flushes stdout; fails where not everything could be written. */
enum status output_end(struct problem *problem);

/* Prints `chuanda: MESSAGE` as one line to stderr. */
void output_complaint(const char *message);

/*
 * Shows how far a long work is, on stderr and only where that is a terminal;
 * the end wipes it away, before anything else is printed.
 */
void output_progress(size_t done, size_t all, const char *name);
void output_progress_end(void);

/* A table of text cells, aligned by display width. */
struct table {
    size_t columns;
    char **cells; /* owned, each owned; row by row */
    size_t count, capacity;
};
/* The next cell; NULL is an empty one. */
void table_add(struct table *table, const char *text);
/* Prints and frees the cells; on a terminal long cells are cut so that a row fits. */
void table_print(struct table *table);

#endif
