/* Dates: arithmetic, and finding them in a text. */
#ifndef CHUANDA_DATE_H
#define CHUANDA_DATE_H

#include "chuanda/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* A part that is not known is 0. */
struct date {
    int year;
    int month;
    int day;
};

/* Are all three parts known, and is there such a day? */
bool date_complete(struct date date);

/* <0, 0, >0 as strcmp; complete dates only. */
int date_compare(struct date a, struct date b);

/* Days from a to b (negative where b is earlier); complete dates only. */
long date_days(struct date a, struct date b);

/* The day `days` later. */
struct date date_add(struct date date, long days);

/* Monday 1 … Sunday 7. */
int date_weekday(struct date date);

/* Reads YYYY-MM-DD; false where it is none. */
bool date_read(const char *text, struct date *date);

/* Writes YYYY-MM-DD (11 bytes with the NUL). */
void date_write(struct date date, char text[static 11]);

/* A date as a text writes it. */
struct date_mention {
    size_t start;     /* bytes */
    size_t end;       /* bytes; 3月4日晚, 3月4日下午: with the time of day */
    struct date date; /* what is written; the rest 0 (22日下午: only the day) */
    int end_month; /* of a range 8月27日至28日; 0 where it is none, or where no month is written (21日至22日) */
    int end_day;   /* 0 where it is no range */
};

/*
 * The next date at or after byte `from`: 2020年3月4日, 二〇二〇年三月四日, 3月4日,
 * ７月９日, 4日 (the day alone), 2020年3月 (no day), 2020-03-04, 2020.3.4,
 * 2020/3/4, 20200304, ranges (9月13日下午至14日, 8月21日至22日).  What is no day of the
 * calendar (13月5日) is no date; neither are 5日内, 3日游, 20多日, 3个月, a day of
 * 农历, a year alone (2020年), a month without a year (3月).  A day alone in Han
 * numerals counts only where its context says so (四日电, 四日晚, 四日在…).
 */
bool date_find(struct slice text, size_t from, struct date_mention *mention);

#endif
