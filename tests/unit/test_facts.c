/* What the user says of a source holds against what is recognised, and what follows from it follows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "chuanda/buffer.h"
#include "chuanda/fact.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINES = 64 };

static struct parser *parser;

static int setup(void **state)
{
    (void)state;
    parser = parser_new();
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    parser_free(&parser);
    return 0;
}

static size_t cut_lines(const char *text, struct slice lines[static LINES])
{
    size_t count = 0;
    for (struct slice rest = slice_of(text); rest.length > 0 && count < LINES;) {
        size_t end = slice_find(rest, slice_of("\n"), 0);
        lines[count++] = slice_part(rest, 0, end);
        rest = slice_part(rest, end == SLICE_NONE ? rest.length : end + 1, rest.length);
    }
    return count;
}

/* Parses a text with facts; freed by the caller. */
static struct parsed parse(const char *text, const struct fact *facts, size_t fact_count)
{
    struct slice lines[LINES];
    size_t count = cut_lines(text, lines);
    struct parsed parsed = {0};
    parse_lines_knowing(parser, lines, count, (struct fact_list){facts, fact_count}, &parsed);
    return parsed;
}

/* Are the documents' first and last lines these? */
static void assert_lines(const struct parsed *parsed, const size_t (*lines)[2], size_t count)
{
    assert_int_equal(parsed->document_count, count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(parsed->documents[i].first_line, lines[i][0]);
        assert_int_equal(parsed->documents[i].last_line, lines[i][1]);
    }
}

static void assert_value(const struct document *document, enum field field, const char *value)
{
    char *text = document_value(document, field);
    assert_string_equal(text, value);
    free(text);
}

static const char three[] = "中共中央政治局召开会议 研究部署防汛工作\n" /* 1 */
                            "\n"
                            "7月1日，中共中央政治局召开会议，研究圩堤加固工作。\n"
                            "会议强调，要加固沿江堤防，备足抢险物料。\n"
                            "\n"
                            "湖北省委常委会召开会议 传达学习中央政治局会议精神\n" /* 6 */
                            "\n"
                            "7月2日，湖北省委常委会召开会议，传达学习中央政治局会议精神。省委书记钱乙二主持会议。\n"
                            "会议要求，要把工作做到汛情前面。\n"
                            "\n"
                            "黄冈市委常委会召开会议\n" /* 11 */
                            "\n"
                            "7月3日，黄冈市委常委会召开会议，传达学习省委常委会会议精神。市委书记孙丙三主持会议。\n"
                            "会议要求，要逐段落实巡查责任。\n";

static void without_facts_nothing_is_corrected(void **state)
{
    (void)state;
    struct parsed parsed = parse(three, NULL, 0);
    assert_lines(&parsed, (const size_t[][2]){{1, 4}, {6, 9}, {11, 14}}, 3);
    for (size_t i = 0; i < parsed.document_count; i++)
        assert_int_equal(parsed.documents[i].corrected, 0);
    parsed_free(&parsed);
}

static void a_document_begins_where_the_user_says(void **state)
{
    (void)state;
    struct fact fact = {.kind = FACT_BEGINS, .line = 9};
    struct parsed parsed = parse(three, &fact, 1);
    assert_lines(&parsed, (const size_t[][2]){{1, 4}, {6, 8}, {9, 9}, {11, 14}}, 4);
    assert_int_equal(parsed.documents[1].corrected, 0);
    assert_int_equal(parsed.documents[2].corrected, 1U << FIELD_BOUNDARY);
    assert_int_equal(parsed.directive_count, 3);
    assert_int_equal(parsed.directives[1].document, 2); /* it is recognised as any other */
    parsed_free(&parsed);
}

