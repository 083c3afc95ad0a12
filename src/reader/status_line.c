/* The status line: what is being typed, or was said, or the chain that the document stands in; hints at the right. */
#include "session.h"

/* 中央 02-26 → 湖北省 02-27 (+1天) */
static void add_chain(const struct session *session, struct buffer *text)
{
    const struct chain *chain = &session->opened.chain;
    for (size_t i = 0; i < chain->count; i++) {
        const struct chain_link *link = &chain->items[i];
        if (i > 0)
            buffer_add_text(text, " → ");
        buffer_add(text, catalogue_place(&session->catalogue, link->level, link->place));
        if (link->date.month != 0)
            buffer_print(text, " %02d-%02d", link->date.month, link->date.day);
        if (i > 0 && link->days > 0)
            buffer_print(text, " (+%ld天)", link->days);
    }
}

/* “防汛” 3/17 */
static void add_count(const struct session *session, struct buffer *text)
{
    const struct find *find = &session->find;
    if (find->words == NULL)
        return;
    size_t here = find_at(find, session->text.cursor.line, session->text.cursor.code_point);
    if (session->prompt.use != PROMPT_SEARCH)
        buffer_print(text, "%s ", find->words);
    buffer_print(text, "%zu/%zu  ", here == SLICE_NONE ? 0 : here + 1, find->count);
}

static void add_hints(const struct session *session, struct buffer *text)
{
    if (session->prompt.use != PROMPT_NONE)
        buffer_add_text(text, "Enter确定 Esc取消");
    else if (session->page.open)
        buffer_add_text(text, "q关闭");
    else if (session->compare.open)
        buffer_add_text(text, "划线共有 粗体新增 n下一对 Enter前往 q关闭");
    else if (session->chooser.open)
        buffer_add_text(text,
                        session->chooser.use == CHOOSER_FOLLOW_UPS ? "Enter选定 =比较 c勘误 q关闭" : "Enter选定 q关闭");
    else
        buffer_add_text(text, session->text.selecting ? "选择中 m书签 y复制 Esc放弃" : "?帮助 q退出");
}

/* What is said or typed comes before the hints: on a narrow screen they go. */
static bool has_room(const struct session *session, unsigned left, unsigned right)
{
    unsigned least = session->prompt.use != PROMPT_NONE ? 20 : session->message != NULL ? left : 10;
    return least + right + 2 <= session->layout.status.columns;
}

/* Why what was typed is refused stands above the line in which it can be mended. */
static void paint_refusal(struct session *session)
{
    struct rect rect = session->layout.status;
    rect.y--;
    screen_fill(&session->screen, rect, ROLE_MESSAGE);
    screen_text(&session->screen, rect.x, rect.y, rect.columns, slice_of(session->message), ROLE_MESSAGE);
}

void status_paint(struct session *session)
{
    struct screen *screen = &session->screen;
    struct rect rect = session->layout.status;
    struct buffer left = {0};
    struct buffer right = {0};
    bool typing = session->prompt.use != PROMPT_NONE;
    unsigned roles = typing ? ROLE_PROMPT : session->message != NULL ? ROLE_MESSAGE : ROLE_STATUS;
    add_count(session, &right);
    add_hints(session, &right);
    if (session->message != NULL)
        buffer_add_text(&left, session->message);
    else
        add_chain(session, &left);
    screen_fill(screen, rect, roles);
    unsigned width = (unsigned)display_width(buffer_slice(&right), screen->ambiguous);
    if (has_room(session, (unsigned)display_width(buffer_slice(&left), screen->ambiguous), width)) {
        rect.columns -= width + 2;
        screen_text(screen, rect.x + rect.columns + 1, rect.y, width, buffer_slice(&right), roles);
    }
    if (typing && session->message != NULL)
        paint_refusal(session);
    if (typing)
        prompt_paint(&session->prompt, screen, rect);
    else
        screen_text(screen, rect.x, rect.y, rect.columns, buffer_slice(&left), roles);
    buffer_free(&left);
    buffer_free(&right);
}
