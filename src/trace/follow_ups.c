/*
 * Follow-ups.  Two passages are compared as wholes, for a local meeting takes
 * up a paragraph, not a sentence; the directive that heads the upper
 * passage stands for all of it, and so does the one that is most like the local passage;
 * each other has the share that its own words have.
 * That the local document relays the other, and speaks of it where the passage
 * stands, is independent evidence and multiplies the likeness.  What scores too little
 * takes nothing up.
 */
#include "passages.h"

#include "chuanda/memory.h"
#include "discussed.h"
#include "grounds.h"
#include "links.h"
#include "relays.h"

#include <math.h>
#include <stdlib.h>

/* What likeness is worth in a document that relays the other, and once more in a passage that speaks of it. */
static const double relayed_weight = 1.5;
static const double discussed_weight = 1.5;

/* The characters of a passage of usual length, and the power with which the likeness of any two grows with theirs. */
static const double usual_length = 100;
static const double length_share = 0.25;

/*
 * The score is the share of pairs of such a likeness that are right (docs/follow-ups.md): half of them at `even`; the
 * odds grow with the power `steepness`.
 */
static const double even = 0.118;
static const double steepness = 2.4;
static const double least_score = 0.37;

/* A question: which library, and what is known of it. */
struct question {
    const struct passage_index *index;
    const struct document_list *documents;
    double *similarity; /* owned; of each passage to the one in question */
};

static enum status ask(struct tracer *tracer, struct passage_place about, struct question *question,
                       struct problem *problem)
{
    const struct relay_list *relays;
    *question = (struct question){0};
    enum status status = tracer_documents(tracer, &question->documents, problem);
    if (status == STATUS_OK)
        status = tracer_relays_of(tracer, about.document, &relays, problem);
    if (status == STATUS_OK)
        status = tracer_passages(tracer, about, (struct passage_place){0}, &question->index, problem);
    if (status == STATUS_OK)
        question->similarity = mem_new(question->index->count, sizeof *question->similarity);
    return status;
}

/*
 * Can `local` take up what `upper` demands: is it of a lower level, not
 * earlier, and within its place?  A body may pass on what one of its own level
 * has decided (the county's government the county's committee).
 */
static bool admissible(const struct document *upper, const struct document *local, bool relays)
{
    if (upper == NULL || local == NULL || local->level < upper->level || (local->level == upper->level && !relays))
        return false;
    if (date_complete(upper->date) && date_complete(local->date) && date_compare(local->date, upper->date) < 0)
        return false;
    if (upper->place == NULL || relays)
        return true;
    return local->place != NULL && slice_starts(slice_of(local->place), slice_of(upper->place));
}

/* A title that names a document does not take it up. */
static bool in_title(const struct document *document, size_t line)
{
    return line < document->first_line + document->title_lines;
}

/*
 * How alike two passages are by chance, as a multiple of what two of a usual
 * length are: long ones share more of the words that all of them have.
 */
static double by_chance(const struct indexed_passage *upper, const struct indexed_passage *local)
{
    double characters = (double)upper->folded.count * (double)local->folded.count;
    return pow(characters / (usual_length * usual_length), length_share / 2);
}

static double score_at(double likeness)
{
    double odds = pow(likeness / even, steepness);
    return odds / (1 + odds);
}

/* The score of a passage that takes up another, by number; 0: it does not. */
static double score_of(const struct question *question, size_t upper, size_t local, double similarity, bool *relays)
{
    const struct indexed_passage *above = &question->index->items[upper];
    const struct indexed_passage *below = &question->index->items[local];
    struct tracer *tracer = question->index->tracer;
    if (similarity <= 0 || above->directive_count == 0)
        return 0;
    double likeness = similarity / by_chance(above, below);
    if (score_at(likeness * relayed_weight * discussed_weight) < least_score)
        return 0;
    *relays = tracer_refers(tracer, below->document, above->document);
    const struct document *document = documents_find(question->documents, below->document);
    if (!admissible(documents_find(question->documents, above->document), document, *relays) ||
        in_title(document, below->line))
        return 0;
    likeness *= *relays ? relayed_weight : 1;
    if (*relays && tracer_discusses(tracer, below->document, below->line, above->document))
        likeness *= discussed_weight;
    double score = score_at(likeness);
    return score < least_score ? 0 : score;
}

