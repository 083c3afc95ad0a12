/*
 * The documents that references are resolved against, made comparable, and the
 * meetings that the references tell of.  Private to candidates.c and resolve.c.
 */
#ifndef TRACE_CANDIDATES_H
#define TRACE_CANDIDATES_H

#include "resolve.h"

struct candidate {
    const struct document *document;
    long day;        /* see candidate_day */
    char *organ;     /* canonical; NULL: none */
    char *organ_key; /* as the name of an occasion; NULL: none */
    char *event_key; /* NULL: none */
    char *title_key; /* NULL: none */
    unsigned form;   /* see candidate_form */
};

/* A meeting that some text dates: a body, where, when. */
struct session {
    char *organ; /* canonical, owned */
    char *place; /* owned; NULL: national */
    struct date date;
};

struct resolver {
    struct candidate *candidates; /* by id */
    size_t count;
    const struct candidate **by_date; /* by day */
    struct session *sessions;         /* by body, place and date */
    size_t session_count;
};

const struct candidate *candidate_find(const struct resolver *resolver, int64_t id);

/* Where the candidates begin, by date, that are not earlier than `day` (see candidate_day). */
size_t candidates_from(const struct resolver *resolver, long day);

/* A date as a number of days; LONG_MIN where it is not complete, so that the undated come first. */
long candidate_day(struct date date);

/* By id; for qsort, and of two candidates. */
int candidate_order(const void *a, const void *b);

bool candidate_same_text(const char *a, const char *b); /* NULL is a value */
bool candidate_same_date(struct date a, struct date b); /* complete, and the same */

/* The name of an occasion in the form in which it is compared; NULL gives NULL. Owned by the caller. */
char *candidate_key(const char *name);

/* What a body came together for, where it was no ordinary meeting: bits; 0: an ordinary one. */
unsigned candidate_form(const char *text);

/* The part of a body's canonical name that a unit's own texts agree on: 校党委常委会, 学校党委常委会 → 党委常委会. */
const char *candidate_unit_body(const char *organ);

/* Are they the same meeting, as two compilations have it? */
bool candidate_twins(const struct candidate *a, const struct candidate *b);

/*
 * Does somebody tell of a meeting of the candidate's body that is later than
 * the candidate and not later than `date`?
 */
bool candidate_superseded(const struct resolver *resolver, const struct candidate *candidate, struct date date);

#endif
