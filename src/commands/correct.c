/* chuanda correct: says what is right where the machine is not. */
#include "chuanda/correction.h"
#include "chuanda/memory.h"
#include "chuanda/trace.h"
#include "command.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* The corrections that a call makes, printed at its end. */
struct saying {
    struct call *call;
    int64_t *ids; /* owned */
    size_t count, capacity;
};

static void keep(struct saying *saying, int64_t id)
{
    saying->ids = mem_grow(saying->ids, saying->count, &saying->capacity, sizeof *saying->ids);
    saying->ids[saying->count++] = id;
}

static const char *word_at(const struct saying *saying, size_t index)
{
    return index < saying->call->options->word_count ? saying->call->options->words[index] : NULL;
}

/* Reads digits up to one of `ends`; false where there are none, or too many. */
static bool read_number(const char **text, const char *ends, int64_t *number)
{
    enum { LONGEST = 18 };
    size_t length = strspn(*text, "0123456789");
    if (length == 0 || length > LONGEST || strchr(ends, (*text)[length]) == NULL)
        return false;
    *number = strtoll(*text, NULL, 10);
    *text += length;
    return true;
}

static enum status read_id(struct call *call, const char *word, const char *what, int64_t *id)
{
    const char *text = word == NULL ? "" : word;
    if (!read_number(&text, "", id) || *text != '\0')
        return problem_raise(call->problem, STATUS_MISUSE, "%s is no %s", word == NULL ? "nothing" : word, what);
    return STATUS_OK;
}

enum status read_end(struct call *call, const char *word, struct link_end *end)
{
    const char *text = word == NULL ? "" : word;
    int64_t line = 0, start = 0, behind = 0;
    bool read = read_number(&text, ":", &end->document);
    if (read && *text == ':') {
        text++;
        read = read_number(&text, ":", &line) && line > 0;
    }
    if (read && *text == ':') {
        text++;
        read = read_number(&text, "-", &start) && *text == '-';
        text += read;
        read = read && read_number(&text, "", &behind) && start < behind;
    }
    if (!read || *text != '\0')
        return problem_raise(call->problem, STATUS_MISUSE, "%s is no place: DOC, DOC:LINE or DOC:LINE:START-END",
                             word == NULL ? "nothing" : word);
    end->where = (struct place_in_text){.line = (size_t)line, .start = (size_t)start, .end = (size_t)behind};
    return STATUS_OK;
}

static enum status correct_fields(struct saying *saying, int64_t document)
{
    struct call *call = saying->call;
    enum field field;
    enum status status = STATUS_OK;
    for (size_t i = 1; i < call->options->word_count; i += 2) {
        if (!field_read(word_at(saying, i), &field))
            return problem_raise(call->problem, STATUS_MISUSE, "there is no field %s", word_at(saying, i));
        if (word_at(saying, i + 1) == NULL)
            return problem_raise(call->problem, STATUS_MISUSE, "%s needs a value", word_at(saying, i));
    }
    for (size_t i = 1; status == STATUS_OK && i < call->options->word_count; i += 2) {
        int64_t id = 0;
        (void)field_read(word_at(saying, i), &field);
        status = library_correct_field(call->library, document, field, word_at(saying, i + 1), &id, call->problem);
        if (status == STATUS_OK)
            keep(saying, id);
    }
    return status;
}

static enum status correct_boundary(struct saying *saying, int64_t document, bool split)
{
    struct call *call = saying->call;
    int64_t line = 0, id = 0;
    enum status status = split ? read_id(call, word_at(saying, 2), "line to split at", &line) : STATUS_OK;
    if (status == STATUS_OK && call->options->word_count > (split ? 3 : 2))
        status = problem_raise(call->problem, STATUS_MISUSE, "%s takes no further words", split ? "split" : "join");
    if (status == STATUS_OK)
        status = split ? library_correct_split(call->library, document, (size_t)line, &id, call->problem)
                       : library_correct_join(call->library, document, &id, call->problem);
    if (status == STATUS_OK)
        keep(saying, id);
    return status;
}

