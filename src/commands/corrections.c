/* chuanda corrections: what the user said against the machine, as a table. */
#include "chuanda/correction.h"
#include "command.h"
#include "output.h"
#include "records.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_orphan(const struct correction *correction)
{
    const struct correction_end *ends = correction->ends;
    return !ends[0].found || (ends[1].source != 0 && !ends[1].found);
}

static const char *or_none(const char *value)
{
    return value[0] == '\0' ? "none" : value;
}

/* What was said, in the words of the command that says it. */
static void add_said(struct buffer *text, const struct correction *correction)
{
    const struct correction_end *to = &correction->ends[1];
    if (correction->undone != NULL)
        buffer_add_text(text, "(undone) ");
    else if (is_orphan(correction))
        buffer_add_text(text, "(orphan) ");
    else if (!correction->holds)
        buffer_add_text(text, "(without effect) ");
    switch (correction->act) {
    case ACT_SET:
        buffer_print(text, "%s %s → %s", field_name(correction->field), or_none(correction->recognised),
                     or_none(correction->value));
        return;
    case ACT_SPLIT:
    case ACT_JOIN:
        buffer_print(text, "%s “%s”", act_name(correction->act), correction->ends[0].quote);
        return;
    case ACT_CONFIRM:
    case ACT_STRIKE:
    case ACT_ADD:
        buffer_print(text, "%s %s “%s”", correction->link == LINK_RELAY ? "relay" : "follow-up",
                     act_name(correction->act), correction->ends[0].quote);
        if (to->source != 0)
            buffer_print(text, " → %s:%zu “%s”", to->source_name, to->where.line, to->quote);
        return;
    }
}

static void add_row(struct table *table, const struct correction *correction)
{
    char number[24];
    (void)snprintf(number, sizeof number, "%" PRId64, correction->id);
    struct buffer text = {0};
    table_add(table, number);
    table_add(table, correction->created);
    buffer_print(&text, "%s:%zu", correction->ends[0].source_name, correction->ends[0].where.line);
    table_add(table, text.bytes);
    buffer_clear(&text);
    add_said(&text, correction);
    table_add(table, text.bytes);
    buffer_free(&text);
}

void print_corrections(const struct call *call, const struct correction_list *list)
{
    if (call->options->values[OPTION_JSON] != NULL) {
        struct buffer buffer = {0};
        for (size_t i = 0; i < list->count; i++)
            record_correction(&buffer, &list->items[i]);
        output_text(buffer_slice(&buffer));
        buffer_free(&buffer);
        return;
    }
    struct table table = {.columns = 4};
    for (size_t i = 0; i < list->count; i++)
        add_row(&table, &list->items[i]);
    table_print(&table);
}

static enum status undo(struct call *call, const char *word)
{
    if (word[strspn(word, "0123456789")] != '\0')
        return problem_raise(call->problem, STATUS_MISUSE, "--undo takes a correction's id, not %s", word);
    enum status status = library_correction_undo(call->library, strtoll(word, NULL, 10), call->problem);
    if (status == STATUS_NOTHING)
        status = problem_raise(call->problem, STATUS_NOTHING,
                               "no correction %s holds; chuanda corrections --all shows the ids", word);
    return status;
}

enum status run_corrections(struct call *call)
{
    const struct options *options = call->options;
    if (options->values[OPTION_UNDO] != NULL)
        return undo(call, options->values[OPTION_UNDO]);
    struct scope scope = {0};
    bool nothing = false;
    enum status intake = take_in_call(call, &scope, &nothing);
    struct correction_list list = {0};
    enum status status = STATUS_OK;
    if (!nothing)
        status = library_corrections(call->library, &scope, options->values[OPTION_ALL] != NULL, &list, call->problem);
    if (status == STATUS_OK && list.count == 0)
        status = STATUS_NOTHING;
    print_corrections(call, &list);
    correction_list_free(&list);
    scope_free(&scope);
    return worse_status(intake, status);
}
