/* What the beginning of a document says: its title, and the clause that tells who does what. */
#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "draft.h"
#include "signs.h"

#include <stdlib.h>
#include <string.h>

/* Code points: of a text shown instead of a title; of a head. Lines over which a head may be broken. */
enum { SHOWN = 40, HEAD = 400, HEAD_LINES = 3 };

void note(struct draft *draft, const struct page *page, enum field field, size_t index, struct slice words,
          const char *rule)
{
    struct document *document = &draft->document;
    struct evidence evidence = {.field = field, .rule = mem_copy(rule)};
    if (index < page->count) {
        const struct page_line *line = &page->lines[index];
        size_t at = slice_find(line->source, words, 0);
        evidence.where.line = line->number;
        evidence.where.end = utf8_count(line->source);
        if (at != SLICE_NONE) {
            evidence.where.start = utf8_count(slice_part(line->source, 0, at));
            evidence.where.end = evidence.where.start + utf8_count(words);
        }
    }
    size_t capacity = document->evidence_count;
    document->evidence = mem_grow(document->evidence, document->evidence_count, &capacity, sizeof *document->evidence);
    document->evidence[document->evidence_count++] = evidence;
}

/* Adds words with every run of white space made one blank. */
static void add_spaced(struct buffer *out, struct slice text)
{
    bool space = false;
    for (size_t at = 0; at < text.length;) {
        size_t start = at;
        (void)utf8_next(text, &at);
        struct slice character = slice_part(text, start, at);
        if (slice_blank(character)) {
            space = true;
            continue;
        }
        if (space)
            buffer_add_text(out, " ");
        space = false;
        buffer_add(out, character);
    }
}

static void read_title(const struct parser *parser, const struct page *page, struct draft *draft)
{
    struct buffer title = {0};
    for (size_t i = draft->first; i < draft->title_end && i <= draft->last; i++) {
        bool trail = is_breadcrumb(parser->documents, page->lines[i].text) ||
                     rule_fits(parser->documents, RULE_CATALOGUE, page->lines[i].text);
        if (trail && i + 1 < draft->title_end)
            continue;
        if (page->lines[i].signs & SIGN_BYLINE)
            continue; /* a date above it */
        if (page->lines[i].text.length > 0 && title.length > 0)
            buffer_add_text(&title, " ");
        add_spaced(&title, page->lines[i].text);
    }
    draft->document.title_lines = title.length > 0 ? draft->title_end - draft->first : 0;
    for (size_t i = draft->first; title.length == 0 && i <= draft->last; i++)
        add_spaced(&title, text_head(page->lines[i].text, SHOWN));
    draft->document.title = buffer_take(&title);
    note(draft, page, FIELD_BOUNDARY, draft->first, page->lines[draft->first].text,
         draft->title_end > draft->first ? "标题起首" : "无标题，正文起首");
}

/* The text from the opening on, up to the first full stop or a broken line's successor. */
static struct slice add_head(const struct page *page, struct draft *draft, struct buffer *head)
{
    size_t from = draft->opening <= draft->last ? draft->opening : draft->title_end;
    while (draft->opening > draft->last && from < draft->last && (page->lines[from].signs & SIGN_BYLINE))
        from++;
    for (size_t i = from; i <= draft->last && i < from + HEAD_LINES; i++) {
        buffer_add(head, page->lines[i].text);
        if (draft->opening > draft->last || slice_has(page->lines[i].text, "。"))
            break;
    }
    return text_head(buffer_slice(head), HEAD);
}

/* Behind 新华社北京3月4日电 （记者…）, 本报讯 and 【小标题】. */
static size_t carrier_end(struct document_rules *rules, struct slice head)
{
    static const char *const closings[] = {"）", ")"};
    struct match match;
    if (rule_find(rules, RULE_RUN_IN, head, &match))
        return match.group[0].end;
    if (!rule_find(rules, RULE_CARRIER, head, &match))
        return 0;
    size_t end = match.group[0].end;
    bool bracket =
        slice_ends(slice_part(head, 0, end), slice_of("（")) || slice_ends(slice_part(head, 0, end), slice_of("("));
    struct slice rest = slice_trim(slice_part(head, end, head.length));
    bracket = bracket || slice_starts(rest, slice_of("（")) || slice_starts(rest, slice_of("("));
    for (size_t i = 0; bracket && i < sizeof closings / sizeof closings[0]; i++) {
        size_t closing = slice_find(head, slice_of(closings[i]), end);
        if (closing != SLICE_NONE) {
            end = closing + strlen(closings[i]);
            break;
        }
    }
    rest = slice_part(head, end, head.length);
    return slice_starts(rest, slice_of("：")) ? end + strlen("：") : end;
}

/* Up to the comma or full stop behind the verb of meeting; a clause of purpose (为深入学习…，) is stepped over. */
static struct slice clause_of(struct document_rules *rules, struct slice head)
{
    struct match match;
    size_t from = carrier_end(rules, head);
    if (!rule_find_from(rules, RULE_HOLDS, head, from, &match))
        return slice_part(head, from, utf8_byte(head, SHOWN) < from ? head.length : utf8_byte(head, SHOWN));
    size_t end = head.length;
    static const char *const stops[] = {"，", "。", "；"};
    for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++) {
        size_t stop = slice_find(head, slice_of(stops[i]), match.group[0].end);
        if (stop != SLICE_NONE && stop < end)
            end = stop;
    }
    return slice_part(head, from, end);
}

void read_head(const struct parser *parser, const struct page *page, struct draft *draft)
{
    struct buffer head = {0};
    read_title(parser, page, draft);
    struct slice text = add_head(page, draft, &head);
    draft->head = slice_copy(text);
    draft->clause = slice_copy(clause_of(parser->documents, text));
    buffer_free(&head);
}
