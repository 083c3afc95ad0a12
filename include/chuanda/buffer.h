/*
 * A growing string of bytes, always NUL-terminated once something was put in.
 * Start with {0}; free with buffer_free, or keep the string with buffer_take.
 */
#ifndef CHUANDA_BUFFER_H
#define CHUANDA_BUFFER_H

#include "chuanda/slice.h"

struct buffer {
    char *bytes;     /* owned; NULL while nothing was put in */
    size_t length;   /* bytes, without the NUL */
    size_t capacity; /* bytes */
};

void buffer_add(struct buffer *buffer, struct slice bytes);
void buffer_add_text(struct buffer *buffer, const char *string);
void buffer_print(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The bytes so far; stays valid until the buffer changes. */
struct slice buffer_slice(const struct buffer *buffer);

/* Gives the string to the caller (never NULL, to be freed) and leaves the buffer empty. */
char *buffer_take(struct buffer *buffer);

/* Makes the buffer empty but keeps its memory. */
void buffer_clear(struct buffer *buffer);
void buffer_free(struct buffer *buffer);

#endif
