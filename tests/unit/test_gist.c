/* The gist of a directive: its first clause, without its number, cut where a word ends. */
#include "chuanda/gist.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void assert_gist(void **state, const char *directive, size_t columns, const char *expected)
{
    char *gist = gist_of(*state, slice_of(directive), columns, AMBIGUOUS_NARROW);
    assert_string_equal(gist, expected);
    assert_true(display_width(slice_of(gist), AMBIGUOUS_NARROW) <= columns);
    free(gist);
}

static void it_is_the_first_clause(void **state)
{
    assert_gist(state, "要加固城北大堤，备足物料。", 40, "要加固城北大堤");
    assert_gist(state, "要加固城北大堤。", 40, "要加固城北大堤");
    assert_gist(state, "严防死守；", 40, "严防死守");
    assert_gist(state, "我们要把群众放在心上。”", 40, "我们要把群众放在心上");
    assert_gist(state, "要发扬“不怕苦”", 40, "要发扬“不怕苦”");
}

static void its_number_is_left_out(void **state)
{
    assert_gist(state, "一是要加固大堤，备足物料。", 40, "要加固大堤");
    assert_gist(state, "第二，加密巡查。", 40, "加密巡查");
    assert_gist(state, "三要严明纪律。", 40, "要严明纪律");
    assert_gist(state, "（四）清理河道。", 40, "清理河道");
    assert_gist(state, "第五条　县人民政府应当编制预案。", 40, "县人民政府应当编制预案");
    assert_gist(state, "6.张贴告示。", 40, "张贴告示");
}

static void what_says_nothing_is_passed_over(void **state)
{
    assert_gist(state, "同时，要加密巡查。", 40, "要加密巡查");
    assert_gist(state, "在加强巡堤的同时，做好物资调运。", 40, "做好物资调运");
    assert_gist(state, "汛期来临之前，各村要清沟。", 40, "汛期来临之前");
    assert_gist(state, "同时。", 40, "同时");
    assert_gist(state, "同時，要加密巡查。", 40, "要加密巡查");
}

static void it_is_cut_where_a_word_ends(void **state)
{
    assert_gist(state, "要加固水库大坝和沿江堤防", 12, "要加固水库…");
    assert_gist(state, "要加固水库大坝和沿江堤防", 10, "要加固…");
    assert_gist(state, "要加固水库大坝和沿江堤防", 24, "要加固水库大坝和沿江堤防");
    assert_gist(state, "要加固水库、大坝、堤防和涵闸", 14, "要加固水库…");
    assert_gist(state, "要发扬“不怕苦”的精神", 9, "要发扬…");
}

static void any_width_will_do(void **state)
{
    assert_gist(state, "加固大堤", 3, "加…");
    assert_gist(state, "加固大堤", 1, "…");
    assert_gist(state, "加固大堤", 0, "");
    assert_gist(state, "", 10, "");
}

static int setup(void **state)
{
    *state = gist_maker_new();
    return 0;
}

static int teardown(void **state)
{
    struct gist_maker *maker = *state;
    gist_maker_free(&maker);
    gist_maker_free(&maker);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_the_first_clause),
        cmocka_unit_test(its_number_is_left_out),
        cmocka_unit_test(what_says_nothing_is_passed_over),
        cmocka_unit_test(it_is_cut_where_a_word_ends),
        cmocka_unit_test(any_width_will_do),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
