/* Follow-ups: shared wording, likeness, and which local passages take a directive up. All texts are invented. */
#include "chuanda/buffer.h"
#include "chuanda/sentence.h"
#include "chuanda/trace.h"
#include "chuanda/utf8.h"
#include "invented.h"
#include "trace/discussed.h"
#include "trace/grams.h"
#include "trace/runs.h"
#include "trace/set_phrases.h"
#include "trace/tracer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct folded folded_of(const char *words)
{
    struct folded folded;
    fold_text(slice_of(words), FOLD_CHARACTERS, &folded);
    return folded;
}

/* Shared wording. */

static void check_runs(const char *a, const char *b, const char *expected)
{
    struct run_list list = {0};
    struct buffer found = {0};
    struct slice text = slice_of(b);
    struct folded first = folded_of(a);
    struct folded second = folded_of(b);
    runs_find(&first, &second, 4, &list);
    folded_free(&first);
    folded_free(&second);
    for (size_t i = 0; i < list.count; i++) {
        const struct run *run = &list.items[i];
        buffer_print(&found, "%zu:", run->a_start);
        buffer_add(&found, slice_part(text, utf8_byte(text, run->b_start), utf8_byte(text, run->b_end)));
        buffer_add_text(&found, " ");
    }
    char *words = buffer_take(&found);
    assert_string_equal(words, expected);
    free(words);
    run_list_free(&list);
}

static void runs_are_shared_wording_longest_first(void **state)
{
    (void)state;
    check_runs("要加固城北大堤，转移低洼地带群众。", "会议要求转移低洼地带群众，并加固城北大堤。",
               "8:转移低洼地带群众 1:加固城北大堤 ");
    check_runs("要加固大堤。", "要修缮校舍。", "");
    check_runs("", "要修缮校舍。", "");
}

static void marks_between_do_not_break_a_run(void **state)
{
    (void)state;
    check_runs("做好“巡、查、守”工作", "做好巡查守工作", "0:做好巡查守工作 ");
}

static void runs_do_not_overlap(void **state)
{
    (void)state;
    check_runs("加固城北大堤", "加固城北大堤，加固城北大坝", "0:加固城北大堤 ");
}

static void set_phrases_are_no_shared_wording(void **state)
{
    (void)state;
    struct set_phrases *phrases = set_phrases_new();
    struct folded first = folded_of("要提高政治站位，加固城北大堤，把措施落到实处。");
    struct folded second = folded_of("把工作落到实处，提高政治站位，加固城北大堤。");
    struct run_list list = {0};
    set_phrases_mark(phrases, &first);
    set_phrases_mark(phrases, &second);
    runs_find(&first, &second, 3, &list);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].a_start, 8);
    assert_int_equal(list.items[0].length, 6);
    run_list_free(&list);
    folded_free(&first);
    folded_free(&second);
    set_phrases_free(&phrases);
}

/* Likeness. */

static void add_text(struct gram_index *index, const char *words)
{
    struct folded folded = folded_of(words);
    gram_index_add(index, &folded);
    folded_free(&folded);
}

static double rarity(const struct gram_index *index, const char *words)
{
    struct folded folded = folded_of(words);
    double found = gram_index_rarity(index, &folded);
    folded_free(&folded);
    return found;
}

static void what_stands_everywhere_counts_for_little(void **state)
{
    (void)state;
    static const char *const texts[] = {"提高政治站位，加固城北大堤",
                                        "提高政治站位，修缮乡村校舍",
                                        "提高政治站位，发放救灾棉被",
                                        "提高政治站位，抢修供水管道",
                                        "提高政治站位，疏通排涝沟渠",
                                        "提高政治站位，储备防汛沙袋",
                                        "抓紧加固城北大堤"};
    enum { TEXTS = sizeof texts / sizeof *texts };
    struct gram_index *index = gram_index_new();
    for (size_t i = 0; i < TEXTS; i++)
        add_text(index, texts[i]);
    gram_index_weigh(index);
    double similarity[TEXTS];
    gram_index_compare(index, gram_index_vector(index, 0), similarity);
    assert_true(similarity[0] > 0.999 && similarity[0] < 1.001);
    for (size_t i = 1; i < TEXTS - 1; i++)
        assert_true(similarity[i] < 0.1);
    assert_true(similarity[TEXTS - 1] > 0.5);
    struct folded words = folded_of("城北大堤");
    struct gram_vector asked = gram_index_measure(index, &words);
    folded_free(&words);
    assert_true(gram_cosine(&asked, gram_index_vector(index, 0)) > 0.5);
    assert_true(gram_cosine(&asked, gram_index_vector(index, 1)) < 0.001);
    gram_vector_free(&asked);
    assert_true(rarity(index, "提高政治站位") < 0.3);
    assert_true(rarity(index, "供水管道") > 0.9);
    gram_index_free(&index);
}

