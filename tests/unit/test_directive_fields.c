/* Who demands, of whom, under which number. A document a sample; expected: "speaker|addressee|ordinal|text" a directive. */
#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "parse/parser.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct directive_rules *rules;
    struct place_index *places;
};

/* What the stages before have found. */
struct context {
    enum kind kind;
    const char *chair;
    const char *organ;
};

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

static const char *shown(const char *text)
{
    return text == NULL ? "-" : text;
}

static void check(const struct fixture *fixture, const struct context *context, const struct sample *sample)
{
    struct slice *lines;
    struct parsed parsed = {0};
    struct parser parser = {.directives = fixture->rules, .places = fixture->places};
    struct reading reading = {.parser = &parser, .parsed = &parsed};
    split_lines(sample->text, &lines, &reading.line_count);
    reading.lines = lines;
    char *chair = mem_copy(context->chair);
    char *organ = mem_copy(context->organ);
    struct document document = {.first_line = 1,
                                .last_line = reading.line_count,
                                .kind = context->kind,
                                .chairs = &chair,
                                .chair_count = chair != NULL,
                                .organ = organ};
    parsed.documents = &document;
    parsed.document_count = 1;
    read_directives(&reading, 0);
    struct buffer found = {0};
    for (size_t i = 0; i < parsed.directive_count; i++) {
        struct directive *directive = &parsed.directives[i];
        buffer_print(&found, "%s%s|%s|%d|%s", i > 0 ? "\n" : "", shown(directive->speaker), shown(directive->addressee),
                     directive->ordinal, directive->text);
        directive_free(directive);
    }
    char *text = buffer_take(&found);
    if (strcmp(text, sample->expected) != 0)
        fprintf(stderr, "in: %s\n", sample->text);
    assert_string_equal(text, sample->expected);
    free(text);
    free(chair);
    free(organ);
    free(parsed.directives);
    free(lines);
}

#define CHECK_ALL(context, samples)                                                                                    \
    do {                                                                                                               \
        for (size_t i_ = 0; i_ < sizeof(samples) / sizeof *(samples); i_++)                                            \
            check(*state, &(context), &(samples)[i_]);                                                                 \
    } while (0)

static void the_lead_says_who_speaks(void **state)
{
    static const struct context meeting = {.kind = KIND_MEETING, .chair = "林某"};
    static const struct sample samples[] = {
        {"会议强调，要加固大堤。", "会议|-|0|要加固大堤。"},
        {"省防汛指挥部会议指出，要加固大堤。", "省防汛指挥部会议|-|0|要加固大堤。"},
        {"林某强调，要加固大堤。", "林某|-|0|要加固大堤。"},
        {"市委书记林某主持会议并强调，要加固大堤。", "林某|-|0|要加固大堤。"},
        {"市委副书记、市长周一川在会上指出，要加固大堤。", "周一川|-|0|要加固大堤。"},
        {"周一川同志在讲话中强调，要加固大堤。", "周一川|-|0|要加固大堤。"},
        {"他强调，要加固大堤。", "林某|-|0|要加固大堤。"},
        {"周一川指出，要加固大堤。\n他强调，要备足物料。", "周一川|-|0|要加固大堤。\n周一川|-|0|要备足物料。"},
        {"会议听取防汛工作汇报，指出要加固大堤。", "会议|-|0|要加固大堤。"},
        {"市委3日发出通知，要求加固大堤。", "市委|-|0|加固大堤。"},
        {"《通知》要求，要加固大堤。", "《通知》|-|0|要加固大堤。"},
        {"与会代表一致认为，要加固大堤。", "与会代表|-|0|要加固大堤。"},
        {"林某对下一步工作提出两点要求。\n一要加固大堤，二要备足物料。", "林某|-|1|一要加固大堤，二要备足物料。"},
        {"要加固大堤。", "-|-|0|要加固大堤。"},
        {"会议强调，要加固大堤。\n会议还研究了其他事项。\n要及时总结。", "会议|-|0|要加固大堤。\n-|-|0|要及时总结。"},
        {"会议强调，要加固大堤。国务院决定，增派抢险队伍。要备足物料。",
         "会议|-|0|要加固大堤。\n国务院|-|0|增派抢险队伍。\n会议|-|0|要备足物料。"},
        {"周一川强调，要加固大堤。要备足物料。", "周一川|-|0|要加固大堤。\n周一川|-|0|要备足物料。"},
    };
    CHECK_ALL(meeting, samples);
}

