#include "chuanda/numeral.h"

#include "chuanda/utf8.h"

enum { NUMERAL_MAX = 999999999 };

/* The code point at `at`, 0 at the end; `*next` becomes the byte behind it. */
static uint32_t peek(struct slice text, size_t at, size_t *next)
{
    *next = at;
    return at < text.length ? utf8_next(text, next) : 0;
}

/* 0-9 or ０-９; -1: neither. */
static int arabic_digit(uint32_t code_point)
{
    if (code_point >= '0' && code_point <= '9')
        return (int)(code_point - '0');
    if (code_point >= 0xFF10 && code_point <= 0xFF19)
        return (int)(code_point - 0xFF10);
    return -1;
}

/* 〇零一二三四五六七八九; -1: none of them. */
static int han_digit(uint32_t code_point)
{
    static const uint32_t digits[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
    if (code_point == 0x96F6)
        return 0;
    for (int digit = 0; digit < 10; digit++)
        if (digits[digit] == code_point)
            return digit;
    return -1;
}

/* What is written for 〇 behind a digit (二○二○, 二Ｏ二Ｏ, 二0二0), but begins no number: ○ is a bullet too. */
static bool zero_lookalike(uint32_t code_point)
{
    return code_point == 0x25CB || code_point == 0x25EF || code_point == 0xFF2F || code_point == 'O' ||
           arabic_digit(code_point) == 0;
}

/* 十百千: 10, 100, 1000; 0: none of them. */
static long small_unit(uint32_t code_point)
{
    return code_point == 0x5341 ? 10 : code_point == 0x767E ? 100 : code_point == 0x5343 ? 1000 : 0;
}

/* 廿卅卌: 20, 30, 40; 0: none of them. */
static long tens(uint32_t code_point)
{
    return code_point == 0x5EFF ? 20 : code_point == 0x5345 ? 30 : code_point == 0x534C ? 40 : 0;
}

/* Digits in a row, Arabic or Han (二〇二〇); sets `*count` to how many. Stops where the number is beyond NUMERAL_MAX. */
static size_t read_digits(struct slice text, size_t at, bool han, size_t *count, long *value)
{
    size_t next;
    *count = 0;
    *value = 0;
    while (*value <= NUMERAL_MAX) {
        uint32_t code_point = peek(text, at, &next);
        int digit = han ? han_digit(code_point) : arabic_digit(code_point);
        if (digit < 0 && han && *count > 0 && zero_lookalike(code_point))
            digit = 0;
        if (digit < 0)
            break;
        *value = *value * 10 + digit;
        ++*count;
        at = next;
    }
    return at;
}

/*
 * 一千二百三十四, 一百零三, 十六, 廿一; units only fall. `first` is false behind 万 and 亿, where a digit alone counts as
 * the unit's tenth (三万五). Adds to `*value` and returns the byte behind.
 */
static size_t read_section(struct slice text, size_t at, bool first, long *value)
{
    size_t end = at;
    size_t next;
    long ceiling = 10000;
    bool zero = false;
    for (uint32_t code_point = peek(text, at, &next); ceiling > 1; code_point = peek(text, at, &next)) {
        long digit = code_point == 0x4E24 /* 两 */ ? 2 : han_digit(code_point);
        size_t behind;
        long unit = small_unit(peek(text, next, &behind));
        if (digit == 0 && !zero && (end > at || !first || ceiling < 10000)) {
            zero = true;
            at = next;
            continue;
        }
        if (digit > 0 && unit > 0 && unit < ceiling) {
            *value += digit * unit;
            ceiling = unit;
            next = behind;
        } else if (digit > 0) {
            bool ones = zero || ceiling == 10 || (first && ceiling == 10000);
            *value += ones ? digit : digit * (ceiling / 10);
            ceiling = 1;
        } else if (ceiling > 10 && (tens(code_point) > 0 || small_unit(code_point) == 10)) {
            *value += tens(code_point) > 0 ? tens(code_point) : 10;
            ceiling = 10;
        } else {
            break;
        }
        zero = false;
        at = end = next;
    }
    return end;
}

/* Sections with 亿 and 万 between them. */
static size_t read_han(struct slice text, size_t at, long *value)
{
    static const struct {
        uint32_t code_point;
        long value;
    } units[] = {{0x4EBF /* 亿 */, 100000000}, {0x4E07 /* 万 */, 10000}};
    long section = 0;
    size_t end = read_section(text, at, true, &section);
    *value = 0;
    for (size_t i = 0; i < sizeof units / sizeof units[0] && end > at && section > 0; i++) {
        size_t next;
        if (peek(text, end, &next) != units[i].code_point)
            continue;
        *value += section * units[i].value;
        section = 0;
        end = read_section(text, next, false, &section);
    }
    *value += section;
    return end;
}

size_t numeral_read(struct slice text, size_t at, long *value)
{
    size_t next;
    uint32_t first = peek(text, at, &next);
    bool han = han_digit(first) >= 0;
    if (!han && arabic_digit(first) < 0 && first != 0x4E24 && small_unit(first) != 10 && tens(first) == 0)
        return 0;
    size_t count;
    size_t end = read_digits(text, at, han, &count, value);
    if (count == 0 || (count == 1 && han_digit(first) > 0))
        end = read_han(text, at, value);
    return *value <= NUMERAL_MAX ? end - at : 0;
}
