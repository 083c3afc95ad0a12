#include "chuanda/wrap.h"

#include "chuanda/memory.h"
#include "chuanda/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct wrapper {
    UBreakIterator *breaks; /* opened when first needed; NULL also where ICU has no rules: then rows break anywhere */
};

struct wrapper *wrapper_new(void)
{
    return mem_new(1, sizeof(struct wrapper));
}

void wrapper_free(struct wrapper **wrapper)
{
    if (*wrapper == NULL)
        return;
    if ((*wrapper)->breaks != NULL)
        ubrk_close((*wrapper)->breaks);
    free(*wrapper);
    *wrapper = NULL;
}

/* Where ICU is in a passage. */
struct breaks {
    UBreakIterator *iterator;
    UText *text;
    size_t next; /* byte of the first place to break that was not passed yet; SLICE_NONE: none left */
};

static void breaks_start(struct breaks *breaks, struct wrapper *wrapper, struct slice passage)
{
    UErrorCode error = U_ZERO_ERROR;
    if (wrapper->breaks == NULL)
        wrapper->breaks = ubrk_open(UBRK_LINE, "zh@lb=strict", NULL, 0, &error);
    breaks->text = utext_openUTF8(NULL, passage.bytes, (int64_t)passage.length, &error);
    ubrk_setUText(wrapper->breaks, breaks->text, &error);
    breaks->iterator = U_SUCCESS(error) ? wrapper->breaks : NULL;
    breaks->next = 0;
}

/* May a row end at byte `at`? Asked with rising positions. */
static bool breaks_at(struct breaks *breaks, size_t at)
{
    while (breaks->iterator != NULL && breaks->next < at) {
        int32_t next = ubrk_next(breaks->iterator);
        breaks->next = next == UBRK_DONE ? SLICE_NONE : (size_t)next;
    }
    return breaks->iterator == NULL || breaks->next == at;
}

static void add_row(struct rows *rows, struct row row)
{
    rows->items = mem_grow(rows->items, rows->count, &rows->capacity, sizeof *rows->items);
    rows->items[rows->count++] = row;
}

/* A place in the passage, and the columns of the row up to it. */
struct place_in_row {
    size_t byte;
    size_t code_point;
    size_t columns;
};

/* Ends the row at `end`; what stands behind it keeps its columns. */
static void end_row(struct rows *rows, struct place_in_row *start, struct place_in_row end, struct place_in_row *here)
{
    add_row(rows, (struct row){.start = start->byte, .end = end.byte, .code_point = start->code_point});
    *start = end;
    here->columns -= end.columns;
}

/* White space that may hang over the edge. */
static bool is_space(struct slice glyph)
{
    return slice_equal(glyph, slice_of(" ")) || slice_equal(glyph, slice_of("\t")) ||
           slice_equal(glyph, slice_of("\u3000"));
}

void wrap_passage(struct wrapper *wrapper, struct slice passage, unsigned columns, enum ambiguous ambiguous,
                  struct rows *rows)
{
    if (columns < 2)
        columns = 2;
    rows->count = 0;
    struct breaks breaks;
    breaks_start(&breaks, wrapper, passage);
    struct place_in_row start = {0}; /* of the row */
    struct place_in_row last = {0};  /* the last place where it may end */
    struct place_in_row here = {0};
    while (here.byte < passage.length) {
        struct glyph glyph = display_glyph(passage, here.byte, ambiguous);
        bool hangs = is_space(slice_part(passage, here.byte, here.byte + glyph.bytes));
        while (!hangs && here.columns + glyph.columns > columns && here.byte > start.byte)
            end_row(rows, &start, last.byte > start.byte ? last : here, &here);
        here.columns += glyph.columns;
        here.byte += glyph.bytes;
        here.code_point += glyph.code_points;
        if (breaks_at(&breaks, here.byte))
            last = here;
    }
    if (rows->count == 0 || here.byte > start.byte)
        end_row(rows, &start, here, &here);
    utext_close(breaks.text);
}

void rows_free(struct rows *rows)
{
    free(rows->items);
    *rows = (struct rows){0};
}
