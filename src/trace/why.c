/* Why: what a document and a reference are, and by which evidence. */
#include "why.h"

#include "chuanda/memory.h"
#include "chuanda/utf8.h"

#include <stdlib.h>

enum { WORDS = 40 }; /* code points of a quotation; what is longer is cut */

void why_free(struct why *why)
{
    for (size_t i = 0; i < why->count; i++)
        free(why->items[i].text);
    free(why->items);
    *why = (struct why){0};
}

struct why_line *why_add(struct why *why, enum why_part part, struct buffer *text)
{
    why->items = mem_grow(why->items, why->count, &why->capacity, sizeof *why->items);
    why->items[why->count] = (struct why_line){.part = part, .text = buffer_take(text)};
    return &why->items[why->count++];
}

void why_add_text(struct why *why, enum why_part part, const char *text)
{
    struct buffer line = {0};
    buffer_add_text(&line, text);
    why_add(why, part, &line);
}

void why_add_field(struct why *why, const char *name, const char *value)
{
    struct buffer line = {0};
    buffer_print(&line, "%s：%s", name, value == NULL || value[0] == '\0' ? "—" : value);
    why_add(why, WHY_FIELD, &line);
}

void why_words(struct buffer *text, struct slice words)
{
    words = slice_trim(words);
    size_t end = utf8_byte(words, WORDS);
    buffer_add_text(text, "“");
    buffer_add(text, slice_part(words, 0, end));
    buffer_add_text(text, end < words.length ? "…”" : "”");
}

void why_quote(struct buffer *text, struct place_in_text where, const struct passage_list *passages)
{
    buffer_print(text, "第 %zu 行 ", where.line);
    for (size_t i = 0; i < passages->count; i++) {
        struct slice line = slice_of(passages->items[i].text);
        if (passages->items[i].line != where.line || where.start >= where.end)
            continue;
        why_words(text, slice_part(line, utf8_byte(line, where.start), utf8_byte(line, where.end)));
        buffer_add_text(text, " ");
    }
}

void why_introduce(struct buffer *text, const struct document *document)
{
    char date[11];
    if (document == NULL) {
        buffer_add_text(text, "（不在当前范围）");
        return;
    }
    buffer_add_text(text, document->place == NULL ? level_label(document->level) : document->place);
    if (!date_complete(document->date))
        return;
    date_write(document->date, date);
    buffer_print(text, " %s%s", date, document->date_basis == DATE_INFERRED ? "（推定）" : "");
}

/* The fields that are shown, in this order. */
static const enum field shown_fields[] = {FIELD_KIND, FIELD_LEVEL, FIELD_PLACE,  FIELD_ORGAN,
                                          FIELD_DATE, FIELD_CHAIR, FIELD_NUMBER, FIELD_EVENT};

static void add_fields(struct why *why, const struct document *document)
{
    struct buffer lines = {0};
    buffer_print(&lines, "第 %zu 至 %zu 行%s", document->first_line, document->last_line,
                 (document->corrected & 1U << FIELD_BOUNDARY) != 0 ? "〔勘〕" : "");
    why_add_field(why, field_label(FIELD_BOUNDARY), lines.bytes);
    buffer_free(&lines);
    for (size_t i = 0; i < sizeof shown_fields / sizeof *shown_fields; i++) {
        enum field field = shown_fields[i];
        char *value = document_value(document, field);
        char *label = field_value_label(field, value);
        bool none = value[0] == '\0';
        struct buffer text = {0};
        buffer_add_text(&text, none ? "—" : label);
        if (field == FIELD_DATE && !none && document->date_basis == DATE_INFERRED)
            buffer_add_text(&text, "（推定）");
        if ((document->corrected & 1U << field) != 0)
            buffer_add_text(&text, "〔勘〕");
        why_add_field(why, field_label(field), text.bytes);
        buffer_free(&text);
        free(label);
        free(value);
    }
}

static void add_evidence(struct why *why, const struct document *document, const struct passage_list *passages)
{
    why_add_text(why, WHY_HEADING, "依据");
    for (size_t i = 0; i < document->evidence_count; i++) {
        const struct evidence *evidence = &document->evidence[i];
        struct buffer line = {0};
        buffer_print(&line, "%s  ", field_label(evidence->field));
        if (evidence->where.line > 0)
            why_quote(&line, evidence->where, passages);
        buffer_add_text(&line, evidence->rule);
        struct why_line *added = why_add(why, WHY_EVIDENCE, &line);
        added->document = evidence->where.line > 0 ? document->id : 0;
        added->where = evidence->where;
    }
    if (document->evidence_count == 0)
        why_add_text(why, WHY_NONE, "（没有记下依据）");
}

/* The other sources that tell of the same event. */
static enum status add_versions(struct tracer *tracer, int64_t document, struct why *why, struct problem *problem)
{
    const struct version_list *versions;
    struct source_list sources = {0};
    enum status status = tracer_versions(tracer, &versions, problem);
    const struct version *first = status == STATUS_OK ? version_of(versions, document) : NULL;
    if (first == NULL || first->count < 2)
        return status;
    status = library_sources(tracer->library, &tracer->scope, &sources, problem);
    struct buffer names = {0};
    for (const struct version *other = version_of(versions, first->next); other != first;
         other = version_of(versions, other->next))
        for (size_t i = 0; i < sources.count; i++)
            if (sources.items[i].id == other->source)
                buffer_print(&names, "%s%s", names.length == 0 ? "" : "、", sources.items[i].name);
    why_add_field(why, "又见于", names.bytes);
    buffer_free(&names);
    source_list_free(&sources);
    return status;
}

