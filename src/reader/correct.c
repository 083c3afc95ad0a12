/* Correcting: what can be said of what is at the cursor, offered as a list of tasks, and doing them. */
#include "correct.h"

#include "chuanda/memory.h"
#include "session.h"

#include <stdlib.h>

/* What a task of the list is: one of the fields, or one of these. */
enum task {
    TASK_SPLIT = FIELDS,
    TASK_JOIN,
    TASK_CONFIRM,
    TASK_STRIKE,
    TASK_TARGET, /* the words name another document, which is chosen then */
    TASK_JUDGE,  /* links that are there are listed, to be confirmed or struck */
    TASK_KEEP,
    TASK_LINK_KEPT,
    TASK_UNDO,
    TASK_LIST
};

/* The fields in the order in which they are offered, and the label of the line in which a value is typed; NULL: chosen from a list. */
static const struct {
    enum field field;
    const char *prompt;
} fields[] = {
    {FIELD_LEVEL, NULL},           {FIELD_PLACE, "地区（全名）："}, {FIELD_ORGAN, "机构："},
    {FIELD_DATE, "年-月-日："},    {FIELD_TITLE, "标题："},         {FIELD_KIND, NULL},
    {FIELD_CHAIR, "主持（、）："}, {FIELD_NUMBER, "第几次："},      {FIELD_EVENT, "会议名："},
};
enum { OFFERED_FIELDS = sizeof fields / sizeof *fields };

static struct choice *add_task(struct session *session, struct buffer *text, unsigned task)
{
    struct choice *choice = chooser_add(&session->chooser, buffer_take(text), 0, (struct place_in_text){0});
    choice->task = task;
    choice->faint = false;
    return choice;
}

static struct choice *add_plain_task(struct session *session, const char *words, unsigned task)
{
    struct buffer text = {0};
    buffer_add_text(&text, words);
    return add_task(session, &text, task);
}

/* Tasks of links. */

/* 对 and 不对 of a link that is there. */
static void add_link_tasks(struct session *session, const struct link_here *link, const char *what)
{
    struct buffer text = {0};
    buffer_print(&text, "对，确认：%s", what);
    add_task(session, &text, TASK_CONFIRM)->link = *link;
    buffer_print(&text, "不对，删去：%s", what);
    add_task(session, &text, TASK_STRIKE)->link = *link;
}

/* What the words of a reference lead to: right, wrong, or another document. */
static enum status add_reference_tasks(struct session *session, const struct reference *reference,
                                       struct problem *problem)
{
    struct relay_list list = {0};
    struct link_here link = {.kind = LINK_RELAY, .from = {.document = reference->document, .where = reference->where}};
    enum status status = trace_relays(session->tracer, reference->document, &list, problem);
    int64_t offered = 0;
    for (size_t i = 0; i < list.count; i++) {
        const struct relay *relay = &list.items[i];
        const struct document *to = catalogue_document(&session->catalogue, relay->to);
        if (relay->reference != reference->id || to == NULL ||
            (offered != 0 && catalogue_same(&session->catalogue, offered, relay->to)))
            continue;
        link.to.document = offered = relay->to;
        struct buffer what = {0};
        catalogue_introduce(&session->catalogue, relay->to, &what);
        correction_quote(slice_of(to->title), &what);
        buffer_add_text(&what, link_state_label(relay->state));
        add_link_tasks(session, &link, what.bytes);
        buffer_free(&what);
    }
    relay_list_free(&list);
    link.to.document = 0;
    add_plain_task(session, "指向另一份文件…", TASK_TARGET)->link = link;
    add_plain_task(session, "这里没有提及文件", TASK_STRIKE)->link = link;
    return status;
}

/* Linking by hand: one end is kept, the other is gone to. */
static void add_hand_tasks(struct session *session, struct link_here end, struct slice words)
{
    const struct link_here *kept = &session->correcting.kept;
    struct buffer text = {0};
    bool directive = end.from.document != 0;
    if (directive ? kept->to.document != 0 : kept->from.document != 0) {
        buffer_add_text(&text, directive ? "记下的段落落实了" : "这一段落实了记下的部署：");
        correction_quote(words, &text);
        struct choice *choice = add_task(session, &text, TASK_LINK_KEPT);
        choice->link = directive ? (struct link_here){.kind = LINK_FOLLOW_UP, .from = end.from, .to = kept->to}
                                 : (struct link_here){.kind = LINK_FOLLOW_UP, .from = kept->from, .to = end.to};
    }
    buffer_add_text(&text, directive ? "记下这条部署，再到落实它的段落按 c：" : "记下这一段，再到它落实的部署按 c：");
    correction_quote(words, &text);
    add_task(session, &text, TASK_KEEP)->link = end;
}

