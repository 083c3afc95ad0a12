/* Where sentences end, shown by a | behind each. */
#include "chuanda/buffer.h"
#include "chuanda/sentence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void check_with(const char *passage, const char *expected, bool at_semicolons)
{
    struct buffer found = {0};
    struct slice sentence;
    size_t at = 0;
    while (sentence_next(slice_of(passage), at_semicolons, &at, &sentence)) {
        buffer_add(&found, sentence);
        buffer_add_text(&found, "|");
    }
    char *all = buffer_take(&found);
    assert_string_equal(all, expected);
    free(all);
}

static void check(const char *passage, const char *expected)
{
    check_with(passage, expected, false);
}

static void stops_end_sentences(void **state)
{
    (void)state;
    check("要修堤。要清淤！好吗？剩下的", "要修堤。|要清淤！|好吗？|剩下的|");
    check("好吗？！要修堤。。要清淤", "好吗？！|要修堤。。|要清淤|");
    check("really? yes! 见x?y=1处。完", "really?|yes!|见x?y=1处。|完|");
    check("水位3.5米。降了", "水位3.5米。|降了|");
}

static void white_space_around_is_left_out(void **state)
{
    (void)state;
    check("　　要修堤。　要清淤。  ", "要修堤。|要清淤。|");
    check(" 　", "");
    check("", "");
}

static void quotations(void **state)
{
    (void)state;
    check("他说：“要修堤。要清淤。”会议要求巡堤。", "他说：“要修堤。要清淤。”|会议要求巡堤。|");
    check("“要修堤。”他说。", "“要修堤。”|他说。|");
    check("强调要修堤。”会议要求。", "强调要修堤。”|会议要求。|");
    check("发出“守住大堤！”号召后出发。完", "发出“守住大堤！”号召后出发。|完|");
    check("他问：“堤在吗？”，没人答。完", "他问：“堤在吗？”，没人答。|完|");
    check("做到“水退、人安”。要清淤。", "做到“水退、人安”。|要清淤。|");
    check("他说：“县里讲‘要修堤。’要记住。”散会。", "他说：“县里讲‘要修堤。’要记住。”|散会。|");
    check("说:\"要修堤。\"散会。", "说:\"要修堤。\"|散会。|");
    check("「要修堤。」散会。", "「要修堤。」|散会。|");
}

static void brackets_and_titles(void **state)
{
    (void)state;
    check("要修堤（含新堤。）和清淤。完", "要修堤（含新堤。）和清淤。|完|");
    check("（记者从水利局获悉。）要修堤。", "（记者从水利局获悉。）|要修堤。|");
    check("《守堤！》一书出版。完", "《守堤！》一书出版。|完|");
    check("要修堤。（完）散会", "要修堤。|（完）散会|");
}

static void unclosed_marks_do_not_count(void **state)
{
    (void)state;
    check("他说：“要修堤。要清淤。", "他说：“要修堤。|要清淤。|");
    check("（一）要修堤。（二要清淤。完", "（一）要修堤。|（二要清淤。|完|");
    check("《守堤。散会。", "《守堤。|散会。|");
    check("““““““““““““修堤。清淤。", "““““““““““““修堤。|清淤。|");
}

static void semicolons_on_request(void **state)
{
    (void)state;
    check("要修堤；要清淤。", "要修堤；要清淤。|");
    check_with("要修堤；要清淤;要巡堤。", "要修堤；|要清淤;|要巡堤。|", true);
    check_with("做到“修堤；清淤”；要巡堤。", "做到“修堤；清淤”；|要巡堤。|", true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stops_end_sentences),
        cmocka_unit_test(white_space_around_is_left_out),
        cmocka_unit_test(quotations),
        cmocka_unit_test(brackets_and_titles),
        cmocka_unit_test(unclosed_marks_do_not_count),
        cmocka_unit_test(semicolons_on_request),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