/* A library: a passage a line, a document between blank lines; a line with 要 is all directives. */

static const char *const text =
    "中央召开会议\n"                                                                     /* 1 */
    "会议强调，要加固江河堤防，抓紧抢修水毁涵闸。要及时转移低洼地带群众。\n"             /* 2 */
    "会议指出，要恢复受灾学校教学秩序，修缮倾斜校舍。\n"                                 /* 3 */
    "\n"                                                                                 /* 4 */
    "青水省召开会议\n"                                                                   /* 5 */
    "会议强调，要落实责任，加固江河堤防，组织队伍抢修水毁涵闸，做好低洼地带群众转移。\n" /* 6 */
    "会议强调，要抓好夏粮收购，仓容不足的县要租借社会仓库。\n"                           /* 7 */
    "\n"                                                                                 /* 8 */
    "白山省云河市召开会议\n"                                                             /* 9 */
    "会议强调，要组织教师返校，修缮倾斜校舍，恢复受灾学校教学秩序。\n"                   /* 10 */
    "\n"                                                                                 /* 11 */
    "青水省临江市召开会议\n"                                                             /* 12 */
    "会议强调，要加固江河堤防，抓紧抢修水毁涵闸。\n"                                     /* 13 */
    "\n"                                                                                 /* 14 */
    "青水省临江市再次召开会议\n"                                                         /* 15 */
    "会议强调，要租借社会仓库，抓好夏粮收购。\n"                                         /* 16 */
    "会议要求，要改造老旧小区，增设停车泊位。\n"                                         /* 17 */
    "会议要求，要培育果蔬产业，开通冷链专线。\n"                                         /* 18 */
    "会议要求，要整治占道经营，规范夜市摊点。\n"                                         /* 19 */
    "会议要求，要推广图书漂流，办好社区书屋。\n"                                         /* 20 */
    "\n"                                                                                 /* 21 */
    "临江市委部署疏浚水系\n"                                                             /* 22 */
    "会议强调，要疏浚环城水系，拆除违章鱼棚。\n"                                         /* 23 */
    "会议要求，要让渔民上岸安居。\n"                                                     /* 24 */
    "\n"                                                                                 /* 25 */
    "临江市政府召开会议，传达《临江市委部署疏浚水系》\n"                                 /* 26 */
    "会议强调，要抓紧拆除违章鱼棚，一个月内疏浚环城水系。\n"                             /* 27 */
    "会议要求，要教渔民开网店。\n"                                                       /* 28 */
    "会议还研究了公交票价。\n"                                                           /* 29 */
    "临江市政府再次召开会议\n"                                                           /* 30 */
    "会议强调，要拆除违章鱼棚，疏浚环城水系。\n";                                        /* 31 */

static void add_directives(struct parsed *parsed, const struct source *source, size_t document)
{
    const struct document *within = &parsed->documents[document];
    for (size_t line = within->first_line + 1; line <= within->last_line; line++) {
        struct slice passage = source->lines[line - 1];
        struct slice sentence;
        for (size_t position = 0; sentence_next(passage, true, &position, &sentence);) {
            size_t start = utf8_count(slice_part(passage, 0, (size_t)(sentence.bytes - passage.bytes)));
            struct place_in_text where = {.line = line, .start = start, .end = start + utf8_count(sentence)};
            char *words = mem_copy_bytes(sentence.bytes, sentence.length);
            invented_directive(parsed, document, where, words, NULL);
            free(words);
        }
    }
}

static int open_library(void **state)
{
    static const struct {
        size_t first, last;
        enum level level;
        const char *place;
        struct date date;
    } documents[] = {
        {1, 3, LEVEL_NATIONAL, NULL, {2031, 6, 10}},         {5, 7, LEVEL_PROVINCE, "青水省", {2031, 6, 12}},
        {9, 10, LEVEL_CITY, "白山省云河市", {2031, 6, 14}},  {12, 13, LEVEL_CITY, "青水省临江市", {2031, 6, 9}},
        {15, 20, LEVEL_CITY, "青水省临江市", {2031, 6, 15}}, {22, 24, LEVEL_CITY, "青水省临江市", {2031, 6, 20}},
        {26, 29, LEVEL_CITY, "青水省临江市", {2031, 6, 21}}, {30, 31, LEVEL_CITY, "青水省临江市", {2031, 6, 22}},
    };
    struct library *library;
    struct parsed parsed = {0};
    struct intake_report report;
    struct source source = invented_source("/tmp/invented.txt", 'a', text);
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
        char *title = slice_copy(source.lines[documents[i].first - 1]);
        struct document *document = invented_document(&parsed, documents[i].first, documents[i].last,
                                                      documents[i].level, documents[i].place, title);
        free(title);
        document->date = documents[i].date;
        document->date_basis = DATE_STATED;
        add_directives(&parsed, &source, i);
    }
    struct reference *reference = invented_reference(&parsed, 6, (struct place_in_text){.line = 26, .end = 24}, "传达");
    reference->title = mem_copy("临江市委部署疏浚水系");
    enum status status = library_open(":memory:", &library, NULL);
    if (status == STATUS_OK)
        status = store_source(library, &source, &parsed, &report, NULL);
    parsed_free(&parsed);
    invented_source_free(&source);
    *state = library;
    return status == STATUS_OK ? 0 : 1;
}

