/*
 * The ids of what was recognised in a source, kept while it is recognised anew:
 * scripts and the reader's trail hold them.
 */
#ifndef LIBRARY_KEPT_H
#define LIBRARY_KEPT_H

#include "database.h"

enum kept_table { KEPT_DOCUMENTS, KEPT_DIRECTIVES, KEPT_REFERENCES };
enum { KEPT_TABLES = KEPT_REFERENCES + 1 };

struct kept_row {
    int64_t id; /* 0: it was given again */
    size_t line;
    size_t start;
    char *text; /* owned; of a document its first line, else NULL */
};

struct kept {
    struct kept_table_rows {
        struct kept_row *rows; /* owned; by line and start */
        size_t count, capacity;
        size_t next_row; /* where to look first in a text that has changed */
        int64_t next_id; /* that nothing in the library has */
    } tables[KEPT_TABLES];
    bool same_text;
};

/* Reads the ids of a source before anything of it is deleted; `same_text`: its lines will be the same. */
enum status kept_read(struct library *library, int64_t source, bool same_text, struct kept *kept,
                      struct problem *problem);
void kept_free(struct kept *kept);

/*
 * The id of what stands at a place now: that of what began there before, else a
 * new one.  Where the text has changed, a document is known by its first line
 * `text` and their order, and directives and references get new ids.
 */
int64_t kept_id(struct kept *kept, enum kept_table table, size_t line, size_t start, struct slice text);

#endif
