#include "links.h"

#include "chuanda/memory.h"
#include "grounds.h"
#include "relays.h"

#include <stdlib.h>
#include <string.h>

const char *link_state_name(enum link_state state)
{
    static const char *const names[] = {"recognised", "confirmed", "added"};
    return names[state];
}

const char *link_state_label(enum link_state state)
{
    static const char *const labels[] = {"", "〔勘：确认〕", "〔勘：补上〕"};
    return labels[state];
}

static void release_links(void *data)
{
    struct said_links *links = data;
    for (size_t i = 0; i < links->count; i++)
        free(links->items[i].words);
    free(links->items);
    free(links);
}

/* How many code points two stretches of one line share. */
static size_t overlap(struct place_in_text a, struct place_in_text b)
{
    size_t start = a.start > b.start ? a.start : b.start;
    size_t end = a.end < b.end ? a.end : b.end;
    return a.line == b.line && start < end ? end - start : 0;
}

/* The directive that stands where another may have been read before; 0: none. */
static enum status directive_at(struct tracer *tracer, const struct said_link *said, int64_t *directive,
                                struct problem *problem)
{
    struct directive_list list = {0};
    enum status status = library_directives(tracer->library, NULL, said->from, &list, problem);
    size_t most = 0;
    for (size_t i = 0; i < list.count; i++) {
        size_t shared = overlap(list.items[i].where, said->where);
        if (shared > most)
            *directive = list.items[i].id;
        most = shared > most ? shared : most;
    }
    directive_list_free(&list);
    return status;
}

/* Without effect where an end is not found, or where there is no directive any more. */
static enum status add_link(struct tracer *tracer, const struct correction *correction, struct said_links *links,
                            struct problem *problem)
{
    const struct correction_end *from = &correction->ends[0], *to = &correction->ends[1];
    if (correction->link == LINK_NONE || from->document == 0 || (to->source != 0 && to->document == 0))
        return STATUS_OK;
    struct said_link said = {.id = correction->id,
                             .act = correction->act,
                             .link = correction->link,
                             .from = from->document,
                             .where = from->where,
                             .to = to->document,
                             .line = to->where.line};
    enum status status = STATUS_OK;
    if (said.link == LINK_FOLLOW_UP)
        status = directive_at(tracer, &said, &said.directive, problem);
    if (status != STATUS_OK || (said.link == LINK_FOLLOW_UP && said.directive == 0))
        return status;
    said.words = mem_copy(from->quote);
    links->items = mem_grow(links->items, links->count, &links->capacity, sizeof *links->items);
    links->items[links->count++] = said;
    return STATUS_OK;
}

/* The text of a document's line without the white space around it; "" where it has none. Owned by the caller. */
static enum status words_of_line(struct tracer *tracer, int64_t document, size_t line, char **words,
                                 struct problem *problem)
{
    struct passage_list list = {0};
    enum status status = library_passages(tracer->library, document, &list, problem);
    struct slice found = slice_of("");
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i].line == line)
            found = slice_trim(slice_of(list.items[i].text));
    *words = slice_copy(found);
    passage_list_free(&list);
    return status;
}

/* The line of a document that has these words; 0: none. */
static enum status line_of_words(struct tracer *tracer, int64_t document, const char *words, size_t *line,
                                 struct problem *problem)
{
    struct passage_list list = {0};
    enum status status = library_passages(tracer->library, document, &list, problem);
    *line = 0;
    for (size_t i = 0; i < list.count && *line == 0; i++)
        if (slice_equal(slice_trim(slice_of(list.items[i].text)), slice_of(words)))
            *line = list.items[i].line;
    passage_list_free(&list);
    return status;
}

/* Sets the directive of `said` to the one in its document that has these words; 0: none. */
static enum status find_directive(struct tracer *tracer, const char *words, struct said_link *said,
                                  struct problem *problem)
{
    struct directive_list list = {0};
    enum status status = library_directives(tracer->library, NULL, said->from, &list, problem);
    said->directive = 0;
    for (size_t i = 0; i < list.count && said->directive == 0; i++) {
        if (strcmp(list.items[i].text, words) == 0) {
            said->directive = list.items[i].id;
            said->where = list.items[i].where;
        }
    }
    directive_list_free(&list);
    return status;
}

/* Says the same of two other versions, where they have the same words. */
static enum status say_of_versions(struct tracer *tracer, struct said_link said, const char *directive,
                                   const char *passage, struct said_links *links, struct problem *problem)
{
    enum status status = find_directive(tracer, directive, &said, problem);
    if (status == STATUS_OK)
        status = line_of_words(tracer, said.to, passage, &said.line, problem);
    if (status != STATUS_OK || said.directive == 0 || said.line == 0)
        return status;
    said.words = mem_copy(said.words);
    links->items = mem_grow(links->items, links->count, &links->capacity, sizeof *links->items);
    links->items[links->count++] = said;
    return STATUS_OK;
}

