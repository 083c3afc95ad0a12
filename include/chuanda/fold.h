/*
 * The form of a text in which it is searched and compared: full-width forms
 * made half-width, traditional characters simplified one by one (so are Kangxi
 * radicals and compatibility ideographs, which PDF text is full of), letters
 * small, and left out: white space, zero-width and other invisible characters,
 * so that a hidden character cannot hide a phrase.  Never shown, never stored as the text.
 */
#ifndef CHUANDA_FOLD_H
#define CHUANDA_FOLD_H

#include "chuanda/slice.h"

#include <stddef.h>
#include <stdint.h>

struct folded {
    uint32_t *code_points; /* owned */
    uint32_t *
        origin; /* owned: origin[i] is the code point of the original from which code_points[i] came; origin[count] is one past the last */
    size_t count;
};

enum fold_keep {
    FOLD_SEARCH,    /* punctuation stays, made one (，,→,  “”"→") */
    FOLD_CHARACTERS /* letters, digits and Han only: for n-grams */
};

/* Freed with folded_free. */
void fold_text(struct slice text, enum fold_keep keep, struct folded *folded);
void folded_free(struct folded *folded);

#endif
