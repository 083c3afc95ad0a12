/* Directives: the passages of a document, sentence by sentence, with the lead that is in force. */
#include "parser.h"

#include "chuanda/memory.h"
#include "chuanda/pattern.h"
#include "chuanda/sentence.h"
#include "chuanda/utf8.h"
#include "demands.h"
#include "leads.h"

#include <stdlib.h>

struct directive_rules {
    struct demand_rules *demands;
    struct lead_rules *leads;
    struct pattern *residue; /* what a converted file leaves before a passage: marks of Word's, tags */
    struct pattern *closed;  /* ends as a sentence does */
    struct subject *line;
    struct buffer masked;
};

/* A line without a stop at its end is a heading, a by-line, a signature, if it is no longer than this (code points). */
enum { HEADING_LINE = 70 };

/* 一是强化责任。: a numbered sentence of at most this length with others behind it is the heading of its passage. */
enum { HEADING_SENTENCE = 26 };

/* What is longer than this without a stop is no sentence (bytes). */
enum { LONGEST_SENTENCE = 9000 };

struct directive_rules *directive_rules_new(void)
{
    struct directive_rules *rules = mem_new(1, sizeof *rules);
    rules->demands = demand_rules_new();
    rules->leads = lead_rules_new();
    rules->residue = pattern_new("(?:\\s|\\[(?:bookmark|image)[^\\]]*\\]|</?[a-z]+>)*");
    rules->closed = pattern_new("[。！？；：!?;:…](?:[”’」』）)》]|</?[a-z]+>)*$");
    rules->line = subject_new(slice_of(""));
    return rules;
}

void directive_rules_free(struct directive_rules **rules)
{
    if (*rules == NULL)
        return;
    demand_rules_free(&(*rules)->demands);
    lead_rules_free(&(*rules)->leads);
    pattern_free(&(*rules)->residue);
    pattern_free(&(*rules)->closed);
    subject_free(&(*rules)->line);
    buffer_free(&(*rules)->masked);
    free(*rules);
    *rules = NULL;
}

/* Where the reading of a document stands. */
struct progress {
    struct reading *reading;
    size_t document;
    size_t line;               /* 1-based */
    struct slice text;         /* of the line */
    struct utf8_cursor cursor; /* behind the last directive's start in it */
    char *lead;                /* owned; in force; NULL: none */
    unsigned lead_sign;        /* what it makes of the items that it numbers: 会议决定：（1）…；（2）… */
    bool articles;             /* the articles of a policy have begun */
    bool demanded;             /* the last sentence of this passage was a demand */
    bool any;                  /* the passage has a lead or a demand of its own */
};

static void append(struct progress *progress, size_t start, size_t end)
{
    struct parsed *parsed = progress->reading->parsed;
    parsed->directives =
        mem_grow(parsed->directives, parsed->directive_count, &parsed->directive_capacity, sizeof *parsed->directives);
    struct slice words = slice_part(progress->text, start, end);
    size_t before = utf8_count_on(progress->text, start, &progress->cursor);
    parsed->directives[parsed->directive_count++] = (struct directive){
        .document = (int64_t)progress->document,
        .where = {.line = progress->line, .start = before, .end = before + utf8_count(words)},
        .text = mem_copy_bytes(words.bytes, words.length),
        .lead = mem_copy(progress->lead),
    };
}

static void set_lead(struct progress *progress, struct slice words)
{
    free(progress->lead);
    progress->lead = words.length > 0 ? mem_copy_bytes(words.bytes, words.length) : NULL;
}

/* Signs that the place of a sentence gives. */
static unsigned place_signs(const struct progress *progress, enum kind kind)
{
    unsigned signs = progress->demanded ? (unsigned)SIGN_DEMANDED : 0;
    if (progress->lead != NULL || kind == KIND_INSTRUCTION || kind == KIND_ARTICLE)
        signs |= SIGN_LED;
    if (progress->articles)
        signs |= SIGN_ARTICLE;
    return signs;
}

