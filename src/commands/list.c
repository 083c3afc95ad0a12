/* chuanda list: documents as a table. */
#include "chuanda/memory.h"
#include "command.h"
#include "labels.h"
#include "once.h"
#include "output.h"
#include "records.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static enum status read_day(const struct options *options, enum option option, const char *name, struct date *date,
                            struct problem *problem)
{
    const char *value = options->values[option];
    if (value != NULL && !date_read(value, date))
        return problem_raise(problem, STATUS_MISUSE, "--%s takes a day as YYYY-MM-DD, not %s", name, value);
    return STATUS_OK;
}

static enum status read_filter(const struct options *options, struct document_filter *filter, struct problem *problem)
{
    const char *level = options->values[OPTION_LEVEL];
    const char *kind = options->values[OPTION_KIND];
    filter->has_level = level != NULL;
    filter->has_kind = kind != NULL;
    filter->place = options->values[OPTION_PLACE];
    if (level != NULL && !level_read(level, &filter->level))
        return problem_raise(problem, STATUS_MISUSE, "there is no level %s", level);
    if (kind != NULL && !kind_read(kind, &filter->kind))
        return problem_raise(problem, STATUS_MISUSE, "there is no kind %s", kind);
    enum status status = read_day(options, OPTION_FROM, "from", &filter->from, problem);
    return status == STATUS_OK ? read_day(options, OPTION_TO, "to", &filter->to, problem) : status;
}

/* What is listed: documents, and in which sources their events stand. */
struct listing {
    struct document_list documents;
    struct version_list versions;
    struct source_list sources;
};

static const char *source_name(const struct listing *listing, int64_t source)
{
    for (size_t i = 0; i < listing->sources.count; i++) {
        if (listing->sources.items[i].id == source)
            return listing->sources.items[i].name;
    }
    return "";
}

/* Appends the title, and where the event has further versions each with its source: 题目 〔甲.txt；乙.txt 61〕 */
static void add_title(struct buffer *text, const struct listing *listing, const struct document *document)
{
    const struct version *version = version_of(&listing->versions, document->id);
    buffer_add_text(text, document->title);
    if (version != NULL && version->count > 1) {
        buffer_print(text, " 〔%s", source_name(listing, document->source));
        for (const struct version *other = version_of(&listing->versions, version->next); other != version;
             other = version_of(&listing->versions, other->next))
            buffer_print(text, "；%s %" PRId64, source_name(listing, other->source), other->document);
        buffer_add_text(text, "〕");
    }
}

/* A cell, with the mark of a field that the user corrected. */
static void add_field(struct table *table, const struct document *document, enum field field, const char *text)
{
    struct buffer cell = {0};
    buffer_print(&cell, "%s%s", text == NULL ? "" : text, (document->corrected & (1U << field)) != 0 ? "*" : "");
    table_add(table, cell.bytes);
    buffer_free(&cell);
}

static void add_row(struct table *table, const struct listing *listing, const struct document *document)
{
    char number[24];
    (void)snprintf(number, sizeof number, "%" PRId64, document->id);
    struct buffer day = {0}, title = {0};
    buffer_add_text(&day, document->date_basis == DATE_INFERRED ? "" : " ");
    label_date(&day, document);
    add_title(&title, listing, document);
    char *chairs = document_value(document, FIELD_CHAIR);
    add_field(table, document, FIELD_BOUNDARY, number);
    add_field(table, document, FIELD_LEVEL, level_label(document->level));
    add_field(table, document, FIELD_PLACE, document->place);
    add_field(table, document, FIELD_DATE, day.bytes);
    add_field(table, document, FIELD_KIND, kind_label(document->kind));
    add_field(table, document, FIELD_ORGAN, document->organ);
    add_field(table, document, FIELD_CHAIR, chairs);
    add_field(table, document, FIELD_TITLE, title.bytes);
    free(chairs);
    buffer_free(&title);
    buffer_free(&day);
}

static void print_table(const struct listing *listing)
{
    static const char *const heads[] = {"号", "层级", "地区", " 日期", "类别", "机构", "主持", "题目"};
    struct table table = {.columns = sizeof heads / sizeof heads[0]};
    for (size_t i = 0; listing->documents.count > 0 && output_is_terminal() && i < table.columns; i++)
        table_add(&table, heads[i]);
    for (size_t i = 0; i < listing->documents.count; i++)
        add_row(&table, listing, &listing->documents.items[i]);
    table_print(&table);
}

static void print_records(const struct listing *listing)
{
    struct buffer buffer = {0};
    for (size_t i = 0; i < listing->documents.count; i++) {
        const struct document *document = &listing->documents.items[i];
        const struct version *version = version_of(&listing->versions, document->id);
        record_document(&buffer, document, version == NULL ? document->id : version->event);
    }
    output_text(buffer_slice(&buffer));
    buffer_free(&buffer);
}

static enum status read_listing(struct call *call, const struct scope *scope, const struct document_filter *filter,
                                struct listing *listing)
{
    struct tracer *tracer = tracer_new(call->library, scope);
    enum status status = library_documents(call->library, scope, filter, &listing->documents, call->problem);
    if (status == STATUS_OK)
        status = trace_versions(tracer, &listing->versions, call->problem);
    if (status == STATUS_OK)
        status = library_sources(call->library, scope, &listing->sources, call->problem);
    tracer_free(&tracer);
    return status == STATUS_OK && listing->documents.count == 0 ? STATUS_NOTHING : status;
}

enum status run_list(struct call *call)
{
    struct document_filter filter = {0};
    enum status status = read_filter(call->options, &filter, call->problem);
    if (status != STATUS_OK)
        return status;
    struct scope scope = {0};
    bool nothing = false;
    enum status intake = take_in_call(call, &scope, &nothing);
    struct listing listing = {0};
    status = nothing ? STATUS_NOTHING : read_listing(call, &scope, &filter, &listing);
    if (call->options->values[OPTION_JSON] != NULL) {
        print_records(&listing);
    } else {
        documents_once(&listing.documents, &listing.versions);
        print_table(&listing);
    }
    document_list_free(&listing.documents);
    version_list_free(&listing.versions);
    source_list_free(&listing.sources);
    scope_free(&scope);
    return worse_status(intake, status);
}
