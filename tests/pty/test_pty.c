/*
 * The reader on a real pseudo-terminal, shown by libvterm: what no screen test
 * can see.  A small shell stands between, as in life, so that the reader can
 * be stopped and continued.  Every wait is for something to appear, with a
 * deadline; nothing sleeps.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "library/store.h"
#include "reader/reader.h"
#include "screen/marked.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

enum { DEADLINE = 10, COLUMNS = 80, ROWS = 24 }; /* seconds; the size */

struct run {
    char *folder;  /* owned */
    char *library; /* owned */
    pid_t shell;
    int terminal; /* -1: hung up */
    VTerm *vterm;
    VTermScreen *screen;
    struct buffer output; /* all that was written to the terminal */
};

/* The child. */

static int read_sample(struct library *library)
{
    FILE *file = fopen("tests/screen/data/flood.txt", "r");
    char text[16384];
    if (file == NULL)
        return 1;
    size_t length = fread(text, 1, sizeof text, file);
    (void)fclose(file);
    struct source source = {0};
    struct parsed parsed = {0};
    struct intake_report report;
    marked_read("/invented/flood.txt", (struct slice){.bytes = text, .length = length}, &source, &parsed);
    enum status status = store_source(library, &source, &parsed, &report, NULL);
    parsed_free(&parsed);
    source_free(&source);
    return status != STATUS_OK;
}

static int read_on(const char *path)
{
    static const struct scope all = {0};
    struct library *library;
    struct problem problem = {0};
    if (library_open(path, &library, &problem) != STATUS_OK || read_sample(library) != 0)
        return 9;
    enum status status = reader_run(library, &all, &problem);
    if (problem.message != NULL)
        (void)fprintf(stderr, "%s\n", problem.message);
    problem_clear(&problem);
    library_close(&library);
    return (int)status;
}

/* Says when the reader was stopped, and continues it on a key. */
static _Noreturn void be_shell(const char *library)
{
    (void)signal(SIGTTOU, SIG_IGN);
    (void)printf("before the reader\r\n");
    (void)fflush(stdout);
    pid_t reader = fork();
    if (reader == 0) {
        (void)setpgid(0, 0);
        (void)tcsetpgrp(STDIN_FILENO, getpid());
        (void)signal(SIGTTOU, SIG_DFL);
        exit(read_on(library));
    }
    for (int status; waitpid(reader, &status, WUNTRACED) == reader;) {
        (void)tcsetpgrp(STDIN_FILENO, getpgrp());
        if (!WIFSTOPPED(status)) {
            (void)printf("ended with %d\r\n", WIFEXITED(status) ? WEXITSTATUS(status) : -1);
            (void)fflush(stdout);
            _exit(0);
        }
        char key;
        (void)printf("stopped\r\n");
        (void)fflush(stdout);
        if (read(STDIN_FILENO, &key, 1) != 1)
            _exit(1);
        (void)tcsetpgrp(STDIN_FILENO, reader);
        (void)kill(-reader, SIGCONT);
    }
    _exit(1);
}

/* The parent. */

static void start(struct run *run)
{
    struct winsize size = {.ws_row = ROWS, .ws_col = COLUMNS};
    run->shell = forkpty(&run->terminal, NULL, NULL, &size);
    assert_true(run->shell >= 0);
    if (run->shell == 0)
        be_shell(run->library);
    run->vterm = vterm_new(ROWS, COLUMNS);
    vterm_set_utf8(run->vterm, 1);
    run->screen = vterm_obtain_screen(run->vterm);
    vterm_screen_enable_altscreen(run->screen, 1);
    vterm_screen_reset(run->screen, 1);
}

/* Reads what the terminal was sent; false at the deadline or where nobody writes any more. */
static bool pump(struct run *run, const struct timespec *end)
{
    struct timespec now;
    char bytes[4096];
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    long left = (end->tv_sec - now.tv_sec) * 1000 + (end->tv_nsec - now.tv_nsec) / 1000000;
    struct pollfd watched = {.fd = run->terminal, .events = POLLIN};
    if (left <= 0 || poll(&watched, 1, (int)left) <= 0)
        return false;
    ssize_t count = read(run->terminal, bytes, sizeof bytes);
    if (count <= 0)
        return false;
    vterm_input_write(run->vterm, bytes, (size_t)count);
    buffer_add(&run->output, (struct slice){.bytes = bytes, .length = (size_t)count});
    return true;
}

