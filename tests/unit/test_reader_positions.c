/* Where each set of sources was left; and the clipboard's sequence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reader/copy.h"
#include "reader/positions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int make_folder(void **state)
{
    static char folder[] = "/tmp/chuanda-positions-XXXXXX";
    *state = mkdtemp(folder);
    return *state == NULL || setenv("XDG_STATE_HOME", folder, 1) != 0;
}

static int remove_folder(void **state)
{
    struct buffer command = {0};
    buffer_print(&command, "rm -rf '%s'", (const char *)*state);
    int result = system(command.bytes);
    buffer_free(&command);
    return result;
}

static void save(const char *set, size_t line)
{
    struct position position = {.hash = "abc", .line = line, .code_point = 4, .focus = PANE_TEXT};
    assert_true(positions_save(set, &position));
}

static void each_set_has_its_latest_place(void **state)
{
    (void)state;
    struct position position;
    assert_false(positions_load("one", &position));
    save("one", 10);
    save("two", 20);
    save("one", 11);
    assert_true(positions_load("one", &position));
    assert_int_equal(position.line, 11);
    assert_int_equal(position.code_point, 4);
    assert_int_equal(position.focus, PANE_TEXT);
    assert_string_equal(position.hash, "abc");
    assert_true(positions_load("two", &position));
    assert_int_equal(position.line, 20);
    assert_false(positions_load("on", &position));
}

static void a_place_that_cannot_be_kept_changes_nothing(void **state)
{
    struct buffer blocked = {0};
    buffer_print(&blocked, "%s/file", (const char *)*state);
    FILE *file = fopen(blocked.bytes, "w");
    assert_non_null(file);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(setenv("XDG_STATE_HOME", blocked.bytes, 1), 0);
    struct position position = {.hash = "abc", .line = 1};
    assert_false(positions_save("one", &position));
    assert_int_equal(setenv("XDG_STATE_HOME", *state, 1), 0);
    buffer_free(&blocked);
}

static void assert_copied(const char *text, const char *wanted)
{
    struct buffer sequence = {0};
    copy_sequence(&sequence, slice_of(text));
    assert_string_equal(sequence.bytes, wanted);
    buffer_free(&sequence);
}

static void text_goes_to_the_clipboard_as_base64(void **state)
{
    (void)state;
    assert_copied("", "\x1b]52;c;\a");
    assert_copied("a", "\x1b]52;c;YQ==\a");
    assert_copied("ab", "\x1b]52;c;YWI=\a");
    assert_copied("堤", "\x1b]52;c;5aCk\a");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_set_has_its_latest_place),
                                       cmocka_unit_test(a_place_that_cannot_be_kept_changes_nothing),
                                       cmocka_unit_test(text_goes_to_the_clipboard_as_base64)};
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
