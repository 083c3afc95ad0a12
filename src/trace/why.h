/* Lines of why: what why.c (fields, references) and why_links.c (links) share. */
#ifndef TRACE_WHY_H
#define TRACE_WHY_H

#include "chuanda/buffer.h"
#include "chuanda/why.h"
#include "tracer.h"

/* Appends a line; takes over the text of `text` and leaves it empty. */
struct why_line *why_add(struct why *why, enum why_part part, struct buffer *text);
void why_add_text(struct why *why, enum why_part part, const char *text);

/* 地区：湖北省; — where there is no value. */
void why_add_field(struct why *why, const char *name, const char *value);

/* Appends where words stand and what they are: 第 45 行 “7月2日”; long ones are cut. */
void why_quote(struct buffer *text, struct place_in_text where, const struct passage_list *passages);
/* “words”, cut where they are long. */
void why_words(struct buffer *text, struct slice words);

/* Appends which document: 湖北省 2020-02-27 (the place or level, and the day as far as it is known). */
void why_introduce(struct buffer *text, const struct document *document);

#endif
