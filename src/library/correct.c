/* Corrections as they are made: checked, written, and heard by a parse of their source. */
#include "anchored.h"
#include "chuanda/correction.h"
#include "chuanda/fact.h"
#include "chuanda/utf8.h"

#include <inttypes.h>
#include <stdlib.h>

/* What is to be written. */
struct saying {
    enum act act;
    enum field field;
    const char *value;
    const char *recognised;
    enum link link;
    struct link_end ends[2];
};

static enum status no_document(int64_t id, struct problem *problem)
{
    return problem_raise(problem, STATUS_NOTHING, "no document %" PRId64 " in the library; chuanda list shows the ids",
                         id);
}

/* A document that must be there. */
static enum status read_document(struct library *library, int64_t id, struct document *document,
                                 struct problem *problem)
{
    enum status status = library_document(library, id, document, problem);
    return status == STATUS_NOTHING ? no_document(id, problem) : status;
}

/* The text of a line of a source; NULL where it is blank. Owned by the caller. */
static enum status line_text(struct library *library, int64_t source, size_t line, char **text, struct problem *problem)
{
    struct query query = query_begin(library, "SELECT text FROM passage WHERE source = ? AND line = ?");
    bind_int(&query, source);
    bind_int(&query, (int64_t)line);
    *text = query_row(&query) ? column_text(&query, 0) : NULL;
    return query_end(&query, problem);
}

/* The words by which a whole line is found again: its text, or as much of it as tells it from others. */
static enum status words_of_line(struct library *library, int64_t source, struct place_in_text *where,
                                 struct problem *problem)
{
    enum { LONGEST = 64 };
    char *text = NULL;
    enum status status = line_text(library, source, where->line, &text, problem);
    if (status == STATUS_OK && text == NULL)
        status = problem_raise(problem, STATUS_MISUSE, "line %zu has no text", where->line);
    if (status == STATUS_OK) {
        struct slice words = slice_trim(slice_of(text));
        where->start = utf8_count(slice_part(slice_of(text), 0, (size_t)(words.bytes - text)));
        size_t count = utf8_count(words);
        where->end = where->start + (count < LONGEST ? count : LONGEST);
    }
    free(text);
    return status;
}

static enum status write_end(struct library *library, int64_t correction, int position, struct link_end end,
                             struct problem *problem)
{
    struct document document;
    enum status status = read_document(library, end.document, &document, problem);
    if (status != STATUS_OK)
        return status;
    if (end.where.line == 0)
        end.where.line = document.first_line;
    if (end.where.end == 0)
        status = words_of_line(library, document.source, &end.where, problem);
    document_free(&document);
    int64_t source = 0;
    struct anchor anchor = {0};
    if (status == STATUS_OK)
        status = document_anchor(library, end.document, end.where, &source, &anchor, problem);
    if (status == STATUS_OK) {
        struct query query =
            query_begin(library, "INSERT INTO correction_end (correction, position, source, found, line, first, behind,"
                                 " quote, prefix, suffix, before, after) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)");
        bind_int(&query, correction);
        bind_int(&query, position);
        bind_int(&query, source);
        bind_anchor(&query, &anchor);
        status = query_run(&query, problem);
    }
    anchor_free(&anchor);
    return status;
}

static enum status write_saying(struct library *library, const struct saying *saying, int64_t *id,
                                struct problem *problem)
{
    struct query query = query_begin(library, "INSERT INTO correction (act, field, value, recognised, link, created)"
                                              " VALUES (?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))");
    bind_int(&query, saying->act);
    bind_int(&query, saying->field);
    bind_text(&query, saying->value == NULL ? "" : saying->value);
    bind_text(&query, saying->recognised == NULL ? "" : saying->recognised);
    bind_int(&query, saying->link);
    enum status status = query_run(&query, problem);
    *id = sqlite3_last_insert_rowid(library->database);
    for (int end = 0; status == STATUS_OK && end < 2; end++)
        if (saying->ends[end].document != 0)
            status = write_end(library, *id, end, saying->ends[end], problem);
    return status;
}

