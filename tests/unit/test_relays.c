/* Relays: which documents a reference names; who passes a document on; the chain. All names are invented. */
#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "library/store.h"
#include "trace/resolve.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { FIRST = 1, SECOND = 2 }; /* sources */

static char *chair[] = {"林远山"};
static char *governor[] = {"钱大江"};

/* By id: the documents' numbers are their ids. */
enum {
    POLITBURO_JUNE = 1,
    POLITBURO_STUDY,
    STANDING_JULY_3,
    STANDING_JULY_8,
    TWIN_JULY_8,
    CONFERENCE,
    CONFERENCE_SPEECH,
    INSPECTION,
    INSTRUCTION,
    UNDATED_INSTRUCTION,
    OPINION,
    PROVINCE,
    OTHER_PROVINCE,
    PROVINCE_THIRD,
    PROVINCE_PLENUM,
    CITY,
    UNIT,
    REFORM_FOURTH,
    SAFETY_THIRD,
    CITY_GOVERNMENT,
    SCHOOL,
    SCHOOL_FACULTY,
    UNDATED_FORUM,
    FORUM_SPEECH,
    REGION,
    DOCUMENTS = REGION
};

static const struct document documents[DOCUMENTS] = {
    {.id = POLITBURO_JUNE,
     .source = FIRST,
     .organ = "中共中央政治局",
     .date = {2023, 6, 30},
     .chairs = chair,
     .chair_count = 1},
    {.id = POLITBURO_STUDY,
     .source = FIRST,
     .title = "林远山在中央政治局第九次集体学习时强调",
     .organ = "中共中央政治局",
     .date = {2023, 7, 1},
     .number = 9},
    {.id = STANDING_JULY_3, .source = FIRST, .organ = "中共中央政治局常务委员会", .date = {2023, 7, 3}},
    {.id = STANDING_JULY_8, .source = FIRST, .organ = "中共中央政治局常务委员会", .date = {2023, 7, 8}},
    {.id = TWIN_JULY_8, .source = SECOND, .organ = "中央政治局常委会", .date = {2023, 7, 8}},
    {.id = CONFERENCE, .source = FIRST, .event = "中央防汛救灾和恢复重建工作会议", .date = {2023, 7, 5}},
    {.id = CONFERENCE_SPEECH,
     .source = SECOND,
     .kind = KIND_SPEECH,
     .event = "中央防汛救灾和恢复重建工作会议",
     .date = {2023, 7, 5},
     .chairs = chair,
     .chair_count = 1},
    {.id = INSPECTION, .source = FIRST, .kind = KIND_SPEECH, .event = "考察湖南防汛工作", .date = {2023, 7, 6}},
    {.id = INSTRUCTION,
     .source = FIRST,
     .kind = KIND_INSTRUCTION,
     .event = "关于防汛救灾工作的指示",
     .date = {2023, 7, 2}},
    {.id = UNDATED_INSTRUCTION, .source = FIRST, .kind = KIND_INSTRUCTION, .event = "关于部队做好防汛救灾工作的指示"},
    {.id = OPINION, .source = SECOND, .kind = KIND_POLICY, .title = "中共中央办公厅印发《关于加强堤防管理的意见》"},
    {.id = PROVINCE,
     .source = FIRST,
     .level = LEVEL_PROVINCE,
     .place = "湖南省",
     .organ = "省委常委会",
     .date = {2023, 7, 9},
     .chairs = governor,
     .chair_count = 1},
    {.id = OTHER_PROVINCE,
     .source = SECOND,
     .level = LEVEL_PROVINCE,
     .place = "江西省",
     .organ = "省委常委会",
     .date = {2023, 7, 9}},
    {.id = PROVINCE_THIRD,
     .source = SECOND,
     .level = LEVEL_PROVINCE,
     .place = "江西省",
     .organ = "省委专题会议暨省防汛指挥部会议",
     .date = {2023, 7, 7},
     .number = 3},
    {.id = PROVINCE_PLENUM,
     .source = FIRST,
     .level = LEVEL_PROVINCE,
     .place = "湖南省",
     .title = "中国共产党湖南省第十二届委员会第四次全体会议召开",
     .organ = "省委员会",
     .date = {2023, 7, 4},
     .number = 4},
    {.id = CITY,
     .source = FIRST,
     .level = LEVEL_CITY,
     .place = "湖南省岳阳市",
     .organ = "市委常委会",
     .date = {2023, 7, 10}},
    {.id = UNIT, .source = SECOND, .kind = KIND_NOTICE, .level = LEVEL_UNIT, .organ = "院党委", .date = {2023, 7, 10}},
    {.id = REFORM_FOURTH, .source = SECOND, .organ = "中央全面深化改革委员会", .date = {2022, 5, 7}, .number = 4},
    {.id = SAFETY_THIRD,
     .source = SECOND,
     .title = "国务院安全生产委员会召开第三次全体会议",
     .organ = "国务院安全生产委员会",
     .date = {2023, 6, 24},
     .number = 3},
    {.id = CITY_GOVERNMENT,
     .source = FIRST,
     .level = LEVEL_CITY,
     .place = "湖南省岳阳市",
     .organ = "岳阳市政府常务会议",
     .date = {2023, 6, 1},
     .number = 73},
    {.id = SCHOOL, .source = FIRST, .level = LEVEL_UNIT, .organ = "学校党委常委会", .date = {2023, 7, 11}},
    {.id = SCHOOL_FACULTY, .source = FIRST, .level = LEVEL_UNIT, .organ = "院党委会议", .date = {2023, 7, 12}},
    {.id = UNDATED_FORUM, .source = FIRST, .event = "湖区渔村发展座谈会"},
    {.id = FORUM_SPEECH, .source = FIRST, .kind = KIND_SPEECH, .event = "湖区渔村发展座谈会", .date = {2023, 7, 1}},
    {.id = REGION,
     .source = SECOND,
     .level = LEVEL_PROVINCE,
     .place = "广西壮族自治区",
     .organ = "广西壮族自治区党委常委会",
     .date = {2023, 7, 9}},
};