static void a_text_of_somebodys_needs_no_lead(void **state)
{
    static const struct context speech = {.kind = KIND_SPEECH, .chair = "林某"};
    static const struct context article = {.kind = KIND_ARTICLE, .chair = "林某"};
    static const struct context policy = {.kind = KIND_POLICY, .organ = "省水利厅"};
    static const struct context notice = {.kind = KIND_NOTICE, .organ = "省委"};
    static const struct sample said[] = {{"我们要加固大堤。", "林某|-|0|我们要加固大堤。"}};
    static const struct sample written[] = {{"文章指出，要加固大堤。", "林某|-|0|要加固大堤。"}};
    static const struct sample issued[] = {{"要加固大堤。", "省水利厅|-|0|要加固大堤。"}};
    static const struct sample noticed[] = {{"《通知》强调，要加固大堤。", "省委|-|0|要加固大堤。"}};
    CHECK_ALL(speech, said);
    CHECK_ALL(article, written);
    CHECK_ALL(policy, issued);
    CHECK_ALL(notice, noticed);
}

static void the_addressee_is_who_is_to_act(void **state)
{
    static const struct context meeting = {.kind = KIND_MEETING};
    static const struct sample samples[] = {
        {"各级党委和政府要守住大堤。", "-|各级党委和政府|0|各级党委和政府要守住大堤。"},
        {"各县（市、区）要守住大堤。", "-|各县（市、区）|0|各县（市、区）要守住大堤。"},
        {"各县（市、区）党委要守住大堤。", "-|各县（市、区）党委|0|各县（市、区）党委要守住大堤。"},
        {"全市上下都要行动起来。", "-|全市上下|0|全市上下都要行动起来。"},
        {"主要负责同志必须靠前指挥。", "-|主要负责同志|0|主要负责同志必须靠前指挥。"},
        {"要加固大堤，有关部门要备足物料。", "-|有关部门|0|要加固大堤，有关部门要备足物料。"},
        {"各地区、各部门，要守住大堤。", "-|各地区、各部门|0|各地区、各部门，要守住大堤。"},
        {"各级河长是第一责任人，要带头巡堤。", "-|各级河长|0|各级河长是第一责任人，要带头巡堤。"},
        {"对水毁农田，农业农村部门要抓紧修复。", "-|农业农村部门|0|对水毁农田，农业农村部门要抓紧修复。"},
        {"教育部门要组织停课。", "-|教育部门|0|教育部门要组织停课。"},
        {"湖北和江西要联手调度。", "-|湖北和江西|0|湖北和江西要联手调度。"},
        {"各乡镇在汛期必须二十四小时值守。", "-|各乡镇|0|各乡镇在汛期必须二十四小时值守。"},
        {"会议要求各乡镇立即转移群众。", "会议|各乡镇|0|各乡镇立即转移群众。"},
        {"会议决定，由县水利局牵头清淤。", "会议|县水利局|0|由县水利局牵头清淤。"},
        {"希望广大党员冲锋在前。", "-|广大党员|0|广大党员冲锋在前。"},
        {"希望江西守好大堤。", "-|江西|0|希望江西守好大堤。"},
        {"请参会人员提前十分钟入场。", "-|参会人员|0|请参会人员提前十分钟入场。"},
        {"林某对全县党员干部提出要求：一要守住大堤。", "林某|全县党员干部|1|一要守住大堤。"},
        {"同志们要守住大堤。", "-|同志们|0|同志们要守住大堤。"},
        {"请参加演练的人员自带雨具。", "-|参加演练的人员|0|请参加演练的人员自带雨具。"},
        {"武汉作为沿江重镇，必须守住大堤。", "-|武汉|0|武汉作为沿江重镇，必须守住大堤。"},
        {"市级层面要统一调度。", "-|市级层面|0|市级层面要统一调度。"},
    };
    CHECK_ALL(meeting, samples);
}

