/* Versions: which documents of several sources are one event. All names and texts are invented. */
#include "chuanda/buffer.h"
#include "chuanda/trace.h"
#include "invented.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct library *library;

static void check(enum status status, struct problem *problem)
{
    if (status != STATUS_OK)
        fail_msg("%s", problem->message == NULL ? "failed without a word" : problem->message);
}

static int set_up(void **state)
{
    (void)state;
    struct problem problem = {0};
    check(library_open(":memory:", &library, &problem), &problem);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    library_close(&library);
    return 0;
}

/* A document of a test: what is known of it, and its text of one line. */
struct told {
    const char *title;
    const char *organ;
    struct date date;
    const char *text;
};

static const char full[] = "会议听取了水库除险加固的汇报，要求汛前全部完工。会议还研究了乡村小学的取暖改造。";
static const char cut[] = "会议听取水库除险加固的汇报，要求汛前全部完工。";
static const char other[] = "会议通报了早市搬迁的进展，同意设立三处临时摊点，由街道统一管理。";
static const struct date day = {2031, 3, 4}, next_day = {2031, 3, 5};

/* A source of such documents, two lines each: title and text. */
static void take_in(const char *path, char hash, const struct told *told, size_t count)
{
    struct buffer text = {0};
    struct parsed parsed = {0};
    struct intake_report report;
    struct problem problem = {0};
    for (size_t i = 0; i < count; i++) {
        buffer_print(&text, "%s\n%s\n", told[i].title, told[i].text);
        struct document *document =
            invented_document(&parsed, 2 * i + 1, 2 * i + 2, LEVEL_CITY, "丁省丙市", told[i].title);
        document->organ = mem_copy(told[i].organ);
        document->date = told[i].date;
    }
    struct source source = invented_source(path, hash, text.bytes);
    check(store_source(library, &source, &parsed, &report, &problem), &problem);
    invented_source_free(&source);
    parsed_free(&parsed);
    buffer_free(&text);
}

/* For each document by id: its event, and a * where it is the version to show. */
static void assert_events(const char *wanted)
{
    struct buffer found = {0};
    struct version_list list = {0};
    struct problem problem = {0};
    struct tracer *tracer = tracer_new(library, NULL);
    check(trace_versions(tracer, &list, &problem), &problem);
    for (size_t i = 0; i < list.count; i++)
        buffer_print(&found, "%d%s ", (int)list.items[i].event,
                     list.items[i].shown == list.items[i].document ? "*" : "");
    assert_string_equal(found.bytes, wanted);
    version_list_free(&list);
    tracer_free(&tracer);
    buffer_free(&found);
}

#define TAKE_IN(path, hash, ...)                                                                                       \
    take_in(path, hash, (const struct told[]){__VA_ARGS__},                                                            \
            sizeof((const struct told[]){__VA_ARGS__}) / sizeof(struct told))

static void the_fuller_version_of_a_meeting_is_shown(void **state)
{
    (void)state;
    TAKE_IN("/甲.txt", 'a', {"市委常委会召开会议", "市委常委会", day, cut});
    TAKE_IN("/乙.txt", 'b', {"丙市召开市委常委会会议", "丙市委常委会", day, full});
    assert_events("1 1* ");
}

static void a_dated_version_comes_before_a_fuller_one(void **state)
{
    (void)state;
    TAKE_IN("/甲.txt", 'a', {"丙市部署汛前准备", "市委常委会", {0}, full});
    TAKE_IN("/乙.txt", 'b', {"丙市部署汛前准备", "市委常委会", day, cut});
    assert_events("1 1* ");
}

static void of_two_as_full_the_first_source_is_shown(void **state)
{
    (void)state;
    TAKE_IN("/甲.txt", 'a', {"市委常委会召开会议", "市委常委会", day, full});
    TAKE_IN("/乙.txt", 'b', {"市委常委会召开会议", "市委常委会", day, full});
    TAKE_IN("/丙.txt", 'c', {"市委常委会召开会议", "市委常委会", day, full});
    assert_events("1* 1 1 ");
}

