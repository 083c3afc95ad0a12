/* Texts as carriers bring them: what the recognition reads, and where it stands in the source. */
#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "parse/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int setup(void **state)
{
    *state = parser_new();
    return 0;
}

static int teardown(void **state)
{
    struct parser *parser = *state;
    parser_free(&parser);
    return 0;
}

/* The lines of a text; owned by the caller. */
static struct slice *split(const char *text, size_t *count)
{
    struct slice *lines = NULL;
    size_t capacity = 0;
    *count = 0;
    for (const char *start = text; *start != '\0';) {
        size_t length = strcspn(start, "\n");
        lines = mem_grow(lines, *count, &capacity, sizeof *lines);
        lines[(*count)++] = (struct slice){.bytes = start, .length = length};
        start += length + (start[length] == '\n');
    }
    return lines;
}

/* The non-blank passages, each as first-last|text. */
static void expect_passages(void **state, const char *text, const char *expected)
{
    struct parser *parser = *state;
    size_t count;
    struct slice *lines = split(text, &count);
    struct layout layout;
    struct buffer found = {0};
    layout_read(&layout, parser->documents, lines, count, (struct fact_list){0});
    for (size_t i = 0; i < layout.count; i++) {
        const struct paragraph *passage = &layout.passages[i];
        if (slice_blank(passage->text))
            continue;
        buffer_print(&found, "%zu-%zu|", passage->line, passage->last_line);
        buffer_add(&found, passage->text);
        buffer_add_text(&found, "\n");
    }
    char *got = buffer_take(&found);
    assert_string_equal(got, expected);
    free(got);
    layout_free(&layout);
    free(lines);
}

/* The documents, each as first-last title|place|organ|date|chair, and the directives: line:start-end lead|text. */
static void expect_parsed(void **state, const char *text, const char *expected)
{
    size_t count;
    struct slice *lines = split(text, &count);
    struct parsed parsed = {0};
    struct buffer found = {0};
    parse_lines(*state, lines, count, &parsed);
    for (size_t i = 0; i < parsed.document_count; i++) {
        const struct document *document = &parsed.documents[i];
        char date[11] = "-";
        if (date_complete(document->date))
            date_write(document->date, date);
        buffer_print(&found, "%zu-%zu(%zu) %s|%s|%s|%s|%s\n", document->first_line, document->last_line,
                     document->title_lines, document->title, document->place == NULL ? "-" : document->place,
                     document->organ == NULL ? "-" : document->organ, date,
                     document->chair_count > 0 ? document->chairs[0] : "-");
    }
    for (size_t i = 0; i < parsed.directive_count; i++) {
        const struct directive *directive = &parsed.directives[i];
        buffer_print(&found, "%zu:%zu-%zu ", directive->where.line, directive->where.start, directive->where.end);
        if (directive->last_line != 0)
            buffer_print(&found, "to %zu:%zu ", directive->last_line, directive->last_end);
        buffer_print(&found, "%s|%s\n", directive->lead == NULL ? "-" : directive->lead, directive->text);
    }
    char *got = buffer_take(&found);
    assert_string_equal(got, expected);
    free(got);
    parsed_free(&parsed);
    free(lines);
}

static void traditional_characters_are_read_and_shown(void **state)
{
    expect_parsed(state,
                  "縣委常委會召開會議\n"
                  "2031年6月3日，桐梓縣委書記葉東主持召開縣委常委會會議，傳達學習全省防汛工作會議精神。\n"
                  "會議強調，要逐庫檢查，把責任落實到人。\n",
                  "1-3(1) 縣委常委會召開會議|贵州省遵义市桐梓县|縣委常委會|2031-06-03|葉東\n"
                  "3:5-19 會議強調|要逐庫檢查，把責任落實到人。\n");
    /* 著名 and 乾 are simplified text too */
    expect_passages(state, "他是著名的水利专家。\n著力辦好這件事。\n",
                    "1-1|他是著名的水利专家。\n2-2|着力办好这件事。\n");
}

