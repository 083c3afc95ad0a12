#include "catalogue.h"

#include "chuanda/memory.h"

#include <stdlib.h>
#include <string.h>

/* Is `outer` a proper beginning of the place's full name? */
static bool within(const char *outer, const char *place)
{
    return outer != NULL && place != NULL && slice_starts(slice_of(place), slice_of(outer)) &&
           strlen(outer) < strlen(place);
}

static bool same_place(const char *a, const char *b)
{
    return slice_equal(slice_of(a), slice_of(b));
}

static size_t group_for(struct catalogue *catalogue, const struct document *document)
{
    /* Documents come sorted by level and place: it is nearly always the last group. */
    for (size_t i = catalogue->group_count; i > 0; i--) {
        const struct group *group = &catalogue->groups[i - 1];
        if (group->level == document->level && same_place(group->place, document->place))
            return i - 1;
    }
    catalogue->groups =
        mem_grow(catalogue->groups, catalogue->group_count, &catalogue->group_capacity, sizeof *catalogue->groups);
    catalogue->groups[catalogue->group_count] =
        (struct group){.level = document->level, .place = document->place, .parent = GROUP_NONE};
    return catalogue->group_count++;
}

/* The longest place around this one; for a unit that names a place, the place itself. */
static long parent_of(const struct catalogue *catalogue, const struct group *group)
{
    long parent = GROUP_NONE;
    size_t longest = 0;
    for (size_t i = 0; i < catalogue->group_count; i++) {
        const struct group *other = &catalogue->groups[i];
        if (other->level >= group->level || other->place == NULL || group->place == NULL)
            continue;
        bool around = within(other->place, group->place) || same_place(other->place, group->place);
        if (around && strlen(other->place) >= longest) {
            parent = (long)i;
            longest = strlen(other->place);
        }
    }
    return parent;
}

static struct slice label_of(const struct catalogue *catalogue, const struct group *group)
{
    if (group->place == NULL || group->level == LEVEL_UNIT)
        return slice_of(level_label(group->level));
    struct slice place = slice_of(group->place);
    if (group->parent != GROUP_NONE && within(catalogue->groups[group->parent].place, group->place))
        return slice_part(place, strlen(catalogue->groups[group->parent].place), place.length);
    return place;
}

static unsigned depth_of(const struct catalogue *catalogue, const struct group *group)
{
    unsigned depth = 0;
    for (long parent = group->parent; parent != GROUP_NONE; parent = catalogue->groups[parent].parent)
        depth++;
    return depth;
}

/* Is a document the one that stands for its event? */
static bool is_shown(const struct catalogue *catalogue, const struct document *document)
{
    const struct version *version = version_of(&catalogue->versions, document->id);
    return version == NULL || version->shown == document->id;
}

static void add_line(struct catalogue *catalogue, bool is_group, size_t index, unsigned depth)
{
    catalogue->lines =
        mem_grow(catalogue->lines, catalogue->line_count, &catalogue->line_capacity, sizeof *catalogue->lines);
    catalogue->lines[catalogue->line_count++] =
        (struct tree_line){.is_group = is_group, .index = index, .depth = depth};
}

/* The groups below `parent` with all that hangs on them; `all`: also what is folded away. */
static void add_groups(struct catalogue *catalogue, long parent, bool all)
{
    for (size_t i = 0; i < catalogue->group_count; i++) {
        const struct group *group = &catalogue->groups[i];
        if (group->parent != parent)
            continue;
        add_line(catalogue, true, i, group->depth);
        if (group->folded && !all)
            continue;
        for (size_t j = 0; j < group->count; j++)
            add_line(catalogue, false, group->documents[j], group->depth + 1);
        add_groups(catalogue, (long)i, all);
    }
}

static void show_lines(struct catalogue *catalogue)
{
    catalogue->line_count = 0;
    add_groups(catalogue, GROUP_NONE, false);
}

static void note_order(struct catalogue *catalogue)
{
    catalogue->order = mem_new(catalogue->documents.count, sizeof *catalogue->order);
    catalogue->line_count = 0;
    add_groups(catalogue, GROUP_NONE, true);
    for (size_t i = 0; i < catalogue->line_count; i++) {
        if (!catalogue->lines[i].is_group)
            catalogue->order[catalogue->order_count++] = catalogue->lines[i].index;
    }
}

