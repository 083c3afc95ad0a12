/* What may be shown and how wide it is: each entry of the table of what a terminal must never receive. */
#include "chuanda/display.h"
#include "chuanda/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void check_shown(const char *text, const char *expected)
{
    struct buffer shown = {0};
    display_add(&shown, slice_of(text));
    char *all = buffer_take(&shown);
    assert_string_equal(all, expected);
    free(all);
}

static void check_marker(uint32_t code_point)
{
    struct buffer text = {0};
    utf8_add(&text, code_point);
    char expected[GLYPH_BYTES];
    (void)snprintf(expected, sizeof expected, "‹U+%04X›", (unsigned)code_point);
    struct glyph glyph = display_glyph(buffer_slice(&text), 0, AMBIGUOUS_NARROW);
    assert_true(glyph.marker);
    assert_string_equal(glyph.shown, expected);
    assert_int_equal(glyph.columns, utf8_count(slice_of(expected)));
    assert_int_equal(glyph.bytes, text.length);
    buffer_free(&text);
}

static void what_a_terminal_must_never_receive(void **state)
{
    (void)state;
    static const uint32_t ranges[][2] = {
        {0x00, 0x08},     {0x0B, 0x1F},       {0x7F, 0x9F},         {0xAD, 0xAD},
        {0x61C, 0x61C},   {0x200B, 0x200F},   {0x2028, 0x202E},     {0x2060, 0x2060},
        {0x2066, 0x2069}, {0xFEFF, 0xFEFF},   {0xFFF9, 0xFFFB},     {0xFDD0, 0xFDEF},
        {0xFFFE, 0xFFFF}, {0x1FFFE, 0x1FFFF}, {0x10FFFE, 0x10FFFF}, {0xE0000, 0xE007F},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        for (uint32_t code_point = ranges[i][0]; code_point <= ranges[i][1]; code_point++)
            check_marker(code_point);
}

static void invalid_bytes_are_shown_and_the_replacement_stays(void **state)
{
    (void)state;
    check_shown("堤\xFF坝\xE9\x98", "堤‹FF›坝‹E9›‹98›");
    check_shown("堤\uFFFD坝", "堤\uFFFD坝");
}

static void newlines_stay_and_a_tab_is_a_space(void **state)
{
    (void)state;
    check_shown("堤\t坝\n林\r", "堤 坝\n林‹U+000D›");
    assert_int_equal(display_width(slice_of("\t"), AMBIGUOUS_NARROW), 1);
}

static void at_most_four_marks_stay_on_a_glyph(void **state)
{
    (void)state;
    const char text[] = "e\u0301\u0302\u0303\u0304\u0305\u0306x";
    struct glyph glyph = display_glyph(slice_of(text), 0, AMBIGUOUS_NARROW);
    assert_string_equal(glyph.shown, "e\u0301\u0302\u0303\u0304");
    assert_int_equal(glyph.bytes, 13);
    assert_int_equal(glyph.code_points, 7);
    assert_int_equal(glyph.columns, 1);
    assert_false(glyph.marker);
    glyph = display_glyph(slice_of("堤\u0301"), 0, AMBIGUOUS_NARROW);
    assert_string_equal(glyph.shown, "堤\u0301");
    assert_int_equal(glyph.columns, 2);
    check_shown("\u0301堤", "‹U+0301›堤");
    check_shown("堤\uFE0F\U000E0100坝", "堤坝");
}

static void widths(void **state)
{
    (void)state;
    assert_int_equal(display_width(slice_of("abc"), AMBIGUOUS_NARROW), 3);
    assert_int_equal(display_width(slice_of("堤坝，。《》　"), AMBIGUOUS_NARROW), 14);
    assert_int_equal(display_width(slice_of("ＡＢ１"), AMBIGUOUS_NARROW), 6);
    assert_int_equal(display_width(slice_of("“”—…·①"), AMBIGUOUS_NARROW), 6);
    assert_int_equal(display_width(slice_of("“”—…·①"), AMBIGUOUS_WIDE), 12);
    assert_int_equal(display_width(slice_of("𠀀🌊ｱé"), AMBIGUOUS_NARROW), 6);
    assert_int_equal(display_width(slice_of("\u1112\u1161\u11AB"), AMBIGUOUS_NARROW), 2);
    assert_int_equal(display_width(slice_of("‹›"), AMBIGUOUS_WIDE), 2);
    assert_int_equal(display_width(slice_of("㉈䷀"), AMBIGUOUS_NARROW), 4);
    assert_int_equal(display_width(slice_of(""), AMBIGUOUS_WIDE), 0);
}

static void check_cut(const char *text, size_t columns, enum ambiguous ambiguous, const char *expected, size_t used)
{
    struct buffer shown = {0};
    assert_int_equal(display_add_cut(&shown, slice_of(text), columns, ambiguous), used);
    char *all = buffer_take(&shown);
    assert_string_equal(all, expected);
    free(all);
}

static void cuts_whole_glyphs(void **state)
{
    (void)state;
    check_cut("防汛抢险", 8, AMBIGUOUS_NARROW, "防汛抢险", 8);
    check_cut("防汛抢险", 7, AMBIGUOUS_NARROW, "防汛抢…", 7);
    check_cut("防汛抢险", 6, AMBIGUOUS_NARROW, "防汛…", 5);
    check_cut("防汛抢险", 6, AMBIGUOUS_WIDE, "防汛…", 6);
    check_cut("防汛抢险", 2, AMBIGUOUS_NARROW, "…", 1);
    check_cut("防汛抢险", 1, AMBIGUOUS_WIDE, "", 0);
    check_cut("防汛抢险", 0, AMBIGUOUS_NARROW, "", 0);
    check_cut("a\x1B防", 4, AMBIGUOUS_NARROW, "a…", 2);
    check_cut("", 0, AMBIGUOUS_NARROW, "", 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_terminal_must_never_receive),
        cmocka_unit_test(invalid_bytes_are_shown_and_the_replacement_stays),
        cmocka_unit_test(newlines_stay_and_a_tab_is_a_space),
        cmocka_unit_test(at_most_four_marks_stay_on_a_glyph),
        cmocka_unit_test(widths),
        cmocka_unit_test(cuts_whole_glyphs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
