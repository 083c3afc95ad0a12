#include "records.h"

#include "chuanda/memory.h"
#include "chuanda/utf8.h"

#include <inttypes.h>
#include <stdlib.h>

/* A JSON string; stray bytes (of a file's name) come out as U+FFFD. */
static void add_string(struct buffer *buffer, const char *string)
{
    struct slice text = slice_of(string);
    buffer_add_text(buffer, "\"");
    for (size_t at = 0; at < text.length;) {
        uint32_t code_point = utf8_next(text, &at);
        if (code_point == '"' || code_point == '\\')
            buffer_print(buffer, "\\%c", (int)code_point);
        else if (code_point < 0x20 || code_point == 0x7f)
            buffer_print(buffer, "\\u%04x", (unsigned)code_point);
        else
            utf8_add(buffer, code_point);
    }
    buffer_add_text(buffer, "\"");
}

static void add_key(struct buffer *buffer, const char *key)
{
    buffer_print(buffer, ", \"%s\": ", key);
}

void json_open(struct buffer *buffer, const char *type)
{
    buffer_print(buffer, "{\"type\": \"%s\"", type);
}

void json_text(struct buffer *buffer, const char *key, const char *text)
{
    add_key(buffer, key);
    if (text == NULL)
        buffer_add_text(buffer, "null");
    else
        add_string(buffer, text);
}

void json_int(struct buffer *buffer, const char *key, int64_t value)
{
    add_key(buffer, key);
    buffer_print(buffer, "%" PRId64, value);
}

void json_flag(struct buffer *buffer, const char *key, bool value)
{
    add_key(buffer, key);
    buffer_add_text(buffer, value ? "true" : "false");
}

void json_int_or_null(struct buffer *buffer, const char *key, int64_t value)
{
    if (value == 0)
        json_text(buffer, key, NULL);
    else
        json_int(buffer, key, value);
}

void json_texts(struct buffer *buffer, const char *key, char *const *texts, size_t count)
{
    add_key(buffer, key);
    buffer_add_text(buffer, "[");
    for (size_t i = 0; i < count; i++) {
        buffer_add_text(buffer, i == 0 ? "" : ", ");
        add_string(buffer, texts[i]);
    }
    buffer_add_text(buffer, "]");
}

void json_close(struct buffer *buffer)
{
    buffer_add_text(buffer, "}\n");
}

static void add_where(struct buffer *buffer, struct place_in_text where)
{
    json_int(buffer, "line", (int64_t)where.line);
    json_int(buffer, "start", (int64_t)where.start);
    json_int(buffer, "end", (int64_t)where.end);
}

void record_source(struct buffer *buffer, const struct source_entry *source)
{
    json_open(buffer, "source");
    json_int(buffer, "id", source->id);
    json_text(buffer, "name", source->name);
    json_text(buffer, "charset", source->charset);
    json_int(buffer, "lines", (int64_t)source->lines);
    json_close(buffer);
}

/* The names of the fields that the user corrected. */
static void add_corrected(struct buffer *buffer, unsigned corrected)
{
    char *names[FIELDS];
    size_t count = 0;
    for (int field = 0; field < FIELDS; field++)
        if ((corrected & (1U << field)) != 0)
            names[count++] = mem_copy(field_name((enum field)field));
    json_texts(buffer, "corrected", names, count);
    for (size_t i = 0; i < count; i++)
        free(names[i]);
}

/* What the user said of a link; null: nothing. */
static void add_state(struct buffer *buffer, enum link_state state)
{
    json_text(buffer, "correction", state == LINK_RECOGNISED ? NULL : link_state_name(state));
}

void record_document(struct buffer *buffer, const struct document *document, int64_t event)
{
    char date[11];
    bool dated = date_complete(document->date);
    if (dated)
        date_write(document->date, date);
    json_open(buffer, "document");
    json_int(buffer, "id", document->id);
    json_int(buffer, "source", document->source);
    json_int(buffer, "first_line", (int64_t)document->first_line);
    json_int(buffer, "last_line", (int64_t)document->last_line);
    json_text(buffer, "title", document->title);
    json_text(buffer, "kind", kind_name(document->kind));
    json_text(buffer, "level", level_name(document->level));
    json_text(buffer, "place", document->place);
    json_text(buffer, "organ", document->organ);
    json_text(buffer, "date", dated ? date : NULL);
    json_text(buffer, "date_basis", date_basis_name(dated ? document->date_basis : DATE_NONE));
    json_texts(buffer, "chair", document->chairs, document->chair_count);
    json_int_or_null(buffer, "number", document->number);
    json_text(buffer, "event", document->event);
    json_int(buffer, "event_id", event);
    add_corrected(buffer, document->corrected);
    json_close(buffer);
}

