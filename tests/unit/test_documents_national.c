/* National meetings as broadcast: titles with blanks, the carrier first, the year in the link. */
#include "expect_documents.h"

static void meetings_with_a_body(void **state)
{
    static const struct documents_case cases[] = {
        {"国务院召开常务会议 部署稳定粮食生产 国务院总理王大山主持\n"
         "央视网消息（新闻联播）：国务院总理王大山5月11日主持召开国务院常务会议，部署稳定粮食生产。\n"
         "会议指出，要抓好春播。\n"
         "[查看原文](http://tv.cctv.com/2022/05/11/VIDEabcdef220511.shtml)\n",
         "1-4 meeting national - | 国务院常务会议 | 2022-05-11 inferred | 王大山 | 0 | 国务院召开常务会议 "
         "部署稳定粮食生产 国务院总理王大山主持\n"},
        {"中共中央召开党外人士座谈会 陈立主持并发表重要讲话\n"
         "央视网消息（新闻联播）：7月28日，中共中央在中南海召开党外人士座谈会，就当前经济形势和下半年经济工作听取意见和"
         "建议。中共中央总书记陈立主持座谈会并发表重要讲话。\n"
         "陈立强调，要坚持稳中求进。\n"
         "[查看原文](http://tv.cctv.com/2021/07/30/VIDEabcdef210730.shtml)\n",
         "1-4 meeting national - | 中共中央 | 2021-07-28 inferred | 陈立 | 0 | 中共中央召开党外人士座谈会 "
         "陈立主持并发表重要讲话\n"},
        {"李文主持召开推进粤港澳大湾区建设领导小组会议\n"
         "央视网消息（新闻联播）：国务院副总理、粤港澳大湾区建设领导小组组长李文22日主持召开推进粤港澳大湾区建设领导小"
         "组会议，强调要抓好落实。\n"
         "李文指出，要抓好重大平台建设。\n"
         "[查看原文](http://tv.cctv.com/2021/04/22/VIDEabcdef210422.shtml)\n",
         "1-4 meeting national - | 推进粤港澳大湾区建设领导小组会议 | 2021-04-22 inferred | 李文 | 0 | "
         "李文主持召开推进粤港澳大湾区建设领导小组会议\n"},
        {"中共中央政治局就加强我国生物安全建设进行第三十三次集体学习\n"
         "央视网消息（新闻联播）：中共中央政治局9月29日下午就加强我国生物安全建设进行第三十三次集体学习。中共中央总书记"
         "陈立在主持学习时强调，要抓好落实。\n"
         "[查看原文](http://tv.cctv.com/2021/09/29/VIDEabcdef210929.shtml)\n",
         "1-3 meeting national - | 中共中央政治局 | 2021-09-29 inferred | 陈立 | 33 | "
         "中共中央政治局就加强我国生物安全建设进行第三十三次集体学习\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void conferences_are_their_own_body(void **state)
{
    static const struct documents_case cases[] = {
        {"中央农村工作会议在京召开\n"
         "央视网消息（新闻联播）：中央农村工作会议12月22日至23日在北京召开。会议以程远山新时代中国特色社会主义思想为指"
         "导，研究部署明年“三农”工作。\n"
         "会议强调，要抓好粮食生产。\n"
         "[查看原文](http://tv.cctv.com/2018/12/24/VIDEabcdef181224.shtml)\n",
         "1-4 meeting national - | 中央农村工作会议 | 2018-12-22 inferred | | 0 | 中央农村工作会议在京召开\n"},
        {"陈立在全国组织工作会议上强调 切实贯彻落实新时代党的组织路线\n"
         "央视网消息（新闻联播）：全国组织工作会议7月3日至4日在北京召开。中共中央总书记陈立出席会议并发表重要讲话，强调"
         "要抓好班子。\n"
         "王大山主持会议。\n"
         "[查看原文](http://tv.cctv.com/2018/07/04/VIDEabcdef180704.shtml)\n",
         "1-4 meeting national - | 全国组织工作会议 | 2018-07-03 inferred | 王大山 | 0 | 陈立在全国组织工作会议上强调 "
         "切实贯彻落实新时代党的组织路线\n"},
        {"国务院部署防汛救灾工作 国务院总理王大山作出重要批示\n"
         "央视网消息（新闻联播）：全国防汛抗旱工作电视电话会议3月23日在京召开。国务院总理王大山作出重要批示。批示指出："
         "要抓好落实。\n"
         "国务委员赵天出席会议并讲话。\n"
         "[查看原文](http://tv.cctv.com/2022/03/23/VIDEabcdef220323.shtml)\n",
         "1-4 meeting national - | 全国防汛抗旱工作电视电话会议 | 2022-03-23 inferred | | 0 | 国务院部署防汛救灾工作 "
         "国务院总理王大山作出重要批示\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void sessions_have_a_number(void **state)
{
    static const struct documents_case cases[] = {
        {"全国政协召开主席会议 刘明主持\n"
         "央视网消息（新闻联播）：全国政协第四十七次主席会议6日在京召开。中共中央政治局常委、全国政协主席刘明主持会议并"
         "讲话。\n"
         "会议审议通过了有关文件。\n"
         "[查看原文](http://tv.cctv.com/2021/04/06/VIDEabcdef210406.shtml)\n",
         "1-4 meeting national - | 全国政协主席会议 | 2021-04-06 inferred | 刘明 | 47 | 全国政协召开主席会议 "
         "刘明主持\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void newspapers_visits_and_written_instructions(void **state)
{
    static const struct documents_case cases[] = {
        {"刘文在江苏调研时强调\n"
         "坚定扛起防汛责任\n"
         "新华社南京6月12日电 "
         "（记者赵一、钱二）国务院总理刘文6月10日至11日在江苏调研防汛工作。他强调，要把责任落到最小单元。\n"
         "在水文站，刘文察看了水情。他说，预报要早。\n"
         "\n"
         "全国防汛抗旱总指挥部召开视频会商会\n"
         "新华社北京6月14日电 国家防总6月13日召开防汛专题视频会商会，国务委员、国家防总总指挥孙强主持会商。\n"
         "会商指出，要抓好中小河流洪水防御。\n"
         "\n"
         "国务院印发《水库管理条例》\n"
         "新华社北京6月15日电 国务院总理刘文日前签署国务院令，公布《水库管理条例》，自2021年9月1日起施行。\n"
         "《条例》规定，要分级管理。\n"
         "\n"
         "刘文对全国防汛工作作出重要批示\n"
         "新华社北京6月16日电 国务院总理刘文近日对全国防汛工作作出重要批示。批示指出：要全力以赴。\n",
         "1-4 speech national - | - | - none | 刘文 | 0 | 刘文在江苏调研时强调 坚定扛起防汛责任\n"
         "6-8 meeting national - | 国家防总 | - none | 孙强 | 0 | 全国防汛抗旱总指挥部召开视频会商会\n"
         "10-12 policy national - | 国务院 | - none | | 0 | 国务院印发《水库管理条例》\n"
         "14-15 instruction national - | - | - none | 刘文 | 0 | 刘文对全国防汛工作作出重要批示\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void plenums_visits_and_named_gatherings(void **state)
{
    static const struct documents_case cases[] = {
        {"中国共产党第十九届中央委员会第五次全体会议在京举行 中央委员会总书记陈立作重要讲话\n"
         "央视网消息（新闻联播）：中国共产党第十九届中央委员会第五次全体会议，于2020年10月26日至29日在北京举行。全会由"
         "中央政治局主持。中央委员会总书记陈立作了重要讲话。\n"
         "全会强调，要坚持党的全面领导。\n"
         "[查看原文](http://tv.cctv.com/2020/10/29/VIDEabc201029.shtml)\n"
         "\n"
         "陈立在十九届中央纪委五次全会上发表重要讲话强调 充分发挥全面从严治党引领保障作用\n"
         "央视网消息（新闻联播）：中共中央总书记、国家主席、中央军委主席陈立22日上午在中国共产党第十九届中央纪律检查委"
         "员会第五次全体会议上发表重要讲话。他强调，要一以贯之。\n"
         "赵天主持会议。\n"
         "[查看原文](http://tv.cctv.com/2021/01/22/VIDEabc210122.shtml)\n"
         "\n"
         "十三届全国人大常委会第二十次会议在京闭幕 李中主持\n"
         "央视网消息（新闻联播）：十三届全国人大常委会第二十次会议30日在北京人民大会堂闭幕。李中委员长主持会议。\n"
         "[查看原文](http://tv.cctv.com/2020/06/30/VIDEabc200630.shtml)\n"
         "\n"
         "国务院召开第四次廉政工作会议 王大山发表重要讲话\n"
         "央视网消息（新闻联播）：国务院4月26日召开第四次廉政工作会议。国务院总理王大山发表重要讲话。程安主持会议。\n"
         "王大山说，要过紧日子。\n"
         "[查看原文](http://tv.cctv.com/2021/04/26/VIDEabc210426.shtml)\n"
         "\n"
         "中共中央国务院举行春节团拜会 陈立发表重要讲话\n"
         "央视网消息（新闻联播）：中共中央、国务院10日上午在人民大会堂举行2021年春节团拜会。中共中央总书记陈立发表讲话"
         "，强调要再接再厉。王大山主持团拜会。\n"
         "[查看原文](http://tv.cctv.com/2021/02/10/VIDEabc210210.shtml)\n"
         "\n"
         "王大山出席第十二届夏季达沃斯论坛开幕式并致辞\n"
         "央视网消息（新闻联播）：国务院总理王大山9月19日在天津出席第十二届夏季达沃斯论坛开幕式并发表致辞。\n"
         "王大山指出，要扩大开放。\n"
         "[查看原文](http://tv.cctv.com/2018/09/19/VIDEabc180919.shtml)\n"
         "\n"
         "陈立在河南考察时强调 坚定信心埋头苦干奋勇争先\n"
         "央视网消息（新闻联播）：中共中央总书记、国家主席、中央军委主席陈立近日在河南考察时强调，要坚定信心。\n"
         "9月16日至18日，陈立在河南省委书记周海、省长吴江陪同下，先后来到信阳、郑州等地考察。\n"
         "[查看原文](http://tv.cctv.com/2019/09/18/VIDEabc190918.shtml)\n"
         "\n"
         "李文出席全国安全生产电视电话会议并讲话\n"
         "央视网消息（新闻联播）：全国安全生产电视电话会议2日在京召开。国务院副总理李文出席会议并讲话。\n"
         "[查看原文](http://tv.cctv.com/2020/04/02/VIDEabc200402.shtml)\n"
         "\n"
         "陈立主持召开企业家座谈会并发表重要讲话强调 激发市场主体活力\n"
         "央视网消息（新闻联播）：中共中央总书记、国家主席、中央军委主席陈立7月21日下午在京主持召开企业家座谈会并发表重"
         "要讲话。\n"
         "[查看原文](http://tv.cctv.com/2020/07/21/VIDEabc200721.shtml)\n"
         "\n"
         "中央全面依法治国工作会议在北京召开\n"
         "央视网消息（新闻联播）：中央全面依法治国工作会议11月16日至17日在北京召开。中共中央总书记陈立出席会议并发表重"
         "要讲话。王大山主持。\n"
         "[查看原文](http://tv.cctv.com/2020/11/17/VIDEabc201117.shtml)\n"
         "\n"
         "国务院任免国家工作人员\n"
         "央视网消息（新闻联播）：国务院任免国家工作人员。任命周海为水利部副部长。\n"
         "[查看原文](http://tv.cctv.com/2020/11/18/VIDEabc201118.shtml)\n",
         "1-4 meeting national - | 中国共产党第十九届中央委员会 | 2020-10-26 stated | | 5 | "
         "中国共产党第十九届中央委员会第五次全体会议在京举行 中央委员会总书记陈立作重要讲话\n"
         "6-9 meeting national - | 中央纪律检查委员会 | 2021-01-22 inferred | 赵天 | 5 | "
         "陈立在十九届中央纪委五次全会上发表重要讲话强调 充分发挥全面从严治党引领保障作用\n"
         "11-13 meeting national - | 全国人大常委会 | 2020-06-30 inferred | 李中 | 20 | "
         "十三届全国人大常委会第二十次会议在京闭幕 李中主持\n"
         "15-18 meeting national - | 国务院 | 2021-04-26 inferred | 程安 | 4 | 国务院召开第四次廉政工作会议 "
         "王大山发表重要讲话\n"
         "20-22 meeting national - | 中共中央、国务院 | 2021-02-10 inferred | 王大山 | 0 | "
         "中共中央国务院举行春节团拜会 陈立发表重要讲话\n"
         "24-27 speech national - | - | 2018-09-19 inferred | 王大山 | 0 | "
         "王大山出席第十二届夏季达沃斯论坛开幕式并致辞\n"
         "29-32 speech national - | - | 2019-09-16 inferred | 陈立 | 0 | 陈立在河南考察时强调 "
         "坚定信心埋头苦干奋勇争先\n"
         "34-36 meeting national - | 全国安全生产电视电话会议 | 2020-04-02 inferred | | 0 | "
         "李文出席全国安全生产电视电话会议并讲话\n"
         "38-40 meeting national - | 企业家座谈会 | 2020-07-21 inferred | 陈立 | 0 | "
         "陈立主持召开企业家座谈会并发表重要讲话强调 激发市场主体活力\n"
         "42-44 meeting national - | 中央全面依法治国工作会议 | 2020-11-16 inferred | 王大山 | 0 | "
         "中央全面依法治国工作会议在北京召开\n"
         "46-48 article national - | - | - none | | 0 | 国务院任免国家工作人员\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(meetings_with_a_body),
        cmocka_unit_test(conferences_are_their_own_body),
        cmocka_unit_test(sessions_have_a_number),
        cmocka_unit_test(newspapers_visits_and_written_instructions),
        cmocka_unit_test(plenums_visits_and_named_gatherings),
    };
    return cmocka_run_group_tests(tests, documents_setup, documents_teardown);
}