static void letters_set_apart_are_brought_together(void **state)
{
    expect_passages(state, "会 议 强 调 ， 要 守 好 大 堤 。\n孙 明　李大力\n2031 年 6 月 3 日，第 5 次会议\n",
                    "1-1|会议强调，要守好大堤。\n2-2|孙 明　李大力\n3-3|2031年6月3日，第5次会议\n");
    expect_parsed(state, "市 委 召 开 会 议\n会 议 强 调 ， 要 守 好 大 堤 。\n",
                  "1-2(1) 市委召开会议|-|市委|-|-\n2:10-21 会议强调|要 守 好 大 堤 。\n");
}

static void hidden_characters_and_residue_are_left_out(void **state)
{
    expect_passages(state,
                    "会\xE2\x80\x8B议强\xC2\xAD调，要\xEF\xBB\xBF守好大堤。\n"
                    "<p style=\"text-indent:2em\">&ldquo;三防&rdquo;要<strong>做实</strong>。</p>\n"
                    "## 市委召开会议\n"
                    "２０３１年６月３日\n"
                    "[bookmark: _Toc1]\n"
                    "* * *\n",
                    "1-1|会议强调，要守好大堤。\n2-2|“三防”要做实。\n3-3|市委召开会议\n4-4|2031年6月3日\n6-6|* * *\n");
    expect_passages(state, "[bookmark: _Toc1]\n", "1-1|[bookmark: _Toc1]\n");
    expect_parsed(state, "会议强调，要把&ldquo;三防&rdquo;做实，叫作&ldquo;铁堤。&rdquo;\n",
                  "1-1(0) 会议强调，要把“三防”做实，叫作“铁堤。”|-|-|-|-\n"
                  "1:5-45 会议强调|要把&ldquo;三防&rdquo;做实，叫作&ldquo;铁堤。&rdquo;\n");
}

static const char broken[] = "　　会议强调，要把预报做到乡镇，雨量站报\n"
                             "上来的数十分钟看一次，哪条沟要涨、哪个村\n"
                             "要走，先打电话再敲门。\n"
                             "　　会议要求，老人孩子由干部背着走，走完\n"
                             "了挨家点名，一个也不能落下。回去的时候听\n"
                             "水利站的，不许自己先回。守堤的人夜里三班\n"
                             "轮换，家里的事有人照看。\n"
                             "　　会议指出，南边几条小河已经两次漫过路\n"
                             "面，沿河的镇村守得住，靠的是夜里有人走。\n"
                             "白天有人修，离退水还有二十多天。\n";

static void lines_broken_at_a_width_are_joined(void **state)
{
    expect_passages(
        state, broken,
        "1-3|　　会议强调，要把预报做到乡镇，雨量站报上来的数十分钟看一次，哪条沟要涨、哪个村要走，先打电话再敲门。\n"
        "4-7|"
        "　　会议要求，老人孩子由干部背着走，走完了挨家点名，一个也不能落下。回去的时候听水利站的，不许自己先回。守堤的"
        "人夜里三班轮换，家里的事有人照看。\n"
        "8-10|"
        "　　会议指出，南边几条小河已经两次漫过路面，沿河的镇村守得住，靠的是夜里有人走。白天有人修，离退水还有二十多"
        "天。\n");
    /* paragraphs of one line each are not */
    expect_passages(state, "要守好大堤，夜里有人走\n要修好水闸，白天有人看\n要备足石料，渗水当夜堵\n",
                    "1-1|要守好大堤，夜里有人走\n2-2|要修好水闸，白天有人看\n3-3|要备足石料，渗水当夜堵\n");
}

