/* What Enter, u, d and ' offer: a jump where there is one place to go, a list where there are several. */
#include "key.h"
#include "session.h"

#include <stdlib.h>

static void add_title(const struct session *session, int64_t id, struct buffer *text)
{
    const struct document *document = catalogue_document(&session->catalogue, id);
    if (document != NULL)
        buffer_add_text(text, document->title);
}

static enum outcome take(struct session *session, const struct choice *choice)
{
    if (choice->document == 0) {
        session_say(session, "去不了：%s", choice->text);
        return OUTCOME_NOTHING;
    }
    session_jump(session, choice->document, choice->where);
    return OUTCOME_DONE;
}

/* One place to go: there at once. The places come before what is not in the library. */
static enum outcome offer(struct session *session, const char *nothing)
{
    struct chooser *chooser = &session->chooser;
    size_t places = 0;
    while (places < chooser->count && chooser->items[places].document != 0)
        places++;
    if (places > 1)
        return OUTCOME_DONE;
    enum outcome outcome = OUTCOME_NOTHING;
    if (places == 1)
        outcome = take(session, &chooser->items[0]);
    if (chooser->count > places)
        session_say(session, "%s", chooser->items[places].text);
    else if (places == 0)
        session_say(session, "%s", nothing);
    chooser_close(chooser);
    return outcome;
}

static enum outcome list_follow_ups(struct session *session)
{
    struct pairs pairs = {0};
    struct problem problem = {0};
    if (pairs_follow_ups(session, &pairs, &problem) != STATUS_OK) {
        session_complain(session, &problem);
        return OUTCOME_NOTHING;
    }
    chooser_start(&session->chooser, CHOOSER_FOLLOW_UPS, "落实");
    for (size_t i = 0; i < pairs.list.count; i++) {
        const struct follow_up *item = &pairs.list.items[i];
        struct buffer text = {0};
        catalogue_introduce(&session->catalogue, item->document, &text);
        buffer_print(&text, "%s  %s  ", follow_up_class_label(item->class), item->relays ? "传达" : "    ");
        if (item->shared_count > 0)
            buffer_add_text(&text, item->shared[0].text);
        buffer_add_text(&text, link_state_label(item->state));
        version_names(session, item->document, &text);
        chooser_add(&session->chooser, buffer_take(&text), item->document, item->where)->link = pairs_link(&pairs, i);
        session->followed = item->directive;
    }
    pairs_free(&pairs);
    return OUTCOME_DONE;
}

enum outcome choose_follow_ups(struct session *session)
{
    if (session->directive == SLICE_NONE || list_follow_ups(session) != OUTCOME_DONE)
        return OUTCOME_NOTHING;
    return offer(session, "没有找到这条部署的落实");
}

/* A list that stays open though it has one item: its links are to be judged. */
static enum outcome stay_open(struct session *session, const char *nothing)
{
    if (session->chooser.count > 0)
        return OUTCOME_DONE;
    chooser_close(&session->chooser);
    session_say(session, "%s", nothing);
    return OUTCOME_NOTHING;
}

enum outcome judge_follow_ups(struct session *session)
{
    return list_follow_ups(session) == OUTCOME_DONE ? stay_open(session, "没有找到这条部署的落实") : OUTCOME_NOTHING;
}

enum outcome judge_taken_up(struct session *session)
{
    struct pairs pairs = {0};
    struct problem problem = {0};
    if (pairs_taken_up(session, &pairs, &problem) != STATUS_OK) {
        session_complain(session, &problem);
        return OUTCOME_NOTHING;
    }
    chooser_start(&session->chooser, CHOOSER_PLACES, "这一段落实的部署（c 勘误）");
    for (size_t i = 0; i < pairs.list.count; i++) {
        const struct directive *directive = &pairs.directives[i];
        struct buffer text = {0};
        catalogue_introduce(&session->catalogue, directive->document, &text);
        buffer_print(&text, "%s  ", follow_up_class_label(pairs.list.items[i].class));
        correction_quote(slice_of(directive->text), &text);
        buffer_add_text(&text, link_state_label(pairs.list.items[i].state));
        chooser_add(&session->chooser, buffer_take(&text), directive->document, directive->where)->link =
            pairs_link(&pairs, i);
    }
    pairs_free(&pairs);
    return stay_open(session, "没有找到这一段落实的部署");
}

