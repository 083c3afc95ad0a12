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

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(positions_are_bytes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
