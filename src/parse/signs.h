/* What the lines of a page tell, each by itself. */
#ifndef PARSE_SIGNS_H
#define PARSE_SIGNS_H

#include "page.h"
#include "rules.h"

/* Sets the signs of every line. */
void signs_read(const struct parser *parser, struct page *page);

/* noise.c: marks the lines that say nothing of a document; the other signs must be set. */
void noise_read(struct document_rules *rules, struct page *page);

/* 首页 > 要闻 > 正文: where a web page stands. */
bool is_breadcrumb(struct document_rules *rules, struct slice text);

/* The beginning of a text, cut after `code_points`. */
struct slice text_head(struct slice text, size_t code_points);

/* The code point at which a text ends, closing quotes and brackets left out; 0 for an empty text. */
uint32_t text_last(struct slice text);

#endif
