#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "chuanda/numeral.h"
#include "chuanda/utf8.h"
#include "reference.h"

#include <stdlib.h>
#include <string.h>

/* What a name begins with, and the level that it tells. The first that fits counts. */
static const struct {
    const char *head;
    enum level level;
} level_heads[] = {
    {"中共中央", LEVEL_NATIONAL}, {"中央", LEVEL_NATIONAL},     {"党中央", LEVEL_NATIONAL},
    {"全国", LEVEL_NATIONAL},     {"国务院", LEVEL_NATIONAL},   {"国家", LEVEL_NATIONAL},
    {"十八届", LEVEL_NATIONAL},   {"十九届", LEVEL_NATIONAL},   {"二十届", LEVEL_NATIONAL},
    {"全省", LEVEL_PROVINCE},     {"全自治区", LEVEL_PROVINCE}, {"省委", LEVEL_PROVINCE},
    {"省政府", LEVEL_PROVINCE},   {"我省", LEVEL_PROVINCE},     {"自治区党委", LEVEL_PROVINCE},
    {"省", LEVEL_PROVINCE},       {"全市", LEVEL_CITY},         {"我市", LEVEL_CITY},
    {"市", LEVEL_CITY},           {"全州", LEVEL_CITY},         {"我州", LEVEL_CITY},
    {"州委", LEVEL_CITY},         {"全盟", LEVEL_CITY},         {"全县", LEVEL_COUNTY},
    {"我县", LEVEL_COUNTY},       {"县", LEVEL_COUNTY},         {"全区", LEVEL_COUNTY},
    {"我区", LEVEL_COUNTY},       {"区委", LEVEL_COUNTY},       {"区政府", LEVEL_COUNTY},
    {"全旗", LEVEL_COUNTY},       {"全校", LEVEL_UNIT},         {"我校", LEVEL_UNIT},
    {"学校", LEVEL_UNIT},         {"校", LEVEL_UNIT},           {"全院", LEVEL_UNIT},
};

/* Words that begin like one of them and tell no level. */
static const char *const no_heads[] = {"省部级", "省级", "省管", "省市", "市县", "市级", "市场",
                                       "市民",   "县级", "县域", "县乡", "校园", "校地", "国家主席"};

/* Offices that tell the level of who speaks. */
static const struct {
    const char *office;
    enum level level;
} offices[] = {
    {"总书记", LEVEL_NATIONAL},     {"国家主席", LEVEL_NATIONAL},
    {"总理", LEVEL_NATIONAL},       {"国务委员", LEVEL_NATIONAL},
    {"中央政治局", LEVEL_NATIONAL}, {"全国人大", LEVEL_NATIONAL},
    {"全国政协", LEVEL_NATIONAL},   {"中央书记处", LEVEL_NATIONAL},
    {"中央军委", LEVEL_NATIONAL},   {"省委", LEVEL_PROVINCE},
    {"省长", LEVEL_PROVINCE},       {"自治区党委", LEVEL_PROVINCE},
    {"自治区主席", LEVEL_PROVINCE}, {"自治区政府主席", LEVEL_PROVINCE},
    {"市委", LEVEL_CITY},           {"市长", LEVEL_CITY},
    {"州委", LEVEL_CITY},           {"州长", LEVEL_CITY},
    {"县委", LEVEL_COUNTY},         {"县长", LEVEL_COUNTY},
    {"区委", LEVEL_COUNTY},         {"区长", LEVEL_COUNTY},
};

/* What one phrase is read with. */
struct field_reader {
    struct reading *reading;
    const struct document *document;
    const struct stretch *stretch;
    const struct phrase *phrase;
    struct reference *reference;
};

static struct slice words(const struct field_reader *reader, struct span span)
{
    return slice_part(reader->stretch->text, span.start, span.end);
}

static struct slice span_words(const struct field_reader *reader, struct span span)
{
    return span.start == SLICE_NONE ? slice_of("") : words(reader, span);
}