/* Adds a follow-up, unless nothing says why: then it is none. */
static bool append(const struct passage_index *index, const struct grounds *grounds,
                   const struct indexed_passage *local, struct follow_up follow_up, struct follow_up_list *list)
{
    follow_up.document = local->document;
    if (!grounds_explain(index, grounds, local, &follow_up))
        return false;
    list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = follow_up;
    return true;
}

/* Of the directives of a passage: their words, and how like the local passage each is. */
struct shares {
    struct folded *words;        /* owned; what they point to is the passage's */
    struct gram_vector *vectors; /* owned */
    double *likeness;            /* owned */
    size_t count;
};

static struct shares shares_new(const struct passage_index *index, const struct indexed_passage *upper)
{
    struct shares shares = {.count = upper->directive_count};
    shares.words = mem_new(shares.count, sizeof *shares.words);
    shares.vectors = mem_new(shares.count, sizeof *shares.vectors);
    shares.likeness = mem_new(shares.count, sizeof *shares.likeness);
    for (size_t i = 0; i < shares.count; i++) {
        struct place_in_text where = index->directives.items[upper->first_directive + i].where;
        shares.words[i] = passage_part(upper, where.start, where.end);
        shares.vectors[i] = gram_index_measure(index->grams, &shares.words[i]);
    }
    return shares;
}

static void shares_free(struct shares *shares)
{
    for (size_t i = 0; i < shares->count; i++)
        gram_vector_free(&shares->vectors[i]);
    free(shares->words);
    free(shares->vectors);
    free(shares->likeness);
}

/* How like the local passage each directive is; the number of the one that is most so. */
static size_t most_alike(const struct gram_vector *local, struct shares *shares)
{
    size_t most = 0;
    for (size_t i = 0; i < shares->count; i++) {
        shares->likeness[i] = gram_cosine(&shares->vectors[i], local);
        if (shares->likeness[i] > shares->likeness[most])
            most = i;
    }
    return most;
}

/* Adds the directives of `upper` that `local` takes up; `only`: this one alone, 0: all. */
static void add_pair(const struct question *question, size_t upper, size_t local, double similarity, int64_t only,
                     struct shares *shares, struct follow_up_list *list)
{
    const struct passage_index *index = question->index;
    bool relays = false;
    double score = score_of(question, upper, local, similarity, &relays);
    if (score <= 0)
        return;
    size_t most = most_alike(gram_index_vector(index->grams, local), shares);
    for (size_t i = 0; i < shares->count; i++) {
        const struct directive *directive = &index->directives.items[index->items[upper].first_directive + i];
        struct grounds grounds = {shares->words[i], shares->words[i], &shares->vectors[i]};
        bool for_all = i == 0 || i == most;
        double share = shares->likeness[i] > 0 ? shares->likeness[i] / shares->likeness[most] : 0;
        double own = for_all ? score : score * share;
        struct follow_up follow_up = {.directive = directive->id, .score = own, .relays = relays};
        if (own < least_score || (only != 0 && only != directive->id))
            continue;
        if (!append(index, &grounds, &index->items[local], follow_up, list) && for_all) {
            grounds.words = index->items[upper].folded;
            grounds.vector = gram_index_vector(index->grams, upper);
            (void)append(index, &grounds, &index->items[local], follow_up, list);
        }
    }
}

/* Adds what takes up the directives of a passage. */
static void add_follow_ups(const struct question *question, size_t upper, int64_t only, struct follow_up_list *list)
{
    const struct passage_index *index = question->index;
    if (index->items[upper].directive_count == 0)
        return;
    gram_index_compare(index->grams, gram_index_vector(index->grams, upper), question->similarity);
    struct shares shares = shares_new(index, &index->items[upper]);
    for (size_t local = 0; local < index->count; local++)
        add_pair(question, upper, local, question->similarity[local], only, &shares, list);
    shares_free(&shares);
}

static int compare_numbers(double a, double b)
{
    return a < b ? -1 : a > b;
}

/* Those that relay first, then by score; then by place, so that the order is always the same. */
static int best_first(const void *a, const void *b)
{
    const struct follow_up *left = a;
    const struct follow_up *right = b;
    if (left->relays != right->relays)
        return left->relays ? -1 : 1;
    if (left->score != right->score)
        return compare_numbers(right->score, left->score);
    if (left->document != right->document)
        return left->document < right->document ? -1 : 1;
    return compare_numbers((double)left->where.line, (double)right->where.line);
}

