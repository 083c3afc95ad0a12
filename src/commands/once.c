#include "once.h"

#include "chuanda/memory.h"

#include <stdlib.h>

/* An event, and which document of the list stands for it. */
struct standing {
    int64_t event;
    size_t document; /* an index */
};

static int by_event(const void *a, const void *b)
{
    const struct standing *left = a, *right = b;
    if (left->event != right->event)
        return left->event < right->event ? -1 : 1;
    return left->document < right->document ? -1 : left->document > right->document;
}

/* Sets `kept` for the documents that stay: one of each event, which follow each other in `standing`. */
static void choose(const struct document_list *list, const struct version_list *versions,
                   const struct standing *standing, bool *kept)
{
    for (size_t i = 0, end = 0; i < list->count; i = end) {
        size_t chosen = standing[i].document;
        for (end = i; end < list->count && standing[end].event == standing[i].event; end++) {
            int64_t id = list->items[standing[end].document].id;
            const struct version *version = version_of(versions, id);
            if (version != NULL && version->shown == id)
                chosen = standing[end].document;
        }
        kept[chosen] = true;
    }
}

void documents_once(struct document_list *list, const struct version_list *versions)
{
    struct standing *standing = mem_new(list->count, sizeof *standing);
    bool *kept = mem_new(list->count, sizeof *kept);
    for (size_t i = 0; i < list->count; i++) {
        const struct version *version = version_of(versions, list->items[i].id);
        standing[i] = (struct standing){.event = version == NULL ? list->items[i].id : version->event, .document = i};
    }
    if (list->count > 1)
        qsort(standing, list->count, sizeof *standing, by_event);
    choose(list, versions, standing, kept);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (kept[i])
            list->items[count++] = list->items[i];
        else
            document_free(&list->items[i]);
    }
    list->count = count;
    free(standing);
    free(kept);
}