static enum status add_text_tasks(struct session *session, struct problem *problem)
{
    const struct opened *opened = &session->opened;
    struct point cursor = session->text.cursor;
    enum status status = STATUS_OK;
    struct place_in_text stretch = {.line = cursor.line};
    for (size_t i = 0; i < opened->references.count && status == STATUS_OK; i++) {
        if (place_covers(opened->references.items[i].where, cursor.line, cursor.code_point))
            status = add_reference_tasks(session, &opened->references.items[i], problem);
    }
    if (session->text.selecting) {
        stretch = mark_selected(session);
        add_plain_task(session, "选中的字句指向另一份文件…", TASK_TARGET)->link =
            (struct link_here){.kind = LINK_RELAY, .from = {.document = opened->id, .where = stretch}};
    }
    add_plain_task(session, "这一段落实的部署，对不对…", TASK_JUDGE);
    add_hand_tasks(session, (struct link_here){.to = {.document = opened->id, .where = stretch}},
                   opened_line(opened, stretch.line));
    if (cursor.line != opened->document->first_line)
        add_plain_task(session, "从光标所在的行分开", TASK_SPLIT);
    return status;
}

static void add_directive_tasks(struct session *session)
{
    if (session->directive == SLICE_NONE)
        return;
    const struct directive *directive = &session->opened.directives.items[session->directive];
    add_plain_task(session, "这条部署的落实，对不对…", TASK_JUDGE);
    add_hand_tasks(session, (struct link_here){.from = {.document = directive->document, .where = directive->where}},
                   slice_of(directive->text));
}

/* Tasks of documents. */

/* Is it not the first of its source? */
static bool has_one_before(const struct session *session, const struct document *document)
{
    for (size_t i = 0; i < session->catalogue.documents.count; i++) {
        const struct document *other = &session->catalogue.documents.items[i];
        if (other->source == document->source && other->first_line < document->first_line)
            return true;
    }
    return false;
}

static void add_field_tasks(struct session *session, const struct document *document)
{
    struct buffer text = {0};
    for (size_t i = 0; i < OFFERED_FIELDS; i++) {
        char *value = document_value(document, fields[i].field);
        buffer_print(&text, "%s：", field_label(fields[i].field));
        correction_value(fields[i].field, value, &text);
        if ((document->corrected & 1U << fields[i].field) != 0)
            buffer_add_text(&text, "〔勘〕");
        add_task(session, &text, fields[i].field);
        free(value);
    }
    if (has_one_before(session, document))
        add_plain_task(session, "与前一份文件合并", TASK_JOIN);
}

static enum status add_list_tasks(struct session *session, struct problem *problem)
{
    struct correction_list list = {0};
    struct buffer text = {0};
    enum status status = library_corrections(session->library, session->scope, false, &list, problem);
    if (list.count > 0) {
        buffer_add_text(&text, "撤销上一条勘误：");
        correction_describe(&list.items[list.count - 1], &text);
        add_task(session, &text, TASK_UNDO);
    }
    correction_list_free(&list);
    add_plain_task(session, "勘误一览", TASK_LIST);
    return status;
}

/* The link that is shown: the pair that is compared, or the item of a list; LINK_NONE: none is. */
static struct link_here link_shown(const struct session *session)
{
    const struct chooser *chooser = &session->chooser;
    if (session->compare.open)
        return pairs_link(&session->compare.pairs, session->compare.pair);
    if (chooser->open && chooser->list.cursor < chooser->count)
        return chooser->items[chooser->list.cursor].link;
    return (struct link_here){0};
}

/* 勘误  湖北省 02-27  省委常委会 */
static void start_list(struct session *session, const struct document *document)
{
    struct buffer title = {0};
    buffer_add_text(&title, "勘误  ");
    catalogue_introduce(&session->catalogue, document->id, &title);
    catalogue_name(document, &title);
    chooser_start(&session->chooser, CHOOSER_TASKS, title.bytes);
    buffer_free(&title);
}

