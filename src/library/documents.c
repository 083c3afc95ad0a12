/* Sources, documents and passages: questions to the library. */
#include "chuanda/memory.h"
#include "database.h"

#include <stdlib.h>

enum status library_sources(struct library *library, const struct scope *scope, struct source_list *list,
                            struct problem *problem)
{
    struct query query = query_begin(library, "SELECT id, path, name, charset, hash, lines FROM source"
                                              " WHERE " IN_SCOPE("id", "1") " ORDER BY id");
    bind_scope(&query, scope);
    while (query_row(&query)) {
        list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
        list->items[list->count++] = (struct source_entry){
            .id = column_int(&query, 0),
            .path = column_text(&query, 1),
            .name = column_text(&query, 2),
            .charset = column_text(&query, 3),
            .hash = column_text(&query, 4),
            .lines = column_size(&query, 5),
        };
    }
    return query_end(&query, problem);
}

void source_list_free(struct source_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].path);
        free(list->items[i].name);
        free(list->items[i].charset);
        free(list->items[i].hash);
    }
    free(list->items);
    *list = (struct source_list){0};
}

#define DOCUMENT_COLUMNS                                                                                               \
    "d.id, d.source, d.first_line, d.last_line, d.title_lines, d.title, d.kind, d.level, d.place, d.organ,"            \
    " d.event, d.date, d.date_basis, d.number, d.place_code, d.corrected,"                                             \
    " (SELECT group_concat(name, char(10)) FROM (SELECT name FROM chair WHERE document = d.id ORDER BY position))"

/* Places without a code (units, invented ones) follow those with one. */
#define DOCUMENT_ORDER                                                                                                 \
    "d.level, d.place_code IS NULL, d.place_code, d.place, d.date IS NULL, d.date, d.source, d.first_line"

static struct document read_document(const struct query *query)
{
    struct document document = {
        .id = column_int(query, 0),
        .source = column_int(query, 1),
        .first_line = column_size(query, 2),
        .last_line = column_size(query, 3),
        .title_lines = column_size(query, 4),
        .title = column_text(query, 5),
        .kind = (enum kind)column_int(query, 6),
        .level = (enum level)column_int(query, 7),
        .place = column_text(query, 8),
        .organ = column_text(query, 9),
        .event = column_text(query, 10),
        .date = column_date(query, 11),
        .date_basis = (enum date_basis)column_int(query, 12),
        .number = (int)column_int(query, 13),
        .place_code = (int)column_int(query, 14),
        .corrected = (unsigned)column_int(query, 15),
    };
    document.chairs = column_lines(query, 16, &document.chair_count);
    return document;
}

enum status library_documents(struct library *library, const struct scope *scope, const struct document_filter *filter,
                              struct document_list *list, struct problem *problem)
{
    static const struct document_filter all;
    if (filter == NULL)
        filter = &all;
    struct query query =
        query_begin(library, "SELECT " DOCUMENT_COLUMNS " FROM document d WHERE " IN_SCOPE(
                                 "d.source", "1") " AND (?2 IS NULL OR d.level = ?2) AND (?3 IS NULL OR d.kind = ?3)"
                                                  " AND (?4 IS NULL OR instr(d.place, ?4) > 0)"
                                                  " AND (?5 IS NULL OR d.date >= ?5) AND (?6 IS NULL OR d.date <= ?6)"
                                                  " ORDER BY " DOCUMENT_ORDER);
    bind_scope(&query, scope);
    bind_known(&query, filter->has_level, filter->level);
    bind_known(&query, filter->has_kind, filter->kind);
    bind_text(&query, filter->place);
    bind_date(&query, filter->from);
    bind_date(&query, filter->to);
    while (query_row(&query)) {
        list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
        list->items[list->count++] = read_document(&query);
    }
    return query_end(&query, problem);
}

void document_list_free(struct document_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        document_free(&list->items[i]);
    free(list->items);
    *list = (struct document_list){0};
}

