/* Events: the name under which others refer to a document, and when two such names are one. All texts are invented. */
#include "parse/event.h"
#include "references.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The event of a document whose title is its first line, and whose text follows. */
static void check(struct parser *parser, enum kind kind, const char *title, const char *text, const char *expected)
{
    struct parsed parsed = {0};
    struct buffer whole = {0};
    struct document document = {
        .kind = kind, .title = mem_copy(title), .title_lines = 1, .place = mem_copy("湖南省"), .date = {2023, 7, 10}};
    buffer_print(&whole, "%s\n%s", title, text);
    read_one(parser, document, whole.bytes, &parsed);
    const char *event = parsed.documents[0].event;
    assert_string_equal(event == NULL ? "" : event, expected);
    assert_int_equal(parsed.documents[0].evidence_count, event == NULL ? 0 : 1);
    parsed_free(&parsed);
    buffer_free(&whole);
}

static void a_conference_is_named_in_its_title(void **state)
{
    check(*state, KIND_SPEECH, "在全国防汛救灾工作会议上的讲话", "同志们：", "全国防汛救灾工作会议");
    check(*state, KIND_SPEECH, "在全国防汛救灾 工作会议上的讲话", "同志们：", "全国防汛救灾工作会议");
    check(*state, KIND_MEETING, "林远山在中央治水工作会议上强调 全面推进治水", "", "中央治水工作会议");
    check(*state, KIND_MEETING, "中央治水工作会议在北京举行", "", "中央治水工作会议");
    check(*state, KIND_MEETING, "全省防汛工作电视电话会议召开", "", "全省防汛工作电视电话会议");
}

static void a_conference_is_named_in_its_first_passage(void **state)
{
    check(*state, KIND_MEETING, "全面推进治水", "新华社北京7月10日电 中央治水工作会议7月9日至10日在北京召开。",
          "中央治水工作会议");
    check(*state, KIND_MEETING, "全面推进治水", "林远山总书记10日在京出席推进江河治理座谈会并发表重要讲话。",
          "推进江河治理座谈会");
    check(*state, KIND_MEETING, "省里部署防汛", "7月10日，我省召开防汛救灾工作电视电话会议，部署有关工作。",
          "防汛救灾工作电视电话会议");
}

static void a_plenum_of_the_centre_has_its_short_name(void **state)
{
    check(*state, KIND_MEETING, "全会公报",
          "中国共产党第二十届中央委员会第三次全体会议，于2031年7月15日至18日在北京举行。", "二十届三中全会");
}

static void a_bodys_ordinary_meeting_has_no_name(void **state)
{
    check(*state, KIND_MEETING, "省委召开常委会会议", "7月10日，省委书记钱大江主持召开省委常委会（扩大）会议。", "");
    check(*state, KIND_MEETING, "中共中央政治局召开会议 研究防汛工作", "中共中央政治局7月10日召开会议。", "");
    check(*state, KIND_MEETING, "何为民主持召开国务院常务会议", "会议指出，要抓好防汛。", "");
    check(*state, KIND_MEETING, "林远山主持召开中央财经委员会第七次会议强调 推进治水", "", "");
}

static void what_is_passed_on_is_not_the_documents_own(void **state)
{
    check(*state, KIND_MEETING, "省委常委会传达学习中央治水工作会议精神", "", "");
    check(*state, KIND_MEETING, "省委召开常委会会议", "会议指出，林远山总书记在中央治水工作会议上的重要讲话意义重大。",
          "");
}

static void inspections_and_instructions_are_named_by_place_and_topic(void **state)
{
    check(*state, KIND_SPEECH, "在湖南省考察防汛救灾工作时的讲话", "", "考察湖南防汛救灾工作");
    check(*state, KIND_SPEECH, "林远山在湖南考察时强调 全力防汛", "", "考察湖南");
    check(*state, KIND_INSTRUCTION, "林远山对防汛救灾工作作出重要指示", "", "关于防汛救灾工作的指示");
    check(*state, KIND_INSTRUCTION, "林远山给护堤队员的回信", "", "给护堤队员的回信");
}

static void same(const char *a, const char *b, bool expected)
{
    char *left = event_key(a), *right = event_key(b);
    assert_int_equal(event_same(left, right), expected);
    assert_int_equal(event_same(right, left), expected);
    free(left);
    free(right);
}

static void names_are_compared_without_level_and_form(void **state)
{
    (void)state;
    same("中央防汛救灾和恢复重建工作会议", "防汛救灾和恢复重建工作会议", true);
    same("全省安全生产电视电话会议", "湖南省安全生产工作会议", true);
    same("统筹推进大江大河防汛抗旱和恢复重建工作部署会议", "统筹推进防汛抗旱和恢复重建工作部署会", true);
    same("全国防汛工作会议", "全国抗旱工作会议", false);
    same("全国组织部长会议", "全国组织工作会议", false);
    same("防汛工作座谈会", "防汛工作会议", false);
    same("中国共产党湖南省代表大会", "省党代会", true);
    same("党的二十届三中全会", "二十届三中全会", true);
    same("党的二十届三中全会", "二十届四中全会", false);
    same("", "", false);
}

static void an_inspection_may_leave_its_purpose_out(void **state)
{
    (void)state;
    same("考察湖南", "考察湖南防汛救灾工作", true);
    same("考察湖南", "考察湖北", false);
    same("考察湖南防汛救灾工作", "考察湖南乡村学校", false);
}

static void an_instruction_is_its_topic(void **state)
{
    (void)state;
    same("关于做好防汛救灾工作的指示", "关于防汛救灾的指示", true);
    same("关于防汛救灾工作的指示", "关于部队防汛救灾工作的指示", false);
}

static int start(void **state)
{
    *state = parser_new();
    return 0;
}

static int stop(void **state)
{
    struct parser *parser = *state;
    parser_free(&parser);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_conference_is_named_in_its_title),
        cmocka_unit_test(a_conference_is_named_in_its_first_passage),
        cmocka_unit_test(a_plenum_of_the_centre_has_its_short_name),
        cmocka_unit_test(a_bodys_ordinary_meeting_has_no_name),
        cmocka_unit_test(what_is_passed_on_is_not_the_documents_own),
        cmocka_unit_test(inspections_and_instructions_are_named_by_place_and_topic),
        cmocka_unit_test(names_are_compared_without_level_and_form),
        cmocka_unit_test(an_inspection_may_leave_its_purpose_out),
        cmocka_unit_test(an_instruction_is_its_topic),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
