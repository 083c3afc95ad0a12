#include "anchored.h"
#include "chuanda/memory.h"

#include <stdlib.h>

static enum status write_tags(struct library *library, int64_t id, const char *const *tags, size_t tag_count,
                              struct problem *problem)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < tag_count; i++) {
        struct query query = query_begin(library, "INSERT OR IGNORE INTO tag (bookmark, name) VALUES (?, ?)");
        bind_int(&query, id);
        bind_text(&query, tags[i]);
        status = query_run(&query, problem);
    }
    return status;
}

static enum status write_bookmark(struct library *library, int64_t source, const struct anchor *anchor,
                                  const char *note, int64_t *id, struct problem *problem)
{
    struct query query = query_begin(
        library, "INSERT INTO bookmark (source, found, line, first, behind, quote, prefix, suffix, before, after, note,"
                 " created) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))");
    bind_int(&query, source);
    bind_anchor(&query, anchor);
    bind_text(&query, note == NULL ? "" : note);
    enum status status = query_run(&query, problem);
    *id = sqlite3_last_insert_rowid(library->database);
    return status;
}

enum status library_bookmark_add(struct library *library, int64_t document, struct place_in_text where,
                                 const char *note, const char *const *tags, size_t tag_count, int64_t *id,
                                 struct problem *problem)
{
    int before = sqlite3_total_changes(library->database);
    enum status status = transaction_begin(library, problem);
    if (status != STATUS_OK)
        return status;
    int64_t source = 0;
    struct anchor anchor = {0};
    status = document_anchor(library, document, where, &source, &anchor, problem);
    if (status == STATUS_OK)
        status = write_bookmark(library, source, &anchor, note, id, problem);
    if (status == STATUS_OK)
        status = write_tags(library, *id, tags, tag_count, problem);
    anchor_free(&anchor);
    status = transaction_end(library, status, problem);
    library->marking += sqlite3_total_changes(library->database) - before;
    return status;
}

/* Runs a statement on bookmarks that must change a row: STATUS_NOTHING where it changed none. */
static enum status change_row(struct query *query, struct problem *problem)
{
    struct library *library = query->library; /* the query ends when it is run */
    sqlite3 *database = library->database;
    int before = sqlite3_total_changes(database);
    enum status status = query_run(query, problem);
    library->marking += sqlite3_total_changes(database) - before;
    return status == STATUS_OK && sqlite3_changes(database) == 0 ? STATUS_NOTHING : status;
}

enum status library_bookmark_note(struct library *library, int64_t id, const char *note, struct problem *problem)
{
    struct query query = query_begin(library, "UPDATE bookmark SET note = ? WHERE id = ?");
    bind_text(&query, note == NULL ? "" : note);
    bind_int(&query, id);
    return change_row(&query, problem);
}

enum status library_bookmark_delete(struct library *library, int64_t id, struct problem *problem)
{
    struct query query = query_begin(library, "DELETE FROM bookmark WHERE id = ?");
    bind_int(&query, id);
    return change_row(&query, problem);
}

static struct bookmark read_bookmark(const struct query *query)
{
    struct bookmark bookmark = {
        .id = column_int(query, 0),
        .document = column_int(query, 1),
        .source = column_int(query, 2),
        .source_name = column_text(query, 3),
        .where = column_where(query, 4),
        .quote = column_text(query, 7),
        .prefix = column_text(query, 8),
        .suffix = column_text(query, 9),
        .note = column_text(query, 10),
        .created = column_text(query, 11),
    };
    bookmark.tags = column_lines(query, 12, &bookmark.tag_count);
    return bookmark;
}

enum status library_bookmarks(struct library *library, const struct scope *scope, struct bookmark_list *list,
                              struct problem *problem)
{
    struct query query = query_begin(
        library, "SELECT b.id, d.id, b.source, s.name, b.line, b.first, b.behind, b.quote, b.prefix, b.suffix, b.note,"
                 " b.created, (SELECT group_concat(name, char(10)) FROM tag WHERE bookmark = b.id)"
                 " FROM bookmark b JOIN source s ON s.id = b.source LEFT JOIN document d"
                 " ON b.found AND d.source = b.source AND b.line BETWEEN d.first_line AND d.last_line"
                 " WHERE " IN_SCOPE("b.source", "1") " ORDER BY NOT b.found, b.source, b.line, b.first, b.id");
    bind_scope(&query, scope);
    while (query_row(&query)) {
        list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
        list->items[list->count++] = read_bookmark(&query);
    }
    return query_end(&query, problem);
}

void bookmark_list_free(struct bookmark_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        struct bookmark *bookmark = &list->items[i];
        free(bookmark->source_name);
        free(bookmark->quote);
        free(bookmark->prefix);
        free(bookmark->suffix);
        free(bookmark->note);
        for (size_t tag = 0; tag < bookmark->tag_count; tag++)
            free(bookmark->tags[tag]);
        free(bookmark->tags);
        free(bookmark->created);
    }
    free(list->items);
    *list = (struct bookmark_list){0};
}
