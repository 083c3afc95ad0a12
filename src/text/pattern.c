#include "chuanda/pattern.h"

#include "chuanda/memory.h"
#include "chuanda/utf8.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>

/* Backtracking before a pattern gives up at one text, in ICU's units of 10,000 steps: about 0.2 ms each. */
enum { PATTERN_STEPS = 200 };

struct pattern {
    URegularExpression *expression;
    const struct subject *subject; /* the one that the expression is set to */
    uint64_t subject_stamp;
};

struct subject {
    char *text;
    size_t length;
    UChar *units;
    size_t unit_count;
    size_t unit_capacity;
    uint32_t *byte_of; /* unit_count + 1 */
    uint32_t *unit_of; /* length + 1 */
    size_t byte_capacity;
    uint64_t stamp;
};

static _Noreturn void faulty(const char *expression, const char *why)
{
    (void)fprintf(stderr, "chuanda: faulty pattern (%s): %s\n", why, expression);
    abort();
}

struct pattern *pattern_new(const char *expression)
{
    struct subject *source = subject_new(slice_of(expression));
    UErrorCode error = U_ZERO_ERROR;
    UParseError where;
    struct pattern *pattern = mem_new(1, sizeof *pattern);
    pattern->expression = uregex_open(source->units, (int32_t)source->unit_count, 0, &where, &error);
    if (U_FAILURE(error))
        faulty(expression, u_errorName(error));
    if (uregex_groupCount(pattern->expression, &error) >= MATCH_GROUPS)
        faulty(expression, "too many groups");
    uregex_setTimeLimit(pattern->expression, PATTERN_STEPS, &error);
    subject_free(&source);
    return pattern;
}

void pattern_free(struct pattern **pattern)
{
    if (*pattern == NULL)
        return;
    uregex_close((*pattern)->expression);
    free(*pattern);
    *pattern = NULL;
}

struct subject *subject_new(struct slice text)
{
    struct subject *subject = mem_new(1, sizeof *subject);
    subject_set(subject, text);
    return subject;
}

/* Grows the arrays: UTF-16 never has more units than UTF-8 has bytes. */
static void reserve(struct subject *subject, size_t bytes)
{
    if (bytes + 1 <= subject->byte_capacity)
        return;
    subject->byte_capacity = bytes + 1 + bytes / 2;
    subject->text = mem_resize(subject->text, subject->byte_capacity, 1);
    subject->units = mem_resize(subject->units, subject->byte_capacity, sizeof *subject->units);
    subject->byte_of = mem_resize(subject->byte_of, subject->byte_capacity, sizeof *subject->byte_of);
    subject->unit_of = mem_resize(subject->unit_of, subject->byte_capacity, sizeof *subject->unit_of);
}

void subject_set(struct subject *subject, struct slice text)
{
    static _Thread_local uint64_t stamps; /* tells a pattern that its subject was set anew */
    subject->stamp = ++stamps;
    reserve(subject, text.length);
    if (text.length > 0)
        memcpy(subject->text, text.bytes, text.length);
    subject->text[text.length] = '\0';
    subject->length = text.length;
    size_t unit = 0;
    for (size_t at = 0; at < text.length;) {
        size_t start = at;
        uint32_t code_point = utf8_next(text, &at);
        for (size_t byte = start; byte < at; byte++)
            subject->unit_of[byte] = (uint32_t)unit;
        subject->byte_of[unit] = (uint32_t)start;
        if (code_point > 0xFFFF) {
            subject->units[unit++] = (UChar)(0xD7C0 + (code_point >> 10));
            subject->byte_of[unit] = (uint32_t)start;
            subject->units[unit++] = (UChar)(0xDC00 + (code_point & 0x3FF));
        } else {
            subject->units[unit++] = (UChar)code_point;
        }
    }
    subject->byte_of[unit] = (uint32_t)text.length;
    subject->unit_of[text.length] = (uint32_t)unit;
    subject->unit_count = unit;
}

