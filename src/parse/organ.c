#include "organ.h"

#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "chuanda/numeral.h"
#include "chuanda/pattern.h"
#include "chuanda/utf8.h"

#include <stdlib.h>
#include <string.h>

/* Pieces of the expressions below. SESSION: 十四届, 第132次, 2025年第16次; WIDE: the （扩大） of 常委会（扩大）会议. */
#define DIGIT "[〇零○一二三四五六七八九十百两0-9０-９]"
#define SESSION "(?:\\d{4}年)?(?:第?" DIGIT "{1,5}届)?(?:第?" DIGIT "{1,6}次(?:/" DIGIT "{1,6}次)?)?"
#define WIDE "(?:[（(]扩大[）)]|扩大)?"
#define MEETING "(?:会议(?!指|强|要求|认|室)|会(?!议|商|见|审|前|后|上)|议(?=[，、。暨和传]|$))?"
/* A name within a body's name: no punctuation, no verb of meeting, no 和. */
#define NAME(longest) "[^\\s，。、；：！？“”《》（）()召主举及暨]{2," longest "}?"
/* A standing committee, as 常委会, 常务委员会, 常委（扩大）会, 第111次常委会 … */
#define STANDING                                                                                                       \
    SESSION "(?:常务委员会(?!议)|常务委员(?=会议)|常委会(?!委)|常委(?=[（(]?扩大|会|议))" WIDE SESSION WIDE MEETING
#define STUDY "(?:党委|党组)?(?:理论学习)?中心组"
/* What a committee of the party meets as, or the committee alone: 党委常委会, 党委2026年第5次会议, 党委全体（扩大）会议, 党组. */
#define BOARD                                                                                                          \
    "(?:" STANDING "|" STUDY "|" SESSION "会" WIDE MEETING "|" SESSION "(?:全体)?" WIDE                                \
    "会议)?(?!书|副|常委|委|办|宣|组|班|主|成员)"
#define COUNCIL SESSION WIDE "(?:(?:常务|全体|专题|党组)" WIDE "会议?|会议)"

/*
 * Not the body but somebody's office or a department of it: 省委书记, 市委常委、,
 * 县委办公室, 省委网信办.
 */
#define NO_OFFICE                                                                                                                                              \
    "(?!书记|副|常委|委员(?!会)|秘书|巡视|巡察|领导|主要|负责|组织部|宣传部|统战部|政法委|办公|党校|老干|机关|班子|" \
    "直属|"                                                                                                                                                  \
    "网信|编办|政研|督查|第一)"

/*
 * One expression for each family, tried where one of its heads stands; in an
 * alternation the longer spelling comes first.  A match may reach back over a
 * session that stands before it (十四届县委).
 */
struct family {
    const char *heads; /* separated by spaces */
    const char *expression;
};

