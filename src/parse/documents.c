/* Drives the recognition of documents: boundaries first, then field by field. */
#include "chuanda/memory.h"
#include "draft.h"
#include "facts.h"
#include "signs.h"

#include <stdlib.h>
#include <string.h>

/* An agenda belongs to the body that called for it right before (or behind, in a compilation that goes back in time). */
static void follow_notice(const struct page *page, struct draft_list *drafts, size_t index)
{
    struct draft *draft = &drafts->items[index];
    const struct draft *notice = index > 0 ? draft - 1 : NULL;
    if (draft->document.kind != KIND_AGENDA || draft->document.organ != NULL)
        return;
    if ((notice == NULL || notice->document.kind != KIND_NOTICE) && index + 1 < drafts->count &&
        draft[1].document.kind == KIND_NOTICE)
        notice = draft + 1;
    if (notice == NULL || notice->document.organ == NULL)
        return;
    draft->document.organ = mem_copy(notice->document.organ);
    draft->document.level = notice->document.level;
    note(draft, page, FIELD_ORGAN, page->count, slice_of(""), "随相邻的通知");
    note(draft, page, FIELD_LEVEL, page->count, slice_of(""), "随相邻的通知");
}

/* A speech without a body is of the level at which the compilation shows its author in the chair. */
static void follow_author(const struct page *page, struct draft_list *drafts, struct draft *draft)
{
    struct document *document = &draft->document;
    const struct draft *shown = NULL;
    if (document->kind != KIND_SPEECH || document->organ != NULL || document->chair_count == 0)
        return;
    for (size_t i = 0; i < drafts->count; i++) {
        const struct document *other = &drafts->items[i].document;
        if (other->kind != KIND_MEETING || other->organ == NULL || other->chair_count == 0 ||
            strcmp(other->chairs[0], document->chairs[0]) != 0)
            continue;
        if (shown != NULL && shown->document.level != other->level)
            return;
        shown = &drafts->items[i];
    }
    if (shown == NULL || shown->document.level == document->level)
        return;
    document->level = shown->document.level;
    note(draft, page, FIELD_LEVEL, shown->first, slice_of(""), "讲话人在汇编中的层级");
}

/*
 * The fields are read; now every line finds its document: page numbers and
 * running heads go with the one above them, before the first with that one.
 */
static void hand_over(struct parsed *parsed, const struct page *page, const struct draft_list *drafts, size_t index)
{
    struct draft *draft = &drafts->items[index];
    struct document *document = &draft->document;
    facts_conclude(draft);
    size_t first = index == 0 ? 0 : draft->first;
    size_t last = index + 1 < drafts->count ? draft[1].first - 1 : page->count - 1;
    document->first_line = page->lines[first].number;
    document->last_line = page->lines[last].number;
    parsed->documents =
        mem_grow(parsed->documents, parsed->document_count, &parsed->document_capacity, sizeof *parsed->documents);
    parsed->documents[parsed->document_count++] = *document;
    free(draft->head);
    free(draft->clause);
}

/* The fields that a document's own text tells. */
static void read_fields(const struct parser *parser, const struct page *page, struct draft *draft)
{
    read_head(parser, page, draft);
    (void)fact_settle(draft, FIELD_TITLE);
    read_kind(parser, page, draft);
    (void)fact_settle(draft, FIELD_KIND);
    read_organ(parser, page, draft);
    (void)fact_settle(draft, FIELD_LEVEL);
    (void)fact_settle(draft, FIELD_NUMBER);
    read_chair(parser, page, draft);
    (void)fact_settle(draft, FIELD_CHAIR);
}

/* What could not be told is said as plainly as what could. */
static void note_missing(const struct page *page, struct draft *draft)
{
    const struct document *document = &draft->document;
    bool local = document->level == LEVEL_PROVINCE || document->level == LEVEL_CITY || document->level == LEVEL_COUNTY;
    if (local && document->place == NULL)
        note(draft, page, FIELD_PLACE, page->count, slice_of(""), "没有认出地区");
    if (document->kind == KIND_MEETING && document->organ == NULL)
        note(draft, page, FIELD_ORGAN, page->count, slice_of(""), "没有认出机构");
    if (document->date_basis == DATE_NONE)
        note(draft, page, FIELD_DATE, page->count, slice_of(""),
             draft->vague                ? "只写近日、日前，没有日期"
             : draft->written.month != 0 ? "只写月日，推不出年份"
                                         : "没有认出日期");
}

void read_documents(struct reading *reading)
{
    const struct parser *parser = reading->parser;
    struct page page = {0};
    struct draft_list drafts = {0};
    page_read(&page, reading->lines, reading->line_count, reading->facts);
    signs_read(parser, &page);
    find_boundaries(parser, &page, &drafts);
    facts_give(reading->facts, &page, &drafts);
    for (size_t i = 0; i < drafts.count; i++)
        read_fields(parser, &page, &drafts.items[i]);
    for (size_t i = 0; i < drafts.count; i++)
        follow_notice(&page, &drafts, i);
    for (size_t i = 0; i < drafts.count; i++)
        follow_author(&page, &drafts, &drafts.items[i]);
    facts_settle(&drafts, FIELD_ORGAN);
    facts_settle(&drafts, FIELD_LEVEL);
    read_places(parser, &page, &drafts);
    facts_settle(&drafts, FIELD_PLACE);
    facts_settle(&drafts, FIELD_LEVEL);
    read_dates(parser, &page, &drafts);
    facts_settle(&drafts, FIELD_EVENT);
    for (size_t i = 0; i < drafts.count; i++)
        note_missing(&page, &drafts.items[i]);
    for (size_t i = 0; i < drafts.count; i++)
        hand_over(reading->parsed, &page, &drafts, i);
    free(drafts.items);
    page_free(&page);
}
