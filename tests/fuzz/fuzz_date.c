/* Any bytes: dates, numerals and sentences lie within the text, in order, and what is a date is one of the calendar. */
#include "chuanda/date.h"
#include "chuanda/numeral.h"
#include "chuanda/sentence.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_dates(struct slice text)
{
    struct date_mention mention;
    for (size_t at = 0; date_find(text, at, &mention); at = mention.end) {
        check(mention.start >= at && mention.end > mention.start && mention.end <= text.length);
        struct date date = mention.date;
        check(date.month >= 0 && date.month <= 12 && date.day >= 0 && date.day <= 31);
        check(date.year == 0 || (date.year >= 1000 && date.year <= 2999 && date.month > 0));
        check(date.year == 0 || date.day == 0 || date_complete(date));
        check(date.month > 0 || date.day > 0);
        check(mention.end_day >= 0 && mention.end_day <= 31 && mention.end_month >= 0 && mention.end_month <= 12);
    }
}

static void check_numerals(struct slice text)
{
    for (size_t at = 0; at < text.length; at++) {
        long value = -1;
        size_t length = numeral_read(text, at, &value);
        check(length <= text.length - at);
        check(length == 0 || (value >= 0 && value <= 999999999));
    }
}

static void check_sentences(struct slice text, bool at_semicolons)
{
    struct slice sentence;
    const char *end = text.bytes;
    for (size_t at = 0; sentence_next(text, at_semicolons, &at, &sentence);) {
        check(sentence.length > 0 && sentence.bytes >= end);
        end = sentence.bytes + sentence.length;
        check(end <= text.bytes + at && at <= text.length);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice text = {.bytes = (const char *)data, .length = size};
    check_dates(text);
    check_numerals(text);
    check_sentences(text, false);
    check_sentences(text, true);
    return 0;
}
