#include "broken.h"

#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "page.h"

#include <stdlib.h>
#include <string.h>

/* Widths are counted in code points or in columns, whichever the source was broken by. */
enum measure { CHARACTERS, COLUMNS };
enum { MEASURES = COLUMNS + 1 };

enum {
    WIDEST = 100, /* code points: a longer line is a paragraph that nobody broke */
    WIDTHS = WIDEST * 2 + 1,
    INDENTS = 40, /* columns */
    FEWEST = 6,   /* full lines in a region that is broken at a width */
    NARROW = 16,  /* below this width (code points), lists and tables look alike: more is asked for */
    HANGING = 2   /* columns by which a closing mark may stand out */
};

struct extent {
    size_t line;       /* an index */
    struct slice text; /* without the white space around it */
    size_t width[MEASURES];
    size_t first[MEASURES]; /* of the first word, with the marks that may not be parted from it */
    size_t indent;          /* columns */
    bool ends;              /* as a sentence does, or as nothing that is carried on */
    bool next_page;         /* a margin stands between it and the line before */
};

/* A run of lines none of which is too long, and how it is broken. */
struct region {
    const struct extent *extents;
    size_t first, end;
    enum measure measure;
    size_t width;  /* 0: it is not broken */
    size_t slack;  /* a line is full also where this part (1/slack) of the width was left; 0: nothing may be */
    size_t indent; /* of the lines that carry on */
    bool marked;   /* paragraphs are told by indents or blank lines */
};

static bool one_of(uint32_t code_point, const char *characters)
{
    struct slice text = slice_of(characters);
    for (size_t at = 0; at < text.length;) {
        if (utf8_next(text, &at) == code_point)
            return true;
    }
    return false;
}

static size_t columns_of(uint32_t code_point)
{
    return code_point >= 0x1100 || (code_point >= 0x2010 && code_point <= 0x2027) ? 2 : 1;
}

static bool is_word(uint32_t code_point)
{
    return code_point < 0x80 && code_point > ' ';
}

static void measure_text(struct slice text, size_t widths[MEASURES])
{
    widths[CHARACTERS] = widths[COLUMNS] = 0;
    for (size_t at = 0; at < text.length; widths[CHARACTERS]++)
        widths[COLUMNS] += columns_of(utf8_next(text, &at));
}

/* Opening marks, a character or a word of letters and digits, closing marks. */
static struct slice first_word(struct slice text)
{
    size_t at = 0, next = 0;
    uint32_t code_point = 0;
    while (next < text.length && one_of(code_point = utf8_next(text, &next), "“‘（《【〔"))
        at = next;
    if (is_word(code_point)) {
        while (at < text.length && is_word((unsigned char)text.bytes[at]))
            at++;
    } else {
        at = next;
    }
    for (next = at; next < text.length && one_of(utf8_next(text, &next), "，。、；：！？”’）》】〕%％");)
        at = next;
    return slice_part(text, 0, at);
}

/* Does nothing carry a line on: does it end as a sentence does, or as an entry of the contents, or is it a link? */
static bool ends(struct slice text)
{
    size_t at = text.length;
    uint32_t last = 0;
    while (at > 0 && one_of(last = utf8_previous(text, &at), "”’）)》"))
        ;
    return one_of(last, "。！？；!?;：:…") || slice_has(text, "……") || slice_has(text, "....") ||
           slice_has(text, "://") || page_is_rule(text);
}

static void read_extent(struct slice line, size_t index, struct extent *extent)
{
    size_t widths[MEASURES];
    *extent = (struct extent){.line = index, .text = slice_trim(line)};
    if (extent->text.length == 0)
        return;
    struct slice before = slice_part(line, 0, (size_t)(extent->text.bytes - line.bytes));
    measure_text(before, widths);
    extent->indent = slice_has(before, "\t") ? widths[COLUMNS] + 3 : widths[COLUMNS];
    measure_text(extent->text, extent->width);
    measure_text(first_word(extent->text), extent->first);
    for (int measure = 0; measure < MEASURES; measure++) /* an indent takes room too */
        extent->width[measure] += widths[measure];
    for (int measure = 0; measure < MEASURES; measure++)
        extent->width[measure] = extent->width[measure] < WIDTHS ? extent->width[measure] : WIDTHS - 1;
    extent->ends = ends(extent->text);
}

static bool blank(const struct region *region, size_t index)
{
    return region->extents[index].text.length == 0;
}

static bool full(const struct region *region, size_t index)
{
    const struct extent *line = &region->extents[index], *next = line + 1;
    enum measure measure = region->measure;
    size_t left = region->slack > 0 ? region->width / region->slack : 0;
    return index + 1 < region->end && !blank(region, index + 1) &&
           line->width[measure] + next->first[measure] + left > region->width;
}

