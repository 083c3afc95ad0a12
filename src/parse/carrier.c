/* What carriers do to a line, undone: see paragraph.h. */
#include "chuanda/memory.h"
#include "chuanda/simplified.h"
#include "chuanda/utf8.h"
#include "page.h"
#include "paragraph.h"

#include <string.h>

/* What Word, HTML, Markdown and converters leave behind: from the first string to the second, and what it stands for. */
static const struct {
    const char *head, *tail, *meaning;
} residues[] = {
    {"[bookmark:", "]", ""}, {"[image:", "]", ""}, {"[footnote:", "]", ""}, {"[hyperlink:", "]", ""},
    {"<p>", "", ""},         {"<p ", ">", ""},     {"</p>", "", ""},        {"<strong", ">", ""},
    {"</strong>", "", ""},   {"<br", ">", ""},     {"<span", ">", ""},      {"</span>", "", ""},
    {"<div", ">", ""},       {"</div>", "", ""},   {"<b>", "", ""},         {"</b>", "", ""},
    {"<font", ">", ""},      {"</font>", "", ""},  {"<a ", ">", ""},        {"</a>", "", ""},
    {"<h1", ">", ""},        {"<h2", ">", ""},     {"<h3", ">", ""},        {"<h4", ">", ""},
    {"</h", ">", ""},        {"<em>", "", ""},     {"</em>", "", ""},       {"<section", ">", ""},
    {"</section>", "", ""},  {"<u>", "", ""},      {"</u>", "", ""},        {"<i>", "", ""},
    {"</i>", "", ""},        {"<!--", "-->", ""},  {"<o:p>", "", ""},       {"</o:p>", "", ""},
    {"**", "", ""},          {"&nbsp;", "", " "},  {"&ensp;", "", " "},     {"&emsp;", "", " "},
    {"&ldquo;", "", "“"},    {"&rdquo;", "", "”"}, {"&lsquo;", "", "‘"},    {"&rsquo;", "", "’"},
    {"&quot;", "", "\""},    {"&mdash;", "", "—"}, {"&hellip;", "", "…"},   {"&middot;", "", "·"},
    {"&lt;", "", "<"},       {"&gt;", "", ">"},    {"&amp;", "", "&"},      {"&#160;", "", " "},
};

/* What is wrong with a line; a set of bits. */
enum damage {
    DAMAGE_RESIDUE = 1 << 0,
    DAMAGE_HIDDEN = 1 << 1,      /* characters that are not drawn */
    DAMAGE_WIDE = 1 << 2,        /* full-width digits and letters, 「」 */
    DAMAGE_TRADITIONAL = 1 << 3, /* traditional characters */
    DAMAGE_APART = 1 << 4,       /* 会 议 强 调 */
    DAMAGE_DATE_APART = 1 << 5   /* 3 月 4 日 */
};

static bool is_han(uint32_t code_point)
{
    return (code_point >= 0x4E00 && code_point <= 0x9FFF) || code_point == 0x3007;
}

static bool is_digit(uint32_t code_point)
{
    return (code_point >= '0' && code_point <= '9') || (code_point >= 0xFF10 && code_point <= 0xFF19);
}

static bool is_space(uint32_t code_point)
{
    return code_point == ' ' || code_point == 0xA0 || code_point == 0x3000 ||
           (code_point >= 0x2002 && code_point <= 0x200A);
}

/* Soft hyphens, zero-width and bidi characters, byte order marks, selectors of variants, controls. */
static bool is_hidden(uint32_t code_point)
{
    return code_point == 0xAD || code_point == 0x34F || code_point == 0x61C || code_point == 0xFEFF ||
           (code_point >= 0x200B && code_point <= 0x200F) || (code_point >= 0x202A && code_point <= 0x202E) ||
           (code_point >= 0x2060 && code_point <= 0x206F) || (code_point >= 0xFE00 && code_point <= 0xFE0F) ||
           (code_point >= 0xE0000 && code_point <= 0xE0FFF) || (code_point < ' ' && code_point != '\t') ||
           code_point == 0x7F;
}

/* Full-width digits and letters, and the quotes of traditional texts. */
static uint32_t narrowed(uint32_t code_point)
{
    if ((code_point >= 0xFF10 && code_point <= 0xFF19) || (code_point >= 0xFF21 && code_point <= 0xFF3A) ||
        (code_point >= 0xFF41 && code_point <= 0xFF5A))
        return code_point - 0xFF10 + '0';
    static const uint32_t quotes[][2] = {{0x300C, 0x201C}, {0x300D, 0x201D}, {0x300E, 0x2018}, {0x300F, 0x2019}};
    for (size_t i = 0; code_point >= 0x300C && code_point <= 0x300F && i < 4; i++) {
        if (quotes[i][0] == code_point)
            return quotes[i][1];
    }
    return code_point;
}

uint32_t paragraph_character(uint32_t code_point, bool traditional)
{
    if (traditional && code_point >= 0x2E80)
        code_point = simplify(code_point);
    return narrowed(code_point);
}

/* Between what a white space character may stand that belongs to no text: a part of a date and its unit. */
static bool parts_date(uint32_t before, uint32_t after)
{
    static const uint32_t units[] = {0x5E74, 0x6708, 0x65E5, 0x53F7, 0x6B21, 0x5C4A}; /* 年月日号次届 */
    static const uint32_t heads[] = {0x5E74, 0x6708, 0x7B2C, 0x5C4A, 0x81F3};         /* 年月第届至 */
    bool parts = false;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        parts = parts || (is_digit(before) && units[i] == after);
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        parts = parts || (is_digit(after) && heads[i] == before);
    return parts;
}

