#include "layout.h"

#include "broken.h"
#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "numbering.h"
#include "page.h"

#include <stdlib.h>
#include <string.h>

/* Lines of residue only are blank passages, but a source of nothing else is what it is. */
static void read_passages(struct layout *layout)
{
    bool any = false;
    for (size_t i = 0; i < layout->count; i++) {
        paragraph_read(&layout->passages[i], layout->lines[i], i + 1);
        any = any || !slice_blank(layout->passages[i].text);
    }
    for (size_t i = 0; i < layout->count && !any; i++) {
        paragraph_free(&layout->passages[i]);
        layout->passages[i] = (struct paragraph){.text = layout->lines[i], .line = i + 1, .last_line = i + 1};
    }
    for (size_t i = 0; i < layout->count; i++)
        layout->texts[i] = layout->passages[i].text;
}

/*
 * Brings the lines of each paragraph together and leaves the margins out: of
 * the blank lines on either side of one, the larger number stays.
 */
static void join_passages(struct layout *layout, const enum line_role *roles)
{
    size_t count = 0, body = 0, blanks = 0; /* `body`: one past the last passage that is not blank */
    bool margin = false;
    for (size_t i = 0; i < layout->count; i++) {
        struct paragraph *next = &layout->passages[i];
        bool blank = slice_blank(next->text);
        if (roles[i] == LINE_MARGIN || (blank && margin && blanks > 0)) {
            blanks = roles[i] == LINE_MARGIN ? count - body : blanks - 1;
            margin = true;
            paragraph_free(next);
        } else if (roles[i] == LINE_CARRIES && body > 0) {
            paragraph_join(&layout->passages[body - 1], next);
            margin = false;
        } else {
            layout->passages[count++] = *next;
            body = blank ? body : count;
            margin = margin && blank;
        }
    }
    layout->count = count;
}

/* The index of the passage that holds a line. */
static size_t passage_of(const struct layout *layout, size_t line)
{
    size_t low = 0, high = layout->count;
    while (high - low > 1) { /* the last that begins at the line or above */
        size_t middle = (low + high) / 2;
        if (layout->passages[middle].line <= line)
            low = middle;
        else
            high = middle;
    }
    while (low > 0 && layout->passages[low].last_line < line) /* behind the margins within a paragraph */
        low--;
    return low;
}

static void hear_facts(struct layout *layout, struct fact_list facts)
{
    layout->facts = mem_new(facts.count, sizeof *layout->facts);
    layout->fact_count = facts.count;
    for (size_t i = 0; i < facts.count; i++) {
        layout->facts[i] = facts.items[i];
        if (layout->count > 0 && facts.items[i].line <= layout->line_count)
            layout->facts[i].line = passage_of(layout, facts.items[i].line) + 1;
    }
}

/* The numbers of the documents are the compiler's. */
static void cut_numbers(struct layout *layout, struct document_rules *rules)
{
    size_t *marks = mem_new(layout->count, sizeof *marks);
    numbering_read(rules, layout->texts, layout->count, marks);
    for (size_t i = 0; i < layout->count; i++) {
        if (marks[i] == 0)
            continue;
        paragraph_cut(&layout->passages[i], marks[i]);
        layout->texts[i] = layout->passages[i].text;
    }
    free(marks);
}

void layout_read(struct layout *layout, struct document_rules *rules, const struct slice *lines, size_t line_count,
                 struct fact_list facts)
{
    *layout = (struct layout){.lines = lines,
                              .line_count = line_count,
                              .passages = mem_new(line_count, sizeof *layout->passages),
                              .texts = mem_new(line_count, sizeof *layout->texts),
                              .count = line_count};
    enum line_role *roles = mem_new(line_count, sizeof *roles);
    read_passages(layout);
    broken_read(rules, layout->texts, line_count, roles);
    for (size_t i = 0; i < facts.count; i++) {
        if (facts.items[i].kind == FACT_BEGINS && facts.items[i].line >= 1 && facts.items[i].line <= line_count)
            roles[facts.items[i].line - 1] = LINE_BEGINS;
    }
    join_passages(layout, roles);
    hear_facts(layout, facts);
    for (size_t i = 0; i < layout->count; i++)
        layout->texts[i] = layout->passages[i].text;
    cut_numbers(layout, rules);
    free(roles);
}

void layout_free(struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++)
        paragraph_free(&layout->passages[i]);
    free(layout->passages);
    free(layout->texts);
    free(layout->facts);
    *layout = (struct layout){0};
}

