#include "paragraph.h"

#include "chuanda/memory.h"
#include "chuanda/utf8.h"

#include <stdlib.h>

void paragraph_free(struct paragraph *passage)
{
    buffer_free(&passage->words);
    free(passage->origins);
    *passage = (struct paragraph){0};
}

static void add_origin(struct paragraph *passage, struct origin origin)
{
    passage->origins =
        mem_grow(passage->origins, passage->origin_count, &passage->origin_capacity, sizeof *passage->origins);
    passage->origins[passage->origin_count++] = origin;
}

/* A line as it is becomes one that others can be appended to. */
static void own(struct paragraph *passage)
{
    if (passage->origin_count > 0)
        return;
    add_origin(passage, (struct origin){.line = passage->line});
    buffer_add(&passage->words, passage->text);
    passage->characters = utf8_count(passage->text);
}

/* The number of the origin in which a code point lies. */
static size_t origin_of(const struct paragraph *passage, size_t index)
{
    size_t low = 0;
    for (size_t high = passage->origin_count; high - low > 1;) {
        size_t middle = (low + high) / 2;
        if (passage->origins[middle].from <= index)
            low = middle;
        else
            high = middle;
    }
    return low;
}

void paragraph_join(struct paragraph *passage, struct paragraph *next)
{
    own(passage);
    own(next);
    struct slice whole = buffer_slice(&next->words), trimmed = slice_trim(whole);
    size_t cut = utf8_count(slice_part(whole, 0, (size_t)(trimmed.bytes - whole.bytes)));
    size_t count = utf8_count(trimmed);
    struct slice tail = buffer_slice(&passage->words);
    size_t kept = slice_trim(tail).length + (size_t)(slice_trim(tail).bytes - tail.bytes);
    passage->characters -= utf8_count(slice_part(tail, kept, tail.length));
    passage->words.length = kept;
    for (size_t i = origin_of(next, cut); i < next->origin_count && next->origins[i].from < cut + count; i++) {
        struct origin origin = next->origins[i];
        size_t skipped = origin.from < cut ? cut - origin.from : 0;
        add_origin(passage, (struct origin){.from = passage->characters + origin.from + skipped - cut,
                                            .line = origin.line,
                                            .at = origin.at + skipped});
    }
    buffer_add(&passage->words, trimmed);
    passage->characters += count;
    passage->text = buffer_slice(&passage->words);
    passage->respelt |= next->respelt;
    passage->last_line = next->last_line;
    paragraph_free(next);
}

void paragraph_cut(struct paragraph *passage, size_t bytes)
{
    struct paragraph whole = *passage;
    own(&whole);
    struct slice text = buffer_slice(&whole.words), rest = slice_part(text, bytes, text.length);
    size_t cut = utf8_count(slice_part(text, 0, bytes)), first = origin_of(&whole, cut);
    struct paragraph left = {.line = whole.line, .last_line = whole.last_line, .respelt = whole.respelt};
    for (size_t i = first; i < whole.origin_count; i++) {
        struct origin origin = whole.origins[i];
        size_t skipped = origin.from < cut ? cut - origin.from : 0;
        add_origin(&left, (struct origin){
                              .from = origin.from + skipped - cut, .line = origin.line, .at = origin.at + skipped});
    }
    buffer_add(&left.words, rest);
    left.characters = utf8_count(rest);
    left.text = buffer_slice(&left.words);
    paragraph_free(&whole);
    *passage = left;
}

struct place_in_text paragraph_where(const struct paragraph *passage, size_t index)
{
    struct origin origin = {.line = passage->line};
    if (passage->origin_count > 0)
        origin = passage->origins[origin_of(passage, index)];
    size_t start = origin.at + index - origin.from;
    return (struct place_in_text){.line = origin.line, .start = start, .end = start + 1};
}

void paragraph_spell(const struct paragraph *passage, const struct slice *lines, size_t start, size_t end,
                     struct buffer *out)
{
    size_t at = utf8_byte(passage->text, start), line = 0, byte = 0, code_point = 0;
    for (size_t index = start; index < end && at < passage->text.length; index++) {
        uint32_t read = utf8_next(passage->text, &at), written = read;
        struct place_in_text where = paragraph_where(passage, index);
        struct slice whole = lines[where.line - 1];
        if (where.line != line || where.start < code_point) {
            line = where.line;
            byte = code_point = 0;
        }
        for (; code_point <= where.start && byte < whole.length; code_point++)
            written = utf8_next(whole, &byte);
        /* not the & of &ldquo; */
        utf8_add(out, paragraph_character(written, true) == read ? written : read);
    }
}