/* What a reference reaches, as ids in their order. */
static void reaches(struct reference reference, const char *expected)
{
    struct resolver *resolver = resolver_new(documents, DOCUMENTS, NULL, 0);
    struct reached_list list = {0};
    struct buffer ids = {0};
    if (reference.document == 0)
        reference.document = CITY;
    resolve_reference(resolver, &reference, &list);
    buffer_add_text(&ids, "");
    for (size_t i = 0; i < list.count; i++)
        buffer_print(&ids, i == 0 ? "%d" : " %d", (int)list.items[i].document);
    char *found = buffer_take(&ids);
    assert_string_equal(found, expected);
    free(found);
    free(list.items);
    resolver_free(&resolver);
}

static unsigned basis(struct reference reference)
{
    struct resolver *resolver = resolver_new(documents, DOCUMENTS, NULL, 0);
    struct reached_list list = {0};
    resolve_reference(resolver, &reference, &list);
    assert_int_equal(list.count, 1);
    unsigned bits = list.items[0].basis;
    free(list.items);
    resolver_free(&resolver);
    return bits;
}

#define NATIONAL .has_level = true, .level = LEVEL_NATIONAL
#define PROVINCIAL .has_level = true, .level = LEVEL_PROVINCE

static void a_date_and_a_body_agree(void **state)
{
    (void)state;
    reaches((struct reference){NATIONAL, .organ = "中央政治局常委会", .date = {2023, 7, 3}}, "3");
    reaches((struct reference){NATIONAL, .organ = "中央政治局常委会", .date = {2023, 7, 8}}, "4 5");
    reaches((struct reference){NATIONAL, .organ = "中央政治局", .date = {2023, 6, 30}}, "1");
}

static void a_region_keeps_its_whole_sign(void **state)
{
    (void)state;
    reaches((struct reference){PROVINCIAL, .document = UNIT, .place = "广西壮族自治区", .organ = "自治区党委常委会",
                               .date = {2023, 7, 9}},
            "25");
}

static void a_number_names_a_meeting_of_long_ago(void **state)
{
    (void)state;
    reaches((struct reference){NATIONAL, .organ = "中央深改委", .number = 4}, "18");
    reaches((struct reference){NATIONAL, .organ = "中央深改委", .number = 5}, "");
    reaches((struct reference){NATIONAL, .organ = "国务院安委会", .number = 3},
            "19"); /* no plenum of a party committee */
    reaches((struct reference){.organ = "市政府常务会议", .place = "湖南省岳阳市", .number = 73}, "20");
}

static void units_name_their_bodies_in_many_ways(void **state)
{
    (void)state;
    reaches((struct reference){.document = SCHOOL_FACULTY, .organ = "校党委常委会", .date = {2023, 7, 11}}, "21");
    reaches((struct reference){.document = SCHOOL_FACULTY, .organ = "校党委常委会", .date = {2023, 7, 10}}, "");
    reaches((struct reference){.document = SCHOOL_FACULTY, .organ = "党委常委会"}, ""); /* which, nothing tells */
}

