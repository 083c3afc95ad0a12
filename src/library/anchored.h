/* Anchors in the database: the rows of bookmarks and of corrections' ends. */
#ifndef LIBRARY_ANCHORED_H
#define LIBRARY_ANCHORED_H

#include "anchor.h"
#include "database.h"

/* Eight parameters, in every statement in this order: line, first, behind, quote, prefix, suffix, before, after. */
void bind_anchor(struct query *query, const struct anchor *anchor);

/* The anchor of a place in a document, and its source; fails where the document has no text there. */
enum status document_anchor(struct library *library, int64_t document, struct place_in_text where, int64_t *source,
                            struct anchor *anchor, struct problem *problem);

/* Finds the bookmarks and the corrections of a source again in its new text, and counts them in the report. */
enum status anchored_find_again(struct library *library, int64_t source, struct intake_report *report,
                                struct problem *problem);

#endif