static const struct family families[] = {
    {"中央 中共中央", "(?:中共)?中央(?:"
                      "政治局常(?:务委员会(?!议)|务委员(?=会)|委会|委(?=会))(?:会议?)?|"
                      "政治局(?!常|委员)(?:专题民主生活会|" SESSION "集体学习|会议)?|"
                      "全面深化改革委员会|全面深改委|深改委|全面深化改革领导小组|深改小?组|财经委员会|财经委|政法委(?:"
                      "员会)?(?!书记|委员|副|秘书)|国家安全委员会|国安委|"
                      "全面依法治国委员会|依法治国委|纪律检查委员会|纪委(?:国家监委)?|军委(?!主席|副|委员)|军事委员会|"
                      "书记处(?!书记)|办公厅|指导组|" NAME("24") "(?:领导小组|委员会)(?!组长|副|主任|成员))"},
    {"中共中央", "中共中央(?!总书记|政治局|组织部|宣传部|统战部|党校|台湾|委员|候补|书记处|直属)"},
    {"中共", "中共[^，。、；：！？《》\\s]{2,24}?(?:大学|学院|医院|公司|集团|学校|中学|小学|研究院|研究所|银行)委员会"},
    {"中央指导组 中央赴", "中央(?:赴[^，。、]{2,8})?指导组"},
    {"中办 国办", "[中国]办(?!公|案|事|理)"},
    {"政治局常", "政治局常(?:务委员会|委会)(?:会议?)?"},
    {"国务院", "国务院(?:" SESSION "(?:常务|全体)会议|(?:安委会|食安委)(?!办)|党组(?:会议)?|办公厅|联防联控机制|" NAME(
                   "20") "(?:联防联控机制|领导小组|指挥部|委员会(?!办)))"},
    {"国务院国资委", "国务院国资委党委" BOARD},
    {"国务院", "国务院(?!总理|副|国务委|秘书|有关|各|国资|发展|参事|扶贫)"},
    {"全国 国家防总 国家森防", "全国" NAME("14") "(?:总指挥部|指挥部|领导小组|委员会)|国家防总|国家森防指"},
    {"全国人大 全国政协 全国人民代表大会", "全国(?:人大常委会|人民代表大会常务委员会|人大|政协)" SESSION
                                           "(?:委员长会议|主席会议|党组)?(?!代表|委员(?!会)|副|主席|会议)"},
    {"省 市 县 区 州 盟 旗 地委 自治区 兵团党",
     "(?:省委|市委|县委|区委|州委|盟委|旗委|地委|州党委|自治区党委|兵团党委)"
     "(?:" STANDING "|委员" WIDE "会议|深改委(?!主任|副)|" STUDY "|" SESSION "(?:全体会议|全会|专题" WIDE
     "会议)|" NAME("20") "(?:领导小组|指挥部|委员会)(?!组长|副|主任|成员|办))"},
    {"省 市 县 区 州 盟 旗 地委 自治区 兵团党",
     "(?:省委|市委|县委|区委|州委|盟委|旗委|地委|州党委|自治区党委|兵团党委)" NO_OFFICE},
    {"省 市 县 区 州 盟 旗 自治区", "(?:自治区|[省市县区州盟旗])" SESSION "(?:人民)?政府(?!工作|职能|部门|办)(?:" STUDY
                                    "|党组" WIDE "(?:会议)?|" COUNCIL ")?"},
    {"省 市 县 区 州 盟 旗 自治区", "(?:自治区|[省市县区州盟旗])" SESSION "(?:人大常委会|政协|纪委)" SESSION
                                    "(?:主席会议|主任会议|常委会|党组)?" WIDE "(?:会议)?(?!副|"
                                    "主席|主任|委员(?!会)|书记|常委)"},
    {"省 市 县 区 州 盟 自治区",
     "(?:自治区|[省市县州盟]|(?<![\\u4e00-\\u9fff])区|(?<=召开|举行|主持|暨)区)(?![委级直长内外场民域镇乡属区县市]"
     ")" NAME("28") "(?:领导小组|指挥部|联防联控机制|工作专班|专班|委员会)(?!组长|副|主任|成员|办|指挥长)"},
    {"省 市 县 区 州 盟 旗", "[省市县区州盟旗](?:防指|森防指|安委会|食安委)(?!办)"},
    {"国家 省 市 县 区", "(?:国家|[省市县区])" NAME("8") "委(?:员会)?(?:党组|党委)" BOARD},
    {"中央 省 市 县 区 州 盟 旗 自治区",
     "(?:中央|[省市县区州盟旗]委|自治区党委)(?:第?" DIGIT "{1,3})?巡[视察]组(?!长|副|成员)"},
    {"省军区 军分区 警备区 人武部", "(?:省军区|军分区|警备区|人武部)党委" BOARD},
    {"林区党委", "林区党委" BOARD},
    {"机关", "机关(?:党委|党总支|党支部)" BOARD},
    {"团中央 团省委 团市委 团州委 团县委 团区委 团旗委",
     "团(?:中央|[省市州县区旗]委)(?:" STANDING ")?(?!书记|副|委员)"},
    {"省 市 县 区 州 盟 旗 自治区", "(?:自治区|[省市县区州盟旗])(?:总工会|妇联|残联|工商联|文联|科协|社科联|供销社|(?:["
                                    "高中]级人民|人民)?(?:法院|检察院))(?:党组|党委)" BOARD},
    {"盟行署 地区行署 行署", "(?:盟|地区)?行署" COUNCIL},
    {"党政 院长 校长 总经理 董事长 主任 省长 市长 县长 区长 州长 盟长 旗长 专员",
     "(?:党政联席会议?|(?:院长|校长|总经理|董事长|主任|[省市县区州盟旗]长|专员)" SESSION WIDE "(?:办公|碰头)会议?)"},
    {"校 院 学院 公司 集团 医院 中心 学校 大学 厅 局 部",
     "(?:学院|公司|集团|医院|中心|学校|大学|[校院厅局部])(?:党委|党组|党总支)" BOARD},
    {"新区 开发区 高新区 经开区 园区", "(?<!各)(?:新区|开发区|高新区|经开区|园区)(?:党工委|工委)" BOARD},
    {"师市 师党", "师市?党委" BOARD},
    {"街道 镇 乡", "(?<!各)(?:街道|[镇乡])(?:党工委|党委)" BOARD},
    {"党支部", "(?<![个各级])党支部(?=召开|举行|开展|组织)"},
    {"党委 党组 党工委 工委 党总支 党支部",
     "(?<!级|级人大|各|人大常|机关|教育|直属)(?:党委|党组|党?工委|党总支|党支部)(?:" STANDING "|" STUDY "|" SESSION WIDE
     "会议|委员会?" WIDE "会议|会(?!议|商|见))"},
    {"理论学习中心组", "理论学习中心组"},
};
enum { FAMILIES = sizeof families / sizeof families[0] };