static bool find_part(struct field_reader *reader, enum reference_pattern which, struct slice part, struct match *match)
{
    struct reference_rules *rules = reader->reading->parser->references;
    subject_set(rules->part, part);
    return pattern_find(rules->patterns[which], rules->part, 0, match);
}

static void set_level(struct reference *reference, enum level level)
{
    if (!reference->has_level) {
        reference->has_level = true;
        reference->level = level;
    }
}

/* Whose words: 省委书记某某在…, 某某总书记…; and, from the office, of which level. */
static void read_speaker(struct field_reader *reader)
{
    struct slice part = words(reader, reader->phrase->speaker);
    struct match match;
    for (size_t i = 0; i < sizeof offices / sizeof *offices && part.length > 0; i++) {
        if (slice_has(part, offices[i].office)) {
            set_level(reader->reference, offices[i].level);
            break;
        }
    }
    if (part.length == 0 ||
        (!find_part(reader, PATTERN_OFFICE, part, &match) && !find_part(reader, PATTERN_NAMED, part, &match)))
        return;
    reader->reference->speaker = slice_copy(slice_part(part, match.group[1].start, match.group[1].end));
}

/* Completes what a text leaves out of a date from its own: the year, and the month where only the day stands. */
static struct date complete(struct date date, struct date own)
{
    if (date.year != 0 || own.year == 0 || own.month == 0)
        return date;
    date.year = own.year;
    if (date.month == 0)
        date.month = own.month;
    if (date_complete(own) && date_complete(date) && date_compare(date, own) > 0)
        date.year--;
    return date;
}

static void take_date(struct field_reader *reader, struct date date)
{
    reader->reference->date = complete(date, reader->document->date);
}

/*
 * The date within the phrase, or the one that leads to it: 4月29日，某某主持召开…;
 * in a list also the one at the item's end: …的讲话（8月12日）.
 */
static void read_date(struct field_reader *reader)
{
    struct reference_rules *rules = reader->reading->parser->references;
    struct span whole = reader->phrase->whole;
    struct slice text = reader->stretch->text;
    struct date_mention mention, last = {0};
    struct match match;
    if (reader->phrase->sign == PHRASE_TITLE)
        return;
    if (date_find(slice_part(text, 0, whole.end), whole.start, &mention)) {
        take_date(reader, mention.date);
        return;
    }
    struct slice behind = slice_part(text, whole.end, text.length);
    subject_set(rules->part, behind);
    if (reader->stretch->listed && pattern_at(rules->patterns[PATTERN_ITEM_END], rules->part, 0, &match) &&
        date_find(behind, 0, &mention)) {
        take_date(reader, mention.date);
        return;
    }
    for (size_t at = 0; date_find(slice_part(text, 0, whole.start), at, &mention); at = mention.end)
        last = mention;
    if (last.end == 0)
        return;
    struct slice between = slice_part(text, last.end, whole.start);
    subject_set(rules->part, between);
    if (between.length == 0 || pattern_at(rules->patterns[PATTERN_DATED], rules->part, 0, &match))
        take_date(reader, last.date);
}

/* The division `level` of which `code` is a part. */
static const struct place *upward(const struct place_index *places, int code, enum level level)
{
    const struct place *place = NULL;
    if (level == LEVEL_PROVINCE)
        place = place_of(places, code / 10000 * 10000);
    else if (level == LEVEL_CITY)
        place = place_of(places, code / 100 * 100);
    else if (level == LEVEL_COUNTY && code % 100 != 0)
        place = place_of(places, code);
    return place;
}

static int own_code(const struct field_reader *reader)
{
    struct place_mention mention;
    if (reader->document->place == NULL ||
        !place_find(reader->reading->parser->places, slice_of(reader->document->place), 0, 0, &mention))
        return 0;
    return mention.place->code;
}

/* Is a division's province a municipality (市委 there is a province's), or an autonomous region (全区 is all of it)? */
static bool in_municipality(int code)
{
    return code / 10000 == 11 || code / 10000 == 12 || code / 10000 == 31 || code / 10000 == 50;
}

