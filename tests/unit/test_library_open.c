/* Opening a library: its folder made, other files refused, a newer schema left alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "chuanda/buffer.h"
#include "chuanda/library.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A path in a fresh folder, with everything in it removed afterwards by the runner. */
static char *fresh_path(const char *name)
{
    const char *parent = getenv("TMPDIR");
    struct buffer path = {0};
    buffer_print(&path, "%s/chuanda-XXXXXX", parent == NULL ? "/tmp" : parent);
    assert_non_null(mkdtemp(path.bytes));
    buffer_print(&path, "/%s", name);
    return buffer_take(&path);
}

static void write_file(const char *path, const char *bytes, size_t length, long at)
{
    FILE *file = fopen(path, at == 0 ? "wb" : "r+b");
    assert_non_null(file);
    assert_int_equal(fseek(file, at, SEEK_SET), 0);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void assert_refused(const char *path, const char *why)
{
    struct library *library = NULL;
    struct problem problem = {0};
    assert_int_equal(library_open(path, &library, &problem), STATUS_FAILED);
    assert_null(library);
    assert_non_null(strstr(problem.message, why));
    assert_non_null(strstr(problem.message, path));
    assert_null(strchr(problem.message, '\n'));
    problem_clear(&problem);
}

static void folders_are_made_and_a_second_opening_finds_it(void **state)
{
    (void)state;
    char *path = fresh_path("one/two/library.db");
    struct library *library = NULL;
    assert_int_equal(library_open(path, &library, NULL), STATUS_OK);
    library_close(&library);
    assert_null(library);
    assert_int_equal(library_open(path, &library, NULL), STATUS_OK);
    library_close(&library);
    free(path);
}

static void a_text_is_no_library(void **state)
{
    (void)state;
    char *path = fresh_path("notes.txt");
    static const char text[] = "甲市召开会议，研究部署防汛工作。这不是一个数据库，只是一段说明文字。"
                               "甲市召开会议，研究部署防汛工作。这不是一个数据库，只是一段说明文字。\n";
    write_file(path, text, sizeof text - 1, 0);
    assert_refused(path, "not a chuanda library");
    free(path);
}

/* Writes a number where SQLite's file format keeps user_version (60) or application_id (68). */
static void write_header(const char *path, long at, unsigned char value)
{
    write_file(path, (const char[]){0, 0, 0, (char)value}, 4, at);
}

static void a_newer_schema_is_refused_and_untouched(void **state)
{
    (void)state;
    char *path = fresh_path("library.db");
    struct library *library = NULL;
    assert_int_equal(library_open(path, &library, NULL), STATUS_OK);
    library_close(&library);
    write_header(path, 60, 99);
    struct stat before;
    struct stat after;
    assert_int_equal(stat(path, &before), 0);
    assert_refused(path, "newer chuanda (schema 99");
    assert_int_equal(stat(path, &after), 0);
    assert_int_equal(before.st_mtim.tv_sec, after.st_mtim.tv_sec);
    assert_int_equal(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
    free(path);
}

static void another_program_s_database_is_refused(void **state)
{
    (void)state;
    char *path = fresh_path("library.db");
    struct library *library = NULL;
    assert_int_equal(library_open(path, &library, NULL), STATUS_OK);
    library_close(&library);
    write_header(path, 68, 7);
    assert_refused(path, "another program's database");
    free(path);
}

static void a_library_below_a_file_cannot_be_made(void **state)
{
    (void)state;
    assert_refused("/dev/null/library.db", "cannot be opened or created");
}

static void the_default_path_follows_xdg(void **state)
{
    (void)state;
    char *path = NULL;
    assert_int_equal(setenv("XDG_DATA_HOME", "/data", 1), 0);
    assert_int_equal(library_default_path(&path, NULL), STATUS_OK);
    assert_string_equal(path, "/data/chuanda/library.db");
    free(path);
    assert_int_equal(setenv("XDG_DATA_HOME", "relative", 1), 0);
    assert_int_equal(setenv("HOME", "/home/reader", 1), 0);
    assert_int_equal(library_default_path(&path, NULL), STATUS_OK);
    assert_string_equal(path, "/home/reader/.local/share/chuanda/library.db");
    free(path);
    assert_int_equal(unsetenv("HOME"), 0);
    assert_int_equal(library_default_path(&path, NULL), STATUS_FAILED);
    assert_null(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folders_are_made_and_a_second_opening_finds_it),
        cmocka_unit_test(a_text_is_no_library),
        cmocka_unit_test(a_newer_schema_is_refused_and_untouched),
        cmocka_unit_test(another_program_s_database_is_refused),
        cmocka_unit_test(a_library_below_a_file_cannot_be_made),
        cmocka_unit_test(the_default_path_follows_xdg),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
