/*
 * The schema and its history.  A migration, once delivered, is never changed;
 * a change is a further script at the end.
 *
 * A source's text is kept once, as its non-blank lines.  Blank lines need no
 * row: their numbers are the gaps, so the lines of a source can be had back and
 * parsed anew without its file.  A passage belongs to the document whose
 * lines hold its own, and so does a bookmark; neither names it, so that
 * documents can be replaced under them.
 */
#include "database.h"

#include <inttypes.h>
#include <stdio.h>

/* "chda", in SQLite's application_id: tells a library from other programs' databases. */
enum { APPLICATION_ID = 0x63686461 };

static const char first_schema[] =
    "CREATE TABLE source ("
    "  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, name TEXT NOT NULL, hash TEXT NOT NULL UNIQUE,"
    "  charset TEXT NOT NULL, lines INTEGER NOT NULL, replaced INTEGER NOT NULL, parse_version INTEGER NOT NULL);"

    "CREATE TABLE passage ("
    "  id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE, line INTEGER NOT NULL,"
    "  text TEXT NOT NULL, UNIQUE (source, line));"

    /* kind, level, date_basis: the values of document.h; date: YYYYMMDD or NULL. */
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

    /* first, behind: half-open range of code points in the line. */
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

    /* before, after: the end of the passage before and the start of the one behind, to tell like passages apart. */
    "CREATE TABLE bookmark ("
    "  id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source,"
    "  found INTEGER NOT NULL, line INTEGER NOT NULL, first INTEGER NOT NULL, behind INTEGER NOT NULL,"
    "  quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,"
    "  note TEXT NOT NULL, created TEXT NOT NULL);"
    "CREATE INDEX bookmark_by_source ON bookmark (source);"

    "CREATE TABLE tag ("
    "  bookmark INTEGER NOT NULL REFERENCES bookmark ON DELETE CASCADE, name TEXT NOT NULL,"
    "  PRIMARY KEY (bookmark, name)) WITHOUT ROWID;";

/*
 * Corrections.  act, link, field: the values of correction.h; corrected: a document's
 * bits.  What an end speaks of is anchored as a bookmark is.
 */
static const char corrections[] =
    "CREATE TABLE correction ("
    "  id INTEGER PRIMARY KEY, act INTEGER NOT NULL, field INTEGER NOT NULL, value TEXT NOT NULL,"
    "  recognised TEXT NOT NULL, link INTEGER NOT NULL, created TEXT NOT NULL, undone TEXT);"

    "CREATE TABLE correction_end ("
    "  id INTEGER PRIMARY KEY, correction INTEGER NOT NULL REFERENCES correction, position INTEGER NOT NULL,"
    "  source INTEGER NOT NULL REFERENCES source,"
    "  found INTEGER NOT NULL, line INTEGER NOT NULL, first INTEGER NOT NULL, behind INTEGER NOT NULL,"
    "  quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,"
    "  UNIQUE (correction, position));"
    "CREATE INDEX correction_end_by_source ON correction_end (source);"

    "ALTER TABLE document ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0;";

/* ordinal: 0 where there is none. */
static const char directive_fields[] = "ALTER TABLE directive ADD COLUMN speaker TEXT;"
                                       "ALTER TABLE directive ADD COLUMN addressee TEXT;"
                                       "ALTER TABLE directive ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 0;";

/* last_line, last_behind: where it ends, in another line; 0 where it ends in its first. */
static const char directive_ends[] = "ALTER TABLE directive ADD COLUMN last_line INTEGER NOT NULL DEFAULT 0;"
                                     "ALTER TABLE directive ADD COLUMN last_behind INTEGER NOT NULL DEFAULT 0;";

/* Which passages have which bigrams (bigrams.c), of a source at a time; the text itself stays where it is. */
static const char bigrams[] =
    "CREATE VIRTUAL TABLE bigram USING fts5("
    "  text, content = 'passage', content_rowid = 'id', tokenize = 'chuanda_bigrams', columnsize = 0, detail = none);"
    "INSERT INTO bigram (bigram) VALUES ('rebuild');";

/* migrations[n] leads from version n to n + 1. */
static const char *const migrations[] = {first_schema, corrections, directive_fields, directive_ends, bigrams};
enum { SCHEMA_VERSION = sizeof migrations / sizeof migrations[0] };

/* What a database says about itself. */
struct identity {
    int64_t application;
    int64_t version;
    int64_t tables;
};

static enum status read_identity(struct library *library, struct identity *identity, struct problem *problem)
{
    struct query query = query_begin(library, "SELECT (SELECT application_id FROM pragma_application_id),"
                                              " (SELECT user_version FROM pragma_user_version),"
                                              " (SELECT count(*) FROM sqlite_schema)");
    if (query_row(&query))
        *identity = (struct identity){
            .application = column_int(&query, 0), .version = column_int(&query, 1), .tables = column_int(&query, 2)};
    return query_end(&query, problem);
}

static enum status check_identity(const struct library *library, const struct identity *identity,
                                  struct problem *problem)
{
    bool empty = identity->application == 0 && identity->version == 0 && identity->tables == 0;
    if (!empty && identity->application != APPLICATION_ID)
        return problem_raise(problem, STATUS_FAILED,
                             "%s is another program's database, not a chuanda library; choose another with "
                             "--library PATH",
                             library->path);
    if (identity->version > SCHEMA_VERSION)
        return problem_raise(problem, STATUS_FAILED,
                             "the library %s was written by a newer chuanda (schema %" PRId64
                             ", this one knows %d) and was left as it is; update chuanda or choose another with "
                             "--library PATH",
                             library->path, identity->version, (int)SCHEMA_VERSION);
    return STATUS_OK;
}

/* One migration, unless another process was faster. */
static enum status migrate(struct library *library, int64_t version, struct problem *problem)
{
    enum status status = transaction_begin(library, problem);
    if (status != STATUS_OK)
        return status;
    struct identity now = {0};
    status = read_identity(library, &now, problem);
    if (status == STATUS_OK && now.version == version) {
        status = database_script(library, migrations[version], problem);
        char marks[96];
        (void)snprintf(marks, sizeof marks, "PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION_ID,
                       (int)version + 1);
        if (status == STATUS_OK)
            status = database_script(library, marks, problem);
    }
    return transaction_end(library, status, problem);
}

enum status schema_prepare(struct library *library, struct problem *problem)
{
    struct identity identity = {0};
    enum status status = read_identity(library, &identity, problem);
    if (status == STATUS_OK)
        status = check_identity(library, &identity, problem);
    for (int64_t version = identity.version; status == STATUS_OK && version < SCHEMA_VERSION; version++)
        status = migrate(library, version, problem);
    return status;
}
