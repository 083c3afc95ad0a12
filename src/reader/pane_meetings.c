/* The meetings: the tree of levels, places and documents. */
#include "session.h"

static const struct tree_line *cursor_line(const struct session *session)
{
    size_t at = session->meetings.cursor;
    return at < session->catalogue.line_count ? &session->catalogue.lines[at] : NULL;
}

static void title(struct session *session, struct buffer *text)
{
    buffer_print(text, "会议 %zu", session->catalogue.order_count);
}

static void group_text(const struct group *group, struct buffer *text)
{
    buffer_add_text(text, group->folded ? "▸ " : "▾ ");
    buffer_add(text, group->label);
    buffer_print(text, " %zu", group->count);
}

/* The open document is marked, wherever the cursor is. */
static void document_text(const struct session *session, const struct document *document, struct buffer *text)
{
    buffer_add_text(text, catalogue_same(&session->catalogue, document->id, session->opened.id) ? "▸" : " ");
    catalogue_date(&session->catalogue, document, text);
    buffer_add_text(text, " ");
    catalogue_name(document, text);
}

/* What stands at the line's end: whether the user corrected it, in how many sources the meeting is told of. */
static void document_signs(const struct session *session, const struct document *document, struct buffer *text)
{
    size_t versions = catalogue_versions(&session->catalogue, document->id);
    if (document->corrected != 0)
        buffer_add_text(text, " 勘");
    if (versions > 1)
        buffer_print(text, " %zu份", versions);
}

static void paint_line(struct session *session, struct rect row, size_t index, bool focused)
{
    const struct tree_line *line = &session->catalogue.lines[index];
    unsigned roles = line->is_group ? ROLE_GROUP : ROLE_PLAIN;
    if (index == session->meetings.cursor)
        roles |= focused ? ROLE_CURSOR : ROLE_CURRENT;
    struct buffer text = {0};
    struct buffer signs = {0};
    if (line->is_group) {
        group_text(&session->catalogue.groups[line->index], &text);
    } else {
        document_text(session, &session->catalogue.documents.items[line->index], &text);
        document_signs(session, &session->catalogue.documents.items[line->index], &signs);
    }
    unsigned indent = 1 + 2 * line->depth - (line->is_group || line->depth == 0 ? 0U : 1U);
    if (indent > row.columns / 2)
        indent = row.columns / 2;
    screen_fill(&session->screen, row, roles);
    unsigned width = (unsigned)display_width(buffer_slice(&signs), session->screen.ambiguous);
    if (width > row.columns - indent)
        width = 0;
    screen_text(&session->screen, row.x + indent, row.y, row.columns - indent - width, buffer_slice(&text), roles);
    screen_text(&session->screen, row.x + row.columns - width, row.y, width, buffer_slice(&signs), roles);
    buffer_free(&text);
    buffer_free(&signs);
    if (focused && index == session->meetings.cursor)
        screen_cursor(&session->screen, row.x, row.y);
}

static void paint(struct session *session, struct rect body, bool focused)
{
    list_settle(&session->meetings, session->catalogue.line_count, body.rows);
    for (unsigned i = 0; i < body.rows && session->meetings.top + i < session->catalogue.line_count; i++) {
        struct rect row = {.x = body.x, .y = body.y + i, .columns = body.columns, .rows = 1};
        paint_line(session, row, session->meetings.top + i, focused);
    }
}

static enum outcome enter(struct session *session)
{
    const struct tree_line *line = cursor_line(session);
    if (line == NULL)
        return OUTCOME_NOTHING;
    if (line->is_group) {
        catalogue_fold(&session->catalogue, line->index, !session->catalogue.groups[line->index].folded);
        return OUTCOME_DONE;
    }
    int64_t id = session->catalogue.documents.items[line->index].id;
    if (catalogue_same(&session->catalogue, id, session->opened.id))
        session_focus(session, PANE_TEXT);
    else
        session_jump(session, id, (struct place_in_text){0});
    return OUTCOME_DONE;
}

/* On a document: folds the group that it stands in. */
static enum outcome fold(struct session *session, bool folded)
{
    const struct tree_line *line = cursor_line(session);
    if (line == NULL || (!line->is_group && !folded))
        return OUTCOME_NOTHING;
    size_t group = line->is_group ? line->index : catalogue_group_of(&session->catalogue, line->index);
    catalogue_fold(&session->catalogue, group, folded);
    session->meetings.cursor = catalogue_group_line(&session->catalogue, group);
    return OUTCOME_DONE;
}

static enum outcome act(struct session *session, enum action action)
{
    if (action == ACTION_ENTER)
        return enter(session);
    if (action == ACTION_LEFT || action == ACTION_RIGHT)
        return fold(session, action == ACTION_LEFT);
    return list_move(&session->meetings, action, session->catalogue.line_count, session_rows(session, PANE_MEETINGS));
}

const struct pane_operations meetings_pane = {.where = IN_MEETINGS, .title = title, .paint = paint, .act = act};
