/* A list that pops up: one of several documents, follow-ups or bookmarks. */
#ifndef READER_CHOOSER_H
#define READER_CHOOSER_H

#include "chuanda/document.h"
#include "list.h"
#include "screen.h"

#include <stdbool.h>

struct choice {
    char *text;                 /* owned; one line */
    int64_t document;           /* 0: there is nothing to go to */
    struct place_in_text where; /* line 0: the document's start */
    int64_t bookmark;           /* 0: is none */
};

struct chooser {
    bool open;
    char *title;          /* owned */
    struct choice *items; /* owned */
    size_t count, capacity;
    struct list list;
    bool follow_ups; /* of the current directive; they can be compared */
    bool bookmarks;  /* they can be deleted */
    int64_t doomed;  /* the bookmark that the next x deletes; 0: none */
};

/* Closes what was open and makes a new, empty one. */
void chooser_start(struct chooser *chooser, const char *title);
/* Takes over `text`. */
void chooser_add(struct chooser *chooser, char *text, int64_t document, struct place_in_text where);
void chooser_close(struct chooser *chooser);

void chooser_paint(struct chooser *chooser, struct screen *screen);
/* The lines that a screen shows at once. */
size_t chooser_rows(const struct chooser *chooser, const struct screen *screen);

#endif
