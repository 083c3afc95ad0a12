/* Intake: files by their hash, changed ones anew, and nothing lost on the way. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "chuanda/buffer.h"
#include "library/database.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char text[] = "市委常委会召开会议\n"
                           "\n"
                           "2031年7月2日，市委常委会召开会议。会议强调，要加固沿江堤防，备足抢险物料。\n";

struct desk {
    struct library *library;
    char *folder;
};

static char *path_of(const struct desk *desk, const char *name)
{
    struct buffer path = {0};
    buffer_print(&path, "%s/%s", desk->folder, name);
    return buffer_take(&path);
}

static void write_text(const char *path, const char *content)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(content, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static int setup(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    struct buffer folder = {0};
    const char *parent = getenv("TMPDIR");
    buffer_print(&folder, "%s/chuanda-XXXXXX", parent == NULL ? "/tmp" : parent);
    desk->folder = mkdtemp(buffer_take(&folder));
    *state = desk;
    return desk->folder == NULL || library_open(":memory:", &desk->library, NULL) != STATUS_OK;
}

static int teardown(void **state)
{
    struct desk *desk = *state;
    library_close(&desk->library);
    free(desk->folder);
    free(desk);
    return 0;
}

static struct intake_report take_in(const struct desk *desk, const char *name, const char *content)
{
    char *path = path_of(desk, name);
    if (content != NULL)
        write_text(path, content);
    struct intake_report report;
    assert_int_equal(library_take_in(desk->library, path, &report, NULL), STATUS_OK);
    free(path);
    return report;
}

static void a_known_file_is_not_read_again(void **state)
{
    const struct desk *desk = *state;
    struct intake_report first = take_in(desk, "a.txt", text);
    assert_int_equal(first.intake, INTAKE_NEW);
    assert_int_equal(first.documents, 1);
    int64_t generation = library_generation(desk->library);
    struct intake_report again = take_in(desk, "a.txt", NULL);
    assert_int_equal(again.intake, INTAKE_KNOWN);
    assert_int_equal(again.source, first.source);
    assert_int_equal(again.documents, first.documents);
    assert_int_equal(again.directives, first.directives);
    struct intake_report copy = take_in(desk, "copy.txt", text);
    assert_int_equal(copy.intake, INTAKE_KNOWN);
    assert_int_equal(library_generation(desk->library), generation);
}

static void a_changed_file_replaces_its_source(void **state)
{
    const struct desk *desk = *state;
    struct intake_report first = take_in(desk, "a.txt", text);
    struct document_list documents = {0};
    assert_int_equal(library_documents(desk->library, NULL, NULL, &documents, NULL), STATUS_OK);
    int64_t bookmark = 0;
    assert_int_equal(library_bookmark_add(desk->library, documents.items[0].id, (struct place_in_text){3, 23, 30}, "",
                                          NULL, 0, &bookmark, NULL),
                     STATUS_OK);
    document_list_free(&documents);
    struct buffer longer = {0};
    buffer_print(&longer, "（整理稿）\n\n%s", text);
    struct intake_report again = take_in(desk, "a.txt", longer.bytes);
    buffer_free(&longer);
    assert_int_equal(again.intake, INTAKE_REREAD);
    assert_int_equal(again.source, first.source);
    assert_int_equal(again.bookmarks_moved, 1);
    struct source_list sources = {0};
    assert_int_equal(library_sources(desk->library, NULL, &sources, NULL), STATUS_OK);
    assert_int_equal(sources.count, 1);
    assert_int_equal(sources.items[0].lines, 5);
    source_list_free(&sources);
}

/* The lines with any of some bigrams, as a sum of powers of two. */
static bool mark_line(void *context, int64_t document, size_t line, struct slice passage)
{
    assert_true(document > 0 && passage.length > 0);
    *(unsigned *)context |= 1U << line;
    return true;
}

static unsigned lines_with(const struct desk *desk, const struct scope *scope, struct bigram bigram, size_t counted)
{
    unsigned lines = 0;
    size_t passages = 99;
    assert_int_equal(library_count_bigrams(desk->library, &bigram, 1, &passages, NULL), STATUS_OK);
    assert_int_equal(passages, counted);
    assert_int_equal(library_passages_with(desk->library, scope, &bigram, 1, mark_line, &lines, NULL), STATUS_OK);
    return lines;
}

