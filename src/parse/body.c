/* The body that met or issued, the number of its session, and the level that both tell. */
#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "chuanda/numeral.h"
#include "chuanda/utf8.h"
#include "draft.h"
#include "signs.h"

#include <stdlib.h>
#include <string.h>

/* What a text was found to name. */
struct named {
    char *words; /* owned; NULL: none */
    bool has_level;
    enum level level;
};

/* Words that join two bodies which meet together. */
static const char *const joints[] = {"会议暨", "暨", "会议和", "和", "会议、", "、", "会议与", "与", "会议 ", " "};

/*
 * The end of the bodies that a clause names, beginning with the one that ends
 * at `end`: 市委常委会会议和市防汛指挥部会议, 省委专题会议暨省防汛领导小组会议.
 */
static size_t joint_end(struct organ_table *organs, struct slice clause, size_t end)
{
    for (size_t i = 0; i < sizeof joints / sizeof joints[0]; i++) {
        struct slice joint = slice_of(joints[i]);
        struct organ_mention next = {0};
        if (!slice_starts(slice_part(clause, end, clause.length), joint))
            continue;
        size_t at = end + joint.length, reached = end;
        if (slice_ends(joint, slice_of("暨")))
            reached = clause.length;
        else if (organ_find(organs, clause, at, &next) && next.start == at)
            reached = joint_end(organs, clause, next.end);
        organ_mention_free(&next);
        if (reached > end)
            return reached;
    }
    return end;
}

/* Without session, and without the meeting of a standing committee or a joint one's last words: 省委常委会. */
static char *organ_words(struct slice words)
{
    static const char *const tails[] = {"常委会会议", "常委会议", "常务委员会会议"};
    static const size_t cuts[] = {6, 3, 6};
    char *text = organ_plain(words);
    for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++) {
        if (slice_ends(slice_of(text), slice_of(tails[i]))) {
            text[strlen(text) - cuts[i]] = '\0';
            break;
        }
    }
    return text;
}

/* The institution's own name before 大学党委: at most so many code points, no punctuation. */
static size_t institution_start(struct slice clause, size_t start)
{
    enum { LONGEST = 12 };
    static const char *const heads[] = {"大学", "学院", "公司", "集团", "医院", "中心"};
    bool headed = false;
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        headed = headed || slice_starts(slice_part(clause, start, clause.length), slice_of(heads[i]));
    for (size_t count = 0; headed && start > 0 && count < LONGEST; count++) {
        size_t before = start;
        uint32_t character = utf8_previous(clause, &before);
        struct slice so_far = slice_part(clause, 0, start);
        if (character < 0x4E00 || character > 0x9FFF || slice_ends(so_far, slice_of("召开")) ||
            slice_ends(so_far, slice_of("举行")) || slice_ends(so_far, slice_of("主持")))
            break;
        start = before;
    }
    return start;
}

/* The first body in clause[from, to) with those that it meets with. */
static struct named find_body(struct organ_table *organs, struct slice clause, size_t from, size_t to)
{
    struct named named = {0};
    struct organ_mention mention;
    struct slice text = slice_part(clause, 0, to);
    if (organ_find(organs, text, from, &mention)) {
        size_t end = joint_end(organs, text, mention.end);
        size_t start = institution_start(clause, mention.start);
        named = (struct named){.words = organ_words(slice_part(clause, start, end)),
                               .has_level = mention.has_level,
                               .level = mention.level};
    }
    organ_mention_free(&mention);
    return named;
}

/* Names that say nothing without the body that they belong to: 会议, 扩大会议, 第十二次会议, 领导小组会议. */
static bool generic(struct slice words)
{
    static const char *const names[] = {"会议",         "扩大会议",         "专题会议",        "专题会",   "全体会议",
                                        "领导小组会议", "指挥部会议",       "委员会会议",      "工作会议", "专题学习会",
                                        "座谈会",       "领导小组专题会议", "专题研讨会",      "调度会",   "会商会",
                                        "电视电话会议", "视频会议",         "领导小组全体会议"};
    char *plain = organ_plain(words);
    bool found = false;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        found = found || strcmp(plain, names[i]) == 0;
    free(plain);
    return found;
}

