/* Why: follow-ups in both directions, with the shared phrases and how rare they are. */
#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "why.h"

#include <stdlib.h>

/* What the lines of follow-ups are made from. */
struct telling {
    struct tracer *tracer;
    const struct document_list *documents;
    const struct version_list *versions;
    size_t passages; /* of the scope */
    struct why *why;
    struct problem *problem;
};

static enum status begin(struct telling *telling)
{
    enum status status = tracer_documents(telling->tracer, &telling->documents, telling->problem);
    if (status == STATUS_OK)
        status = tracer_versions(telling->tracer, &telling->versions, telling->problem);
    if (status == STATUS_OK)
        status = library_count_passages(telling->tracer->library, &telling->tracer->scope, &telling->passages,
                                        telling->problem);
    return status;
}

/* A heading that says out of how many passages a phrase is rare. */
static void add_heading(struct telling *telling, const char *text)
{
    struct buffer line = {0};
    buffer_print(&line, "%s（文库共 %zu 段）", text, telling->passages);
    why_add(telling->why, WHY_HEADING, &line);
}

static void add_phrases(struct why *why, const struct follow_up *item)
{
    for (size_t i = 0; i < item->shared_count; i++) {
        struct buffer line = {0};
        buffer_print(&line, "“%s” 见于 %zu 段", item->shared[i].text, item->shared[i].passages);
        why_add(why, WHY_DETAIL, &line);
    }
}

/* The line of a link: which document, the class, the score. */
static void add_link(struct telling *telling, const struct follow_up *item, int64_t document,
                     struct place_in_text where)
{
    struct buffer line = {0};
    why_introduce(&line, documents_find(telling->documents, document));
    buffer_print(&line, "  %s  %.0f%%%s%s", follow_up_class_label(item->class), 100 * item->score,
                 item->relays ? "  传达了这份文件" : "", link_state_label(item->state));
    struct why_line *added = why_add(telling->why, WHY_LINK, &line);
    added->document = document;
    added->where = where;
}

static void add_words(struct why *why, enum why_part part, size_t line, struct slice words)
{
    struct buffer text = {0};
    buffer_print(&text, "第 %zu 行 ", line);
    why_words(&text, words);
    why_add(why, part, &text);
}

/* The words that stand at a place. */
static enum status add_place(struct telling *telling, enum why_part part, int64_t document, struct place_in_text where)
{
    struct passage_list passages = {0};
    enum status status = library_passages(telling->tracer->library, document, &passages, telling->problem);
    for (size_t i = 0; i < passages.count; i++) {
        struct slice text = slice_of(passages.items[i].text);
        if (passages.items[i].line == where.line)
            add_words(telling->why, part, where.line,
                      slice_part(text, utf8_byte(text, where.start), utf8_byte(text, where.end)));
    }
    passage_list_free(&passages);
    return status;
}

/* The follow-ups of one directive: items [first, end) of a list. */
static enum status add_follow_ups(struct telling *telling, const struct follow_up_list *list, size_t first, size_t end)
{
    enum status status = STATUS_OK;
    for (size_t i = first; status == STATUS_OK && i < end; i++) {
        add_link(telling, &list->items[i], list->items[i].document, list->items[i].where);
        status = add_place(telling, WHY_DETAIL, list->items[i].document, list->items[i].where);
        add_phrases(telling->why, &list->items[i]);
    }
    return status;
}

enum status why_directive(struct tracer *tracer, const struct directive *directive, struct why *why,
                          struct problem *problem)
{
    struct telling telling = {.tracer = tracer, .why = why, .problem = problem};
    struct follow_up_list list = {0};
    struct buffer ordinal = {0};
    enum status status = begin(&telling);
    if (status == STATUS_OK)
        status = trace_follow_ups(tracer, directive->id, &list, problem);
    if (status != STATUS_OK)
        return status;
    follow_ups_once(&list, telling.versions);
    if (directive->ordinal != 0)
        buffer_print(&ordinal, "%d", directive->ordinal);
    why_add_text(why, WHY_HEADING, directive->text);
    why_add_field(why, "引语", directive->lead);
    why_add_field(why, "谁说的", directive->speaker);
    why_add_field(why, "要谁做", directive->addressee);
    why_add_field(why, "序号", ordinal.bytes);
    add_heading(&telling, "落实与共有的词句");
    status = add_follow_ups(&telling, &list, 0, list.count);
    if (list.count == 0)
        why_add_text(why, WHY_NONE, "（没有找到）");
    buffer_free(&ordinal);
    follow_up_list_free(&list);
    return status;
}

