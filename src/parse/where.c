/*
 * Where a document belongs.  Its own place stands before its body's name
 * (浙江省委); else the places that its text names vote, and documents of the
 * same level and chair, which are of the same place, vote together.
 */
#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "draft.h"
#include "facts.h"
#include "signs.h"

#include <stdlib.h>
#include <string.h>

enum {
    SURE = 40,       /* votes of a place that stands before the document's own body */
    NEAR = 3,        /* votes of a place in the title or the opening */
    TITLE_HEAD = 40, /* bytes of a 《…》 before an institution's name */
    OWN = 3          /* votes of a place before 省委, 实际 …, of a county behind 我市 */
};

struct vote {
    const struct place *place;
    long count;
};

struct poll {
    struct vote *votes; /* owned */
    size_t count;
    size_t capacity;
};

static void cast(struct poll *poll, const struct place *place, long votes)
{
    if (place == NULL)
        return;
    for (size_t i = 0; i < poll->count; i++) {
        if (poll->votes[i].place == place) {
            poll->votes[i].count += votes;
            return;
        }
    }
    poll->votes = mem_grow(poll->votes, poll->count, &poll->capacity, sizeof *poll->votes);
    poll->votes[poll->count++] = (struct vote){.place = place, .count = votes};
}

static bool municipality(int code)
{
    int province = code / 10000;
    return province == 11 || province == 12 || province == 31 || province == 50;
}

/* The division of a level to which a place belongs; NULL where the place lies above it. */
static const struct place *lifted(const struct place_index *places, const struct place *place, enum level level)
{
    int code = place->code;
    if (level == LEVEL_PROVINCE)
        return place_of(places, code / 10000 * 10000);
    if (level == LEVEL_CITY) {
        if (code % 10000 == 0)
            return municipality(code) ? place : NULL;
        if (municipality(code))
            return place_of(places, code / 10000 * 10000);
        const struct place *city = place_of(places, code / 100 * 100);
        return city != NULL ? city : place; /* a county-level city under its province */
    }
    return code % 100 != 0 || slice_ends(slice_of(place->name), slice_of("新区")) ? place : NULL;
}

/* A place in which somebody else acts: 在海南考察, 内蒙古代表团, 南京大学. */
static bool elsewhere(struct slice after)
{
    static const char *const others[] = {"考察", "代表团", "视察", "调研", "大学", "路",  "会议中心",
                                         "发生", "医疗队", "方向", "企业", "日报", "卫视"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        if (slice_starts(after, slice_of(others[i])))
            return true;
    }
    return false;
}

/* Only where something happens or is reported from: 在武汉举行, 新华社北京3月4日电. */
static bool of_scene(struct slice before)
{
    return slice_ends(before, slice_of("新华社")) || slice_ends(before, slice_of("新网")) ||
           slice_ends(before, slice_of("本报")) || slice_ends(before, slice_of("人民网")) ||
           slice_ends(before, slice_of("在"));
}

static long weight_of(const struct parser *parser, struct slice text, const struct place_mention *mention, bool near)
{
    struct slice after = slice_part(text, mention->end, text.length);
    struct slice before = slice_part(text, 0, mention->start);
    bool venue = slice_ends(before, slice_of("在")) &&
                 (slice_starts(after, slice_of("召开")) || slice_starts(after, slice_of("举行")));
    bool own = !venue && rule_fits(parser->documents, RULE_OWN_PLACE, text_head(after, 12));
    if (own && near)
        return SURE;
    if (mention->ambiguous)
        return 0;
    if (of_scene(before) && !own)
        return 1;
    if (elsewhere(after))
        return near && slice_starts(after, slice_of("日报")) ? NEAR : 0;
    if (slice_ends(before, slice_of("我市")) || slice_ends(before, slice_of("我省")) ||
        slice_ends(before, slice_of("我县")))
        return OWN;
    return near ? NEAR : own || slice_starts(after, slice_of("实际")) ? OWN : 1;
}

/* Where the clause of the opening ends in the opening's line (bytes); 0 where it runs over several lines. */
static size_t clause_end(const struct page *page, const struct draft *draft)
{
    if (draft->opening > draft->last)
        return 0;
    size_t at = slice_find(page->lines[draft->opening].text, slice_of(draft->clause), 0);
    return at == SLICE_NONE ? 0 : at + strlen(draft->clause);
}

