#include "opened.h"

#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "screen.h"

#include <stdlib.h>

bool place_covers(struct place_in_text where, size_t line, size_t code_point)
{
    return where.line == line && where.start <= code_point && code_point < where.end;
}

static void add_stretch(struct opened *opened, struct place_in_text where, unsigned roles)
{
    opened->stretches =
        mem_grow(opened->stretches, opened->stretch_count, &opened->stretch_capacity, sizeof *opened->stretches);
    opened->stretches[opened->stretch_count++] = (struct stretch){.where = where, .roles = roles};
}

/* What word processors leave behind when a file becomes plain text: from these signs to the next ]. */
static const char *const residue[] = {"[bookmark:", "[image:", "[footnote:", "[endnote:", "[comment:", "[field:"};

static void mark_residue_of(struct opened *opened, const struct passage *passage, struct slice sign)
{
    struct slice rest = slice_of(passage->text);
    size_t code_point = 0; /* at which `rest` starts */
    for (size_t at = slice_find(rest, sign, 0); at != SLICE_NONE; at = slice_find(rest, sign, 0)) {
        size_t close = slice_find(rest, slice_of("]"), at);
        if (close == SLICE_NONE)
            return;
        struct place_in_text where = {.line = passage->line};
        where.start = code_point + utf8_count(slice_part(rest, 0, at));
        where.end = where.start + utf8_count(slice_part(rest, at, close + 1));
        add_stretch(opened, where, ROLE_FAINT);
        rest = slice_part(rest, close + 1, rest.length);
        code_point = where.end;
    }
}

static void mark_residue(struct opened *opened, const struct passage *passage)
{
    for (size_t i = 0; i < sizeof residue / sizeof residue[0]; i++)
        mark_residue_of(opened, passage, slice_of(residue[i]));
}

/*
 * A lead stands before its first directive, behind the directive before that
 * one; carried on, it stands nowhere again.  Line by line, so that a passage is
 * gone through once, however long it is.
 */
struct lead_search {
    size_t line;
    struct slice text; /* of the line */
    size_t byte;       /* where the last directive ended */
    size_t code_point;
};

static void mark_lead(struct opened *opened, const struct directive *directive, struct lead_search *search)
{
    struct place_in_text where = directive->where;
    if (search->line != where.line)
        *search = (struct lead_search){.line = where.line, .text = opened_line(opened, where.line)};
    if (where.start < search->code_point)
        return;
    struct slice rest = slice_part(search->text, search->byte, search->text.length);
    size_t start = utf8_byte(rest, where.start - search->code_point);
    struct slice before = slice_part(rest, 0, start);
    struct slice lead = slice_of(directive->lead);
    size_t found = slice_find(before, lead, 0);
    if (found != SLICE_NONE) {
        struct place_in_text at = {.line = where.line};
        at.start = search->code_point + utf8_count(slice_part(before, 0, found));
        at.end = at.start + utf8_count(lead);
        add_stretch(opened, at, ROLE_LEAD);
    }
    search->byte += start + utf8_byte(slice_part(rest, start, rest.length), where.end - where.start);
    search->code_point = where.end;
}

static void add_directive_line(struct opened *opened, bool is_lead, size_t directive)
{
    opened->lines = mem_grow(opened->lines, opened->line_count, &opened->line_capacity, sizeof *opened->lines);
    opened->lines[opened->line_count++] = (struct directive_line){.is_lead = is_lead, .directive = directive};
}

static bool same_words(const char *a, const char *b)
{
    return slice_equal(slice_of(a), slice_of(b));
}

static void list_directives(struct opened *opened)
{
    for (size_t i = 0; i < opened->directives.count; i++) {
        const struct directive *directive = &opened->directives.items[i];
        const struct directive *before = i == 0 ? NULL : directive - 1;
        bool same = before != NULL && same_words(before->lead, directive->lead) &&
                    same_words(before->speaker, directive->speaker);
        if (!same && (before != NULL || directive->lead != NULL || directive->speaker != NULL))
            add_directive_line(opened, true, i);
        add_directive_line(opened, false, i);
    }
}

