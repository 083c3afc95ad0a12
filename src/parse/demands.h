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
    SIGN_MEANS = 1 << 13,    /* 以铁的纪律保障…: a circumstance that ends in doing something */
    SIGN_CARRIED = 1 << 15, /* nothing in it tells what is so, and what stands before it demands: 两高项目一个不批 */
    SIGN_ANSWERED = 1 << 14, /* its own lead is 与会同志表示: those who listened speak */
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

/*
 * The number that an item begins with: of an ordinal, or of 三要, which demands
 * by itself; 0: none.  Moves `*position`, a byte, from 0 behind what is only the number.
 */
int demand_number(struct demand_rules *rules, struct slice words, size_t *position);

/* The next clause: up to ，,：:；; (not included). Moves `*position` behind the mark; false at the end. */
bool demand_clause(struct slice words, size_t *position, struct slice *clause);

/* Do the words tell of the meeting's procedure (出席, 审议通过 …)? */
bool demand_tells_procedure(struct demand_rules *rules, struct slice words);

/* The byte at which the first modal verb (要, 必须 …) of the words stands; SLICE_NONE: there is none. */
size_t demand_modal_in(struct demand_rules *rules, struct slice words);

/* Does a clause begin as an imperative or as a circumstance (按照…的要求)?  Then it is nobody who speaks or acts. */
bool demand_begins(struct demand_rules *rules, struct slice clause);

/* The same by the first words alone, whatever follows them. */
bool demand_opens(struct demand_rules *rules, struct slice words);

/* Is a clause only a circumstance (在…的同时), or words that join clauses (同时)? */
bool demand_is_circumstance(struct demand_rules *rules, struct slice clause);

/* The bytes of joining words and adverbs that words begin with; all of them where they go on as a circumstance. */
size_t demand_aside(struct demand_rules *rules, struct slice words);

/* The bytes of the joining words (同时, 特别是) that a clause begins with. */
size_t demand_links_of(struct demand_rules *rules, struct slice clause);

#endif
