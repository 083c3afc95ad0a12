/*
 * The reader without a terminal: a script of keys in, a screen out.
 *
 * Every tests/screen/NAME.keys is a script; the screen after its last line is
 * compared, exactly, with NAME.screen.  With CHUANDA_UPDATE=1 in the
 * environment the .screen files are written anew instead.
 *
 *     size COLUMNS ROWS    the terminal's size, also later on (120 40 at the start)
 *     keys WORD …          keys by their names
 *     type TEXT            keys that type a text
 *     idle                 what is asked when nothing else is to do
 *     reread FILE          the compilation has changed: it is taken in again and the reader starts anew
 *     beside FILE          a second compilation is taken in and the reader starts anew
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "library/store.h"
#include "marked.h"
#include "reader/key.h"
#include "reader/session.h"
#include "reader/terminal.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER "tests/screen/"

struct run {
    struct library *library;
    struct session *session;
    struct terminal *terminal;
    unsigned columns, rows;
};

static char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "r");
    struct buffer text = {0};
    char bytes[4096];
    if (file == NULL)
        return NULL;
    for (size_t count; (count = fread(bytes, 1, sizeof bytes, file)) > 0;)
        buffer_add(&text, (struct slice){.bytes = bytes, .length = count});
    (void)fclose(file);
    *length = text.length;
    return buffer_take(&text);
}

static void check(enum status status, struct problem *problem)
{
    if (status != STATUS_OK)
        fail_msg("%s", problem->message == NULL ? "failed without a word" : problem->message);
}

/* Takes a marked compilation in as the file of a path. */
static void take_in(struct run *run, const char *name, const char *as)
{
    struct buffer path = {0};
    buffer_print(&path, FOLDER "data/%s", name);
    size_t length = 0;
    char *text = read_file(path.bytes, &length);
    assert_non_null(text);
    struct source source = {0};
    struct parsed parsed = {0};
    struct intake_report report;
    struct problem problem = {0};
    marked_read(as, (struct slice){.bytes = text, .length = length}, &source, &parsed);
    check(store_source(run->library, &source, &parsed, &report, &problem), &problem);
    parsed_free(&parsed);
    source_free(&source);
    free(text);
    buffer_free(&path);
}

static void show(struct run *run)
{
    session_paint(run->session);
    terminal_show(run->terminal, &run->session->screen);
}

static void start(struct run *run)
{
    static const struct scope all = {0};
    struct problem problem = {0};
    session_free(&run->session);
    check(session_new(run->library, &all, &run->session, &problem), &problem);
    session_resize(run->session, run->columns, run->rows);
    show(run);
}

static void resize(struct run *run, const char *words)
{
    assert_int_equal(sscanf(words, "%u %u", &run->columns, &run->rows), 2);
    terminal_close(&run->terminal);
    run->terminal = terminal_open_blind(run->columns, run->rows);
    assert_non_null(run->terminal);
    session_resize(run->session, run->columns, run->rows);
    show(run);
}

static void press(struct run *run, uint32_t key)
{
    session_key(run->session, key);
    show(run);
}

static void press_words(struct run *run, struct slice words)
{
    while (words.length > 0) {
        char *word = marked_part(&words, " ");
        uint32_t key;
        if (!key_read(slice_of(word), &key))
            fail_msg("no key: %s", word);
        press(run, key);
        free(word);
    }
}

static void type_text(struct run *run, struct slice text)
{
    for (size_t at = 0; at < text.length;)
        press(run, utf8_next(text, &at));
}

static void do_line(struct run *run, struct slice line)
{
    char *verb = marked_part(&line, " ");
    char *words = slice_copy(line);
    if (strcmp(verb, "size") == 0) {
        resize(run, words);
    } else if (strcmp(verb, "keys") == 0) {
        press_words(run, line);
    } else if (strcmp(verb, "type") == 0) {
        type_text(run, line);
    } else if (strcmp(verb, "idle") == 0) {
        while (session_idle(run->session))
            show(run);
        show(run);
    } else if (strcmp(verb, "reread") == 0) {
        take_in(run, words, "/invented/flood.txt");
        start(run);
    } else if (strcmp(verb, "beside") == 0) {
        take_in(run, words, "/invented/beside.txt");
        start(run);
    } else if (verb[0] != '\0' && verb[0] != '#') {
        fail_msg("no such line in a script: %s", verb);
    }
    free(verb);
    free(words);
}

