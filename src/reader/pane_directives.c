/* The directives of the open document, under their leads, with the number of their follow-ups. */
#include "session.h"

#include <stdlib.h>

static void title(struct session *session, struct buffer *text)
{
    buffer_print(text, "部署 %zu", session->opened.directives.count);
}

/* The columns that a gist keeps beside the addressee. */
enum { LEAST_GIST = 10 };

/*
 * 2. 〔各市〕要加固堤防: its number where it is the first to have it, who is to act where the gist does not say so, and the
 * gist, within so many columns.
 */
static void directive_text(struct session *session, size_t index, size_t columns, struct buffer *text)
{
    const struct directive *directive = &session->opened.directives.items[index];
    const struct directive *before = index > 0 ? directive - 1 : NULL;
    enum ambiguous ambiguous = session->screen.ambiguous;
    if (directive->ordinal > 0 && (before == NULL || before->ordinal != directive->ordinal))
        buffer_print(text, "%d. ", directive->ordinal);
    size_t used = display_width(buffer_slice(text), ambiguous);
    char *gist = gist_of(session->gists, slice_of(directive->text), columns - used, ambiguous);
    size_t to = directive->addressee == NULL ? 0 : display_width(slice_of(directive->addressee), ambiguous) + 4;
    if (to > 0 && used + to + LEAST_GIST <= columns && !slice_has(slice_of(gist), directive->addressee)) {
        free(gist);
        gist = gist_of(session->gists, slice_of(directive->text), columns - used - to, ambiguous);
        buffer_print(text, "〔%s〕", directive->addressee);
    }
    buffer_add_text(text, gist);
    free(gist);
}

/* What directive_text makes, once for a width. */
static const char *told(struct session *session, size_t index, size_t columns)
{
    struct told *kept = &session->opened.told[index];
    if (kept->text == NULL || kept->columns != columns) {
        struct buffer text = {0};
        directive_text(session, index, columns, &text);
        free(kept->text);
        *kept = (struct told){.text = buffer_take(&text), .columns = columns};
    }
    return kept->text;
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
    unsigned room = row.columns - 2 - width;
    screen_text(&session->screen, row.x + 2, row.y, room, slice_of(told(session, index, room)), roles);
    screen_text(&session->screen, row.x + row.columns - width, row.y, width, buffer_slice(&count), roles);
    buffer_free(&count);
    if (here && focused)
        screen_cursor(&session->screen, row.x + 1, row.y);
}

/* The lead, and who speaks where it does not say so: 会议强调; 他指出（林远山）; of a speech who speaks alone. */
static void paint_lead(struct session *session, struct rect row, size_t index)
{
    const struct directive *directive = &session->opened.directives.items[index];
    struct buffer text = {0};
    const char *lead = directive->lead != NULL ? directive->lead : directive->speaker;
    buffer_add_text(&text, lead == NULL ? "（无引语）" : lead);
    if (directive->speaker != NULL && !slice_has(slice_of(lead), directive->speaker))
        buffer_print(&text, "（%s）", directive->speaker);
    screen_text(&session->screen, row.x + 1, row.y, row.columns - 1, buffer_slice(&text), ROLE_GROUP);
    buffer_free(&text);
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