/* The words without 第十一次, at most once. */
static char *without_number(struct document_rules *rules, struct slice words)
{
    struct buffer out = {0};
    struct match match;
    if (!rule_find(rules, RULE_NUMBER, words, &match))
        return slice_copy(words);
    buffer_add(&out, slice_part(words, 0, match.group[0].start));
    buffer_add(&out, slice_part(words, match.group[0].end, words.length));
    return buffer_take(&out);
}

/* A named occasion that is its own body: 全国…工作会议, 推进…座谈会. */
static struct named find_conference(struct document_rules *rules, struct slice words)
{
    struct match match;
    struct named named = {0};
    while (slice_starts(words, slice_of("的")))
        words = slice_part(words, strlen("的"), words.length);
    if (!rule_find(rules, RULE_CONFERENCE, words, &match))
        return named;
    struct slice name = rule_group(words, &match, 1);
    size_t joint = slice_find(words, slice_of("暨"), match.group[1].end);
    if (joint == match.group[1].end)
        name = slice_part(words, match.group[1].start, words.length);
    if (rule_find(rules, RULE_YEAR, name, &match) && match.group[0].start == 0)
        name = slice_part(name, match.group[0].end, name.length);
    if (!generic(name))
        named.words = without_number(rules, name);
    return named;
}

/* The subject without its date, which stands before or behind the name. */
static struct slice without_date(struct slice subject)
{
    struct date_mention date;
    if (!date_find(subject, 0, &date))
        return subject;
    struct slice before = slice_trim(slice_part(subject, 0, date.start));
    return before.length > strlen("全国") ? before : slice_part(subject, date.end, subject.length);
}

/* 学校党委召开常委会, 县政府召开第62次常务会议: the object's short name belongs to the subject. */
static void join_short_name(struct named *body, struct slice object)
{
    static const char *const names[] = {"常委会", "常务会议", "党组会议"};
    if (body->words == NULL)
        return;
    char *plain = organ_plain(slice_trim(object));
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (!slice_starts(slice_of(plain), slice_of(names[i])) || slice_ends(slice_of(body->words), slice_of("会")))
            continue;
        struct buffer words = {0};
        buffer_print(&words, "%s%s", body->words, names[i]);
        free(body->words);
        body->words = buffer_take(&words);
        break;
    }
    free(plain);
}

/* The body in a clause "who does what": its object, its subject, or the occasion. */
static struct named body_of_clause(const struct parser *parser, struct slice clause)
{
    struct document_rules *rules = parser->documents;
    struct match match;
    if (!rule_find(rules, RULE_HOLDS, clause, &match))
        return find_body(parser->organs, clause, 0, clause.length);
    struct slice object = slice_part(clause, match.group[0].end, clause.length);
    struct slice subject = slice_part(clause, 0, match.group[0].start);
    struct named body = find_body(parser->organs, clause, match.group[0].end, clause.length);
    if (body.words != NULL)
        return body;
    if (!slice_equal(rule_group(clause, &match, 0), slice_of("出席")))
        body = find_body(parser->organs, subject, 0, subject.length);
    join_short_name(&body, object);
    if (body.words != NULL)
        return body;
    struct match leader;
    struct named conference = find_conference(rules, object);
    if ((conference.words == NULL || slice_has(slice_of(conference.words), "专题会")) &&
        rule_find(rules, RULE_LEADER_OF, subject, &leader)) {
        free(conference.words);
        return (struct named){.words = slice_copy(rule_group(subject, &leader, 1))};
    }
    if (conference.words != NULL)
        return conference;
    return find_conference(rules, without_date(subject));
}

