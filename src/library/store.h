/* Writing a source and what was recognised in it. */
#ifndef LIBRARY_STORE_H
#define LIBRARY_STORE_H

#include "chuanda/library.h"
#include "chuanda/parse.h"
#include "chuanda/source.h"

/*
 * Writes a source, all or nothing: as a new one, or, where its path (or else
 * its hash) is known, in place of what was known of it, with its bookmarks and
 * corrections found again.  `parsed` is of the source's lines, without
 * corrections: where there are any, the lines are parsed anew.
 */
enum status store_source(struct library *library, const struct source *source, const struct parsed *parsed,
                         struct intake_report *report, struct problem *problem);

/* In a transaction: writes what was recognised anew in a source whose text has not changed. */
enum status store_parsed(struct library *library, int64_t source, const struct parsed *parsed,
                         struct intake_report *report, struct problem *problem);

#endif
