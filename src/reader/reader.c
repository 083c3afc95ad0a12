/* The loop: keys and signals in, screens out; what can wait is asked when nothing else is to do. */
#include "reader.h"

#include "chuanda/memory.h"
#include "key.h"
#include "positions.h"
#include "session.h"
#include "signals.h"
#include "terminal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/*
 * How long the keys must have rested before a question that could wait is asked, in milliseconds: longer than a held key
 * takes to repeat, so that no key waits for an answer that nobody will look at.
 */
enum { REST = 40 };

struct reader {
    struct terminal *terminal;
    struct session *session;
    char *set; /* owned; the word for these sources among the positions */
};

/* A word for a set of sources: a hash of their hashes (FNV-1a). */
static char *set_of(const struct source_list *sources)
{
    uint64_t hash = 0xcbf29ce484222325U;
    struct buffer word = {0};
    for (size_t i = 0; i < sources->count; i++) {
        for (const char *at = sources->items[i].hash; *at != '\0'; at++)
            hash = (hash ^ (unsigned char)*at) * 0x100000001b3U;
    }
    buffer_print(&word, "%016llx", (unsigned long long)hash);
    return buffer_take(&word);
}

static void save_position(const struct reader *reader)
{
    struct stop here = session_here(reader->session);
    const struct source_entry *source = session_source(reader->session, reader->session->opened.document->source);
    struct position position = {.line = here.line, .code_point = here.code_point, .focus = here.focus};
    if (source == NULL || strlen(source->hash) >= sizeof position.hash)
        return;
    memcpy(position.hash, source->hash, strlen(source->hash) + 1);
    (void)positions_save(reader->set, &position);
}

/* To where these sources were left, if that place is still there. */
static void restore_position(struct reader *reader)
{
    struct position position;
    if (!positions_load(reader->set, &position))
        return;
    const struct document_list *documents = &reader->session->catalogue.documents;
    for (size_t i = 0; i < documents->count; i++) {
        const struct document *document = &documents->items[i];
        const struct source_entry *source = session_source(reader->session, document->source);
        if (source == NULL || strcmp(source->hash, position.hash) != 0 || position.line < document->first_line ||
            position.line > document->last_line)
            continue;
        (void)session_go(reader->session, (struct stop){.document = document->id,
                                                        .line = position.line,
                                                        .code_point = position.code_point,
                                                        .focus = position.focus});
        return;
    }
}

static void show(struct reader *reader)
{
    session_paint(reader->session);
    terminal_show(reader->terminal, &reader->session->screen);
}

static void fit(struct reader *reader)
{
    unsigned columns;
    unsigned rows;
    terminal_size(reader->terminal, &columns, &rows);
    if (columns != reader->session->screen.columns || rows != reader->session->screen.rows)
        session_resize(reader->session, columns, rows);
}

static void stop_and_continue(struct reader *reader)
{
    terminal_leave(reader->terminal);
    signals_stop();
    terminal_return(reader->terminal);
    fit(reader);
}

/* What a key asked the loop to do. */
static void serve(struct reader *reader)
{
    struct session *session = reader->session;
    if (session->copied.length > 0)
        terminal_copy(reader->terminal, buffer_slice(&session->copied));
    buffer_clear(&session->copied);
    if (session->redraw)
        terminal_forget(reader->terminal);
    if (session->suspend)
        stop_and_continue(reader);
    session->redraw = false;
    session->suspend = false;
}

/* How many there were. */
static size_t take_keys(struct reader *reader)
{
    uint32_t key;
    size_t count = 0;
    for (; !reader->session->quit && terminal_key(reader->terminal, &key); count++) {
        session_key(reader->session, key);
        serve(reader);
    }
    return count;
}

static void take_signals(struct reader *reader)
{
    for (int signal = signals_next(); signal != 0; signal = signals_next()) {
        if (signal == SIGWINCH || signal == SIGCONT) {
            fit(reader);
            if (signal == SIGCONT)
                terminal_return(reader->terminal);
        } else if (signal == SIGTSTP) {
            stop_and_continue(reader);
        } else if (signal == SIGINT) {
            session_key(reader->session, CODE_CONTROL('C'));
        } else {
            reader->session->quit = true;
        }
    }
}

enum event { EVENT_NONE, EVENT_INPUT, EVENT_HANG_UP };

/* Waits for a key or a signal, or, where neither comes, for `rest` milliseconds (-1: on and on). */
static enum event wait_for_event(int rest)
{
    struct pollfd watched[] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = signals_descriptor(), .events = POLLIN}};
    int count;
    do
        count = poll(watched, 2, rest);
    while (count < 0 && errno == EINTR);
    if ((watched[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0)
        return EVENT_HANG_UP;
    return count == 0 ? EVENT_NONE : EVENT_INPUT;
}

static void loop(struct reader *reader)
{
    struct session *session = reader->session;
    int rest = 0; /* the first screen is made whole at once; -1: there is nothing left to ask */
    fit(reader);
    show(reader);
    while (!session->quit) {
        enum event event = wait_for_event(rest);
        if (event == EVENT_NONE) {
            rest = session_idle(session) ? 0 : -1;
        } else {
            take_signals(reader);
            size_t keys = take_keys(reader);
            session->quit = session->quit || (event == EVENT_HANG_UP && keys == 0);
            rest = REST;
        }
        if (!session->quit)
            show(reader);
    }
}

enum status reader_run(struct library *library, const struct scope *scope, struct problem *problem)
{
    struct reader reader = {0};
    enum status status = session_new(library, scope, &reader.session, problem);
    if (status == STATUS_OK && !signals_install())
        status = problem_raise(problem, STATUS_FAILED, "no pipe for signals: %s", strerror(errno));
    if (status == STATUS_OK) {
        reader.set = set_of(&reader.session->sources);
        restore_position(&reader);
        status = terminal_open(&reader.terminal, problem);
        if (status == STATUS_OK)
            loop(&reader);
        if (status == STATUS_OK)
            save_position(&reader);
        terminal_close(&reader.terminal);
        signals_restore();
    }
    free(reader.set);
    session_free(&reader.session);
    return status;
}
