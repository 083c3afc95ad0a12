/* The hierarchy without a screen: places under the places that they are part of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "commands/hierarchy.h"

static void assert_hierarchy(struct document *documents, size_t count, const char *expected)
{
    struct document_list list = {.items = documents, .count = count};
    struct buffer buffer = {0};
    hierarchy_add(&buffer, &list);
    assert_string_equal(buffer.bytes, expected);
    buffer_free(&buffer);
}

static void places_stand_under_their_provinces(void **state)
{
    (void)state;
    struct document documents[] = {
        {.level = LEVEL_NATIONAL, .title = "部署", .date = {2031, 7, 1}, .date_basis = DATE_STATED},
        {.level = LEVEL_PROVINCE, .place = "甲省", .title = "省一", .date = {2031, 7, 2}, .date_basis = DATE_INFERRED},
        {.level = LEVEL_PROVINCE, .place = "甲省", .title = "省二"},
        {.level = LEVEL_PROVINCE, .place = "丙省", .title = "丙一"},
        {.level = LEVEL_CITY, .place = "甲省乙市", .title = "市一"},
        {.level = LEVEL_COUNTY, .place = "甲省乙市丁县", .title = "县一"},
        {.level = LEVEL_UNIT, .place = "甲省乙市", .title = "校一"},
    };
    assert_hierarchy(documents, sizeof documents / sizeof documents[0],
                     "中央 1\n"
                     "  2031-07-01   部署\n"
                     "甲省 2\n"
                     "  ~2031-07-02  省一\n"
                     "               省二\n"
                     "  乙市 1\n"
                     "                 市一\n"
                     "    丁县 1\n"
                     "                   县一\n"
                     "    单位 1\n"
                     "                   校一\n"
                     "丙省 1\n"
                     "               丙一\n");
}

static void what_has_no_place_or_no_province_stands_alone(void **state)
{
    (void)state;
    struct document documents[] = {
        {.level = LEVEL_CITY, .title = "何市"},
        {.level = LEVEL_CITY, .place = "甲省乙市", .title = "市一"},
        {.level = LEVEL_UNIT, .title = "校一"},
    };
    assert_hierarchy(documents, sizeof documents / sizeof documents[0],
                     "市级 1\n"
                     "               何市\n"
                     "甲省乙市 1\n"
                     "               市一\n"
                     "单位 1\n"
                     "               校一\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_stand_under_their_provinces),
        cmocka_unit_test(what_has_no_place_or_no_province_stands_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
