/* What the user says of relays and follow-ups holds: struck, confirmed, added, and undone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "chuanda/buffer.h"
#include "chuanda/correction.h"
#include "chuanda/trace.h"
#include "chuanda/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char text[] = "中共中央政治局召开会议 研究部署防汛工作\n" /* 1 */
                           "\n"
                           "2031年7月1日，中共中央政治局召开会议，研究圩堤加固工作。\n"
                           "会议强调，要逐段加固沿江圩堤，昼夜巡查管涌险情，备足砂石编织袋。\n"
                           "会议指出，要组织小学生错峰返校。\n"
                           "\n"
                           "中共中央政治局召开会议 研究秋粮收购工作\n" /* 7 */
                           "\n"
                           "2031年7月2日，中共中央政治局召开会议，研究秋粮收购工作。\n"
                           "会议强调，要敞开收购农民余粮。\n"
                           "\n"
                           "湖北省委常委会召开会议 研究部署防汛工作\n" /* 12 */
                           "\n"
                           "2031年7月3日，湖北省委常委会召开会议，传达学习7月1日中央政治局会议精神。\n"
                           "会议要求，要逐段加固沿江圩堤，昼夜巡查管涌险情，备足砂石编织袋。\n"
                           "会议要求，要办好群众身边小事。\n";

struct desk {
    struct library *library;
    struct tracer *tracer;
    char *path;
    int64_t first, second, local; /* the three documents */
};

static void take_in(struct desk *desk, const char *content)
{
    FILE *file = fopen(desk->path, "wb");
    assert_non_null(file);
    assert_true(fputs(content, file) >= 0);
    assert_int_equal(fclose(file), 0);
    struct intake_report report;
    assert_int_equal(library_take_in(desk->library, desk->path, &report, NULL), STATUS_OK);
    assert_int_equal(report.documents, 3);
    struct document_list list = {0};
    assert_int_equal(library_documents(desk->library, NULL, NULL, &list, NULL), STATUS_OK);
    desk->first = list.items[0].id;
    desk->second = list.items[1].id;
    desk->local = list.items[2].id;
    document_list_free(&list);
}

static int setup(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    struct buffer path = {0};
    const char *parent = getenv("TMPDIR");
    buffer_print(&path, "%s/chuanda-XXXXXX", parent == NULL ? "/tmp" : parent);
    if (mkdtemp(path.bytes) == NULL || library_open(":memory:", &desk->library, NULL) != STATUS_OK)
        return 1;
    buffer_add_text(&path, "/a.txt");
    desk->path = buffer_take(&path);
    desk->tracer = tracer_new(desk->library, NULL);
    take_in(desk, text);
    *state = desk;
    return 0;
}

static int teardown(void **state)
{
    struct desk *desk = *state;
    tracer_free(&desk->tracer);
    library_close(&desk->library);
    free(desk->path);
    free(desk);
    return 0;
}

/* Where words stand in a document. */
static struct place_in_text place_of(const struct desk *desk, int64_t document, const char *words)
{
    struct passage_list list = {0};
    struct place_in_text where = {0};
    assert_int_equal(library_passages(desk->library, document, &list, NULL), STATUS_OK);
    for (size_t i = 0; i < list.count && where.line == 0; i++) {
        struct slice line = slice_of(list.items[i].text);
        size_t at = slice_find(line, slice_of(words), 0);
        if (at == SLICE_NONE)
            continue;
        size_t start = utf8_count(slice_part(line, 0, at));
        where = (struct place_in_text){list.items[i].line, start, start + utf8_count(slice_of(words))};
    }
    passage_list_free(&list);
    assert_true(where.line != 0);
    return where;
}

static int64_t say(const struct desk *desk, enum act act, enum link link, struct link_end from, struct link_end to)
{
    int64_t id = 0;
    assert_int_equal(library_correct_link(desk->library, act, link, from, to, &id, NULL), STATUS_OK);
    return id;
}

static void undo(const struct desk *desk, int64_t id)
{
    assert_int_equal(library_correction_undo(desk->library, id, NULL), STATUS_OK);
}

/* The relays of the local document; freed by the caller. */
static struct relay_list relays(const struct desk *desk)
{
    struct relay_list list = {0};
    assert_int_equal(trace_relays(desk->tracer, desk->local, &list, NULL), STATUS_OK);
    return list;
}

/* Says something of the local document's reference to the first meeting. */
static int64_t say_of_reference(const struct desk *desk, enum act act, int64_t to)
{
    struct relay_list list = relays(desk);
    struct link_end from = {.document = desk->local, .where = place_of(desk, desk->local, "7月1日中央政治局会议")};
    relay_list_free(&list);
    return say(desk, act, LINK_RELAY, from, (struct link_end){.document = to});
}

