/*
 * Signals as bytes in a pipe: the handlers only write, the loop reads when it
 * is ready to.  One set for the process, installed while the reader runs.
 */
#ifndef READER_SIGNALS_H
#define READER_SIGNALS_H

#include <stdbool.h>

/* False where there is no pipe to be had. */
bool signals_install(void);
void signals_restore(void);

/* To poll on. */
int signals_descriptor(void);

/* The next signal that came; 0: none. */
int signals_next(void);

/* Stops the process group as Ctrl-Z does (make and a shell may wait for us), and returns when it is continued. */
void signals_stop(void);

#endif
