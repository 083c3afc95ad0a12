#include "options.h"

#include "chuanda/memory.h"

#include <stdlib.h>
#include <string.h>

struct option_entry {
    const char *name;
    const char *value; /* what stands for the value in help; NULL: it takes none */
    const char *help;
};

static const struct option_entry table[OPTIONS] = {
    [OPTION_FORMAT] = {"format", "FORMAT", "jsonl: one JSON object a line (the default)"},
    [OPTION_LEVEL] = {"level", "LEVEL", "only national, province, city, county or unit (中央 省级 市级 县级 单位)"},
    [OPTION_KIND] = {"kind", "KIND",
                     "only meeting, speech, instruction, article, policy, notice or agenda (会议 讲话 …)"},
    [OPTION_PLACE] = {"place", "PLACE", "only places whose full name holds PLACE"},
    [OPTION_FROM] = {"from", "DATE", "only from that day on (YYYY-MM-DD)"},
    [OPTION_TO] = {"to", "DATE", "only up to that day (YYYY-MM-DD)"},
    [OPTION_ALL] = {"all", NULL, "also those that were undone"},
    [OPTION_UNDO] = {"undo", "ID", "undo this one"},
    [OPTION_JSON] = {"json", NULL, "one JSON object a line"},
    [OPTION_LIBRARY] = {"library", "PATH", "use this library; :memory: leaves no trace"},
    [OPTION_HELP] = {"help", NULL, "show this help"},
    [OPTION_VERSION] = {"version", NULL, "show the version"},
};

/* The option that an argument --name or --name=value names; OPTIONS where there is none. */
static int find_option(const char *argument, const char **value)
{
    const char *name = argument + 2;
    size_t length = strcspn(name, "=");
    *value = name[length] == '=' ? name + length + 1 : NULL;
    int option = 0;
    while (option < OPTIONS && (strlen(table[option].name) != length || strncmp(table[option].name, name, length) != 0))
        option++;
    return option;
}

static bool is_option(const char *argument)
{
    return argument[0] == '-' && argument[1] != '\0';
}

int options_first_word(int count, char **arguments)
{
    for (int i = 1; i < count; i++) {
        if (strcmp(arguments[i], "--") == 0)
            return count;
        if (!is_option(arguments[i]))
            return i;
        const char *value = NULL;
        int option = strncmp(arguments[i], "--", 2) == 0 ? find_option(arguments[i], &value) : OPTIONS;
        if (option < OPTIONS && table[option].value != NULL && value == NULL)
            i++;
    }
    return count;
}

/* Reads the option at `*at` and moves `*at` to its last argument. */
static enum status read_option(int count, char **arguments, int *at, unsigned allowed, struct options *options,
                               struct problem *problem)
{
    const char *argument = arguments[*at];
    const char *value = NULL;
    int option = strncmp(argument, "--", 2) == 0 ? find_option(argument, &value) : OPTIONS;
    if (option == OPTIONS)
        return problem_raise(problem, STATUS_MISUSE, "unknown option %s", argument);
    const struct option_entry *entry = &table[option];
    if ((allowed & OPTION_BIT(option)) == 0)
        return problem_raise(problem, STATUS_MISUSE, "--%s does not go with this command", entry->name);
    if (entry->value == NULL && value != NULL)
        return problem_raise(problem, STATUS_MISUSE, "--%s takes no value", entry->name);
    if (entry->value == NULL)
        value = "";
    else if (value == NULL && *at + 1 < count)
        value = arguments[++*at];
    if (value == NULL || (entry->value != NULL && value[0] == '\0'))
        return problem_raise(problem, STATUS_MISUSE, "--%s needs a value: --%s=%s", entry->name, entry->name,
                             entry->value);
    options->values[option] = value;
    return STATUS_OK;
}

enum status options_read(int count, char **arguments, int skip, unsigned allowed, struct options *options,
                         struct problem *problem)
{
    *options = (struct options){.words = mem_new((size_t)count, sizeof *options->words)};
    enum status status = STATUS_OK;
    bool words_only = false;
    for (int i = 1; status == STATUS_OK && i < count; i++) {
        if (i == skip)
            continue;
        if (!words_only && strcmp(arguments[i], "--") == 0)
            words_only = true;
        else if (!words_only && is_option(arguments[i]))
            status = read_option(count, arguments, &i, allowed, options, problem);
        else
            options->words[options->word_count++] = arguments[i];
    }
    return status;
}

void options_free(struct options *options)
{
    free(options->words);
    *options = (struct options){0};
}

void options_help(struct buffer *buffer, unsigned set)
{
    for (int option = 0; option < OPTIONS; option++) {
        const struct option_entry *entry = &table[option];
        if ((set & OPTION_BIT(option)) == 0)
            continue;
        struct buffer name = {0};
        buffer_print(&name, "--%s%s%s", entry->name, entry->value == NULL ? "" : "=",
                     entry->value == NULL ? "" : entry->value);
        buffer_print(buffer, "  %-18s %s\n", name.bytes, entry->help);
        buffer_free(&name);
    }
}