static void passages_are_found_by_their_bigrams(void **state)
{
    const struct desk *desk = *state;
    static const struct bigram together = {0x53EC /* 召 */, 0x5F00 /* 开 */},
                               apart = {0x8BAE /* 议 */, 0x5E02 /* 市 */}, across = {0x9632 /* 防 */, 0x5907 /* 备 */};
    struct intake_report first = take_in(desk, "a.txt", text);
    assert_int_equal(lines_with(desk, NULL, together, 2), 1U << 1 | 1U << 3);
    assert_int_equal(lines_with(desk, NULL, apart, 0), 0);
    assert_int_equal(lines_with(desk, NULL, across, 1), 1U << 3); /* a mark between them does not part them */
    size_t all = 0;
    assert_int_equal(library_count_passages(desk->library, NULL, &all, NULL), STATUS_OK);
    assert_int_equal(all, 2);
    (void)take_in(desk, "a.txt", "市委常委會召開會議\n");
    assert_int_equal(lines_with(desk, NULL, together, 1), 1U << 1); /* traditional characters are simplified */
    assert_int_equal(lines_with(desk, NULL, across, 0), 0);
    int64_t other = first.source + 1;
    struct scope scope = {.sources = &other, .count = 1};
    assert_int_equal(lines_with(desk, &scope, together, 1), 0);
}

static void a_moved_file_keeps_its_source(void **state)
{
    const struct desk *desk = *state;
    struct intake_report first = take_in(desk, "a.txt", text);
    char *old = path_of(desk, "a.txt");
    char *new = path_of(desk, "b.txt");
    assert_int_equal(rename(old, new), 0);
    struct intake_report moved = take_in(desk, "b.txt", NULL);
    assert_int_equal(moved.intake, INTAKE_KNOWN);
    assert_int_equal(moved.source, first.source);
    struct source_list sources = {0};
    assert_int_equal(library_sources(desk->library, NULL, &sources, NULL), STATUS_OK);
    assert_string_equal(sources.items[0].name, "b.txt");
    source_list_free(&sources);
    free(old);
    free(new);
}

static void an_unreadable_file_changes_nothing(void **state)
{
    const struct desk *desk = *state;
    (void)take_in(desk, "a.txt", text);
    char *path = path_of(desk, "a.txt");
    write_text(path, " \n\n");
    int64_t generation = library_generation(desk->library);
    struct intake_report report;
    struct problem problem = {0};
    assert_int_equal(library_take_in(desk->library, path, &report, &problem), STATUS_FAILED);
    assert_non_null(strstr(problem.message, "a.txt"));
    problem_clear(&problem);
    assert_int_equal(library_generation(desk->library), generation);
    free(path);
}

static size_t count_lines(const struct desk *desk)
{
    struct document_list documents = {0};
    assert_int_equal(library_documents(desk->library, NULL, NULL, &documents, NULL), STATUS_OK);
    assert_int_equal(documents.count, 1);
    size_t last = documents.items[0].last_line;
    document_list_free(&documents);
    return last;
}

static void an_older_reading_is_done_anew_without_the_file(void **state)
{
    const struct desk *desk = *state;
    struct intake_report first = take_in(desk, "a.txt", text);
    char *path = path_of(desk, "a.txt");
    assert_int_equal(unlink(path), 0);
    assert_int_equal(database_script(desk->library, "UPDATE source SET parse_version = 0; DELETE FROM document", NULL),
                     STATUS_OK);
    assert_int_equal(library_refresh(desk->library, NULL, NULL), STATUS_OK);
    assert_int_equal(count_lines(desk), 3);
    int64_t generation = library_generation(desk->library);
    assert_int_equal(library_refresh(desk->library, NULL, NULL), STATUS_OK);
    assert_int_equal(library_generation(desk->library), generation);
    write_text(path, text);
    assert_int_equal(database_script(desk->library, "UPDATE source SET parse_version = 0", NULL), STATUS_OK);
    struct intake_report again = take_in(desk, "a.txt", NULL);
    assert_int_equal(again.intake, INTAKE_REREAD);
    assert_int_equal(again.documents, first.documents);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_known_file_is_not_read_again, setup, teardown),
        cmocka_unit_test_setup_teardown(a_changed_file_replaces_its_source, setup, teardown),
        cmocka_unit_test_setup_teardown(passages_are_found_by_their_bigrams, setup, teardown),
        cmocka_unit_test_setup_teardown(a_moved_file_keeps_its_source, setup, teardown),
        cmocka_unit_test_setup_teardown(an_unreadable_file_changes_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(an_older_reading_is_done_anew_without_the_file, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
