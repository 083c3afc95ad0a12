/*
 * SQLite in few words: what the files of this room share.
 *
 * A query remembers its first failure; what is done with it afterwards does
 * nothing, so that a caller asks once, at query_end:
 *
 *     struct query query = query_begin(library, "SELECT … WHERE id = ?");
 *     bind_int(&query, id);
 *     while (query_row(&query))
 *         use(column_int(&query, 0));
 *     return query_end(&query, problem);
 */
#ifndef LIBRARY_DATABASE_H
#define LIBRARY_DATABASE_H

#include "chuanda/library.h"
#include "chuanda/parse.h"

#include <sqlite3.h>

struct prepared {
    const char *sql;
    sqlite3_stmt *statement;
};

struct library {
    char *path; /* owned; as it was named */
    sqlite3 *database;
    int marking;               /* rows that this connection has changed for bookmarks: no part of the generation */
    struct parser *parser;     /* NULL while nothing had to be parsed */
    struct prepared *prepared; /* owned; statements at rest, prepared when they were first needed */
    size_t prepared_count;
    size_t prepared_capacity;
};

struct query {
    struct library *library;
    const char *sql;
    sqlite3_stmt *statement; /* NULL where it could not be prepared */
    int bound;               /* parameters so far */
    int code;                /* SQLite's: OK, ROW, DONE, or the first failure */
};

/* `sql` must outlive the library: a literal. */
struct query query_begin(struct library *library, const char *sql);
void bind_int(struct query *query, int64_t value);
void bind_null(struct query *query);
/* The text must live until query_end. NULL binds NULL. */
void bind_text(struct query *query, const char *text);
void bind_slice(struct query *query, struct slice text);
/* Binds the scope's sources as a JSON array, NULL where it has none (see IN_SCOPE). */
void bind_scope(struct query *query, const struct scope *scope);
/* The condition on a column that goes with bind_scope; `n` is the parameter's number. A list, so that an index serves. */
#define IN_SCOPE(column, n)                                                                                            \
    column " IN (SELECT id FROM source WHERE ?" n " IS NULL UNION ALL SELECT value FROM json_each(?" n "))"

/* The next row; false at the end and on failure. */
bool query_row(struct query *query);
int64_t column_int(const struct query *query, int column);
size_t column_size(const struct query *query, int column); /* an integer that is not negative */
/* Valid until the next row. Empty where the column is NULL. */
struct slice column_slice(const struct query *query, int column);
/* Owned by the caller; NULL where the column is NULL. */
char *column_text(const struct query *query, int column);

/* Puts the statement back; fails with a line that says what the library could not do. */
enum status query_end(struct query *query, struct problem *problem);
/* For a statement without rows: runs it and ends it. */
enum status query_run(struct query *query, struct problem *problem);
/* One integer of one row; `otherwise` where there is no row. */
enum status query_int(struct query *query, int64_t otherwise, int64_t *value, struct problem *problem);

/* Several statements without parameters. */
enum status database_script(struct library *library, const char *sql, struct problem *problem);

/* A transaction that takes the right to write at once, so that it cannot fail half-way for a lock. */
enum status transaction_begin(struct library *library, struct problem *problem);
/* Commits where `status` is STATUS_OK, else undoes everything; returns `status` or the commit's failure. */
enum status transaction_end(struct library *library, enum status status, struct problem *problem);

/* Raises the line that fits a failure code of SQLite. */
enum status database_problem(const struct library *library, int code, struct problem *problem);

/* The library's parser: the tables of the genre take a while to compile, so only where something must be parsed. */
struct parser *library_parser(struct library *library);

/* In a transaction: parses the stored text of a source anew, with the corrections that hold (intake.c). */
enum status source_parse_anew(struct library *library, int64_t source, struct intake_report *report,
                              struct problem *problem);

/* Makes the tokenizer of the table `bigram` known to a connection (bigrams.c); SQLite's code. */
int bigrams_register(sqlite3 *database);

/*
 * Adds the passages of a source to the index of bigrams, and takes them out again, before they are deleted.  All at
 * once: FTS5 writes what it has gathered after every statement.
 */
enum status bigrams_add(struct library *library, int64_t source, struct problem *problem);
enum status bigrams_remove(struct library *library, int64_t source, struct problem *problem);

/* Brings the schema to this program's version (schema.c). */
enum status schema_prepare(struct library *library, struct problem *problem);

/* The value, or NULL where it is not known. */
void bind_known(struct query *query, bool known, int64_t value);
bool column_known(const struct query *query, int column);

/* A column of lines (group_concat with char(10)): owned, each owned; NULL and 0 where it is NULL. */
char **column_lines(const struct query *query, int column, size_t *count);

/* Appends the query's rows (line, text) as passages of `document`. */
void read_passages(struct query *query, int64_t document, struct passage_list *list);
/* All passages of a source, without their documents (0). */
enum status source_passages(struct library *library, int64_t source, struct passage_list *list,
                            struct problem *problem);

/* Line, start and end: three parameters or columns. */
void bind_where(struct query *query, struct place_in_text where);
struct place_in_text column_where(const struct query *query, int column);

/* Dates are kept as the number YYYYMMDD, unknown parts 0, wholly unknown NULL. */
void bind_date(struct query *query, struct date date);
struct date column_date(const struct query *query, int column);

#endif
