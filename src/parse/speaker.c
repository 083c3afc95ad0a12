#include "speaker.h"

#include "chuanda/memory.h"
#include "chuanda/pattern.h"
#include "chuanda/utf8.h"
#include "name.h"

#include <stdlib.h>
#include <string.h>

/* clang-format off: tables */

#define SAYS                                                                                                                                                     \
    "(?:强调|指出|认为|表示|提出|谈到|讲到|说|叮嘱|嘱咐|勉励|重申|告诫|呼吁|要求|号召|希望|决定|确定|明确|部署|建议|" \
    "提醒|期望|同意)"

/* What follows the name of one who speaks. */
#define FOLLOWS                                                                                                                                               \
    "(?:(?:会上|现场|还|又|并|也|再次|进一步|特别|反复|最后|同时|一致|纷纷|着重|首先|其次|随后|郑重|就此|当场|严肃|" \
    "当日|"                                                                                                                                                 \
    "\\d+日|[上下]午|\\s)*"                                                                                                                               \
    "(?:" SAYS                                                                                                                                                \
    "|[在对就向给到]|主持|出席|作了?|做了?|发表|听取|检查|调研|考察|督导|传达|代表|结合|围绕|审议|学习|研究|讨论|"  \
    "发出|印发|下发|召开|召集|举行|通报|通过|逐条|带队|深入|以|所|批示|指示|讲话|的(?:讲话|重要讲话|指示|批示)))"

/* The end of the title of an office, right before a name. */
#define OFFICE                                                                                                                                                   \
    "(?:书记|主席|总理|[省市县区州盟旗乡镇部厅局处所行会社校院台站]长|主任|组长|指挥长|总指挥|司令员|政委|董事长|" \
    "经理|专员|"                                                                                                                                             \
    "工程师|秘书长|委员|常委|代表|同志)"

/* A body or an occasion, at the start of a clause. */
#define BODY                                                                                                                                                     \
    "(?:会议|全会|大会|年会|例会|座谈会|推进会|视频会|部署会|调度会|动员会|现场会|工作会|论坛|党委|党组|党工委|"      \
    "[省市县区州旗地工团]委|常委会|委员会|政府|办公厅|办公室|国务院|党中央|中央|中心组|支部|指挥部|领导小组|法院|" \
    "检察院|"                                                                                                                                                 \
    "[教育财政水利商务公安民政科技交通组织宣传]{2}部|[卫健发改]{2}委|厅|局|公报|通知|意见|方案|规划|条例|办法|决定|" \
    "文章|"                                                                                                                                                    \
    "讲话|社论|评论员|倡议书|公开信|[批指]示|《[^》]*》)"

static const char *const date =
    "(?:\\s|[\\d〇零一二三四五六七八九十]+[年月日]|[上下]午|当[天日晚]|晚|昨[天日]|今[天日]|日前|近日)*";

static const char *const body = "([^，；：。]{0,30}?" BODY ")(?:上|中|里)?"
                                "(?=" FOLLOWS ")";
static const char *const person = "([\\u4e00-\\u9fff·•]{2,12}?)(?:同志|总书记|书记|主席|总理|省长|市长|县长|区长|部长|"
                                  "主任|校长|院长|厅长|局长)?(?=" FOLLOWS ")";
static const char *const office = OFFICE;
static const char *const pronoun = "(?:他|她)(?!们)";

/* Anybody else: the words before the verb. */
static const char *const anybody =
    "((?!最后|同时|并|还|也|又|再次|特别|进一步|明确|着重|首先|其次|随后|就|在|对|为|要|从|以|按)[^，；：。]{2,16}?)"
    "(?:一致|纷纷|还|也|都|随后|最后|并)*" SAYS "$";

/* The document's own name for itself: its author or issuer speaks. */
static const char *const itself =
    "^(?:本?(?:文章|通知|意见|方案|决定|规划|条例|办法|公报|讲话|指示|批示|重要指示)|《[^》]*》)$";

/* Words that begin with what is also a surname. */
static const char *const no_persons[] = {"文章", "方案", "公报", "文件", "章程", "公告",
                                         "全会", "大会", "计划", "一致", "纷纷"};

/* clang-format on */

struct speaker_rules {
    struct pattern *date;
    struct pattern *body;
    struct pattern *person;
    struct pattern *office;
    struct pattern *pronoun;
    struct pattern *anybody;
    struct pattern *itself;
    struct subject *clause;
};

struct speaker_rules *speaker_rules_new(void)
{
    struct speaker_rules *rules = mem_new(1, sizeof *rules);
    rules->date = pattern_new(date);
    rules->body = pattern_new(body);
    rules->person = pattern_new(person);
    rules->office = pattern_new(office);
    rules->pronoun = pattern_new(pronoun);
    rules->anybody = pattern_new(anybody);
    rules->itself = pattern_new(itself);
    rules->clause = subject_new(slice_of(""));
    return rules;
}

void speaker_rules_free(struct speaker_rules **rules)
{
    if (*rules == NULL)
        return;
    pattern_free(&(*rules)->date);
    pattern_free(&(*rules)->body);
    pattern_free(&(*rules)->person);
    pattern_free(&(*rules)->office);
    pattern_free(&(*rules)->pronoun);
    pattern_free(&(*rules)->anybody);
    pattern_free(&(*rules)->itself);
    subject_free(&(*rules)->clause);
    free(*rules);
    *rules = NULL;
}