/* Words in a clause or a title that tell the level where the body does not. */
static const struct {
    const char *word;
    enum level level;
} level_words[] = {
    {"总书记", LEVEL_NATIONAL},   {"国务院总理", LEVEL_NATIONAL}, {"国务院副总理", LEVEL_NATIONAL},
    {"国家主席", LEVEL_NATIONAL}, {"中共中央", LEVEL_NATIONAL},   {"党中央", LEVEL_NATIONAL},
    {"全国", LEVEL_NATIONAL},     {"中央", LEVEL_NATIONAL},       {"省委书记", LEVEL_PROVINCE},
    {"省长", LEVEL_PROVINCE},     {"我省", LEVEL_PROVINCE},       {"全省", LEVEL_PROVINCE},
    {"自治区", LEVEL_PROVINCE},   {"省委", LEVEL_PROVINCE},       {"省政府", LEVEL_PROVINCE},
    {"市委书记", LEVEL_CITY},     {"市长", LEVEL_CITY},           {"我市", LEVEL_CITY},
    {"全市", LEVEL_CITY},         {"州委书记", LEVEL_CITY},       {"州长", LEVEL_CITY},
    {"我州", LEVEL_CITY},         {"全州", LEVEL_CITY},           {"盟委书记", LEVEL_CITY},
    {"县委书记", LEVEL_COUNTY},   {"县长", LEVEL_COUNTY},         {"我县", LEVEL_COUNTY},
    {"全县", LEVEL_COUNTY},       {"区委书记", LEVEL_COUNTY},     {"区长", LEVEL_COUNTY},
    {"我区", LEVEL_COUNTY},       {"全区", LEVEL_COUNTY},         {"旗委书记", LEVEL_COUNTY},
    {"旗长", LEVEL_COUNTY},       {"校党委", LEVEL_UNIT},         {"学校", LEVEL_UNIT},
    {"我校", LEVEL_UNIT},         {"全校", LEVEL_UNIT},           {"院党委", LEVEL_UNIT},
    {"校长", LEVEL_UNIT},         {"大学", LEVEL_UNIT},           {"学院", LEVEL_UNIT},
    {"我院", LEVEL_UNIT},         {"全院", LEVEL_UNIT},           {"公司", LEVEL_UNIT},
    {"集团", LEVEL_UNIT},         {"医院", LEVEL_UNIT},           {"董事长", LEVEL_UNIT},
};
enum { LEVEL_WORDS = sizeof level_words / sizeof level_words[0] };

/* The level of the word that stands first; false where there is none. */
static bool level_by_word(struct slice text, enum level *level, size_t *word)
{
    size_t first = SLICE_NONE, length = 0;
    for (size_t i = 0; i < LEVEL_WORDS; i++) {
        struct slice needle = slice_of(level_words[i].word);
        size_t at = slice_find(text, needle, 0);
        if (at != SLICE_NONE && (at < first || first == SLICE_NONE || (at == first && needle.length > length))) {
            first = at;
            length = needle.length;
            *level = level_words[i].level;
            *word = i;
        }
    }
    return first != SLICE_NONE;
}

static size_t count_word(const struct page *page, const struct draft *draft, struct slice word)
{
    size_t count = 0;
    for (size_t i = draft->first; i <= draft->last; i++) {
        for (size_t at = 0; (at = slice_find(page->lines[i].text, word, at)) != SLICE_NONE; at += word.length)
            count++;
    }
    return count;
}

/* The level by the words of the whole text in which it speaks of its own: 我代表党中央, 我省, 全校 … */
static bool level_by_text(const struct page *page, const struct draft *draft, enum level *level)
{
    static const struct {
        const char *word;
        size_t weight;
        enum level level;
    } own[] = {{"我代表党中央", 20, LEVEL_NATIONAL},
               {"我主持召开中央", 20, LEVEL_NATIONAL},
               {"我在中央", 20, LEVEL_NATIONAL},
               {"中共中央总书记", 3, LEVEL_NATIONAL},
               {"全国各族", 1, LEVEL_NATIONAL},
               {"我省", 3, LEVEL_PROVINCE},
               {"全省", 2, LEVEL_PROVINCE},
               {"全区各级", 2, LEVEL_PROVINCE},
               {"我市", 3, LEVEL_CITY},
               {"全市", 2, LEVEL_CITY},
               {"全州", 2, LEVEL_CITY},
               {"我县", 3, LEVEL_COUNTY},
               {"全县", 2, LEVEL_COUNTY},
               {"我区", 3, LEVEL_COUNTY},
               {"我校", 3, LEVEL_UNIT},
               {"全校", 3, LEVEL_UNIT},
               {"学校", 1, LEVEL_UNIT},
               {"我院", 3, LEVEL_UNIT},
               {"全院", 3, LEVEL_UNIT},
               {"党委委员", 2, LEVEL_UNIT}};
    size_t votes[LEVELS] = {0}, best = 0;
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        votes[own[i].level] += own[i].weight * count_word(page, draft, slice_of(own[i].word));
    for (size_t i = 0; i < LEVELS; i++) {
        if (votes[i] > best) {
            best = votes[i];
            *level = (enum level)i;
        }
    }
    return best > 0;
}

