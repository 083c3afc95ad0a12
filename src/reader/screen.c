#include "screen.h"

#include "chuanda/memory.h"

#include <stdlib.h>
#include <string.h>

#define SCREEN_ROLE_LETTER(id, letter) letter,
static const char letters[ROLES] = {SCREEN_ROLES(SCREEN_ROLE_LETTER)};
#undef SCREEN_ROLE_LETTER

char role_letter(unsigned roles)
{
    for (unsigned i = ROLES; i > 0; i--) {
        if ((roles & 1U << (i - 1)) != 0)
            return letters[i - 1];
    }
    return '.';
}

void screen_resize(struct screen *screen, unsigned columns, unsigned rows)
{
    free(screen->spots);
    screen->columns = columns;
    screen->rows = rows;
    screen->spots = mem_new((size_t)columns * rows, sizeof *screen->spots);
    screen_clear(screen);
}

void screen_free(struct screen *screen)
{
    free(screen->spots);
    *screen = (struct screen){0};
}

struct spot *screen_spot(struct screen *screen, unsigned x, unsigned y)
{
    return &screen->spots[(size_t)y * screen->columns + x];
}

static void blank(struct spot *spot, unsigned roles)
{
    *spot = (struct spot){.roles = roles, .columns = 1, .shown = " "};
}

/* A glyph that is overwritten in part goes whole. */
static void clear_around(struct screen *screen, unsigned x, unsigned y, unsigned columns)
{
    unsigned start = x;
    while (start > 0 && screen_spot(screen, start, y)->columns == 0)
        start--;
    for (; start < x; start++)
        blank(screen_spot(screen, start, y), screen_spot(screen, start, y)->roles);
    for (unsigned end = x + columns; end < screen->columns && screen_spot(screen, end, y)->columns == 0; end++)
        blank(screen_spot(screen, end, y), screen_spot(screen, end, y)->roles);
}

void screen_clear(struct screen *screen)
{
    for (size_t i = 0; i < (size_t)screen->columns * screen->rows; i++)
        blank(&screen->spots[i], ROLE_PLAIN);
    screen->cursor_shown = false;
}

void screen_fill(struct screen *screen, struct rect rect, unsigned roles)
{
    for (unsigned y = rect.y; y < rect.y + rect.rows; y++) {
        clear_around(screen, rect.x, y, rect.columns);
        for (unsigned x = rect.x; x < rect.x + rect.columns; x++)
            blank(screen_spot(screen, x, y), roles);
    }
}

void screen_cursor(struct screen *screen, unsigned x, unsigned y)
{
    screen->cursor_shown = x < screen->columns && y < screen->rows;
    screen->cursor_x = x;
    screen->cursor_y = y;
}

unsigned screen_glyph(struct screen *screen, unsigned x, unsigned y, unsigned end, const char *shown, unsigned columns,
                      unsigned roles)
{
    if (end > screen->columns)
        end = screen->columns;
    if (y >= screen->rows || columns == 0 || x + columns > end)
        return 0;
    clear_around(screen, x, y, columns);
    for (unsigned i = 0; i < columns; i++)
        *screen_spot(screen, x + i, y) = (struct spot){.roles = roles};
    struct spot *spot = screen_spot(screen, x, y);
    spot->columns = columns;
    memcpy(spot->shown, shown, strnlen(shown, sizeof spot->shown - 1));
    return columns;
}

unsigned screen_text(struct screen *screen, unsigned x, unsigned y, unsigned columns, struct slice text, unsigned roles)
{
    struct buffer cut = {0};
    display_add_cut(&cut, text, columns, screen->ambiguous);
    struct slice shown = buffer_slice(&cut);
    unsigned used = 0;
    for (size_t at = 0; at < shown.length;) {
        struct glyph glyph = display_glyph(shown, at, screen->ambiguous);
        used += screen_glyph(screen, x + used, y, x + columns, glyph.shown, glyph.columns, roles);
        at += glyph.bytes;
    }
    buffer_free(&cut);
    return used;
}
