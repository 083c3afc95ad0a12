#include "kept.h"

#include "chuanda/memory.h"

#include <stdlib.h>

static enum status read_rows(struct library *library, const char *sql, int64_t source, struct kept_table_rows *table,
                             struct problem *problem)
{
    struct query query = query_begin(library, sql);
    bind_int(&query, source);
    while (query_row(&query)) {
        table->rows = mem_grow(table->rows, table->count, &table->capacity, sizeof *table->rows);
        table->rows[table->count++] = (struct kept_row){.id = column_int(&query, 0),
                                                        .line = column_size(&query, 1),
                                                        .start = column_size(&query, 2),
                                                        .text = column_text(&query, 3)};
    }
    return query_end(&query, problem);
}

enum status kept_read(struct library *library, int64_t source, bool same_text, struct kept *kept,
                      struct problem *problem)
{
    static const struct {
        const char *rows;
        const char *next;
        bool in_lines; /* known by its place within a line */
    } questions[KEPT_TABLES] = {
        {"SELECT d.id, d.first_line, 0, p.text FROM document d"
         " JOIN passage p ON p.source = d.source AND p.line = d.first_line WHERE d.source = ? ORDER BY d.first_line",
         "SELECT ifnull(max(id), 0) + 1 FROM document", false},
        {"SELECT x.id, x.line, x.first, NULL FROM directive x JOIN document d ON d.id = x.document"
         " WHERE d.source = ? ORDER BY x.line, x.first",
         "SELECT ifnull(max(id), 0) + 1 FROM directive", true},
        {"SELECT x.id, x.line, x.first, NULL FROM reference x JOIN document d ON d.id = x.document"
         " WHERE d.source = ? ORDER BY x.line, x.first",
         "SELECT ifnull(max(id), 0) + 1 FROM reference", true},
    };
    enum status status = STATUS_OK;
    kept->same_text = same_text;
    for (size_t i = 0; status == STATUS_OK && i < KEPT_TABLES; i++) {
        struct query next = query_begin(library, questions[i].next);
        status = query_int(&next, 1, &kept->tables[i].next_id, problem);
        if (status == STATUS_OK && (same_text || !questions[i].in_lines))
            status = read_rows(library, questions[i].rows, source, &kept->tables[i], problem);
    }
    return status;
}

void kept_free(struct kept *kept)
{
    for (size_t i = 0; i < KEPT_TABLES; i++) {
        for (size_t row = 0; row < kept->tables[i].count; row++)
            free(kept->tables[i].rows[row].text);
        free(kept->tables[i].rows);
    }
    *kept = (struct kept){0};
}

/* The first row at or behind a place. */
static size_t row_from(const struct kept_table_rows *table, size_t line, size_t start)
{
    size_t low = 0;
    for (size_t high = table->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        const struct kept_row *row = &table->rows[middle];
        if (row->line < line || (row->line == line && row->start < start))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* In a text that has changed: the next document of a first line behind the one that was found last, else any. */
static struct kept_row *find_text(struct kept_table_rows *table, struct slice text)
{
    for (size_t i = 0; i < table->count; i++) {
        size_t at = (table->next_row + i) % table->count;
        if (table->rows[at].id != 0 && slice_equal(slice_of(table->rows[at].text), text)) {
            table->next_row = at + 1;
            return &table->rows[at];
        }
    }
    return NULL;
}

/* In a text that has not. */
static struct kept_row *find_place(struct kept_table_rows *table, size_t line, size_t start)
{
    size_t at = row_from(table, line, start);
    bool found = at < table->count && table->rows[at].line == line && table->rows[at].start == start;
    return found && table->rows[at].id != 0 ? &table->rows[at] : NULL;
}

int64_t kept_id(struct kept *kept, enum kept_table table, size_t line, size_t start, struct slice text)
{
    struct kept_table_rows *rows = &kept->tables[table];
    struct kept_row *found = kept->same_text ? find_place(rows, line, start) : find_text(rows, text);
    if (found == NULL)
        return rows->next_id++;
    int64_t id = found->id;
    found->id = 0;
    return id;
}
