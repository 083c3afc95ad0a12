#include "database.h"

#include "chuanda/buffer.h"
#include "chuanda/memory.h"

#include <inttypes.h>
#include <stdlib.h>

/* Takes a statement out of those at rest, so that a query within the same query gets one of its own. */
static sqlite3_stmt *take_prepared(struct library *library, const char *sql)
{
    for (size_t i = 0; i < library->prepared_count; i++)
        if (library->prepared[i].sql == sql) {
            sqlite3_stmt *statement = library->prepared[i].statement;
            library->prepared[i] = library->prepared[--library->prepared_count];
            return statement;
        }
    return NULL;
}

struct query query_begin(struct library *library, const char *sql)
{
    struct query query = {.library = library, .sql = sql, .code = SQLITE_OK};
    query.statement = take_prepared(library, sql);
    if (query.statement == NULL)
        query.code = sqlite3_prepare_v3(library->database, sql, -1, SQLITE_PREPARE_PERSISTENT, &query.statement, NULL);
    return query;
}

void bind_int(struct query *query, int64_t value)
{
    if (query->code == SQLITE_OK)
        query->code = sqlite3_bind_int64(query->statement, ++query->bound, value);
}

void bind_null(struct query *query)
{
    if (query->code == SQLITE_OK)
        query->code = sqlite3_bind_null(query->statement, ++query->bound);
}

void bind_text(struct query *query, const char *text)
{
    if (text == NULL)
        bind_null(query);
    else
        bind_slice(query, slice_of(text));
}

void bind_slice(struct query *query, struct slice text)
{
    if (query->code == SQLITE_OK)
        query->code =
            sqlite3_bind_text64(query->statement, ++query->bound, text.bytes, text.length, SQLITE_STATIC, SQLITE_UTF8);
}

void bind_scope(struct query *query, const struct scope *scope)
{
    if (scope == NULL || scope->count == 0) {
        bind_null(query);
        return;
    }
    struct buffer array = {0};
    for (size_t i = 0; i < scope->count; i++)
        buffer_print(&array, "%s%" PRId64, i == 0 ? "[" : ",", scope->sources[i]);
    buffer_add_text(&array, "]");
    if (query->code == SQLITE_OK)
        query->code = sqlite3_bind_text64(query->statement, ++query->bound, array.bytes, array.length, SQLITE_TRANSIENT,
                                          SQLITE_UTF8);
    buffer_free(&array);
}

bool query_row(struct query *query)
{
    if (query->code == SQLITE_OK || query->code == SQLITE_ROW)
        query->code = sqlite3_step(query->statement);
    return query->code == SQLITE_ROW;
}

int64_t column_int(const struct query *query, int column)
{
    return sqlite3_column_int64(query->statement, column);
}

size_t column_size(const struct query *query, int column)
{
    int64_t value = column_int(query, column);
    return value < 0 ? 0 : (size_t)value;
}

struct slice column_slice(const struct query *query, int column)
{
    const unsigned char *text = sqlite3_column_text(query->statement, column);
    return (struct slice){.bytes = text == NULL ? "" : (const char *)text,
                          .length = (size_t)sqlite3_column_bytes(query->statement, column)};
}

char *column_text(const struct query *query, int column)
{
    if (!column_known(query, column))
        return NULL;
    return slice_copy(column_slice(query, column));
}

enum status query_end(struct query *query, struct problem *problem)
{
    struct library *library = query->library;
    enum status status = STATUS_OK;
    if (query->code != SQLITE_OK && query->code != SQLITE_ROW && query->code != SQLITE_DONE)
        status = database_problem(library, query->code, problem);
    if (query->statement != NULL) {
        sqlite3_reset(query->statement);
        sqlite3_clear_bindings(query->statement);
        library->prepared = mem_grow(library->prepared, library->prepared_count, &library->prepared_capacity,
                                     sizeof *library->prepared);
        library->prepared[library->prepared_count++] =
            (struct prepared){.sql = query->sql, .statement = query->statement};
    }
    *query = (struct query){0};
    return status;
}

