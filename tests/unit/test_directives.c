/* Directives and their leads. A passage a line; expected: "lead|directive" a line, "-" where there is no lead. */
#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "parse/parser.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct sample {
    const char *text;
    const char *expected;
};

static void split_lines(const char *text, struct slice **lines, size_t *count)
{
    size_t capacity = 0;
    *lines = NULL;
    *count = 0;
    for (const char *start = text; *start != '\0';) {
        size_t length = strcspn(start, "\n");
        *lines = mem_grow(*lines, *count, &capacity, sizeof **lines);
        (*lines)[(*count)++] = (struct slice){.bytes = start, .length = length};
        start += length + (start[length] == '\n');
    }
}

/* Every directive must stand where it says that it does. */
static void check_place(const struct slice *lines, const struct directive *directive)
{
    struct slice line = lines[directive->where.line - 1];
    struct slice words =
        slice_part(line, utf8_byte(line, directive->where.start), utf8_byte(line, directive->where.end));
    assert_true(slice_equal(words, slice_of(directive->text)));
}

static void check(struct directive_rules *rules, enum kind kind, const struct sample *sample)
{
    struct slice *lines;
    struct parsed parsed = {0};
    struct parser parser = {.directives = rules};
    struct reading reading = {.parser = &parser, .parsed = &parsed};
    split_lines(sample->text, &lines, &reading.line_count);
    reading.lines = lines;
    struct document document = {.first_line = 1, .last_line = reading.line_count, .kind = kind};
    parsed.documents = &document;
    parsed.document_count = 1;
    read_directives(&reading, 0);
    struct buffer found = {0};
    for (size_t i = 0; i < parsed.directive_count; i++) {
        struct directive *directive = &parsed.directives[i];
        check_place(lines, directive);
        buffer_print(&found, "%s%s|%s", i > 0 ? "\n" : "", directive->lead == NULL ? "-" : directive->lead,
                     directive->text);
        directive_free(directive);
    }
    char *text = buffer_take(&found);
    if (strcmp(text, sample->expected) != 0)
        fprintf(stderr, "in: %s\n", sample->text);
    assert_string_equal(text, sample->expected);
    free(text);
    free(parsed.directives);
    free(lines);
}

#define CHECK_ALL(kind, samples)                                                                                       \
    do {                                                                                                               \
        for (size_t i_ = 0; i_ < sizeof(samples) / sizeof *(samples); i_++)                                            \
            check(*state, kind, &(samples)[i_]);                                                                       \
    } while (0)

static void modal_verbs_demand(void **state)
{
    static const struct sample samples[] = {
        {"会议强调，要加固城北大堤。", "会议强调|要加固城北大堤。"},
        {"会议指出，各级党委和政府要守住堤防，确保群众安全。", "会议指出|各级党委和政府要守住堤防，确保群众安全。"},
        {"会议强调，汛情就是命令，必须分秒必争。", "会议强调|汛情就是命令，必须分秒必争。"},
        {"会议指出，值班人员不得擅离岗位。", "会议指出|值班人员不得擅离岗位。"},
        {"会议指出，对险情绝不能掉以轻心。", "会议指出|对险情绝不能掉以轻心。"},
        {"会议指出，河道内违章建筑一律拆除。", "会议指出|河道内违章建筑一律拆除。"},
        {"会议指出，水库应当按照规程调度。", "会议指出|水库应当按照规程调度。"},
        {"会议强调，既要防大汛，又要抗大旱。", "会议强调|既要防大汛，又要抗大旱。"},
        {"会议强调，要求真务实，不搞花架子。", "会议强调|要求真务实，不搞花架子。"},
        {"会议强调，思想要统一，行动要迅速。", "会议强调|思想要统一，行动要迅速。"},
        {"会议强调，要想方设法安置转移群众。", "会议强调|要想方设法安置转移群众。"},
        {"会议强调，要紧紧依靠群众。", "会议强调|要紧紧依靠群众。"},
        {"会议强调，主要负责同志要靠前指挥。", "会议强调|主要负责同志要靠前指挥。"},
        {"会议指出，哪怕喊上一百遍，也不能漏掉一户人家。", "会议指出|哪怕喊上一百遍，也不能漏掉一户人家。"},
        {"各村每季度至少召开一次屋场会讲明账目。", "-|各村每季度至少召开一次屋场会讲明账目。"},
    };
    CHECK_ALL(KIND_MEETING, samples);
}

