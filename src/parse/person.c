/* Who presided; for a speech, an instruction and an article, whose it is. */
#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "draft.h"
#include "name.h"
#include "signs.h"

#include <stdlib.h>
#include <string.h>

/* Code points of a paragraph in which its presiding person is named; lines in which to look for one. */
enum { PARAGRAPH_HEAD = 60 };

static bool add_chair(struct draft *draft, const struct page *page, size_t index, struct slice name, const char *rule)
{
    struct document *document = &draft->document;
    document->chairs = mem_resize(document->chairs, document->chair_count + 1, sizeof *document->chairs);
    document->chairs[document->chair_count++] = slice_copy(name);
    note(draft, page, FIELD_CHAIR, index, name, rule);
    return true;
}

/* An office runs into the name (总书记张三) or a word into it: from the right, the longest that is a name. */
static struct slice person_in(struct document_rules *rules, struct slice words, bool behind_office)
{
    struct match office;
    if (rule_find(rules, RULE_OFFICE, words, &office)) {
        words = slice_part(words, office.group[0].end, words.length);
        behind_office = true;
    }
    if (is_person(words) || is_long_name(words) || (behind_office && utf8_count(words) <= 3 && could_be_person(words)))
        return words;
    for (size_t length = 4; length >= 2; length--) {
        size_t count = utf8_count(words);
        if (count <= length)
            continue;
        struct slice tail = slice_part(words, utf8_byte(words, count - length), words.length);
        if (is_person(tail))
            return tail;
    }
    return slice_part(words, 0, 0);
}

/* The first match of a rule in `text` that names a person: in an odd group behind an office, in an even one alone. */
static struct slice find_person(struct document_rules *rules, enum rule rule, struct slice text)
{
    struct match match;
    for (size_t from = 0; rule_find_from(rules, rule, text, from, &match);) {
        for (int group = 1; group <= 5; group++) {
            struct slice name = person_in(rules, rule_group(text, &match, group), group % 2 == 1);
            if (name.length > 0)
                return name;
        }
        from = match.group[0].end > from ? match.group[0].end : from + 1;
    }
    return slice_part(text, 0, 0);
}

/* One rule over the lines from `first` to `last`, only their beginnings where `head` (code points) is not 0. */
static bool find_in_lines(const struct parser *parser, const struct page *page, struct draft *draft, enum rule rule,
                          size_t first, size_t last, size_t head, const char *why)
{
    for (size_t i = first; i <= last && i < page->count; i++) {
        struct slice text = page->lines[i].text;
        if (head > 0)
            text = text_head(text, head);
        struct slice name = find_person(parser->documents, rule, text);
        if (name.length > 0)
            return add_chair(draft, page, i, name, why);
    }
    return false;
}

static bool read_meeting_chair(const struct parser *parser, const struct page *page, struct draft *draft)
{
    size_t opening = draft->opening <= draft->last ? draft->opening : draft->title_end;
    size_t head_end = opening + 1 < draft->last ? opening + 1 : draft->last;
    struct document_rules *rules = parser->documents;
    struct slice name = find_person(rules, RULE_DEPUTED, slice_of(draft->head));
    if (name.length > 0)
        return add_chair(draft, page, opening, name, "受委托主持");
    name = find_person(rules, RULE_CHAIRED, slice_of(draft->head));
    if (name.length > 0)
        return add_chair(draft, page, opening, name, "导语：主持");
    if (find_in_lines(parser, page, draft, RULE_CHAIRED, opening, head_end, 0, "导语：主持"))
        return true;
    if (draft->title_end > draft->first &&
        find_in_lines(parser, page, draft, RULE_CHAIRED, draft->first, draft->title_end - 1, 0, "标题：主持"))
        return true;
    if (find_in_lines(parser, page, draft, RULE_CHAIRED, head_end + 1, draft->last, PARAGRAPH_HEAD, "正文：主持"))
        return true;
    name = find_person(rules, RULE_CALLED, slice_of(draft->clause));
    if (name.length > 0)
        return add_chair(draft, page, opening, name, "导语：召开");
    return find_in_lines(parser, page, draft, RULE_FIELD_CHAIR, draft->first, draft->last, 0, "主持人一栏");
}

/* 校长　张三 → 张三 */
static struct slice without_office(struct document_rules *rules, struct slice text)
{
    struct match office;
    if (!rule_find(rules, RULE_OFFICE, text, &office))
        return text;
    struct slice name = slice_trim(slice_part(text, office.group[0].end, text.length));
    return name.length > 0 ? name : text;
}

/* The name alone in a line under a speech's title. */
static bool read_signature(const struct parser *parser, const struct page *page, struct draft *draft)
{
    size_t end = draft->title_end + 3 < draft->last ? draft->title_end + 3 : draft->last;
    for (size_t i = draft->first; i <= end; i++) {
        if (page->lines[i].signs & SIGN_NAME)
            return add_chair(draft, page, i, without_office(parser->documents, page->lines[i].text), "署名");
    }
    return false;
}

void read_chair(const struct parser *parser, const struct page *page, struct draft *draft)
{
    size_t end = draft->title_end + 2 < draft->last ? draft->title_end + 2 : draft->last;
    switch (draft->document.kind) {
    case KIND_MEETING:
        (void)read_meeting_chair(parser, page, draft);
        break;
    case KIND_AGENDA:
    case KIND_NOTICE:
        (void)find_in_lines(parser, page, draft, RULE_FIELD_CHAIR, draft->first, draft->last, 0, "主持人一栏");
        break;
    case KIND_SPEECH:
        if (read_signature(parser, page, draft))
            break;
        if (!find_in_lines(parser, page, draft, RULE_AUTHOR, draft->first, end, 0, "谁的话"))
            (void)find_in_lines(parser, page, draft, RULE_HEADLINE_VISIT, draft->first, draft->first, 0, "标题：出席");
        break;
    case KIND_INSTRUCTION:
    case KIND_ARTICLE:
        (void)find_in_lines(parser, page, draft, RULE_AUTHOR, draft->first, end, 0, "谁的话");
        break;
    case KIND_POLICY:
        break;
    }
}