/* The level of the place with which a body's name begins: 北京…领导小组 is a municipality's. */
static bool level_by_place(const struct parser *parser, struct slice words, enum level *level)
{
    struct place_mention mention;
    if (!place_find(parser->places, words, 0, 0, &mention) || mention.start > 0)
        return false;
    *level = mention.place->level;
    return true;
}

/* What the text calls its own, and what names of conferences and of national rules begin with. */
static bool level_by_own_words(const struct draft *draft, const struct named *body, enum level *level)
{
    static const struct {
        const char *word;
        enum level level;
    } own[] = {{"我省", LEVEL_PROVINCE}, {"我市", LEVEL_CITY}, {"我州", LEVEL_CITY}, {"我县", LEVEL_COUNTY},
               {"我区", LEVEL_COUNTY},   {"我校", LEVEL_UNIT}, {"我院", LEVEL_UNIT}},
      wide[] = {{"全国", LEVEL_NATIONAL}, {"中央", LEVEL_NATIONAL}, {"全省", LEVEL_PROVINCE}, {"全市", LEVEL_CITY},
                {"全州", LEVEL_CITY},     {"全县", LEVEL_COUNTY},   {"全区", LEVEL_COUNTY},   {"全校", LEVEL_UNIT}};
    static const char *const national[] = {"中国共产党", "中华人民共和国", "国务院", "中共中央"};
    struct slice words = slice_of(body->words), title = slice_of(draft->document.title);
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
        *level = own[i].level;
        if (slice_has(slice_of(draft->clause), own[i].word))
            return true;
    }
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++) {
        *level = wide[i].level;
        if (slice_starts(words, slice_of(wide[i].word)))
            return true;
    }
    *level = LEVEL_NATIONAL;
    for (size_t i = 0; i < sizeof national / sizeof national[0]; i++) {
        if (draft->document.kind == KIND_POLICY && slice_has(title, national[i]))
            return true;
    }
    return false;
}

static void read_level(const struct parser *parser, const struct page *page, struct draft *draft,
                       const struct named *body)
{
    struct slice clause = slice_of(draft->clause), title = slice_of(draft->document.title);
    struct document *document = &draft->document;
    size_t word = 0, opening = draft->opening <= draft->last ? draft->opening : draft->first;
    bool titled = draft->title_end > draft->first;
    document->level = LEVEL_NATIONAL;
    if (body->words != NULL && body->has_level) {
        document->level = body->level;
        note(draft, page, FIELD_LEVEL, opening, slice_of(body->words), "the body's name");
    } else if (level_by_own_words(draft, body, &document->level)) {
        note(draft, page, FIELD_LEVEL, opening, slice_of(""), "what it calls its own");
    } else if (level_by_word(clause, &document->level, &word)) {
        note(draft, page, FIELD_LEVEL, opening, slice_of(level_words[word].word), "who met");
    } else if (body->words != NULL && level_by_place(parser, slice_of(body->words), &document->level)) {
        note(draft, page, FIELD_LEVEL, opening, slice_of(body->words), "the place in the body's name");
    } else if (titled && level_by_word(title, &document->level, &word)) {
        note(draft, page, FIELD_LEVEL, draft->first, slice_of(level_words[word].word), "title");
    } else if (level_by_text(page, draft, &document->level)) {
        note(draft, page, FIELD_LEVEL, page->count, slice_of(""), "whom the text calls its own");
    } else {
        note(draft, page, FIELD_LEVEL, page->count, slice_of(""), "nothing tells another");
    }
}

/* A title without the name of the site that shows it: 某县人民政府网站 — 县委常委会会议. */
static struct slice without_site(struct slice title)
{
    static const char *const dashes[] = {"——", "—", " - ", "-", ": ", ":", "："};
    static const char *const sites[] = {"网", "新闻", "要闻", "活动", "资讯", "快讯", "人民政府"};
    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++) {
        size_t at = slice_find(title, slice_of(dashes[i]), 0);
        if (at == SLICE_NONE)
            continue;
        struct slice site = slice_trim(slice_part(title, 0, at));
        for (size_t word = 0; word < sizeof sites / sizeof sites[0]; word++) {
            if (slice_ends(site, slice_of(sites[word])) || slice_ends(site, slice_of("网站")))
                return slice_trim(slice_part(title, at + strlen(dashes[i]), title.length));
        }
    }
    return title;
}

