/*
 * Any lines, with any facts: documents lie in order, do not overlap, and nothing
 * lies outside its line.  Where in a line holds for valid UTF-8 only: that is all a
 * parse is given.  The first bytes are the facts: how many, then four for each.
 */
#include "chuanda/fact.h"
#include "chuanda/memory.h"
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

enum { MOST_FACTS = 16, FACT_BYTES = 4 };

/* Reads the facts at the beginning and moves `rest` behind them. */
static struct fact_list read_facts(struct slice *rest, struct fact facts[static MOST_FACTS])
{
    static const char *const values[FIELDS] = {"",     "标题",       "notice", "county", "甲省乙市",
                                               "市委", "2031-07-09", "吴六三", "3",      "某会"};
    size_t count = rest->length > 0 ? (unsigned char)rest->bytes[0] % MOST_FACTS : 0;
    if (rest->length < 1 + count * FACT_BYTES)
        count = 0;
    const unsigned char *bytes = (const unsigned char *)rest->bytes + 1;
    for (size_t i = 0; i < count; i++, bytes += FACT_BYTES) {
        enum field field = (enum field)(1 + bytes[1] % (FIELDS - 1));
        bool empty = bytes[1] >= 128 && field != FIELD_TITLE && field != FIELD_KIND && field != FIELD_LEVEL;
        facts[i] = (struct fact){.kind = (enum fact_kind)(bytes[0] % 3),
                                 .field = field,
                                 .value = empty ? "" : values[field],
                                 .line = (size_t)bytes[2] | (size_t)bytes[3] << 8};
    }
    *rest = slice_part(*rest, rest->length > 0 ? 1 + count * FACT_BYTES : 0, rest->length);
    return (struct fact_list){facts, count};
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice rest = {.bytes = (const char *)data, .length = size}, *lines = NULL;
    struct fact facts[MOST_FACTS];
    struct fact_list said = read_facts(&rest, facts);
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
    parse_lines_knowing(parser, lines, count, said, &parsed);
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