/* Could line `index` be carried on by the next? */
static bool open(const struct region *region, size_t index)
{
    return !blank(region, index) && index + 1 < region->end && !blank(region, index + 1) &&
           !region->extents[index].ends;
}

/* How many of the lines that could be carried on are full, if lines are broken at `width`; 0 where many are longer. */
static size_t count_full(struct region *region, size_t width)
{
    size_t count = 0, lines = 0, longer = 0;
    region->width = width;
    for (size_t i = region->first; i < region->end; i++) {
        lines += !blank(region, i);
        longer += region->extents[i].width[region->measure] > width + HANGING;
        count += open(region, i) && full(region, i);
    }
    return longer * 20 < lines ? count : 0;
}

/* The width that makes most lines full, of those that occur often. */
static size_t best_width(struct region *region, size_t *count)
{
    size_t lengths[WIDTHS] = {0}, lines = 0, best = 0;
    for (size_t i = region->first; i < region->end; i++) {
        lines += !blank(region, i);
        lengths[region->extents[i].width[region->measure]] += open(region, i);
    }
    *count = 0;
    for (size_t width = WIDTHS; width-- > 1;) {
        size_t fits = lengths[width] > 1 && lengths[width] * 50 >= lines ? count_full(region, width) : 0;
        if (fits > *count) {
            *count = fits;
            best = width;
        }
    }
    return best;
}

/*
 * Are there full lines enough to say that the region is broken at its width?
 * Lines with a comma or a full stop in them are text, and text that could be
 * carried on is: of those, most must be full.
 */
static bool convinces(const struct region *region, size_t count)
{
    size_t lines = 0, could = 0, text = 0, full_text = 0;
    for (size_t i = region->first; i < region->end; i++) {
        struct slice words = region->extents[i].text;
        bool is_text = open(region, i) && (slice_has(words, "，") || slice_has(words, "。"));
        lines += !blank(region, i);
        could += open(region, i);
        text += is_text;
        full_text += is_text && full(region, i);
    }
    if (region->width < (region->measure == COLUMNS ? NARROW * 2 : NARROW))
        return count >= 2 * FEWEST && count * 2 >= lines && count * 10 >= could * 7 && region->slack == 0;
    if (region->slack > 0)
        return full_text >= 2 * FEWEST && full_text * 10 >= text * 9 && count * 4 >= lines;
    return full_text >= FEWEST && full_text * 10 >= text * 8;
}

/* How far the lines that carry on are indented. */
static size_t usual_indent(const struct region *region)
{
    size_t counts[INDENTS + 1] = {0}, usual = 0;
    for (size_t i = region->first; i < region->end; i++) {
        if (open(region, i) && full(region, i) && region->extents[i + 1].indent <= INDENTS)
            counts[region->extents[i + 1].indent]++;
    }
    for (size_t i = 1; i <= INDENTS; i++)
        usual = counts[i] > counts[usual] ? i : usual;
    return usual;
}

/* Are most lines behind one that is not full indented, or blank lines before them? */
static bool marks_paragraphs(const struct region *region)
{
    size_t count = 0, marked = 0, last = region->end;
    for (size_t i = region->first; i < region->end; i++) {
        if (blank(region, i))
            continue;
        if (last != region->end && (last + 1 < i || !full(region, last))) {
            count++;
            marked += last + 1 < i || region->extents[i].indent > region->indent;
        }
        last = i;
    }
    return count > 0 && marked * 10 >= count * 7;
}

/* How many lines are full if so much may be left of one; sets how the region is broken. 0: it is not. */
static size_t try_slack(struct region *region, size_t slack)
{
    size_t counts[MEASURES], widths[MEASURES];
    region->slack = slack;
    for (int measure = 0; measure < MEASURES; measure++) {
        region->measure = (enum measure)measure;
        widths[measure] = best_width(region, &counts[measure]);
    }
    region->measure = counts[COLUMNS] > counts[CHARACTERS] ? COLUMNS : CHARACTERS;
    region->width = widths[region->measure];
    if (region->width > 0 && convinces(region, counts[region->measure]))
        return counts[region->measure];
    region->width = 0;
    return 0;
}

/* Lines that were broken at one width are full; ragged ones nearly so, and only that makes sense of most. */
static void read_region(struct region *region)
{
    enum { RAGGED = 5 };
    size_t full_lines = try_slack(region, 0);
    struct region even = *region;
    size_t ragged_lines = try_slack(region, RAGGED);
    if (full_lines > 0 && ragged_lines * 5 < full_lines * 6)
        *region = even;
    region->indent = region->width > 0 ? usual_indent(region) : 0;
    region->marked = region->width > 0 && marks_paragraphs(region);
}

