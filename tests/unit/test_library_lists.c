/* The library: what is written comes back as it was, in the order of documents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/invented.h"

static const char text[] = "中央举行防汛会议\n"
                           "会议强调，要加固堤防。\n"
                           "\n"
                           "　　甲省委召开常委会会议\n"
                           "会议传达学习中央防汛会议精神。\n"
                           "乙市召开会议\n"
                           "会议要求查险。\n";

/* Lines 1-2 national, 4-5 province, 6-7 city. */
static void recognise(struct parsed *parsed)
{
    struct document *national = invented_document(parsed, 1, 2, LEVEL_NATIONAL, NULL, "中央举行防汛会议");
    national->organ = mem_copy("中央");
    national->event = mem_copy("防汛会议");
    national->date = (struct date){2031, 7, 1};
    national->date_basis = DATE_INFERRED;
    national->number = 19;
    national->chairs = mem_new(2, sizeof *national->chairs);
    national->chairs[0] = mem_copy("钱乙");
    national->chairs[1] = mem_copy("赵甲");
    national->chair_count = 2;
    national->evidence = mem_new(1, sizeof *national->evidence);
    national->evidence[0] =
        (struct evidence){.field = FIELD_DATE, .where = {1, 0, 2}, .rule = mem_copy("the line before")};
    national->evidence_count = 1;
    invented_document(parsed, 4, 5, LEVEL_PROVINCE, "甲省", "甲省委召开常委会会议")->kind = KIND_NOTICE;
    invented_document(parsed, 6, 7, LEVEL_CITY, "甲省乙市", "乙市召开会议")->date = (struct date){2031, 7, 3};
    invented_directive(parsed, 0, (struct place_in_text){2, 5, 10}, "要加固堤防", "会议强调");
    struct reference *reference = invented_reference(parsed, 1, (struct place_in_text){5, 6, 14}, "中央防汛会议精神");
    reference->has_kind = true;
    reference->kind = KIND_MEETING;
    reference->event = mem_copy("防汛会议");
    reference->date = (struct date){0, 7, 1};
    reference->manner = MANNER_MENTION;
}

static int setup(void **state)
{
    struct library *library = NULL;
    if (library_open(":memory:", &library, NULL) != STATUS_OK)
        return 1;
    struct parsed parsed = {0};
    recognise(&parsed);
    struct source source = invented_source("/tmp/甲.txt", 'a', text);
    struct intake_report report;
    enum status status = store_source(library, &source, &parsed, &report, NULL);
    invented_source_free(&source);
    parsed_free(&parsed);
    *state = library;
    return status == STATUS_OK && report.intake == INTAKE_NEW && report.documents == 3 ? 0 : 1;
}

static int teardown(void **state)
{
    struct library *library = *state;
    library_close(&library);
    return 0;
}

