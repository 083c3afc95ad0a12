#include "chuanda/gist.h"

#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "chuanda/words.h"
#include "demands.h"
#include "paragraph.h"

#include <stdlib.h>

struct gist_maker {
    struct demand_rules *demands;
    struct word_breaker *words;
    struct buffer simplified;
    struct buffer masked;
};

struct gist_maker *gist_maker_new(void)
{
    struct gist_maker *maker = mem_new(1, sizeof *maker);
    maker->demands = demand_rules_new();
    maker->words = word_breaker_new();
    return maker;
}

void gist_maker_free(struct gist_maker **maker)
{
    if (*maker == NULL)
        return;
    demand_rules_free(&(*maker)->demands);
    word_breaker_free(&(*maker)->words);
    buffer_free(&(*maker)->simplified);
    buffer_free(&(*maker)->masked);
    free(*maker);
    *maker = NULL;
}

/* The words of a directive as the tables write them: simplified, character by character. */
static struct slice simplified(struct gist_maker *maker, struct slice directive)
{
    buffer_clear(&maker->simplified);
    for (size_t at = 0; at < directive.length;)
        utf8_add(&maker->simplified, paragraph_character(utf8_next(directive, &at), true));
    return buffer_slice(&maker->simplified);
}

/* The first clause that is more than a circumstance, or else the first. */
static struct slice first_clause(struct gist_maker *maker, struct slice directive)
{
    struct slice masked, clause, first = {0};
    demand_mask(simplified(maker, directive), &maker->masked);
    masked = buffer_slice(&maker->masked);
    size_t position = 0;
    (void)demand_number(maker->demands, masked, &position);
    while (demand_clause(masked, &position, &clause)) {
        clause = slice_trim(clause);
        if (first.length == 0)
            first = clause;
        if (clause.length == 0 || demand_is_circumstance(maker->demands, clause))
            continue;
        first = clause;
        break;
    }
    if (first.length == 0)
        return directive;
    size_t start = (size_t)(first.bytes - masked.bytes);
    size_t before = utf8_count(slice_part(masked, 0, start));
    size_t end = before + utf8_count(first);
    return slice_part(directive, utf8_byte(directive, before), utf8_byte(directive, end));
}

/* Without the stop at its end, and quotes that stand around all of it. */
static struct slice without_stop(struct slice clause)
{
    static const char *const stops[] = {"。", "！", "？", "；", "：", "”", "、"};
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        bool closes = slice_equal(slice_of(stops[i]), slice_of("”")) && slice_has(clause, "“");
        if (!closes && slice_ends(clause, slice_of(stops[i])))
            return without_stop(slice_part(clause, 0, clause.length - slice_of(stops[i]).length));
    }
    return clause;
}

/* The bytes of a clause that fit into `columns`. */
static size_t fitting(struct slice clause, size_t columns, enum ambiguous ambiguous)
{
    size_t at = 0;
    for (size_t used = 0; at < clause.length;) {
        struct glyph glyph = display_glyph(clause, at, ambiguous);
        used += glyph.columns;
        if (used > columns)
            break;
        at += glyph.bytes;
    }
    return at;
}

/* A cut behind these would leave something open. */
static struct slice without_opening(struct slice words)
{
    static const char *const marks[] = {"“", "‘", "《", "（", "、", "("};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_ends(words, slice_of(marks[i])))
            return without_opening(slice_part(words, 0, words.length - slice_of(marks[i]).length));
    return words;
}

char *gist_of(struct gist_maker *maker, struct slice directive, size_t columns, enum ambiguous ambiguous)
{
    static const char ellipsis[] = "…";
    struct slice clause = without_stop(first_clause(maker, directive));
    if (fitting(clause, columns, ambiguous) == clause.length)
        return slice_copy(clause);
    size_t mark = display_width(slice_of(ellipsis), ambiguous);
    size_t most = columns < mark ? 0 : fitting(clause, columns - mark, ambiguous);
    size_t end = word_end_before(maker->words, clause, most);
    struct slice words = without_opening(slice_part(clause, 0, end > 0 ? end : most));
    struct buffer gist = {0};
    buffer_add(&gist, words);
    if (columns >= mark)
        buffer_add_text(&gist, ellipsis);
    return buffer_take(&gist);
}
