#include "store.h"

#include "anchored.h"
#include "chuanda/memory.h"
#include "facts.h"
#include "kept.h"

#include <stdlib.h>

static enum status write_passages(struct library *library, int64_t id, const struct source *source,
                                  struct problem *problem)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < source->line_count; i++) {
        if (slice_blank(source->lines[i]))
            continue;
        struct query query = query_begin(library, "INSERT INTO passage (source, line, text) VALUES (?, ?, ?)");
        bind_int(&query, id);
        bind_int(&query, (int64_t)i + 1);
        bind_slice(&query, source->lines[i]);
        status = query_run(&query, problem);
    }
    return status == STATUS_OK ? bigrams_add(library, id, problem) : status;
}

static enum status write_chairs(struct library *library, int64_t id, const struct document *document,
                                struct problem *problem)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < document->chair_count; i++) {
        struct query query = query_begin(library, "INSERT INTO chair (document, position, name) VALUES (?, ?, ?)");
        bind_int(&query, id);
        bind_int(&query, (int64_t)i);
        bind_text(&query, document->chairs[i]);
        status = query_run(&query, problem);
    }
    return status;
}

static enum status write_evidence(struct library *library, int64_t id, const struct document *document,
                                  struct problem *problem)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < document->evidence_count; i++) {
        const struct evidence *evidence = &document->evidence[i];
        struct query query =
            query_begin(library, "INSERT INTO evidence (document, position, field, line, first, behind, rule)"
                                 " VALUES (?, ?, ?, ?, ?, ?, ?)");
        bind_int(&query, id);
        bind_int(&query, (int64_t)i);
        bind_int(&query, evidence->field);
        bind_where(&query, evidence->where);
        bind_text(&query, evidence->rule == NULL ? "" : evidence->rule);
        status = query_run(&query, problem);
    }
    return status;
}

/* The id of a document that is written anew. */
static enum status document_id(struct library *library, int64_t source, size_t first_line, struct kept *kept,
                               int64_t *id, struct problem *problem)
{
    struct query query = query_begin(library, "SELECT text FROM passage WHERE source = ? AND line = ?");
    bind_int(&query, source);
    bind_int(&query, (int64_t)first_line);
    struct slice text = query_row(&query) ? column_slice(&query, 0) : slice_of("");
    *id = kept_id(kept, KEPT_DOCUMENTS, first_line, 0, text);
    return query_end(&query, problem);
}

