/* References: what a document names, in the words of its text, and what these say. All texts are invented. */
#include "references.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* A city's meeting of 10 July 2023 unless a test says otherwise. */
static struct document meeting(void)
{
    return (struct document){.kind = KIND_MEETING,
                             .level = LEVEL_CITY,
                             .place = mem_copy("湖南省岳阳市"),
                             .organ = mem_copy("市委常委会"),
                             .date = {2023, 7, 10}};
}

/* Reads a document and compares its references, each "words | what they say\n". */
static void check(struct parser *parser, struct document document, const char *text, const char *expected)
{
    struct parsed parsed = {0};
    struct buffer found = {0};
    read_one(parser, document, text, &parsed);
    for (size_t i = 0; i < parsed.reference_count; i++) {
        buffer_print(&found, "%s | ", parsed.references[i].text);
        describe(&parsed.references[i], &found);
        buffer_add_text(&found, "\n");
    }
    char *written = buffer_take(&found);
    assert_string_equal(written, expected);
    free(written);
    parsed_free(&parsed);
}

static const struct {
    const char *text;
    const char *expected;
} sentences[] = {
    {"7月10日，市委书记赵一方主持召开市委常委会会议，传达学习6月30日中央政治局会议精神，研究我市贯彻落实措施。",
     "6月30日中央政治局会议精神 | relay meeting national organ=中央政治局 date=2023-06-30\n"},
    {"传达学习中央政治局7月3日会议精神。",
     "中央政治局7月3日会议精神 | relay meeting national organ=中央政治局 date=2023-07-03\n"},
    {"会议传达学习林远山总书记在中央防汛工作会议上的重要讲话精神，研究部署我市防汛工作。",
     "林远山总书记在中央防汛工作会议上的重要讲话精神 | relay speech national event=中央防汛工作会议 speaker=林远山\n"},
    {"会议传达了林远山总书记在中央农村工作会议上、在全国教师大会上的重要讲话精神。",
     "林远山总书记在中央农村工作会议上 | relay meeting national event=中央农村工作会议 speaker=林远山\n"
     "在全国教师大会上的重要讲话精神 | relay speech national event=全国教师大会 speaker=林远山\n"},
    {"会议传达学习林远山总书记在湖南考察时的重要讲话精神和全省领导干部会议精神。",
     "林远山总书记在湖南考察时的重要讲话精神 | relay speech national event=考察湖南 speaker=林远山\n"
     "全省领导干部会议精神 | relay meeting province place=湖南省 event=全省领导干部会议\n"},
    {"会议学习贯彻林远山总书记来湘考察重要讲话精神。",
     "林远山总书记来湘考察重要讲话精神 | relay speech national event=考察湖南 speaker=林远山\n"},
    {"传达学习林远山总书记考察湖南防汛救灾工作重要讲话精神。",
     "林远山总书记考察湖南防汛救灾工作重要讲话精神 | relay speech national event=考察湖南防汛救灾工作 "
     "speaker=林远山\n"},
    {"传达学习林远山总书记对防汛救灾工作作出的重要指示精神。",
     "林远山总书记对防汛救灾工作作出的重要指示精神 | relay instruction national event=关于防汛救灾工作的指示 "
     "speaker=林远山\n"},
    {"传达学习林远山总书记关于安全生产工作的重要指示和何为民总理批示精神。",
     "林远山总书记关于安全生产工作的重要指示 | relay instruction national event=关于安全生产工作的指示 "
     "speaker=林远山\n"},
    {"传达学习林远山总书记给洞庭湖畔护鸟队员的回信精神。",
     "林远山总书记给洞庭湖畔护鸟队员的回信精神 | relay - national event=给洞庭湖畔护鸟队员的回信 speaker=林远山\n"},
    {"传达学习林远山总书记致全国河长论坛的贺信精神。",
     "林远山总书记致全国河长论坛的贺信精神 | relay - national event=给全国河长论坛的贺信 speaker=林远山\n"},
    {"传达学习省委书记钱大江在省委常委会（扩大）会议上的讲话精神。",
     "省委书记钱大江在省委常委会（扩大）会议上的讲话精神 | relay speech province place=湖南省 organ=省委常委会 "
     "speaker=钱大江\n"},
    {"会议传达学习省委书记钱大江在我市调研防汛工作时的讲话精神。",
     "省委书记钱大江在我市调研防汛工作时的讲话精神 | relay speech province place=湖南省 event=考察岳阳防汛工作 "
     "speaker=钱大江\n"},
    {"会议传达学习省委十二届四次全会精神，部署贯彻工作。",
     "省委十二届四次全会精神 | relay meeting province place=湖南省 organ=省委全会 number=4\n"},
    {"传达学习全省安全生产电视电话会议精神、《湖南省防汛应急预案》和省防汛抗旱指挥部第三次会议精神。",
     "全省安全生产电视电话会议精神 | relay meeting province place=湖南省 event=全省安全生产电视电话会议\n"
     "《湖南省防汛应急预案》 | relay policy - title=湖南省防汛应急预案\n"
     "省防汛抗旱指挥部第三次会议精神 | relay meeting province place=湖南省 organ=省防指 number=3\n"},
    {"会议指出，7月3日，林远山总书记主持召开中央政治局常委会会议，专题研究防汛工作。",
     "林远山总书记主持召开中央政治局常委会会议 | mention meeting national organ=中央政治局常委会 speaker=林远山 "
     "date=2023-07-03\n"},
    {"会议强调，要深入贯彻中央财经委员会第七次会议精神。",
     "中央财经委员会第七次会议精神 | relay meeting national organ=中央财经委 number=7\n"},
    {"会议传达学习林远山总书记在中央政治局第九次集体学习时的重要讲话精神。",
     "林远山总书记在中央政治局第九次集体学习时的重要讲话精神 | relay speech national organ=中央政治局 speaker=林远山 "
     "number=9\n"},
    {"传达学习林远山总书记在主持中央全面深化改革委员会第六次会议时的重要讲话精神。",
     "林远山总书记在主持中央全面深化改革委员会第六次会议时的重要讲话精神 | relay speech national organ=中央深改委 "
     "speaker=林远山 number=6\n"},
    {"传达学习林远山总书记对残疾人就业工作作出的重要指示精神。",
     "林远山总书记对残疾人就业工作作出的重要指示精神 | relay instruction national event=关于残疾人就业工作的指示 "
     "speaker=林远山\n"},
    {"传达学习7月3日湖南省委常委会、7月8日岳阳市委常委会会议精神。",
     "7月3日湖南省委常委会 | relay meeting province place=湖南省 organ=省委常委会 date=2023-07-03\n"
     "7月8日岳阳市委常委会会议精神 | relay meeting city place=湖南省岳阳市 organ=市委常委会 date=2023-07-08\n"},
    {"传达学习国务院安全生产委员会第三次全体会议精神和国务院安委会第四次全体会议精神。",
     "国务院安全生产委员会第三次全体会议精神 | relay meeting national organ=国务院安委会 number=3\n"
     "国务院安委会第四次全体会议精神 | relay meeting national organ=国务院安委会 number=4\n"},
    {"会议学习《关于加强堤防管理的意见》（以下简称《意见》），《意见》共六章。",
     "《关于加强堤防管理的意见》 | relay policy - title=关于加强堤防管理的意见\n"},
    {"要认真落实市委常委会会议部署，抓好各项工作。", ""},
    {"会议审议《岳阳市防汛应急预案》，听取防汛工作汇报。", ""},
    {"党中央印发《关于加强基层防汛力量建设的意见》，各级要抓好落实。",
     "《关于加强基层防汛力量建设的意见》 | mention policy - title=关于加强基层防汛力量建设的意见\n"},
    {"要深入学习贯彻林远山总书记系列重要讲话精神和党中央决策部署。", ""},
    {"全面贯彻党的十九大和十九届二中、三中、四中全会精神。", ""},
    {"会议传达学习党的二十届三中全会精神。", "党的二十届三中全会精神 | relay meeting - event=党的二十届三中全会\n"},
    {"林远山总书记先后主持召开中央政治局会议和中央政治局常委会会议研究防汛工作。", ""},
    {"会议传达学习国务院常务会议精神、国务院第三次全体会议精神。",
     "国务院常务会议精神 | relay meeting national organ=国务院常务会议\n"
     "国务院第三次全体会议精神 | relay meeting national organ=国务院全体会议 number=3\n"},
    {"会议传达学习《求是》杂志发表的林远山总书记重要文章《论治水》精神。",
     "《论治水》 | relay article national title=论治水 speaker=林远山\n"},
    {"会议学习了中共中央办公厅、国务院办公厅印发的《关于进一步加强防汛责任制的通知》。",
     "《关于进一步加强防汛责任制的通知》 | relay policy national title=关于进一步加强防汛责任制的通知\n"},
    {"会议学习贯彻林远山总书记在参加湖北代表团审议时的重要讲话精神。",
     "林远山总书记在参加湖北代表团审议时的重要讲话精神 | relay speech national event=湖北代表团审议 speaker=林远山\n"},
    {"传达学习了全国组织部长会议和全省组织部长会议精神",
     "全国组织部长会议 | relay meeting national event=全国组织部长会议\n"
     "全省组织部长会议精神 | relay meeting province place=湖南省 event=全省组织部长会议\n"},
    {"会议传达学习第三次全国治水大会精神特别是林远山总书记重要讲话精神",
     "第三次全国治水大会精神 | relay meeting national event=全国治水大会 number=3\n"},
    {"日前，全国防汛抗旱工作会议在北京召开。",
     "全国防汛抗旱工作会议 | mention meeting national event=全国防汛抗旱工作会议\n"},
    {"会议学习领会何为民总理在国务院防汛专题会议上的讲话精神。",
     "何为民总理在国务院防汛专题会议上的讲话精神 | relay speech national organ=国务院 event=国务院防汛专题会议 "
     "speaker=何为民\n"},
    {"要按照省委、省政府要求，在会议上形成共识，社会上反响热烈。", ""},
    {"传达市委书记赵一方在市委办公室调研时的讲话。", "市委书记赵一方在市委办公室调研时的讲话 | relay speech city "
                                                     "place=湖南省岳阳市 event=考察市委办公室 speaker=赵一方\n"},
    {"会议传达湖南省委常委会议精神和长沙市委全会精神。",
     "湖南省委常委会议精神 | relay meeting province place=湖南省 organ=省委常委会\n"
     "长沙市委全会精神 | relay meeting city place=湖南省长沙市 organ=市委全会\n"},
    {"传达学习林远山总书记在二十届中央纪委二次全会上的重要讲话精神和全会精神。",
     "林远山总书记在二十届中央纪委二次全会上的重要讲话精神 | relay speech national organ=中央纪委 "
     "event=二十届中央纪委全会 speaker=林远山 number=2\n"},
    {"昨日，省委常委会召开会议，传达学习全国两会精神。", "全国两会精神 | relay meeting national event=全国两会\n"},
    {"传达学习了林远山总书记在中央政治局常委会会议上的重要讲话精神、在中央深改委第十二次会议的重要讲话精神。",
     "林远山总书记在中央政治局常委会会议上的重要讲话精神 | relay speech national organ=中央政治局常委会 "
     "speaker=林远山\n"
     "在中央深改委第十二次会议的重要讲话精神 | relay speech national organ=中央深改委 speaker=林远山 number=12\n"},
    {"会议学习了林远山总书记在省部级主要领导干部学习贯彻党的二十届三中全会精神专题研讨班开班式上的重要讲话精神。",
     "林远山总书记在省部级主要领导干部学习贯彻党的二十届三中全会精神专题研讨班开班式上的重要讲话精神 | relay speech "
     "national event=省部级主要领导干部学习贯彻党的二十届三中全会精神专题研讨班开班式 speaker=林远山\n"},
    {"传达学习省长孙长河在岳阳调研时的讲话精神，省政府第12次常务会议精神，研究防汛工作。",
     "省长孙长河在岳阳调研时的讲话精神 | relay speech province place=湖南省 event=考察岳阳 speaker=孙长河\n"
     "省政府第12次常务会议精神 | relay meeting province place=湖南省 organ=省政府常务会议 number=12\n"},
    {"领学了《中央政治局召开会议强调 全力防汛》。",
     "《中央政治局召开会议强调 全力防汛》 | relay - national title=中央政治局召开会议强调 全力防汛\n"},
};

