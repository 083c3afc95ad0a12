/* A line to type into: what to search, a note, a value. */
#ifndef READER_PROMPT_H
#define READER_PROMPT_H

#include "chuanda/buffer.h"
#include "screen.h"

#include <stdbool.h>
#include <stdint.h>

enum prompt_use { PROMPT_NONE, PROMPT_SEARCH, PROMPT_NOTE, PROMPT_VALUE };

struct prompt {
    enum prompt_use use; /* PROMPT_NONE: closed */
    const char *label;
    struct buffer text;
    size_t cursor; /* a byte in `text` */
};

enum prompt_answer { PROMPT_MOVED, PROMPT_CHANGED, PROMPT_DONE, PROMPT_DROPPED };

void prompt_open(struct prompt *prompt, enum prompt_use use, const char *label);
/* Puts a text into it, the cursor behind. */
void prompt_fill(struct prompt *prompt, const char *text);
void prompt_close(struct prompt *prompt);
void prompt_free(struct prompt *prompt);

/* Backspace in an empty line drops it, as Esc does. */
enum prompt_answer prompt_key(struct prompt *prompt, uint32_t key);

/* Paints the label and as much of the text as fits, the cursor always among it; the cursor stands at its display width. */
void prompt_paint(const struct prompt *prompt, struct screen *screen, struct rect rect);

#endif
