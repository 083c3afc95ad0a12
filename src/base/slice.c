#define _GNU_SOURCE /* memmem */
#include "chuanda/slice.h"

#include "chuanda/memory.h"

#include <string.h>

struct slice slice_of(const char *string)
{
    return (struct slice){.bytes = string == NULL ? "" : string, .length = string == NULL ? 0 : strlen(string)};
}

struct slice slice_part(struct slice whole, size_t start, size_t end)
{
    if (end > whole.length)
        end = whole.length;
    if (start > end)
        start = end;
    return (struct slice){.bytes = whole.bytes + start, .length = end - start};
}

bool slice_equal(struct slice a, struct slice b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

bool slice_starts(struct slice whole, struct slice head)
{
    return slice_equal(slice_part(whole, 0, head.length), head);
}

bool slice_ends(struct slice whole, struct slice tail)
{
    return tail.length <= whole.length &&
           slice_equal(slice_part(whole, whole.length - tail.length, whole.length), tail);
}

size_t slice_find(struct slice whole, struct slice needle, size_t from)
{
    if (needle.length == 0 || from >= whole.length)
        return SLICE_NONE;
    const char *found = memmem(whole.bytes + from, whole.length - from, needle.bytes, needle.length);
    return found == NULL ? SLICE_NONE : (size_t)(found - whole.bytes);
}

bool slice_has(struct slice whole, const char *needle)
{
    return slice_find(whole, slice_of(needle), 0) != SLICE_NONE;
}

/* The white space of UTF-8 texts, in bytes. */
static const char *const spaces[] = {" ",
                                     "\t",
                                     "\r",
                                     "\n",
                                     "\f",
                                     "\v",
                                     "\xE3\x80\x80" /* U+3000 */,
                                     "\xC2\xA0" /* U+00A0 */,
                                     "\xEF\xBB\xBF" /* U+FEFF */,
                                     "\xE2\x80\x8B" /* U+200B */};

static size_t space_at(struct slice whole, bool at_end)
{
    for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; i++) {
        struct slice space = slice_of(spaces[i]);
        if (at_end ? slice_ends(whole, space) : slice_starts(whole, space))
            return space.length;
    }
    return 0;
}

struct slice slice_trim(struct slice whole)
{
    size_t space;
    while (whole.length > 0 && (space = space_at(whole, false)) > 0)
        whole = slice_part(whole, space, whole.length);
    while (whole.length > 0 && (space = space_at(whole, true)) > 0)
        whole.length -= space;
    return whole;
}

bool slice_blank(struct slice whole)
{
    return slice_trim(whole).length == 0;
}

char *slice_copy(struct slice whole)
{
    return mem_copy_bytes(whole.bytes, whole.length);
}
