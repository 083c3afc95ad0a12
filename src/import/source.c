#define _GNU_SOURCE /* realpath */
#include "chuanda/source.h"

#include "chuanda/buffer.h"
#include "chuanda/charset.h"
#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "sha256.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LARGEST = 256 * 1024 * 1024, CHUNK = 1 << 18 };

/* What stands in the way of opening `path`, by errno. */
static enum status cannot_open(const char *path, struct problem *problem)
{
    switch (errno) {
    case ENOENT:
    case ENOTDIR:
        return problem_raise(problem, STATUS_FAILED, "%s: there is no such file; check the name", path);
    case EACCES:
    case EPERM:
        return problem_raise(problem, STATUS_FAILED, "%s: it may not be read; check its permissions", path);
    default:
        return problem_raise(problem, STATUS_FAILED, "%s: it cannot be read: %s", path, strerror(errno));
    }
}

/* Reads to the end of the file, also of a pipe. */
static enum status read_all(int file, const char *path, struct buffer *bytes, struct problem *problem)
{
    char *chunk = mem_new(CHUNK, 1);
    ssize_t length = 0;
    while (bytes->length <= LARGEST && (length = read(file, chunk, CHUNK)) != 0) {
        if (length > 0)
            buffer_add(bytes, (struct slice){.bytes = chunk, .length = (size_t)length});
        else if (errno != EINTR)
            break;
    }
    int cause = errno;
    free(chunk);
    errno = cause;
    if (length < 0)
        return cannot_open(path, problem);
    if (bytes->length > LARGEST)
        return problem_raise(problem, STATUS_FAILED, "%s: it is larger than 256 MB; split it", path);
    return STATUS_OK;
}

static enum status read_file(const char *path, struct buffer *bytes, struct problem *problem)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return cannot_open(path, problem);
    struct stat about;
    enum status status = STATUS_OK;
    if (fstat(file, &about) == 0 && S_ISDIR(about.st_mode))
        status = problem_raise(problem, STATUS_FAILED, "%s: it is a directory; name a file in it", path);
    else
        status = read_all(file, path, bytes, problem);
    (void)close(file);
    return status;
}

enum status source_hash(const char *path, char hash[static SOURCE_HASH_TEXT], struct problem *problem)
{
    struct buffer bytes = {0};
    enum status status = read_file(path, &bytes, problem);
    if (status == STATUS_OK)
        sha256(buffer_slice(&bytes), hash);
    buffer_free(&bytes);
    return status;
}

/* Sets `lines` to the lines of `text`: each ends with \n, \r\n or \r. */
static void split(struct source *source)
{
    struct slice text = {.bytes = source->text, .length = source->length};
    size_t capacity = 0;
    for (size_t start = 0; start < text.length;) {
        size_t end = start + strcspn(text.bytes + start, "\r\n");
        source->lines = mem_grow(source->lines, source->line_count, &capacity, sizeof *source->lines);
        source->lines[source->line_count++] = slice_part(text, start, end);
        start = end + (slice_starts(slice_part(text, end, text.length), slice_of("\r\n")) ? 2 : 1);
    }
}

/* The last part of a path, made valid UTF-8: a file's name may hold any bytes. */
static char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    struct slice bytes = slice_of(slash == NULL || slash[1] == '\0' ? path : slash + 1);
    struct buffer name = {0};
    for (size_t at = 0; at < bytes.length;)
        utf8_add(&name, utf8_next(bytes, &at));
    return buffer_take(&name);
}

enum status source_from_bytes(const char *path, struct slice bytes, struct source *source, struct problem *problem)
{
    *source = (struct source){0};
    struct decoded decoded;
    struct problem cause = {0};
    enum status status = charset_decode(bytes, NULL, &decoded, &cause);
    if (status != STATUS_OK) {
        (void)problem_raise(problem, status, "%s: %s", path, cause.message);
        problem_clear(&cause);
        return status;
    }
    if (slice_blank((struct slice){.bytes = decoded.text, .length = decoded.length})) {
        decoded_free(&decoded);
        return problem_raise(problem, STATUS_FAILED, "%s: it is empty; name a file with text", path);
    }
    *source = (struct source){.path = mem_copy(path),
                              .name = name_of(path),
                              .charset = decoded.charset,
                              .text = decoded.text,
                              .length = decoded.length,
                              .replaced = decoded.replaced};
    sha256(bytes, source->hash);
    split(source);
    return STATUS_OK;
}

enum status source_read(const char *path, struct source *source, struct problem *problem)
{
    *source = (struct source){0};
    struct buffer bytes = {0};
    enum status status = read_file(path, &bytes, problem);
    if (status == STATUS_OK)
        status = source_from_bytes(path, buffer_slice(&bytes), source, problem);
    buffer_free(&bytes);
    char *absolute = status == STATUS_OK ? realpath(path, NULL) : NULL;
    if (absolute != NULL) {
        free(source->path);
        source->path = absolute;
    }
    return status;
}

void source_free(struct source *source)
{
    free(source->path);
    free(source->name);
    free(source->charset);
    free(source->text);
    free(source->lines);
    *source = (struct source){0};
}
