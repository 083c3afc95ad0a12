/*
 * Alignment.  Every stretch of two or more characters that both texts have is
 * a seed; seeds that follow one another in both texts, with little between,
 * make a chain.  The heaviest chain is taken, then the heaviest of what is left:
 * so a clause that changed its place is found as a chain of its own.
 */
#include "align.h"

#include "chuanda/memory.h"
#include "runs.h"
#include "set_phrases.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { SHORTEST_SEED = 2, WIDEST_GAP = 20, SHORTEST_ADDITION = 2 };

/*
 * A seed of n characters weighs n - 1, and a gap takes a tenth for each of its
 * characters: 3 is what a clause of four characters weighs that stands alone.
 */
static const double gap_cost = 0.1;
static const double least_weight = 3;

/* A seed as the last of the best chain that ends with it; positions are those of the folded texts. */
struct link {
    struct run seed;
    double weight;
    size_t before; /* the link before it; SIZE_MAX: it is the first */
};

struct sides {
    const struct folded *upper, *local;
    bool *upper_taken, *local_taken; /* owned; lies in a run already */
};

static int by_upper_place(const void *a, const void *b)
{
    const struct run *left = a;
    const struct run *right = b;
    if (left->a_start != right->a_start)
        return left->a_start < right->a_start ? -1 : 1;
    return left->b_start < right->b_start ? -1 : left->b_start > right->b_start;
}

