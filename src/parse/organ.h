/*
 * Bodies that meet or issue, as the genre writes them, and the one name under
 * which all their spellings are compared.  The table is in organ.c.
 */
#ifndef PARSE_ORGAN_H
#define PARSE_ORGAN_H

#include "chuanda/document.h"
#include "chuanda/slice.h"

#include <stdbool.h>
#include <stddef.h>

struct organ_table;
struct organ_table *organ_table_new(void);
void organ_table_free(struct organ_table **table);

struct organ_mention {
    size_t start; /* bytes */
    size_t end;
    char *
        canonical; /* owned: 中央政治局常委会会议, 中共中央政治局常务委员会 → 中央政治局常委会; 省委常委会（扩大）会议 → 省委常委会 */
    bool has_level;   /* 党委常委会 says none; 市委 says CITY, though a municipality's is a province's */
    enum level level; /* as the name alone tells it: the place decides (design.md) */
    int number;       /* 第十九次, 十四届第132次 → 132; 0: none */
};

/* The next body at or after byte `from`; the longest spelling wins. Freed with organ_mention_free,
 * which may also be called where none was found. */
bool organ_find(struct organ_table *table, struct slice text, size_t from, struct organ_mention *mention);
/* A name as a text writes it without its session (第十四届, 第132次) and （扩大）; owned by the caller. */
char *organ_plain(struct slice name);

/* The canonical form of a name as a text writes it; owned by the caller. */
char *organ_canonical(struct slice name);

void organ_mention_free(struct organ_mention *mention);

#endif
