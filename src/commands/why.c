/* chuanda why: the evidence for a document, or for what stands on one of its lines. */
#include "chuanda/why.h"
#include "chuanda/correction.h"
#include "chuanda/utf8.h"
#include "command.h"
#include "output.h"
#include "records.h"

#include <inttypes.h>

/* What is asked about: a document, or one line of it. */
struct question {
    struct call *call;
    struct tracer *tracer;
    struct document document;
    struct passage_list passages;
    struct directive_list directives;
    struct reference_list references;
    size_t line; /* 0: the whole document */
};

static bool is_asked(const struct question *question, struct place_in_text where)
{
    return question->line == 0 || where.line == question->line;
}

/* Does a directive stand on the line, or run over it? */
static bool covers(const struct question *question, const struct directive *directive)
{
    return is_asked(question, directive->where) ||
           (directive->where.line < question->line && question->line <= directive->last_line);
}

static const struct passage *passage_at(const struct question *question, size_t line)
{
    for (size_t i = 0; i < question->passages.count; i++)
        if (question->passages.items[i].line == line)
            return &question->passages.items[i];
    return NULL;
}

/* The lines of why, links with the place that they lead to: [12:164]. */
static void print_lines(const struct why *why)
{
    struct buffer text = {0};
    for (size_t i = 0; i < why->count; i++) {
        const struct why_line *line = &why->items[i];
        const char *indent = line->part == WHY_HEADING ? "" : line->part == WHY_DETAIL ? "    " : "  ";
        if (line->part == WHY_HEADING && i > 0)
            buffer_add_text(&text, "\n");
        buffer_print(&text, "%s%s", indent, line->text);
        if (line->part == WHY_LINK && line->where.line > 0)
            buffer_print(&text, "  [%" PRId64 ":%zu]", line->document, line->where.line);
        else if (line->part == WHY_LINK && line->document != 0)
            buffer_print(&text, "  [%" PRId64 "]", line->document);
        buffer_add_text(&text, "\n");
    }
    output_text(buffer_slice(&text));
    buffer_free(&text);
}

static enum status tell_document(const struct question *question, struct why *why)
{
    struct problem *problem = question->call->problem;
    enum status status = why_fields(question->tracer, question->document.id, why, problem);
    if (status == STATUS_OK)
        status = why_relays(question->tracer, question->document.id, why, problem);
    return status == STATUS_OK ? why_follow_ups(question->tracer, question->document.id, why, problem) : status;
}

/* The references, the directives, and what the passage takes up. */
static enum status tell_line(const struct question *question, struct why *why)
{
    struct problem *problem = question->call->problem;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < question->references.count; i++)
        if (is_asked(question, question->references.items[i].where))
            status = why_reference(question->tracer, &question->references.items[i], why, problem);
    for (size_t i = 0; status == STATUS_OK && i < question->directives.count; i++)
        if (covers(question, &question->directives.items[i]))
            status = why_directive(question->tracer, &question->directives.items[i], why, problem);
    return status == STATUS_OK ? why_taken_up(question->tracer, question->document.id, question->line, why, problem)
                               : status;
}

static void add_evidence(const struct question *question, struct buffer *buffer)
{
    for (size_t i = 0; i < question->document.evidence_count; i++) {
        const struct evidence *evidence = &question->document.evidence[i];
        const struct passage *passage = passage_at(question, evidence->where.line);
        if (is_asked(question, evidence->where))
            record_evidence(buffer, &question->document, evidence, passage == NULL ? NULL : passage->text);
    }
}

static enum status add_relays(const struct question *question, struct buffer *buffer)
{
    struct relay_list named = {0}, naming = {0};
    struct problem *problem = question->call->problem;
    enum status status = trace_relays(question->tracer, question->document.id, &named, problem);
    if (status == STATUS_OK && question->line == 0)
        status = trace_relayed_by(question->tracer, question->document.id, &naming, problem);
    for (size_t i = 0; i < named.count; i++)
        if (is_asked(question, named.items[i].where))
            record_relay(buffer, &named.items[i]);
    for (size_t i = 0; i < naming.count; i++)
        record_relay(buffer, &naming.items[i]);
    relay_list_free(&named);
    relay_list_free(&naming);
    return status;
}

