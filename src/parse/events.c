/*
 * The name under which others refer to a document: read from its title, else
 * from the passages it begins with.
 */
#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "chuanda/numeral.h"
#include "chuanda/pattern.h"
#include "chuanda/utf8.h"
#include "event.h"
#include "parser.h"

#include <stdlib.h>
#include <string.h>

/* What a meeting's name may be made of. */
#define NAME "(?!会议|的|以)[^，。；：！？《》在\\s]{2,60}?"

enum occasion { OCCASION_MEETING, OCCASION_INSPECTION, OCCASION_INSTRUCTION, OCCASION_LETTER };

/* The shapes in which a title or a first passage names its occasion; group 1 is the name, 2 an inspection's purpose or the sort of letter. */
struct shape {
    enum occasion occasion;
    bool broken; /* its name may run over the end of a title's line */
    const char *rule;
    const char *expression;
};

static const struct shape shapes[] = {
    {OCCASION_INSPECTION, true, "在某省考察…时的讲话",
     "(?:在|来|到|赴|深入)([^，。；：、在会讲]{1,20}?)" EVENT_INSPECT
     "([^，。；：、在讲]{0,40}?)(?:时|期间)?(?:发表|的|强调|指出|要求|，|。|$)"},
    {OCCASION_INSPECTION, true, "考察某省…时强调",
     "(?<![在来到赴])" EVENT_INSPECT "([^，。；：、在讲]{2,30}?)()(?:时|期间)(?:发表|的|强调|指出|要求)"},
    {OCCASION_INSTRUCTION, true, "对某项工作作出重要指示",
     "(?:对|就)([^，。；：]{2,50}?)(?:专门|近日)?作出(?:的)?(?:重要)?(?:指示|批示)"},
    {OCCASION_LETTER, true, "给某某的回信", "(?:给|致)([^，。；：]{2,40}?)的?(?:重要)?(回信|贺信|复信|贺电)"},
    {OCCASION_MEETING, true, "在某会议上的讲话", "在([^，。；：！？\\s]{3,70}?" EVENT_MEETING ")上"},
    {OCCASION_MEETING, false, "某会议在某地召开",
     "(?:^|[电讯：，日])\\s*(" NAME EVENT_MEETING
     ")，?于?[0-9年月日至上下午晚间 ]{0,24}(?:在[^，。；]{1,12})?(?:召开|举行|开幕|闭幕)"},
    {OCCASION_MEETING, false, "召开某会议", "(?:出席|召开|举行|参加)了?(" NAME EVENT_MEETING ")"},
};
enum { SHAPES = sizeof shapes / sizeof *shapes };

/* What may stand behind a body's name in the name of its ordinary meeting, which has a date or a number but no name. */
static const char ordinary_rest[] =
    "^(?:第?[0-9〇零一二三四五六七八九十百]+[次届]|[（(]扩大[）)]|扩大|专题|例|常务|全体|全体成员|有关|"
    "常委会|常委|党委|党组|理论学习中心组|中心组|领导小组|指挥部|民主生活会|集体学习|学习|"
    "工作|会议|会)*$";

/* What a document passes on is not its own occasion: nothing behind such a verb is, unless a meeting or a class (学习贯彻…精神研讨班) is named by it. */
static const char passing_on[] = "(?<![在开席加行])(?:传达|学习|领学|贯彻|落实)(?![^，。；]{2,40}?精神(?:专题)?(?:研讨|"
                                 "读书|培训|轮训)班)|(?:指出|强调|认为|要求)，|会议(?:指出|强调|认为|要求)";

/* Bytes of a place that may stand before the body: 某某省省委常委会会议. */
enum { ORDINARY_HEAD = 4 * 3 };

/* The passages in which a document tells what it is about. */
enum { FIRST_PASSAGES = 3 };

struct event_rules {
    struct pattern *shapes[SHAPES];
    struct pattern *ordinary;
    struct pattern *passing_on;
    struct subject *subject;
    struct subject *rest;
};

struct event_rules *event_rules_new(void)
{
    struct event_rules *rules = mem_new(1, sizeof *rules);
    for (size_t i = 0; i < SHAPES; i++)
        rules->shapes[i] = pattern_new(shapes[i].expression);
    rules->ordinary = pattern_new(ordinary_rest);
    rules->passing_on = pattern_new(passing_on);
    rules->subject = subject_new(slice_of(""));
    rules->rest = subject_new(slice_of(""));
    return rules;
}