static void an_undated_readout_is_reached_with_its_speech(void **state)
{
    (void)state;
    reaches((struct reference){NATIONAL, .event = "湖区渔村发展座谈会"}, "24 23");
}

static void another_date_contradicts(void **state)
{
    (void)state;
    reaches((struct reference){NATIONAL, .organ = "中央政治局常委会", .date = {2023, 7, 4}}, "");
    reaches((struct reference){NATIONAL, .event = "中央防汛救灾和恢复重建工作会议", .date = {2023, 7, 4}}, "");
}

static void a_body_alone_is_the_one_that_met_last(void **state)
{
    (void)state;
    reaches((struct reference){NATIONAL, .organ = "中央政治局常委会"}, "4 5");
    reaches((struct reference){NATIONAL, .document = PROVINCE_THIRD, .organ = "中央政治局常委会"}, "3");
    reaches((struct reference){NATIONAL, .document = POLITBURO_JUNE, .organ = "中央政治局常委会"}, "");
}

static void a_body_alone_is_not_an_earlier_meeting_than_one_told_of(void **state)
{
    (void)state;
    struct reference told = {NATIONAL, .document = PROVINCE, .organ = "中央政治局常委会", .date = {2023, 7, 9},
                             .text = ""};
    struct reference asked = {NATIONAL, .document = CITY, .organ = "中央政治局常委会", .text = ""};
    struct resolver *resolver = resolver_new(documents, DOCUMENTS, &told, 1);
    struct reached_list list = {0};
    resolve_reference(resolver, &asked, &list);
    assert_int_equal(list.count, 0);
    asked.document = PROVINCE_THIRD; /* of 7 July */
    resolve_reference(resolver, &asked, &list);
    assert_int_equal(list.count, 1);
    free(list.items);
    resolver_free(&resolver);
}

static void a_study_session_is_no_meeting(void **state)
{
    (void)state;
    reaches((struct reference){NATIONAL, .organ = "中央政治局", .text = "中央政治局会议精神"}, "1");
    reaches((struct reference){NATIONAL, .organ = "中央政治局", .text = "中央政治局第九次集体学习", .number = 9}, "2");
    reaches((struct reference){NATIONAL, .organ = "中央政治局", .text = "中央政治局第八次集体学习", .number = 8}, "");
}

static void a_conference_is_reached_with_its_speech(void **state)
{
    (void)state;
    reaches((struct reference){NATIONAL, .event = "中央防汛救灾和恢复重建工作会议", .speaker = "林远山"}, "6 7");
    reaches((struct reference){.event = "防汛救灾和恢复重建工作会议"}, "6 7");
    reaches((struct reference){NATIONAL, .event = "中央农村工作会议"}, "");
}

static void a_speech_of_somebody_else_is_not_meant(void **state)
{
    (void)state;
    reaches((struct reference){NATIONAL, .event = "中央防汛救灾和恢复重建工作会议", .speaker = "何为民"}, "6");
}

static void an_inspection_is_known_by_its_place(void **state)
{
    (void)state;
    reaches((struct reference){NATIONAL, .has_kind = true, .kind = KIND_SPEECH, .event = "考察湖南"}, "8");
    reaches((struct reference){NATIONAL, .has_kind = true, .kind = KIND_SPEECH, .event = "考察湖北"}, "");
}

static void an_instruction_is_known_by_its_topic(void **state)
{
    (void)state;
    struct reference flood = {NATIONAL, .has_kind = true, .kind = KIND_INSTRUCTION, .event = "关于做好防汛救灾的指示"};
    reaches(flood, "9");
    struct reference safety = {NATIONAL, .has_kind = true, .kind = KIND_INSTRUCTION, .event = "关于安全生产的指示"};
    reaches(safety, "");
}

static void a_title_needs_no_date(void **state)
{
    (void)state;
    reaches((struct reference){.has_kind = true, .kind = KIND_POLICY, .title = "关于加强堤防管理的意见"}, "11");
    reaches((struct reference){.has_kind = true, .kind = KIND_POLICY, .title = "关于加强河道管理的意见"}, "");
    reaches((struct reference){.title = "中共中央、国务院关于加强堤防管理的意见"}, "11");
    reaches((struct reference){.title = "中共中央办公厅关于全面加强基层堤防管理工作的意见"}, "");
}

