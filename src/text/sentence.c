#include "chuanda/sentence.h"

#include "chuanda/utf8.h"

/* Farther than this (bytes), or deeper, a mark's partner is not looked for: somebody forgot it. */
enum { PAIR_REACH = 6000, PAIR_DEPTH = 8 };

enum { TITLE_OPEN = 0x300A, COLON = 0xFF1A, FULL_STOP = 0x3002 };

/* Marks that open and close, each pair next to each other. */
static const uint32_t pairs[][2] = {
    {0x201C, 0x201D} /* “” */,
    {0x2018, 0x2019} /* ‘’ */,
    {0x300C, 0x300D} /* 「」 */,
    {0x300E, 0x300F} /* 『』 */,
    {'"', '"'},
    {0xFF02, 0xFF02} /* ＂ */,
    {0xFF08, 0xFF09} /* （） */,
    {'(', ')'},
    {0x3010, 0x3011} /* 【】 */,
    {0x3014, 0x3015} /* 〔〕 */,
    {0xFF3B, 0xFF3D} /* ［］ */,
    {'[', ']'},
    {0x300A, 0x300B} /* 《》 */,
    {0x3008, 0x3009} /* 〈〉 */,
};
enum { PAIR_COUNT = sizeof pairs / sizeof pairs[0], QUOTE_COUNT = 6 };

/* Number of the pair whose opening (0) or closing (1) mark this is; -1: none. */
static int pair_of(uint32_t code_point, int side)
{
    for (int pair = 0; pair < PAIR_COUNT; pair++)
        if (pairs[pair][side] == code_point)
            return pair;
    return -1;
}

static uint32_t peek(struct slice text, size_t at)
{
    return at < text.length ? utf8_next(text, &at) : 0;
}

/* Does a stop stand at `at`? `code_point` is the one there. */
static bool is_stop(struct slice text, size_t at, uint32_t code_point)
{
    if (code_point == '!' || code_point == '?') { /* not that of an address: x?y=1 */
        uint32_t next = peek(text, at + 1);
        return !((next >= '0' && next <= '9') || ((next | 0x20) >= 'a' && (next | 0x20) <= 'z'));
    }
    return code_point == FULL_STOP || code_point == 0xFF01 || code_point == 0xFF1F;
}

/* Where the mark at `open` is closed: the byte of its partner, or SLICE_NONE. */
static size_t partner(struct slice text, size_t open, int pair)
{
    size_t at = open;
    size_t limit = text.length - open > PAIR_REACH ? open + PAIR_REACH : text.length;
    (void)utf8_next(text, &at);
    for (int depth = 1; at < limit && depth <= PAIR_DEPTH;) {
        size_t start = at;
        uint32_t code_point = utf8_next(text, &at);
        if (code_point == pairs[pair][1] && --depth == 0)
            return start;
        if (code_point == pairs[pair][0])
            depth++;
    }
    return SLICE_NONE;
}

/* The stop with which the inside of a pair ends (behind it perhaps inner closing marks): its code point, or 0. */
static uint32_t last_stop(struct slice inside)
{
    size_t at = inside.length;
    while (at > 0) {
        uint32_t code_point = utf8_previous(inside, &at);
        if (is_stop(inside, at, code_point))
            return code_point;
        if (pair_of(code_point, 1) < 0)
            return 0;
    }
    return 0;
}

/* Do these words, behind a quotation, carry on the sentence that holds it: “…！”的号召, “…。”，…? */
static bool goes_on(uint32_t code_point)
{
    static const uint32_t marks[] = {0xFF0C, ',', 0x3001,          0xFF1B,          ';',
                                     0xFF1A, ':', 0x7684 /* 的 */, 0x7B49 /* 等 */, 0};
    for (const uint32_t *mark = marks; *mark != 0; mark++)
        if (*mark == code_point)
            return true;
    return false;
}

/*
 * Does the pair [open, close] end the sentence that starts at `start`?  A
 * quotation does with its own stop where it is the sentence or stands behind a colon or a comma,
 * or where the stop is 。 and nothing carries on; （…。） only where it is the sentence; a title never.
 */
static bool pair_ends(struct slice text, size_t start, size_t open, size_t close, int pair)
{
    size_t inside = open;
    uint32_t mark = utf8_next(text, &inside);
    uint32_t stop = last_stop(slice_part(text, inside, close));
    size_t behind = close;
    (void)utf8_next(text, &behind);
    if (stop == 0 || mark == TITLE_OPEN || mark == 0x3008 || goes_on(peek(text, behind)))
        return false;
    if (open == start)
        return true;
    if (pair >= QUOTE_COUNT)
        return false;
    uint32_t before = utf8_previous(text, &open);
    return stop == FULL_STOP || before == COLON || before == ':' || before == 0xFF0C || before == ',';
}

/* Behind the stops and closing marks that follow at `at`. */
static size_t skip_tail(struct slice text, size_t at)
{
    while (at < text.length) {
        size_t next = at;
        uint32_t code_point = utf8_next(text, &next);
        int pair = pair_of(code_point, 1);
        bool closes = pair >= 0 && pairs[pair][0] != pairs[pair][1];
        if (!closes && !is_stop(text, at, code_point))
            break;
        at = next;
    }
    return at;
}

static size_t sentence_end(struct slice text, size_t start, bool at_semicolons)
{
    for (size_t at = start; at < text.length;) {
        size_t mark = at;
        uint32_t code_point = utf8_next(text, &at);
        if (is_stop(text, mark, code_point) || (at_semicolons && (code_point == 0xFF1B || code_point == ';')))
            return skip_tail(text, at);
        int pair = pair_of(code_point, 0);
        size_t close = pair < 0 ? SLICE_NONE : partner(text, mark, pair);
        if (close == SLICE_NONE)
            continue;
        at = close;
        (void)utf8_next(text, &at);
        if (pair_ends(text, start, mark, close, pair))
            return skip_tail(text, at);
    }
    return text.length;
}

static size_t skip_white_space(struct slice text, size_t at)
{
    for (size_t next = at; next < text.length; at = next) {
        (void)utf8_next(text, &next);
        if (!slice_blank(slice_part(text, at, next)))
            return at;
    }
    return text.length;
}

bool sentence_next(struct slice passage, bool at_semicolons, size_t *position, struct slice *sentence)
{
    size_t start = skip_white_space(passage, *position);
    if (start == passage.length)
        return false;
    *position = sentence_end(passage, start, at_semicolons);
    *sentence = slice_trim(slice_part(passage, start, *position));
    return true;
}
