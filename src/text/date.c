#include "chuanda/date.h"

#include "chuanda/numeral.h"
#include "chuanda/utf8.h"

#include <stdio.h>
#include <string.h>

enum { YEAR_MIN = 1000, YEAR_MAX = 2999, COMPACT_MIN = 1949, COMPACT_MAX = 2099, FAULTY = -1 };

/* Days from 1 March of year 0 (proleptic Gregorian): leap days then stand at the year's end. */
static long day_number(struct date date)
{
    long year = date.month <= 2 ? date.year - 1 : date.year;
    long month = (date.month + 9) % 12;
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date.day - 1;
}

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    return days[month - 1] + (month == 2 && leap);
}

bool date_complete(struct date date)
{
    return date.year > 0 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= month_days(date.year, date.month);
}

int date_compare(struct date a, struct date b)
{
    long days = date_days(b, a);
    return (days > 0) - (days < 0);
}

long date_days(struct date a, struct date b)
{
    return day_number(b) - day_number(a);
}

struct date date_add(struct date date, long days)
{
    long day = date.day + days;
    while (day < 1) {
        date.month = date.month == 1 ? 12 : date.month - 1;
        date.year -= date.month == 12;
        day += month_days(date.year, date.month);
    }
    while (day > month_days(date.year, date.month)) {
        day -= month_days(date.year, date.month);
        date.month = date.month == 12 ? 1 : date.month + 1;
        date.year += date.month == 1;
    }
    date.day = (int)day;
    return date;
}

int date_weekday(struct date date)
{
    return (int)((day_number(date) + 2) % 7) + 1; /* 1 March of year 0 was a Wednesday */
}

bool date_read(const char *text, struct date *date)
{
    struct date read = {0};
    int *const parts[] = {&read.year,  &read.year,  &read.year, &read.year, NULL,
                          &read.month, &read.month, NULL,       &read.day,  &read.day};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (parts[i] == NULL ? text[i] != '-' : text[i] < '0' || text[i] > '9')
            return false;
        if (parts[i] != NULL)
            *parts[i] = *parts[i] * 10 + (text[i] - '0');
    }
    if (text[10] != '\0' || !date_complete(read))
        return false;
    *date = read;
    return true;
}

void date_write(struct date date, char text[static 11])
{
    char digits[] = "0000-00-00";
    int year = date.year, month = date.month, day = date.day;
    for (int at = 3; at >= 0; at--, year /= 10)
        digits[at] = (char)('0' + year % 10);
    for (int at = 6; at >= 5; at--, month /= 10)
        digits[at] = (char)('0' + month % 10);
    for (int at = 9; at >= 8; at--, day /= 10)
        digits[at] = (char)('0' + day % 10);
    memcpy(text, digits, sizeof digits);
}

/* Finding dates.  The words that decide what a number is: */

static const char *const spaces[] = {" ", "\t", "\u3000", "\u00A0", NULL};
static const char *const day_units[] = {"日", "号", NULL};
static const char *const separators[] = {"-", "－", ".", "．", "/", "／", NULL};
static const char *const until[] = {"至", "到", "——", "—", "--", "-", "－", "–", "―", "~", "～", "〜", "∼", NULL};

/* Longer ones before those that they begin with. */
static const char *const times_of_day[] = {"凌晨", "清晨", "早晨", "早上", "早间", "早",   "上午",
                                           "中午", "午间", "午后", "下午", "傍晚", "晚上", "晚间",
                                           "晚",   "深夜", "夜间", "夜里", "夜",   NULL};

/* 农历三月四日 is no day of our calendar. */
static const char *const other_calendars[] = {"农历", "阴历", "夏历", "旧历", NULL};

/* Before “5日” alone: so many days, not the fifth (第5日, 连续5日, 为期5日). */
static const char *const counts_days[] = {"第",   "每",   "近",   "满", "约", "达",   "逾",   "连续", "持续", "为期",
                                          "历时", "不足", "超过", "限", "隔", "正月", "腊月", "冬月", NULL};

/* Behind it the same (5日内, 3日游). */
static const char *const days_counted[] = {"内", "以内", "之内", "后", "游", "龄", "均", "多", "时间", NULL};