static void things_and_objects_are_no_addressees(void **state)
{
    static const struct context meeting = {.kind = KIND_MEETING};
    static const struct sample samples[] = {
        {"大堤要加固。", "-|-|0|大堤要加固。"},
        {"防汛工作要抓实。", "-|-|0|防汛工作要抓实。"},
        {"全市防汛工作要抓实。", "-|-|0|全市防汛工作要抓实。"},
        {"对受灾群众要妥善安置。", "-|-|0|对受灾群众要妥善安置。"},
        {"要把各级干部动员起来。", "-|-|0|要把各级干部动员起来。"},
        {"要督促企业落实责任。", "-|-|0|要督促企业落实责任。"},
        {"督促企业落实责任，让群众满意。", ""},
        {"我们要守住大堤。", "-|-|0|我们要守住大堤。"},
        {"学校教育要增加防灾内容。", "-|-|0|学校教育要增加防灾内容。"},
        {"会议强调，思想要统一，行动要迅速。", "会议|-|0|思想要统一，行动要迅速。"},
        {"基层组织建设要加强。", "-|-|0|基层组织建设要加强。"},
    };
    CHECK_ALL(meeting, samples);
}

static void a_number_heads_what_follows_it(void **state)
{
    static const struct context meeting = {.kind = KIND_MEETING};
    static const struct sample samples[] = {
        {"会议强调，一是要加固大堤。二是要备足物料。", "会议|-|1|一是要加固大堤。\n会议|-|2|二是要备足物料。"},
        {"第一，要加固大堤。要备足物料。\n要转移群众。",
         "-|-|1|第一，要加固大堤。\n-|-|1|要备足物料。\n-|-|0|要转移群众。"},
        {"会议强调，要守住大堤。一是压实责任。各乡镇要定岗定人。\n会议要求，要备足物料。",
         "会议|-|0|要守住大堤。\n会议|各乡镇|1|各乡镇要定岗定人。\n会议|-|0|要备足物料。"},
        {"（三）压实防汛责任\n要定岗定人。\n要签字背书。\n四、备足防汛物料\n要列出清单。\n防汛纪律\n要奖惩分明。",
         "-|-|3|要定岗定人。\n-|-|3|要签字背书。\n-|-|4|要列出清单。\n-|-|0|要奖惩分明。"},
        {"（三）压实防汛责任\n1.要定岗定人。\n2.要签字背书。\n要奖惩分明。",
         "-|-|1|1.要定岗定人。\n-|-|2|2.要签字背书。\n-|-|3|要奖惩分明。"},
        {"第十二条　各乡镇应当设立观测点。", "-|各乡镇|12|第十二条　各乡镇应当设立观测点。"},
        {"①要备足沙袋。②要备足木桩。", "-|-|1|①要备足沙袋。\n-|-|2|②要备足木桩。"},
        {"一、会议强调，要转移群众。", "会议|-|1|要转移群众。"},
        {"第一时间要转移群众。", "-|-|0|第一时间要转移群众。"},
        {"一要定岗，二要定人；三要定责。", "-|-|1|一要定岗，二要定人；\n-|-|3|三要定责。"},
    };
    CHECK_ALL(meeting, samples);
}

static int setup(void **state)
{
    struct fixture *fixture = mem_new(1, sizeof *fixture);
    fixture->rules = directive_rules_new();
    fixture->places = place_index_new();
    *state = fixture;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *fixture = *state;
    directive_rules_free(&fixture->rules);
    place_index_free(&fixture->places);
    free(fixture);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lead_says_who_speaks),       cmocka_unit_test(a_text_of_somebodys_needs_no_lead),
        cmocka_unit_test(the_addressee_is_who_is_to_act), cmocka_unit_test(things_and_objects_are_no_addressees),
        cmocka_unit_test(a_number_heads_what_follows_it),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
