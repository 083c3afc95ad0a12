/*
 * How a function says that it did not succeed.
 *
 * A function that can fail returns an enum status and, where it fails, leaves
 * one line for the user in a struct problem: what, why, what to try.  The
 * caller at the top (a command, the reader's status line) shows it once.
 */
#ifndef CHUANDA_STATUS_H
#define CHUANDA_STATUS_H

/* The values are the program's exit codes. */
enum status {
    STATUS_OK = 0,      /* done */
    STATUS_NOTHING = 1, /* done, and there was nothing to be found */
    STATUS_MISUSE = 2,  /* the words of the call are wrong */
    STATUS_FAILED = 3   /* could not be done */
};

/* A failure's one line, without a newline.  Start with {0}; free with problem_clear. */
struct problem {
    char *message; /* UTF-8, owned; NULL where nothing went wrong */
};

/*
 * Sets the message (printf format) and returns `status`, so that a caller can
 * write `return problem_raise(...)`.  A message that stands already is kept:
 * the first cause is the one worth telling.  `problem` may be NULL.
 */
enum status problem_raise(struct problem *problem, enum status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Frees the message and makes the problem empty again. */
void problem_clear(struct problem *problem);

#endif
