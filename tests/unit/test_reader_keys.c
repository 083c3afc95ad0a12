/* Keys, and what they do where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reader/actions.h"
#include "reader/key.h"

#include <string.h>

static void assert_key(const char *word, uint32_t wanted)
{
    uint32_t key;
    assert_true(key_read(slice_of(word), &key));
    assert_int_equal(key, wanted);
}

static void words_name_keys(void **state)
{
    (void)state;
    uint32_t key;
    assert_key("Tab", CODE_TAB);
    assert_key("Shift-Tab", CODE_BACK_TAB);
    assert_key("Ctrl-D", 4);
    assert_key("j", 'j');
    assert_key("汛", 0x6C5B);
    assert_false(key_read(slice_of("Hyper"), &key));
    assert_false(key_read(slice_of(""), &key));
}

/* A table's slip, a key that names nothing or does two things in one place, would go unseen. */
static void every_default_key_is_a_key_and_means_one_thing(void **state)
{
    (void)state;
    for (size_t i = 0; i < ACTIONS; i++) {
        struct slice rest = slice_of(action_table[i].keys);
        while (rest.length > 0) {
            size_t space = slice_find(rest, slice_of(" "), 0);
            size_t end = space == SLICE_NONE ? rest.length : space;
            uint32_t key;
            assert_true(key_read(slice_part(rest, 0, end), &key));
            for (unsigned bit = IN_MEETINGS; bit <= IN_PAGE; bit <<= 1) {
                if ((action_table[i].where & bit) != 0)
                    assert_int_equal(action_of(key, bit), i);
            }
            rest = slice_part(rest, end + 1, rest.length);
        }
    }
}

static void a_key_means_what_its_place_says(void **state)
{
    (void)state;
    assert_int_equal(action_of('1', IN_TEXT), ACTION_MEETINGS);
    assert_int_equal(action_of('1', IN_CHOOSER), ACTION_CHOOSE);
    assert_int_equal(action_of('x', IN_CHOOSER), ACTION_NONE);
    assert_int_equal(action_of('x', IN_CHOOSER | IN_BOOKMARKS), ACTION_DELETE);
    assert_int_equal(action_of('v', IN_MEETINGS), ACTION_NONE);
    assert_int_equal(action_of(CODE_UNKNOWN, IN_TEXT), ACTION_NONE);
}

static void keys_of_a_chinese_input_method_are_understood(void **state)
{
    (void)state;
    static const struct {
        uint32_t typed;
        enum action action;
    } cases[] = {
        {0xFF0F /* ／ */, ACTION_SEARCH},         {0x3001 /* 、 */, ACTION_SEARCH},
        {0xFF1F /* ？ */, ACTION_HELP},           {0x3010 /* 【 */, ACTION_PREVIOUS_REFERENCE},
        {0x3011 /* 】 */, ACTION_NEXT_REFERENCE}, {0x2018 /* ‘ */, ACTION_BOOKMARKS},
        {0x300B /* 》 */, ACTION_FORWARD},        {0xFF4A /* ｊ */, ACTION_DOWN},
        {0xFF27 /* Ｇ */, ACTION_LAST},           {0xFF12 /* ２ */, ACTION_TEXT},
        {0x3000 /* U+3000 */, ACTION_PAGE_DOWN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(action_of(cases[i].typed, IN_TEXT), cases[i].action);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_name_keys),
                                       cmocka_unit_test(every_default_key_is_a_key_and_means_one_thing),
                                       cmocka_unit_test(a_key_means_what_its_place_says),
                                       cmocka_unit_test(keys_of_a_chinese_input_method_are_understood)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
