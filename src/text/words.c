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

bool word_is(struct word_breaker *breaker, struct slice passage, size_t start, size_t end)
{
    UErrorCode error = U_ZERO_ERROR;
    if (breaker->breaks == NULL)
        breaker->breaks = ubrk_open(UBRK_WORD, "zh", NULL, 0, &error);
    UText *text = utext_openUTF8(NULL, passage.bytes, (int64_t)passage.length, &error);
    ubrk_setUText(breaker->breaks, text, &error);
    bool is = U_SUCCESS(error) && ubrk_isBoundary(breaker->breaks, (int32_t)start) &&
              ubrk_following(breaker->breaks, (int32_t)start) == (int32_t)end;
    utext_close(text);
    return is;
}
