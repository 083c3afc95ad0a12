/* Two texts side by side. All texts are invented. */
#include "chuanda/alignment.h"
#include "chuanda/buffer.h"
#include "chuanda/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void add_words(struct buffer *buffer, const char *text, struct range range)
{
    struct slice whole = slice_of(text);
    buffer_add(buffer, slice_part(whole, utf8_byte(whole, range.start), utf8_byte(whole, range.end)));
}

/* Writes the runs as the upper text has them and, where it differs, =the local text; then + what is new. */
static void check(const char *upper, const char *local, const char *expected)
{
    struct alignment alignment;
    struct buffer found = {0};
    alignment_make(slice_of(upper), slice_of(local), &alignment);
    for (size_t i = 0; i < alignment.run_count; i++) {
        struct buffer both[2] = {{0}, {0}};
        add_words(&both[0], upper, alignment.runs[i].upper);
        add_words(&both[1], local, alignment.runs[i].local);
        buffer_add(&found, buffer_slice(&both[0]));
        if (!slice_equal(buffer_slice(&both[0]), buffer_slice(&both[1])))
            buffer_print(&found, "=%s", both[1].bytes);
        buffer_add_text(&found, " ");
        buffer_free(&both[0]);
        buffer_free(&both[1]);
    }
    for (size_t i = 0; i < alignment.added_count; i++) {
        buffer_add_text(&found, "+");
        add_words(&found, local, alignment.added[i]);
        buffer_add_text(&found, " ");
    }
    alignment_free(&alignment);
    char *words = buffer_take(&found);
    assert_string_equal(words, expected);
    free(words);
}

static double taken_over(const char *upper, const char *local)
{
    struct alignment alignment;
    alignment_make(slice_of(upper), slice_of(local), &alignment);
    double share = alignment.taken_over;
    alignment_free(&alignment);
    return share;
}

static void shared_words_and_what_is_new_are_told_apart(void **state)
{
    (void)state;
    check("要加固城北大堤。", "要赶在汛期前加固城北大堤和两座泵站。", "加固城北大堤 +要赶在汛期前 +和两座泵站 ");
    check("要加固城北大堤。", "会上学了文件。", "+会上学了文件 ");
    check("", "修缮校舍", "+修缮校舍 ");
    check("修缮校舍", "", "");
}

static void a_clause_that_was_moved_is_found(void **state)
{
    (void)state;
    check("要加固城北大堤，转移低洼地带群众。", "要转移低洼地带群众，加固城北大堤。", "转移低洼地带群众 加固城北大堤 ");
}

static void short_words_count_beside_others_only(void **state)
{
    (void)state;
    check("疏通沟渠，清理淤泥", "疏通城南沟渠、清理河道淤泥", "疏通 沟渠，清理=沟渠、清理 淤泥 +城南 +河道 ");
    check("疏通沟渠", "县里的沟渠有三百年历史", "+县里的沟渠有三百年历史 ");
}

static void what_stands_far_apart_is_no_chain(void **state)
{
    (void)state;
    check("排查隐患，甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥，抢修",
          "排查隐患，天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收，抢修",
          "排查隐患 +天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收，抢修 ");
}

static void set_phrases_are_not_new(void **state)
{
    (void)state;
    check("要清运垃圾。", "要提高政治站位，清运垃圾，把任务落到实处。", "清运垃圾 +要提高 +把任务 ");
    check("要提高政治站位，清运垃圾。", "提高政治站位，栽树。", "提高政治站位 +栽树 ");
}

static void the_share_taken_over_leaves_set_phrases_out(void **state)
{
    (void)state;
    assert_float_equal(taken_over("清运垃圾，狠抓落实", "清运垃圾"), 1, 0.001);
    assert_float_equal(taken_over("清运村口垃圾站", "清运村口粪污"), 4.0 / 7, 0.001);
    assert_float_equal(taken_over("狠抓落实", "狠抓落实"), 1, 0.001);
    assert_float_equal(taken_over("", "清运垃圾"), 0, 0.001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shared_words_and_what_is_new_are_told_apart),
        cmocka_unit_test(a_clause_that_was_moved_is_found),
        cmocka_unit_test(short_words_count_beside_others_only),
        cmocka_unit_test(what_stands_far_apart_is_no_chain),
        cmocka_unit_test(set_phrases_are_not_new),
        cmocka_unit_test(the_share_taken_over_leaves_set_phrases_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
