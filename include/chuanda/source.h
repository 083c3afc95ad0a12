/* Files: from a path to the decoded lines of a source. */
#ifndef CHUANDA_SOURCE_H
#define CHUANDA_SOURCE_H

#include "chuanda/slice.h"
#include "chuanda/status.h"

#include <stddef.h>

enum { SOURCE_HASH_TEXT = 65 }; /* 64 hexadecimal digits (SHA-256, FIPS 180-4) and a NUL */

/*
 * A file as it was read.  Line number n (1-based) is lines[n - 1], without its
 * end (\n, \r\n or \r).  An end at the very end of the file starts no further line.
 */
struct source {
    char *path;                  /* absolute, owned */
    char *name;                  /* the file's name, owned; made valid UTF-8 */
    char hash[SOURCE_HASH_TEXT]; /* of the file's bytes */
    char *charset;               /* owned */
    char *text;                  /* UTF-8, owned */
    size_t length;               /* bytes */
    struct slice *lines;         /* into text; the array is owned */
    size_t line_count;
    size_t replaced; /* faulty stretches that became U+FFFD */
};

/*
 * Reads a file's bytes and their hash, and decodes them.  Fails with a line that names the path:
 * no such file, may not be read, a directory, empty (nothing but white space), binary, too large (over 256 MB).
 */
enum status source_read(const char *path, struct source *source, struct problem *problem);

/* Only the hash: so that a known file need not be decoded again. */
enum status source_hash(const char *path, char hash[static SOURCE_HASH_TEXT], struct problem *problem);

/* The same from bytes in memory, for tests and for standard input; `path` is only a name here. */
enum status source_from_bytes(const char *path, struct slice bytes, struct source *source, struct problem *problem);

void source_free(struct source *source);

struct path_list {
    char **items; /* owned */
    size_t count;
    size_t capacity;
};

/*
 * The files that `path` stands for: itself, or, for a directory, the .txt,
 * .text and .md files at any depth, sorted by name, links to directories not
 * followed, hidden ones left out.  Appends to `list`.  A directory without any
 * fails with a line that says so.
 */
enum status source_paths(const char *path, struct path_list *list, struct problem *problem);
void path_list_free(struct path_list *list);

#endif
