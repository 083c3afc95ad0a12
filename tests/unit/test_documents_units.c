/* Universities, companies and hospitals; what schools read: letters, speeches, rules, comments. */
#include "expect_documents.h"

static void meetings_of_units(void **state)
{
    static const struct documents_case cases[] = {
        {"学校召开党委理论学习中心组（扩大）学习会\n"
         "4月12日下午，学校在行政楼报告厅召开党委理论学习中心组（扩大）学习会，专题学习国家安全有关内容。校党委书记林森"
         "主持学习会。\n"
         "会议强调，要抓好2022年校园安全。\n",
         "1-3 meeting unit - | 党委理论学习中心组 | 2022-04-12 inferred | 林森 | 0 | "
         "学校召开党委理论学习中心组（扩大）学习会\n"},
        {"校党委常委会召开会议传达学习全国教育大会精神\n"
         "9月14日，校党委书记胡安主持召开党委常委会会议，传达学习全国教育大会精神。\n"
         "会议指出，全校上下要认真学习。\n"
         "全体党委常委参加会议。\n"
         "我校召开2021年全面从严治党工作会议\n"
         "3月25日上午，我校2021年全面从严治党工作会议在大学生活动中心举行。校党委书记胡安出席会议并讲话，校长朱江主持会"
         "议。\n"
         "朱江强调，要抓好落实。\n",
         "1-4 meeting unit - | 党委常委会 | - none | 胡安 | 0 | 校党委常委会召开会议传达学习全国教育大会精神\n"
         "5-7 meeting unit - | 全面从严治党工作会议 | 2021-03-25 stated | 朱江 | 0 | "
         "我校召开2021年全面从严治党工作会议\n"},
        {"集团公司党委召开2020年第5次党委会\n"
         "2020年5月18日，集团公司党委书记、董事长高山主持召开集团公司党委2020年第5次党委会，学习程远山总书记视察山西重"
         "要讲话精神。\n"
         "会议要求，各单位要抓好复工。\n",
         "1-3 meeting unit - | 集团公司党委会议 | 2020-05-18 stated | 高山 | 5 | 集团公司党委召开2020年第5次党委会\n"},
        {"医院党委召开专题会议研究疫情防控工作\n"
         "12月7日，医院党委召开专题会议，研究部署疫情防控工作。医院党委书记安宁主持。\n"
         "会议强调，全院要抓好2022年冬季防控。\n",
         "1-3 meeting unit - | 医院党委会议 | 2022-12-07 inferred | 安宁 | 0 | 医院党委召开专题会议研究疫情防控工作\n"},
        {"校长办公会召开\n"
         "11月3日，校长朱江主持召开2021年第20次校长办公会议，审议了有关事项。\n"
         "会议决定，成立工作专班。\n",
         "1-3 meeting unit - | 校长办公会议 | 2021-11-03 stated | 朱江 | 20 | 校长办公会召开\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void committees_of_universities_in_all_words(void **state)
{
    static const struct documents_case cases[] = {
        {"我校召开党委理论学习中心组学习（扩大）会议\n"
         "（通讯员 "
         "吴越）10月9日，我校召开党委理论学习中心组学习（扩大）会议，专题学习程远山总书记在中央人才工作会议上的重要讲话"
         "精神。校党委书记杨柳主持会议并讲话。\n"
         "杨柳强调，要把2021年人才工作抓实。\n"
         "\n"
         "西海大学党委常委会传达学习中央纪委全会精神\n"
         "本网讯 "
         "2月24日上午，西海大学党委召开常委会会议，传达学习十九届中央纪委六次全会精神。党委书记何山主持会议，校长江河传"
         "达会议精神。\n"
         "会议指出，2022年要驰而不息正风肃纪。\n"
         "\n"
         "校党委召开2022年第8次常委会会议\n"
         "2022年3月30日，校党委召开第8次常委会会议，研究疫情防控工作，会议由校党委书记何山主持。\n"
         "会议听取了疫情防控汇报。\n"
         "\n"
         "学校传达学习全国教育大会精神\n"
         "9月12日下午，学校在行政楼第一会议室召开干部大会，传达学习全国教育大会精神。校长江河主持大会，校党委书记何山作"
         "传达。\n"
         "何山指出，2024年要抓好落实。\n"
         "全校中层干部参加会议。\n"
         "\n"
         "机械学院党委召开党委扩大会\n"
         "4月6日，机械学院党委召开党委（扩大）会，学院党委书记苗青主持。\n"
         "会议学习了2023年重点工作。\n"
         "\n"
         "【要闻】党委常委会专题研究安全稳定工作\n"
         "6月18日，党委书记何山主持召开党委常委会会议，专题研究安全稳定工作。湖南省教育厅有关文件精神在会上作了传达。\n"
         "会议要求，2021年暑期要严格值班。\n"
         "学校党委部署巡视整改工作\n"
         "日前，学校党委召开专题会议，部署巡视整改。党委书记何山出席并讲话。\n"
         "会议强调，要按照中共湖南省委巡视组要求整改。\n",
         "1-3 meeting unit - | 党委理论学习中心组 | 2021-10-09 inferred | 杨柳 | 0 | "
         "我校召开党委理论学习中心组学习（扩大）会议\n"
         "5-7 meeting unit - | 西海大学党委常委会 | 2022-02-24 inferred | 何山 | 0 | "
         "西海大学党委常委会传达学习中央纪委全会精神\n"
         "9-11 meeting unit - | 校党委常委会 | 2022-03-30 stated | 何山 | 8 | 校党委召开2022年第8次常委会会议\n"
         "13-16 meeting unit - | 干部大会 | 2024-09-12 inferred | 江河 | 0 | 学校传达学习全国教育大会精神\n"
         "18-20 meeting unit - | 机械学院党委会议 | 2024-04-06 inferred | 苗青 | 0 | 机械学院党委召开党委扩大会\n"
         "22-24 meeting unit 湖南省 | 党委常委会 | 2021-06-18 inferred | 何山 | 0 | "
         "【要闻】党委常委会专题研究安全稳定工作\n"
         "25-27 meeting unit 湖南省 | 学校党委会议 | - none | | 0 | 学校党委部署巡视整改工作\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void a_place_in_its_own_name(void **state)
{
    static const struct documents_case cases[] = {
        {"学校召开党委常委会会议\n"
         "5月9日，学校召开党委常委会会议，审议《2022年湖州师范学院机关作风建设方案》。校党委书记施远主持。\n"
         "会议强调，要抓好作风。\n",
         "1-3 meeting unit 浙江省湖州市 | 党委常委会 | 2022-05-09 inferred | 施远 | 0 | 学校召开党委常委会会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void notices_of_units(void **state)
{
    static const struct documents_case cases[] = {
        {"中共江汉大学委员会关于认真学习宣传贯彻党的二十大精神的通知\n"
         "各党总支、直属党支部：\n"
         "为深入学习宣传贯彻党的二十大精神，现就有关事项通知如下。\n"
         "一、提高认识\n"
         "要抓好学习。\n"
         "中共江汉大学委员会\n"
         "2022年10月28日\n",
         "1-7 notice unit - | 中共江汉大学委员会 | 2022-10-28 stated | | 0 | "
         "中共江汉大学委员会关于认真学习宣传贯彻党的二十大精神的通知\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void a_numbered_reader(void **state)
{
    static const struct documents_case cases[] = {
        {"2021年3月学习材料\n"
         "01 陈立在福建考察时强调 在服务和融入新发展格局上展现更大作为\n"
         "来源：新华网\n"
         "新华社福州3月25日电 中共中央总书记、国家主席、中央军委主席陈立近日在福建考察时强调，要抓好落实。\n"
         "陈立指出，要全面推进乡村振兴。\n"
         "02 陈立给武警某部的回信\n"
         "来源：人民网\n"
         "战士同志们：\n"
         "你们好！来信收悉。希望你们再接再厉。\n"
         "陈立\n"
         "2021年3月18日\n"
         "03 在全国脱贫攻坚总结表彰大会上的讲话\n"
         "（2021年2月25日）\n"
         "陈立\n"
         "同志们，朋友们：\n"
         "今天，我们隆重召开大会。\n"
         "04 关于加强新时代马克思主义学院建设的意见\n"
         "来源：新华社\n"
         "近日，中共中央办公厅印发了《关于加强新时代马克思主义学院建设的意见》，并发出通知，要求各地区各部门结合实际认"
         "真贯彻落实。\n"
         "05 人民日报评论员：奋斗创造奇迹\n"
         "来源：人民日报\n"
         "伟大事业孕育伟大精神。要继续奋斗。\n"
         "06 中国共产党普通高等学校基层组织工作条例\n"
         "第一章 总则\n"
         "第一条 为了加强党的领导，制定本条例。\n"
         "07 国务院关于印发2021年重点工作分工方案的通知\n"
         "各省、自治区、直辖市人民政府：\n"
         "现将方案印发给你们。\n"
         "国务院\n"
         "2021年3月19日\n",
         "1-5 speech national - | - | - none | 陈立 | 0 | 2021年3月学习材料 01 陈立在福建考察时强调 "
         "在服务和融入新发展格局上展现更大作为\n"
         "6-11 instruction national - | - | 2021-03-18 stated | 陈立 | 0 | 02 陈立给武警某部的回信\n"
         "12-16 speech national - | - | 2021-02-25 stated | 陈立 | 0 | 03 在全国脱贫攻坚总结表彰大会上的讲话\n"
         "17-19 policy national - | 中共中央办公厅 | - none | | 0 | 04 关于加强新时代马克思主义学院建设的意见\n"
         "20-22 article national - | - | - none | | 0 | 05 人民日报评论员：奋斗创造奇迹\n"
         "23-25 policy national - | - | - none | | 0 | 06 中国共产党普通高等学校基层组织工作条例\n"
         "26-30 notice national - | 国务院 | 2021-03-19 stated | | 0 | 07 "
         "国务院关于印发2021年重点工作分工方案的通知\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void a_reader_with_list_marks_and_a_text_that_runs_on(void **state)
{
    static const struct documents_case cases[] = {
        {"【2019年3月学习材料】\n"
         "1. 陈立：推动水利高质量发展\n"
         "资料来源：共产党员网\n"
         "中共中央总书记陈立15日在北京主持召开推动水利高质量发展座谈会并发表重要讲话强调，要抓好节水。\n"
         "陈立强调，要坚持系统观念。\n"
         "2. 陈立对节水工作作出重要指示\n"
         "资料来源：共产党员网\n"
         "中共中央总书记陈立近日对节水工作作出重要指示。\n"
         "3. 《水利工程管理办法》全文\n"
         "资料来源：共产党员网\n"
         "第一条 为了加强管理，制定本办法。\n"
         "又讯 3月20日，市委书记甘雨主持召开市委常委会会议，传达学习座谈会精神。湘潭要抓好节水。\n",
         "1-5 meeting national - | 推动水利高质量发展座谈会 | 2019-03-15 stated | 陈立 | 0 | 【2019年3月学习材料】 "
         "陈立：推动水利高质量发展\n"
         "6-8 instruction national - | - | - none | 陈立 | 0 | 陈立对节水工作作出重要指示\n"
         "9-11 policy national - | - | - none | | 0 | 《水利工程管理办法》全文\n"
         "12-12 meeting city 湖南省湘潭市 | 市委常委会 | 2019-03-20 inferred | 甘雨 | 0 | 又讯 "
         "3月20日，市委书记甘雨主持召开市委常委会会议，传达学习座谈会精神。湘潭要\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void party_groups_of_ministries_and_new_areas(void **state)
{
    static const struct documents_case cases[] = {
        {"水利部党组召开会议学习全会精神\n"
         "11月2日，水利部党组书记、部长何江主持召开党组会议，传达学习党的二十届三中全会精神。\n"
         "会议强调，2024年要抓好收尾。\n"
         "\n"
         "省水利厅党组召开扩大会议\n"
         "11月5日，省水利厅党组书记、厅长田野主持召开厅党组扩大会议，传达学习水利部党组会议精神。\n"
         "会议要求，甘肃水利要提质。\n"
         "\n"
         "河北雄安新区党工委管委会召开会议\n"
         "11月8日，雄安新区党工委管委会召开会议，传达学习省委全会精神。\n"
         "会议强调，要抓好建设。\n",
         "1-3 meeting national - | 水利部党组会议 | 2024-11-02 inferred | 何江 | 0 | 水利部党组召开会议学习全会精神\n"
         "5-7 meeting province 甘肃省 | 厅党组会议 | 2024-11-05 inferred | 田野 | 0 | 省水利厅党组召开扩大会议\n"
         "9-11 meeting city 河北省雄安新区 | 新区党工委会议 | 2024-11-08 inferred | | 0 | "
         "河北雄安新区党工委管委会召开会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(meetings_of_units),
        cmocka_unit_test(committees_of_universities_in_all_words),
        cmocka_unit_test(a_place_in_its_own_name),
        cmocka_unit_test(notices_of_units),
        cmocka_unit_test(a_numbered_reader),
        cmocka_unit_test(a_reader_with_list_marks_and_a_text_that_runs_on),
        cmocka_unit_test(party_groups_of_ministries_and_new_areas),
    };
    return cmocka_run_group_tests(tests, documents_setup, documents_teardown);
}
