/* chuanda add: takes files in and says what was recognised. */
#include "command.h"
#include "output.h"
#include "records.h"

struct addition {
    struct call *call;
    enum status status;
};

struct tally {
    size_t levels[LEVELS];
    size_t kinds[KINDS];
    size_t undated;
};

static enum status count_documents(struct call *call, int64_t source, struct tally *tally)
{
    struct scope scope = {.sources = &source, .count = 1};
    struct document_list list = {0};
    enum status status = library_documents(call->library, &scope, NULL, &list, call->problem);
    for (size_t i = 0; i < list.count; i++) {
        tally->levels[list.items[i].level]++;
        tally->kinds[list.items[i].kind]++;
        tally->undated += !date_complete(list.items[i].date);
    }
    document_list_free(&list);
    return status;
}

static const char *const intake_names[] = {[INTAKE_KNOWN] = "known", [INTAKE_NEW] = "new", [INTAKE_REREAD] = "reread"};

static void print_counts(struct buffer *buffer, const char *start, const size_t *counts, int count,
                         const char *label(int))
{
    for (int i = 0; i < count; i++)
        if (counts[i] > 0) {
            buffer_print(buffer, "%s%s %zu", start, label(i), counts[i]);
            start = ", ";
        }
}

static const char *label_of_level(int level)
{
    return level_label((enum level)level);
}

static const char *label_of_kind(int kind)
{
    return kind_label((enum kind)kind);
}

static void describe(struct buffer *line, const char *path, const struct intake_report *report,
                     const struct tally *tally)
{
    buffer_print(line, "%s: %s; documents %zu", path, intake_names[report->intake], report->documents);
    print_counts(line, " (", tally->levels, LEVELS, label_of_level);
    print_counts(line, "; ", tally->kinds, KINDS, label_of_kind);
    buffer_print(line, "), without a date %zu, directives %zu, references %zu", tally->undated, report->directives,
                 report->references);
    if (report->bookmarks_moved + report->bookmarks_orphaned > 0)
        buffer_print(line, ", bookmarks found elsewhere %zu, not found %zu", report->bookmarks_moved,
                     report->bookmarks_orphaned);
    if (report->corrections_moved + report->corrections_orphaned > 0)
        buffer_print(line, ", corrections found elsewhere %zu, not found %zu", report->corrections_moved,
                     report->corrections_orphaned);
    buffer_add_text(line, "\n");
}

static void record(struct buffer *line, const char *path, const struct intake_report *report, const struct tally *tally)
{
    json_open(line, "intake");
    json_int(line, "source", report->source);
    json_text(line, "path", path);
    json_text(line, "intake", intake_names[report->intake]);
    json_int(line, "documents", (int64_t)report->documents);
    for (int i = 0; i < LEVELS; i++)
        json_int(line, level_name((enum level)i), (int64_t)tally->levels[i]);
    for (int i = 0; i < KINDS; i++)
        json_int(line, kind_name((enum kind)i), (int64_t)tally->kinds[i]);
    json_int(line, "undated", (int64_t)tally->undated);
    json_int(line, "directives", (int64_t)report->directives);
    json_int(line, "references", (int64_t)report->references);
    json_int(line, "bookmarks_moved", (int64_t)report->bookmarks_moved);
    json_int(line, "bookmarks_orphaned", (int64_t)report->bookmarks_orphaned);
    json_int(line, "corrections_moved", (int64_t)report->corrections_moved);
    json_int(line, "corrections_orphaned", (int64_t)report->corrections_orphaned);
    json_close(line);
}

static void print_addition(void *context, const char *path, const struct intake_report *report)
{
    struct addition *addition = context;
    struct tally tally = {0};
    addition->status = worse_status(addition->status, count_documents(addition->call, report->source, &tally));
    struct buffer line = {0};
    if (addition->call->options->values[OPTION_JSON] != NULL)
        record(&line, path, report, &tally);
    else
        describe(&line, path, report, &tally);
    output_progress_end();
    output_text(buffer_slice(&line));
    buffer_free(&line);
}

enum status run_add(struct call *call)
{
    struct addition addition = {.call = call};
    struct scope scope = {0};
    enum status status =
        take_in_words(call, call->options->words, call->options->word_count, &scope, print_addition, &addition);
    scope_free(&scope);
    return worse_status(status, addition.status);
}
