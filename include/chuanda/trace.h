/*
 * Links between documents, asked for when somebody looks: what a document
 * relays, who relays it, and which local passages take a directive up.
 *
 * A tracer holds what can be kept between questions (it notices when the
 * library has changed).  It belongs to one thread and must be freed before its
 * library is closed.
 */
#ifndef CHUANDA_TRACE_H
#define CHUANDA_TRACE_H

#include "chuanda/alignment.h"
#include "chuanda/library.h"

struct tracer;
/* The scope is copied. */
struct tracer *tracer_new(struct library *library, const struct scope *scope);
void tracer_free(struct tracer **tracer);

/*
 * A document as a version of an event: the same meeting (speech, instruction …) in two sources is one event, told by what
 * is known of both and by their wording.  A document that stands in one source alone is the only version of its event.
 */
struct version {
    int64_t document;
    int64_t source; /* the document's; no two versions are in one */
    int64_t event;  /* the smallest id of the documents that are versions of it */
    int64_t shown;  /* the one to show where one is: dated, full, of the first source, in this order */
    int64_t next;   /* the next version by id, behind the last the first; itself where it is the only one */
    size_t count;   /* how many versions the event has */
};
struct version_list {
    struct version *items; /* by id of document */
    size_t count, capacity;
};
/* One for each document of the scope. */
enum status trace_versions(struct tracer *tracer, struct version_list *list, struct problem *problem);
void version_list_free(struct version_list *list);

/* That of a document; NULL where it is not in the list. */
const struct version *version_of(const struct version_list *list, int64_t document);

/* Are two documents versions of one event? A document is so of its own. */
bool version_same(const struct version_list *list, int64_t document, int64_t other);

/* Which evidence resolved a reference; a set of bits. */
enum basis {
    BASIS_DATE = 1 << 0,    /* the date that it writes */
    BASIS_EVENT = 1 << 1,   /* the name of the occasion, or the body and its latest meeting */
    BASIS_NUMBER = 1 << 2,  /* 第十一次 */
    BASIS_TITLE = 1 << 3,   /* 《…》 */
    BASIS_SPEAKER = 1 << 4, /* whose speech, instruction or article */
    BASIS_LISTED = 1 << 5   /* an item of a list whose documents follow it */
};
/* date, event, … of a single bit. */
const char *basis_name(enum basis bit);
const char *basis_label(enum basis bit); /* 日期相符 */

/* Who says that there is a link: the machine, or the user, who confirmed it or added it by hand (correction.h). */
enum link_state { LINK_RECOGNISED, LINK_CONFIRMED, LINK_ADDED };
/* recognised, confirmed, added; and the mark that the screen has behind such a link, "" where it was recognised. */
const char *link_state_name(enum link_state state);
const char *link_state_label(enum link_state state);

/* A reference, resolved or not. */
struct relay {
    int64_t reference; /* negative: none was recognised, and the user says what these words name */
    int64_t from;      /* the document that refers */
    struct place_in_text where;
    char *text; /* owned */
    enum manner manner;
    int64_t to;     /* a document; 0: what it names is not in the library */
    unsigned basis; /* of enum basis; 0 where `to` is 0, and where only the user says so */
    enum link_state state;
};
struct relay_list {
    struct relay *items;
    size_t count, capacity;
};
void relay_list_free(struct relay_list *list);

/*
 * What a document refers to, in reading order; one item for each document that
 * a reference reaches (two where the same meeting stands in two compilations),
 * one with `to` 0 where it reaches none.  Document 0: of all in the scope.
 */
enum status trace_relays(struct tracer *tracer, int64_t document, struct relay_list *list, struct problem *problem);

/* Who refers to a document (or to its twin in another compilation): by level and date. */
enum status trace_relayed_by(struct tracer *tracer, int64_t document, struct relay_list *list, struct problem *problem);

/*
 * The chain that a document belongs to, for the status line: from the national
 * document at its top, the first to relay it in each place on the way down,
 * with `document` itself always among them.  One link a place, by date.
 */
struct chain_link {
    int64_t document;
    enum level level;
    char *place; /* owned; NULL: none */
    struct date date;
    long days; /* since the first link; 0 for it, and where a date is unknown */
};
struct chain {
    struct chain_link *items;
    size_t count, capacity;
};
enum status trace_chain(struct tracer *tracer, int64_t document, struct chain *chain, struct problem *problem);
void chain_free(struct chain *chain);

/* In which words a passage takes a directive up, by the share of the directive's wording that it has (alignment.h). */
enum follow_up_class {
    CLASS_VERBATIM, /* 原文, taken over: at least 0.7 */
    CLASS_REWORDED, /* 改写: at least 0.35 */
    CLASS_SUBSTANCE /* 要点, only in substance */
};
/* The export's words (verbatim, reworded, substance) and the screen's. Never NULL. */
const char *follow_up_class_name(enum follow_up_class class);
const char *follow_up_class_label(enum follow_up_class class);

/* Words that a directive and a passage have in common, and how rare they are. */
struct shared_phrase {
    char *text;      /* owned; as the local passage writes them */
    size_t passages; /* how many passages of the scope have them, marks and white space aside */
};

/* A directive and a passage that takes it up. */
struct follow_up {
    int64_t directive;
    int64_t document;           /* the local document */
    struct place_in_text where; /* the passage, or the part of it that takes the directive up */
    double score;               /* 0..1; 1 where the user says so */
    enum link_state state;
    enum follow_up_class class;
    struct shared_phrase *shared; /* owned: the shared phrases that say why, longest first */
    size_t shared_count;
    struct range *added; /* owned; what is new in `where`, against the directive or the paragraph that it heads */
    size_t added_count;
    bool relays; /* the local document relays the directive's document */
};
struct follow_up_list {
    struct follow_up *items;
    size_t count, capacity;
};
void follow_up_list_free(struct follow_up_list *list);

/*
 * The passages of lower-level, not earlier documents that take a directive up:
 * those of documents that relay its document first, then by score.  STATUS_OK
 * with an empty list where there is none.
 */
enum status trace_follow_ups(struct tracer *tracer, int64_t directive, struct follow_up_list *list,
                             struct problem *problem);

/* The same for all directives of a document at once (document 0: of the scope), in the order of directives. */
enum status trace_document_follow_ups(struct tracer *tracer, int64_t document, struct follow_up_list *list,
                                      struct problem *problem);

/*
 * Leaves of each directive's follow-ups in one event those of one document: the version to show where it has any, else the
 * first in the list, whose items stand directive by directive.
 */
void follow_ups_once(struct follow_up_list *list, const struct version_list *versions);

/* The other way round: the directives that a passage takes up, best first. */
enum status trace_taken_up(struct tracer *tracer, int64_t document, size_t line, struct follow_up_list *list,
                           struct problem *problem);

#endif
