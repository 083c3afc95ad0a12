/* chuanda list: documents as a table. */
#include "chuanda/memory.h"
#include "command.h"
#include "labels.h"
#include "output.h"
#include "records.h"

#include <inttypes.h>
#include <stdio.h>

static enum status read_day(const struct options *options, enum option option, const char *name, struct date *date,
                            struct problem *problem)
{
    const char *value = options->values[option];
    if (value != NULL && !date_read(value, date))
        return problem_raise(problem, STATUS_MISUSE, "--%s takes a day as YYYY-MM-DD, not %s", name, value);
    return STATUS_OK;
}

static enum status read_filter(const struct options *options, struct document_filter *filter, struct problem *problem)
{
    const char *level = options->values[OPTION_LEVEL];
    const char *kind = options->values[OPTION_KIND];
    filter->has_level = level != NULL;
    filter->has_kind = kind != NULL;
    filter->place = options->values[OPTION_PLACE];
    if (level != NULL && !level_read(level, &filter->level))
        return problem_raise(problem, STATUS_MISUSE, "there is no level %s", level);
    if (kind != NULL && !kind_read(kind, &filter->kind))
        return problem_raise(problem, STATUS_MISUSE, "there is no kind %s", kind);
    enum status status = read_day(options, OPTION_FROM, "from", &filter->from, problem);
    return status == STATUS_OK ? read_day(options, OPTION_TO, "to", &filter->to, problem) : status;
}

static void add_chairs(struct table *table, const struct document *document)
{
    struct buffer names = {0};
    for (size_t i = 0; i < document->chair_count; i++)
        buffer_print(&names, "%s%s", i == 0 ? "" : "、", document->chairs[i]);
    table_add(table, names.bytes);
    buffer_free(&names);
}

static void add_row(struct table *table, const struct document *document)
{
    char number[24];
    (void)snprintf(number, sizeof number, "%" PRId64, document->id);
    struct buffer day = {0};
    buffer_add_text(&day, document->date_basis == DATE_INFERRED ? "" : " ");
    label_date(&day, document);
    table_add(table, number);
    table_add(table, level_label(document->level));
    table_add(table, document->place);
    table_add(table, day.bytes);
    table_add(table, kind_label(document->kind));
    table_add(table, document->organ);
    add_chairs(table, document);
    table_add(table, document->title);
    buffer_free(&day);
}

static void print_table(const struct document_list *list)
{
    static const char *const heads[] = {"号", "层级", "地区", " 日期", "类别", "机构", "主持", "题目"};
    struct table table = {.columns = sizeof heads / sizeof heads[0]};
    for (size_t i = 0; list->count > 0 && output_is_terminal() && i < table.columns; i++)
        table_add(&table, heads[i]);
    for (size_t i = 0; i < list->count; i++)
        add_row(&table, &list->items[i]);
    table_print(&table);
}

static void print_records(const struct document_list *list)
{
    struct buffer buffer = {0};
    for (size_t i = 0; i < list->count; i++)
        record_document(&buffer, &list->items[i]);
    output_text(buffer_slice(&buffer));
    buffer_free(&buffer);
}

enum status run_list(struct call *call)
{
    struct document_filter filter = {0};
    enum status status = read_filter(call->options, &filter, call->problem);
    if (status != STATUS_OK)
        return status;
    struct scope scope = {0};
    bool nothing = false;
    enum status intake = take_in_call(call, &scope, &nothing);
    struct document_list list = {0};
    if (!nothing)
        status = library_documents(call->library, &scope, &filter, &list, call->problem);
    if (status == STATUS_OK && list.count == 0)
        status = STATUS_NOTHING;
    if (call->options->values[OPTION_JSON] != NULL)
        print_records(&list);
    else
        print_table(&list);
    document_list_free(&list);
    scope_free(&scope);
    return worse_status(intake, status);
}
