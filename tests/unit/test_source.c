/* Files: reading, hashing, splitting into lines, and the files of a directory. */
#include "chuanda/buffer.h"
#include "chuanda/source.h"
#include "import/sha256.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static void hashes_are_those_of_the_standard(void **state)
{
    (void)state;
    char hash[65];
    sha256(slice_of(""), hash);
    assert_string_equal(hash, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    sha256(slice_of("abc"), hash);
    assert_string_equal(hash, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    sha256(slice_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), hash);
    assert_string_equal(hash, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    struct buffer million = {0};
    while (million.length < 1000000)
        buffer_add_text(&million, "aaaaaaaaaa");
    sha256(buffer_slice(&million), hash);
    assert_string_equal(hash, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    buffer_free(&million);
}

static void check_lines(const char *text, const char *expected)
{
    struct source source;
    assert_int_equal(source_from_bytes("x.txt", slice_of(text), &source, NULL), STATUS_OK);
    struct buffer joined = {0};
    for (size_t i = 0; i < source.line_count; i++) {
        buffer_add(&joined, source.lines[i]);
        buffer_add_text(&joined, "|");
    }
    assert_string_equal(joined.bytes, expected);
    buffer_free(&joined);
    source_free(&source);
}

static void lines_end_in_every_way(void **state)
{
    (void)state;
    check_lines("一\n二\n", "一|二|");
    check_lines("一\n二", "一|二|");
    check_lines("一\r\n\r\n二\r\n", "一||二|");
    check_lines("一\r二\r", "一|二|");
    check_lines("\n\n一\n\n", "||一||");
    check_lines("一", "一|");
}

/* A path in the test's own folder, valid until the next call. */
static const char *in_folder(const char *folder, const char *name)
{
    static char path[512];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    (void)fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static int make_folder(void **state)
{
    static char folder[] = "/tmp/chuanda-source-XXXXXX";
    (void)strcpy(folder, "/tmp/chuanda-source-XXXXXX");
    *state = mkdtemp(folder);
    return *state == NULL;
}

static int remove_folder(void **state)
{
    char command[600];
    (void)snprintf(command, sizeof command, "rm -rf '%s'", (const char *)*state);
    return system(command);
}

static void a_file_is_read_whole(void **state)
{
    const char *path = in_folder(*state, "\xE9\x98\xB2\xFF.txt");
    write_file(path, "防汛\nabc\n");
    struct source source;
    assert_int_equal(source_read(path, &source, NULL), STATUS_OK);
    assert_string_equal(source.name, "防\uFFFD.txt");
    assert_true(source.path[0] == '/');
    assert_string_equal(source.charset, "UTF-8");
    assert_int_equal(source.line_count, 2);
    char hash[SOURCE_HASH_TEXT];
    assert_int_equal(source_hash(path, hash, NULL), STATUS_OK);
    assert_string_equal(hash, source.hash);
    source_free(&source);
}

static void check_refused(const char *path, const char *why)
{
    struct source source;
    struct problem problem = {0};
    assert_int_equal(source_read(path, &source, &problem), STATUS_FAILED);
    assert_non_null(strstr(problem.message, path));
    assert_non_null(strstr(problem.message, why));
    assert_null(strchr(problem.message, '\n'));
    problem_clear(&problem);
    source_free(&source);
}

static void what_cannot_be_read_says_why(void **state)
{
    check_refused(in_folder(*state, "missing.txt"), "no such file");
    check_refused(*state, "directory");
    const char *path = in_folder(*state, "blank.txt");
    write_file(path, " \n　\n");
    check_refused(path, "empty");
    write_file(path, "");
    check_refused(path, "empty");
    write_file(path, "\x01\x02\x03");
    check_refused(path, "binary");
    if (geteuid() != 0) {
        assert_int_equal(chmod(path, 0), 0);
        check_refused(path, "may not be read");
    }
}

static void a_directory_stands_for_its_texts(void **state)
{
    static const char *const folders[] = {"b", "b/c", ".hidden", "empty"};
    static const char *const files[] = {"z.txt",    "a.md",   "b/x.TXT",      "b/c/y.text",
                                        "b/no.pdf", ".d.txt", ".hidden/h.txt"};
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++)
        assert_int_equal(mkdir(in_folder(*state, folders[i]), 0700), 0);
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        write_file(in_folder(*state, files[i]), "x");
    assert_int_equal(symlink(*state, in_folder(*state, "b/loop")), 0);
    struct path_list list = {0};
    assert_int_equal(source_paths(*state, &list, NULL), STATUS_OK);
    static const char *const expected[] = {"a.md", "b/c/y.text", "b/x.TXT", "z.txt"};
    assert_int_equal(list.count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(list.items[i], in_folder(*state, expected[i]));
    assert_int_equal(source_paths(in_folder(*state, "b/no.pdf"), &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 5);
    struct problem problem = {0};
    assert_int_equal(source_paths(in_folder(*state, "empty"), &list, &problem), STATUS_FAILED);
    assert_non_null(strstr(problem.message, "holds no texts"));
    problem_clear(&problem);
    assert_int_equal(source_paths(in_folder(*state, "nowhere"), &list, &problem), STATUS_FAILED);
    assert_non_null(strstr(problem.message, "no such file"));
    problem_clear(&problem);
    assert_int_equal(list.count, 5);
    path_list_free(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hashes_are_those_of_the_standard),
        cmocka_unit_test(lines_end_in_every_way),
        cmocka_unit_test_setup_teardown(a_file_is_read_whole, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(what_cannot_be_read_says_why, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(a_directory_stands_for_its_texts, make_folder, remove_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
