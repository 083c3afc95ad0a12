#include "chuanda/utf8.h"

enum { REPLACEMENT = 0xFFFD };

/* Decodes at `at`; sets `*length` to the bytes it takes. */
static uint32_t decode(struct slice text, size_t at, size_t *length)
{
    const unsigned char *bytes = (const unsigned char *)text.bytes + at;
    size_t left = text.length - at;
    unsigned char first = bytes[0];
    *length = 1;
    if (first < 0x80)
        return first;
    size_t need = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (first < 0xC2 || first > 0xF4 || left < need)
        return REPLACEMENT;
    uint32_t code_point = first & (0xFFU >> (need + 1));
    for (size_t i = 1; i < need; i++) {
        if ((bytes[i] & 0xC0U) != 0x80)
            return REPLACEMENT;
        code_point = (code_point << 6) | (bytes[i] & 0x3FU);
    }
    if (code_point < least[need] || code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
        return REPLACEMENT;
    *length = need;
    return code_point;
}

uint32_t utf8_next(struct slice text, size_t *position)
{
    size_t length;
    uint32_t code_point = decode(text, *position, &length);
    *position += length;
    return code_point;
}

uint32_t utf8_previous(struct slice text, size_t *position)
{
    size_t end = *position;
    for (size_t back = 1; back <= 4 && back <= end; back++) {
        size_t length;
        uint32_t code_point = decode(text, end - back, &length);
        if (length == back && (back > 1 || (unsigned char)text.bytes[end - 1] < 0x80)) {
            *position = end - back;
            return code_point;
        }
    }
    *position = end - 1;
    return REPLACEMENT;
}

size_t utf8_count(struct slice text)
{
    size_t count = 0;
    for (size_t at = 0; at < text.length; count++)
        (void)utf8_next(text, &at);
    return count;
}

size_t utf8_count_on(struct slice text, size_t byte, struct utf8_cursor *cursor)
{
    if (byte < cursor->byte)
        *cursor = (struct utf8_cursor){0};
    cursor->code_point += utf8_count(slice_part(text, cursor->byte, byte));
    cursor->byte = byte;
    return cursor->code_point;
}

size_t utf8_byte(struct slice text, size_t code_points)
{
    size_t at = 0;
    while (code_points-- > 0 && at < text.length)
        (void)utf8_next(text, &at);
    return at;
}

void utf8_add(struct buffer *buffer, uint32_t code_point)
{
    char bytes[4];
    size_t length;
    if (code_point < 0x80) {
        bytes[0] = (char)code_point;
        length = 1;
    } else if (code_point < 0x800) {
        bytes[0] = (char)(0xC0U | (code_point >> 6));
        bytes[1] = (char)(0x80U | (code_point & 0x3FU));
        length = 2;
    } else if (code_point < 0x10000) {
        bytes[0] = (char)(0xE0U | (code_point >> 12));
        bytes[1] = (char)(0x80U | ((code_point >> 6) & 0x3FU));
        bytes[2] = (char)(0x80U | (code_point & 0x3FU));
        length = 3;
    } else {
        bytes[0] = (char)(0xF0U | (code_point >> 18));
        bytes[1] = (char)(0x80U | ((code_point >> 12) & 0x3FU));
        bytes[2] = (char)(0x80U | ((code_point >> 6) & 0x3FU));
        bytes[3] = (char)(0x80U | (code_point & 0x3FU));
        length = 4;
    }
    buffer_add(buffer, (struct slice){.bytes = bytes, .length = length});
}

bool utf8_valid(struct slice text)
{
    for (size_t at = 0; at < text.length;) {
        size_t start = at;
        uint32_t code_point = utf8_next(text, &at);
        if (code_point == REPLACEMENT && at - start == 1)
            return false;
    }
    return true;
}