/* The directives that a passage takes up; says nothing where there are none. */
static enum status add_taken_up(struct telling *telling, int64_t document, size_t line)
{
    struct follow_up_list list = {0};
    enum status status = trace_taken_up(telling->tracer, document, line, &list, telling->problem);
    for (size_t i = 0; status == STATUS_OK && i < list.count; i++) {
        struct directive directive = {0};
        status = library_directive(telling->tracer->library, list.items[i].directive, &directive, telling->problem);
        if (status != STATUS_OK)
            break;
        if (i == 0)
            status = add_place(telling, WHY_EVIDENCE, document, list.items[i].where);
        add_link(telling, &list.items[i], directive.document, directive.where);
        struct buffer words = {0};
        why_words(&words, slice_of(directive.text));
        why_add(telling->why, WHY_DETAIL, &words);
        add_phrases(telling->why, &list.items[i]);
        directive_free(&directive);
    }
    follow_up_list_free(&list);
    return status;
}

enum status why_taken_up(struct tracer *tracer, int64_t document, size_t line, struct why *why, struct problem *problem)
{
    struct telling telling = {.tracer = tracer, .why = why, .problem = problem};
    enum status status = begin(&telling);
    if (status != STATUS_OK)
        return status;
    add_heading(&telling, "承接与共有的词句");
    size_t before = why->count;
    status = add_taken_up(&telling, document, line);
    if (why->count == before)
        why_add_text(why, WHY_NONE, "（没有找到）");
    return status;
}

/* Of each directive that somebody took up: its words, and the passages that do so. */
static enum status add_document_follow_ups(struct telling *telling, int64_t document)
{
    struct directive_list directives = {0};
    struct follow_up_list list = {0};
    enum status status = library_directives(telling->tracer->library, NULL, document, &directives, telling->problem);
    if (status == STATUS_OK)
        status = trace_document_follow_ups(telling->tracer, document, &list, telling->problem);
    if (status == STATUS_OK) {
        follow_ups_once(&list, telling->versions);
        add_heading(telling, "落实与共有的词句");
        if (list.count == 0)
            why_add_text(telling->why, WHY_NONE, "（没有找到）");
    }
    for (size_t i = 0, end; status == STATUS_OK && i < list.count; i = end) {
        for (end = i + 1; end < list.count && list.items[end].directive == list.items[i].directive; end++)
            continue;
        for (size_t k = 0; k < directives.count; k++)
            if (directives.items[k].id == list.items[i].directive)
                add_words(telling->why, WHY_EVIDENCE, directives.items[k].where.line,
                          slice_of(directives.items[k].text));
        status = add_follow_ups(telling, &list, i, end);
    }
    follow_up_list_free(&list);
    directive_list_free(&directives);
    return status;
}

enum status why_follow_ups(struct tracer *tracer, int64_t document, struct why *why, struct problem *problem)
{
    struct telling telling = {.tracer = tracer, .why = why, .problem = problem};
    struct passage_list passages = {0};
    enum status status = begin(&telling);
    if (status == STATUS_OK)
        status = add_document_follow_ups(&telling, document);
    if (status == STATUS_OK)
        status = library_passages(tracer->library, document, &passages, problem);
    add_heading(&telling, "承接与共有的词句");
    size_t before = why->count;
    for (size_t i = 0; status == STATUS_OK && i < passages.count; i++)
        status = add_taken_up(&telling, document, passages.items[i].line);
    if (why->count == before)
        why_add_text(why, WHY_NONE, "（没有找到）");
    passage_list_free(&passages);
    return status;
}