/* The institution's own name: 中共某某工程大学委员会, 《某某大学…方案》, 某某大学召开… */
static bool own_institution(const struct parser *parser, struct slice text, const struct place_mention *mention,
                            bool near)
{
    size_t from = mention->start > 2 * TITLE_HEAD ? mention->start - 2 * TITLE_HEAD : 0;
    struct slice before = slice_part(text, from, mention->start);
    struct slice after = slice_part(text, mention->end, text.length);
    if (!rule_fits(parser->documents, RULE_UNIT_NAME, text_head(after, 16)))
        return false;
    size_t open = 0;
    for (size_t at = 0; (at = slice_find(before, slice_of("《"), at)) != SLICE_NONE; at += strlen("《"))
        open = at + strlen("《");
    struct slice inside_title = slice_part(before, open, before.length);
    bool titled = open > 0 && inside_title.length <= TITLE_HEAD && !slice_has(inside_title, "》");
    return near || titled || slice_ends(before, slice_of("中共"));
}

/* The votes of one document's text at one level; a unit's own name counts at the level of the place in it. */
static void poll_text(const struct parser *parser, const struct page *page, const struct draft *draft,
                      struct poll *poll)
{
    enum level level = draft->document.level;
    size_t opening = draft->opening <= draft->last ? draft->opening : draft->title_end;
    size_t end = clause_end(page, draft);
    for (size_t i = draft->first; i <= draft->last; i++) {
        struct place_mention mention;
        struct slice text = page->lines[i].text;
        for (size_t at = 0; place_find(parser->places, text, at, 0, &mention); at = mention.end) {
            bool near = i < opening || (i == opening && mention.start < end);
            if (level == LEVEL_UNIT && own_institution(parser, text, &mention, near)) {
                cast(poll, mention.place, SURE);
                continue;
            }
            struct slice after = text_head(slice_part(text, mention.end, text.length), 12);
            if (level == LEVEL_UNIT && !rule_fits(parser->documents, RULE_UNIT_ABOVE, after))
                continue;
            long weight = weight_of(parser, text, &mention, near && level != LEVEL_UNIT);
            bool own_city = weight == SURE && level == LEVEL_CITY && mention.place->level == LEVEL_COUNTY &&
                            slice_ends(slice_of(mention.place->name), slice_of("市"));
            if (own_city)
                cast(poll, mention.place, weight);
            else if (weight > 0)
                cast(poll, lifted(parser->places, mention.place, level == LEVEL_UNIT ? LEVEL_PROVINCE : level), weight);
        }
    }
}

/* The place that the user names has the votes of one that the text writes before its body. */
static void poll_fact(const struct parser *parser, const struct fact *fact, struct poll *poll)
{
    struct place_mention mention;
    struct slice name = slice_of(fact->value);
    if (place_find(parser->places, name, 0, 0, &mention) && mention.start == 0 && mention.end == name.length)
        cast(poll, mention.place, SURE);
}

static const struct vote *winner(const struct poll *poll)
{
    const struct vote *best = NULL;
    for (size_t i = 0; i < poll->count; i++) {
        if (best == NULL || poll->votes[i].count > best->count)
            best = &poll->votes[i];
    }
    return best;
}

bool same_chair(const struct document *a, const struct document *b)
{
    return a->level == b->level && a->chair_count > 0 && b->chair_count > 0 && strcmp(a->chairs[0], b->chairs[0]) == 0;
}

static bool local(const struct document *document)
{
    return document->level == LEVEL_PROVINCE || document->level == LEVEL_CITY || document->level == LEVEL_COUNTY;
}

static void settle(struct draft *draft, const struct page *page, const struct place *place, const char *rule)
{
    struct document *document = &draft->document;
    draft->place = place;
    document->place = mem_copy(place->full);
    note(draft, page, FIELD_PLACE, page->count, slice_of(""), rule);
    /* 市委 is a municipality's, a city's or a county-level city's: the place tells which. */
    bool division =
        slice_starts(slice_of(document->organ), slice_of("师")); /* 师 is the level of a city, its 市 a county's */
    if (document->level == LEVEL_CITY && place->level != LEVEL_CITY && !division) {
        document->level = place->level;
        note(draft, page, FIELD_LEVEL, page->count, slice_of(""), "地区的层级");
    }
    /* The 党工委 and 管委会 of a 新区 that the table ranks with the cities. */
    if (document->level == LEVEL_COUNTY && place->level == LEVEL_CITY) {
        document->level = LEVEL_CITY;
        note(draft, page, FIELD_LEVEL, page->count, slice_of(""), "地区的层级");
    }
}

/* A document's place in the order of levels and chairs, in which those of one chair stand together. */
struct seat {
    const struct draft *draft;
    size_t index;
};

static int compare_seats(const void *a, const void *b)
{
    const struct seat *left = a, *right = b;
    const struct document *first = &left->draft->document, *second = &right->draft->document;
    if (first->level != second->level)
        return first->level < second->level ? -1 : 1;
    const char *one = first->chair_count > 0 ? first->chairs[0] : "";
    const char *other = second->chair_count > 0 ? second->chairs[0] : "";
    int order = strcmp(one, other);
    return order != 0 ? order : (left->index > right->index) - (left->index < right->index);
}

