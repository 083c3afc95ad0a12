/* Every claim says why; every line belongs to one document, whatever the lines are. */
#include "chuanda/utf8.h"
#include "expect_documents.h"

static void free_documents(struct parsed *parsed)
{
    for (size_t i = 0; i < parsed->document_count; i++)
        document_free(&parsed->documents[i]);
    free(parsed->documents);
    *parsed = (struct parsed){0};
}

static const struct evidence *evidence_of(const struct document *document, enum field field)
{
    for (size_t i = 0; i < document->evidence_count; i++) {
        if (document->evidence[i].field == field)
            return &document->evidence[i];
    }
    return NULL;
}

static void evidence_stands_where_it_says(void **state)
{
    struct parsed parsed = {0};
    documents_read(*state,
                   "县委常委会召开会议\n\n　　2021年9月9日，县委书记毛平主持召开怀集县委常委会第12次会议，研究防汛。\n"
                   "会议强调，要守住底线。\n",
                   &parsed);
    assert_int_equal(parsed.document_count, 1);
    static const struct {
        enum field field;
        size_t line, start, end;
        const char *rule;
    } expected[] = {{FIELD_BOUNDARY, 1, 0, 9, "标题起首"},  {FIELD_LEVEL, 3, 24, 29, "机构名称"},
                    {FIELD_ORGAN, 3, 24, 29, "导语"},       {FIELD_NUMBER, 3, 29, 33, "导语"},
                    {FIELD_CHAIR, 3, 16, 18, "导语：主持"}, {FIELD_DATE, 3, 2, 11, "导语"}};
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        const struct evidence *evidence = evidence_of(&parsed.documents[0], expected[i].field);
        assert_non_null(evidence);
        assert_string_equal(evidence->rule, expected[i].rule);
        assert_int_equal(evidence->where.line, expected[i].line);
        assert_int_equal(evidence->where.start, expected[i].start);
        assert_int_equal(evidence->where.end, expected[i].end);
    }
    assert_non_null(evidence_of(&parsed.documents[0], FIELD_KIND));
    assert_non_null(evidence_of(&parsed.documents[0], FIELD_PLACE));
    assert_int_equal(parsed.documents[0].title_lines, 1);
    free_documents(&parsed);
}

static void what_was_not_recognised_is_said(void **state)
{
    struct parsed parsed = {0};
    documents_read(*state, "天放晴了，院子里晒满了被子。\n鸡在墙根刨食。\n", &parsed);
    assert_int_equal(parsed.document_count, 1);
    static const struct {
        enum field field;
        const char *rule;
    } expected[] = {{FIELD_KIND, "没有认出是哪一类，按文章对待"},
                    {FIELD_LEVEL, "没有认出层级，按中央对待"},
                    {FIELD_DATE, "没有认出日期"}};
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++)
        assert_string_equal(evidence_of(&parsed.documents[0], expected[i].field)->rule, expected[i].rule);
    free_documents(&parsed);
}

/* Pieces of the genre, and of what has nothing to do with it. */
static const char *const pieces[] = {"",
                                     "　　",
                                     "市委召开常委会会议",
                                     "3月4日，市委书记李明主持召开市委常委会会议，研究防汛。",
                                     "会议指出，要抓好落实。",
                                     "会议还研究了其他事项。",
                                     "新华社北京3月4日电",
                                     "01 学习材料",
                                     "（2020年3月10日）",
                                     "李明",
                                     "[bookmark: _Toc1]",
                                     "[image: ",
                                     "\xFF\xFE\x80",
                                     "*[原文](https://example.org/2020/02/31/a)*",
                                     "第十九届第次届",
                                     "受委托，主持",
                                     "2021年13月45日，0日",
                                     "目　　录",
                                     "— 4 —",
                                     "内部学习参考",
                                     "以下为各地贯彻情况"};

static void every_line_belongs_to_one_document(void **state)
{
    uint32_t seed = 7;
    for (int round = 0; round < 300; round++) {
        struct buffer text = {0};
        size_t lines = 0;
        for (; lines < 30; lines++) {
            seed = seed * 1664525 + 1013904223;
            buffer_print(&text, "%s%s\n", pieces[(seed >> 16) % (sizeof pieces / sizeof pieces[0])],
                         (seed >> 28) == 0 ? "的讲话" : "");
        }
        char *bytes = buffer_take(&text);
        struct parsed parsed = {0};
        documents_read(*state, bytes, &parsed);
        size_t line = 0, document = 0;
        for (struct slice rest = slice_of(bytes); rest.length > 0;) {
            size_t end = slice_find(rest, slice_of("\n"), 0);
            line++;
            if (!slice_blank(slice_part(rest, 0, end))) {
                while (document < parsed.document_count && parsed.documents[document].last_line < line)
                    document++;
                assert_true(document < parsed.document_count);
                assert_true(parsed.documents[document].first_line <= line);
            }
            rest = slice_part(rest, end + 1, rest.length);
        }
        free_documents(&parsed);
        free(bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(evidence_stands_where_it_says),
        cmocka_unit_test(what_was_not_recognised_is_said),
        cmocka_unit_test(every_line_belongs_to_one_document),
    };
    return cmocka_run_group_tests(tests, documents_setup, documents_teardown);
}
