#include "sheet.h"

#include "cells.h"
#include "chuanda/memory.h"

#include <stdlib.h>

void sheet_add(struct sheet *sheet, char *text, unsigned roles)
{
    sheet->items = mem_grow(sheet->items, sheet->count, &sheet->capacity, sizeof *sheet->items);
    sheet->items[sheet->count++] = (struct sheet_line){.text = text, .roles = roles};
}

void sheet_mark(struct sheet *sheet, size_t start, size_t end, unsigned roles)
{
    struct sheet_line *line = &sheet->items[sheet->count - 1];
    line->marks = mem_grow(line->marks, line->mark_count, &line->mark_capacity, sizeof *line->marks);
    line->marks[line->mark_count++] = (struct sheet_mark){.start = start, .end = end, .roles = roles};
}

void sheet_free(struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->count; i++) {
        free(sheet->items[i].text);
        free(sheet->items[i].marks);
    }
    free(sheet->items);
    *sheet = (struct sheet){0};
}

static void paint_row(const struct sheet_line *line, const struct row *row, struct screen *screen, struct rect rect)
{
    struct cell_row cells = {0};
    cells_of_row(slice_of(line->text), row, rect.columns, screen->ambiguous, &cells);
    for (size_t i = 0; i < line->mark_count; i++)
        cells_mark(&cells, line->marks[i].start, line->marks[i].end, line->marks[i].roles);
    for (size_t i = 0; i < cells.count; i++)
        screen_glyph(screen, rect.x + cells.items[i].column, rect.y, rect.x + rect.columns, cells.items[i].shown,
                     cells.items[i].columns, line->roles | cells.items[i].roles);
    cell_row_free(&cells);
}

size_t sheet_paint(const struct sheet *sheet, struct wrapper *wrapper, struct screen *screen, struct rect rect,
                   size_t top)
{
    size_t count = 0;
    struct rows rows = {0};
    for (size_t i = 0; i < sheet->count; i++) {
        wrap_passage(wrapper, slice_of(sheet->items[i].text), rect.columns, screen->ambiguous, &rows);
        for (size_t j = 0; j < rows.count; j++, count++) {
            struct rect row = {.x = rect.x, .columns = rect.columns, .rows = 1};
            row.y = rect.y + (unsigned)(count - top);
            if (count >= top && count < top + rect.rows)
                paint_row(&sheet->items[i], &rows.items[j], screen, row);
        }
    }
    rows_free(&rows);
    return count;
}
