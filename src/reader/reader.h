/*
 * The reader: three panes on a terminal.  The only door to this room; all
 * else in src/reader is its own business.
 */
#ifndef READER_READER_H
#define READER_READER_H

#include "chuanda/library.h"
#include "chuanda/status.h"

/*
 * Opens the reader on the sources of `scope` (none: the whole library) at the
 * place where they were left, and returns when the user quits or a signal
 * (SIGTERM, SIGHUP) ends it; the place is saved and the terminal is as it was
 * before.  Fails, before the screen is touched, where stdin or stdout is no
 * terminal, where TERM names one that cannot move its cursor, and where
 * there is no document to read (STATUS_NOTHING).
 */
enum status reader_run(struct library *library, const struct scope *scope, struct problem *problem);

#endif
