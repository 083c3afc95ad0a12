/* Lines around the documents, and what documents tell of each other's years. */
#include "expect_documents.h"

static void page_numbers_and_running_heads_go_with_the_document_above(void **state)
{
    static const struct documents_case cases[] = {
        {"市委常委会召开会议\n"
         "7月3日，亳州市委书记王洪主持召开市委常委会会议，研究防汛工作。\n"
         "会议指出，要守住堤防。\n"
         "\n"
         "— 4 —\n"
         "\n"
         "内部学习参考　2031年第6期\n"
         "\n"
         "市政府召开常务会议\n"
         "2031年7月5日，市长李伟主持召开市政府第8次常务会议，研究抢险工作。\n"
         "会议强调，要备足物料。\n"
         "\n"
         "— 5 —\n"
         "内部学习参考　2031年第6期\n",
         "1-7 meeting city 安徽省亳州市 | 市委常委会 | 2031-07-03 inferred | 王洪 | 0 | 市委常委会召开会议\n"
         "9-14 meeting city 安徽省亳州市 | 市政府常务会议 | 2031-07-05 stated | 李伟 | 8 | 市政府召开常务会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void contents_are_a_document_and_headings_of_sections_go_with_the_one_above(void **state)
{
    static const struct documents_case cases[] = {
        {"学习资料汇编\n"
         "目　　录\n"
         "01　全国防汛工作会议在京召开………1\n"
         "02　校党委召开常委会会议　　03　材料学院党政联席会\n"
         "\n"
         "\n"
         "01　全国防汛工作会议在京召开\n"
         "2031年7月3日，全国防汛工作会议在京召开。国务院副总理丁宁主持会议。\n"
         "丁宁强调，要备足物料。\n"
         "\n"
         "以下为各地贯彻情况\n"
         "\n"
         "省委常委会召开会议\n"
         "7月6日，安徽省委书记韩立主持召开省委常委会会议，传达学习全国防汛工作会议精神。\n"
         "会议强调，要守住堤防。\n",
         "1-4 article national - | - | - none | | 0 | 学习资料汇编\n"
         "7-11 meeting national - | 全国防汛工作会议 | 2031-07-03 stated | 丁宁 | 0 | 01 全国防汛工作会议在京召开\n"
         "13-15 meeting province 安徽省 | 省委常委会 | 2031-07-06 inferred | 韩立 | 0 | 省委常委会召开会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void slogans_above_a_title_belong_to_it(void **state)
{
    static const struct documents_case cases[] = {
        {"市委常委会召开会议\n"
         "2031年7月3日，亳州市委书记王洪主持召开市委常委会会议，研究防汛工作。\n"
         "会议指出，要守住堤防。\n"
         "\n"
         "众志成城！万众一心！\n"
         "守住大堤，就是守住家园！\n"
         "市政府召开常务会议\n"
         "2031年7月5日，市长李伟主持召开市政府第8次常务会议，研究抢险工作。\n"
         "会议强调，要备足物料。\n"
         "\n"
         "把水利建到田头\n"
         "\n"
         "市委农村工作领导小组召开会议\n"
         "\n"
         "王洪主持\n"
         "\n"
         "2031年7月9日，市委书记王洪主持召开市委农村工作领导小组会议，研究灌溉工作。\n",
         "1-3 meeting city 安徽省亳州市 | 市委常委会 | 2031-07-03 stated | 王洪 | 0 | 市委常委会召开会议\n"
         "5-9 meeting city 安徽省亳州市 | 市政府常务会议 | 2031-07-05 stated | 李伟 | 8 | "
         "众志成城！万众一心！ 守住大堤，就是守住家园！ 市政府召开常务会议\n"
         "11-17 meeting city 安徽省亳州市 | 市委农村工作领导小组 | 2031-07-09 stated | 王洪 | 0 | "
         "把水利建到田头 市委农村工作领导小组召开会议 王洪主持\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void policies_of_ministries_with_who_signed(void **state)
{
    static const struct documents_case cases[] = {
        {"水利部等三部门关于加强山塘安全管理的指导意见\n"
         "水运管〔2031〕7号\n"
         "各省、自治区、直辖市水利厅，有关部门：\n"
         "为加强山塘管理，现提出以下意见。\n"
         "一、压实责任\n"
         "（一）每座山塘应当有管护人。\n"
         "水利部　财政部\n"
         "应急管理部\n"
         "2031年3月15日\n"
         "\n"
         "国务院办公厅关于做好山塘检修的通知\n"
         "国办发〔2031〕19号\n"
         "各省、自治区、直辖市人民政府：\n"
         "为做好检修，现通知如下。\n"
         "一、每座山塘检修一次。\n"
         "国务院办公厅\n"
         "2031年4月3日\n"
         "（此件公开发布）\n"
         "\n"
         "关于学习贯彻国务院国资委党委（扩大）会议精神的通知\n"
         "各子公司党委：\n"
         "现将有关事项通知如下。\n"
         "（一）各单位须开一次专题会。\n"
         "集团党组\n"
         "2031年4月15日\n",
         "1-9 policy national - | 水利部等三部门 | 2031-03-15 stated | | 0 | "
         "水利部等三部门关于加强山塘安全管理的指导意见\n"
         "11-18 policy national - | 国务院办公厅 | 2031-04-03 stated | | 0 | 国务院办公厅关于做好山塘检修的通知\n"
         "20-25 notice unit - | 集团党组 | 2031-04-15 stated | | 0 | "
         "关于学习贯彻国务院国资委党委（扩大）会议精神的通知\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void articles_of_commentators(void **state)
{
    static const struct documents_case cases[] = {
        {"中共中央政治局召开会议\n"
         "中共中央政治局2031年4月26日召开会议，研究防汛工作。中共中央总书记陈立主持会议。\n"
         "会议还研究了其他事项。\n"
         "\n"
         "让守堤的人安心\n"
         "——学习贯彻全国防汛工作会议精神\n"
         "本报评论员\n"
         "守堤先要守住人心。\n"
         "心安了，堤就稳了。\n",
         "1-3 meeting national - | 中共中央政治局 | 2031-04-26 stated | 陈立 | 0 | 中共中央政治局召开会议\n"
         "5-9 article national - | - | - none | | 0 | 让守堤的人安心 ——学习贯彻全国防汛工作会议精神\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void names_of_other_peoples(void **state)
{
    static const struct documents_case cases[] = {
        {"盟委召开委员（扩大）会议\n"
         "2031年6月18日，锡林郭勒盟委书记乌兰巴特尔主持召开盟委委员（扩大）会议，研究防火工作。\n"
         "\n"
         "州委召开常委会会议\n"
         "欧阳文海主持\n"
         "2031年6月19日，甘孜藏族自治州州委召开常委会会议，研究防汛工作。\n"
         "\n"
         "旗政府召开常务会议\n"
         "2031年6月21日，苏尼特右旗旗长巴雅尔图主持召开旗人民政府第9次常务会议，研究牧业。\n",
         "1-2 meeting city 内蒙古自治区锡林郭勒盟 | 盟委委员会议 | 2031-06-18 stated | 乌兰巴特尔 | 0 | "
         "盟委召开委员（扩大）会议\n"
         "4-6 meeting city 四川省甘孜藏族自治州 | 州委常委会 | 2031-06-19 stated | 欧阳文海 | 0 | "
         "州委召开常委会会议 欧阳文海主持\n"
         "8-9 meeting county 内蒙古自治区锡林郭勒盟苏尼特右旗 | 旗政府常务会议 | 2031-06-21 stated | 巴雅尔图 | 9 | "
         "旗政府召开常务会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void a_year_by_what_is_relayed(void **state)
{
    static const struct documents_case cases[] = {
        /* The session of a body that met in another year than the document right above. */
        {"陈立主持召开中央财经委员会第七次会议\n"
         "新华社北京6月18日电　中共中央总书记陈立2026年6月18日主持召开中央财经委员会第七次会议，研究节水。\n"
         "\n"
         "中共中央政治局召开会议\n"
         "中共中央政治局2031年4月26日召开会议，研究防汛工作。中共中央总书记陈立主持会议。\n"
         "\n"
         "省委常委会召开会议\n"
         "6月27日，安徽省委书记韩立主持召开省委常委会会议，传达学习中央财经委员会第七次会议精神。\n"
         "\n"
         "省政府召开常务会议\n"
         "5月2日，安徽省省长丁宁主持召开省政府第3次常务会议，传达学习4月26日中央政治局会议精神。\n",
         "1-2 meeting national - | 中央财经委员会 | 2026-06-18 stated | 陈立 | 7 | "
         "陈立主持召开中央财经委员会第七次会议\n"
         "4-5 meeting national - | 中共中央政治局 | 2031-04-26 stated | 陈立 | 0 | 中共中央政治局召开会议\n"
         "7-8 meeting province 安徽省 | 省委常委会 | 2026-06-27 inferred | 韩立 | 0 | 省委常委会召开会议\n"
         "10-11 meeting province 安徽省 | 省政府常务会议 | 2031-05-02 inferred | 丁宁 | 3 | 省政府召开常务会议\n"},
        /* The year that all others share. */
        {"县委常委会召开会议\n"
         "6月3日，罗田县委书记王洪主持召开县委常委会会议，研究防汛工作。\n"
         "\n"
         "区委常委会召开会议\n"
         "2031年6月9日，亭湖区委书记李伟主持召开区委常委会会议，研究防汛工作。\n"
         "\n"
         "旗委常委会召开会议\n"
         "2031年6月19日，苏尼特右旗旗委书记包强主持召开旗委常委会会议，研究防火工作。\n",
         "1-2 meeting county 湖北省黄冈市罗田县 | 县委常委会 | 2031-06-03 inferred | 王洪 | 0 | 县委常委会召开会议\n"
         "4-5 meeting county 江苏省盐城市亭湖区 | 区委常委会 | 2031-06-09 stated | 李伟 | 0 | 区委常委会召开会议\n"
         "7-8 meeting county 内蒙古自治区锡林郭勒盟苏尼特右旗 | 旗委常委会 | 2031-06-19 stated | 包强 | 0 | "
         "旗委常委会召开会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void drawn_lines_covers_and_sections(void **state)
{
    static const struct documents_case cases[] = {
        {"2031年10月学习内容\n"
         "\n"
         "一、中央精神\n"
         "\n"
         "中共中央政治局召开会议\n"
         "中共中央政治局9月28日召开会议，研究农村公路。中共中央总书记陈立主持会议。\n"
         "会议指出，要修好路。\n"
         "━━━━━━━━━━━━\n"
         "陈立致信祝贺全国农村公路博览会开幕\n"
         "10月5日，中共中央总书记陈立致信祝贺全国农村公路博览会开幕。\n"
         "\n"
         "二、县内要闻\n"
         "\n"
         "苍南县召开农村饮水安全工作推进会\n"
         "10月8日，苍南县召开农村饮水安全工作推进会，县长易水主持会议。\n",
         "1-3 article national - | - | - none | | 0 | 2031年10月学习内容\n"
         "5-7 meeting national - | 中共中央政治局 | 2031-09-28 inferred | 陈立 | 0 | 中共中央政治局召开会议\n"
         "9-12 instruction national - | - | 2031-10-05 inferred | 陈立 | 0 | 陈立致信祝贺全国农村公路博览会开幕\n"
         "14-15 meeting county 浙江省温州市苍南县 | 农村饮水安全工作推进会 | 2031-10-08 inferred | 易水 | 0 | "
         "苍南县召开农村饮水安全工作推进会\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void meetings_of_heads_of_units(void **state)
{
    static const struct documents_case cases[] = {
        {"2031年第14次院长办公会纪要\n"
         "5月10日上午，院长马青主持召开西海市第六人民医院2031年第14次院长办公会。\n"
         "会议指出，要方便患者。\n"
         "\n"
         "机电学院召开2031年第6次党政联席会\n"
         "5月12日，机电学院党总支书记牛敬主持召开2031年第6次党政联席会。\n"
         "\n"
         "长顺物流集团党委2031年第11次党委会议题\n"
         "时间：2031-05-18 09:00\n"
         "主持：章伯\n"
         "1．听取防汛情况\n",
         "1-3 meeting unit - | 院长办公会 | 2031-05-10 stated | 马青 | 14 | 2031年第14次院长办公会纪要\n"
         "5-6 meeting unit - | 党政联席会 | 2031-05-12 stated | 牛敬 | 6 | 机电学院召开2031年第6次党政联席会\n"
         "8-11 agenda unit - | 长顺物流集团党委会议 | 2031-05-18 stated | 章伯 | 11 | "
         "长顺物流集团党委2031年第11次党委会议题\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void credits_right_above_the_next_title(void **state)
{
    static const struct documents_case cases[] = {
        {"县委常委会召开会议\n"
         "2031年6月3日，桐梓县委书记叶东主持召开县委常委会会议。\n"
         "（县融媒体中心 供稿）\n"
         "县政府召开常务会议\n"
         "2031年6月4日，桐梓县县长林夏主持召开县政府常务会议。\n"
         "（责编：何小岸）\n"
         "县委召开专题会议\n"
         "2031年6月5日，桐梓县委书记叶东主持召开县委专题会议。\n",
         "1-3 meeting county 贵州省遵义市桐梓县 | 县委常委会 | 2031-06-03 stated | 叶东 | 0 | 县委常委会召开会议\n"
         "4-6 meeting county 贵州省遵义市桐梓县 | 县政府常务会议 | 2031-06-04 stated | 林夏 | 0 | 县政府召开常务会议\n"
         "7-8 meeting county 贵州省遵义市桐梓县 | 县委专题会议 | 2031-06-05 stated | 叶东 | 0 | 县委召开专题会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void what_web_pages_put_around_a_text(void **state)
{
    static const struct documents_case cases[] = {
        {"县政府召开常务会议\n"
         "2031年6月4日，桐梓县县长林夏主持召开县政府常务会议。\n"
         "（一审：何小岸　二审：罗青　三审：甘雨）\n"
         "桐梓县防汛抗旱指挥部令\n"
         "（第2号）\n"
         "　　河水上涨，沿河各镇要组织群众转移。\n"
         "　　指　挥：林夏\n"
         "　　2031年6月5日\n"
         "桐梓县水库除险工作方案\n"
         "（2031年6月6日县水利局印发）\n"
         "一、逐库检查。\n"
         "【打印本页】【关闭窗口】\n"
         "县委召开专题会议\n"
         "山城新闻网  www.example.org   2031-06-08\n"
         "6月7日，桐梓县委书记叶东主持召开县委专题会议。\n",
         "1-3 meeting county 贵州省遵义市桐梓县 | 县政府常务会议 | 2031-06-04 stated | 林夏 | 0 | 县政府召开常务会议\n"
         "4-8 notice county 贵州省遵义市桐梓县 | 县防汛抗旱指挥部 | 2031-06-05 stated | | 0 | 桐梓县防汛抗旱指挥部令\n"
         "9-12 policy county 贵州省遵义市桐梓县 | 县水利局 | 2031-06-06 stated | | 0 | 桐梓县水库除险工作方案\n"
         "13-15 meeting county 贵州省遵义市桐梓县 | 县委专题会议 | 2031-06-07 inferred | 叶东 | 0 | "
         "县委召开专题会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void web_pages_begin_with_where_they_stand(void **state)
{
    static const struct documents_case cases[] = {
        {"县政府召开常务会议\n"
         "2031年6月4日，桐梓县县长林夏主持召开县政府常务会议。\n"
         "与会人员还交流了，\n"
         "当前位置：首页 > 要闻 > 正文\n"
         "县委召开专题会议\n"
         "2031年6月7日，桐梓县委书记叶东主持召开县委专题会议。\n"
         "首页 / 公开\n"
         "中共桐梓县委办公室 桐梓县政府办公室\n"
         "关于做好防汛工作的通知\n"
         "各镇：\n"
         "要逐库检查。\n"
         "县委办公室\n"
         "2031年6月8日\n",
         "1-3 meeting county 贵州省遵义市桐梓县 | 县政府常务会议 | 2031-06-04 stated | 林夏 | 0 | 县政府召开常务会议\n"
         "4-6 meeting county 贵州省遵义市桐梓县 | 县委专题会议 | 2031-06-07 stated | 叶东 | 0 | 县委召开专题会议\n"
         "7-13 notice county 贵州省遵义市桐梓县 | 中共桐梓县委办公室 桐梓县政府办公室 | 2031-06-08 stated | | 0 | "
         "中共桐梓县委办公室 "
         "桐梓县政府办公室 关于做好防汛工作的通知\n"},
        {"校党委理论学习中心组学习会议程\n"
         "时间：2031年6月3日\n"
         "一、自学书目\n"
         "《中国共产党纪律处分条例》\n"
         "《关于加强防汛工作的意见》\n"
         "二、交流研讨\n"
         "各支部书记发言。\n",
         "1-7 agenda unit - | 校党委理论学习中心组 | 2031-06-03 stated | | 0 | 校党委理论学习中心组学习会议程\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void furniture_right_above_the_next_title(void **state)
{
    static const char *const furniture[] = {"编辑丨何小岸\n审核丨罗青\n",
                                            "文/何小岸 图/罗青\n",
                                            "—END—\n往期推荐\n",
                                            "附件：1.任务清单\n2.联系方式\n",
                                            "【字体：大 中 小】\n【打印】【关闭】\n",
                                            "阅读 1234\n点赞 5 在看 6\n",
                                            "长按识别二维码\n",
                                            "主办：县人民政府\n备案号：黔备00000001号\n",
                                            "（何小岸 罗青）\n",
                                            "供稿单位：县委办\n撰稿人：何小岸\n",
                                            "点击下方“阅读原文”查看更多\n"};
    for (size_t i = 0; i < sizeof furniture / sizeof furniture[0]; i++) {
        struct buffer text = {0};
        struct parsed parsed = {0};
        buffer_print(&text,
                     "县委常委会召开会议\n2031年6月3日，桐梓县委书记叶东主持召开县委常委会会议。\n%s"
                     "县政府召开常务会议\n2031年6月4日，桐梓县县长林夏主持召开县政府常务会议。\n",
                     furniture[i]);
        documents_read(*state, text.bytes, &parsed);
        assert_int_equal(parsed.document_count, 2);
        assert_string_equal(parsed.documents[1].title, "县政府召开常务会议");
        parsed_free(&parsed);
        buffer_free(&text);
    }
}

static void text_without_full_stops(void **state)
{
    static const struct documents_case cases[] = {
        {"县委常委会召开会议\n"
         "2031年6月3日，桐梓县委书记叶东主持召开县委常委会会议，传达学习全省防汛工作会议精神，会议强调，要守好大堤，夜"
         "里有人走，白天有人修，\n"
         "县政府召开常务会议\n"
         "2031年6月4日，桐梓县县长林夏主持召开县政府常务会议，研究水库除险，会议指出，水库的闸门有三处漏水，要在月底以"
         "前一处一处修好，\n",
         "1-2 meeting county 贵州省遵义市桐梓县 | 县委常委会 | 2031-06-03 stated | 叶东 | 0 | 县委常委会召开会议\n"
         "3-4 meeting county 贵州省遵义市桐梓县 | 县政府常务会议 | 2031-06-04 stated | 林夏 | 0 | "
         "县政府召开常务会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(page_numbers_and_running_heads_go_with_the_document_above),
        cmocka_unit_test(contents_are_a_document_and_headings_of_sections_go_with_the_one_above),
        cmocka_unit_test(slogans_above_a_title_belong_to_it),
        cmocka_unit_test(policies_of_ministries_with_who_signed),
        cmocka_unit_test(articles_of_commentators),
        cmocka_unit_test(names_of_other_peoples),
        cmocka_unit_test(a_year_by_what_is_relayed),
        cmocka_unit_test(drawn_lines_covers_and_sections),
        cmocka_unit_test(meetings_of_heads_of_units),
        cmocka_unit_test(credits_right_above_the_next_title),
        cmocka_unit_test(what_web_pages_put_around_a_text),
        cmocka_unit_test(furniture_right_above_the_next_title),
        cmocka_unit_test(web_pages_begin_with_where_they_stand),
        cmocka_unit_test(text_without_full_stops),
    };
    return cmocka_run_group_tests(tests, documents_setup, documents_teardown);
}
