#include "session.h"

#include "chuanda/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum status session_new(struct library *library, const struct scope *scope, struct session **session,
                        struct problem *problem)
{
    struct session *made = mem_new(1, sizeof *made);
    made->library = library;
    made->scope = scope;
    made->screen.ambiguous = AMBIGUOUS_NARROW;
    made->text.flow.ambiguous = AMBIGUOUS_NARROW;
    made->arrangement = (struct arrangement){.focus = PANE_MEETINGS, .companion = PANE_MEETINGS};
    made->wrapper = wrapper_new();
    made->gists = gist_maker_new();
    made->tracer = tracer_new(library, scope);
    *session = made;
    enum status status = catalogue_load(&made->catalogue, library, scope, made->tracer, problem);
    if (status == STATUS_OK)
        status = library_sources(library, scope, &made->sources, problem);
    if (status == STATUS_OK && made->catalogue.documents.count == 0)
        status =
            problem_raise(problem, STATUS_NOTHING, "there is no document to read: name a file, or `chuanda add` one");
    if (status == STATUS_OK) {
        const struct document *first = &made->catalogue.documents.items[made->catalogue.order[0]];
        if (!session_go(made, (struct stop){.document = first->id, .focus = PANE_MEETINGS}))
            status = problem_raise(problem, STATUS_FAILED, "%s", made->message);
    }
    if (status != STATUS_OK)
        session_free(session);
    return status;
}

void session_free(struct session **session)
{
    struct session *old = *session;
    if (old == NULL)
        return;
    tracer_free(&old->tracer);
    opened_free(&old->opened);
    catalogue_free(&old->catalogue);
    source_list_free(&old->sources);
    flow_free(&old->text.flow);
    wrapper_free(&old->wrapper);
    gist_maker_free(&old->gists);
    find_free(&old->find);
    trail_free(&old->trail);
    chooser_close(&old->chooser);
    compare_close(&old->compare);
    page_close(&old->page);
    prompt_free(&old->prompt);
    screen_free(&old->screen);
    buffer_free(&old->copied);
    free(old->message);
    free(old);
    *session = NULL;
}

void session_resize(struct session *session, unsigned columns, unsigned rows)
{
    screen_resize(&session->screen, columns, rows);
}

size_t session_rows(const struct session *session, enum pane_id pane)
{
    unsigned rows = session->layout.panes[pane].rows;
    if (rows == 0)
        rows = session->screen.rows > 1 ? session->screen.rows - 1 : 2;
    return rows - 1;
}

void session_say(struct session *session, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    free(session->message);
    session->message = mem_new((size_t)(length < 0 ? 0 : length) + 1, 1);
    (void)vsnprintf(session->message, (size_t)(length < 0 ? 0 : length) + 1, format, again);
    va_end(again);
}

void session_complain(struct session *session, struct problem *problem)
{
    session_say(session, "%s", problem->message == NULL ? "?" : problem->message);
    problem_clear(problem);
}

void session_focus(struct session *session, enum pane_id pane)
{
    session->arrangement.focus = pane;
    if (pane != PANE_TEXT)
        session->arrangement.companion = pane;
}

struct stop session_here(const struct session *session)
{
    return (struct stop){.document = session->opened.id,
                         .line = session->text.cursor.line,
                         .code_point = session->text.cursor.code_point,
                         .focus = session->arrangement.focus};
}

/* Everything that belonged to the document before is reset. */
static bool open_document(struct session *session, int64_t id)
{
    const struct document *document = catalogue_document(&session->catalogue, id);
    if (document == NULL) {
        session_say(session, "文件不在当前范围之内");
        return false;
    }
    struct problem problem = {0};
    if (opened_load(&session->opened, session->library, session->scope, document, &problem) != STATUS_OK) {
        session_complain(session, &problem);
        return false;
    }
    flow_set(&session->text.flow, session->wrapper, &session->opened.passages);
    find_set(&session->find, &session->opened.passages);
    session->text.selecting = false;
    session->text.jump = (struct place_in_text){0};
    session->text.top = (struct point){.line = document->first_line};
    session->directives = (struct list){0};
    session->meetings.cursor = catalogue_reveal(&session->catalogue, id);
    return true;
}

void session_move_to(struct session *session, struct point point)
{
    session->text.cursor = point;
    session->text.has_goal = false;
    session->directive = opened_directive_at(&session->opened, point.line, point.code_point);
}

bool session_go(struct session *session, struct stop stop)
{
    if (stop.document != session->opened.id && !open_document(session, stop.document))
        return false;
    session->meetings.cursor = catalogue_reveal(&session->catalogue, stop.document);
    if (stop.line == 0)
        stop.line = session->opened.document->first_line;
    session_move_to(session, (struct point){.line = stop.line, .code_point = stop.code_point});
    session->text.reveal = true;
    session_focus(session, stop.focus);
    return true;
}

void session_jump(struct session *session, int64_t document, struct place_in_text where)
{
    struct stop left = session_here(session);
    struct stop to = {.document = document, .line = where.line, .code_point = where.start, .focus = PANE_TEXT};
    if (!session_go(session, to))
        return;
    trail_push(&session->trail, left);
    session->text.jump = where;
    session->text.selecting = false;
}

const struct document *session_meant(const struct session *session)
{
    const struct catalogue *catalogue = &session->catalogue;
    if (session->arrangement.focus == PANE_MEETINGS && session->meetings.cursor < catalogue->line_count) {
        const struct tree_line *line = &catalogue->lines[session->meetings.cursor];
        if (!line->is_group &&
            !catalogue_same(catalogue, catalogue->documents.items[line->index].id, session->opened.id))
            return &catalogue->documents.items[line->index];
    }
    return session->opened.document;
}

const struct source_entry *session_source(const struct session *session, int64_t id)
{
    for (size_t i = 0; i < session->sources.count; i++) {
        if (session->sources.items[i].id == id)
            return &session->sources.items[i];
    }
    return NULL;
}

/* The chain first: it is shown at the bottom of every screen. */
bool session_idle(struct session *session)
{
    struct opened *opened = &session->opened;
    struct problem problem = {0};
    if (!opened->chain_asked) {
        opened->chain_asked = true;
        struct relay_list relays = {0};
        if (trace_relays(session->tracer, opened->id, &relays, &problem) == STATUS_OK)
            opened_add_references(opened, &relays);
        relay_list_free(&relays);
        if (trace_chain(session->tracer, opened->id, &opened->chain, &problem) != STATUS_OK)
            session_complain(session, &problem);
        return true;
    }
    if (opened->counts_asked)
        return false;
    opened->counts_asked = true;
    struct follow_up_list list = {0};
    if (trace_document_follow_ups(session->tracer, opened->id, &list, &problem) != STATUS_OK)
        session_complain(session, &problem);
    follow_ups_once(&list, &session->catalogue.versions);
    for (size_t i = 0; i < list.count; i++) {
        for (size_t j = 0; j < opened->directives.count; j++) {
            if (opened->directives.items[j].id == list.items[i].directive)
                opened->counts[j]++;
        }
    }
    follow_up_list_free(&list);
    return true;
}