/* A title right above its text, as wide as its lines are: 某市召开…会议, then 3月4日，… */
static bool is_title_above(struct document_rules *rules, const struct region *region, size_t index)
{
    struct slice next = region->extents[index + 1].text, line = region->extents[index].text;
    bool headline = rule_fits(rules, RULE_HEADLINE, line) ||
                    (rule_fits(rules, RULE_HEADLINE_ORGAN, line) && !slice_has(line, "，"));
    return headline && (rule_fits(rules, RULE_DATED, next) || rule_fits(rules, RULE_CARRIER, next)) &&
           !rule_fits(rules, RULE_DATED, line) && !slice_has(line, "。");
}

/* Does line `index` + 1 carry on line `index`, which begins a passage itself (`begins`)? */
static bool carries_on(struct document_rules *rules, const struct region *region, size_t index, bool begins)
{
    if (blank(region, index) || index + 1 >= region->end || blank(region, index + 1) || !full(region, index) ||
        region->extents[index + 1].indent > region->indent)
        return false;
    if (region->extents[index].ends)
        return region->marked && !region->extents[index + 1].next_page && !page_is_rule(region->extents[index].text) &&
               !rule_fits(rules, RULE_LIST_MARK, region->extents[index + 1].text);
    return !begins || !is_title_above(rules, region, index);
}

static void join_regions(struct document_rules *rules, const struct extent *extents, size_t count,
                         enum line_role *roles)
{
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first; end < count && extents[end].width[CHARACTERS] <= WIDEST; end++)
            ;
        struct region region = {.extents = extents, .first = first, .end = end};
        if (end - first > FEWEST)
            read_region(&region);
        for (size_t i = first; region.width > 0 && i + 1 < end; i++) {
            if (carries_on(rules, &region, i, roles[extents[i].line] == LINE_BEGINS))
                roles[extents[i + 1].line] = LINE_CARRIES;
        }
        end = end == first ? first + 1 : end;
    }
}

/* Is it a part of a paragraph, not a title: does it begin as a readout does, or hold a whole sentence, or is it long? */
static bool is_text(struct document_rules *rules, const struct extent *extent)
{
    enum { TITLE_LONGEST = 60, CLAUSES_SHORTEST = 30 };
    return slice_has(extent->text, "。") || extent->width[CHARACTERS] > TITLE_LONGEST ||
           (extent->width[CHARACTERS] > CLAUSES_SHORTEST && slice_has(extent->text, "，")) ||
           rule_fits(rules, RULE_DATED, extent->text) || rule_fits(rules, RULE_LEAD, extent->text);
}

/* Did a page end in the middle of a paragraph, between a line and the next? */
static bool page_parts(struct document_rules *rules, const struct extent *line, const struct extent *next)
{
    return !line->ends && line->text.length > 0 && next->text.length > 0 && next->indent == 0 && next->ends &&
           is_text(rules, line) && slice_has(next->text, "。") && !rule_fits(rules, RULE_CARRIER, next->text) &&
           !rule_fits(rules, RULE_OPENING, next->text) && !rule_fits(rules, RULE_LIST_MARK, next->text);
}

/* The lines that are no margins. The blank lines beside a margin are the page's. */
static size_t read_flow(const struct slice *lines, size_t count, const enum line_role *roles, struct extent *extents)
{
    size_t flow = 0;
    bool margin = false;
    for (size_t i = 0; i < count; i++) {
        if (roles[i] == LINE_MARGIN) {
            margin = true;
            while (flow > 0 && extents[flow - 1].text.length == 0)
                flow--;
        } else if (!margin || !slice_blank(lines[i])) {
            read_extent(lines[i], i, &extents[flow]);
            extents[flow++].next_page = margin;
            margin = false;
        }
    }
    return flow;
}

void broken_read(struct document_rules *rules, const struct slice *lines, size_t count, enum line_role *roles)
{
    struct extent *extents = mem_new(count, sizeof *extents);
    for (size_t i = 0; i < count; i++)
        roles[i] = LINE_BEGINS;
    margins_read(rules, lines, count, roles);
    size_t flow = read_flow(lines, count, roles, extents);
    join_regions(rules, extents, flow, roles);
    for (size_t i = 1; i < flow; i++) {
        if (extents[i].next_page && page_parts(rules, &extents[i - 1], &extents[i]))
            roles[extents[i].line] = LINE_CARRIES;
    }
    free(extents);
}
