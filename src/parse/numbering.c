#include "numbering.h"

#include "chuanda/memory.h"
#include "chuanda/numeral.h"
#include "chuanda/utf8.h"

#include <stdlib.h>
#include <string.h>

/* How numbers are written: what stands before and behind; in Han numerals or in digits. */
static const struct {
    const char *before, *behind;
    bool han;
} styles[] = {
    {"", "、", true},    {"", "、", false},  {"", ".", false},   {"", "．", false},   {"（", "）", true},
    {"（", "）", false}, {"(", ")", false},  {"(", ")", true},   {"【", "】", false}, {"【", "】", true},
    {"[", "]", false},   {"第", "篇", true}, {"第", "则", true}, {"第", "篇", false}, {"第", "则", false},
    {"之", "：", true},  {"", "）", false},  {"", ")", false},
};
enum { STYLES = sizeof styles / sizeof styles[0] };

enum {
    TITLE_LONGEST = 100, /* code points; */
    TITLE_LINES = 4,     /* lines of a title, with what may stand between it and the text */
    FEWEST = 3,          /* numbers */
    OPENING_HEAD = 260   /* code points of a paragraph that are looked at */
};

struct entry {
    size_t line;
    size_t mark; /* bytes */
    long number;
    bool begins; /* a document, by what follows */
};

/* Reads a number of a style at the start of a line; 0 bytes: none. */
static size_t read_mark(struct slice line, size_t style, long *number)
{
    struct slice before = slice_of(styles[style].before), behind = slice_of(styles[style].behind);
    struct slice text = slice_trim(line);
    if (!slice_starts(text, before))
        return 0;
    size_t digits = numeral_read(text, before.length, number);
    bool arabic = digits > 0 && text.bytes[before.length] >= '0' && text.bytes[before.length] <= '9';
    size_t at = before.length + digits;
    if (digits == 0 || arabic == styles[style].han || !slice_starts(slice_part(text, at, text.length), behind))
        return 0;
    at += behind.length;
    if (at < text.length && text.bytes[at] >= '0' && text.bytes[at] <= '9')
        return 0; /* 3.4 */
    struct slice rest = slice_trim(slice_part(text, at, text.length));
    return rest.length == 0 ? 0 : (size_t)(rest.bytes - line.bytes);
}

/* Does the text below a title begin as a document's does, over by-lines and the title's further lines? */
static bool text_begins(struct document_rules *rules, const struct slice *lines, size_t count, size_t title)
{
    size_t seen = 0;
    for (size_t i = title + 1; i < count && seen < TITLE_LINES; i++) {
        struct slice text = slice_trim(lines[i]);
        if (text.length == 0)
            continue;
        struct slice head = slice_part(text, 0, utf8_byte(text, OPENING_HEAD));
        if (rule_fits(rules, RULE_CARRIER, head) || rule_fits(rules, RULE_OPENING, head) ||
            rule_fits(rules, RULE_BYLINE, head))
            return true;
        if (slice_has(text, "。") || rule_fits(rules, RULE_LIST_MARK, head))
            return false;
        seen++;
    }
    return false;
}

/* The numbered lines of a style that could be titles. */
static size_t find_entries(struct document_rules *rules, const struct slice *lines, size_t count, size_t style,
                           struct entry **entries)
{
    size_t found = 0, capacity = 0;
    *entries = NULL;
    for (size_t i = 0; i < count; i++) {
        struct entry entry = {.line = i};
        entry.mark = read_mark(lines[i], style, &entry.number);
        if (entry.mark == 0 || slice_has(lines[i], "。") || slice_has(lines[i], "；") ||
            utf8_count(lines[i]) > TITLE_LONGEST)
            continue;
        entry.begins = text_begins(rules, lines, count, i);
        *entries = mem_grow(*entries, found, &capacity, sizeof **entries);
        (*entries)[found++] = entry;
    }
    return found;
}

static struct slice first_line(const struct slice *lines)
{
    while (slice_blank(*lines))
        lines++;
    return *lines;
}

/*
 * Follows the count through the entries and marks those that carry it on.  One
 * that begins a document may skip numbers: of some the beginning does not tell.
 */
static size_t follow(struct document_rules *rules, const struct slice *lines, const struct entry *entries, size_t count,
                     size_t *marks)
{
    enum { SKIPPED = 3 };
    size_t begin = 0;
    long last = 0;
    for (size_t i = 0; i < count; i++) {
        bool next = entries[i].number == last + 1,
             near = entries[i].number > last && entries[i].number <= last + SKIPPED;
        struct slice title = slice_part(lines[entries[i].line], entries[i].mark, lines[entries[i].line].length);
        bool first = next && last == 0 && slice_equal(lines[entries[i].line], first_line(lines));
        if (!(entries[i].begins && near) && !(next && rule_fits(rules, RULE_HEADLINE, title)) && !first)
            continue;
        last = entries[i].number;
        begin += entries[i].begins;
        marks[entries[i].line] = entries[i].mark;
    }
    return begin * 2 >= (size_t)last && begin >= FEWEST ? begin : 0;
}

void numbering_read(struct document_rules *rules, const struct slice *lines, size_t count, size_t *marks)
{
    size_t best = 0, *tried = mem_new(count, sizeof *tried);
    memset(marks, 0, count * sizeof *marks);
    for (size_t style = 0; style < STYLES; style++) {
        struct entry *entries;
        size_t found = find_entries(rules, lines, count, style, &entries);
        memset(tried, 0, count * sizeof *tried);
        size_t begin = found >= FEWEST ? follow(rules, lines, entries, found, tried) : 0;
        if (begin > best) {
            best = begin;
            memcpy(marks, tried, count * sizeof *marks);
        }
        free(entries);
    }
    free(tried);
}
