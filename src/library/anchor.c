#include "anchor.h"

#include "chuanda/memory.h"
#include "chuanda/utf8.h"

#include <stdlib.h>

enum {
    LONG_QUOTE = 8,      /* code points: as much is rarely found elsewhere by chance */
    EDITS_PERCENT = 15,  /* of a long quote */
    CONTEXT_DIVISOR = 3, /* surroundings agree where at least a third of them stands */
};

void anchor_free(struct anchor *anchor)
{
    free(anchor->quote);
    free(anchor->prefix);
    free(anchor->suffix);
    free(anchor->before);
    free(anchor->after);
    *anchor = (struct anchor){0};
}

static struct slice passage_text(const struct passage_list *passages, size_t index)
{
    /* The index before the first wraps round and so lies outside as well. */
    return index < passages->count ? slice_of(passages->items[index].text) : slice_of("");
}

/* The last, or the first, code points of a text that belong into an anchor. */
static struct slice context_end(struct slice text)
{
    size_t start = text.length;
    for (int i = 0; i < ANCHOR_CONTEXT && start > 0; i++)
        (void)utf8_previous(text, &start);
    return slice_part(text, start, text.length);
}

static struct slice context_start(struct slice text)
{
    return slice_part(text, 0, utf8_byte(text, ANCHOR_CONTEXT));
}

bool anchor_make(const struct passage_list *passages, struct place_in_text where, struct anchor *anchor)
{
    size_t index = 0;
    while (index < passages->count && passages->items[index].line != where.line)
        index++;
    struct slice text = passage_text(passages, index);
    if (where.start >= where.end || where.end > utf8_count(text))
        return false;
    size_t start = utf8_byte(text, where.start);
    size_t end = utf8_byte(text, where.end);
    *anchor = (struct anchor){
        .where = where,
        .quote = slice_copy(slice_part(text, start, end)),
        .prefix = slice_copy(context_end(slice_part(text, 0, start))),
        .suffix = slice_copy(context_start(slice_part(text, end, text.length))),
        .before = slice_copy(context_end(passage_text(passages, index - 1))),
        .after = slice_copy(context_start(passage_text(passages, index + 1))),
    };
    return true;
}

/* How many code points two texts have in common at their ends, or at their starts. */
static size_t common_end(struct slice a, struct slice b)
{
    size_t count = 0;
    while (a.length > 0 && b.length > 0 && utf8_previous(a, &a.length) == utf8_previous(b, &b.length))
        count++;
    return count;
}

static size_t common_start(struct slice a, struct slice b)
{
    size_t count = 0;
    size_t in_a = 0;
    size_t in_b = 0;
    while (in_a < a.length && in_b < b.length && utf8_next(a, &in_a) == utf8_next(b, &in_b))
        count++;
    return count;
}

/* A stretch of a passage that may be the anchor's. */
struct candidate {
    size_t index; /* of the passage */
    size_t start; /* bytes */
    size_t end;
    size_t edits;
    size_t agreement; /* code points of the surroundings that stand there too */
};

struct search {
    const struct anchor *anchor;
    const struct passage_list *passages;
    size_t context; /* code points of the anchor's surroundings */
    size_t found;   /* candidates so far */
    struct candidate best;
};

static void measure_agreement(const struct search *search, struct candidate *candidate)
{
    const struct anchor *anchor = search->anchor;
    struct slice text = passage_text(search->passages, candidate->index);
    candidate->agreement = common_end(slice_of(anchor->prefix), slice_part(text, 0, candidate->start)) +
                           common_start(slice_of(anchor->suffix), slice_part(text, candidate->end, text.length)) +
                           common_end(slice_of(anchor->before), passage_text(search->passages, candidate->index - 1)) +
                           common_start(slice_of(anchor->after), passage_text(search->passages, candidate->index + 1));
}

static bool surroundings_agree(const struct search *search)
{
    return search->best.agreement * CONTEXT_DIVISOR >= search->context;
}

static size_t distance(size_t a, size_t b)
{
    return a > b ? a - b : b - a;
}

/* How far a candidate lies from the last known place: by lines, then within the line. */
static bool nearer(const struct search *search, const struct candidate *a, const struct candidate *b)
{
    size_t line = search->anchor->where.line;
    size_t a_lines = distance(search->passages->items[a->index].line, line);
    size_t b_lines = distance(search->passages->items[b->index].line, line);
    if (a_lines != b_lines)
        return a_lines < b_lines;
    struct slice text = passage_text(search->passages, a->index);
    size_t start = utf8_byte(text, search->anchor->where.start);
    return distance(a->start, start) < distance(b->start, start);
}

static void consider(struct search *search, struct candidate candidate)
{
    measure_agreement(search, &candidate);
    const struct candidate *best = &search->best;
    bool better = search->found == 0 || candidate.edits < best->edits ||
                  (candidate.edits == best->edits &&
                   (candidate.agreement > best->agreement ||
                    (candidate.agreement == best->agreement && nearer(search, &candidate, best))));
    if (better)
        search->best = candidate;
    search->found++;
}