/* The person whose name stands at byte `at` of the clause; behind an office names of all peoples do. */
static struct slice person_at(struct speaker_rules *rules, size_t at, bool behind_office)
{
    struct match match;
    if (!pattern_at(rules->person, rules->clause, at, &match))
        return slice_of("");
    struct slice name = match_part(rules->clause, &match, 1);
    for (size_t i = 0; i < sizeof no_persons / sizeof *no_persons; i++)
        if (slice_equal(name, slice_of(no_persons[i])))
            return slice_of("");
    return is_person(name) || is_long_name(name) || (behind_office && could_be_person(name)) ? name : slice_of("");
}

/* The person that a clause begins with, offices before the name or not. */
static struct slice person_in(struct speaker_rules *rules)
{
    struct match match;
    struct slice found = person_at(rules, 0, false);
    for (size_t from = 0; found.length == 0 && pattern_find(rules->office, rules->clause, from, &match);
         from = match.group[0].end)
        found = person_at(rules, match.group[0].end, true);
    return found;
}

/* One of the document's people whose name a clause begins with, offices before it or not. */
static const char *chair_in(struct speaker_rules *rules, const struct document *document)
{
    struct match match;
    struct slice clause = subject_text(rules->clause);
    for (size_t i = 0; i < document->chair_count; i++) {
        size_t at = slice_find(clause, slice_of(document->chairs[i]), 0);
        if (at == 0)
            return document->chairs[i];
        for (size_t from = 0; at != SLICE_NONE && pattern_find(rules->office, rules->clause, from, &match);
             from = match.group[0].end)
            if (match.group[0].end == at)
                return document->chairs[i];
    }
    return NULL;
}

/* The issuer or author, where the words are the document's name for itself. */
static char *own_name(struct speaker_rules *rules, const struct document *document, struct slice words)
{
    struct match match;
    subject_set(rules->clause, words);
    char *whose = pattern_find(rules->itself, rules->clause, 0, &match) ? speaker_of_document(document) : NULL;
    return whose != NULL ? whose : slice_copy(words);
}

/* Who speaks or acts at the start of a clause; NULL: it does not say. */
static char *subject_of(struct speaker_rules *rules, const struct document *document, struct slice clause)
{
    struct match match;
    subject_set(rules->clause, clause);
    if (pattern_at(rules->date, rules->clause, 0, &match)) {
        clause = slice_part(clause, match.group[0].end, clause.length);
        subject_set(rules->clause, clause);
    }
    const char *chair = chair_in(rules, document);
    if (chair != NULL)
        return mem_copy(chair);
    struct slice name = person_in(rules);
    if (name.length > 0)
        return slice_copy(name);
    if (pattern_at(rules->body, rules->clause, 0, &match)) {
        char *words = slice_copy(match_part(rules->clause, &match, 1));
        char *whose = own_name(rules, document, slice_of(words));
        free(words);
        return whose;
    }
    return NULL;
}

/* The last clause before byte `end`, which becomes its start; false: there is none. */
static bool clause_before(struct slice words, size_t *end, struct slice *clause)
{
    if (*end == 0)
        return false;
    size_t start = *end;
    while (start > 0) {
        size_t before = start;
        uint32_t c = utf8_previous(words, &before);
        if (c == 0xFF0C || c == ',' || c == 0xFF1A || c == ':' || c == 0xFF1B || c == 0x3002)
            break;
        start = before;
    }
    *clause = slice_trim(slice_part(words, start, *end));
    if (start > 0)
        (void)utf8_previous(words, &start);
    *end = start;
    return true;
}

/* Is it a person, not a body? */
static bool is_somebody(const struct document *document, const char *name)
{
    for (size_t i = 0; i < document->chair_count; i++)
        if (strcmp(document->chairs[i], name) == 0)
            return true;
    return is_person(slice_of(name));
}

char *speaker_of_lead(struct speaker_rules *rules, const struct document *document, struct slice sentence,
                      const char *before)
{
    struct match match;
    struct slice clause, last;
    size_t end = sentence.length;
    if (!clause_before(sentence, &end, &last))
        return mem_copy(before);
    subject_set(rules->clause, last);
    if (pattern_at(rules->pronoun, rules->clause, 0, &match)) {
        bool known = before != NULL && is_somebody(document, before);
        return mem_copy(known || document->chair_count == 0 ? before : document->chairs[0]);
    }
    char *found = subject_of(rules, document, last);
    subject_set(rules->clause, last);
    if (found == NULL && pattern_at(rules->anybody, rules->clause, 0, &match))
        found = slice_copy(match_part(rules->clause, &match, 1));
    while (found == NULL && clause_before(sentence, &end, &clause))
        found = subject_of(rules, document, clause);
    return found != NULL ? found : mem_copy(before);
}

char *speaker_of_document(const struct document *document)
{
    switch (document->kind) {
    case KIND_SPEECH:
    case KIND_INSTRUCTION:
    case KIND_ARTICLE:
        return document->chair_count > 0 ? mem_copy(document->chairs[0]) : NULL;
    case KIND_POLICY:
    case KIND_NOTICE:
        return mem_copy(document->organ);
    case KIND_MEETING:
    case KIND_AGENDA:
        return NULL;
    }
    return NULL;
}
