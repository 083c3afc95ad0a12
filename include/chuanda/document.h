/*
 * What a source is made of: documents, their directives, and their references
 * to other documents.  The parse room finds them, the library keeps them, the
 * trace room links them.  Words: docs/design.md.
 *
 * Places in a text are lines of the decoded source (1-based) and half-open
 * ranges of code points within the line.
 */
#ifndef CHUANDA_DOCUMENT_H
#define CHUANDA_DOCUMENT_H

#include "chuanda/date.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum kind { KIND_MEETING, KIND_SPEECH, KIND_INSTRUCTION, KIND_ARTICLE, KIND_POLICY, KIND_NOTICE, KIND_AGENDA };
enum { KINDS = KIND_AGENDA + 1 };

/* From the top down: a smaller value is a higher level. */
enum level { LEVEL_NATIONAL, LEVEL_PROVINCE, LEVEL_CITY, LEVEL_COUNTY, LEVEL_UNIT };
enum { LEVELS = LEVEL_UNIT + 1 };

enum date_basis { DATE_NONE, DATE_STATED, DATE_INFERRED };

/* The export's words (meeting, national, stated …) and the screen's (会议, 中央 …). Never NULL. */
const char *kind_name(enum kind kind);
const char *kind_label(enum kind kind);
const char *level_name(enum level level);
const char *level_label(enum level level);
const char *date_basis_name(enum date_basis basis);

/* The other way round; false for an unknown word. Both words are accepted. */
bool kind_read(const char *word, enum kind *kind);
bool level_read(const char *word, enum level *level);

struct place_in_text {
    size_t line;  /* 1-based; 0: nowhere */
    size_t start; /* code points */
    size_t end;
};

/* Which of a document's fields a piece of evidence speaks for. */
enum field {
    FIELD_BOUNDARY,
    FIELD_TITLE,
    FIELD_KIND,
    FIELD_LEVEL,
    FIELD_PLACE,
    FIELD_ORGAN,
    FIELD_DATE,
    FIELD_CHAIR,
    FIELD_NUMBER,
    FIELD_EVENT
};
enum { FIELDS = FIELD_EVENT + 1 };
const char *field_name(enum field field);
const char *field_label(enum field field);                    /* 层级 */
char *field_value_label(enum field field, const char *value); /* 省级 for province, 无 for ""; owned by the caller */
bool field_read(const char *word, enum field *field);         /* both words are accepted */

/* The reason for a claim: where it stands, and which rule or table entry read it. */
struct evidence {
    enum field field;
    struct place_in_text where; /* line 0 where it is no single place */
    char *rule;                 /* owned; which rule, in one short phrase as it is shown: 导语：主持 */
};

struct document {
    int64_t id;         /* in a library; 0 else */
    int64_t source;     /* in a library; 0 else */
    size_t first_line;  /* the first non-blank line */
    size_t last_line;   /* the last non-blank line */
    size_t title_lines; /* how many non-blank lines from the first on are the title; 0: it has none */
    char *
        title; /* owned; several lines joined by one space; where it has none, the start of the text. Cleaned of docx residue */
    enum kind kind;
    enum level level;
    char *place; /* owned; the full name, outermost first; NULL: none */
    int place_code; /* GB/T 2260's, of the place or the innermost known part of its name, for the official order; 0: none */
    char *organ; /* owned; as the text names it; NULL: none */
    char *event; /* owned; the name under which others refer to it where it has one: 全省防汛工作会议; NULL: none */
    struct date date;
    enum date_basis date_basis;
    char **chairs; /* owned, each owned */
    size_t chair_count;
    int number;                /* 第十九次 → 19; 0: none */
    unsigned corrected;        /* bits 1 << enum field: what the user said and not the machine */
    struct evidence *evidence; /* owned; NULL in a list from the library */
    size_t evidence_count;
};

struct directive {
    int64_t id;                 /* in a library; 0 else */
    int64_t document;           /* in a library its id; in a parse its index */
    struct place_in_text where; /* where it runs over several lines: what stands in the first */
    /* Where it ends, if the source breaks its paragraphs into lines: code point `last_end` of `last_line`; else 0, 0. */
    size_t last_line;
    size_t last_end;
    char *text; /* owned; the words of that place, several lines joined */
    char *
        lead; /* owned; the words that introduce it: 会议强调; NULL: none. Carried on through the sentences that follow */
    /*
     * Owned; who demands: the person (without offices) or the body that the
     * lead names, 会议 where it says no more, else whose speech, instruction or
     * article it is, or who issued the policy or notice.  NULL: the text does not tell.
     */
    char *speaker;
    char *
        addressee; /* owned; who is to act, in the text's words: 各级党委和政府; the first that is named, else whom the lead names. NULL: nobody is */
    /*
     * 一是, 第二，, 三要, （四）, 第五条 → 1 … 5; 0: not numbered.  A number holds for the
     * sentences behind it in its passage; one that heads a passage of its own,
     * as a heading does, for the passages below it that have none of their
     * own, up to the next heading.
     */
    int ordinal;
};

/* In which way one document names another. */
enum manner {
    MANNER_RELAY,  /* 传达学习, 学习贯彻, 贯彻落实 …: passes it on */
    MANNER_LISTED, /* an item of a list of study material, an agenda */
    MANNER_MENTION /* named in passing */
};
const char *manner_name(enum manner manner);
const char *manner_label(enum manner manner); /* 传达 */

/*
 * A reference as the text writes it, read but not yet resolved.  The trace
 * room resolves it against the documents of a library.
 */
struct reference {
    int64_t id;       /* in a library; 0 else */
    int64_t document; /* in a library its id; in a parse its index */
    struct place_in_text where;
    char *text; /* owned; the words of that place */
    enum manner manner;
    bool has_kind;
    enum kind kind; /* what is named: a meeting (精神), a speech, an instruction … */
    bool has_level;
    enum level level; /* of what is named */
    char *place;      /* owned; its place; NULL: none or national */
    char *organ;      /* owned; the body's canonical name (parse/organ.h); NULL: none */
    char *event;      /* owned; the name of the occasion: 全省防汛工作会议; NULL: none */
    char *title;      /* owned; what stands in 《》; NULL: none */
    char *speaker;    /* owned; whose words; NULL: none */
    struct date date; /* what is written, the year completed from the document's */
    int number;       /* 第十一次 → 11; 0: none */
};

/*
 * A field's value as it is written: level and kind by the export's word, a date as
 * YYYY-MM-DD, chairs joined by 、; "" where there is none (and for FIELD_BOUNDARY).
 * Never NULL; owned by the caller.
 */
char *document_value(const struct document *document, enum field field);

/* What of a directive stands in a line: line 0 where nothing does; the end is (size_t)-1 where it goes on. */
struct place_in_text directive_in_line(const struct directive *directive, size_t line);

void document_free(struct document *document);
void directive_free(struct directive *directive);
void reference_free(struct reference *reference);

#endif
