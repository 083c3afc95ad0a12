#include "demands.h"

#include "chuanda/memory.h"
#include "chuanda/numeral.h"
#include "chuanda/pattern.h"
#include "chuanda/utf8.h"
#include "demand_table.h"
#include "words.h"

#include <stdint.h>
#include <stdlib.h>

/* What is searched in a whole sentence without a modal verb, and the sign that each gives: first those for a demand. */
static const struct {
    const char *const *expression;
    enum sign sign;
} searched[] = {
    {&demand_request, SIGN_REQUEST}, {&demand_decision, SIGN_DECISION},   {&demand_assessment, SIGN_ASSESSMENT},
    {&demand_report, SIGN_REPORT},   {&demand_procedure, SIGN_PROCEDURE},
};
enum { SEARCHED_FOR = 2, PROCEDURE = 4 };
enum { SEARCHED = sizeof searched / sizeof *searched };

/* What each sign weighs; a demand needs DEMAND_WEIGHT. */
enum { DEMAND_WEIGHT = 4 };
static const struct {
    enum sign sign;
    int weight;
} weights[] = {
    {SIGN_MODAL, 20},    {SIGN_REQUEST, 20},    {SIGN_DECISION, 12}, {SIGN_IMPERATIVE, 3},
    {SIGN_ADDRESSEE, 2}, {SIGN_ASSESSMENT, -4}, {SIGN_REPORT, -4},   {SIGN_PROCEDURE, -6},
    {SIGN_DEMANDED, 1},  {SIGN_LED, 1},         {SIGN_REQUIRED, 3},  {SIGN_ARTICLE, 4},
    {SIGN_QUOTED, -24},  {SIGN_MEANS, 2},       {SIGN_ANSWERED, -3}, {SIGN_CARRIED, 2},
};

struct demand_rules {
    struct pattern *modal;
    struct pattern *quoted;
    struct pattern *searched[SEARCHED];
    struct pattern *norm;
    struct pattern *states;
    struct pattern *ordinals;
    struct pattern *counted;
    struct pattern *deadline;
    struct pattern *frame_tails;
    struct pattern *copula;
    struct word_set *verbs;
    struct word_set *knowing;
    struct word_set *adverbs;
    struct word_set *urging;
    struct word_set *links;
    struct word_set *frames;
    struct word_set *addressees;
    struct subject *sentence;
    struct subject *clause;
};

struct demand_rules *demand_rules_new(void)
{
    struct demand_rules *rules = mem_new(1, sizeof *rules);
    rules->modal = pattern_new(demand_modal);
    rules->quoted = pattern_new(demand_quoted);
    for (int i = 0; i < SEARCHED; i++)
        rules->searched[i] = pattern_new(*searched[i].expression);
    rules->norm = pattern_new(demand_norm);
    rules->states = pattern_new(demand_states);
    rules->ordinals = pattern_new(demand_ordinals);
    rules->counted = pattern_new(demand_counted);
    rules->deadline = pattern_new(demand_deadline);
    rules->frame_tails = pattern_new(demand_frame_tails);
    rules->copula = pattern_new(demand_copula);
    rules->verbs = word_set_new(demand_verbs);
    rules->knowing = word_set_new(demand_knowing);
    rules->urging = word_set_new(demand_urging);
    rules->adverbs = word_set_new(demand_adverbs);
    rules->links = word_set_new(demand_links);
    rules->frames = word_set_new(demand_frames);
    rules->addressees = word_set_new(demand_addressees);
    rules->sentence = subject_new(slice_of(""));
    rules->clause = subject_new(slice_of(""));
    return rules;
}

void demand_rules_free(struct demand_rules **rules)
{
    if (*rules == NULL)
        return;
    pattern_free(&(*rules)->modal);
    pattern_free(&(*rules)->quoted);
    for (int i = 0; i < SEARCHED; i++)
        pattern_free(&(*rules)->searched[i]);
    pattern_free(&(*rules)->norm);
    pattern_free(&(*rules)->states);
    pattern_free(&(*rules)->ordinals);
    pattern_free(&(*rules)->counted);
    pattern_free(&(*rules)->deadline);
    pattern_free(&(*rules)->frame_tails);
    pattern_free(&(*rules)->copula);
    word_set_free(&(*rules)->verbs);
    word_set_free(&(*rules)->knowing);
    word_set_free(&(*rules)->adverbs);
    word_set_free(&(*rules)->urging);
    word_set_free(&(*rules)->links);
    word_set_free(&(*rules)->frames);
    word_set_free(&(*rules)->addressees);
    subject_free(&(*rules)->sentence);
    subject_free(&(*rules)->clause);
    free(*rules);
    *rules = NULL;
}

