/* A library that an older chuanda wrote is brought up to date, with all that is the user's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "chuanda/buffer.h"
#include "chuanda/correction.h"
#include "library/database.h"

#include <stdlib.h>
#include <string.h>

/* The schema as it was when libraries were of version 1, and what such a library held. */
static const char first_schema[] =
    "CREATE TABLE source ("
    "  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, name TEXT NOT NULL, hash TEXT NOT NULL UNIQUE,"
    "  charset TEXT NOT NULL, lines INTEGER NOT NULL, replaced INTEGER NOT NULL, parse_version INTEGER NOT NULL);"

    "CREATE TABLE passage ("
    "  id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE, line INTEGER NOT NULL,"
    "  text TEXT NOT NULL, UNIQUE (source, line));"

    "CREATE TABLE document ("
    "  id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,"
    "  first_line INTEGER NOT NULL, last_line INTEGER NOT NULL, title_lines INTEGER NOT NULL, title TEXT NOT NULL,"
    "  kind INTEGER NOT NULL, level INTEGER NOT NULL, place TEXT, place_code INTEGER, organ TEXT, event TEXT,"
    "  date INTEGER, date_basis INTEGER NOT NULL, number INTEGER NOT NULL);"
    "CREATE INDEX document_by_line ON document (source, first_line);"

    "CREATE TABLE chair ("
    "  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, position INTEGER NOT NULL,"
    "  name TEXT NOT NULL, PRIMARY KEY (document, position)) WITHOUT ROWID;"

    "CREATE TABLE evidence ("
    "  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, position INTEGER NOT NULL,"
    "  field INTEGER NOT NULL, line INTEGER NOT NULL, first INTEGER NOT NULL, behind INTEGER NOT NULL,"
    "  rule TEXT NOT NULL, PRIMARY KEY (document, position)) WITHOUT ROWID;"

    "CREATE TABLE directive ("
    "  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,"
    "  line INTEGER NOT NULL, first INTEGER NOT NULL, behind INTEGER NOT NULL, text TEXT NOT NULL, lead TEXT);"
    "CREATE INDEX directive_by_document ON directive (document, line, first);"

    "CREATE TABLE reference ("
    "  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,"
    "  line INTEGER NOT NULL, first INTEGER NOT NULL, behind INTEGER NOT NULL, text TEXT NOT NULL,"
    "  manner INTEGER NOT NULL, kind INTEGER, level INTEGER, place TEXT, organ TEXT, event TEXT, title TEXT,"
    "  speaker TEXT, date INTEGER, number INTEGER NOT NULL);"
    "CREATE INDEX reference_by_document ON reference (document, line, first);"

    "CREATE TABLE bookmark ("
    "  id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source,"
    "  found INTEGER NOT NULL, line INTEGER NOT NULL, first INTEGER NOT NULL, behind INTEGER NOT NULL,"
    "  quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,"
    "  note TEXT NOT NULL, created TEXT NOT NULL);"
    "CREATE INDEX bookmark_by_source ON bookmark (source);"

    "CREATE TABLE tag ("
    "  bookmark INTEGER NOT NULL REFERENCES bookmark ON DELETE CASCADE, name TEXT NOT NULL,"
    "  PRIMARY KEY (bookmark, name)) WITHOUT ROWID;";

