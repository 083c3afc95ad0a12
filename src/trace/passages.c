#include "passages.h"

#include "chuanda/memory.h"
#include "relays.h"
#include "set_phrases.h"

#include <stdint.h>
#include <stdlib.h>

/*
 * In how many passages the bigrams stand together by which candidates are found:
 * some hundred passages of a hundred bigrams each.  Most are rare.
 */
enum { MOST_POSTINGS = 1500 };

static void release_index(void *data)
{
    struct passage_index *index = data;
    for (size_t i = 0; i < index->count; i++) {
        free(index->items[i].text);
        folded_free(&index->items[i].folded);
    }
    free(index->items);
    gram_index_free(&index->grams);
    directive_list_free(&index->directives);
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

/* The bigrams of a text, each once. */
struct bigrams {
    struct bigram *items; /* owned */
    size_t *passages;     /* owned: in how many passages of the library each stands */
    size_t count;
};

static int compare_bigrams(const void *a, const void *b)
{
    const struct bigram *left = a, *right = b;
    if (left->first != right->first)
        return left->first < right->first ? -1 : 1;
    return left->second < right->second ? -1 : left->second > right->second;
}

static struct bigrams bigrams_of(const char *text)
{
    struct folded folded;
    fold_text(slice_of(text), FOLD_CHARACTERS, &folded);
    struct bigrams bigrams = {.items = mem_new(folded.count, sizeof *bigrams.items),
                              .passages = mem_new(folded.count, sizeof *bigrams.passages)};
    size_t count = folded.count < 2 ? 0 : folded.count - 1;
    for (size_t i = 0; i < count; i++)
        bigrams.items[i] = (struct bigram){folded.code_points[i], folded.code_points[i + 1]};
    folded_free(&folded);
    if (count > 0)
        qsort(bigrams.items, count, sizeof *bigrams.items, compare_bigrams);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || compare_bigrams(&bigrams.items[i], &bigrams.items[i - 1]) != 0)
            bigrams.items[bigrams.count++] = bigrams.items[i];
    }
    return bigrams;
}

/* Moves the rarest to the front, until they stand in MOST_POSTINGS passages; how many those are. */
static size_t rarest_first(struct bigrams *bigrams)
{
    size_t taken = 0;
    for (size_t postings = 0; taken < bigrams->count && postings < MOST_POSTINGS; taken++) {
        size_t rarest = taken;
        for (size_t i = taken + 1; i < bigrams->count; i++)
            rarest = bigrams->passages[i] < bigrams->passages[rarest] ? i : rarest;
        struct bigram bigram = bigrams->items[rarest];
        size_t passages = bigrams->passages[rarest];
        bigrams->items[rarest] = bigrams->items[taken];
        bigrams->passages[rarest] = bigrams->passages[taken];
        bigrams->items[taken] = bigram;
        bigrams->passages[taken] = passages;
        postings += passages;
    }
    return taken;
}

/* Adds the passages that share rare bigrams with a text. */
static enum status read_around(struct passage_index *index, const char *text, struct problem *problem)
{
    struct tracer *tracer = index->tracer;
    struct bigrams bigrams = bigrams_of(text);
    enum status status =
        library_count_bigrams(tracer->library, bigrams.items, bigrams.count, bigrams.passages, problem);
    if (status == STATUS_OK) {
        gram_index_tell(index->grams, bigrams.items, bigrams.count, bigrams.passages, tracer->in_all);
        status = library_passages_with(tracer->library, &tracer->scope, bigrams.items, rarest_first(&bigrams),
                                       add_passage, index, problem);
    }
    free(bigrams.items);
    free(bigrams.passages);
    return status;
}

static bool has_passage(const struct passage_index *index, struct passage_place place)
{
    for (size_t i = 0; i < index->count; i++)
        if (index->items[i].document == place.document && index->items[i].line == place.line)
            return true;
    return false;
}