/* Writes what is said of a document, and lets the parser hear it. */
static enum status say_of_source(struct library *library, const struct saying *saying, int64_t source, int64_t *id,
                                 struct problem *problem)
{
    struct intake_report report = {0};
    enum status status = write_saying(library, saying, id, problem);
    return status == STATUS_OK ? source_parse_anew(library, source, &report, problem) : status;
}

/* What the machine says of a field: where the user said something else before, what it said then. Owned by the caller. */
static enum status recognised_value(struct library *library, const struct document *document, enum field field,
                                    char **value, struct problem *problem)
{
    *value = NULL;
    if ((document->corrected & (1U << field)) == 0) {
        *value = document_value(document, field);
        return STATUS_OK;
    }
    struct query query =
        query_begin(library, "SELECT c.recognised FROM correction c JOIN correction_end e ON e.correction = c.id"
                             " WHERE c.act = ? AND c.field = ? AND c.undone IS NULL AND e.source = ? AND e.found"
                             " AND e.line BETWEEN ? AND ? ORDER BY e.line, c.id LIMIT 1");
    bind_int(&query, ACT_SET);
    bind_int(&query, field);
    bind_int(&query, document->source);
    bind_int(&query, (int64_t)document->first_line);
    bind_int(&query, (int64_t)document->last_line);
    if (query_row(&query))
        *value = column_text(&query, 0);
    return query_end(&query, problem);
}

static enum status correct_field(struct library *library, int64_t document, enum field field, const char *words,
                                 int64_t *id, struct problem *problem)
{
    struct document now;
    enum status status = read_document(library, document, &now, problem);
    if (status != STATUS_OK)
        return status;
    char *value = NULL;
    char *recognised = NULL;
    status = fact_value(library_parser(library), field, words, &value, problem);
    if (status == STATUS_OK)
        status = recognised_value(library, &now, field, &recognised, problem);
    struct saying saying = {
        .act = ACT_SET, .field = field, .value = value, .recognised = recognised, .ends = {{.document = document}}};
    if (status == STATUS_OK)
        status = say_of_source(library, &saying, now.source, id, problem);
    free(value);
    free(recognised);
    document_free(&now);
    return status;
}

enum status library_correct_field(struct library *library, int64_t document, enum field field, const char *words,
                                  int64_t *id, struct problem *problem)
{
    enum status status = transaction_begin(library, problem);
    if (status == STATUS_OK)
        status = transaction_end(library, correct_field(library, document, field, words, id, problem), problem);
    return status;
}

/* Does a document of the source begin at a line? */
static enum status begins_at(struct library *library, int64_t source, size_t line, bool *begins,
                             struct problem *problem)
{
    int64_t count = 0;
    struct query query = query_begin(library, "SELECT count(*) FROM document WHERE source = ? AND first_line = ?");
    bind_int(&query, source);
    bind_int(&query, (int64_t)line);
    enum status status = query_int(&query, 0, &count, problem);
    *begins = count > 0;
    return status;
}

/* Says where a document begins or does not; fails where the parser cannot obey. */
static enum status correct_boundary(struct library *library, const struct document *document, enum act act, size_t line,
                                    int64_t *id, struct problem *problem)
{
    struct saying saying = {.act = act, .ends = {{.document = document->id, .where = {.line = line}}}};
    bool begins = false;
    enum status status = say_of_source(library, &saying, document->source, id, problem);
    if (status == STATUS_OK)
        status = begins_at(library, document->source, line, &begins, problem);
    if (status == STATUS_OK && begins != (act == ACT_SPLIT))
        status = problem_raise(problem, STATUS_FAILED,
                               act == ACT_SPLIT ? "line %zu is only drawn across the page; split at the text behind it"
                                                : "the document at line %zu cannot be joined to the one above",
                               line);
    return status;
}

