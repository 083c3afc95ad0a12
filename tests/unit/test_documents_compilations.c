/* Compilations of one place: its name, its year and its people are carried from document to document. */
#include "expect_documents.h"

static void a_city_without_blank_lines(void **state)
{
    static const struct documents_case cases[] = {
        {"李伟主持召开市政府第82次常务会议\n"
         "7月2日下午，市委副书记、市长李伟主持召开市政府第82次常务会议，研究防汛减灾、营商环境等工作。\n"
         "会议指出，亳州要抓好秋种。\n"
         "（记者 周文）\n"
         "王洪主持召开市委常委会会议 研究部署安全生产\n"
         "7月5日，市委书记王洪主持召开五届市委常委会第95次会议。\n"
         "会议强调，要抓好2024年下半年安全生产。\n"
         "全市防汛工作会议召开\n"
         "7月8日上午，全市防汛工作会议召开。市委书记王洪出席会议并讲话，市长李伟主持会议。\n"
         "王洪强调，要绷紧弦。\n"
         "李伟调研城市内涝治理工作\n"
         "7月9日，市长李伟深入谯城区，实地调研城市内涝治理工作。\n"
         "李伟强调，要抓好清淤。\n"
         "我市收听收看全省防汛视频会议\n"
         "7月10日，全省防汛视频会议召开后，我市立即召开会议贯彻落实。市委副书记、市长李伟在我市分会场出席会议并讲话。\n"
         "会议要求，要做好值守。\n"
         "市委理论学习中心组举行学习会\n"
         "市委理论学习中心组7月12日举行学习会，围绕程远山总书记关于治水的重要论述开展集体学习。市委书记王洪主持学习会。"
         "\n"
         "王洪强调，要学深悟透。\n"
         "市人大常委会召开党组（扩大）会议\n"
         "7月13日，市人大常委会党组书记、主任方正主持召开市人大常委会党组（扩大）会议。\n"
         "会议强调，要发挥监督作用。\n",
         "1-4 meeting city 安徽省亳州市 | 市政府常务会议 | 2024-07-02 inferred | 李伟 | 82 | "
         "李伟主持召开市政府第82次常务会议\n"
         "5-7 meeting city 安徽省亳州市 | 市委常委会 | 2024-07-05 inferred | 王洪 | 95 | 王洪主持召开市委常委会会议 "
         "研究部署安全生产\n"
         "8-10 meeting city 安徽省亳州市 | 全市防汛工作会议 | 2024-07-08 inferred | 李伟 | 0 | 全市防汛工作会议召开\n"
         "11-13 speech city 安徽省亳州市 | - | 2024-07-09 inferred | 李伟 | 0 | 李伟调研城市内涝治理工作\n"
         "14-16 meeting city 安徽省亳州市 | - | 2024-07-10 inferred | | 0 | 我市收听收看全省防汛视频会议\n"
         "17-19 meeting city 安徽省亳州市 | 市委理论学习中心组 | 2024-07-12 inferred | 王洪 | 0 | "
         "市委理论学习中心组举行学习会\n"
         "20-22 meeting city 安徽省亳州市 | 市人大常委会党组会议 | 2024-07-13 inferred | 方正 | 0 | "
         "市人大常委会召开党组（扩大）会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void brief_items_with_list_marks(void **state)
{
    static const struct documents_case cases[] = {
        {"一、市委召开常委会会议\n"
         "\n"
         "    10月12日，市委书记王洪主持召开市委常委会会议，研究秋收秋种。会议指出，2020年亳州秋粮丰收。\n"
         "\n"
         "二、市政府召开常务会议\n"
         "\n"
         "    10月15日，市长李伟主持召开市政府第60次常务会议，研究森林防火。会议要求，各县区要落实责任。\n"
         "\n"
         "三、市政协召开党组会议\n"
         "\n"
         "    10月18日，市政协党组召开会议，学习有关精神。市政协主席方圆主持。\n",
         "1-3 meeting city 安徽省亳州市 | 市委常委会 | 2020-10-12 inferred | 王洪 | 0 | 市委召开常委会会议\n"
         "5-7 meeting city 安徽省亳州市 | 市政府常务会议 | 2020-10-15 inferred | 李伟 | 60 | 市政府召开常务会议\n"
         "9-11 meeting city 安徽省亳州市 | 市政协党组会议 | 2020-10-18 inferred | 方圆 | 0 | 市政协召开党组会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void entries_of_a_yearbook(void **state)
{
    static const struct documents_case cases[] = {
        {"【市委常委会会议】 2021年3月4日，市委书记甘雨主持召开市委常委会会议，研究春耕。会议指出，湘潭要抓好备耕。\n"
         "【市政府常务会议】 3月9日，市长丁一主持召开市政府第50次常务会议，研究供水。会议要求，要保供。\n"
         "【防汛】 全年降水偏多，各地加强值守，没有发生大的灾情。\n"
         "【市委全会】 7月20日，市委召开十二届十次全会，总结上半年工作。\n",
         "1-1 meeting city 湖南省湘潭市 | 市委常委会 | 2021-03-04 stated | 甘雨 | 0 | 【市委常委会会议】 "
         "2021年3月4日，市委书记甘雨主持召开市委常委会会议，研究\n"
         "2-3 meeting city 湖南省湘潭市 | 市政府常务会议 | 2021-03-09 inferred | 丁一 | 50 | 【市政府常务会议】 "
         "3月9日，市长丁一主持召开市政府第50次常务会议，研究供水。\n"
         "4-4 meeting city 湖南省湘潭市 | 市委 | 2021-07-20 inferred | | 0 | 【市委全会】 "
         "7月20日，市委召开十二届十次全会，总结上半年工作。\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void a_county_with_by_lines_and_credits(void **state)
{
    static const struct documents_case cases[] = {
        {"【快讯】县委常委会召开第99次会议\n"
         "2024.3.5\n"
         "3月4日晚，县委书记高进主持召开县委常委会第99次会议，学习贯彻全国两会精神。\n"
         "会议强调，宁陕县要抓好春耕。\n"
         "来源：宁陕融媒\n"
         "责编：张三　编辑：李四\n"
         "\n"
         "县委常委会召开第100次会议\n"
         "2024.3.12\n"
         "3月11日，县委书记高进主持召开县委常委会第100次会议。\n"
         "会议强调，要抓好防火。\n"
         "来源：宁陕融媒\n"
         "责编：张三　编辑：李四\n"
         "\n"
         "图解｜县委常委会第101次会议\n"
         "2024.3.20\n"
         "会议时间：3月19日\n"
         "主 持 人：高进\n"
         "议题：研究春灌\n"
         "来源：宁陕融媒\n",
         "1-6 meeting county 陕西省安康市宁陕县 | 县委常委会 | 2024-03-04 inferred | 高进 | 99 | "
         "【快讯】县委常委会召开第99次会议\n"
         "8-13 meeting county 陕西省安康市宁陕县 | 县委常委会 | 2024-03-11 inferred | 高进 | 100 | "
         "县委常委会召开第100次会议\n"
         "15-20 meeting county 陕西省安康市宁陕县 | 县委常委会 | 2024-03-19 inferred | 高进 | 101 | "
         "图解｜县委常委会第101次会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void two_cities_of_one_province(void **state)
{
    static const struct documents_case cases[] = {
        {"市委召开常委会会议\n"
         "2021年3月2日，市委书记甘雨主持召开市委常委会会议，研究春耕。\n"
         "会议强调，湘潭要抓好备耕。\n"
         "\n"
         "市委召开常委会会议\n"
         "3月9日，市委书记甘雨主持召开市委常委会会议，研究防火。\n"
         "会议强调，全市要抓好巡护。\n"
         "\n"
         "市委召开常委会会议\n"
         "3月4日，市委书记丁一主持召开市委常委会会议，研究春耕。\n"
         "会议强调，株洲要抓好备耕，醴陵市要带头。\n",
         "1-3 meeting city 湖南省湘潭市 | 市委常委会 | 2021-03-02 stated | 甘雨 | 0 | 市委召开常委会会议\n"
         "5-7 meeting city 湖南省湘潭市 | 市委常委会 | 2021-03-09 inferred | 甘雨 | 0 | 市委召开常委会会议\n"
         "9-11 meeting city 湖南省株洲市 | 市委常委会 | 2021-03-04 inferred | 丁一 | 0 | 市委召开常委会会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void a_year_that_turns(void **state)
{
    static const struct documents_case cases[] = {
        {"市政府召开第50次常务会议\n"
         "2019年12月27日，市长丁一主持召开市政府第50次常务会议，研究供暖。\n"
         "会议要求，赤峰要保供。\n"
         "\n"
         "市政府召开第51次常务会议\n"
         "1月6日，市长丁一主持召开市政府第51次常务会议，研究春运。\n"
         "会议要求，要保畅。\n",
         "1-3 meeting city 内蒙古自治区赤峰市 | 市政府常务会议 | 2019-12-27 stated | 丁一 | 50 | "
         "市政府召开第50次常务会议\n"
         "5-7 meeting city 内蒙古自治区赤峰市 | 市政府常务会议 | 2020-01-06 inferred | 丁一 | 51 | "
         "市政府召开第51次常务会议\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_city_without_blank_lines), cmocka_unit_test(brief_items_with_list_marks),
        cmocka_unit_test(entries_of_a_yearbook),      cmocka_unit_test(a_county_with_by_lines_and_credits),
        cmocka_unit_test(two_cities_of_one_province), cmocka_unit_test(a_year_that_turns),
    };
    return cmocka_run_group_tests(tests, documents_setup, documents_teardown);
}
