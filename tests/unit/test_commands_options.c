/* Options: every form of writing them, and one line for each way of getting them wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "commands/options.h"

#include <string.h>

enum { ALLOWED = OPTION_BIT(OPTION_LEVEL) | OPTION_BIT(OPTION_JSON) | OPTION_BIT(OPTION_LIBRARY) };

#define READ(options, problem, ...)                                                                                    \
    options_read((int)(sizeof(char *[]){__VA_ARGS__} / sizeof(char *)), (char *[]){__VA_ARGS__}, 0, ALLOWED, options,  \
                 problem)

static void values_stand_behind_a_sign_or_a_space(void **state)
{
    (void)state;
    struct options options;
    assert_int_equal(READ(&options, NULL, "chuanda", "--level=city", "a.txt", "--library", "x.db", "--json", "b.txt"),
                     STATUS_OK);
    assert_string_equal(options.values[OPTION_LEVEL], "city");
    assert_string_equal(options.values[OPTION_LIBRARY], "x.db");
    assert_non_null(options.values[OPTION_JSON]);
    assert_null(options.values[OPTION_HELP]);
    assert_int_equal(options.word_count, 2);
    assert_string_equal(options.words[0], "a.txt");
    assert_string_equal(options.words[1], "b.txt");
    options_free(&options);
}

static void two_dashes_end_the_options(void **state)
{
    (void)state;
    struct options options;
    assert_int_equal(READ(&options, NULL, "chuanda", "--", "--json", "-"), STATUS_OK);
    assert_null(options.values[OPTION_JSON]);
    assert_int_equal(options.word_count, 2);
    assert_string_equal(options.words[0], "--json");
    options_free(&options);
}

static void assert_misuse(enum status status, struct options *options, struct problem *problem, const char *why)
{
    assert_int_equal(status, STATUS_MISUSE);
    assert_string_equal(problem->message, why);
    problem_clear(problem);
    options_free(options);
}

static void misuse_is_named(void **state)
{
    (void)state;
    struct options options;
    struct problem problem = {0};
    assert_misuse(READ(&options, &problem, "chuanda", "--colour"), &options, &problem, "unknown option --colour");
    assert_misuse(READ(&options, &problem, "chuanda", "-x"), &options, &problem, "unknown option -x");
    assert_misuse(READ(&options, &problem, "chuanda", "--lev=city"), &options, &problem, "unknown option --lev=city");
    assert_misuse(READ(&options, &problem, "chuanda", "--json=yes"), &options, &problem, "--json takes no value");
    assert_misuse(READ(&options, &problem, "chuanda", "--level"), &options, &problem,
                  "--level needs a value: --level=LEVEL");
    assert_misuse(READ(&options, &problem, "chuanda", "--level="), &options, &problem,
                  "--level needs a value: --level=LEVEL");
    assert_misuse(READ(&options, &problem, "chuanda", "--from=2031-07-01"), &options, &problem,
                  "--from does not go with this command");
}

static void the_command_is_the_first_word(void **state)
{
    (void)state;
    assert_int_equal(options_first_word(3, (char *[]){"chuanda", "list", "x"}), 1);
    assert_int_equal(options_first_word(4, (char *[]){"chuanda", "--library", "x.db", "list"}), 3);
    assert_int_equal(options_first_word(3, (char *[]){"chuanda", "--library=x.db", "list"}), 2);
    assert_int_equal(options_first_word(3, (char *[]){"chuanda", "--json", "list"}), 2);
    assert_int_equal(options_first_word(3, (char *[]){"chuanda", "--", "list"}), 3);
    assert_int_equal(options_first_word(1, (char *[]){"chuanda"}), 1);
}

static void help_names_what_is_allowed(void **state)
{
    (void)state;
    struct buffer help = {0};
    options_help(&help, ALLOWED);
    assert_non_null(strstr(help.bytes, "--level=LEVEL"));
    assert_non_null(strstr(help.bytes, "--json "));
    assert_null(strstr(help.bytes, "--from"));
    buffer_free(&help);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_stand_behind_a_sign_or_a_space),
        cmocka_unit_test(two_dashes_end_the_options),
        cmocka_unit_test(misuse_is_named),
        cmocka_unit_test(the_command_is_the_first_word),
        cmocka_unit_test(help_names_what_is_allowed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