/* What stands in a bracket is blotted out from `shortest` to `longest` code points: not （一）, not a speech in “”. */
enum { LONG_BRACKET = 400, SHORT_QUOTE = 16 };
static const struct {
    const char *open, *close;
    size_t shortest, longest;
} brackets[] = {
    {"《", "》", 1, LONG_BRACKET},
    {"（", "）", 4, LONG_BRACKET},
    {"(", ")", 4, LONG_BRACKET},
    {"“", "”", 1, SHORT_QUOTE},
};
enum { BRACKETS = sizeof brackets / sizeof *brackets };

/*
 * Where the bracket that opens before `position` closes; SLICE_NONE: nowhere
 * near, or what it holds stays.  `next_close`: the next that closes one of its
 * kind, kept from call to call so that a passage is searched once.
 */
static size_t closing(struct slice passage, size_t position, size_t bracket, size_t *next_close)
{
    if (*next_close < position)
        *next_close = slice_find(passage, slice_of(brackets[bracket].close), position);
    if (*next_close == SLICE_NONE || *next_close - position > 4 * brackets[bracket].longest)
        return SLICE_NONE;
    struct slice inner = slice_part(passage, position, *next_close);
    size_t characters = utf8_count(inner);
    bool speech = brackets[bracket].longest == SHORT_QUOTE && slice_has(inner, "。"); /* “我们要守住。” */
    if (characters < brackets[bracket].shortest || characters > brackets[bracket].longest || speech)
        return SLICE_NONE;
    return *next_close;
}

static void add_blots(struct slice inner, struct buffer *masked)
{
    for (size_t position = 0; position < inner.length;) {
        size_t start = position;
        utf8_next(inner, &position);
        if (position - start == 3)
            buffer_add_text(masked, "〇");
        else
            for (size_t i = start; i < position; i++)
                buffer_add_text(masked, "0");
    }
}

void demand_mask(struct slice passage, struct buffer *masked)
{
    size_t next_close[BRACKETS] = {0};
    buffer_clear(masked);
    for (size_t position = 0; position < passage.length;) {
        size_t start = position;
        utf8_next(passage, &position);
        struct slice mark = slice_part(passage, start, position);
        buffer_add(masked, mark);
        for (size_t i = 0; i < BRACKETS; i++) {
            size_t close = slice_equal(mark, slice_of(brackets[i].open)) ? closing(passage, position, i, &next_close[i])
                                                                         : SLICE_NONE;
            if (close == SLICE_NONE)
                continue;
            add_blots(slice_part(passage, position, close), masked);
            position = close;
            break;
        }
    }
}

size_t demand_ordinal(struct demand_rules *rules, struct slice words)
{
    struct match match;
    subject_set(rules->clause, words);
    return pattern_at(rules->ordinals, rules->clause, 0, &match) ? match.group[0].end : 0;
}

bool demand_clause(struct slice words, size_t *position, struct slice *clause)
{
    if (*position >= words.length)
        return false;
    size_t start = *position;
    size_t end = start;
    while (*position < words.length) {
        end = *position;
        uint32_t c = utf8_next(words, position);
        if (c == 0xFF0C || c == ',' || c == 0xFF1A || c == ':' || c == 0xFF1B || c == ';')
            break;
        end = *position;
    }
    *clause = slice_part(words, start, end);
    return true;
}

int demand_number(struct demand_rules *rules, struct slice words, size_t *position)
{
    enum { CIRCLED_ONE = 0x2460, CIRCLED_TWENTY = 0x2473 };
    struct match match;
    size_t length = demand_ordinal(rules, words);
    if (length == 0) {
        if (!pattern_at(rules->counted, rules->clause, 0, &match))
            return 0;
        length = match.group[0].end;
    }
    *position += length;
    for (size_t at = 0; at < length;) {
        long number;
        if (numeral_read(words, at, &number) > 0)
            return (int)number;
        uint32_t c = utf8_next(words, &at);
        if (c >= CIRCLED_ONE && c <= CIRCLED_TWENTY)
            return (int)(c - CIRCLED_ONE + 1);
    }
    return 0;
}

/* Moves behind all words of a set that stand one after the other. */
static size_t skip(const struct word_set *set, struct slice text, size_t at)
{
    size_t length;
    while ((length = word_set_at(set, text, at)) > 0)
        at += length;
    return at;
}

