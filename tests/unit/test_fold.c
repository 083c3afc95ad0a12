/* Folding: one form for all the ways in which a text is written, and the way back. */
#include "chuanda/buffer.h"
#include "chuanda/fold.h"
#include "chuanda/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void check(const char *text, enum fold_keep keep, const char *expected)
{
    struct folded folded;
    fold_text(slice_of(text), keep, &folded);
    struct buffer found = {0};
    for (size_t i = 0; i < folded.count; i++)
        utf8_add(&found, folded.code_points[i]);
    char *all = buffer_take(&found);
    assert_string_equal(all, expected);
    free(all);
    folded_free(&folded);
}

static void widths_scripts_and_cases_are_one(void **state)
{
    (void)state;
    check("發展經濟", FOLD_SEARCH, "发展经济");
    check("ＡＢＣ１２３ abcÉ", FOLD_SEARCH, "abc123abcé");
    check("⽔⼟", FOLD_SEARCH, "水土");
    check("水、土。", FOLD_SEARCH, "水、土.");
    check("“水”「土」（林），《田》：！", FOLD_SEARCH, "\"水\"\"土\"(林),<田>:!");
    check("水——土～田•林", FOLD_SEARCH, "水--土~田·林");
}

static void hidden_characters_hide_nothing(void **state)
{
    (void)state;
    check("防\u200B洪\uFEFF抢\u202E险\u00AD\u2060", FOLD_SEARCH, "防洪抢险");
    check("防 洪\u3000抢\t险\u00A0\n", FOLD_SEARCH, "防洪抢险");
    check("防\U000E0041洪\uFE0F抢\uFFF9险\x01", FOLD_SEARCH, "防洪抢险");
}

static void characters_only(void **state)
{
    (void)state;
    check("“修堤”（2.5米）：〇号—A①々", FOLD_CHARACTERS, "修堤25米〇号a々");
    check("𠀀、", FOLD_CHARACTERS, "𠀀");
    check("，。", FOLD_CHARACTERS, "");
}

static void origins_are_code_points_of_the_text(void **state)
{
    (void)state;
    struct folded folded;
    fold_text(slice_of("　𠀀 會\u200B議。"), FOLD_CHARACTERS, &folded);
    assert_int_equal(folded.count, 3);
    assert_int_equal(folded.origin[0], 1);
    assert_int_equal(folded.origin[1], 3);
    assert_int_equal(folded.origin[2], 5);
    assert_int_equal(folded.origin[3], 6);
    folded_free(&folded);
    fold_text(slice_of(""), FOLD_SEARCH, &folded);
    assert_int_equal(folded.count, 0);
    assert_int_equal(folded.origin[0], 0);
    folded_free(&folded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths_scripts_and_cases_are_one),
        cmocka_unit_test(hidden_characters_hide_nothing),
        cmocka_unit_test(characters_only),
        cmocka_unit_test(origins_are_code_points_of_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
