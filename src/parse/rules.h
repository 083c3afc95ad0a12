/*
 * The expressions by which documents and their fields are recognised: one
 * table (rules.c), compiled once for a parser.
 */
#ifndef PARSE_RULES_H
#define PARSE_RULES_H

#include "chuanda/pattern.h"
#include "parser.h"

enum rule {
    /* What a line alone tells (signs.c). */
    RULE_LIST_MARK, /* （一） 1. 第一， ■ */
    RULE_LEAD,      /* 会议强调， */
    RULE_FIELD,     /* 时间：… 地点：… */
    RULE_END,
    RULE_FURNITURE, /* what stands around texts on web pages: 编辑丨某某, 【打印】 */
    RULE_BYLINE,
    RULE_NAMES,
    RULE_SIGNATURE,
    RULE_SIGNATORY,   /* bodies alone in a line: 教育部　全国妇联 */
    RULE_PAGE_NUMBER, /* — 4 — */
    RULE_CONTENTS,    /* 目　录 */
    RULE_LEADERS,     /* ……12 behind an entry of the contents */
    RULE_SECTION,     /* 以下为各地贯彻情况 */
    RULE_ISSUE,       /* 学习资料 2031年第6期 */
    RULE_FILE_NUMBER, /* 某办发〔2031〕19号 */
    RULE_ADDRESSED,   /* 各省、自治区、直辖市人民政府： */
    RULE_NUMBERED,
    RULE_HEADLINE,
    RULE_HEADLINE_ORGAN, /* counts where the line names a body */
    RULE_HEADLINE_VISIT, /* 某某调研防汛工作: counts where it begins with a name */
    RULE_CATALOGUE,      /* 索引号：… 发布机构：… */
    RULE_BREADCRUMB,     /* 首页 > 要闻 > 正文 */
    RULE_CARRIER,
    RULE_OPENING,
    RULE_RUN_IN,      /* 【小标题】 or 又讯 before the text in the same line */
    RULE_DATED,       /* begins with a date */
    RULE_DATE_CLAUSE, /* begins with a date and a comma */
    RULE_NOISE,       /* page numbers, rules, entries of a table of contents */
    /* Kinds. */
    RULE_HOLDS,      /* the verb of a clause that says who does what */
    RULE_MEETS,      /* a meeting is held */
    RULE_SALUTATION, /* 同志们： */
    RULE_AGENDA,
    RULE_NOTICE,
    RULE_INSTRUCTION,
    RULE_SPEECH,
    RULE_VISIT, /* what somebody said on the way: 在某地考察时强调 */
    RULE_ARTICLE,
    RULE_POLICY,
    /* Persons. */
    RULE_DEPUTED, /* 受…委托，…X主持 */
    RULE_CHAIRED, /* X主持召开, 会议由X主持 */
    RULE_CALLED,  /* 书记X…召开 */
    RULE_OFFICE,  /* up to the last office in a stretch */
    RULE_FIELD_CHAIR,
    RULE_AUTHOR, /* 总书记X作出重要指示 */
    /* Bodies and occasions. */
    RULE_CONFERENCE, /* 全国…工作会议, …座谈会 */
    RULE_CONGRESS, /* 某某县第十八届人民代表大会第三次会议; groups: body and number, or those of a party congress */
    RULE_LEADER_OF, /* 省…领导小组组长X主持召开 */
    RULE_NUMBER,
    RULE_OWN_PLACE,     /* behind a place: it is the document's own */
    RULE_UNIT_ABOVE,    /* behind the place of a unit: the body that it is under */
    RULE_UNIT_NAME,     /* 哈尔滨…大学, behind a place */
    RULE_TOWNSHIP,      /* behind a county: 某某街道党工委 */
    RULE_WRITTEN_PLACE, /* 甲乙省丙丁市委; groups: province, city, county */
    /* Dates. */
    RULE_URL_DATE,
    RULE_YEAR,
    RULE_SESSION_YEAR, /* 2026年第8次… */
    RULE_ANNIVERSARY,
    RULE_VAGUE_DATE,  /* 近日, 日前 */
    RULE_ACTS,        /* what is reported of somebody: 召开, 作出 */
    RULE_ADOPTED,     /* （2031年7月20日…全体会议通过） under a title */
    RULE_VISIT_DAYS,  /* 7月1日至3日，某某先后来到…: the days of a visit, below its opening */
    RULE_BRACKET_DAY, /* 昨（23）日; group: the day */
    RULE_SAME_DAY,    /* 同日 */
    RULE_RECENT_DATE, /* 截至1月20日 */
    RULES
};

struct document_rules {
    struct pattern *patterns[RULES];
    struct subject *subject; /* the text asked about last */
    struct subject *brief;   /* the same for a few words, so that they do not displace a long text */
};

/* The first match of a rule in `text`; positions in `match` are bytes of `text`. */
bool rule_find(struct document_rules *rules, enum rule rule, struct slice text, struct match *match);

/* The same from byte `from` on. */
bool rule_find_from(struct document_rules *rules, enum rule rule, struct slice text, size_t from, struct match *match);

/* Does it match anywhere? */
bool rule_fits(struct document_rules *rules, enum rule rule, struct slice text);

/* The bytes of a group of a match in `text`; empty where it took no part. */
struct slice rule_group(struct slice text, const struct match *match, int group);

#endif