void event_rules_free(struct event_rules **rules)
{
    if (*rules == NULL)
        return;
    for (size_t i = 0; i < SHAPES; i++)
        pattern_free(&(*rules)->shapes[i]);
    pattern_free(&(*rules)->ordinary);
    pattern_free(&(*rules)->passing_on);
    subject_free(&(*rules)->subject);
    subject_free(&(*rules)->rest);
    free(*rules);
    *rules = NULL;
}

bool event_ordinary(struct event_rules *rules, struct organ_table *organs, struct slice name)
{
    struct organ_mention mention;
    struct match match;
    size_t rest = 0;
    if (organ_find(organs, name, 0, &mention)) {
        rest = mention.start <= ORDINARY_HEAD ? mention.end : 0;
        organ_mention_free(&mention);
    }
    subject_set(rules->rest, slice_part(name, rest, name.length));
    return pattern_at(rules->ordinary, rules->rest, 0, &match);
}

/* The place an inspection went to, as its name has it: 某某省 → 某某; 我市 → the document's own. */
static void add_target(struct buffer *event, const struct place_index *places, struct slice target, const char *own)
{
    static const char *const ours[] = {"我省", "我市", "我县", "我区", "我州", "我旗", "我盟"};
    struct place_mention mention;
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++) {
        struct slice head = slice_of(ours[i]);
        if (own != NULL && slice_starts(target, head) && place_find(places, slice_of(own), 0, 0, &mention)) {
            buffer_add_text(event, mention.place->stem);
            target = slice_part(target, head.length, target.length);
        }
    }
    if (place_find(places, target, 0, 0, &mention) && mention.start == 0) {
        buffer_add_text(event, mention.place->stem);
        target = slice_part(target, mention.end, target.length);
    }
    buffer_add(event, target);
}

char *event_of_inspection(const struct place_index *places, struct slice target, struct slice purpose, const char *own)
{
    struct buffer event = {0};
    buffer_add_text(&event, "考察");
    add_target(&event, places, slice_trim(target), own);
    buffer_add(&event, slice_trim(purpose));
    return buffer_take(&event);
}

char *event_of_instruction(struct slice topic)
{
    struct buffer event = {0};
    topic = slice_trim(topic);
    if (slice_ends(topic, slice_of("的")))
        topic.length -= strlen("的");
    buffer_add_text(&event, "关于");
    buffer_add(&event, topic);
    buffer_add_text(&event, "的指示");
    return buffer_take(&event);
}

char *event_of_letter(struct slice receiver, struct slice letter)
{
    struct buffer event = {0};
    buffer_add_text(&event, "给");
    buffer_add(&event, slice_trim(receiver));
    buffer_add_text(&event, "的");
    buffer_add(&event, letter);
    return buffer_take(&event);
}

/* 中国共产党第二十届中央委员会第三次全体会议 is known as 二十届三中全会; NULL: another meeting. */
static char *central_plenum(struct slice name)
{
    struct slice committee = slice_of("届中央委员会第"), plenum = slice_of("次全体会议");
    size_t middle = slice_find(name, committee, 0);
    size_t end = middle == SLICE_NONE ? SLICE_NONE : slice_find(name, plenum, middle);
    if (end == SLICE_NONE)
        return NULL;
    size_t start = slice_find(name, slice_of("第"), 0);
    start = start < middle ? start + strlen("第") : 0;
    struct slice congress = slice_part(name, start, middle);
    struct slice session = slice_part(name, middle + committee.length, end);
    struct buffer event = {0};
    buffer_add(&event, congress);
    buffer_add_text(&event, "届");
    buffer_add(&event, session);
    buffer_add_text(&event, "中全会");
    return buffer_take(&event);
}

char *event_of_meeting(struct slice name)
{
    char *plenum = central_plenum(name);
    if (plenum != NULL)
        return plenum;
    struct buffer event = {0};
    for (size_t at = 0; at < name.length;) {
        struct date_mention date;
        struct slice rest = slice_part(name, at, name.length);
        size_t ordinal = slice_starts(rest, slice_of("第")) ? strlen("第") : 0;
        long value;
        size_t digits = numeral_read(rest, ordinal, &value);
        struct slice behind = slice_part(rest, ordinal + digits, rest.length);
        if (date_find(name, at, &date) && date.start == at)
            at = date.end;
        else if (at == 0 && digits == 4 && slice_starts(behind, slice_of("年")))
            at += digits + strlen("年"); /* 2022年全国教育工作会议 */
        else if (digits > 0 && slice_starts(behind, slice_of("次")) && !slice_starts(behind, slice_of("次性")))
            at += ordinal + digits + strlen("次");
        else {
            size_t next = at;
            (void)utf8_next(name, &next);
            buffer_add(&event, slice_part(name, at, next));
            at = next;
        }
    }
    return buffer_take(&event);
}

