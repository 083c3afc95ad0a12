#include "signs.h"

#include "chuanda/buffer.h"
#include "chuanda/utf8.h"
#include "name.h"

#include <string.h>

/* Longer lines are no titles; of an opening only the beginning is looked at (code points). */
enum {
    TITLE_LONGEST = 200,
    INDENTED_TITLE_LONGEST = 60,
    OPENING_HEAD = 260,
    HEADLINE_SHORTEST = 4,
    SLOGAN_LONGEST = 40
};

struct slice text_head(struct slice text, size_t code_points)
{
    return slice_part(text, 0, utf8_byte(text, code_points));
}

bool is_breadcrumb(struct document_rules *rules, struct slice text)
{
    return (slice_has(text, "页") || slice_has(text, "位置")) && rule_fits(rules, RULE_BREADCRUMB, text);
}

uint32_t text_last(struct slice text)
{
    static const uint32_t closing[] = {0x201D, 0x2019, 0xFF09, ')', 0x300B, 0x3011, ' ', 0x3000};
    for (size_t at = text.length; at > 0;) {
        uint32_t last = utf8_previous(text, &at);
        bool closes = false;
        for (size_t i = 0; i < sizeof closing / sizeof closing[0]; i++)
            closes = closes || last == closing[i];
        if (!closes)
            return last;
    }
    return 0;
}

/* Nothing but names, those of a speaker or of reporters: 张三 李四, 张  三. */
static bool is_names(struct document_rules *rules, struct slice text)
{
    if (!rule_fits(rules, RULE_NAMES, text))
        return false;
    bool short_words = true, person = false;
    size_t words = 0;
    struct slice rest = text, first = slice_part(text, 0, 0);
    for (; rest.length > 0; words++) {
        size_t end = 0;
        while (end < rest.length && (unsigned char)rest.bytes[end] >= 0x80 &&
               !slice_starts(slice_part(rest, end, rest.length), slice_of("\xE3\x80\x80")))
            (void)utf8_next(rest, &end);
        struct slice word = slice_part(rest, 0, end);
        first = words == 0 ? word : first;
        short_words = short_words && utf8_count(word) <= 3;
        person = person || is_person(word);
        rest = slice_trim(slice_part(rest, end, rest.length));
    }
    bool spaced = utf8_count(first) == 1 && is_surname(first);
    return is_person(first) || (words > 1 && short_words && person) || (spaced && utf8_count(text) <= 6);
}

/* A title whose other half is a slogan in the next line: 张三主持召开市委常委会会议强调： */
static bool introduces(struct document_rules *rules, const struct page_line *line, const struct page_line *next)
{
    return next != NULL && next->blanks == 0 && next->characters <= TITLE_LONGEST && !slice_has(next->text, "。") &&
           !rule_fits(rules, RULE_LIST_MARK, next->text) && !slice_has(line->text, "，") &&
           rule_fits(rules, RULE_HEADLINE, line->text) && !rule_fits(rules, RULE_DATED, line->text);
}

/* Does the text begin right below a line, which names a meeting? Then it is a title, however long and indented. */
static bool heads_text(struct document_rules *rules, const struct page_line *line, const struct page_line *next)
{
    if (next == NULL || !rule_fits(rules, RULE_HEADLINE, line->text))
        return false;
    struct slice head = text_head(next->text, OPENING_HEAD);
    return rule_fits(rules, RULE_CARRIER, head) || rule_fits(rules, RULE_OPENING, head);
}

/* Is an indented line the first of a paragraph that was broken at a width: who met when, and the next line carries on? */
static bool is_broken_opening(struct document_rules *rules, const struct page_line *line, const struct page_line *next)
{
    return line->indented && next != NULL && next->blanks == 0 && !next->indented && slice_has(next->text, "。") &&
           rule_fits(rules, RULE_OPENING, text_head(line->text, OPENING_HEAD)) && !heads_text(rules, line, next);
}

static bool is_title(struct document_rules *rules, const struct page_line *line, const struct page_line *next)
{
    static const char *const never[] = {"。", "；"};
    struct slice text = line->text;
    if (line->characters < 2 || line->characters > TITLE_LONGEST || line->unmarked)
        return false;
    if (is_broken_opening(rules, line, next))
        return false;
    bool indented = line->indented && !heads_text(rules, line, next);
    for (size_t i = 0; i < sizeof never / sizeof never[0]; i++) {
        if (slice_has(text, never[i]) && (i == 0 || indented || slice_ends(text, slice_of(never[i]))))
            return false;
    }
    if (indented && line->characters > INDENTED_TITLE_LONGEST)
        return false;
    uint32_t last = text_last(text);
    if (last == 0xFF0C || last == ',' || last == 0x3001 || last == 0xFF1A || last == ':')
        return introduces(rules, line, next);
    return !rule_fits(rules, RULE_NOISE, text) && !rule_fits(rules, RULE_DATE_CLAUSE, text) &&
           !rule_fits(rules, RULE_LIST_MARK, text) && !rule_fits(rules, RULE_LEAD, text) &&
           !rule_fits(rules, RULE_FIELD, text);
}