static void directives_run_over_lines(void **state)
{
    expect_parsed(state, broken,
                  "1-10(0) 会议强调，要把预报做到乡镇，雨量站报上来的数十分钟看一次，哪条沟要涨、哪个村要走|-|-|-|-\n"
                  "1:7-20 to 3:11 "
                  "会议强调|要把预报做到乡镇，雨量站报上来的数十分钟看一次，哪条沟要涨、哪个村要走，先打电话再敲门。\n"
                  "5:14-20 to 6:12 会议要求|回去的时候听水利站的，不许自己先回。\n"
                  "6:12-20 to 7:12 会议要求|守堤的人夜里三班轮换，家里的事有人照看。\n");
    struct directive directive = {.where = {.line = 1, .start = 7, .end = 20}, .last_line = 3, .last_end = 11};
    assert_int_equal(directive_in_line(&directive, 1).start, 7);
    assert_int_equal(directive_in_line(&directive, 2).end, (size_t)-1);
    assert_int_equal(directive_in_line(&directive, 3).end, 11);
    assert_int_equal(directive_in_line(&directive, 4).line, 0);
}

static void paragraphs_go_on_over_pages(void **state)
{
    expect_passages(state,
                    "防汛学习资料\n"
                    "会议指出，南边几条小河已经两次漫过路面，沿河的镇\n"
                    "\n"
                    "— 1 —\n"
                    "防汛学习资料\n"
                    "\n"
                    "村守得住，靠的是夜里有人走。\n"
                    "会议强调，要守好大堤。\n"
                    "— 2 —\n"
                    "防汛学习资料\n"
                    "县委常委会召开会议\n"
                    "— 3 —\n"
                    "6月3日，县委常委会召开会议。\n",
                    "1-1|防汛学习资料\n"
                    "2-7|会议指出，南边几条小河已经两次漫过路面，沿河的镇村守得住，靠的是夜里有人走。\n"
                    "8-8|会议强调，要守好大堤。\n"
                    "11-11|县委常委会召开会议\n"
                    "13-13|6月3日，县委常委会召开会议。\n");
    /* one number alone is none of a page */
    expect_passages(state, "会议强调，要守好大堤，\n3\n处险工都要有人。\n",
                    "1-1|会议强调，要守好大堤，\n2-2|3\n3-3|处险工都要有人。\n");
}

static void numbers_of_documents_are_the_compilers(void **state)
{
    expect_parsed(state,
                  "一、县委常委会召开会议\n"
                  "2031年6月3日，桐梓县委书记叶东主持召开县委常委会会议。\n"
                  "二、抓实防汛\n"
                  "县政府召开常务会议\n"
                  "2031年6月4日，桐梓县县长林夏主持召开县政府常务会议。\n"
                  "会议研究了：\n"
                  "一、防汛\n"
                  "二、抗旱\n"
                  "三、县委召开专题会议\n"
                  "2031年6月5日，桐梓县委书记叶东主持召开县委专题会议。\n",
                  "1-2(1) 县委常委会召开会议|贵州省遵义市桐梓县|县委常委会|2031-06-03|叶东\n"
                  "3-8(2) 抓实防汛 县政府召开常务会议|贵州省遵义市桐梓县|县政府常务会议|2031-06-04|林夏\n"
                  "9-10(1) 县委召开专题会议|贵州省遵义市桐梓县|县委专题会议|2031-06-05|叶东\n");
    expect_passages(state, "一、要守好大堤\n二、要修好水闸\n三、要备足石料\n",
                    "1-1|一、要守好大堤\n2-2|二、要修好水闸\n3-3|三、要备足石料\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(traditional_characters_are_read_and_shown),
        cmocka_unit_test(letters_set_apart_are_brought_together),
        cmocka_unit_test(hidden_characters_and_residue_are_left_out),
        cmocka_unit_test(lines_broken_at_a_width_are_joined),
        cmocka_unit_test(directives_run_over_lines),
        cmocka_unit_test(paragraphs_go_on_over_pages),
        cmocka_unit_test(numbers_of_documents_are_the_compilers),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