static int close_library(void **state)
{
    struct library *library = *state;
    library_close(&library);
    return 0;
}

/* Writes, for each follow-up, "directive's line>local line: shared phrases". */
static void check_list(struct library *library, struct follow_up_list *list, const char *expected)
{
    struct directive_list directives = {0};
    struct buffer found = {0};
    assert_int_equal(library_directives(library, NULL, 0, &directives, NULL), STATUS_OK);
    for (size_t i = 0; i < list->count; i++) {
        const struct follow_up *item = &list->items[i];
        assert_true(item->score > 0 && item->score <= 1);
        for (size_t k = 0; k < directives.count; k++)
            if (directives.items[k].id == item->directive)
                buffer_print(&found, "%zu>%zu:", directives.items[k].where.line, item->where.line);
        for (size_t k = 0; k < item->shared_count; k++)
            buffer_print(&found, " %s", item->shared[k].text);
        buffer_add_text(&found, "\n");
    }
    char *words = buffer_take(&found);
    assert_string_equal(words, expected);
    free(words);
    directive_list_free(&directives);
    follow_up_list_free(list);
}

static int64_t document_at(struct library *library, size_t line)
{
    struct document_list list = {0};
    int64_t id = 0;
    assert_int_equal(library_documents(library, NULL, NULL, &list, NULL), STATUS_OK);
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i].first_line <= line && line <= list.items[i].last_line)
            id = list.items[i].id;
    document_list_free(&list);
    return id;
}

static void passages_below_and_not_earlier_take_up(void **state)
{
    struct tracer *tracer = tracer_new(*state, NULL);
    struct follow_up_list list = {0};
    assert_int_equal(trace_document_follow_ups(tracer, document_at(*state, 1), &list, NULL), STATUS_OK);
    check_list(*state, &list,
               "2>6: 加固江河堤防 抢修水毁涵闸\n"
               "2>6: 低洼地带群众\n"
               "3>10: 恢复受灾学校教学秩序 修缮倾斜校舍\n");
    tracer_free(&tracer);
}

static void another_places_demands_are_not_taken_up(void **state)
{
    struct tracer *tracer = tracer_new(*state, NULL);
    struct follow_up_list list = {0};
    assert_int_equal(trace_document_follow_ups(tracer, document_at(*state, 5), &list, NULL), STATUS_OK);
    check_list(*state, &list, "7>16: 租借社会仓库 抓好夏粮收购\n");
    tracer_free(&tracer);
}

static void bodies_of_one_level_take_up_what_they_relay(void **state)
{
    struct tracer *tracer = tracer_new(*state, NULL);
    struct follow_up_list list = {0};
    assert_int_equal(trace_document_follow_ups(tracer, document_at(*state, 22), &list, NULL), STATUS_OK);
    check_list(*state, &list,
               "23>27: 疏浚环城水系 拆除违章鱼棚\n"
               "24>28: 渔民\n"); /* a single word counts between documents of which one relays the other */
    tracer_free(&tracer);
}

static void a_library_too_large_to_hold_answers_alike(void **state)
{
    struct tracer *tracer = tracer_new(*state, NULL);
    struct follow_up_list list = {0};
    tracer->held_most = 0;
    assert_int_equal(trace_document_follow_ups(tracer, document_at(*state, 1), &list, NULL), STATUS_OK);
    check_list(*state, &list,
               "2>6: 加固江河堤防 抢修水毁涵闸\n"
               "2>6: 低洼地带群众\n"
               "3>10: 恢复受灾学校教学秩序 修缮倾斜校舍\n");
    assert_int_equal(trace_taken_up(tracer, document_at(*state, 16), 16, &list, NULL), STATUS_OK);
    check_list(*state, &list, "7>16: 租借社会仓库 抓好夏粮收购\n");
    assert_int_equal(trace_taken_up(tracer, document_at(*state, 16), 17, &list, NULL), STATUS_OK);
    check_list(*state, &list, "");
    assert_int_equal(trace_taken_up(tracer, document_at(*state, 16), 999, &list, NULL), STATUS_OK);
    check_list(*state, &list, "");
    tracer_free(&tracer);
}