static void add_to_group(struct catalogue *catalogue, size_t document)
{
    size_t index = group_for(catalogue, &catalogue->documents.items[document]); /* may move the groups */
    struct group *group = &catalogue->groups[index];
    group->documents = mem_grow(group->documents, group->count, &group->capacity, sizeof *group->documents);
    group->documents[group->count++] = document;
}

void catalogue_arrange(struct catalogue *catalogue, struct document_list *documents, struct version_list *versions)
{
    catalogue_free(catalogue);
    catalogue->documents = *documents;
    catalogue->versions = *versions;
    *documents = (struct document_list){0};
    *versions = (struct version_list){0};
    int year = 0;
    for (size_t i = 0; i < catalogue->documents.count; i++) {
        const struct document *document = &catalogue->documents.items[i];
        if (is_shown(catalogue, document))
            add_to_group(catalogue, i);
        if (document->date.year != 0 && year != 0 && document->date.year != year)
            catalogue->years = true;
        if (document->date.year != 0)
            year = document->date.year;
    }
    for (size_t i = 0; i < catalogue->group_count; i++)
        catalogue->groups[i].parent = parent_of(catalogue, &catalogue->groups[i]);
    for (size_t i = 0; i < catalogue->group_count; i++) {
        catalogue->groups[i].label = label_of(catalogue, &catalogue->groups[i]);
        catalogue->groups[i].depth = depth_of(catalogue, &catalogue->groups[i]);
    }
    note_order(catalogue);
    show_lines(catalogue);
}

enum status catalogue_load(struct catalogue *catalogue, struct library *library, const struct scope *scope,
                           struct tracer *tracer, struct problem *problem)
{
    struct document_list documents = {0};
    struct version_list versions = {0};
    enum status status = library_documents(library, scope, &(struct document_filter){0}, &documents, problem);
    if (status == STATUS_OK)
        status = trace_versions(tracer, &versions, problem);
    if (status == STATUS_OK)
        catalogue_arrange(catalogue, &documents, &versions);
    document_list_free(&documents);
    version_list_free(&versions);
    return status;
}

void catalogue_free(struct catalogue *catalogue)
{
    for (size_t i = 0; i < catalogue->group_count; i++)
        free(catalogue->groups[i].documents);
    free(catalogue->groups);
    free(catalogue->lines);
    free(catalogue->order);
    document_list_free(&catalogue->documents);
    version_list_free(&catalogue->versions);
    *catalogue = (struct catalogue){0};
}

const struct document *catalogue_document(const struct catalogue *catalogue, int64_t id)
{
    for (size_t i = 0; i < catalogue->documents.count; i++) {
        if (catalogue->documents.items[i].id == id)
            return &catalogue->documents.items[i];
    }
    return NULL;
}

bool catalogue_same(const struct catalogue *catalogue, int64_t id, int64_t other)
{
    return version_same(&catalogue->versions, id, other);
}

size_t catalogue_versions(const struct catalogue *catalogue, int64_t id)
{
    const struct version *version = version_of(&catalogue->versions, id);
    return version == NULL ? 1 : version->count;
}

/* The document that stands for a document's event. */
static int64_t shown_for(const struct catalogue *catalogue, int64_t id)
{
    const struct version *version = version_of(&catalogue->versions, id);
    return version == NULL ? id : version->shown;
}

const struct document *catalogue_step(const struct catalogue *catalogue, int64_t id, int steps)
{
    int64_t shown = shown_for(catalogue, id);
    for (size_t i = 0; i < catalogue->order_count; i++) {
        if (catalogue->documents.items[catalogue->order[i]].id != shown)
            continue;
        long to = (long)i + steps;
        return to < 0 || to >= (long)catalogue->order_count ? NULL : &catalogue->documents.items[catalogue->order[to]];
    }
    return NULL;
}

void catalogue_fold(struct catalogue *catalogue, size_t group, bool folded)
{
    catalogue->groups[group].folded = folded;
    show_lines(catalogue);
}

