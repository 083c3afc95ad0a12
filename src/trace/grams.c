#include "grams.h"

#include "chuanda/memory.h"
#include "set_phrases.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

/* Units that more than this share of the passages has (and more than a few) say nothing. */
static const double too_common = 0.3;
static const double a_few = 5;

/* What a character weighs beside a bigram: a paraphrase has more of these left. */
static const double character_weight = 0.7;

#define NO_TERM UINT32_MAX

/* The passages that have a unit. */
struct posting {
    uint32_t passage;
    float weight;
};

struct term {
    uint64_t unit;     /* a bigram, or a single character: see bigram_at, character_at */
    uint32_t passages; /* how many have it, of those of the index */
    size_t told;       /* of all, see gram_index_tell */
    size_t last;       /* in the last of them: which item of the vector it is */
    double rarity;     /* its inverse document frequency; set by gram_index_weigh, as is the next */
    size_t first_posting;
    size_t posting_count; /* `passages`, or 0 where they are too many to say anything */
};

struct gram_index {
    size_t all;                  /* see gram_index_tell; 0: the index has all passages */
    size_t told_count;           /* the first so many terms are those that were told of */
    struct gram_vector *vectors; /* of the passages; weights are counts until gram_index_weigh */
    size_t count, capacity;
    struct term *terms;
    size_t term_count, term_capacity;
    uint32_t *slots; /* a hash table of term numbers; NO_TERM: free */
    size_t slot_count;
    struct posting *postings; /* by term */
};

struct gram_index *gram_index_new(void)
{
    return mem_new(1, sizeof(struct gram_index));
}

void gram_vector_free(struct gram_vector *vector)
{
    free(vector->items);
    *vector = (struct gram_vector){0};
}

void gram_index_free(struct gram_index **index)
{
    if (*index == NULL)
        return;
    for (size_t i = 0; i < (*index)->count; i++)
        gram_vector_free(&(*index)->vectors[i]);
    free((*index)->vectors);
    free((*index)->terms);
    free((*index)->slots);
    free((*index)->postings);
    free(*index);
    *index = NULL;
}

/* The slot in which a bigram is or would be. */
static size_t slot_of(const struct gram_index *index, uint64_t unit)
{
    size_t mask = index->slot_count - 1;
    size_t slot = (size_t)((unit * 0x9E3779B97F4A7C15U) >> 20) & mask;
    while (index->slots[slot] != NO_TERM && index->terms[index->slots[slot]].unit != unit)
        slot = (slot + 1) & mask;
    return slot;
}

static void grow_slots(struct gram_index *index)
{
    index->slot_count = index->slot_count == 0 ? 1024 : index->slot_count * 2;
    index->slots = mem_resize(index->slots, index->slot_count, sizeof *index->slots);
    for (size_t i = 0; i < index->slot_count; i++)
        index->slots[i] = NO_TERM;
    for (size_t i = 0; i < index->term_count; i++)
        index->slots[slot_of(index, index->terms[i].unit)] = (uint32_t)i;
}

static uint32_t find_term(const struct gram_index *index, uint64_t unit)
{
    return index->slot_count == 0 ? (uint32_t)NO_TERM : index->slots[slot_of(index, unit)];
}

static uint32_t intern(struct gram_index *index, uint64_t unit)
{
    uint32_t term = find_term(index, unit);
    if (term != NO_TERM)
        return term;
    if (index->term_count * 2 >= index->slot_count)
        grow_slots(index);
    index->terms = mem_grow(index->terms, index->term_count, &index->term_capacity, sizeof *index->terms);
    term = (uint32_t)index->term_count++;
    index->terms[term] = (struct term){.unit = unit};
    index->slots[slot_of(index, unit)] = term;
    return term;
}

static int by_term(const void *a, const void *b)
{
    const struct gram *left = a;
    const struct gram *right = b;
    return left->term < right->term ? -1 : left->term > right->term;
}

static uint64_t bigram_at(const struct folded *folded, size_t i)
{
    return (uint64_t)(folded->code_points[i] & ~SET_PHRASE) << 32 | (folded->code_points[i + 1] & ~SET_PHRASE);
}

/* No bigram is so small a number. */
static uint64_t character_at(const struct folded *folded, size_t i)
{
    return folded->code_points[i] & ~SET_PHRASE;
}

