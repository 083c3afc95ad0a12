/* The words that introduce what somebody says: 会议强调，… 省委书记…主持会议并指出，…. The tables are in leads.c. */
#ifndef PARSE_LEADS_H
#define PARSE_LEADS_H

#include "demands.h"

struct lead_rules;
struct lead_rules *lead_rules_new(void);
void lead_rules_free(struct lead_rules **rules);

struct lead {
    size_t start; /* bytes of the sentence: the words of the lead are [start, end) */
    size_t end;
    size_t words; /* where what is said begins; the sentence's end where the lead stands alone (…提出三点要求。) */
    unsigned sign; /* SIGN_REQUIRED (要求, 号召), SIGN_DECISION (决定), SIGN_ANSWERED (与会同志表示) or 0 */
};

/* Does a masked sentence announce demands: 我提三点要求。? */
bool lead_announces(struct lead_rules *rules, struct demand_rules *demands, struct slice sentence);

/* The lead of a masked sentence; false: it has none. */
bool lead_find(struct lead_rules *rules, struct demand_rules *demands, struct slice sentence, struct lead *lead);

#endif
