#include "grounds.h"

#include "align.h"
#include "chuanda/memory.h"
#include "chuanda/sentence.h"
#include "chuanda/utf8.h"
#include "chuanda/words.h"
#include "runs.h"

#include <stdlib.h>
#include <string.h>

/*
 * A shared phrase: runs of at least so many characters, and rarer than
 * boilerplate is.  Short ones count where there are no longer ones, and single
 * words (房屋, 校车) where there are none at all: a paraphrase has only those.
 */
static const struct {
    size_t shortest, most;
    double rarity;
    bool word; /* it must be one in the local text */
} phrases[] = {{4, SIZE_MAX, 0.4, false}, {3, 3, 0.4, false}, {2, 3, 0.5, true}};
enum { PHRASES = sizeof phrases / sizeof *phrases };

/* From which share of a directive's wording on a passage takes it over, and rewords it. */
static const double verbatim = 0.7;
static const double reworded = 0.35;

/* The sentence of a passage that is most like a directive. */
static struct place_in_text best_sentence(const struct passage_index *index, const struct indexed_passage *passage,
                                          const struct gram_vector *directive)
{
    struct slice text = slice_of(passage->text);
    struct place_in_text best = {.line = passage->line, .start = 0, .end = utf8_count(text)};
    double most = 0;
    size_t end = 0;
    size_t counted = 0; /* bytes up to `end` */
    struct slice sentence;
    for (size_t position = 0; sentence_next(text, true, &position, &sentence);) {
        size_t start = end + utf8_count(slice_part(text, counted, (size_t)(sentence.bytes - text.bytes)));
        end = start + utf8_count(sentence);
        counted = position;
        struct folded words = passage_part(passage, start, end);
        struct gram_vector vector = gram_index_measure(index->grams, &words);
        double likeness = gram_cosine(directive, &vector);
        gram_vector_free(&vector);
        if (likeness <= most)
            continue;
        most = likeness;
        struct slice trimmed = slice_trim(sentence);
        best.start = start + utf8_count(slice_part(sentence, 0, (size_t)(trimmed.bytes - sentence.bytes)));
        best.end = best.start + utf8_count(trimmed);
    }
    return best;
}

/* 做到“两个维护: with the mark that closes it, where that comes next. */
static struct slice with_closing_mark(struct slice text, struct slice words)
{
    static const char *const marks[][2] = {{"“", "”"}, {"《", "》"}, {"（", "）"}};
    struct slice rest = slice_part(text, (size_t)(words.bytes - text.bytes) + words.length, text.length);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t opened = SLICE_NONE;
        for (size_t at = 0; (at = slice_find(words, slice_of(marks[i][0]), at)) != SLICE_NONE; at++)
            opened = at;
        bool open = opened != SLICE_NONE && slice_find(words, slice_of(marks[i][1]), opened) == SLICE_NONE;
        if (open && slice_starts(rest, slice_of(marks[i][1])))
            words.length += strlen(marks[i][1]);
    }
    return words;
}

/* The longest part of a run's local words that crosses no end of a sentence or clause. */
static struct slice local_words(struct slice text, const struct run *run)
{
    struct slice words = slice_part(text, utf8_byte(text, run->b_start), utf8_byte(text, run->b_end));
    struct slice longest = slice_part(words, 0, 0);
    size_t start = 0;
    for (size_t position = 0; position <= words.length;) {
        size_t end = position;
        uint32_t mark = position < words.length ? utf8_next(words, &position) : 0x3002;
        if (end == words.length)
            position++;
        if (mark != 0x3002 && mark != 0xFF1B && mark != 0xFF0C && mark != 0xFF01 && mark != 0xFF1F)
            continue;
        if (end - start > longest.length)
            longest = slice_part(words, start, end);
        start = position;
    }
    struct slice modal = slice_of("要");
    if (slice_starts(longest, modal)) /* it is no part of what is demanded */
        longest = slice_part(longest, modal.length, longest.length);
    return with_closing_mark(text, longest);
}

static bool is_word(const struct passage_index *index, const struct indexed_passage *passage, struct slice phrase)
{
    size_t start = (size_t)(phrase.bytes - passage->text);
    return word_is(index->tracer->words, slice_of(passage->text), start, start + phrase.length);
}

static bool has_phrase(const struct follow_up *follow_up, struct slice phrase)
{
    for (size_t i = 0; i < follow_up->shared_count; i++)
        if (slice_equal(slice_of(follow_up->shared[i].text), phrase))
            return true;
    return false;
}