/* Of which provinces the compilation is: those of the places that stand before bodies. */
struct homes {
    bool is_one[100]; /* by the first two digits of the code */
    bool any;
};

static struct homes find_homes(const struct poll *polls, size_t count)
{
    struct homes homes = {0};
    for (size_t i = 0; i < count; i++) {
        for (size_t vote = 0; vote < polls[i].count; vote++) {
            if (polls[i].votes[vote].count < SURE)
                continue;
            homes.is_one[polls[i].votes[vote].place->code / 10000] = homes.any = true;
        }
    }
    return homes;
}

/* 扩增城区小学: a single mention of a town elsewhere is no vote that counts (or not even one of the town). */
static bool stray(const struct homes *homes, const struct vote *vote)
{
    return vote->count == 1 && vote->place->level != LEVEL_PROVINCE && homes->any &&
           !homes->is_one[vote->place->code / 10000];
}

/* The place of one document, from its own poll or from that of all documents with the same chair. */
static void decide(const struct page *page, struct draft *draft, const struct homes *homes, const struct poll *own,
                   const struct poll *together)
{
    const struct vote *sure = winner(own);
    if (sure != NULL && sure->count >= SURE) {
        settle(draft, page, sure->place, "机构之前的地名");
        return;
    }
    const struct vote *best = local(&draft->document) ? winner(together) : sure;
    if (best != NULL && !stray(homes, best))
        settle(draft, page, best->place, together->count > own->count ? "同一主持人的文件中的地名" : "文中的地名");
}

/* Documents of one chair vote together; one without a chair votes alone. */
static void decide_together(const struct page *page, struct draft_list *drafts, const struct poll *polls)
{
    struct seat *seats = mem_new(drafts->count, sizeof *seats);
    struct homes homes = find_homes(polls, drafts->count);
    for (size_t i = 0; i < drafts->count; i++)
        seats[i] = (struct seat){.draft = &drafts->items[i], .index = i};
    qsort(seats, drafts->count, sizeof *seats, compare_seats);
    for (size_t first = 0, end; first < drafts->count; first = end) {
        struct poll together = {0};
        for (end = first; end < drafts->count &&
                          (end == first || same_chair(&seats[first].draft->document, &seats[end].draft->document));
             end++) {
            const struct poll *poll = &polls[seats[end].index];
            for (size_t vote = 0; vote < poll->count; vote++)
                cast(&together, poll->votes[vote].place, poll->votes[vote].count);
        }
        for (size_t i = first; i < end; i++)
            decide(page, &drafts->items[seats[i].index], &homes, &polls[seats[i].index], &together);
        free(together.votes);
    }
    free(seats);
}

/* The only place at a level (for a province also by its cities and counties); NULL: none, or several. */
static const struct place *only_place(const struct parser *parser, const struct draft_list *drafts, enum level level)
{
    const struct place *only = NULL;
    for (size_t i = 0; i < drafts->count; i++) {
        const struct draft *other = &drafts->items[i];
        if (other->place == NULL || !local(&other->document) || other->document.level < level ||
            (other->document.level > level && level != LEVEL_PROVINCE))
            continue;
        const struct place *place = lifted(parser->places, other->place, level);
        if (place == NULL || (only != NULL && place != only))
            return NULL;
        only = place;
    }
    return only;
}

/* Is it open where a document belongs: not told by its text, nor by the user? */
static bool lacks_place(const struct draft *draft)
{
    return draft->place == NULL && draft->facts[FIELD_PLACE] == NULL;
}

/* A document that names no place is of the only one that the compilation knows at its level. */
static void inherit(const struct parser *parser, const struct page *page, struct draft_list *drafts)
{
    for (enum level level = LEVEL_PROVINCE; level <= LEVEL_COUNTY; level++) {
        const struct place *only = only_place(parser, drafts, level);
        for (size_t i = 0; only != NULL && i < drafts->count; i++) {
            struct draft *draft = &drafts->items[i];
            if (lacks_place(draft) && draft->document.level == level)
                settle(draft, page, only, "汇编中此层级仅有的地区");
        }
    }
}

/*
 * Does a division's name end as that of a body's own: 县政府 for 某某县, 自治区政府 for 某某自治区, 行署 for 某某地区?
 */
