/* The directives of the open document, under their leads, with the number of their follow-ups. */
#include "session.h"

static void title(struct session *session, struct buffer *text)
{
    buffer_print(text, "部署 %zu", session->opened.directives.count);
}

static void paint_directive(struct session *session, struct rect row, size_t index, bool focused)
{
    const struct opened *opened = &session->opened;
    bool here = index == session->directive;
    unsigned roles = !here ? ROLE_PLAIN : focused ? ROLE_CURSOR : ROLE_CURRENT;
    struct buffer count = {0};
    if (opened->counts[index] > 0)
        buffer_print(&count, " %zu↓", opened->counts[index]);
    unsigned width = (unsigned)display_width(buffer_slice(&count), session->screen.ambiguous);
    if (width + 4 > row.columns)
        width = 0;
    screen_fill(&session->screen, row, roles);
    screen_text(&session->screen, row.x, row.y, 2, slice_of(here ? " ▸" : "  "), roles);
    screen_text(&session->screen, row.x + 2, row.y, row.columns - 2 - width,
                slice_trim(slice_of(opened->directives.items[index].text)), roles);
    screen_text(&session->screen, row.x + row.columns - width, row.y, width, buffer_slice(&count), roles);
    buffer_free(&count);
    if (here && focused)
        screen_cursor(&session->screen, row.x + 1, row.y);
}

static void paint_lead(struct session *session, struct rect row, size_t directive)
{
    const char *lead = session->opened.directives.items[directive].lead;
    screen_text(&session->screen, row.x + 1, row.y, row.columns - 1, slice_of(lead == NULL ? "（无引语）" : lead),
                ROLE_GROUP);
}

/* The list keeps the current directive on the screen, and its lead where there is room. */
static void settle(struct session *session, size_t rows)
{
    const struct opened *opened = &session->opened;
    if (session->directive == SLICE_NONE)
        return;
    struct list *list = &session->directives;
    list->cursor = opened_directive_line(opened, session->directive);
    list_settle(list, opened->line_count, rows);
    if (rows > 1 && list->top > 0 && list->top == list->cursor && opened->lines[list->top - 1].is_lead)
        list->top--;
}

static void paint(struct session *session, struct rect body, bool focused)
{
    const struct opened *opened = &session->opened;
    settle(session, body.rows);
    if (opened->line_count == 0)
        screen_text(&session->screen, body.x + 1, body.y, body.columns - 1, slice_of("（没有部署）"), ROLE_FAINT);
    for (unsigned i = 0; i < body.rows && session->directives.top + i < opened->line_count; i++) {
        struct rect row = {.x = body.x, .y = body.y + i, .columns = body.columns, .rows = 1};
        const struct directive_line *line = &opened->lines[session->directives.top + i];
        if (line->is_lead)
            paint_lead(session, row, line->directive);
        else
            paint_directive(session, row, line->directive, focused);
    }
}

static enum outcome act(struct session *session, enum action action)
{
    size_t count = session->opened.directives.count;
    if (action == ACTION_ENTER)
        return choose_follow_ups(session);
    struct list list = {.cursor = session->directive == SLICE_NONE ? 0 : session->directive};
    enum outcome outcome = list_move(&list, action, count, session_rows(session, PANE_DIRECTIVES));
    if (outcome != OUTCOME_DONE)
        return outcome;
    struct place_in_text where = session->opened.directives.items[list.cursor].where;
    session_move_to(session, (struct point){.line = where.line, .code_point = where.start});
    session->directive = list.cursor;
    session->text.reveal = true;
    return OUTCOME_DONE;
}

const struct pane_operations directives_pane = {.where = IN_DIRECTIVES, .title = title, .paint = paint, .act = act};
