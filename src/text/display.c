#include "chuanda/display.h"

#include "chuanda/utf8.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>

enum { MARKS_MAX = 4, ELLIPSIS = 0x2026 };

/* Neither combining nor special nor wide: nothing to look up. */
static bool is_plain(uint32_t code_point)
{
    return code_point >= ' ' && code_point < 0x7F;
}

/*
 * The blocks that make up nearly all of these texts: two columns each, nothing in them joins.  ㉈…㉏ and the
 * hexagrams are not wide in Unicode 15 but are for every C library, and so for curses.
 */
static bool is_plain_wide(uint32_t code_point)
{
    return (code_point >= 0x3400 && code_point <= 0x9FFF) || (code_point >= 0x3000 && code_point <= 0x3029) ||
           (code_point >= 0xFF01 && code_point <= 0xFF60) || (code_point >= 0x3248 && code_point <= 0x324F);
}

/* Does it join the character before it: a combining mark, a Hangul vowel or final, a selector? */
static bool joins(uint32_t code_point)
{
    if (code_point < 0x300 || is_plain_wide(code_point))
        return false;
    int8_t type = u_charType((UChar32)code_point);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK)
        return true;
    int32_t hangul = u_getIntPropertyValue((UChar32)code_point, UCHAR_HANGUL_SYLLABLE_TYPE);
    return hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO;
}

/* Must a terminal never receive it? (A tab and U+FFFD are dealt with elsewhere.) */
static bool is_forbidden(uint32_t code_point)
{
    switch (u_charType((UChar32)code_point)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR: /* soft hyphen, bidi controls, zero-width characters, tags, interlinear marks */
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_SURROGATE:
    case U_UNASSIGNED: /* and noncharacters: nobody knows their width */
        return true;
    default:
        return u_hasBinaryProperty((UChar32)code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
    }
}

static unsigned columns_of(uint32_t code_point, enum ambiguous ambiguous)
{
    if (is_plain(code_point))
        return 1;
    if (is_plain_wide(code_point))
        return 2;
    switch (u_getIntPropertyValue((UChar32)code_point, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
        return 2;
    case U_EA_AMBIGUOUS:
        return ambiguous;
    default:
        return 1;
    }
}

/* Appends a code point to `shown`, which has room: a base and four marks are 20 bytes. */
static void show(struct glyph *glyph, size_t *length, struct slice bytes)
{
    memcpy(glyph->shown + *length, bytes.bytes, bytes.length);
    *length += bytes.length;
}

/* ‹U+202E›, or ‹FF› for a byte that is no UTF-8. */
static void mark(struct glyph *glyph, const char *format, unsigned value)
{
    (void)snprintf(glyph->shown, sizeof glyph->shown, format, value);
    glyph->columns = (unsigned)utf8_count(slice_of(glyph->shown));
    glyph->marker = true;
}

/* Takes in the marks that join the base: four of them show. */
static void join_marks(struct slice text, size_t at, struct glyph *glyph, size_t length)
{
    for (int marks = 0; at < text.length;) {
        size_t start = at;
        uint32_t code_point = utf8_next(text, &at);
        if (!joins(code_point))
            return;
        glyph->bytes += at - start;
        glyph->code_points++;
        if (marks < MARKS_MAX && !is_forbidden(code_point)) {
            show(glyph, &length, slice_part(text, start, at));
            marks++;
        }
    }
}

struct glyph display_glyph(struct slice text, size_t position, enum ambiguous ambiguous)
{
    struct glyph glyph = {.code_points = 1};
    size_t at = position;
    uint32_t code_point = utf8_next(text, &at);
    glyph.bytes = at - position;
    size_t length = 0;
    if (code_point == '\t') {
        show(&glyph, &length, slice_of(" "));
        glyph.columns = 1;
        return glyph;
    }
    if (code_point == 0xFFFD && glyph.bytes == 1) {
        mark(&glyph, "‹%02X›", (unsigned char)text.bytes[position]);
        return glyph;
    }
    if (!is_plain(code_point) && !is_plain_wide(code_point) && (is_forbidden(code_point) || joins(code_point))) {
        mark(&glyph, "‹U+%04X›", (unsigned)code_point);
        return glyph;
    }
    show(&glyph, &length, slice_part(text, position, at));
    glyph.columns = columns_of(code_point, ambiguous);
    join_marks(text, at, &glyph, length);
    return glyph;
}

size_t display_width(struct slice text, enum ambiguous ambiguous)
{
    size_t columns = 0;
    for (size_t at = 0; at < text.length;) {
        struct glyph glyph = display_glyph(text, at, ambiguous);
        columns += glyph.columns;
        at += glyph.bytes;
    }
    return columns;
}

void display_add(struct buffer *buffer, struct slice text)
{
    for (size_t at = 0; at < text.length;) {
        struct glyph glyph = display_glyph(text, at, AMBIGUOUS_NARROW);
        buffer_add_text(buffer, text.bytes[at] == '\n' ? "\n" : glyph.shown);
        at += glyph.bytes;
    }
}

size_t display_add_cut(struct buffer *buffer, struct slice text, size_t columns, enum ambiguous ambiguous)
{
    size_t ellipsis = columns_of(ELLIPSIS, ambiguous);
    size_t used = 0;        /* columns of all so far */
    size_t cut = 0;         /* bytes that fit together with an ellipsis */
    size_t cut_columns = 0; /* and their columns */
    size_t at = 0;
    while (at < text.length && used <= columns) {
        struct glyph glyph = display_glyph(text, at, ambiguous);
        used += glyph.columns;
        at += glyph.bytes;
        if (used + ellipsis <= columns) {
            cut = at;
            cut_columns = used;
        }
    }
    if (used <= columns) {
        display_add(buffer, text);
        return used;
    }
    display_add(buffer, slice_part(text, 0, cut));
    if (columns < ellipsis)
        return cut_columns;
    utf8_add(buffer, ELLIPSIS);
    return cut_columns + ellipsis;
}