static void a_join_takes_title_and_opening_along(void **state)
{
    (void)state;
    struct fact fact = {.kind = FACT_CONTINUES, .line = 11};
    struct parsed parsed = parse(three, &fact, 1);
    assert_lines(&parsed, (const size_t[][2]){{1, 4}, {6, 14}}, 2);
    assert_int_equal(parsed.documents[1].corrected, 1U << FIELD_BOUNDARY);
    assert_string_equal(parsed.documents[1].place, "湖北省");
    parsed_free(&parsed);
}

static void a_title_that_was_parted_from_its_text_comes_back(void **state)
{
    (void)state;
    const struct fact facts[] = {{.kind = FACT_BEGINS, .line = 8}, {.kind = FACT_CONTINUES, .line = 8}};
    struct parsed parsed = parse(three, facts, 1);
    assert_lines(&parsed, (const size_t[][2]){{1, 4}, {6, 6}, {8, 9}, {11, 14}}, 4);
    parsed_free(&parsed);
    parsed = parse(three, facts, 2); /* the last holds */
    assert_lines(&parsed, (const size_t[][2]){{1, 4}, {6, 9}, {11, 14}}, 3);
    assert_int_equal(parsed.documents[1].corrected, 0);
    parsed_free(&parsed);
}

static void a_split_parts_a_paragraph_that_was_broken(void **state)
{
    (void)state;
    struct buffer text = {0};
    buffer_add_text(&text, "　　7月1日，甲县召开会议，研究圩堤工作与其他\n");
    for (int i = 0; i < 20; i++)
        buffer_add_text(&text, "各乡镇要把巡查频次加密备足物料加固堤防做到位\n");
    struct fact fact = {.kind = FACT_BEGINS, .line = 8};
    struct parsed parsed = parse(text.bytes, &fact, 1);
    assert_lines(&parsed, (const size_t[][2]){{1, 7}, {8, 21}}, 2);
    parsed_free(&parsed);
    buffer_free(&text);
}

static void a_date_dates_the_neighbours(void **state)
{
    (void)state;
    struct parsed parsed = parse(three, NULL, 0);
    assert_value(&parsed.documents[2], FIELD_DATE, "");
    parsed_free(&parsed);
    struct fact fact = {.kind = FACT_FIELD, .line = 1, .field = FIELD_DATE, .value = "2031-07-01"};
    parsed = parse(three, &fact, 1);
    assert_value(&parsed.documents[0], FIELD_DATE, "2031-07-01");
    assert_int_equal(parsed.documents[0].date_basis, DATE_STATED);
    assert_int_equal(parsed.documents[0].corrected, 1U << FIELD_DATE);
    assert_value(&parsed.documents[1], FIELD_DATE, "2031-07-02");
    assert_value(&parsed.documents[2], FIELD_DATE, "2031-07-03");
    assert_int_equal(parsed.documents[2].corrected, 0);
    parsed_free(&parsed);
}

static void no_date_is_a_date_too(void **state)
{
    (void)state;
    const struct fact facts[] = {{.kind = FACT_FIELD, .line = 1, .field = FIELD_DATE, .value = "2031-07-01"},
                                 {.kind = FACT_FIELD, .line = 11, .field = FIELD_DATE, .value = ""}};
    struct parsed parsed = parse(three, facts, 2);
    assert_value(&parsed.documents[1], FIELD_DATE, "2031-07-02");
    assert_value(&parsed.documents[2], FIELD_DATE, "");
    assert_int_equal(parsed.documents[2].corrected, 1U << FIELD_DATE);
    parsed_free(&parsed);
}

static void the_body_tells_the_level(void **state)
{
    (void)state;
    struct fact fact = {.kind = FACT_FIELD, .line = 6, .field = FIELD_ORGAN, .value = "市委常委会"};
    struct parsed parsed = parse(three, &fact, 1);
    assert_string_equal(parsed.documents[1].organ, "市委常委会");
    assert_int_equal(parsed.documents[1].level, LEVEL_CITY);
    assert_int_equal(parsed.documents[1].corrected, 1U << FIELD_ORGAN);
    parsed_free(&parsed);
}