static const char first_rows[] =
    "INSERT INTO source VALUES (1, '/tmp/堤防.txt', '堤防.txt', 'aaaa', 'UTF-8', 7, 0, 1);"
    "INSERT INTO passage VALUES (1, 1, 1, '湖北省委常委会召开会议'),"
    "  (2, 1, 2, '2031年7月2日，湖北省委常委会召开会议，研究防汛工作。'), (3, 1, 3, '会议强调，要加固沿江堤防。'),"
    "  (4, 1, 5, '黄冈市委常委会召开会议'),"
    "  (5, 1, 6, '2031年7月3日，黄冈市委常委会召开会议，研究防汛工作。'), (6, 1, 7, '会议强调，要逐段巡查圩堤。');"
    "INSERT INTO document VALUES (8, 1, 1, 3, 1, '湖北省委常委会召开会议', 0, 1, '湖北省', 420000, NULL, NULL, NULL, "
    "0, 0),"
    "  (9, 1, 5, 7, 1, '黄冈市委常委会召开会议', 0, 2, NULL, NULL, NULL, NULL, NULL, 0, 0);"
    "INSERT INTO directive VALUES (21, 8, 3, 5, 13, '要加固沿江堤防。', '会议强调');"
    "INSERT INTO bookmark VALUES (1, 1, 1, 3, 5, 12, '要加固沿江堤防', '会议强调，', '。', '', '', '问一问',"
    "  '2031-07-04T08:00:00Z');"
    "INSERT INTO tag VALUES (1, '堤防');"
    /* 0x63686461 */
    "PRAGMA application_id = 1667785825; PRAGMA user_version = 1";

static char *first_library(void)
{
    const char *parent = getenv("TMPDIR");
    struct buffer path = {0};
    buffer_print(&path, "%s/chuanda-XXXXXX", parent == NULL ? "/tmp" : parent);
    assert_non_null(mkdtemp(path.bytes));
    buffer_add_text(&path, "/library.db");
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(path.bytes, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, first_schema, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, first_rows, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
    return buffer_take(&path);
}

static int setup(void **state)
{
    char *path = first_library();
    struct library *library = NULL;
    enum status status = library_open(path, &library, NULL);
    free(path);
    *state = library;
    return status != STATUS_OK;
}

static int teardown(void **state)
{
    struct library *library = *state;
    library_close(&library);
    return 0;
}

static void what_was_recognised_is_there_until_it_is_read_anew(void **state)
{
    struct library *library = *state;
    struct document_list list = {0};
    assert_int_equal(library_documents(library, NULL, NULL, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.items[0].corrected, 0);
    assert_int_equal(list.items[1].date_basis, DATE_NONE);
    document_list_free(&list);
    assert_int_equal(library_refresh(library, NULL, NULL), STATUS_OK);
    assert_int_equal(library_documents(library, NULL, NULL, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.items[0].id, 8);
    assert_int_equal(list.items[1].id, 9);
    assert_string_equal(list.items[1].place, "湖北省黄冈市");
    assert_int_equal(list.items[1].date_basis, DATE_STATED);
    document_list_free(&list);
    struct directive_list directives = {0};
    assert_int_equal(library_directives(library, NULL, 8, &directives, NULL), STATUS_OK);
    assert_int_equal(directives.count, 1);
    assert_int_equal(directives.items[0].id, 21);
    directive_list_free(&directives);
}

static void bookmarks_stay(void **state)
{
    struct library *library = *state;
    struct bookmark_list list = {0};
    assert_int_equal(library_refresh(library, NULL, NULL), STATUS_OK);
    assert_int_equal(library_bookmarks(library, NULL, &list, NULL), STATUS_OK);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].document, 8);
    assert_string_equal(list.items[0].note, "问一问");
    assert_int_equal(list.items[0].tag_count, 1);
    bookmark_list_free(&list);
}

static void corrections_can_be_made(void **state)
{
    struct library *library = *state;
    int64_t id = 0;
    assert_int_equal(library_correct_field(library, 9, FIELD_LEVEL, "county", &id, NULL), STATUS_OK);
    struct document document;
    assert_int_equal(library_document(library, 9, &document, NULL), STATUS_OK);
    assert_int_equal(document.level, LEVEL_COUNTY);
    assert_int_equal(document.corrected, 1U << FIELD_LEVEL);
    document_free(&document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_recognised_is_there_until_it_is_read_anew, setup, teardown),
        cmocka_unit_test_setup_teardown(bookmarks_stay, setup, teardown),
        cmocka_unit_test_setup_teardown(corrections_can_be_made, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
