/* Traditional characters, Kangxi radicals and compatibility ideographs, one by one. */
#ifndef CHUANDA_SIMPLIFIED_H
#define CHUANDA_SIMPLIFIED_H

#include "chuanda/slice.h"

#include <stdbool.h>
#include <stdint.h>

/* The simplified character that it stands for; `code_point` itself where there is none. */
uint32_t simplify(uint32_t code_point);

/* Is it written in traditional text only?  Not 著 and 乾, which simplified text has too (著名, 乾隆). */
bool is_traditional(uint32_t code_point);

/* A copy with every character simplified, for comparing names; owned by the caller. */
char *simplified_copy(struct slice text);

#endif
