#include "output.h"

#include "chuanda/buffer.h"
#include "chuanda/display.h"
#include "chuanda/memory.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { GAP = 2, FALLBACK_COLUMNS = 80, LEAST_LAST_COLUMN = 10, CUT_COLUMN = 16 };

bool output_is_terminal(void)
{
    return isatty(STDOUT_FILENO) == 1;
}

static size_t terminal_columns(int file)
{
    struct winsize size;
    if (ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return FALLBACK_COLUMNS;
}

void output_text(struct slice text)
{
    struct buffer shown = {0};
    if (output_is_terminal()) {
        display_add(&shown, text);
        text = buffer_slice(&shown);
    }
    (void)fwrite(text.bytes, 1, text.length, stdout);
    buffer_free(&shown);
}

enum status output_end(struct problem *problem)
{
    if (fflush(stdout) == 0 && ferror(stdout) == 0)
        return STATUS_OK;
    return problem_raise(problem, STATUS_FAILED, "the output could not be written: %s", strerror(errno));
}

void output_complaint(const char *message)
{
    struct buffer line = {0};
    buffer_add_text(&line, "chuanda: ");
    if (isatty(STDERR_FILENO) == 1)
        display_add(&line, slice_of(message));
    else
        buffer_add_text(&line, message);
    (void)fprintf(stderr, "%s\n", line.bytes);
    buffer_free(&line);
}

/* Can stderr be written over? */
static bool shows_progress(void)
{
    const char *terminal = getenv("TERM");
    return isatty(STDERR_FILENO) == 1 && terminal != NULL && strcmp(terminal, "dumb") != 0;
}

void output_progress(size_t done, size_t all, const char *name)
{
    if (!shows_progress())
        return;
    struct buffer line = {0};
    buffer_print(&line, "[%zu/%zu] %s", done, all, name);
    struct buffer shown = {0};
    (void)display_add_cut(&shown, buffer_slice(&line), terminal_columns(STDERR_FILENO) - 1, AMBIGUOUS_NARROW);
    (void)fprintf(stderr, "\r%s\033[K", shown.bytes);
    (void)fflush(stderr);
    buffer_free(&shown);
    buffer_free(&line);
}

void output_progress_end(void)
{
    if (shows_progress())
        (void)fputs("\r\033[K", stderr);
}

void table_add(struct table *table, const char *text)
{
    table->cells = mem_grow(table->cells, table->count, &table->capacity, sizeof *table->cells);
    table->cells[table->count++] = mem_copy(text == NULL ? "" : text);
}

static void add_spaces(struct buffer *buffer, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_add_text(buffer, " ");
}

/* The widths of the columns; on a terminal none is so wide that the last has no room. */
static size_t *column_widths(const struct table *table, bool terminal)
{
    size_t *widths = mem_new(table->columns, sizeof *widths);
    for (size_t i = 0; i < table->count; i++) {
        size_t width = display_width(slice_of(table->cells[i]), AMBIGUOUS_NARROW);
        if (terminal && width > CUT_COLUMN)
            width = CUT_COLUMN;
        if (width > widths[i % table->columns])
            widths[i % table->columns] = width;
    }
    size_t before = 0;
    for (size_t i = 0; i + 1 < table->columns; i++)
        before += widths[i] + GAP;
    if (terminal) {
        size_t edge = terminal_columns(STDOUT_FILENO);
        widths[table->columns - 1] = edge > before + LEAST_LAST_COLUMN ? edge - before : LEAST_LAST_COLUMN;
    }
    return widths;
}

void table_print(struct table *table)
{
    bool terminal = output_is_terminal();
    size_t *widths = column_widths(table, terminal);
    struct buffer text = {0};
    for (size_t i = 0; i < table->count; i++) {
        struct slice cell = slice_of(table->cells[i]);
        size_t width = widths[i % table->columns];
        size_t used =
            terminal ? display_add_cut(&text, cell, width, AMBIGUOUS_NARROW) : display_width(cell, AMBIGUOUS_NARROW);
        if (!terminal)
            buffer_add(&text, cell);
        if (i % table->columns + 1 == table->columns)
            buffer_add_text(&text, "\n");
        else
            add_spaces(&text, width + GAP - used);
        free(table->cells[i]);
    }
    output_text(buffer_slice(&text));
    buffer_free(&text);
    free(widths);
    free(table->cells);
    *table = (struct table){0};
}
