#include "page.h"

#include "chuanda/memory.h"
#include "chuanda/utf8.h"

#include <stdlib.h>
#include <string.h>

static bool indented(struct slice line)
{
    return slice_starts(line, slice_of("\xE3\x80\x80")) || slice_starts(line, slice_of("  ")) ||
           slice_starts(line, slice_of("\t")) || slice_starts(line, slice_of("\xC2\xA0\xC2\xA0"));
}

/* What of a line is looked at: no paragraph is as long, but a file without line ends is. */
static struct slice recognised(struct slice text)
{
    enum { LONGEST = 1 << 16 };
    size_t end = text.length < LONGEST ? text.length : LONGEST;
    while (end < text.length && end > 0 && ((unsigned char)text.bytes[end] & 0xC0) == 0x80)
        end--;
    return slice_part(text, 0, end);
}

bool page_is_rule(struct slice line)
{
    enum { SHORTEST = 3 };
    static const char *const strokes[] = {"—",  "─", "━", "═", "－", "―", "-",  "=", "*", "_", "~", "＝", "＿",
                                          "﹏", "※", "★", "☆", "＊", "#", "＃", "●", "◆", "■", "…", "·"};
    struct slice text = slice_trim(line);
    size_t count = 0;
    for (size_t at = 0; at < text.length; count++) {
        size_t stroke = 0;
        for (size_t i = 0; i < sizeof strokes / sizeof strokes[0] && stroke == 0; i++)
            stroke = slice_starts(slice_part(text, at, text.length), slice_of(strokes[i])) ? strlen(strokes[i]) : 0;
        if (stroke == 0)
            return false;
        at += stroke;
        struct slice rest = slice_trim(slice_part(text, at, text.length));
        at = text.length - rest.length;
    }
    return count >= SHORTEST;
}

/* Where all lines are indented, an indent tells nothing. */
static void forget_indents(struct page *page)
{
    size_t count = 0;
    for (size_t i = 0; i < page->count; i++)
        count += page->lines[i].indented;
    for (size_t i = 0; i < page->count && count * 10 >= page->count * 9; i++)
        page->lines[i].indented = false;
}

/* Facts of a line that was left out are of the next. */
static void hear_facts(struct page *page, struct fact_list facts)
{
    for (size_t i = 0; i < facts.count; i++) {
        const struct fact *fact = &facts.items[i];
        size_t index = page_index(page, fact->line);
        if (index < page->count && fact->kind != FACT_FIELD)
            page->lines[index].said = fact->kind == FACT_BEGINS ? SAID_BEGINS : SAID_CONTINUES;
    }
}

size_t page_index(const struct page *page, size_t line)
{
    size_t low = 0;
    for (size_t high = page->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (page->lines[middle].number < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool has_mark(struct slice text)
{
    static const char *const marks[] = {" ", "\xE3\x80\x80", "，", "、", "：", "；", "。", "》", "”", ",", "）"};
    bool has = false;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        has = has || slice_has(text, marks[i]);
    return has;
}

/* Do paragraphs end with full stops? Not those that were written down by a machine that listened. */
static void read_stops(struct page *page)
{
    enum { PARAGRAPH = 60, UNMARKED_LONGEST = 50 }; /* code points */
    static const char *const stops[] = {"。", "！", "？", "；", "…", "”", "）"};
    size_t paragraphs = 0, stopped = 0, marked = 0;
    for (size_t i = 0; i < page->count; i++) {
        if (page->lines[i].characters < PARAGRAPH)
            continue;
        paragraphs++;
        marked += has_mark(page->lines[i].text);
        for (size_t stop = 0; stop < sizeof stops / sizeof stops[0]; stop++)
            stopped += slice_ends(page->lines[i].text, slice_of(stops[stop]));
    }
    page->stops = stopped * 4 >= paragraphs;
    for (size_t i = 0; i < page->count && marked * 2 < paragraphs; i++)
        page->lines[i].unmarked = page->lines[i].characters > UNMARKED_LONGEST && !has_mark(page->lines[i].text);
}

void page_read(struct page *page, const struct slice *lines, size_t line_count, struct fact_list facts)
{
    enum { RULE_BLANKS = 5 }; /* a drawn line parts as so many blank ones */
    size_t blanks = 0;
    for (size_t i = 0; i < line_count; i++) {
        bool rule = page_is_rule(lines[i]);
        if (rule || slice_blank(lines[i])) {
            blanks += rule ? RULE_BLANKS : 1;
            continue;
        }
        page->lines = mem_grow(page->lines, page->count, &page->capacity, sizeof *page->lines);
        struct page_line *line = &page->lines[page->count++];
        *line = (struct page_line){.number = i + 1,
                                   .source = lines[i],
                                   .text = recognised(slice_trim(lines[i])),
                                   .blanks = blanks,
                                   .indented = indented(lines[i])};
        line->characters = utf8_count(line->text);
        blanks = 0;
    }
    forget_indents(page);
    read_stops(page);
    hear_facts(page, facts);
}

void page_free(struct page *page)
{
    free(page->lines);
    *page = (struct page){0};
}