/* Behind it and a number: every day (1日1报, 一日三餐). */
static const char *const every_day[] = {"报", "次", "调度", "测", "检", "研判", "会商", "通报", "餐", NULL};

/* Behind a day in Han numerals that stands alone (四日电): 一日 is “one day” more often than the first. */
static const char *const day_goes_on[] = {"电", "讯", "在", "召开", "主持", "，", ",", "）", ")", "至", NULL};

/* The length of the first of `words` that stands at `at`; 0: none. */
static size_t word_at(struct slice text, size_t at, const char *const *words)
{
    for (; *words != NULL; words++)
        if (slice_starts(slice_part(text, at, text.length), slice_of(*words)))
            return strlen(*words);
    return 0;
}

static bool word_before(struct slice text, size_t at, const char *const *words)
{
    for (; *words != NULL; words++)
        if (slice_ends(slice_part(text, 0, at), slice_of(*words)))
            return true;
    return false;
}

static size_t skip_spaces(struct slice text, size_t at)
{
    for (size_t length; (length = word_at(text, at, spaces)) > 0;)
        at += length;
    return at;
}

static bool is_arabic(struct slice text, size_t at)
{
    if (at >= text.length)
        return false;
    uint32_t code_point = utf8_next(text, &at);
    return (code_point >= '0' && code_point <= '9') || (code_point >= 0xFF10 && code_point <= 0xFF19);
}

/* A number and one of `units` behind it, spaces allowed: the byte behind both, or `at` where they do not stand here. */
static size_t read_part(struct slice text, size_t at, const char *const *units, int *part)
{
    size_t number = skip_spaces(text, at);
    long value;
    size_t length = numeral_read(text, number, &value);
    if (length == 0)
        return at;
    size_t unit = skip_spaces(text, number + length);
    length = word_at(text, unit, units);
    if (length == 0)
        return at;
    *part = value == 0 || value > YEAR_MAX ? FAULTY : (int)value;
    return unit + length;
}

/* What stands at one place; `open_day` is the 4 of 3月4至6日, which counts only where a range follows. */
struct reading {
    size_t end; /* behind the last part that has its unit */
    struct date date;
    int open_day;
    size_t open_end;
};

/* Could the parts that are known be a day or a month of the calendar? */
static bool possible(struct date date)
{
    if (date.month == 0)
        return date.year == 0 && date.day >= 1 && date.day <= 31;
    return date.month >= 1 && date.month <= 12 && date.day >= 0 && date.day <= month_days(date.year, date.month);
}

/* 20200304. */
static bool read_compact(struct slice text, size_t at, struct reading *reading)
{
    size_t before = at;
    long value;
    if (!is_arabic(text, at) || utf8_count(slice_part(text, at, at + numeral_read(text, at, &value))) != 8 ||
        (at > 0 && (utf8_previous(text, &before) == '.' || text.bytes[before] == '-')))
        return false;
    *reading = (struct reading){.end = at + numeral_read(text, at, &value),
                                .date = {(int)(value / 10000), (int)(value / 100 % 100), (int)(value % 100)}};
    return date_complete(reading->date) && reading->date.year >= COMPACT_MIN && reading->date.year <= COMPACT_MAX;
}

/* 2020-03-04, 2020.3.4, 2020/3/4. */
static bool read_numeric(struct slice text, size_t at, struct reading *reading)
{
    long parts[3];
    size_t separator = 0;
    for (int i = 0; i < 3; i++) {
        size_t length = is_arabic(text, at) ? numeral_read(text, at, &parts[i]) : 0;
        size_t digits = utf8_count(slice_part(text, at, at + length));
        if (i == 0 ? digits != 4 : digits < 1 || digits > 2)
            return false;
        at += length;
        size_t next = word_at(text, at, separators);
        bool same = next > 0 && (i == 0 || memcmp(text.bytes + separator, text.bytes + at, next) == 0);
        if (i == 2 ? same && is_arabic(text, at + next) : !same)
            return false;
        separator = at;
        at += i < 2 ? next : 0;
    }
    *reading = (struct reading){.end = at, .date = {(int)parts[0], (int)parts[1], (int)parts[2]}};
    if (parts[1] == 0 || parts[2] == 0)
        reading->date.month = FAULTY;
    return parts[0] >= YEAR_MIN && parts[0] <= YEAR_MAX;
}