/* Is the event of a document offered already? */
static bool offered(const struct session *session, int64_t document)
{
    const struct chooser *chooser = &session->chooser;
    for (size_t i = 0; i < chooser->count; i++) {
        if (catalogue_same(&session->catalogue, chooser->items[i].document, document))
            return true;
    }
    return false;
}

/* Offers an event once: the version that is shown elsewhere too, at its start, or that of `where`, if it has a line. */
static void add_event(struct session *session, const struct relay *relay, int64_t document, struct place_in_text where)
{
    const struct version *version = version_of(&session->catalogue.versions, document);
    int64_t id = version == NULL || where.line > 0 ? document : version->shown;
    struct buffer text = {0};
    if (offered(session, id))
        return;
    catalogue_introduce(&session->catalogue, id, &text);
    add_title(session, id, &text);
    version_names(session, id, &text);
    buffer_add_text(&text, link_state_label(relay->state));
    chooser_add(&session->chooser, buffer_take(&text), id, where)->link = (struct link_here){
        .kind = LINK_RELAY, .from = {.document = relay->from, .where = relay->where}, .to = {.document = relay->to}};
}

static void add_missing(struct session *session, const struct relay *relay)
{
    struct buffer text = {0};
    buffer_print(&text, "文库中没有：%s", relay->text);
    chooser_add(&session->chooser, buffer_take(&text), 0, relay->where);
}

/* Which relays of a list are offered: those of one reference (0: any) and of these manners. */
struct wanted {
    int64_t reference;
    bool listed; /* also items of a list */
    bool any;    /* also what is named in passing */
};

static bool is_wanted(const struct relay *relay, struct wanted wanted)
{
    if (wanted.reference != 0)
        return relay->reference == wanted.reference;
    return wanted.any || relay->manner == MANNER_RELAY || (wanted.listed && relay->manner == MANNER_LISTED);
}

/* Offers what relays lead to, and behind it what they name in vain. */
static void add_targets(struct session *session, const struct relay_list *list, struct wanted wanted)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct relay *relay = &list->items[i];
        if (relay->to != 0 && is_wanted(relay, wanted))
            add_event(session, relay, relay->to, (struct place_in_text){0});
    }
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].to == 0 && is_wanted(&list->items[i], wanted))
            add_missing(session, &list->items[i]);
    }
}

enum outcome choose_relayed(struct session *session)
{
    struct relay_list list = {0};
    struct problem problem = {0};
    if (trace_relays(session->tracer, session_meant(session)->id, &list, &problem) != STATUS_OK) {
        session_complain(session, &problem);
        relay_list_free(&list);
        return OUTCOME_NOTHING;
    }
    chooser_start(&session->chooser, CHOOSER_PLACES, "本文件传达");
    add_targets(session, &list, (struct wanted){.listed = true});
    relay_list_free(&list);
    return offer(session, "本文件没有传达别的文件");
}

enum outcome choose_reference(struct session *session, const struct reference *reference)
{
    struct relay_list list = {0};
    struct problem problem = {0};
    if (trace_relays(session->tracer, session->opened.id, &list, &problem) != STATUS_OK) {
        session_complain(session, &problem);
        relay_list_free(&list);
        return OUTCOME_NOTHING;
    }
    struct buffer nothing = {0};
    buffer_print(&nothing, "文库中没有：%s", reference->text);
    chooser_start(&session->chooser, CHOOSER_PLACES, "提及");
    add_targets(session, &list, (struct wanted){.reference = reference->id, .any = true});
    relay_list_free(&list);
    enum outcome outcome = offer(session, nothing.bytes);
    buffer_free(&nothing);
    return outcome;
}

/* Is the document that refers one of a version that gives way to the one that is shown, which refers too? */
static bool gives_way(const struct session *session, const struct relay_list *list, const struct relay *relay)
{
    const struct version *version = version_of(&session->catalogue.versions, relay->from);
    for (size_t i = 0; i < list->count && version != NULL && version->shown != relay->from; i++) {
        if (list->items[i].from == version->shown && list->items[i].manner != MANNER_MENTION)
            return true;
    }
    return false;
}

