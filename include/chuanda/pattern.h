/*
 * Regular expressions over UTF-8 (ICU's, behind plain C), so that the genre's
 * tables can be written as data.  A pattern is compiled once and may be kept;
 * a line is prepared once and searched by many patterns.
 *
 * Positions are bytes in the prepared text.
 */
#ifndef CHUANDA_PATTERN_H
#define CHUANDA_PATTERN_H

#include "chuanda/slice.h"

#include <stdbool.h>

struct pattern;

/* A text made ready for searching: UTF-16 within, and the map back to bytes. */
struct subject;

enum { MATCH_GROUPS = 10 };

/* Bytes [start, end) of the subject; both SLICE_NONE where a group took no part. */
struct span {
    size_t start;
    size_t end;
};

/* group[0] is the whole match. */
struct match {
    struct span group[MATCH_GROUPS];
};

/*
 * Compiles an ICU regular expression (UTF-8; case matters; more than
 * MATCH_GROUPS - 1 groups is an error).  A faulty expression is a fault of the
 * program: it ends with a line that names it.  Freed with pattern_free.
 */
struct pattern *pattern_new(const char *expression);
void pattern_free(struct pattern **pattern);

/*
 * The subject keeps its own copy; freed with subject_free.  subject_set
 * reuses a subject's memory for another text.
 */
struct subject *subject_new(struct slice text);
void subject_set(struct subject *subject, struct slice text);
void subject_free(struct subject **subject);

/* The prepared text, as UTF-8; valid until the subject is set anew or freed. */
struct slice subject_text(const struct subject *subject);

/*
 * The first match at or after byte `from`; false where there is none. A
 * pattern that gives up (too much backtracking) counts as not matching.
 */
bool pattern_find(struct pattern *pattern, const struct subject *subject, size_t from, struct match *match);

/*
 * The first match that lies within [from, end); what it looks ahead and behind for may lie outside.  For one search
 * of many in a long text: it reads no further than `end`.
 */
bool pattern_find_within(struct pattern *pattern, const struct subject *subject, size_t from, size_t end,
                         struct match *match);

/* Does the pattern match right at byte `at`? */
bool pattern_at(struct pattern *pattern, const struct subject *subject, size_t at, struct match *match);

/* The bytes of a group; empty where it took no part. */
struct slice match_part(const struct subject *subject, const struct match *match, int group);

#endif
