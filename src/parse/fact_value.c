/* What a user may write as the value of a field. */
#include "chuanda/buffer.h"
#include "chuanda/fact.h"
#include "chuanda/memory.h"
#include "chuanda/numeral.h"
#include "chuanda/utf8.h"
#include "parser.h"

#include <stdlib.h>
#include <string.h>

static char *read_level_word(const char *words)
{
    enum level level;
    return level_read(words, &level) ? mem_copy(level_name(level)) : NULL;
}

static char *read_kind_word(const char *words)
{
    enum kind kind;
    return kind_read(words, &kind) ? mem_copy(kind_name(kind)) : NULL;
}

/* 2031-07-02, or as texts write it: 2031年7月2日. */
static char *read_day(const char *words)
{
    struct slice whole = slice_of(words);
    struct date_mention mention;
    struct date date;
    char text[11];
    if (!date_read(words, &date)) {
        if (!date_find(whole, 0, &mention) || mention.start != 0 || mention.end != whole.length ||
            mention.end_day != 0 || !date_complete(mention.date))
            return NULL;
        date = mention.date;
    }
    date_write(date, text);
    return mem_copy(text);
}

/* 12, 十二, 第十二次. */
static char *read_ordinal(const char *words)
{
    enum { MOST = 9999 };
    struct slice text = slice_of(words), first = slice_of("第"), last = slice_of("次");
    if (slice_starts(text, first))
        text = slice_part(text, first.length, text.length);
    if (slice_ends(text, last))
        text.length -= last.length;
    long value;
    size_t digits = numeral_read(text, 0, &value);
    if (digits == 0 || digits != text.length || value < 1 || value > MOST)
        return NULL;
    struct buffer number = {0};
    buffer_print(&number, "%ld", value);
    return buffer_take(&number);
}

/* A place of the table by its full name, 黄冈市 → 湖北省黄冈市; any other as it is written. */
static char *read_place_name(const struct parser *parser, const char *words)
{
    struct place_mention mention;
    bool known = place_find(parser->places, slice_of(words), 0, 0, &mention) && mention.start == 0 &&
                 mention.end == strlen(words) && !mention.ambiguous;
    return mem_copy(known ? mention.place->full : words);
}

/* Names parted by marks or blanks. */
static char *read_names(const char *words)
{
    static const char *const marks[] = {"、", "，", ",", " ", "\xE3\x80\x80"};
    struct slice text = slice_of(words);
    struct buffer names = {0};
    bool parted = false;
    for (size_t at = 0; at < text.length;) {
        size_t mark = 0, start = at;
        for (size_t i = 0; i < sizeof marks / sizeof marks[0] && mark == 0; i++)
            mark = slice_starts(slice_part(text, at, text.length), slice_of(marks[i])) ? strlen(marks[i]) : 0;
        if (mark > 0) {
            parted = names.length > 0;
            at += mark;
            continue;
        }
        (void)utf8_next(text, &at);
        if (parted)
            buffer_add_text(&names, "、");
        parted = false;
        buffer_add(&names, slice_part(text, start, at));
    }
    return buffer_take(&names);
}

static bool has_control(struct slice text)
{
    for (size_t at = 0; at < text.length;) {
        uint32_t code_point = utf8_next(text, &at);
        if (code_point < 0x20 || code_point == 0x7f || (code_point >= 0x80 && code_point < 0xa0))
            return true;
    }
    return false;
}

static char *read_value(const struct parser *parser, enum field field, const char *words)
{
    switch (field) {
    case FIELD_LEVEL:
        return read_level_word(words);
    case FIELD_KIND:
        return read_kind_word(words);
    case FIELD_DATE:
        return read_day(words);
    case FIELD_NUMBER:
        return read_ordinal(words);
    case FIELD_PLACE:
        return read_place_name(parser, words);
    case FIELD_CHAIR:
        return read_names(words);
    case FIELD_TITLE:
    case FIELD_ORGAN:
    case FIELD_EVENT:
        return mem_copy(words);
    case FIELD_BOUNDARY:
        break;
    }
    return NULL;
}

enum status fact_value(const struct parser *parser, enum field field, const char *words, char **value,
                       struct problem *problem)
{
    static const char *const wanted[FIELDS] = {
        [FIELD_KIND] = "meeting, speech, instruction, article, policy, notice or agenda (会议 讲话 …)",
        [FIELD_LEVEL] = "national, province, city, county or unit (中央 省级 市级 县级 单位)",
        [FIELD_DATE] = "a day of the calendar as YYYY-MM-DD",
        [FIELD_NUMBER] = "a number from 1 to 9999",
    };
    *value = NULL;
    struct slice text = slice_trim(slice_of(words));
    bool must_be = field == FIELD_TITLE || field == FIELD_KIND || field == FIELD_LEVEL;
    if (field == FIELD_BOUNDARY)
        return problem_raise(problem, STATUS_MISUSE, "a boundary has no value; split the document or join it");
    if (!utf8_valid(text) || has_control(text))
        return problem_raise(problem, STATUS_MISUSE, "a %s is one line of UTF-8 text", field_name(field));
    if (slice_equal(text, slice_of("none")) || slice_equal(text, slice_of("无")))
        text.length = 0;
    if (text.length == 0 && must_be)
        return problem_raise(problem, STATUS_MISUSE, "every document has a %s; it cannot be empty", field_name(field));
    if (text.length == 0) {
        *value = mem_copy("");
        return STATUS_OK;
    }
    char *plain = slice_copy(text);
    *value = read_value(parser, field, plain);
    enum status status = STATUS_OK;
    if (*value == NULL)
        status = problem_raise(problem, STATUS_MISUSE, "%s is no %s: it must be %s", plain, field_name(field),
                               wanted[field]);
    free(plain);
    return status;
}