enum outcome choose_relaying(struct session *session)
{
    struct relay_list list = {0};
    struct problem problem = {0};
    if (trace_relayed_by(session->tracer, session_meant(session)->id, &list, &problem) != STATUS_OK) {
        session_complain(session, &problem);
        relay_list_free(&list);
        return OUTCOME_NOTHING;
    }
    chooser_start(&session->chooser, CHOOSER_PLACES, "传达本文件的会议");
    for (size_t i = 0; i < list.count; i++) {
        const struct relay *relay = &list.items[i];
        if (relay->manner != MANNER_MENTION && !gives_way(session, &list, relay))
            add_event(session, relay, relay->from, relay->where);
    }
    relay_list_free(&list);
    return offer(session, "没有找到传达本文件的会议");
}

/* The quote as it may stand in one line. */
static void add_bookmark(const struct session *session, const struct bookmark *bookmark, struct buffer *text)
{
    if (bookmark->document == 0)
        buffer_print(text, "（未找回）%s  ", bookmark->source_name == NULL ? "" : bookmark->source_name);
    else
        catalogue_introduce(&session->catalogue, bookmark->document, text);
    if (bookmark->note[0] != '\0')
        buffer_print(text, "%s  ", bookmark->note);
    buffer_print(text, "“%s”", bookmark->quote);
}

enum outcome choose_bookmarks(struct session *session)
{
    struct problem problem = {0};
    struct bookmark_list *list = &session->opened.bookmarks;
    if (opened_load_bookmarks(&session->opened, session->library, session->scope, &problem) != STATUS_OK) {
        session_complain(session, &problem);
        return OUTCOME_NOTHING;
    }
    if (list->count == 0) {
        chooser_close(&session->chooser);
        session_say(session, "还没有书签（m 加书签）");
        return OUTCOME_NOTHING;
    }
    chooser_start(&session->chooser, CHOOSER_BOOKMARKS, "书签（x 删除）");
    for (size_t i = 0; i < list->count; i++) {
        struct buffer text = {0};
        add_bookmark(session, &list->items[i], &text);
        chooser_add(&session->chooser, buffer_take(&text), list->items[i].document, list->items[i].where)->id =
            list->items[i].id;
    }
    return OUTCOME_DONE;
}

/* Twice, since there is no way back. */
static enum outcome delete_bookmark(struct session *session, int64_t bookmark)
{
    struct chooser *chooser = &session->chooser;
    if (chooser->doomed != bookmark) {
        chooser->doomed = bookmark;
        session_say(session, "再按一次 x 删除这个书签");
        return OUTCOME_DONE;
    }
    struct problem problem = {0};
    struct list list = chooser->list;
    if (library_bookmark_delete(session->library, bookmark, &problem) != STATUS_OK) {
        session_complain(session, &problem);
        return OUTCOME_NOTHING;
    }
    (void)choose_bookmarks(session);
    if (chooser->open)
        chooser->list = list;
    session_say(session, "书签已删除");
    return OUTCOME_DONE;
}

static enum outcome choose(struct session *session, size_t item)
{
    enum chooser_use use = session->chooser.use;
    if (item >= session->chooser.count)
        return OUTCOME_NOTHING;
    if (use == CHOOSER_TASKS || use == CHOOSER_VALUES || use == CHOOSER_TARGETS)
        return correct_take(session, item);
    enum outcome outcome = take(session, &session->chooser.items[item]);
    if (outcome == OUTCOME_DONE)
        chooser_close(&session->chooser);
    return outcome;
}

enum outcome chooser_act(struct session *session, enum action action)
{
    struct chooser *chooser = &session->chooser;
    if (action == ACTION_DELETE)
        return delete_bookmark(session, chooser->items[chooser->list.cursor].id);
    if (action == ACTION_UNDO)
        return corrections_undo(session);
    chooser->doomed = 0;
    switch (action) {
    case ACTION_QUIT:
    case ACTION_CANCEL:
        chooser_close(chooser);
        return OUTCOME_DONE;
    case ACTION_ENTER:
        return choose(session, chooser->list.cursor);
    case ACTION_CHOOSE:
        return choose(session, key_plain(session->key) - (uint32_t)'1');
    default:
        return list_move(&chooser->list, action, chooser->count, chooser_rows(chooser, &session->screen));
    }
}
