/* chuanda export: everything, for scripts. */
#include "chuanda/utf8.h"
#include "command.h"
#include "output.h"
#include "records.h"

#include <string.h>

/* Prints what the buffer holds, so that a large library never stands in memory as text. */
static void flush(struct buffer *buffer)
{
    output_text(buffer_slice(buffer));
    buffer_clear(buffer);
}

static enum status export_sources(struct call *call, const struct scope *scope, struct buffer *buffer)
{
    struct source_list list = {0};
    enum status status = library_sources(call->library, scope, &list, call->problem);
    for (size_t i = 0; i < list.count; i++)
        record_source(buffer, &list.items[i]);
    flush(buffer);
    if (status == STATUS_OK && list.count == 0)
        status = STATUS_NOTHING;
    source_list_free(&list);
    return status;
}

static enum status export_documents(struct call *call, const struct scope *scope, struct tracer *tracer,
                                    struct buffer *buffer)
{
    struct document_list list = {0};
    struct version_list versions = {0};
    enum status status = library_documents(call->library, scope, NULL, &list, call->problem);
    if (status == STATUS_OK)
        status = trace_versions(tracer, &versions, call->problem);
    for (size_t i = 0; status == STATUS_OK && i < list.count; i++) {
        const struct version *version = version_of(&versions, list.items[i].id);
        record_document(buffer, &list.items[i], version == NULL ? list.items[i].id : version->event);
    }
    flush(buffer);
    document_list_free(&list);
    version_list_free(&versions);
    return status;
}

/* The lines of the document whose directives are being written. */
struct lines {
    int64_t document;
    struct passage_list passages;
};

/*
 * The parts of a directive that stand in other lines than its first, with ids
 * from *next_id on: of those lines, the margins of a page are no part of it.
 */
static enum status export_parts(struct call *call, const struct directive *directive, struct lines *lines,
                                int64_t *next_id, struct buffer *buffer)
{
    enum status status = STATUS_OK;
    if (lines->document != directive->document) {
        passage_list_free(&lines->passages);
        lines->document = directive->document;
        status = library_passages(call->library, directive->document, &lines->passages, call->problem);
    }
    for (size_t i = 0; i < lines->passages.count; i++) {
        const struct passage *passage = &lines->passages.items[i];
        struct place_in_text where = directive_in_line(directive, passage->line);
        if (where.line == 0 || passage->line == directive->where.line)
            continue;
        struct slice text = slice_of(passage->text),
                     words = slice_trim(slice_part(text, 0, utf8_byte(text, where.end)));
        where.start = utf8_count(slice_part(text, 0, (size_t)(words.bytes - text.bytes)));
        where.end = where.start + utf8_count(words);
        if (slice_find(slice_of(directive->text), words, 0) != SLICE_NONE)
            record_directive_part(buffer, directive, (*next_id)++, where, words);
    }
    return status;
}

static enum status export_directives(struct call *call, const struct scope *scope, struct buffer *buffer)
{
    struct directive_list list = {0};
    struct gist_maker *gists = gist_maker_new();
    enum status status = library_directives(call->library, scope, 0, &list, call->problem);
    struct lines lines = {0};
    int64_t next_id = 1;
    for (size_t i = 0; i < list.count; i++)
        next_id = list.items[i].id >= next_id ? list.items[i].id + 1 : next_id;
    for (size_t i = 0; status == STATUS_OK && i < list.count; i++) {
        record_directive(buffer, &list.items[i], gists);
        if (list.items[i].last_line != 0)
            status = export_parts(call, &list.items[i], &lines, &next_id, buffer);
    }
    flush(buffer);
    passage_list_free(&lines.passages);
    gist_maker_free(&gists);
    directive_list_free(&list);
    return status;
}

static enum status export_relays(struct call *call, struct tracer *tracer, struct buffer *buffer)
{
    struct relay_list list = {0};
    enum status status = trace_relays(tracer, 0, &list, call->problem);
    for (size_t i = 0; i < list.count; i++)
        record_relay(buffer, &list.items[i]);
    flush(buffer);
    relay_list_free(&list);
    return status;
}

static enum status export_follow_ups(struct call *call, struct tracer *tracer, struct buffer *buffer)
{
    struct follow_up_list list = {0};
    enum status status = trace_document_follow_ups(tracer, 0, &list, call->problem);
    for (size_t i = 0; i < list.count; i++)
        record_follow_up(buffer, &list.items[i]);
    flush(buffer);
    follow_up_list_free(&list);
    return status;
}

static enum status export_bookmarks(struct call *call, const struct scope *scope, struct buffer *buffer)
{
    struct bookmark_list list = {0};
    enum status status = library_bookmarks(call->library, scope, &list, call->problem);
    for (size_t i = 0; i < list.count; i++)
        record_bookmark(buffer, &list.items[i]);
    flush(buffer);
    bookmark_list_free(&list);
    return status;
}

static enum status export_corrections(struct call *call, const struct scope *scope, struct buffer *buffer)
{
    struct correction_list list = {0};
    enum status status = library_corrections(call->library, scope, true, &list, call->problem);
    for (size_t i = 0; i < list.count; i++)
        record_correction(buffer, &list.items[i]);
    flush(buffer);
    correction_list_free(&list);
    return status;
}

static enum status export_scope(struct call *call, const struct scope *scope)
{
    struct buffer buffer = {0};
    struct tracer *tracer = tracer_new(call->library, scope);
    enum status status = export_sources(call, scope, &buffer);
    if (status == STATUS_OK)
        status = export_documents(call, scope, tracer, &buffer);
    if (status == STATUS_OK)
        status = export_directives(call, scope, &buffer);
    if (status == STATUS_OK)
        status = export_relays(call, tracer, &buffer);
    if (status == STATUS_OK)
        status = export_follow_ups(call, tracer, &buffer);
    if (status == STATUS_OK)
        status = export_bookmarks(call, scope, &buffer);
    if (status == STATUS_OK)
        status = export_corrections(call, scope, &buffer);
    tracer_free(&tracer);
    buffer_free(&buffer);
    return status;
}

enum status run_export(struct call *call)
{
    const char *format = call->options->values[OPTION_FORMAT];
    if (format != NULL && strcmp(format, "jsonl") != 0)
        return problem_raise(call->problem, STATUS_MISUSE, "export knows no format %s, only jsonl", format);
    struct scope scope = {0};
    bool nothing = false;
    enum status intake = take_in_call(call, &scope, &nothing);
    enum status status = nothing ? STATUS_NOTHING : export_scope(call, &scope);
    scope_free(&scope);
    return worse_status(intake, status);
}
