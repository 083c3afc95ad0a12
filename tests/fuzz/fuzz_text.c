/*
 * Any bytes as a file: decoding, lines, display, wrapping, folding, sentences
 * and dates neither crash nor lose a byte.
 */
#include "chuanda/date.h"
#include "chuanda/display.h"
#include "chuanda/fold.h"
#include "chuanda/sentence.h"
#include "chuanda/source.h"
#include "chuanda/utf8.h"
#include "chuanda/wrap.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_rows(struct wrapper *wrapper, struct slice line, unsigned columns)
{
    struct rows rows = {0};
    wrap_passage(wrapper, line, columns, AMBIGUOUS_NARROW, &rows);
    size_t end = 0;
    for (size_t i = 0; i < rows.count; i++) {
        check(rows.items[i].start == end);
        end = rows.items[i].end;
    }
    check(end == line.length);
    rows_free(&rows);
}

static void check_line(struct wrapper *wrapper, struct slice line, unsigned columns)
{
    check(utf8_valid(line));
    check_rows(wrapper, line, columns);

    size_t position = 0;
    while (position < line.length)
        position += display_glyph(line, position, AMBIGUOUS_WIDE).bytes;
    check(position == line.length);

    struct folded folded;
    fold_text(line, FOLD_CHARACTERS, &folded);
    folded_free(&folded);

    struct slice sentence;
    for (position = 0; sentence_next(line, true, &position, &sentence);)
        check(position <= line.length);

    struct date_mention mention;
    for (position = 0; date_find(line, position, &mention); position = mention.end)
        check(mention.start >= position && mention.start < mention.end && mention.end <= line.length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct wrapper *wrapper;
    if (wrapper == NULL)
        wrapper = wrapper_new();
    if (size == 0)
        return 0;
    struct source source = {0};
    struct problem problem = {0};
    struct slice bytes = {(const char *)data + 1, size - 1};
    if (source_from_bytes("fuzz.txt", bytes, &source, &problem) == STATUS_OK)
        for (size_t i = 0; i < source.line_count; i++)
            check_line(wrapper, source.lines[i], data[0]);
    source_free(&source);
    problem_clear(&problem);
    return 0;
}
