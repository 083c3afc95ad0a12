#include "leads.h"

#include "chuanda/memory.h"
#include "chuanda/pattern.h"

#include <stdlib.h>

/* Verbs of saying that are nothing else; a mark follows, or the demand itself. */
#define SAYS                                                                                                                                                      \
    "强调|指出|认为|表示|提出|谈到|讲到|叮嘱|嘱咐|勉励|重申|告诫|批示|指示|号召|呼吁|(?<!可以|就是|来|句话|这么|应该|" \
    "常|俗话|听|小|学)说"

/* Verbs that may also be nouns or more: they need somebody who speaks before them. */
#define ASKS "要求|希望|决定|确定|明确|部署|建议|提醒|期望|同意"

/* Who speaks, as the end of the words before such a verb. */
#define SPEAKER                                                                                                                                               \
    "(?:会议|全会|大会|年会|例会|座谈会|推进会|视频会|部署会|论坛|党委|党组|省委|市委|县委|区委|州委|旗委|常委会|" \
    "委员会|政府|办公厅|办公室|指挥部|领导小组|"                                                                                            \
    "书记|省长|市长|县长|区长|州长|主席|总书记|总理|主任|校长|院长|同志|并|还|也|他|她|最后|同时|[》”]|通知|意见|" \
    "方案|公报|批示|指示|强调|明确|讲话时|上|中|"                                                                                            \
    "时)"

/* Demands that may follow a verb of saying without a mark: 指出要统筹…, 要求各地…. */
#define FOLLOWS                                                                                                        \
    "(?=要(?!求)|必须|各|全[省市县区州校院体党国]|有关|相关|继续|切实|进一步|认真|抓好|坚决|省直|市直|县直|广大|所有)"

static const char *const spoken = "(?:^|[，,；。])[　 ]*([^，,；。：:]*?(?:" SAYS "))(?:[，,：:]|" FOLLOWS ")";
static const char *const asked = "(?:^|[，,；。])[　 ]*((?:[^，,；。：:]{0,40}?" SPEAKER
                                 "|[^，,；。：:的各项]{2,4}|)(?:" ASKS "))(?:[，,：:]|" FOLLOWS ")";
static const char *const announced =
    "(?:提出|作出|做出|讲了|提|明确|强调)了?(?:[一二三四五六七八九十几两\\d]+(?:点|个|条|项|方面)|如下|以下|明确|具体)["
    "^，。；]{0,8}(?:要求|意见|建议|希望|部署|安排|任务)"
    "[。：:]";

/* The verbs after which what follows is a demand, and a decision. */
static const char *const requires_it = "(?:要求|号召|希望|叮嘱|期望)$";
static const char *const decides = "(?:决定|确定|同意)$";

struct lead_rules {
    struct pattern *spoken;
    struct pattern *asked;
    struct pattern *announced;
    struct pattern *requires_it;
    struct pattern *decides;
    struct subject *sentence;
    struct subject *words;
};

struct lead_rules *lead_rules_new(void)
{
    struct lead_rules *rules = mem_new(1, sizeof *rules);
    rules->spoken = pattern_new(spoken);
    rules->asked = pattern_new(asked);
    rules->announced = pattern_new(announced);
    rules->requires_it = pattern_new(requires_it);
    rules->decides = pattern_new(decides);
    rules->sentence = subject_new(slice_of(""));
    rules->words = subject_new(slice_of(""));
    return rules;
}

void lead_rules_free(struct lead_rules **rules)
{
    if (*rules == NULL)
        return;
    pattern_free(&(*rules)->spoken);
    pattern_free(&(*rules)->asked);
    pattern_free(&(*rules)->announced);
    pattern_free(&(*rules)->requires_it);
    pattern_free(&(*rules)->decides);
    subject_free(&(*rules)->sentence);
    subject_free(&(*rules)->words);
    free(*rules);
    *rules = NULL;
}

/* …提出三点要求。 or …提出三点要求：一要…: the whole sentence up to the mark is the lead. */
static bool announcement(struct lead_rules *rules, struct lead *lead)
{
    struct match match;
    if (!pattern_find(rules->announced, rules->sentence, 0, &match))
        return false;
    struct slice text = subject_text(rules->sentence);
    size_t mark = match.group[0].end - (slice_ends(match_part(rules->sentence, &match, 0), slice_of(":")) ? 1 : 3);
    *lead = (struct lead){.start = 0, .end = mark, .words = match.group[0].end, .sign = SIGN_REQUIRED};
    while (lead->words < text.length && slice_starts(slice_part(text, lead->words, text.length), slice_of("“")))
        lead->words += 3;
    return true;
}

static bool first_of(struct lead_rules *rules, struct pattern *pattern, struct demand_rules *demands, bool noun_too,
                     struct match *found)
{
    for (size_t from = 0; pattern_find(pattern, rules->sentence, from, found); from = found->group[1].end) {
        struct slice words = match_part(rules->sentence, found, 1);
        /* 按照…要求，…: a circumstance; 落实…部署，…: a demand; nobody speaks */
        if (!noun_too || slice_starts(words, slice_of("要求")) || !demand_begins(demands, words))
            return true;
    }
    return false;
}

bool lead_find(struct lead_rules *rules, struct demand_rules *demands, struct slice sentence, struct lead *lead)
{
    struct match says, asks;
    subject_set(rules->sentence, sentence);
    bool is_said = first_of(rules, rules->spoken, demands, false, &says);
    bool is_asked = first_of(rules, rules->asked, demands, true, &asks);
    if (!is_said && !is_asked)
        return announcement(rules, lead);
    struct match *first = is_said && (!is_asked || says.group[1].start <= asks.group[1].start) ? &says : &asks;
    *lead = (struct lead){.start = first->group[1].start, .end = first->group[1].end, .words = first->group[0].end};
    subject_set(rules->words, match_part(rules->sentence, first, 1));
    struct match match;
    if (pattern_find(rules->requires_it, rules->words, 0, &match))
        lead->sign = SIGN_REQUIRED;
    else if (pattern_find(rules->decides, rules->words, 0, &match))
        lead->sign = SIGN_DECISION;
    struct slice rest = slice_part(sentence, lead->words, sentence.length);
    if (slice_starts(rest, slice_of("“")))
        lead->words += 3;
    return true;
}
