#include "chuanda/fold.h"

#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "simplified.h"

#include <stdlib.h>
#include <unicode/uchar.h>

/* Marks of one meaning and the one that stands for them. */
static const struct {
    uint32_t mark;
    uint32_t as;
} same_marks[] = {
    {0x2010, '-'},    {0x2011, '-'},  {0x2012, '-'}, {0x2013, '-'},    {0x2014, '-'},    {0x2015, '-'},
    {0x2018, '\''},   {0x2019, '\''}, {0x201C, '"'}, {0x201D, '"'},    {0x2022, 0x00B7}, {0x2027, 0x00B7},
    {0x22EF, 0x2026}, {0x3002, '.'},  {0x3008, '<'}, {0x3009, '>'},    {0x300A, '<'},    {0x300B, '>'},
    {0x300C, '"'},    {0x300D, '"'},  {0x300E, '"'}, {0x300F, '"'},    {0x3010, '['},    {0x3011, ']'},
    {0x3014, '['},    {0x3015, ']'},  {0x301C, '~'}, {0x30FB, 0x00B7},
};

static uint32_t one_mark(uint32_t code_point)
{
    for (size_t i = 0; i < sizeof same_marks / sizeof same_marks[0]; i++)
        if (same_marks[i].mark == code_point)
            return same_marks[i].as;
    return code_point;
}

/* White space, controls, and what Unicode says is not drawn: zero-width characters, bidi controls, tags, selectors. */
static bool unseen(uint32_t code_point)
{
    return u_isUWhiteSpace((UChar32)code_point) || u_iscntrl((UChar32)code_point) ||
           u_hasBinaryProperty((UChar32)code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
           (code_point >= 0xFFF9 && code_point <= 0xFFFB);
}

/* The folded form of a code point; 0: left out. */
static uint32_t fold(uint32_t code_point, enum fold_keep keep)
{
    if (code_point >= 0xFF01 && code_point <= 0xFF5E)
        code_point -= 0xFF01 - '!';
    if (code_point >= 0x4E00 && code_point <= 0x9FFF)
        return simplify(code_point);
    if (code_point < 0x80) {
        if (code_point >= 'A' && code_point <= 'Z')
            return code_point + ('a' - 'A');
        bool letter = (code_point >= 'a' && code_point <= 'z') || (code_point >= '0' && code_point <= '9');
        return letter || (keep == FOLD_SEARCH && code_point > ' ' && code_point < 0x7F) ? code_point : 0;
    }
    if (unseen(code_point))
        return 0;
    code_point = simplify((uint32_t)u_tolower((UChar32)code_point));
    if (keep == FOLD_SEARCH)
        return one_mark(code_point);
    return u_isalnum((UChar32)code_point) || code_point == 0x3007 /* 〇 */ ? code_point : 0;
}

void fold_text(struct slice text, enum fold_keep keep, struct folded *folded)
{
    size_t most = utf8_count(text);
    *folded =
        (struct folded){.code_points = mem_new(most, sizeof(uint32_t)), .origin = mem_new(most + 1, sizeof(uint32_t))};
    uint32_t origin = 0;
    for (size_t at = 0; at < text.length; origin++) {
        uint32_t code_point = fold(utf8_next(text, &at), keep);
        if (code_point == 0)
            continue;
        folded->code_points[folded->count] = code_point;
        folded->origin[folded->count++] = origin;
    }
    folded->origin[folded->count] = folded->count > 0 ? folded->origin[folded->count - 1] + 1 : 0;
}

void folded_free(struct folded *folded)
{
    free(folded->code_points);
    free(folded->origin);
    *folded = (struct folded){0};
}
