#include "runs.h"

#include "chuanda/memory.h"
#include "set_phrases.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

void run_list_free(struct run_list *list)
{
    free(list->items);
    *list = (struct run_list){0};
}

/* Longest first; among equals in the order of the first text. */
static int by_length(const void *a, const void *b)
{
    const struct run *left = a;
    const struct run *right = b;
    if (left->length != right->length)
        return left->length > right->length ? -1 : 1;
    if (left->a_start != right->a_start)
        return left->a_start < right->a_start ? -1 : 1;
    return left->b_start < right->b_start ? -1 : left->b_start > right->b_start;
}

static void add(struct run_list *list, struct run run)
{
    list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = run;
}

/* The places of a text by character, so that only equal ones are compared. */
enum { CHAINS = 256 };
static size_t chain_of(uint32_t code_point)
{
    return (code_point & ~SET_PHRASE) % CHAINS;
}

static void chain(const struct folded *text, size_t heads[static CHAINS], size_t *next)
{
    for (size_t i = 0; i < CHAINS; i++)
        heads[i] = SLICE_NONE;
    for (size_t i = text->count; i-- > 0;) {
        size_t *head = &heads[chain_of(text->code_points[i])];
        next[i] = *head;
        *head = i;
    }
}

/* A set phrase's character counts as the same only where set phrases are compared too. */
static bool same(const struct folded *a, size_t i, const struct folded *b, size_t k, bool set_phrases)
{
    if (i >= a->count || k >= b->count)
        return false;
    uint32_t mark = (a->code_points[i] | b->code_points[k]) & SET_PHRASE;
    return (a->code_points[i] | SET_PHRASE) == (b->code_points[k] | SET_PHRASE) && (set_phrases || mark == 0);
}

/* Every run that cannot be made longer, in positions of the folded texts. */
static void find_all(const struct folded *a, const struct folded *b, size_t shortest, bool set_phrases,
                     struct run_list *all)
{
    size_t heads[CHAINS];
    size_t *next = mem_new(b->count, sizeof *next);
    chain(b, heads, next);
    for (size_t i = 0; i < a->count; i++) {
        for (size_t k = heads[chain_of(a->code_points[i])]; k != SLICE_NONE; k = next[k]) {
            if (i > 0 && k > 0 && same(a, i - 1, b, k - 1, set_phrases))
                continue; /* within a run that was found already */
            size_t run = 0;
            while (same(a, i + run, b, k + run, set_phrases))
                run++;
            if (run >= shortest)
                add(all, (struct run){.a_start = i, .a_end = i + run, .b_start = k, .b_end = k + run, .length = run});
        }
    }
    free(next);
}

void runs_find_all(const struct folded *a, const struct folded *b, size_t shortest, struct run_list *list)
{
    list->count = 0;
    find_all(a, b, shortest, true, list);
}

static bool is_free(const bool *taken, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (taken[i])
            return false;
    return true;
}

/* Cuts what is taken already from both ends of a run. */
static struct run trimmed(struct run run, const bool *a_taken, const bool *b_taken)
{
    while (run.length > 0 && (a_taken[run.a_start] || b_taken[run.b_start])) {
        run.a_start++;
        run.b_start++;
        run.length--;
    }
    while (run.length > 0 && (a_taken[run.a_end - 1] || b_taken[run.b_end - 1])) {
        run.a_end--;
        run.b_end--;
        run.length--;
    }
    return run;
}

void runs_find(const struct folded *a, const struct folded *b, size_t shortest, struct run_list *list)
{
    struct run_list all = {0};
    find_all(a, b, shortest, false, &all);
    if (all.count > 0)
        qsort(all.items, all.count, sizeof *all.items, by_length);
    bool *a_taken = mem_new(a->count, sizeof *a_taken);
    bool *b_taken = mem_new(b->count, sizeof *b_taken);
    list->count = 0;
    for (size_t i = 0; i < all.count; i++) {
        struct run run = trimmed(all.items[i], a_taken, b_taken);
        if (run.length < shortest || !is_free(a_taken, run.a_start, run.a_end) ||
            !is_free(b_taken, run.b_start, run.b_end))
            continue;
        memset(a_taken + run.a_start, true, run.length);
        memset(b_taken + run.b_start, true, run.length);
        add(list, (struct run){.a_start = a->origin[run.a_start],
                               .a_end = a->origin[run.a_end - 1] + 1,
                               .b_start = b->origin[run.b_start],
                               .b_end = b->origin[run.b_end - 1] + 1,
                               .length = run.length});
    }
    if (list->count > 0)
        qsort(list->items, list->count, sizeof *list->items, by_length);
    free(a_taken);
    free(b_taken);
    run_list_free(&all);
}
