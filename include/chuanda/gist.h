/* The gist of a directive: what a list shows of it. */
#ifndef CHUANDA_GIST_H
#define CHUANDA_GIST_H

#include "chuanda/display.h"
#include "chuanda/slice.h"

#include <stddef.h>

/* The columns of a gist where nothing else says how many: in exports. */
enum { GIST_COLUMNS = 40 };

/* What making gists needs; it belongs to one thread. */
struct gist_maker;
struct gist_maker *gist_maker_new(void);
void gist_maker_free(struct gist_maker **maker);

/*
 * The first clause of a directive, without its ordinal (三是, 第三，; 三要 leaves
 * 要) and without the mark that ends it; a clause that only says 同时 or under
 * which circumstances (在…的同时，) is passed over where another follows.  At most
 * `columns` columns: what is longer is cut where a word ends, with an … behind
 * it (within a word only where the first one is too long).  Owned by the caller.
 */
char *gist_of(struct gist_maker *maker, struct slice directive, size_t columns, enum ambiguous ambiguous);

#endif
