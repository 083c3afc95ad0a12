/* Where documents begin and end in compilations of every layout. */
#include "expect_documents.h"

static void a_readout_without_a_title_runs_on(void **state)
{
    static const struct documents_case cases[] = {
        {"市委召开常委会会议\n"
         "\n"
         "抓实防汛备汛 守护一江安澜\n"
         "\n"
         "4月9日上午，市委书记罗青主持召开市委常委会会议，传达学习全省防汛工作会议精神。\n"
         "\n"
         "会议指出，今年以来，衡阳降雨偏多。2021年要早部署。\n"
         "\n"
         "会议还研究了其他事项。\n"
         "市委召开常委会会议\n"
         "\n"
         "统筹防汛和春耕\n"
         "\n"
         "4月26日晚，市委书记罗青主持召开市委常委会会议，传达学习省委常委会会议精神。\n"
         "\n"
         "会议强调，要抓好我市衡南县、常宁市春耕。\n"
         "\n"
         "5月6日，市委书记罗青主持召开市委常委会会议，研究水库安全。\n"
         "\n"
         "会议强调，要逐库排查。\n",
         "1-9 meeting city 湖南省衡阳市 | 市委常委会 | 2021-04-09 inferred | 罗青 | 0 | 市委召开常委会会议 "
         "抓实防汛备汛 守护一江安澜\n"
         "10-16 meeting city 湖南省衡阳市 | 市委常委会 | 2021-04-26 inferred | 罗青 | 0 | 市委召开常委会会议 "
         "统筹防汛和春耕\n"
         "18-20 meeting city 湖南省衡阳市 | 市委常委会 | 2021-05-06 inferred | 罗青 | 0 | "
         "5月6日，市委书记罗青主持召开市委常委会会议，研究水库安全。\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void contents_page_breaks_and_residue(void **state)
{
    static const struct documents_case cases[] = {
        {"目  录\n"
         "省委常委会召开会议研究防汛工作…………………1\n"
         "省政府常务会议部署抢险………………………3\n"
         "\n"
         "省委常委会召开会议研究防汛工作\n"
         "[bookmark: _Toc100][image: abcdef]\n"
         " 2016年7月5日，省委书记韩立主持召开省委常委会会议，研究部署防汛抗洪工作。\n"
         "会议指出，安徽汛情严峻。\n"
         "7月3日，国家防总派出工作组到皖指导。\n"
         "- 1 -\n"
         "\n"
         "\n"
         "\n"
         "\n"
         "\n"
         "省政府常务会议部署抢险\n"
         "7月8日，省长丁宁主持召开省政府第79次常务会议，部署抢险救灾。\n"
         "会议决定，下拨救灾资金。\n"
         "\n"
         "\n"
         "\n"
         "\n"
         "\n"
         "关于认真做好灾后重建工作的通知\n"
         "各市、县委，各市、县人民政府：\n"
         "为做好灾后重建，现通知如下。\n"
         "一、摸清底数\n"
         "要逐户核查。\n"
         "省委办公室\n"
         "2016年8月1日\n",
         "1-3 article province 安徽省 | - | - none | | 0 | 目 录\n"
         "5-10 meeting province 安徽省 | 省委常委会 | 2016-07-05 stated | 韩立 | 0 | 省委常委会召开会议研究防汛工作\n"
         "16-18 meeting province 安徽省 | 省政府常务会议 | 2016-07-08 inferred | 丁宁 | 79 | 省政府常务会议部署抢险\n"
         "24-30 notice province 安徽省 | 省委办公室 | 2016-08-01 stated | | 0 | 关于认真做好灾后重建工作的通知\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void paragraphs_broken_at_a_width(void **state)
{
    static const struct documents_case cases[] = {
        {"　　新华社北京7月15日电　中共中央政治局常务委员会2031年7月15日召开会议\n"
         "，听取水利工作汇报，安排主汛期的值守。中共中央总书记陈立主持会议并讲话。会议还听\n"
         "取了自然资源部门关于山洪沟治理的说明，对各地报来的险工名单逐一作了研究，要求七月\n"
         "底以前全部看过一遍。\n"
         "　　陈立指出，今年的雨来得比往年早半个月，南边几条小河已经两次漫过路面，沿河的镇\n"
         "村守得住，靠的是夜里有人走、白天有人修。现在离退水还有二十多天，大家不能松这口气\n"
         "，守堤的人要轮得开，家里的事也要有人帮着照看。\n"
         "　　会议强调，要把预报做到乡镇，雨量站报上来的数十分钟看一次，哪条沟要涨、哪个村\n"
         "要走，先打电话再敲门，老人孩子由干部背着走，走完了挨家点名，一个也不能落下，回去\n"
         "的时候听水利站的，不许自己先回。\n"
         "省委常委会召开会议\n"
         "　　7月16日，省委书记韩立主持召开省委常委会会议，传达学习中央政治局常务委员会\n"
         "会议精神，研究我省贯彻落实意见。会议强调，江西要守好鄱阳湖的每一道圩堤，泵站的油\n"
         "和电提前备足，抢险的石料堆到堤脚，出了渗水当夜处理，第二天一早报到省里，不许过夜\n"
         "再说。\n",
         "1-10 meeting national - | 中共中央政治局常务委员会 | 2031-07-15 stated | 陈立 | 0 | 新华社北京7月15日电 "
         "中共中央政治局常务委员会2031年7月15日召开会议，听\n"
         "11-15 meeting province 江西省 | 省委常委会 | 2031-07-16 inferred | 韩立 | 0 | 省委常委会召开会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void a_meeting_that_is_recalled_is_no_document(void **state)
{
    static const struct documents_case cases[] = {
        {"中共中央政治局召开会议\n"
         "研究部署防汛工作\n"
         "中共中央政治局7月30日召开会议，研究部署2021年防汛工作。中共中央总书记陈立主持会议。\n"
         "7月28日，陈立总书记主持召开中央政治局常委会会议，听取汇报，决定将有关意见提请中央政治局会议审议。\n"
         "会议指出，要压实责任。\n"
         "会议强调，8月3日前要完成排查。\n",
         "1-6 meeting national - | 中共中央政治局 | 2021-07-30 inferred | 陈立 | 0 | 中共中央政治局召开会议 "
         "研究部署防汛工作\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void a_notice_and_its_agenda(void **state)
{
    static const struct documents_case cases[] = {
        {"关于召开院党委理论学习中心组第二次\n"
         "学习的通知\n"
         "\n"
         "经研究，决定召开院党委理论学习中心组第二次学习，现通知如下。\n"
         "一、时    间\n"
         "2021年4月8日（星期四）下午3：00\n"
         "二、学习内容\n"
         "1.3月26日中共中央政治局会议精神；\n"
         "2.4月1日省委常委会会议精神；\n"
         "3.省委书记在全省防汛工作会议上的讲话精神。\n"
         "\n"
         "  党委办公室\n"
         "2021年4月6日\n"
         "\n"
         "\n"
         "\n"
         "\n"
         "议   程\n"
         "\n"
         "时    间：2021年4月8日（星期四）下午3：00\n"
         "地    点：二楼会议室\n"
         "主 持 人：高远\n"
         "第一项：范明同志领学全省防汛工\n"
         "作会议精神\n"
         "第二项：讨论\n",
         "1-13 notice unit - | 院党委理论学习中心组 | 2021-04-06 stated | | 2 | 关于召开院党委理论学习中心组第二次 "
         "学习的通知\n"
         "18-25 agenda unit - | 院党委理论学习中心组 | 2021-04-08 stated | 高远 | 0 | 议 程\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void speeches_and_instructions(void **state)
{
    static const struct documents_case cases[] = {
        {"在全国防汛工作会议上的讲话\n"
         "（2021年5月20日）\n"
         "\n"
         "陈立\n"
         "\n"
         "同志们：\n"
         "今天，我们召开全国防汛工作会议，主要任务是部署防汛。\n"
         "一、充分认识形势\n"
         "我代表党中央，向大家表示问候。\n"
         "\n"
         "陈立对防汛救灾工作作出重要指示强调\n"
         "要全力以赴保安全\n"
         "中共中央总书记、国家主席、中央军委主席陈立近日对防汛救灾工作作出重要指示。\n"
         "陈立指出，要压实责任。\n"
         "\n"
         "陈立总书记对某地溃堤作出重要指示\n"
         "\n"
         "近期，多地持续强降雨。截至7月12日18时，累计转移群众三千人。2021年汛情严峻。\n"
         "\n"
         "中共中央总书记、国家主席、中央军委主席陈立作出重要指示，要全力抢险。\n",
         "1-9 speech national - | - | 2021-05-20 stated | 陈立 | 0 | 在全国防汛工作会议上的讲话\n"
         "11-14 instruction national - | - | - none | 陈立 | 0 | 陈立对防汛救灾工作作出重要指示强调 要全力以赴保安全\n"
         "16-20 instruction national - | - | 2021-07-12 inferred | 陈立 | 0 | 陈立总书记对某地溃堤作出重要指示\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void articles_policies_notices(void **state)
{
    static const struct documents_case cases[] = {
        {"《把江河治理好》\n"
         "6月1日出版的第11期《求是》杂志发表中共中央总书记陈立的重要文章《把江河治理好》。\n"
         "文章强调，2022年要抓好水利。\n"
         "\n"
         "中共中央办公厅 国务院办公厅印发《关于加强河湖管理的意见》\n"
         "河湖管理事关长远。\n"
         "一、总体要求\n"
         "（一）指导思想。要坚持保护优先。\n"
         "\n"
         "江西省委就学习贯彻讲话精神发出通知\n"
         "省委10月9日发出通知，要求各地认真学习2022年的重要讲话精神。\n"
         "《通知》指出，要抓好学习。\n"
         "\n"
         "写好治水这篇“大文章”\n"
         "近日，全国水利工作会议在北京召开。治水是大事，千百年来人们与水相处，积累了智慧。\n"
         "治水要有耐心。办法总比困难多。\n",
         "1-3 article national - | - | 2022-06-01 inferred | 陈立 | 0 | 《把江河治理好》\n"
         "5-8 policy national - | 中共中央办公厅 国务院办公厅 | - none | | 0 | 中共中央办公厅 "
         "国务院办公厅印发《关于加强河湖管理的意见》\n"
         "10-12 notice province 江西省 | 省委 | 2022-10-09 inferred | | 0 | 江西省委就学习贯彻讲话精神发出通知\n"
         "14-16 article national - | - | - none | | 0 | 写好治水这篇“大文章”\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void two_bodies_that_meet_together(void **state)
{
    static const struct documents_case cases[] = {
        {"市委召开常委会会议和市防汛抗旱指挥部会议\n"
         "8月2日，市委书记罗青主持召开市委常委会会议和市防汛抗旱指挥部会议，研究2021年防汛。\n"
         "会议强调，衡阳要守住堤防。\n"
         "\n"
         "省委第三次专题会议暨省防汛抗旱领导小组会议召开\n"
         "8月5日，省委书记韩立主持召开省委第三次专题会议暨省防汛抗旱领导小组会议，研究2021年防汛。\n"
         "会议强调，江西要守住圩堤。\n",
         "1-3 meeting city 湖南省衡阳市 | 市委常委会会议和市防汛抗旱指挥部 | 2021-08-02 inferred | 罗青 | 0 | "
         "市委召开常委会会议和市防汛抗旱指挥部会议\n"
         "5-7 meeting province 江西省 | 省委专题会议暨省防汛抗旱领导小组会议 | 2021-08-05 inferred | 韩立 | 3 | "
         "省委第三次专题会议暨省防汛抗旱领导小组会议召开\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void by_lines_and_a_head_that_stands_twice(void **state)
{
    static const struct documents_case cases[] = {
        {"周讯（2021年9月6日—12日）\n"
         "市长调研专题研究城市内涝治理\n"
         "2021-09-08 16:50 来源：某某日报 作者：李平\n"
         "9月7日下午，市委书记、市城市内涝治理领导小组组长施远主持召开内涝治理第二次专题会，研究治理方案。\n"
         "施远强调，无锡要抓好管网。\n"
         "编辑：李平\n"
         "\n"
         "县委常委会召开会议\n"
         "县委常委会召开会议\n"
         "9月9日，县委书记毛平主持召开县委常委会会议，研究防汛。\n"
         "会议强调，2021年怀集县要守住底线。\n",
         "1-6 meeting city 江苏省无锡市 | 市城市内涝治理领导小组 | 2021-09-07 inferred | 施远 | 2 | "
         "周讯（2021年9月6日—12日） 市长调研专题研究城市内涝治理\n"
         "8-11 meeting county 广东省肇庆市怀集县 | 县委常委会 | 2021-09-09 inferred | 毛平 | 0 | 县委常委会召开会议 "
         "县委常委会召开会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void text_in_which_nothing_is_recognised_is_one_document(void **state)
{
    static const struct documents_case cases[] = {
        {"山里的雨下了一夜\n"
         "桥边的灯还亮着\n",
         "1-2 article national - | - | - none | | 0 | 山里的雨下了一夜 桥边的灯还亮着\n"},
        {"hello, world\n"
         "\n"
         "42\n",
         "1-3 article national - | - | - none | | 0 | hello, world\n"},
        {"\n\n", ""},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void an_opening_broken_at_a_width_is_no_title(void **state)
{
    static const struct documents_case cases[] = {
        {"市委常委会召开会议\n"
         "　　2031年4月8日上午，某市市委书记丁一主持召开市委常委会会议，\n"
         "研究渡口安全。\n"
         "会议要求，渡船必须配齐救生衣。\n"
         "\n"
         "把渡口建到村边\n"
         "　　2031年4月1日出版的第7期《求是》杂志发表了何川的文章《把渡口建\n"
         "到村边》。\n"
         "文章指出，渡口是水乡的门。\n",
         "1-4 meeting city - | 市委常委会 | 2031-04-08 stated | 丁一 | 0 | 市委常委会召开会议\n"
         "6-9 article national - | - | 2031-04-01 stated | | 0 | 把渡口建到村边\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_readout_without_a_title_runs_on),
        cmocka_unit_test(contents_page_breaks_and_residue),
        cmocka_unit_test(paragraphs_broken_at_a_width),
        cmocka_unit_test(a_meeting_that_is_recalled_is_no_document),
        cmocka_unit_test(a_notice_and_its_agenda),
        cmocka_unit_test(speeches_and_instructions),
        cmocka_unit_test(articles_policies_notices),
        cmocka_unit_test(two_bodies_that_meet_together),
        cmocka_unit_test(by_lines_and_a_head_that_stands_twice),
        cmocka_unit_test(text_in_which_nothing_is_recognised_is_one_document),
        cmocka_unit_test(an_opening_broken_at_a_width_is_no_title),
    };
    return cmocka_run_group_tests(tests, documents_setup, documents_teardown);
}
