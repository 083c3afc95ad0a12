#include "chuanda/memory.h"

#include "chuanda/status.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void (*restore_first)(void);

static _Noreturn void exhausted(void)
{
    if (restore_first != NULL)
        restore_first();
    (void)fputs("chuanda: out of memory: close other programs or open fewer files\n", stderr);
    exit(STATUS_FAILED);
}

void mem_on_exhaustion(void (*restore)(void))
{
    restore_first = restore;
}

void *mem_new(size_t count, size_t size)
{
    void *memory = calloc(count > 0 ? count : 1, size > 0 ? size : 1);
    if (memory == NULL)
        exhausted();
    return memory;
}

void *mem_resize(void *memory, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        exhausted();
    size_t bytes = count * size;
    void *moved = realloc(memory, bytes > 0 ? bytes : 1);
    if (moved == NULL)
        exhausted();
    return moved;
}

void *mem_grow(void *array, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return array;
    *capacity = *capacity < 8 ? 8 : *capacity * 2;
    return mem_resize(array, *capacity, size);
}

char *mem_copy(const char *string)
{
    return string == NULL ? NULL : mem_copy_bytes(string, strlen(string));
}

char *mem_copy_bytes(const char *bytes, size_t length)
{
    char *copy = mem_new(length + 1, 1);
    if (length > 0)
        memcpy(copy, bytes, length);
    return copy;
}
