/* Why: the evidence for what is shown at the cursor. */
#include "session.h"

#include "chuanda/memory.h"
#include "chuanda/utf8.h"

#include <stdlib.h>

static void add_heading(struct page *page, const char *text)
{
    if (page->sheet.count > 0)
        page_add(page, mem_copy(""), ROLE_PLAIN);
    page_add(page, mem_copy(text), ROLE_GROUP);
}

static void add_field(struct page *page, const char *name, const char *value)
{
    struct buffer line = {0};
    buffer_print(&line, "%s：%s", name, value == NULL || value[0] == '\0' ? "—" : value);
    page_add(page, buffer_take(&line), ROLE_PLAIN);
}

static const char *const manner_labels[] = {
    [MANNER_RELAY] = "传达", [MANNER_LISTED] = "列出", [MANNER_MENTION] = "提到"};

static const struct {
    enum basis bit;
    const char *label;
} basis_labels[] = {
    {BASIS_DATE, "日期相符"},  {BASIS_EVENT, "会议相符"},     {BASIS_NUMBER, "次数相符"},
    {BASIS_TITLE, "标题相符"}, {BASIS_SPEAKER, "讲话人相符"}, {BASIS_LISTED, "列表中的次序"},
};

/* 第 45 行 “7月2日”: where a piece of evidence stands, and its words. */
static void add_words(struct buffer *line, struct place_in_text where, const struct passage_list *passages)
{
    enum { WORDS = 40 }; /* code points; what is longer is cut */
    buffer_print(line, "第 %zu 行 ", where.line);
    for (size_t i = 0; i < passages->count; i++) {
        if (passages->items[i].line != where.line || where.start >= where.end)
            continue;
        struct slice text = slice_of(passages->items[i].text);
        size_t end = where.end - where.start > WORDS ? where.start + WORDS : where.end;
        struct slice words = slice_trim(slice_part(text, utf8_byte(text, where.start), utf8_byte(text, end)));
        buffer_add_text(line, "“");
        buffer_add(line, words);
        buffer_add_text(line, end < where.end ? "…” " : "” ");
    }
}

static void add_evidence(struct page *page, const struct document *document, const struct passage_list *passages)
{
    for (size_t i = 0; i < document->evidence_count; i++) {
        const struct evidence *evidence = &document->evidence[i];
        struct buffer line = {0};
        buffer_print(&line, "%s  ", field_label(evidence->field));
        if (evidence->where.line > 0)
            add_words(&line, evidence->where, passages);
        buffer_add_text(&line, evidence->rule);
        page_add(page, buffer_take(&line), ROLE_PLAIN);
    }
    if (document->evidence_count == 0)
        page_add(page, mem_copy("（没有记下依据）"), ROLE_FAINT);
}

/* The fields that are shown, in this order. */
static const enum field shown_fields[] = {FIELD_KIND, FIELD_LEVEL, FIELD_PLACE, FIELD_ORGAN,
                                          FIELD_DATE, FIELD_CHAIR, FIELD_NUMBER};

static void add_fields(struct page *page, const struct document *document)
{
    for (size_t i = 0; i < sizeof shown_fields / sizeof *shown_fields; i++) {
        enum field field = shown_fields[i];
        char *value = document_value(document, field);
        bool none = value[0] == '\0';
        struct buffer text = {0};
        if (!none)
            correction_value(field, value, &text);
        if (field == FIELD_DATE && !none && document->date_basis == DATE_INFERRED)
            buffer_add_text(&text, "（推定）");
        if ((document->corrected & 1U << field) != 0)
            buffer_print(&text, "%s〔勘〕", none ? "—" : "");
        add_field(page, field_label(field), text.bytes);
        buffer_free(&text);
        free(value);
    }
}

/* The sources that tell of the same event, where there are several. */
static void add_versions(struct session *session, int64_t id)
{
    struct buffer names = {0};
    version_names(session, id, &names);
    if (names.length > 0)
        add_field(&session->page, "同一会议见于", names.bytes);
    buffer_free(&names);
}

static enum status why_document(struct session *session, int64_t id, struct problem *problem)
{
    struct document document = {0};
    struct passage_list passages = {0};
    enum status status = library_document(session->library, id, &document, problem);
    if (status == STATUS_OK)
        status = library_passages(session->library, id, &passages, problem);
    if (status == STATUS_OK) {
        add_heading(&session->page, document.title);
        add_fields(&session->page, &document);
        add_versions(session, id);
        add_heading(&session->page, "依据");
        add_evidence(&session->page, &document, &passages);
    }
    passage_list_free(&passages);
    document_free(&document);
    return status;
}