static enum status correct_document(struct saying *saying)
{
    int64_t document = 0;
    const char *what = word_at(saying, 1);
    enum status status = read_id(saying->call, word_at(saying, 0), "document's id, relay or follow-up", &document);
    if (status != STATUS_OK)
        return status;
    if (what == NULL)
        return problem_raise(saying->call->problem, STATUS_MISUSE,
                             "correct needs a field and its value, split or join");
    if (strcmp(what, "split") == 0 || strcmp(what, "join") == 0)
        return correct_boundary(saying, document, what[0] == 's');
    return correct_fields(saying, document);
}

static enum status say(struct saying *saying, enum act act, enum link link, struct link_end from, struct link_end to)
{
    int64_t id = 0;
    enum status status = library_correct_link(saying->call->library, act, link, from, to, &id, saying->call->problem);
    if (status == STATUS_OK)
        keep(saying, id);
    return status;
}

/* Does a place stand where the user says, as far as that was said? */
static bool is_meant(struct place_in_text said, struct place_in_text where)
{
    return (said.line == 0 || said.line == where.line) &&
           (said.end == 0 || (said.start < where.end && where.start < said.end));
}

/* Confirms or strikes each reference of a document that is meant and reaches the other (with none: whatever it reaches). */
static enum status say_of_relays(struct saying *saying, enum act act, struct link_end from, struct link_end to)
{
    struct call *call = saying->call;
    struct tracer *tracer = tracer_new(call->library, NULL);
    struct relay_list list = {0};
    struct version_list versions = {0};
    size_t said = 0;
    int64_t last = 0;
    enum status status = trace_relays(tracer, from.document, &list, call->problem);
    if (status == STATUS_OK)
        status = trace_versions(tracer, &versions, call->problem);
    for (size_t i = 0; status == STATUS_OK && i < list.count; i++) {
        const struct relay *relay = &list.items[i];
        bool reaches = to.document == 0 || version_same(&versions, relay->to, to.document);
        if (!is_meant(from.where, relay->where) || !reaches || relay->reference == last)
            continue;
        last = relay->reference;
        said++;
        status = say(saying, act, LINK_RELAY, (struct link_end){from.document, relay->where}, to);
    }
    if (status == STATUS_OK && said == 0)
        status = problem_raise(call->problem, STATUS_NOTHING,
                               "there is no such relay in document %" PRId64 "; chuanda export shows the relays",
                               from.document);
    version_list_free(&versions);
    relay_list_free(&list);
    tracer_free(&tracer);
    return status;
}

/* A place without START-END is that of the only reference in the line, or where there is none all of the line. */
static enum status find_reference(struct call *call, struct link_end *from)
{
    struct reference_list list = {0};
    size_t found = 0;
    enum status status = library_references(call->library, NULL, from->document, &list, call->problem);
    struct place_in_text where = from->where;
    for (size_t i = 0; i < list.count && from->where.end == 0; i++) {
        if (list.items[i].where.line != from->where.line)
            continue;
        where = list.items[i].where;
        found++;
    }
    reference_list_free(&list);
    if (status == STATUS_OK && found > 1)
        return problem_raise(call->problem, STATUS_MISUSE,
                             "line %zu names several documents; say which: DOC:LINE:START-END", from->where.line);
    from->where = where;
    return status;
}

static enum status correct_relay(struct saying *saying, enum act act)
{
    struct call *call = saying->call;
    struct link_end from = {0}, to = {0};
    enum status status = read_end(call, word_at(saying, 2), &from);
    if (status == STATUS_OK && word_at(saying, 3) != NULL)
        status = read_id(call, word_at(saying, 3), "document's id", &to.document);
    if (status != STATUS_OK)
        return status;
    if (to.document == 0 && (act != ACT_STRIKE || from.where.line == 0))
        return problem_raise(call->problem, STATUS_MISUSE, "relay %s needs the document that is relayed",
                             act_name(act));
    if (act != ACT_ADD)
        return say_of_relays(saying, act, from, to);
    status = find_reference(call, &from);
    return status == STATUS_OK ? say(saying, act, LINK_RELAY, from, to) : status;
}

