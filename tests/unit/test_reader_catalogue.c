/* The catalogue: the tree of levels and places. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "chuanda/memory.h"
#include "reader/catalogue.h"

#include <string.h>

static void add(struct document_list *list, enum level level, const char *place, int day)
{
    list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count] = (struct document){.id = (int64_t)list->count + 1,
                                                 .level = level,
                                                 .place = mem_copy(place),
                                                 .title = mem_copy("题目"),
                                                 .date = {.year = 2021, .month = 6, .day = day}};
    list->count++;
}

static void arrange(struct catalogue *catalogue)
{
    struct document_list list = {0};
    add(&list, LEVEL_NATIONAL, NULL, 28);
    add(&list, LEVEL_PROVINCE, "澄江省", 29);
    add(&list, LEVEL_PROVINCE, "澄江省", 30);
    add(&list, LEVEL_PROVINCE, "海东省", 30);
    add(&list, LEVEL_CITY, "澄江省临溪市", 30);
    add(&list, LEVEL_CITY, "远山省石门市", 30);
    add(&list, LEVEL_COUNTY, "澄江省临溪市白苇县", 30);
    add(&list, LEVEL_UNIT, "澄江省临溪市", 30);
    add(&list, LEVEL_UNIT, NULL, 30);
    *catalogue = (struct catalogue){0};
    catalogue_arrange(catalogue, &list, &(struct version_list){0});
}

/* The tree as text: headings with their counts, documents by number, two spaces a depth. */
static void assert_tree(const struct catalogue *catalogue, const char *wanted)
{
    struct buffer text = {0};
    for (size_t i = 0; i < catalogue->line_count; i++) {
        const struct tree_line *line = &catalogue->lines[i];
        buffer_print(&text, "%*s", (int)(2 * line->depth), "");
        if (line->is_group) {
            buffer_add(&text, catalogue->groups[line->index].label);
            buffer_print(&text, " %zu\n", catalogue->groups[line->index].count);
        } else {
            buffer_print(&text, "%zu\n", line->index + 1);
        }
    }
    assert_string_equal(text.bytes, wanted);
    buffer_free(&text);
}

static void cities_hang_under_their_provinces(void **state)
{
    (void)state;
    struct catalogue catalogue;
    arrange(&catalogue);
    assert_tree(&catalogue, "中央 1\n  1\n"
                            "澄江省 2\n  2\n  3\n"
                            "  临溪市 1\n    5\n"
                            "    白苇县 1\n      7\n"
                            "    单位 1\n      8\n"
                            "海东省 1\n  4\n"
                            "远山省石门市 1\n  6\n"
                            "单位 1\n  9\n");
    catalogue_free(&catalogue);
}

static void a_folded_group_hides_what_is_below_and_is_unfolded_when_needed(void **state)
{
    (void)state;
    struct catalogue catalogue;
    arrange(&catalogue);
    catalogue_fold(&catalogue, 1, true);
    assert_tree(&catalogue, "中央 1\n  1\n澄江省 2\n海东省 1\n  4\n远山省石门市 1\n  6\n单位 1\n  9\n");
    size_t line = catalogue_reveal(&catalogue, 7);
    assert_false(catalogue.lines[line].is_group);
    assert_int_equal(catalogue.lines[line].index, 6);
    catalogue_free(&catalogue);
}

static void documents_are_stepped_through_in_the_order_of_the_tree(void **state)
{
    (void)state;
    struct catalogue catalogue;
    arrange(&catalogue);
    catalogue_fold(&catalogue, 1, true);
    assert_int_equal(catalogue_step(&catalogue, 3, 1)->id, 5);
    assert_int_equal(catalogue_step(&catalogue, 4, -1)->id, 8);
    assert_null(catalogue_step(&catalogue, 1, -1));
    assert_null(catalogue_step(&catalogue, 9, 1));
    catalogue_free(&catalogue);
}

static void an_event_stands_once_in_the_tree(void **state)
{
    (void)state;
    struct document_list list = {0};
    add(&list, LEVEL_NATIONAL, NULL, 28);
    add(&list, LEVEL_NATIONAL, NULL, 28);
    add(&list, LEVEL_NATIONAL, NULL, 30);
    add(&list, LEVEL_PROVINCE, "澄江省", 29);
    const struct version versions[] = {{.document = 1, .event = 1, .shown = 2, .next = 2, .count = 2},
                                       {.document = 2, .event = 1, .shown = 2, .next = 1, .count = 2},
                                       {.document = 3, .event = 3, .shown = 3, .next = 3, .count = 1},
                                       {.document = 4, .event = 4, .shown = 4, .next = 4, .count = 1}};
    struct version_list given = {.items = mem_new(4, sizeof *versions), .count = 4, .capacity = 4};
    memcpy(given.items, versions, sizeof versions);
    struct catalogue catalogue = {0};
    catalogue_arrange(&catalogue, &list, &given);
    assert_tree(&catalogue, "中央 2\n  2\n  3\n澄江省 1\n  4\n");
    assert_int_equal(catalogue_versions(&catalogue, 1), 2);
    assert_int_equal(catalogue_reveal(&catalogue, 1), 1);
    assert_int_equal(catalogue_step(&catalogue, 1, 1)->id, 3);
    assert_int_equal(catalogue_step(&catalogue, 3, -1)->id, 2);
    catalogue_free(&catalogue);
}

static void names_are_as_short_as_the_tree_allows(void **state)
{
    (void)state;
    struct catalogue catalogue;
    arrange(&catalogue);
    assert_true(slice_equal(catalogue_place(&catalogue, LEVEL_CITY, "澄江省临溪市"), slice_of("临溪市")));
    assert_true(slice_equal(catalogue_place(&catalogue, LEVEL_NATIONAL, NULL), slice_of("中央")));
    struct buffer text = {0};
    struct document document = {.kind = KIND_MEETING, .organ = "中共中央政治局常务委员会", .title = "题"};
    catalogue_name(&document, &text);
    assert_string_equal(text.bytes, "政治局常委会");
    buffer_clear(&text);
    catalogue_date(&catalogue, &catalogue.documents.items[0], &text);
    assert_string_equal(text.bytes, "06-28");
    buffer_free(&text);
    catalogue_free(&catalogue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cities_hang_under_their_provinces),
                                       cmocka_unit_test(a_folded_group_hides_what_is_below_and_is_unfolded_when_needed),
                                       cmocka_unit_test(documents_are_stepped_through_in_the_order_of_the_tree),
                                       cmocka_unit_test(an_event_stands_once_in_the_tree),
                                       cmocka_unit_test(names_are_as_short_as_the_tree_allows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