/* The passages of a document, by their indices: [first, end). */
struct range {
    size_t first, end;
    size_t first_line, last_line; /* in which it stands, with all that is left out of the passages */
    bool respelt;                 /* some of the passages are */
};

/* `next`: the document behind it; NULL: none. */
static struct range range_of(const struct layout *layout, const struct document *document, const struct document *next)
{
    struct range range = {.first = document->first_line - 1, .end = document->last_line};
    range.first_line = layout->passages[range.first].line;
    range.last_line = next == NULL ? layout->line_count : layout->passages[next->first_line - 1].line - 1;
    for (size_t i = range.first; i < range.end; i++)
        range.respelt = range.respelt || layout->passages[i].respelt;
    return range;
}

static size_t common_bytes(struct slice a, struct slice b)
{
    size_t at = 0, common = 0;
    while (at < a.length && at < b.length) {
        size_t other = at;
        if (utf8_next(a, &at) != utf8_next(b, &other))
            break;
        common = at;
    }
    return common;
}

/* The passage and the byte in it where the longest beginning of `words` stands; returns the bytes of that. */
static size_t find_words(const struct layout *layout, struct range range, struct slice words, size_t *passage,
                         size_t *byte)
{
    size_t longest = 0, head = 0;
    (void)utf8_next(words, &head);
    struct slice first = slice_part(words, 0, head);
    for (size_t i = range.first; i < range.end && longest < words.length; i++) {
        struct slice text = layout->texts[i];
        for (size_t at = 0; (at = slice_find(text, first, at)) != SLICE_NONE; at += head) {
            size_t length = common_bytes(slice_part(text, at, text.length), words);
            if (length > longest) {
                longest = length;
                *passage = i;
                *byte = at;
            }
        }
    }
    return longest;
}

/* Words of a document as the source spells them, piece by piece where they do not stand in it as a whole. */
static void respell(const struct layout *layout, struct range range, char **words)
{
    if (*words == NULL || !range.respelt)
        return;
    struct buffer spelt = {0};
    struct slice rest = slice_of(*words);
    while (rest.length > 0) {
        size_t passage = 0, byte = 0, length = find_words(layout, range, rest, &passage, &byte);
        if (length > 0) {
            size_t start = utf8_count(slice_part(layout->texts[passage], 0, byte));
            size_t count = utf8_count(slice_part(rest, 0, length));
            paragraph_spell(&layout->passages[passage], layout->lines, start, start + count, &spelt);
        } else {
            (void)utf8_next(rest, &length);
            buffer_add(&spelt, slice_part(rest, 0, length));
        }
        rest = slice_part(rest, length, rest.length);
    }
    free(*words);
    *words = buffer_take(&spelt);
}

/* A place in a passage becomes one in the source: the part of it that stands in the line where it begins. */
static void restore_place(const struct layout *layout, struct place_in_text *place)
{
    if (place->line == 0)
        return;
    const struct paragraph *passage = &layout->passages[place->line - 1];
    struct place_in_text first = paragraph_where(passage, place->start);
    size_t end = place->end;
    while (end > place->start + 1 && paragraph_where(passage, end - 1).line != first.line)
        end--;
    size_t behind = end > place->start ? paragraph_where(passage, end - 1).end : first.start;
    *place = (struct place_in_text){.line = first.line, .start = first.start, .end = behind};
}

/* Sets where a directive ends, if that is another line; its place is still one in a passage. */
static void restore_end(const struct layout *layout, struct directive *directive)
{
    struct place_in_text where = directive->where;
    const struct paragraph *passage = &layout->passages[where.line - 1];
    if (passage->origin_count == 0 || where.end == where.start)
        return;
    struct place_in_text last = paragraph_where(passage, where.end - 1);
    if (last.line != paragraph_where(passage, where.start).line) {
        directive->last_line = last.line;
        directive->last_end = last.end;
    }
}

/* A place in the source that moves on: a line may be the whole of a long file. */
struct finger {
    size_t line;
    size_t code_point, byte;
};

static size_t byte_of(const struct layout *layout, struct finger *finger, size_t line, size_t code_point)
{
    struct slice text = layout->lines[line - 1];
    if (finger->line != line || code_point < finger->code_point)
        *finger = (struct finger){.line = line};
    finger->byte += utf8_byte(slice_part(text, finger->byte, text.length), code_point - finger->code_point);
    finger->code_point = code_point;
    return finger->byte;
}

