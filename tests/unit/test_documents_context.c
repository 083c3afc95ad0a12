/* What only the compilation tells of a document: places that no table knows, authors, titles that run on. */
#include "expect_documents.h"

static void places_that_no_table_knows(void **state)
{
    static const struct documents_case cases[] = {
        {"7月4日，临溪市委书记沈望舒主持召开市委常委会会议。\n会议强调，澜川省临溪市三面环水，要守住堤。\n"
         "\n\n\n7月5日，澜川省委书记何秋实主持召开省委常委会会议。\n会议强调，要守住堤。\n"
         "\n\n\n7月9日，沈望舒主持召开市委常委会会议。\n会议强调，要守住堤。\n",
         "1-2 meeting city 澜川省临溪市 | 市委常委会 | - none | 沈望舒 | 0 | "
         "7月4日，临溪市委书记沈望舒主持召开市委常委会会议。\n"
         "6-7 meeting province 澜川省 | 省委常委会 | - none | 何秋实 | 0 | "
         "7月5日，澜川省委书记何秋实主持召开省委常委会会议。\n"
         "11-12 meeting city 澜川省临溪市 | 市委常委会 | - none | 沈望舒 | 0 | "
         "7月9日，沈望舒主持召开市委常委会会议。\n"},
        {"7月4日，市委书记沈望舒主持召开市委常委会会议，贯彻落实省委要求。\n"
         "会议强调，贯彻落实省委部署要快。\n",
         "1-2 meeting city - | 市委常委会 | - none | 沈望舒 | 0 | "
         "7月4日，市委书记沈望舒主持召开市委常委会会议，贯彻落实省委要求。\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void a_speech_is_of_its_author_s_level(void **state)
{
    static const char text[] =
        "国务院常务会议部署防汛工作\n国务院总理孟长河2031年7月5日主持召开国务院常务会议，部署防汛工作。\n"
        "会议要求，要守住堤。\n\n\n\n在防汛工作座谈会上的讲话\n（2031年8月12日）\n孟长河\n\n"
        "今天，我们召开座谈会。\n要健全县乡村三级预警，全县都要叫得应。\n";
    struct parsed parsed = {0};
    documents_read(*state, text, &parsed);
    assert_int_equal(parsed.document_count, 2);
    assert_int_equal(parsed.documents[1].kind, KIND_SPEECH);
    assert_int_equal(parsed.documents[1].level, LEVEL_NATIONAL);
    for (size_t i = 0; i < parsed.document_count; i++)
        document_free(&parsed.documents[i]);
    free(parsed.documents);
}

static void a_readout_that_runs_on(void **state)
{
    static const struct documents_case cases[] = {
        {"程远山对防汛工作作出重要指示\n\n"
         "新华社北京2031年7月12日电 中共中央总书记程远山对防汛工作作出重要指示，要全力搜救。\n\n"
         "程远山指出，要守住堤。\n"
         "中共中央政治局常务委员会7月18日召开会议，研究部署防汛工作。中共中央总书记程远山主持会议。\n\n"
         "会议强调，要抓好巡查。\n",
         "1-5 instruction national - | - | 2031-07-12 stated | 程远山 | 0 | 程远山对防汛工作作出重要指示\n"
         "6-8 meeting national - | 中共中央政治局常务委员会 | 2031-07-18 inferred | 程远山 | 0 | "
         "中共中央政治局常务委员会7月18日召开会议，研究部署防汛工作。中共中央总书记程远\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void a_title_that_ends_with_a_colon(void **state)
{
    static const struct documents_case cases[] = {
        {"7月23日上午，市政府召开第53次常务会议，调度2031年防汛工作。\n会议要求，实行零报告制度。\n\n"
         "市委书记沈望舒主持召开市委常委会会议强调：\n把重建项目谋深谋实\n"
         "8月2日下午，市委常委会召开会议。\n会议强调，要抓好防汛。\n",
         "1-2 meeting city - | 市政府常务会议 | 2031-07-23 inferred | | 53 | "
         "7月23日上午，市政府召开第53次常务会议，调度2031年防汛工作。\n"
         "4-7 meeting city - | 市委常委会 | 2031-08-02 inferred | 沈望舒 | 0 | "
         "市委书记沈望舒主持召开市委常委会会议强调： 把重建项目谋深谋实\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

static void a_notice_is_of_the_level_of_who_signed(void **state)
{
    static const struct documents_case cases[] = {
        {"关于印发第5次学习材料的通知\n\n各党总支：\n请认真学习中共中央政治局会议精神。\n\n"
         "中共甲乙水利职业学院委员会\n2031年8月25日\n",
         "1-7 notice unit - | 中共甲乙水利职业学院委员会 | 2031-08-25 stated | | 5 | 关于印发第5次学习材料的通知\n"},
    };
    documents_expect(state, cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_that_no_table_knows),
        cmocka_unit_test(a_speech_is_of_its_author_s_level),
        cmocka_unit_test(a_readout_that_runs_on),
        cmocka_unit_test(a_title_that_ends_with_a_colon),
        cmocka_unit_test(a_notice_is_of_the_level_of_who_signed),
    };
    return cmocka_run_group_tests(tests, documents_setup, documents_teardown);
}
