#include "chooser.h"

#include "chuanda/memory.h"

#include <stdlib.h>

void chooser_start(struct chooser *chooser, enum chooser_use use, const char *title)
{
    chooser_close(chooser);
    chooser->use = use;
    chooser->title = mem_copy(title);
    chooser->open = true;
}

struct choice *chooser_add(struct chooser *chooser, char *text, int64_t document, struct place_in_text where)
{
    chooser->items = mem_grow(chooser->items, chooser->count, &chooser->capacity, sizeof *chooser->items);
    struct choice *choice = &chooser->items[chooser->count++];
    *choice = (struct choice){.text = text, .document = document, .where = where, .faint = document == 0};
    return choice;
}

void chooser_close(struct chooser *chooser)
{
    for (size_t i = 0; i < chooser->count; i++)
        free(chooser->items[i].text);
    free(chooser->items);
    free(chooser->title);
    *chooser = (struct chooser){0};
}

/* The popup with its frame: as wide as it needs to be, in the middle. */
static struct rect bounds(const struct chooser *chooser, const struct screen *screen)
{
    size_t widest = display_width(slice_of(chooser->title), screen->ambiguous) + 2;
    for (size_t i = 0; i < chooser->count; i++) {
        size_t width = display_width(slice_of(chooser->items[i].text), screen->ambiguous) + 3;
        widest = width > widest ? width : widest;
    }
    unsigned most = screen->columns > 24 ? screen->columns - 4 : screen->columns;
    unsigned columns = widest + 2 < most ? (unsigned)widest + 2 : most;
    unsigned high = screen->rows - 1;
    unsigned rows = chooser->count + 2 < high ? (unsigned)chooser->count + 2 : high;
    return (struct rect){
        .x = (screen->columns - columns) / 2, .y = (high - rows) / 2, .columns = columns, .rows = rows};
}

size_t chooser_rows(const struct chooser *chooser, const struct screen *screen)
{
    return bounds(chooser, screen).rows - 2;
}

static void paint_frame(const struct chooser *chooser, struct screen *screen, struct rect frame)
{
    unsigned right = frame.x + frame.columns - 1;
    screen_fill(screen, frame, ROLE_POPUP);
    for (unsigned y = frame.y; y < frame.y + frame.rows; y++) {
        bool edge = y == frame.y || y + 1 == frame.y + frame.rows;
        for (unsigned x = frame.x; edge && x <= right; x++)
            screen_glyph(screen, x, y, right + 1, "-", 1, ROLE_POPUP | ROLE_BORDER);
        screen_glyph(screen, frame.x, y, right + 1, edge ? "+" : "|", 1, ROLE_POPUP | ROLE_BORDER);
        screen_glyph(screen, right, y, right + 1, edge ? "+" : "|", 1, ROLE_POPUP | ROLE_BORDER);
    }
    if (frame.columns > 4)
        screen_text(screen, frame.x + 2, frame.y, frame.columns - 4, slice_of(chooser->title), ROLE_POPUP | ROLE_TITLE);
}

static void paint_item(const struct chooser *chooser, struct screen *screen, struct rect line, size_t item)
{
    bool here = item == chooser->list.cursor;
    unsigned roles = ROLE_POPUP | (chooser->items[item].faint ? ROLE_FAINT : 0U) | (here ? ROLE_CURSOR : 0U);
    screen_fill(screen, line, roles);
    char number[4] = {item < 9 ? (char)('1' + item) : ' ', here ? '>' : ' ', '\0', '\0'};
    unsigned used = screen_text(screen, line.x, line.y, line.columns, slice_of(number), roles);
    screen_text(screen, line.x + used, line.y, line.columns - used, slice_of(chooser->items[item].text), roles);
}

void chooser_paint(struct chooser *chooser, struct screen *screen)
{
    struct rect frame = bounds(chooser, screen);
    size_t rows = frame.rows - 2;
    list_settle(&chooser->list, chooser->count, rows);
    paint_frame(chooser, screen, frame);
    for (size_t i = 0; i < rows && chooser->list.top + i < chooser->count; i++) {
        struct rect line = {.x = frame.x + 1, .y = frame.y + 1 + (unsigned)i, .columns = frame.columns - 2, .rows = 1};
        paint_item(chooser, screen, line, chooser->list.top + i);
    }
    screen_cursor(screen, frame.x + 1, frame.y + 1 + (unsigned)(chooser->list.cursor - chooser->list.top));
}