enum beginning { BEGINS_SUBJECT, BEGINS_FRAME, BEGINS_VERB };

/* With what a clause begins, by its first words. */
static enum beginning first_words(struct demand_rules *rules, struct slice clause, bool *knowing)
{
    struct match by_when;
    size_t start = skip(rules->links, clause, 0);
    subject_set(rules->clause, slice_part(clause, start, clause.length));
    if (pattern_at(rules->deadline, rules->clause, 0, &by_when))
        start += by_when.group[0].end;
    if (start == clause.length)
        return BEGINS_FRAME;
    struct slice rest = slice_part(clause, start, clause.length);
    if (slice_starts(rest, slice_of("把")) || slice_starts(rest, slice_of("将")))
        return BEGINS_VERB;
    size_t at = 0;
    size_t urged = word_set_at(rules->urging, rest, 0);
    bool verb = urged > 0 && urged < rest.length && !slice_starts(slice_part(rest, urged, rest.length), slice_of("的"));
    for (size_t length = 1; length > 0; at += length) {
        verb |= word_set_at(rules->verbs, rest, at) > 0;
        *knowing |= word_set_at(rules->knowing, rest, at) > 0;
        length = word_set_at(rules->adverbs, rest, at);
    }
    if (verb || at == rest.length)
        return BEGINS_VERB;
    if (word_set_at(rules->frames, rest, at) > 0)
        return at > 0 ? BEGINS_VERB : BEGINS_FRAME; /* 继续按…给予 */
    return BEGINS_SUBJECT;
}

/* The same of a whole clause: 汛期来临之前 is a circumstance, too. */
static enum beginning beginning_of(struct demand_rules *rules, struct slice clause, bool *knowing)
{
    struct match match;
    enum beginning beginning = first_words(rules, clause, knowing);
    subject_set(rules->clause, clause);
    if (beginning == BEGINS_SUBJECT && pattern_find(rules->frame_tails, rules->clause, 0, &match))
        return BEGINS_FRAME;
    return beginning;
}

bool demand_opens(struct demand_rules *rules, struct slice words)
{
    bool knowing = false;
    return first_words(rules, words, &knowing) != BEGINS_SUBJECT;
}

bool demand_begins(struct demand_rules *rules, struct slice clause)
{
    bool knowing = false;
    size_t ordinal = demand_ordinal(rules, clause);
    return beginning_of(rules, slice_part(clause, ordinal, clause.length), &knowing) != BEGINS_SUBJECT;
}

bool demand_is_circumstance(struct demand_rules *rules, struct slice clause)
{
    struct match match;
    size_t links = skip(rules->links, clause, 0);
    if (links == clause.length)
        return true;
    subject_set(rules->clause, clause);
    return word_set_at(rules->frames, clause, links) > 0 && pattern_find(rules->frame_tails, rules->clause, 0, &match);
}

size_t demand_aside(struct demand_rules *rules, struct slice words)
{
    size_t at = 0;
    for (size_t before = SLICE_NONE; at != before;) {
        before = at;
        at = skip(rules->adverbs, words, skip(rules->links, words, at));
    }
    return at < words.length && word_set_at(rules->frames, words, at) > 0 ? words.length : at;
}

size_t demand_links_of(struct demand_rules *rules, struct slice clause)
{
    return skip(rules->links, clause, 0);
}

bool demand_tells_procedure(struct demand_rules *rules, struct slice words)
{
    struct match match;
    subject_set(rules->clause, words);
    return pattern_find(rules->searched[PROCEDURE], rules->clause, 0, &match);
}

size_t demand_modal_in(struct demand_rules *rules, struct slice words)
{
    struct match match;
    subject_set(rules->clause, words);
    return pattern_find(rules->modal, rules->clause, 0, &match) ? match.group[0].start : SLICE_NONE;
}

/* 加强监管是…的关键; 制定规划，是…的举措: the verb at the start is only the subject of 是. */
static bool says_what_is(struct demand_rules *rules, struct slice words, size_t position, struct slice clause)
{
    struct match match;
    subject_set(rules->clause, clause);
    if (pattern_find(rules->copula, rules->clause, 0, &match))
        return true;
    while (demand_clause(words, &position, &clause)) {
        subject_set(rules->clause, slice_trim(clause));
        if (pattern_at(rules->copula, rules->clause, 0, &match))
            return true;
    }
    return false;
}

