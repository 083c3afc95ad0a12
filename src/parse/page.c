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

void page_read(struct page *page, const struct slice *lines, size_t line_count)
{
    size_t blanks = 0;
    for (size_t i = 0; i < line_count; i++) {
        if (slice_blank(lines[i])) {
            blanks++;
            continue;
        }
        page->lines = mem_grow(page->lines, page->count, &page->capacity, sizeof *page->lines);
        struct page_line *line = &page->lines[page->count++];
        *line = (struct page_line){.number = i + 1, .source = lines[i], .owned = cleaned(lines[i]), .blanks = blanks};
        struct slice text = line->owned == NULL ? lines[i] : slice_of(line->owned);
        line->text = slice_trim(text);
        line->characters = utf8_count(line->text);
        line->indented = slice_starts(text, slice_of("\xE3\x80\x80")) || slice_starts(text, slice_of("  "));
        blanks = 0;
    }
}

void page_free(struct page *page)
{
    for (size_t i = 0; i < page->count; i++)
        free(page->lines[i].owned);
    free(page->lines);
    *page = (struct page){0};
}
