/* Layout: from a size to rectangles. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reader/layout.h"

#include <string.h>

/* Draws a layout's first row: M, T, D for the panes, | where nothing stands; checks that no two overlap. */
static void draw(unsigned columns, unsigned rows, struct arrangement arrangement, char *line)
{
    struct layout layout = layout_of(columns, rows, arrangement);
    memset(line, '|', columns);
    line[columns] = '\0';
    for (int i = 0; i < PANES; i++) {
        struct rect rect = layout.panes[i];
        assert_true(rect.x + rect.columns <= columns);
        assert_true(rect.columns == 0 || rect.y + rect.rows == layout.status.y);
        for (unsigned x = rect.x; x < rect.x + rect.columns; x++) {
            assert_int_equal(line[x], '|');
            line[x] = "MTD"[i];
        }
    }
}

static void assert_widths(unsigned columns, struct arrangement arrangement, unsigned m, unsigned t, unsigned d)
{
    char line[256];
    unsigned counts[PANES] = {0};
    draw(columns, 24, arrangement, line);
    for (unsigned x = 0; x < columns; x++) {
        for (int i = 0; i < PANES; i++)
            counts[i] += line[x] == "MTD"[i];
    }
    assert_int_equal(counts[PANE_MEETINGS], m);
    assert_int_equal(counts[PANE_TEXT], t);
    assert_int_equal(counts[PANE_DIRECTIVES], d);
}

static void three_panes_from_100_columns(void **state)
{
    (void)state;
    assert_widths(100, (struct arrangement){.focus = PANE_TEXT}, 23, 52, 23);
    assert_widths(120, (struct arrangement){.focus = PANE_DIRECTIVES}, 27, 64, 27);
    assert_widths(200, (struct arrangement){.focus = PANE_MEETINGS}, 34, 130, 34);
}

static void two_from_60(void **state)
{
    (void)state;
    assert_widths(99, (struct arrangement){.focus = PANE_MEETINGS}, 22, 76, 0);
    assert_widths(60, (struct arrangement){.focus = PANE_DIRECTIVES}, 0, 37, 22);
    assert_widths(80, (struct arrangement){.focus = PANE_TEXT, .companion = PANE_DIRECTIVES}, 0, 57, 22);
    assert_widths(80, (struct arrangement){.focus = PANE_TEXT, .companion = PANE_MEETINGS}, 22, 57, 0);
}

static void one_below_60_or_zoomed(void **state)
{
    (void)state;
    assert_widths(59, (struct arrangement){.focus = PANE_DIRECTIVES}, 0, 0, 59);
    assert_widths(120, (struct arrangement){.focus = PANE_TEXT, .zoomed = true}, 0, 120, 0);
}

static void says_where_it_is_too_small(void **state)
{
    (void)state;
    struct arrangement arrangement = {.focus = PANE_TEXT};
    assert_true(layout_of(1, 1, arrangement).too_small);
    assert_true(layout_of(19, 6, arrangement).too_small);
    assert_true(layout_of(20, 5, arrangement).too_small);
    struct layout least = layout_of(20, 6, arrangement);
    assert_false(least.too_small);
    assert_int_equal(least.panes[PANE_TEXT].rows, 5);
    assert_int_equal(least.status.y, 5);
}

static void no_panes_overlap_at_any_size(void **state)
{
    (void)state;
    char line[256];
    for (unsigned columns = 20; columns <= 220; columns++) {
        for (int focus = 0; focus < PANES; focus++) {
            for (int companion = 0; companion < PANES; companion++)
                draw(columns, 10,
                     (struct arrangement){.focus = (enum pane_id)focus, .companion = (enum pane_id)companion}, line);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(three_panes_from_100_columns), cmocka_unit_test(two_from_60),
                                       cmocka_unit_test(one_below_60_or_zoomed),
                                       cmocka_unit_test(says_where_it_is_too_small),
                                       cmocka_unit_test(no_panes_overlap_at_any_size)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
