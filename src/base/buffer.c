#include "chuanda/buffer.h"

#include "chuanda/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Room for `more` bytes and the NUL behind them. */
static void reserve(struct buffer *buffer, size_t more)
{
    size_t needed = buffer->length + more + 1;
    if (needed <= buffer->capacity)
        return;
    size_t capacity = buffer->capacity < 32 ? 32 : buffer->capacity * 2;
    buffer->capacity = capacity < needed ? needed : capacity;
    buffer->bytes = mem_resize(buffer->bytes, buffer->capacity, 1);
}

void buffer_add(struct buffer *buffer, struct slice bytes)
{
    reserve(buffer, bytes.length);
    if (bytes.length > 0)
        memcpy(buffer->bytes + buffer->length, bytes.bytes, bytes.length);
    buffer->length += bytes.length;
    buffer->bytes[buffer->length] = '\0';
}

void buffer_add_text(struct buffer *buffer, const char *string)
{
    buffer_add(buffer, slice_of(string));
}

void buffer_print(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length > 0) {
        reserve(buffer, (size_t)length);
        (void)vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, again);
        buffer->length += (size_t)length;
    }
    va_end(again);
}

struct slice buffer_slice(const struct buffer *buffer)
{
    return (struct slice){.bytes = buffer->bytes == NULL ? "" : buffer->bytes, .length = buffer->length};
}

char *buffer_take(struct buffer *buffer)
{
    char *bytes = buffer->bytes == NULL ? mem_copy("") : buffer->bytes;
    *buffer = (struct buffer){0};
    return bytes;
}

void buffer_clear(struct buffer *buffer)
{
    buffer->length = 0;
    if (buffer->bytes != NULL)
        buffer->bytes[0] = '\0';
}

void buffer_free(struct buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (struct buffer){0};
}
