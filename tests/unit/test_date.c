/* Dates: arithmetic and every writing in which the genre has them. */
#include "chuanda/buffer.h"
#include "chuanda/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void arithmetic(void **state)
{
    (void)state;
    struct date leap = {2020, 2, 28};
    struct date march = {2020, 3, 1};
    assert_int_equal(date_days(leap, march), 2);
    assert_int_equal(date_days(march, leap), -2);
    assert_int_equal(date_days((struct date){1999, 12, 31}, (struct date){2026, 1, 1}), 9498);
    assert_true(date_compare(leap, march) < 0);
    assert_true(date_compare(march, leap) > 0);
    assert_int_equal(date_compare(march, march), 0);
    struct date sum = date_add(leap, 2);
    assert_int_equal(date_compare(sum, march), 0);
    assert_int_equal(date_compare(date_add(march, -366), (struct date){2019, 3, 1}), 0);
    assert_int_equal(date_compare(date_add((struct date){2019, 12, 31}, 1), (struct date){2020, 1, 1}), 0);
    assert_int_equal(date_compare(date_add((struct date){2020, 1, 1}, -1), (struct date){2019, 12, 31}), 0);
    assert_int_equal(date_weekday((struct date){2020, 3, 4}), 3);
    assert_int_equal(date_weekday((struct date){2024, 12, 1}), 7);
    assert_int_equal(date_weekday((struct date){2000, 1, 1}), 6);
}

static void only_days_of_the_calendar_are_complete(void **state)
{
    (void)state;
    assert_true(date_complete((struct date){2020, 2, 29}));
    assert_false(date_complete((struct date){2019, 2, 29}));
    assert_false(date_complete((struct date){1900, 2, 29}));
    assert_false(date_complete((struct date){2020, 4, 31}));
    assert_false(date_complete((struct date){2020, 13, 1}));
    assert_false(date_complete((struct date){2020, 3, 0}));
    assert_false(date_complete((struct date){0, 3, 4}));
}

static void reads_and_writes_iso(void **state)
{
    (void)state;
    struct date date = {0};
    char text[11];
    assert_true(date_read("2020-03-04", &date));
    date_write(date, text);
    assert_string_equal(text, "2020-03-04");
    assert_false(date_read("2020-3-4", &date));
    assert_false(date_read("2020-03-04x", &date));
    assert_false(date_read("2020-02-30", &date));
    assert_false(date_read("2020", &date));
    assert_false(date_read("", &date));
}

/* The dates of a text, each as 〔what is written〕year-month-day[~month-day]. */
static void check(const char *text, const char *expected)
{
    struct buffer found = {0};
    struct date_mention mention;
    for (size_t at = 0; date_find(slice_of(text), at, &mention); at = mention.end) {
        buffer_add_text(&found, "〔");
        buffer_add(&found, slice_part(slice_of(text), mention.start, mention.end));
        buffer_print(&found, "〕%d-%d-%d", mention.date.year, mention.date.month, mention.date.day);
        if (mention.end_day > 0)
            buffer_print(&found, "~%d-%d", mention.end_month, mention.end_day);
    }
    char *all = buffer_take(&found);
    assert_string_equal(all, expected);
    free(all);
}

static void whole_dates(void **state)
{
    (void)state;
    check("2020年3月4日，会议", "〔2020年3月4日〕2020-3-4");
    check("二〇二〇年三月四日", "〔二〇二〇年三月四日〕2020-3-4");
    check("二○二○年十二月廿一日", "〔二○二○年十二月廿一日〕2020-12-21");
    check("２０２０年３月４日", "〔２０２０年３月４日〕2020-3-4");
    check("2024 年 7 月 5 日", "〔2024 年 7 月 5 日〕2024-7-5");
    check("2020-03-04", "〔2020-03-04〕2020-3-4");
    check("发布时间：20200304 10:20", "〔20200304〕2020-3-4");
    check("编号20209904，电话20200304123", "");
    check("（2020.3.4）", "〔2020.3.4〕2020-3-4");
    check("2020/3/4 10:20", "〔2020/3/4〕2020-3-4");
    check("２０２０．３．４", "〔２０２０．３．４〕2020-3-4");
    check("2020年2月29日", "〔2020年2月29日〕2020-2-29");
}