static struct timespec deadline(void)
{
    struct timespec end;
    (void)clock_gettime(CLOCK_MONOTONIC, &end);
    end.tv_sec += DEADLINE;
    return end;
}

static struct slice screen_text(struct run *run, char *text, size_t size)
{
    int rows;
    int columns;
    vterm_get_size(run->vterm, &rows, &columns);
    VTermRect rect = {.start_row = 0, .end_row = rows, .start_col = 0, .end_col = columns};
    return (struct slice){.bytes = text, .length = vterm_screen_get_text(run->screen, text, size, rect)};
}

static void expect(struct run *run, const char *words)
{
    struct timespec end = deadline();
    char text[32768];
    do {
        if (slice_find(screen_text(run, text, sizeof text), slice_of(words), 0) != SLICE_NONE)
            return;
    } while (pump(run, &end));
    struct slice seen = screen_text(run, text, sizeof text);
    fail_msg("no “%s” on the screen:\n%.*s", words, (int)seen.length, seen.bytes);
}

static void expect_output(struct run *run, const char *bytes)
{
    struct timespec end = deadline();
    do {
        if (slice_find(buffer_slice(&run->output), slice_of(bytes), 0) != SLICE_NONE)
            return;
    } while (pump(run, &end));
    fail_msg("“%s” was not sent", bytes + 1);
}

/* The terminal's cursor comes to a row (from 0). */
static void expect_row(struct run *run, int row)
{
    struct timespec end = deadline();
    VTermPos position;
    do {
        vterm_state_get_cursorpos(vterm_obtain_state(run->vterm), &position);
        if (position.row == row)
            return;
    } while (pump(run, &end));
    fail_msg("the cursor is in row %d, not %d", position.row, row);
}

static void press(struct run *run, const char *keys)
{
    assert_int_equal(write(run->terminal, keys, strlen(keys)), strlen(keys));
}

static void finish(struct run *run)
{
    press(run, "q");
    expect(run, "ended with 0");
}

static int set_up(void **state)
{
    struct run *run = mem_new(1, sizeof *run);
    struct buffer library = {0};
    run->folder = mem_copy("/tmp/chuanda-pty-XXXXXX");
    if (mkdtemp(run->folder) == NULL)
        return 1;
    buffer_print(&library, "%s/library.db", run->folder);
    run->library = buffer_take(&library);
    (void)setenv("XDG_STATE_HOME", run->folder, 1);
    (void)setenv("TERM", "xterm-256color", 1);
    (void)setenv("LC_ALL", "C.UTF-8", 1);
    start(run);
    *state = run;
    return 0;
}

static void end(struct run *run)
{
    if (run->terminal >= 0)
        (void)close(run->terminal);
    run->terminal = -1;
    (void)waitpid(run->shell, NULL, 0);
    vterm_free(run->vterm);
    buffer_clear(&run->output);
}

static int tear_down(void **state)
{
    struct run *run = *state;
    struct buffer command = {0};
    end(run);
    buffer_free(&run->output);
    buffer_print(&command, "rm -rf '%s'", run->folder);
    int result = system(command.bytes);
    buffer_free(&command);
    free(run->folder);
    free(run->library);
    free(run);
    return result;
}

static void the_terminal_is_left_as_it_was(void **state)
{
    struct run *run = *state;
    expect(run, "中央 2");
    char text[32768];
    assert_int_equal(slice_find(screen_text(run, text, sizeof text), slice_of("before the reader"), 0), SLICE_NONE);
    finish(run);
    expect(run, "before the reader");
    assert_int_equal(slice_find(screen_text(run, text, sizeof text), slice_of("中央 2"), 0), SLICE_NONE);
}

static void arrows_and_a_lone_escape_are_told_apart(void **state)
{
    struct run *run = *state;
    expect(run, "?帮助");
    expect_row(run, 2);
    press(run, "\x1bOB");
    expect_row(run, 3);
    press(run, "?");
    expect(run, "everywhere");
    press(run, "\x1b");
    expect(run, "会议 7");
    finish(run);
}

