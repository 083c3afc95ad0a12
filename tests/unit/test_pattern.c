/* Patterns: positions are bytes, also behind characters outside the BMP. */
#include "chuanda/pattern.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void positions_are_bytes(void **state)
{
    (void)state;
    struct pattern *pattern = pattern_new("第([一二三]+)次(会议)?");
    struct subject *subject = subject_new(slice_of("𠀀县委第十一次，第二次会议"));
    struct match match;
    assert_true(pattern_find(pattern, subject, 0, &match));
    assert_int_equal(match.group[0].start, 4 + 6 + 3 * 5);
    struct slice number = match_part(subject, &match, 1);
    assert_true(slice_equal(number, slice_of("二")));
    assert_false(pattern_at(pattern, subject, 0, &match));
    assert_true(pattern_at(pattern, subject, 25, &match));
    assert_false(pattern_find(pattern, subject, 28, &match));
    subject_set(subject, slice_of("第三次"));
    assert_true(pattern_find(pattern, subject, 0, &match));
    assert_int_equal(match.group[2].start, SLICE_NONE);
    subject_free(&subject);
    pattern_free(&pattern);
}

static void switching_subjects_finds_each_text_s_own(void **state)
{
    (void)state;
    struct pattern *pattern = pattern_new("[甲乙]会");
    struct subject *first = subject_new(slice_of("甲会"));
    struct subject *second = subject_new(slice_of("到会，乙会"));
    struct match match;
    for (int round = 0; round < 2; round++) {
        assert_true(pattern_find(pattern, first, 0, &match));
        assert_int_equal(match.group[0].start, 0);
        assert_true(pattern_find(pattern, second, 0, &match));
        assert_int_equal(match.group[0].start, 9);
        assert_true(pattern_at(pattern, second, 9, &match));
        assert_false(pattern_at(pattern, first, 3, &match));
    }
    subject_set(second, slice_of(""));
    assert_false(pattern_find(pattern, second, 0, &match));
    assert_false(pattern_find(pattern, second, 1, &match));
    subject_free(&first);
    subject_free(&second);
    pattern_free(&pattern);
}

static void a_match_may_look_before_its_start(void **state)
{
    (void)state;
    struct pattern *pattern = pattern_new("(?<=市)委");
    struct subject *subject = subject_new(slice_of("市委"));
    struct match match;
    assert_true(pattern_at(pattern, subject, 3, &match));
    assert_true(pattern_find(pattern, subject, 3, &match));
    subject_free(&subject);
    pattern_free(&pattern);
}

static void too_much_backtracking_is_no_match(void **state)
{
    (void)state;
    struct pattern *pattern = pattern_new("(?:要+)+完");
    struct subject *subject =
        subject_new(slice_of("要要要要要要要要要要要要要要要要要要要要要要要要要要要要要要要要要要要要"));
    struct match match;
    assert_false(pattern_find(pattern, subject, 0, &match));
    subject_free(&subject);
    pattern_free(&pattern);
}

static void a_match_within_ends_there_and_sees_beyond(void **state)
{
    (void)state;
    struct pattern *pattern = pattern_new("巡查(?=大堤)|闸门关");
    struct subject *subject = subject_new(slice_of("闸门巡查大堤，闸门关好"));
    struct match match;
    assert_true(pattern_find_within(pattern, subject, 0, 12, &match));
    assert_int_equal(match.group[0].start, 6);
    assert_int_equal(match.group[0].end, 12);
    assert_false(pattern_find_within(pattern, subject, 12, 27, &match)); /* 关 lies behind it */
    assert_true(pattern_find_within(pattern, subject, 12, 30, &match));
    assert_int_equal(match.group[0].start, 21);
    assert_false(pattern_find_within(pattern, subject, 12, 12, &match));
    assert_true(pattern_find(pattern, subject, 0, &match)); /* the next search is of the whole again */
    subject_free(&subject);
    pattern_free(&pattern);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_match_within_ends_there_and_sees_beyond), cmocka_unit_test(positions_are_bytes),
        cmocka_unit_test(switching_subjects_finds_each_text_s_own), cmocka_unit_test(a_match_may_look_before_its_start),
        cmocka_unit_test(too_much_backtracking_is_no_match)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