/* The title up to what is relayed or discussed. */
static struct slice title_clause(struct slice title)
{
    title = without_site(title);
    static const char *const verbs[] = {"传达", "学习贯彻", "深入学习", "强调",        "审议",
                                        "贯彻", "作出",     "听取",     "集体学习中央"};
    size_t end = title.length;
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        size_t at = slice_find(title, slice_of(verbs[i]), 0);
        if (at != SLICE_NONE && at > 0 && at < end)
            end = at;
    }
    return slice_part(title, 0, end);
}

static int number_in(struct document_rules *rules, struct slice clause)
{
    struct match match;
    long value;
    if (!rule_find(rules, RULE_NUMBER, clause, &match))
        return 0;
    struct slice digits = rule_group(clause, &match, 1);
    return numeral_read(digits, 0, &value) == digits.length && value < 100000 ? (int)value : 0;
}

static void read_number(const struct parser *parser, const struct page *page, struct draft *draft)
{
    struct slice clause = slice_of(draft->clause), title = title_clause(slice_of(draft->document.title));
    bool named = draft->document.kind == KIND_MEETING || draft->document.kind == KIND_NOTICE;
    int number = named ? number_in(parser->documents, clause) : 0;
    bool titled = number == 0 && named && draft->title_end > draft->first;
    if (titled)
        number = number_in(parser->documents, title);
    draft->document.number = number;
    struct match match;
    if (number > 0 && rule_find(parser->documents, RULE_NUMBER, titled ? title : clause, &match))
        note(draft, page, FIELD_NUMBER, titled || draft->opening > draft->last ? draft->first : draft->opening,
             rule_group(titled ? title : clause, &match, 0), titled ? "title" : "opening");
}

/* Who issued: all bodies of a title, one behind the other (中共中央办公厅 国务院办公厅印发…). */
static struct named issuer(const struct parser *parser, struct slice title)
{
    size_t end = title.length;
    static const char *const verbs[] = {"印发", "发布", "关于", "《"};
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        size_t at = slice_find(title, slice_of(verbs[i]), 0);
        if (at != SLICE_NONE && at > 0 && at < end)
            end = at;
    }
    struct named body = find_body(parser->organs, title, 0, end);
    if (body.words == NULL)
        body = find_body(parser->organs, title, 0, title.length);
    size_t about = slice_find(title, slice_of("关于"), 0);
    if (body.words == NULL && about != SLICE_NONE && about > 0)
        body.words = slice_copy(slice_trim(slice_part(title, 0, about)));
    return body;
}

void read_organ(const struct parser *parser, const struct page *page, struct draft *draft)
{
    struct slice clause = slice_of(draft->clause), title = slice_of(draft->document.title);
    enum kind kind = draft->document.kind;
    bool titled = draft->title_end > draft->first;
    struct named body = {0};
    size_t where = draft->opening <= draft->last ? draft->opening : draft->first;
    if (kind == KIND_MEETING && draft->opening <= draft->last)
        body = body_of_clause(parser, clause);
    if (body.words == NULL && titled && kind == KIND_MEETING) {
        body = body_of_clause(parser, title_clause(title));
        if (body.words == NULL)
            body = find_body(parser->organs, title, 0, title.length);
        where = draft->first;
    }
    if (body.words == NULL && (kind == KIND_NOTICE || kind == KIND_POLICY)) {
        body = titled ? issuer(parser, title) : body;
        where = draft->first;
        if (body.words == NULL && draft->opening <= draft->last) {
            body = find_body(parser->organs, clause, 0, clause.length);
            where = draft->opening;
        }
    }
    read_level(parser, page, draft, &body);
    if (body.words != NULL)
        note(draft, page, FIELD_ORGAN, where, slice_of(body.words), where == draft->first ? "title" : "opening");
    draft->document.organ = body.words;
    read_number(parser, page, draft);
}