/* Adds a passage, and where it is the one asked about, those around it. */
static enum status read_passage(struct passage_index *index, struct passage_place place, bool around,
                                struct problem *problem)
{
    struct passage_list passages = {0};
    enum status status = library_passages(index->tracer->library, place.document, &passages, problem);
    for (size_t i = 0; status == STATUS_OK && i < passages.count; i++) {
        const struct passage *passage = &passages.items[i];
        if (passage->line != place.line)
            continue;
        if (around)
            status = read_around(index, passage->text, problem);
        if (!has_passage(index, place))
            (void)add_passage(index, place.document, place.line, slice_of(passage->text));
    }
    passage_list_free(&passages);
    return status;
}

static enum status fill_around(struct passage_index *index, struct problem *problem)
{
    enum status status = read_passage(index, index->about, true, problem);
    if (status == STATUS_OK && index->with.document != 0)
        status = read_passage(index, index->with, false, problem);
    for (size_t i = 0; status == STATUS_OK && i < index->count; i++)
        status = library_directives_at(index->tracer->library, index->items[i].document, index->items[i].line,
                                       &index->directives, problem);
    return status;
}

static enum status fill_whole(struct passage_index *index, struct problem *problem)
{
    struct tracer *tracer = index->tracer;
    enum status status = library_each_passage(tracer->library, &tracer->scope, add_passage, index, problem);
    if (status == STATUS_OK)
        status = library_directives(tracer->library, &tracer->scope, 0, &index->directives, problem);
    return status;
}

/* What was read is put in order and measured. */
static void make_ready(struct passage_index *index)
{
    if (index->count > 0)
        qsort(index->items, index->count, sizeof *index->items, by_place);
    if (index->directives.count > 0)
        qsort(index->directives.items, index->directives.count, sizeof *index->directives.items, directives_by_place);
    share_out_directives(index);
    for (size_t i = 0; i < index->count; i++) {
        fold_text(slice_of(index->items[i].text), FOLD_CHARACTERS, &index->items[i].folded);
        set_phrases_mark(index->tracer->phrases, &index->items[i].folded);
        gram_index_add(index->grams, &index->items[i].folded);
    }
    gram_index_weigh(index->grams);
}

static bool same_place(struct passage_place a, struct passage_place b)
{
    return a.document == b.document && a.line == b.line;
}

/* What the cache holds, where it answers the question; it is dropped where it does not. */
static struct passage_index *kept_index(struct tracer *tracer, struct passage_place about, struct passage_place with)
{
    struct passage_index *index = tracer_cache(tracer, CACHE_FOLLOW_UPS);
    if (index == NULL || index->about.document == 0)
        return index;
    if (same_place(index->about, about) && (with.document == 0 || has_passage(index, with)))
        return index;
    tracer_drop(tracer, CACHE_FOLLOW_UPS);
    return NULL;
}

/* Once, for counting takes as long as there are passages. */
static enum status count_passages(struct tracer *tracer, struct problem *problem)
{
    if (tracer->in_all > 0)
        return STATUS_OK;
    enum status status = library_count_passages(tracer->library, &tracer->scope, &tracer->in_scope, problem);
    return status == STATUS_OK ? library_count_passages(tracer->library, NULL, &tracer->in_all, problem) : status;
}

enum status tracer_passages(struct tracer *tracer, struct passage_place about, struct passage_place with,
                            const struct passage_index **index, struct problem *problem)
{
    *index = kept_index(tracer, about, with);
    if (*index != NULL)
        return STATUS_OK;
    enum status status = count_passages(tracer, problem);
    struct passage_index *made = mem_new(1, sizeof *made);
    made->tracer = tracer;
    made->grams = gram_index_new();
    if (tracer->in_scope > tracer->held_most) {
        made->about = about;
        made->with = with;
    }
    if (status == STATUS_OK)
        status = made->about.document == 0 ? fill_whole(made, problem) : fill_around(made, problem);
    if (status != STATUS_OK) {
        release_index(made);
        return status;
    }
    make_ready(made);
    tracer_keep(tracer, CACHE_FOLLOW_UPS, made, release_index);
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
