/* Numerals as these texts write them. */
#ifndef CHUANDA_NUMERAL_H
#define CHUANDA_NUMERAL_H

#include "chuanda/slice.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Reads a number that starts at byte `at`: 16, １６, 十六, 廿一, 一百零三, 二〇二〇,
 * 二零二〇 (零 ○ Ｏ count as 〇), 两.  Writes its value (0 to 999,999,999) and
 * returns the bytes read; 0 where none starts there.
 */
size_t numeral_read(struct slice text, size_t at, long *value);

#endif
