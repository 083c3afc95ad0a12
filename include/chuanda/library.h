/*
 * The library: one SQLite file that remembers every source, what was
 * recognised in it, every bookmark, and every correction (correction.h).
 *
 * A library belongs to one thread.  Every list that it gives is the caller's
 * and is freed with the function beside it.
 */
#ifndef CHUANDA_LIBRARY_H
#define CHUANDA_LIBRARY_H

#include "chuanda/document.h"
#include "chuanda/slice.h"
#include "chuanda/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct library;

/*
 * Opens or creates the library at `path` (":memory:" leaves no trace), its
 * folder included, and migrates an older schema in one transaction.  Fails,
 * naming the path: cannot be created, is no library, was written by a newer
 * chuanda (then it is left as it is).  A library that can only be read is
 * opened for reading; the first thing that must be written then fails with a
 * line that says so.
 */
enum status library_open(const char *path, struct library **library, struct problem *problem);
void library_close(struct library **library);

/* $XDG_DATA_HOME/chuanda/library.db, owned by the caller; fails where neither it nor HOME is set. */
enum status library_default_path(char **path, struct problem *problem);

/* Which sources a question is about; none: the whole library. */
struct scope {
    int64_t *sources; /* owned */
    size_t count;
    size_t capacity;
};
void scope_free(struct scope *scope);

/* Intake. */

enum intake {
    INTAKE_KNOWN, /* the same bytes are in the library: nothing was read */
    INTAKE_NEW,
    INTAKE_REREAD /* the file of that path had changed (or chuanda reads better now): taken in anew, bookmarks and corrections found again */
};

struct intake_report {
    int64_t source;
    enum intake intake;
    size_t documents, directives, references;
    size_t replaced;             /* faulty stretches of the file that became U+FFFD */
    size_t bookmarks_moved;      /* found again elsewhere in a re-read source */
    size_t bookmarks_orphaned;   /* not found again: kept and listed */
    size_t corrections_moved;    /* the same of corrections' ends */
    size_t corrections_orphaned; /* the same: kept and listed, and without effect */
};

/*
 * Takes a file in: by its hash where it is known; else reads, parses and
 * writes it, all or nothing.  An unreadable file fails and changes nothing.
 */
enum status library_take_in(struct library *library, const char *path, struct intake_report *report,
                            struct problem *problem);

/*
 * Parses anew, from the library's own copy of the text, every source that an
 * older chuanda had parsed.  Nothing to do is the usual case; a library that can
 * only be read stays as it is.  `each` (NULL: nothing) is told before every source
 * which one of how many it is: all of a large library take minutes.
 */
enum status library_refresh(struct library *library, void (*each)(size_t number, size_t all), struct problem *problem);

/* Sources and documents. */

struct source_entry {
    int64_t id;
    char *path;    /* owned */
    char *name;    /* owned */
    char *charset; /* owned */
    char *hash;    /* owned */
    size_t lines;
};
struct source_list {
    struct source_entry *items;
    size_t count, capacity;
};
enum status library_sources(struct library *library, const struct scope *scope, struct source_list *list,
                            struct problem *problem);
void source_list_free(struct source_list *list);

/* Which documents; a zeroed filter takes all. */
struct document_filter {
    bool has_level;
    enum level level;
    bool has_kind;
    enum kind kind;
    const char *place; /* a part of the full name; NULL: any */
    struct date from;  /* complete, or all 0 */
    struct date to;    /* inclusive; complete, or all 0 */
};
struct document_list {
    struct document *items; /* without evidence */
    size_t count, capacity;
};
/* In the order: level, place, date (none last), source, line. One query. */
enum status library_documents(struct library *library, const struct scope *scope, const struct document_filter *filter,
                              struct document_list *list, struct problem *problem);
void document_list_free(struct document_list *list);

/* One document with its evidence; STATUS_NOTHING where there is none of that id. Freed with document_free. */
enum status library_document(struct library *library, int64_t id, struct document *document, struct problem *problem);

/* A non-blank line of a document. */
struct passage {
    int64_t document;
    size_t line;
    char *text; /* owned; the line as decoded, white space and all */
};
struct passage_list {
    struct passage *items;
    size_t count, capacity;
};
enum status library_passages(struct library *library, int64_t document, struct passage_list *list,
                             struct problem *problem);
