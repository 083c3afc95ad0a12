/* chuanda bookmarks: bookmarks as a table. */
#include "command.h"
#include "output.h"
#include "records.h"

#include <inttypes.h>
#include <stdio.h>

static void add_row(struct table *table, const struct bookmark *bookmark)
{
    char number[24];
    (void)snprintf(number, sizeof number, "%" PRId64, bookmark->id);
    struct buffer text = {0};
    table_add(table, number);
    table_add(table, bookmark->created);
    buffer_print(&text, "%s:%zu", bookmark->source_name, bookmark->where.line);
    table_add(table, text.bytes);
    buffer_clear(&text);
    if (bookmark->document == 0)
        buffer_add_text(&text, "(orphan) ");
    buffer_print(&text, "“%s” %s", bookmark->quote, bookmark->note);
    for (size_t i = 0; i < bookmark->tag_count; i++)
        buffer_print(&text, " #%s", bookmark->tags[i]);
    table_add(table, text.bytes);
    buffer_free(&text);
}

static void print_table(const struct bookmark_list *list)
{
    struct table table = {.columns = 4};
    for (size_t i = 0; i < list->count; i++)
        add_row(&table, &list->items[i]);
    table_print(&table);
}

static void print_records(const struct bookmark_list *list)
{
    struct buffer buffer = {0};
    for (size_t i = 0; i < list->count; i++)
        record_bookmark(&buffer, &list->items[i]);
    output_text(buffer_slice(&buffer));
    buffer_free(&buffer);
}

enum status run_bookmarks(struct call *call)
{
    struct scope scope = {0};
    bool nothing = false;
    enum status intake = take_in_call(call, &scope, &nothing);
    struct bookmark_list list = {0};
    enum status status = STATUS_OK;
    if (!nothing)
        status = library_bookmarks(call->library, &scope, &list, call->problem);
    if (status == STATUS_OK && list.count == 0)
        status = STATUS_NOTHING;
    if (call->options->values[OPTION_JSON] != NULL)
        print_records(&list);
    else
        print_table(&list);
    bookmark_list_free(&list);
    scope_free(&scope);
    return worse_status(intake, status);
}
