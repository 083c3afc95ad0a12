/* Who is to act: 各级党委和政府要…, 由水利站牵头…, 希望广大党员…. The tables are in addressee.c. */
#ifndef PARSE_ADDRESSEE_H
#define PARSE_ADDRESSEE_H

#include "demands.h"
#include "place.h"

struct addressee_rules;
struct addressee_rules *addressee_rules_new(void);
void addressee_rules_free(struct addressee_rules **rules);

/*
 * The first in a masked demand that are named as those who are to act: a part
 * of `words`, empty where nobody is.  Things are not (堤防要加固), nor whom
 * something is to be done to or for (对受灾群众要…, 督促企业…), nor 我们.  `asked`: the
 * lead is 希望, 要求 …, and whom it asks may follow at once.  `places` (NULL:
 * unknown) tells names of places without their endings: 希望湖北….
 */
struct slice addressee_of(struct addressee_rules *rules, struct demand_rules *demands, const struct place_index *places,
                          struct slice words, bool asked);

/* Whom a masked lead names: 林某对全县党员干部提出三点要求. */
struct slice addressee_of_lead(struct addressee_rules *rules, struct slice lead);

#endif