static void words_that_only_look_modal_do_not(void **state)
{
    static const struct sample samples[] = {
        {"会议指出，堤防是重要的生命线。", ""},
        {"会议指出，主要河流水位平稳。", ""},
        {"会议指出，灾后重建需要时间。", ""},
        {"会议指出，这次降雨的首要特点是持续时间长。", ""},
        {"会议指出，供应能力适应灾区的需要。", ""},
        {"会议指出，应急响应已经解除。", ""},
        {"会议指出，只要大家团结一心，就没有过不去的坎。", ""},
        {"会议指出，同时要清醒看到，上游来水仍然偏多。", ""},
        {"会议指出，《关于必须加强值守的通知》印发以来，秩序良好。", ""},
        {"会议指出，“三个必须”深入人心。", ""},
    };
    CHECK_ALL(KIND_MEETING, samples);
}

static void imperatives_carry_a_list_on(void **state)
{
    static const struct sample samples[] = {
        {"会议强调，要抓实巡查。切实加强夜间值守。进一步完善预案，备足物资。",
         "会议强调|要抓实巡查。\n会议强调|切实加强夜间值守。\n会议强调|进一步完善预案，备足物资。"},
        {"会议指出，要转移群众；安置好老人和孩子；严防次生灾害。",
         "会议指出|要转移群众；\n会议指出|安置好老人和孩子；\n会议指出|严防次生灾害。"},
        {"会议强调，要排查隐患。在加强巡堤的同时，做好物资调运。",
         "会议强调|要排查隐患。\n会议强调|在加强巡堤的同时，做好物资调运。"},
        {"会议强调，要排查隐患。把责任落实到每一段堤防。将物资运到一线。",
         "会议强调|要排查隐患。\n会议强调|把责任落实到每一段堤防。\n会议强调|将物资运到一线。"},
        {"会议强调，要排查隐患。按照“汛前查、汛中巡”的要求，继续整治病险水库。",
         "会议强调|要排查隐患。\n会议强调|按照“汛前查、汛中巡”的要求，继续整治病险水库。"},
        {"会议强调，要排查隐患。各乡镇组织青年突击队上堤巡查。",
         "会议强调|要排查隐患。\n会议强调|各乡镇组织青年突击队上堤巡查。"},
        {"会议强调，要排查隐患。对受灾较重的农户，继续按原标准给予补助。",
         "会议强调|要排查隐患。\n会议强调|对受灾较重的农户，继续按原标准给予补助。"},
        {"会议指出，深刻认识防汛是当前最大的民生工程，增强紧迫感。",
         "会议指出|深刻认识防汛是当前最大的民生工程，增强紧迫感。"},
    };
    CHECK_ALL(KIND_MEETING, samples);
}

static void assessments_are_left_out(void **state)
{
    static const struct sample samples[] = {
        {"会议指出，做好防汛工作，直接关系人民生命安全。", ""},
        {"会议指出，加强堤防建设是保一方平安的基础。", ""},
        {"会议指出，制定流域规划，是治水兴县的长远之举。", ""},
        {"会议指出，建设蓄滞洪区，提升调蓄能力，是流域治理的重要内容。", ""},
        {"会议指出，总书记的重要讲话，体现了对灾区群众的关怀，为我们做好工作指明了方向。", ""},
        {"会议指出，实施分洪，有利于减轻下游压力。", ""},
        {"会议指出，战胜洪水离不开科技支撑。", ""},
        {"会议指出，当前防汛形势依然严峻。", ""},
        {"会议指出，打赢防汛硬仗，重点在“防”。", ""},
        {"会议指出，守住大堤是必须完成的硬任务。", ""},
        {"会议指出，目前正值主汛期，做好值守工作十分重要。", ""},
        {"会议向奋战在抗洪一线的干部群众致以崇高敬意。", ""},
        {"我们坚信，有大家的共同努力，一定能夺取胜利。", ""},
    };
    CHECK_ALL(KIND_MEETING, samples);
}

