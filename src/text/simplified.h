/* Traditional characters, Kangxi radicals and compatibility ideographs, each with the simplified character it stands for. */
#ifndef TEXT_SIMPLIFIED_H
#define TEXT_SIMPLIFIED_H

#include <stddef.h>
#include <stdint.h>

/* The simplified character; `code_point` itself where there is none. */
uint32_t simplify(uint32_t code_point);

/* The table, in order: the character's code point × 65536 + the simplified one's. */
extern const uint32_t simplified_pairs[];
extern const size_t simplified_count;

#endif
