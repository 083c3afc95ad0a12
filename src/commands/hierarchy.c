#include "hierarchy.h"

#include "chuanda/memory.h"

#include "labels.h"

#include <stdlib.h>
#include <string.h>

/* Documents of one level and place: a stretch of the list. */
struct group {
    size_t start;
    size_t end;
    size_t parent; /* the innermost group that this one is part of; itself where there is none */
};

struct groups {
    const struct document_list *list;
    struct group *items; /* owned */
    size_t count, capacity;
};

static const struct document *document_of(const struct groups *groups, size_t group)
{
    return &groups->list->items[groups->items[group].start];
}

static bool same_group(const struct document *a, const struct document *b)
{
    return a->level == b->level && strcmp(label_place(a), label_place(b)) == 0;
}

static void collect(struct groups *groups)
{
    for (size_t start = 0, end = 0; start < groups->list->count; start = end) {
        for (end = start + 1;
             end < groups->list->count && same_group(&groups->list->items[start], &groups->list->items[end]); end++)
            continue;
        groups->items = mem_grow(groups->items, groups->count, &groups->capacity, sizeof *groups->items);
        groups->items[groups->count++] = (struct group){.start = start, .end = end};
    }
}

/* Is `inner` a lower-level part of `outer`'s place, or of the place itself? */
static bool part_of(const struct document *inner, const struct document *outer)
{
    return inner->place != NULL && outer->place != NULL && inner->level > outer->level &&
           slice_starts(slice_of(inner->place), slice_of(outer->place));
}

static void find_parents(struct groups *groups)
{
    for (size_t i = 0; i < groups->count; i++) {
        size_t parent = i;
        for (size_t other = 0; other < i; other++) {
            const struct document *outer = document_of(groups, other);
            if (part_of(document_of(groups, i), outer) &&
                (parent == i || strlen(outer->place) >= strlen(document_of(groups, parent)->place)))
                parent = other;
        }
        groups->items[i].parent = parent;
    }
}

static void indent(struct buffer *buffer, size_t depth)
{
    for (size_t i = 0; i < depth; i++)
        buffer_add_text(buffer, "  ");
}

/* The place without that of the group around it; a unit of that very place is called so. */
static const char *group_name(const struct groups *groups, size_t group)
{
    const struct document *document = document_of(groups, group);
    size_t parent = groups->items[group].parent;
    if (parent == group)
        return label_place(document);
    const char *rest = document->place + strlen(document_of(groups, parent)->place);
    return *rest == '\0' ? level_label(document->level) : rest;
}

static void add_group(struct buffer *buffer, const struct groups *groups, size_t group, size_t depth)
{
    const struct group *this = &groups->items[group];
    indent(buffer, depth);
    buffer_print(buffer, "%s %zu\n", group_name(groups, group), this->end - this->start);
    for (size_t i = this->start; i < this->end; i++) {
        const struct document *document = &groups->list->items[i];
        indent(buffer, depth + 1);
        size_t before = buffer->length;
        label_date(buffer, document);
        for (size_t width = buffer->length - before; width < sizeof "~2031-07-01  " - 1; width++)
            buffer_add_text(buffer, " ");
        buffer_print(buffer, "%s\n", document->title);
    }
    for (size_t i = group + 1; i < groups->count; i++)
        if (groups->items[i].parent == group)
            add_group(buffer, groups, i, depth + 1);
}

void hierarchy_add(struct buffer *buffer, const struct document_list *list)
{
    struct groups groups = {.list = list};
    collect(&groups);
    find_parents(&groups);
    for (size_t i = 0; i < groups.count; i++)
        if (groups.items[i].parent == i)
            add_group(buffer, &groups, i, 0);
    free(groups.items);
}
