#include "find.h"

#include "chuanda/memory.h"

#include <stdlib.h>
#include <string.h>

static void forget_folded(struct find *find)
{
    for (size_t i = 0; i < find->folded_count; i++)
        folded_free(&find->folded[i]);
    free(find->folded);
    find->folded = NULL;
    find->folded_count = 0;
}

static void fold_passages(struct find *find)
{
    if (find->folded != NULL)
        return;
    find->folded_count = find->passages->count;
    find->folded = mem_new(find->folded_count, sizeof *find->folded);
    for (size_t i = 0; i < find->folded_count; i++)
        fold_text(slice_of(find->passages->items[i].text), FOLD_SEARCH, &find->folded[i]);
}

static void find_in(struct find *find, size_t passage, const struct folded *needle)
{
    const struct folded *folded = &find->folded[passage];
    for (size_t at = 0; at + needle->count <= folded->count;) {
        if (memcmp(&folded->code_points[at], needle->code_points, needle->count * sizeof *needle->code_points) != 0) {
            at++;
            continue;
        }
        find->matches = mem_grow(find->matches, find->count, &find->capacity, sizeof *find->matches);
        find->matches[find->count++] = (struct place_in_text){.line = find->passages->items[passage].line,
                                                              .start = folded->origin[at],
                                                              .end = folded->origin[at + needle->count - 1] + 1};
        at += needle->count;
    }
}

static void look(struct find *find)
{
    find->count = 0;
    if (find->words == NULL || find->passages == NULL)
        return;
    struct folded needle = {0};
    fold_text(slice_of(find->words), FOLD_SEARCH, &needle);
    if (needle.count > 0) {
        fold_passages(find);
        for (size_t i = 0; i < find->passages->count; i++)
            find_in(find, i, &needle);
    }
    folded_free(&needle);
}

void find_set(struct find *find, const struct passage_list *passages)
{
    forget_folded(find);
    find->passages = passages;
    look(find);
}

void find_words(struct find *find, const char *words)
{
    char *copy = words == NULL || words[0] == '\0' ? NULL : mem_copy(words);
    free(find->words);
    find->words = copy;
    look(find);
}

void find_free(struct find *find)
{
    forget_folded(find);
    free(find->words);
    free(find->matches);
    *find = (struct find){0};
}

size_t find_behind(const struct find *find, size_t line, size_t code_point)
{
    size_t low = 0;
    size_t high = find->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct place_in_text *match = &find->matches[middle];
        if (match->line < line || (match->line == line && match->end <= code_point))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t find_from(const struct find *find, size_t line, size_t code_point)
{
    size_t at = find_behind(find, line, code_point);
    if (at < find->count && find->matches[at].line == line && find->matches[at].start < code_point)
        at++;
    if (find->count == 0)
        return SLICE_NONE;
    return at < find->count ? at : 0;
}

size_t find_at(const struct find *find, size_t line, size_t code_point)
{
    size_t at = find_behind(find, line, code_point);
    if (at == find->count || find->matches[at].line != line || find->matches[at].start > code_point)
        return SLICE_NONE;
    return at;
}
