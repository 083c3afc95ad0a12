#include "page.h"

#include "cells.h"
#include "chuanda/memory.h"

#include <stdlib.h>

void page_start(struct page *page, const char *title)
{
    page_close(page);
    page->title = mem_copy(title);
    page->open = true;
}

void page_add(struct page *page, char *text, unsigned roles)
{
    page->items = mem_grow(page->items, page->count, &page->capacity, sizeof *page->items);
    page->items[page->count++] = (struct page_line){.text = text, .roles = roles};
}

void page_close(struct page *page)
{
    for (size_t i = 0; i < page->count; i++)
        free(page->items[i].text);
    free(page->items);
    free(page->title);
    *page = (struct page){0};
}

static void paint_row(struct screen *screen, unsigned y, const struct page_line *line, const struct row *row)
{
    struct cell_row cells = {0};
    cells_of_row(slice_of(line->text), row, screen->columns - 2, screen->ambiguous, &cells);
    for (size_t i = 0; i < cells.count; i++)
        screen_glyph(screen, cells.items[i].column + 1, y, screen->columns, cells.items[i].shown,
                     cells.items[i].columns, line->roles);
    cell_row_free(&cells);
}

/* Paints from row `top` on and counts all rows. */
static void paint_rows(struct page *page, struct wrapper *wrapper, struct screen *screen, size_t high)
{
    page->row_count = 0;
    struct rows rows = {0};
    for (size_t i = 0; i < page->count; i++) {
        wrap_passage(wrapper, slice_of(page->items[i].text), screen->columns - 2, screen->ambiguous, &rows);
        for (size_t j = 0; j < rows.count; j++, page->row_count++) {
            if (page->row_count >= page->list.top && page->row_count < page->list.top + high)
                paint_row(screen, 1 + (unsigned)(page->row_count - page->list.top), &page->items[i], &rows.items[j]);
        }
    }
    rows_free(&rows);
}

void page_paint(struct page *page, struct wrapper *wrapper, struct screen *screen)
{
    struct rect whole = {.columns = screen->columns, .rows = screen->rows - 1};
    size_t high = whole.rows - 1;
    screen_fill(screen, whole, ROLE_PLAIN);
    screen_fill(screen, (struct rect){.columns = screen->columns, .rows = 1}, ROLE_FOCUS);
    screen_text(screen, 1, 0, screen->columns - 2, slice_of(page->title), ROLE_FOCUS);
    paint_rows(page, wrapper, screen, high);
    if (page->list.top + high > page->row_count && page->list.top > 0) {
        page->list.top = page->row_count > high ? page->row_count - high : 0;
        screen_fill(screen, (struct rect){.y = 1, .columns = screen->columns, .rows = (unsigned)high}, ROLE_PLAIN);
        paint_rows(page, wrapper, screen, high);
    }
}