static void every_shape_of_a_reference(void **state)
{
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        check(*state, meeting(), sentences[i].text, sentences[i].expected);
}

static void places_are_code_points_of_the_line(void **state)
{
    struct parsed parsed = {0};
    read_one(*state, meeting(), "市委召开常委会会议\n\n　　会议传达学习全省防汛工作会议精神。", &parsed);
    assert_int_equal(parsed.reference_count, 1);
    assert_int_equal(parsed.references[0].where.line, 3);
    assert_int_equal(parsed.references[0].where.start, 8);
    assert_int_equal(parsed.references[0].where.end, 18);
    parsed_free(&parsed);
}

static void a_year_is_never_later_than_the_document(void **state)
{
    check(*state, meeting(), "传达学习12月26日中央政治局会议精神。",
          "12月26日中央政治局会议精神 | relay meeting national organ=中央政治局 date=2022-12-26\n");
}

static void a_body_without_a_date_has_the_one_given_elsewhere(void **state)
{
    check(*state, meeting(), "传达学习中央政治局会议精神。\n会议指出，6月30日，林远山总书记主持召开中央政治局会议。",
          "中央政治局会议精神 | relay meeting national organ=中央政治局 date=2023-06-30\n"
          "林远山总书记主持召开中央政治局会议 | mention meeting national organ=中央政治局 speaker=林远山 "
          "date=2023-06-30\n");
    check(*state, meeting(), "传达学习中央政治局会议精神。\n会议指出，3月30日，林远山总书记主持召开中央政治局会议。",
          "中央政治局会议精神 | relay meeting national organ=中央政治局\n"
          "林远山总书记主持召开中央政治局会议 | mention meeting national organ=中央政治局 speaker=林远山 "
          "date=2023-03-30\n");
}

