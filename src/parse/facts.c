#include "facts.h"

#include "chuanda/buffer.h"
#include "chuanda/memory.h"

#include <stdlib.h>
#include <string.h>

/* One past the last line of a draft's beginning: its title and its opening. */
static size_t beginning_end(const struct draft *draft)
{
    size_t end = draft->title_end > draft->first ? draft->title_end : draft->first + 1;
    return draft->opening <= draft->last && draft->opening >= end ? draft->opening + 1 : end;
}

/* The draft whose beginning holds line `index` of the page; NULL: none. Lines above the first are of the first. */
static struct draft *draft_at(struct draft_list *drafts, size_t index)
{
    struct draft *found = NULL;
    for (size_t i = 0; i < drafts->count && (i == 0 || drafts->items[i].first <= index); i++)
        found = &drafts->items[i];
    return found != NULL && index < beginning_end(found) ? found : NULL;
}

void facts_give(struct fact_list facts, const struct page *page, struct draft_list *drafts)
{
    for (size_t i = 0; i < facts.count; i++) {
        const struct fact *fact = &facts.items[i];
        size_t index = page_index(page, fact->line);
        if (fact->kind != FACT_FIELD || index == page->count || page->lines[index].said == SAID_CONTINUES)
            continue;
        struct draft *draft = draft_at(drafts, index);
        if (draft == NULL)
            continue;
        /* What is said of the very first line goes before what is said of another. */
        const struct fact *other = draft->facts[fact->field];
        if (other == NULL || index <= draft->first || page_index(page, other->line) > draft->first)
            draft->facts[fact->field] = fact;
    }
}

static void set_text(char **text, const char *value)
{
    free(*text);
    *text = value[0] == '\0' ? NULL : mem_copy(value);
}

static void set_chairs(struct document *document, struct slice names)
{
    for (size_t i = 0; i < document->chair_count; i++)
        free(document->chairs[i]);
    document->chair_count = 0;
    size_t capacity = 0;
    free(document->chairs);
    document->chairs = NULL;
    for (size_t start = 0; start < names.length;) {
        size_t end = slice_find(names, slice_of("、"), start);
        end = end == SLICE_NONE ? names.length : end;
        document->chairs = mem_grow(document->chairs, document->chair_count, &capacity, sizeof *document->chairs);
        document->chairs[document->chair_count++] = slice_copy(slice_part(names, start, end));
        start = end + strlen("、");
    }
}

/* A date that is said stands as if the text had written it; nothing dates what is said to have none. */
static void set_date(struct draft *draft, const char *value)
{
    struct date date = {0};
    bool known = date_read(value, &date);
    draft->document.date = draft->written = date;
    draft->document.date_basis = known ? DATE_STATED : DATE_NONE;
    draft->vague = false;
    draft->weekday = draft->earliest = draft->latest = 0;
}

static void set_value(struct draft *draft, enum field field, const char *value)
{
    struct document *document = &draft->document;
    switch (field) {
    case FIELD_TITLE:
        set_text(&document->title, value);
        break;
    case FIELD_KIND:
        (void)kind_read(value, &document->kind);
        break;
    case FIELD_LEVEL:
        (void)level_read(value, &document->level);
        break;
    case FIELD_PLACE:
        set_text(&document->place, value);
        if (draft->place != NULL && strcmp(draft->place->full, value) != 0)
            draft->place = NULL;
        break;
    case FIELD_ORGAN:
        set_text(&document->organ, value);
        break;
    case FIELD_DATE:
        set_date(draft, value);
        break;
    case FIELD_CHAIR:
        set_chairs(document, slice_of(value));
        break;
    case FIELD_NUMBER:
        document->number = (int)strtol(value, NULL, 10);
        break;
    case FIELD_EVENT:
        set_text(&document->event, value);
        break;
    case FIELD_BOUNDARY:
        break;
    }
}

bool fact_settle(struct draft *draft, enum field field)
{
    const struct fact *fact = draft->facts[field];
    if (fact == NULL)
        return false;
    if (draft->recognised[field] == NULL)
        draft->recognised[field] = document_value(&draft->document, field);
    set_value(draft, field, fact->value);
    return true;
}

void facts_settle(struct draft_list *drafts, enum field field)
{
    for (size_t i = 0; i < drafts->count; i++)
        (void)fact_settle(&drafts->items[i], field);
}

static void drop_evidence(struct document *document, enum field field)
{
    size_t kept = 0;
    for (size_t i = 0; i < document->evidence_count; i++) {
        if (document->evidence[i].field == field)
            free(document->evidence[i].rule);
        else
            document->evidence[kept++] = document->evidence[i];
    }
    document->evidence_count = kept;
}

/* 省级 for province, so that it reads as the rest of the line does. */
static const char *label_of(enum field field, const char *value)
{
    enum kind kind;
    enum level level;
    if (field == FIELD_KIND && kind_read(value, &kind))
        return kind_label(kind);
    if (field == FIELD_LEVEL && level_read(value, &level))
        return level_label(level);
    return value[0] == '\0' ? "无" : value;
}

void facts_conclude(struct draft *draft)
{
    struct document *document = &draft->document;
    for (enum field field = FIELD_TITLE; field <= FIELD_EVENT; field++) {
        if (draft->recognised[field] == NULL)
            continue;
        struct buffer rule = {0};
        buffer_add_text(&rule, "勘误");
        if (field != FIELD_EVENT) /* whose recognition what is said forestalls */
            buffer_print(&rule, "（原识别：%s）", label_of(field, draft->recognised[field]));
        drop_evidence(document, field);
        size_t capacity = document->evidence_count;
        document->evidence =
            mem_grow(document->evidence, document->evidence_count, &capacity, sizeof *document->evidence);
        document->evidence[document->evidence_count++] = (struct evidence){.field = field, .rule = buffer_take(&rule)};
        document->corrected |= 1U << field;
        free(draft->recognised[field]);
    }
}
