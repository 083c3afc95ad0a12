/* The escape sequence that hands text to a terminal's clipboard. */
#ifndef READER_COPY_H
#define READER_COPY_H

#include "chuanda/buffer.h"
#include "chuanda/slice.h"

/* Appends OSC 52 for `text`: ESC ] 52 ; c ; base64 BEL. */
void copy_sequence(struct buffer *buffer, struct slice text);

#endif
