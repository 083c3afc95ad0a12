/* Searching in the document: the first match while typing, all of them marked, Esc back to where it began. */
#include "session.h"

enum outcome search_start(struct session *session)
{
    session->before_find = session->text.cursor;
    prompt_open(&session->prompt, PROMPT_SEARCH, "/");
    return OUTCOME_DONE;
}

static void go_to_match(struct session *session, size_t match)
{
    struct place_in_text where = session->find.matches[match];
    session_move_to(session, (struct point){.line = where.line, .code_point = where.start});
    session->text.reveal = true;
}

static void go_to_first(struct session *session)
{
    size_t match = find_from(&session->find, session->before_find.line, session->before_find.code_point);
    if (match != SLICE_NONE) {
        go_to_match(session, match);
        return;
    }
    session_move_to(session, session->before_find);
    session->text.reveal = true;
}

/* The search is over: the place where it began goes on the trail. */
static void leave_for_match(struct session *session)
{
    struct stop left = session_here(session);
    left.line = session->before_find.line;
    left.code_point = session->before_find.code_point;
    trail_push(&session->trail, left);
    session_focus(session, PANE_TEXT);
}

void search_typed(struct session *session, enum prompt_answer answer)
{
    const char *words = session->prompt.text.bytes;
    if (answer == PROMPT_CHANGED) {
        find_words(&session->find, words);
        go_to_first(session);
    } else if (answer == PROMPT_DROPPED) {
        find_words(&session->find, NULL);
        session_move_to(session, session->before_find);
        session->text.reveal = true;
    } else if (answer == PROMPT_DONE && session->find.words != NULL && session->find.count == 0) {
        session_say(session, "没有找到：%s", session->find.words);
    } else if (answer == PROMPT_DONE && session->find.count > 0) {
        leave_for_match(session);
    }
}

enum outcome search_next(struct session *session, int steps)
{
    const struct find *find = &session->find;
    struct point cursor = session->text.cursor;
    if (find->words == NULL) {
        session_say(session, "还没有查找（/ 查找）");
        return OUTCOME_NOTHING;
    }
    if (find->count == 0) {
        session_say(session, "没有找到：%s", find->words);
        return OUTCOME_NOTHING;
    }
    size_t at = find_at(find, cursor.line, cursor.code_point);
    if (steps > 0)
        at = at != SLICE_NONE ? at + 1 : find_from(find, cursor.line, cursor.code_point);
    else
        at = (at != SLICE_NONE ? at : find_from(find, cursor.line, cursor.code_point)) + find->count - 1;
    go_to_match(session, at % find->count);
    session_focus(session, PANE_TEXT);
    return OUTCOME_DONE;
}