static void business_of_its_own_is_not_what_was_relayed(void **state)
{
    struct tracer *tracer = tracer_new(*state, NULL);
    int64_t committee = document_at(*state, 22);
    int64_t government = document_at(*state, 26);
    assert_true(tracer_discusses(tracer, government, 26, committee));
    assert_true(tracer_discusses(tracer, government, 28, committee));
    assert_false(tracer_discusses(tracer, government, 29, committee));
    assert_false(tracer_discusses(tracer, government, 28, document_at(*state, 1)));
    assert_false(tracer_discusses(tracer, committee, 23, government));
    tracer_free(&tracer);
}

static void a_directive_is_asked_for_alone(void **state)
{
    struct tracer *tracer = tracer_new(*state, NULL);
    struct directive_list directives = {0};
    struct follow_up_list list = {0};
    assert_int_equal(library_directives(*state, NULL, document_at(*state, 1), &directives, NULL), STATUS_OK);
    assert_int_equal(trace_follow_ups(tracer, directives.items[2].id, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].document, document_at(*state, 10));
    assert_int_equal(list.items[0].where.start, 0);
    assert_int_equal(list.items[0].where.end, 31);
    assert_false(list.items[0].relays);
    follow_up_list_free(&list);
    assert_int_equal(trace_follow_ups(tracer, 9999, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 0);
    directive_list_free(&directives);
    tracer_free(&tracer);
}

static void a_passage_tells_what_it_takes_up(void **state)
{
    struct tracer *tracer = tracer_new(*state, NULL);
    struct follow_up_list list = {0};
    assert_int_equal(trace_taken_up(tracer, document_at(*state, 16), 16, &list, NULL), STATUS_OK);
    check_list(*state, &list, "7>16: 租借社会仓库 抓好夏粮收购\n");
    assert_int_equal(trace_taken_up(tracer, document_at(*state, 16), 17, &list, NULL), STATUS_OK);
    check_list(*state, &list, "");
    assert_int_equal(trace_taken_up(tracer, document_at(*state, 16), 999, &list, NULL), STATUS_OK);
    check_list(*state, &list, "");
    tracer_free(&tracer);
}

static void a_follow_up_says_in_which_words(void **state)
{
    struct tracer *tracer = tracer_new(*state, NULL);
    struct follow_up_list list = {0};
    assert_int_equal(trace_document_follow_ups(tracer, document_at(*state, 1), &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 3);
    const struct follow_up *heads = &list.items[0];
    assert_string_equal(heads->shared[0].text, "加固江河堤防");
    assert_int_equal(heads->shared[0].passages, 3);
    assert_string_equal(heads->shared[1].text, "抢修水毁涵闸");
    assert_int_equal(heads->class, CLASS_VERBATIM);
    assert_int_equal(heads->added_count, 3); /* 落实责任 组织队伍 做好低洼地带群众转移 */
    assert_int_equal(heads->added[1].start, 18);
    assert_int_equal(heads->added[1].end, 22);
    assert_int_equal(list.items[1].class, CLASS_REWORDED);
    assert_int_equal(list.items[2].class, CLASS_VERBATIM);
    assert_string_equal(follow_up_class_name(list.items[2].class), "verbatim");
    assert_string_equal(follow_up_class_label(CLASS_SUBSTANCE), "要点");
    follow_up_list_free(&list);
    tracer_free(&tracer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_are_shared_wording_longest_first),
        cmocka_unit_test(marks_between_do_not_break_a_run),
        cmocka_unit_test(runs_do_not_overlap),
        cmocka_unit_test(set_phrases_are_no_shared_wording),
        cmocka_unit_test(what_stands_everywhere_counts_for_little),
        cmocka_unit_test(passages_below_and_not_earlier_take_up),
        cmocka_unit_test(another_places_demands_are_not_taken_up),
        cmocka_unit_test(bodies_of_one_level_take_up_what_they_relay),
        cmocka_unit_test(a_library_too_large_to_hold_answers_alike),
        cmocka_unit_test(business_of_its_own_is_not_what_was_relayed),
        cmocka_unit_test(a_directive_is_asked_for_alone),
        cmocka_unit_test(a_passage_tells_what_it_takes_up),
        cmocka_unit_test(a_follow_up_says_in_which_words),
    };
    return cmocka_run_group_tests(tests, open_library, close_library);
}
