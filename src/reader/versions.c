/* The same event in several sources: how they are named, and going from one to the next. */
#include "session.h"

/* The columns that the name of a source takes at most where it is one thing among others. */
enum { NAME_COLUMNS = 16 };

static const char *name_of(const struct session *session, const struct version *version)
{
    const struct source_entry *source = session_source(session, version->source);
    return source == NULL ? "" : source->name;
}

void version_name(const struct session *session, int64_t document, struct buffer *text)
{
    const struct version *version = version_of(&session->catalogue.versions, document);
    if (version == NULL || version->count < 2)
        return;
    buffer_print(text, "〔%zu份：", version->count);
    display_add_cut(text, slice_of(name_of(session, version)), NAME_COLUMNS, session->screen.ambiguous);
    buffer_add_text(text, "〕");
}

void version_names(const struct session *session, int64_t document, struct buffer *text)
{
    const struct version_list *versions = &session->catalogue.versions;
    const struct version *first = version_of(versions, document), *version = first;
    if (first == NULL || first->count < 2)
        return;
    do {
        buffer_add_text(text, version == first ? "〔" : "、");
        buffer_add_text(text, name_of(session, version));
        version = version_of(versions, version->next);
    } while (version != first);
    buffer_add_text(text, "〕");
}

/* The line of a document that reads as the one at the cursor; 0: none does. */
static size_t same_line(struct session *session, int64_t document)
{
    struct slice here = slice_trim(opened_line(&session->opened, session->text.cursor.line));
    struct passage_list passages = {0};
    size_t line = 0;
    if (library_passages(session->library, document, &passages, NULL) == STATUS_OK) {
        for (size_t i = 0; i < passages.count && line == 0; i++) {
            if (slice_equal(slice_trim(slice_of(passages.items[i].text)), here))
                line = passages.items[i].line;
        }
    }
    passage_list_free(&passages);
    return line;
}

enum outcome version_next(struct session *session)
{
    const struct document *meant = session_meant(session);
    const struct version *version = version_of(&session->catalogue.versions, meant->id);
    if (version == NULL || version->count < 2) {
        session_say(session, "只有一份来源");
        return OUTCOME_NOTHING;
    }
    struct place_in_text where = {0};
    if (meant->id == session->opened.id)
        where.line = same_line(session, version->next);
    session_jump(session, version->next, where);
    return OUTCOME_DONE;
}
