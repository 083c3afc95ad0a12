#include "compare.h"

#include "chuanda/alignment.h"
#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "session.h"

#include <stdlib.h>
#include <string.h>

/* From how many columns on the two texts stand side by side. */
enum { SIDE_BY_SIDE = 80 };

/* A passage longer than this, in code points, is shown with so many on either side of the stretch that is compared. */
enum { LONG_PASSAGE = 600, SURROUNDINGS = 150 };

void compare_close(struct compare *compare)
{
    pairs_free(&compare->pairs);
    sheet_free(&compare->upper);
    sheet_free(&compare->local);
    *compare = (struct compare){0};
}

/* One of the two texts: the passage, or the part of it that is shown. */
struct side {
    char *text;          /* owned */
    struct range within; /* the stretch that is compared, in code points of `text` */
};

static void cut_side(const char *passage, struct place_in_text where, struct side *side)
{
    struct slice text = slice_of(passage);
    size_t count = utf8_count(text), start = 0, end = count;
    if (count > LONG_PASSAGE) {
        start = where.start > SURROUNDINGS ? where.start - SURROUNDINGS : 0;
        end = where.end + SURROUNDINGS < count ? where.end + SURROUNDINGS : count;
    }
    struct buffer shown = {0};
    buffer_add_text(&shown, start > 0 ? "…" : "");
    buffer_add(&shown, slice_part(text, utf8_byte(text, start), utf8_byte(text, end)));
    buffer_add_text(&shown, end < count ? "…" : "");
    size_t shift = start > 0 ? start - 1 : 0; /* the … is one code point */
    side->text = buffer_take(&shown);
    side->within = (struct range){.start = where.start - shift, .end = where.end - shift};
}

static enum status read_side(struct session *session, int64_t document, struct place_in_text where, struct side *side,
                             struct problem *problem)
{
    struct passage_list passages = {0};
    enum status status = library_passages(session->library, document, &passages, problem);
    for (size_t i = 0; i < passages.count && side->text == NULL; i++) {
        if (passages.items[i].line == where.line)
            cut_side(passages.items[i].text, where, side);
    }
    if (side->text == NULL)
        side->text = mem_copy("");
    passage_list_free(&passages);
    return status;
}

/* 部署  中央 02-26  政治局常委会 */
static void add_heading(const struct session *session, struct sheet *sheet, const char *what, int64_t document)
{
    struct buffer text = {0};
    const struct document *of = catalogue_document(&session->catalogue, document);
    buffer_print(&text, "%s  ", what);
    catalogue_introduce(&session->catalogue, document, &text);
    if (of != NULL)
        catalogue_name(of, &text);
    version_names(session, document, &text);
    sheet_add(sheet, buffer_take(&text), ROLE_GROUP);
}

/* The text, faint around the stretch that is compared; takes it over. */
static void add_text(struct sheet *sheet, struct side *side)
{
    sheet_add(sheet, side->text, ROLE_PLAIN);
    sheet_mark(sheet, 0, side->within.start, ROLE_FAINT);
    sheet_mark(sheet, side->within.end, (size_t)-1, ROLE_FAINT);
}

static void mark_shared(struct compare *compare, const struct alignment *alignment, struct range within)
{
    for (size_t i = 0; i < alignment->run_count; i++) {
        const struct shared_run *run = &alignment->runs[i];
        sheet_mark(&compare->upper, run->upper.start, run->upper.end, ROLE_SHARED);
        sheet_mark(&compare->local, run->local.start, run->local.end, ROLE_SHARED);
    }
    for (size_t i = 0; i < alignment->added_count; i++) {
        struct range added = alignment->added[i];
        size_t start = added.start > within.start ? added.start : within.start;
        size_t end = added.end < within.end ? added.end : within.end;
        if (start < end)
            sheet_mark(&compare->local, start, end, ROLE_ADDED);
    }
}

