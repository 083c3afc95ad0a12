/* Numerals in the genre's writings: value and bytes read. */
#include "chuanda/numeral.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* `text` begins with a numeral of `value`, written in `numeral`. */
static void check(const char *text, long value, const char *numeral)
{
    long read = -1;
    assert_int_equal(numeral_read(slice_of(text), 0, &read), slice_of(numeral).length);
    if (numeral[0] != '\0')
        assert_int_equal(read, value);
}

static void arabic_digits(void **state)
{
    (void)state;
    check("16次", 16, "16");
    check("１６次", 16, "１６");
    check("7９", 79, "7９");
    check("007", 7, "007");
    check("0", 0, "0");
    check("999999999", 999999999, "999999999");
    check("1000000000", 0, "");
}

static void digits_in_a_row(void **state)
{
    (void)state;
    check("二〇二〇年", 2020, "二〇二〇");
    check("二零二零年", 2020, "二零二零");
    check("二○二○年", 2020, "二○二○");
    check("二Ｏ二O年", 2020, "二Ｏ二O");
    check("二0二０年", 2020, "二0二０");
    check("一九九八年", 1998, "一九九八");
    check("〇", 0, "〇");
}

static void units(void **state)
{
    (void)state;
    check("十六", 16, "十六");
    check("十", 10, "十");
    check("二十", 20, "二十");
    check("廿一", 21, "廿一");
    check("卅日", 30, "卅");
    check("一百零三", 103, "一百零三");
    check("一百〇三", 103, "一百〇三");
    check("一百十二", 112, "一百十二");
    check("一百三十二次", 132, "一百三十二");
    check("两千零二十", 2020, "两千零二十");
    check("三千零五", 3005, "三千零五");
    check("三万五", 35000, "三万五");
    check("十二万三千四百", 123400, "十二万三千四百");
    check("一亿零三", 100000003, "一亿零三");
    check("一百零", 100, "一百");
    check("两", 2, "两");
    check("三", 3, "三");
    check("十四五", 14, "十四");
    check("三十一二", 31, "三十一");
}

static void no_numeral(void **state)
{
    (void)state;
    check("", 0, "");
    check("会议", 0, "");
    check("○一", 0, "");
    check("万众一心", 0, "");
    check("百日", 0, "");
    check("O2", 0, "");
    check("九千亿", 0, "");
}

static void starts_anywhere(void **state)
{
    (void)state;
    long value;
    assert_int_equal(numeral_read(slice_of("第十九次"), 3, &value), 6);
    assert_int_equal(value, 19);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(arabic_digits), cmocka_unit_test(digits_in_a_row),
                                       cmocka_unit_test(units), cmocka_unit_test(no_numeral),
                                       cmocka_unit_test(starts_anywhere)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