/* Replaces words by what stands at their place in the source, the lines over which they go joined. */
static void quote(const struct layout *layout, struct finger *finger, struct place_in_text place, char **words)
{
    const struct paragraph *passage = &layout->passages[place.line - 1];
    if (passage->origin_count == 0)
        return; /* the passage is the line */
    struct buffer quoted = {0};
    for (size_t index = place.start, end; index < place.end; index = end) {
        struct place_in_text first = paragraph_where(passage, index), last = first;
        for (end = index + 1; end < place.end; end++) {
            struct place_in_text next = paragraph_where(passage, end);
            if (next.line != first.line)
                break;
            last = next;
        }
        size_t start = byte_of(layout, finger, first.line, first.start);
        buffer_add(&quoted,
                   slice_part(layout->lines[first.line - 1], start, byte_of(layout, finger, first.line, last.end)));
    }
    free(*words);
    *words = buffer_take(&quoted);
}

static bool says_nothing(struct slice line)
{
    return slice_blank(line) || page_is_rule(line);
}

static void restore_document(const struct layout *layout, struct document *document, struct range range)
{
    size_t title_end = range.first, left = document->title_lines;
    for (; left > 0 && title_end < range.end; title_end++)
        left -= !slice_blank(layout->texts[title_end]);
    if (!(document->corrected & 1U << FIELD_TITLE))
        respell(layout, range, &document->title);
    if (!(document->corrected & 1U << FIELD_ORGAN))
        respell(layout, range, &document->organ);
    for (size_t i = 0; i < document->chair_count && !(document->corrected & 1U << FIELD_CHAIR); i++)
        respell(layout, range, &document->chairs[i]);
    for (size_t i = 0; i < document->evidence_count; i++)
        restore_place(layout, &document->evidence[i].where);
    while (range.first_line < range.last_line && says_nothing(layout->lines[range.first_line - 1]))
        range.first_line++;
    while (range.first_line < range.last_line && says_nothing(layout->lines[range.last_line - 1]))
        range.last_line--;
    document->first_line = range.first_line;
    document->last_line = range.last_line;
    if (document->title_lines == 0)
        return;
    document->title_lines = 0;
    for (size_t line = document->first_line; line <= layout->passages[title_end - 1].last_line; line++)
        document->title_lines += !slice_blank(layout->lines[line - 1]);
}

/* How some words of a document were respelt last: many directives in a row have one lead. */
struct memory {
    int64_t document;
    char *plain, *spelt; /* owned */
};

static void memory_free(struct memory *memory)
{
    free(memory->plain);
    free(memory->spelt);
    *memory = (struct memory){0};
}

static void respell_again(const struct layout *layout, struct range range, struct memory *memory, int64_t document,
                          char **words)
{
    if (!range.respelt || *words == NULL)
        return;
    if (memory->plain == NULL || memory->document != document || strcmp(memory->plain, *words) != 0) {
        memory_free(memory);
        *memory = (struct memory){.document = document, .plain = mem_copy(*words)};
        respell(layout, range, words);
        memory->spelt = mem_copy(*words);
        return;
    }
    free(*words);
    *words = mem_copy(memory->spelt);
}

static void restore_directives(const struct layout *layout, const struct range *ranges, struct parsed *parsed)
{
    struct finger finger = {0};
    struct memory lead = {0}, speaker = {0}, addressee = {0};
    for (size_t i = 0; i < parsed->directive_count; i++) {
        struct directive *directive = &parsed->directives[i];
        struct range range = ranges[directive->document];
        quote(layout, &finger, directive->where, &directive->text);
        respell_again(layout, range, &lead, directive->document, &directive->lead);
        respell_again(layout, range, &speaker, directive->document, &directive->speaker);
        respell_again(layout, range, &addressee, directive->document, &directive->addressee);
        restore_end(layout, directive);
        restore_place(layout, &directive->where);
    }
    memory_free(&lead);
    memory_free(&speaker);
    memory_free(&addressee);
}

void layout_restore(const struct layout *layout, struct parsed *parsed)
{
    struct range *ranges = mem_new(parsed->document_count, sizeof *ranges);
    for (size_t i = 0; i < parsed->document_count; i++)
        ranges[i] =
            range_of(layout, &parsed->documents[i], i + 1 < parsed->document_count ? &parsed->documents[i + 1] : NULL);
    if (parsed->document_count > 0) /* and what stands before the first */
        ranges[0].first_line = 1;
    for (size_t i = 0; i < parsed->document_count; i++)
        restore_document(layout, &parsed->documents[i], ranges[i]);
    restore_directives(layout, ranges, parsed);
    for (size_t i = 0; i < parsed->reference_count; i++) {
        struct reference *reference = &parsed->references[i];
        respell(layout, ranges[reference->document], &reference->text);
        restore_place(layout, &reference->where);
    }
    free(ranges);
}
