/* chuanda FILE…: the reader, or, without a terminal, the hierarchy. */
#include "command.h"
#include "hierarchy.h"
#include "once.h"
#include "output.h"
#include "reader/reader.h"

static enum status print_hierarchy(struct call *call, const struct scope *scope)
{
    struct document_list list = {0};
    struct version_list versions = {0};
    struct tracer *tracer = tracer_new(call->library, scope);
    enum status status = library_documents(call->library, scope, NULL, &list, call->problem);
    if (status == STATUS_OK)
        status = trace_versions(tracer, &versions, call->problem);
    tracer_free(&tracer);
    documents_once(&list, &versions);
    struct buffer buffer = {0};
    hierarchy_add(&buffer, &list);
    output_text(buffer_slice(&buffer));
    buffer_free(&buffer);
    if (status == STATUS_OK && list.count == 0)
        status =
            problem_raise(call->problem, STATUS_NOTHING, "the library is empty; name a file to read: chuanda FILE");
    document_list_free(&list);
    version_list_free(&versions);
    return status;
}

enum status run_read(struct call *call)
{
    struct scope scope = {0};
    bool nothing = false;
    enum status intake = take_in_call(call, &scope, &nothing);
    enum status status = STATUS_NOTHING;
    if (!nothing)
        status =
            output_is_terminal() ? reader_run(call->library, &scope, call->problem) : print_hierarchy(call, &scope);
    scope_free(&scope);
    return worse_status(intake, status);
}
