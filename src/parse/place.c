#include "place.h"

#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "place_table.h"

#include <stdlib.h>
#include <string.h>

/* Other names of provinces: characters that are hardly ever anything else, and classical names. */
static const struct {
    const char *name;
    int code;
} other_names[] = {
    {"三晋", 140000},     {"龙江", 230000},     {"八闽", 350000},     {"齐鲁", 370000},     {"荆楚", 420000},
    {"潇湘", 430000},     {"三湘", 430000},     {"南粤", 440000},     {"八桂", 450000},     {"巴渝", 500000},
    {"三秦", 610000},     {"陇原", 620000},     {"兵团", 660000},     {"江淮大地", 340000}, {"江淮儿女", 340000},
    {"之江大地", 330000}, {"燕赵", 130000},     {"中原大地", 410000}, {"赣鄱", 360000},     {"琼州", 460000},
    {"巴蜀", 510000},     {"彩云之南", 530000}, {"雪域高原", 540000}, {"天山南北", 650000}, {"塞上江南", 640000},
    {"晋", 140000},       {"皖", 340000},       {"闽", 350000},       {"赣", 360000},       {"鄂", 420000},
    {"湘", 430000},       {"粤", 440000},       {"渝", 500000},       {"黔", 520000},       {"浙", 330000},
    {"沪", 310000},       {"冀", 130000},       {"豫", 410000},
};

/* Longer words that begin like a name or contain one, and are none. */
static const char *const no_places[] = {
    "京津冀", "粤港澳",   "川渝",     "沪苏浙皖", "苏浙沪",   "长治久安",     "晋升",     "晋级",
    "晋职",   "中山先生", "幸福安康", "豫剧",     "黔驴",     "湘绣",         "粤剧",     "赣南",
    "闽南",   "闽台",     "皖南",     "皖北",     "皖江",     "冀望",         "京九",     "沪深",
    "沪港",   "浙商",     "晋商",     "北京时间", "南京条约", "上海合作组织", "北京冬奥", "东方红",
};

/* Names that begin as if 和 joined them to what stands before: 会议和县委. They count at a beginning, or behind their province or city. */
static const char *const joined_names[] = {"和县"};

/* Names that are ordinary words as well: 老城区改造. They count before a body of theirs, or behind their city. */
static const char *const word_names[] = {"老城区", "新城区", "新市区", "城区",   "郊区",   "矿区",  "古城区",
                                         "港口区", "海港区", "河口区", "红旗区", "向阳区", "前进区"};

/*
 * Stems of cities that are more often ordinary words (only 安康市 is a place,
 * 安康 is not), or a province's.
 */
static const char *const words[] = {
    "安康", "长治", "来宾", "朝阳", "白银", "大同", "日照", "中山", "海南",
    "吉林", "文山", "兴安", "白山", "海东", "海北", "海西", "黄南", "山南",
};

struct spelling {
    const char *text;
    size_t length;             /* bytes */
    const struct place *place; /* NULL: a word that is no place */
    bool full_name;
    bool only_inside; /* a county's stem: counts right behind its province or city */
};

enum { FIRST_HAN = 0x4E00, LAST_HAN = 0x9FFF, HAN = LAST_HAN - FIRST_HAN + 1 };

struct place_index {
    struct place *places;       /* in the order of place_rows */
    struct spelling *spellings; /* by first character, then longest first, then by code */
    size_t spelling_count;
    size_t spelling_capacity;
    uint32_t *bucket; /* HAN + 1: where the spellings of a first character begin */
    char *strings;    /* the names that are not in place_rows */
};

static bool listed(const char *const *list, size_t count, struct slice word)
{
    for (size_t i = 0; i < count; i++) {
        if (slice_equal(slice_of(list[i]), word))
            return true;
    }
    return false;
}

/* Is `code` the division `within` or a part of it? */
static bool inside(int code, int within)
{
    if (within == 0)
        return true;
    if (within % 10000 == 0)
        return code / 10000 == within / 10000;
    if (within % 100 == 0)
        return code / 100 == within / 100;
    return code == within;
}

static enum level level_of(int code)
{
    return code % 10000 == 0 ? LEVEL_PROVINCE : code % 100 == 0 ? LEVEL_CITY : LEVEL_COUNTY;
}