static bool in_region(int code)
{
    return code / 10000 == 15 || code / 10000 == 45 || code / 10000 == 54 || code / 10000 == 64 || code / 10000 == 65;
}

/* What 市 and 区 mean depends on where the reader is: a municipality, a county-level city, an autonomous region. */
static void place_level(struct field_reader *reader, int code)
{
    struct reference *reference = reader->reference;
    const struct place *own = place_of(reader->reading->parser->places, code);
    if (own == NULL || !reference->has_level)
        return;
    if (reference->level == LEVEL_CITY && in_municipality(code))
        reference->level = LEVEL_PROVINCE;
    else if (reference->level == LEVEL_CITY && own->level == LEVEL_COUNTY &&
             slice_ends(slice_of(own->name), slice_of("市")))
        reference->level = LEVEL_COUNTY;
    else if (reference->level == LEVEL_COUNTY && in_region(code) && own->level != LEVEL_COUNTY)
        reference->level = LEVEL_PROVINCE;
}

/*
 * Where it is: the place that stands in the name (某某省委), else the reader's
 * own division of that level (省委 in a county's document is its province's).
 */
static void read_place(struct field_reader *reader, struct slice named)
{
    struct reference *reference = reader->reference;
    const struct place_index *places = reader->reading->parser->places;
    int own = own_code(reader);
    struct place_mention mention;
    if (reference->has_level && reference->level == LEVEL_NATIONAL)
        return;
    bool found = place_find(places, named, 0, own, &mention) && mention.start < named.length / 2;
    if (found && (!reference->has_level || mention.place->level == reference->level)) {
        set_level(reference, mention.place->level);
        reference->place = mem_copy(mention.place->full);
        return;
    }
    place_level(reader, own);
    if (found && reference->has_level && mention.place->level == reference->level)
        own = mention.place->code; /* 某某市委 of a municipality */
    const struct place *place = own != 0 && reference->has_level ? upward(places, own, reference->level) : NULL;
    if (place != NULL)
        reference->place = mem_copy(place->full);
}

/* The level that the first words of a name tell. */
static void read_head(struct field_reader *reader, struct slice name)
{
    for (size_t i = 0; i < sizeof no_heads / sizeof *no_heads; i++) {
        if (slice_starts(name, slice_of(no_heads[i])))
            return;
    }
    for (size_t i = 0; i < sizeof level_heads / sizeof *level_heads; i++) {
        if (slice_starts(name, slice_of(level_heads[i].head))) {
            set_level(reader->reference, level_heads[i].level);
            return;
        }
    }
}

static void read_number(struct field_reader *reader, struct slice name)
{
    struct match match;
    long value = 0;
    if (find_part(reader, PATTERN_NUMBER, name, &match) && numeral_read(name, match.group[1].start, &value) > 0)
        reader->reference->number = (int)value;
}

/* A meeting: its body, or its name, or both; its number. */
static void read_meeting(struct field_reader *reader)
{
    struct reference *reference = reader->reference;
    const struct parser *parser = reader->reading->parser;
    struct buffer whole = {0};
    buffer_add(&whole, words(reader, reader->phrase->head));
    buffer_add(&whole, words(reader, reader->phrase->name));
    struct slice name = buffer_slice(&whole);
    struct organ_mention organ;
    reference->has_kind = true;
    reference->kind = reader->phrase->speech ? KIND_SPEECH : KIND_MEETING;
    read_number(reader, name);
    char *event = event_of_meeting(name);
    struct slice plain = slice_trim(slice_of(event));
    if (organ_find(parser->organs, plain, 0, &organ)) {
        bool first = organ.start == 0 || organ.end + strlen("会议") >= plain.length;
        if (first) {
            reference->organ = mem_copy(organ.canonical);
            if (organ.has_level)
                set_level(reference, organ.level);
        }
        organ_mention_free(&organ);
    }
    read_head(reader, plain);
    if (reader->phrase->purpose.start < reader->phrase->purpose.end)
        reference->title = slice_copy(words(reader, reader->phrase->purpose)); /* a headline */
    if (!event_ordinary(parser->events, parser->organs, plain))
        reference->event = slice_copy(plain);
    read_speaker(reader);
    read_place(reader, plain);
    free(event);
    buffer_free(&whole);
}