static struct place_in_text candidate_place(const struct search *search, const struct candidate *candidate)
{
    struct slice text = passage_text(search->passages, candidate->index);
    return (struct place_in_text){.line = search->passages->items[candidate->index].line,
                                  .start = utf8_count(slice_part(text, 0, candidate->start)),
                                  .end = utf8_count(slice_part(text, 0, candidate->end))};
}

static bool find_exact(struct search *search, bool is_long, struct place_in_text *where)
{
    struct slice quote = slice_of(search->anchor->quote);
    for (size_t i = 0; i < search->passages->count; i++) {
        struct slice text = passage_text(search->passages, i);
        for (size_t at = slice_find(text, quote, 0); at != SLICE_NONE; at = slice_find(text, quote, at + 1))
            consider(search, (struct candidate){.index = i, .start = at, .end = at + quote.length});
    }
    if (search->found == 0)
        return false;
    *where = candidate_place(search, &search->best);
    const struct place_in_text *known = &search->anchor->where;
    bool same_place = where->line == known->line && where->start == known->start;
    /* A short quote stands at the same place by chance more easily than one thinks. */
    return (is_long && (same_place || search->found == 1)) || surroundings_agree(search);
}

struct letters {
    uint32_t *items; /* owned */
    size_t count;
};

static struct letters letters_of(struct slice text)
{
    struct letters letters = {.items = mem_new(utf8_count(text), sizeof *letters.items)};
    for (size_t position = 0; position < text.length;)
        letters.items[letters.count++] = utf8_next(text, &position);
    return letters;
}

/* The best alignment of the quote's first letters that ends at the current letter of the text. */
struct alignment {
    size_t edits;
    size_t start; /* code points in the text */
};

/*
 * One letter further in Sellers' search for a quote in a text: the row's
 * alignments end before letter `at` and afterwards behind it.  Rows above
 * `*active` have more than `limit` edits and are not kept up (Ukkonen).
 */
static void align_letter(const struct letters *quote, uint32_t letter, size_t at, size_t limit, struct alignment *row,
                         size_t *active)
{
    size_t last = *active < quote->count ? *active + 1 : quote->count;
    if (last > *active)
        row[last].edits = limit + 1;
    struct alignment diagonal = {.edits = 0, .start = at};
    row[0] = (struct alignment){.edits = 0, .start = at + 1};
    for (size_t i = 1; i <= last; i++) {
        struct alignment above = row[i];
        struct alignment best = {.edits = diagonal.edits + (quote->items[i - 1] != letter), .start = diagonal.start};
        if (above.edits + 1 < best.edits)
            best = (struct alignment){.edits = above.edits + 1, .start = above.start};
        if (row[i - 1].edits + 1 < best.edits)
            best = (struct alignment){.edits = row[i - 1].edits + 1, .start = row[i - 1].start};
        diagonal = above;
        row[i] = best;
    }
    while (last > 0 && row[last].edits > limit)
        last--;
    *active = last;
}

static void find_edited_in(struct search *search, size_t index, const struct letters *quote, size_t limit)
{
    struct slice text = passage_text(search->passages, index);
    struct letters letters = letters_of(text);
    struct alignment *row = mem_new(quote->count + 1, sizeof *row);
    for (size_t i = 0; i <= quote->count; i++)
        row[i].edits = i;
    size_t active = limit < quote->count ? limit : quote->count;
    for (size_t at = 0; at < letters.count; at++) {
        align_letter(quote, letters.items[at], at, limit, row, &active);
        if (active == quote->count)
            consider(search, (struct candidate){.index = index,
                                                .start = utf8_byte(text, row[quote->count].start),
                                                .end = utf8_byte(text, at + 1),
                                                .edits = row[quote->count].edits});
    }
    free(row);
    free(letters.items);
}

static bool find_edited(struct search *search, struct place_in_text *where)
{
    struct letters quote = letters_of(slice_of(search->anchor->quote));
    size_t limit = quote.count * EDITS_PERCENT / 100;
    for (size_t i = 0; i < search->passages->count; i++)
        find_edited_in(search, i, &quote, limit);
    free(quote.items);
    if (search->found == 0 || !surroundings_agree(search))
        return false;
    *where = candidate_place(search, &search->best);
    return true;
}

bool anchor_find(const struct anchor *anchor, const struct passage_list *passages, struct place_in_text *where)
{
    struct search search = {.anchor = anchor, .passages = passages};
    search.context = utf8_count(slice_of(anchor->prefix)) + utf8_count(slice_of(anchor->suffix)) +
                     utf8_count(slice_of(anchor->before)) + utf8_count(slice_of(anchor->after));
    bool is_long = utf8_count(slice_of(anchor->quote)) >= LONG_QUOTE;
    if (find_exact(&search, is_long, where))
        return true;
    /* An exact quote in other surroundings is no better found by allowing edits. */
    return search.found == 0 && is_long && find_edited(&search, where);
}
