#include "copy.h"

#include <stdint.h>

static void base64(struct buffer *buffer, struct slice bytes)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.length; i += 3) {
        size_t count = bytes.length - i < 3 ? bytes.length - i : 3;
        uint32_t bits = 0;
        for (size_t j = 0; j < 3; j++)
            bits = bits << 8 | (j < count ? (unsigned char)bytes.bytes[i + j] : 0U);
        char four[4];
        for (size_t j = 0; j < 4; j++)
            four[j] = j <= count ? digits[bits >> (18 - 6 * j) & 63] : '=';
        buffer_add(buffer, (struct slice){.bytes = four, .length = sizeof four});
    }
}

void copy_sequence(struct buffer *buffer, struct slice text)
{
    buffer_add_text(buffer, "\x1b]52;c;");
    base64(buffer, text);
    buffer_add_text(buffer, "\a");
}
