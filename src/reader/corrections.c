/* Corrections in words, their list, and undoing them. */
#include "correct.h"

#include "chuanda/utf8.h"
#include "session.h"

#include <stdlib.h>

/* The longest quotation of a line, in code points. */
enum { QUOTED = 16 };

void correction_quote(struct slice words, struct buffer *text)
{
    words = slice_trim(words);
    size_t end = utf8_byte(words, QUOTED);
    buffer_add_text(text, "“");
    buffer_add(text, slice_part(words, 0, end));
    buffer_add_text(text, end < words.length ? "…”" : "”");
}

void correction_value(enum field field, const char *value, struct buffer *text)
{
    char *label = field_value_label(field, value);
    buffer_add_text(text, label);
    free(label);
}

static void add_end(const struct correction_end *end, struct buffer *text)
{
    if (end->source == 0)
        return;
    buffer_add_text(text, " ");
    correction_quote(slice_of(end->quote), text);
    buffer_add_text(text, end->found ? "" : "（未找回）");
}

void correction_describe(const struct correction *correction, struct buffer *text)
{
    static const char *const acts[ACTS] = {[ACT_SPLIT] = "从此行分开",
                                           [ACT_JOIN] = "与前一份合并",
                                           [ACT_CONFIRM] = "确认",
                                           [ACT_STRIKE] = "删去",
                                           [ACT_ADD] = "补上"};
    if (correction->act == ACT_SET) {
        buffer_print(text, "%s：", field_label(correction->field));
        correction_value(correction->field, correction->value, text);
        buffer_add_text(text, "（原为 ");
        correction_value(correction->field, correction->recognised, text);
        buffer_add_text(text, "）");
    } else {
        buffer_add_text(text, acts[correction->act]);
    }
    if (correction->link != LINK_NONE)
        buffer_add_text(text, correction->link == LINK_RELAY ? "传达" : "落实");
    add_end(&correction->ends[0], text);
    if (correction->ends[1].source != 0)
        buffer_add_text(text, correction->link == LINK_RELAY ? " →" : " ←");
    add_end(&correction->ends[1], text);
}

/* The latest first. */
enum outcome choose_corrections(struct session *session)
{
    struct correction_list list = {0};
    struct problem problem = {0};
    chooser_start(&session->chooser, CHOOSER_CORRECTIONS, "勘误（x 撤销）");
    if (library_corrections(session->library, session->scope, true, &list, &problem) != STATUS_OK)
        session_complain(session, &problem);
    for (size_t i = list.count; i > 0; i--) {
        const struct correction *correction = &list.items[i - 1];
        struct buffer text = {0};
        if (correction->undone != NULL)
            buffer_add_text(&text, "（已撤销）");
        correction_describe(correction, &text);
        struct choice *choice =
            chooser_add(&session->chooser, buffer_take(&text), correction->ends[0].document, correction->ends[0].where);
        choice->id = correction->id;
        choice->faint = !correction->holds;
    }
    correction_list_free(&list);
    if (session->chooser.count > 0)
        return OUTCOME_DONE;
    chooser_close(&session->chooser);
    if (session->message == NULL)
        session_say(session, "还没有勘误");
    return OUTCOME_NOTHING;
}

static enum outcome undo(struct session *session, int64_t id)
{
    struct problem problem = {0};
    enum status status = library_correction_undo(session->library, id, &problem);
    if (status == STATUS_NOTHING) {
        session_say(session, "这一条已经撤销了");
        return OUTCOME_NOTHING;
    }
    if (status == STATUS_OK)
        status = session_refresh(session, &problem);
    if (status == STATUS_OK) {
        session_say(session, "已撤销");
        return OUTCOME_DONE;
    }
    session_complain(session, &problem);
    return OUTCOME_NOTHING;
}

enum outcome corrections_undo(struct session *session)
{
    struct list list = session->chooser.list;
    enum outcome outcome = undo(session, session->chooser.items[list.cursor].id);
    if (outcome != OUTCOME_DONE)
        return outcome;
    (void)choose_corrections(session);
    session->chooser.list = list;
    return outcome;
}

enum outcome corrections_undo_last(struct session *session)
{
    struct correction_list list = {0};
    struct problem problem = {0};
    enum outcome outcome = OUTCOME_NOTHING;
    chooser_close(&session->chooser);
    if (library_corrections(session->library, session->scope, false, &list, &problem) != STATUS_OK)
        session_complain(session, &problem);
    else if (list.count > 0)
        outcome = undo(session, list.items[list.count - 1].id);
    correction_list_free(&list);
    return outcome;
}
