/* Local meetings of all levels, each alone: level, place, chair and year from what it says itself. */
#include "expect_documents.h"

static void provinces(void **state)
{
    static const struct documents_case cases[] = {
        {"省十三届人大常委会第二十次会议闭幕\n"
         "本报讯（记者 "
         "王小明）7月24日上午，省十三届人大常委会第二十次会议在长沙闭幕。省委书记、省人大常委会主任周海主持会议。\n"
         "会议表决通过了《湖南省河道管理条例》。\n",
         "1-3 meeting province 湖南省 | 省人大常委会 | - none | 周海 | 20 | 省十三届人大常委会第二十次会议闭幕\n"},
        {"省政府召开第85次常务会议\n"
         "本报长沙6月3日讯 今天上午，省长陈一平主持召开省政府第85次常务会议，研究2021年防汛备汛工作。\n"
         "会议强调，要压实责任。\n",
         "1-3 meeting province 湖南省 | 省政府常务会议 | 2021-06-03 inferred | 陈一平 | 85 | "
         "省政府召开第85次常务会议\n"},
        {"全省防汛抗旱工作视频会议召开\n"
         "贵州日报讯 4月8日，全省防汛抗旱工作视频会议在贵阳召开，副省长吴江出席会议并讲话。\n"
         "会议要求，要做好2019年汛期各项准备。\n",
         "1-3 meeting province 贵州省 | 全省防汛抗旱工作视频会议 | 2019-04-08 inferred | | 0 | "
         "全省防汛抗旱工作视频会议召开\n"},
        {"自治区党委常委会召开会议 传达学习中央民族工作会议精神\n"
         "9月1日上午，自治区党委常委会召开会议，传达学习中央民族工作会议精神，研究广西贯彻落实意见。自治区党委书记刘宁"
         "远主持会议并讲话。\n"
         "会议强调，2021年要抓好铸牢工作。\n",
         "1-3 meeting province 广西壮族自治区 | 自治区党委常委会 | 2021-09-01 inferred | 刘宁远 | 0 | "
         "自治区党委常委会召开会议 传达学习中央民族工作会议精神\n"},
        {"兵团党委召开常委会会议\n"
         "8月5日，兵团党委书记、政委王君主持召开兵团党委常委会会议。\n"
         "会议强调，兵团各师市要抓好2022年秋收。\n",
         "1-3 meeting province 新疆生产建设兵团 | 兵团党委常委会 | 2022-08-05 inferred | 王君 | 0 | "
         "兵团党委召开常委会会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void a_municipality_is_a_province(void **state)
{
    static const struct documents_case cases[] = {
        {"市委常委会召开会议 研究部署节后工作 蔡平主持会议\n"
         "首都之窗讯 10月8日，市委常委会召开会议，研究本市疫情防控工作。市委书记蔡平主持会议。\n"
         "会议强调，北京要坚持首善标准。2022年要抓好收尾。\n",
         "1-3 meeting province 北京市 | 市委常委会 | 2022-10-08 inferred | 蔡平 | 0 | 市委常委会召开会议 "
         "研究部署节后工作 蔡平主持会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void cities_prefectures_and_leagues(void **state)
{
    static const struct documents_case cases[] = {
        {"市防汛抗旱指挥部召开第18次会议\n"
         "6月30日晚，市委书记、市防汛抗旱指挥部第一指挥长郑重主持召开市防指第18次会议，传达学习省防汛抗旱指挥部会议精神"
         "，对我市防汛工作再部署。\n"
         "会议强调，九江市各县（市、区）要上足人员。庐山市、瑞昌市要加强巡查。\n",
         "1-3 meeting city 江西省九江市 | 市防汛抗旱指挥部 | - none | 郑重 | 18 | 市防汛抗旱指挥部召开第18次会议\n"},
        {"全市安全生产电视电话会议召开\n"
         "3月26日，全国、全省安全生产电视电话会议后，我市立即召开会议，对全市安全生产工作进行部署。市长孙勇出席会议并讲"
         "话。\n"
         "会议强调，宜昌要抓好化工园区整治。2021年要实现双下降。\n",
         "1-3 meeting city 湖北省宜昌市 | 全市安全生产电视电话会议 | 2021-03-26 inferred | | 0 | "
         "全市安全生产电视电话会议召开\n"},
        {"州委召开常委会会议\n"
         "二〇二一年七月二日，州委书记杨光主持召开州委常委会会议，恩施州各县市要认真落实。\n"
         "会议强调，要抓好防汛。\n",
         "1-3 meeting city 湖北省恩施土家族苗族自治州 | 州委常委会 | 2021-07-02 stated | 杨光 | 0 | "
         "州委召开常委会会议\n"},
        {"我市召开经济运行调度会\n"
         "日前，我市召开经济运行调度会，市委副书记、市长江南出席并讲话。\n"
         "会议强调，黄石要奋力冲刺。\n",
         "1-3 meeting city 湖北省黄石市 | 经济运行调度会 | - none | | 0 | 我市召开经济运行调度会\n"},
        {"盟委召开委员（扩大）会议\n"
         "昨日(27日)，盟委书记包强主持召开盟委委员（扩大）会议。\n"
         "会议强调，锡林郭勒盟要抓好2020年禁牧。\n",
         "1-3 meeting city 内蒙古自治区锡林郭勒盟 | 盟委委员会议 | - none | 包强 | 0 | "
         "盟委召开委员（扩大）会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void counties_and_districts(void **state)
{
    static const struct documents_case cases[] = {
        {"县委常委会（扩大）会议召开\n"
         "受县委书记钱方委托，9月2日，县委副书记、县长冯亮主持召开县委常委会（扩大）会议，学习贯彻市委六届九次全会精神"
         "。\n"
         "会议指出，罗田县要抓好秋粮收购。\n"
         "（记者 方芳）\n",
         "1-4 meeting county 湖北省黄冈市罗田县 | 县委常委会 | - none | 冯亮 | 0 | 县委常委会（扩大）会议召开\n"},
        {"区委常委会召开会议 李超主持\n"
         "5月17日，中共北京市海淀区委召开常委会会议，传达学习市委常委会会议精神。区委书记李超主持。\n"
         "会议强调，要抓好2023年重点任务。\n",
         "1-3 meeting county 北京市海淀区 | 区委常委会 | 2023-05-17 inferred | 李超 | 0 | 区委常委会召开会议 "
         "李超主持\n"},
        {"英德市委常委会召开会议\n"
         "8月3日，英德市委常委会召开会议，研究2022年茶产业发展。市委书记何川主持会议。\n"
         "会议强调，要抓好品牌。\n",
         "1-3 meeting county 广东省清远市英德市 | 市委常委会 | 2022-08-03 inferred | 何川 | 0 | "
         "英德市委常委会召开会议\n"},
        {"怀集县委常委会召开会议 (2025-07-15)\n"
         "县委常委会召开会议，传达学习省委全会精神。县委书记毛平主持。\n"
         "会议指出，要抓好落实。\n",
         "1-3 meeting county 广东省肇庆市怀集县 | 县委常委会 | 2025-07-15 stated | 毛平 | 0 | 怀集县委常委会召开会议 "
         "(2025-07-15)\n"},
        {"恭城县政府召开第62次常务会议\n"
         "4月20日，县长沈宁主持召开县政府第62次常务会议，研究2023年柿子产业。\n"
         "会议决定，设立专项资金。\n",
         "1-3 meeting county 广西壮族自治区桂林市恭城瑶族自治县 | 县政府常务会议 | 2023-04-20 inferred | 沈宁 | 62 | "
         "恭城县政府召开第62次常务会议\n"},
        {"区委十四届第132次常委会（扩大）会议召开\n"
         "2月11日，增城区委十四届第132次常委会（扩大）会议召开，总结2023年工作，部署2024年工作。\n"
         "会议强调，要开好局。\n",
         "1-3 meeting county 广东省广州市增城区 | 区委常委会 | 2024-02-11 inferred | | 132 | "
         "区委十四届第132次常委会（扩大）会议召开\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(provinces),
        cmocka_unit_test(a_municipality_is_a_province),
        cmocka_unit_test(cities_prefectures_and_leagues),
        cmocka_unit_test(counties_and_districts),
    };
    return cmocka_run_group_tests(tests, documents_setup, documents_teardown);
}