/* What is said of a follow-up holds in whichever versions of its two events the same words stand. */
static enum status add_versions(struct tracer *tracer, size_t link, struct said_links *links, struct problem *problem)
{
    const struct said_link said = links->items[link];
    const struct version *from = version_of(links->versions, said.from), *to = version_of(links->versions, said.to);
    if (said.link != LINK_FOLLOW_UP || from == NULL || to == NULL || from->count * to->count == 1)
        return STATUS_OK;
    struct directive directive;
    char *passage = NULL;
    enum status status = library_directive(tracer->library, said.directive, &directive, problem);
    if (status != STATUS_OK)
        return status;
    status = words_of_line(tracer, said.to, said.line, &passage, problem);
    const struct version *upper = from, *local = to;
    do {
        do {
            struct said_link same = said;
            same.from = upper->document;
            same.to = local->document;
            if (status == STATUS_OK && (upper != from || local != to))
                status = say_of_versions(tracer, same, directive.text, passage, links, problem);
            local = version_of(links->versions, local->next);
        } while (local != to);
        upper = version_of(links->versions, upper->next);
    } while (upper != from);
    directive_free(&directive);
    free(passage);
    return status;
}

static int by_saying(const void *a, const void *b)
{
    const struct said_link *left = a, *right = b;
    return left->id < right->id ? -1 : left->id > right->id;
}

/* In the order in which all was said. */
static enum status add_all_versions(struct tracer *tracer, struct said_links *links, struct problem *problem)
{
    size_t count = links->count;
    enum status status = tracer_versions(tracer, &links->versions, problem);
    for (size_t i = 0; i < count && status == STATUS_OK; i++)
        status = add_versions(tracer, i, links, problem);
    if (links->count > 1)
        qsort(links->items, links->count, sizeof *links->items, by_saying);
    return status;
}

enum status tracer_links(struct tracer *tracer, const struct said_links **links, struct problem *problem)
{
    struct said_links *made = tracer_cache(tracer, CACHE_LINKS);
    *links = made;
    if (made != NULL)
        return STATUS_OK;
    made = mem_new(1, sizeof *made);
    struct correction_list list = {0};
    enum status status = library_corrections(tracer->library, &tracer->scope, false, &list, problem);
    for (size_t i = 0; status == STATUS_OK && i < list.count; i++)
        status = add_link(tracer, &list.items[i], made, problem);
    correction_list_free(&list);
    if (status == STATUS_OK && made->count > 0)
        status = add_all_versions(tracer, made, problem);
    if (status != STATUS_OK) {
        release_links(made);
        return status;
    }
    tracer_keep(tracer, CACHE_LINKS, made, release_links);
    *links = made;
    return STATUS_OK;
}

/* Is it said of the words of this reference? */
static bool is_said_of(const struct said_link *said, const struct reference *reference)
{
    return said->link == LINK_RELAY && said->from == reference->document && overlap(said->where, reference->where) > 0;
}

/* Where a reference belongs among others in reading order: behind those of the same place and before later ones. */
static size_t place_among(const struct document_list *documents, const struct reference_list *references,
                          const struct document *document, struct place_in_text where)
{
    size_t at = 0;
    for (; at < references->count; at++) {
        const struct reference *other = &references->items[at];
        const struct document *its = documents_find(documents, other->document);
        if (its == NULL || its->source < document->source)
            continue;
        if (its->source > document->source || other->where.line > where.line ||
            (other->where.line == where.line && other->where.start > where.start))
            break;
    }
    return at;
}

static void add_reference(const struct said_link *said, const struct document_list *documents,
                          struct reference_list *references)
{
    const struct document *document = documents_find(documents, said->from);
    if (document == NULL)
        return;
    size_t at = place_among(documents, references, document, said->where);
    references->items =
        mem_grow(references->items, references->count, &references->capacity, sizeof *references->items);
    memmove(references->items + at + 1, references->items + at, (references->count - at) * sizeof *references->items);
    references->items[at] = (struct reference){
        .id = -said->id, .document = said->from, .where = said->where, .text = mem_copy(said->words)};
    references->count++;
}

void links_add_references(const struct said_links *links, const struct document_list *documents,
                          struct reference_list *references)
{
    for (size_t i = 0; i < links->count; i++) {
        const struct said_link *said = &links->items[i];
        if (said->link != LINK_RELAY || said->act == ACT_STRIKE)
            continue;
        bool there = false;
        for (size_t k = 0; k < references->count && !there; k++)
            there = is_said_of(said, &references->items[k]);
        if (!there)
            add_reference(said, documents, references);
    }
}

static enum link_state state_of(const struct said_link *said)
{
    return said->act == ACT_ADD ? LINK_ADDED : LINK_CONFIRMED;
}

