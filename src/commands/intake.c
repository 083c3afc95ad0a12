/* From the words of a call to sources of the library. */
#include "chuanda/memory.h"
#include "chuanda/source.h"
#include "command.h"
#include "output.h"

#include <string.h>

enum status worse_status(enum status intake, enum status work)
{
    return intake > work ? intake : work;
}

/* Says what went wrong, but not the same thing (a library that cannot be written) for each of many files. */
static void complain(struct problem *problem, struct problem *last)
{
    if (problem->message != NULL && (last->message == NULL || strcmp(problem->message, last->message) != 0)) {
        output_progress_end();
        output_complaint(problem->message);
    }
    if (problem->message != NULL) {
        problem_clear(last);
        *last = *problem;
        *problem = (struct problem){0};
    }
}

/* What the user should know even where nobody asked what was taken in. */
static void remark(const char *path, const struct intake_report *report, struct problem *last)
{
    struct problem problem = {0};
    if (report->intake != INTAKE_KNOWN && report->replaced > 0)
        (void)problem_raise(&problem, STATUS_OK, "%s: %zu faulty stretches of bytes stand as U+FFFD", path,
                            report->replaced);
    complain(&problem, last);
    if (report->bookmarks_orphaned > 0)
        (void)problem_raise(&problem, STATUS_OK,
                            "%s has changed: %zu bookmarks were not found again; chuanda bookmarks lists them", path,
                            report->bookmarks_orphaned);
    complain(&problem, last);
    if (report->corrections_orphaned > 0)
        (void)problem_raise(&problem, STATUS_OK,
                            "%s has changed: what %zu corrections speak of was not found again; chuanda corrections "
                            "lists them",
                            path, report->corrections_orphaned);
    complain(&problem, last);
}

/* The files of all words; a word without any is complained about. */
static enum status list_paths(const char *const *words, size_t word_count, struct path_list *paths,
                              struct problem *last)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < word_count; i++) {
        struct problem problem = {0};
        status = worse_status(status, source_paths(words[i], paths, &problem));
        complain(&problem, last);
    }
    return status;
}

/* Once, also where two files are the same. */
static void add_source(struct scope *scope, int64_t source)
{
    for (size_t i = 0; i < scope->count; i++)
        if (scope->sources[i] == source)
            return;
    scope->sources = mem_grow(scope->sources, scope->count, &scope->capacity, sizeof *scope->sources);
    scope->sources[scope->count++] = source;
}

enum status take_in_words(struct call *call, const char *const *words, size_t word_count, struct scope *scope,
                          each_file *each, void *context)
{
    struct path_list paths = {0};
    struct problem last = {0};
    enum status status = list_paths(words, word_count, &paths, &last);
    for (size_t i = 0; i < paths.count; i++) {
        output_progress(i + 1, paths.count, paths.items[i]);
        struct problem problem = {0};
        struct intake_report report;
        enum status taken = library_take_in(call->library, paths.items[i], &report, &problem);
        status = worse_status(status, taken);
        complain(&problem, &last);
        if (taken != STATUS_OK)
            continue;
        add_source(scope, report.source);
        remark(paths.items[i], &report, &last);
        if (each != NULL)
            each(context, paths.items[i], &report);
    }
    if (paths.count > 0)
        output_progress_end();
    problem_clear(&last);
    path_list_free(&paths);
    return status;
}

enum status take_in_call(struct call *call, struct scope *scope, bool *nothing)
{
    enum status status = take_in_words(call, call->options->words, call->options->word_count, scope, NULL, NULL);
    *nothing = call->options->word_count > 0 && scope->count == 0;
    return status;
}
