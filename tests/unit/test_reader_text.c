/* Rows, cells and words found: places of the text and places of the screen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reader/cells.h"
#include "reader/find.h"
#include "reader/flow.h"
#include "reader/key.h"
#include "reader/prompt.h"
#include "reader/screen.h"

/* Lines 1, 2 and 5. */
static struct passage passages[] = {{.line = 1, .text = (char *)"防汛a备料"},
                                    {.line = 2, .text = (char *)"　　堤防"},
                                    {.line = 5, .text = (char *)"ＡＢ堤 防"}};
static const struct passage_list list = {.items = passages, .count = 3};

static void a_cell_knows_its_columns_and_its_code_points(void **state)
{
    (void)state;
    struct cell_row cells = {0};
    struct slice text = slice_of("防汛a备\u0301料");
    struct row row = {.end = text.length};
    cells_of_row(text, &row, 80, AMBIGUOUS_NARROW, &cells);
    assert_int_equal(cells.count, 5);
    assert_int_equal(cells.columns, 9);
    assert_int_equal(cells_column(&cells, 2), 4);
    assert_int_equal(cells_column(&cells, 3), 5);
    assert_int_equal(cells_column(&cells, 4), 5); /* the accent stands on 备 */
    assert_int_equal(cells_column(&cells, 99), 9);
    assert_int_equal(cells_code_point(&cells, 0), 0);
    assert_int_equal(cells_code_point(&cells, 1), 0); /* the second half of 防 */
    assert_int_equal(cells_code_point(&cells, 7), 5);
    assert_int_equal(cells_code_point(&cells, 99), 5);
    cell_row_free(&cells);
}

static void what_hangs_over_the_edge_has_no_cell(void **state)
{
    (void)state;
    struct slice text = slice_of("防汛备");
    struct row row = {.end = text.length};
    for (unsigned columns = 0; columns <= 7; columns++) {
        struct cell_row cells = {0};
        cells_of_row(text, &row, columns, AMBIGUOUS_NARROW, &cells);
        assert_int_equal(cells.count, columns / 2 > 3 ? 3 : columns / 2);
        assert_int_equal(cells.end, 3);
        cell_row_free(&cells);
    }
}

static void assert_spots(const struct screen *screen, const char *wanted)
{
    struct buffer text = {0};
    for (unsigned x = 0; x < screen->columns; x++)
        buffer_add_text(&text, screen->spots[x].columns == 0 ? "_" : screen->spots[x].shown);
    assert_string_equal(text.bytes, wanted);
    buffer_free(&text);
}

static void no_half_of_a_wide_character_stays(void **state)
{
    (void)state;
    struct screen screen = {.ambiguous = AMBIGUOUS_NARROW};
    screen_resize(&screen, 7, 1);
    screen_text(&screen, 0, 0, 7, slice_of("防汛备"), ROLE_PLAIN);
    assert_spots(&screen, "防_汛_备_ ");
    assert_int_equal(screen_glyph(&screen, 1, 0, 7, "x", 1, ROLE_PLAIN), 1);
    assert_spots(&screen, " x汛_备_ ");
    assert_int_equal(screen_glyph(&screen, 3, 0, 7, "料", 2, ROLE_PLAIN), 2);
    assert_spots(&screen, " x 料_  ");
    assert_int_equal(screen_glyph(&screen, 6, 0, 7, "料", 2, ROLE_PLAIN), 0);
    assert_spots(&screen, " x 料_  ");
    screen_free(&screen);
}

static void rows_and_places_of_the_text_agree_at_every_width(void **state)
{
    (void)state;
    struct wrapper *wrapper = wrapper_new();
    struct flow flow = {.ambiguous = AMBIGUOUS_NARROW};
    flow_set(&flow, wrapper, &list);
    for (unsigned columns = 2; columns <= 12; columns++) {
        flow_width(&flow, columns);
        struct flow_at at = {0};
        size_t rows = 1;
        for (; flow_down(&flow, &at, 1) == 1; rows++) {
            if (at.gap)
                continue;
            struct flow_at found = flow_find(&flow, passages[at.passage].line, flow_row(&flow, at)->code_point);
            assert_int_equal(flow_compare(found, at), 0);
        }
        assert_int_equal(flow_compare(at, flow_last(&flow)), 0);
        assert_int_equal(flow_up(&flow, &at, 1000), rows - 1);
        assert_int_equal(flow_compare(at, (struct flow_at){0}), 0);
    }
    flow_free(&flow);
    wrapper_free(&wrapper);
}

static void blank_lines_are_one_row(void **state)
{
    (void)state;
    struct wrapper *wrapper = wrapper_new();
    struct flow flow = {.ambiguous = AMBIGUOUS_NARROW};
    flow_set(&flow, wrapper, &list);
    flow_width(&flow, 40);
    struct flow_at at = {0};
    assert_int_equal(flow_down(&flow, &at, 1), 1);
    assert_false(at.gap);
    assert_int_equal(flow_down(&flow, &at, 1), 1);
    assert_true(at.gap);
    assert_int_equal(flow_down(&flow, &at, 5), 1);
    assert_int_equal(at.passage, 2);
    flow_free(&flow);
    wrapper_free(&wrapper);
}

