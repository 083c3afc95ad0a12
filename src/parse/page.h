/*
 * The non-blank passages of a source (layout.h) as the recognition of
 * documents sees them, each a line of the page: trimmed, with the blank lines counted.
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
    size_t number;       /* 1-based, of the passage */
    struct slice source; /* as it was given */
    struct slice text;   /* trimmed; of an endless line the beginning */
    size_t characters;   /* code points of `text` */
    size_t blanks;       /* blank lines right before it; a drawn line counts as several */
    bool indented;
    bool
        unmarked; /* longer than titles are, and no mark or space in it: somebody's speech as a machine wrote it down */
    unsigned signs; /* of enum sign */
    enum said said;
};

struct page {
    struct page_line *lines; /* owned */
    size_t count;
    size_t capacity;
    bool stops; /* its paragraphs end with full stops; where nobody set any, all do */
};

/* Fills an empty page; the lines must outlive it. Signs are left 0. Facts are those of passages. */
void page_read(struct page *page, const struct slice *lines, size_t line_count, struct fact_list facts);
void page_free(struct page *page);

/* The index of the page's line that is passage number `line`, or of the next; `count` behind the last. */
size_t page_index(const struct page *page, size_t line);

/* Is it a line drawn across the page: ————, ====, * * * *, ＊＊＊? */
bool page_is_rule(struct slice line);

#endif
