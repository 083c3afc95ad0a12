/* Bookmarks: made, listed, and found again when their source is taken in anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/invented.h"

static const char path[] = "/tmp/堤防.txt";

/* Takes in a text of one document that starts at line `first`. */
static struct intake_report take_in(struct library *library, char hash, const char *text, size_t first)
{
    struct source source = invented_source(path, hash, text);
    struct parsed parsed = {0};
    invented_document(&parsed, first, source.line_count, LEVEL_CITY, "甲省乙市", "乙市召开会议");
    struct intake_report report;
    assert_int_equal(store_source(library, &source, &parsed, &report, NULL), STATUS_OK);
    invented_source_free(&source);
    parsed_free(&parsed);
    return report;
}

static int setup(void **state)
{
    struct library *library = NULL;
    if (library_open(":memory:", &library, NULL) != STATUS_OK)
        return 1;
    (void)take_in(library, 'a', "乙市召开会议\n会议强调，要加固沿江堤防，备足物料。\n", 1);
    *state = library;
    return 0;
}

static int teardown(void **state)
{
    struct library *library = *state;
    library_close(&library);
    return 0;
}

static int64_t mark(struct library *library)
{
    struct document_list documents = {0};
    assert_int_equal(library_documents(library, NULL, NULL, &documents, NULL), STATUS_OK);
    const char *tags[] = {"堤防", "待核"};
    int64_t id = 0;
    assert_int_equal(library_bookmark_add(library, documents.items[0].id, (struct place_in_text){2, 5, 12}, "问一问",
                                          tags, 2, &id, NULL),
                     STATUS_OK);
    document_list_free(&documents);
    return id;
}

/* The only bookmark; freed by the caller. */
static struct bookmark_list marked(struct library *library)
{
    struct bookmark_list list = {0};
    assert_int_equal(library_bookmarks(library, NULL, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 1);
    return list;
}

static void a_bookmark_comes_back_whole(void **state)
{
    int64_t id = mark(*state);
    struct bookmark_list list = marked(*state);
    const struct bookmark *bookmark = &list.items[0];
    assert_int_equal(bookmark->id, id);
    assert_true(bookmark->document != 0);
    assert_string_equal(bookmark->source_name, "堤防.txt");
    assert_string_equal(bookmark->quote, "要加固沿江堤防");
    assert_string_equal(bookmark->prefix, "会议强调，");
    assert_string_equal(bookmark->suffix, "，备足物料。");
    assert_string_equal(bookmark->note, "问一问");
    assert_int_equal(bookmark->tag_count, 2);
    assert_int_equal(strlen(bookmark->created), strlen("2020-03-04T08:00:00Z"));
    bookmark_list_free(&list);
}

static void notes_change_and_bookmarks_go(void **state)
{
    int64_t id = mark(*state);
    assert_int_equal(library_bookmark_note(*state, id, "核过", NULL), STATUS_OK);
    struct bookmark_list list = marked(*state);
    assert_string_equal(list.items[0].note, "核过");
    bookmark_list_free(&list);
    assert_int_equal(library_bookmark_note(*state, id + 1, "", NULL), STATUS_NOTHING);
    assert_int_equal(library_bookmark_delete(*state, id, NULL), STATUS_OK);
    assert_int_equal(library_bookmark_delete(*state, id, NULL), STATUS_NOTHING);
}

static void a_place_without_text_is_refused(void **state)
{
    struct problem problem = {0};
    int64_t id = 0;
    assert_int_equal(library_bookmark_add(*state, 1, (struct place_in_text){9, 0, 1}, "", NULL, 0, &id, &problem),
                     STATUS_FAILED);
    assert_non_null(problem.message);
    problem_clear(&problem);
}

static void lines_added_above_move_the_bookmark(void **state)
{
    (void)mark(*state);
    struct intake_report report =
        take_in(*state, 'b', "（修订稿）\n\n乙市召开会议\n会议强调，要加固沿江堤防，备足物料。\n", 3);
    assert_int_equal(report.intake, INTAKE_REREAD);
    assert_int_equal(report.bookmarks_moved, 1);
    assert_int_equal(report.bookmarks_orphaned, 0);
    struct bookmark_list list = marked(*state);
    assert_int_equal(list.items[0].where.line, 4);
    assert_true(list.items[0].document != 0);
    bookmark_list_free(&list);
}

static void an_orphan_is_kept_and_comes_home(void **state)
{
    (void)mark(*state);
    struct intake_report report = take_in(*state, 'b', "乙市召开会议\n会议听取了汇报。\n", 1);
    assert_int_equal(report.bookmarks_orphaned, 1);
    struct bookmark_list list = marked(*state);
    assert_int_equal(list.items[0].document, 0);
    assert_int_equal(list.items[0].where.line, 2);
    assert_string_equal(list.items[0].quote, "要加固沿江堤防");
    assert_int_equal(list.items[0].tag_count, 2);
    bookmark_list_free(&list);
    report = take_in(*state, 'c', "乙市召开会议\n会议指出，要查险。\n会议强调，要加固沿江堤防，备足物料。\n", 1);
    assert_int_equal(report.bookmarks_moved, 1);
    list = marked(*state);
    assert_true(list.items[0].document != 0);
    assert_int_equal(list.items[0].where.line, 3);
    bookmark_list_free(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_bookmark_comes_back_whole, setup, teardown),
        cmocka_unit_test_setup_teardown(notes_change_and_bookmarks_go, setup, teardown),
        cmocka_unit_test_setup_teardown(a_place_without_text_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(lines_added_above_move_the_bookmark, setup, teardown),
        cmocka_unit_test_setup_teardown(an_orphan_is_kept_and_comes_home, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