static unsigned damage_of(struct slice line)
{
    unsigned damage = 0;
    size_t close = 0, apart = 0;
    uint32_t before = 0, last = 0; /* the last character that is no space; the last of all */
    bool one_space = false;
    for (size_t at = 0; at < line.length;) {
        uint32_t code_point = utf8_next(line, &at);
        if (is_space(code_point)) {
            one_space = !is_space(last);
        } else {
            bool spaced = is_space(last) && one_space;
            if (is_han(code_point) && is_han(before)) {
                close += !is_space(last);
                apart += spaced;
            }
            if (spaced && parts_date(before, code_point))
                damage |= DAMAGE_DATE_APART;
            before = code_point;
        }
        last = code_point;
        if (code_point == '<' || code_point == '&' || code_point == '[' || code_point == '*' ||
            (code_point == '#' && at < 8))
            damage |= DAMAGE_RESIDUE;
        else if (is_hidden(code_point))
            damage |= DAMAGE_HIDDEN;
        else if (narrowed(code_point) != code_point)
            damage |= DAMAGE_WIDE;
        else if (code_point >= 0x2E80 && !(damage & DAMAGE_TRADITIONAL) && is_traditional(code_point))
            damage |= DAMAGE_TRADITIONAL;
    }
    enum { FEWEST = 3 };
    return damage | (apart >= FEWEST && apart > 2 * close ? (unsigned)DAMAGE_APART : 0);
}

/* The bytes of residue that start at `at`; `*meaning` is what they stand for. */
static size_t residue_at(struct slice line, size_t at, const char **meaning)
{
    struct slice rest = slice_part(line, at, line.length);
    if (slice_blank(slice_part(line, 0, at)) && slice_starts(rest, slice_of("#"))) {
        size_t marks = 0; /* Markdown's headings */
        while (marks < rest.length && rest.bytes[marks] == '#')
            marks++;
        *meaning = "";
        return marks < rest.length && rest.bytes[marks] == ' ' ? marks + 1 : 0;
    }
    for (size_t i = 0; i < sizeof residues / sizeof residues[0]; i++) {
        struct slice head = slice_of(residues[i].head), tail = slice_of(residues[i].tail);
        if (!slice_starts(rest, head))
            continue;
        size_t end = tail.length == 0 ? head.length : slice_find(rest, tail, head.length);
        *meaning = residues[i].meaning;
        if (end != SLICE_NONE)
            return end + tail.length;
    }
    return 0;
}

/* A line being read. */
struct reader {
    struct paragraph *passage;
    struct slice line;
    unsigned damage;
    size_t at;       /* bytes of the line before what is read next */
    size_t index;    /* the same in code points */
    uint32_t before; /* the last character that was put out */
};

static void put(struct reader *reader, uint32_t code_point, size_t index)
{
    struct paragraph *passage = reader->passage;
    const struct origin *last = passage->origin_count > 0 ? &passage->origins[passage->origin_count - 1] : NULL;
    if (last == NULL || passage->characters - last->from != index - last->at) {
        passage->origins =
            mem_grow(passage->origins, passage->origin_count, &passage->origin_capacity, sizeof *passage->origins);
        passage->origins[passage->origin_count++] =
            (struct origin){.from = passage->characters, .line = passage->line, .at = index};
    }
    utf8_add(&passage->words, code_point);
    passage->characters++;
    reader->before = code_point;
}

/* Is the white space right before `at` to be left out? */
static bool idle_space(const struct reader *reader, size_t at)
{
    if (at >= reader->line.length || reader->before == 0 || is_space(reader->before))
        return false;
    uint32_t after = utf8_next(reader->line, &at);
    if (is_space(after))
        return false;
    return (reader->damage & DAMAGE_APART) != 0 || parts_date(reader->before, after);
}

static void read_character(struct reader *reader)
{
    const char *meaning = NULL;
    size_t residue = (reader->damage & DAMAGE_RESIDUE) ? residue_at(reader->line, reader->at, &meaning) : 0;
    if (residue > 0) {
        size_t count = utf8_count(slice_part(reader->line, reader->at, reader->at + residue));
        struct slice words = slice_of(meaning);
        bool opens = slice_equal(words, slice_of("“")) || slice_equal(words, slice_of("‘"));
        for (size_t at = 0; at < words.length;) /* so that what ends with &rdquo; ends behind it */
            put(reader, utf8_next(words, &at), reader->index + (opens ? 0 : count - 1));
        reader->index += count;
        reader->at += residue;
        return;
    }
    uint32_t written = utf8_next(reader->line, &reader->at);
    size_t index = reader->index++;
    if (is_hidden(written) || (is_space(written) && idle_space(reader, reader->at)))
        return;
    uint32_t read = paragraph_character(written, (reader->damage & DAMAGE_TRADITIONAL) != 0);
    reader->passage->respelt |= read != written;
    put(reader, read, index);
}

void paragraph_read(struct paragraph *passage, struct slice line, size_t number)
{
    *passage = (struct paragraph){.text = line, .line = number, .last_line = number};
    struct reader reader = {.passage = passage, .line = line, .damage = page_is_rule(line) ? 0 : damage_of(line)};
    if (reader.damage == 0)
        return;
    while (reader.at < line.length)
        read_character(&reader);
    passage->text = buffer_slice(&passage->words);
    if (passage->origin_count == 0) /* nothing is left: a blank line */
        passage->text = slice_part(line, 0, 0);
}
