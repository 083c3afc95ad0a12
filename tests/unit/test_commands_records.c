/* The export contract, object by object. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "commands/records.h"

static void assert_record(struct buffer *buffer, const char *expected)
{
    assert_string_equal(buffer->bytes, expected);
    buffer_free(buffer);
}

static void a_document_without_anything(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    struct document document = {.id = 3, .source = 1, .first_line = 2, .last_line = 9, .title = "甲"};
    record_document(&buffer, &document, 2);
    assert_record(&buffer, "{\"type\": \"document\", \"id\": 3, \"source\": 1, \"first_line\": 2, \"last_line\": 9, "
                           "\"title\": \"甲\", \"kind\": \"meeting\", \"level\": \"national\", \"place\": null, "
                           "\"organ\": null, \"date\": null, \"date_basis\": \"none\", \"chair\": [], "
                           "\"number\": null, \"event\": null, \"event_id\": 2, \"corrected\": []}\n");
}

static void a_document_with_everything(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    struct document document = {
        .id = 3,
        .source = 1,
        .first_line = 2,
        .last_line = 9,
        .title = "甲",
        .kind = KIND_SPEECH,
        .level = LEVEL_CITY,
        .place = "甲省乙市",
        .organ = "市委",
        .event = "防汛会议",
        .date = {2031, 7, 1},
        .date_basis = DATE_INFERRED,
        .chairs = (char *[]){"赵甲", "钱乙"},
        .chair_count = 2,
        .number = 19,
        .corrected = 1U << FIELD_BOUNDARY | 1U << FIELD_LEVEL,
    };
    record_document(&buffer, &document, 3);
    assert_record(&buffer, "{\"type\": \"document\", \"id\": 3, \"source\": 1, \"first_line\": 2, \"last_line\": 9, "
                           "\"title\": \"甲\", \"kind\": \"speech\", \"level\": \"city\", \"place\": \"甲省乙市\", "
                           "\"organ\": \"市委\", \"date\": \"2031-07-01\", \"date_basis\": \"inferred\", "
                           "\"chair\": [\"赵甲\", \"钱乙\"], \"number\": 19, \"event\": \"防汛会议\", \"event_id\": 3, "
                           "\"corrected\": [\"boundary\", \"level\"]}\n");
}

static void a_directive_says_who_demands_what_of_whom(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    struct gist_maker *gists = gist_maker_new();
    struct directive directive = {.id = 2, .document = 3, .where = {4, 5, 9}, .text = "加固堤防。"};
    record_directive(&buffer, &directive, gists);
    assert_record(&buffer,
                  "{\"type\": \"directive\", \"id\": 2, \"document\": 3, \"line\": 4, \"start\": 5, \"end\": 9, "
                  "\"text\": \"加固堤防。\", \"lead\": null, \"speaker\": null, \"addressee\": null, "
                  "\"ordinal\": null, \"gist\": \"加固堤防\"}\n");
    directive = (struct directive){.text = "二是各县要加固堤防，备足物料。",
                                   .lead = "林某强调",
                                   .speaker = "林某",
                                   .addressee = "各县",
                                   .ordinal = 2};
    record_directive(&buffer, &directive, gists);
    assert_non_null(strstr(buffer.bytes, "\"lead\": \"林某强调\", \"speaker\": \"林某\", \"addressee\": \"各县\", "
                                         "\"ordinal\": 2, \"gist\": \"各县要加固堤防\"}\n"));
    directive = (struct directive){.id = 7, .document = 3, .where = {4, 5, 9}, .last_line = 5, .last_end = 3};
    buffer_clear(&buffer);
    record_directive(&buffer, &directive, gists);
    assert_non_null(strstr(buffer.bytes, "\"last_line\": 5, \"last_end\": 3}\n"));
    buffer_clear(&buffer);
    record_directive_part(&buffer, &directive, 9, (struct place_in_text){5, 0, 3}, slice_of("物料。"));
    assert_string_equal(buffer.bytes,
                        "{\"type\": \"directive\", \"id\": 9, \"document\": 3, \"line\": 5, \"start\": 0, "
                        "\"end\": 3, \"text\": \"物料。\", \"lead\": null, \"part_of\": 7}\n");
    buffer_free(&buffer);
    gist_maker_free(&gists);
}

static void any_text_is_a_string(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    json_text(&buffer, "k", "“a\"b\\c\t\x1b\x7f\n");
    assert_record(&buffer, ", \"k\": \"“a\\\"b\\\\c\\u0009\\u001b\\u007f\\u000a\"");
    json_text(&buffer, "k", "a\xff");
    assert_record(&buffer, ", \"k\": \"a\xEF\xBF\xBD\"");
}

static void an_unresolved_relay_leads_nowhere(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    struct relay relay = {.from = 4, .where = {5, 6, 14}, .text = "会议精神", .manner = MANNER_RELAY};
    record_relay(&buffer, &relay);
    assert_record(
        &buffer,
        "{\"type\": \"relay\", \"from\": 4, \"line\": 5, \"start\": 6, \"end\": 14, "
        "\"text\": \"会议精神\", \"to\": null, \"basis\": null, \"manner\": \"relay\", \"correction\": null}\n");
}

static void a_resolved_relay_says_how(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    struct relay relay = {
        .from = 4, .where = {5, 6, 14}, .text = "会议精神", .to = 2, .basis = BASIS_DATE | BASIS_EVENT};
    record_relay(&buffer, &relay);
    assert_record(
        &buffer,
        "{\"type\": \"relay\", \"from\": 4, \"line\": 5, \"start\": 6, \"end\": 14, "
        "\"text\": \"会议精神\", \"to\": 2, \"basis\": \"date,event\", \"manner\": \"relay\", \"correction\": null}\n");
}

static void a_follow_up_shares_phrases(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    struct follow_up follow_up = {.directive = 7,
                                  .document = 4,
                                  .where = {8, 0, 9},
                                  .score = 0.75,
                                  .class = CLASS_REWORDED,
                                  .shared = (struct shared_phrase[]){{"加固堤防", 3}, {"查险段", 2}},
                                  .shared_count = 2,
                                  .added = (struct range[]){{4, 6}, {7, 9}},
                                  .added_count = 2,
                                  .state = LINK_ADDED};
    record_follow_up(&buffer, &follow_up);
    assert_record(&buffer, "{\"type\": \"follow_up\", \"directive\": 7, \"document\": 4, \"line\": 8, \"start\": 0, "
                           "\"end\": 9, \"score\": 0.7500, \"class\": \"reworded\", \"shared\": "
                           "[\"加固堤防\", \"查险段\"], \"shared_passages\": [3, 2], \"new\": [[4, 6], [7, 9]], "
                           "\"correction\": \"added\"}\n");
}

static void an_orphan_has_no_document(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    struct bookmark bookmark = {.id = 1,
                                .source = 2,
                                .where = {3, 4, 6},
                                .quote = "堤防",
                                .prefix = "加固",
                                .suffix = "",
                                .note = "问",
                                .tags = (char *[]){"待核"},
                                .tag_count = 1,
                                .created = "2031-07-01T08:00:00Z"};
    record_bookmark(&buffer, &bookmark);
    assert_record(&buffer, "{\"type\": \"bookmark\", \"id\": 1, \"document\": null, \"source\": 2, \"line\": 3, "
                           "\"start\": 4, \"end\": 6, \"quote\": \"堤防\", \"prefix\": \"加固\", \"suffix\": \"\", "
                           "\"note\": \"问\", \"tags\": [\"待核\"], \"created\": \"2031-07-01T08:00:00Z\"}\n");
}

static void a_correction_of_a_field(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    struct correction correction = {
        .id = 5,
        .act = ACT_SET,
        .field = FIELD_PLACE,
        .value = "",
        .recognised = "甲省",
        .ends = {{.source = 2, .found = true, .where = {3, 0, 2}, .quote = "堤防", .document = 4}},
        .created = "2031-07-01T08:00:00Z",
        .holds = true};
    record_correction(&buffer, &correction);
    assert_record(&buffer, "{\"type\": \"correction\", \"id\": 5, \"act\": \"set\", \"field\": \"place\", "
                           "\"value\": null, \"recognised\": \"甲省\", \"link\": null, \"source\": 2, "
                           "\"document\": 4, \"line\": 3, \"start\": 0, \"end\": 2, \"quote\": \"堤防\", "
                           "\"to_source\": null, \"to_document\": null, \"to_line\": null, \"to_start\": null, "
                           "\"to_end\": null, \"to_quote\": null, \"created\": \"2031-07-01T08:00:00Z\", "
                           "\"undone\": null, \"holds\": true}\n");
}

static void a_correction_of_a_link_whose_other_end_is_gone(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    struct correction correction = {
        .id = 5,
        .act = ACT_STRIKE,
        .link = LINK_FOLLOW_UP,
        .ends = {{.source = 2, .found = true, .where = {3, 0, 2}, .quote = "堤防", .document = 4},
                 {.source = 3, .where = {9, 1, 3}, .quote = "圩堤"}},
        .created = "2031-07-01T08:00:00Z",
        .undone = "2031-07-02T08:00:00Z"};
    record_correction(&buffer, &correction);
    assert_record(&buffer, "{\"type\": \"correction\", \"id\": 5, \"act\": \"strike\", \"field\": null, "
                           "\"value\": null, \"recognised\": null, \"link\": \"follow_up\", \"source\": 2, "
                           "\"document\": 4, \"line\": 3, \"start\": 0, \"end\": 2, \"quote\": \"堤防\", "
                           "\"to_source\": 3, \"to_document\": null, \"to_line\": 9, \"to_start\": 1, "
                           "\"to_end\": 3, \"to_quote\": \"圩堤\", \"created\": \"2031-07-01T08:00:00Z\", "
                           "\"undone\": \"2031-07-02T08:00:00Z\", \"holds\": false}\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_without_anything),
        cmocka_unit_test(a_document_with_everything),
        cmocka_unit_test(a_directive_says_who_demands_what_of_whom),
        cmocka_unit_test(any_text_is_a_string),
        cmocka_unit_test(an_unresolved_relay_leads_nowhere),
        cmocka_unit_test(a_resolved_relay_says_how),
        cmocka_unit_test(a_follow_up_shares_phrases),
        cmocka_unit_test(an_orphan_has_no_document),
        cmocka_unit_test(a_correction_of_a_field),
        cmocka_unit_test(a_correction_of_a_link_whose_other_end_is_gone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
