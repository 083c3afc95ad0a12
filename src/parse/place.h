/*
 * China's divisions down to counties (names and codes of GB/T 2260, which are
 * facts), and finding them in a text.  The table is in place_table.c.
 */
#ifndef PARSE_PLACE_H
#define PARSE_PLACE_H

#include "chuanda/document.h"
#include "chuanda/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* A division. `code` is GB/T 2260's: 420000, 421100, 421122. */
struct place {
    int code;
    enum level level; /* PROVINCE, CITY or COUNTY */
    const char *name; /* 湖北省, 黄冈市, 罗田县 */
    const char *full; /* outermost first: 湖北省黄冈市罗田县; a municipality's county: 北京市海淀区 */
    const char *stem; /* what stands without its ending: 湖北, 黄冈, 罗田 */
};

struct place_mention {
    size_t start; /* bytes */
    size_t end;
    const struct place *place; /* the table's */
    bool full_name;            /* 湖北省, not 湖北 or 鄂 */
    bool ambiguous;            /* others bear the name too, and nothing tells which is meant */
};

struct place_index; /* the table, made searchable */
struct place_index *place_index_new(void);
void place_index_free(struct place_index **index);

/*
 * The next name at or after byte `from`, longest first: 湖北省, 湖北, 黄冈市,
 * 湖北省黄冈市 (one mention, of the innermost).  Of several of one name the
 * one within `within` (a code; 0: none) wins; a bare stem of a county counts only with its ending.
 */
bool place_find(const struct place_index *index, struct slice text, size_t from, int within,
                struct place_mention *mention);

/* By code; NULL: none. */
const struct place *place_of(const struct place_index *index, int code);

#endif