enum status opened_load_bookmarks(struct opened *opened, struct library *library, const struct scope *scope,
                                  struct problem *problem)
{
    struct bookmark_list all = {0};
    enum status status = library_bookmarks(library, scope, &all, problem);
    if (status == STATUS_OK) {
        bookmark_list_free(&opened->bookmarks);
        opened->bookmarks = all;
    }
    return status;
}

static enum status load_parts(struct opened *opened, struct library *library, const struct scope *scope,
                              struct problem *problem)
{
    enum status status = library_passages(library, opened->id, &opened->passages, problem);
    if (status == STATUS_OK)
        status = library_directives(library, scope, opened->id, &opened->directives, problem);
    if (status == STATUS_OK)
        status = library_references(library, scope, opened->id, &opened->references, problem);
    if (status == STATUS_OK)
        status = opened_load_bookmarks(opened, library, scope, problem);
    return status;
}

enum status opened_load(struct opened *opened, struct library *library, const struct scope *scope,
                        const struct document *document, struct problem *problem)
{
    struct opened fresh = {.id = document->id, .document = document};
    enum status status = load_parts(&fresh, library, scope, problem);
    if (status != STATUS_OK) {
        opened_free(&fresh);
        return status;
    }
    for (size_t i = 0; i < fresh.passages.count; i++)
        mark_residue(&fresh, &fresh.passages.items[i]);
    struct lead_search search = {0};
    for (size_t i = 0; i < fresh.directives.count; i++)
        mark_lead(&fresh, &fresh.directives.items[i], &search);
    for (size_t i = 0; i < fresh.references.count; i++)
        add_stretch(&fresh, fresh.references.items[i].where, ROLE_REFERENCE);
    list_directives(&fresh);
    fresh.told = mem_new(fresh.directives.count, sizeof *fresh.told);
    fresh.counts = mem_new(fresh.directives.count, sizeof *fresh.counts);
    opened_free(opened);
    *opened = fresh;
    return STATUS_OK;
}

void opened_add_references(struct opened *opened, const struct relay_list *relays)
{
    struct reference_list *list = &opened->references;
    for (size_t i = 0; i < relays->count; i++) {
        const struct relay *relay = &relays->items[i];
        if (relay->reference > 0)
            continue;
        list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
        list->items[list->count++] = (struct reference){.id = relay->reference,
                                                        .document = relay->from,
                                                        .where = relay->where,
                                                        .text = mem_copy(relay->text),
                                                        .manner = relay->manner};
        add_stretch(opened, relay->where, ROLE_REFERENCE);
    }
}

void opened_free(struct opened *opened)
{
    for (size_t i = 0; opened->told != NULL && i < opened->directives.count; i++)
        free(opened->told[i].text);
    free(opened->told);
    passage_list_free(&opened->passages);
    directive_list_free(&opened->directives);
    reference_list_free(&opened->references);
    bookmark_list_free(&opened->bookmarks);
    chain_free(&opened->chain);
    free(opened->stretches);
    free(opened->lines);
    free(opened->counts);
    *opened = (struct opened){0};
}

struct slice opened_line(const struct opened *opened, size_t line)
{
    for (size_t i = 0; i < opened->passages.count; i++) {
        if (opened->passages.items[i].line == line)
            return slice_of(opened->passages.items[i].text);
    }
    return slice_of("");
}

size_t opened_directive_at(const struct opened *opened, size_t line, size_t code_point)
{
    size_t found = opened->directives.count > 0 ? 0 : SLICE_NONE;
    for (size_t i = 0; i < opened->directives.count; i++) {
        struct place_in_text where = opened->directives.items[i].where;
        if (where.line < line || (where.line == line && where.start <= code_point))
            found = i;
    }
    return found;
}

size_t opened_directive_line(const struct opened *opened, size_t directive)
{
    for (size_t i = 0; i < opened->line_count; i++) {
        if (!opened->lines[i].is_lead && opened->lines[i].directive == directive)
            return i;
    }
    return 0;
}
