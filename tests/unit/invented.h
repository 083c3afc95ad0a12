/* A small invented source and what is recognised in it, made by hand: for tests that need no parser. */
#ifndef TESTS_INVENTED_H
#define TESTS_INVENTED_H

#include "chuanda/memory.h"
#include "library/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A source of text lines; the hash is `hash` repeated. */
static inline struct source invented_source(const char *path, char hash, const char *text)
{
    struct source source = {.path = mem_copy(path), .charset = mem_copy("UTF-8"), .text = mem_copy(text)};
    const char *slash = strrchr(path, '/');
    source.name = mem_copy(slash == NULL ? path : slash + 1);
    memset(source.hash, hash, SOURCE_HASH_TEXT - 1);
    source.length = strlen(text);
    size_t capacity = 0;
    for (size_t start = 0; start < source.length;) {
        size_t end = start + strcspn(source.text + start, "\n");
        source.lines = mem_grow(source.lines, source.line_count, &capacity, sizeof *source.lines);
        source.lines[source.line_count++] = (struct slice){.bytes = source.text + start, .length = end - start};
        start = end + 1;
    }
    return source;
}

/* By hand, since the import room may do more than a test wants. */
static inline void invented_source_free(struct source *source)
{
    free(source->path);
    free(source->name);
    free(source->charset);
    free(source->text);
    free(source->lines);
}

/* Appends a document of lines [first, last] to what was recognised. */
static inline struct document *invented_document(struct parsed *parsed, size_t first, size_t last, enum level level,
                                                 const char *place, const char *title)
{
    parsed->documents =
        mem_grow(parsed->documents, parsed->document_count, &parsed->document_capacity, sizeof *parsed->documents);
    struct document *document = &parsed->documents[parsed->document_count++];
    *document = (struct document){.first_line = first,
                                  .last_line = last,
                                  .title_lines = 1,
                                  .title = mem_copy(title),
                                  .level = level,
                                  .place = mem_copy(place)};
    return document;
}

static inline struct directive *invented_directive(struct parsed *parsed, size_t document, struct place_in_text where,
                                                   const char *text, const char *lead)
{
    parsed->directives =
        mem_grow(parsed->directives, parsed->directive_count, &parsed->directive_capacity, sizeof *parsed->directives);
    struct directive *directive = &parsed->directives[parsed->directive_count++];
    *directive = (struct directive){
        .document = (int64_t)document, .where = where, .text = mem_copy(text), .lead = mem_copy(lead)};
    return directive;
}

static inline struct reference *invented_reference(struct parsed *parsed, size_t document, struct place_in_text where,
                                                   const char *text)
{
    parsed->references =
        mem_grow(parsed->references, parsed->reference_count, &parsed->reference_capacity, sizeof *parsed->references);
    struct reference *reference = &parsed->references[parsed->reference_count++];
    *reference = (struct reference){.document = (int64_t)document, .where = where, .text = mem_copy(text)};
    return reference;
}

#endif