static void add_phrases(struct sheet *sheet, const struct follow_up *item)
{
    sheet_add(sheet, mem_copy(""), ROLE_PLAIN);
    sheet_add(sheet, mem_copy(item->shared_count > 0 ? "共有的词句" : "没有共有的词句"), ROLE_GROUP);
    for (size_t i = 0; i < item->shared_count; i++) {
        struct buffer line = {0};
        buffer_print(&line, "“%s”  见于 %zu 段", item->shared[i].text, item->shared[i].passages);
        sheet_add(sheet, buffer_take(&line), ROLE_PLAIN);
    }
}

/* Reads the two texts of a pair and lays them out. */
static enum status show_pair(struct session *session, size_t pair, struct problem *problem)
{
    struct compare *compare = &session->compare;
    const struct directive *directive = &compare->pairs.directives[pair];
    const struct follow_up *item = &compare->pairs.list.items[pair];
    struct side upper = {0}, local = {0};
    struct alignment alignment;
    sheet_free(&compare->upper);
    sheet_free(&compare->local);
    enum status status = read_side(session, directive->document, directive->where, &upper, problem);
    if (status == STATUS_OK)
        status = read_side(session, item->document, item->where, &local, problem);
    if (status != STATUS_OK) {
        free(upper.text);
        free(local.text);
        return status;
    }
    alignment_make(slice_of(upper.text), slice_of(local.text), &alignment);
    add_heading(session, &compare->upper, "部署", directive->document);
    add_heading(session, &compare->local, "落实", item->document);
    add_text(&compare->upper, &upper);
    add_text(&compare->local, &local);
    mark_shared(compare, &alignment, local.within);
    add_phrases(&compare->local, item);
    alignment_free(&alignment);
    compare->pair = pair;
    compare->list = (struct list){0};
    return STATUS_OK;
}

static enum outcome open_pair(struct session *session, size_t pair)
{
    struct problem problem = {0};
    enum status status = show_pair(session, pair, &problem);
    session->compare.open = status == STATUS_OK;
    if (status == STATUS_OK)
        return OUTCOME_DONE;
    compare_close(&session->compare);
    session_complain(session, &problem);
    return OUTCOME_NOTHING;
}

/* The pair of the directive that the reader came from, else the best. */
static size_t pair_come_from(const struct session *session)
{
    const struct follow_up_list *pairs = &session->compare.pairs.list;
    for (size_t i = 0; i < pairs->count; i++) {
        if (pairs->items[i].directive == session->followed)
            return i;
    }
    return 0;
}

/*
 * In the text the passage at the cursor with what it takes up; where it takes
 * nothing up, and elsewhere, the current directive with what takes it up.
 */
enum outcome compare_start(struct session *session)
{
    struct compare *compare = &session->compare;
    struct problem problem = {0};
    enum status status = STATUS_OK;
    size_t pair = 0;
    compare_close(compare);
    if (session->arrangement.focus == PANE_TEXT && !session->chooser.open) {
        status = pairs_taken_up(session, &compare->pairs, &problem);
        pair = pair_come_from(session);
    }
    if (status == STATUS_OK && compare->pairs.list.count == 0)
        status = pairs_follow_ups(session, &compare->pairs, &problem);
    if (session->chooser.open && session->chooser.list.cursor < compare->pairs.list.count)
        pair = session->chooser.list.cursor;
    if (status == STATUS_OK && compare->pairs.list.count > 0)
        return open_pair(session, pair);
    if (status == STATUS_OK)
        session_say(session, "没有可比较的部署与落实");
    else
        session_complain(session, &problem);
    compare_close(compare);
    return OUTCOME_NOTHING;
}

static enum outcome step_pair(struct session *session, bool forward)
{
    struct compare *compare = &session->compare;
    struct problem problem = {0};
    size_t count = compare->pairs.list.count;
    if (count == 1) {
        session_say(session, "只有这一对");
        return OUTCOME_NOTHING;
    }
    if (show_pair(session, (compare->pair + (forward ? 1 : count - 1)) % count, &problem) == STATUS_OK)
        return OUTCOME_DONE;
    compare_close(compare);
    session_complain(session, &problem);
    return OUTCOME_NOTHING;
}