enum outcome correct_start(struct session *session)
{
    struct link_here link = link_shown(session);
    struct problem problem = {0};
    enum status status = STATUS_OK;
    const struct document *document = session_meant(session);
    if (session->chooser.open && (session->chooser.use > CHOOSER_BOOKMARKS || link.kind == LINK_NONE))
        return OUTCOME_NOTHING;
    char *what = session->chooser.open ? mem_copy(session->chooser.items[session->chooser.list.cursor].text)
                                       : mem_copy("这条部署由这一段落实");
    compare_close(&session->compare);
    start_list(session, document);
    session->correcting.document = document->id;
    if (link.kind != LINK_NONE) {
        add_link_tasks(session, &link, what);
    } else {
        if (session->arrangement.focus == PANE_TEXT)
            status = add_text_tasks(session, &problem);
        else if (session->arrangement.focus == PANE_DIRECTIVES)
            add_directive_tasks(session);
        add_field_tasks(session, document);
    }
    free(what);
    if (status == STATUS_OK)
        status = add_list_tasks(session, &problem);
    if (status == STATUS_OK)
        return OUTCOME_DONE;
    chooser_close(&session->chooser);
    session_complain(session, &problem);
    return OUTCOME_NOTHING;
}

/* Doing them. */

/* What was said is shown everywhere at once, or why it could not be said. */
static enum outcome conclude(struct session *session, enum status status, struct problem *problem, const char *words)
{
    chooser_close(&session->chooser);
    session->text.selecting = false;
    if (status == STATUS_OK)
        status = session_refresh(session, problem);
    if (status != STATUS_OK) {
        session_complain(session, problem);
        return OUTCOME_NOTHING;
    }
    if (session->arrangement.focus == PANE_MEETINGS &&
        catalogue_document(&session->catalogue, session->correcting.document) != NULL)
        session->meetings.cursor = catalogue_reveal(&session->catalogue, session->correcting.document);
    session_say(session, "%s（c 可撤销）", words);
    return OUTCOME_DONE;
}

static void ask_value(struct session *session, const char *label, const char *value)
{
    chooser_close(&session->chooser);
    prompt_open(&session->prompt, PROMPT_VALUE, label);
    prompt_fill(&session->prompt, value);
}

static void ask_word(struct session *session, const struct document *document)
{
    bool level = session->correcting.field == FIELD_LEVEL;
    chooser_start(&session->chooser, CHOOSER_VALUES, field_label(session->correcting.field));
    for (int i = 0; i < (level ? LEVELS : KINDS); i++)
        add_plain_task(session, level ? level_label((enum level)i) : kind_label((enum kind)i), (unsigned)i);
    session->chooser.list.cursor = level ? (size_t)document->level : (size_t)document->kind;
}

static enum outcome start_field(struct session *session, enum field field)
{
    const struct document *document = catalogue_document(&session->catalogue, session->correcting.document);
    session->correcting.field = field;
    for (size_t i = 0; i < OFFERED_FIELDS && document != NULL; i++) {
        if (fields[i].field != field)
            continue;
        char *value = document_value(document, field);
        if (fields[i].prompt != NULL)
            ask_value(session, fields[i].prompt, value);
        else
            ask_word(session, document);
        free(value);
    }
    return OUTCOME_DONE;
}

static enum status set_field(struct session *session, const char *words, struct problem *problem)
{
    int64_t id;
    return library_correct_field(session->library, session->correcting.document, session->correcting.field, words, &id,
                                 problem);
}

/* A value that is refused can be mended: the line stays, and says why. */
void correct_typed(struct session *session, enum prompt_answer answer)
{
    if (answer == PROMPT_DROPPED)
        session_say(session, "没有改动");
    if (answer != PROMPT_DONE)
        return;
    struct problem problem = {0};
    const char *label = session->prompt.label;
    char *words = mem_copy(session->prompt.text.bytes == NULL ? "" : session->prompt.text.bytes);
    enum status status = set_field(session, words, &problem);
    if (status == STATUS_OK) {
        (void)conclude(session, status, &problem, "已勘误");
    } else {
        ask_value(session, label, words);
        session_complain(session, &problem);
    }
    free(words);
}

/* Strikes whatever the words of a reference lead to. */
static enum status strike_targets(struct session *session, struct link_end from, struct problem *problem)
{
    struct relay_list list = {0};
    enum status status = trace_relays(session->tracer, from.document, &list, problem);
    int64_t struck = 0;
    for (size_t i = 0; i < list.count && status == STATUS_OK; i++) {
        const struct relay *relay = &list.items[i];
        int64_t id;
        if (relay->to == 0 || relay->where.line != from.where.line || relay->where.start != from.where.start ||
            (struck != 0 && catalogue_same(&session->catalogue, relay->to, struck)))
            continue;
        struck = relay->to;
        status = library_correct_link(session->library, ACT_STRIKE, LINK_RELAY, from,
                                      (struct link_end){.document = struck}, &id, problem);
    }
    relay_list_free(&list);
    return status;
}