/* The screen: its text, the letters of its roles (a blank under the second half of a wide character), the cursor. */
static void write_down(struct run *run, struct buffer *dump)
{
    const struct screen *screen = &run->session->screen;
    buffer_print(dump, "%u columns, %u rows, cursor ", screen->columns, screen->rows);
    if (screen->cursor_shown)
        buffer_print(dump, "at column %u of row %u\n", screen->cursor_x + 1, screen->cursor_y + 1);
    else
        buffer_add_text(dump, "hidden\n");
    for (unsigned y = 0; y < screen->rows; y++) {
        struct buffer text = {0};
        struct buffer shown = {0};
        terminal_row(run->terminal, y, &shown);
        for (unsigned x = 0; x < screen->columns; x++)
            buffer_add_text(&text, screen->spots[y * screen->columns + x].shown);
        assert_string_equal(shown.bytes, text.bytes);
        buffer_print(dump, "|%s|\n", text.bytes);
        buffer_free(&text);
        buffer_free(&shown);
    }
    for (unsigned y = 0; y < screen->rows; y++) {
        buffer_add_text(dump, "|");
        for (unsigned x = 0; x < screen->columns; x++) {
            const struct spot *spot = &screen->spots[y * screen->columns + x];
            buffer_print(dump, "%c", spot->columns == 0 ? ' ' : role_letter(spot->roles));
        }
        buffer_add_text(dump, "|\n");
    }
}

static void compare(const char *name, const struct buffer *dump)
{
    struct buffer path = {0};
    buffer_print(&path, FOLDER "%s.screen", name);
    const char *update = getenv("CHUANDA_UPDATE");
    if (update != NULL && update[0] == '1') {
        FILE *file = fopen(path.bytes, "w");
        assert_non_null(file);
        assert_int_equal(fwrite(dump->bytes, 1, dump->length, file), dump->length);
        assert_int_equal(fclose(file), 0);
    } else {
        size_t length = 0;
        char *wanted = read_file(path.bytes, &length);
        if (wanted == NULL)
            fail_msg("there is no %s: CHUANDA_UPDATE=1 writes it", path.bytes);
        if (strcmp(wanted, dump->bytes) != 0)
            fail_msg("%s is not the screen, which is:\n%s", path.bytes, dump->bytes);
        free(wanted);
    }
    buffer_free(&path);
}

static void run_script(void **state)
{
    const char *name = *state;
    struct buffer path = {0};
    struct problem problem = {0};
    struct run run = {.columns = 120, .rows = 40};
    size_t length = 0;
    buffer_print(&path, FOLDER "%s.keys", name);
    char *script = read_file(path.bytes, &length);
    assert_non_null(script);
    check(library_open(":memory:", &run.library, &problem), &problem);
    run.terminal = terminal_open_blind(run.columns, run.rows);
    assert_non_null(run.terminal);
    take_in(&run, "flood.txt", "/invented/flood.txt");
    start(&run);
    for (struct slice rest = {.bytes = script, .length = length}; rest.length > 0;) {
        char *line = marked_part(&rest, "\n");
        do_line(&run, slice_of(line));
        free(line);
    }
    struct buffer dump = {0};
    write_down(&run, &dump);
    compare(name, &dump);
    buffer_free(&dump);
    terminal_close(&run.terminal);
    session_free(&run.session);
    library_close(&run.library);
    free(script);
    buffer_free(&path);
}

static int is_script(const struct dirent *entry)
{
    return slice_ends(slice_of(entry->d_name), slice_of(".keys"));
}

int main(void)
{
    struct dirent **entries;
    int count = scandir(FOLDER, &entries, is_script, alphasort);
    if (count <= 0) {
        (void)fprintf(stderr, "no scripts in %s: run from the project's folder\n", FOLDER);
        return 1;
    }
    struct CMUnitTest *tests = mem_new((size_t)count, sizeof *tests);
    for (int i = 0; i < count; i++) {
        char *name = mem_copy_bytes(entries[i]->d_name, strlen(entries[i]->d_name) - strlen(".keys"));
        tests[i] = (struct CMUnitTest){.name = name, .test_func = run_script, .initial_state = name};
        free(entries[i]);
    }
    free(entries);
    int failed = _cmocka_run_group_tests("screen", tests, (size_t)count, NULL, NULL);
    for (int i = 0; i < count; i++)
        free(tests[i].initial_state);
    free(tests);
    return failed;
}
