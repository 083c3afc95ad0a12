/* Corrections as they are kept: listed and undone. */
#include "chuanda/correction.h"

#include "chuanda/memory.h"
#include "database.h"

#include <stdlib.h>

static const char *const act_names[ACTS] = {[ACT_SET] = "set",         [ACT_SPLIT] = "split",   [ACT_JOIN] = "join",
                                            [ACT_CONFIRM] = "confirm", [ACT_STRIKE] = "strike", [ACT_ADD] = "add"};
static const char *const link_names[] = {[LINK_NONE] = "none", [LINK_RELAY] = "relay", [LINK_FOLLOW_UP] = "follow_up"};

const char *act_name(enum act act)
{
    return act_names[act];
}

const char *link_name(enum link link)
{
    return link_names[link];
}

/* An end from the columns of END_COLUMNS that start at `column`. */
static struct correction_end read_end(const struct query *query, int column)
{
    if (!column_known(query, column))
        return (struct correction_end){0};
    return (struct correction_end){.source = column_int(query, column),
                                   .source_name = column_text(query, column + 1),
                                   .found = column_int(query, column + 2) != 0,
                                   .where = column_where(query, column + 3),
                                   .quote = column_text(query, column + 6),
                                   .document = column_int(query, column + 7)};
}

static struct correction read_correction(const struct query *query)
{
    return (struct correction){
        .id = column_int(query, 0),
        .act = (enum act)column_int(query, 1),
        .field = (enum field)column_int(query, 2),
        .value = column_text(query, 3),
        .recognised = column_text(query, 4),
        .link = (enum link)column_int(query, 5),
        .created = column_text(query, 6),
        .undone = column_text(query, 7),
        .ends = {read_end(query, 8), read_end(query, 16)},
    };
}

/* What the first end's document is today. */
struct subject {
    size_t first_line;
    unsigned corrected;
};

/* Does a later correction speak of the very same thing? */
static bool is_overruled(const struct correction *earlier, const struct correction *later)
{
    const struct correction_end *mine = &earlier->ends[0], *other = &later->ends[0];
    if (later->undone != NULL || earlier->link != later->link || mine->document != other->document)
        return false;
    if (earlier->link == LINK_NONE)
        return earlier->act == ACT_SET && later->act == ACT_SET && earlier->field == later->field;
    const struct correction_end *mine_to = &earlier->ends[1], *other_to = &later->ends[1];
    return mine->where.line == other->where.line && mine->where.start < other->where.end &&
           other->where.start < mine->where.end && mine_to->document == other_to->document &&
           (earlier->link == LINK_RELAY || mine_to->where.line == other_to->where.line);
}

/* Is a correction heard, were it the only one? */
static bool is_heard(const struct correction *correction, const struct subject *document)
{
    const struct correction_end *ends = correction->ends;
    if (correction->undone != NULL || ends[0].document == 0 || (ends[1].source != 0 && ends[1].document == 0))
        return false;
    switch (correction->act) {
    case ACT_SET:
        return (document->corrected & (1U << correction->field)) != 0;
    case ACT_SPLIT:
        return document->first_line == ends[0].where.line;
    case ACT_JOIN:
        return document->first_line != ends[0].where.line;
    case ACT_CONFIRM:
    case ACT_STRIKE:
    case ACT_ADD:
        return true;
    }
    return false;
}

static void let_later_ones_hold(struct correction_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        for (size_t later = i + 1; later < list->count && list->items[i].holds; later++)
            list->items[i].holds = !is_overruled(&list->items[i], &list->items[later]);
}

#define END_COLUMNS(n)                                                                                                 \
    "e" n ".source, s" n ".name, e" n ".found, e" n ".line, e" n ".first, e" n ".behind, e" n ".quote, d" n ".id"
#define END_JOINS(n)                                                                                                   \
    " LEFT JOIN correction_end e" n " ON e" n ".correction = c.id AND e" n ".position = " n " LEFT JOIN source s" n    \
    " ON s" n ".id = e" n ".source"                                                                                    \
    " LEFT JOIN document d" n " ON e" n ".found AND d" n ".source = e" n ".source AND e" n ".line BETWEEN d" n         \
    ".first_line AND d" n ".last_line"

enum status library_corrections(struct library *library, const struct scope *scope, bool undone,
                                struct correction_list *list, struct problem *problem)
{
    struct query query = query_begin(
        library, "SELECT c.id, c.act, c.field, c.value, c.recognised, c.link, c.created, c.undone, " END_COLUMNS(
                     "0") ", " END_COLUMNS("1") ", d0.first_line, d0.corrected FROM correction c" END_JOINS("0")
                     END_JOINS("1") " WHERE (?2 OR c.undone IS NULL) AND (" IN_SCOPE("e0.source", "1") " OR " IN_SCOPE(
                         "e1.source", "1") ") ORDER BY c.id");
    bind_scope(&query, scope);
    bind_int(&query, undone);
    while (query_row(&query)) {
        struct subject document = {.first_line = column_size(&query, 24),
                                   .corrected = (unsigned)column_int(&query, 25)};
        struct correction correction = read_correction(&query);
        correction.holds = is_heard(&correction, &document);
        list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
        list->items[list->count++] = correction;
    }
    let_later_ones_hold(list);
    return query_end(&query, problem);
}

void correction_list_free(struct correction_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        struct correction *correction = &list->items[i];
        for (size_t end = 0; end < 2; end++) {
            free(correction->ends[end].source_name);
            free(correction->ends[end].quote);
        }
        free(correction->value);
        free(correction->recognised);
        free(correction->created);
        free(correction->undone);
    }
    free(list->items);
    *list = (struct correction_list){0};
}

/* In a transaction. */
static enum status undo(struct library *library, int64_t id, struct problem *problem)
{
    struct query query =
        query_begin(library, "SELECT c.link, e.source FROM correction c JOIN correction_end e ON e.correction = c.id"
                             " AND e.position = 0 WHERE c.id = ? AND c.undone IS NULL");
    bind_int(&query, id);
    bool holds = query_row(&query);
    bool parses = holds && column_int(&query, 0) == LINK_NONE;
    int64_t source = holds ? column_int(&query, 1) : 0;
    enum status status = query_end(&query, problem);
    if (status != STATUS_OK || !holds)
        return status == STATUS_OK ? STATUS_NOTHING : status;
    struct query update =
        query_begin(library, "UPDATE correction SET undone = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = ?");
    bind_int(&update, id);
    status = query_run(&update, problem);
    struct intake_report report = {0};
    return status == STATUS_OK && parses ? source_parse_anew(library, source, &report, problem) : status;
}

enum status library_correction_undo(struct library *library, int64_t id, struct problem *problem)
{
    enum status status = transaction_begin(library, problem);
    return status == STATUS_OK ? transaction_end(library, undo(library, id, problem), problem) : status;
}
