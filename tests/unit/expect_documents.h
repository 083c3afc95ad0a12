/*
 * Compares the documents that are recognised in a text with their expected
 * fields, one document a line:
 * first-last kind level place | organ | date basis | chairs | number | title
 */
#ifndef TESTS_EXPECT_DOCUMENTS_H
#define TESTS_EXPECT_DOCUMENTS_H

#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "parse/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct documents_case {
    const char *text; /* lines ended by \n */
    const char *expected;
};

static int documents_setup(void **state)
{
    struct parser *parser = mem_new(1, sizeof *parser);
    parser->organs = organ_table_new();
    parser->places = place_index_new();
    parser->documents = document_rules_new();
    *state = parser;
    return 0;
}

static int documents_teardown(void **state)
{
    struct parser *parser = *state;
    document_rules_free(&parser->documents);
    place_index_free(&parser->places);
    organ_table_free(&parser->organs);
    free(parser);
    return 0;
}

static void documents_read(const struct parser *parser, const char *text, struct parsed *parsed)
{
    struct slice rest = slice_of(text), *lines = NULL;
    size_t count = 0, capacity = 0;
    while (rest.length > 0) {
        size_t end = slice_find(rest, slice_of("\n"), 0);
        end = end == SLICE_NONE ? rest.length : end;
        lines = mem_grow(lines, count, &capacity, sizeof *lines);
        lines[count++] = slice_part(rest, 0, end);
        rest = slice_part(rest, end + 1, rest.length);
    }
    struct layout layout;
    layout_read(&layout, parser->documents, lines, count, (struct fact_list){0});
    struct reading reading = {.parser = parser, .lines = layout.texts, .line_count = layout.count, .parsed = parsed};
    read_documents(&reading);
    layout_restore(&layout, parsed);
    layout_free(&layout);
    free(lines);
}

static void document_line(const struct document *document, struct buffer *out)
{
    char date[11] = "-";
    if (document->date_basis != DATE_NONE)
        date_write(document->date, date);
    buffer_print(out, "%zu-%zu %s %s %s | %s | %s %s |", document->first_line, document->last_line,
                 kind_name(document->kind), level_name(document->level), document->place ? document->place : "-",
                 document->organ ? document->organ : "-", date, date_basis_name(document->date_basis));
    for (size_t i = 0; i < document->chair_count; i++)
        buffer_print(out, " %s", document->chairs[i]);
    buffer_print(out, " | %d | %s\n", document->number, document->title);
}

static inline void documents_expect(void **state, const struct documents_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct parsed parsed = {0};
        struct buffer got = {0};
        documents_read(*state, cases[i].text, &parsed);
        for (size_t document = 0; document < parsed.document_count; document++)
            document_line(&parsed.documents[document], &got);
        char *text = buffer_take(&got);
        assert_string_equal(text, cases[i].expected);
        free(text);
        for (size_t document = 0; document < parsed.document_count; document++)
            document_free(&parsed.documents[document]);
        free(parsed.documents);
    }
}

#endif
