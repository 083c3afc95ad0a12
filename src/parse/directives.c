/* Directives: the passages of a document, sentence by sentence, with the lead that is in force. */
#include "parser.h"

#include "addressee.h"
#include "chuanda/memory.h"
#include "chuanda/pattern.h"
#include "chuanda/sentence.h"
#include "chuanda/utf8.h"
#include "demands.h"
#include "leads.h"
#include "speaker.h"

#include <stdlib.h>

struct directive_rules {
    struct demand_rules *demands;
    struct lead_rules *leads;
    struct speaker_rules *speakers;
    struct addressee_rules *addressees;
    struct pattern *residue; /* what a converted file leaves before a passage: marks of Word's, tags */
    struct pattern *closed;  /* ends as a sentence does */
    struct subject *line;
    struct buffer masked;
};

/* A line without a stop at its end is a heading, a by-line, a signature, if it is no longer than this (code points). */
enum { HEADING_LINE = 70 };

/* 一是强化责任。: a numbered sentence of at most this length with others behind it is the heading of its passage. */
enum { HEADING_SENTENCE = 26 };

/* No ordinal is longer (bytes). */
enum { LONGEST_ORDINAL = 12 * 3 };

/* What is longer than this without a stop is no sentence (bytes). */
enum { LONGEST_SENTENCE = 9000 };

struct directive_rules *directive_rules_new(void)
{
    struct directive_rules *rules = mem_new(1, sizeof *rules);
    rules->demands = demand_rules_new();
    rules->leads = lead_rules_new();
    rules->speakers = speaker_rules_new();
    rules->addressees = addressee_rules_new();
    rules->residue = pattern_new("(?:\\s|\\[(?:bookmark|image)[^\\]]*\\]|</?[a-z]+>)*");
    rules->closed = pattern_new("[。！？；：!?;:…](?:[（(][^（）()]{1,80}[）)])?(?:[”’」』）)》]|</?[a-z]+>)*$");
    rules->line = subject_new(slice_of(""));
    return rules;
}

void directive_rules_free(struct directive_rules **rules)
{
    if (*rules == NULL)
        return;
    demand_rules_free(&(*rules)->demands);
    lead_rules_free(&(*rules)->leads);
    speaker_rules_free(&(*rules)->speakers);
    addressee_rules_free(&(*rules)->addressees);
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
    char *speaker;             /* owned; who is speaking; NULL: not told */
    char *kept_lead;           /* owned; those that resume behind a decision of others that somebody tells of: */
    char *kept_speaker;        /* 会议强调，…。党中央决定增派医疗队。要…; NULL: none */
    char *addressed;           /* owned; whom the lead names (对全县党员干部提出三点要求); NULL: nobody */
    unsigned lead_sign;        /* what it makes of the items that it numbers: 会议决定：（1）…；（2）… */
    size_t first;              /* byte at which its first sentence begins */
    bool articles;             /* the articles of a policy have begun */
    int number;                /* that holds in this passage; 0: none */
    int heading;               /* the number of the heading above; 0: none */
    bool demanded;             /* the last sentence of this passage was a demand */
    bool any;                  /* the passage has a lead or a demand of its own */
};

/* The words of the line that stand where `part` stands in the masked line; NULL where it is empty. */
static char *copy_original(struct directive_rules *rules, const struct progress *progress, struct slice part)
{
    size_t start = (size_t)(part.bytes - rules->masked.bytes);
    return part.length == 0 ? NULL : slice_copy(slice_part(progress->text, start, start + part.length));
}

/* Appends the demand at [start, end) of the line; `asked`: its own lead is 要求, 希望 …. */
static void append(struct directive_rules *rules, struct progress *progress, size_t start, size_t end, bool asked)
{
    struct parsed *parsed = progress->reading->parsed;
    parsed->directives =
        mem_grow(parsed->directives, parsed->directive_count, &parsed->directive_capacity, sizeof *parsed->directives);
    struct slice words = slice_part(progress->text, start, end);
    struct slice named = addressee_of(rules->addressees, rules->demands, progress->reading->parser->places,
                                      slice_part(buffer_slice(&rules->masked), start, end), asked);
    char *addressee = copy_original(rules, progress, named);
    size_t before = utf8_count_on(progress->text, start, &progress->cursor);
    parsed->directives[parsed->directive_count++] = (struct directive){
        .document = (int64_t)progress->document,
        .where = {.line = progress->line, .start = before, .end = before + utf8_count(words)},
        .text = mem_copy_bytes(words.bytes, words.length),
        .lead = mem_copy(progress->lead),
        .speaker = mem_copy(progress->speaker),
        .addressee = addressee == NULL ? mem_copy(progress->addressed) : addressee,
        .ordinal = progress->number != 0 ? progress->number : progress->heading,
    };
}

