#include "positions.h"

#include "chuanda/buffer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How many sets are remembered, and the longest line of the file that is one of ours. */
enum { SETS = 500, LINE = 256 };

/* NULL where neither XDG_STATE_HOME nor HOME says where. `make`: creates the folders. */
static char *file_path(bool make)
{
    const char *state = getenv("XDG_STATE_HOME");
    const char *home = getenv("HOME");
    struct buffer path = {0};
    if (state != NULL && state[0] == '/')
        buffer_add_text(&path, state);
    else if (home != NULL && home[0] == '/')
        buffer_print(&path, "%s/.local/state", home);
    else
        return NULL;
    buffer_add_text(&path, "/chuanda/positions");
    for (char *slash = strchr(path.bytes + 1, '/'); make && slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        (void)mkdir(path.bytes, 0700); /* where it fails, so does what follows */
        *slash = '/';
    }
    return buffer_take(&path);
}

/* A line is: the set, the hash, line, code point, pane. */
static bool read_line(const char *line, const char *set, struct position *position)
{
    size_t length = strlen(set);
    unsigned focus;
    if (strncmp(line, set, length) != 0 || line[length] != ' ')
        return false;
    if (sscanf(line + length, " %64s %zu %zu %u", position->hash, &position->line, &position->code_point, &focus) != 4)
        return false;
    position->focus = focus < PANES ? (enum pane_id)focus : PANE_TEXT;
    return true;
}

bool positions_load(const char *set, struct position *position)
{
    char *path = file_path(false);
    FILE *file = path == NULL ? NULL : fopen(path, "r");
    char line[LINE];
    bool found = false;
    while (file != NULL && !found && fgets(line, sizeof line, file) != NULL)
        found = read_line(line, set, position);
    if (file != NULL)
        (void)fclose(file);
    free(path);
    return found;
}

/* The lines of the other sets, as they are. */
static void copy_others(const char *path, const char *set, FILE *to)
{
    FILE *from = fopen(path, "r");
    if (from == NULL)
        return;
    char line[LINE];
    struct position other;
    for (size_t count = 1; count < SETS && fgets(line, sizeof line, from) != NULL; count++) {
        if (!read_line(line, set, &other))
            (void)fputs(line, to);
    }
    (void)fclose(from);
}

static bool write_new(const char *path, const char *fresh, const char *set, const struct position *position)
{
    FILE *file = fopen(fresh, "w");
    if (file == NULL)
        return false;
    (void)fprintf(file, "%s %s %zu %zu %u\n", set, position->hash, position->line, position->code_point,
                  (unsigned)position->focus);
    copy_others(path, set, file);
    bool good = fflush(file) == 0 && ferror(file) == 0 && fsync(fileno(file)) == 0;
    return fclose(file) == 0 && good;
}

bool positions_save(const char *set, const struct position *position)
{
    char *path = file_path(true);
    if (path == NULL)
        return false;
    struct buffer fresh = {0};
    buffer_print(&fresh, "%s.%ld", path, (long)getpid());
    bool good = write_new(path, fresh.bytes, set, position) && rename(fresh.bytes, path) == 0;
    if (!good)
        (void)unlink(fresh.bytes);
    buffer_free(&fresh);
    free(path);
    return good;
}