static void every_field_takes_what_is_said(void **state)
{
    (void)state;
    static const struct {
        enum field field;
        const char *value;
    } said[] = {{FIELD_TITLE, "防汛工作会议纪要"},
                {FIELD_KIND, "notice"},
                {FIELD_LEVEL, "unit"},
                {FIELD_PLACE, "甲省乙市"},
                {FIELD_ORGAN, "乙市水利局"},
                {FIELD_DATE, "2032-02-29"},
                {FIELD_CHAIR, "李四一、周五二"},
                {FIELD_NUMBER, "7"},
                {FIELD_EVENT, "全市防汛工作会议"},
                {FIELD_PLACE, "湖北省武汉市"},
                {FIELD_CHAIR, ""},
                {FIELD_ORGAN, ""},
                {FIELD_PLACE, ""},
                {FIELD_NUMBER, ""},
                {FIELD_EVENT, ""}};
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
        struct fact fact = {.kind = FACT_FIELD, .line = 11, .field = said[i].field, .value = said[i].value};
        struct parsed parsed = parse(three, &fact, 1);
        assert_int_equal(parsed.document_count, 3);
        assert_value(&parsed.documents[2], said[i].field, said[i].value);
        assert_int_equal(parsed.documents[2].corrected, 1U << said[i].field);
        assert_int_equal(parsed.documents[1].corrected, 0);
        parsed_free(&parsed);
    }
}

static void the_evidence_says_who_said_it(void **state)
{
    (void)state;
    struct fact fact = {.kind = FACT_FIELD, .line = 6, .field = FIELD_LEVEL, .value = "city"};
    struct parsed parsed = parse(three, &fact, 1);
    const struct document *document = &parsed.documents[1];
    size_t found = 0;
    for (size_t i = 0; i < document->evidence_count; i++) {
        if (document->evidence[i].field != FIELD_LEVEL)
            continue;
        assert_string_equal(document->evidence[i].rule, "勘误（原识别：省级）");
        found++;
    }
    assert_int_equal(found, 1);
    parsed_free(&parsed);
}

static void of_two_values_the_last_holds(void **state)
{
    (void)state;
    const struct fact facts[] = {{.kind = FACT_FIELD, .line = 6, .field = FIELD_LEVEL, .value = "city"},
                                 {.kind = FACT_FIELD, .line = 6, .field = FIELD_LEVEL, .value = "county"}};
    struct parsed parsed = parse(three, facts, 2);
    assert_int_equal(parsed.documents[1].level, LEVEL_COUNTY);
    parsed_free(&parsed);
}

/* Its boundary was undone, or is no more where it was: what was said of it must not fall to another. */
static void what_is_said_in_the_midst_of_a_document_is_not_said_of_it(void **state)
{
    (void)state;
    const struct fact facts[] = {{.kind = FACT_FIELD, .line = 9, .field = FIELD_LEVEL, .value = "county"},
                                 {.kind = FACT_FIELD, .line = 11, .field = FIELD_LEVEL, .value = "unit"},
                                 {.kind = FACT_CONTINUES, .line = 11}};
    struct parsed parsed = parse(three, facts, 3);
    assert_lines(&parsed, (const size_t[][2]){{1, 4}, {6, 14}}, 2);
    assert_int_equal(parsed.documents[1].level, LEVEL_PROVINCE);
    parsed_free(&parsed);
}

