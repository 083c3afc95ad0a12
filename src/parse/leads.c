#include "leads.h"

#include "chuanda/memory.h"
#include "chuanda/pattern.h"

#include <stdlib.h>

/* clang-format off: tables */

/* Verbs of saying that are nothing else: a mark follows, or the demand itself. */
#define SAYS                                                                                                                         \
    "强调|指出|认为|表示|提出|谈到|讲到|叮嘱|嘱咐|勉励|重申|告诫|作出[^，。；]{0,6}[批指]示|呼吁|" \
    "说(?<!可以说|就是说|来说|句话说|这么说|应该说|常说|俗话说|听说|小说|学说)"

/* Verbs that may be nouns or more as well: they need somebody who speaks before them. */
#define ASKS "要求|号召|希望|决定|确定|明确|部署|建议|提醒|期望|同意"

/* Who speaks: the end of the words before such a verb. */
#define SPEAKER                                                                                                                                              \
    "(?:会议|全会|大会|年会|例会|座谈会|推进会|视频会|部署会|论坛|党委|党组|[省市县区州旗]委|常委会|委员会|政府|" \
    "办公厅|办公室|"                                                                                                                                   \
    "指挥部|领导小组|同志|[》”]|通知|意见|方案|公报|[批指]示|强调|明确|[上中时]|并|还|也|他|她|最后|同时|"            \
    "(?:书记|[省市县区州]长|主席|总理|主任|校长|院长)[^，,；。：:的]{0,4})"

/* What may follow a verb of saying without a mark: 指出要统筹…, 要求各地…. */
#define FOLLOWS                                                                                                                                             \
    "(?=要(?!求)|必须|各|全[省市县区州校院体党国]|有关|相关|[省市县区](?:委|政府|人大|政协)|继续|切实|进一步|认真|" \
    "抓好|坚决|[省市县区]直|广大|所有|"                                                                                                        \
    "大家|他们|同志们|当地|基层|青年|同学们)"

/* ，要求…: at the head of a clause it is always the verb. */
#define HEADING_VERB "(?<=[，,]要求)(?![，。；的也更很高真实])"

/* The cheap first look: most sentences have none of these. */
static const char *const worth_a_look =
    "(?:" SAYS "|" ASKS ")(?:[，,：:]|" FOLLOWS "|" HEADING_VERB ")|(?:意见|要求|任务|安排|建议|希望|部署)。";

static const char *const spoken = "(?:^|[，,；。])[　 ]*([^，,；。：:]*?(?:" SAYS "))(?:[，,：:]|" FOLLOWS ")";

static const char *const asked =
    "(?:^|[，,；。])[　 ]*((?:[^，,；。：:]{0,40}?" SPEAKER "|[^，,；。：:的各项]{2,4}|)(?:" ASKS "))"
    "(?:[，,：:]|" FOLLOWS "|" HEADING_VERB ")";

/* 作出重要指示，强调：…: the second verb belongs to the first. */
static const char *const doubled = "(?:并|他)?(?:强调|指出|要求(?![真实]))[，,：:]?";

/* …提出三点要求。 */
static const char *const announced =
    "(?:提出|作出|做出|讲了|提|明确|强调)了?"
    "(?:[一二三四五六七八九十几两\\d]+(?:点|个|条|项|方面)|如下|以下)[^，。；]{0,8}"
    "(?:要求|意见|建议|希望|部署|安排|任务)[。：:]|提出(?:明确|具体|新的?|严格)?要求[：:]";

/* The verbs after which what follows is a demand, and a decision. */
static const char *const requires_it = "(?:要求|号召|希望|叮嘱|嘱咐|期望|勉励|呼吁|告诫)$";
/* Those who listened say what they think of it and what they will do. */
static const char *const answers =
    "(?:与会|参会|大家|纷纷|一致|代表们|同志们|学员|党员们|群众)[^，。；]{0,12}(?:表示|认为|谈到|说)$";
static const char *const decides = "(?:决定|确定|同意|明确)$";

/* clang-format on */

struct lead_rules {
    struct pattern *worth_a_look;
    struct pattern *spoken;
    struct pattern *asked;
    struct pattern *doubled;
    struct pattern *announced;
    struct pattern *requires_it;
    struct pattern *decides;
    struct pattern *answers;
    struct subject *sentence;
    struct subject *words;
};

