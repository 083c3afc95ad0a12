#include "cells.h"

#include "chuanda/memory.h"
#include "screen.h"

#include <stdlib.h>
#include <string.h>

void cells_of_row(struct slice passage, const struct row *row, unsigned columns, enum ambiguous ambiguous,
                  struct cell_row *cells)
{
    cells->count = 0;
    cells->columns = 0;
    size_t code_point = row->code_point;
    for (size_t at = row->start; at < row->end;) {
        struct glyph glyph = display_glyph(passage, at, ambiguous);
        if (cells->columns + glyph.columns <= columns) {
            cells->items = mem_grow(cells->items, cells->count, &cells->capacity, sizeof *cells->items);
            struct cell *cell = &cells->items[cells->count++];
            *cell = (struct cell){.start = code_point,
                                  .end = code_point + glyph.code_points,
                                  .column = cells->columns,
                                  .columns = glyph.columns,
                                  .roles = glyph.marker ? ROLE_MARKER : ROLE_PLAIN};
            memcpy(cell->shown, glyph.shown, sizeof cell->shown);
            cells->columns += glyph.columns;
        }
        code_point += glyph.code_points;
        at += glyph.bytes;
    }
    cells->end = code_point;
}

void cell_row_free(struct cell_row *cells)
{
    free(cells->items);
    *cells = (struct cell_row){0};
}

void cells_mark(struct cell_row *cells, size_t start, size_t end, unsigned roles)
{
    for (size_t i = 0; i < cells->count; i++) {
        if (cells->items[i].start < end && cells->items[i].end > start)
            cells->items[i].roles |= roles;
    }
}

unsigned cells_column(const struct cell_row *cells, size_t code_point)
{
    for (size_t i = 0; i < cells->count; i++) {
        if (code_point < cells->items[i].end)
            return cells->items[i].column;
    }
    return cells->columns;
}

size_t cells_code_point(const struct cell_row *cells, unsigned column)
{
    if (cells->count == 0)
        return cells->end;
    for (size_t i = 0; i < cells->count; i++) {
        if (column < cells->items[i].column + cells->items[i].columns)
            return cells->items[i].start;
    }
    return cells->items[cells->count - 1].start;
}