static void a_speaker_does_not_refer_to_his_own_meetings(void **state)
{
    struct document speech = {.kind = KIND_SPEECH, .level = LEVEL_NATIONAL, .date = {2023, 7, 10}};
    check(*state, speech, "6月30日，我主持召开中央政治局会议，我在中央防汛工作会议上讲过。", "");
}

static void a_province_is_the_readers(void **state)
{
    struct document county = {.kind = KIND_MEETING,
                              .level = LEVEL_COUNTY,
                              .place = mem_copy("湖南省岳阳市华容县"),
                              .organ = mem_copy("县委常委会"),
                              .date = {2023, 7, 12}};
    check(*state, county, "县委常委会召开会议，传达学习省委常委会会议精神和市委全会精神。",
          "省委常委会会议精神 | relay meeting province place=湖南省 organ=省委常委会\n"
          "市委全会精神 | relay meeting city place=湖南省岳阳市 organ=市委全会\n");
    struct document district = {.kind = KIND_MEETING,
                                .level = LEVEL_COUNTY,
                                .place = mem_copy("重庆市长寿区"),
                                .organ = mem_copy("区委常委会"),
                                .date = {2023, 7, 12}};
    check(*state, district, "区委常委会召开会议，传达学习市委常委会会议精神。",
          "市委常委会会议精神 | relay meeting province place=重庆市 organ=市委常委会\n");
}

