/* The table of divisions: names, what stands inside what, and what is no place. */
#include "parse/place.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int start(void **state)
{
    *state = place_index_new();
    return 0;
}

static int stop(void **state)
{
    struct place_index *index = *state;
    place_index_free(&index);
    return 0;
}

/* Asserts that the first place in `text` has this code and these words. */
static void expect(void **state, const char *text, int within, int code, const char *words)
{
    struct place_mention mention;
    assert_true(place_find(*state, slice_of(text), 0, within, &mention));
    assert_int_equal(mention.place->code, code);
    struct slice found = slice_part(slice_of(text), mention.start, mention.end);
    assert_int_equal(found.length, strlen(words));
    assert_memory_equal(found.bytes, words, found.length);
}

static void expect_none(void **state, const char *text)
{
    struct place_mention mention;
    assert_false(place_find(*state, slice_of(text), 0, 0, &mention));
}

static void names_with_and_without_their_ending(void **state)
{
    expect(state, "今年湖北省委召开会议", 0, 420000, "湖北省");
    expect(state, "对湖北的支持", 0, 420000, "湖北");
    expect(state, "黄冈市委", 0, 421100, "黄冈市");
    expect(state, "到黄冈检查", 0, 421100, "黄冈");
    expect(state, "罗田县委", 0, 421123, "罗田县");
    expect(state, "援鄂医疗队", 0, 420000, "鄂");
    expect(state, "三晋大地", 0, 140000, "三晋");
    expect(state, "恩施州委", 0, 422800, "恩施州");
    expect(state, "恭城县委", 0, 450332, "恭城县");
    expect(state, "神农架林区", 0, 429021, "神农架林区");
    expect(state, "莱芜市委", 0, 371200, "莱芜市");
}

static void a_chain_is_one_mention_of_the_innermost(void **state)
{
    expect(state, "湖北省黄冈市罗田县", 0, 421123, "湖北省黄冈市罗田县");
    expect(state, "湖北黄冈罗田", 0, 421123, "湖北黄冈罗田");
    expect(state, "北京市海淀区", 0, 110108, "北京市海淀区");
}

static void of_one_name_the_one_within_wins(void **state)
{
    expect(state, "朝阳区", 110000, 110105, "朝阳区");
    expect(state, "朝阳区", 220000, 220104, "朝阳区");
    expect(state, "长春市朝阳区", 0, 220104, "长春市朝阳区");
    struct place_mention mention;
    assert_true(place_find(*state, slice_of("朝阳区"), 0, 0, &mention));
    assert_true(mention.ambiguous);
}

static void words_are_no_places(void **state)
{
    expect_none(state, "国家长治久安，人民幸福安康，来宾很多");
    expect_none(state, "京津冀协同");
    expect_none(state, "罗田的山路");
    expect_none(state, "会议强调，要抓好落实。");
    expect_none(state, "");
}

static void full_names_run_from_the_outermost(void **state)
{
    assert_string_equal(place_of(*state, 421123)->full, "湖北省黄冈市罗田县");
    assert_string_equal(place_of(*state, 110108)->full, "北京市海淀区");
    assert_string_equal(place_of(*state, 429004)->full, "湖北省仙桃市");
    assert_string_equal(place_of(*state, 421100)->stem, "黄冈");
    assert_int_equal(place_of(*state, 421100)->level, LEVEL_CITY);
    assert_null(place_of(*state, 429999));
    assert_null(place_of(*state, 999999));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_with_and_without_their_ending),
        cmocka_unit_test(a_chain_is_one_mention_of_the_innermost),
        cmocka_unit_test(of_one_name_the_one_within_wins),
        cmocka_unit_test(words_are_no_places),
        cmocka_unit_test(full_names_run_from_the_outermost),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
