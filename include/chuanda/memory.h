/*
 * Allocation that cannot fail quietly: each of these returns memory or ends
 * the program with one line and exit code 3.  What they return is freed with
 * free().
 */
#ifndef CHUANDA_MEMORY_H
#define CHUANDA_MEMORY_H

#include <stddef.h>

/* `count` zeroed elements of `size` bytes; never NULL, also for count 0. */
void *mem_new(size_t count, size_t size);

/* realloc for `count` elements of `size` bytes, overflow checked. */
void *mem_resize(void *memory, size_t count, size_t size);

/*
 * Makes room for one more element in a growing array of `count` elements:
 * returns the array (moved, perhaps) and updates `*capacity` (elements).
 *     list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
 */
void *mem_grow(void *array, size_t count, size_t *capacity, size_t size);

/* A copy of a string; NULL gives NULL. */
char *mem_copy(const char *string);

/* A NUL-terminated copy of `length` bytes. */
char *mem_copy_bytes(const char *bytes, size_t length);

/* Called once before the program ends for want of memory (the reader restores the terminal). NULL: nothing. */
void mem_on_exhaustion(void (*restore)(void));

#endif
