/* The text of the open document. */
#include "cells.h"
#include "session.h"

#include <stdlib.h>

/* One column at the left for signs: where the current directive starts, a bookmark, the passage that a jump led to. */
enum { GUTTER = 1 };

/* A wide pane leaves its last column free. */
static unsigned text_columns(unsigned columns)
{
    return columns >= 40 ? columns - GUTTER - 1 : columns - GUTTER;
}

static void title(struct session *session, struct buffer *text)
{
    const struct document *document = session->opened.document;
    char date[11];
    if (date_complete(document->date)) {
        date_write(document->date, date);
        buffer_print(text, "%s%s ", document->date_basis == DATE_INFERRED ? "~" : "", date);
    }
    if (document->corrected != 0)
        buffer_add_text(text, "〔勘〕");
    version_name(session, document->id, text);
    buffer_add_text(text, document->title);
}

static struct flow_at cursor_row(struct session *session)
{
    return flow_find(&session->text.flow, session->text.cursor.line, session->text.cursor.code_point);
}

static void cells_at(struct session *session, struct flow_at at, struct cell_row *cells)
{
    struct flow *flow = &session->text.flow;
    cells_of_row(flow_passage(flow, at.passage), flow_row(flow, at), flow->columns, flow->ambiguous, cells);
}

/* Painting. */

static void mark_place(struct cell_row *cells, size_t line, struct place_in_text where, unsigned roles)
{
    if (where.line == line)
        cells_mark(cells, where.start, where.end, roles);
}

static bool before(struct point a, struct point b)
{
    return a.line < b.line || (a.line == b.line && a.code_point < b.code_point);
}

static void mark_selection(const struct text_view *text, struct cell_row *cells, size_t line)
{
    if (!text->selecting)
        return;
    struct point first = before(text->anchor, text->cursor) ? text->anchor : text->cursor;
    struct point last = before(text->anchor, text->cursor) ? text->cursor : text->anchor;
    if (line >= first.line && line <= last.line)
        cells_mark(cells, line == first.line ? first.code_point : 0,
                   line == last.line ? last.code_point + 1 : (size_t)-1, ROLE_SELECTION);
}

static void mark_matches(const struct session *session, struct cell_row *cells, size_t line)
{
    const struct find *find = &session->find;
    size_t here = find_at(find, session->text.cursor.line, session->text.cursor.code_point);
    size_t first = cells->count > 0 ? find_behind(find, line, cells->items[0].start) : find->count;
    for (size_t i = first; i < find->count && find->matches[i].line == line && find->matches[i].start < cells->end; i++)
        mark_place(cells, line, find->matches[i], i == here ? ROLE_HERE : ROLE_MATCH);
}

static void mark_cells(const struct session *session, struct cell_row *cells, size_t passage)
{
    const struct opened *opened = &session->opened;
    size_t line = opened->passages.items[passage].line;
    if (passage < opened->document->title_lines)
        cells_mark(cells, 0, (size_t)-1, ROLE_TITLE);
    for (size_t i = 0; i < opened->stretch_count; i++)
        mark_place(cells, line, opened->stretches[i].where, opened->stretches[i].roles);
    for (size_t i = 0; i < opened->bookmarks.count; i++) {
        if (opened->bookmarks.items[i].document == opened->id)
            mark_place(cells, line, opened->bookmarks.items[i].where, ROLE_BOOKMARKED);
    }
    if (session->directive != SLICE_NONE)
        mark_place(cells, line, directive_in_line(&opened->directives.items[session->directive], line), ROLE_DIRECTIVE);
    mark_place(cells, line, session->text.jump, ROLE_JUMP);
    mark_matches(session, cells, line);
    mark_selection(&session->text, cells, line);
}

/* Does a place start in this row? */
static bool starts_in(struct place_in_text where, size_t line, const struct cell_row *cells)
{
    return where.line == line && cells->count > 0 && where.start >= cells->items[0].start && where.start < cells->end;
}

static const char *sign_of(const struct session *session, const struct cell_row *cells, size_t line)
{
    const struct opened *opened = &session->opened;
    if (starts_in(session->text.jump, line, cells))
        return ">";
    for (size_t i = 0; i < opened->bookmarks.count; i++) {
        if (opened->bookmarks.items[i].document == opened->id &&
            starts_in(opened->bookmarks.items[i].where, line, cells))
            return "*";
    }
    if (session->directive != SLICE_NONE && starts_in(opened->directives.items[session->directive].where, line, cells))
        return "▸";
    return " ";
}