void subject_free(struct subject **subject)
{
    if (*subject == NULL)
        return;
    free((*subject)->text);
    free((*subject)->units);
    free((*subject)->byte_of);
    free((*subject)->unit_of);
    free(*subject);
    *subject = NULL;
}

struct slice subject_text(const struct subject *subject)
{
    return (struct slice){.bytes = subject->text, .length = subject->length};
}

/* Points the expression at the subject where it is not already. */
static bool attach(struct pattern *pattern, const struct subject *subject, size_t from)
{
    if (from > subject->length)
        return false;
    if (pattern->subject == subject && pattern->subject_stamp == subject->stamp)
        return true;
    UErrorCode error = U_ZERO_ERROR;
    uregex_setText(pattern->expression, subject->units, (int32_t)subject->unit_count, &error);
    pattern->subject = subject;
    pattern->subject_stamp = subject->stamp;
    return U_SUCCESS(error);
}

static bool take_groups(struct pattern *pattern, const struct subject *subject, struct match *match)
{
    UErrorCode error = U_ZERO_ERROR;
    int32_t count = uregex_groupCount(pattern->expression, &error);
    for (int32_t group = 0; group < MATCH_GROUPS; group++) {
        match->group[group] = (struct span){SLICE_NONE, SLICE_NONE};
        if (group > count)
            continue;
        int32_t start = uregex_start(pattern->expression, group, &error);
        int32_t end = uregex_end(pattern->expression, group, &error);
        if (start >= 0 && end >= 0)
            match->group[group] = (struct span){subject->byte_of[start], subject->byte_of[end]};
    }
    return U_SUCCESS(error);
}

bool pattern_find(struct pattern *pattern, const struct subject *subject, size_t from, struct match *match)
{
    if (!attach(pattern, subject, from))
        return false;
    UErrorCode error = U_ZERO_ERROR;
    UBool found = uregex_find(pattern->expression, (int32_t)subject->unit_of[from], &error);
    return U_SUCCESS(error) && found && take_groups(pattern, subject, match);
}

bool pattern_at(struct pattern *pattern, const struct subject *subject, size_t at, struct match *match)
{
    if (!attach(pattern, subject, at))
        return false;
    UErrorCode error = U_ZERO_ERROR;
    uregex_setRegion(pattern->expression, (int32_t)subject->unit_of[at], (int32_t)subject->unit_count, &error);
    uregex_useTransparentBounds(pattern->expression, true, &error);
    UBool found = uregex_lookingAt(pattern->expression, -1, &error);
    bool taken = U_SUCCESS(error) && found && take_groups(pattern, subject, match);
    pattern->subject = NULL; /* the region goes with the text */
    return taken;
}

bool pattern_find_within(struct pattern *pattern, const struct subject *subject, size_t from, size_t end,
                         struct match *match)
{
    if (!attach(pattern, subject, from) || end > subject->length || from > end)
        return false;
    UErrorCode error = U_ZERO_ERROR;
    uregex_setRegion(pattern->expression, (int32_t)subject->unit_of[from], (int32_t)subject->unit_of[end], &error);
    uregex_useTransparentBounds(pattern->expression, true, &error);
    uregex_useAnchoringBounds(pattern->expression, false, &error);
    UBool found = uregex_find(pattern->expression, -1, &error);
    bool taken = U_SUCCESS(error) && found && take_groups(pattern, subject, match);
    uregex_useAnchoringBounds(pattern->expression, true, &error);
    pattern->subject = NULL; /* the region goes with the text */
    return taken;
}

struct slice match_part(const struct subject *subject, const struct match *match, int group)
{
    struct span span = match->group[group];
    if (span.start == SLICE_NONE)
        return (struct slice){.bytes = "", .length = 0};
    return slice_part(subject_text(subject), span.start, span.end);
}
