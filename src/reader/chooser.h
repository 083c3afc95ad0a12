/* A list that pops up: documents to go to, bookmarks, what can be corrected. */
#ifndef READER_CHOOSER_H
#define READER_CHOOSER_H

#include "chuanda/correction.h"
#include "list.h"
#include "screen.h"

#include <stdbool.h>

/* What the items of a list are, and so what is done with the one that is taken. */
enum chooser_use {
    CHOOSER_PLACES,      /* gone to */
    CHOOSER_FOLLOW_UPS,  /* gone to: those of the current directive, in the order of trace_follow_ups */
    CHOOSER_BOOKMARKS,   /* gone to */
    CHOOSER_TASKS,       /* done: what can be corrected */
    CHOOSER_VALUES,      /* the level or the kind that a document has */
    CHOOSER_TARGETS,     /* the document that a reference means */
    CHOOSER_CORRECTIONS, /* gone to */
};

/* A link between two places, as correction.h names it. */
struct link_here {
    enum link kind; /* LINK_NONE: there is none */
    struct link_end from, to;
};

struct choice {
    char *text;                 /* owned; one line */
    int64_t document;           /* 0: there is nothing to go to */
    struct place_in_text where; /* line 0: the document's start */
    int64_t id;                 /* of the bookmark or the correction */
    unsigned task;              /* of a task or a value: which */
    struct link_here link;      /* the link that leads there */
    bool faint;
};

struct chooser {
    bool open;
    enum chooser_use use;
    char *title;          /* owned */
    struct choice *items; /* owned */
    size_t count, capacity;
    struct list list;
    int64_t doomed; /* the bookmark that the next x deletes; 0: none */
};

/* Closes what was open and makes a new, empty one. */
void chooser_start(struct chooser *chooser, enum chooser_use use, const char *title);
/* Takes over `text`; returns the item, so that more can be said of it until the next is added. */
struct choice *chooser_add(struct chooser *chooser, char *text, int64_t document, struct place_in_text where);
void chooser_close(struct chooser *chooser);

void chooser_paint(struct chooser *chooser, struct screen *screen);
/* The lines that a screen shows at once. */
size_t chooser_rows(const struct chooser *chooser, const struct screen *screen);

#endif
