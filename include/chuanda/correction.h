/*
 * Corrections: what the user said against the machine, or in its support.
 *
 * They are kept apart from what was recognised and hold when a source is read
 * anew, by a newer chuanda or because its file changed: what they speak of is
 * anchored as bookmarks are and looked for again.  Of two that contradict each
 * other the later holds; an undone one stays in the history.
 *
 * A correction of a document, and the undoing of one, parses its source anew in
 * the same transaction, so that all that follows from it follows.  Documents
 * keep their ids; so do directives and references whose place stays.
 */
#ifndef CHUANDA_CORRECTION_H
#define CHUANDA_CORRECTION_H

#include "chuanda/library.h"

enum act {
    ACT_SET,     /* a field of a document has this value */
    ACT_SPLIT,   /* a document begins at this line */
    ACT_JOIN,    /* none begins at this line: it belongs to the document above */
    ACT_CONFIRM, /* a link is right; it holds also where it is no longer recognised */
    ACT_STRIKE,  /* a link is wrong */
    ACT_ADD      /* there is a link that was not recognised */
};
enum { ACTS = ACT_ADD + 1 };

enum link { LINK_NONE, LINK_RELAY, LINK_FOLLOW_UP };

/* The words of exports and commands: set, split …; relay, follow_up. Never NULL. */
const char *act_name(enum act act);
const char *link_name(enum link link);

/* A place that a correction speaks of. */
struct correction_end {
    int64_t source;             /* 0: the correction has no such end */
    char *source_name;          /* owned */
    bool found;                 /* false: its text is gone, and the correction is without effect */
    struct place_in_text where; /* the last known place also where it was not found */
    char *quote;                /* owned */
    int64_t document;           /* that holds the place today; 0: none does */
};

struct correction {
    int64_t id;
    enum act act;
    enum field field; /* of ACT_SET */
    char *value;      /* owned; of ACT_SET, as document_value writes it; "": none */
    char *recognised; /* owned; of ACT_SET: what the machine had said when this was said */
    enum link link;   /* of ACT_CONFIRM, ACT_STRIKE, ACT_ADD */
    /*
     * [0]: the document's first line, or the line that splits or joins; of a relay
     * the reference's words; of a follow-up the directive's.
     * [1]: of a relay the first line of what is relayed (none: of a reference
     * that is struck altogether); of a follow-up the local passage.
     */
    struct correction_end ends[2];
    char *created; /* owned; 2020-03-04T08:00:00Z */
    char *undone;  /* owned; the same; NULL: it was not */
    /*
     * It is what holds today: not undone, both ends found, no later one says
     * otherwise, and the document or the boundary that it speaks of is still one.
     */
    bool holds;
};
struct correction_list {
    struct correction *items;
    size_t count, capacity;
};

/*
 * Says that a field of a document has a value, as a user writes it (fact_value):
 * STATUS_MISUSE for what is no such value.  "": it has none.
 */
enum status library_correct_field(struct library *library, int64_t document, enum field field, const char *words,
                                  int64_t *id, struct problem *problem);

/* Says that a document begins at a line of this one; fails where the line is blank or begins one already. */
enum status library_correct_split(struct library *library, int64_t document, size_t line, int64_t *id,
                                  struct problem *problem);

/* Says that a document carries on the one before it in its source; fails for a source's first. */
enum status library_correct_join(struct library *library, int64_t document, int64_t *id, struct problem *problem);

/* One end of a link: a document, and in it words, a whole passage (start and end 0), or (line 0) its first line. */
struct link_end {
    int64_t document; /* 0: there is no such end */
    struct place_in_text where;
};

/*
 * Confirms, strikes or adds a link between two places.  Of a relay: the words
 * that name the other document, and that document (none for a reference that
 * is no relay at all and is struck).  Of a follow-up: the directive's words, and the
 * passage that takes it up.
 */
enum status library_correct_link(struct library *library, enum act act, enum link link, struct link_end from,
                                 struct link_end to, int64_t *id, struct problem *problem);

/* Undoes a correction; STATUS_NOTHING where there is none of that id, or it is undone already. */
enum status library_correction_undo(struct library *library, int64_t id, struct problem *problem);

/* Those that have an end in the scope, the oldest first; with `undone` also the history. */
enum status library_corrections(struct library *library, const struct scope *scope, bool undone,
                                struct correction_list *list, struct problem *problem);
void correction_list_free(struct correction_list *list);

#endif