/* Does a verb of doing stand in the words behind byte `at`? Of two characters at least: 抓 may be anything. */
static bool does_something(struct demand_rules *rules, struct slice words, size_t at)
{
    for (; at < words.length; (void)utf8_next(words, &at))
        if (word_set_at(rules->verbs, words, at) > 3)
            return true;
    return false;
}

/* 以…保障…: does a clause that begins with a preposition go on to something that is to be done? */
static bool does_by_means(struct demand_rules *rules, struct slice clause)
{
    size_t at = skip(rules->links, clause, 0);
    return word_set_at(rules->frames, clause, at) > 0 && does_something(rules, clause, at + sizeof "以" - 1);
}

/* Looks at the clauses up to the first that is more than a circumstance. */
static unsigned clause_signs(struct demand_rules *rules, struct slice words)
{
    struct slice clause;
    size_t position = 0;
    bool by_means = false;
    while (demand_clause(words, &position, &clause)) {
        clause = slice_trim(clause);
        bool knowing = false;
        enum beginning beginning = beginning_of(rules, clause, &knowing);
        if (beginning == BEGINS_FRAME) {
            by_means = by_means || does_by_means(rules, clause);
            continue;
        }
        if (beginning == BEGINS_SUBJECT)
            return word_set_at(rules->addressees, clause, skip(rules->links, clause, 0)) == 0
                       ? 0
                       : SIGN_ADDRESSEE |
                             (says_what_is(rules, words, position, clause) ? (unsigned)SIGN_ASSESSMENT : 0);
        if (knowing)
            return SIGN_IMPERATIVE;
        return SIGN_IMPERATIVE | (says_what_is(rules, words, position, clause) ? (unsigned)SIGN_ASSESSMENT : 0);
    }
    return by_means ? SIGN_MEANS : 0;
}

static unsigned search(struct demand_rules *rules, int from, int to)
{
    unsigned signs = 0;
    struct match match;
    for (int i = from; i < to; i++)
        if (pattern_find(rules->searched[i], rules->sentence, 0, &match))
            signs |= searched[i].sign;
    return signs;
}

/* Is the demand whose modal verb stands at `modal` only told of: 总书记多次作出指示，要求各地要…? */
static bool quoted(struct demand_rules *rules, size_t modal)
{
    struct match match;
    return pattern_find(rules->quoted, rules->sentence, 0, &match) && match.group[0].end <= modal;
}

/* Does the sentence tell what is so? */
static bool tells(struct demand_rules *rules)
{
    struct match match;
    return pattern_find(rules->states, rules->sentence, 0, &match) ||
           pattern_find(rules->copula, rules->sentence, 0, &match);
}

/* In a row of demands, does a sentence carry them on: does it lay a measure down, or have something done? */
static bool carries_on(struct demand_rules *rules, struct slice words)
{
    struct match match;
    return pattern_find(rules->norm, rules->sentence, 0, &match) || does_something(rules, words, 0);
}

unsigned demand_signs(struct demand_rules *rules, struct slice words, unsigned place)
{
    struct match modal;
    words = slice_trim(words);
    size_t ordinal = demand_ordinal(rules, words);
    words = slice_part(words, ordinal, words.length);
    subject_set(rules->sentence, words);
    if (pattern_find(rules->modal, rules->sentence, 0, &modal))
        return place | SIGN_MODAL | (quoted(rules, modal.group[0].start) ? (unsigned)SIGN_QUOTED : 0);
    unsigned signs = place | search(rules, 0, SEARCHED_FOR) | clause_signs(rules, words);
    bool may_carry_on = (place & SIGN_DEMANDED) && (place & SIGN_LED);
    if (!demand_holds(signs) && !may_carry_on && !(signs & SIGN_ADDRESSEE))
        return signs;
    bool own = signs & (SIGN_IMPERATIVE | SIGN_REQUEST | SIGN_DECISION | SIGN_REQUIRED | SIGN_ARTICLE);
    if (!own && tells(rules))
        return signs & ~(unsigned)SIGN_ADDRESSEE;
    if (!demand_holds(signs) && may_carry_on && carries_on(rules, words))
        signs |= SIGN_CARRIED;
    return demand_holds(signs) ? signs | search(rules, SEARCHED_FOR, SEARCHED) : signs;
}

bool demand_holds(unsigned signs)
{
    int sum = 0;
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++)
        if (signs & weights[i].sign)
            sum += weights[i].weight;
    return sum >= DEMAND_WEIGHT;
}
