/* Curses has globals of its own: behind this file nothing of it is seen. */
#define NCURSES_WIDECHAR 1
#include "terminal.h"

#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "copy.h"
#include "key.h"

#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

/* How long a lone Esc waits for the rest of a key's sequence, in milliseconds. */
enum { ESCAPE_DELAY = 25 };

struct terminal {
    SCREEN *curses;
    FILE *out;
    FILE *blind_in; /* of a terminal that nobody sees; NULL else */
    bool colours;
    struct screen shown; /* what stands on the terminal */
};

/* How a role looks. Every one has a sign that is no colour, here or in what its view writes. */
struct style {
    attr_t attributes;
    short colour; /* of the letters; -1: the terminal's own */
};
static const struct style styles[ROLES] = {
    [ROLE_NUMBER_BORDER] = {A_DIM, -1},
    [ROLE_NUMBER_FAINT] = {A_DIM, -1},
    [ROLE_NUMBER_TITLE] = {A_BOLD, -1},
    [ROLE_NUMBER_FOCUS] = {A_REVERSE | A_BOLD, -1},
    [ROLE_NUMBER_GROUP] = {A_BOLD, -1},
    [ROLE_NUMBER_LEAD] = {A_BOLD, COLOR_MAGENTA},
    [ROLE_NUMBER_DIRECTIVE] = {A_BOLD, COLOR_GREEN},
    [ROLE_NUMBER_REFERENCE] = {A_UNDERLINE, COLOR_CYAN},
    [ROLE_NUMBER_BOOKMARKED] = {A_BOLD, COLOR_YELLOW},
    [ROLE_NUMBER_SHARED] = {A_UNDERLINE, COLOR_CYAN},
    [ROLE_NUMBER_ADDED] = {A_BOLD, COLOR_YELLOW},
    [ROLE_NUMBER_JUMP] = {A_REVERSE, COLOR_YELLOW},
    [ROLE_NUMBER_MATCH] = {A_REVERSE, -1},
    [ROLE_NUMBER_HERE] = {A_REVERSE | A_BOLD, COLOR_MAGENTA},
    [ROLE_NUMBER_CURRENT] = {A_BOLD, -1},
    [ROLE_NUMBER_CURSOR] = {A_REVERSE, -1},
    [ROLE_NUMBER_SELECTION] = {A_REVERSE | A_UNDERLINE, COLOR_BLUE},
    [ROLE_NUMBER_MARKER] = {A_REVERSE, COLOR_RED},
    [ROLE_NUMBER_POPUP] = {A_NORMAL, -1},
    [ROLE_NUMBER_STATUS] = {A_REVERSE, -1},
    [ROLE_NUMBER_MESSAGE] = {A_BOLD | A_REVERSE, -1},
    [ROLE_NUMBER_PROMPT] = {A_BOLD, -1},
};

static const struct {
    wint_t code;
    uint32_t key;
} curses_keys[] = {
    {KEY_UP, CODE_UP},         {KEY_DOWN, CODE_DOWN},       {KEY_LEFT, CODE_LEFT},           {KEY_RIGHT, CODE_RIGHT},
    {KEY_PPAGE, CODE_PAGE_UP}, {KEY_NPAGE, CODE_PAGE_DOWN}, {KEY_HOME, CODE_HOME},           {KEY_END, CODE_END},
    {KEY_DC, CODE_DELETE},     {KEY_BTAB, CODE_BACK_TAB},   {KEY_BACKSPACE, CODE_BACKSPACE}, {KEY_ENTER, CODE_ENTER},
};

static void restore(void)
{
    (void)endwin();
}

