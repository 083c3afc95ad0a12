/* From the words of a call to sources of the library. */
#include "chuanda/memory.h"
#include "chuanda/source.h"
#include "command.h"
#include "output.h"

#include <stdlib.h>

enum status worse_status(enum status intake, enum status work)
{
    return intake > work ? intake : work;
}

static void complain(struct problem *problem)
{
    if (problem->message != NULL) {
        output_progress_end();
        output_complaint(problem->message);
    }
    problem_clear(problem);
}

/* What the user should know even where nobody asked what was taken in. */
static void remark(const char *path, const struct intake_report *report)
{
    struct problem problem = {0};
    if (report->intake != INTAKE_KNOWN && report->replaced > 0)
        (void)problem_raise(&problem, STATUS_OK, "%s: %zu faulty stretches of bytes stand as U+FFFD", path,
                            report->replaced);
    complain(&problem);
    if (report->bookmarks_orphaned > 0)
        (void)problem_raise(&problem, STATUS_OK,
                            "%s has changed: %zu bookmarks were not found again; chuanda bookmarks lists them", path,
                            report->bookmarks_orphaned);
    complain(&problem);
}

/* The files of all words; a word without any is complained about. */
static enum status list_paths(const char *const *words, size_t word_count, struct path_list *paths)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < word_count; i++) {
        struct problem problem = {0};
        status = worse_status(status, source_paths(words[i], paths, &problem));
        complain(&problem);
    }
    return status;
}

enum status take_in_words(struct call *call, const char *const *words, size_t word_count, struct scope *scope,
                          each_file *each, void *context)
{
    struct path_list paths = {0};
    enum status status = list_paths(words, word_count, &paths);
    for (size_t i = 0; i < paths.count; i++) {
        output_progress(i + 1, paths.count, paths.items[i]);
        struct problem problem = {0};
        struct intake_report report;
        enum status taken = library_take_in(call->library, paths.items[i], &report, &problem);
        status = worse_status(status, taken);
        complain(&problem);
        if (taken != STATUS_OK)
            continue;
        scope->sources = mem_grow(scope->sources, scope->count, &scope->capacity, sizeof *scope->sources);
        scope->sources[scope->count++] = report.source;
        remark(paths.items[i], &report);
        if (each != NULL)
            each(context, paths.items[i], &report);
    }
    if (paths.count > 0)
        output_progress_end();
    path_list_free(&paths);
    return status;
}

enum status take_in_call(struct call *call, struct scope *scope, bool *nothing)
{
    enum status status = take_in_words(call, call->options->words, call->options->word_count, scope, NULL, NULL);
    *nothing = call->options->word_count > 0 && scope->count == 0;
    return status;
}
