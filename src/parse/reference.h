/*
 * From the words that name another document to a struct reference: find.c
 * finds the words, fields.c reads what they say.  Private to references.c and
 * these two.
 */
#ifndef PARSE_REFERENCE_H
#define PARSE_REFERENCE_H

#include "chuanda/pattern.h"
#include "event.h"
#include "parser.h"

/* The patterns of reference_table.c, in its order. */
enum reference_pattern {
    PATTERN_MEETING,     /* the last word of a meeting's name */
    PATTERN_JOINED,      /* 暨…会议 right behind it */
    PATTERN_HEADS,       /* 全国、 before 全省…会议; group: without what joins */
    PATTERN_LAST_HEAD,   /* 全省 */
    PATTERN_TAIL,        /* 上的重要讲话精神 behind it; group 1: what was said there */
    PATTERN_INSPECTION,  /* groups: place, purpose; or 3: both, behind the verb */
    PATTERN_INSTRUCTION, /* groups: topic, what was given */
    PATTERN_LETTER,      /* group: to whom */
    PATTERN_TITLE,       /* group: what stands in 《》 */
    PATTERN_RELAY,       /* the verbs of passing on */
    PATTERN_BOUNDARY,    /* what ends before a name begins */
    PATTERN_HELD,        /* 在主持…时: what stands between 在 and the meeting */
    PATTERN_CONVENING,   /* the verbs of holding and attending a meeting, at the end */
    PATTERN_HEAD,        /* how a name begins that nothing introduces */
    PATTERN_OWN,         /* names that mean no other document: 这次会议 */
    PATTERN_SEVERAL,     /* several at once, none in particular */
    PATTERN_UNNAMED,     /* in a topic or a place: it is none */
    PATTERN_ISSUED,      /* before a title: names it without passing it on */
    PATTERN_DRAFT,       /* before a title: it is only being made */
    PATTERN_TAKEN_UP,    /* behind a title: 落实意见 */
    PATTERN_INNER,       /* a title within a title; group: it */
    PATTERN_BREAK,       /* what a verb does not reach across */
    PATTERN_ITEM,        /* the mark of a list's item */
    PATTERN_ACTS,        /* what a body did, behind its name */
    PATTERN_ITEM_END,    /* the date of an item and what ends it */
    PATTERN_DATED,       /* between a date and the words that it belongs to */
    PATTERN_OFFICE,      /* 省委书记某某, at the end; group: the name */
    PATTERN_NAMED,       /* 某某总书记; group: the name */
    PATTERN_NUMBER,      /* 第十一次, 四次全会; group: the number */
    REFERENCE_PATTERNS
};

/* reference_table.c */
extern const char *const reference_expressions[REFERENCE_PATTERNS];

struct reference_rules {
    struct pattern *patterns[REFERENCE_PATTERNS];
    struct subject *subject; /* the passage */
    struct subject *part;    /* a part of it */
};

/* Where a line begins in a text that several were joined to. */
struct seam {
    size_t at;   /* bytes of the text before it */
    size_t line; /* 1-based */
    size_t cut;  /* bytes left out at the line's start */
    size_t cut_code_points;
};

/* A passage, or the lines of a broken list item joined. */
struct stretch {
    struct slice text;
    const struct seam *seams; /* by position, the first at 0 */
    size_t seam_count;
    bool listed; /* an item of a list of study material, of an agenda */
    size_t body; /* bytes of the item's mark */
};

enum phrase_sign { PHRASE_MEETING, PHRASE_INSPECTION, PHRASE_INSTRUCTION, PHRASE_LETTER, PHRASE_TITLE };

/* Words that name another document; all positions are bytes of the stretch. */
struct phrase {
    enum phrase_sign sign;
    struct span whole;
    struct span name;    /* the meeting, the place, the topic, the receiver, the title */
    struct span head;    /* of a meeting: where its name begins, apart from the rest of it; empty where it does not */
    struct span purpose; /* of an inspection; 回信, 贺信 of a letter; a meeting's headline; may be empty */
    struct span speaker; /* where the speaker and the date stand */
    bool speech;         /* what was said there, not the meeting as such */
    bool taken_up;       /* what stands behind a title says that it is carried out: 研究《…》落实措施 */
    bool relays;         /* a verb of passing on governs it */
};

struct phrase_list {
    struct phrase *items;
    size_t count, capacity;
};

/* Appends the phrases of a stretch, in reading order, none overlapping another; rules->subject holds it afterwards. */
void find_phrases(struct reading *reading, const struct stretch *stretch, struct phrase_list *phrases);

/*
 * Reads a phrase of document number `document`.  False where it names nothing
 * that can be told apart: no body, no name, no date; or the document itself.
 */
bool read_phrase(struct reading *reading, size_t document, const struct stretch *stretch, const struct phrase *phrase,
                 struct reference *reference);

#endif