static void a_city_and_a_region_are_several_things(void **state)
{
    struct document town = {.kind = KIND_MEETING,
                            .level = LEVEL_COUNTY,
                            .place = mem_copy("湖南省岳阳市汨罗市"),
                            .organ = mem_copy("市委常委会"),
                            .date = {2023, 7, 12}};
    check(*state, town, "市委常委会召开会议，传达学习岳阳市委常委会会议精神。市委常委会会议指出，要抓落实。",
          "岳阳市委常委会会议精神 | relay meeting city place=湖南省岳阳市 organ=市委常委会\n");
    struct document region = {.kind = KIND_MEETING,
                              .level = LEVEL_CITY,
                              .place = mem_copy("广西壮族自治区桂林市"),
                              .organ = mem_copy("市委常委会"),
                              .date = {2023, 7, 12}};
    check(*state, region, "市委常委会召开会议，传达学习全区防汛工作会议精神。",
          "全区防汛工作会议精神 | relay meeting province place=广西壮族自治区 event=全区防汛工作会议\n");
}

static void a_study_list_names_its_items(void **state)
{
    struct document notice = {
        .kind = KIND_NOTICE, .level = LEVEL_UNIT, .organ = mem_copy("院党委"), .date = {2023, 7, 10}};
    check(*state, notice,
          "关于组织集中学习的通知\n"
          "一、学习内容\n"
          "1.林远山总书记在中央防汛工作会议上的讲话；\n"
          "2.6月30日中共中央政治局召开研究防汛形势，部署防汛工作会议精神；\n"
          "3.中共中央办公厅 国务院办公厅印发《关于加强堤防管理的意见》；\n"
          "4. 省委书记、省防汛指挥部政委钱大江在省委第三次专题会\n"
          "议暨省防汛指挥部会议上的讲话精神。\n"
          "《党章》《堤防管理条例》。",
          "林远山总书记在中央防汛工作会议上的讲话 | listed speech national event=中央防汛工作会议 speaker=林远山\n"
          "6月30日中共中央政治局召开研究防汛形势，部署防汛工作会议精神 | listed meeting national organ=中央政治局 "
          "date=2023-06-30\n"
          "《关于加强堤防管理的意见》 | listed policy national title=关于加强堤防管理的意见\n"
          "省委书记、省防汛指挥部政委钱大江在省委第三次专题会议暨省防汛指挥部会议上的讲话精神 | listed speech province "
          "organ=省委专题会议 event=省委专题会议暨省防汛指挥部会议 speaker=钱大江 number=3\n"
          "《党章》 | listed policy - title=党章\n"
          "《堤防管理条例》 | listed policy - title=堤防管理条例\n");
}

