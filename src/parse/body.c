/* The body that met or issued, and the number of its session. */
#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "chuanda/numeral.h"
#include "chuanda/utf8.h"
#include "conference.h"
#include "draft.h"
#include "facts.h"
#include "signs.h"

#include <stdlib.h>
#include <string.h>

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
    static const char *const tails[] = {"常委会会议", "常委会议", "常务委员会会议", "党委会会议"};
    static const size_t cuts[] = {6, 3, 6, 6};
    char *text = organ_plain(words);
    for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++) {
        if (slice_ends(slice_of(text), slice_of(tails[i]))) {
            text[strlen(text) - cuts[i]] = '\0';
            break;
        }
    }
    size_t people = slice_find(slice_of(text), slice_of("人民政府"), 0);
    if (people != SLICE_NONE) /* 县人民政府常务会议 and 县政府常务会议 are one */
        memmove(text + people, text + people + strlen("人民"), strlen(text + people + strlen("人民")) + 1);
    return text;
}

/* The institution's own name before 大学党委: at most so many code points, no punctuation. */
static size_t institution_start(struct slice clause, size_t start)
{
    enum { LONGEST = 12 };
    static const char *const heads[] = {"大学", "学院", "公司", "集团",   "医院",   "中心",
                                        "院",   "部",   "厅",   "党总支", "党支部", "局"};
    bool headed = false;
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        headed = headed || slice_starts(slice_part(clause, start, clause.length), slice_of(heads[i]));
    for (size_t count = 0; headed && start > 0 && count < LONGEST; count++) {
        size_t before = start;
        uint32_t character = utf8_previous(clause, &before);
        struct slice so_far = slice_part(clause, 0, start);
        if (character < 0x4E00 || character > 0x9FFF || slice_ends(so_far, slice_of("次")) ||
            slice_ends(so_far, slice_of("召开")) || slice_ends(so_far, slice_of("举行")) ||
            slice_ends(so_far, slice_of("主持")))
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
    static const char *const names[] = {"常委会", "常务会议", "党组会议", "委员会议"};
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

/* Behind the last comma that stands in no quotation: 全省会议召开后，我市… */
static struct slice last_part(struct slice text)
{
    size_t from = 0;
    bool quoted = false;
    for (size_t at = 0; at < text.length;) {
        uint32_t character = utf8_next(text, &at);
        quoted = character == 0x201C || (quoted && character != 0x201D);
        if (character == 0xFF0C && !quoted)
            from = at;
    }
    return slice_part(text, from, text.length);
}

/* 地委召开理论学习中心组学习会: the study group is that of the committee which holds it. */
static void join_committee(struct organ_table *organs, struct named *group, struct slice subject)
{
    if (group->has_level || !slice_starts(slice_of(group->words), slice_of("理论学习中心组")))
        return;
    struct named committee = find_body(organs, subject, 0, subject.length);
    if (committee.words != NULL && slice_ends(slice_of(committee.words), slice_of("委"))) {
        struct buffer words = {0};
        buffer_print(&words, "%s%s", committee.words, group->words);
        free(group->words);
        *group =
            (struct named){.words = buffer_take(&words), .has_level = committee.has_level, .level = committee.level};
    }
    free(committee.words);
}

/* 召开市委农村工作会议, 市委农村工作会议召开: the conference instead of the committee that called for it. */
static void name_conference(struct document_rules *rules, struct named *body, struct slice words)
{
    char *conference = body->words == NULL ? NULL : conference_of(rules, body, words);
    if (conference == NULL)
        return;
    free(body->words);
    body->words = conference;
}

/* The occasion, where no body is named: what is held, or what stands before the verb at `verb`. */
static struct named occasion_of_clause(struct document_rules *rules, struct slice clause, struct slice subject,
                                       struct slice object, size_t verb)
{
    struct match leader;
    struct named conference = find_conference(rules, object);
    if ((conference.words == NULL || slice_has(slice_of(conference.words), "专题会")) &&
        rule_find(rules, RULE_LEADER_OF, subject, &leader)) {
        free(conference.words);
        return (struct named){.words = slice_copy(rule_group(subject, &leader, 1))};
    }
    if (conference.words != NULL)
        return conference;
    conference = find_conference(rules, without_date(subject));
    return conference.words != NULL ? conference : find_conference(rules, slice_part(clause, 0, verb));
}

/* The body in a clause "who does what": its object, its subject, or the occasion. */
static struct named body_of_clause(const struct parser *parser, struct slice clause)
{
    struct document_rules *rules = parser->documents;
    struct match match;
    if (!rule_find(rules, RULE_HOLDS, clause, &match))
        return find_body(parser->organs, clause, 0, clause.length);
    size_t verb = match.group[0].start;
    struct slice object = slice_part(clause, match.group[0].end, clause.length);
    struct slice subject = last_part(slice_part(clause, 0, verb));
    struct named body = find_congress(rules, slice_part(clause, 0, verb));
    if (body.words != NULL)
        return body;
    body = find_body(parser->organs, clause, match.group[0].end, clause.length);
    if (body.words != NULL && !generic_name(slice_of(body.words))) {
        join_committee(parser->organs, &body, subject);
        name_conference(rules, &body, object);
        return body;
    }
    free(body.words);
    body = (struct named){0};
    if (!slice_equal(rule_group(clause, &match, 0), slice_of("出席")))
        body = find_body(parser->organs, subject, 0, subject.length);
    join_short_name(&body, object);
    name_conference(rules, &body, without_date(subject));
    return body.words != NULL ? body : occasion_of_clause(rules, clause, subject, object, verb);
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

/* The number of a session, and the words that tell it. */
static int number_in(struct document_rules *rules, struct slice clause, struct slice *told)
{
    struct match match;
    long value;
    bool congress = rule_find(rules, RULE_CONGRESS, clause, &match);
    if (!congress && !rule_find(rules, RULE_NUMBER, clause, &match))
        return 0;
    int group = !congress ? 1 : match.group[2].start != SLICE_NONE ? 2 : 4;
    struct slice digits = rule_group(clause, &match, group);
    *told = rule_group(clause, &match, 0);
    return numeral_read(digits, 0, &value) == digits.length && value < 100000 ? (int)value : 0;
}

static void read_number(const struct parser *parser, const struct page *page, struct draft *draft)
{
    struct slice clause = slice_of(draft->clause), title = title_clause(slice_of(draft->document.title));
    bool named = draft->document.kind == KIND_MEETING || draft->document.kind == KIND_NOTICE ||
                 draft->document.kind == KIND_AGENDA;
    struct slice told = slice_of("");
    int number = named ? number_in(parser->documents, clause, &told) : 0;
    bool titled = number == 0 && named && draft->title_end > draft->first;
    if (titled)
        number = number_in(parser->documents, title, &told);
    draft->document.number = number;
    if (number > 0)
        note(draft, page, FIELD_NUMBER, titled || draft->opening > draft->last ? draft->first : draft->opening, told,
             titled ? "标题" : "导语");
}

/* Who issued: all bodies of a title, one behind the other (中共中央办公厅 国务院办公厅印发…). */
static struct named issuer(const struct parser *parser, struct slice title)
{
    struct match match;
    if (rule_find(parser->documents, RULE_NUMBERED, title, &match))
        title = slice_part(title, match.group[0].end, title.length);
    size_t end = title.length;
    static const char *const verbs[] = {"印发", "发布", "关于", "《"};
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        size_t at = slice_find(title, slice_of(verbs[i]), 0);
        if (at != SLICE_NONE && at < end)
            end = at;
    }
    struct named body = find_congress(parser->documents, slice_part(title, 0, end));
    if (body.words == NULL)
        body = find_body(parser->organs, title, 0, end);
    size_t about = slice_find(title, slice_of("关于"), 0);
    struct slice before = slice_trim(slice_part(title, 0, about == SLICE_NONE ? 0 : about));
    bool letter = slice_starts(before, slice_of("致")) || slice_has(before, "——");
    if (body.words == NULL && utf8_count(before) > 2 && !letter)
        body.words = slice_copy(before);
    return body;
}

/* The office that signs a notice: one of the last lines, not a date. */
static struct named signatory(const struct page *page, const struct draft *draft, size_t *where)
{
    struct named body = {0};
    size_t first = draft->last >= draft->first + 3 ? draft->last - 3 : draft->first;
    for (size_t i = first; i <= draft->last && body.words == NULL; i++) {
        struct date_mention date;
        struct slice text = page->lines[i].text;
        if ((page->lines[i].signs & SIGN_SIGNATURE) && !date_find(text, 0, &date)) {
            body.words = slice_copy(text);
            *where = i;
        }
    }
    return body;
}

/* A committee of a unit, which meets as a whole: 某某集团党委, 某某局党组. */
static bool unit_committee(const struct named *body)
{
    static const char *const names[] = {"党委", "党组", "党总支", "党支部", "党工委"};
    bool found = false;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        found = found || slice_ends(slice_of(body->words), slice_of(names[i]));
    return found && !(body->has_level && body->level == LEVEL_PROVINCE);
}

/* Such a committee's meeting: 某某集团党组会议. */
static void add_meeting(struct named *body)
{
    struct buffer words = {0};
    if (body->words == NULL || !unit_committee(body))
        return;
    buffer_print(&words, "%s会议", body->words);
    free(body->words);
    body->words = buffer_take(&words);
}

/* 市防指 in the opening, and the title writes the name in full. */
static void prefer_full_name(const struct parser *parser, struct named *body, struct slice title)
{
    if (!slice_ends(slice_of(body->words), slice_of("防指")))
        return;
    struct named titled = find_body(parser->organs, title, 0, title.length);
    if (titled.words == NULL)
        return;
    char *own = organ_canonical(slice_of(body->words)), *other = organ_canonical(slice_of(titled.words));
    if (strcmp(own, other) == 0) {
        char *shorter = body->words;
        body->words = titled.words;
        titled.words = shorter;
    }
    free(own);
    free(other);
    free(titled.words);
}

/* Who met: by the opening, else by the title. */
static struct named meeting_body(const struct parser *parser, const struct draft *draft, size_t *where)
{
    struct slice title = slice_of(draft->document.title);
    struct named body = {0};
    *where = draft->opening;
    if (draft->opening <= draft->last)
        body = body_of_clause(parser, slice_of(draft->clause));
    if (draft->title_end == draft->first)
        return body;
    if (body.words != NULL) {
        prefer_full_name(parser, &body, title);
        return body;
    }
    *where = draft->first;
    body = body_of_clause(parser, title_clause(title));
    return body.words != NULL ? body : find_body(parser->organs, title, 0, title.length);
}

/* Who issued: by the title, the signature or the opening (省委10日发出通知). */
/* Who is named under a policy's title: （2031年6月3日县水利局印发）. */
static struct named issuer_below(const struct page *page, const struct draft *draft, size_t *where)
{
    struct named body = {0};
    size_t end = draft->title_end + 1 < draft->last ? draft->title_end + 1 : draft->last;
    for (size_t i = draft->title_end; i <= end && body.words == NULL; i++) {
        struct slice text = page->lines[i].text;
        struct date_mention date;
        size_t verb = slice_find(text, slice_of("印发"), 0);
        if (!(page->lines[i].signs & SIGN_BYLINE) || verb == SLICE_NONE || !date_find(text, 0, &date) ||
            date.end >= verb)
            continue;
        body.words = slice_copy(slice_trim(slice_part(text, date.end, verb)));
        *where = i;
    }
    return body;
}

static struct named issuing_body(const struct parser *parser, const struct page *page, const struct draft *draft,
                                 size_t *where)
{
    struct slice clause = slice_of(draft->clause);
    struct named body = {0};
    *where = draft->first;
    if (draft->title_end > draft->first)
        body = issuer(parser, slice_of(draft->document.title));
    if (body.words == NULL)
        body = issuer_below(page, draft, where);
    size_t signed_at = draft->last;
    struct named signer = signatory(page, draft, &signed_at);
    bool office = signer.words != NULL && slice_ends(slice_of(signer.words), slice_of("办公室"));
    if (body.words == NULL && signer.words != NULL && !office) {
        *where = signed_at;
        return signer;
    }
    /* An office signs for the body that the title or the opening names. */
    if (body.words == NULL && draft->title_end > draft->first)
        body = find_body(parser->organs, slice_of(draft->document.title), 0, strlen(draft->document.title));
    if (body.words == NULL && draft->opening <= draft->last) {
        *where = draft->opening;
        body = find_body(parser->organs, clause, 0, clause.length);
    }
    if (body.words == NULL && signer.words != NULL) {
        *where = signed_at;
        return signer;
    }
    free(signer.words);
    return body;
}

/* The body that the user names; its level as its name tells it. `words` are the document's; NULL: none met. */
static struct named said_body(const struct parser *parser, char *words)
{
    struct slice name = slice_of(words);
    struct named body = find_body(parser->organs, name, 0, name.length);
    free(body.words);
    body.words = words;
    return body;
}

void read_organ(const struct parser *parser, const struct page *page, struct draft *draft)
{
    struct named body = {0};
    size_t where = page->count;
    if (draft->document.kind == KIND_MEETING || draft->document.kind == KIND_AGENDA) {
        body = meeting_body(parser, draft, &where);
        add_meeting(&body);
    } else if (draft->document.kind == KIND_NOTICE || draft->document.kind == KIND_POLICY) {
        body = issuing_body(parser, page, draft, &where);
    }
    draft->document.organ = body.words;
    if (fact_settle(draft, FIELD_ORGAN))
        body = said_body(parser, draft->document.organ);
    read_level(parser, page, draft, &body);
    if (body.words != NULL)
        note(draft, page, FIELD_ORGAN, where, slice_of(body.words), where == draft->opening ? "导语" : "标题");
    read_number(parser, page, draft);
}