static void a_local_meeting_is_sought_in_the_readers_places(void **state)
{
    (void)state;
    reaches((struct reference){PROVINCIAL, .place = "湖南省", .organ = "省委常委会"}, "12");
    reaches((struct reference){PROVINCIAL, .place = "湖北省", .organ = "省委常委会"}, "");
    reaches((struct reference){PROVINCIAL, .place = "湖南省", .organ = "省委常委会", .speaker = "孙小满"}, "");
    reaches((struct reference){PROVINCIAL, .document = UNIT, .organ = "省委常委会"}, "13");
}

static void a_number_tells_meetings_of_a_body_apart(void **state)
{
    (void)state;
    struct reference third = {PROVINCIAL, .document = UNIT, .event = "省委专题会议暨省防汛指挥部会议", .number = 3};
    reaches(third, "14");
    third.number = 4;
    reaches(third, "");
}

static void a_plenum_is_known_under_its_short_name(void **state)
{
    (void)state;
    reaches((struct reference){PROVINCIAL, .place = "湖南省", .organ = "省委全会", .number = 4}, "15");
    reaches((struct reference){PROVINCIAL, .place = "湖南省", .organ = "省委全会"}, "15");
    reaches((struct reference){PROVINCIAL, .place = "湖南省", .organ = "省委全会", .number = 5}, "");
}

static void the_evidence_is_told(void **state)
{
    (void)state;
    struct reference dated = {NATIONAL, .document = CITY, .organ = "中央政治局", .date = {2023, 6, 30},
                              .speaker = "林远山"};
    assert_int_equal(basis(dated), BASIS_DATE | BASIS_SPEAKER);
    struct reference listed = {.document = UNIT, .manner = MANNER_LISTED, .title = "关于加强堤防管理的意见"};
    assert_int_equal(basis(listed), BASIS_TITLE | BASIS_LISTED);
    struct reference numbered = {PROVINCIAL, .document = UNIT, .event = "省委专题会议暨省防汛指挥部会议", .number = 3};
    assert_int_equal(basis(numbered), BASIS_EVENT | BASIS_NUMBER);
    assert_string_equal(basis_name(BASIS_DATE), "date");
    assert_string_equal(basis_name(BASIS_LISTED), "listed");
}

static void nothing_later_is_meant(void **state)
{
    (void)state;
    struct reference reference = {NATIONAL, .document = STANDING_JULY_3, .event = "中央防汛救灾和恢复重建工作会议"};
    reaches(reference, "");
}

/* A library of one source: the centre, a province, a city that relays through the province, a county that does so directly. */
static struct document copy(enum level level, const char *place, const char *organ, struct date date, size_t line)
{
    return (struct document){.first_line = line,
                             .last_line = line,
                             .level = level,
                             .title = mem_copy("会议"),
                             .place = mem_copy(place),
                             .organ = mem_copy(organ),
                             .date = date,
                             .date_basis = DATE_STATED};
}

static struct reference names(int64_t document, size_t line, const char *place, const char *organ)
{
    return (struct reference){.document = document,
                              .where = {.line = line, .start = 0, .end = 4},
                              .text = mem_copy(organ),
                              .manner = MANNER_RELAY,
                              .has_level = true,
                              .level = place == NULL ? LEVEL_NATIONAL : LEVEL_PROVINCE,
                              .place = mem_copy(place),
                              .organ = mem_copy(organ)};
}

static int open_library(void **state)
{
    static const char text[] = "中央会议\n省委会议\n市委会议\n县委会议\n邻市会议\n";
    struct source source = {0};
    struct library *library = NULL;
    struct intake_report report;
    if (source_from_bytes("/invented/a.txt", slice_of(text), &source, NULL) != STATUS_OK ||
        library_open(":memory:", &library, NULL) != STATUS_OK)
        return -1;
    struct document found[] = {
        copy(LEVEL_NATIONAL, NULL, "中央政治局", (struct date){2023, 6, 30}, 1),
        copy(LEVEL_PROVINCE, "湖南省", "省委常委会", (struct date){2023, 7, 1}, 2),
        copy(LEVEL_CITY, "湖南省岳阳市", "市委常委会", (struct date){2023, 7, 3}, 3),
        copy(LEVEL_COUNTY, "湖南省岳阳市华容县", "县委常委会", (struct date){2023, 7, 2}, 4),
        copy(LEVEL_CITY, "湖南省常德市", "市委常委会", (struct date){2023, 7, 4}, 5),
    };
    struct reference named[] = {
        names(1, 2, NULL, "中央政治局"),
        names(2, 3, "湖南省", "省委常委会"),
        names(3, 4, NULL, "中央政治局"),
        names(4, 5, NULL, "中央政治局"),
    };
    struct parsed parsed = {.documents = found, .document_count = 5, .references = named, .reference_count = 4};
    enum status status = store_source(library, &source, &parsed, &report, NULL);
    for (size_t i = 0; i < 5; i++)
        document_free(&found[i]);
    for (size_t i = 0; i < 4; i++)
        reference_free(&named[i]);
    source_free(&source);
    *state = library;
    return status == STATUS_OK ? 0 : -1;
}

