/* The table behind chuanda/simplified.h. */
#ifndef TEXT_SIMPLIFIED_H
#define TEXT_SIMPLIFIED_H

#include "chuanda/simplified.h"

#include <stddef.h>

/* In order: the character's code point × 65536 + the simplified one's. */
extern const uint32_t simplified_pairs[];
extern const size_t simplified_count;

#endif
