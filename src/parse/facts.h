/* Facts on the fields of documents (chuanda/fact.h) while they are recognised. */
#ifndef PARSE_FACTS_H
#define PARSE_FACTS_H

#include "draft.h"

/* Gives each draft the facts that are of it. */
void facts_give(struct fact_list facts, const struct page *page, struct draft_list *drafts);

/*
 * Puts the fact about a field in the place of what was recognised; false where
 * there is none.  Called behind every stage that may set the field, so that the
 * stages that follow see what holds.
 */
bool fact_settle(struct draft *draft, enum field field);
void facts_settle(struct draft_list *drafts, enum field field);

/* All fields are read: their evidence becomes what the user said. */
void facts_conclude(struct draft *draft);

#endif