static int close_library(void **state)
{
    struct library *library = *state;
    library_close(&library);
    return 0;
}

static int64_t id_of(struct library *library, size_t line)
{
    struct document_list list = {0};
    int64_t id = 0;
    assert_int_equal(library_documents(library, NULL, NULL, &list, NULL), STATUS_OK);
    for (size_t i = 0; i < list.count; i++)
        id = list.items[i].first_line == line ? list.items[i].id : id;
    document_list_free(&list);
    return id;
}

static void relays_lead_up_and_down(void **state)
{
    struct tracer *tracer = tracer_new(*state, NULL);
    struct relay_list list = {0};
    assert_int_equal(trace_relays(tracer, id_of(*state, 3), &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].to, id_of(*state, 2));
    relay_list_free(&list);
    assert_int_equal(trace_relayed_by(tracer, id_of(*state, 1), &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 3);
    assert_int_equal(list.items[0].from, id_of(*state, 2));
    assert_int_equal(list.items[1].from, id_of(*state, 5));
    assert_int_equal(list.items[2].from, id_of(*state, 4));
    relay_list_free(&list);
    assert_int_equal(trace_relays(tracer, id_of(*state, 3), &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 1);
    relay_list_free(&list);
    tracer_free(&tracer);
}

static void check_chain(struct library *library, size_t line, const char *expected)
{
    struct tracer *tracer = tracer_new(library, NULL);
    struct chain chain = {0};
    struct buffer text = {0};
    assert_int_equal(trace_chain(tracer, id_of(library, line), &chain, NULL), STATUS_OK);
    for (size_t i = 0; i < chain.count; i++)
        buffer_print(&text, "%s+%ld ", chain.items[i].place == NULL ? "中央" : chain.items[i].place,
                     chain.items[i].days);
    char *found = buffer_take(&text);
    assert_string_equal(found, expected);
    free(found);
    chain_free(&chain);
    tracer_free(&tracer);
}

static void a_chain_leads_from_the_centre_down(void **state)
{
    check_chain(*state, 1, "中央+0 湖南省+1 湖南省岳阳市华容县+2 湖南省岳阳市+3 湖南省常德市+4 ");
    check_chain(*state, 3, "中央+0 湖南省+1 湖南省岳阳市华容县+2 湖南省岳阳市+3 ");
    check_chain(*state, 5, "中央+0 湖南省+1 湖南省常德市+4 ");
    check_chain(*state, 4, "中央+0 湖南省+1 湖南省岳阳市华容县+2 湖南省岳阳市+3 ");
    check_chain(*state, 2, "中央+0 湖南省+1 湖南省岳阳市华容县+2 湖南省岳阳市+3 湖南省常德市+4 ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_date_and_a_body_agree),
        cmocka_unit_test(a_region_keeps_its_whole_sign),
        cmocka_unit_test(a_number_names_a_meeting_of_long_ago),
        cmocka_unit_test(units_name_their_bodies_in_many_ways),
        cmocka_unit_test(an_undated_readout_is_reached_with_its_speech),
        cmocka_unit_test(another_date_contradicts),
        cmocka_unit_test(a_body_alone_is_the_one_that_met_last),
        cmocka_unit_test(a_body_alone_is_not_an_earlier_meeting_than_one_told_of),
        cmocka_unit_test(a_study_session_is_no_meeting),
        cmocka_unit_test(a_conference_is_reached_with_its_speech),
        cmocka_unit_test(a_speech_of_somebody_else_is_not_meant),
        cmocka_unit_test(an_inspection_is_known_by_its_place),
        cmocka_unit_test(an_instruction_is_known_by_its_topic),
        cmocka_unit_test(a_title_needs_no_date),
        cmocka_unit_test(a_local_meeting_is_sought_in_the_readers_places),
        cmocka_unit_test(a_number_tells_meetings_of_a_body_apart),
        cmocka_unit_test(a_plenum_is_known_under_its_short_name),
        cmocka_unit_test(the_evidence_is_told),
        cmocka_unit_test(nothing_later_is_meant),
        cmocka_unit_test_setup_teardown(relays_lead_up_and_down, open_library, close_library),
        cmocka_unit_test_setup_teardown(a_chain_leads_from_the_centre_down, open_library, close_library),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
