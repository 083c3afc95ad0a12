/* Which key does what where: dispatch, and the actions that belong to no single pane. */
#include "key.h"
#include "session.h"

#include <stdlib.h>

static const struct pane_operations *const panes[PANES] = {
    [PANE_MEETINGS] = &meetings_pane, [PANE_TEXT] = &text_pane, [PANE_DIRECTIVES] = &directives_pane};

static enum outcome focus_step(struct session *session, unsigned step)
{
    session_focus(session, (enum pane_id)((session->arrangement.focus + step) % PANES));
    return OUTCOME_DONE;
}

static enum outcome next_pane(struct session *session)
{
    return focus_step(session, 1);
}

static enum outcome previous_pane(struct session *session)
{
    return focus_step(session, PANES - 1);
}

static enum outcome focus_meetings(struct session *session)
{
    session_focus(session, PANE_MEETINGS);
    return OUTCOME_DONE;
}

static enum outcome focus_text(struct session *session)
{
    session_focus(session, PANE_TEXT);
    return OUTCOME_DONE;
}

static enum outcome focus_directives(struct session *session)
{
    session_focus(session, PANE_DIRECTIVES);
    return OUTCOME_DONE;
}

static enum outcome step_document(struct session *session, int steps)
{
    const struct document *document = catalogue_step(&session->catalogue, session->opened.id, steps);
    if (document == NULL) {
        session_say(session, steps > 0 ? "已是最后一份文件" : "已是第一份文件");
        return OUTCOME_NOTHING;
    }
    (void)session_go(session, (struct stop){.document = document->id, .focus = session->arrangement.focus});
    return OUTCOME_DONE;
}

static enum outcome next_document(struct session *session)
{
    return step_document(session, 1);
}

static enum outcome previous_document(struct session *session)
{
    return step_document(session, -1);
}

static enum outcome follow_trail(struct session *session,
                                 bool (*step)(struct trail *trail, struct stop here, struct stop *to))
{
    struct stop to;
    if (!step(&session->trail, session_here(session), &to)) {
        session_say(session, "足迹到头了");
        return OUTCOME_NOTHING;
    }
    session->text.jump = (struct place_in_text){0};
    (void)session_go(session, to);
    return OUTCOME_DONE;
}

static enum outcome back(struct session *session)
{
    return follow_trail(session, trail_back);
}

static enum outcome forward(struct session *session)
{
    return follow_trail(session, trail_forward);
}

static enum outcome next_match(struct session *session)
{
    return search_next(session, 1);
}

static enum outcome previous_match(struct session *session)
{
    return search_next(session, -1);
}

static enum outcome zoom(struct session *session)
{
    session->arrangement.zoomed = !session->arrangement.zoomed;
    return OUTCOME_DONE;
}

static enum outcome help(struct session *session)
{
    page_help(&session->page);
    return OUTCOME_DONE;
}

/* The innermost first: the selection, then the marks. */
static enum outcome cancel(struct session *session)
{
    if (session->text.selecting) {
        session->text.selecting = false;
        return OUTCOME_DONE;
    }
    session->text.jump = (struct place_in_text){0};
    find_words(&session->find, NULL);
    return OUTCOME_DONE;
}

static enum outcome redraw(struct session *session)
{
    session->redraw = true;
    return OUTCOME_DONE;
}

static enum outcome suspend(struct session *session)
{
    session->suspend = true;
    return OUTCOME_DONE;
}

static enum outcome quit(struct session *session)
{
    session->quit = true;
    return OUTCOME_DONE;
}

static enum outcome (*const global[ACTIONS])(struct session *session) = {
    [ACTION_NEXT_PANE] = next_pane,
    [ACTION_PREVIOUS_PANE] = previous_pane,
    [ACTION_MEETINGS] = focus_meetings,
    [ACTION_TEXT] = focus_text,
    [ACTION_DIRECTIVES] = focus_directives,
    [ACTION_NEXT_DOCUMENT] = next_document,
    [ACTION_PREVIOUS_DOCUMENT] = previous_document,
    [ACTION_RELAYED] = choose_relayed,
    [ACTION_RELAYING] = choose_relaying,
    [ACTION_NEXT_VERSION] = version_next,
    [ACTION_BACK] = back,
    [ACTION_FORWARD] = forward,
    [ACTION_COMPARE] = compare_start,
    [ACTION_CORRECT] = correct_start,
    [ACTION_SEARCH] = search_start,
    [ACTION_NEXT_MATCH] = next_match,
    [ACTION_PREVIOUS_MATCH] = previous_match,
    [ACTION_BOOKMARK] = mark_start_note,
    [ACTION_BOOKMARKS] = choose_bookmarks,
    [ACTION_COPY] = mark_copy,
    [ACTION_WHY] = why_show,
    [ACTION_ZOOM] = zoom,
    [ACTION_HELP] = help,
    [ACTION_CANCEL] = cancel,
    [ACTION_REDRAW] = redraw,
    [ACTION_SUSPEND] = suspend,
    [ACTION_QUIT] = quit,
};