static void reports_are_left_out(void **state)
{
    static const struct sample samples[] = {
        {"会议指出，入汛以来，各地迅速行动，转移群众三万人。", ""},
        {"会议指出，加固了城北大堤，备足了物资。", ""},
        {"响应县委对党员的号召，林某等同志为灾区捐款。", ""},
        {"会议指出，有关部门各司其职，部队积极支援。", ""},
        {"会议指出，今年汛情复杂。一是加强巡查，及时处置了多处险情。二是转移群众，没有出现伤亡。",
         "会议指出|二是转移群众，没有出现伤亡。"},
        {"会议指出，党中央高度重视防汛工作，多次作出部署，要求各地要把群众安全放在第一位。", ""},
        {"会议指出，党中央多次作出部署，要求各地守住堤防，我们要坚决落实。",
         "会议指出|党中央多次作出部署，要求各地守住堤防，我们要坚决落实。"},
    };
    CHECK_ALL(KIND_MEETING, samples);
}

static void procedure_is_left_out(void **state)
{
    static const struct sample samples[] = {
        {"6月3日，市委书记林某主持召开市委常委会会议，传达学习全省防汛会议精神，研究部署我市贯彻措施。", ""},
        {"会议听取了防汛工作情况汇报。会议还研究了其他事项。", ""},
        {"会议审议通过《青水县防汛应急预案》，明确各方责任。", ""},
        {"市领导陈某、周某出席会议。", ""},
        {"6月3日，县委书记林某主持会议并强调，要守住水库大坝。", "县委书记林某主持会议并强调|要守住水库大坝。"},
        {"会议听取防汛工作汇报，指出要统筹防汛和抗旱。", "指出|要统筹防汛和抗旱。"},
    };
    CHECK_ALL(KIND_MEETING, samples);
}

static void what_a_converted_file_leaves_decides_nothing(void **state)
{
    static const struct sample samples[] = {
        {"<p>会议要求，要把<strong>闸门关好</strong>。</p>", "会议要求|要把<strong>闸门关好</strong>。"},
        {"[bookmark: _a1]会议要求，要守好闸门。", "会议要求|要守好闸门。"},
    };
    CHECK_ALL(KIND_MEETING, samples);
}

static void what_others_demanded_before_is_history(void **state)
{
    static const struct sample samples[] = {
        {"党中央把治水作为头等大事，提出分区设防的明确要求，强调要给洪水留出路。", ""},
        {"作出这一决策，当时顾虑很多，但该转移时必须转移。", ""},
    };
    CHECK_ALL(KIND_SPEECH, samples);
}

static void decisions_and_requests_demand(void **state)
{
    static const struct sample meeting[] = {
        {"会议决定：（1）由水利站牵头清淤；（2）泵房更换老化线路，费用自筹。",
         "会议决定|（1）由水利站牵头清淤；\n会议决定|（2）泵房更换老化线路，费用自筹。"},
        {"省长钱大江作出批示，要求有关方面加密巡查。", "省长钱大江作出批示|有关方面加密巡查。"},
        {"会议决定，成立县防汛工作领导小组。", "会议决定|成立县防汛工作领导小组。"},
        {"会议决定适时召开全县水利工作会议。", "-|会议决定适时召开全县水利工作会议。"},
        {"会议原则同意实施方案，要求按照讨论意见修改后印发。", "要求|按照讨论意见修改后印发。"},
        {"省委12日发出通知，要求各市县党委认真学习贯彻会议精神。", "要求|各市县党委认真学习贯彻会议精神。"},
        {"希望青水县再接再厉，守好大堤。", "-|希望青水县再接再厉，守好大堤。"},
    };
    static const struct sample notice[] = {
        {"经研究，定于近期举行防汛演练，现将有关事项通知如下。",
         "-|经研究，定于近期举行防汛演练，现将有关事项通知如下。"},
        {"各支部于6月底前将名单报办公室。", "-|各支部于6月底前将名单报办公室。"},
        {"经校党委研究，决定召开防汛工作会议，现将有关事项通知如下。\n一、时间\n2031年6月8日上午9：00\n1."
         "学习全省防汛会议精神；\n请参会人员自带笔记本。\n如有请假请提前报办公室。\n校党委办公室",
         "-|经校党委研究，决定召开防汛工作会议，现将有关事项通知如下。\n-|请参会人员自带笔记本。\n-|"
         "如有请假请提前报办公室。"},
    };
    CHECK_ALL(KIND_MEETING, meeting);
    CHECK_ALL(KIND_NOTICE, notice);
}