static void read_inspection(struct field_reader *reader)
{
    struct reference *reference = reader->reference;
    reference->has_kind = true;
    reference->kind = KIND_SPEECH;
    reference->event = event_of_inspection(reader->reading->parser->places, words(reader, reader->phrase->name),
                                           span_words(reader, reader->phrase->purpose), reader->document->place);
    read_speaker(reader);
    read_place(reader, slice_of(""));
}

static void read_instruction(struct field_reader *reader)
{
    reader->reference->has_kind = true;
    reader->reference->kind = KIND_INSTRUCTION;
    reader->reference->event = event_of_instruction(words(reader, reader->phrase->name));
    read_speaker(reader);
    read_place(reader, slice_of(""));
}

static void read_title(struct field_reader *reader)
{
    struct slice title = words(reader, reader->phrase->name);
    struct reference *reference = reader->reference;
    reference->title = slice_copy(title);
    struct slice before = words(reader, reader->phrase->speaker);
    reference->has_kind = !slice_has(title, "强调") && !slice_has(title, "召开"); /* a headline may head anything */
    reference->kind = slice_has(before, "文章") ? KIND_ARTICLE : KIND_POLICY;
    struct organ_mention organ;
    if (organ_find(reader->reading->parser->organs, before.length > 0 ? before : title, 0, &organ)) {
        if (organ.has_level)
            set_level(reference, organ.level);
        organ_mention_free(&organ);
    }
    read_head(reader, title);
    read_speaker(reader);
    if (reference->has_level)
        read_place(reader, before.length > 0 ? before : title);
}

static bool same_occasion(const char *a, const char *b)
{
    if (a == NULL || b == NULL)
        return false;
    char *left = event_key(a), *right = event_key(b);
    bool same = event_same(left, right);
    free(left);
    free(right);
    return same;
}

/* Is it the document itself that is named: its title, its occasion, its body on its day? */
static bool own(const struct field_reader *reader)
{
    const struct document *document = reader->document;
    const struct reference *reference = reader->reference;
    bool titled = document->kind == KIND_POLICY || document->kind == KIND_ARTICLE || document->kind == KIND_SPEECH;
    if (reference->title != NULL)
        return titled && document->title != NULL && slice_has(slice_of(document->title), reference->title);
    if (date_complete(reference->date) && date_complete(document->date) &&
        date_compare(reference->date, document->date) != 0)
        return false;
    if (reference->number != 0 && document->number != 0 && reference->number != document->number)
        return false;
    if (document->kind == KIND_INSTRUCTION && reference->has_kind && reference->kind == KIND_INSTRUCTION &&
        reference->manner == MANNER_MENTION)
        return true; /* its first passage tells of it in other words */
    if (same_occasion(document->event, reference->event))
        return !reference->has_level || reference->level == document->level;
    if (document->organ == NULL || (reference->has_level && reference->level != document->level))
        return false;
    char *organ = organ_canonical(slice_of(document->organ));
    bool same = (reference->organ != NULL && slice_ends(slice_of(reference->organ), slice_of(organ))) ||
                same_occasion(document->organ, reference->event);
    free(organ);
    return same;
}

/*
 * A meeting of the reader's own level that is only mentioned and has no date is
 * the one that is told of, or a part of it (…会议和指挥部会议).
 */
static bool beside_own(const struct field_reader *reader)
{
    const struct reference *reference = reader->reference;
    return reference->manner == MANNER_MENTION && reference->title == NULL && reference->has_level &&
           reference->level == reader->document->level && reference->level != LEVEL_NATIONAL &&
           !date_complete(reference->date);
}