/* Applies one correction to what a reference reaches; what is struck is only marked. */
static void hear(const struct said_links *links, const struct said_link *said, struct reached_list *reached)
{
    bool found = false;
    for (size_t i = 0; i < reached->count; i++) {
        struct reached *item = &reached->items[i];
        if (said->to != 0 && !version_same(links->versions, item->document, said->to))
            continue;
        found = true;
        item->struck = said->act == ACT_STRIKE;
        item->state = state_of(said);
    }
    if (found || said->act == ACT_STRIKE || version_of(links->versions, said->to) == NULL)
        return;
    reached->items = mem_grow(reached->items, reached->count, &reached->capacity, sizeof *reached->items);
    reached->items[reached->count++] = (struct reached){.document = said->to, .state = state_of(said)};
}

bool links_of_reference(const struct said_links *links, const struct reference *reference, struct reached_list *reached)
{
    bool struck = false;
    for (size_t i = 0; i < links->count; i++) {
        if (!is_said_of(&links->items[i], reference))
            continue;
        hear(links, &links->items[i], reached);
        struck = links->items[i].act == ACT_STRIKE && (struck || links->items[i].to == 0);
    }
    size_t kept = 0;
    for (size_t i = 0; i < reached->count; i++)
        if (!reached->items[i].struck)
            reached->items[kept++] = reached->items[i];
    reached->count = kept;
    /* What only the user saw is nothing without a document that it names. */
    return kept > 0 || (!struck && reference->id > 0);
}

static bool is_pair(const struct said_link *said, const struct follow_up *follow_up)
{
    return said->directive == follow_up->directive && said->to == follow_up->document &&
           said->line == follow_up->where.line;
}

static bool is_asked(struct follow_up_question question, const struct said_link *said)
{
    switch (question.asked) {
    case ASKED_DIRECTIVE:
        return said->directive == question.directive;
    case ASKED_DOCUMENT:
        return question.document == 0 || said->from == question.document;
    case ASKED_PASSAGE:
        return said->to == question.document && said->line == question.line;
    }
    return false;
}

/* Takes a follow-up out of a list. */
static void drop_follow_up(struct follow_up_list *list, size_t index)
{
    struct follow_up_list one = {.items = mem_new(1, sizeof *one.items), .count = 1};
    one.items[0] = list->items[index];
    list->items[index] = list->items[--list->count];
    follow_up_list_free(&one);
}

static const struct directive *directive_of(const struct passage_index *index, int64_t id)
{
    for (size_t i = 0; i < index->directives.count; i++)
        if (index->directives.items[i].id == id)
            return &index->directives.items[i];
    return NULL;
}

/* Adds a follow-up that was not found, with the words that speak for it, if any do. */
static enum status add_follow_up(struct tracer *tracer, const struct said_link *said, struct follow_up_list *list,
                                 struct problem *problem)
{
    const struct passage_index *index;
    const struct relay_list *relays;
    enum status status = tracer_relays_of(tracer, said->to, &relays, problem);
    if (status == STATUS_OK)
        status = tracer_passages(tracer, (struct passage_place){said->from, said->where.line},
                                 (struct passage_place){said->to, said->line}, &index, problem);
    if (status != STATUS_OK)
        return status;
    const struct directive *directive = directive_of(index, said->directive);
    size_t upper = passage_number(index, said->from, said->where.line);
    size_t local = passage_number(index, said->to, said->line);
    if (directive == NULL || upper == SIZE_MAX || local == SIZE_MAX)
        return STATUS_OK;
    struct folded words = passage_part(&index->items[upper], directive->where.start, directive->where.end);
    struct gram_vector vector = gram_index_measure(index->grams, &words);
    struct follow_up follow_up = {.directive = said->directive,
                                  .document = said->to,
                                  .score = 1,
                                  .state = state_of(said),
                                  .relays = tracer_refers(tracer, said->to, said->from)};
    grounds_describe(index, &(struct grounds){words, words, &vector}, &index->items[local], &follow_up);
    gram_vector_free(&vector);
    list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = follow_up;
    return STATUS_OK;
}

static enum status hear_follow_up(struct tracer *tracer, const struct said_link *said, struct follow_up_list *list,
                                  struct problem *problem)
{
    bool found = false;
    for (size_t i = list->count; i-- > 0;) {
        if (!is_pair(said, &list->items[i]))
            continue;
        found = true;
        if (said->act == ACT_STRIKE) {
            drop_follow_up(list, i);
            continue;
        }
        list->items[i].score = 1;
        list->items[i].state = state_of(said);
    }
    return found || said->act == ACT_STRIKE ? STATUS_OK : add_follow_up(tracer, said, list, problem);
}

enum status links_of_follow_ups(struct tracer *tracer, struct follow_up_question question, struct follow_up_list *list,
                                struct problem *problem)
{
    const struct said_links *links;
    enum status status = tracer_links(tracer, &links, problem);
    for (size_t i = 0; status == STATUS_OK && i < links->count; i++)
        if (links->items[i].link == LINK_FOLLOW_UP && is_asked(question, &links->items[i]))
            status = hear_follow_up(tracer, &links->items[i], list, problem);
    return status;
}
