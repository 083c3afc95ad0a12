/*
 * The terminal: the only part of the reader that knows ncurses.  One terminal
 * at a time.
 */
#ifndef READER_TERMINAL_H
#define READER_TERMINAL_H

#include "chuanda/buffer.h"
#include "chuanda/status.h"
#include "screen.h"

struct terminal;

/*
 * Takes the terminal on stdin and stdout over (alternate screen, raw keys).
 * Fails before anything is written: no terminal, or one that cannot move its
 * cursor.  Sets the locale; where it is not UTF-8, C.UTF-8.
 */
enum status terminal_open(struct terminal **terminal, struct problem *problem);

/* One of a given size that nobody sees, for tests; NULL where there is no description of an xterm. */
struct terminal *terminal_open_blind(unsigned columns, unsigned rows);

/* Gives the terminal back as it was. */
void terminal_close(struct terminal **terminal);

/* Asks the terminal for its size, in columns and rows. */
void terminal_size(struct terminal *terminal, unsigned *columns, unsigned *rows);

/* The next key that waits; false where none does. Never blocks longer than the 25 ms that tell a lone Esc. */
bool terminal_key(struct terminal *terminal, uint32_t *key);

/* Makes the terminal show `screen`: whole rows, and only those that changed. */
void terminal_show(struct terminal *terminal, const struct screen *screen);

/* The next terminal_show repaints everything. */
void terminal_forget(struct terminal *terminal);

/* Gives the terminal back for a while, and takes it again. */
void terminal_leave(struct terminal *terminal);
void terminal_return(struct terminal *terminal);

/* Hands text to the clipboard of the user's own machine (OSC 52), also over ssh. */
void terminal_copy(struct terminal *terminal, struct slice text);

/* Appends the text that ncurses holds for a row of its screen, for tests. */
void terminal_row(struct terminal *terminal, unsigned y, struct buffer *text);

#endif