static void replace(char **string, char *by)
{
    free(*string);
    *string = by;
}

/*
 * Somebody begins to speak in the sentence at byte `start` of the line, behind
 * its number's `mark` bytes; the numbers of what was said before end.
 */
static void set_lead(struct directive_rules *rules, struct progress *progress, size_t start, size_t mark,
                     const struct lead *lead)
{
    struct slice sentence = slice_part(progress->text, start + mark, start + lead->end);
    struct slice masked = slice_part(buffer_slice(&rules->masked), start + mark, start + lead->end);
    const struct document *document = &progress->reading->parsed->documents[progress->document];
    replace(&progress->lead, slice_copy(slice_part(progress->text, start + lead->start, start + lead->end)));
    replace(&progress->speaker, speaker_of_lead(rules->speakers, document, sentence, progress->speaker));
    replace(&progress->addressed, copy_original(rules, progress, addressee_of_lead(rules->addressees, masked)));
    progress->lead_sign = lead->sign;
    progress->number = progress->heading = 0;
    progress->any = true;
}

/* What was being said goes on behind the sentence that told of others' decision. */
static void resume(struct progress *progress)
{
    if (progress->kept_lead == NULL)
        return;
    replace(&progress->lead, progress->kept_lead);
    replace(&progress->speaker, progress->kept_speaker);
    progress->kept_lead = progress->kept_speaker = NULL;
    progress->lead_sign = 0;
}

/* The meeting goes on to something else. */
static void end_lead(struct progress *progress)
{
    replace(&progress->lead, NULL);
    replace(&progress->speaker, speaker_of_document(&progress->reading->parsed->documents[progress->document]));
    replace(&progress->addressed, NULL);
    progress->lead_sign = 0;
}

/* Signs that the place of a sentence gives; `item`: it is numbered itself. */
static unsigned place_signs(const struct progress *progress, enum kind kind, bool item)
{
    unsigned signs = progress->demanded ? (unsigned)SIGN_DEMANDED : 0;
    bool own_words = kind == KIND_INSTRUCTION || kind == KIND_ARTICLE || kind == KIND_POLICY;
    bool explained =
        kind == KIND_NOTICE && progress->number != 0 && !item; /* 二、开展排查。完成…: not an agenda's item */
    if (progress->lead != NULL || own_words || explained)
        signs |= SIGN_LED;
    if (progress->articles)
        signs |= SIGN_ARTICLE;
    return signs;
}

/* 一、 第一， （一）: the numbers of parts; 1. and 一是 are those of items. */
static bool heads_passages(struct slice mark)
{
    bool digit = mark.length > 0 && mark.bytes[0] >= '0' && mark.bytes[0] <= '9';
    return !digit && !slice_has(mark, "是");
}

/*
 * The lead of the sentence at [start, end) of the line, its number taken off;
 * false: it has none.  In a speech one person speaks throughout, in a policy
 * nobody: what others said there is history.
 */
static bool read_lead(struct directive_rules *rules, struct progress *progress, size_t start, size_t end,
                      struct lead *lead)
{
    enum kind kind = progress->reading->parsed->documents[progress->document].kind;
    struct slice sentence = slice_part(buffer_slice(&rules->masked), start, end);
    size_t mark = demand_ordinal(rules->demands, sentence);
    if (kind == KIND_SPEECH || kind == KIND_POLICY ||
        !lead_find(rules->leads, rules->demands, slice_part(sentence, mark, sentence.length), lead))
        return false;
    lead->start += mark;
    lead->end += mark;
    lead->words += mark;
    size_t behind = 0;
    bool aside = lead->sign == SIGN_DECISION && progress->any && progress->lead != NULL &&
                 !slice_has(slice_part(sentence, lead->start, lead->end), "会");
    char *kept_lead = aside ? mem_copy(progress->lead) : NULL;
    char *kept_speaker = aside ? mem_copy(progress->speaker) : NULL;
    set_lead(rules, progress, start, mark, lead);
    progress->kept_lead = kept_lead;
    progress->kept_speaker = kept_speaker;
    progress->number = mark > 0 ? demand_number(rules->demands, sentence, &behind) : 0;
    return true;
}

/* What follows a sentence in its passage. */
enum following { NOTHING_FOLLOWS, ITEM_FOLLOWS, SENTENCE_FOLLOWS };