struct head {
    struct slice text;
    size_t family;
};

struct organ_table {
    struct pattern *patterns[FAMILIES];
    struct head *heads;
    size_t head_count;
    size_t head_capacity;
    bool starts[256]; /* the last bytes of the heads' first characters: a quick no */
    struct subject *subject;
};

static void add_heads(struct organ_table *table, size_t family)
{
    struct slice rest = slice_of(families[family].heads);
    while (rest.length > 0) {
        size_t space = slice_find(rest, slice_of(" "), 0);
        struct slice head = slice_part(rest, 0, space == SLICE_NONE ? rest.length : space);
        table->heads = mem_grow(table->heads, table->head_count, &table->head_capacity, sizeof *table->heads);
        table->heads[table->head_count++] = (struct head){.text = head, .family = family};
        table->starts[(unsigned char)head.bytes[2]] = true;
        rest = slice_part(rest, head.length + 1, rest.length);
    }
}

struct organ_table *organ_table_new(void)
{
    struct organ_table *table = mem_new(1, sizeof *table);
    for (size_t i = 0; i < FAMILIES; i++) {
        table->patterns[i] = pattern_new(families[i].expression);
        add_heads(table, i);
    }
    table->subject = subject_new(slice_of(""));
    return table;
}

void organ_table_free(struct organ_table **table)
{
    if (*table == NULL)
        return;
    for (size_t i = 0; i < FAMILIES; i++)
        pattern_free(&(*table)->patterns[i]);
    subject_free(&(*table)->subject);
    free((*table)->heads);
    free(*table);
    *table = NULL;
}

/* Words in which the head's character is no head: 城市, 都市, 各级党委, 地区, 社区 … */
static const char *const no_heads[] = {"城市", "都市", "超市", "股市", "上市", "地区", "社区", "山区", "灾区", "园区",
                                       "城区", "辖区", "特区", "库区", "老区", "景区", "校区", "院区", "小区", "疫区",
                                       "省区", "战区", "郊区", "牧区", "各县", "各市", "各省", "市县", "县市", "省市",
                                       "县区", "市区", "两省", "三省", "各区", "大区", "联盟", "国旗", "党旗", "法院",
                                       "医院", "学校", "高校", "军校", "外省", "新区", "全局", "全部", "干部"};

static bool inside_word(struct slice text, size_t at, struct slice head)
{
    size_t first = 0;
    (void)utf8_next(head, &first);
    if (at == 0 || head.length == 0)
        return false;
    size_t before = at;
    bool all = utf8_previous(text, &before) == 0x5404; /* 各 */
    if (!all && slice_starts(slice_part(text, at + first, text.length), slice_of("委")))
        return false; /* 增城区委 */
    struct slice word = slice_part(text, before, at + first);
    for (size_t i = 0; i < sizeof no_heads / sizeof no_heads[0]; i++) {
        if (slice_equal(slice_of(no_heads[i]), word))
            return true;
    }
    return false;
}

/* The longest match of a family whose head stands at `at`; 0: none. */
static size_t length_at(struct organ_table *table, struct slice text, size_t at)
{
    size_t longest = 0;
    bool tried[FAMILIES] = {false};
    for (size_t i = 0; i < table->head_count; i++) {
        struct head head = table->heads[i];
        struct match match;
        if (head.text.bytes[2] != text.bytes[at + 2] || tried[head.family] ||
            !slice_equal(slice_part(text, at, at + head.text.length), head.text) || inside_word(text, at, head.text))
            continue;
        tried[head.family] = true;
        if (pattern_at(table->patterns[head.family], table->subject, at, &match) && match.group[0].end - at > longest)
            longest = match.group[0].end - at;
    }
    return longest;
}

/* Back over 第十四届 or 十四届 before `at`, not before `from`. */
static size_t session_start(struct slice text, size_t from, size_t at)
{
    size_t start = at;
    if (!slice_ends(slice_part(text, from, at), slice_of("届")))
        return at;
    start -= strlen("届");
    size_t begin = start, value_end = start;
    while (begin > from) {
        size_t before = begin;
        (void)utf8_previous(text, &before);
        long value;
        size_t read = before < from ? 0 : numeral_read(text, before, &value);
        if (read == 0 || before + read != value_end)
            break;
        begin = before;
    }
    if (begin == start)
        return at;
    return slice_ends(slice_part(text, from, begin), slice_of("第")) ? begin - strlen("第") : begin;
}

