#include "prompt.h"

#include "chuanda/utf8.h"
#include "key.h"

#include <string.h>

void prompt_open(struct prompt *prompt, enum prompt_use use, const char *label)
{
    buffer_clear(&prompt->text);
    prompt->use = use;
    prompt->label = label;
    prompt->cursor = 0;
}

void prompt_close(struct prompt *prompt)
{
    prompt->use = PROMPT_NONE;
}

void prompt_free(struct prompt *prompt)
{
    buffer_free(&prompt->text);
}

/* Replaces bytes [start, end) of the text by `bytes` and puts the cursor behind them. */
static void replace(struct prompt *prompt, size_t start, size_t end, struct slice bytes)
{
    struct buffer changed = {0};
    struct slice whole = buffer_slice(&prompt->text);
    buffer_add(&changed, slice_part(whole, 0, start));
    buffer_add(&changed, bytes);
    buffer_add(&changed, slice_part(whole, end, whole.length));
    buffer_free(&prompt->text);
    prompt->text = changed;
    prompt->cursor = start + bytes.length;
}

void prompt_fill(struct prompt *prompt, const char *text)
{
    replace(prompt, 0, prompt->text.length, slice_of(text));
}

static size_t before(const struct prompt *prompt)
{
    size_t position = prompt->cursor;
    if (position > 0)
        (void)utf8_previous(buffer_slice(&prompt->text), &position);
    return position;
}

static size_t after(const struct prompt *prompt)
{
    size_t position = prompt->cursor;
    if (position < prompt->text.length)
        (void)utf8_next(buffer_slice(&prompt->text), &position);
    return position;
}

static enum prompt_answer cut(struct prompt *prompt, size_t start, size_t end)
{
    replace(prompt, start, end, slice_of(""));
    return PROMPT_CHANGED;
}

static enum prompt_answer go(struct prompt *prompt, size_t position)
{
    prompt->cursor = position;
    return PROMPT_MOVED;
}

static enum prompt_answer type(struct prompt *prompt, uint32_t key)
{
    if (key < 0x20 || key > 0x10FFFF)
        return PROMPT_MOVED;
    struct buffer typed = {0};
    utf8_add(&typed, key);
    replace(prompt, prompt->cursor, prompt->cursor, buffer_slice(&typed));
    buffer_free(&typed);
    return PROMPT_CHANGED;
}

enum prompt_answer prompt_key(struct prompt *prompt, uint32_t key)
{
    switch (key) {
    case CODE_ENTER:
        return PROMPT_DONE;
    case CODE_ESCAPE:
    case CODE_CONTROL('C'):
        return PROMPT_DROPPED;
    case CODE_BACKSPACE:
        return prompt->text.length == 0 ? PROMPT_DROPPED : cut(prompt, before(prompt), prompt->cursor);
    case CODE_DELETE:
    case CODE_CONTROL('D'):
        return cut(prompt, prompt->cursor, after(prompt));
    case CODE_CONTROL('U'):
        return cut(prompt, 0, prompt->cursor);
    case CODE_CONTROL('K'):
        return cut(prompt, prompt->cursor, prompt->text.length);
    case CODE_LEFT:
        return go(prompt, before(prompt));
    case CODE_RIGHT:
        return go(prompt, after(prompt));
    case CODE_HOME:
    case CODE_CONTROL('A'):
        return go(prompt, 0);
    case CODE_END:
    case CODE_CONTROL('E'):
        return go(prompt, prompt->text.length);
    default:
        return type(prompt, key);
    }
}

void prompt_paint(const struct prompt *prompt, struct screen *screen, struct rect rect)
{
    unsigned x = rect.x + screen_text(screen, rect.x, rect.y, rect.columns / 2, slice_of(prompt->label), ROLE_PROMPT);
    unsigned room = rect.x + rect.columns - x;
    struct slice whole = buffer_slice(&prompt->text);
    struct slice ahead = slice_part(whole, 0, prompt->cursor);
    while (ahead.length > 0 && display_width(ahead, screen->ambiguous) + 2 > room)
        ahead = slice_part(ahead, display_glyph(ahead, 0, screen->ambiguous).bytes, ahead.length);
    struct slice shown = {.bytes = ahead.bytes, .length = (size_t)(whole.bytes + whole.length - ahead.bytes)};
    screen_text(screen, x, rect.y, room, shown, ROLE_PROMPT);
    screen_cursor(screen, x + (unsigned)display_width(ahead, screen->ambiguous), rect.y);
}