void record_directive(struct buffer *buffer, const struct directive *directive, struct gist_maker *gists)
{
    json_open(buffer, "directive");
    json_int(buffer, "id", directive->id);
    json_int(buffer, "document", directive->document);
    add_where(buffer, directive->where);
    json_text(buffer, "text", directive->text);
    json_text(buffer, "lead", directive->lead);
    json_text(buffer, "speaker", directive->speaker);
    json_text(buffer, "addressee", directive->addressee);
    json_int_or_null(buffer, "ordinal", directive->ordinal);
    char *gist = gist_of(gists, slice_of(directive->text), GIST_COLUMNS, AMBIGUOUS_NARROW);
    json_text(buffer, "gist", gist);
    free(gist);
    if (directive->last_line != 0) {
        json_int(buffer, "last_line", (int64_t)directive->last_line);
        json_int(buffer, "last_end", (int64_t)directive->last_end);
    }
    json_close(buffer);
}

void record_directive_part(struct buffer *buffer, const struct directive *directive, int64_t id,
                           struct place_in_text where, struct slice words)
{
    char *text = slice_copy(words);
    json_open(buffer, "directive");
    json_int(buffer, "id", id);
    json_int(buffer, "document", directive->document);
    add_where(buffer, where);
    json_text(buffer, "text", text);
    json_text(buffer, "lead", directive->lead);
    json_int(buffer, "part_of", directive->id);
    json_close(buffer);
    free(text);
}

void record_evidence(struct buffer *buffer, const struct document *document, const struct evidence *evidence,
                     const char *line)
{
    struct buffer lines = {0};
    char *value = document_value(document, evidence->field);
    if (evidence->field == FIELD_BOUNDARY)
        buffer_print(&lines, "%zu-%zu", document->first_line, document->last_line);
    struct slice text = slice_of(line);
    char *words =
        slice_copy(slice_part(text, utf8_byte(text, evidence->where.start), utf8_byte(text, evidence->where.end)));
    json_open(buffer, "evidence");
    json_int(buffer, "document", document->id);
    json_text(buffer, "field", field_name(evidence->field));
    json_text(buffer, "value", lines.length > 0 ? lines.bytes : value[0] == '\0' ? NULL : value);
    json_int_or_null(buffer, "line", (int64_t)evidence->where.line);
    json_int(buffer, "start", (int64_t)evidence->where.start);
    json_int(buffer, "end", (int64_t)evidence->where.end);
    json_text(buffer, "words", line == NULL ? NULL : words);
    json_text(buffer, "rule", evidence->rule);
    json_close(buffer);
    buffer_free(&lines);
    free(words);
    free(value);
}

/* The names of the bits, joined by a comma: date,event. NULL for none. */
static void add_basis(struct buffer *buffer, unsigned basis)
{
    struct buffer names = {0};
    for (unsigned bit = 1; bit <= basis; bit <<= 1)
        if ((basis & bit) != 0)
            buffer_print(&names, "%s%s", names.length == 0 ? "" : ",", basis_name((enum basis)bit));
    json_text(buffer, "basis", names.bytes);
    buffer_free(&names);
}

void record_relay(struct buffer *buffer, const struct relay *relay)
{
    json_open(buffer, "relay");
    json_int(buffer, "from", relay->from);
    add_where(buffer, relay->where);
    json_text(buffer, "text", relay->text);
    json_int_or_null(buffer, "to", relay->to);
    add_basis(buffer, relay->basis);
    json_text(buffer, "manner", manner_name(relay->manner));
    add_state(buffer, relay->state);
    json_close(buffer);
}