static void parts_of_dates(void **state)
{
    (void)state;
    check("3月4日召开", "〔3月4日〕0-3-4");
    check("三月四日", "〔三月四日〕0-3-4");
    check("７月９日", "〔７月９日〕0-7-9");
    check("7月９日", "〔7月９日〕0-7-9");
    check("3月4号", "〔3月4号〕0-3-4");
    check("2020年3月，", "〔2020年3月〕2020-3-0");
    check("2020年3月份", "〔2020年3月〕2020-3-0");
    check("2020年3月100人", "〔2020年3月〕2020-3-0");
    check("新华社4日电", "〔4日〕0-0-4");
    check("昨日(27日)", "〔27日〕0-0-27");
    check("省委四日在城关召开", "〔四日〕0-0-4");
    check("98年3月4日", "〔3月4日〕0-3-4");
    check("3月4日、6日", "〔3月4日〕0-3-4〔6日〕0-0-6");
    check("2月29日", "〔2月29日〕0-2-29");
}

static void times_of_day_belong_to_the_date(void **state)
{
    (void)state;
    check("3月4日晚，", "〔3月4日晚〕0-3-4");
    check("3月4日晚上，", "〔3月4日晚上〕0-3-4");
    check("2020年3月4日 下午", "〔2020年3月4日 下午〕2020-3-4");
    check("22日下午", "〔22日下午〕0-0-22");
    check("4日12时", "〔4日〕0-0-4");
    check("4日100余人参加", "〔4日〕0-0-4");
    check("四日上午", "〔四日上午〕0-0-4");
}

static void ranges(void **state)
{
    (void)state;
    check("9月13日下午至14日，", "〔9月13日下午至14日〕0-9-13~9-14");
    check("8月21日至22日", "〔8月21日至22日〕0-8-21~8-22");
    check("8月27日至9月1日上午", "〔8月27日至9月1日上午〕0-8-27~9-1");
    check("3月4至6日", "〔3月4至6日〕0-3-4~3-6");
    check("3月4-6日", "〔3月4-6日〕0-3-4~3-6");
    check("14—15日，市委", "〔14—15日〕0-0-14~0-15");
    check("3月4日——6日", "〔3月4日——6日〕0-3-4~3-6");
    check("21日至22日，", "〔21日至22日〕0-0-21~0-22");
    check("2019年12月30日至2020年1月2日", "〔2019年12月30日至2020年1月2日〕2019-12-30~1-2");
    check("2020-03-04至2020-03-06", "〔2020-03-04至2020-03-06〕2020-3-4~3-6");
    check("3月4日到县里", "〔3月4日〕0-3-4");
    check("3月4日至今", "〔3月4日〕0-3-4");
    check("3月4日至2日", "〔3月4日〕0-3-4〔2日〕0-0-2");
}

static void what_is_no_date(void **state)
{
    (void)state;
    check("13月5日", "");
    check("3月32日", "");
    check("2020年2月30日", "");
    check("2019年2月29日", "");
    check("2020-13-01", "");
    check("0月5日", "");
    check("3月0日", "");
    check("32日", "");
    check("5日内办结", "");
    check("3日游", "");
    check("3日后办结", "");
    check("用3至5日时间", "");
    check("3—5日内", "");
    check("20多日", "");
    check("3个月", "");
    check("2020年", "");
    check("第3日", "");
    check("连续5日", "");
    check("为期两日", "");
    check("一日三餐", "");
    check("两日在外", "");
    check("1日1报", "");
    check("4号楼", "");
    check("农历三月四日", "");
    check("正月初一", "");
    check("版本2020.3.4.5", "");
    check("2020.3", "");
    check("二十", "");
    check("", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arithmetic),
        cmocka_unit_test(only_days_of_the_calendar_are_complete),
        cmocka_unit_test(reads_and_writes_iso),
        cmocka_unit_test(whole_dates),
        cmocka_unit_test(parts_of_dates),
        cmocka_unit_test(times_of_day_belong_to_the_date),
        cmocka_unit_test(ranges),
        cmocka_unit_test(what_is_no_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