/* 2020年3月4日 with its head or its tail left out; false also for a year alone. */
static bool read_written(struct slice text, size_t at, struct reading *reading)
{
    static const char *const year_unit[] = {"年", NULL};
    static const char *const month_unit[] = {"月", NULL};
    struct date date = {0};
    size_t behind_year = read_part(text, at, year_unit, &date.year);
    if (behind_year > at && (date.year < YEAR_MIN || date.year > YEAR_MAX))
        return false;
    size_t behind_month = read_part(text, behind_year, month_unit, &date.month);
    if (behind_month == behind_year && behind_year > at)
        return false;
    size_t end = read_part(text, behind_month, day_units, &date.day);
    *reading = (struct reading){.end = end, .date = date};
    if (end == behind_month) {
        size_t number = skip_spaces(text, end);
        long day = 0;
        reading->open_end = number + numeral_read(text, number, &day);
        reading->open_day = day <= 31 ? (int)day : 0;
    }
    return true;
}

/* Is the day that stands alone in [start, end) one of the month, and not a count of days? */
static bool lone_day(struct slice text, size_t start, size_t end)
{
    struct slice day = slice_part(text, start, end);
    if (word_before(text, start, counts_days) || word_at(text, end, days_counted) > 0 ||
        slice_starts(day, slice_of("两")) || slice_ends(day, slice_of("号")))
        return false;
    long times;
    size_t length = numeral_read(text, end, &times);
    if (length > 0 && word_at(text, end + length, every_day) > 0)
        return false;
    return is_arabic(text, start) || word_at(text, end, day_goes_on) > 0 || word_at(text, end, times_of_day) > 0;
}

/* Behind a time of day, if one follows. */
static size_t skip_time_of_day(struct slice text, size_t at)
{
    size_t word = skip_spaces(text, at);
    size_t length = word_at(text, word, times_of_day);
    return length > 0 ? word + length : at;
}

/* Adds the end of a range whose beginning is in `mention`; false where none follows. */
static bool read_range(struct slice text, struct date_mention *mention)
{
    size_t at = skip_spaces(text, mention->end);
    size_t length = word_at(text, at, until);
    if (length == 0)
        return false;
    at = skip_spaces(text, at + length);
    struct reading last;
    if ((!read_numeric(text, at, &last) && !read_written(text, at, &last)) || last.date.day == 0)
        return false;
    if (last.date.month == 0)
        last.date.month = mention->date.month;
    bool forward = last.date.year > 0 || last.date.month != mention->date.month || last.date.day > mention->date.day;
    if (!possible(last.date) || !forward)
        return false;
    mention->end_month = last.date.month;
    mention->end_day = last.date.day;
    mention->end = skip_time_of_day(text, last.end);
    return true;
}

/* The date at `at`, where a number starts. `*skip` becomes the byte behind what is written like a date and is none. */
static bool read_mention(struct slice text, size_t at, size_t *skip, struct date_mention *mention)
{
    struct reading reading;
    if (!read_compact(text, at, &reading) && !read_numeric(text, at, &reading) && !read_written(text, at, &reading))
        return false;
    *mention = (struct date_mention){.start = at, .end = reading.open_end, .date = reading.date};
    mention->date.day += reading.open_day;
    if (reading.open_day > 0 && possible(mention->date) && read_range(text, mention))
        return mention->date.month > 0 || lone_day(text, at, mention->end);

    *mention = (struct date_mention){.start = at, .end = reading.end, .date = reading.date};
    if (reading.end > *skip)
        *skip = reading.end;
    if (!possible(reading.date) || word_before(text, at, other_calendars))
        return false;
    if (reading.date.day == 0)
        return reading.date.year > 0;
    mention->end = skip_time_of_day(text, reading.end);
    bool range = read_range(text, mention);
    return reading.date.month > 0 || lone_day(text, at, range ? mention->end : reading.end);
}

bool date_find(struct slice text, size_t from, struct date_mention *mention)
{
    for (size_t at = from; at < text.length;) {
        long value;
        size_t length = numeral_read(text, at, &value);
        size_t skip = at + length;
        if (length == 0)
            (void)utf8_next(text, &skip);
        else if (read_mention(text, at, &skip, mention))
            return true;
        at = skip;
    }
    return false;
}
