#include "chuanda/library.h"

#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "database.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { BUSY_MILLISECONDS = 4000 };

/* Makes the folders above `path`; a failure shows when the file is opened. */
static void make_folders(const char *path)
{
    char *folder = mem_copy(path);
    for (char *slash = strchr(folder + 1, '/'); *folder != '\0' && slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        (void)mkdir(folder, 0700);
        *slash = '/';
    }
    free(folder);
}

/*
 * A rollback journal and not WAL: a library in a folder that can only be read
 * stays readable, nothing lies beside it between two writes, and opening it
 * costs one file.  EXTRA is FULL and a synchronised folder: what was committed
 * is on the disk.
 */
static const char settings[] = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON";

enum status library_open(const char *path, struct library **library, struct problem *problem)
{
    struct library *opened = mem_new(1, sizeof *opened);
    opened->path = mem_copy(path);
    bool memory = strcmp(path, ":memory:") == 0;
    if (!memory)
        make_folders(path);
    int code = sqlite3_open_v2(path, &opened->database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
    if (code == SQLITE_OK)
        code = bigrams_register(opened->database);
    enum status status = STATUS_OK;
    if (code != SQLITE_OK)
        status = database_problem(opened, code, problem);
    if (status == STATUS_OK) {
        sqlite3_busy_timeout(opened->database, BUSY_MILLISECONDS);
        status = schema_prepare(opened, problem);
    }
    if (status == STATUS_OK)
        status = database_script(opened, settings, problem);
    if (status != STATUS_OK)
        library_close(&opened);
    *library = opened;
    return status;
}

void library_close(struct library **library)
{
    struct library *closed = *library;
    if (closed == NULL)
        return;
    for (size_t i = 0; i < closed->prepared_count; i++)
        sqlite3_finalize(closed->prepared[i].statement);
    parser_free(&closed->parser);
    sqlite3_close(closed->database);
    free(closed->prepared);
    free(closed->path);
    free(closed);
    *library = NULL;
}

enum status library_default_path(char **path, struct problem *problem)
{
    struct buffer name = {0};
    const char *data = getenv("XDG_DATA_HOME");
    const char *home = getenv("HOME");
    /* The XDG base directories specification: a relative path is to be ignored. */
    if (data != NULL && data[0] == '/') {
        buffer_add_text(&name, data);
    } else if (home != NULL && home[0] != '\0') {
        buffer_print(&name, "%s/.local/share", home);
    } else {
        *path = NULL;
        return problem_raise(problem, STATUS_FAILED,
                             "no place for the library: neither XDG_DATA_HOME nor HOME is set; name one with "
                             "--library PATH");
    }
    buffer_add_text(&name, "/chuanda/library.db");
    *path = buffer_take(&name);
    return STATUS_OK;
}

int64_t library_generation(struct library *library)
{
    int64_t others = 0;
    struct query query = query_begin(library, "PRAGMA data_version");
    (void)query_int(&query, 0, &others, NULL);
    return others * ((int64_t)1 << 32) + sqlite3_total_changes(library->database) - library->marking;
}

void scope_free(struct scope *scope)
{
    free(scope->sources);
    *scope = (struct scope){0};
}
