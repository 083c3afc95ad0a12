#include "passages.h"

#include "chuanda/memory.h"
#include "relays.h"
#include "set_phrases.h"

#include <stdint.h>
#include <stdlib.h>

static void release_index(void *data)
{
    struct passage_index *index = data;
    for (size_t i = 0; i < index->count; i++) {
        free(index->items[i].text);
        folded_free(&index->items[i].folded);
    }
    free(index->items);
    gram_index_free(&index->grams);
    word_breaker_free(&index->words);
    directive_list_free(&index->directives);
    free(index->relayed);
    free(index);
}

static int order(int64_t a, int64_t b)
{
    return a < b ? -1 : a > b;
}

static int by_place(const void *a, const void *b)
{
    const struct indexed_passage *left = a;
    const struct indexed_passage *right = b;
    int document = order(left->document, right->document);
    return document != 0 ? document : order((int64_t)left->line, (int64_t)right->line);
}

static int directives_by_place(const void *a, const void *b)
{
    const struct directive *left = a;
    const struct directive *right = b;
    int document = order(left->document, right->document);
    int line = document != 0 ? document : order((int64_t)left->where.line, (int64_t)right->where.line);
    return line != 0 ? line : order((int64_t)left->where.start, (int64_t)right->where.start);
}

static int by_ends(const void *a, const void *b)
{
    const struct relayed *left = a;
    const struct relayed *right = b;
    int from = order(left->from, right->from);
    return from != 0 ? from : order(left->to, right->to);
}

static bool add_passage(void *context, int64_t document, size_t line, struct slice text)
{
    struct passage_index *index = context;
    index->items = mem_grow(index->items, index->count, &index->capacity, sizeof *index->items);
    index->items[index->count++] =
        (struct indexed_passage){.document = document, .line = line, .text = mem_copy_bytes(text.bytes, text.length)};
    return true;
}

/* Gives each passage the directives that stand in it; both are sorted by place. */
static void share_out_directives(struct passage_index *index)
{
    size_t next = 0;
    for (size_t i = 0; i < index->count; i++) {
        struct indexed_passage *passage = &index->items[i];
        for (; next < index->directives.count; next++) {
            const struct directive *directive = &index->directives.items[next];
            struct indexed_passage here = {.document = directive->document, .line = directive->where.line};
            int side = by_place(&here, passage);
            if (side > 0)
                break;
            if (side == 0 && passage->directive_count++ == 0)
                passage->first_directive = next;
        }
    }
}

static enum status read_relayed(struct tracer *tracer, struct passage_index *index, struct problem *problem)
{
    const struct relay_list *relays;
    enum status status = tracer_relays(tracer, &relays, problem);
    for (size_t i = 0; status == STATUS_OK && i < relays->count; i++) {
        if (relays->items[i].to == 0)
            continue;
        index->relayed =
            mem_grow(index->relayed, index->relayed_count, &index->relayed_capacity, sizeof *index->relayed);
        index->relayed[index->relayed_count++] =
            (struct relayed){.from = relays->items[i].from, .to = relays->items[i].to};
    }
    if (index->relayed_count > 0)
        qsort(index->relayed, index->relayed_count, sizeof *index->relayed, by_ends);
    return status;
}

static enum status fill(struct tracer *tracer, struct passage_index *index, struct problem *problem)
{
    enum status status = library_each_passage(tracer->library, &tracer->scope, add_passage, index, problem);
    if (status == STATUS_OK)
        status = library_directives(tracer->library, &tracer->scope, 0, &index->directives, problem);
    if (status == STATUS_OK)
        status = read_relayed(tracer, index, problem);
    if (status != STATUS_OK)
        return status;
    if (index->count > 0)
        qsort(index->items, index->count, sizeof *index->items, by_place);
    if (index->directives.count > 0)
        qsort(index->directives.items, index->directives.count, sizeof *index->directives.items, directives_by_place);
    share_out_directives(index);
    struct set_phrases *phrases = set_phrases_new();
    for (size_t i = 0; i < index->count; i++) {
        fold_text(slice_of(index->items[i].text), FOLD_CHARACTERS, &index->items[i].folded);
        set_phrases_mark(phrases, &index->items[i].folded);
        gram_index_add(index->grams, &index->items[i].folded);
    }
    set_phrases_free(&phrases);
    gram_index_weigh(index->grams);
    return STATUS_OK;
}

enum status tracer_passages(struct tracer *tracer, const struct passage_index **index, struct problem *problem)
{
    struct passage_index *made = tracer_cache(tracer, CACHE_FOLLOW_UPS);
    if (made == NULL) {
        made = mem_new(1, sizeof *made);
        made->grams = gram_index_new();
        made->words = word_breaker_new();
        enum status status = fill(tracer, made, problem);
        if (status != STATUS_OK) {
            release_index(made);
            return status;
        }
        tracer_keep(tracer, CACHE_FOLLOW_UPS, made, release_index);
    }
    *index = made;
    return STATUS_OK;
}

/* The first folded character that comes from code point `place` or a later one. */
static size_t folded_from(const struct folded *folded, size_t place)
{
    size_t low = 0;
    for (size_t high = folded->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (folded->origin[middle] < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct folded passage_part(const struct indexed_passage *passage, size_t start, size_t end)
{
    const struct folded *folded = &passage->folded;
    size_t first = folded_from(folded, start);
    return (struct folded){.code_points = folded->code_points + first,
                           .origin = folded->origin + first,
                           .count = folded_from(folded, end) - first};
}

size_t passage_number(const struct passage_index *index, int64_t document, size_t line)
{
    struct indexed_passage key = {.document = document, .line = line};
    if (index->count == 0)
        return SIZE_MAX;
    const struct indexed_passage *found = bsearch(&key, index->items, index->count, sizeof *index->items, by_place);
    return found == NULL ? SIZE_MAX : (size_t)(found - index->items);
}

void passages_of(const struct passage_index *index, int64_t document, size_t *first, size_t *end)
{
    size_t low = 0;
    for (size_t high = index->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (index->items[middle].document < document)
            low = middle + 1;
        else
            high = middle;
    }
    *first = low;
    while (low < index->count && index->items[low].document == document)
        low++;
    *end = low;
}

static bool has_words(const struct folded *text, const struct folded *words)
{
    for (size_t i = 0; i + words->count <= text->count; i++) {
        size_t same = 0;
        while (same < words->count &&
               (text->code_points[i + same] & ~SET_PHRASE) == (words->code_points[same] & ~SET_PHRASE))
            same++;
        if (same == words->count)
            return true;
    }
    return false;
}

size_t passages_with(const struct passage_index *index, const struct folded *words)
{
    uint32_t *candidates;
    size_t count = gram_index_candidates(index->grams, words, &candidates);
    size_t with = 0;
    for (size_t i = 0; i < count; i++)
        with += has_words(&index->items[candidates[i]].folded, words);
    free(candidates);
    return with;
}

bool passage_index_relays(const struct passage_index *index, int64_t from, int64_t to)
{
    struct relayed key = {.from = from, .to = to};
    return index->relayed_count > 0 &&
           bsearch(&key, index->relayed, index->relayed_count, sizeof *index->relayed, by_ends) != NULL;
}
