/* What is done with a stretch of text: bookmark it, copy it. */
#include "session.h"

#include "chuanda/memory.h"
#include "chuanda/utf8.h"

#include <stdlib.h>

/* The stretches that a bookmark or a copy is about. */
struct targets {
    struct place_in_text *items; /* owned; one a passage */
    size_t count, capacity;
};

static void add_target(struct targets *targets, struct place_in_text where)
{
    if (where.start >= where.end)
        return;
    targets->items = mem_grow(targets->items, targets->count, &targets->capacity, sizeof *targets->items);
    targets->items[targets->count++] = where;
}

static void targets_free(struct targets *targets)
{
    free(targets->items);
    *targets = (struct targets){0};
}

static void add_selection(const struct session *session, struct targets *targets)
{
    struct point a = session->text.anchor;
    struct point b = session->text.cursor;
    bool forward = a.line < b.line || (a.line == b.line && a.code_point <= b.code_point);
    struct point first = forward ? a : b;
    struct point last = forward ? b : a;
    for (size_t i = 0; i < session->opened.passages.count; i++) {
        const struct passage *passage = &session->opened.passages.items[i];
        if (passage->line < first.line || passage->line > last.line)
            continue;
        size_t count = utf8_count(slice_of(passage->text));
        size_t end = passage->line == last.line && last.code_point + 1 < count ? last.code_point + 1 : count;
        add_target(targets, (struct place_in_text){.line = passage->line,
                                                   .start = passage->line == first.line ? first.code_point : 0,
                                                   .end = end});
    }
}

/* The passage without the white space around it. */
static void add_passage(const struct session *session, struct targets *targets)
{
    struct slice line = opened_line(&session->opened, session->text.cursor.line);
    struct slice words = slice_trim(line);
    size_t start = utf8_count((struct slice){.bytes = line.bytes, .length = (size_t)(words.bytes - line.bytes)});
    add_target(targets, (struct place_in_text){
                            .line = session->text.cursor.line, .start = start, .end = start + utf8_count(words)});
}

/* A directive, line by line where it runs over several. */
static void add_directive(const struct session *session, const struct directive *directive, struct targets *targets)
{
    for (size_t i = 0; i < session->opened.passages.count; i++) {
        const struct passage *passage = &session->opened.passages.items[i];
        struct place_in_text where = directive_in_line(directive, passage->line);
        size_t count = utf8_count(slice_of(passage->text));
        where.end = where.end < count ? where.end : count;
        if (where.line != 0)
            add_target(targets, where);
    }
}

/* The selection, else the directive at the cursor, else the passage. */
static void targets_collect(struct session *session, struct targets *targets)
{
    struct point cursor = session->text.cursor;
    const struct directive *directive =
        session->directive == SLICE_NONE ? NULL : &session->opened.directives.items[session->directive];
    bool in_pane = session->arrangement.focus == PANE_DIRECTIVES;
    if (session->text.selecting && !in_pane)
        add_selection(session, targets);
    else if (directive != NULL &&
             (in_pane || place_covers(directive_in_line(directive, cursor.line), cursor.line, cursor.code_point)))
        add_directive(session, directive, targets);
    else
        add_passage(session, targets);
}

struct place_in_text mark_selected(const struct session *session)
{
    struct targets targets = {0};
    struct place_in_text where = {.line = session->text.cursor.line};
    add_selection(session, &targets);
    if (targets.count > 0)
        where = targets.items[0];
    targets_free(&targets);
    return where;
}

enum outcome mark_start_note(struct session *session)
{
    prompt_open(&session->prompt, PROMPT_NOTE, "附注：");
    return OUTCOME_DONE;
}

void mark_typed(struct session *session, enum prompt_answer answer)
{
    if (answer == PROMPT_DROPPED)
        session_say(session, "没有加书签");
    if (answer != PROMPT_DONE)
        return;
    struct targets targets = {0};
    struct problem problem = {0};
    enum status status = STATUS_OK;
    const char *note = session->prompt.text.bytes == NULL ? "" : session->prompt.text.bytes;
    targets_collect(session, &targets);
    for (size_t i = 0; i < targets.count && status == STATUS_OK; i++) {
        int64_t id;
        status =
            library_bookmark_add(session->library, session->opened.id, targets.items[i], note, NULL, 0, &id, &problem);
    }
    if (status == STATUS_OK)
        status = opened_load_bookmarks(&session->opened, session->library, session->scope, &problem);
    if (status == STATUS_OK)
        session_say(session, "已加书签（' 一览）");
    else
        session_complain(session, &problem);
    session->text.selecting = false;
    targets_free(&targets);
}

enum outcome mark_copy(struct session *session)
{
    struct targets targets = {0};
    size_t count = 0;
    targets_collect(session, &targets);
    buffer_clear(&session->copied);
    for (size_t i = 0; i < targets.count; i++) {
        struct slice line = opened_line(&session->opened, targets.items[i].line);
        if (i > 0)
            buffer_add_text(&session->copied, "\n");
        buffer_add(&session->copied,
                   slice_part(line, utf8_byte(line, targets.items[i].start), utf8_byte(line, targets.items[i].end)));
        count += targets.items[i].end - targets.items[i].start;
    }
    targets_free(&targets);
    session->text.selecting = false;
    session_say(session, "已复制 %zu 字", count);
    return OUTCOME_DONE;
}