void passage_list_free(struct passage_list *list);

struct directive_list {
    struct directive *items;
    size_t count, capacity;
};
/* Of one document, or (document 0) of all in the scope; in reading order. */
enum status library_directives(struct library *library, const struct scope *scope, int64_t document,
                               struct directive_list *list, struct problem *problem);
/* Those of one passage, appended to the list. */
enum status library_directives_at(struct library *library, int64_t document, size_t line, struct directive_list *list,
                                  struct problem *problem);
void directive_list_free(struct directive_list *list);

/* One directive; STATUS_NOTHING where there is none of that id. Freed with directive_free. */
enum status library_directive(struct library *library, int64_t id, struct directive *directive,
                              struct problem *problem);

struct reference_list {
    struct reference *items;
    size_t count, capacity;
};
/* Of one document, or (document 0) of all in the scope; in reading order. */
enum status library_references(struct library *library, const struct scope *scope, int64_t document,
                               struct reference_list *list, struct problem *problem);
void reference_list_free(struct reference_list *list);

/* Calls `each` for every passage of the scope in the order of documents and lines until it returns false. */
enum status library_each_passage(struct library *library, const struct scope *scope,
                                 bool (*each)(void *context, int64_t document, size_t line, struct slice text),
                                 void *context, struct problem *problem);

/* Two characters that follow each other in a folded text (fold.h, FOLD_CHARACTERS). */
struct bigram {
    uint32_t first, second;
};

/* Writes to passages[i] in how many passages of the whole library bigrams[i] stands. */
enum status library_count_bigrams(struct library *library, const struct bigram *bigrams, size_t count, size_t *passages,
                                  struct problem *problem);

/* Calls `each` for every passage of the scope that has any of the bigrams, in no order, until it returns false. */
enum status library_passages_with(struct library *library, const struct scope *scope, const struct bigram *bigrams,
                                  size_t count,
                                  bool (*each)(void *context, int64_t document, size_t line, struct slice text),
                                  void *context, struct problem *problem);

/* How many passages the scope has; of none: the whole library. */
enum status library_count_passages(struct library *library, const struct scope *scope, size_t *count,
                                   struct problem *problem);

/*
 * Changes with everything that is written to the library (by this or another
 * process), so that a cache knows when it is stale.  A bookmark made, changed
 * or deleted here says nothing new about the texts and does not count.
 */
int64_t library_generation(struct library *library);

/* Bookmarks: a quote with its surroundings (W3C Web Annotation), found again when the source changes. */

struct bookmark {
    int64_t id;                 /* 0: new */
    int64_t document;           /* 0: an orphan, its quote was not found again */
    int64_t source;             /* the source that it was made in */
    char *source_name;          /* owned; set by lists */
    struct place_in_text where; /* the last known place also for an orphan */
    char *quote;                /* owned */
    char *prefix;               /* owned; up to 32 code points before the quote in its passage */
    char *suffix;               /* owned; as many behind it */
    char *note;                 /* owned; may be empty */
    char **tags;                /* owned, each owned */
    size_t tag_count;
    char *created; /* owned; 2020-03-04T08:00:00Z; set by the library */
};
struct bookmark_list {
    struct bookmark *items;
    size_t count, capacity;
};

/*
 * Writes a bookmark at `where` of `document`, in a transaction that is on the
 * disk when this returns; quote, prefix, suffix and created are made here.
 */
enum status library_bookmark_add(struct library *library, int64_t document, struct place_in_text where,
                                 const char *note, const char *const *tags, size_t tag_count, int64_t *id,
                                 struct problem *problem);
enum status library_bookmark_note(struct library *library, int64_t id, const char *note, struct problem *problem);
enum status library_bookmark_delete(struct library *library, int64_t id, struct problem *problem);

/* All in the scope, by document and place, orphans last. */
enum status library_bookmarks(struct library *library, const struct scope *scope, struct bookmark_list *list,
                              struct problem *problem);
void bookmark_list_free(struct bookmark_list *list);

#endif
