/* The level of a document: by its body's name, by who met, by whom the text calls its own. */
#include "draft.h"

#include <string.h>

/* Words in a clause or a title that tell the level where the body does not. */
static const struct {
    const char *word;
    enum level level;
} level_words[] = {
    {"总书记", LEVEL_NATIONAL},
    {"国务院总理", LEVEL_NATIONAL},
    {"国务院副总理", LEVEL_NATIONAL},
    {"国家主席", LEVEL_NATIONAL},
    {"中共中央", LEVEL_NATIONAL},
    {"党中央", LEVEL_NATIONAL},
    {"全国", LEVEL_NATIONAL},
    {"中央", LEVEL_NATIONAL},
    {"省委书记", LEVEL_PROVINCE},
    {"省长", LEVEL_PROVINCE},
    {"我省", LEVEL_PROVINCE},
    {"全省", LEVEL_PROVINCE},
    {"自治区", LEVEL_PROVINCE},
    {"省委", LEVEL_PROVINCE},
    {"省政府", LEVEL_PROVINCE},
    {"市委书记", LEVEL_CITY},
    {"市长", LEVEL_CITY},
    {"我市", LEVEL_CITY},
    {"全市", LEVEL_CITY},
    {"州委书记", LEVEL_CITY},
    {"州长", LEVEL_CITY},
    {"我州", LEVEL_CITY},
    {"全州", LEVEL_CITY},
    {"盟委书记", LEVEL_CITY},
    {"县委书记", LEVEL_COUNTY},
    {"县长", LEVEL_COUNTY},
    {"我县", LEVEL_COUNTY},
    {"全县", LEVEL_COUNTY},
    {"区委书记", LEVEL_COUNTY},
    {"区长", LEVEL_COUNTY},
    {"我区", LEVEL_COUNTY},
    {"全区", LEVEL_COUNTY},
    {"旗委书记", LEVEL_COUNTY},
    {"旗长", LEVEL_COUNTY},
    {"校党委", LEVEL_UNIT},
    {"学校", LEVEL_UNIT},
    {"我校", LEVEL_UNIT},
    {"全校", LEVEL_UNIT},
    {"院党委", LEVEL_UNIT},
    {"校长", LEVEL_UNIT},
    {"大学", LEVEL_UNIT},
    {"学院", LEVEL_UNIT},
    {"我院", LEVEL_UNIT},
    {"全院", LEVEL_UNIT},
    {"公司", LEVEL_UNIT},
    {"集团", LEVEL_UNIT},
    {"医院", LEVEL_UNIT},
    {"董事长", LEVEL_UNIT},
    {"党工委", LEVEL_COUNTY},
    {"管委会", LEVEL_COUNTY},
    {"行署", LEVEL_CITY},
    {"地委", LEVEL_CITY},
    {"师市", LEVEL_CITY},
    {"师党委", LEVEL_CITY},
    {"林区党委", LEVEL_COUNTY},
    {"镇党委", LEVEL_COUNTY},
    {"乡党委", LEVEL_COUNTY},
    {"街道", LEVEL_COUNTY},
    {"国家发展改革委", LEVEL_NATIONAL},
    {"国家卫生健康委", LEVEL_NATIONAL},
    {"国家卫健委", LEVEL_NATIONAL},
    {"国家监委", LEVEL_NATIONAL},
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

/* The level that the first character of an office's name tells: 县教育局, 市气象台; not 市场…, 县域… */
static bool level_by_head(struct slice words, enum level *level)
{
    static const struct {
        const char *head;
        enum level level;
    } heads[] = {{"国家", LEVEL_NATIONAL}, {"自治区", LEVEL_PROVINCE}, {"省", LEVEL_PROVINCE},
                 {"市", LEVEL_CITY},       {"州", LEVEL_CITY},         {"盟", LEVEL_CITY},
                 {"县", LEVEL_COUNTY},     {"区", LEVEL_COUNTY},       {"旗", LEVEL_COUNTY}};
    static const char *const no_heads[] = {"市场", "市民", "市政工", "市政公", "市域", "市县", "市级", "市区", "省级",
                                           "省际", "省部", "县域",   "县级",   "县乡", "区域", "区块", "旗帜"};
    for (size_t i = 0; i < sizeof no_heads / sizeof no_heads[0]; i++) {
        if (slice_starts(words, slice_of(no_heads[i])))
            return false;
    }
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
        *level = heads[i].level;
        if (slice_starts(words, slice_of(heads[i].head)))
            return true;
    }
    return false;
}

/* The level of the place with which a body's name begins: 北京…领导小组 is a municipality's. */
static bool level_by_place(const struct parser *parser, struct slice words, enum level *level)
{
    struct place_mention mention;
    struct slice party = slice_of("中共"); /* 中共某某县委办公室 */
    if (slice_starts(words, party))
        words = slice_part(words, party.length, words.length);
    if (!place_find(parser->places, words, 0, 0, &mention) || mention.start > 0)
        return false;
    *level = mention.place->level;
    return true;
}