static enum status write_document(struct library *library, int64_t source, const struct document *document,
                                  struct kept *kept, int64_t *id, struct problem *problem)
{
    enum status status = document_id(library, source, document->first_line, kept, id, problem);
    if (status != STATUS_OK)
        return status;
    struct query query = query_begin(
        library, "INSERT INTO document (id, source, first_line, last_line, title_lines, title, kind, level, place,"
                 " place_code, organ, event, date, date_basis, number, corrected)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bind_int(&query, *id);
    bind_int(&query, source);
    bind_int(&query, (int64_t)document->first_line);
    bind_int(&query, (int64_t)document->last_line);
    bind_int(&query, (int64_t)document->title_lines);
    bind_text(&query, document->title == NULL ? "" : document->title);
    bind_int(&query, document->kind);
    bind_int(&query, document->level);
    bind_text(&query, document->place);
    bind_known(&query, document->place_code != 0, document->place_code);
    bind_text(&query, document->organ);
    bind_text(&query, document->event);
    bind_date(&query, document->date);
    bind_int(&query, document->date_basis);
    bind_int(&query, document->number);
    bind_int(&query, document->corrected);
    status = query_run(&query, problem);
    if (status == STATUS_OK)
        status = write_chairs(library, *id, document, problem);
    if (status == STATUS_OK)
        status = write_evidence(library, *id, document, problem);
    return status;
}

static enum status write_directive(struct library *library, int64_t document, const struct directive *directive,
                                   struct kept *kept, struct problem *problem)
{
    struct query query = query_begin(library, "INSERT INTO directive (id, document, line, first, behind, text,"
                                              " lead, speaker, addressee, ordinal, last_line, last_behind)"
                                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bind_int(&query,
             kept_id(kept, KEPT_DIRECTIVES, directive->where.line, directive->where.start, slice_of(directive->text)));
    bind_int(&query, document);
    bind_where(&query, directive->where);
    bind_text(&query, directive->text == NULL ? "" : directive->text);
    bind_text(&query, directive->lead);
    bind_text(&query, directive->speaker);
    bind_text(&query, directive->addressee);
    bind_int(&query, directive->ordinal);
    bind_int(&query, (int64_t)directive->last_line);
    bind_int(&query, (int64_t)directive->last_end);
    return query_run(&query, problem);
}

static enum status write_reference(struct library *library, int64_t document, const struct reference *reference,
                                   struct kept *kept, struct problem *problem)
{
    struct query query = query_begin(
        library, "INSERT INTO reference (id, document, line, first, behind, text, manner, kind, level, place,"
                 " organ, event, title, speaker, date, number)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bind_int(&query,
             kept_id(kept, KEPT_REFERENCES, reference->where.line, reference->where.start, slice_of(reference->text)));
    bind_int(&query, document);
    bind_where(&query, reference->where);
    bind_text(&query, reference->text == NULL ? "" : reference->text);
    bind_int(&query, reference->manner);
    bind_known(&query, reference->has_kind, reference->kind);
    bind_known(&query, reference->has_level, reference->level);
    bind_text(&query, reference->place);
    bind_text(&query, reference->organ);
    bind_text(&query, reference->event);
    bind_text(&query, reference->title);
    bind_text(&query, reference->speaker);
    bind_date(&query, reference->date);
    bind_int(&query, reference->number);
    return query_run(&query, problem);
}

/* Replaces the documents of a source, and all that hangs on them. */
static enum status write_parsed(struct library *library, int64_t source, const struct parsed *parsed, struct kept *kept,
                                struct problem *problem)
{
    struct query query = query_begin(library, "DELETE FROM document WHERE source = ?");
    bind_int(&query, source);
    enum status status = query_run(&query, problem);
    int64_t *ids = mem_new(parsed->document_count, sizeof *ids);
    for (size_t i = 0; status == STATUS_OK && i < parsed->document_count; i++)
        status = write_document(library, source, &parsed->documents[i], kept, &ids[i], problem);
    for (size_t i = 0; status == STATUS_OK && i < parsed->directive_count; i++)
        status = write_directive(library, ids[parsed->directives[i].document], &parsed->directives[i], kept, problem);
    for (size_t i = 0; status == STATUS_OK && i < parsed->reference_count; i++)
        status = write_reference(library, ids[parsed->references[i].document], &parsed->references[i], kept, problem);
    free(ids);
    return status;
}

/* The source's row; `*id` 0 makes a new one. */
static enum status write_source(struct library *library, const struct source *source, int64_t *id,
                                struct problem *problem)
{
    struct query query = query_begin(library, "INSERT INTO source (id, path, name, hash, charset, lines, replaced,"
                                              " parse_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                                              " ON CONFLICT (id) DO UPDATE SET path = excluded.path,"
                                              " name = excluded.name, hash = excluded.hash,"
                                              " charset = excluded.charset, lines = excluded.lines,"
                                              " replaced = excluded.replaced, parse_version = excluded.parse_version");
    bind_known(&query, *id != 0, *id);
    bind_text(&query, source->path);
    bind_text(&query, source->name);
    bind_text(&query, source->hash);
    bind_text(&query, source->charset);
    bind_int(&query, (int64_t)source->line_count);
    bind_int(&query, (int64_t)source->replaced);
    bind_int(&query, PARSE_VERSION);
    enum status status = query_run(&query, problem);
    if (*id == 0)
        *id = sqlite3_last_insert_rowid(library->database);
    return status;
}

static enum status delete_passages(struct library *library, int64_t source, struct problem *problem)
{
    enum status status = bigrams_remove(library, source, problem);
    if (status != STATUS_OK)
        return status;
    struct query query = query_begin(library, "DELETE FROM passage WHERE source = ?");
    bind_int(&query, source);
    return query_run(&query, problem);
}

static void report_counts(struct intake_report *report, int64_t source, bool known, const struct parsed *parsed)
{
    report->source = source;
    report->intake = known ? INTAKE_REREAD : INTAKE_NEW;
    report->documents = parsed->document_count;
    report->directives = parsed->directive_count;
    report->references = parsed->reference_count;
}

/* In a transaction: the lines of a source, and where bookmarks and corrections stand in them. */
static enum status write_text(struct library *library, const struct source *source, int64_t id, bool known,
                              struct intake_report *report, struct problem *problem)
{
    enum status status = delete_passages(library, id, problem);
    if (status == STATUS_OK)
        status = write_passages(library, id, source, problem);
    if (status == STATUS_OK && known)
        status = anchored_find_again(library, id, report, problem);
    return status;
}

/* What the user said of a known source must be heard: then what was recognised without it is no use. */
static enum status parse_again(struct library *library, const struct source *source, int64_t id,
                               const struct parsed **parsed, struct parsed *again, struct problem *problem)
{
    struct said_facts facts = {0};
    enum status status = facts_read(library, id, &facts, problem);
    if (status == STATUS_OK && facts.count > 0) {
        parse_lines_knowing(library_parser(library), source->lines, source->line_count, facts_list(&facts), again);
        *parsed = again;
    }
    facts_free(&facts);
    return status;
}

enum status store_source(struct library *library, const struct source *source, const struct parsed *parsed,
                         struct intake_report *report, struct problem *problem)
{
    *report = (struct intake_report){.replaced = source->replaced};
    enum status status = transaction_begin(library, problem);
    if (status != STATUS_OK)
        return status;
    struct query query = query_begin(library, "SELECT id FROM source WHERE hash = ?1 OR path = ?2"
                                              " ORDER BY hash = ?1 DESC LIMIT 1");
    bind_text(&query, source->hash);
    bind_text(&query, source->path);
    int64_t id = 0;
    struct kept kept = {0};
    struct parsed again = {0};
    status = query_int(&query, 0, &id, problem);
    bool known = id != 0;
    if (status == STATUS_OK)
        status = kept_read(library, id, false, &kept, problem);
    if (status == STATUS_OK)
        status = write_source(library, source, &id, problem);
    if (status == STATUS_OK)
        status = write_text(library, source, id, known, report, problem);
    if (status == STATUS_OK && known)
        status = parse_again(library, source, id, &parsed, &again, problem);
    if (status == STATUS_OK)
        status = write_parsed(library, id, parsed, &kept, problem);
    report_counts(report, id, known, parsed);
    parsed_free(&again);
    kept_free(&kept);
    return transaction_end(library, status, problem);
}

enum status store_parsed(struct library *library, int64_t source, const struct parsed *parsed,
                         struct intake_report *report, struct problem *problem)
{
    struct kept kept = {0};
    enum status status = kept_read(library, source, true, &kept, problem);
    if (status == STATUS_OK)
        status = write_parsed(library, source, parsed, &kept, problem);
    kept_free(&kept);
    if (status == STATUS_OK) {
        struct query query = query_begin(library, "UPDATE source SET parse_version = ? WHERE id = ?");
        bind_int(&query, PARSE_VERSION);
        bind_int(&query, source);
        status = query_run(&query, problem);
    }
    report_counts(report, source, true, parsed);
    return status;
}