static bool is_headline(const struct parser *parser, const struct page_line *line)
{
    struct slice text = line->text;
    uint32_t last = text_last(text);
    if (rule_fits(parser->documents, RULE_HEADLINE, text))
        return true;
    if (line->characters < HEADLINE_SHORTEST || last == 0xFF01 ||
        !rule_fits(parser->documents, RULE_HEADLINE_ORGAN, text))
        return false;
    struct organ_mention organ;
    bool named = organ_find(parser->organs, text, 0, &organ);
    organ_mention_free(&organ);
    return named;
}

/* 某某调研防汛工作 */
static bool is_visit(struct document_rules *rules, struct slice text)
{
    struct match match;
    return rule_find(rules, RULE_HEADLINE_VISIT, text, &match) && is_person(rule_group(text, &match, 1));
}

/* 二、市政府召开常务会议: could be an item of a list of readouts or of a reader. */
static bool is_item(struct document_rules *rules, const struct page_line *line)
{
    return line->characters <= TITLE_LONGEST && !slice_has(line->text, "。") && !slice_has(line->text, "；") &&
           rule_fits(rules, RULE_LIST_MARK, line->text);
}

/* 【市委常委会会议】3月4日，市委书记…: an entry of a yearbook. */
static bool is_entry(struct document_rules *rules, struct slice text)
{
    struct match match;
    return rule_find(rules, RULE_RUN_IN, text, &match) && slice_has(text, "。") &&
           rule_fits(rules, RULE_OPENING, slice_part(text, match.group[0].end, text.length));
}

/* Does an opening run over to the next line, where lines are broken at a width? */
static bool opens_over(struct document_rules *rules, const struct page_line *line, const struct page_line *next)
{
    struct buffer both = {0};
    if (next == NULL || next->blanks > 0 || slice_has(line->text, "。") || !rule_fits(rules, RULE_DATED, line->text))
        return false;
    buffer_add(&both, line->text);
    buffer_add(&both, next->text);
    bool opens = rule_fits(rules, RULE_OPENING, text_head(buffer_slice(&both), OPENING_HEAD));
    buffer_free(&both);
    return opens;
}

/* `next`: the line behind it, NULL at the end. */
static unsigned signs_of(const struct parser *parser, const struct page_line *line, const struct page_line *next)
{
    struct document_rules *rules = parser->documents;
    unsigned signs = 0;
    if (line->text.length == 0)
        return SIGN_BYLINE;
    if (line->characters <= TITLE_LONGEST && is_breadcrumb(rules, line->text))
        return SIGN_TITLE | SIGN_HEADLINE; /* a web page begins */
    struct slice head = text_head(line->text, OPENING_HEAD);
    if (rule_fits(rules, RULE_END, head) || rule_fits(rules, RULE_FURNITURE, head))
        signs |= SIGN_END;
    if ((rule_fits(rules, RULE_BYLINE, head) || rule_fits(rules, RULE_FILE_NUMBER, head)) &&
        line->characters <= TITLE_LONGEST)
        signs |= SIGN_BYLINE;
    if (rule_fits(rules, RULE_SIGNATURE, head))
        signs |= SIGN_SIGNATURE;
    if (is_names(rules, head) && !rule_fits(rules, RULE_HEADLINE, head)) /* 通　知 */
        signs |= SIGN_NAME;
    if (rule_fits(rules, RULE_CARRIER, head))
        signs |= SIGN_CARRIER | SIGN_OPENING;
    if (!(signs & (SIGN_END | SIGN_BYLINE | SIGN_SIGNATURE | SIGN_CARRIER)) && is_title(rules, line, next))
        signs |= SIGN_TITLE;
    if (signs == 0 && is_item(rules, line)) {
        bool meets = rule_fits(rules, RULE_MEETS, line->text) && is_headline(parser, line);
        signs |= SIGN_ITEM | (meets ? SIGN_HEADLINE : 0);
    }
    if (signs == 0 && is_entry(rules, head))
        signs |= SIGN_OPENING | SIGN_HEADLINE;
    if ((signs & SIGN_TITLE) && rule_fits(rules, RULE_NUMBERED, head))
        signs |= SIGN_NUMBERED;
    if ((signs & SIGN_TITLE) && !(signs & SIGN_NAME) && (is_headline(parser, line) || is_visit(rules, line->text)))
        signs |= SIGN_HEADLINE;
    if ((signs & (SIGN_TITLE | SIGN_HEADLINE)) == SIGN_TITLE && text_last(line->text) == 0xFF01)
        signs &= ~(unsigned)SIGN_TITLE; /* a speech's last call: 加油！ */
    if (!(signs & (SIGN_TITLE | SIGN_ITEM | SIGN_END | SIGN_BYLINE)) && !rule_fits(rules, RULE_LEAD, head) &&
        !rule_fits(rules, RULE_LIST_MARK, head) &&
        (rule_fits(rules, RULE_OPENING, head) || opens_over(rules, line, next)))
        signs |= SIGN_OPENING;
    return signs;
}

