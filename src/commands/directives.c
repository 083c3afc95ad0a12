/* chuanda directives: what documents demand, and who took it up. */
#include "chuanda/memory.h"
#include "command.h"
#include "labels.h"
#include "output.h"
#include "records.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { SHARED_SHOWN = 3 }; /* phrases of a follow-up */

/* What the words of the call ask for. */
struct request {
    struct scope scope; /* of the sources named */
    int64_t *documents; /* owned; named by id */
    size_t document_count;
    bool nothing; /* files were named and none could be taken in */
};

/* Takes the files in and keeps the ids. */
static enum status read_request(struct call *call, struct request *request)
{
    const struct options *options = call->options;
    const char **files = mem_new(options->word_count, sizeof *files);
    size_t file_count = 0;
    request->documents = mem_new(options->word_count, sizeof *request->documents);
    for (size_t i = 0; i < options->word_count; i++) {
        const char *word = options->words[i];
        if (word[strspn(word, "0123456789")] == '\0')
            request->documents[request->document_count++] = strtoll(word, NULL, 10);
        else
            files[file_count++] = word;
    }
    enum status status = take_in_words(call, files, file_count, &request->scope, NULL, NULL);
    request->nothing = request->scope.count == 0 && request->document_count == 0;
    free(files);
    return status;
}

static void add_follow_up(struct call *call, struct buffer *buffer, const struct follow_up *follow_up)
{
    struct document document;
    if (library_document(call->library, follow_up->document, &document, NULL) != STATUS_OK)
        return;
    buffer_print(buffer, "        → %s ", label_place(&document));
    label_date(buffer, &document);
    buffer_print(buffer, " [%" PRId64 ":%zu] %.2f", document.id, follow_up->where.line, follow_up->score);
    for (size_t i = 0; i < follow_up->shared_count && i < SHARED_SHOWN; i++)
        buffer_print(buffer, "%s%s", i == 0 ? "  " : "、", follow_up->shared[i].text);
    buffer_add_text(buffer, "\n");
    document_free(&document);
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* 会议强调; 他强调 [林某]: with the speaker where the lead does not name him. */
static void add_lead(struct buffer *buffer, const struct directive *directive)
{
    const char *lead = directive->lead == NULL ? "" : directive->lead;
    const char *speaker = directive->speaker;
    if (speaker != NULL && strstr(lead, speaker) == NULL)
        buffer_print(buffer, "  %s%s[%s]\n", lead, lead[0] == '\0' ? "" : " ", speaker);
    else if (lead[0] != '\0')
        buffer_print(buffer, "  %s\n", lead);
}

/* 3  [各级党委和政府] the text: with its number and whom it addresses, where it has them. */
static void add_directive(struct buffer *buffer, const struct directive *directive)
{
    struct buffer number = {0};
    if (directive->ordinal != 0)
        buffer_print(&number, "%d", directive->ordinal);
    buffer_print(buffer, "  %2s  ", number.length == 0 ? "" : number.bytes);
    if (directive->addressee != NULL)
        buffer_print(buffer, "[%s] ", directive->addressee);
    buffer_print(buffer, "%s\n", directive->text);
    buffer_free(&number);
}

/* Directives under their leads; `follow_ups` are in the order of directives. */
static void add_text(struct call *call, struct buffer *buffer, const struct directive_list *directives,
                     const struct follow_up_list *follow_ups)
{
    const struct directive *before = NULL;
    size_t next = 0;
    for (size_t i = 0; i < directives->count; i++) {
        const struct directive *directive = &directives->items[i];
        if (before == NULL || !same_text(before->lead, directive->lead) ||
            !same_text(before->speaker, directive->speaker))
            add_lead(buffer, directive);
        add_directive(buffer, directive);
        before = directive;
        for (; next < follow_ups->count && follow_ups->items[next].directive == directive->id; next++)
            add_follow_up(call, buffer, &follow_ups->items[next]);
    }
}

static void add_records(struct buffer *buffer, const struct directive_list *directives,
                        const struct follow_up_list *follow_ups)
{
    struct gist_maker *gists = gist_maker_new();
    for (size_t i = 0; i < directives->count; i++)
        record_directive(buffer, &directives->items[i], gists);
    gist_maker_free(&gists);
    for (size_t i = 0; i < follow_ups->count; i++)
        record_follow_up(buffer, &follow_ups->items[i]);
}

static void add_head(struct buffer *buffer, const struct document *document)
{
    buffer_print(buffer, "%" PRId64 "  %s  ", document->id, label_place(document));
    label_date(buffer, document);
    buffer_print(buffer, "  %s\n", document->title);
}

/* What is asked for every document, and whether anything was found. */
struct inquiry {
    struct tracer *tracer;
    struct version_list versions;
    bool found;
};

static enum status print_document(struct call *call, struct inquiry *inquiry, const struct document *document)
{
    struct directive_list directives = {0};
    struct follow_up_list follow_ups = {0};
    enum status status = library_directives(call->library, NULL, document->id, &directives, call->problem);
    if (status == STATUS_OK && directives.count > 0)
        status = trace_document_follow_ups(inquiry->tracer, document->id, &follow_ups, call->problem);
    if (status == STATUS_OK && directives.count > 0) {
        struct buffer buffer = {0};
        if (call->options->values[OPTION_JSON] != NULL) {
            add_records(&buffer, &directives, &follow_ups);
        } else {
            follow_ups_once(&follow_ups, &inquiry->versions);
            add_head(&buffer, document);
            add_text(call, &buffer, &directives, &follow_ups);
        }
        output_text(buffer_slice(&buffer));
        buffer_free(&buffer);
        inquiry->found = true;
    }
    follow_up_list_free(&follow_ups);
    directive_list_free(&directives);
    return status;
}

static enum status print_named(struct call *call, struct inquiry *inquiry, const struct request *request)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < request->document_count; i++) {
        struct document document;
        status = library_document(call->library, request->documents[i], &document, call->problem);
        if (status == STATUS_NOTHING)
            return problem_raise(call->problem, STATUS_NOTHING,
                                 "no document %" PRId64 " in the library; chuanda list shows the ids",
                                 request->documents[i]);
        if (status == STATUS_OK) {
            status = print_document(call, inquiry, &document);
            document_free(&document);
        }
    }
    return status;
}

static enum status print_request(struct call *call, const struct request *request)
{
    /* A document named by its id is followed through the whole library, files among themselves. */
    const struct scope *scope = request->document_count > 0 ? &(struct scope){0} : &request->scope;
    struct inquiry inquiry = {.tracer = tracer_new(call->library, scope)};
    struct document_list list = {0};
    enum status status = trace_versions(inquiry.tracer, &inquiry.versions, call->problem);
    if (status == STATUS_OK)
        status = print_named(call, &inquiry, request);
    if (status == STATUS_OK && request->scope.count > 0)
        status = library_documents(call->library, &request->scope, NULL, &list, call->problem);
    for (size_t i = 0; status == STATUS_OK && i < list.count; i++)
        status = print_document(call, &inquiry, &list.items[i]);
    document_list_free(&list);
    version_list_free(&inquiry.versions);
    tracer_free(&inquiry.tracer);
    return status == STATUS_OK && !inquiry.found ? STATUS_NOTHING : status;
}

enum status run_directives(struct call *call)
{
    struct request request = {0};
    enum status intake = read_request(call, &request);
    enum status status = request.nothing ? STATUS_NOTHING : print_request(call, &request);
    free(request.documents);
    scope_free(&request.scope);
    return worse_status(intake, status);
}