static enum outcome judge(struct session *session, const struct link_here *link, enum act act)
{
    struct problem problem = {0};
    int64_t id;
    enum status status = library_correct_link(session->library, act, link->kind, link->from, link->to, &id, &problem);
    return conclude(session, status, &problem, act == ACT_CONFIRM ? "已确认" : "已删去");
}

static enum outcome link_kept(struct session *session, const struct link_here *link)
{
    struct problem problem = {0};
    int64_t id;
    enum status status =
        library_correct_link(session->library, ACT_ADD, link->kind, link->from, link->to, &id, &problem);
    session->correcting.kept = (struct link_here){0};
    return conclude(session, status, &problem, "已补上落实");
}

/* Could one document pass another on: is it not lower, not later, and not the same event? */
static bool can_be_passed_on(const struct session *session, const struct document *to, const struct document *from)
{
    if (from == NULL || to->level > from->level || catalogue_same(&session->catalogue, to->id, from->id))
        return false;
    return !date_complete(to->date) || !date_complete(from->date) || date_compare(to->date, from->date) <= 0;
}

static enum outcome ask_target(struct session *session, const struct link_here *link)
{
    const struct catalogue *catalogue = &session->catalogue;
    const struct document *from = catalogue_document(catalogue, link->from.document);
    session->correcting.link = *link;
    chooser_start(&session->chooser, CHOOSER_TARGETS, "指向哪一份文件");
    for (size_t i = 0; i < catalogue->order_count; i++) {
        const struct document *to = &catalogue->documents.items[catalogue->order[i]];
        if (!can_be_passed_on(session, to, from))
            continue;
        struct buffer text = {0};
        catalogue_introduce(catalogue, to->id, &text);
        buffer_add_text(&text, to->title);
        chooser_add(&session->chooser, buffer_take(&text), to->id, (struct place_in_text){0});
    }
    if (session->chooser.count > 0)
        return OUTCOME_DONE;
    chooser_close(&session->chooser);
    session_say(session, "没有可指向的文件");
    return OUTCOME_NOTHING;
}

/* What the words led to before is struck. */
static enum outcome take_target(struct session *session, int64_t document)
{
    struct problem problem = {0};
    struct link_end from = session->correcting.link.from;
    int64_t id;
    enum status status = strike_targets(session, from, &problem);
    if (status == STATUS_OK)
        status = library_correct_link(session->library, ACT_ADD, LINK_RELAY, from,
                                      (struct link_end){.document = document}, &id, &problem);
    return conclude(session, status, &problem, "已改指");
}

static enum outcome split(struct session *session)
{
    struct problem problem = {0};
    int64_t id;
    enum status status =
        library_correct_split(session->library, session->opened.id, session->text.cursor.line, &id, &problem);
    return conclude(session, status, &problem, "已分开");
}

static enum outcome join(struct session *session)
{
    struct problem problem = {0};
    int64_t id;
    enum status status = library_correct_join(session->library, session->correcting.document, &id, &problem);
    return conclude(session, status, &problem, "已合并");
}

static enum outcome keep(struct session *session, const struct link_here *link)
{
    session->correcting.kept = *link;
    chooser_close(&session->chooser);
    session_say(session, "已记下：到另一头按 c");
    return OUTCOME_DONE;
}

static enum outcome do_task(struct session *session, unsigned task, const struct link_here *link)
{
    if (task < FIELDS)
        return start_field(session, (enum field)task);
    switch ((enum task)task) {
    case TASK_SPLIT:
        return split(session);
    case TASK_JOIN:
        return join(session);
    case TASK_CONFIRM:
    case TASK_STRIKE:
        return judge(session, link, task == TASK_CONFIRM ? ACT_CONFIRM : ACT_STRIKE);
    case TASK_TARGET:
        return ask_target(session, link);
    case TASK_JUDGE:
        return session->arrangement.focus == PANE_TEXT ? judge_taken_up(session) : judge_follow_ups(session);
    case TASK_KEEP:
        return keep(session, link);
    case TASK_LINK_KEPT:
        return link_kept(session, link);
    case TASK_UNDO:
        return corrections_undo_last(session);
    default:
        return choose_corrections(session);
    }
}

enum outcome correct_take(struct session *session, size_t item)
{
    const struct choice *choice = &session->chooser.items[item];
    unsigned task = choice->task;
    int64_t document = choice->document;
    struct link_here link = choice->link;
    struct problem problem = {0};
    if (session->chooser.use == CHOOSER_TARGETS)
        return take_target(session, document);
    if (session->chooser.use == CHOOSER_TASKS)
        return do_task(session, task, &link);
    enum status status = set_field(session, choice->text, &problem);
    return conclude(session, status, &problem, "已勘误");
}
