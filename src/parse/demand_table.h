/* The words and shapes by which demands.c tells a demand; data only. */
#ifndef PARSE_DEMAND_TABLE_H
#define PARSE_DEMAND_TABLE_H

/* Word lists: lines of words separated by spaces, NULL at the end. */
extern const char *const demand_verbs[];   /* that begin an imperative */
extern const char *const demand_knowing[]; /* of these, those whose object may be a whole sentence: 认识到…是… */
extern const char *const demand_adverbs[]; /* that may stand before them */
extern const char *const demand_urging[];  /* of these, those that urge, whatever verb follows: 坚决砍掉… */
extern const char *const demand_links[];   /* that join clauses and say nothing: 同时, 并 */
extern const char *const demand_frames[];  /* prepositions that begin a clause of circumstance: 按照…, 围绕… */
extern const char *const demand_addressees[]; /* that begin a sentence: 各级, 全市上下 */

/* Regular expressions over a masked sentence. */
extern const char *const demand_modal;
extern const char *const demand_quoted;
extern const char *const demand_request;
extern const char *const demand_decision;
extern const char *const demand_assessment;
extern const char *const demand_copula; /* within one clause */
extern const char *const demand_report;
extern const char *const demand_norm; /* the forms of a measure: 一个不批, 每半小时…一遍, 凡是…的，… */
extern const char
    *const demand_states; /* what is so: looked for where a sentence has no sign of its own for a demand */
extern const char *const demand_procedure;
extern const char *const demand_ordinals;    /* at the start */
extern const char *const demand_counted;     /* at the start: the number of 三要, 三抓 */
extern const char *const demand_deadline;    /* at the start of a clause: by when (6月底前) */
extern const char *const demand_frame_tails; /* that end a clause of circumstance: …期间, …的同时 */

#endif
