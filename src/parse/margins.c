/* Margins of pages, between which the text goes on: page numbers, and the running heads beside them. */
#include "broken.h"
#include "chuanda/memory.h"
#include "chuanda/utf8.h"

#include <stdlib.h>

/* The longest page number and the longest running head (bytes). */
enum { NUMBER_LONGEST = 60, HEAD_LONGEST = 90 };

/* A running head is looked for among so many others before it. */
enum { REMEMBERED = 4 };

static bool is_bare(struct slice text)
{
    size_t at = 0;
    while (at < text.length && text.bytes[at] >= '0' && text.bytes[at] <= '9')
        at++;
    return at == text.length;
}

/* — 4 —, 第4页/共9页, 4. */
static bool is_page_number(struct document_rules *rules, struct slice text)
{
    return text.length > 0 && text.length <= NUMBER_LONGEST && rule_fits(rules, RULE_PAGE_NUMBER, text);
}

/* The next line from `index` on that is not blank, in one direction; `count`: none. */
static size_t beside(const struct slice *lines, size_t count, size_t index, bool down)
{
    while (down ? ++index < count : index-- > 0) {
        if (!slice_blank(lines[index]))
            return index;
    }
    return count;
}

/* Could a line be a running head? What tells of a document is none, however often it is repeated. */
static bool could_be_head(struct document_rules *rules, struct slice text)
{
    static const enum rule tells[] = {RULE_HEADLINE, RULE_DATED, RULE_BYLINE, RULE_END, RULE_FURNITURE};
    bool could = text.length <= HEAD_LONGEST && !slice_has(text, "。");
    for (size_t i = 0; i < sizeof tells / sizeof tells[0] && could; i++)
        could = !rule_fits(rules, tells[i], text);
    return could;
}

/* The lines beside page numbers that could be running heads. */
struct heads {
    size_t *items; /* owned: indices */
    size_t count, capacity;
};

/* A candidate for a running head: a short line beside a page number, or beside another running head. */
static void mark_head(struct document_rules *rules, const struct slice *lines, size_t count, size_t index,
                      struct heads *heads, enum line_role *roles)
{
    if (index == count || roles[index] == LINE_MARGIN)
        return;
    struct slice text = slice_trim(lines[index]);
    if (!could_be_head(rules, text))
        return;
    for (size_t i = heads->count > REMEMBERED ? heads->count - REMEMBERED : 0; i < heads->count; i++) {
        if (heads->items[i] != index && slice_equal(slice_trim(lines[heads->items[i]]), text))
            roles[index] = roles[heads->items[i]] = LINE_MARGIN;
    }
    heads->items = mem_grow(heads->items, heads->count, &heads->capacity, sizeof *heads->items);
    heads->items[heads->count++] = index;
}

void margins_read(struct document_rules *rules, const struct slice *lines, size_t count, enum line_role *roles)
{
    size_t numbers = 0, last = 0;
    for (size_t i = 0; i < count; i++) {
        if (!is_page_number(rules, slice_trim(lines[i])))
            continue;
        roles[i] = LINE_MARGIN;
        numbers++;
        last = i;
    }
    if (numbers == 1 && is_bare(slice_trim(lines[last])))
        roles[last] = LINE_BEGINS;
    struct heads heads = {0};
    for (size_t i = 0; i < count; i++) {
        if (roles[i] != LINE_MARGIN || numbers == 1)
            continue;
        mark_head(rules, lines, count, beside(lines, count, i, false), &heads, roles);
        mark_head(rules, lines, count, beside(lines, count, i, true), &heads, roles);
    }
    free(heads.items);
}