static void add_basis(struct session *session, const struct relay *relay)
{
    struct buffer line = {0};
    const struct document *document = catalogue_document(&session->catalogue, relay->to);
    if (relay->to == 0)
        buffer_add_text(&line, "文库中没有");
    else
        buffer_print(&line, "→ %s", document == NULL ? "（不在当前范围）" : document->title);
    for (size_t i = 0; i < sizeof basis_labels / sizeof basis_labels[0]; i++) {
        if ((relay->basis & basis_labels[i].bit) != 0)
            buffer_print(&line, " · %s", basis_labels[i].label);
    }
    buffer_add_text(&line, link_sign(relay->state));
    page_add(&session->page, buffer_take(&line), ROLE_PLAIN);
}

static enum status why_reference(struct session *session, const struct reference *reference, struct problem *problem)
{
    struct relay_list list = {0};
    struct page *page = &session->page;
    enum status status = trace_relays(session->tracer, session->opened.id, &list, problem);
    add_heading(page, reference->text);
    add_field(page, "方式", manner_labels[reference->manner]);
    add_field(page, field_label(FIELD_KIND), reference->has_kind ? kind_label(reference->kind) : NULL);
    add_field(page, field_label(FIELD_LEVEL), reference->has_level ? level_label(reference->level) : NULL);
    add_field(page, field_label(FIELD_PLACE), reference->place);
    add_field(page, field_label(FIELD_ORGAN), reference->organ);
    add_field(page, field_label(FIELD_EVENT), reference->event);
    add_field(page, field_label(FIELD_TITLE), reference->title);
    add_field(page, "谁的话", reference->speaker);
    add_heading(page, "指向");
    for (size_t i = 0; i < list.count; i++) {
        if (list.items[i].reference == reference->id)
            add_basis(session, &list.items[i]);
    }
    relay_list_free(&list);
    return status;
}

static void add_follow_up(struct session *session, const struct follow_up *item)
{
    struct buffer line = {0};
    catalogue_introduce(&session->catalogue, item->document, &line);
    buffer_print(&line, "%s  %.0f%%%s", follow_up_class_label(item->class), 100 * item->score,
                 item->relays ? "  传达了这份文件" : "");
    buffer_add_text(&line, link_sign(item->state));
    page_add(&session->page, buffer_take(&line), ROLE_TITLE);
    for (size_t i = 0; i < item->shared_count; i++) {
        buffer_print(&line, "  “%s”", item->shared[i].text);
        page_add(&session->page, buffer_take(&line), ROLE_PLAIN);
    }
}

static enum status why_follow_ups(struct session *session, struct problem *problem)
{
    const struct directive *directive = &session->opened.directives.items[session->directive];
    struct follow_up_list list = {0};
    enum status status = trace_follow_ups(session->tracer, directive->id, &list, problem);
    follow_ups_once(&list, &session->catalogue.versions);
    add_heading(&session->page, directive->text);
    add_field(&session->page, "引语", directive->lead);
    add_field(&session->page, "谁说的", directive->speaker);
    add_field(&session->page, "要谁做", directive->addressee);
    add_heading(&session->page, "落实与共有的词句");
    for (size_t i = 0; i < list.count; i++)
        add_follow_up(session, &list.items[i]);
    if (list.count == 0)
        page_add(&session->page, mem_copy("（没有找到）"), ROLE_FAINT);
    follow_up_list_free(&list);
    return status;
}

static const struct reference *reference_here(const struct session *session)
{
    struct point cursor = session->text.cursor;
    for (size_t i = 0; i < session->opened.references.count; i++) {
        const struct reference *reference = &session->opened.references.items[i];
        if (place_covers(reference->where, cursor.line, cursor.code_point))
            return reference;
    }
    return NULL;
}

enum outcome why_show(struct session *session)
{
    struct problem problem = {0};
    enum pane_id focus = session->arrangement.focus;
    const struct reference *reference = focus == PANE_TEXT ? reference_here(session) : NULL;
    enum status status;
    page_start(&session->page, "为什么");
    if (focus == PANE_DIRECTIVES && session->directive != SLICE_NONE)
        status = why_follow_ups(session, &problem);
    else if (reference != NULL)
        status = why_reference(session, reference, &problem);
    else
        status = why_document(session, session_meant(session)->id, &problem);
    if (status == STATUS_OK)
        return OUTCOME_DONE;
    page_close(&session->page);
    session_complain(session, &problem);
    return OUTCOME_NOTHING;
}
