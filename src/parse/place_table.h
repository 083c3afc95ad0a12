/* The rows of place_table.c. */
#ifndef PARSE_PLACE_TABLE_H
#define PARSE_PLACE_TABLE_H

#include <stddef.h>

struct place_row {
    int code; /* GB/T 2260, six digits */
    int stem; /* bytes of the name that are its stem */
    const char *name;
};
extern const struct place_row place_rows[]; /* sorted by code */
extern const size_t place_row_count;

#endif
