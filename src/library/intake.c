/* From a file to the library. */
#include "chuanda/memory.h"
#include "chuanda/source.h"
#include "facts.h"
#include "store.h"

#include <stdlib.h>
#include <unistd.h>

struct parser *library_parser(struct library *library)
{
    if (library->parser == NULL)
        library->parser = parser_new();
    return library->parser;
}

static enum status counts_of(struct library *library, int64_t source, struct intake_report *report,
                             struct problem *problem)
{
    struct query query = query_begin(
        library,
        "SELECT count(*), (SELECT count(*) FROM directive JOIN document d ON d.id = document WHERE source = ?1),"
        " (SELECT count(*) FROM reference JOIN document d ON d.id = document WHERE source = ?1),"
        " (SELECT replaced FROM source WHERE id = ?1) FROM document WHERE source = ?1");
    bind_int(&query, source);
    if (query_row(&query)) {
        report->source = source;
        report->documents = column_size(&query, 0);
        report->directives = column_size(&query, 1);
        report->references = column_size(&query, 2);
        report->replaced = column_size(&query, 3);
    }
    return query_end(&query, problem);
}

static bool writable(struct library *library)
{
    return sqlite3_db_readonly(library->database, "main") == 0;
}

/* A known file under a new name: the library follows it where the old one is gone. */
static enum status follow_path(struct library *library, int64_t id, const char *path, struct problem *problem)
{
    struct query query = query_begin(library, "SELECT path FROM source WHERE id = ?");
    bind_int(&query, id);
    char *known = query_row(&query) ? column_text(&query, 0) : NULL;
    enum status status = query_end(&query, problem);
    bool gone = known != NULL && access(known, F_OK) != 0;
    free(known);
    if (status != STATUS_OK || !gone || !writable(library))
        return status;
    struct source source = {0};
    status = source_read(path, &source, problem);
    if (status == STATUS_OK) {
        /* Not where another source has that path: it keeps its own. */
        struct query update = query_begin(library, "UPDATE OR IGNORE source SET path = ?, name = ? WHERE id = ?");
        bind_text(&update, source.path);
        bind_text(&update, source.name);
        bind_int(&update, id);
        status = query_run(&update, problem);
    }
    source_free(&source);
    return status;
}

/* The lines of a source from its passages; blank ones are empty. `passages` must outlive them. */
static struct slice *lines_of(const struct passage_list *passages, size_t line_count)
{
    struct slice *lines = mem_new(line_count, sizeof *lines);
    for (size_t i = 0; i < line_count; i++)
        lines[i] = slice_of("");
    for (size_t i = 0; i < passages->count; i++)
        if (passages->items[i].line - 1 < line_count)
            lines[passages->items[i].line - 1] = slice_of(passages->items[i].text);
    return lines;
}

/* With what the user says of the source. */
static enum status parse_passages(struct library *library, int64_t id, size_t line_count,
                                  const struct passage_list *passages, struct intake_report *report,
                                  struct problem *problem)
{
    struct said_facts facts = {0};
    enum status status = facts_read(library, id, &facts, problem);
    if (status == STATUS_OK) {
        struct slice *lines = lines_of(passages, line_count);
        struct parsed parsed = {0};
        parse_lines_knowing(library_parser(library), lines, line_count, facts_list(&facts), &parsed);
        status = store_parsed(library, id, &parsed, report, problem);
        parsed_free(&parsed);
        free(lines);
    }
    facts_free(&facts);
    return status;
}

enum status source_parse_anew(struct library *library, int64_t id, struct intake_report *report,
                              struct problem *problem)
{
    int64_t line_count = 0;
    struct query query = query_begin(library, "SELECT lines FROM source WHERE id = ?");
    bind_int(&query, id);
    enum status status = query_int(&query, 0, &line_count, problem);
    struct passage_list passages = {0};
    if (status == STATUS_OK)
        status = source_passages(library, id, &passages, problem);
    if (status == STATUS_OK)
        status = parse_passages(library, id, (size_t)line_count, &passages, report, problem);
    passage_list_free(&passages);
    return status;
}

/* In a transaction of its own. */
static enum status parse_anew(struct library *library, int64_t id, struct intake_report *report,
                              struct problem *problem)
{
    enum status status = transaction_begin(library, problem);
    if (status == STATUS_OK)
        status = transaction_end(library, source_parse_anew(library, id, report, problem), problem);
    return status;
}

static enum status take_in_unknown(struct library *library, const char *path, struct intake_report *report,
                                   struct problem *problem)
{
    struct source source = {0};
    enum status status = source_read(path, &source, problem);
    if (status == STATUS_OK) {
        struct parsed parsed = {0};
        parse_lines(library_parser(library), source.lines, source.line_count, &parsed);
        status = store_source(library, &source, &parsed, report, problem);
        parsed_free(&parsed);
    }
    source_free(&source);
    return status;
}

enum status library_take_in(struct library *library, const char *path, struct intake_report *report,
                            struct problem *problem)
{
    *report = (struct intake_report){.intake = INTAKE_KNOWN};
    char hash[SOURCE_HASH_TEXT];
    enum status status = source_hash(path, hash, problem);
    if (status != STATUS_OK)
        return status;
    struct query query = query_begin(library, "SELECT id, parse_version FROM source WHERE hash = ?");
    bind_text(&query, hash);
    bool known = query_row(&query);
    int64_t id = known ? column_int(&query, 0) : 0;
    bool outdated = known && column_int(&query, 1) < PARSE_VERSION;
    status = query_end(&query, problem);
    if (status == STATUS_OK && !known)
        return take_in_unknown(library, path, report, problem);
    if (status == STATUS_OK)
        status = follow_path(library, id, path, problem);
    if (status == STATUS_OK && outdated && writable(library))
        return parse_anew(library, id, report, problem);
    return status == STATUS_OK ? counts_of(library, id, report, problem) : status;
}

enum status library_refresh(struct library *library, void (*each)(size_t number, size_t all), struct problem *problem)
{
    if (!writable(library))
        return STATUS_OK;
    struct query query = query_begin(library, "SELECT id FROM source WHERE parse_version < ? ORDER BY id");
    bind_int(&query, PARSE_VERSION);
    struct scope outdated = {0};
    while (query_row(&query)) {
        outdated.sources = mem_grow(outdated.sources, outdated.count, &outdated.capacity, sizeof *outdated.sources);
        outdated.sources[outdated.count++] = column_int(&query, 0);
    }
    enum status status = query_end(&query, problem);
    struct intake_report report = {0};
    for (size_t i = 0; status == STATUS_OK && i < outdated.count; i++) {
        if (each != NULL)
            each(i + 1, outdated.count);
        status = parse_anew(library, outdated.sources[i], &report, problem);
    }
    scope_free(&outdated);
    return status;
}
