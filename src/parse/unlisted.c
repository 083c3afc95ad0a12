/*
 * Places that the table of divisions does not hold: new ones, renamed ones,
 * invented ones.  A name counts where it is written out before a body or an
 * office at the beginning of a clause (甲乙省委书记, 丙丁市政府) and stands in the
 * source a second time; where 甲乙省丙丁市 is written, the one lies in the other.
 */
#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "draft.h"

#include <stdlib.h>
#include <string.h>

struct name {
    char *text; /* owned: 丙丁市 */
    enum level level;
    char *full; /* owned: 甲乙省丙丁市 */
};

struct name_list {
    struct name *items;
    size_t count;
    size_t capacity;
};

/* Words of the genre that stand before 省委, 市委 … as a name would. */
static bool speaks_of_others(struct slice name)
{
    static const char *const words[] = {"传达", "学习", "贯彻", "落实", "召开", "研究", "部署", "根据", "按照", "听取",
                                        "审议", "出席", "主持", "参加", "讨论", "通过", "同意", "要求", "各",   "全",
                                        "我",   "本",   "原",   "受",   "由",   "向",   "在",   "对",   "经",   "和",
                                        "与",   "及",   "同",   "是",   "等",   "有关", "届"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (slice_has(name, words[i]))
            return true;
    }
    return false;
}

static size_t count_in_page(const struct page *page, struct slice words)
{
    size_t count = 0;
    for (size_t i = 0; i < page->count; i++) {
        for (size_t at = 0; (at = slice_find(page->lines[i].text, words, at)) != SLICE_NONE; at += words.length)
            count++;
    }
    return count;
}

static bool is_listed(const struct parser *parser, struct slice name)
{
    struct place_mention mention;
    return place_find(parser->places, name, 0, 0, &mention) && mention.end == name.length;
}

/* `borne`: whether the name that it stands right before comes back, so that it need not. */
static bool add_name(const struct parser *parser, const struct page *page, struct name_list *names, struct slice name,
                     enum level level, bool borne)
{
    if (name.length == 0 || speaks_of_others(name) || is_listed(parser, name) ||
        (!borne && count_in_page(page, name) < 2))
        return false;
    for (size_t i = 0; i < names->count; i++) {
        if (slice_equal(slice_of(names->items[i].text), name))
            return true;
    }
    names->items = mem_grow(names->items, names->count, &names->capacity, sizeof *names->items);
    names->items[names->count++] = (struct name){.text = slice_copy(name), .level = level};
    return true;
}

static void collect(const struct parser *parser, const struct page *page, struct name_list *names)
{
    static const enum level levels[] = {LEVEL_PROVINCE, LEVEL_CITY, LEVEL_COUNTY};
    struct match match;
    for (size_t i = 0; i < page->count; i++) {
        struct slice text = page->lines[i].text;
        for (size_t at = 0; rule_find_from(parser->documents, RULE_WRITTEN_PLACE, text, at, &match);
             at = match.group[0].end) {
            bool borne = false;
            for (int group = 3; group >= 1; group--)
                borne = add_name(parser, page, names, rule_group(text, &match, group), levels[group - 1], borne);
        }
    }
}

/* The full name of a place: behind that of the one right before which it is written. */
static char *full_name(const struct page *page, const struct name_list *names, const struct name *name)
{
    char *best = mem_copy(name->text);
    for (size_t i = 0; i < names->count; i++) {
        const struct name *outer = &names->items[i];
        if (outer->level >= name->level)
            continue;
        struct buffer both = {0}, full = {0};
        buffer_print(&both, "%s%s", outer->text, name->text);
        buffer_print(&full, "%s%s", outer->full != NULL ? outer->full : outer->text, name->text);
        if (count_in_page(page, buffer_slice(&both)) > 0 && full.length > strlen(best)) {
            free(best);
            best = buffer_take(&full);
        }
        buffer_free(&both);
        buffer_free(&full);
    }
    return best;
}

static void complete(const struct page *page, struct name_list *names)
{
    for (enum level level = LEVEL_PROVINCE; level <= LEVEL_COUNTY; level++) {
        for (size_t i = 0; i < names->count; i++) {
            if (names->items[i].level == level)
                names->items[i].full = full_name(page, names, &names->items[i]);
        }
    }
}

static bool wants_place(const struct draft *draft)
{
    enum level level = draft->document.level;
    return draft->document.place == NULL && draft->facts[FIELD_PLACE] == NULL &&
           (level == LEVEL_PROVINCE || level == LEVEL_CITY || level == LEVEL_COUNTY);
}

static void settle(struct draft *draft, const struct page *page, const char *place, const char *rule)
{
    draft->document.place = mem_copy(place);
    note(draft, page, FIELD_PLACE, page->count, slice_of(""), rule);
}

/* From its own title and opening. */
static void settle_by_text(const struct page *page, struct draft *draft, const struct name_list *names)
{
    size_t end = draft->opening <= draft->last ? draft->opening + 1 : draft->title_end;
    for (size_t i = draft->first; i < end && wants_place(draft); i++) {
        for (size_t n = 0; n < names->count && wants_place(draft); n++) {
            if (names->items[n].level == draft->document.level && slice_has(page->lines[i].text, names->items[n].text))
                settle(draft, page, names->items[n].full, "机构之前写出的地名");
        }
    }
}

static void settle_by_chair(const struct page *page, struct draft_list *drafts, struct draft *draft)
{
    for (size_t i = 0; i < drafts->count && wants_place(draft); i++) {
        const struct document *other = &drafts->items[i].document;
        if (other->place != NULL && same_chair(&draft->document, other))
            settle(draft, page, other->place, "同一主持人的文件中的地名");
    }
}

/* The place that all documents of the level share which have one. */
static void settle_by_level(const struct page *page, struct draft_list *drafts, struct draft *draft)
{
    const char *only = NULL;
    if (!wants_place(draft))
        return;
    for (size_t i = 0; i < drafts->count; i++) {
        const struct document *other = &drafts->items[i].document;
        if (other->level != draft->document.level || other->place == NULL)
            continue;
        if (only != NULL && strcmp(only, other->place) != 0)
            return;
        only = other->place;
    }
    if (only != NULL)
        settle(draft, page, only, "汇编中此层级仅有的地区");
}

void read_unlisted_places(const struct parser *parser, const struct page *page, struct draft_list *drafts)
{
    struct name_list names = {0};
    bool wanted = false;
    for (size_t i = 0; i < drafts->count; i++)
        wanted = wanted || wants_place(&drafts->items[i]);
    if (!wanted)
        return;
    collect(parser, page, &names);
    complete(page, &names);
    for (size_t i = 0; i < drafts->count; i++)
        settle_by_text(page, &drafts->items[i], &names);
    for (size_t i = 0; i < drafts->count; i++)
        settle_by_chair(page, drafts, &drafts->items[i]);
    for (size_t i = 0; i < drafts->count && names.count > 0; i++)
        settle_by_level(page, drafts, &drafts->items[i]);
    for (size_t i = 0; i < names.count; i++) {
        free(names.items[i].text);
        free(names.items[i].full);
    }
    free(names.items);
}
