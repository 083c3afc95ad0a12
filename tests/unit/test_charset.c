/* Decoding: the charset is told from the bytes, and nothing faulty is lost without being counted. */
#include "chuanda/buffer.h"
#include "chuanda/charset.h"
#include "chuanda/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* 市委召开会议，部署防汛工作。 in the charsets of the genre. */
static const char expected[] = "市委召开会议，部署防汛工作。";
static const char gb18030[] = "\xCA\xD0\xCE\xAF\xD5\xD9\xBF\xAA\xBB\xE1\xD2\xE9\xA3\xAC\xB2\xBF\xCA\xF0\xB7\xC0\xD1\xB4"
                              "\xB9\xA4\xD7\xF7\xA1\xA3";
/* 市委召開會議，部署防汛工作。 */
static const char traditional[] = "市委召開會議，部署防汛工作。";
static const char big5[] = "\xA5\xAB\xA9\x65\xA5\x6C\xB6\x7D\xB7\x7C\xC4\xB3\xA1\x41\xB3\xA1\xB8\x70\xA8\xBE\xA6\xC4"
                           "\xA4\x75\xA7\x40\xA1\x43";

static struct slice bytes_of(const char *bytes, size_t length)
{
    return (struct slice){.bytes = bytes, .length = length};
}

static void check(struct slice bytes, const char *forced, const char *charset, const char *text, size_t replaced)
{
    struct decoded decoded;
    struct problem problem = {0};
    assert_int_equal(charset_decode(bytes, forced, &decoded, &problem), STATUS_OK);
    assert_string_equal(decoded.charset, charset);
    assert_string_equal(decoded.text, text);
    assert_int_equal(decoded.length, strlen(text));
    assert_int_equal(decoded.replaced, replaced);
    decoded_free(&decoded);
}

static void check_refused(struct slice bytes, const char *forced, const char *why)
{
    struct decoded decoded;
    struct problem problem = {0};
    assert_int_equal(charset_decode(bytes, forced, &decoded, &problem), STATUS_FAILED);
    assert_non_null(strstr(problem.message, why));
    assert_null(decoded.text);
    problem_clear(&problem);
}

/* The text in UTF-16, for the caller to free. */
static struct slice utf16(const char *text, bool little, bool marked)
{
    struct buffer buffer = {0};
    if (marked)
        buffer_add(&buffer, bytes_of(little ? "\xFF\xFE" : "\xFE\xFF", 2));
    for (size_t at = 0; at < strlen(text);) {
        uint32_t unit = utf8_next(slice_of(text), &at);
        char pair[2] = {(char)(unit >> 8), (char)(unit & 0xFF)};
        buffer_add(&buffer, bytes_of(&pair[little], 1));
        buffer_add(&buffer, bytes_of(&pair[!little], 1));
    }
    size_t length = buffer.length;
    return bytes_of(buffer_take(&buffer), length);
}

static void check_utf16(const char *text, bool little, bool marked)
{
    struct slice bytes = utf16(text, little, marked);
    check(bytes, NULL, little ? "UTF-16LE" : "UTF-16BE", text, 0);
    free((char *)(uintptr_t)bytes.bytes);
}

static void utf8_with_and_without_mark(void **state)
{
    (void)state;
    check(slice_of(expected), NULL, "UTF-8", expected, 0);
    check(slice_of("\xEF\xBB\xBF防汛"), NULL, "UTF-8", "防汛", 0);
    check(slice_of("plain\n"), NULL, "UTF-8", "plain\n", 0);
    check(slice_of(""), NULL, "UTF-8", "", 0);
}

static void utf16_with_and_without_mark(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++) {
        check_utf16(expected, i & 1, i & 2);
        check_utf16("Only ASCII here.\n", i & 1, i & 2);
        check_utf16("第1项\n市委2020年3月4日召开会议\n", i & 1, i & 2);
    }
}

static void gb18030_and_big5(void **state)
{
    (void)state;
    check(slice_of(gb18030), NULL, "GB18030", expected, 0);
    check(slice_of(big5), NULL, "Big5", traditional, 0);
    check(bytes_of(gb18030, 12), NULL, "GB18030", "市委召开会议", 0);
    check(bytes_of(big5, 12), NULL, "Big5", "市委召開會議", 0);
}

static void a_mostly_ascii_gb_file_is_gb(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    for (int i = 0; i < 2000; i++)
        buffer_add_text(&buffer, "all of this is ASCII\n");
    struct buffer text = {0};
    buffer_add(&text, buffer_slice(&buffer));
    buffer_add_text(&buffer, gb18030);
    buffer_add_text(&text, expected);
    check(buffer_slice(&buffer), NULL, "GB18030", text.bytes, 0);
    buffer_free(&buffer);
    buffer_free(&text);
}

