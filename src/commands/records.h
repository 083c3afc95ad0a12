/*
 * The export contract (docs/design.md): a JSON object and a newline for each
 * thing, appended to a buffer.  The same objects are what --json prints.
 */
#ifndef COMMANDS_RECORDS_H
#define COMMANDS_RECORDS_H

#include "chuanda/buffer.h"
#include "chuanda/correction.h"
#include "chuanda/gist.h"
#include "chuanda/library.h"
#include "chuanda/trace.h"

void record_source(struct buffer *buffer, const struct source_entry *source);
/* `event`: the number of the event that the document is a version of. */
void record_document(struct buffer *buffer, const struct document *document, int64_t event);
/* With its gist at GIST_COLUMNS columns. Where it ends in another line, `last_line` and `last_end` say so. */
void record_directive(struct buffer *buffer, const struct directive *directive, struct gist_maker *gists);
/* What of a directive stands in a later line, `words`: a record of its own under a new id, which says whose part it is. */
void record_directive_part(struct buffer *buffer, const struct directive *directive, int64_t id,
                           struct place_in_text where, struct slice words);
/* A piece of evidence of a document; `line`: the text of the line that it stands on (NULL: on no single one). */
void record_evidence(struct buffer *buffer, const struct document *document, const struct evidence *evidence,
                     const char *line);
void record_relay(struct buffer *buffer, const struct relay *relay);
void record_follow_up(struct buffer *buffer, const struct follow_up *follow_up);
void record_bookmark(struct buffer *buffer, const struct bookmark *bookmark);
void record_correction(struct buffer *buffer, const struct correction *correction);

/* A JSON object written member by member; what follows the first has its comma. */
void json_open(struct buffer *buffer, const char *type);
void json_text(struct buffer *buffer, const char *key, const char *text); /* NULL: null */
void json_int(struct buffer *buffer, const char *key, int64_t value);
void json_flag(struct buffer *buffer, const char *key, bool value);
void json_int_or_null(struct buffer *buffer, const char *key, int64_t value); /* 0: null */
void json_texts(struct buffer *buffer, const char *key, char *const *texts, size_t count);
void json_close(struct buffer *buffer);

#endif
