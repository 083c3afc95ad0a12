#include "key.h"

#include "chuanda/utf8.h"

#include <stddef.h>

static const struct {
    const char *word;
    uint32_t key;
} names[] = {
    {"Tab", CODE_TAB},       {"Shift-Tab", CODE_BACK_TAB},
    {"Enter", CODE_ENTER},   {"Esc", CODE_ESCAPE},
    {"Space", CODE_SPACE},   {"Backspace", CODE_BACKSPACE},
    {"Up", CODE_UP},         {"Down", CODE_DOWN},
    {"Left", CODE_LEFT},     {"Right", CODE_RIGHT},
    {"PgUp", CODE_PAGE_UP},  {"PgDn", CODE_PAGE_DOWN},
    {"Home", CODE_HOME},     {"End", CODE_END},
    {"Delete", CODE_DELETE},
};
enum { NAMES = sizeof names / sizeof names[0] };

/* What an input method for Chinese sends in the place of an ASCII key; full-width forms go by arithmetic. */
static const struct {
    uint32_t typed;
    uint32_t meant;
} aliases[] = {
    {0x3001 /* 、 */, '/'}, {0x3002 /* 。 */, '.'}, {0x300A /* 《 */, '<'},
    {0x300B /* 》 */, '>'}, {0x3010 /* 【 */, '['}, {0x3011 /* 】 */, ']'},
    {0x2018 /* ‘ */, '\''}, {0x2019 /* ’ */, '\''}, {0x3000 /* U+3000 */, ' '},
};
enum { ALIASES = sizeof aliases / sizeof aliases[0] };

bool key_read(struct slice word, uint32_t *key)
{
    for (size_t i = 0; i < NAMES; i++) {
        if (slice_equal(word, slice_of(names[i].word))) {
            *key = names[i].key;
            return true;
        }
    }
    if (slice_starts(word, slice_of("Ctrl-")) && word.length == 6 && word.bytes[5] >= 'A' && word.bytes[5] <= 'Z') {
        *key = CODE_CONTROL(word.bytes[5]);
        return true;
    }
    if (utf8_count(word) != 1)
        return false;
    size_t position = 0;
    *key = utf8_next(word, &position);
    return true;
}

uint32_t key_plain(uint32_t key)
{
    if (key >= 0xFF01 && key <= 0xFF5E)
        return key - 0xFEE0;
    for (size_t i = 0; i < ALIASES; i++) {
        if (aliases[i].typed == key)
            return aliases[i].meant;
    }
    return key;
}