enum status why_fields(struct tracer *tracer, int64_t document, struct why *why, struct problem *problem)
{
    struct document read = {0};
    struct passage_list passages = {0};
    enum status status = library_document(tracer->library, document, &read, problem);
    if (status == STATUS_OK)
        status = library_passages(tracer->library, document, &passages, problem);
    if (status == STATUS_OK) {
        why_add_text(why, WHY_HEADING, read.title);
        add_fields(why, &read);
        status = add_versions(tracer, document, why, problem);
        add_evidence(why, &read, &passages);
    }
    passage_list_free(&passages);
    document_free(&read);
    return status;
}

static void add_reference_fields(struct why *why, const struct reference *reference)
{
    char date[11] = "";
    if (date_complete(reference->date))
        date_write(reference->date, date);
    struct buffer number = {0};
    if (reference->number != 0)
        buffer_print(&number, "%d", reference->number);
    why_add_field(why, "方式", manner_label(reference->manner));
    why_add_field(why, field_label(FIELD_KIND), reference->has_kind ? kind_label(reference->kind) : NULL);
    why_add_field(why, field_label(FIELD_LEVEL), reference->has_level ? level_label(reference->level) : NULL);
    why_add_field(why, field_label(FIELD_PLACE), reference->place);
    why_add_field(why, field_label(FIELD_ORGAN), reference->organ);
    why_add_field(why, field_label(FIELD_DATE), date);
    why_add_field(why, field_label(FIELD_NUMBER), number.bytes);
    why_add_field(why, field_label(FIELD_EVENT), reference->event);
    why_add_field(why, field_label(FIELD_TITLE), reference->title);
    why_add_field(why, "谁的话", reference->speaker);
    buffer_free(&number);
}

/* → the document, and the evidence that it is the one. */
static void add_target(struct why *why, const struct document_list *documents, const struct relay *relay)
{
    struct buffer line = {0};
    const struct document *document = documents_find(documents, relay->to);
    if (relay->to == 0)
        buffer_add_text(&line, "文库中没有");
    else
        buffer_print(&line, "→ %s", document == NULL ? "（不在当前范围）" : document->title);
    for (unsigned bit = 1; bit <= relay->basis; bit <<= 1)
        if ((relay->basis & bit) != 0)
            buffer_print(&line, " · %s", basis_label((enum basis)bit));
    buffer_add_text(&line, link_state_label(relay->state));
    why_add(why, WHY_LINK, &line)->document = relay->to;
}

enum status why_reference(struct tracer *tracer, const struct reference *reference, struct why *why,
                          struct problem *problem)
{
    struct relay_list list = {0};
    const struct document_list *documents;
    enum status status = tracer_documents(tracer, &documents, problem);
    if (status == STATUS_OK)
        status = trace_relays(tracer, reference->document, &list, problem);
    why_add_text(why, WHY_HEADING, reference->text);
    add_reference_fields(why, reference);
    why_add_text(why, WHY_HEADING, "指向");
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i].reference == reference->id)
            add_target(why, documents, &list.items[i]);
    relay_list_free(&list);
    return status;
}

static void add_named(struct why *why, const struct document_list *documents, const struct relay_list *list)
{
    why_add_text(why, WHY_HEADING, "传达与提及");
    for (size_t i = 0; i < list->count; i++) {
        const struct relay *relay = &list->items[i];
        struct buffer line = {0};
        if (i == 0 || list->items[i - 1].reference != relay->reference) {
            buffer_print(&line, "第 %zu 行 %s ", relay->where.line, manner_label(relay->manner));
            why_words(&line, slice_of(relay->text));
            why_add(why, WHY_EVIDENCE, &line);
        }
        add_target(why, documents, relay);
    }
    if (list->count == 0)
        why_add_text(why, WHY_NONE, "（没有找到）");
}

static void add_naming(struct why *why, const struct document_list *documents, const struct relay_list *list)
{
    if (list->count > 0)
        why_add_text(why, WHY_HEADING, "被传达与提及");
    for (size_t i = 0; i < list->count; i++) {
        const struct relay *relay = &list->items[i];
        struct buffer line = {0};
        why_introduce(&line, documents_find(documents, relay->from));
        buffer_print(&line, "  %s ", manner_label(relay->manner));
        why_words(&line, slice_of(relay->text));
        buffer_add_text(&line, link_state_label(relay->state));
        struct why_line *added = why_add(why, WHY_LINK, &line);
        added->document = relay->from;
        added->where = relay->where;
    }
}

enum status why_relays(struct tracer *tracer, int64_t document, struct why *why, struct problem *problem)
{
    struct relay_list named = {0}, naming = {0};
    const struct document_list *documents;
    enum status status = tracer_documents(tracer, &documents, problem);
    if (status == STATUS_OK)
        status = trace_relays(tracer, document, &named, problem);
    if (status == STATUS_OK)
        status = trace_relayed_by(tracer, document, &naming, problem);
    if (status == STATUS_OK) {
        add_named(why, documents, &named);
        add_naming(why, documents, &naming);
    }
    relay_list_free(&named);
    relay_list_free(&naming);
    return status;
}
