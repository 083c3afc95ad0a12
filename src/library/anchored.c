#include "anchored.h"

#include <inttypes.h>
#include <string.h>

/* The passages from the one before `line` to the one behind it. */
static enum status neighbouring_passages(struct library *library, int64_t source, size_t line,
                                         struct passage_list *list, struct problem *problem)
{
    struct query query =
        query_begin(library, "SELECT line, text FROM passage WHERE source = ?1"
                             " AND line >= ifnull((SELECT max(line) FROM passage WHERE source = ?1 AND line < ?2), ?2)"
                             " AND line <= ifnull((SELECT min(line) FROM passage WHERE source = ?1 AND line > ?2), ?2)"
                             " ORDER BY line");
    bind_int(&query, source);
    bind_int(&query, (int64_t)line);
    read_passages(&query, 0, list);
    return query_end(&query, problem);
}

void bind_anchor(struct query *query, const struct anchor *anchor)
{
    bind_where(query, anchor->where);
    bind_text(query, anchor->quote);
    bind_text(query, anchor->prefix);
    bind_text(query, anchor->suffix);
    bind_text(query, anchor->before);
    bind_text(query, anchor->after);
}

enum status document_anchor(struct library *library, int64_t document, struct place_in_text where, int64_t *source,
                            struct anchor *anchor, struct problem *problem)
{
    struct query query =
        query_begin(library, "SELECT source FROM document WHERE id = ? AND ? BETWEEN first_line AND last_line");
    bind_int(&query, document);
    bind_int(&query, (int64_t)where.line);
    enum status status = query_int(&query, 0, source, problem);
    struct passage_list passages = {0};
    if (status == STATUS_OK)
        status = neighbouring_passages(library, *source, where.line, &passages, problem);
    if (status == STATUS_OK && !anchor_make(&passages, where, anchor))
        status = problem_raise(problem, STATUS_FAILED, "document %" PRId64 " has no text at line %zu, %zu to %zu",
                               document, where.line, where.start, where.end);
    passage_list_free(&passages);
    return status;
}

/* A table whose rows are anchored: its questions, and what the report counts of it. */
struct anchored {
    const char *select; /* id, found and the anchor of those of a source */
    const char *update; /* parameters: id, found, the anchor */
    size_t *moved;
    size_t *orphaned;
};

/*
 * Writes where something stands now.  An orphan keeps its anchor, and its last
 * known place, for the day its text comes back; what was found only with
 * edits gets the new words, so that the next change is measured against them.
 */
static enum status write_place(struct library *library, const struct anchored *table, int64_t id, bool found,
                               const struct anchor *anchor, struct problem *problem)
{
    struct query query = query_begin(library, table->update);
    bind_int(&query, id);
    bind_int(&query, found);
    bind_anchor(&query, anchor);
    return query_run(&query, problem);
}

static struct anchor read_anchor(const struct query *query)
{
    return (struct anchor){
        .where = column_where(query, 2),
        .quote = column_text(query, 5),
        .prefix = column_text(query, 6),
        .suffix = column_text(query, 7),
        .before = column_text(query, 8),
        .after = column_text(query, 9),
    };
}

/* One row in the new text. */
static enum status find_one(struct library *library, const struct anchored *table, int64_t id, bool was_found,
                            const struct anchor *anchor, const struct passage_list *passages, struct problem *problem)
{
    struct place_in_text where = anchor->where;
    if (!anchor_find(anchor, passages, &where)) {
        *table->orphaned += was_found;
        return write_place(library, table, id, false, anchor, problem);
    }
    *table->moved += !was_found || memcmp(&where, &anchor->where, sizeof where) != 0;
    struct anchor now = {0};
    (void)anchor_make(passages, where, &now);
    enum status status = write_place(library, table, id, true, &now, problem);
    anchor_free(&now);
    return status;
}

static enum status find_all(struct library *library, const struct anchored *table, int64_t source,
                            const struct passage_list *passages, struct problem *problem)
{
    enum status status = STATUS_OK;
    struct query query = query_begin(library, table->select);
    bind_int(&query, source);
    while (status == STATUS_OK && query_row(&query)) {
        struct anchor anchor = read_anchor(&query);
        status =
            find_one(library, table, column_int(&query, 0), column_int(&query, 1) != 0, &anchor, passages, problem);
        anchor_free(&anchor);
    }
    enum status end = query_end(&query, problem);
    return status == STATUS_OK ? end : status;
}

#define ANCHOR_COLUMNS "line, first, behind, quote, prefix, suffix, before, after"
#define ANCHOR_CHANGES                                                                                                 \
    "found = ?2, line = ?3, first = ?4, behind = ?5, quote = ?6, prefix = ?7, suffix = ?8, before = ?9, after = ?10"

enum status anchored_find_again(struct library *library, int64_t source, struct intake_report *report,
                                struct problem *problem)
{
    const struct anchored tables[] = {
        {.select = "SELECT id, found, " ANCHOR_COLUMNS " FROM bookmark WHERE source = ? ORDER BY id",
         .update = "UPDATE bookmark SET " ANCHOR_CHANGES " WHERE id = ?1",
         .moved = &report->bookmarks_moved,
         .orphaned = &report->bookmarks_orphaned},
        {.select = "SELECT id, found, " ANCHOR_COLUMNS " FROM correction_end WHERE source = ? ORDER BY id",
         .update = "UPDATE correction_end SET " ANCHOR_CHANGES " WHERE id = ?1",
         .moved = &report->corrections_moved,
         .orphaned = &report->corrections_orphaned},
    };
    struct passage_list passages = {0};
    enum status status = source_passages(library, source, &passages, problem);
    for (size_t i = 0; status == STATUS_OK && i < sizeof tables / sizeof tables[0]; i++)
        status = find_all(library, &tables[i], source, &passages, problem);
    passage_list_free(&passages);
    return status;
}