static enum outcome page_act(struct session *session, enum action action)
{
    if (action == ACTION_QUIT || action == ACTION_CANCEL) {
        page_close(&session->page);
        return OUTCOME_DONE;
    }
    struct page *page = &session->page;
    return list_scroll(&page->list, action, page->row_count, session->screen.rows > 2 ? session->screen.rows - 2 : 1);
}

/* What has the keys, from the top down: a page, a chooser, a pane. */
static enum outcome act(struct session *session, enum action action)
{
    enum outcome outcome;
    if (session->page.open)
        outcome = page_act(session, action);
    else if (session->compare.open)
        outcome = compare_act(session, action);
    else if (session->chooser.open)
        outcome = chooser_act(session, action);
    else
        outcome = panes[session->arrangement.focus]->act(session, action);
    if (outcome == OUTCOME_UNKNOWN && global[action] != NULL)
        outcome = global[action](session);
    return outcome;
}

static unsigned where_now(const struct session *session)
{
    if (session->page.open)
        return IN_PAGE;
    if (session->compare.open)
        return IN_COMPARE;
    if (session->chooser.open)
        return IN_CHOOSER | (session->chooser.use == CHOOSER_BOOKMARKS ? IN_BOOKMARKS : 0U) |
               (session->chooser.use == CHOOSER_FOLLOW_UPS ? IN_FOLLOW_UPS : 0U) |
               (session->chooser.use == CHOOSER_CORRECTIONS ? IN_CORRECTIONS : 0U);
    return panes[session->arrangement.focus]->where;
}

void session_key(struct session *session, uint32_t key)
{
    free(session->message);
    session->message = NULL;
    session->key = key;
    if (session->prompt.use != PROMPT_NONE) {
        enum prompt_use use = session->prompt.use;
        enum prompt_answer answer = prompt_key(&session->prompt, key);
        if (answer == PROMPT_DONE || answer == PROMPT_DROPPED)
            prompt_close(&session->prompt);
        if (use == PROMPT_SEARCH)
            search_typed(session, answer);
        else if (use == PROMPT_VALUE)
            correct_typed(session, answer);
        else
            mark_typed(session, answer);
        return;
    }
    enum action action = action_of(key, where_now(session));
    if (action != ACTION_NONE)
        (void)act(session, action);
}

static void paint_pane(struct session *session, enum pane_id id)
{
    struct rect rect = session->layout.panes[id];
    if (rect.columns == 0)
        return;
    bool focused = session->arrangement.focus == id;
    struct screen *screen = &session->screen;
    unsigned roles = focused ? ROLE_FOCUS : ROLE_TITLE;
    struct buffer title = {0};
    panes[id]->title(session, &title);
    screen_fill(screen, (struct rect){.x = rect.x, .y = rect.y, .columns = rect.columns, .rows = 1}, roles);
    screen_text(screen, rect.x + 1, rect.y, rect.columns - 1, buffer_slice(&title), roles);
    buffer_free(&title);
    panes[id]->paint(
        session, (struct rect){.x = rect.x, .y = rect.y + 1, .columns = rect.columns, .rows = rect.rows - 1}, focused);
    for (unsigned y = rect.y; rect.x > 0 && y < rect.y + rect.rows; y++)
        screen_glyph(screen, rect.x - 1, y, rect.x, screen->ambiguous == AMBIGUOUS_NARROW ? "│" : "|", 1, ROLE_BORDER);
}

void session_paint(struct session *session)
{
    struct screen *screen = &session->screen;
    screen_clear(screen);
    session->layout = layout_of(screen->columns, screen->rows, session->arrangement);
    if (session->layout.too_small) {
        struct buffer notice = {0};
        buffer_print(&notice, "窗口太小：至少 %d×%d", SMALLEST_COLUMNS, SMALLEST_ROWS);
        screen_text(screen, 0, 0, screen->columns, buffer_slice(&notice), ROLE_MESSAGE);
        buffer_free(&notice);
        return;
    }
    if (session->page.open) {
        page_paint(&session->page, session->wrapper, screen);
    } else if (session->compare.open) {
        compare_paint(&session->compare, session->wrapper, screen);
    } else {
        for (unsigned i = 0; i < PANES; i++)
            paint_pane(session, (enum pane_id)i);
    }
    if (session->chooser.open && !session->page.open && !session->compare.open)
        chooser_paint(&session->chooser, screen);
    status_paint(session);
}
