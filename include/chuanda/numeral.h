/* Numerals as these texts write them. */
#ifndef CHUANDA_NUMERAL_H
#define CHUANDA_NUMERAL_H

#include "chuanda/slice.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Reads a number that starts at byte `at`: 16, １６, 十六, 廿一, 一百零三, 三万五,
 * 二〇二〇, 二零二〇 (behind a digit ○ ◯ Ｏ O 0 count as 〇 too), 两.  Writes its
 * value (0 to 999,999,999) and returns the bytes read; 0 where none starts there
 * (百, 千 and 万 alone start none: 百日, 万众一心).
 */
size_t numeral_read(struct slice text, size_t at, long *value);

#endif
