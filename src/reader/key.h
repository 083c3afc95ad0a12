/*
 * Keys: a code point that was typed, or one of the codes below for a key that
 * types none.
 */
#ifndef READER_KEY_H
#define READER_KEY_H

#include "chuanda/slice.h"

#include <stdbool.h>
#include <stdint.h>

/* Behind the last code point of Unicode; the control characters keep their own codes. */
enum {
    CODE_TAB = 0x09,
    CODE_ENTER = 0x0D,
    CODE_ESCAPE = 0x1B,
    CODE_SPACE = 0x20,
    CODE_BACKSPACE = 0x7F,
    CODE_UP = 0x110000,
    CODE_DOWN,
    CODE_LEFT,
    CODE_RIGHT,
    CODE_PAGE_UP,
    CODE_PAGE_DOWN,
    CODE_HOME,
    CODE_END,
    CODE_DELETE,
    CODE_BACK_TAB,
    CODE_UNKNOWN /* a key of the keyboard that means nothing here */
};

/* Ctrl-A … Ctrl-Z. */
#define CODE_CONTROL(letter) ((uint32_t)((letter)&0x1F))

/*
 * The key that a word names: Tab, Shift-Tab, Enter, Esc, Space, Backspace, Up,
 * PgDn, Ctrl-D …, or a single character.  False for any other word.
 */
bool key_read(struct slice word, uint32_t *key);

/*
 * What a key means as a command where a Chinese input method is on: ： for :,
 * ／ and 、 for /, ？ for ?, 【 for [, full-width letters and digits for theirs.
 * Other keys are returned as they are.  Not for text that is typed.
 */
uint32_t key_plain(uint32_t key);

#endif
