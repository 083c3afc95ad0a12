/*
 * References: the words in which a document names another, and what they say.
 * A body named without a date means the one of which the document gives it.
 */
#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "reference.h"

#include <stdlib.h>
#include <string.h>

/* A body that is named without a date was not met longer ago than this where the document dates it elsewhere. */
enum { SAME_MEETING_DAYS = 31 };

static void add_reference(struct parsed *parsed, struct reference reference)
{
    parsed->references =
        mem_grow(parsed->references, parsed->reference_count, &parsed->reference_capacity, sizeof *parsed->references);
    parsed->references[parsed->reference_count++] = reference;
}

static void read_stretch(struct reading *reading, size_t document, const struct stretch *stretch,
                         struct phrase_list *phrases)
{
    find_phrases(reading, stretch, phrases);
    for (size_t i = 0; i < phrases->count; i++) {
        struct reference reference;
        if (read_phrase(reading, document, stretch, &phrases->items[i], &reference))
            add_reference(reading->parsed, reference);
    }
}

static size_t item_mark(struct reading *reading, struct slice line)
{
    struct reference_rules *rules = reading->parser->references;
    struct match match;
    subject_set(rules->part, line);
    return pattern_at(rules->patterns[PATTERN_ITEM], rules->part, 0, &match) ? match.group[0].end : 0;
}

static bool finished(struct slice line)
{
    static const char *const ends[] = {"。", "；", ";", "！", "？", "："};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (slice_ends(line, slice_of(ends[i])))
            return true;
    }
    return false;
}

/* The lines of a stretch, joined. */
struct joined {
    struct buffer text;
    struct seam *seams;
    size_t count, capacity;
};

static void join(struct joined *joined, size_t line, struct slice whole, struct slice words)
{
    joined->seams = mem_grow(joined->seams, joined->count, &joined->capacity, sizeof *joined->seams);
    size_t cut = (size_t)(words.bytes - whole.bytes);
    joined->seams[joined->count++] = (struct seam){
        .at = joined->text.length, .line = line, .cut = cut, .cut_code_points = utf8_count(slice_part(whole, 0, cut))};
    buffer_add(&joined->text, words);
}

/* Takes a list's item and the lines over which it was broken; returns the last of them. */
static size_t join_item(struct reading *reading, size_t line, size_t last_line, struct joined *joined)
{
    struct slice first = reading->lines[line - 1];
    buffer_clear(&joined->text);
    joined->count = 0;
    join(joined, line, first, first);
    while (line < last_line && !finished(slice_trim(reading->lines[line - 1]))) {
        struct slice next = reading->lines[line];
        if (slice_blank(next) || item_mark(reading, next) > 0)
            break;
        join(joined, ++line, next, slice_trim(next));
    }
    return line;
}

/* Does the document list others: a notice with its study material, an agenda? */
static bool lists(const struct document *document)
{
    return document->kind == KIND_NOTICE || document->kind == KIND_AGENDA;
}

/* In such a document: an item, or a line of titles: 《…》《…》。 */
static bool is_item(size_t mark, struct slice line)
{
    struct slice text = slice_trim(line);
    if (slice_ends(text, slice_of("。")))
        text.length -= strlen("。");
    return mark > 0 || (slice_starts(text, slice_of("《")) && slice_ends(text, slice_of("》")));
}

/* The date that the document gives elsewhere for the same body, where there is just one and it is recent. */
static struct date date_of_body(const struct reference *references, size_t count, const char *organ, struct date own)
{
    struct date found = {0};
    for (size_t i = 0; i < count; i++) {
        const struct reference *other = &references[i];
        if (other->organ == NULL || other->event != NULL || strcmp(other->organ, organ) != 0 ||
            !date_complete(other->date))
            continue;
        if (date_complete(found) && date_compare(found, other->date) != 0)
            return (struct date){0};
        found = other->date;
    }
    if (date_complete(found) && date_complete(own) && date_days(found, own) > SAME_MEETING_DAYS)
        return (struct date){0};
    return found;
}

static void settle_dates(struct reading *reading, size_t document, size_t first)
{
    struct parsed *parsed = reading->parsed;
    struct date own = parsed->documents[document].date;
    for (size_t i = first; i < parsed->reference_count; i++) {
        struct reference *reference = &parsed->references[i];
        if (reference->organ == NULL || reference->event != NULL || reference->number != 0 ||
            reference->date.month != 0 || reference->date.day != 0)
            continue;
        reference->date =
            date_of_body(parsed->references + first, parsed->reference_count - first, reference->organ, own);
    }
}

/* A list's item over several lines. */
static void read_item(struct reading *reading, size_t document, size_t mark, const struct joined *joined,
                      struct phrase_list *phrases)
{
    struct stretch stretch = {.listed = true,
                              .body = mark,
                              .text = buffer_slice(&joined->text),
                              .seams = joined->seams,
                              .seam_count = joined->count};
    read_stretch(reading, document, &stretch, phrases);
}

/* A line by parts of whole sentences, so that the work grows with its length and not with the square of it. */
static void read_line(struct reading *reading, size_t document, size_t line, size_t mark, struct phrase_list *phrases)
{
    enum { PART_BYTES = 6000 };
    struct slice text = reading->lines[line - 1];
    struct utf8_cursor cursor = {0};
    for (size_t start = 0, end = 0; start < text.length; start = end) {
        size_t stop = slice_find(text, slice_of("。"), start + PART_BYTES);
        end = stop == SLICE_NONE ? text.length : stop + strlen("。");
        struct seam seam = {.line = line, .cut = start, .cut_code_points = utf8_count_on(text, start, &cursor)};
        struct stretch stretch = {
            .body = start == 0 ? mark : 0, .text = slice_part(text, start, end), .seams = &seam, .seam_count = 1};
        read_stretch(reading, document, &stretch, phrases);
    }
}

void read_references(struct reading *reading, size_t document)
{
    const struct document *subject = &reading->parsed->documents[document];
    size_t first = reading->parsed->reference_count;
    struct phrase_list phrases = {0};
    struct joined joined = {0};
    for (size_t line = subject->first_line; line <= subject->last_line; line++) {
        struct slice text = reading->lines[line - 1];
        if (slice_blank(text))
            continue;
        size_t mark = lists(subject) ? item_mark(reading, text) : 0;
        bool listed = lists(subject) && is_item(mark, text);
        if (!listed) {
            read_line(reading, document, line, mark, &phrases);
            continue;
        }
        line = join_item(reading, line, subject->last_line, &joined);
        read_item(reading, document, mark, &joined, &phrases);
    }
    settle_dates(reading, document, first);
    buffer_free(&joined.text);
    free(joined.seams);
    free(phrases.items);
}
