/*
 * A session: all that is open, and where the reader is in it.  It knows no
 * terminal: keys go in, a screen comes out.
 *
 * The place in the text is (document, line, code point), never a row: a resize
 * wraps anew and keeps it.
 */
#ifndef READER_SESSION_H
#define READER_SESSION_H

#include "actions.h"
#include "catalogue.h"
#include "chooser.h"
#include "compare.h"
#include "correct.h"
#include "find.h"
#include "flow.h"
#include "layout.h"
#include "opened.h"
#include "page.h"
#include "prompt.h"
#include "screen.h"
#include "trail.h"

#include "chuanda/gist.h"
#include "chuanda/library.h"
#include "chuanda/trace.h"

/* A point in the text. */
struct point {
    size_t line;
    size_t code_point;
};

/* How the text is looked at. */
struct text_view {
    struct flow flow;
    struct point cursor;
    struct point top; /* in the first row shown */
    bool has_goal;    /* a run of ups and downs keeps to one column */
    unsigned goal;    /* that column */
    bool reveal;      /* if the cursor is off the screen, show it with some text before it */
    bool selecting;   /* from `anchor` to the cursor, both included */
    struct point anchor;
    struct place_in_text jump; /* the stretch that a jump led to; line 0: none */
};

struct session {
    struct library *library;   /* the caller's */
    const struct scope *scope; /* the caller's */
    struct source_list sources;
    struct tracer *tracer;
    struct wrapper *wrapper;
    struct gist_maker *gists;
    struct catalogue catalogue;
    struct opened opened;
    struct list meetings; /* lines of the tree */
    struct text_view text;
    size_t directive;       /* the current one, in the order of opened.directives; SLICE_NONE: there are none */
    struct list directives; /* lines of the directives pane */
    struct find find;
    struct point before_find; /* where the search was started */
    struct correcting correcting;
    int64_t followed; /* the directive whose follow-ups were asked for last; 0: none */
    struct trail trail;
    struct arrangement arrangement;
    struct layout layout;
    struct chooser chooser;
    struct compare compare;
    struct page page;
    struct prompt prompt;
    struct screen screen;
    char *message;              /* owned; for the status line, until the next key; NULL: none */
    uint32_t key;               /* the one that is being answered */
    struct buffer copied;       /* waits to be handed to the terminal */
    bool redraw, suspend, quit; /* asked for; the loop sees to it */
};

/* Fails where the library cannot be read; STATUS_NOTHING where the scope has no document. */
enum status session_new(struct library *library, const struct scope *scope, struct session **session,
                        struct problem *problem);
void session_free(struct session **session);

/* Gives the session a screen of this size. */
void session_resize(struct session *session, unsigned columns, unsigned rows);

/* Answers a key. */
void session_key(struct session *session, uint32_t key);

/* One question to the library that could wait until nothing else was to do; false where there is none left. */
bool session_idle(struct session *session);

/* Paints session->screen. */
void session_paint(struct session *session);

/* For the parts of a session. */

/* What a pane of the session is and does. */
struct pane_operations {
    unsigned where; /* of enum where */
    void (*title)(struct session *session, struct buffer *text);
    void (*paint)(struct session *session, struct rect body, bool focused);
    enum outcome (*act)(struct session *session, enum action action);
};
extern const struct pane_operations meetings_pane;
extern const struct pane_operations text_pane;
extern const struct pane_operations directives_pane;

/* The rows that a pane shows below its title; one that is not on the screen counts as if it were alone. */
size_t session_rows(const struct session *session, enum pane_id pane);

/* Says something in the status line (printf format). */
void session_say(struct session *session, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Says what went wrong, and clears it. */
void session_complain(struct session *session, struct problem *problem);

void session_focus(struct session *session, enum pane_id pane);

/* Where the reader is. */
struct stop session_here(const struct session *session);

/* Goes to a place, without a trace on the trail; false (and a message) where that document cannot be opened. */
bool session_go(struct session *session, struct stop stop);

/* Goes to a place in the text and marks it (line 0: to the document's start); the place left goes on the trail. */
void session_jump(struct session *session, int64_t document, struct place_in_text where);

/* All is asked anew after the library has changed; the reader stays at the line where he is. */
enum status session_refresh(struct session *session, struct problem *problem);

/* The text's cursor is set to a place; directives follow. */
void session_move_to(struct session *session, struct point point);

/* The document that is meant: that of the list's cursor in the meetings, else the open one. */
const struct document *session_meant(const struct session *session);

/* The source of an id; NULL where it is not in the scope. */
const struct source_entry *session_source(const struct session *session, int64_t id);

/* Appends 〔2份：甲.txt〕 for a document whose event has several versions: how many, and of which source this one is. */
void version_name(const struct session *session, int64_t document, struct buffer *text);
/* Appends 〔甲.txt、乙.txt〕 for such a document: the sources of all versions. */
void version_names(const struct session *session, int64_t document, struct buffer *text);

/* Actions. */
enum outcome version_next(struct session *session);
enum outcome choose_follow_ups(struct session *session);
/* Lists of links to be judged: what takes the current directive up, what the passage at the cursor takes up. */
enum outcome judge_follow_ups(struct session *session);
enum outcome judge_taken_up(struct session *session);
enum outcome choose_relayed(struct session *session);
enum outcome choose_relaying(struct session *session);
enum outcome choose_reference(struct session *session, const struct reference *reference);
enum outcome choose_bookmarks(struct session *session);
enum outcome chooser_act(struct session *session, enum action action);
enum outcome compare_start(struct session *session);
enum outcome compare_act(struct session *session, enum action action);
enum outcome correct_start(struct session *session);
void correct_typed(struct session *session, enum prompt_answer answer);
/* Does what an item of a list of tasks, values or targets says. */
enum outcome correct_take(struct session *session, size_t item);
enum outcome choose_corrections(struct session *session);
enum outcome corrections_undo(struct session *session);
enum outcome corrections_undo_last(struct session *session);
enum outcome search_start(struct session *session);
void search_typed(struct session *session, enum prompt_answer answer);
enum outcome search_next(struct session *session, int steps);
enum outcome mark_start_note(struct session *session);
void mark_typed(struct session *session, enum prompt_answer answer);
enum outcome mark_copy(struct session *session);
/* What is selected, or of a selection over several passages what is in the first. */
struct place_in_text mark_selected(const struct session *session);
enum outcome why_show(struct session *session);

/* The status line. */
void status_paint(struct session *session);

#endif