static enum status read_evidence(struct library *library, struct document *document, struct problem *problem)
{
    struct query query = query_begin(
        library, "SELECT field, line, first, behind, rule FROM evidence WHERE document = ? ORDER BY position");
    bind_int(&query, document->id);
    size_t capacity = 0;
    while (query_row(&query)) {
        document->evidence =
            mem_grow(document->evidence, document->evidence_count, &capacity, sizeof *document->evidence);
        document->evidence[document->evidence_count++] = (struct evidence){
            .field = (enum field)column_int(&query, 0),
            .where = column_where(&query, 1),
            .rule = column_text(&query, 4),
        };
    }
    return query_end(&query, problem);
}

enum status library_document(struct library *library, int64_t id, struct document *document, struct problem *problem)
{
    struct query query = query_begin(library, "SELECT " DOCUMENT_COLUMNS " FROM document d WHERE d.id = ?");
    bind_int(&query, id);
    bool there = query_row(&query);
    *document = there ? read_document(&query) : (struct document){0};
    enum status status = query_end(&query, problem);
    if (status == STATUS_OK && there)
        status = read_evidence(library, document, problem);
    if (status != STATUS_OK)
        document_free(document);
    return status == STATUS_OK && !there ? STATUS_NOTHING : status;
}

void read_passages(struct query *query, int64_t document, struct passage_list *list)
{
    while (query_row(query)) {
        list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
        list->items[list->count++] =
            (struct passage){.document = document, .line = column_size(query, 0), .text = column_text(query, 1)};
    }
}

enum status library_passages(struct library *library, int64_t document, struct passage_list *list,
                             struct problem *problem)
{
    struct query query = query_begin(library, "SELECT p.line, p.text FROM document d JOIN passage p"
                                              " ON p.source = d.source AND p.line BETWEEN d.first_line AND d.last_line"
                                              " WHERE d.id = ? ORDER BY p.line");
    bind_int(&query, document);
    read_passages(&query, document, list);
    return query_end(&query, problem);
}

enum status source_passages(struct library *library, int64_t source, struct passage_list *list, struct problem *problem)
{
    struct query query = query_begin(library, "SELECT line, text FROM passage WHERE source = ? ORDER BY line");
    bind_int(&query, source);
    read_passages(&query, 0, list);
    return query_end(&query, problem);
}

void passage_list_free(struct passage_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].text);
    free(list->items);
    *list = (struct passage_list){0};
}

/* Walks the lines [first, last] of a source; `*more` is what `each` said last. */
static enum status walk_lines(struct library *library, const struct query *document,
                              bool (*each)(void *context, int64_t document, size_t line, struct slice text),
                              void *context, bool *more, struct problem *problem)
{
    struct query query =
        query_begin(library, "SELECT line, text FROM passage WHERE source = ? AND line BETWEEN ? AND ? ORDER BY line");
    for (int column = 1; column <= 3; column++)
        bind_int(&query, column_int(document, column));
    while (*more && query_row(&query))
        *more = each(context, column_int(document, 0), column_size(&query, 0), column_slice(&query, 1));
    return query_end(&query, problem);
}

enum status library_each_passage(struct library *library, const struct scope *scope,
                                 bool (*each)(void *context, int64_t document, size_t line, struct slice text),
                                 void *context, struct problem *problem)
{
    /* Documents are put in order, not their texts, of which there may be too many to sort. */
    struct query query = query_begin(library, "SELECT d.id, d.source, d.first_line, d.last_line FROM document d"
                                              " WHERE " IN_SCOPE("d.source", "1") " ORDER BY " DOCUMENT_ORDER);
    bind_scope(&query, scope);
    enum status status = STATUS_OK;
    bool more = true;
    while (status == STATUS_OK && more && query_row(&query))
        status = walk_lines(library, &query, each, context, &more, problem);
    enum status end = query_end(&query, problem);
    return status == STATUS_OK ? end : status;
}
