/* Occasions that are their own body: conferences, congresses, and those that a committee calls for a purpose. */
#ifndef PARSE_CONFERENCE_H
#define PARSE_CONFERENCE_H

#include "draft.h"

/* Names that say nothing without the body that they belong to: 会议, 扩大会议, 第十二次会议, 领导小组会议. */
bool generic_name(struct slice words);

/* A named occasion: 全国…工作会议, 推进…座谈会. `words` NULL: none. */
struct named find_conference(struct document_rules *rules, struct slice words);

/* The session of a congress or a plenum, by the body in full: 某某县第十八届人民代表大会. `words` NULL: none. */
struct named find_congress(struct document_rules *rules, struct slice words);

/*
 * The conference that `words` name, where the body calls it for a purpose and
 * it is not its ordinary meeting: 市委农村工作会议 of 市委; owned. NULL: none.
 */
char *conference_of(struct document_rules *rules, const struct named *body, struct slice words);

#endif