static void set_locale(void)
{
    if (setlocale(LC_ALL, "") == NULL || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        (void)setlocale(LC_CTYPE, "C.UTF-8");
}

/* One colour pair for each role that has a colour; its number is the role's and one. */
static void set_colours(struct terminal *terminal)
{
    const char *no_colour = getenv("NO_COLOR");
    if ((no_colour != NULL && no_colour[0] != '\0') || !has_colors() || start_color() == ERR)
        return;
    short ground = use_default_colors() == OK ? -1 : COLOR_BLACK;
    short letters = ground == -1 ? -1 : COLOR_WHITE;
    for (short i = 0; i < (short)ROLES; i++)
        (void)init_pair((short)(i + 1), styles[i].colour == -1 ? letters : styles[i].colour, ground);
    terminal->colours = true;
}

static void set_modes(struct terminal *terminal)
{
    (void)set_escdelay(ESCAPE_DELAY);
    (void)raw();
    (void)noecho();
    (void)nonl();
    (void)nodelay(stdscr, TRUE);
    (void)keypad(stdscr, TRUE);
    (void)intrflush(stdscr, FALSE);
    set_colours(terminal);
    mem_on_exhaustion(restore);
}

static struct terminal *open_on(const char *name, FILE *out, FILE *in)
{
    SCREEN *curses = newterm(name, out, in);
    if (curses == NULL)
        return NULL;
    struct terminal *terminal = mem_new(1, sizeof *terminal);
    terminal->curses = curses;
    terminal->out = out;
    return terminal;
}

enum status terminal_open(struct terminal **terminal, struct problem *problem)
{
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return problem_raise(problem, STATUS_FAILED,
                             "the reader needs a terminal: try `chuanda list` or `chuanda export`");
    const char *name = getenv("TERM");
    if (name == NULL || name[0] == '\0' || strcmp(name, "dumb") == 0)
        return problem_raise(problem, STATUS_FAILED,
                             "the terminal (TERM=%s) cannot move its cursor: set TERM, or try `chuanda list`",
                             name == NULL ? "" : name);
    set_locale();
    *terminal = open_on(NULL, stdout, stdin);
    if (*terminal == NULL)
        return problem_raise(problem, STATUS_FAILED, "TERM=%s is not known here: try TERM=xterm", name);
    const char *move = tigetstr("cup");
    if (move == NULL || move == (char *)-1) {
        terminal_close(terminal);
        return problem_raise(problem, STATUS_FAILED, "the terminal (TERM=%s) cannot move its cursor: try TERM=xterm",
                             name);
    }
    set_modes(*terminal);
    return STATUS_OK;
}

struct terminal *terminal_open_blind(unsigned columns, unsigned rows)
{
    set_locale();
    FILE *out = fopen("/dev/null", "w");
    FILE *in = fopen("/dev/null", "r");
    struct terminal *terminal = out == NULL || in == NULL ? NULL : open_on("xterm", out, in);
    if (terminal == NULL) {
        if (out != NULL)
            (void)fclose(out);
        if (in != NULL)
            (void)fclose(in);
        return NULL;
    }
    terminal->blind_in = in;
    set_modes(terminal);
    (void)resizeterm((int)rows, (int)columns);
    return terminal;
}

void terminal_close(struct terminal **terminal)
{
    if (*terminal == NULL)
        return;
    mem_on_exhaustion(NULL);
    (void)endwin();
    delscreen((*terminal)->curses);
    if ((*terminal)->blind_in != NULL) {
        (void)fclose((*terminal)->blind_in);
        (void)fclose((*terminal)->out);
    }
    screen_free(&(*terminal)->shown);
    free(*terminal);
    *terminal = NULL;
}

void terminal_size(struct terminal *terminal, unsigned *columns, unsigned *rows)
{
    struct winsize size;
    if (ioctl(fileno(terminal->out), TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0 &&
        (size.ws_col != COLS || size.ws_row != LINES))
        (void)resizeterm(size.ws_row, size.ws_col);
    *columns = (unsigned)COLS;
    *rows = (unsigned)LINES;
}

static uint32_t key_of_curses(wint_t code)
{
    for (size_t i = 0; i < sizeof curses_keys / sizeof curses_keys[0]; i++) {
        if (curses_keys[i].code == code)
            return curses_keys[i].key;
    }
    return CODE_UNKNOWN;
}

bool terminal_key(struct terminal *terminal, uint32_t *key)
{
    (void)terminal;
    wint_t code;
    int kind = get_wch(&code);
    if (kind == ERR)
        return false;
    if (kind == KEY_CODE_YES)
        *key = key_of_curses(code);
    else if (code == '\n')
        *key = CODE_ENTER;
    else if (code == '\b')
        *key = CODE_BACKSPACE;
    else
        *key = (uint32_t)code;
    return true;
}

static void set_style(const struct terminal *terminal, unsigned roles)
{
    attr_t attributes = A_NORMAL;
    short pair = 0;
    for (short i = 0; i < (short)ROLES; i++) {
        if ((roles & 1U << i) == 0)
            continue;
        attributes |= styles[i].attributes;
        if (styles[i].colour != -1)
            pair = (short)(i + 1);
    }
    (void)attr_set(attributes, terminal->colours ? pair : 0, NULL);
}

/*
 * Writes one glyph at its own column.  Where the C library thinks it wider or
 * narrower than we do, the columns behind it are still right: each glyph is
 * placed, and one that it cannot show at all becomes question marks.
 */
static void put_glyph(unsigned x, unsigned y, const struct spot *spot)
{
    wchar_t wide[GLYPH_BYTES];
    size_t count = 0;
    struct slice shown = slice_of(spot->shown);
    int width = 0;
    for (size_t at = 0; at < shown.length;) {
        wide[count] = (wchar_t)utf8_next(shown, &at);
        int columns = wcwidth(wide[count++]);
        if (columns < 0)
            width = -1;
        else if (width >= 0)
            width += columns;
    }
    if (width == (int)spot->columns) {
        (void)mvaddnwstr((int)y, (int)x, wide, (int)count);
        return;
    }
    for (unsigned i = 0; i < spot->columns; i++)
        (void)mvaddnwstr((int)y, (int)(x + i), L"?", 1);
}

static void show_row(struct terminal *terminal, const struct screen *screen, unsigned y)
{
    const struct spot *row = &screen->spots[(size_t)y * screen->columns];
    unsigned roles = ~0U;
    for (unsigned x = 0; x < screen->columns; x++) {
        if (row[x].columns == 0)
            continue;
        if (row[x].roles != roles)
            set_style(terminal, row[x].roles);
        roles = row[x].roles;
        put_glyph(x, y, &row[x]);
    }
}

void terminal_show(struct terminal *terminal, const struct screen *screen)
{
    bool all = terminal->shown.columns != screen->columns || terminal->shown.rows != screen->rows;
    if (all) {
        screen_resize(&terminal->shown, screen->columns, screen->rows);
        (void)erase();
    }
    size_t row_size = screen->columns * sizeof *screen->spots;
    for (unsigned y = 0; y < screen->rows; y++) {
        size_t first = (size_t)y * screen->columns;
        if (!all && memcmp(&terminal->shown.spots[first], &screen->spots[first], row_size) == 0)
            continue;
        show_row(terminal, screen, y);
        memcpy(&terminal->shown.spots[first], &screen->spots[first], row_size);
    }
    (void)curs_set(screen->cursor_shown ? 1 : 0);
    (void)move(screen->cursor_shown ? (int)screen->cursor_y : 0, screen->cursor_shown ? (int)screen->cursor_x : 0);
    (void)refresh();
}

void terminal_forget(struct terminal *terminal)
{
    screen_free(&terminal->shown);
    (void)clearok(stdscr, TRUE);
}

void terminal_leave(struct terminal *terminal)
{
    (void)curs_set(1);
    (void)endwin();
    (void)fflush(terminal->out);
}

void terminal_return(struct terminal *terminal)
{
    terminal_forget(terminal);
    (void)refresh();
}

void terminal_copy(struct terminal *terminal, struct slice text)
{
    struct buffer sequence = {0};
    copy_sequence(&sequence, text);
    (void)fwrite(sequence.bytes, 1, sequence.length, terminal->out);
    (void)fflush(terminal->out);
    buffer_free(&sequence);
}

void terminal_row(struct terminal *terminal, unsigned y, struct buffer *text)
{
    for (int x = 0; x < (int)terminal->shown.columns;) {
        cchar_t cell;
        wchar_t letters[CCHARW_MAX + 1] = {0};
        attr_t attributes;
        short pair;
        if (mvin_wch((int)y, x, &cell) == ERR || getcchar(&cell, letters, &attributes, &pair, NULL) == ERR)
            return;
        for (size_t i = 0; letters[i] != L'\0'; i++)
            utf8_add(text, (uint32_t)letters[i]);
        x += wcwidth(letters[0]) == 2 ? 2 : 1;
    }
}
