/*
 * What dates a text that writes no year: events that are public knowledge, and
 * the years from which anniversaries count.  The rows are in year_table.c.
 */
#ifndef PARSE_YEAR_TABLE_H
#define PARSE_YEAR_TABLE_H

#include <stddef.h>

/* Texts that use the phrase as of the present were written between these months. */
struct known_event {
    const char *phrase;
    int from_year, from_month;
    int to_year, to_month;
};
extern const struct known_event known_events[];
extern const size_t known_event_count;

/* 改革开放40周年: 1978 + 40. */
struct known_beginning {
    const char *phrase;
    int year;
};
extern const struct known_beginning known_beginnings[];
extern const size_t known_beginning_count;

#endif
