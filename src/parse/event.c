#include "event.h"

#include "chuanda/buffer.h"
#include "chuanda/fold.h"
#include "chuanda/memory.h"
#include "chuanda/utf8.h"

#include <stdlib.h>
#include <string.h>

/* Heads that say whose occasion it is and nothing of what it is about. */
static const char *const level_heads[] = {"党的", "中共中央", "党中央", "中央", "全国", "国家",     "全省", "全市",
                                          "全县", "全区",     "全州",   "全盟", "全旗", "全自治区", "全校", "全院",
                                          "我省", "我市",     "我县",   "我区", "我州", "我校",     "我院"};

/* Endings that say only that it was a meeting, or how it was held. */
static const char *const meeting_tails[] = {"工作电视电话会议", "工作视频会议", "工作会议", "工作会",
                                            "电视电话会议",     "电视电话会",   "电视会议", "电话会议",
                                            "视频会议",         "视频会",       "会议",     "会"};

/* The signs of a division's name at the head of an occasion's: 某某省防汛工作会议. */
static const char *const division_signs[] = {"自治区", "自治州", "省", "市", "县", "区", "州", "盟"};

/* A name that is shortened must still have so many characters, and so many hundredths of the longer one's. */
enum { SHORTENED_AT_LEAST = 10, SHORTENED_SHARE = 70 };

/* What is left of a name without its head must be able to stand alone. */
enum { REST_BYTES = 4 * 3 };

static const char inspection[] = "考察";

/* A topic's words that add nothing to it: 做好防汛工作, 防汛. */
static const char *const topic_heads[] = {"切实做好", "进一步做好", "做好", "加强"};

static bool drop_head(struct slice *name, const char *const *heads, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct slice head = slice_of(heads[i]);
        if (slice_starts(*name, head) && name->length >= head.length + REST_BYTES) {
            *name = slice_part(*name, head.length, name->length);
            return true;
        }
    }
    return false;
}

/* 某某省防汛工作 → 防汛工作; not 省委…, 城市…, 市场…: two to four characters stand before the sign. */
static void drop_division(struct slice *name)
{
    for (size_t i = 0; i < sizeof division_signs / sizeof *division_signs; i++) {
        struct slice sign = slice_of(division_signs[i]);
        size_t at = slice_find(*name, sign, 0);
        if (at == SLICE_NONE || at < 6 || at > 12 || name->length < at + sign.length + REST_BYTES)
            continue;
        struct slice rest = slice_part(*name, at + sign.length, name->length);
        bool body = slice_starts(rest, slice_of("委")) || slice_starts(rest, slice_of("政府"));
        *name = body ? slice_part(*name, at, name->length) : rest; /* 某某市委农村工作会议 → 市委农村工作会议 */
        return;
    }
}

static void drop_tail(struct slice *name)
{
    for (size_t i = 0; i < sizeof meeting_tails / sizeof *meeting_tails; i++) {
        struct slice tail = slice_of(meeting_tails[i]);
        if (slice_ends(*name, tail) && name->length >= tail.length + 6) {
            *name = slice_part(*name, 0, name->length - tail.length);
            return;
        }
    }
}

/* 关于做好防汛工作的指示 → 防汛 */
static bool drop_topic(struct slice *name)
{
    struct slice head = slice_of("关于"), tail = slice_of("的指示"), work = slice_of("工作");
    if (!slice_starts(*name, head) || !slice_ends(*name, tail))
        return false;
    *name = slice_part(*name, head.length, name->length - tail.length);
    (void)drop_head(name, topic_heads, sizeof topic_heads / sizeof *topic_heads);
    if (slice_ends(*name, work) && name->length > work.length)
        name->length -= work.length;
    return true;
}

/* A party congress, under both of its names: 中国共产党某某省代表大会, 省党代会. Which one, level, place and number tell. */
static bool is_congress(struct slice name)
{
    return slice_ends(name, slice_of("党代会")) ||
           (slice_starts(name, slice_of("中国共产党")) && slice_ends(name, slice_of("代表大会")));
}

char *event_key(const char *event)
{
    struct folded folded;
    fold_text(slice_of(event), FOLD_CHARACTERS, &folded);
    struct buffer key = {0};
    for (size_t i = 0; i < folded.count; i++)
        utf8_add(&key, folded.code_points[i]);
    folded_free(&folded);
    struct slice name = buffer_slice(&key);
    if (is_congress(name)) {
        name = slice_of("党代会");
    } else if (!drop_topic(&name) && !slice_starts(name, slice_of(inspection))) {
        while (drop_head(&name, level_heads, sizeof level_heads / sizeof *level_heads))
            ;
        drop_division(&name);
        drop_tail(&name);
    }
    char *text = slice_copy(name);
    buffer_free(&key);
    return text;
}

/* Are the code points of `part` all in `whole`, in their order? */
static bool subsequence(struct slice part, struct slice whole)
{
    size_t at = 0;
    size_t position = 0;
    while (at < part.length) {
        uint32_t wanted = utf8_next(part, &at);
        bool found = false;
        while (!found && position < whole.length)
            found = utf8_next(whole, &position) == wanted;
        if (!found)
            return false;
    }
    return true;
}

/* 甲防治座谈会 for 甲防治和乙建设座谈会: the first of two subjects stands for both. */
static bool first_subject(struct slice shorter, struct slice longer)
{
    enum { SUBJECT_AT_LEAST = 4 };
    static const char *const joints[] = {"和", "及", "与", "暨"};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        for (size_t at = 0; (at = slice_find(longer, slice_of(joints[i]), at)) != SLICE_NONE; at++) {
            struct slice subject = slice_part(longer, 0, at);
            if (utf8_count(subject) >= SUBJECT_AT_LEAST && slice_starts(shorter, subject) &&
                shorter.length > subject.length &&
                slice_ends(longer, slice_part(shorter, subject.length, shorter.length)))
                return true;
        }
    }
    return false;
}

bool event_same(const char *key, const char *other)
{
    struct slice shorter = slice_of(key);
    struct slice longer = slice_of(other);
    if (shorter.length > longer.length) {
        shorter = slice_of(other);
        longer = slice_of(key);
    }
    if (shorter.length == 0 || slice_equal(shorter, longer))
        return shorter.length > 0;
    struct slice head = slice_of(inspection);
    if (slice_starts(shorter, head) && slice_starts(longer, head) && slice_starts(longer, shorter))
        return utf8_count(shorter) >= 4; /* 考察 and at least a place */
    if (first_subject(shorter, longer))
        return true;
    size_t count = utf8_count(shorter);
    return count >= SHORTENED_AT_LEAST && count * 100 >= utf8_count(longer) * SHORTENED_SHARE &&
           subsequence(shorter, longer);
}