/* To the side where the reader is not. */
static enum outcome jump(struct session *session)
{
    struct compare *compare = &session->compare;
    const struct follow_up *item = &compare->pairs.list.items[compare->pair];
    const struct directive *directive = &compare->pairs.directives[compare->pair];
    bool at_local = item->document == session->opened.id && item->where.line == session->text.cursor.line;
    int64_t document = at_local ? directive->document : item->document;
    struct place_in_text where = at_local ? directive->where : item->where;
    session->followed = directive->id;
    compare_close(compare);
    chooser_close(&session->chooser);
    session_jump(session, document, where);
    return OUTCOME_DONE;
}

enum outcome compare_act(struct session *session, enum action action)
{
    struct compare *compare = &session->compare;
    switch (action) {
    case ACTION_QUIT:
    case ACTION_CANCEL:
        compare_close(compare);
        return OUTCOME_DONE;
    case ACTION_NEXT_PAIR:
    case ACTION_PREVIOUS_PAIR:
        return step_pair(session, action == ACTION_NEXT_PAIR);
    case ACTION_ENTER:
        return jump(session);
    default:
        return list_scroll(&compare->list, action, compare->row_count,
                           session->screen.rows > 2 ? session->screen.rows - 2 : 1);
    }
}

/* Side by side: the longer of the two decides how far they scroll. */
static size_t paint_beside(const struct compare *compare, struct wrapper *wrapper, struct screen *screen,
                           struct rect body)
{
    unsigned half = (body.columns - 3) / 2;
    struct rect left = {.x = body.x, .y = body.y, .columns = half, .rows = body.rows};
    struct rect right = {.x = body.x + half + 3, .y = body.y, .columns = body.columns - half - 3, .rows = body.rows};
    for (unsigned y = body.y; y < body.y + body.rows; y++)
        screen_glyph(screen, body.x + half + 1, y, screen->columns, screen->ambiguous == AMBIGUOUS_NARROW ? "│" : "|",
                     1, ROLE_BORDER);
    size_t upper = sheet_paint(&compare->upper, wrapper, screen, left, compare->list.top);
    size_t local = sheet_paint(&compare->local, wrapper, screen, right, compare->list.top);
    return upper > local ? upper : local;
}

/* One above the other, with a blank row between. */
static size_t paint_below(const struct compare *compare, struct wrapper *wrapper, struct screen *screen,
                          struct rect body)
{
    size_t top = compare->list.top;
    size_t upper = sheet_paint(&compare->upper, wrapper, screen, body, top) + 1;
    struct rect rest = body;
    if (upper > top) {
        unsigned used = upper - top < body.rows ? (unsigned)(upper - top) : body.rows;
        rest.y += used;
        rest.rows -= used;
    }
    return upper + sheet_paint(&compare->local, wrapper, screen, rest, top > upper ? top - upper : 0);
}

static size_t paint_both(const struct compare *compare, struct wrapper *wrapper, struct screen *screen,
                         struct rect body)
{
    return screen->columns >= SIDE_BY_SIDE ? paint_beside(compare, wrapper, screen, body)
                                           : paint_below(compare, wrapper, screen, body);
}

void compare_paint(struct compare *compare, struct wrapper *wrapper, struct screen *screen)
{
    const struct follow_up *item = &compare->pairs.list.items[compare->pair];
    struct rect body = {.x = 1, .y = 1, .columns = screen->columns - 2, .rows = screen->rows - 2};
    struct buffer title = {0};
    buffer_print(&title, "比较 %zu/%zu  %s  %.0f%%%s", compare->pair + 1, compare->pairs.list.count,
                 follow_up_class_label(item->class), 100 * item->score, item->relays ? "  传达了这份文件" : "");
    buffer_add_text(&title, link_state_label(item->state));
    screen_fill(screen, (struct rect){.columns = screen->columns, .rows = 1}, ROLE_FOCUS);
    screen_text(screen, 1, 0, screen->columns - 2, buffer_slice(&title), ROLE_FOCUS);
    buffer_free(&title);
    compare->row_count = paint_both(compare, wrapper, screen, body);
    if (compare->list.top + body.rows <= compare->row_count || compare->list.top == 0)
        return;
    compare->list.top = compare->row_count > body.rows ? compare->row_count - body.rows : 0;
    screen_fill(screen, body, ROLE_PLAIN);
    (void)paint_both(compare, wrapper, screen, body);
}
