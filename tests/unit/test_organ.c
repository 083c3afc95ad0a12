/* Bodies: all spellings of one body have one canonical name; offices and departments are no bodies. */
#include "parse/organ.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int start(void **state)
{
    *state = organ_table_new();
    return 0;
}

static int stop(void **state)
{
    struct organ_table *table = *state;
    organ_table_free(&table);
    return 0;
}

struct expected {
    const char *text, *words, *canonical;
    int number;
};

static void expect(void **state, const struct expected *expected, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct organ_mention mention;
        struct slice text = slice_of(expected[i].text);
        if (!organ_find(*state, text, 0, &mention))
            fail_msg("nothing found in %s", expected[i].text);
        char *words = slice_copy(slice_part(text, mention.start, mention.end));
        assert_string_equal(words, expected[i].words);
        assert_string_equal(mention.canonical, expected[i].canonical);
        assert_int_equal(mention.number, expected[i].number);
        organ_mention_free(&mention);
        free(words);
    }
}

static void national_bodies_in_all_spellings(void **state)
{
    static const struct expected expected[] = {
        {"中共中央政治局常务委员会3月4日召开会议", "中共中央政治局常务委员会", "中央政治局常委会", 0},
        {"在中央政治局常委会会议上", "中央政治局常委会会议", "中央政治局常委会", 0},
        {"中央政治局常务委员会议精神", "中央政治局常务委员会议", "中央政治局常委会", 0},
        {"4月17日中央政治局会议精神", "中央政治局会议", "中央政治局", 0},
        {"中共中央政治局召开会议", "中共中央政治局", "中央政治局", 0},
        {"主持中央政治局第二十五次集体学习", "中央政治局第二十五次集体学习", "中央政治局", 25},
        {"中央全面深化改革委员会第十二次会议", "中央全面深化改革委员会", "中央深改委", 0},
        {"国务院常务会议", "国务院常务会议", "国务院常务会议", 0},
        {"国务院第五次全体会议", "国务院第五次全体会议", "国务院全体会议", 5},
        {"国务院党组会议", "国务院党组会议", "国务院党组", 0},
        {"中央防汛抗旱工作领导小组会议", "中央防汛抗旱工作领导小组", "中央防汛抗旱工作领导小组", 0},
    };
    expect(state, expected, sizeof expected / sizeof expected[0]);
}

static void local_bodies_in_all_spellings(void **state)
{
    static const struct expected expected[] = {
        {"省委召开会议", "省委", "省委", 0},
        {"主持召开省委常委会（扩大）会议，", "省委常委会（扩大）会议", "省委常委会", 0},
        {"省委常委（扩大）会议", "省委常委（扩大）会议", "省委常委会", 0},
        {"市委常委会扩大会议", "市委常委会扩大会议", "市委常委会", 0},
        {"县委十四届第132次常委会（扩大）会议", "县委十四届第132次常委会（扩大）会议", "县委常委会", 132},
        {"十五届县委常委会第143次会议新闻", "十五届县委常委会第143次会议", "县委常委会", 143},
        {"县政府十九届第44次常务会议", "县政府十九届第44次常务会议", "县政府常务会议", 44},
        {"区十三届政府2026年第11次常务会议", "区十三届政府2026年第11次常务会议", "区政府常务会议", 11},
        {"十九届县人民政府第70次常务会议", "十九届县人民政府第70次常务会议", "县政府常务会议", 70},
        {"省委理论学习中心组学习", "省委理论学习中心组", "省委理论学习中心组", 0},
        {"市防汛抗旱指挥部会议", "市防汛抗旱指挥部", "市防指", 0},
        {"院党委理论学习中心组第三次学习", "院党委理论学习中心组", "院理论学习中心组", 0},
        {"党委常委会（扩大）会议", "党委常委会（扩大）会议", "党委常委会", 0},
        {"自治区党委常委会会议", "自治区党委常委会会议", "自治区党委常委会", 0},
    };
    expect(state, expected, sizeof expected / sizeof expected[0]);
}

static void the_name_tells_a_level(void **state)
{
    static const struct {
        const char *text;
        bool has_level;
        enum level level;
    } expected[] = {
        {"国务院常务会议", true, LEVEL_NATIONAL}, {"省委常委会", true, LEVEL_PROVINCE},
        {"州委常委会", true, LEVEL_CITY},         {"区委常委会", true, LEVEL_COUNTY},
        {"校党委会议", true, LEVEL_UNIT},         {"党委常委会会议", false, 0},
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        struct organ_mention mention;
        assert_true(organ_find(*state, slice_of(expected[i].text), 0, &mention));
        if (mention.has_level != expected[i].has_level)
            fail_msg("level of %s", mention.canonical);
        if (mention.has_level)
            assert_int_equal(mention.level, expected[i].level);
        organ_mention_free(&mention);
    }
}

static void offices_and_other_words_are_no_bodies(void **state)
{
    static const char *const texts[] = {"省委书记到会",       "市委副书记讲话", "各级党委和政府", "县委办公室通知",
                                        "中央政治局常委出席", "城市治理",       "全国上下",       ""};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct organ_mention mention;
        if (organ_find(*state, slice_of(texts[i]), 0, &mention))
            fail_msg("%s in %s", mention.canonical, texts[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(national_bodies_in_all_spellings),
        cmocka_unit_test(local_bodies_in_all_spellings),
        cmocka_unit_test(the_name_tells_a_level),
        cmocka_unit_test(offices_and_other_words_are_no_bodies),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
