/*
 * The screen as it is to be: a grid of places that knows no terminal.  Views
 * put text on it; the terminal shows it, a test writes it down.
 *
 * Nothing reaches the grid but the glyphs of display.h, and a wide character
 * never stands half on it.
 */
#ifndef READER_SCREEN_H
#define READER_SCREEN_H

#include "chuanda/display.h"
#include "layout.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * What a place on the screen is; a set of bits, the later ones stronger.
 * X(id, letter in a screen test)
 */
#define SCREEN_ROLES(X)                                                                                                \
    X(POPUP, 'o')                                                                                                      \
    X(BORDER, '|')                                                                                                     \
    X(FAINT, 'f')     /* docx residue, what is not there */                                                            \
    X(TITLE, 't')     /* a document's title, a pane's name */                                                          \
    X(FOCUS, 'p')     /* the name of the pane that has the keys */                                                     \
    X(GROUP, 'g')     /* a heading in a list */                                                                        \
    X(LEAD, 'l')      /* the words that introduce directives */                                                        \
    X(DIRECTIVE, 'd') /* the current directive */                                                                      \
    X(REFERENCE, 'r')                                                                                                  \
    X(BOOKMARKED, 'b')                                                                                                 \
    X(SHARED, 'w')  /* wording that a directive and its follow-up share */                                             \
    X(ADDED, 'a')   /* what is new in the follow-up */                                                                 \
    X(JUMP, 'j')    /* the stretch that a jump led to */                                                               \
    X(MATCH, 'm')   /* what the search found */                                                                        \
    X(HERE, 'h')    /* the match at the cursor */                                                                      \
    X(CURRENT, 'c') /* a list's line whose pane has not the keys */                                                    \
    X(CURSOR, 'k')  /* a list's line whose pane has */                                                                 \
    X(SELECTION, 's')                                                                                                  \
    X(MARKER, 'x') /* stands for a character that cannot be shown */                                                   \
    X(STATUS, '_')                                                                                                     \
    X(MESSAGE, '!')                                                                                                    \
    X(PROMPT, '>')

#define SCREEN_ROLE_NUMBER(id, letter) ROLE_NUMBER_##id,
enum role_number { SCREEN_ROLES(SCREEN_ROLE_NUMBER) ROLES };
#undef SCREEN_ROLE_NUMBER
#define SCREEN_ROLE_BIT(id, letter) ROLE_##id = 1 << ROLE_NUMBER_##id,
enum role { SCREEN_ROLES(SCREEN_ROLE_BIT) ROLE_PLAIN = 0 };
#undef SCREEN_ROLE_BIT

/* '.' for ROLE_PLAIN, else the letter of the strongest role. */
char role_letter(unsigned roles);

/* A place of the grid. Compared byte by byte: unused bytes are 0. */
struct spot {
    unsigned roles;
    unsigned columns; /* of the glyph that starts here; 0: belongs to the one before */
    char shown[GLYPH_BYTES];
};

struct screen {
    unsigned columns;
    unsigned rows;
    struct spot *spots; /* owned; row after row */
    enum ambiguous ambiguous;
    bool cursor_shown;
    unsigned cursor_x;
    unsigned cursor_y;
};

void screen_resize(struct screen *screen, unsigned columns, unsigned rows);
void screen_free(struct screen *screen);

/* Blanks everything and hides the cursor. */
void screen_clear(struct screen *screen);
void screen_fill(struct screen *screen, struct rect rect, unsigned roles);
void screen_cursor(struct screen *screen, unsigned x, unsigned y);

struct spot *screen_spot(struct screen *screen, unsigned x, unsigned y);

/* Puts a glyph at x if all of it stands left of column `end`; returns the columns used (0: no room). */
unsigned screen_glyph(struct screen *screen, unsigned x, unsigned y, unsigned end, const char *shown, unsigned columns,
                      unsigned roles);

/* Puts as much of a text as fits into `columns` columns, an … where it was cut; returns the columns used. */
unsigned screen_text(struct screen *screen, unsigned x, unsigned y, unsigned columns, struct slice text,
                     unsigned roles);

#endif