/* The level of the place that holds the meeting: 某某县召开…推进会, not 在某某市召开. */
static bool level_by_host(const struct parser *parser, struct slice clause, enum level *level)
{
    struct place_mention mention;
    for (size_t at = 0; place_find(parser->places, clause, at, 0, &mention); at = mention.end) {
        struct slice before = slice_part(clause, 0, mention.start);
        struct slice behind = slice_part(clause, mention.end, clause.length);
        bool holds = slice_starts(behind, slice_of("召开")) || slice_starts(behind, slice_of("举行"));
        if (holds && mention.full_name && !slice_ends(before, slice_of("在")) && !slice_ends(before, slice_of("于"))) {
            *level = mention.place->level;
            return true;
        }
    }
    return false;
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

/* A ministry or a commission of the State Council, alone or first of several: 教育部等五部门. */
static bool names_ministry(struct slice words)
{
    static const char *const names[] = {"外交部",           "国防部",
                                        "发展改革委",       "教育部",
                                        "科技部",           "科学技术部",
                                        "工业和信息化部",   "工信部",
                                        "公安部",           "国家安全部",
                                        "民政部",           "司法部",
                                        "财政部",           "人力资源社会保障部",
                                        "人社部",           "自然资源部",
                                        "生态环境部",       "住房城乡建设部",
                                        "住房和城乡建设部", "交通运输部",
                                        "水利部",           "农业农村部",
                                        "农业部",           "商务部",
                                        "文化和旅游部",     "文化部",
                                        "卫生部",           "退役军人事务部",
                                        "应急管理部",       "国家",
                                        "中国人民银行",     "审计署",
                                        "国务院",           "海关总署",
                                        "最高人民",         "中央",
                                        "中共中央",         "全国"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (slice_starts(words, slice_of(names[i])))
            return true;
    }
    return false;
}

/* The level of the body that signed: a short line at the end, with the date below it. */
static bool level_by_signature(const struct page *page, const struct draft *draft, enum level *level, size_t *word)
{
    enum { SIGNATURE_LONGEST = 24 };
    if (draft->last <= draft->first || (page->lines[draft->last].signs & SIGN_SIGNATURE) == 0)
        return false;
    const struct page_line *line = &page->lines[draft->last - 1];
    return line->characters <= SIGNATURE_LONGEST && level_by_word(line->text, level, word);
}

void read_level(const struct parser *parser, const struct page *page, struct draft *draft, const struct named *body)
{
    struct slice clause = slice_of(draft->clause), title = slice_of(draft->document.title);
    struct document *document = &draft->document;
    size_t word = 0, opening = draft->opening <= draft->last ? draft->opening : draft->first;
    bool titled = draft->title_end > draft->first;
    document->level = LEVEL_NATIONAL;
    if (body->words != NULL && body->has_level) {
        document->level = body->level;
        note(draft, page, FIELD_LEVEL, opening, slice_of(body->words), "机构名称");
    } else if (body->words != NULL && names_ministry(slice_of(body->words))) {
        note(draft, page, FIELD_LEVEL, draft->first, slice_of(body->words), "部委");
    } else if (body->words != NULL && document->kind == KIND_NOTICE &&
               level_by_word(slice_of(body->words), &document->level, &word)) {
        note(draft, page, FIELD_LEVEL, draft->first, slice_of(level_words[word].word), "印发机关");
    } else if (body->words != NULL && level_by_head(slice_of(body->words), &document->level)) {
        note(draft, page, FIELD_LEVEL, draft->first, slice_of(body->words), "机构名称");
    } else if (document->kind == KIND_NOTICE && level_by_signature(page, draft, &document->level, &word)) {
        note(draft, page, FIELD_LEVEL, draft->last - 1, slice_of(level_words[word].word), "落款");
    } else if (level_by_own_words(draft, body, &document->level)) {
        note(draft, page, FIELD_LEVEL, opening, slice_of(""), "自称");
    } else if (level_by_word(clause, &document->level, &word)) {
        note(draft, page, FIELD_LEVEL, opening, slice_of(level_words[word].word), "开会的机构");
    } else if (slice_starts(slice_of(body->words), slice_of("党委")) ||
               slice_starts(slice_of(body->words), slice_of("党组"))) {
        document->level = LEVEL_UNIT; /* committees of places are called 省委, 市委, 县委 */
        note(draft, page, FIELD_LEVEL, opening, slice_of(body->words), "机构名称");
    } else if (body->words != NULL && level_by_place(parser, slice_of(body->words), &document->level)) {
        note(draft, page, FIELD_LEVEL, opening, slice_of(body->words), "机构名称中的地名");
    } else if (level_by_host(parser, clause, &document->level)) {
        note(draft, page, FIELD_LEVEL, opening, clause, "举办地");
    } else if (titled && level_by_word(title, &document->level, &word)) {
        note(draft, page, FIELD_LEVEL, draft->first, slice_of(level_words[word].word), "标题");
    } else if (level_by_text(page, draft, &document->level)) {
        note(draft, page, FIELD_LEVEL, page->count, slice_of(""), "文中自称");
    } else {
        note(draft, page, FIELD_LEVEL, page->count, slice_of(""), "没有认出层级，按中央对待");
    }
}