static void leads_are_found_and_carried_on(void **state)
{
    static const struct sample samples[] = {
        {"林某指出，要抓早抓小。林某强调，要加强预警。", "林某指出|要抓早抓小。\n林某强调|要加强预警。"},
        {"《通知》要求，要开展拉网式排查。", "《通知》要求|要开展拉网式排查。"},
        {"县长周某要求各部门抓好落实。", "县长周某要求|各部门抓好落实。"},
        {"省长周某作出批示，强调：要全力抢险。", "省长周某作出批示|要全力抢险。"},
        {"他说：“我们要把群众放在心上。”", "他说|我们要把群众放在心上。”"},
        {"林某对下一步工作提出两点要求。\n一要压实责任，二要严明纪律。",
         "林某对下一步工作提出两点要求|一要压实责任，二要严明纪律。"},
        {"会议强调，要加强预警。\n要加强巡查。\n会议还研究了其他事项。\n要及时总结。",
         "会议强调|要加强预警。\n会议强调|要加强巡查。\n-|要及时总结。"},
        {"会议指出，今年汛情偏重。要早作准备。", "会议指出|要早作准备。"},
        {"会议强调，要落实县委要求，加强值守。", "会议强调|要落实县委要求，加强值守。"},
        {"会议强调，要对照清单查找漏洞，提出明确要求，限期整改。",
         "会议强调|要对照清单查找漏洞，提出明确要求，限期整改。"},
        {"会议强调，要抓好落实。按照县委部署，切实做好值守。",
         "会议强调|要抓好落实。\n会议强调|按照县委部署，切实做好值守。"},
    };
    CHECK_ALL(KIND_MEETING, samples);
}

static void headings_are_left_out(void **state)
{
    static const struct sample samples[] = {
        {"坚决守住城北大堤\n统筹抓好防汛和生产工作", ""},
        {"会议强调，要压实责任。一是提高认识。深刻认识防汛的极端重要性。二是加强值守。各单位要落实带班制度。",
         "会议强调|要压实责任。\n会议强调|深刻认识防汛的极端重要性。\n会议强调|各单位要落实带班制度。"},
        {"会议强调，一是要加强值守，二是要备足物资。", "会议强调|一是要加强值守，二是要备足物资。"},
        {"编辑：周某  责编：林某", ""},
    };
    CHECK_ALL(KIND_MEETING, samples);
}

static void the_articles_of_a_policy_lay_down(void **state)
{
    static const struct sample samples[] = {
        {"防汛是水利部门的一项基本职责。为加强防汛工作，现提出如下意见。\n[bookmark: "
         "_Toc77]一、总体要求\n（一）主要目标。"
         "到2035年，基本建成现代水网。\n县人民政府设立防汛督查委员会，由分管负责同志任主任。\n（二）经费保障。"
         "各级政府应将防汛经费纳入预算；对挪用经费的，依法追究责任。",
         "-|到2035年，基本建成现代水网。\n-|县人民政府设立防汛督查委员会，由分管负责同志任主任。\n-|"
         "各级政府应将防汛经费纳入预算；\n-|对挪用经费的，依法追究责任。"},
    };
    CHECK_ALL(KIND_POLICY, samples);
}

static void a_speech_needs_no_lead(void **state)
{
    static const struct sample samples[] = {
        {"同志们：\n今天，我专程来看望大家。我们要发扬连续作战的精神。加强夜间巡查。",
         "-|我们要发扬连续作战的精神。\n-|加强夜间巡查。"},
        {"汛情发生后，我作出批示，要求各地把群众安全放在首位。党中央强调，要全力抢险。", "-|党中央强调，要全力抢险。"},
    };
    CHECK_ALL(KIND_SPEECH, samples);
}

static int setup(void **state)
{
    *state = directive_rules_new();
    return 0;
}

static int teardown(void **state)
{
    struct directive_rules *rules = *state;
    directive_rules_free(&rules);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(modal_verbs_demand),
        cmocka_unit_test(words_that_only_look_modal_do_not),
        cmocka_unit_test(imperatives_carry_a_list_on),
        cmocka_unit_test(assessments_are_left_out),
        cmocka_unit_test(reports_are_left_out),
        cmocka_unit_test(procedure_is_left_out),
        cmocka_unit_test(what_a_converted_file_leaves_decides_nothing),
        cmocka_unit_test(what_others_demanded_before_is_history),
        cmocka_unit_test(decisions_and_requests_demand),
        cmocka_unit_test(leads_are_found_and_carried_on),
        cmocka_unit_test(headings_are_left_out),
        cmocka_unit_test(the_articles_of_a_policy_lay_down),
        cmocka_unit_test(a_speech_needs_no_lead),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
