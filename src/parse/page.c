#include "page.h"

#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "chuanda/utf8.h"

#include <stdlib.h>
#include <string.h>

/* What Word, HTML and converters leave behind: from the first string to the second. */
static const char *const residues[][2] = {
    {"[bookmark:", "]"}, {"[image:", "]"}, {"[footnote:", "]"}, {"[hyperlink:", "]"}, {"<p", ">"},
    {"</p", ">"},        {"<strong", ">"}, {"</strong", ">"},   {"<br", ">"},         {"<span", ">"},
    {"</span", ">"},     {"<div", ">"},    {"</div", ">"},      {"<b>", ""},          {"</b>", ""},
    {"&nbsp;", ""},      {"&ldquo;", ""},  {"&rdquo;", ""},     {"**", ""},
};

/* How many bytes of residue start at `at`. */
static size_t residue_at(struct slice line, size_t at)
{
    struct slice rest = slice_part(line, at, line.length);
    for (size_t i = 0; i < sizeof residues / sizeof residues[0]; i++) {
        struct slice head = slice_of(residues[i][0]), tail = slice_of(residues[i][1]);
        if (!slice_starts(rest, head))
            continue;
        size_t end = tail.length == 0 ? head.length : slice_find(rest, tail, head.length);
        if (end != SLICE_NONE)
            return tail.length == 0 ? end : end + tail.length;
    }
    return 0;
}

/* The line without residue; NULL where it has none. */
static char *cleaned(struct slice line)
{
    if (!slice_has(line, "[") && !slice_has(line, "<") && !slice_has(line, "&") && !slice_has(line, "**"))
        return NULL;
    struct buffer out = {0};
    size_t kept = 0;
    for (size_t at = 0; at < line.length;) {
        size_t residue = residue_at(line, at);
        if (residue > 0) {
            buffer_add(&out, slice_part(line, kept, at));
            kept = at + residue;
        }
        at += residue > 0 ? residue : 1;
    }
    buffer_add(&out, slice_part(line, kept, line.length));
    return buffer_take(&out);
}

static bool indented(struct slice line)
{
    return slice_starts(line, slice_of("\xE3\x80\x80")) || slice_starts(line, slice_of("  "));
}

static bool sentence_ends(struct slice line)
{
    static const char *const ends[] = {"。", "！", "？", "。”", "！”", "；"};
    struct slice text = slice_trim(line);
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        if (slice_ends(text, slice_of(ends[i])))
            return true;
    }
    return slice_has(text, "://"); /* a link is a line of its own */
}

/* Most lines of a text that is broken are as long as the longest. */
size_t page_break_width(const struct slice *lines, size_t line_count)
{
    enum { NARROWEST = 16, WIDEST = 100, HANGING = 2, SHARE = 2, FEWEST = 12 };
    size_t lengths[WIDEST + 1] = {0}, longer = 0, count = 0;
    for (size_t i = 0; i < line_count; i++) {
        size_t length = slice_blank(lines[i]) ? 0 : utf8_count(lines[i]);
        if (length > WIDEST)
            longer++;
        else if (!sentence_ends(lines[i])) /* so that short paragraphs of one length are no broken ones */
            lengths[length]++;
        count += length > 0;
    }
    for (size_t width = WIDEST; width >= NARROWEST; width--) {
        size_t full = 0;
        for (size_t length = width; length + HANGING >= width; length--)
            full += lengths[length];
        if (full * SHARE >= count && full >= FEWEST && longer * 20 < count)
            return width;
        longer += lengths[width];
    }
    return 0;
}

size_t page_broken_lines(const struct slice *lines, size_t line_count, size_t first, size_t width)
{
    enum { HANGING = 2 };
    size_t count = 1;
    while (width > 0 && first + count < line_count && !slice_blank(lines[first + count]) &&
           !indented(lines[first + count]) && !sentence_ends(lines[first + count - 1]) &&
           utf8_count(lines[first + count - 1]) + HANGING >= width)
        count++;
    return count;
}

static char *joined(const struct slice *lines, size_t count)
{
    struct buffer out = {0};
    for (size_t i = 0; i < count; i++)
        buffer_add(&out, i == 0 ? lines[i] : slice_trim(lines[i]));
    return buffer_take(&out);
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

/* A line drawn across the page: ————, ====, * * * *. */
static bool is_rule(struct slice line)
{
    enum { SHORTEST = 4 };
    static const char *const strokes[] = {"—", "─", "━",  "═",  "－", "―", "-", "=", "*",
                                          "_", "~", "＝", "＿", "﹏", "※", "★", "☆"};
    struct slice text = slice_trim(line);
    size_t count = 0;
    for (size_t at = 0; at < text.length; count++) {
        size_t stroke = 0;
        for (size_t i = 0; i < sizeof strokes / sizeof strokes[0] && stroke == 0; i++)
            stroke = slice_starts(slice_part(text, at, text.length), slice_of(strokes[i])) ? strlen(strokes[i]) : 0;
        if (stroke == 0)
            return false;
        at += stroke;
        while (at < text.length && text.bytes[at] == ' ')
            at++;
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

/* How many of `count` lines from `first` (an index) on stand before one at which a document is said to begin. */
static size_t lines_before_said(struct fact_list facts, size_t first, size_t count)
{
    for (size_t i = 0; i < facts.count && count > 1; i++) {
        size_t line = facts.items[i].line;
        if (facts.items[i].kind == FACT_BEGINS && line > first + 1 && line <= first + count)
            count = line - 1 - first;
    }
    return count;
}

/* Facts of a line that was left out, or is a later part of a paragraph, are of the next, or of that paragraph. */
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
        if (page->lines[middle].last_number < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void page_read(struct page *page, const struct slice *lines, size_t line_count, struct fact_list facts)
{
    enum { RULE_BLANKS = 5 }; /* a drawn line parts as so many blank ones */
    size_t blanks = 0, width = page_break_width(lines, line_count);
    for (size_t i = 0; i < line_count;) {
        if (is_rule(lines[i])) {
            blanks += RULE_BLANKS;
            i++;
            continue;
        }
        if (slice_blank(lines[i])) {
            blanks++;
            i++;
            continue;
        }
        size_t count = lines_before_said(facts, i, page_broken_lines(lines, line_count, i, width));
        char *whole = count > 1 ? joined(lines + i, count) : NULL;
        struct slice text = whole == NULL ? lines[i] : slice_of(whole);
        char *clean = cleaned(text);
        if (clean != NULL)
            free(whole);
        page->lines = mem_grow(page->lines, page->count, &page->capacity, sizeof *page->lines);
        struct page_line *line = &page->lines[page->count++];
        *line = (struct page_line){.number = i + 1,
                                   .last_number = i + count,
                                   .source = lines[i],
                                   .owned = clean != NULL ? clean : whole,
                                   .blanks = blanks,
                                   .indented = indented(lines[i])};
        line->text = recognised(slice_trim(line->owned == NULL ? lines[i] : slice_of(line->owned)));
        line->characters = utf8_count(line->text);
        blanks = 0;
        i += count;
    }
    forget_indents(page);
    hear_facts(page, facts);
}

void page_free(struct page *page)
{
    for (size_t i = 0; i < page->count; i++)
        free(page->lines[i].owned);
    free(page->lines);
    *page = (struct page){0};
}
