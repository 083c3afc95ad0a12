/* Wrapping: the rows joined are the passage at every width, and breaks stand where typography wants them. */
#include "chuanda/buffer.h"
#include "chuanda/utf8.h"
#include "chuanda/wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void check(const char *passage, unsigned columns, const char *expected)
{
    struct wrapper *wrapper = wrapper_new();
    struct rows rows = {0};
    wrap_passage(wrapper, slice_of(passage), columns, AMBIGUOUS_NARROW, &rows);
    struct buffer found = {0};
    for (size_t i = 0; i < rows.count; i++) {
        buffer_add(&found, slice_part(slice_of(passage), rows.items[i].start, rows.items[i].end));
        buffer_add_text(&found, "|");
    }
    char *all = buffer_take(&found);
    assert_string_equal(all, expected);
    free(all);
    rows_free(&rows);
    wrapper_free(&wrapper);
}

static void punctuation_stays_where_typography_wants_it(void **state)
{
    (void)state;
    check("要加固堤防，要清淤。", 10, "要加固堤|防，要清|淤。|");
    check("全县上下“一个不少”。", 10, "全县上下|“一个不|少”。|");
    check("印发《防汛办法》和（附件）", 10, "印发《防汛|办法》和|（附件）|");
}

static void wide_characters_move_whole(void **state)
{
    (void)state;
    check("a防汛", 4, "a防|汛|");
    check("防汛抢险", 2, "防|汛|抢|险|");
    check("防汛", 1, "防|汛|");
}

static void words_stay_together_where_they_fit(void **state)
{
    (void)state;
    check("防汛 flood relief 2020", 8, "防汛 |flood |relief |2020|");
    check("见http://example.org/a/very/long/path处", 10, "见http://|example.or|g/a/very/|long/path|处|");
    check("abcdefghij", 4, "abcd|efgh|ij|");
}

static void white_space_hangs_over_the_edge(void **state)
{
    (void)state;
    check("　　要加固堤防", 6, "　　要|加固堤|防|");
    check("abcd    efgh", 4, "abcd    |efgh|");
    check("　　　", 2, "　　　|");
}

static void an_empty_passage_is_one_row(void **state)
{
    (void)state;
    check("", 10, "|");
}

static void rows_know_their_code_points(void **state)
{
    (void)state;
    struct wrapper *wrapper = wrapper_new();
    struct rows rows = {0};
    wrap_passage(wrapper, slice_of("𠀀e\u0301防汛"), 3, AMBIGUOUS_NARROW, &rows);
    assert_int_equal(rows.count, 3);
    assert_int_equal(rows.items[1].code_point, 3);
    assert_int_equal(rows.items[1].start, 7);
    assert_int_equal(rows.items[2].code_point, 4);
    rows_free(&rows);
    wrapper_free(&wrapper);
}

/* A row without the white space at its end. */
static struct slice visible(struct slice row)
{
    while (slice_ends(row, slice_of(" ")) || slice_ends(row, slice_of("\t")) || slice_ends(row, slice_of("\u3000")))
        row.length -= slice_ends(row, slice_of("\u3000")) ? 3 : 1;
    return row;
}

static void check_rows(struct slice passage, unsigned columns, enum ambiguous ambiguous, const struct rows *rows)
{
    size_t at = 0;
    size_t code_points = 0;
    for (size_t i = 0; i < rows->count; i++) {
        struct row row = rows->items[i];
        struct slice part = slice_part(passage, row.start, row.end);
        assert_int_equal(row.start, at);
        assert_true(row.end > row.start || passage.length == 0);
        assert_int_equal(row.code_point, code_points);
        struct slice shown = visible(part);
        bool lone = shown.length > 0 && display_glyph(shown, 0, ambiguous).bytes == shown.length;
        assert_true(lone || display_width(shown, ambiguous) <= columns);
        code_points += utf8_count(part);
        at = row.end;
    }
    assert_int_equal(at, passage.length);
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

static void rows_joined_are_the_passage_at_every_width(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "防",     "汛",     "要", "，",         "。", "”",      "“",
        "《",     "》",     "（", "）",         "　", " ",      "\t",
        "a",      "bc",     "-",  "2020",       "——", "……",     "\u0301",
        "\u200B", "\u202E", "é",  "\U0001F30A", "/",  "\u00A0", "https://example.org/x?y=1",
        "\xFF",   "\u2028", "①",  "\r",         "한"};
    uint32_t seed = 20200304;
    struct wrapper *wrapper = wrapper_new();
    struct rows rows = {0};
    struct buffer text = {0};
    for (int round = 0; round < 400; round++) {
        buffer_clear(&text);
        for (uint32_t left = next_random(&seed) % 80; left > 0; left--)
            buffer_add_text(&text, pieces[next_random(&seed) % (sizeof pieces / sizeof pieces[0])]);
        for (unsigned columns = 2; columns <= 200; columns += columns < 12 ? 1 : 17) {
            enum ambiguous ambiguous = columns % 2 == 0 ? AMBIGUOUS_NARROW : AMBIGUOUS_WIDE;
            wrap_passage(wrapper, buffer_slice(&text), columns, ambiguous, &rows);
            check_rows(buffer_slice(&text), columns, ambiguous, &rows);
        }
    }
    buffer_free(&text);
    rows_free(&rows);
    wrapper_free(&wrapper);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(punctuation_stays_where_typography_wants_it),
        cmocka_unit_test(wide_characters_move_whole),
        cmocka_unit_test(words_stay_together_where_they_fit),
        cmocka_unit_test(white_space_hangs_over_the_edge),
        cmocka_unit_test(an_empty_passage_is_one_row),
        cmocka_unit_test(rows_know_their_code_points),
        cmocka_unit_test(rows_joined_are_the_passage_at_every_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
