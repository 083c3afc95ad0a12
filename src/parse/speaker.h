/* Who speaks: from a lead to the person, body or occasion whose words it introduces. The tables are in speaker.c. */
#ifndef PARSE_SPEAKER_H
#define PARSE_SPEAKER_H

#include "chuanda/document.h"
#include "chuanda/slice.h"

struct speaker_rules;
struct speaker_rules *speaker_rules_new(void);
void speaker_rules_free(struct speaker_rules **rules);

/*
 * Who speaks in a lead, in its original words: 省委书记林某主持会议并强调 → 林某;
 * 会议强调 → 会议; 《通知》要求 → 《通知》, in the notice itself its issuer; 他指出 →
 * the last person.  `sentence` goes to the end of the lead: a lead that is
 * only a verb has its subject in a clause before.  `before`: who spoke until
 * then (NULL: nobody), who goes on where none is named.  Owned by the caller; NULL: not told.
 */
char *speaker_of_lead(struct speaker_rules *rules, const struct document *document, struct slice sentence,
                      const char *before);

/* Whose words a document is where no lead tells: its author's or issuer's. Owned by the caller; NULL: not told. */
char *speaker_of_document(const struct document *document);

#endif