static void sources_come_back(void **state)
{
    struct source_list list = {0};
    assert_int_equal(library_sources(*state, NULL, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].path, "/tmp/甲.txt");
    assert_string_equal(list.items[0].name, "甲.txt");
    assert_string_equal(list.items[0].charset, "UTF-8");
    assert_int_equal(strlen(list.items[0].hash), 64);
    assert_int_equal(list.items[0].lines, 7);
    source_list_free(&list);
    struct scope other = {.sources = (int64_t[]){7, 8}, .count = 2};
    assert_int_equal(library_sources(*state, &other, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 0);
    source_list_free(&list);
}

static void a_document_comes_back_whole(void **state)
{
    struct document_list list = {0};
    assert_int_equal(library_documents(*state, NULL, NULL, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 3);
    assert_string_equal(list.items[1].place, "甲省");
    assert_string_equal(list.items[2].place, "甲省乙市");
    struct document document;
    assert_int_equal(library_document(*state, list.items[0].id, &document, NULL), STATUS_OK);
    assert_int_equal(document.first_line, 1);
    assert_int_equal(document.last_line, 2);
    assert_string_equal(document.title, "中央举行防汛会议");
    assert_null(document.place);
    assert_string_equal(document.organ, "中央");
    assert_string_equal(document.event, "防汛会议");
    assert_int_equal(date_compare(document.date, (struct date){2031, 7, 1}), 0);
    assert_int_equal(document.date_basis, DATE_INFERRED);
    assert_int_equal(document.number, 19);
    assert_int_equal(document.chair_count, 2);
    assert_string_equal(document.chairs[0], "钱乙");
    assert_string_equal(document.chairs[1], "赵甲");
    assert_int_equal(document.evidence_count, 1);
    assert_int_equal(document.evidence[0].field, FIELD_DATE);
    assert_int_equal(document.evidence[0].where.end, 2);
    assert_string_equal(document.evidence[0].rule, "the line before");
    document_free(&document);
    document_list_free(&list);
    assert_int_equal(library_document(*state, 99, &document, NULL), STATUS_NOTHING);
}

static size_t documents_of(struct library *library, struct document_filter filter)
{
    struct document_list list = {0};
    assert_int_equal(library_documents(library, NULL, &filter, &list, NULL), STATUS_OK);
    size_t count = list.count;
    document_list_free(&list);
    return count;
}

static void provinces_stand_in_the_official_order(void **state)
{
    struct parsed parsed = {0};
    invented_document(&parsed, 1, 1, LEVEL_PROVINCE, "乙省", "乙")->place_code = 430000;
    invented_document(&parsed, 2, 2, LEVEL_PROVINCE, "丙省", "丙")->place_code = 420000;
    struct source source = invented_source("/tmp/乙.txt", 'b', "乙\n丙\n");
    struct intake_report report;
    assert_int_equal(store_source(*state, &source, &parsed, &report, NULL), STATUS_OK);
    struct document_list list = {0};
    struct document_filter filter = {.has_level = true, .level = LEVEL_PROVINCE};
    assert_int_equal(library_documents(*state, NULL, &filter, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 3);
    assert_int_equal(list.items[0].place_code, 420000);
    assert_int_equal(list.items[1].place_code, 430000);
    assert_int_equal(list.items[2].place_code, 0);
    document_list_free(&list);
    invented_source_free(&source);
    parsed_free(&parsed);
}

static void filters_narrow_the_list(void **state)
{
    assert_int_equal(documents_of(*state, (struct document_filter){.has_level = true, .level = LEVEL_CITY}), 1);
    assert_int_equal(documents_of(*state, (struct document_filter){.has_kind = true, .kind = KIND_NOTICE}), 1);
    assert_int_equal(documents_of(*state, (struct document_filter){.place = "甲省"}), 2);
    assert_int_equal(documents_of(*state, (struct document_filter){.from = {2031, 7, 2}}), 1);
    assert_int_equal(documents_of(*state, (struct document_filter){.from = {2031, 7, 1}, .to = {2031, 7, 3}}), 2);
    assert_int_equal(documents_of(*state, (struct document_filter){.to = {2031, 7, 1}}), 1);
}

static void passages_are_the_lines_that_are_not_blank(void **state)
{
    struct document_list documents = {0};
    assert_int_equal(library_documents(*state, NULL, NULL, &documents, NULL), STATUS_OK);
    struct passage_list list = {0};
    assert_int_equal(library_passages(*state, documents.items[1].id, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.items[0].line, 4);
    assert_string_equal(list.items[0].text, "　　甲省委召开常委会会议");
    assert_int_equal(list.items[1].document, documents.items[1].id);
    passage_list_free(&list);
    document_list_free(&documents);
}

struct visit {
    size_t lines[8];
    size_t count;
    size_t limit;
};

static bool note_line(void *context, int64_t document, size_t line, struct slice passage)
{
    struct visit *visit = context;
    assert_true(document > 0 && passage.length > 0);
    visit->lines[visit->count++] = line;
    return visit->count < visit->limit;
}

static void passages_of_all_can_be_walked_and_left(void **state)
{
    struct visit visit = {.limit = 8};
    assert_int_equal(library_each_passage(*state, NULL, note_line, &visit, NULL), STATUS_OK);
    assert_int_equal(visit.count, 6);
    assert_int_equal(visit.lines[2], 4);
    visit = (struct visit){.limit = 2};
    assert_int_equal(library_each_passage(*state, NULL, note_line, &visit, NULL), STATUS_OK);
    assert_int_equal(visit.count, 2);
}

static void directives_and_references_come_back(void **state)
{
    struct directive_list directives = {0};
    assert_int_equal(library_directives(*state, NULL, 0, &directives, NULL), STATUS_OK);
    assert_int_equal(directives.count, 1);
    assert_string_equal(directives.items[0].text, "要加固堤防");
    assert_string_equal(directives.items[0].lead, "会议强调");
    assert_int_equal(directives.items[0].where.start, 5);
    struct directive one;
    assert_int_equal(library_directive(*state, directives.items[0].id, &one, NULL), STATUS_OK);
    assert_string_equal(one.text, "要加固堤防");
    directive_free(&one);
    assert_int_equal(library_directive(*state, 4711, &one, NULL), STATUS_NOTHING);
    struct reference_list references = {0};
    assert_int_equal(library_references(*state, NULL, directives.items[0].document, &references, NULL), STATUS_OK);
    assert_int_equal(references.count, 0);
    assert_int_equal(library_references(*state, NULL, 0, &references, NULL), STATUS_OK);
    assert_int_equal(references.count, 1);
    const struct reference *reference = &references.items[0];
    assert_true(reference->has_kind);
    assert_int_equal(reference->kind, KIND_MEETING);
    assert_false(reference->has_level);
    assert_int_equal(reference->date.year, 0);
    assert_int_equal(reference->date.month, 7);
    assert_int_equal(reference->manner, MANNER_MENTION);
    assert_null(reference->title);
    reference_list_free(&references);
    directive_list_free(&directives);
}

static void the_generation_moves_with_every_write(void **state)
{
    int64_t before = library_generation(*state);
    assert_int_equal(library_generation(*state), before);
    struct parsed parsed = {0};
    invented_document(&parsed, 1, 1, LEVEL_UNIT, NULL, "校党委召开会议");
    struct source source = invented_source("/tmp/乙.txt", 'b', "校党委召开会议");
    struct intake_report report;
    assert_int_equal(store_source(*state, &source, &parsed, &report, NULL), STATUS_OK);
    int64_t after = library_generation(*state);
    assert_true(after != before);
    invented_source_free(&source);
    parsed_free(&parsed);
    /* a bookmark says nothing new about the texts */
    struct document_list list = {0};
    const char *tags[] = {"堤"};
    int64_t id;
    assert_int_equal(library_documents(*state, NULL, NULL, &list, NULL), STATUS_OK);
    struct place_in_text where = {.line = list.items[0].first_line, .start = 0, .end = 2};
    assert_int_equal(library_bookmark_add(*state, list.items[0].id, where, "记", tags, 1, &id, NULL), STATUS_OK);
    assert_int_equal(library_bookmark_note(*state, id, "再记", NULL), STATUS_OK);
    assert_int_equal(library_bookmark_delete(*state, id, NULL), STATUS_OK);
    assert_int_equal(library_generation(*state), after);
    document_list_free(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(sources_come_back, setup, teardown),
        cmocka_unit_test_setup_teardown(a_document_comes_back_whole, setup, teardown),
        cmocka_unit_test_setup_teardown(provinces_stand_in_the_official_order, setup, teardown),
        cmocka_unit_test_setup_teardown(filters_narrow_the_list, setup, teardown),
        cmocka_unit_test_setup_teardown(passages_are_the_lines_that_are_not_blank, setup, teardown),
        cmocka_unit_test_setup_teardown(passages_of_all_can_be_walked_and_left, setup, teardown),
        cmocka_unit_test_setup_teardown(directives_and_references_come_back, setup, teardown),
        cmocka_unit_test_setup_teardown(the_generation_moves_with_every_write, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
