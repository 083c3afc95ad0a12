/* Which stretches of a passage are one word. */
#include "chuanda/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static bool is_word(struct word_breaker *breaker, const char *passage, const char *part)
{
    size_t start = slice_find(slice_of(passage), slice_of(part), 0);
    return word_is(breaker, slice_of(passage), start, start + slice_of(part).length);
}

static void a_word_is_told_from_two_halves(void **state)
{
    (void)state;
    struct word_breaker *breaker = word_breaker_new();
    assert_true(is_word(breaker, "抓紧加固水库大坝", "水库"));
    assert_false(is_word(breaker, "抓紧加固水库大坝", "固水"));
    assert_false(is_word(breaker, "抓紧加固水库大坝", "加固水库"));
    assert_true(is_word(breaker, "检查学校食堂", "学校"));
    word_breaker_free(&breaker);
    word_breaker_free(&breaker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_is_told_from_two_halves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
