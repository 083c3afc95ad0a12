/* The trail and the lists: pure state. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reader/list.h"
#include "reader/trail.h"

static struct stop at(int64_t document)
{
    return (struct stop){.document = document, .line = 3, .code_point = 7, .focus = PANE_DIRECTIVES};
}

static void back_and_forward_are_as_in_a_browser(void **state)
{
    (void)state;
    struct trail trail = {0};
    struct stop to;
    assert_false(trail_back(&trail, at(1), &to));
    trail_push(&trail, at(1));
    trail_push(&trail, at(2));
    assert_true(trail_back(&trail, at(3), &to));
    assert_int_equal(to.document, 2);
    assert_int_equal(to.code_point, 7);
    assert_int_equal(to.focus, PANE_DIRECTIVES);
    assert_true(trail_back(&trail, at(2), &to));
    assert_int_equal(to.document, 1);
    assert_true(trail_forward(&trail, at(1), &to));
    assert_int_equal(to.document, 2);
    assert_true(trail_forward(&trail, at(2), &to));
    assert_int_equal(to.document, 3);
    assert_false(trail_forward(&trail, at(3), &to));
    trail_free(&trail);
}

static void a_jump_forgets_what_lay_ahead(void **state)
{
    (void)state;
    struct trail trail = {0};
    struct stop to;
    trail_push(&trail, at(1));
    assert_true(trail_back(&trail, at(2), &to));
    trail_push(&trail, at(1));
    assert_false(trail_forward(&trail, at(5), &to));
    assert_true(trail_back(&trail, at(5), &to));
    assert_int_equal(to.document, 1);
    assert_false(trail_back(&trail, at(1), &to));
    trail_free(&trail);
}

static void a_list_keeps_its_cursor_on_the_screen(void **state)
{
    (void)state;
    struct list list = {0};
    assert_int_equal(list_move(&list, ACTION_UP, 10, 4), OUTCOME_NOTHING);
    assert_int_equal(list_move(&list, ACTION_PAGE_DOWN, 10, 4), OUTCOME_DONE);
    assert_int_equal(list.cursor, 3);
    assert_int_equal(list.top, 0);
    assert_int_equal(list_move(&list, ACTION_DOWN, 10, 4), OUTCOME_DONE);
    assert_int_equal(list.top, 1);
    assert_int_equal(list_move(&list, ACTION_LAST, 10, 4), OUTCOME_DONE);
    assert_int_equal(list.cursor, 9);
    assert_int_equal(list.top, 6);
    list_settle(&list, 5, 4);
    assert_int_equal(list.cursor, 4);
    assert_int_equal(list.top, 1);
    assert_int_equal(list_move(&list, ACTION_SEARCH, 5, 4), OUTCOME_UNKNOWN);
    assert_int_equal(list_move(&list, ACTION_DOWN, 0, 4), OUTCOME_NOTHING);
}

static void a_page_stops_where_its_end_is_on_the_screen(void **state)
{
    (void)state;
    struct list list = {0};
    assert_int_equal(list_scroll(&list, ACTION_LAST, 10, 4), OUTCOME_DONE);
    assert_int_equal(list.top, 6);
    assert_int_equal(list_scroll(&list, ACTION_DOWN, 10, 4), OUTCOME_NOTHING);
    assert_int_equal(list_scroll(&list, ACTION_HALF_UP, 10, 4), OUTCOME_DONE);
    assert_int_equal(list.top, 4);
    assert_int_equal(list_scroll(&list, ACTION_DOWN, 3, 4), OUTCOME_NOTHING);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(back_and_forward_are_as_in_a_browser),
                                       cmocka_unit_test(a_jump_forgets_what_lay_ahead),
                                       cmocka_unit_test(a_list_keeps_its_cursor_on_the_screen),
                                       cmocka_unit_test(a_page_stops_where_its_end_is_on_the_screen)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
