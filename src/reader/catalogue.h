/*
 * The hierarchy of the events in the scope, each shown as one document: the nation; provinces, with
 * their cities, with their counties; units under the place that they name.
 * Made from the documents' levels and places alone: a place's parent is the
 * longest other place of the catalogue that its full name starts with.
 */
#ifndef READER_CATALOGUE_H
#define READER_CATALOGUE_H

#include "chuanda/buffer.h"
#include "chuanda/library.h"
#include "chuanda/trace.h"

enum { GROUP_NONE = -1 };

/* The documents of one level in one place. */
struct group {
    enum level level;
    const char *place;  /* the document's; NULL: none */
    struct slice label; /* 中央, 湖北省, 黄冈市 (without what its parent says already), 单位 */
    long parent;        /* a group, or GROUP_NONE */
    unsigned depth;     /* 0: has no parent */
    size_t *documents;  /* owned; indexes into the catalogue's list, by date */
    size_t count, capacity;
    bool folded;
};

/* A line of the tree as it is shown: a group's heading or a document. */
struct tree_line {
    bool is_group;
    size_t index; /* of the group or the document */
    unsigned depth;
};

struct catalogue {
    struct document_list documents; /* all, also the versions that are not shown */
    struct version_list versions;
    struct group *groups; /* owned */
    size_t group_count, group_capacity;
    struct tree_line *lines; /* owned; what is not folded away */
    size_t line_count, line_capacity;
    size_t *order; /* owned; the documents shown, in the order of the tree */
    size_t order_count;
    bool years; /* the dates are of more than one year */
};

/* Asks for the documents of the scope, which is the tracer's too. Starts as {0}. */
enum status catalogue_load(struct catalogue *catalogue, struct library *library, const struct scope *scope,
                           struct tracer *tracer, struct problem *problem);
/* The same from lists that are here already, which it takes over; without versions every document is shown. */
void catalogue_arrange(struct catalogue *catalogue, struct document_list *documents, struct version_list *versions);
void catalogue_free(struct catalogue *catalogue);

/* The document of an id; NULL where it is not in the scope. */
const struct document *catalogue_document(const struct catalogue *catalogue, int64_t id);

/* Are two documents versions of one event? */
bool catalogue_same(const struct catalogue *catalogue, int64_t id, int64_t other);

/* How many versions the event of a document has. */
size_t catalogue_versions(const struct catalogue *catalogue, int64_t id);

/* The document `steps` further on in the order of the tree (negative: back); NULL at an end. */
const struct document *catalogue_step(const struct catalogue *catalogue, int64_t id, int steps);

/* Folds a group or unfolds it. */
void catalogue_fold(struct catalogue *catalogue, size_t group, bool folded);

/* Folds the groups that are folded in another catalogue of the scope. */
void catalogue_fold_as(struct catalogue *catalogue, const struct catalogue *other);

/* The line of a document's event, unfolding what hides it; 0 where it is not in the scope. */
size_t catalogue_reveal(struct catalogue *catalogue, int64_t id);

/* The line of a group's heading; 0 where it is folded away. */
size_t catalogue_group_line(const struct catalogue *catalogue, size_t group);

/* The group of a document (an index). */
size_t catalogue_group_of(const struct catalogue *catalogue, size_t document);

/* A place without what the place above it in the catalogue says: 湖北省黄冈市 → 黄冈市; the level's word for NULL. */
struct slice catalogue_place(const struct catalogue *catalogue, enum level level, const char *place);

/* Appends a document's date: 02-26, or 2020-02-26 where there are several years; ? and the like for what is not known. */
void catalogue_date(const struct catalogue *catalogue, const struct document *document, struct buffer *text);

/* Appends where and when a document is of, as 湖北省 02-27 and two blanks; says so where it is not in the scope. */
void catalogue_introduce(const struct catalogue *catalogue, int64_t id, struct buffer *text);

/* Appends what tells a document among those of its group: its body, or its kind and title. */
void catalogue_name(const struct document *document, struct buffer *text);

#endif
