/* Directives and references: questions to the library. */
#include "chuanda/memory.h"
#include "database.h"

#include <stdlib.h>

/* Of one document, or (document 0) of all in the scope. */
#define OF_DOCUMENT " WHERE x.document = ? ORDER BY x.line, x.first, x.id"
#define OF_SCOPE                                                                                                       \
    " JOIN document d ON d.id = x.document WHERE " IN_SCOPE(                                                           \
        "d.source", "1") " ORDER BY d.source, d.first_line, x.line, x.first, x.id"

static struct query begin_for(struct library *library, const struct scope *scope, int64_t document,
                              const char *of_document, const char *of_scope)
{
    struct query query = query_begin(library, document != 0 ? of_document : of_scope);
    if (document != 0)
        bind_int(&query, document);
    else
        bind_scope(&query, scope);
    return query;
}

#define DIRECTIVES                                                                                                     \
    "SELECT x.id, x.document, x.line, x.first, x.behind, x.text, x.lead, x.speaker, x.addressee,"                      \
    " x.ordinal, x.last_line, x.last_behind FROM directive x"

static struct directive read_directive(const struct query *query)
{
    return (struct directive){
        .id = column_int(query, 0),
        .document = column_int(query, 1),
        .where = column_where(query, 2),
        .text = column_text(query, 5),
        .lead = column_text(query, 6),
        .speaker = column_text(query, 7),
        .addressee = column_text(query, 8),
        .ordinal = (int)column_int(query, 9),
        .last_line = column_size(query, 10),
        .last_end = column_size(query, 11),
    };
}

static enum status list_directives(struct query *query, struct directive_list *list, struct problem *problem)
{
    while (query_row(query)) {
        list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
        list->items[list->count++] = read_directive(query);
    }
    return query_end(query, problem);
}

enum status library_directives(struct library *library, const struct scope *scope, int64_t document,
                               struct directive_list *list, struct problem *problem)
{
    struct query query = begin_for(library, scope, document, DIRECTIVES OF_DOCUMENT, DIRECTIVES OF_SCOPE);
    return list_directives(&query, list, problem);
}

enum status library_directives_at(struct library *library, int64_t document, size_t line, struct directive_list *list,
                                  struct problem *problem)
{
    struct query query = query_begin(library, DIRECTIVES " WHERE x.document = ? AND x.line = ? ORDER BY x.first, x.id");
    bind_int(&query, document);
    bind_int(&query, (int64_t)line);
    return list_directives(&query, list, problem);
}

enum status library_directive(struct library *library, int64_t id, struct directive *directive, struct problem *problem)
{
    struct query query = query_begin(library, DIRECTIVES " WHERE x.id = ?");
    bind_int(&query, id);
    bool found = query_row(&query);
    if (found)
        *directive = read_directive(&query);
    enum status status = query_end(&query, problem);
    return status == STATUS_OK && !found ? STATUS_NOTHING : status;
}

void directive_list_free(struct directive_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        directive_free(&list->items[i]);
    free(list->items);
    *list = (struct directive_list){0};
}

#define REFERENCES                                                                                                     \
    "SELECT x.id, x.document, x.line, x.first, x.behind, x.text, x.manner, x.kind, x.level, x.place, x.organ,"         \
    " x.event, x.title, x.speaker, x.date, x.number FROM reference x"

static struct reference read_reference(const struct query *query)
{
    return (struct reference){
        .id = column_int(query, 0),
        .document = column_int(query, 1),
        .where = column_where(query, 2),
        .text = column_text(query, 5),
        .manner = (enum manner)column_int(query, 6),
        .has_kind = column_known(query, 7),
        .kind = (enum kind)column_int(query, 7),
        .has_level = column_known(query, 8),
        .level = (enum level)column_int(query, 8),
        .place = column_text(query, 9),
        .organ = column_text(query, 10),
        .event = column_text(query, 11),
        .title = column_text(query, 12),
        .speaker = column_text(query, 13),
        .date = column_date(query, 14),
        .number = (int)column_int(query, 15),
    };
}

enum status library_references(struct library *library, const struct scope *scope, int64_t document,
                               struct reference_list *list, struct problem *problem)
{
    struct query query = begin_for(library, scope, document, REFERENCES OF_DOCUMENT, REFERENCES OF_SCOPE);
    while (query_row(&query)) {
        list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
        list->items[list->count++] = read_reference(&query);
    }
    return query_end(&query, problem);
}

void reference_list_free(struct reference_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        reference_free(&list->items[i]);
    free(list->items);
    *list = (struct reference_list){0};
}
