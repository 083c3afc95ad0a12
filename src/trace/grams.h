/*
 * How alike two passages are: the cosine of their character bigrams and single
 * characters, each weighed by how few passages have it (inverse document frequency), so
 * that phrases that stand everywhere count for nothing.  Pure: folded texts
 * (FOLD_CHARACTERS) in, numbers out.
 */
#ifndef TRACE_GRAMS_H
#define TRACE_GRAMS_H

#include "chuanda/fold.h"
#include "chuanda/library.h"

#include <stdint.h>

struct gram {
    uint32_t term; /* the number of a bigram or character in an index */
    float weight;
};

/* The bigrams and characters of a text, by number. */
struct gram_vector {
    struct gram *items; /* owned */
    size_t count;
    double norm; /* 0: the text has none that counts */
};
void gram_vector_free(struct gram_vector *vector);

/* From 0 (nothing in common) to 1. */
double gram_cosine(const struct gram_vector *a, const struct gram_vector *b);

struct gram_index;
struct gram_index *gram_index_new(void);
void gram_index_free(struct gram_index **index);

/*
 * For an index of some passages out of many: the `number`th of these bigrams
 * stands in passages[number] passages of `all`.  Other bigrams are taken to be as
 * rare as these are on the whole; characters are counted in the passages at hand.  Before gram_index_add.
 */
void gram_index_tell(struct gram_index *index, const struct bigram *bigrams, size_t count, const size_t *passages,
                     size_t all);

/* Adds a passage; passages are numbered from 0. Not after gram_index_weigh. */
void gram_index_add(struct gram_index *index, const struct folded *text);

/* Weighs what was added; the functions below may be called then. */
void gram_index_weigh(struct gram_index *index);

const struct gram_vector *gram_index_vector(const struct gram_index *index, size_t passage);

/* The vector of any text, by the index's weights; freed with gram_vector_free. */
struct gram_vector gram_index_measure(const struct gram_index *index, const struct folded *text);

/* Writes the cosine with every passage to similarity[0 …], in the order in which they were added. */
void gram_index_compare(const struct gram_index *index, const struct gram_vector *vector, double *similarity);

/*
 * How rare a phrase is: the mean inverse document frequency of its bigrams as
 * a share of the highest possible, 0 (everywhere) to 1 (nowhere else).
 */
double gram_index_rarity(const struct gram_index *index, const struct folded *phrase);

/*
 * The passages that may have a phrase of two or more characters: those that have its rarest bigram.  Fills `passages`
 * (owned by the caller) in order, and returns how many.
 */
size_t gram_index_candidates(const struct gram_index *index, const struct folded *phrase, uint32_t **passages);

#endif