static void paint_row(struct session *session, struct rect row, struct flow_at at, bool focused)
{
    struct cell_row cells = {0};
    struct screen *screen = &session->screen;
    size_t line = session->opened.passages.items[at.passage].line;
    cells_at(session, at, &cells);
    mark_cells(session, &cells, at.passage);
    screen_glyph(screen, row.x, row.y, row.x + GUTTER, sign_of(session, &cells, line), 1, ROLE_GROUP);
    unsigned x = row.x + GUTTER;
    for (size_t i = 0; i < cells.count; i++) {
        const struct cell *cell = &cells.items[i];
        screen_glyph(screen, x + cell->column, row.y, row.x + row.columns, cell->shown, cell->columns, cell->roles);
    }
    struct flow_at cursor = cursor_row(session);
    if (focused && flow_compare(at, cursor) == 0) {
        unsigned column = x + cells_column(&cells, session->text.cursor.code_point);
        screen_cursor(screen, column < row.x + row.columns ? column : row.x + row.columns - 1, row.y);
    }
    cell_row_free(&cells);
}

static void set_top(struct session *session, struct flow_at top)
{
    struct flow *flow = &session->text.flow;
    size_t code_point = 0;
    if (!top.gap)
        code_point = flow_row(flow, top)->code_point;
    session->text.top = (struct point){.line = flow->passages->items[top.passage].line, .code_point = code_point};
}

/* The first row, so that the cursor is on the screen and the screen is full where the text suffices. */
static struct flow_at settle(struct session *session, size_t rows)
{
    struct flow *flow = &session->text.flow;
    struct flow_at cursor = cursor_row(session);
    struct flow_at top = flow_find(flow, session->text.top.line, session->text.top.code_point);
    struct flow_at bottom = top;
    (void)flow_down(flow, &bottom, rows - 1);
    bool above = flow_compare(cursor, top) < 0;
    bool below = flow_compare(cursor, bottom) > 0;
    if (above || below) {
        top = cursor;
        (void)flow_up(flow, &top, session->text.reveal ? rows / 3 : above ? 0 : rows - 1);
    }
    struct flow_at last = flow_last(flow);
    (void)flow_up(flow, &last, rows - 1);
    if (flow_compare(top, last) > 0)
        top = last;
    session->text.reveal = false;
    set_top(session, top);
    return top;
}

static void paint(struct session *session, struct rect body, bool focused)
{
    struct flow *flow = &session->text.flow;
    flow_width(flow, text_columns(body.columns));
    if (flow->count == 0 || body.rows == 0)
        return;
    struct flow_at at = settle(session, body.rows);
    for (unsigned i = 0; i < body.rows; i++) {
        struct rect row = {.x = body.x, .y = body.y + i, .columns = body.columns, .rows = 1};
        if (!at.gap)
            paint_row(session, row, at, focused);
        if (flow_down(flow, &at, 1) == 0)
            break;
    }
}

/* Moving. */

/* Puts the cursor into a row, in the column that a run of moves keeps to. */
static void enter_row(struct session *session, struct flow_at at)
{
    struct text_view *text = &session->text;
    struct cell_row cells = {0};
    unsigned goal = text->goal;
    if (!text->has_goal) {
        cells_at(session, cursor_row(session), &cells);
        goal = cells_column(&cells, text->cursor.code_point);
    }
    cells_at(session, at, &cells);
    session_move_to(session, (struct point){.line = text->flow.passages->items[at.passage].line,
                                            .code_point = cells_code_point(&cells, goal)});
    text->has_goal = true;
    text->goal = goal;
    cell_row_free(&cells);
}

static enum outcome move_rows(struct session *session, size_t rows, bool down, bool scroll)
{
    struct flow *flow = &session->text.flow;
    struct flow_at at = cursor_row(session);
    size_t gone = down ? flow_down(flow, &at, rows) : flow_up(flow, &at, rows);
    /* A gap has no place for a cursor: one row on, which is a passage's. */
    if (at.gap)
        gone += down ? flow_down(flow, &at, 1) : flow_up(flow, &at, 1);
    if (gone == 0)
        return OUTCOME_NOTHING;
    if (scroll) {
        struct flow_at top = flow_find(flow, session->text.top.line, session->text.top.code_point);
        (void)(down ? flow_down(flow, &top, gone) : flow_up(flow, &top, gone));
        set_top(session, top);
    }
    enter_row(session, at);
    return OUTCOME_DONE;
}