/* One sentence at [start, end) of the line. */
static void read_sentence(struct directive_rules *rules, struct progress *progress, size_t start, size_t end,
                          enum following following)
{
    struct slice masked = slice_part(buffer_slice(&rules->masked), start, end);
    struct slice trimmed = slice_trim(masked);
    start += (size_t)(trimmed.bytes - masked.bytes);
    enum kind kind = progress->reading->parsed->documents[progress->document].kind;
    struct lead lead = {0};
    resume(progress);
    bool led = read_lead(rules, progress, start, start + trimmed.length, &lead);
    size_t words = start + lead.words;
    struct slice said = slice_trim(slice_part(buffer_slice(&rules->masked), words, end));
    if (said.length == 0)
        return;
    size_t behind = 0;
    int number = demand_number(rules->demands, said, &behind);
    bool ordinal = demand_ordinal(rules->demands, said) > 0;
    if (number != 0)
        progress->number = number;
    progress->articles |= kind == KIND_POLICY && ordinal;
    if (kind == KIND_SPEECH && lead_announces(rules->leads, rules->demands, said))
        progress->lead_sign = SIGN_REQUIRED;
    unsigned signs = (led ? lead.sign : 0) | (ordinal ? progress->lead_sign : 0) | place_signs(progress, kind, ordinal);
    signs = demand_signs(rules->demands, said, signs);
    bool short_item = ordinal && !(signs & (SIGN_MODAL | SIGN_DECISION)) && utf8_count(said) <= HEADING_SENTENCE;
    if (short_item && following == NOTHING_FOLLOWS && words == progress->first &&
        heads_passages(slice_part(said, 0, behind)))
        progress->heading = number;
    if (short_item && following == SENTENCE_FOLLOWS)
        return;
    bool holds = demand_holds(signs);
    if (holds)
        append(rules, progress, words, start + trimmed.length, (signs & SIGN_REQUIRED) != 0);
    progress->demanded = holds;
    progress->any |= holds;
}

static bool heading_line(struct directive_rules *rules, struct slice text)
{
    struct match match;
    subject_set(rules->line, text);
    return !pattern_find(rules->closed, rules->line, 0, &match) && utf8_count(text) <= HEADING_LINE;
}

/* 一是压实责任；二是…: the items of a list are no headings. */
static enum following what_follows(struct directive_rules *rules, struct slice sentence, size_t position)
{
    struct slice rest = slice_trim(slice_part(buffer_slice(&rules->masked), position, rules->masked.length));
    if (rest.length == 0)
        return NOTHING_FOLLOWS;
    bool item = slice_ends(sentence, slice_of("；")) || slice_ends(sentence, slice_of(";")) ||
                demand_ordinal(rules->demands, slice_part(rest, 0, LONGEST_ORDINAL)) > 0;
    return item ? ITEM_FOLLOWS : SENTENCE_FOLLOWS;
}

static void read_passage(struct directive_rules *rules, struct progress *progress)
{
    struct match match;
    subject_set(rules->line, progress->text);
    size_t position = pattern_at(rules->residue, rules->line, 0, &match) ? match.group[0].end : 0;
    struct slice text = slice_trim(slice_part(progress->text, position, progress->text.length));
    if (heading_line(rules, text)) {
        enum kind kind = progress->reading->parsed->documents[progress->document].kind;
        size_t behind = 0;
        progress->heading = demand_number(rules->demands, text, &behind);
        progress->articles |= kind == KIND_POLICY && progress->heading != 0;
        return;
    }
    demand_mask(progress->text, &rules->masked);
    progress->demanded = progress->any = false;
    progress->number = 0;
    progress->first = SLICE_NONE;
    struct slice sentence;
    while (sentence_next(progress->text, true, &position, &sentence)) {
        size_t start = (size_t)(sentence.bytes - progress->text.bytes);
        if (progress->first == SLICE_NONE)
            progress->first = start;
        if (sentence.length <= LONGEST_SENTENCE)
            read_sentence(rules, progress, start, start + sentence.length, what_follows(rules, sentence, position));
    }
    /* what somebody says goes on over assessments, but not over the meeting's procedure */
    if (!progress->any && demand_tells_procedure(rules->demands, buffer_slice(&rules->masked)))
        end_lead(progress);
}

void read_directives(struct reading *reading, size_t document)
{
    const struct document *read = &reading->parsed->documents[document];
    struct progress progress = {.reading = reading, .document = document};
    size_t title_lines = read->title_lines;
    progress.speaker = speaker_of_document(read);
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
    free(progress.speaker);
    free(progress.addressed);
    free(progress.kept_lead);
    free(progress.kept_speaker);
}