struct lead_rules *lead_rules_new(void)
{
    struct lead_rules *rules = mem_new(1, sizeof *rules);
    rules->worth_a_look = pattern_new(worth_a_look);
    rules->spoken = pattern_new(spoken);
    rules->asked = pattern_new(asked);
    rules->doubled = pattern_new(doubled);
    rules->announced = pattern_new(announced);
    rules->requires_it = pattern_new(requires_it);
    rules->decides = pattern_new(decides);
    rules->answers = pattern_new(answers);
    rules->sentence = subject_new(slice_of(""));
    rules->words = subject_new(slice_of(""));
    return rules;
}

void lead_rules_free(struct lead_rules **rules)
{
    if (*rules == NULL)
        return;
    pattern_free(&(*rules)->worth_a_look);
    pattern_free(&(*rules)->spoken);
    pattern_free(&(*rules)->asked);
    pattern_free(&(*rules)->doubled);
    pattern_free(&(*rules)->announced);
    pattern_free(&(*rules)->requires_it);
    pattern_free(&(*rules)->decides);
    pattern_free(&(*rules)->answers);
    subject_free(&(*rules)->sentence);
    subject_free(&(*rules)->words);
    free(*rules);
    *rules = NULL;
}

/* …提出三点要求。 or …提出三点要求：一要…: the sentence up to the mark is the lead. */
static bool announcement(struct lead_rules *rules, struct demand_rules *demands, struct lead *lead)
{
    struct match match;
    if (!pattern_find(rules->announced, rules->sentence, 0, &match))
        return false;
    if (demand_modal_in(demands, slice_part(subject_text(rules->sentence), 0, match.group[0].start)) != SLICE_NONE)
        return false; /* 要查找漏洞，提出两点建议。 */
    size_t end = match.group[0].end;
    size_t mark = slice_ends(match_part(rules->sentence, &match, 0), slice_of(":")) ? 1 : sizeof "。" - 1;
    *lead = (struct lead){.start = 0, .end = end - mark, .words = end, .sign = SIGN_REQUIRED};
    return true;
}

bool lead_announces(struct lead_rules *rules, struct demand_rules *demands, struct slice sentence)
{
    struct lead lead;
    subject_set(rules->sentence, sentence);
    return announcement(rules, demands, &lead);
}

/* The first match of `pattern` in which somebody speaks. */
static bool first_of(struct lead_rules *rules, struct pattern *pattern, struct demand_rules *demands,
                     struct match *found)
{
    for (size_t from = 0; pattern_find(pattern, rules->sentence, from, found); from = found->group[1].end) {
        struct slice words = match_part(rules->sentence, found, 1);
        /* 按照…要求，…: a circumstance; 落实…部署，…: a demand; nobody speaks */
        if (demand_modal_in(demands, slice_part(subject_text(rules->sentence), 0, found->group[1].end)) != SLICE_NONE)
            return false; /* 要落实…的要求，… 要…，提出明确要求，…: nobody begins to speak within a demand */
        if (pattern == rules->spoken || slice_starts(words, slice_of("要求")) || !demand_begins(demands, words))
            return true;
    }
    return false;
}

static unsigned sign_of(struct lead_rules *rules, struct slice words)
{
    struct match match;
    subject_set(rules->words, words);
    if (pattern_find(rules->requires_it, rules->words, 0, &match))
        return SIGN_REQUIRED;
    if (pattern_find(rules->answers, rules->words, 0, &match))
        return SIGN_ANSWERED;
    return pattern_find(rules->decides, rules->words, 0, &match) ? (unsigned)SIGN_DECISION : 0;
}

bool lead_find(struct lead_rules *rules, struct demand_rules *demands, struct slice sentence, struct lead *lead)
{
    struct match says, asks, second;
    subject_set(rules->sentence, sentence);
    if (!pattern_find(rules->worth_a_look, rules->sentence, 0, &says))
        return false;
    bool is_said = first_of(rules, rules->spoken, demands, &says);
    bool is_asked = first_of(rules, rules->asked, demands, &asks);
    if (!is_said && !is_asked) {
        if (!announcement(rules, demands, lead))
            return false;
    } else {
        struct match *first = is_said && (!is_asked || says.group[1].start <= asks.group[1].start) ? &says : &asks;
        struct span words = first->group[1];
        *lead = (struct lead){.start = words.start, .end = words.end, .words = first->group[0].end};
        lead->sign = sign_of(rules, match_part(rules->sentence, first, 1));
        if (pattern_at(rules->doubled, rules->sentence, lead->words, &second)) {
            lead->words = second.group[0].end;
            if (slice_has(match_part(rules->sentence, &second, 0), "要求"))
                lead->sign = SIGN_REQUIRED;
        }
    }
    if (slice_starts(slice_part(sentence, lead->words, sentence.length), slice_of("“")))
        lead->words += sizeof "“" - 1;
    return true;
}
