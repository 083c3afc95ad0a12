/* Any bytes (the first is the width): the rows joined are the passage, and none is wider than its columns. */
#include "chuanda/utf8.h"
#include "chuanda/wrap.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

/* Without the white space at its end, which may hang over. */
static struct slice visible(struct slice row)
{
    while (slice_ends(row, slice_of(" ")) || slice_ends(row, slice_of("\t")) || slice_ends(row, slice_of("\u3000")))
        row.length -= slice_ends(row, slice_of("\u3000")) ? 3 : 1;
    return row;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    unsigned columns = 2 + data[0] % 100;
    enum ambiguous ambiguous = data[0] < 128 ? AMBIGUOUS_NARROW : AMBIGUOUS_WIDE;
    struct slice passage = {.bytes = (const char *)data + 1, .length = size - 1};
    struct wrapper *wrapper = wrapper_new();
    struct rows rows = {0};
    wrap_passage(wrapper, passage, columns, ambiguous, &rows);
    check(rows.count > 0);
    size_t at = 0;
    size_t code_points = 0;
    for (size_t i = 0; i < rows.count; i++) {
        struct slice row = slice_part(passage, rows.items[i].start, rows.items[i].end);
        check(rows.items[i].start == at && rows.items[i].code_point == code_points);
        check(row.length > 0 || passage.length == 0);
        struct slice shown = visible(row);
        check(shown.length == 0 || display_glyph(shown, 0, ambiguous).bytes == shown.length ||
              display_width(shown, ambiguous) <= columns);
        code_points += utf8_count(row);
        at = rows.items[i].end;
    }
    check(at == passage.length);
    rows_free(&rows);
    wrapper_free(&wrapper);
    return 0;
}
