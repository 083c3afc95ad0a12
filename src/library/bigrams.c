/*
 * Which passages have which bigrams, so that a question about wording looks
 * only at passages that can answer it.  FTS5 keeps the lists; what a bigram is,
 * the tokenizer below says.
 */
#include "chuanda/buffer.h"
#include "chuanda/fold.h"
#include "chuanda/utf8.h"
#include "database.h"

/* The form in which the index knows a bigram. */
static void add_bigram(struct buffer *buffer, struct bigram bigram)
{
    utf8_add(buffer, bigram.first);
    utf8_add(buffer, bigram.second);
}

/* FTS5 wants an object for each table; this one has nothing to remember. */
static int tokenizer_create(void *context, const char **arguments, int count, Fts5Tokenizer **tokenizer)
{
    static char nothing;
    (void)context;
    (void)arguments;
    (void)count;
    *tokenizer = (Fts5Tokenizer *)&nothing;
    return SQLITE_OK;
}

static void tokenizer_delete(Fts5Tokenizer *tokenizer)
{
    (void)tokenizer;
}

/* Every two characters that follow each other in the folded text are a token. Offsets are not asked for: detail=none. */
static int tokenize(Fts5Tokenizer *tokenizer, void *context, int reason, const char *text, int length,
                    int (*token)(void *context, int flags, const char *token, int length, int start, int end))
{
    (void)tokenizer;
    (void)reason;
    struct folded folded;
    struct buffer bigram = {0};
    fold_text((struct slice){.bytes = text, .length = (size_t)length}, FOLD_CHARACTERS, &folded);
    int code = SQLITE_OK;
    for (size_t i = 0; code == SQLITE_OK && i + 1 < folded.count; i++) {
        buffer_clear(&bigram);
        add_bigram(&bigram, (struct bigram){folded.code_points[i], folded.code_points[i + 1]});
        code = token(context, 0, bigram.bytes, (int)bigram.length, 0, length);
    }
    buffer_free(&bigram);
    folded_free(&folded);
    return code;
}

int bigrams_register(sqlite3 *database)
{
    static const fts5_tokenizer tokenizer = {tokenizer_create, tokenizer_delete, tokenize};
    fts5_api *api = NULL;
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(database, "SELECT fts5(?)", -1, &statement, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", NULL);
    if (code == SQLITE_OK)
        (void)sqlite3_step(statement);
    (void)sqlite3_finalize(statement);
    if (code == SQLITE_OK && api == NULL)
        return SQLITE_ERROR;
    fts5_tokenizer copy = tokenizer;
    return code == SQLITE_OK ? api->xCreateTokenizer(api, "chuanda_bigrams", NULL, &copy, NULL) : code;
}

enum status bigrams_add(struct library *library, int64_t source, struct problem *problem)
{
    struct query query =
        query_begin(library, "INSERT INTO bigram (rowid, text) SELECT id, text FROM passage WHERE source = ?");
    bind_int(&query, source);
    return query_run(&query, problem);
}

enum status bigrams_remove(struct library *library, int64_t source, struct problem *problem)
{
    struct query query = query_begin(
        library, "INSERT INTO bigram (bigram, rowid, text) SELECT 'delete', id, text FROM passage WHERE source = ?");
    bind_int(&query, source);
    return query_run(&query, problem);
}

enum status library_count_bigrams(struct library *library, const struct bigram *bigrams, size_t count, size_t *passages,
                                  struct problem *problem)
{
    enum status status = database_script(
        library, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.bigram_count USING fts5vocab('main', 'bigram', 'row')",
        problem);
    struct buffer term = {0};
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        struct query query = query_begin(library, "SELECT doc FROM temp.bigram_count WHERE term = ?");
        int64_t found = 0;
        buffer_clear(&term);
        add_bigram(&term, bigrams[i]);
        bind_slice(&query, buffer_slice(&term));
        status = query_int(&query, 0, &found, problem);
        passages[i] = (size_t)found;
    }
    buffer_free(&term);
    return status;
}

enum status library_passages_with(struct library *library, const struct scope *scope, const struct bigram *bigrams,
                                  size_t count,
                                  bool (*each)(void *context, int64_t document, size_t line, struct slice text),
                                  void *context, struct problem *problem)
{
    struct buffer any = {0};
    for (size_t i = 0; i < count; i++) {
        buffer_add_text(&any, i == 0 ? "\"" : " OR \"");
        add_bigram(&any, bigrams[i]);
        buffer_add_text(&any, "\"");
    }
    if (count == 0)
        return STATUS_OK;
    struct query query =
        query_begin(library, "SELECT (SELECT d.id FROM document d WHERE d.source = p.source AND d.first_line <= p.line"
                             " ORDER BY d.first_line DESC LIMIT 1), p.line, p.text"
                             " FROM bigram JOIN passage p ON p.id = bigram.rowid"
                             " WHERE bigram MATCH ?1 AND " IN_SCOPE("p.source", "2"));
    bind_slice(&query, buffer_slice(&any));
    bind_scope(&query, scope);
    bool more = true;
    while (more && query_row(&query))
        more = each(context, column_int(&query, 0), column_size(&query, 1), column_slice(&query, 2));
    enum status status = query_end(&query, problem);
    buffer_free(&any);
    return status;
}

enum status library_count_passages(struct library *library, const struct scope *scope, size_t *count,
                                   struct problem *problem)
{
    int64_t found = 0;
    struct query query = query_begin(library, "SELECT count(*) FROM passage WHERE " IN_SCOPE("source", "1"));
    bind_scope(&query, scope);
    enum status status = query_int(&query, 0, &found, problem);
    *count = (size_t)found;
    return status;
}
