/* The options of all commands: one table that parsing and help are made from. */
#ifndef COMMANDS_OPTIONS_H
#define COMMANDS_OPTIONS_H

#include "chuanda/buffer.h"
#include "chuanda/status.h"

#include <stdbool.h>
#include <stddef.h>

enum option {
    OPTION_FORMAT,
    OPTION_LEVEL,
    OPTION_KIND,
    OPTION_PLACE,
    OPTION_FROM,
    OPTION_TO,
    OPTION_ALL,
    OPTION_UNDO,
    OPTION_JSON,
    OPTION_LIBRARY,
    OPTION_HELP,
    OPTION_VERSION
};
enum { OPTIONS = OPTION_VERSION + 1 };

/* A set of options. */
#define OPTION_BIT(option) (1U << (option))
#define OPTIONS_OF_ALL (OPTION_BIT(OPTION_LIBRARY) | OPTION_BIT(OPTION_HELP))

struct options {
    const char *values[OPTIONS]; /* NULL: not given; "" for one that takes no value */
    const char **words;          /* the array is owned: what is no option, in order */
    size_t word_count;
};

/*
 * The index of the first word among `arguments` (from 1), `count` where there is
 * none or "--" comes before it: the place where a command's name may stand.
 */
int options_first_word(int count, char **arguments);

/*
 * Reads `arguments` (from 1; number `skip` is left out): --name, --name=value,
 * --name value, and -- before words that begin with a dash.  STATUS_MISUSE with a
 * line where an option is unknown or not in `allowed`, lacks its value or has one
 * too many.
 */
enum status options_read(int count, char **arguments, int skip, unsigned allowed, struct options *options,
                         struct problem *problem);
void options_free(struct options *options);

/* Appends the lines of help for a set of options. */
void options_help(struct buffer *buffer, unsigned set);

#endif