static bool is_character(uint64_t unit)
{
    return unit >> 32 == 0;
}

/* Sorts the grams by term and adds up those of one term. */
static struct gram_vector gather(struct gram *grams, size_t count)
{
    size_t kept = 0;
    if (count > 0)
        qsort(grams, count, sizeof *grams, by_term);
    for (size_t i = 0; i < count; i++) {
        if (kept > 0 && grams[kept - 1].term == grams[i].term)
            grams[kept - 1].weight += grams[i].weight;
        else
            grams[kept++] = grams[i];
    }
    return (struct gram_vector){.items = grams, .count = kept};
}

void gram_index_tell(struct gram_index *index, const struct bigram *bigrams, size_t count, const size_t *passages,
                     size_t all)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t term = intern(index, (uint64_t)bigrams[i].first << 32 | bigrams[i].second);
        index->terms[term].told = passages[i];
    }
    index->told_count = index->term_count;
    index->all = all;
}

/* Counts a unit of the passage that is being added. */
static void count_unit(struct gram_index *index, uint64_t unit, struct gram_vector *vector)
{
    uint32_t number = intern(index, unit);
    struct term *term = &index->terms[number];
    if (term->last < vector->count && vector->items[term->last].term == number) {
        vector->items[term->last].weight += 1;
        return;
    }
    term->last = vector->count;
    term->passages++;
    vector->items[vector->count++] = (struct gram){.term = number, .weight = 1};
}

void gram_index_add(struct gram_index *index, const struct folded *text)
{
    struct gram_vector vector = {.items = mem_new(2 * text->count, sizeof *vector.items)};
    for (size_t i = 0; i < text->count; i++) {
        count_unit(index, character_at(text, i), &vector);
        if (i + 1 < text->count)
            count_unit(index, bigram_at(text, i), &vector);
    }
    index->vectors = mem_grow(index->vectors, index->count, &index->capacity, sizeof *index->vectors);
    index->vectors[index->count++] = vector;
}

/* Of how many passages the index speaks. */
static double all_of(const struct gram_index *index)
{
    return (double)(index->all > 0 ? index->all : index->count);
}

static double rarity_of(const struct gram_index *index, double passages)
{
    return log((all_of(index) + 1) / (passages + 0.5));
}

/* In how many of all passages a term stands; of characters nobody tells, so that those at hand speak for all. */
static double passages_of_term(const struct gram_index *index, const struct term *term)
{
    if (index->all == 0)
        return term->passages;
    return is_character(term->unit) ? (double)term->passages * all_of(index) / (double)index->count
                                    : (double)term->told;
}

/* From counts to weights; leaves out what is too common. */
static void weigh(const struct gram_index *index, struct gram_vector *vector)
{
    double most = fmax(a_few, too_common * all_of(index));
    double sum = 0;
    size_t kept = 0;
    for (size_t i = 0; i < vector->count; i++) {
        struct gram gram = vector->items[i];
        const struct term *term = &index->terms[gram.term];
        if (passages_of_term(index, term) > most || term->rarity <= 0)
            continue;
        double weight = (gram.weight > 1 ? 1 + log((double)gram.weight) : 1) * term->rarity;
        if (is_character(term->unit))
            weight *= character_weight;
        sum += weight * weight;
        gram.weight = (float)weight;
        vector->items[kept++] = gram;
    }
    vector->count = kept;
    vector->norm = sqrt(sum);
}

/* Puts the bigrams of every passage into the order of their numbers: by way of the postings, which needs no sorting. */
static void order_vectors(struct gram_index *index)
{
    for (size_t i = 0; i < index->count; i++)
        index->vectors[i].count = 0;
    for (size_t i = 0; i < index->term_count; i++) {
        for (size_t k = 0; k < index->terms[i].posting_count; k++) {
            struct posting posting = index->postings[index->terms[i].first_posting + k];
            struct gram_vector *vector = &index->vectors[posting.passage];
            vector->items[vector->count++] = (struct gram){.term = (uint32_t)i, .weight = posting.weight};
        }
    }
}

/* How rare what was told of is on the whole: the root of the mean square, since it stands for what is added up so. */
static double usual_rarity(const struct gram_index *index)
{
    double sum = 0;
    for (size_t i = 0; i < index->told_count; i++)
        sum += pow(rarity_of(index, (double)index->terms[i].told), 2);
    return index->told_count == 0 ? 1 : sqrt(sum / (double)index->told_count);
}

