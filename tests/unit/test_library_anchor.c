/* Anchors: a quote finds its place again, or says that it cannot. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "library/anchor.h"

#include <stdlib.h>
#include <string.h>

/* Passages of the lines of a text, blank ones left out. */
static struct passage_list passages_of(const char *text)
{
    struct passage_list list = {0};
    for (size_t line = 1; *text != '\0'; line++) {
        size_t length = strcspn(text, "\n");
        struct slice whole = {.bytes = text, .length = length};
        if (!slice_blank(whole)) {
            list.items = mem_grow(list.items, list.count, &list.capacity, sizeof *list.items);
            list.items[list.count++] = (struct passage){.line = line, .text = slice_copy(whole)};
        }
        text += length + (text[length] == '\n');
    }
    return list;
}

static void free_passages(struct passage_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].text);
    free(list->items);
}

/* Where `quote`, its `nth` appearance in `line` of `before` (from 0), stands in `after`; line 0: an orphan. */
static struct place_in_text refind(const char *before, size_t line, const char *quote, int nth, const char *after)
{
    struct passage_list old = passages_of(before);
    struct passage_list new = passages_of(after);
    size_t index = 0;
    while (old.items[index].line != line)
        index++;
    struct slice text = slice_of(old.items[index].text);
    size_t at = slice_find(text, slice_of(quote), 0);
    for (int i = 0; i < nth; i++)
        at = slice_find(text, slice_of(quote), at + 1);
    size_t start = utf8_count(slice_part(text, 0, at));
    struct anchor anchor;
    assert_true(anchor_make(&old, (struct place_in_text){line, start, start + utf8_count(slice_of(quote))}, &anchor));
    assert_string_equal(anchor.quote, quote);
    struct place_in_text where = {0};
    if (!anchor_find(&anchor, &new, &where))
        where = (struct place_in_text){0};
    anchor_free(&anchor);
    free_passages(&old);
    free_passages(&new);
    return where;
}

static void assert_place(struct place_in_text where, size_t line, size_t start, size_t end)
{
    assert_int_equal(where.line, line);
    assert_int_equal(where.start, start);
    assert_int_equal(where.end, end);
}

static const char text[] = "全省防汛会议召开\n"
                           "会议强调，要加固沿江堤防，备足抢险物料。\n"
                           "\n"
                           "会议指出，要转移低洼地区群众，确保人人安全。\n";

static void an_unchanged_text_keeps_the_place(void **state)
{
    (void)state;
    assert_place(refind(text, 2, "要加固沿江堤防", 0, text), 2, 5, 12);
}

static void lines_added_above_move_it(void **state)
{
    (void)state;
    assert_place(refind(text, 2, "要加固沿江堤防", 0,
                        "（整理稿）\n\n全省防汛会议召开\n会议强调，要加固沿江堤防，备足抢险物料。\n"),
                 4, 5, 12);
}

static void slight_changes_are_forgiven(void **state)
{
    (void)state;
    const char *after = "全省防汛会议召开\n会议强调，要及时转移低洼地带群众，确保人人安全。\n";
    const char *before = "全省防汛会议召开\n会议强调，要及时转移低洼地区的群众，确保人人安全。\n";
    assert_place(refind(before, 2, "要及时转移低洼地区的群众，确保人人安全", 0, after), 2, 5, 23);
}

static void a_rewritten_passage_makes_an_orphan(void **state)
{
    (void)state;
    assert_int_equal(refind(text, 2, "要加固沿江堤防，备足抢险物料", 0,
                            "全省防汛会议召开\n会议强调，要排查水库，备好发电机和冲锋舟。\n")
                         .line,
                     0);
}

static void the_same_quote_twice_is_told_apart_by_its_surroundings(void **state)
{
    (void)state;
    const char *before = "会议强调，要查险，会议指出，要抢险\n";
    const char *after = "会议听取了汇报\n会议强调，要查险，会议指出，要抢险\n";
    assert_place(refind(before, 1, "会议", 0, after), 2, 0, 2);
    assert_place(refind(before, 1, "会议", 1, after), 2, 9, 11);
}

static void like_passages_are_told_apart_by_their_neighbours(void **state)
{
    (void)state;
    const char *before = "甲市召开会议\n会议强调，要加固堤防。\n乙市召开会议\n会议强调，要加固堤防。\n丙市召开会议\n";
    const char *after =
        "目录\n说明\n甲市召开会议\n会议强调，要加固堤防。\n乙市召开会议\n会议强调，要加固堤防。\n丙市召开会议\n";
    assert_place(refind(before, 2, "会议强调，要加固堤防。", 0, after), 4, 0, 11);
    assert_place(refind(before, 4, "会议强调，要加固堤防。", 0, after), 6, 0, 11);
}

static void a_short_quote_does_not_settle_elsewhere(void **state)
{
    (void)state;
    assert_int_equal(refind(text, 2, "堤防", 0, "某校校史\n这一年修缮了校园里的堤防和小桥。\n").line, 0);
}

static void a_long_quote_that_stands_twice_elsewhere_is_an_orphan(void **state)
{
    (void)state;
    const char *before = "甲市召开会议\n会议强调，要层层压实防汛责任。\n";
    const char *after = "通知\n必须做到要层层压实防汛责任并报告\n又及\n各地要层层压实防汛责任并报告\n";
    assert_int_equal(refind(before, 2, "要层层压实防汛责任", 0, after).line, 0);
}

static void no_anchor_outside_the_text(void **state)
{
    (void)state;
    struct passage_list passages = passages_of(text);
    struct anchor anchor;
    assert_false(anchor_make(&passages, (struct place_in_text){3, 0, 1}, &anchor));
    assert_false(anchor_make(&passages, (struct place_in_text){1, 4, 4}, &anchor));
    assert_false(anchor_make(&passages, (struct place_in_text){1, 4, 9}, &anchor));
    free_passages(&passages);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_unchanged_text_keeps_the_place),
        cmocka_unit_test(lines_added_above_move_it),
        cmocka_unit_test(slight_changes_are_forgiven),
        cmocka_unit_test(a_rewritten_passage_makes_an_orphan),
        cmocka_unit_test(the_same_quote_twice_is_told_apart_by_its_surroundings),
        cmocka_unit_test(like_passages_are_told_apart_by_their_neighbours),
        cmocka_unit_test(a_short_quote_does_not_settle_elsewhere),
        cmocka_unit_test(a_long_quote_that_stands_twice_elsewhere_is_an_orphan),
        cmocka_unit_test(no_anchor_outside_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
