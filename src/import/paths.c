/* The files that a path stands for. */
#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "chuanda/source.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

static void append(struct path_list *list, char *path)
{
    list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = path;
}

static bool is_text_name(const char *name)
{
    static const char *const endings[] = {".txt", ".text", ".md"};
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot != NULL && i < sizeof endings / sizeof endings[0]; i++)
        if (strcasecmp(dot, endings[i]) == 0)
            return true;
    return false;
}

static char *join(const char *folder, const char *name)
{
    struct buffer path = {0};
    buffer_add_text(&path, folder);
    if (!slice_ends(buffer_slice(&path), slice_of("/")))
        buffer_add_text(&path, "/");
    buffer_add_text(&path, name);
    return buffer_take(&path);
}

/* Appends the texts in `folder` and, for the caller to look into, its folders. */
static enum status read_folder(const char *folder, struct path_list *texts, struct path_list *folders,
                               struct problem *problem)
{
    DIR *stream = opendir(folder);
    if (stream == NULL)
        return problem_raise(problem, STATUS_FAILED, "%s: the directory cannot be read: %s; check its permissions",
                             folder, strerror(errno));
    for (struct dirent *entry; (entry = readdir(stream)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        char *path = join(folder, entry->d_name);
        struct stat itself;
        struct stat target;
        bool is_folder = lstat(path, &itself) == 0 && S_ISDIR(itself.st_mode);
        bool is_text = is_text_name(entry->d_name) && stat(path, &target) == 0 && S_ISREG(target.st_mode);
        if (is_folder || is_text)
            append(is_folder ? folders : texts, path);
        else
            free(path);
    }
    (void)closedir(stream);
    return STATUS_OK;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

enum status source_paths(const char *path, struct path_list *list, struct problem *problem)
{
    struct stat about;
    if (stat(path, &about) != 0)
        return problem_raise(problem, STATUS_FAILED, "%s: %s; check the name", path,
                             errno == ENOENT ? "there is no such file" : strerror(errno));
    if (!S_ISDIR(about.st_mode)) {
        append(list, mem_copy(path));
        return STATUS_OK;
    }
    struct path_list folders = {0};
    append(&folders, mem_copy(path));
    size_t before = list->count;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < folders.count && status == STATUS_OK; i++)
        status = read_folder(folders.items[i], list, &folders, problem);
    path_list_free(&folders);
    if (status == STATUS_OK && list->count == before)
        return problem_raise(problem, STATUS_FAILED,
                             "%s: the directory holds no texts (.txt, .text, .md); name the file itself", path);
    if (list->count > before)
        qsort(list->items + before, list->count - before, sizeof *list->items, by_name);
    return status;
}

void path_list_free(struct path_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i]);
    free(list->items);
    *list = (struct path_list){0};
}
