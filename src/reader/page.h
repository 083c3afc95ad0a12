/* A page to read over the whole screen: help, why. */
#ifndef READER_PAGE_H
#define READER_PAGE_H

#include "list.h"
#include "sheet.h"

#include <stdbool.h>

struct page {
    bool open;
    char *title; /* owned */
    struct sheet sheet;
    struct list list; /* only its top: a row */
    size_t row_count; /* as painted last */
};

/* Closes what was open and makes a new, empty one. */
void page_start(struct page *page, const char *title);
/* Takes over `text`. */
void page_add(struct page *page, char *text, unsigned roles);
void page_close(struct page *page);

/* Paints the page over all but the last row. */
void page_paint(struct page *page, struct wrapper *wrapper, struct screen *screen);

/* The help page, from the table of actions. */
void page_help(struct page *page);

#endif