/* Can a document begin at that line of another? */
static enum status check_split(struct library *library, const struct document *document, size_t line,
                               struct problem *problem)
{
    if (line < document->first_line || line > document->last_line)
        return problem_raise(problem, STATUS_MISUSE, "document %" PRId64 " has lines %zu to %zu, and no line %zu",
                             document->id, document->first_line, document->last_line, line);
    if (line == document->first_line)
        return problem_raise(problem, STATUS_MISUSE, "document %" PRId64 " begins at line %zu already", document->id,
                             line);
    char *text = NULL;
    enum status status = line_text(library, document->source, line, &text, problem);
    if (status == STATUS_OK && text == NULL)
        status = problem_raise(problem, STATUS_MISUSE, "line %zu is blank; split at the text behind it", line);
    free(text);
    return status;
}

static enum status correct_split(struct library *library, int64_t document, size_t line, int64_t *id,
                                 struct problem *problem)
{
    struct document now;
    enum status status = read_document(library, document, &now, problem);
    if (status != STATUS_OK)
        return status;
    status = check_split(library, &now, line, problem);
    if (status == STATUS_OK)
        status = correct_boundary(library, &now, ACT_SPLIT, line, id, problem);
    document_free(&now);
    return status;
}

enum status library_correct_split(struct library *library, int64_t document, size_t line, int64_t *id,
                                  struct problem *problem)
{
    enum status status = transaction_begin(library, problem);
    if (status == STATUS_OK)
        status = transaction_end(library, correct_split(library, document, line, id, problem), problem);
    return status;
}

static enum status correct_join(struct library *library, int64_t document, int64_t *id, struct problem *problem)
{
    struct document now;
    enum status status = read_document(library, document, &now, problem);
    if (status != STATUS_OK)
        return status;
    struct query query = query_begin(library, "SELECT count(*) FROM document WHERE source = ? AND first_line < ?");
    bind_int(&query, now.source);
    bind_int(&query, (int64_t)now.first_line);
    int64_t above = 0;
    status = query_int(&query, 0, &above, problem);
    if (status == STATUS_OK && above == 0)
        status = problem_raise(problem, STATUS_MISUSE,
                               "document %" PRId64 " is the first of its source: there is none above to join it to",
                               document);
    if (status == STATUS_OK)
        status = correct_boundary(library, &now, ACT_JOIN, now.first_line, id, problem);
    document_free(&now);
    return status;
}

enum status library_correct_join(struct library *library, int64_t document, int64_t *id, struct problem *problem)
{
    enum status status = transaction_begin(library, problem);
    if (status == STATUS_OK)
        status = transaction_end(library, correct_join(library, document, id, problem), problem);
    return status;
}

/* Are these two ends of such a link? */
static enum status check_link(enum act act, enum link link, const struct link_end *from, const struct link_end *to,
                              struct problem *problem)
{
    bool relay = link == LINK_RELAY;
    if (from->document == to->document)
        return problem_raise(problem, STATUS_MISUSE, "document %" PRId64 " cannot %s itself", from->document,
                             relay ? "relay" : "follow up");
    if (to->document == 0 && (!relay || act != ACT_STRIKE))
        return problem_raise(problem, STATUS_MISUSE, "the document that %s is missing",
                             relay ? "is relayed" : "takes the directive up");
    if (from->where.line == 0 || (!relay && to->where.line == 0))
        return problem_raise(problem, STATUS_MISUSE, "the line of the %s is missing",
                             relay                   ? "reference"
                             : from->where.line == 0 ? "directive"
                                                     : "passage");
    return STATUS_OK;
}

enum status library_correct_link(struct library *library, enum act act, enum link link, struct link_end from,
                                 struct link_end to, int64_t *id, struct problem *problem)
{
    enum status status = check_link(act, link, &from, &to, problem);
    if (status == STATUS_OK)
        status = transaction_begin(library, problem);
    if (status != STATUS_OK)
        return status;
    struct saying saying = {.act = act, .link = link, .ends = {from, to}};
    return transaction_end(library, write_saying(library, &saying, id, problem), problem);
}