/* "shared": the phrases; "shared_passages": how many passages have each. */
static void add_shared(struct buffer *buffer, const struct follow_up *follow_up)
{
    add_key(buffer, "shared");
    for (size_t i = 0; i < follow_up->shared_count; i++) {
        buffer_add_text(buffer, i == 0 ? "[" : ", ");
        add_string(buffer, follow_up->shared[i].text);
    }
    buffer_add_text(buffer, follow_up->shared_count == 0 ? "[]" : "]");
    add_key(buffer, "shared_passages");
    for (size_t i = 0; i < follow_up->shared_count; i++)
        buffer_print(buffer, "%s%zu", i == 0 ? "[" : ", ", follow_up->shared[i].passages);
    buffer_add_text(buffer, follow_up->shared_count == 0 ? "[]" : "]");
}

static void add_ranges(struct buffer *buffer, const char *key, const struct range *ranges, size_t count)
{
    add_key(buffer, key);
    buffer_add_text(buffer, "[");
    for (size_t i = 0; i < count; i++)
        buffer_print(buffer, "%s[%zu, %zu]", i == 0 ? "" : ", ", ranges[i].start, ranges[i].end);
    buffer_add_text(buffer, "]");
}

void record_follow_up(struct buffer *buffer, const struct follow_up *follow_up)
{
    json_open(buffer, "follow_up");
    json_int(buffer, "directive", follow_up->directive);
    json_int(buffer, "document", follow_up->document);
    add_where(buffer, follow_up->where);
    buffer_print(buffer, ", \"score\": %.4f", follow_up->score);
    json_text(buffer, "class", follow_up_class_name(follow_up->class));
    add_shared(buffer, follow_up);
    add_ranges(buffer, "new", follow_up->added, follow_up->added_count);
    add_state(buffer, follow_up->state);
    json_close(buffer);
}

void record_bookmark(struct buffer *buffer, const struct bookmark *bookmark)
{
    json_open(buffer, "bookmark");
    json_int(buffer, "id", bookmark->id);
    json_int_or_null(buffer, "document", bookmark->document);
    json_int(buffer, "source", bookmark->source);
    add_where(buffer, bookmark->where);
    json_text(buffer, "quote", bookmark->quote);
    json_text(buffer, "prefix", bookmark->prefix);
    json_text(buffer, "suffix", bookmark->suffix);
    json_text(buffer, "note", bookmark->note);
    json_texts(buffer, "tags", bookmark->tags, bookmark->tag_count);
    json_text(buffer, "created", bookmark->created);
    json_close(buffer);
}

/* An end's members, "from_…" or "to_…"; null where there is no such end. */
static void add_end(struct buffer *buffer, const char *const keys[6], const struct correction_end *end)
{
    json_int_or_null(buffer, keys[0], end->source);
    json_int_or_null(buffer, keys[1], end->document);
    json_int_or_null(buffer, keys[2], (int64_t)end->where.line);
    if (end->source == 0) {
        for (int i = 3; i < 6; i++)
            json_text(buffer, keys[i], NULL);
        return;
    }
    json_int(buffer, keys[3], (int64_t)end->where.start);
    json_int(buffer, keys[4], (int64_t)end->where.end);
    json_text(buffer, keys[5], end->quote);
}

void record_correction(struct buffer *buffer, const struct correction *correction)
{
    static const char *const from[] = {"source", "document", "line", "start", "end", "quote"};
    static const char *const to[] = {"to_source", "to_document", "to_line", "to_start", "to_end", "to_quote"};
    bool sets = correction->act == ACT_SET;
    json_open(buffer, "correction");
    json_int(buffer, "id", correction->id);
    json_text(buffer, "act", act_name(correction->act));
    json_text(buffer, "field", sets ? field_name(correction->field) : NULL);
    json_text(buffer, "value", sets && correction->value[0] != '\0' ? correction->value : NULL);
    json_text(buffer, "recognised", sets && correction->recognised[0] != '\0' ? correction->recognised : NULL);
    json_text(buffer, "link", correction->link == LINK_NONE ? NULL : link_name(correction->link));
    add_end(buffer, from, &correction->ends[0]);
    add_end(buffer, to, &correction->ends[1]);
    json_text(buffer, "created", correction->created);
    json_text(buffer, "undone", correction->undone);
    json_flag(buffer, "holds", correction->holds);
    json_close(buffer);
}