static size_t row_of(int code)
{
    size_t low = 0, high = place_row_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (place_rows[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    return low < place_row_count && place_rows[low].code == code ? low : place_row_count;
}

const struct place *place_of(const struct place_index *index, int code)
{
    size_t row = row_of(code);
    return row == place_row_count ? NULL : &index->places[row];
}

static void add(struct place_index *index, struct spelling spelling)
{
    index->spellings =
        mem_grow(index->spellings, index->spelling_count, &index->spelling_capacity, sizeof *index->spellings);
    index->spellings[index->spelling_count++] = spelling;
}

/*
 * The strings that the table does not hold, one behind the other: the full
 * name, the stem, and for 恩施土家族苗族自治州 the short 恩施州.  They are
 * written as offsets first, because the buffer moves while it grows.
 */
struct offsets {
    size_t full, stem, brief;
};

static const char *brief_ending(const char *name)
{
    static const char *const endings[][2] = {{"自治州", "州"}, {"自治县", "县"}, {"自治旗", "旗"}};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (slice_ends(slice_of(name), slice_of(endings[i][0])))
            return endings[i][1];
    }
    return NULL;
}

static void write_strings(struct buffer *strings, const struct place_row *row, struct offsets *at)
{
    static const char nul[1] = {0};
    at->full = strings->length;
    size_t province = row_of(row->code / 10000 * 10000), city = row_of(row->code / 100 * 100);
    if (row->code % 10000 != 0 && province != place_row_count)
        buffer_add_text(strings, place_rows[province].name);
    if (row->code % 100 != 0 && city != place_row_count)
        buffer_add_text(strings, place_rows[city].name);
    buffer_add_text(strings, row->name);
    buffer_add(strings, (struct slice){.bytes = nul, .length = 1});
    at->stem = strings->length;
    buffer_add(strings, (struct slice){.bytes = row->name, .length = (size_t)row->stem});
    buffer_add(strings, (struct slice){.bytes = nul, .length = 1});
    at->brief = strings->length;
    const char *ending = brief_ending(row->name);
    if (ending != NULL)
        buffer_print(strings, "%.*s%s", row->stem, row->name, ending);
    buffer_add(strings, (struct slice){.bytes = nul, .length = 1});
}

static void add_spellings(struct place_index *index, const struct place *place, const char *brief)
{
    size_t name = strlen(place->name), stem = strlen(place->stem);
    add(index, (struct spelling){.text = place->name, .length = name, .place = place, .full_name = true});
    if (brief[0] != '\0')
        add(index, (struct spelling){.text = brief, .length = strlen(brief), .place = place, .full_name = true});
    if (stem == name)
        return;
    bool word = listed(words, sizeof words / sizeof words[0], slice_of(place->stem));
    if (place->level == LEVEL_PROVINCE || !word)
        add(index,
            (struct spelling){
                .text = place->stem, .length = stem, .place = place, .only_inside = place->level == LEVEL_COUNTY});
}

static void add_places(struct place_index *index)
{
    struct buffer strings = {0};
    struct offsets *offsets = mem_new(place_row_count, sizeof *offsets);
    for (size_t i = 0; i < place_row_count; i++)
        write_strings(&strings, &place_rows[i], &offsets[i]);
    index->strings = buffer_take(&strings);
    index->places = mem_new(place_row_count, sizeof *index->places);
    for (size_t i = 0; i < place_row_count; i++) {
        index->places[i] = (struct place){.code = place_rows[i].code,
                                          .level = level_of(place_rows[i].code),
                                          .name = place_rows[i].name,
                                          .full = index->strings + offsets[i].full,
                                          .stem = index->strings + offsets[i].stem};
        add_spellings(index, &index->places[i], index->strings + offsets[i].brief);
    }
    free(offsets);
    for (size_t i = 0; i < sizeof other_names / sizeof other_names[0]; i++) {
        const char *name = other_names[i].name;
        add(index,
            (struct spelling){.text = name, .length = strlen(name), .place = place_of(index, other_names[i].code)});
    }
    for (size_t i = 0; i < sizeof no_places / sizeof no_places[0]; i++)
        add(index, (struct spelling){.text = no_places[i], .length = strlen(no_places[i])});
}

static size_t first_character(struct spelling spelling)
{
    size_t position = 0;
    uint32_t first = utf8_next((struct slice){.bytes = spelling.text, .length = spelling.length}, &position);
    return first - FIRST_HAN;
}

/* Groups the spellings by first character (counting sort) and orders each group, a handful, by length. */
static void sort_spellings(struct place_index *index)
{
    index->bucket = mem_new(HAN + 1, sizeof *index->bucket);
    for (size_t i = 0; i < index->spelling_count; i++)
        index->bucket[first_character(index->spellings[i]) + 1]++;
    for (size_t i = 1; i < HAN + 1; i++)
        index->bucket[i] += index->bucket[i - 1];
    uint32_t *filled = mem_new(HAN, sizeof *filled);
    struct spelling *sorted = mem_new(index->spelling_count, sizeof *sorted);
    for (size_t i = 0; i < index->spelling_count; i++) {
        struct spelling spelling = index->spellings[i];
        size_t group = first_character(spelling), start = index->bucket[group];
        size_t at = start + filled[group]++;
        for (; at > start && sorted[at - 1].length < spelling.length; at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = spelling;
    }
    free(filled);
    free(index->spellings);
    index->spellings = sorted;
}

struct place_index *place_index_new(void)
{
    struct place_index *index = mem_new(1, sizeof *index);
    add_places(index);
    sort_spellings(index);
    return index;
}

void place_index_free(struct place_index **index)
{
    if (*index == NULL)
        return;
    free((*index)->places);
    free((*index)->spellings);
    free((*index)->bucket);
    free((*index)->strings);
    free(*index);
    *index = NULL;
}

/* Does a name that could be 和 and another word stand where 和 joins: behind a word that leads to no place? */
static bool joins(struct slice text, size_t at, struct slice name)
{
    static const char *const leads[] = {"在", "于", "到", "赴", "共", "是", "省", "市"};
    size_t before = at;
    if (at == 0 || !listed(joined_names, sizeof joined_names / sizeof joined_names[0], name))
        return false;
    uint32_t character = utf8_previous(text, &before);
    return character >= FIRST_HAN && character <= LAST_HAN &&
           !listed(leads, sizeof leads / sizeof leads[0], slice_part(text, before, at));
}

/* Is it an ordinary word where it stands: 老城区改造, not 老城区委? */
static bool is_word(struct slice text, size_t at, struct slice name)
{
    static const char *const bodies[] = {"委", "政府", "人大", "政协", "人民政府", "纪委", "区长"};
    struct slice behind = slice_part(text, at + name.length, text.length);
    for (size_t i = 0; i < sizeof bodies / sizeof bodies[0]; i++) {
        if (slice_starts(behind, slice_of(bodies[i])))
            return false;
    }
    return listed(word_names, sizeof word_names / sizeof word_names[0], name);
}

/*
 * The longest spelling at `at`.  `outer`: the code of the division that stands
 * right before it (0: none); then only its parts count.  Returns false where no
 * spelling starts; a word that is no place gives a NULL place.
 */
static bool spelling_at(const struct place_index *index, struct slice text, size_t at, int within, int outer,
                        struct place_mention *mention)
{
    size_t position = at;
    uint32_t first = utf8_next(text, &position);
    if (first < FIRST_HAN || first > LAST_HAN)
        return false;
    const struct spelling *best = NULL;
    bool others = false;
    for (uint32_t i = index->bucket[first - FIRST_HAN]; i < index->bucket[first - FIRST_HAN + 1]; i++) {
        const struct spelling *spelling = &index->spellings[i];
        if (best != NULL && spelling->length < best->length)
            break;
        if (text.length - at < spelling->length || memcmp(text.bytes + at, spelling->text, spelling->length) != 0)
            continue;
        if (outer != 0 &&
            (spelling->place == NULL || spelling->place->code == outer || !inside(spelling->place->code, outer)))
            continue;
        struct slice name = {.bytes = spelling->text, .length = spelling->length};
        if (outer == 0 && (spelling->only_inside || joins(text, at, name) || is_word(text, at, name)))
            continue;
        others = others || best != NULL;
        if (best == NULL || (within != 0 && spelling->place != NULL && best->place != NULL &&
                             inside(spelling->place->code, within) && !inside(best->place->code, within)))
            best = spelling;
    }
    if (best == NULL)
        return false;
    *mention = (struct place_mention){.start = at,
                                      .end = at + best->length,
                                      .place = best->place,
                                      .full_name = best->full_name,
                                      .ambiguous = others && (within == 0 || !inside(best->place->code, within))};
    return true;
}

bool place_find(const struct place_index *index, struct slice text, size_t from, int within,
                struct place_mention *mention)
{
    for (size_t at = from; at < text.length;) {
        if (!spelling_at(index, text, at, within, 0, mention)) {
            (void)utf8_next(text, &at);
            continue;
        }
        at = mention->end;
        if (mention->place == NULL)
            continue;
        struct place_mention inner;
        while (mention->end < text.length &&
               spelling_at(index, text, mention->end, within, mention->place->code, &inner)) {
            inner.start = mention->start;
            inner.ambiguous = false;
            *mention = inner;
        }
        return true;
    }
    return false;
}