static int by_score(const void *a, const void *b)
{
    const struct follow_up *left = a;
    const struct follow_up *right = b;
    if (left->score != right->score)
        return compare_numbers(right->score, left->score);
    return left->directive < right->directive ? -1 : left->directive > right->directive;
}

static int by_directive(const void *a, const void *b)
{
    const struct follow_up *left = a;
    const struct follow_up *right = b;
    if (left->directive != right->directive)
        return left->directive < right->directive ? -1 : 1;
    return best_first(a, b);
}

static void sort(struct follow_up_list *list, int (*order)(const void *, const void *))
{
    if (list->count > 0)
        qsort(list->items, list->count, sizeof *list->items, order);
}

/* The user has the last word. */
static enum status finish(struct tracer *tracer, struct follow_up_question question, struct follow_up_list *list,
                          int (*order)(const void *, const void *), struct problem *problem)
{
    enum status status = links_of_follow_ups(tracer, question, list, problem);
    sort(list, order);
    return status;
}

/* Adds what takes up the directives of a passage. */
static enum status find_follow_ups(struct tracer *tracer, struct passage_place about, int64_t only,
                                   struct follow_up_list *list, struct problem *problem)
{
    struct question question;
    enum status status = ask(tracer, about, &question, problem);
    if (status != STATUS_OK)
        return status;
    size_t upper = passage_number(question.index, about.document, about.line);
    if (upper != SIZE_MAX)
        add_follow_ups(&question, upper, only, list);
    free(question.similarity);
    return STATUS_OK;
}

enum status trace_follow_ups(struct tracer *tracer, int64_t directive, struct follow_up_list *list,
                             struct problem *problem)
{
    tracer_begin(tracer);
    struct directive asked = {0};
    enum status status = library_directive(tracer->library, directive, &asked, problem);
    if (status == STATUS_OK)
        status =
            find_follow_ups(tracer, (struct passage_place){asked.document, asked.where.line}, directive, list, problem);
    directive_free(&asked);
    if (status != STATUS_OK)
        return status == STATUS_NOTHING ? STATUS_OK : status;
    return finish(tracer, (struct follow_up_question){.asked = ASKED_DIRECTIVE, .directive = directive}, list,
                  best_first, problem);
}

enum status trace_document_follow_ups(struct tracer *tracer, int64_t document, struct follow_up_list *list,
                                      struct problem *problem)
{
    tracer_begin(tracer);
    struct directive_list directives = {0};
    enum status status = library_directives(tracer->library, &tracer->scope, document, &directives, problem);
    for (size_t i = 0; status == STATUS_OK && i < directives.count; i++) {
        const struct directive *directive = &directives.items[i];
        bool again =
            i > 0 && directive[-1].document == directive->document && directive[-1].where.line == directive->where.line;
        if (!again)
            status = find_follow_ups(tracer, (struct passage_place){directive->document, directive->where.line}, 0,
                                     list, problem);
    }
    directive_list_free(&directives);
    if (status != STATUS_OK)
        return status;
    return finish(tracer, (struct follow_up_question){.asked = ASKED_DOCUMENT, .document = document}, list,
                  by_directive, problem);
}

enum status trace_taken_up(struct tracer *tracer, int64_t document, size_t line, struct follow_up_list *list,
                           struct problem *problem)
{
    tracer_begin(tracer);
    struct question question;
    enum status status = ask(tracer, (struct passage_place){document, line}, &question, problem);
    if (status != STATUS_OK)
        return status;
    const struct passage_index *index = question.index;
    size_t local = passage_number(index, document, line);
    if (local != SIZE_MAX)
        gram_index_compare(index->grams, gram_index_vector(index->grams, local), question.similarity);
    for (size_t upper = 0; local != SIZE_MAX && upper < index->count; upper++) {
        bool relays;
        if (score_of(&question, upper, local, question.similarity[upper], &relays) <= 0)
            continue;
        struct shares shares = shares_new(index, &index->items[upper]);
        add_pair(&question, upper, local, question.similarity[upper], 0, &shares, list);
        shares_free(&shares);
    }
    free(question.similarity);
    return finish(tracer, (struct follow_up_question){.asked = ASKED_PASSAGE, .document = document, .line = line}, list,
                  by_score, problem);
}

void follow_up_list_free(struct follow_up_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        for (size_t k = 0; k < list->items[i].shared_count; k++)
            free(list->items[i].shared[k].text);
        free(list->items[i].shared);
        free(list->items[i].added);
    }
    free(list->items);
    *list = (struct follow_up_list){0};
}
