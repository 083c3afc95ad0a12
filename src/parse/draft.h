/*
 * A document while it is being recognised.  The files boundary.c, opening.c,
 * kind.c, body.c with conference.c and level.c, person.c, where.c with
 * unlisted.c, and when.c with year.c each fill their fields, in this order.
 */
#ifndef PARSE_DRAFT_H
#define PARSE_DRAFT_H

#include "page.h"
#include "parser.h"
#include "rules.h"

struct draft {
    struct document document; /* what becomes of it */

    /* Indices into the page's lines. */
    size_t first;
    size_t title_end; /* one past the last line of the title; `first` where it has none */
    size_t opening;   /* the first paragraph, which tells who met when; beyond `last` where there is none */
    size_t last;

    char *head;   /* owned: the opening up to where it stops telling who met, several lines joined */
    char *clause; /* owned: of `head`, who does what: up to what is relayed or discussed */
    const struct place *place;
    struct date written; /* what the text writes of its date; the rest 0 */
    bool vague;          /* 日前, 近日 and nothing else */
    int weekday;         /* that is written behind it, 1 to 7; 0: none */
    int earliest;        /* months (date_month_number) between which the text was written, where its year is open; */
    int latest;          /* 0: unknown */
    const struct fact *facts[FIELDS]; /* what the user says of its fields; NULL: nothing */
    char *recognised[FIELDS];         /* owned: what was recognised instead; NULL: nothing was said */
};

enum { LATE_MONTH = 11 }; /* from then on texts of a year speak of the next as well (2020年是…之年) */

struct draft_list {
    struct draft *items;
    size_t count;
    size_t capacity;
};

/* boundary.c: the ranges of lines. */
void find_boundaries(const struct parser *parser, const struct page *page, struct draft_list *drafts);

/* opening.c: title, head and clause. */
void read_head(const struct parser *parser, const struct page *page, struct draft *draft);

/* kind.c */
void read_kind(const struct parser *parser, const struct page *page, struct draft *draft);

/* A body as a clause names it. */
struct named {
    char *words; /* owned; NULL: none */
    bool has_level;
    enum level level;
};

/* level.c */
void read_level(const struct parser *parser, const struct page *page, struct draft *draft, const struct named *body);

/* body.c: the organ and its number; asks for the level. */
void read_organ(const struct parser *parser, const struct page *page, struct draft *draft);

/* person.c */
void read_chair(const struct parser *parser, const struct page *page, struct draft *draft);

/* where.c: the place of each, then what neighbours tell. */
void read_places(const struct parser *parser, const struct page *page, struct draft_list *drafts);

/* Are both of one level, and does the same person preside over both? */
bool same_chair(const struct document *a, const struct document *b);

/* unlisted.c: places that no table knows, for documents that have none. */
void read_unlisted_places(const struct parser *parser, const struct page *page, struct draft_list *drafts);

/* when.c: the date of each. */
void read_dates(const struct parser *parser, const struct page *page, struct draft_list *drafts);

/* year.c: years and months that a document leaves out, by what other documents tell. */
void complete_dates(const struct parser *parser, const struct page *page, struct draft_list *drafts);

/* Sets the date where it is complete; a NULL `rule` notes nothing. */
void settle_date(struct draft *draft, const struct page *page, struct date date, enum date_basis basis,
                 const char *rule);

/* Months since year 0, so that spans are plain numbers. */
int date_month_number(int year, int month);

/* Completes a date by a later one, the day of publication: the last such day that is not after it. */
void date_complete_before(struct date *date, struct date later);

/*
 * Notes why: `words`, where they stand on line number `index` of the page
 * (or the whole line where they do not stand there as they are; an empty
 * `words`: no single place).
 */
void note(struct draft *draft, const struct page *page, enum field field, size_t index, struct slice words,
          const char *rule);

#endif
