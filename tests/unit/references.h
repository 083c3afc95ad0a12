/* References read from a text for the tests, written so that they can be compared at a glance. */
#ifndef TESTS_REFERENCES_H
#define TESTS_REFERENCES_H

#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "parse/layout.h"
#include "parse/parser.h"

#include <stdlib.h>
#include <string.h>

enum { LINES_MAX = 64 };

/* One document that fills all lines of `text`; takes over what `document` owns. */
static inline void read_one(struct parser *parser, struct document document, const char *text, struct parsed *parsed)
{
    struct slice lines[LINES_MAX];
    size_t count = 0;
    for (const char *line = text; line != NULL && count < LINES_MAX; count++) {
        const char *end = strchr(line, '\n');
        lines[count] = end == NULL ? slice_of(line) : (struct slice){.bytes = line, .length = (size_t)(end - line)};
        line = end == NULL ? NULL : end + 1;
    }
    document.first_line = 1;
    document.last_line = count;
    parsed->documents = mem_grow(parsed->documents, 0, &parsed->document_capacity, sizeof *parsed->documents);
    parsed->documents[parsed->document_count++] = document;
    struct layout layout;
    layout_read(&layout, parser->documents, lines, count, (struct fact_list){0});
    parsed->documents[0].last_line = layout.count;
    struct reading reading = {.parser = parser, .lines = layout.texts, .line_count = layout.count, .parsed = parsed};
    read_events(&reading);
    read_references(&reading, 0);
    layout_restore(&layout, parsed);
    layout_free(&layout);
}

static inline void add_field(struct buffer *out, const char *name, const char *value)
{
    if (value != NULL)
        buffer_print(out, " %s=%s", name, value);
}

/* relay speech national organ=… event=… speaker=… date=… number=… */
static inline void describe(const struct reference *reference, struct buffer *out)
{
    char date[11] = "";
    buffer_print(out, "%s", manner_name(reference->manner));
    buffer_print(out, " %s", reference->has_kind ? kind_name(reference->kind) : "-");
    buffer_print(out, " %s", reference->has_level ? level_name(reference->level) : "-");
    add_field(out, "place", reference->place);
    add_field(out, "organ", reference->organ);
    add_field(out, "event", reference->event);
    add_field(out, "title", reference->title);
    add_field(out, "speaker", reference->speaker);
    if (date_complete(reference->date)) {
        date_write(reference->date, date);
        add_field(out, "date", date);
    }
    if (reference->number != 0)
        buffer_print(out, " number=%d", reference->number);
}

#endif
