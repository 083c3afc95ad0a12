/* Why: the evidence for what is shown at the cursor, as chuanda/why.h tells it. */
#include "session.h"

#include "chuanda/memory.h"
#include "chuanda/why.h"

static const unsigned roles[] = {[WHY_HEADING] = ROLE_GROUP, [WHY_FIELD] = ROLE_PLAIN,  [WHY_EVIDENCE] = ROLE_PLAIN,
                                 [WHY_LINK] = ROLE_TITLE,    [WHY_DETAIL] = ROLE_PLAIN, [WHY_NONE] = ROLE_FAINT};

static void show(struct page *page, const struct why *why)
{
    for (size_t i = 0; i < why->count; i++) {
        const struct why_line *line = &why->items[i];
        struct buffer text = {0};
        if (line->part == WHY_HEADING && page->sheet.count > 0)
            page_add(page, mem_copy(""), ROLE_PLAIN);
        buffer_print(&text, "%s%s", line->part == WHY_DETAIL ? "  " : "", line->text);
        page_add(page, buffer_take(&text), roles[line->part]);
    }
}

static enum status tell_document(struct session *session, int64_t document, struct why *why, struct problem *problem)
{
    enum status status = why_fields(session->tracer, document, why, problem);
    if (status == STATUS_OK)
        status = why_relays(session->tracer, document, why, problem);
    return status == STATUS_OK ? why_follow_ups(session->tracer, document, why, problem) : status;
}

static const struct reference *reference_here(const struct session *session)
{
    struct point cursor = session->text.cursor;
    for (size_t i = 0; i < session->opened.references.count; i++) {
        const struct reference *reference = &session->opened.references.items[i];
        if (place_covers(reference->where, cursor.line, cursor.code_point))
            return reference;
    }
    return NULL;
}

enum outcome why_show(struct session *session)
{
    struct problem problem = {0};
    struct why why = {0};
    enum pane_id focus = session->arrangement.focus;
    const struct reference *reference = focus == PANE_TEXT ? reference_here(session) : NULL;
    enum status status;
    if (focus == PANE_DIRECTIVES && session->directive != SLICE_NONE)
        status = why_directive(session->tracer, &session->opened.directives.items[session->directive], &why, &problem);
    else if (reference != NULL)
        status = why_reference(session->tracer, reference, &why, &problem);
    else
        status = tell_document(session, session_meant(session)->id, &why, &problem);
    if (status == STATUS_OK) {
        page_start(&session->page, "为什么");
        show(&session->page, &why);
    } else {
        session_complain(session, &problem);
    }
    why_free(&why);
    return status == STATUS_OK ? OUTCOME_DONE : OUTCOME_NOTHING;
}
