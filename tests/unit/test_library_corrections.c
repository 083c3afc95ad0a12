/* Corrections: made, heard by the parser, kept through re-reading, undone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "chuanda/buffer.h"
#include "chuanda/correction.h"
#include "library/database.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char text[] = "中共中央政治局召开会议 研究部署防汛工作\n" /* 1 */
                           "\n"
                           "2031年7月1日，中共中央政治局召开会议，研究圩堤加固工作。\n"
                           "会议强调，要加固沿江堤防，备足抢险物料。\n"
                           "\n"
                           "湖北省委常委会召开会议 传达学习中央政治局会议精神\n" /* 6 */
                           "\n"
                           "7月2日，湖北省委常委会召开会议，传达学习7月1日中央政治局会议精神。\n"
                           "会议要求，要把工作做到汛情前面。\n"
                           "\n"
                           "黄冈市委常委会召开会议\n" /* 11 */
                           "\n"
                           "7月3日，黄冈市委常委会召开会议，传达学习省委常委会会议精神。\n"
                           "会议要求，要逐段落实巡查责任。\n";

struct desk {
    struct library *library;
    char *path; /* of the file */
};

static void write_text(const char *path, const char *content)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(content, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static struct intake_report take_in(const struct desk *desk, const char *content)
{
    write_text(desk->path, content);
    struct intake_report report;
    assert_int_equal(library_take_in(desk->library, desk->path, &report, NULL), STATUS_OK);
    return report;
}

static int setup(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    struct buffer path = {0};
    const char *parent = getenv("TMPDIR");
    buffer_print(&path, "%s/chuanda-XXXXXX", parent == NULL ? "/tmp" : parent);
    if (mkdtemp(path.bytes) == NULL || library_open(":memory:", &desk->library, NULL) != STATUS_OK)
        return 1;
    buffer_add_text(&path, "/a.txt");
    desk->path = buffer_take(&path);
    (void)take_in(desk, text);
    *state = desk;
    return 0;
}

static int teardown(void **state)
{
    struct desk *desk = *state;
    library_close(&desk->library);
    free(desk->path);
    free(desk);
    return 0;
}

/* The document that begins at a line; freed by the caller. */
static struct document document_at(const struct desk *desk, size_t line)
{
    struct document_list list = {0};
    struct document found = {0};
    assert_int_equal(library_documents(desk->library, NULL, NULL, &list, NULL), STATUS_OK);
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i].first_line == line)
            assert_int_equal(library_document(desk->library, list.items[i].id, &found, NULL), STATUS_OK);
    document_list_free(&list);
    return found;
}

static int64_t id_at(const struct desk *desk, size_t line)
{
    struct document document = document_at(desk, line);
    int64_t id = document.id;
    document_free(&document);
    return id;
}

static void assert_value(const struct desk *desk, size_t line, enum field field, const char *value, bool corrected)
{
    struct document document = document_at(desk, line);
    assert_true(document.id != 0);
    char *now = document_value(&document, field);
    assert_string_equal(now, value);
    assert_int_equal((document.corrected >> field) & 1, corrected);
    free(now);
    document_free(&document);
}

static int64_t set_field(const struct desk *desk, size_t line, enum field field, const char *words)
{
    int64_t id = 0;
    assert_int_equal(library_correct_field(desk->library, id_at(desk, line), field, words, &id, NULL), STATUS_OK);
    return id;
}

static void undo(const struct desk *desk, int64_t id)
{
    assert_int_equal(library_correction_undo(desk->library, id, NULL), STATUS_OK);
}

/* How many corrections there are, with the history or without. */
static size_t count_corrections(const struct desk *desk, bool undone)
{
    struct correction_list list = {0};
    assert_int_equal(library_corrections(desk->library, NULL, undone, &list, NULL), STATUS_OK);
    size_t count = list.count;
    correction_list_free(&list);
    return count;
}

static void a_field_is_corrected_and_what_follows_follows(void **state)
{
    const struct desk *desk = *state;
    int64_t first = id_at(desk, 1), third = id_at(desk, 11);
    (void)set_field(desk, 1, FIELD_DATE, "2033-07-01");
    assert_value(desk, 1, FIELD_DATE, "2033-07-01", true);
    assert_value(desk, 11, FIELD_DATE, "2033-07-03", false);
    assert_int_equal(id_at(desk, 1), first);
    assert_int_equal(id_at(desk, 11), third);
}