/* Does a phrase say why, as phrases[sort] has it?  If so, it is looked up. */
static bool is_reason(const struct passage_index *index, const struct indexed_passage *passage, size_t sort,
                      struct slice phrase, struct shared_phrase *shared)
{
    if (utf8_count(phrase) < phrases[sort].shortest || (phrases[sort].word && !is_word(index, passage, phrase)))
        return false;
    struct folded folded;
    fold_text(phrase, FOLD_CHARACTERS, &folded);
    bool rare = gram_index_rarity(index->grams, &folded) >= phrases[sort].rarity;
    if (rare)
        *shared = (struct shared_phrase){.text = mem_copy_bytes(phrase.bytes, phrase.length),
                                         .passages = passages_with(index, &folded)};
    folded_free(&folded);
    return rare;
}

/* Adds the shared runs of the sort phrases[sort] that are no boilerplate. */
static void add_shared(const struct passage_index *index, const struct folded *words,
                       const struct indexed_passage *passage, size_t sort, struct follow_up *follow_up)
{
    struct run_list runs = {0};
    size_t capacity = 0;
    runs_find(words, &passage->folded, phrases[sort].shortest, &runs);
    for (size_t i = 0; i < runs.count && follow_up->shared_count < phrases[sort].most; i++) {
        struct slice phrase = local_words(slice_of(passage->text), &runs.items[i]);
        struct shared_phrase shared;
        if (has_phrase(follow_up, phrase) || !is_reason(index, passage, sort, phrase, &shared))
            continue;
        follow_up->shared = mem_grow(follow_up->shared, follow_up->shared_count, &capacity, sizeof *follow_up->shared);
        follow_up->shared[follow_up->shared_count++] = shared;
    }
    run_list_free(&runs);
}

const char *follow_up_class_name(enum follow_up_class class)
{
    static const char *const names[] = {"verbatim", "reworded", "substance"};
    return names[class];
}

const char *follow_up_class_label(enum follow_up_class class)
{
    static const char *const labels[] = {"原文", "改写", "要点"};
    return labels[class];
}

static enum follow_up_class class_of(double taken_over)
{
    return taken_over >= verbatim ? CLASS_VERBATIM : taken_over >= reworded ? CLASS_REWORDED : CLASS_SUBSTANCE;
}

/* What `local` adds to the words above within the place that takes them up. */
static void add_additions(const struct alignment *alignment, struct follow_up *follow_up)
{
    follow_up->added = mem_new(alignment->added_count, sizeof *follow_up->added);
    for (size_t i = 0; i < alignment->added_count; i++) {
        struct range added = alignment->added[i];
        if (added.start < follow_up->where.start)
            added.start = follow_up->where.start;
        if (added.end > follow_up->where.end)
            added.end = follow_up->where.end;
        if (added.end >= added.start + 2)
            follow_up->added[follow_up->added_count++] = added;
    }
}

/* Says in which words `local` takes a directive up, and what it adds. */
static void compare_words(const struct grounds *grounds, const struct indexed_passage *local,
                          struct follow_up *follow_up)
{
    struct alignment alignment;
    align_folded(&grounds->words, &local->folded, &alignment);
    add_additions(&alignment, follow_up);
    alignment_free(&alignment);
    align_folded(&grounds->directive, &local->folded, &alignment);
    follow_up->class = class_of(alignment.taken_over);
    alignment_free(&alignment);
}

/* Adds the shared phrases, the best sort that there is. */
static void add_reasons(const struct passage_index *index, const struct grounds *grounds,
                        const struct indexed_passage *local, struct follow_up *follow_up)
{
    for (size_t sort = 0; sort < PHRASES && follow_up->shared_count == 0; sort++)
        add_shared(index, &grounds->words, local, sort, follow_up);
}

/* Says where and how the passage takes up what is demanded. */
static void place(const struct passage_index *index, const struct grounds *grounds, const struct indexed_passage *local,
                  struct follow_up *follow_up)
{
    follow_up->where = best_sentence(index, local, grounds->vector);
    compare_words(grounds, local, follow_up);
}

bool grounds_explain(const struct passage_index *index, const struct grounds *grounds,
                     const struct indexed_passage *local, struct follow_up *follow_up)
{
    add_reasons(index, grounds, local, follow_up);
    if (follow_up->shared_count == 0)
        return false;
    place(index, grounds, local, follow_up);
    return true;
}

void grounds_describe(const struct passage_index *index, const struct grounds *grounds,
                      const struct indexed_passage *local, struct follow_up *follow_up)
{
    add_reasons(index, grounds, local, follow_up);
    place(index, grounds, local, follow_up);
}