static void values_are_read_as_users_write_them(void **state)
{
    (void)state;
    static const struct {
        enum field field;
        const char *words;
        const char *value; /* NULL: refused */
    } values[] = {
        {FIELD_LEVEL, "市级", "city"},
        {FIELD_LEVEL, " province ", "province"},
        {FIELD_LEVEL, "镇级", NULL},
        {FIELD_LEVEL, "", NULL},
        {FIELD_KIND, "讲话", "speech"},
        {FIELD_KIND, "poem", NULL},
        {FIELD_DATE, "2032-02-29", "2032-02-29"},
        {FIELD_DATE, "2031年7月2日", "2031-07-02"},
        {FIELD_DATE, "2031-02-29", NULL},
        {FIELD_DATE, "7月2日", NULL},
        {FIELD_DATE, "", ""},
        {FIELD_NUMBER, "第十九次", "19"},
        {FIELD_NUMBER, "19", "19"},
        {FIELD_NUMBER, "0", NULL},
        {FIELD_NUMBER, "many", NULL},
        {FIELD_PLACE, "黄冈市", "湖北省黄冈市"},
        {FIELD_PLACE, "甲省乙市", "甲省乙市"},
        {FIELD_CHAIR, "赵甲一，钱乙二 孙丙三", "赵甲一、钱乙二、孙丙三"},
        {FIELD_TITLE, "　两会　", "两会"},
        {FIELD_TITLE, "", NULL},
        {FIELD_ORGAN, "a\nb", NULL},
        {FIELD_ORGAN, "\xff", NULL},
        {FIELD_BOUNDARY, "9", NULL},
    };
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        char *value = NULL;
        struct problem problem = {0};
        enum status status = fact_value(parser, values[i].field, values[i].words, &value, &problem);
        assert_int_equal(status, values[i].value == NULL ? STATUS_MISUSE : STATUS_OK);
        if (values[i].value != NULL)
            assert_string_equal(value, values[i].value);
        else
            assert_non_null(problem.message);
        free(value);
        problem_clear(&problem);
    }
}

/* The same numbers in every run. */
static unsigned next_number(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245U + 12345U;
    return (*seed >> 16) % below;
}

static void any_facts_leave_every_line_in_one_document(void **state)
{
    (void)state;
    static const char *const values[FIELDS] = {"",       "另一个标题", "agenda", "county", "甲省乙市",
                                               "市政府", "2031-07-09", "吴六三", "3",      "某会"};
    struct slice lines[LINES];
    size_t count = cut_lines(three, lines);
    unsigned seed = 7;
    for (int round = 0; round < 300; round++) {
        struct fact facts[6];
        for (size_t i = 0; i < 6; i++) {
            enum field field = (enum field)(1 + next_number(&seed, FIELDS - 1));
            facts[i] = (struct fact){.kind = (enum fact_kind)next_number(&seed, 3),
                                     .line = next_number(&seed, (unsigned)count + 3),
                                     .field = field,
                                     .value = values[field]};
        }
        struct parsed parsed = parse(three, facts, 6);
        size_t last = 0;
        for (size_t i = 0; i < parsed.document_count; i++) {
            const struct document *document = &parsed.documents[i];
            for (size_t line = last + 1; line < document->first_line; line++)
                assert_true(slice_blank(lines[line - 1]));
            assert_true(document->first_line > last && document->last_line >= document->first_line);
            last = document->last_line;
        }
        assert_int_equal(last, count);
        parsed_free(&parsed);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_facts_nothing_is_corrected),
        cmocka_unit_test(a_document_begins_where_the_user_says),
        cmocka_unit_test(a_join_takes_title_and_opening_along),
        cmocka_unit_test(a_title_that_was_parted_from_its_text_comes_back),
        cmocka_unit_test(a_split_parts_a_paragraph_that_was_broken),
        cmocka_unit_test(a_date_dates_the_neighbours),
        cmocka_unit_test(no_date_is_a_date_too),
        cmocka_unit_test(the_body_tells_the_level),
        cmocka_unit_test(every_field_takes_what_is_said),
        cmocka_unit_test(the_evidence_says_who_said_it),
        cmocka_unit_test(of_two_values_the_last_holds),
        cmocka_unit_test(what_is_said_in_the_midst_of_a_document_is_not_said_of_it),
        cmocka_unit_test(values_are_read_as_users_write_them),
        cmocka_unit_test(any_facts_leave_every_line_in_one_document),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
