#include "words.h"

#include "chuanda/memory.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Of the first three bytes, a Chinese character. */
enum { STARTS = 1024 };

struct word_set {
    struct slice *words; /* sorted by their bytes */
    size_t count;
    size_t capacity;
    size_t longest;      /* bytes */
    bool begins[STARTS]; /* by the hash of their first bytes: most places of a text begin none */
};

static size_t hash_of_start(const char *bytes, size_t length)
{
    size_t hash = (unsigned char)bytes[0];
    for (size_t i = 1; i < length && i < 3; i++)
        hash = hash * 33 ^ (unsigned char)bytes[i];
    return hash % STARTS;
}

static int compare_words(const void *a, const void *b)
{
    const struct slice *left = a;
    const struct slice *right = b;
    size_t common = left->length < right->length ? left->length : right->length;
    int order = memcmp(left->bytes, right->bytes, common);
    if (order != 0)
        return order;
    return left->length < right->length ? -1 : left->length > right->length;
}

static void add_line(struct word_set *set, const char *line)
{
    while (*line != '\0') {
        size_t length = strcspn(line, " ");
        set->words = mem_grow(set->words, set->count, &set->capacity, sizeof *set->words);
        set->words[set->count++] = (struct slice){.bytes = line, .length = length};
        set->begins[hash_of_start(line, length)] = true;
        if (length > set->longest)
            set->longest = length;
        line += length;
        line += *line == ' ';
    }
}

struct word_set *word_set_new(const char *const *lines)
{
    struct word_set *set = mem_new(1, sizeof *set);
    for (; *lines != NULL; lines++)
        add_line(set, *lines);
    if (set->count > 0)
        qsort(set->words, set->count, sizeof *set->words, compare_words);
    return set;
}

void word_set_free(struct word_set **set)
{
    if (*set == NULL)
        return;
    free((*set)->words);
    free(*set);
    *set = NULL;
}

size_t word_set_at(const struct word_set *set, struct slice text, size_t at)
{
    size_t length = text.length - at < set->longest ? text.length - at : set->longest;
    if (length == 0 || !set->begins[hash_of_start(text.bytes + at, length)])
        return 0;
    for (; length > 0; length--) {
        if (at + length < text.length && ((unsigned char)text.bytes[at + length] & 0xC0) == 0x80)
            continue; /* within a character */
        struct slice key = slice_part(text, at, at + length);
        if (bsearch(&key, set->words, set->count, sizeof *set->words, compare_words) != NULL)
            return length;
    }
    return 0;
}