static void a_list_of_headlines_names_what_they_head(void **state)
{
    struct document notice = {
        .kind = KIND_NOTICE, .level = LEVEL_UNIT, .organ = mem_copy("院党委"), .date = {2023, 8, 25}};
    check(*state, notice,
          "学习材料目录\n"
          "1.中共中央政治局常务委员会召开会议研究部署防汛抗洪工作（7月3日）\n"
          "2.林远山对防汛救灾工作作出重要指示（7月12日）\n"
          "3.省委常委会召开会议传达学习林远山总书记在防汛救灾座谈会上的重要讲话精神（8月14日）",
          "中共中央政治局常务委员会召开会议研究部署防汛抗洪工作 | listed meeting national organ=中央政治局常委会 "
          "title=中共中央政治局常务委员会召开会议研究部署防汛抗洪工作 date=2023-07-03\n"
          "林远山对防汛救灾工作作出重要指示 | listed instruction - event=关于防汛救灾工作的指示 date=2023-07-12\n"
          "省委常委会召开会议传达学习林远山总书记在防汛救灾座谈会上的重要讲话精神 | listed meeting province "
          "organ=省委常委会 "
          "title=省委常委会召开会议传达学习林远山总书记在防汛救灾座谈会上的重要讲话精神 date=2023-08-14\n");
}