static enum outcome move_to_row(struct session *session, struct flow_at at)
{
    session->text.has_goal = true;
    session->text.goal = 0;
    enter_row(session, at);
    return OUTCOME_DONE;
}

/* One glyph to the right or the left, on to the next row at an end. */
static enum outcome move_glyph(struct session *session, bool right)
{
    struct cell_row cells = {0};
    struct point cursor = session->text.cursor;
    struct flow_at at = cursor_row(session);
    cells_at(session, at, &cells);
    size_t here = 0;
    while (here + 1 < cells.count && cells.items[here].end <= cursor.code_point)
        here++;
    bool inside = right ? here + 1 < cells.count : here > 0;
    if (inside) {
        size_t code_point = cells.items[right ? here + 1 : here - 1].start;
        session_move_to(session, (struct point){.line = cursor.line, .code_point = code_point});
    }
    cell_row_free(&cells);
    if (inside)
        return OUTCOME_DONE;
    session->text.has_goal = true;
    session->text.goal = right ? 0 : (unsigned)-1;
    enum outcome outcome = move_rows(session, 1, right, false);
    session->text.has_goal = false;
    return outcome;
}

/* References. */

static enum outcome step_reference(struct session *session, bool forward)
{
    const struct reference_list *list = &session->opened.references;
    const struct reference *found = NULL;
    for (size_t i = 0; i < list->count; i++) {
        struct point start = {.line = list->items[i].where.line, .code_point = list->items[i].where.start};
        if (forward && found == NULL && before(session->text.cursor, start))
            found = &list->items[i];
        if (!forward && before(start, session->text.cursor))
            found = &list->items[i];
    }
    if (found == NULL) {
        session_say(session, forward ? "后面没有提及了" : "前面没有提及了");
        return OUTCOME_NOTHING;
    }
    session_move_to(session, (struct point){.line = found->where.line, .code_point = found->where.start});
    session->text.reveal = true;
    return OUTCOME_DONE;
}

static enum outcome follow_reference(struct session *session)
{
    const struct reference_list *list = &session->opened.references;
    struct point cursor = session->text.cursor;
    for (size_t i = 0; i < list->count; i++) {
        if (place_covers(list->items[i].where, cursor.line, cursor.code_point))
            return choose_reference(session, &list->items[i]);
    }
    session_say(session, "光标处没有提及（[ 和 ] 移到上一处、下一处）");
    return OUTCOME_NOTHING;
}

static enum outcome select_text(struct session *session)
{
    session->text.selecting = !session->text.selecting;
    session->text.anchor = session->text.cursor;
    return OUTCOME_DONE;
}

static enum outcome act(struct session *session, enum action action)
{
    size_t rows = session_rows(session, PANE_TEXT);
    size_t page = rows > 1 ? rows - 1 : 1;
    size_t half = rows > 1 ? rows / 2 : 1;
    if (session->text.flow.count == 0)
        return OUTCOME_UNKNOWN;
    switch (action) {
    case ACTION_DOWN:
    case ACTION_UP:
        return move_rows(session, 1, action == ACTION_DOWN, false);
    case ACTION_PAGE_DOWN:
    case ACTION_PAGE_UP:
        return move_rows(session, page, action == ACTION_PAGE_DOWN, true);
    case ACTION_HALF_DOWN:
    case ACTION_HALF_UP:
        return move_rows(session, half, action == ACTION_HALF_DOWN, true);
    case ACTION_FIRST:
        return move_to_row(session, (struct flow_at){0});
    case ACTION_LAST:
        return move_to_row(session, flow_last(&session->text.flow));
    case ACTION_LEFT:
    case ACTION_RIGHT:
        return move_glyph(session, action == ACTION_RIGHT);
    case ACTION_NEXT_REFERENCE:
    case ACTION_PREVIOUS_REFERENCE:
        return step_reference(session, action == ACTION_NEXT_REFERENCE);
    case ACTION_ENTER:
        return follow_reference(session);
    case ACTION_SELECT:
        return select_text(session);
    default:
        return OUTCOME_UNKNOWN;
    }
}

const struct pane_operations text_pane = {.where = IN_TEXT, .title = title, .paint = paint, .act = act};