static void a_correction_comes_back_whole(void **state)
{
    const struct desk *desk = *state;
    int64_t id = set_field(desk, 6, FIELD_LEVEL, "市级");
    struct correction_list list = {0};
    assert_int_equal(library_corrections(desk->library, NULL, false, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 1);
    const struct correction *correction = &list.items[0];
    assert_int_equal(correction->id, id);
    assert_int_equal(correction->act, ACT_SET);
    assert_int_equal(correction->field, FIELD_LEVEL);
    assert_string_equal(correction->value, "city");
    assert_string_equal(correction->recognised, "province");
    assert_int_equal(correction->link, LINK_NONE);
    assert_true(correction->ends[0].found);
    assert_int_equal(correction->ends[0].document, id_at(desk, 6));
    assert_string_equal(correction->ends[0].source_name, "a.txt");
    assert_int_equal(correction->ends[0].where.line, 6);
    assert_string_equal(correction->ends[0].quote, "湖北省委常委会召开会议 传达学习中央政治局会议精神");
    assert_int_equal(correction->ends[1].source, 0);
    assert_int_equal(strlen(correction->created), strlen("2020-03-04T08:00:00Z"));
    assert_null(correction->undone);
    correction_list_free(&list);
}

static void the_later_of_two_holds_until_it_is_undone(void **state)
{
    const struct desk *desk = *state;
    int64_t earlier = set_field(desk, 6, FIELD_LEVEL, "city");
    int64_t later = set_field(desk, 6, FIELD_LEVEL, "county");
    assert_value(desk, 6, FIELD_LEVEL, "county", true);
    struct correction_list list = {0};
    assert_int_equal(library_corrections(desk->library, NULL, false, &list, NULL), STATUS_OK);
    assert_string_equal(list.items[1].recognised, "province"); /* and not what the user said before */
    assert_false(list.items[0].holds);
    assert_true(list.items[1].holds);
    correction_list_free(&list);
    undo(desk, later);
    assert_value(desk, 6, FIELD_LEVEL, "city", true);
    undo(desk, earlier);
    assert_value(desk, 6, FIELD_LEVEL, "province", false);
    assert_int_equal(count_corrections(desk, false), 0);
    assert_int_equal(count_corrections(desk, true), 2);
    assert_int_equal(library_correction_undo(desk->library, earlier, NULL), STATUS_NOTHING);
    assert_int_equal(library_correction_undo(desk->library, 99, NULL), STATUS_NOTHING);
}

static void a_split_and_a_join_change_the_documents(void **state)
{
    const struct desk *desk = *state;
    int64_t split = 0, joined = 0, second = id_at(desk, 6), third = id_at(desk, 11);
    assert_int_equal(library_correct_split(desk->library, second, 9, &split, NULL), STATUS_OK);
    assert_value(desk, 9, FIELD_TITLE, "会议要求，要把工作做到汛情前面。", false);
    assert_int_equal(id_at(desk, 6), second);
    assert_int_equal(id_at(desk, 11), third);
    assert_int_equal(library_correct_join(desk->library, id_at(desk, 9), &joined, NULL), STATUS_OK);
    assert_int_equal(id_at(desk, 9), 0);
    undo(desk, joined);
    assert_true(id_at(desk, 9) != 0);
    undo(desk, split);
    assert_int_equal(id_at(desk, 9), 0);
    assert_int_equal(library_correct_join(desk->library, third, &joined, NULL), STATUS_OK);
    struct document document = document_at(desk, 6);
    assert_int_equal(document.id, second);
    assert_int_equal(document.last_line, 14);
    assert_int_equal(document.corrected, 1U << FIELD_BOUNDARY);
    document_free(&document);
}

static void assert_refused(enum status status, enum status expected, struct problem *problem, const char *why)
{
    assert_int_equal(status, expected);
    assert_non_null(problem->message);
    if (strstr(problem->message, why) == NULL)
        fail_msg("%s lacks %s", problem->message, why);
    problem_clear(problem);
}

static void what_cannot_be_is_refused_with_a_line(void **state)
{
    const struct desk *desk = *state;
    struct library *library = desk->library;
    struct problem problem = {0};
    int64_t id = 0, first = id_at(desk, 1), second = id_at(desk, 6);
    assert_refused(library_correct_field(library, 99, FIELD_LEVEL, "city", &id, &problem), STATUS_NOTHING, &problem,
                   "no document 99");
    assert_refused(library_correct_field(library, first, FIELD_LEVEL, "镇级", &id, &problem), STATUS_MISUSE, &problem,
                   "镇级 is no level");
    assert_refused(library_correct_split(library, second, 6, &id, &problem), STATUS_MISUSE, &problem, "already");
    assert_refused(library_correct_split(library, second, 7, &id, &problem), STATUS_MISUSE, &problem, "blank");
    assert_refused(library_correct_split(library, second, 11, &id, &problem), STATUS_MISUSE, &problem, "lines 6 to 9");
    assert_refused(library_correct_join(library, first, &id, &problem), STATUS_MISUSE, &problem, "first of its source");
    struct link_end from = {.document = second, .where = {8, 20, 30}}, to = {.document = second};
    assert_refused(library_correct_link(library, ACT_ADD, LINK_RELAY, from, to, &id, &problem), STATUS_MISUSE, &problem,
                   "itself");
    assert_refused(library_correct_link(library, ACT_ADD, LINK_RELAY, from, (struct link_end){0}, &id, &problem),
                   STATUS_MISUSE, &problem, "missing");
    to.document = first;
    from.where.end = 300;
    assert_refused(library_correct_link(library, ACT_ADD, LINK_RELAY, from, to, &id, &problem), STATUS_FAILED, &problem,
                   "no text");
    assert_int_equal(count_corrections(desk, true), 0);
}

static void directives_and_references_keep_their_ids(void **state)
{
    const struct desk *desk = *state;
    struct directive_list before = {0}, after = {0};
    struct reference_list named = {0}, named_after = {0};
    assert_int_equal(library_directives(desk->library, NULL, 0, &before, NULL), STATUS_OK);
    assert_int_equal(library_references(desk->library, NULL, 0, &named, NULL), STATUS_OK);
    int64_t split = 0;
    assert_int_equal(library_correct_split(desk->library, id_at(desk, 1), 4, &split, NULL), STATUS_OK);
    assert_int_equal(library_directives(desk->library, NULL, 0, &after, NULL), STATUS_OK);
    assert_int_equal(library_references(desk->library, NULL, 0, &named_after, NULL), STATUS_OK);
    assert_true(before.count > 0 && after.count == before.count);
    for (size_t i = 0; i < before.count; i++)
        assert_int_equal(before.items[i].id, after.items[i].id);
    assert_true(named.count > 0);
    for (size_t i = 0; i < named.count && i < named_after.count; i++)
        assert_int_equal(named.items[i].id, named_after.items[i].id);
    directive_list_free(&before);
    directive_list_free(&after);
    reference_list_free(&named);
    reference_list_free(&named_after);
}

static void corrections_survive_a_newer_parser(void **state)
{
    const struct desk *desk = *state;
    (void)set_field(desk, 6, FIELD_LEVEL, "city");
    assert_int_equal(database_script(desk->library, "UPDATE source SET parse_version = 0", NULL), STATUS_OK);
    assert_int_equal(library_refresh(desk->library, NULL, NULL), STATUS_OK);
    assert_value(desk, 6, FIELD_LEVEL, "city", true);
}

static void corrections_move_with_their_text(void **state)
{
    const struct desk *desk = *state;
    int64_t second = id_at(desk, 6);
    (void)set_field(desk, 6, FIELD_LEVEL, "city");
    int64_t split = 0;
    assert_int_equal(library_correct_split(desk->library, second, 9, &split, NULL), STATUS_OK);
    struct buffer changed = {0};
    buffer_print(&changed,
                 "中共中央政治局召开会议 研究部署抗旱工作\n\n"
                 "2031年6月1日，中共中央政治局召开会议，研究抗旱工作。\n\n%s",
                 text);
    struct intake_report report = take_in(desk, changed.bytes);
    assert_int_equal(report.intake, INTAKE_REREAD);
    assert_int_equal(report.corrections_moved, 2);
    assert_int_equal(report.corrections_orphaned, 0);
    assert_value(desk, 10, FIELD_LEVEL, "city", true);
    assert_true(id_at(desk, 13) != 0);
    assert_int_equal(id_at(desk, 10), second);
    buffer_free(&changed);
}

static void what_is_said_of_a_document_that_is_none_is_without_effect(void **state)
{
    const struct desk *desk = *state;
    int64_t split = 0;
    assert_int_equal(library_correct_split(desk->library, id_at(desk, 6), 9, &split, NULL), STATUS_OK);
    (void)set_field(desk, 9, FIELD_LEVEL, "county");
    undo(desk, split);
    assert_value(desk, 6, FIELD_LEVEL, "province", false);
    struct correction_list list = {0};
    assert_int_equal(library_corrections(desk->library, NULL, true, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 2);
    assert_false(list.items[0].holds);
    assert_false(list.items[1].holds);
    assert_null(list.items[1].undone);
    correction_list_free(&list);
}

static void documents_with_the_same_title_keep_their_ids(void **state)
{
    const struct desk *desk = *state;
    static const char twice[] = "黄冈市委常委会召开会议\n2031年7月3日，黄冈市委常委会召开会议，研究防汛工作。\n\n"
                                "黄冈市委常委会召开会议\n2031年7月9日，黄冈市委常委会召开会议，研究秋收工作。\n";
    (void)take_in(desk, twice);
    int64_t first = id_at(desk, 1), second = id_at(desk, 4);
    struct buffer changed = {0};
    buffer_print(&changed, "湖北省委常委会召开会议\n2031年7月2日，湖北省委常委会召开会议。\n\n%s", twice);
    (void)take_in(desk, changed.bytes);
    assert_int_equal(id_at(desk, 4), first);
    assert_int_equal(id_at(desk, 7), second);
    buffer_free(&changed);
}

static void an_orphan_is_listed_and_without_effect(void **state)
{
    const struct desk *desk = *state;
    (void)set_field(desk, 11, FIELD_LEVEL, "unit");
    char *changed = strdup(text);
    *strstr(changed, "黄冈市委常委会召开会议\n") = '\0';
    struct intake_report report = take_in(desk, changed);
    assert_int_equal(report.corrections_orphaned, 1);
    assert_int_equal(report.documents, 2);
    struct correction_list list = {0};
    assert_int_equal(library_corrections(desk->library, NULL, false, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 1);
    assert_false(list.items[0].ends[0].found);
    assert_int_equal(list.items[0].ends[0].document, 0);
    assert_int_equal(list.items[0].ends[0].where.line, 11);
    correction_list_free(&list);
    assert_int_equal(take_in(desk, text).corrections_moved, 1); /* it comes home */
    assert_value(desk, 11, FIELD_LEVEL, "unit", true);
    free(changed);
}

static void a_tracer_notices(void **state)
{
    const struct desk *desk = *state;
    int64_t before = library_generation(desk->library);
    struct link_end from = {.document = id_at(desk, 6), .where = {8, 20, 30}}, to = {.document = id_at(desk, 1)};
    int64_t id = 0;
    assert_int_equal(library_correct_link(desk->library, ACT_STRIKE, LINK_RELAY, from, to, &id, NULL), STATUS_OK);
    int64_t made = library_generation(desk->library);
    assert_true(made != before);
    undo(desk, id);
    assert_true(library_generation(desk->library) != made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_field_is_corrected_and_what_follows_follows, setup, teardown),
        cmocka_unit_test_setup_teardown(a_correction_comes_back_whole, setup, teardown),
        cmocka_unit_test_setup_teardown(the_later_of_two_holds_until_it_is_undone, setup, teardown),
        cmocka_unit_test_setup_teardown(a_split_and_a_join_change_the_documents, setup, teardown),
        cmocka_unit_test_setup_teardown(what_cannot_be_is_refused_with_a_line, setup, teardown),
        cmocka_unit_test_setup_teardown(directives_and_references_keep_their_ids, setup, teardown),
        cmocka_unit_test_setup_teardown(corrections_survive_a_newer_parser, setup, teardown),
        cmocka_unit_test_setup_teardown(corrections_move_with_their_text, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_said_of_a_document_that_is_none_is_without_effect, setup, teardown),
        cmocka_unit_test_setup_teardown(documents_with_the_same_title_keep_their_ids, setup, teardown),
        cmocka_unit_test_setup_teardown(an_orphan_is_listed_and_without_effect, setup, teardown),
        cmocka_unit_test_setup_teardown(a_tracer_notices, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
