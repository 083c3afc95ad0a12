/* What the library says has changed: all is asked anew, and the reader stays where he is. */
#include "session.h"

/* The document that holds a line of a source today; NULL: none does. */
static const struct document *document_at(const struct catalogue *catalogue, int64_t source, size_t line)
{
    for (size_t i = 0; i < catalogue->documents.count; i++) {
        const struct document *document = &catalogue->documents.items[i];
        if (document->source == source && document->first_line <= line && line <= document->last_line)
            return document;
    }
    return NULL;
}

enum status session_refresh(struct session *session, struct problem *problem)
{
    struct catalogue fresh = {0};
    enum status status = catalogue_load(&fresh, session->library, session->scope, session->tracer, problem);
    if (status != STATUS_OK)
        return status;
    struct stop here = session_here(session);
    struct point top = session->text.top;
    size_t directive = session->directive;
    const struct document *held = document_at(&fresh, session->opened.document->source, here.line);
    if (held == NULL) { /* its line is always in a document */
        catalogue_free(&fresh);
        return problem_raise(problem, STATUS_FAILED, "the source has changed: open it anew");
    }
    bool same = held->id == session->opened.id;
    here.document = held->id;
    catalogue_fold_as(&fresh, &session->catalogue);
    catalogue_free(&session->catalogue);
    session->catalogue = fresh;
    opened_free(&session->opened);
    if (!session_go(session, here))
        return problem_raise(problem, STATUS_FAILED, "%s", session->message);
    session->text.reveal = false;
    session->text.top = top;
    if (same && directive < session->opened.directives.count)
        session->directive = directive;
    return STATUS_OK;
}
