/*
 * A compilation whose marks say what is to be recognised in it, so that the
 * screen tests hang on no rule of the parser:
 *
 *     @level|place|organ|date|lines of title   a document starts on the next line; ~ before an inferred date
 *     {lead|要…}                               a directive; the lead may be empty
 *     {lead|speaker|addressee|ordinal|要…}     the same; each of them may be empty
 *     <level|organ|date|words>                 a reference that relays what it names
 *
 * The marks are taken out of the text.
 */
#ifndef SCREEN_MARKED_H
#define SCREEN_MARKED_H

#include "chuanda/memory.h"
#include "chuanda/parse.h"
#include "chuanda/source.h"
#include "chuanda/utf8.h"

#include <stdlib.h>

/* Takes what stands before the next `mark` from the front of `rest`. */
static inline char *marked_part(struct slice *rest, const char *mark)
{
    size_t at = slice_find(*rest, slice_of(mark), 0);
    size_t end = at == SLICE_NONE ? rest->length : at;
    char *part = slice_copy(slice_part(*rest, 0, end));
    *rest = slice_part(*rest, end + 1, rest->length);
    return part;
}

static inline char *marked_optional(struct slice *rest, const char *mark)
{
    char *part = marked_part(rest, mark);
    if (part[0] != '\0')
        return part;
    free(part);
    return NULL;
}

static inline enum level marked_level(struct slice *rest)
{
    enum level level = LEVEL_UNIT;
    char *word = marked_part(rest, "|");
    (void)level_read(word, &level);
    free(word);
    return level;
}

static inline struct date marked_date(struct slice *rest, enum date_basis *basis)
{
    struct date date = {0};
    char *word = marked_part(rest, "|");
    *basis = word[0] == '~' ? DATE_INFERRED : DATE_STATED;
    if (!date_read(word[0] == '~' ? word + 1 : word, &date))
        *basis = DATE_NONE;
    free(word);
    return date;
}

static inline void marked_document(struct slice rest, size_t line, struct parsed *parsed)
{
    parsed->documents =
        mem_grow(parsed->documents, parsed->document_count, &parsed->document_capacity, sizeof *parsed->documents);
    struct document *document = &parsed->documents[parsed->document_count++];
    *document = (struct document){.first_line = line, .last_line = line, .kind = KIND_MEETING};
    document->level = marked_level(&rest);
    document->place = marked_optional(&rest, "|");
    document->organ = marked_optional(&rest, "|");
    document->date = marked_date(&rest, &document->date_basis);
    document->title_lines = strtoul(rest.bytes, NULL, 10);
    document->evidence = mem_new(1, sizeof *document->evidence);
    document->evidence[0] =
        (struct evidence){.field = FIELD_LEVEL, .where = {.line = line, .end = 4}, .rule = mem_copy("机构名称")};
    document->evidence_count = 1;
}

static inline void marked_directive(struct slice rest, struct place_in_text where, struct parsed *parsed)
{
    parsed->directives =
        mem_grow(parsed->directives, parsed->directive_count, &parsed->directive_capacity, sizeof *parsed->directives);
    struct directive *directive = &parsed->directives[parsed->directive_count++];
    *directive = (struct directive){.document = (int64_t)parsed->document_count - 1, .where = where};
    directive->lead = marked_optional(&rest, "|");
    if (slice_has(rest, "|")) {
        directive->speaker = marked_optional(&rest, "|");
        directive->addressee = marked_optional(&rest, "|");
        char *ordinal = marked_part(&rest, "|");
        directive->ordinal = (int)strtol(ordinal, NULL, 10);
        free(ordinal);
    }
    directive->text = slice_copy(rest);
}

static inline void marked_reference(struct slice rest, struct place_in_text where, struct parsed *parsed)
{
    enum date_basis basis;
    parsed->references =
        mem_grow(parsed->references, parsed->reference_count, &parsed->reference_capacity, sizeof *parsed->references);
    struct reference *reference = &parsed->references[parsed->reference_count++];
    *reference = (struct reference){.document = (int64_t)parsed->document_count - 1,
                                    .where = where,
                                    .manner = MANNER_RELAY,
                                    .has_kind = true,
                                    .kind = KIND_MEETING,
                                    .has_level = true};
    reference->level = marked_level(&rest);
    reference->organ = marked_optional(&rest, "|");
    reference->date = marked_date(&rest, &basis);
    reference->text = slice_copy(rest);
}

/* One line without its marks; what they say goes to `parsed`. */
static inline void marked_line(struct slice marked, size_t line, struct buffer *text, struct parsed *parsed)
{
    size_t first = text->length;
    for (size_t at = 0; at < marked.length;) {
        char open = marked.bytes[at];
        if (open != '{' && open != '<') {
            buffer_add(text, slice_part(marked, at, at + 1));
            at++;
            continue;
        }
        size_t close = slice_find(marked, slice_of(open == '{' ? "}" : ">"), at);
        struct slice inner = slice_part(marked, at + 1, close);
        size_t words = inner.length;
        while (words > 0 && inner.bytes[words - 1] != '|')
            words--;
        struct slice before = {.bytes = text->bytes + first, .length = text->length - first};
        struct place_in_text where = {.line = line, .start = text->bytes == NULL ? 0 : utf8_count(before)};
        where.end = where.start + utf8_count(slice_part(inner, words, inner.length));
        if (open == '{')
            marked_directive(inner, where, parsed);
        else
            marked_reference(inner, where, parsed);
        buffer_add(text, slice_part(inner, words, inner.length));
        at = close + 1;
    }
}

/* Both start as {0}; `path` names the source. */
static inline void marked_read(const char *path, struct slice marked, struct source *source, struct parsed *parsed)
{
    struct buffer text = {0};
    for (size_t line = 1; marked.length > 0;) {
        size_t end = slice_find(marked, slice_of("\n"), 0);
        if (end == SLICE_NONE)
            end = marked.length;
        struct slice whole = slice_part(marked, 0, end);
        marked = slice_part(marked, end + 1, marked.length);
        if (slice_starts(whole, slice_of("@"))) {
            marked_document(slice_part(whole, 1, whole.length), line, parsed);
            continue;
        }
        struct document *document = &parsed->documents[parsed->document_count - 1];
        size_t start = text.length;
        marked_line(whole, line, &text, parsed);
        if (!slice_blank(whole)) {
            document->last_line = line;
            if (document->title == NULL)
                document->title = slice_copy(slice_part(buffer_slice(&text), start, text.length));
        }
        buffer_add_text(&text, "\n");
        line++;
    }
    (void)source_from_bytes(path, buffer_slice(&text), source, NULL);
    buffer_free(&text);
}

#endif