static void another_meeting_of_the_body_is_another_event(void **state)
{
    (void)state;
    TAKE_IN("/甲.txt", 'a', {"市委常委会召开会议", "市委常委会", day, full});
    TAKE_IN("/乙.txt", 'b', {"市委常委会再次召开会议", "市委常委会", day, other},
            {"市委常委会次日召开会议", "市委常委会", next_day, full});
    assert_events("1* 2* 3* ");
}

static void the_title_tells_where_the_date_is_lost(void **state)
{
    (void)state;
    TAKE_IN("/甲.txt", 'a', {"丙市部署汛前准备", "市委常委会", day, full});
    TAKE_IN("/乙.txt", 'b', {"丙市部署汛前准备", NULL, {0}, full}, {"丙市部署汛前准备", NULL, {0}, other});
    assert_events("1* 1 3* ");
}

static void one_source_has_one_version(void **state)
{
    (void)state;
    TAKE_IN("/甲.txt", 'a', {"市委常委会召开会议", "市委常委会", day, full});
    TAKE_IN("/乙.txt", 'b', {"市委常委会召开会议", "市委常委会", day, cut},
            {"市委常委会召开会议", "市委常委会", day, full});
    assert_events("1* 2* 1 ");
}

static void the_versions_of_an_event_lead_round(void **state)
{
    (void)state;
    struct version_list list = {0};
    struct problem problem = {0};
    TAKE_IN("/甲.txt", 'a', {"市委常委会召开会议", "市委常委会", day, full});
    TAKE_IN("/乙.txt", 'b', {"市委常委会召开会议", "市委常委会", day, full});
    struct tracer *tracer = tracer_new(library, NULL);
    check(trace_versions(tracer, &list, &problem), &problem);
    assert_int_equal(version_of(&list, 1)->next, 2);
    assert_int_equal(version_of(&list, 2)->next, 1);
    assert_int_equal(version_of(&list, 2)->count, 2);
    assert_true(version_same(&list, 1, 2));
    assert_null(version_of(&list, 3));
    version_list_free(&list);
    tracer_free(&tracer);
}

/* Adds a follow-up of a directive in a document. */
static void add(struct follow_up_list *list, int64_t directive, int64_t document)
{
    list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = (struct follow_up){.directive = directive, .document = document};
}

static void follow_ups_of_an_event_are_those_of_one_version(void **state)
{
    (void)state;
    struct version items[] = {{.document = 1, .event = 1, .shown = 2, .next = 2, .count = 2},
                              {.document = 2, .event = 1, .shown = 2, .next = 1, .count = 2},
                              {.document = 3, .event = 3, .shown = 3, .next = 3, .count = 1}};
    struct version_list versions = {.items = items, .count = 3};
    struct follow_up_list list = {0};
    struct buffer left = {0};
    add(&list, 7, 1);
    add(&list, 7, 3);
    add(&list, 7, 2);
    add(&list, 7, 1);
    add(&list, 7, 2);
    add(&list, 8, 1);
    add(&list, 8, 1);
    follow_ups_once(&list, &versions);
    for (size_t i = 0; i < list.count; i++)
        buffer_print(&left, "%d:%d ", (int)list.items[i].directive, (int)list.items[i].document);
    assert_string_equal(left.bytes, "7:3 7:2 7:2 8:1 8:1 ");
    buffer_free(&left);
    follow_up_list_free(&list);
}

#define LIBRARY_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {LIBRARY_TEST(the_fuller_version_of_a_meeting_is_shown),
                                       LIBRARY_TEST(a_dated_version_comes_before_a_fuller_one),
                                       LIBRARY_TEST(of_two_as_full_the_first_source_is_shown),
                                       LIBRARY_TEST(another_meeting_of_the_body_is_another_event),
                                       LIBRARY_TEST(the_title_tells_where_the_date_is_lost),
                                       LIBRARY_TEST(one_source_has_one_version),
                                       LIBRARY_TEST(the_versions_of_an_event_lead_round),
                                       cmocka_unit_test(follow_ups_of_an_event_are_those_of_one_version)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