enum status query_run(struct query *query, struct problem *problem)
{
    while (query_row(query))
        continue;
    return query_end(query, problem);
}

enum status query_int(struct query *query, int64_t otherwise, int64_t *value, struct problem *problem)
{
    *value = query_row(query) ? column_int(query, 0) : otherwise;
    return query_end(query, problem);
}

enum status database_script(struct library *library, const char *sql, struct problem *problem)
{
    int code = sqlite3_exec(library->database, sql, NULL, NULL, NULL);
    return code == SQLITE_OK ? STATUS_OK : database_problem(library, code, problem);
}

enum status transaction_begin(struct library *library, struct problem *problem)
{
    return database_script(library, "BEGIN IMMEDIATE", problem);
}

enum status transaction_end(struct library *library, enum status status, struct problem *problem)
{
    if (status == STATUS_OK)
        status = database_script(library, "COMMIT", problem);
    /* A failure such as a full disk may have ended the transaction already. */
    if (status != STATUS_OK && sqlite3_get_autocommit(library->database) == 0)
        (void)sqlite3_exec(library->database, "ROLLBACK", NULL, NULL, NULL);
    return status;
}

enum status database_problem(const struct library *library, int code, struct problem *problem)
{
    const char *path = library->path;
    switch (code & 0xff) {
    case SQLITE_READONLY:
        return problem_raise(problem, STATUS_FAILED,
                             "the library %s cannot be written: it or its folder is read-only; choose another with "
                             "--library PATH, or --library :memory:",
                             path);
    case SQLITE_FULL:
        return problem_raise(problem, STATUS_FAILED,
                             "the library %s cannot be written: the disk is full; make room and try again", path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return problem_raise(problem, STATUS_FAILED,
                             "the library %s is being written by another program; try again when that is done", path);
    case SQLITE_NOTADB:
        return problem_raise(problem, STATUS_FAILED, "%s is not a chuanda library; choose another with --library PATH",
                             path);
    case SQLITE_CORRUPT:
        return problem_raise(problem, STATUS_FAILED,
                             "the library %s is damaged; move it away and take the files in again", path);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return problem_raise(problem, STATUS_FAILED,
                             "the library %s cannot be opened or created; check its folder, or choose another with "
                             "--library PATH",
                             path);
    case SQLITE_IOERR:
        return problem_raise(problem, STATUS_FAILED,
                             "the library %s cannot be read or written: the disk refused; check it, its quota and the "
                             "limit on file sizes",
                             path);
    default:
        return problem_raise(problem, STATUS_FAILED, "the library %s failed: %s", path,
                             sqlite3_errmsg(library->database));
    }
}

void bind_date(struct query *query, struct date date)
{
    int number = date.year * 10000 + date.month * 100 + date.day;
    bind_known(query, number != 0, number);
}

struct date column_date(const struct query *query, int column)
{
    int number = (int)column_int(query, column);
    return (struct date){.year = number / 10000, .month = number / 100 % 100, .day = number % 100};
}

void bind_known(struct query *query, bool known, int64_t value)
{
    if (known)
        bind_int(query, value);
    else
        bind_null(query);
}

bool column_known(const struct query *query, int column)
{
    return sqlite3_column_type(query->statement, column) != SQLITE_NULL;
}

void bind_where(struct query *query, struct place_in_text where)
{
    bind_int(query, (int64_t)where.line);
    bind_int(query, (int64_t)where.start);
    bind_int(query, (int64_t)where.end);
}

struct place_in_text column_where(const struct query *query, int column)
{
    return (struct place_in_text){.line = column_size(query, column),
                                  .start = column_size(query, column + 1),
                                  .end = column_size(query, column + 2)};
}

char **column_lines(const struct query *query, int column, size_t *count)
{
    struct slice text = column_slice(query, column);
    char **lines = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t start = 0; start < text.length;) {
        size_t end = slice_find(text, slice_of("\n"), start);
        if (end == SLICE_NONE)
            end = text.length;
        lines = mem_grow(lines, *count, &capacity, sizeof *lines);
        lines[(*count)++] = slice_copy(slice_part(text, start, end));
        start = end + 1;
    }
    return lines;
}
