#include "chuanda/words.h"

#include "chuanda/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct word_breaker {
    UBreakIterator *breaks; /* opened when first needed */
};

struct word_breaker *word_breaker_new(void)
{
    return mem_new(1, sizeof(struct word_breaker));
}

void word_breaker_free(struct word_breaker **breaker)
{
    if (*breaker == NULL)
        return;
    if ((*breaker)->breaks != NULL)
        ubrk_close((*breaker)->breaks);
    free(*breaker);
    *breaker = NULL;
}

/* Makes the breaker ready for a passage; the caller closes the text. */
static UText *open_passage(struct word_breaker *breaker, struct slice passage, UErrorCode *error)
{
    if (breaker->breaks == NULL)
        breaker->breaks = ubrk_open(UBRK_WORD, "zh", NULL, 0, error);
    UText *text = utext_openUTF8(NULL, passage.bytes, (int64_t)passage.length, error);
    ubrk_setUText(breaker->breaks, text, error);
    return text;
}

bool word_is(struct word_breaker *breaker, struct slice passage, size_t start, size_t end)
{
    UErrorCode error = U_ZERO_ERROR;
    UText *text = open_passage(breaker, passage, &error);
    bool is = U_SUCCESS(error) && ubrk_isBoundary(breaker->breaks, (int32_t)start) &&
              ubrk_following(breaker->breaks, (int32_t)start) == (int32_t)end;
    utext_close(text);
    return is;
}

size_t word_end_before(struct word_breaker *breaker, struct slice passage, size_t limit)
{
    UErrorCode error = U_ZERO_ERROR;
    UText *text = open_passage(breaker, passage, &error);
    int32_t end = 0;
    if (U_SUCCESS(error))
        end = ubrk_isBoundary(breaker->breaks, (int32_t)limit) ? (int32_t)limit
                                                               : ubrk_preceding(breaker->breaks, (int32_t)limit);
    utext_close(text);
    return end > 0 ? (size_t)end : 0;
}
