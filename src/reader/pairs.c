#include "pairs.h"

#include "chuanda/memory.h"
#include "session.h"

#include <stdlib.h>

void pairs_free(struct pairs *pairs)
{
    for (size_t i = 0; pairs->directives != NULL && i < pairs->list.count; i++)
        directive_free(&pairs->directives[i]);
    free(pairs->directives);
    follow_up_list_free(&pairs->list);
    *pairs = (struct pairs){0};
}

struct link_here pairs_link(const struct pairs *pairs, size_t pair)
{
    const struct directive *directive = &pairs->directives[pair];
    const struct follow_up *item = &pairs->list.items[pair];
    return (struct link_here){.kind = LINK_FOLLOW_UP,
                              .from = {.document = directive->document, .where = directive->where},
                              .to = {.document = item->document, .where = item->where}};
}

static enum status read_directives(struct session *session, struct pairs *pairs, struct problem *problem)
{
    enum status status = STATUS_OK;
    pairs->directives = mem_new(pairs->list.count, sizeof *pairs->directives);
    for (size_t i = 0; i < pairs->list.count && status == STATUS_OK; i++)
        status = library_directive(session->library, pairs->list.items[i].directive, &pairs->directives[i], problem);
    return status;
}

enum status pairs_follow_ups(struct session *session, struct pairs *pairs, struct problem *problem)
{
    if (session->directive == SLICE_NONE)
        return STATUS_OK;
    int64_t id = session->opened.directives.items[session->directive].id;
    enum status status = trace_follow_ups(session->tracer, id, &pairs->list, problem);
    follow_ups_once(&pairs->list, &session->catalogue.versions);
    if (status == STATUS_OK)
        status = read_directives(session, pairs, problem);
    if (status != STATUS_OK)
        pairs_free(pairs);
    return status;
}

/* Is the directive of a pair one of a version that gives way to the one that is shown, which is there too? */
static bool gives_way(const struct session *session, const struct pairs *pairs, size_t pair)
{
    int64_t document = pairs->directives[pair].document;
    const struct version *version = version_of(&session->catalogue.versions, document);
    for (size_t i = 0; i < pairs->list.count && version != NULL && version->shown != document; i++) {
        if (pairs->directives[i].document == version->shown)
            return true;
    }
    return false;
}

static void leave_versions(const struct session *session, struct pairs *pairs)
{
    struct pairs kept = {.directives = mem_new(pairs->list.count, sizeof *kept.directives)};
    struct pairs left = {.directives = mem_new(pairs->list.count, sizeof *left.directives)};
    for (size_t i = 0; i < pairs->list.count; i++) {
        struct pairs *to = gives_way(session, pairs, i) ? &left : &kept;
        to->list.items = mem_grow(to->list.items, to->list.count, &to->list.capacity, sizeof *to->list.items);
        to->directives[to->list.count] = pairs->directives[i];
        to->list.items[to->list.count++] = pairs->list.items[i];
    }
    free(pairs->directives);
    free(pairs->list.items);
    pairs_free(&left);
    *pairs = kept;
}

enum status pairs_taken_up(struct session *session, struct pairs *pairs, struct problem *problem)
{
    enum status status =
        trace_taken_up(session->tracer, session->opened.id, session->text.cursor.line, &pairs->list, problem);
    if (status == STATUS_OK)
        status = read_directives(session, pairs, problem);
    if (status == STATUS_OK)
        leave_versions(session, pairs);
    else
        pairs_free(pairs);
    return status;
}