/* In a speech: the speaker's own earlier meetings, told in the first person, are not passed on. */
static bool told_in_first_person(const struct field_reader *reader)
{
    if (reader->document->kind != KIND_SPEECH)
        return false;
    struct slice text = reader->stretch->text;
    struct slice stop = slice_of("。");
    size_t start = reader->phrase->whole.start;
    while (start > 0 && !slice_ends(slice_part(text, 0, start), stop))
        (void)utf8_previous(text, &start);
    return slice_has(slice_part(text, start, reader->phrase->name.start), "我");
}

/* Is a title only a sort of document: 《意见》, the short form of one that was named before? */
static bool short_form(const char *title)
{
    static const char *const sorts[] = {
        "意见",     "通知",     "方案",     "办法",     "规定",     "条例",     "决定",    "决议",
        "纲要",     "规划",     "计划",     "报告",     "要点",     "准则",     "细则",    "规则",
        "公报",     "建议",     "清单",     "预案",     "指南",     "纪要",     "批复",    "公告",
        "若干意见", "实施意见", "实施方案", "工作方案", "指导意见", "管理办法", "暂行办法"};
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) {
        if (slice_equal(slice_of(title), slice_of(sorts[i])))
            return true;
    }
    return false;
}

/* Is there enough to tell what is named from others of its sort? */
static bool concrete(const struct reference *reference)
{
    if (reference->title != NULL)
        return !short_form(reference->title);
    if (reference->event != NULL && utf8_count(slice_of(reference->event)) >= 4)
        return true;
    return reference->organ != NULL;
}

static void read_fields(struct field_reader *reader)
{
    switch (reader->phrase->sign) {
    case PHRASE_MEETING:
        read_meeting(reader);
        break;
    case PHRASE_INSPECTION:
        read_inspection(reader);
        break;
    case PHRASE_INSTRUCTION:
        read_instruction(reader);
        break;
    case PHRASE_LETTER:
        reader->reference->event =
            event_of_letter(words(reader, reader->phrase->name), words(reader, reader->phrase->purpose));
        read_speaker(reader);
        break;
    case PHRASE_TITLE:
        read_title(reader);
        break;
    }
    read_date(reader);
}

/* The words' place in the line in which they begin; what runs on into the next line is left out. */
static struct place_in_text place_of_words(const struct reading *reading, const struct stretch *stretch,
                                           struct span words_span)
{
    size_t last = stretch->seam_count - 1;
    while (last > 0 && stretch->seams[last].at > words_span.start)
        last--;
    const struct seam *seam = &stretch->seams[last];
    size_t line_end = last + 1 < stretch->seam_count ? seam[1].at : stretch->text.length;
    size_t end = words_span.end < line_end ? words_span.end : line_end;
    struct slice line = reading->lines[seam->line - 1];
    size_t start =
        seam->cut_code_points + utf8_count(slice_part(line, seam->cut, seam->cut + words_span.start - seam->at));
    return (struct place_in_text){.line = seam->line,
                                  .start = start,
                                  .end = start + utf8_count(slice_part(line, seam->cut + words_span.start - seam->at,
                                                                       seam->cut + end - seam->at))};
}

bool read_phrase(struct reading *reading, size_t document, const struct stretch *stretch, const struct phrase *phrase,
                 struct reference *reference)
{
    struct field_reader reader = {.reading = reading,
                                  .document = &reading->parsed->documents[document],
                                  .stretch = stretch,
                                  .phrase = phrase,
                                  .reference = reference};
    *reference = (struct reference){.document = (int64_t)document};
    read_fields(&reader);
    struct slice text = slice_trim(words(&reader, phrase->whole));
    reference->text = slice_copy(text);
    reference->manner = stretch->listed ? MANNER_LISTED : phrase->relays ? MANNER_RELAY : MANNER_MENTION;
    reference->where = place_of_words(reading, stretch, phrase->whole);
    bool lower = reference->has_level && reference->level > reader.document->level;
    if (concrete(reference) && !lower && !own(&reader) && !beside_own(&reader) && !told_in_first_person(&reader))
        return true;
    reference_free(reference);
    return false;
}