static size_t relayed_by(const struct desk *desk, int64_t document)
{
    struct relay_list list = {0};
    assert_int_equal(trace_relayed_by(desk->tracer, document, &list, NULL), STATUS_OK);
    size_t count = list.count;
    relay_list_free(&list);
    return count;
}

/* Is there one relay, to this document, and in this state? */
static void assert_relay(const struct desk *desk, int64_t to, enum link_state state)
{
    struct relay_list list = relays(desk);
    size_t found = 0;
    for (size_t i = 0; i < list.count; i++) {
        if (list.items[i].to != to)
            continue;
        assert_int_equal(list.items[i].state, state);
        found++;
    }
    assert_int_equal(found, 1);
    relay_list_free(&list);
}

static void a_struck_relay_is_gone_until_it_is_undone(void **state)
{
    const struct desk *desk = *state;
    assert_relay(desk, desk->first, LINK_RECOGNISED);
    size_t before = relayed_by(desk, desk->first);
    int64_t id = say_of_reference(desk, ACT_STRIKE, desk->first);
    struct relay_list list = relays(desk);
    for (size_t i = 0; i < list.count; i++)
        assert_true(list.items[i].to != desk->first || list.items[i].where.line != 14);
    relay_list_free(&list);
    assert_int_equal(relayed_by(desk, desk->first), before - 1);
    undo(desk, id);
    assert_relay(desk, desk->first, LINK_RECOGNISED);
}

static void a_wrong_relay_is_mended(void **state)
{
    const struct desk *desk = *state;
    (void)say_of_reference(desk, ACT_STRIKE, desk->first);
    (void)say_of_reference(desk, ACT_ADD, desk->second);
    assert_relay(desk, desk->second, LINK_ADDED);
    assert_int_equal(relayed_by(desk, desk->second), 1);
    struct chain chain = {0};
    assert_int_equal(trace_chain(desk->tracer, desk->local, &chain, NULL), STATUS_OK);
    assert_int_equal(chain.items[0].document, desk->second);
    chain_free(&chain);
}

static void a_reference_can_be_struck_altogether(void **state)
{
    const struct desk *desk = *state;
    struct relay_list before = relays(desk);
    (void)say_of_reference(desk, ACT_STRIKE, 0);
    struct relay_list after = relays(desk);
    assert_int_equal(after.count, before.count - 1);
    relay_list_free(&before);
    relay_list_free(&after);
}

static void a_confirmed_relay_is_marked_and_the_last_word_holds(void **state)
{
    const struct desk *desk = *state;
    (void)say_of_reference(desk, ACT_STRIKE, desk->first);
    int64_t id = say_of_reference(desk, ACT_CONFIRM, desk->first);
    assert_relay(desk, desk->first, LINK_CONFIRMED);
    undo(desk, id);
    assert_int_equal(relayed_by(desk, desk->first), 0);
}

static void a_relay_is_added_where_none_was_recognised(void **state)
{
    const struct desk *desk = *state;
    struct link_end from = {.document = desk->local, .where = place_of(desk, desk->local, "群众身边小事")};
    int64_t id = say(desk, ACT_ADD, LINK_RELAY, from, (struct link_end){.document = desk->second});
    struct relay_list list = relays(desk);
    const struct relay *last = &list.items[list.count - 1];
    assert_int_equal(last->to, desk->second);
    assert_int_equal(last->state, LINK_ADDED);
    assert_int_equal(last->where.line, 16);
    assert_string_equal(last->text, "群众身边小事");
    assert_true(last->reference < 0);
    relay_list_free(&list);
    assert_int_equal(relayed_by(desk, desk->second), 1);
    undo(desk, id);
    assert_int_equal(relayed_by(desk, desk->second), 0);
}

/* The follow-ups of the first document's directives in a passage of the local one; freed by the caller. */
static struct follow_up_list follow_ups(const struct desk *desk)
{
    struct follow_up_list list = {0};
    assert_int_equal(trace_document_follow_ups(desk->tracer, desk->first, &list, NULL), STATUS_OK);
    return list;
}

static int64_t say_of_follow_up(const struct desk *desk, enum act act, const char *directive, const char *local)
{
    struct link_end from = {.document = desk->first, .where = place_of(desk, desk->first, directive)};
    struct link_end to = {.document = desk->local, .where = place_of(desk, desk->local, local)};
    return say(desk, act, LINK_FOLLOW_UP, from, to);
}

