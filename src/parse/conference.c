#include "conference.h"

#include "chuanda/buffer.h"

#include <stdlib.h>
#include <string.h>

bool generic_name(struct slice words)
{
    static const char *const names[] = {
        "会议",         "党组会议",     "党委会议", "常委会会议",       "常务会议",       "扩大会议",
        "专题会议",     "专题会",       "全体会议", "领导小组会议",     "指挥部会议",     "委员会会议",
        "工作会议",     "专题学习会",   "座谈会",   "领导小组专题会议", "专题研讨会",     "调度会",
        "会商会",       "电视电话会议", "视频会议", "领导小组全体会议", "专班会议",       "专班调度会",
        "专班调度会议", "指挥部调度会", "党员大会", "支部党员大会",     "支部委员会会议", "支委会",
        "支委会会议"};
    char *plain = organ_plain(words);
    bool found = false;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        found = found || strcmp(plain, names[i]) == 0;
    free(plain);
    return found;
}

/* The words without 第十一次 and （扩大）, each at most once. */
static char *without_number(struct document_rules *rules, struct slice words)
{
    static const char *const wide[] = {"（扩大）", "(扩大)"};
    struct buffer out = {0};
    struct match match;
    if (rule_find(rules, RULE_NUMBER, words, &match)) {
        buffer_add(&out, slice_part(words, 0, match.group[0].start));
        buffer_add(&out, slice_part(words, match.group[0].end, words.length));
    } else {
        buffer_add(&out, words);
    }
    char *text = buffer_take(&out);
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++) {
        char *at = strstr(text, wide[i]);
        if (at != NULL)
            memmove(at, at + strlen(wide[i]), strlen(at + strlen(wide[i])) + 1);
    }
    return text;
}

struct named find_conference(struct document_rules *rules, struct slice words)
{
    struct match match;
    struct named named = {0};
    static const char *const own[] = {"我省", "我市", "我州", "我县", "我区", "我校", "我院", "学校"};
    while (slice_starts(words, slice_of("的")))
        words = slice_part(words, strlen("的"), words.length);
    if (!rule_find(rules, RULE_CONFERENCE, words, &match))
        return named;
    struct slice name = rule_group(words, &match, 1);
    size_t joint = slice_find(words, slice_of("暨"), match.group[1].end);
    if (joint == match.group[1].end)
        name = slice_part(words, match.group[1].start, words.length);
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        name = slice_starts(name, slice_of(own[i])) ? slice_part(name, strlen(own[i]), name.length) : name;
    if (rule_find(rules, RULE_YEAR, name, &match) && match.group[0].start == 0)
        name = slice_part(name, match.group[0].end, name.length);
    if (!generic_name(name) && !slice_has(name, "主持"))
        named.words = without_number(rules, name);
    if (named.words != NULL && strlen(named.words) < name.length &&
        slice_ends(slice_of(named.words), slice_of("委员会会议")))
        named.words[strlen(named.words) - strlen("会议")] = '\0'; /* 安全生产委员会第三次会议 */
    return named;
}

/* The level of whose congress it is: 某某县第十八届…, 政协某某市第十届…, 中国共产党某某大学第三次…; without a sign it is national. */
static enum level level_of_congress(struct slice name)
{
    static const struct {
        const char *sign;
        enum level level;
    } signs[] = {{"自治区", LEVEL_PROVINCE}, {"自治州", LEVEL_CITY}, {"省", LEVEL_PROVINCE}, {"市", LEVEL_CITY},
                 {"州", LEVEL_CITY},         {"盟", LEVEL_CITY},     {"县", LEVEL_COUNTY},   {"旗", LEVEL_COUNTY},
                 {"区", LEVEL_COUNTY},       {"大学", LEVEL_UNIT},   {"学院", LEVEL_UNIT},   {"医院", LEVEL_UNIT},
                 {"公司", LEVEL_UNIT},       {"集团", LEVEL_UNIT}};
    enum level level = LEVEL_NATIONAL;
    size_t last = 0;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        struct slice sign = slice_of(signs[i].sign);
        for (size_t at = 0; (at = slice_find(name, sign, at)) != SLICE_NONE; at += sign.length) {
            if (at + sign.length <= last)
                continue;
            last = at + sign.length;
            level = signs[i].level;
        }
    }
    return level;
}

struct named find_congress(struct document_rules *rules, struct slice words)
{
    struct match match;
    struct named named = {0};
    if (!rule_find(rules, RULE_CONGRESS, words, &match))
        return named;
    struct slice name = rule_group(words, &match, match.group[1].start != SLICE_NONE ? 1 : 3);
    named.words = slice_copy(name);
    named.has_level = true;
    named.level = level_of_congress(name);
    return named;
}

char *conference_of(struct document_rules *rules, const struct named *body, struct slice words)
{
    enum { SHORTEST = 5 * 3 }; /* bytes: 农村工作会 */
    struct named conference = find_conference(rules, words);
    char *plain = organ_plain(slice_of(body->words)), *found = NULL;
    struct slice name = slice_of(conference.words), own = slice_of(plain);
    size_t at = own.length == 0 ? SLICE_NONE : slice_find(name, own, 0);
    struct slice rest = at == SLICE_NONE ? slice_of("") : slice_part(name, at + own.length, name.length);
    bool committee = slice_ends(own, slice_of("委")) || slice_ends(own, slice_of("政府"));
    if (body->has_level && committee && rest.length >= SHORTEST && !generic_name(rest) &&
        !slice_starts(rest, slice_of("常委")) && !slice_starts(rest, slice_of("书记")))
        found = slice_copy(slice_part(name, at, name.length));
    free(plain);
    free(conference.words);
    return found;
}