void gram_index_weigh(struct gram_index *index)
{
    size_t total = 0;
    double usual = usual_rarity(index);
    for (size_t i = 0; i < index->term_count; i++) {
        struct term *term = &index->terms[i];
        bool known = index->all == 0 || i < index->told_count || is_character(term->unit);
        term->rarity = known ? rarity_of(index, passages_of_term(index, term)) : usual;
        term->first_posting = total;
        total += term->passages;
    }
    index->postings = mem_new(total, sizeof *index->postings);
    for (size_t i = 0; i < index->count; i++) {
        struct gram_vector *vector = &index->vectors[i];
        weigh(index, vector);
        for (size_t k = 0; k < vector->count; k++) {
            struct term *term = &index->terms[vector->items[k].term];
            index->postings[term->first_posting + term->posting_count++] =
                (struct posting){.passage = (uint32_t)i, .weight = vector->items[k].weight};
        }
    }
    order_vectors(index);
}

const struct gram_vector *gram_index_vector(const struct gram_index *index, size_t passage)
{
    return &index->vectors[passage];
}

struct gram_vector gram_index_measure(const struct gram_index *index, const struct folded *text)
{
    struct gram *grams = mem_new(2 * text->count, sizeof *grams);
    size_t count = 0;
    for (size_t i = 0; i < text->count; i++) {
        uint32_t terms[2] = {find_term(index, character_at(text, i)), (uint32_t)NO_TERM};
        if (i + 1 < text->count)
            terms[1] = find_term(index, bigram_at(text, i));
        for (size_t k = 0; k < 2; k++)
            if (terms[k] != NO_TERM)
                grams[count++] = (struct gram){.term = terms[k], .weight = 1};
    }
    struct gram_vector vector = gather(grams, count);
    weigh(index, &vector);
    return vector;
}

double gram_cosine(const struct gram_vector *a, const struct gram_vector *b)
{
    double sum = 0;
    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        if (a->items[i].term == b->items[k].term)
            sum += (double)a->items[i++].weight * (double)b->items[k++].weight;
        else if (a->items[i].term < b->items[k].term)
            i++;
        else
            k++;
    }
    return sum > 0 ? sum / (a->norm * b->norm) : 0;
}

void gram_index_compare(const struct gram_index *index, const struct gram_vector *vector, double *similarity)
{
    for (size_t i = 0; i < index->count; i++)
        similarity[i] = 0;
    for (size_t i = 0; i < vector->count; i++) {
        const struct term *term = &index->terms[vector->items[i].term];
        for (size_t k = term->first_posting; k < term->first_posting + term->posting_count; k++)
            similarity[index->postings[k].passage] +=
                (double)vector->items[i].weight * (double)index->postings[k].weight;
    }
    for (size_t i = 0; i < index->count; i++)
        if (similarity[i] > 0)
            similarity[i] /= vector->norm * index->vectors[i].norm;
}

double gram_index_rarity(const struct gram_index *index, const struct folded *phrase)
{
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i + 1 < phrase->count; i++, count++) {
        uint32_t term = find_term(index, bigram_at(phrase, i));
        sum += term == NO_TERM ? rarity_of(index, 0) : index->terms[term].rarity;
    }
    double highest = rarity_of(index, 1);
    return count == 0 || highest <= 0 ? 0 : fmax(0, fmin(1, sum / (double)count / highest));
}

size_t gram_index_candidates(const struct gram_index *index, const struct folded *phrase, uint32_t **passages)
{
    const struct term *rarest = NULL;
    *passages = NULL;
    for (size_t i = 0; i + 1 < phrase->count; i++) {
        uint32_t term = find_term(index, bigram_at(phrase, i));
        if (term == NO_TERM)
            return 0;
        if (rarest == NULL || index->terms[term].passages < rarest->passages)
            rarest = &index->terms[term];
    }
    bool all = rarest != NULL && rarest->posting_count == 0;
    size_t count = rarest == NULL ? 0 : all ? index->count : rarest->posting_count;
    *passages = mem_new(count, sizeof **passages);
    for (size_t i = 0; i < count; i++)
        (*passages)[i] = all ? (uint32_t)i : index->postings[rarest->first_posting + i].passage;
    return count;
}