static void a_resize_is_followed(void **state)
{
    struct run *run = *state;
    expect(run, "?帮助");
    struct winsize size = {.ws_row = 10, .ws_col = 120};
    vterm_set_size(run->vterm, 10, 120);
    assert_int_equal(ioctl(run->terminal, TIOCSWINSZ, &size), 0);
    expect(run, "部署 4");
    size.ws_col = 15;
    vterm_set_size(run->vterm, 10, 15);
    assert_int_equal(ioctl(run->terminal, TIOCSWINSZ, &size), 0);
    expect(run, "窗口太小");
    finish(run);
}

static void it_stops_and_goes_on(void **state)
{
    struct run *run = *state;
    expect(run, "?帮助");
    press(run, "\x1a");
    expect(run, "stopped");
    expect(run, "before the reader");
    press(run, "f\n");
    expect(run, "中央 2");
    finish(run);
}

/* What is said is heard by the parser and stands on the screen at once; so does undoing it. */
static void a_corrected_date_is_shown_and_undone(void **state)
{
    struct run *run = *state;
    expect(run, "会议 7");
    press(run, "c4");
    expect(run, "年-月-日：2021-06-28");
    press(run, "\x15"
               "2021-06-31\r");
    expect(run, "2021-06-31 is no date");
    press(run, "\x7f\x7f"
               "27\r");
    expect(run, "2021-06-27 〔勘〕");
    press(run, "c");
    expect(run, "撤销上一条勘误：日期：2021-06-27（原为 2021-06-28）");
    press(run, "Gk\r");
    expect(run, "已撤销");
    finish(run);
}

static void a_directive_is_compared_with_what_takes_it_up(void **state)
{
    struct run *run = *state;
    expect(run, "会议 7");
    press(run, "3=");
    expect(run, "比较 1/2  原文");
    press(run, "n");
    expect(run, "比较 2/2  改写");
    press(run, "q");
    expect(run, "会议强调");
    finish(run);
}

static void copies_go_to_the_terminal(void **state)
{
    struct run *run = *state;
    expect(run, "?帮助");
    press(run, "3y");
    expect_output(run, "\x1b]52;c;6KaB");
    expect(run, "已复制");
    finish(run);
}

/* Waits until the reader, whose terminal is gone, has written where it was. */
static void expect_place(const struct run *run)
{
    struct timespec limit = deadline();
    struct timespec now;
    struct buffer path = {0};
    bool there = false;
    buffer_print(&path, "%s/chuanda/positions", run->folder);
    do {
        there = access(path.bytes, R_OK) == 0;
        (void)poll(NULL, 0, 10);
        (void)clock_gettime(CLOCK_MONOTONIC, &now);
    } while (!there && now.tv_sec < limit.tv_sec);
    buffer_free(&path);
    assert_true(there);
}

static void a_hang_up_keeps_the_place(void **state)
{
    struct run *run = *state;
    expect(run, "?帮助");
    press(run, "JJ3");
    expect(run, "一户一册");
    end(run);
    expect_place(run);
    start(run);
    expect(run, "一户一册");
    finish(run);
}

/* A chroot without /dev/pts has none. */
static bool terminals_exist(void)
{
    int terminal, other;
    if (openpty(&terminal, &other, NULL, NULL, NULL) != 0)
        return false;
    (void)close(terminal);
    (void)close(other);
    return true;
}

int main(void)
{
    if (!terminals_exist()) {
        (void)puts("ok 1 - a terminal # SKIP no pseudo-terminal can be had here");
        return 0;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_terminal_is_left_as_it_was, set_up, tear_down),
        cmocka_unit_test_setup_teardown(arrows_and_a_lone_escape_are_told_apart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_resize_is_followed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(it_stops_and_goes_on, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_corrected_date_is_shown_and_undone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_directive_is_compared_with_what_takes_it_up, set_up, tear_down),
        cmocka_unit_test_setup_teardown(copies_go_to_the_terminal, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_hang_up_keeps_the_place, set_up, tear_down)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