static bool sign_agrees(const char *organ, const struct place *place)
{
    static const struct {
        const char *head, *sign;
    } signs[] = {{"自治区", "自治区"}, {"省", "省"},     {"市", "市"}, {"州", "州"}, {"盟", "盟"}, {"行署", "地区"},
                 {"行署", "盟"},       {"地委", "地区"}, {"县", "县"}, {"区", "区"}, {"旗", "旗"}, {"兵团", "兵团"}};
    static const char *const before[] = {"团", "全"}; /* 团省委, 全市防汛工作会议 */
    struct slice name = slice_of(organ);
    for (size_t i = 0; i < sizeof before / sizeof before[0]; i++) {
        if (slice_starts(name, slice_of(before[i])))
            name = slice_part(name, strlen(before[i]), name.length);
    }
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (slice_starts(name, slice_of(signs[i].head)) && slice_ends(slice_of(place->name), slice_of(signs[i].sign)))
            return true;
    }
    return false;
}

/* The place of another document of the level, where the body (县政府, 全市…大会) could be one of its own; or NULL. */
static const struct place *shared_place(const struct draft *draft, const struct draft *other)
{
    const struct document *document = &draft->document;
    if (other->place == NULL || !local(&other->document))
        return NULL;
    bool city = document->level == LEVEL_CITY && slice_ends(slice_of(other->place->name), slice_of("市"));
    bool level = other->document.level == document->level || city; /* a 市 may be a province's, or a county's, equal */
    bool fits = document->organ == NULL ? city : sign_agrees(document->organ, other->place);
    return level && fits ? other->place : NULL;
}

/*
 * A body that is named without its place (县政府) is of the only place of its
 * sort that the compilation knows, else of that of the document right above or
 * right below.
 */
static void inherit_by_sign(const struct page *page, struct draft_list *drafts, size_t index)
{
    struct draft *draft = &drafts->items[index];
    const struct place *only = NULL, *beside = NULL;
    bool several = false;
    if (!lacks_place(draft) || draft->document.place != NULL || !local(&draft->document))
        return;
    for (size_t i = 0; i < drafts->count; i++) {
        const struct place *place = shared_place(draft, &drafts->items[i]);
        several = several || (place != NULL && only != NULL && place != only);
        only = place != NULL ? place : only;
        if (place != NULL && (i + 1 == index || (i == index + 1 && beside == NULL)))
            beside = place;
    }
    if (only != NULL && !several)
        settle(draft, page, only, "汇编中此类机构仅有的地区");
    else if (beside != NULL)
        settle(draft, page, beside, "相邻的同级文件");
}

/* A street's or a township's committee: its name stands behind the county's in the opening. */
static void add_township(const struct parser *parser, const struct page *page, struct draft *draft)
{
    struct slice clause = slice_of(draft->clause);
    struct place_mention mention;
    struct match match;
    if (draft->document.level != LEVEL_COUNTY)
        return;
    int within = draft->place == NULL ? 0 : draft->place->code;
    for (size_t at = 0; place_find(parser->places, clause, at, within, &mention); at = mention.end) {
        struct slice behind = slice_part(clause, mention.end, clause.length);
        /* A few cities have no counties: their townships stand right below them. */
        bool above = draft->place == NULL ? mention.place->level == LEVEL_CITY : mention.place == draft->place;
        if (!above || !rule_find(parser->documents, RULE_TOWNSHIP, behind, &match))
            continue;
        struct buffer full = {0};
        buffer_add_text(&full, mention.place->full);
        buffer_add(&full, rule_group(behind, &match, 1));
        free(draft->document.place);
        draft->document.place = buffer_take(&full);
        note(draft, page, FIELD_PLACE, draft->opening, rule_group(behind, &match, 1), "县区所辖街道乡镇");
        return;
    }
}

void read_places(const struct parser *parser, const struct page *page, struct draft_list *drafts)
{
    struct poll *polls = mem_new(drafts->count, sizeof *polls);
    for (size_t i = 0; i < drafts->count; i++) {
        if (drafts->items[i].facts[FIELD_PLACE] != NULL)
            poll_fact(parser, drafts->items[i].facts[FIELD_PLACE], &polls[i]);
        else if (drafts->items[i].document.level != LEVEL_NATIONAL)
            poll_text(parser, page, &drafts->items[i], &polls[i]);
    }
    decide_together(page, drafts, polls);
    facts_settle(drafts, FIELD_PLACE);
    facts_settle(drafts, FIELD_LEVEL);
    inherit(parser, page, drafts);
    for (size_t i = 0; i < drafts->count; i++)
        add_township(parser, page, &drafts->items[i]);
    read_unlisted_places(parser, page, drafts);
    for (size_t i = 0; i < drafts->count; i++)
        inherit_by_sign(page, drafts, i);
    for (size_t i = 0; i < drafts->count; i++)
        free(polls[i].votes);
    free(polls);
}