static void a_struck_follow_up_is_gone_both_ways(void **state)
{
    const struct desk *desk = *state;
    struct follow_up_list list = follow_ups(desk);
    assert_int_equal(list.count, 1);
    int64_t directive = list.items[0].directive;
    follow_up_list_free(&list);
    (void)say_of_follow_up(desk, ACT_STRIKE, "要逐段加固沿江圩堤", "会议要求，要逐段加固");
    list = follow_ups(desk);
    assert_int_equal(list.count, 0);
    assert_int_equal(trace_follow_ups(desk->tracer, directive, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 0);
    assert_int_equal(trace_taken_up(desk->tracer, desk->local, 15, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 0);
    follow_up_list_free(&list);
}

static void a_confirmed_follow_up_is_certain(void **state)
{
    const struct desk *desk = *state;
    (void)say_of_follow_up(desk, ACT_STRIKE, "要逐段加固沿江圩堤", "会议要求，要逐段加固");
    (void)say_of_follow_up(desk, ACT_CONFIRM, "要逐段加固沿江圩堤", "会议要求，要逐段加固");
    struct follow_up_list list = follow_ups(desk);
    assert_int_equal(list.count, 1);
    assert_true(list.items[0].score >= 1);
    assert_int_equal(list.items[0].state, LINK_CONFIRMED);
    assert_true(list.items[0].shared_count > 0);
    follow_up_list_free(&list);
}

static size_t count_follow_ups(const struct desk *desk)
{
    struct follow_up_list list = {0};
    assert_int_equal(trace_document_follow_ups(desk->tracer, 0, &list, NULL), STATUS_OK);
    size_t count = list.count;
    follow_up_list_free(&list);
    return count;
}

/* Another file tells of the same meetings: whatever pair of their versions is struck, none is left. */
static void what_is_said_of_a_follow_up_holds_in_every_version(void **state)
{
    const struct desk *desk = *state;
    struct buffer path = {0}, more = {0};
    struct intake_report report;
    buffer_print(&path, "%s.more.txt", desk->path);
    buffer_print(&more, "%s会议还听取了其他汇报。\n", text);
    FILE *file = fopen(path.bytes, "wb");
    assert_non_null(file);
    assert_true(fputs(more.bytes, file) >= 0);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(library_take_in(desk->library, path.bytes, &report, NULL), STATUS_OK);
    buffer_free(&path);
    buffer_free(&more);
    assert_int_equal(count_follow_ups(desk), 4);
    int64_t id = say_of_follow_up(desk, ACT_STRIKE, "要逐段加固沿江圩堤", "会议要求，要逐段加固");
    assert_int_equal(count_follow_ups(desk), 0);
    undo(desk, id);
    assert_int_equal(count_follow_ups(desk), 4);
}

static void a_follow_up_is_added_where_no_word_is_shared(void **state)
{
    const struct desk *desk = *state;
    int64_t id = say_of_follow_up(desk, ACT_ADD, "要组织小学生错峰返校", "要办好群众身边小事");
    struct follow_up_list list = {0};
    assert_int_equal(trace_taken_up(desk->tracer, desk->local, 16, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].state, LINK_ADDED);
    assert_int_equal(list.items[0].where.line, 16);
    assert_true(list.items[0].where.end > list.items[0].where.start);
    assert_int_equal(list.items[0].class, CLASS_SUBSTANCE);
    assert_int_equal(list.items[0].shared_count, 0);
    follow_up_list_free(&list);
    undo(desk, id);
    assert_int_equal(trace_taken_up(desk->tracer, desk->local, 16, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 0);
}

static void links_survive_a_changed_file(void **state)
{
    struct desk *desk = *state;
    (void)say_of_follow_up(desk, ACT_STRIKE, "要逐段加固沿江圩堤", "会议要求，要逐段加固");
    (void)say_of_reference(desk, ACT_CONFIRM, desk->first);
    struct buffer changed = {0};
    buffer_print(&changed, "\n\n%s", text);
    take_in(desk, changed.bytes);
    buffer_free(&changed);
    struct follow_up_list list = follow_ups(desk);
    assert_int_equal(list.count, 0);
    follow_up_list_free(&list);
    assert_relay(desk, desk->first, LINK_CONFIRMED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_struck_relay_is_gone_until_it_is_undone, setup, teardown),
        cmocka_unit_test_setup_teardown(a_wrong_relay_is_mended, setup, teardown),
        cmocka_unit_test_setup_teardown(a_reference_can_be_struck_altogether, setup, teardown),
        cmocka_unit_test_setup_teardown(a_confirmed_relay_is_marked_and_the_last_word_holds, setup, teardown),
        cmocka_unit_test_setup_teardown(a_relay_is_added_where_none_was_recognised, setup, teardown),
        cmocka_unit_test_setup_teardown(a_struck_follow_up_is_gone_both_ways, setup, teardown),
        cmocka_unit_test_setup_teardown(a_confirmed_follow_up_is_certain, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_said_of_a_follow_up_holds_in_every_version, setup, teardown),
        cmocka_unit_test_setup_teardown(a_follow_up_is_added_where_no_word_is_shared, setup, teardown),
        cmocka_unit_test_setup_teardown(links_survive_a_changed_file, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
