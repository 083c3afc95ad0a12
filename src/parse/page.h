/*
 * The non-blank lines of a source as the recognition of documents sees them:
 * cleaned of docx residue and of HTML tags, trimmed, with the blank lines
 * counted.  Where the source breaks its paragraphs at a width, the parts of a
 * paragraph are one line of the page.
 */
#ifndef PARSE_PAGE_H
#define PARSE_PAGE_H

#include "chuanda/fact.h"
#include "chuanda/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* What a line alone tells; a set of bits (signs.c). */
enum sign {
    SIGN_TITLE = 1 << 0,     /* could be a line of a title: short, no full stop, no list mark */
    SIGN_HEADLINE = 1 << 1,  /* surely the title of a document of this genre */
    SIGN_OPENING = 1 << 2,   /* a first paragraph: 3月4日，市委召开会议… */
    SIGN_CARRIER = 1 << 3,   /* begins with its carrier: 新华社北京3月4日电 */
    SIGN_BYLINE = 1 << 4,    /* source, author, date of publication, a speech's date */
    SIGN_END = 1 << 5,       /* closes a text: 编辑：…, [原文](…), 会议还研究了其他事项。 */
    SIGN_NAME = 1 << 6,      /* nothing but one to six names */
    SIGN_NUMBERED = 1 << 7,  /* an item of a numbered reader: 03… */
    SIGN_ITEM = 1 << 9,      /* a short line with a list mark: 二、市政府召开常务会议 */
    SIGN_SIGNATURE = 1 << 8, /* a date or an office alone in a line, under a notice */
    SIGN_NOISE = 1 << 10     /* a page number, a running head: says nothing of the document in which it stands */
};

/* What the user says of the line. */
enum said { SAID_NOTHING, SAID_BEGINS, SAID_CONTINUES };

struct page_line {
    size_t number;       /* 1-based */
    size_t last_number;  /* of the last part of a paragraph that was broken; else the same */
    struct slice source; /* as it was given */
    struct slice text;   /* cleaned and trimmed; of an endless line the beginning */
    char *owned;         /* holds `text` where it differs from the source's */
    size_t characters;   /* code points of `text` */
    size_t blanks;       /* blank lines right before it; a drawn line counts as several */
    bool indented;
    unsigned signs; /* of enum sign */
    enum said said;
};

struct page {
    struct page_line *lines; /* owned */
    size_t count;
    size_t capacity;
};

/* Fills an empty page; the lines must outlive it. Signs are left 0. A line at which the user says that a document begins carries on no paragraph. */
void page_read(struct page *page, const struct slice *lines, size_t line_count, struct fact_list facts);
void page_free(struct page *page);

/* The index of the page's line that holds line number `line` of the source, or of the next; `count` behind the last. */
size_t page_index(const struct page *page, size_t line);

/* The width at which a source breaks its paragraphs, in code points; 0 where it does not. */
size_t page_break_width(const struct slice *lines, size_t line_count);

/* How many lines from `first` (an index) on are one paragraph that was broken at `width`; 1 where it was not. */
size_t page_broken_lines(const struct slice *lines, size_t line_count, size_t first, size_t width);

#endif
