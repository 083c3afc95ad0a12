/*
 * Does a sentence demand something?  Each sign for or against is found by a
 * table of the genre and has a weight, so that every decision has its reasons.
 * The tables are in demand_table.c.
 */
#ifndef PARSE_DEMANDS_H
#define PARSE_DEMANDS_H

#include "chuanda/buffer.h"

#include <stdbool.h>

/* A set of bits: what was seen in a sentence or holds where it stands. */
enum sign {
    SIGN_MODAL = 1 << 0,      /* 要, 必须, 应, 不得, 严禁 … as verbs */
    SIGN_REQUEST = 1 << 1,    /* 请于…, 望… */
    SIGN_DECISION = 1 << 2,   /* 会议决定…, 经研究，决定… */
    SIGN_IMPERATIVE = 1 << 3, /* 切实加强…: it begins with a verb of doing */
    SIGN_ADDRESSEE = 1 << 4,  /* 各级党委…, 全市上下…: it begins with those who are to act */
    SIGN_ASSESSMENT = 1 << 5, /* …具有重要意义, 体现了…, 是…的 */
    SIGN_REPORT = 1 << 6,     /* …了, 已…, 近年来 */
    SIGN_PROCEDURE = 1 << 7,  /* 出席, 主持会议, 审议通过 */
    SIGN_QUOTED = 1 << 8, /* 党中央多次作出部署，要求各地要…: what somebody else has demanded before */
    /* where it stands */
    SIGN_DEMANDED = 1 << 9,  /* the sentence before it in its passage is a demand */
    SIGN_LED = 1 << 10,      /* somebody's words are being given */
    SIGN_REQUIRED = 1 << 11, /* its own lead is 要求, 号召 … */
    SIGN_ARTICLE = 1 << 12   /* an article of a policy: each sentence lays something down */
};

struct demand_rules;
struct demand_rules *demand_rules_new(void);
void demand_rules_free(struct demand_rules **rules);

/*
 * Replaces `masked` by the passage with what stands in 《》, （） and short “”
 * blotted out: the words in there decide nothing.  Byte positions stay.
 */
void demand_mask(struct slice passage, struct buffer *masked);

/*
 * Adds to the signs that the place of a sentence gives (`place`) those of its
 * words, masked, without its lead.  Signs against a demand are looked for only
 * where there are some for it.
 */
unsigned demand_signs(struct demand_rules *rules, struct slice words, unsigned place);

/* Do the signs add up to a demand? */
bool demand_holds(unsigned signs);

/* The bytes of an ordinal that an item begins with (一是, （二）, 第三，, 4.); 0: none. */
size_t demand_ordinal(struct demand_rules *rules, struct slice words);

/* Do the words tell of the meeting's procedure (出席, 审议通过 …)? */
bool demand_tells_procedure(struct demand_rules *rules, struct slice words);

/* Is there a modal verb (要, 必须 …) in the words? */
bool demand_has_modal(struct demand_rules *rules, struct slice words);

/* Does a clause begin as an imperative or as a circumstance (按照…的要求)?  Then it is nobody who speaks. */
bool demand_begins(struct demand_rules *rules, struct slice clause);

#endif