/* The bodies above the date under a notice, in as many lines as they take. */
static void mark_signatories(struct document_rules *rules, struct page *page)
{
    const unsigned behind = SIGN_TITLE | SIGN_ITEM | SIGN_OPENING | SIGN_END | SIGN_NOISE;
    for (size_t i = page->count; i-- > 1;) {
        struct page_line *line = &page->lines[i - 1];
        const struct page_line *below = &page->lines[i];
        bool ends = i + 1 >= page->count || page->lines[i + 1].blanks > 0 || (page->lines[i + 1].signs & behind) ||
                    (page->lines[i + 1].signs & SIGN_SIGNATURE);
        if ((below->signs & SIGN_SIGNATURE) && ends && below->blanks <= 1 &&
            rule_fits(rules, RULE_SIGNATORY, line->text))
            line->signs = SIGN_SIGNATURE;
    }
}

/* Calls above a title belong to it: 众志成城！ 市委常委会召开会议 */
static void mark_slogans(struct page *page)
{
    for (size_t i = page->count; i-- > 1;) {
        struct page_line *line = &page->lines[i - 1];
        const struct page_line *below = &page->lines[i];
        size_t top = i - 1;
        while (top > 0 && page->lines[top].blanks == 0 && page->lines[top - 1].signs == 0 &&
               text_last(page->lines[top - 1].text) == 0xFF01)
            top--;
        bool begins = page->lines[top].blanks > 0 || top == 0;
        if (line->signs == 0 && begins && below->blanks == 0 && (below->signs & SIGN_TITLE) &&
            text_last(line->text) == 0xFF01 && !slice_has(line->text, "。") && line->characters <= SLOGAN_LONGEST)
            line->signs = SIGN_TITLE;
    }
}

/* The bodies above what they issue belong to its title: 某某县委办公室 某某县政府办公室, below it 关于…的通知. */
static void mark_issuers(struct document_rules *rules, struct page *page)
{
    for (size_t i = 0; i + 1 < page->count; i++) {
        struct page_line *line = &page->lines[i];
        const struct page_line *next = &page->lines[i + 1];
        bool beside = next->blanks == 0 || (next->blanks == 1 && line->blanks == 1); /* or spaced out evenly */
        if ((line->signs & SIGN_SIGNATURE) && beside && (next->signs & SIGN_HEADLINE) &&
            slice_starts(next->text, slice_of("关于")) && rule_fits(rules, RULE_SIGNATORY, line->text))
            line->signs = SIGN_TITLE | SIGN_HEADLINE;
    }
}

/* 索引号：… 发布机构：…: the head of a page that a government publishes, or a line below its title. */
static void mark_catalogue_lines(struct document_rules *rules, struct page *page)
{
    for (size_t i = 0; i + 1 < page->count; i++) {
        struct page_line *line = &page->lines[i];
        if (!slice_has(line->text, "索") || !rule_fits(rules, RULE_CATALOGUE, line->text))
            continue;
        bool titled = i > 0 && line->blanks == 0 && (page->lines[i - 1].signs & SIGN_TITLE);
        bool heads = !titled && (page->lines[i + 1].signs & SIGN_TITLE);
        line->signs = heads ? SIGN_TITLE | SIGN_HEADLINE : SIGN_BYLINE;
    }
}

static bool is_book(const struct page_line *line)
{
    return slice_starts(line->text, slice_of("《")) && slice_ends(line->text, slice_of("》"));
}

/* Titles in a list are no titles of documents: 二、自学书目, and below it 《…条例》《…意见》 line by line. */
static void mark_books(struct document_rules *rules, struct page *page)
{
    bool listed = false;
    for (size_t i = 1; i < page->count; i++) {
        struct page_line *line = &page->lines[i];
        bool below = line->blanks == 0 && (listed || rule_fits(rules, RULE_LIST_MARK, page->lines[i - 1].text));
        listed = below && is_book(line);
        if (listed)
            line->signs &= ~(unsigned)(SIGN_TITLE | SIGN_HEADLINE);
    }
}

void signs_read(const struct parser *parser, struct page *page)
{
    for (size_t i = 0; i < page->count; i++)
        page->lines[i].signs = signs_of(parser, &page->lines[i], i + 1 < page->count ? &page->lines[i + 1] : NULL);
    mark_issuers(parser->documents, page);
    mark_catalogue_lines(parser->documents, page);
    mark_books(parser->documents, page);
    noise_read(parser->documents, page);
    mark_signatories(parser->documents, page);
    mark_slogans(page);
}