/* The number before the first 次: 第十九次, 十四届第132次. */
static int number_of(struct slice text)
{
    for (size_t at = 0; at < text.length;) {
        long value;
        size_t read = numeral_read(text, at, &value);
        if (read > 0 && slice_starts(slice_part(text, at + read, text.length), slice_of("次")))
            return value > 0 && value < 100000 ? (int)value : 0;
        if (read > 0)
            at += read;
        else
            (void)utf8_next(text, &at);
    }
    return 0;
}

/* Adds `text` without sessions (第十四届, 第132次, 2025年) and without （扩大）. */
static void add_without_session(struct buffer *out, struct slice text)
{
    static const char *const dropped[] = {"（扩大）", "(扩大)", "扩大"};
    for (size_t at = 0; at < text.length;) {
        struct slice rest = slice_part(text, at, text.length);
        size_t skip = 0;
        for (size_t i = 0; i < sizeof dropped / sizeof dropped[0] && skip == 0; i++)
            skip = slice_starts(rest, slice_of(dropped[i])) ? strlen(dropped[i]) : 0;
        if (skip == 0) {
            size_t ordinal = slice_starts(rest, slice_of("/"))    ? 1
                             : slice_starts(rest, slice_of("第")) ? strlen("第")
                                                                  : 0;
            long value;
            size_t read = numeral_read(rest, ordinal, &value);
            struct slice after = slice_part(rest, ordinal + read, rest.length);
            if (read > 0 && (slice_starts(after, slice_of("届")) || slice_starts(after, slice_of("次")) ||
                             slice_starts(after, slice_of("年"))))
                skip = ordinal + read + strlen("届");
        }
        size_t next = at;
        if (skip == 0) {
            (void)utf8_next(text, &next);
            buffer_add(out, slice_part(text, at, next));
        }
        at = skip > 0 ? at + skip : next;
    }
}

/* Spellings and the one under which they are compared, in the order in which they are replaced. */
static const char *const spellings[][2] = {
    {"中共中央政治局", "中央政治局"},
    {"常务委员会", "常委会"},
    {"常务委员", "常委会"},
    {"全面深化改革委员会", "深改委"},
    {"全面深改委", "深改委"},
    {"全面深化改革领导小组", "深改组"},
    {"深改小组", "深改组"},
    {"财经委员会", "财经委"},
    {"国家安全委员会", "国安委"},
    {"全面依法治国委员会", "依法治国委"},
    {"纪律检查委员会", "纪委"},
    {"安全生产委员会", "安委会"},
    {"食品安全委员会", "食安委"},
    {"防汛抗旱指挥部", "防指"},
    {"国务院国资委", "国资委"},
    {"人民代表大会", "人大"},
    {"人民政府", "政府"},
    {"党委理论学习中心组", "理论学习中心组"},
    {"专题民主生活会", ""},
    {"集体学习", ""},
};

static char *replaced(char *text, const char *from, const char *to)
{
    struct slice whole = slice_of(text);
    size_t at = slice_find(whole, slice_of(from), 0);
    if (at == SLICE_NONE)
        return text;
    struct buffer out = {0};
    buffer_add(&out, slice_part(whole, 0, at));
    buffer_add_text(&out, to);
    buffer_add(&out, slice_part(whole, at + strlen(from), whole.length));
    free(text);
    return buffer_take(&out);
}

/* 会议 and 会 behind a body's name are no part of it; those of 常务会议 and 专题会议 are. */
static void cut_meeting(char *text)
{
    static const char *const kept[] = {"常务会议",     "专题会议",     "全体会议", "工作会议",
                                       "盟委委员会议", "地委委员会议", "办公会议"};
    struct slice whole = slice_of(text);
    for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
        if (slice_ends(whole, slice_of(kept[i])))
            return;
    }
    if (slice_ends(whole, slice_of("会会议")) || slice_ends(whole, slice_of("局会议")))
        text[whole.length - strlen("会议")] = '\0';
    else if (slice_ends(whole, slice_of("会议")) || slice_ends(whole, slice_of("会会")))
        text[whole.length - strlen(slice_ends(whole, slice_of("会议")) ? "会议" : "会")] = '\0';
    else if (slice_ends(whole, slice_of("会议议")) || slice_ends(whole, slice_of("委议")))
        text[whole.length - strlen("议")] = '\0';
}

