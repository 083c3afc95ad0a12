/* The commands: what a command is, and what they share. */
#ifndef COMMANDS_COMMAND_H
#define COMMANDS_COMMAND_H

#include "chuanda/library.h"
#include "options.h"

/* A command that is being run. */
struct call {
    struct library *library;
    const struct options *options;
    struct problem *problem;
};

struct command {
    const char *name;    /* NULL: what is done where no command is named */
    const char *words;   /* what may follow it, for help */
    const char *summary; /* one line of help */
    const char *details; /* further lines, each ended; "" for none */
    unsigned options;    /* a set, besides OPTIONS_OF_ALL */
    bool needs_words;
    enum status (*run)(struct call *call);
};

enum status run_read(struct call *call);
enum status run_add(struct call *call);
enum status run_list(struct call *call);
enum status run_directives(struct call *call);
enum status run_why(struct call *call);
enum status run_bookmarks(struct call *call);
enum status run_correct(struct call *call);
enum status run_corrections(struct call *call);
enum status run_export(struct call *call);

/* The whole program but for main: reads the arguments, runs what they ask for, says what went wrong. */
enum status commands_run(int count, char **arguments);

/* correct.c: reads DOC, DOC:LINE or DOC:LINE:START-END; what is not there is 0. */
struct link_end;
enum status read_end(struct call *call, const char *word, struct link_end *end);

/* corrections.c: prints what was said, as a table or as objects. */
struct correction_list;
void print_corrections(const struct call *call, const struct correction_list *list);

/* intake.c */

/*
 * Takes in the files that words name (none: nothing is done) and puts their
 * sources into `scope`.  A file that cannot be taken in is complained about and does
 * not stop the others.  `each` (NULL: nothing) is called for every file that was.
 * STATUS_FAILED where any could not be taken in; a scope without sources then means that none could.
 */
typedef void each_file(void *context, const char *path, const struct intake_report *report);
enum status take_in_words(struct call *call, const char *const *words, size_t word_count, struct scope *scope,
                          each_file *each, void *context);

/* The same with the call's own words; `*nothing` where words were given and none could be taken in. */
enum status take_in_call(struct call *call, struct scope *scope, bool *nothing);

/* The status of a command whose files gave `intake` and whose work gave `work`: the failure, if there was one. */
enum status worse_status(enum status intake, enum status work);

#endif
