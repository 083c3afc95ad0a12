#include "chuanda/memory.h"
#include "command.h"
#include "output.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define VERSION "0.1.0"

static const struct command commands[] = {
    {
        .words = "[FILE|DIR …]",
        .summary = "read compilations of official meetings (no FILE: the whole library)",
        .details = "Without a terminal on stdout it prints the hierarchy of their meetings instead.\n",
        .options = OPTION_BIT(OPTION_VERSION),
        .run = run_read,
    },
    {
        .name = "add",
        .words = "FILE|DIR …",
        .summary = "take files into the library and say what was recognised",
        .details = "",
        .options = OPTION_BIT(OPTION_JSON),
        .needs_words = true,
        .run = run_add,
    },
    {
        .name = "list",
        .words = "[FILE|DIR …]",
        .summary = "list documents: id, level, place, date (~ inferred), kind, organ, chair, title (* corrected)",
        .details = "",
        .options = OPTION_BIT(OPTION_LEVEL) | OPTION_BIT(OPTION_KIND) | OPTION_BIT(OPTION_PLACE) |
                   OPTION_BIT(OPTION_FROM) | OPTION_BIT(OPTION_TO) | OPTION_BIT(OPTION_JSON),
        .run = run_list,
    },
    {
        .name = "directives",
        .words = "DOC … | FILE|DIR …",
        .summary = "list directives under their leads: number, addressee, text, and the passages that follow them up",
        .details = "DOC is a document's id, as list prints it.\n",
        .options = OPTION_BIT(OPTION_JSON),
        .needs_words = true,
        .run = run_directives,
    },
    {
        .name = "why",
        .words = "DOC | DOC:LINE …",
        .summary = "say by which evidence a document, its relays and follow-ups were recognised",
        .details = "DOC is a document's id, as list prints it; DOC:LINE asks only about what stands on that line.\n",
        .options = OPTION_BIT(OPTION_JSON),
        .needs_words = true,
        .run = run_why,
    },
    {
        .name = "bookmarks",
        .words = "[FILE|DIR …]",
        .summary = "list bookmarks; those whose text is gone come last",
        .details = "",
        .options = OPTION_BIT(OPTION_JSON),
        .run = run_bookmarks,
    },
    {
        .name = "correct",
        .words = "DOC FIELD VALUE … | DOC split LINE | DOC join | relay ACT … | follow-up ACT …",
        .summary = "say what is right where the machine is not; what is said holds until it is undone",
        .details =
            "DOC is a document's id, as list prints it. FIELD is title, kind, level, place, organ, date, chair, "
            "number\n"
            "or event; VALUE none empties it. split begins a document at LINE, join makes DOC carry on the one above.\n"
            "\n"
            "  correct relay ACT DOC[:LINE[:START-END]] DOC    that the first relays the second\n"
            "  correct follow-up ACT DIRECTIVE DOC:LINE        that the line takes the directive up\n"
            "\n"
            "ACT is confirm, strike or add. DIRECTIVE is an id of directives --json; START and END are code points, "
            "as\n"
            "in export. relay add needs the LINE; relay strike without the second DOC strikes the reference "
            "altogether.\n",
        .options = OPTION_BIT(OPTION_JSON),
        .needs_words = true,
        .run = run_correct,
    },
    {
        .name = "corrections",
        .words = "[FILE|DIR …]",
        .summary = "list corrections, or undo one",
        .details =
            "(orphan): its text is gone; (without effect): a later one says otherwise, or its document is none.\n",
        .options = OPTION_BIT(OPTION_ALL) | OPTION_BIT(OPTION_UNDO) | OPTION_BIT(OPTION_JSON),
        .run = run_corrections,
    },
    {
        .name = "export",
        .words = "[FILE|DIR …]",
        .summary = "print all that was recognised, for scripts",
        .details = "",
        .options = OPTION_BIT(OPTION_FORMAT),
        .run = run_export,
    },
};
enum { COMMANDS = sizeof commands / sizeof commands[0] };

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++)
        if (commands[i].name != NULL && strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static void add_usage(struct buffer *buffer, const struct command *command)
{
    const char *name = command->name == NULL ? "" : command->name;
    buffer_print(buffer, "chuanda %s%s%s", name, *name == '\0' ? "" : " ", command->words);
}

static void print_help(const struct command *command)
{
    struct buffer help = {0};
    buffer_add_text(&help, "usage: ");
    add_usage(&help, command);
    buffer_print(&help, "\n\n%s\n%s", command->summary, command->details);
    if (command->name == NULL) {
        buffer_add_text(&help, "\n");
        for (size_t i = 1; i < COMMANDS; i++) {
            buffer_add_text(&help, "  ");
            add_usage(&help, &commands[i]);
            buffer_print(&help, "\n      %s\n", commands[i].summary);
        }
    }
    buffer_add_text(&help, "\n");
    options_help(&help, command->options | OPTIONS_OF_ALL);
    buffer_add_text(&help, "\nexit codes: 0 done, 1 nothing found, 2 used wrongly, 3 could not be done\n");
    output_text(buffer_slice(&help));
    buffer_free(&help);
}

/* A first word of small letters that names neither a command nor a file was meant as a command. */
static enum status check_words(const struct command *command, const struct options *options, struct problem *problem)
{
    if (command->needs_words && options->word_count == 0)
        return problem_raise(problem, STATUS_MISUSE, "%s needs %s", command->name, command->words);
    if (command->name != NULL || options->word_count == 0)
        return STATUS_OK;
    const char *word = options->words[0];
    if (word[strspn(word, "abcdefghijklmnopqrstuvwxyz-")] == '\0' && access(word, F_OK) != 0)
        return problem_raise(problem, STATUS_MISUSE, "%s is neither a command nor a file", word);
    return STATUS_OK;
}

static void show_refresh(size_t number, size_t all)
{
    output_progress(number, all, "read anew by this chuanda");
    if (number == all)
        output_progress_end();
}

static enum status run_on_library(const struct command *command, const struct options *options, struct problem *problem)
{
    struct call call = {.options = options, .problem = problem};
    char *default_path = NULL;
    const char *path = options->values[OPTION_LIBRARY];
    enum status status = STATUS_OK;
    if (path == NULL) {
        status = library_default_path(&default_path, problem);
        path = default_path;
    }
    if (status == STATUS_OK)
        status = library_open(path, &call.library, problem);
    if (status == STATUS_OK)
        status = library_refresh(call.library, show_refresh, problem);
    if (status == STATUS_OK)
        status = command->run(&call);
    library_close(&call.library);
    free(default_path);
    return status;
}

static enum status run_command(const struct command *command, const struct options *options, struct problem *problem)
{
    if (options->values[OPTION_HELP] != NULL) {
        print_help(command);
        return STATUS_OK;
    }
    if (options->values[OPTION_VERSION] != NULL) {
        output_text(slice_of("chuanda " VERSION "\n"));
        return STATUS_OK;
    }
    enum status status = check_words(command, options, problem);
    return status == STATUS_OK ? run_on_library(command, options, problem) : status;
}

enum status commands_run(int count, char **arguments)
{
    int first = options_first_word(count, arguments);
    const struct command *command = first < count ? find_command(arguments[first]) : NULL;
    if (command == NULL) {
        command = &commands[0];
        first = 0;
    }
    struct options options;
    struct problem problem = {0};
    enum status status = options_read(count, arguments, first, command->options | OPTIONS_OF_ALL, &options, &problem);
    if (status == STATUS_OK)
        status = run_command(command, &options, &problem);
    status = worse_status(status, output_end(&problem));
    if (problem.message != NULL && status == STATUS_MISUSE) {
        struct buffer line = {0};
        buffer_print(&line, "%s; see chuanda %s%s--help", problem.message, command->name == NULL ? "" : command->name,
                     command->name == NULL ? "" : " ");
        output_complaint(line.bytes);
        buffer_free(&line);
    } else if (problem.message != NULL) {
        output_complaint(problem.message);
    }
    problem_clear(&problem);
    options_free(&options);
    return status;
}