/* Is the passage said to take the directive up? */
static enum status check_follow_up(struct call *call, int64_t directive, struct link_end local)
{
    struct tracer *tracer = tracer_new(call->library, NULL);
    struct follow_up_list list = {0};
    bool found = false;
    enum status status = trace_follow_ups(tracer, directive, &list, call->problem);
    for (size_t i = 0; i < list.count; i++)
        found = found || (list.items[i].document == local.document && list.items[i].where.line == local.where.line);
    if (status == STATUS_OK && !found)
        status = problem_raise(call->problem, STATUS_NOTHING,
                               "line %zu of document %" PRId64 " is not said to take directive %" PRId64 " up",
                               local.where.line, local.document, directive);
    follow_up_list_free(&list);
    tracer_free(&tracer);
    return status;
}

static enum status correct_follow_up(struct saying *saying, enum act act)
{
    struct call *call = saying->call;
    int64_t id = 0;
    struct link_end local = {0};
    enum status status = read_id(call, word_at(saying, 2), "directive's id", &id);
    if (status == STATUS_OK)
        status = read_end(call, word_at(saying, 3), &local);
    struct directive directive = {0};
    if (status == STATUS_OK)
        status = library_directive(call->library, id, &directive, call->problem);
    if (status == STATUS_NOTHING)
        return problem_raise(call->problem, STATUS_NOTHING,
                             "no directive %" PRId64 " in the library; chuanda directives --json shows the ids", id);
    if (status == STATUS_OK && act != ACT_ADD)
        status = check_follow_up(call, id, local);
    if (status == STATUS_OK)
        status = say(saying, act, LINK_FOLLOW_UP, (struct link_end){directive.document, directive.where}, local);
    directive_free(&directive);
    return status;
}

static enum status correct_link(struct saying *saying, bool relay)
{
    const char *word = word_at(saying, 1);
    int act = ACT_CONFIRM;
    while (act < ACTS && word != NULL && strcmp(act_name((enum act)act), word) != 0)
        act++;
    if (word == NULL || act == ACTS)
        return problem_raise(saying->call->problem, STATUS_MISUSE, "%s is none of confirm, strike and add",
                             word == NULL ? "nothing" : word);
    if (saying->call->options->word_count > 4)
        return problem_raise(saying->call->problem, STATUS_MISUSE, "%s is one word too many", word_at(saying, 4));
    return relay ? correct_relay(saying, (enum act)act) : correct_follow_up(saying, (enum act)act);
}

/* Prints the corrections that were made, also where a later one failed. */
static void print_said(const struct saying *saying)
{
    struct correction_list list = {0}, said = {0};
    (void)library_corrections(saying->call->library, NULL, false, &list, NULL);
    for (size_t i = 0; i < list.count; i++) {
        bool new = false;
        for (size_t k = 0; k < saying->count && !new; k++)
            new = list.items[i].id == saying->ids[k];
        if (new) {
            said.items = mem_grow(said.items, said.count, &said.capacity, sizeof *said.items);
            said.items[said.count++] = list.items[i];
        }
    }
    print_corrections(saying->call, &said);
    free(said.items);
    correction_list_free(&list);
}

enum status run_correct(struct call *call)
{
    struct saying saying = {.call = call};
    const char *first = call->options->words[0];
    bool relay = strcmp(first, "relay") == 0;
    enum status status = STATUS_OK;
    if (relay || strcmp(first, "follow-up") == 0)
        status = correct_link(&saying, relay);
    else
        status = correct_document(&saying);
    print_said(&saying);
    free(saying.ids);
    return status;
}