static size_t more(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* Is `first` wholly before `second` in both texts, with no more than a gap between? */
static bool follows(const struct run *first, const struct run *second)
{
    return first->a_end <= second->a_start && first->b_end <= second->b_start &&
           second->a_start - first->a_end <= WIDEST_GAP && second->b_start - first->b_end <= WIDEST_GAP;
}

/* Fills `links`, one for each seed, and returns the number of the heaviest; the seeds are sorted by_upper_place. */
static size_t chain_seeds(const struct run_list *seeds, size_t longest, struct link *links)
{
    size_t heaviest = 0;
    for (size_t i = 0; i < seeds->count; i++) {
        const struct run *seed = &seeds->items[i];
        links[i] = (struct link){.seed = *seed, .weight = (double)seed->length - 1, .before = SIZE_MAX};
        double own = links[i].weight;
        for (size_t k = i; k-- > 0 && links[k].seed.a_start + longest + WIDEST_GAP >= seed->a_start;) {
            const struct run *before = &links[k].seed;
            if (!follows(before, seed))
                continue;
            size_t gap = more(seed->a_start - before->a_end, seed->b_start - before->b_end);
            double weight = links[k].weight + own - gap_cost * (double)gap;
            if (weight > links[i].weight) {
                links[i].weight = weight;
                links[i].before = k;
            }
        }
        if (links[i].weight > links[heaviest].weight)
            heaviest = i;
    }
    return heaviest;
}

/* Of every seed the longest part that is in no run yet; those without one are dropped. */
static void keep_free(const struct sides *sides, struct run_list *seeds)
{
    size_t kept = 0;
    for (size_t i = 0; i < seeds->count; i++) {
        struct run whole = seeds->items[i];
        struct run best = {0};
        size_t start = 0;
        for (size_t k = 0; k <= whole.length; k++) {
            if (k < whole.length && !sides->upper_taken[whole.a_start + k] && !sides->local_taken[whole.b_start + k])
                continue;
            if (k - start > best.length)
                best = (struct run){.a_start = whole.a_start + start,
                                    .a_end = whole.a_start + k,
                                    .b_start = whole.b_start + start,
                                    .b_end = whole.b_start + k,
                                    .length = k - start};
            start = k + 1;
        }
        if (best.length >= SHORTEST_SEED)
            seeds->items[kept++] = best;
    }
    seeds->count = kept;
}

static void take(struct sides *sides, const struct run *run, struct alignment *alignment, size_t *capacity)
{
    memset(sides->upper_taken + run->a_start, true, run->length);
    memset(sides->local_taken + run->b_start, true, run->length);
    const uint32_t *upper = sides->upper->origin;
    const uint32_t *local = sides->local->origin;
    alignment->runs = mem_grow(alignment->runs, alignment->run_count, capacity, sizeof *alignment->runs);
    alignment->runs[alignment->run_count++] =
        (struct shared_run){.upper = {upper[run->a_start], upper[run->a_end - 1] + 1},
                            .local = {local[run->b_start], local[run->b_end - 1] + 1}};
}

static int by_local_place(const void *a, const void *b)
{
    const struct shared_run *left = a;
    const struct shared_run *right = b;
    return left->local.start < right->local.start ? -1 : left->local.start > right->local.start;
}

static void find_runs(struct sides *sides, struct alignment *alignment)
{
    struct run_list seeds = {0};
    size_t capacity = 0;
    runs_find_all(sides->upper, sides->local, SHORTEST_SEED, &seeds);
    struct link *links = mem_new(seeds.count, sizeof *links);
    while (seeds.count > 0) {
        size_t longest = 0;
        for (size_t i = 0; i < seeds.count; i++)
            longest = more(longest, seeds.items[i].length);
        qsort(seeds.items, seeds.count, sizeof *seeds.items, by_upper_place);
        size_t link = chain_seeds(&seeds, longest, links);
        if (links[link].weight < least_weight)
            break;
        for (; link != SIZE_MAX; link = links[link].before)
            take(sides, &links[link].seed, alignment, &capacity);
        keep_free(sides, &seeds);
    }
    if (alignment->run_count > 0)
        qsort(alignment->runs, alignment->run_count, sizeof *alignment->runs, by_local_place);
    free(links);
    run_list_free(&seeds);
}

static bool is_set_phrase(const struct folded *text, size_t i)
{
    return (text->code_points[i] & SET_PHRASE) != 0;
}

static void find_additions(const struct sides *sides, struct alignment *alignment)
{
    const struct folded *local = sides->local;
    size_t capacity = 0;
    size_t start = 0;
    for (size_t i = 0; i <= local->count; i++) {
        if (i < local->count && !sides->local_taken[i] && !is_set_phrase(local, i))
            continue;
        if (i - start >= SHORTEST_ADDITION) {
            alignment->added = mem_grow(alignment->added, alignment->added_count, &capacity, sizeof *alignment->added);
            alignment->added[alignment->added_count++] =
                (struct range){.start = local->origin[start], .end = local->origin[i - 1] + 1};
        }
        start = i + 1;
    }
}

static double share_taken_over(const struct sides *sides)
{
    size_t all[2] = {0};   /* characters of the upper text: others, of set phrases */
    size_t taken[2] = {0}; /* of these, those in runs */
    for (size_t i = 0; i < sides->upper->count; i++) {
        bool set = is_set_phrase(sides->upper, i);
        all[set]++;
        taken[set] += sides->upper_taken[i];
    }
    bool only_set = all[0] == 0;
    return all[only_set] == 0 ? 0 : (double)taken[only_set] / (double)all[only_set];
}

void align_folded(const struct folded *upper, const struct folded *local, struct alignment *alignment)
{
    *alignment = (struct alignment){0};
    struct sides sides = {.upper = upper, .local = local};
    sides.upper_taken = mem_new(upper->count, sizeof *sides.upper_taken);
    sides.local_taken = mem_new(local->count, sizeof *sides.local_taken);
    find_runs(&sides, alignment);
    find_additions(&sides, alignment);
    alignment->taken_over = share_taken_over(&sides);
    free(sides.upper_taken);
    free(sides.local_taken);
}

void alignment_make(struct slice upper, struct slice local, struct alignment *alignment)
{
    struct set_phrases *phrases = set_phrases_new();
    struct folded first, second;
    fold_text(upper, FOLD_CHARACTERS, &first);
    fold_text(local, FOLD_CHARACTERS, &second);
    set_phrases_mark(phrases, &first);
    set_phrases_mark(phrases, &second);
    align_folded(&first, &second, alignment);
    folded_free(&first);
    folded_free(&second);
    set_phrases_free(&phrases);
}

void alignment_free(struct alignment *alignment)
{
    free(alignment->runs);
    free(alignment->added);
    *alignment = (struct alignment){0};
}