static void faulty_utf8_stays_utf8(void **state)
{
    (void)state;
    check(slice_of("市委召开\xFF\xFE会议，部\xE9\x98防汛，要查堤段、守险工、备物料。"), NULL, "UTF-8",
          "市委召开\uFFFD会议，部\uFFFD防汛，要查堤段、守险工、备物料。", 2);
    check(slice_of("\xEF\xBB\xBF防汛抢险加固堤防\xC0汛情"), NULL, "UTF-8", "防汛抢险加固堤防\uFFFD汛情", 1);
}

static void faulty_bytes_in_other_charsets_are_counted(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    buffer_add_text(&buffer, gb18030);
    buffer_add_text(&buffer, "\xFF");
    buffer_add_text(&buffer, gb18030);
    struct buffer text = {0};
    buffer_print(&text, "%s\uFFFD%s", expected, expected);
    check(buffer_slice(&buffer), NULL, "GB18030", text.bytes, 1);
    buffer_free(&buffer);
    buffer_free(&text);
    check(bytes_of("\xFF\xFE"
                   "a\0"
                   "\0\0"
                   "b\0"
                   "c\0"
                   "d\0"
                   "e\0"
                   "f\0"
                   "g\0"
                   "h\0"
                   "i\0"
                   "j\0",
                   24),
          NULL, "UTF-16LE", "a\uFFFDbcdefghij", 1);
}

static void the_user_may_name_the_charset(void **state)
{
    (void)state;
    check(bytes_of(gb18030, 4), "GBK", "GBK", "市委", 0);
    check(slice_of("\xE9t\xE9"), "ISO-8859-1", "ISO-8859-1", "été", 0);
    check(slice_of("防汛"), "utf8", "UTF-8", "防汛", 0);
    check_refused(slice_of("x"), "klingon", "klingon");
    check_refused(slice_of("x"), "", "no charset");
}

static void other_languages_are_left_to_icu(void **state)
{
    (void)state;
    struct decoded decoded;
    const char text[] = "Une r\xE9union a \xE9t\xE9 tenue \xE0 la mairie; le comit\xE9 a d\xE9"
                        "cid\xE9 de pr\xE9parer l'\xE9t\xE9.";
    assert_int_equal(charset_decode(slice_of(text), NULL, &decoded, NULL), STATUS_OK);
    assert_non_null(strstr(decoded.text, "Une réunion a été tenue"));
    decoded_free(&decoded);
}

static void what_is_binary_is_refused(void **state)
{
    (void)state;
    check_refused(bytes_of("abc\0def", 7), NULL, "NUL");
    check_refused(bytes_of("防汛\0防汛", 13), NULL, "NUL");
    check_refused(bytes_of("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), NULL, "NUL");
    check_refused(slice_of("a\x01\x02"
                           "bc\x03"),
                  NULL, "binary");
    struct buffer noise = {0};
    uint32_t seed = 7;
    for (int i = 0; i < 5000; i++) {
        seed = seed * 1103515245 + 12345;
        char byte = (char)(seed >> 16);
        buffer_add(&noise, bytes_of(&byte, 1));
    }
    check_refused(buffer_slice(&noise), NULL, "");
    buffer_free(&noise);
}

static void one_very_long_line_is_quick(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    while (buffer.length < 5000000)
        buffer_add_text(&buffer, gb18030);
    struct decoded decoded;
    assert_int_equal(charset_decode(buffer_slice(&buffer), NULL, &decoded, NULL), STATUS_OK);
    assert_string_equal(decoded.charset, "GB18030");
    assert_int_equal(decoded.length, buffer.length / 2 * 3);
    decoded_free(&decoded);
    buffer_free(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_with_and_without_mark),
        cmocka_unit_test(utf16_with_and_without_mark),
        cmocka_unit_test(gb18030_and_big5),
        cmocka_unit_test(a_mostly_ascii_gb_file_is_gb),
        cmocka_unit_test(faulty_utf8_stays_utf8),
        cmocka_unit_test(faulty_bytes_in_other_charsets_are_counted),
        cmocka_unit_test(the_user_may_name_the_charset),
        cmocka_unit_test(other_languages_are_left_to_icu),
        cmocka_unit_test(what_is_binary_is_refused),
        cmocka_unit_test(one_very_long_line_is_quick),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