static void what_is_broken_over_lines_ends_with_its_first(void **state)
{
    struct parsed parsed = {0};
    struct document agenda = {.kind = KIND_AGENDA, .level = LEVEL_UNIT, .date = {2023, 7, 10}};
    read_one(*state, agenda, "议程\n第一项：周小河同志领学林远山总书记在中央防汛\n工作会议上的讲话精神", &parsed);
    assert_int_equal(parsed.reference_count, 1);
    assert_string_equal(parsed.references[0].event, "中央防汛工作会议");
    assert_int_equal(parsed.references[0].where.line, 2);
    assert_int_equal(parsed.references[0].where.start, 11);
    assert_int_equal(parsed.references[0].where.end, 22);
    parsed_free(&parsed);
}

static void what_a_width_broke_is_read_whole(void **state)
{
    struct parsed parsed = {0};
    read_one(*state, meeting(),
             "市委召开常委会会议\n"
             "　　7月10日，市委书记赵一方主持召开市\n"
             "委常委会会议，传达学习林远山总书记在中央\n"
             "防汛救灾工作会议上的重要讲话精神，研究我\n"
             "市贯彻落实措施。\n"
             "　　会议强调，要压紧压实防汛责任，加强巡\n"
             "堤查险和值班值守，抓好水库堤防安全度汛，\n"
             "及时转移危险地带群众，做好受灾群众生活安\n"
             "置，抓紧组织生产自救，统筹做好抢险救援、\n"
             "物资保障、卫生防疫和宣传引导各项工作，坚\n"
             "决守住不发生群死群伤的底线，确保全市人民\n"
             "群众生命财产安全，确保社会大局和谐稳定，\n"
             "以实际行动落实好各项部署要求，把工作抓细\n"
             "抓实抓到位，层层传导压力，层层抓好落实，\n"
             "切实把责任落到每一个环节。\n",
             &parsed);
    assert_int_equal(parsed.reference_count, 1);
    assert_string_equal(parsed.references[0].text, "林远山总书记在中央防汛救灾工作会议上的重要讲话精神");
    assert_int_equal(parsed.references[0].where.line, 3);
    assert_int_equal(parsed.references[0].where.start, 11);
    assert_int_equal(parsed.references[0].where.end, 20);
    parsed_free(&parsed);
}

static void the_document_itself_is_no_reference(void **state)
{
    struct document own = meeting();
    free(own.organ);
    own.organ = mem_copy("市防汛抗旱指挥部");
    own.number = 3;
    check(*state, own, "7月10日，市防汛抗旱指挥部召开第三次会议。市防汛抗旱指挥部会议强调，要落实责任。", "");
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
        cmocka_unit_test(every_shape_of_a_reference),
        cmocka_unit_test(places_are_code_points_of_the_line),
        cmocka_unit_test(a_year_is_never_later_than_the_document),
        cmocka_unit_test(a_body_without_a_date_has_the_one_given_elsewhere),
        cmocka_unit_test(a_speaker_does_not_refer_to_his_own_meetings),
        cmocka_unit_test(a_province_is_the_readers),
        cmocka_unit_test(a_city_and_a_region_are_several_things),
        cmocka_unit_test(a_study_list_names_its_items),
        cmocka_unit_test(a_list_of_headlines_names_what_they_head),
        cmocka_unit_test(what_is_broken_over_lines_ends_with_its_first),
        cmocka_unit_test(what_a_width_broke_is_read_whole),
        cmocka_unit_test(the_document_itself_is_no_reference),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