/* One sentence at [start, end) of the line; `last`: nothing follows it in its passage. */
static void read_sentence(struct directive_rules *rules, struct progress *progress, size_t start, size_t end, bool last)
{
    struct slice masked = slice_part(buffer_slice(&rules->masked), start, end);
    struct slice trimmed = slice_trim(masked);
    start += (size_t)(trimmed.bytes - masked.bytes);
    enum kind kind = progress->reading->parsed->documents[progress->document].kind;
    unsigned signs = 0;
    size_t words = start;
    struct lead lead;
    /* in a speech one person speaks throughout, in a policy nobody: what others said there is history */
    if (kind != KIND_SPEECH && kind != KIND_POLICY && lead_find(rules->leads, rules->demands, trimmed, &lead)) {
        set_lead(progress, slice_part(progress->text, start + lead.start, start + lead.end));
        progress->any = true;
        words = start + lead.words;
        signs = progress->lead_sign = lead.sign;
    }
    struct slice said = slice_trim(slice_part(buffer_slice(&rules->masked), words, end));
    if (said.length == 0)
        return;
    bool ordinal = demand_ordinal(rules->demands, said) > 0;
    if (ordinal)
        signs |= progress->lead_sign;
    signs = demand_signs(rules->demands, said, signs | place_signs(progress, kind));
    if (ordinal && !last && !(signs & (SIGN_MODAL | SIGN_DECISION)) && utf8_count(said) <= HEADING_SENTENCE) {
        progress->articles |= kind == KIND_POLICY;
        return;
    }
    bool holds = demand_holds(signs);
    if (holds)
        append(progress, words, start + trimmed.length);
    progress->demanded = holds;
    progress->any |= holds;
}

static bool heading_line(struct directive_rules *rules, struct slice text)
{
    struct match match;
    subject_set(rules->line, text);
    return !pattern_find(rules->closed, rules->line, 0, &match) && utf8_count(text) <= HEADING_LINE;
}

static void read_passage(struct directive_rules *rules, struct progress *progress)
{
    struct match match;
    subject_set(rules->line, progress->text);
    size_t position = pattern_at(rules->residue, rules->line, 0, &match) ? match.group[0].end : 0;
    struct slice text = slice_trim(slice_part(progress->text, position, progress->text.length));
    if (heading_line(rules, text)) {
        enum kind kind = progress->reading->parsed->documents[progress->document].kind;
        progress->articles |= kind == KIND_POLICY && demand_ordinal(rules->demands, text) > 0;
        return;
    }
    demand_mask(progress->text, &rules->masked);
    progress->demanded = progress->any = false;
    struct slice sentence;
    while (sentence_next(progress->text, true, &position, &sentence)) {
        size_t start = (size_t)(sentence.bytes - progress->text.bytes);
        bool last = slice_blank(slice_part(progress->text, position, progress->text.length));
        if (sentence.length <= LONGEST_SENTENCE)
            read_sentence(rules, progress, start, start + sentence.length, last);
    }
    /* what somebody says goes on over assessments, but not over the meeting's procedure */
    if (!progress->any && demand_tells_procedure(rules->demands, buffer_slice(&rules->masked))) {
        set_lead(progress, slice_of(NULL));
        progress->lead_sign = 0;
    }
}

void read_directives(struct reading *reading, size_t document)
{
    const struct document *read = &reading->parsed->documents[document];
    struct progress progress = {.reading = reading, .document = document};
    size_t title_lines = read->title_lines;
    for (size_t line = read->first_line; line <= read->last_line; line++) {
        progress.cursor = (struct utf8_cursor){0};
        progress.text = reading->lines[line - 1];
        progress.line = line;
        if (slice_blank(progress.text))
            continue;
        if (title_lines > 0)
            title_lines--;
        else
            read_passage(reading->parser->directives, &progress);
    }
    free(progress.lead);
}
