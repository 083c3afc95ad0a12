/*
 * Any lines: documents lie in order, do not overlap, and nothing lies outside
 * its line.  Where in a line holds for valid UTF-8 only: that is all a parse is given.
 */
#include "chuanda/memory.h"
#include "chuanda/parse.h"
#include "chuanda/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_place(const struct slice *lines, size_t count, const struct place_in_text *where)
{
    if (where->line == 0)
        return;
    check(where->line <= count && where->start <= where->end);
    check(where->end <= utf8_count(lines[where->line - 1]));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice rest = {.bytes = (const char *)data, .length = size}, *lines = NULL;
    size_t count = 0, capacity = 0, last = 0;
    bool valid = utf8_valid(rest);
    while (rest.length > 0) {
        size_t end = slice_find(rest, slice_of("\n"), 0);
        end = end == SLICE_NONE ? rest.length : end;
        lines = mem_grow(lines, count, &capacity, sizeof *lines);
        lines[count++] = slice_part(rest, 0, end);
        rest = slice_part(rest, end + 1, rest.length);
    }
    static struct parser *parser; /* compiling its tables takes longer than most parses */
    if (parser == NULL)
        parser = parser_new();
    struct parsed parsed = {0};
    parse_lines(parser, lines, count, &parsed);
    for (size_t i = 0; i < parsed.document_count; i++) {
        const struct document *document = &parsed.documents[i];
        check(document->first_line > last && document->last_line >= document->first_line);
        last = document->last_line;
        for (size_t k = 0; valid && k < document->evidence_count; k++)
            check_place(lines, count, &document->evidence[k].where);
    }
    check(last <= count);
    parsed_free(&parsed);
    free(lines);
    return 0;
}