void catalogue_fold_as(struct catalogue *catalogue, const struct catalogue *other)
{
    for (size_t i = 0; i < catalogue->group_count; i++) {
        struct group *group = &catalogue->groups[i];
        for (size_t j = 0; j < other->group_count; j++) {
            const struct group *before = &other->groups[j];
            if (before->level == group->level && same_place(before->place, group->place))
                group->folded = before->folded;
        }
    }
    show_lines(catalogue);
}

size_t catalogue_group_of(const struct catalogue *catalogue, size_t document)
{
    for (size_t i = 0; i < catalogue->group_count; i++) {
        for (size_t j = 0; j < catalogue->groups[i].count; j++) {
            if (catalogue->groups[i].documents[j] == document)
                return i;
        }
    }
    return 0;
}

size_t catalogue_reveal(struct catalogue *catalogue, int64_t id)
{
    const struct document *document = catalogue_document(catalogue, shown_for(catalogue, id));
    if (document == NULL)
        return 0;
    size_t index = (size_t)(document - catalogue->documents.items);
    for (long group = (long)catalogue_group_of(catalogue, index); group != GROUP_NONE;
         group = catalogue->groups[group].parent)
        catalogue->groups[group].folded = false;
    show_lines(catalogue);
    for (size_t i = 0; i < catalogue->line_count; i++) {
        if (!catalogue->lines[i].is_group && catalogue->lines[i].index == index)
            return i;
    }
    return 0;
}

size_t catalogue_group_line(const struct catalogue *catalogue, size_t group)
{
    for (size_t i = 0; i < catalogue->line_count; i++) {
        if (catalogue->lines[i].is_group && catalogue->lines[i].index == group)
            return i;
    }
    return 0;
}

struct slice catalogue_place(const struct catalogue *catalogue, enum level level, const char *place)
{
    if (place == NULL)
        return slice_of(level_label(level));
    size_t longest = 0;
    for (size_t i = 0; i < catalogue->group_count; i++) {
        const char *other = catalogue->groups[i].place;
        if (within(other, place) && strlen(other) > longest)
            longest = strlen(other);
    }
    struct slice whole = slice_of(place);
    return slice_part(whole, longest, whole.length);
}

void catalogue_date(const struct catalogue *catalogue, const struct document *document, struct buffer *text)
{
    struct date date = document->date;
    if (date.month == 0) {
        if (date.year != 0)
            buffer_print(text, "%d", date.year);
        else
            buffer_add_text(text, "  ?  ");
        return;
    }
    if (catalogue->years && date.year != 0)
        buffer_print(text, "%04d-", date.year);
    if (date.day != 0)
        buffer_print(text, "%02d-%02d", date.month, date.day);
    else
        buffer_print(text, "%02d-?", date.month);
}

void catalogue_introduce(const struct catalogue *catalogue, int64_t id, struct buffer *text)
{
    const struct document *document = catalogue_document(catalogue, id);
    if (document == NULL) {
        buffer_add_text(text, "（不在当前范围）");
        return;
    }
    buffer_add(text, catalogue_place(catalogue, document->level, document->place));
    buffer_add_text(text, " ");
    catalogue_date(catalogue, document, text);
    buffer_add_text(text, "  ");
}

/* What a list need not say: the longer wordings first. */
static const struct {
    const char *long_name;
    const char *short_name;
} short_names[] = {
    {"中共中央政治局常务委员会", "政治局常委会"},
    {"中央政治局常务委员会", "政治局常委会"},
    {"中央政治局常委会", "政治局常委会"},
    {"中共中央政治局", "政治局"},
    {"中央政治局", "政治局"},
    {"中国共产党", ""},
    {"中共", ""},
};

void catalogue_name(const struct document *document, struct buffer *text)
{
    if (document->kind != KIND_MEETING || document->organ == NULL) {
        if (document->kind != KIND_MEETING)
            buffer_print(text, "%s ", kind_label(document->kind));
        buffer_add_text(text, document->title);
        return;
    }
    struct slice organ = slice_of(document->organ);
    for (size_t i = 0; i < sizeof short_names / sizeof short_names[0]; i++) {
        if (slice_starts(organ, slice_of(short_names[i].long_name))) {
            buffer_add_text(text, short_names[i].short_name);
            organ = slice_part(organ, strlen(short_names[i].long_name), organ.length);
            break;
        }
    }
    buffer_add(text, organ);
}