char *organ_plain(struct slice name)
{
    struct buffer plain = {0};
    add_without_session(&plain, name);
    return buffer_take(&plain);
}

char *organ_canonical(struct slice name)
{
    char *text = organ_plain(name);
    cut_meeting(text);
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
        text = replaced(text, spellings[i][0], spellings[i][1]);
    if (slice_ends(slice_of(text), slice_of("常委"))) {
        struct buffer whole = {0};
        buffer_print(&whole, "%s会", text);
        free(text);
        text = buffer_take(&whole);
    }
    return text;
}

/* What the name alone tells of the level; false where it tells nothing. */
static bool level_of(struct slice name, enum level *level)
{
    static const struct {
        const char *head;
        enum level level;
    } heads[] = {{"中", LEVEL_NATIONAL},     {"中共", LEVEL_UNIT},       {"中共中央", LEVEL_NATIONAL},
                 {"国", LEVEL_NATIONAL},     {"全国", LEVEL_NATIONAL},   {"政治局", LEVEL_NATIONAL},
                 {"省", LEVEL_PROVINCE},     {"自治区", LEVEL_PROVINCE}, {"兵团", LEVEL_PROVINCE},
                 {"市", LEVEL_CITY},         {"州", LEVEL_CITY},         {"盟", LEVEL_CITY},
                 {"地委", LEVEL_CITY},       {"县", LEVEL_COUNTY},       {"区", LEVEL_COUNTY},
                 {"旗", LEVEL_COUNTY},       {"校", LEVEL_UNIT},         {"院", LEVEL_UNIT},
                 {"公司", LEVEL_UNIT},       {"集团", LEVEL_UNIT},       {"医院", LEVEL_UNIT},
                 {"学", LEVEL_UNIT},         {"大学", LEVEL_UNIT},       {"党政", LEVEL_UNIT},
                 {"总经理", LEVEL_UNIT},     {"董事长", LEVEL_UNIT},     {"党总支", LEVEL_UNIT},
                 {"党支部", LEVEL_UNIT},     {"地区", LEVEL_CITY},       {"行署", LEVEL_CITY},
                 {"党工委", LEVEL_COUNTY},   {"中心", LEVEL_UNIT},       {"部", LEVEL_NATIONAL},
                 {"厅", LEVEL_PROVINCE},     {"局", LEVEL_UNIT},         {"军分区", LEVEL_CITY},
                 {"警备区", LEVEL_PROVINCE}, {"人武部", LEVEL_COUNTY},   {"林区", LEVEL_COUNTY},
                 {"工委", LEVEL_COUNTY},     {"机关", LEVEL_UNIT},       {"新区", LEVEL_COUNTY},
                 {"开发区", LEVEL_COUNTY},   {"高新区", LEVEL_COUNTY},   {"经开区", LEVEL_COUNTY},
                 {"园区", LEVEL_COUNTY},     {"师", LEVEL_CITY},         {"街道", LEVEL_COUNTY},
                 {"镇", LEVEL_COUNTY},       {"乡", LEVEL_COUNTY},       {"团中央", LEVEL_NATIONAL},
                 {"团省", LEVEL_PROVINCE},   {"团市", LEVEL_CITY},       {"团州", LEVEL_CITY},
                 {"团县", LEVEL_COUNTY},     {"团区", LEVEL_COUNTY},     {"团旗", LEVEL_COUNTY}};
    size_t best = 0;
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
        struct slice head = slice_of(heads[i].head);
        if (slice_starts(name, head) && head.length > best) {
            best = head.length;
            *level = heads[i].level;
        }
    }
    return best > 0;
}

bool organ_find(struct organ_table *table, struct slice text, size_t from, struct organ_mention *mention)
{
    *mention = (struct organ_mention){0};
    if (!slice_equal(subject_text(table->subject), text))
        subject_set(table->subject, text);
    for (size_t at = from; at < text.length;) {
        size_t next = at;
        (void)utf8_next(text, &next);
        size_t length = 0;
        if (next - at == 3 && table->starts[(unsigned char)text.bytes[at + 2]])
            length = length_at(table, text, at);
        if (length > 0) {
            *mention = (struct organ_mention){.start = session_start(text, from, at), .end = at + length};
            struct slice words = slice_part(text, mention->start, mention->end);
            mention->canonical = organ_canonical(words);
            mention->has_level = level_of(slice_part(text, at, at + length), &mention->level);
            mention->number = number_of(words);
            return true;
        }
        at = next;
    }
    return false;
}

void organ_mention_free(struct organ_mention *mention)
{
    free(mention->canonical);
    *mention = (struct organ_mention){0};
}