static void assert_match(const struct find *find, size_t index, size_t line, size_t start, size_t end)
{
    assert_int_equal(find->matches[index].line, line);
    assert_int_equal(find->matches[index].start, start);
    assert_int_equal(find->matches[index].end, end);
}

static void words_are_found_where_they_stand_in_the_text(void **state)
{
    (void)state;
    struct find find = {0};
    find_set(&find, &list);
    find_words(&find, "堤防");
    assert_int_equal(find.count, 2);
    assert_match(&find, 0, 2, 2, 4);
    assert_match(&find, 1, 5, 2, 5); /* across white space */
    find_words(&find, "ab");
    assert_int_equal(find.count, 1);
    assert_match(&find, 0, 5, 0, 2);
    find_words(&find, "");
    assert_int_equal(find.count, 0);
    find_free(&find);
}

static void the_next_match_goes_round(void **state)
{
    (void)state;
    struct find find = {0};
    find_set(&find, &list);
    find_words(&find, "防");
    assert_int_equal(find.count, 3);
    assert_int_equal(find_from(&find, 1, 0), 0);
    assert_int_equal(find_from(&find, 1, 1), 1);
    assert_int_equal(find_from(&find, 5, 9), 0);
    assert_int_equal(find_at(&find, 2, 3), 1);
    assert_int_equal(find_at(&find, 2, 2), SLICE_NONE);
    find_words(&find, "火");
    assert_int_equal(find_from(&find, 1, 0), SLICE_NONE);
    find_free(&find);
}

static void type(struct prompt *prompt, const char *word)
{
    for (struct slice rest = slice_of(word); rest.length > 0;) {
        size_t at = 0;
        while (at < rest.length && (at == 0 || (rest.bytes[at] & 0xC0) == 0x80))
            at++;
        uint32_t key;
        assert_true(key_read(slice_part(rest, 0, at), &key));
        (void)prompt_key(prompt, key);
        rest = slice_part(rest, at, rest.length);
    }
}

static void a_line_is_edited_by_characters(void **state)
{
    (void)state;
    struct prompt prompt = {0};
    prompt_open(&prompt, PROMPT_NOTE, "注：");
    type(&prompt, "堤a防");
    (void)prompt_key(&prompt, CODE_LEFT);
    assert_int_equal(prompt_key(&prompt, CODE_BACKSPACE), PROMPT_CHANGED);
    assert_string_equal(prompt.text.bytes, "堤防");
    assert_int_equal(prompt.cursor, 3);
    assert_int_equal(prompt_key(&prompt, CODE_DELETE), PROMPT_CHANGED);
    assert_int_equal(prompt_key(&prompt, CODE_UNKNOWN), PROMPT_MOVED);
    assert_string_equal(prompt.text.bytes, "堤");
    assert_int_equal(prompt_key(&prompt, CODE_CONTROL('U')), PROMPT_CHANGED);
    assert_int_equal(prompt_key(&prompt, CODE_BACKSPACE), PROMPT_DROPPED);
    prompt_free(&prompt);
}

static void the_cursor_of_a_line_is_always_on_the_screen(void **state)
{
    (void)state;
    struct screen screen = {.ambiguous = AMBIGUOUS_NARROW};
    struct prompt prompt = {0};
    screen_resize(&screen, 10, 1);
    prompt_open(&prompt, PROMPT_NOTE, "注：");
    type(&prompt, "防");
    prompt_paint(&prompt, &screen, (struct rect){.columns = 10, .rows = 1});
    assert_int_equal(screen.cursor_x, 6);
    type(&prompt, "汛备料");
    screen_clear(&screen);
    prompt_paint(&prompt, &screen, (struct rect){.columns = 10, .rows = 1});
    assert_int_equal(screen.cursor_x, 8);
    assert_spots(&screen, "注_：_备_料_  ");
    prompt_free(&prompt);
    screen_free(&screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_cell_knows_its_columns_and_its_code_points),
                                       cmocka_unit_test(what_hangs_over_the_edge_has_no_cell),
                                       cmocka_unit_test(no_half_of_a_wide_character_stays),
                                       cmocka_unit_test(rows_and_places_of_the_text_agree_at_every_width),
                                       cmocka_unit_test(blank_lines_are_one_row),
                                       cmocka_unit_test(words_are_found_where_they_stand_in_the_text),
                                       cmocka_unit_test(the_next_match_goes_round),
                                       cmocka_unit_test(a_line_is_edited_by_characters),
                                       cmocka_unit_test(the_cursor_of_a_line_is_always_on_the_screen)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