static enum status add_follow_ups(const struct question *question, struct buffer *buffer)
{
    struct problem *problem = question->call->problem;
    struct gist_maker *gists = gist_maker_new();
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < question->directives.count; i++) {
        const struct directive *directive = &question->directives.items[i];
        struct follow_up_list list = {0};
        if (!covers(question, directive))
            continue;
        status = trace_follow_ups(question->tracer, directive->id, &list, problem);
        record_directive(buffer, directive, gists);
        for (size_t k = 0; k < list.count; k++)
            record_follow_up(buffer, &list.items[k]);
        follow_up_list_free(&list);
    }
    for (size_t i = 0; status == STATUS_OK && i < question->passages.count; i++) {
        struct follow_up_list list = {0};
        size_t line = question->passages.items[i].line;
        if (question->line != 0 && question->line != line)
            continue;
        status = trace_taken_up(question->tracer, question->document.id, line, &list, problem);
        for (size_t k = 0; k < list.count; k++)
            record_follow_up(buffer, &list.items[k]);
        follow_up_list_free(&list);
    }
    gist_maker_free(&gists);
    return status;
}

static enum status print_records(const struct question *question)
{
    struct buffer buffer = {0};
    add_evidence(question, &buffer);
    enum status status = add_relays(question, &buffer);
    if (status == STATUS_OK)
        status = add_follow_ups(question, &buffer);
    if (status == STATUS_OK)
        output_text(buffer_slice(&buffer));
    buffer_free(&buffer);
    return status;
}

static enum status print_answer(const struct question *question)
{
    struct call *call = question->call;
    struct why why = {0};
    if (question->line != 0 && passage_at(question, question->line) == NULL)
        return problem_raise(call->problem, STATUS_NOTHING,
                             "document %" PRId64 " has no words on line %zu; it goes from line %zu to %zu",
                             question->document.id, question->line, question->document.first_line,
                             question->document.last_line);
    if (call->options->values[OPTION_JSON] != NULL)
        return print_records(question);
    enum status status = question->line == 0 ? tell_document(question, &why) : tell_line(question, &why);
    if (status == STATUS_OK)
        print_lines(&why);
    why_free(&why);
    return status;
}

static enum status answer(struct call *call, struct tracer *tracer, int64_t document, size_t line)
{
    struct question question = {.call = call, .tracer = tracer, .line = line};
    enum status status = library_document(call->library, document, &question.document, call->problem);
    if (status == STATUS_NOTHING)
        return problem_raise(call->problem, STATUS_NOTHING,
                             "no document %" PRId64 " in the library; chuanda list shows the ids", document);
    if (status == STATUS_OK)
        status = library_passages(call->library, document, &question.passages, call->problem);
    if (status == STATUS_OK)
        status = library_directives(call->library, NULL, document, &question.directives, call->problem);
    if (status == STATUS_OK)
        status = library_references(call->library, NULL, document, &question.references, call->problem);
    if (status == STATUS_OK)
        status = print_answer(&question);
    document_free(&question.document);
    passage_list_free(&question.passages);
    directive_list_free(&question.directives);
    reference_list_free(&question.references);
    return status;
}

enum status run_why(struct call *call)
{
    struct tracer *tracer = tracer_new(call->library, &(struct scope){0});
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < call->options->word_count; i++) {
        struct link_end end = {0};
        status = read_end(call, call->options->words[i], &end);
        if (status == STATUS_OK && i > 0)
            output_text(slice_of("\n"));
        if (status == STATUS_OK)
            status = answer(call, tracer, end.document, end.where.line);
    }
    tracer_free(&tracer);
    return status;
}
