/* Lines that say nothing of a document: page numbers, running heads, a table of contents, headings of sections. */
#include "signs.h"

#include <string.h>

/* — 4 —, 第4页; a bare number only where others stand in the source too (`bare`). */
static bool is_page_number(struct document_rules *rules, struct slice text, bool bare)
{
    static const char *const marks[] = {"—", "－", "–", "-", "·", "页"};
    bool marked = bare;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        marked = marked || slice_has(text, marks[i]);
    return marked && rule_fits(rules, RULE_PAGE_NUMBER, text);
}

/* Page numbers, and the running heads beside them: lines that stand in the source more than once. */
static void mark_running_heads(struct document_rules *rules, struct page *page)
{
    enum { HEAD_LONGEST = 30, REACH = 1000 }; /* code points; lines */
    size_t count = 0;
    for (size_t i = 0; i < page->count; i++)
        count += rule_fits(rules, RULE_PAGE_NUMBER, page->lines[i].text);
    bool bare = count > 1;
    for (size_t i = 0; i < page->count; i++) {
        if (is_page_number(rules, page->lines[i].text, bare))
            page->lines[i].signs = SIGN_NOISE;
    }
    for (size_t i = 0; i < page->count; i++) {
        struct page_line *line = &page->lines[i];
        bool beside = (i > 0 && is_page_number(rules, page->lines[i - 1].text, bare)) ||
                      (i + 1 < page->count && is_page_number(rules, page->lines[i + 1].text, bare));
        bool tells = line->signs & (SIGN_HEADLINE | SIGN_OPENING | SIGN_END | SIGN_BYLINE);
        if (tells || line->characters > HEAD_LONGEST || !(beside || rule_fits(rules, RULE_ISSUE, line->text)))
            continue;
        for (size_t other = i > REACH ? i - REACH : 0; other < page->count && other < i + REACH; other++) {
            if (other != i && slice_equal(page->lines[other].text, line->text))
                page->lines[other].signs = line->signs = SIGN_NOISE;
        }
    }
}

/* 以下为各地贯彻情况, 二、省内要闻: a line of the compiler's, between documents. */
static void mark_sections(struct document_rules *rules, struct page *page)
{
    enum { SECTION_LONGEST = 20 };
    for (size_t i = 1; i + 1 < page->count; i++) {
        struct page_line *line = &page->lines[i];
        const struct page_line *next = &page->lines[i + 1];
        if (line->blanks == 0 || next->blanks == 0 || line->characters > SECTION_LONGEST)
            continue;
        bool section = (line->signs & SIGN_ITEM) && !(line->signs & SIGN_HEADLINE) && (next->signs & SIGN_HEADLINE);
        if (section || ((line->signs & SIGN_TITLE) && rule_fits(rules, RULE_SECTION, line->text)))
            line->signs = SIGN_NOISE;
    }
}

/* An entry without its number, its dots and its page: 03　某某会议召开……12. */
static struct slice entry_words(struct document_rules *rules, struct slice text)
{
    struct match match;
    if (rule_find(rules, RULE_NUMBERED, text, &match))
        text = slice_part(text, match.group[0].end, text.length);
    if (rule_find(rules, RULE_LEADERS, text, &match))
        text = slice_part(text, 0, match.group[0].start);
    return slice_trim(text);
}

/* Does line `index` repeat an entry of the contents above it? Then it is the title of a document. */
static bool repeats_entry(struct document_rules *rules, const struct page *page, size_t first, size_t index)
{
    enum { SHORTEST = 12 }; /* bytes */
    struct slice words = entry_words(rules, page->lines[index].text);
    for (size_t i = first; i < index; i++) {
        struct slice entry = entry_words(rules, page->lines[i].text);
        if ((entry.length >= SHORTEST && slice_starts(words, entry)) ||
            (words.length >= SHORTEST && slice_starts(entry, words)))
            return true;
    }
    return false;
}

/* A table of contents at the beginning, with the heading of the compilation above it. */
static void mark_contents(struct document_rules *rules, struct page *page)
{
    enum { COVER = 6, GAP = 2, ENTRY_LONGEST = 80 };
    const unsigned text = SIGN_OPENING | SIGN_BYLINE | SIGN_SIGNATURE;
    size_t head = 0;
    while (head < page->count && head < COVER && !rule_fits(rules, RULE_CONTENTS, page->lines[head].text))
        head++;
    if (head == page->count || head == COVER)
        return;
    size_t end = head + 1;
    while (end < page->count && (page->lines[end].blanks < GAP || end == head + 1) &&
           page->lines[end].characters <= ENTRY_LONGEST && !(page->lines[end].signs & text) &&
           !repeats_entry(rules, page, head + 1, end))
        end++;
    for (size_t i = 0; i < end && end < page->count; i++)
        page->lines[i].signs = SIGN_NOISE;
}

/* 附件：1.任务清单, and below it 2.联系方式: the list is the end of its text. */
static void mark_attachments(struct document_rules *rules, struct page *page)
{
    enum { ENTRY_LONGEST = 60 };
    bool listed = false;
    for (size_t i = 0; i < page->count; i++) {
        struct page_line *line = &page->lines[i];
        bool entry = listed && line->blanks == 0 && line->characters <= ENTRY_LONGEST && !slice_has(line->text, "。") &&
                     rule_fits(rules, RULE_LIST_MARK, line->text);
        if (entry)
            line->signs = SIGN_END;
        listed = entry || ((line->signs & SIGN_END) && slice_starts(line->text, slice_of("附件")));
    }
}

void noise_read(struct document_rules *rules, struct page *page)
{
    mark_contents(rules, page);
    mark_running_heads(rules, page);
    mark_sections(rules, page);
    mark_attachments(rules, page);
}