static char *name_occasion(struct reading *reading, const struct document *document, size_t which,
                           const struct match *match)
{
    struct event_rules *rules = reading->parser->events;
    struct slice name = match_part(rules->subject, match, 1);
    switch (shapes[which].occasion) {
    case OCCASION_INSPECTION:
        return event_of_inspection(reading->parser->places, name, match_part(rules->subject, match, 2),
                                   document->place);
    case OCCASION_INSTRUCTION:
        return event_of_instruction(name);
    case OCCASION_LETTER:
        return event_of_letter(name, match_part(rules->subject, match, 2));
    case OCCASION_MEETING:
        return event_ordinary(rules, reading->parser->organs, name) ? NULL : event_of_meeting(name);
    }
    return NULL;
}

/* Does a shape of this sort fit a document of this kind? Only an instruction is named by its topic. */
static bool fits(enum occasion occasion, enum kind kind)
{
    if (occasion == OCCASION_INSTRUCTION || occasion == OCCASION_LETTER)
        return kind == KIND_INSTRUCTION || kind == KIND_ARTICLE;
    if (occasion == OCCASION_INSPECTION)
        return kind == KIND_SPEECH || kind == KIND_ARTICLE;
    return kind == KIND_MEETING || kind == KIND_SPEECH;
}

/* Tries every shape on one text; `broken`: a title whose lines were joined. */
static char *read_text(struct reading *reading, const struct document *document, struct slice text, bool broken,
                       const char **rule)
{
    struct event_rules *rules = reading->parser->events;
    struct match match;
    subject_set(rules->subject, text);
    if (pattern_find(rules->passing_on, rules->subject, 0, &match))
        subject_set(rules->subject, slice_part(text, 0, match.group[0].start));
    for (size_t i = 0; i < SHAPES; i++) {
        if (!fits(shapes[i].occasion, document->kind) || (broken && !shapes[i].broken) ||
            !pattern_find(rules->shapes[i], rules->subject, 0, &match))
            continue;
        *rule = shapes[i].rule;
        char *event = name_occasion(reading, document, i, &match);
        if (event != NULL)
            return event;
    }
    return NULL;
}

/* A title over several lines breaks names where a line ended: once with its spaces, once without. */
static char *read_title(struct reading *reading, const struct document *document, const char **rule)
{
    struct buffer joined = {0};
    for (const char *c = document->title; *c != '\0'; c++) {
        if (*c != ' ')
            buffer_add(&joined, (struct slice){.bytes = c, .length = 1});
    }
    char *event = read_text(reading, document, slice_of(document->title), false, rule);
    if (event == NULL)
        event = read_text(reading, document, buffer_slice(&joined), true, rule);
    buffer_free(&joined);
    return event;
}

static void read_event(struct reading *reading, struct document *document)
{
    const char *rule = NULL;
    size_t line = document->first_line;
    if (document->title != NULL && document->title_lines > 0)
        document->event = read_title(reading, document, &rule);
    for (size_t passages = 0; document->event == NULL && line <= document->last_line; line++) {
        if (slice_blank(reading->lines[line - 1]))
            continue;
        if (++passages > document->title_lines + FIRST_PASSAGES)
            break;
        if (passages > document->title_lines)
            document->event = read_text(reading, document, slice_trim(reading->lines[line - 1]), false, &rule);
    }
    if (document->event == NULL)
        return;
    line = line > document->first_line ? line - 1 : line;
    document->evidence = mem_resize(document->evidence, document->evidence_count + 1, sizeof *document->evidence);
    document->evidence[document->evidence_count++] =
        (struct evidence){.field = FIELD_EVENT,
                          .where = {.line = line, .end = utf8_count(reading->lines[line - 1])},
                          .rule = mem_copy(rule)};
}

void read_events(struct reading *reading)
{
    for (size_t i = 0; i < reading->parsed->document_count; i++) {
        struct document *document = &reading->parsed->documents[i];
        if (document->event == NULL && (document->corrected & (1U << FIELD_EVENT)) == 0)
            read_event(reading, document);
    }
}
