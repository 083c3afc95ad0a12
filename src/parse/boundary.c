/*
 * Where documents begin.  A document begins with a title (a block of lines
 * with a headline among them, or one that stands right before an opening), or
 * with an opening that no title precedes.  Openings within a text (a meeting
 * of last week is recalled) are told apart by what surrounds them.
 */
#include "chuanda/date.h"
#include "chuanda/memory.h"
#include "draft.h"
#include "signs.h"

#include <stdlib.h>
#include <string.h>

enum {
    PAGE_BREAK = 3,     /* so many blank lines more than usual separate documents */
    TITLE_LINES = 8,    /* a title has no more */
    OPENING_HEAD = 120, /* code points in which an opening says who met when */
    OWN_HEAD = 16,      /* code points in which it says 我省 */
    WHOLE = 400         /* code points of an opening that holds the whole readout */
};

struct seeker {
    const struct parser *parser;
    const struct page *page;
    size_t usual;     /* blank lines between the paragraphs of a document */
    size_t separator; /* so many blank lines stand between documents and hardly elsewhere; 0: none do */
};

static const struct page_line *line_at(const struct seeker *seeker, size_t index)
{
    return &seeker->page->lines[index];
}

static bool has(const struct seeker *seeker, size_t index, unsigned signs)
{
    return index < seeker->page->count && (line_at(seeker, index)->signs & signs) != 0;
}

/* What the user says of line `index` against the machine. */
static bool is_said(const struct seeker *seeker, size_t index, enum said said)
{
    return index < seeker->page->count && line_at(seeker, index)->said == said;
}

/* The lines of a title that begin at `index`: one past the last. `gap`: blank lines that end it. */
static size_t title_end(const struct seeker *seeker, size_t index, size_t gap)
{
    size_t end = index;
    while (end < seeker->page->count && end - index < TITLE_LINES && has(seeker, end, SIGN_TITLE) &&
           (end == index || (line_at(seeker, end)->blanks < gap && !is_said(seeker, end, SAID_BEGINS))) &&
           (end == index || !has(seeker, end, SIGN_NUMBERED) || !has(seeker, index, SIGN_NUMBERED)) &&
           !(has(seeker, end, SIGN_NAME) && !has(seeker, end, SIGN_HEADLINE)))
        end++;
    return end;
}

/* Do more blank lines than usual stand before line `index`? */
static bool gap_before(const struct seeker *seeker, size_t index)
{
    return line_at(seeker, index)->blanks > seeker->usual;
}

static bool page_break_before(const struct seeker *seeker, size_t index)
{
    return line_at(seeker, index)->blanks >= seeker->usual + PAGE_BREAK;
}

/* Do so many blank lines stand before line `index` as separate documents? */
static bool separated(const struct seeker *seeker, size_t index)
{
    return seeker->separator > 0 && line_at(seeker, index)->blanks >= seeker->separator;
}

/* The blank lines that end a title: those that do not stand between its lines. */
static size_t title_gap(const struct seeker *seeker)
{
    return seeker->usual + 1 > 2 ? seeker->usual + 1 : 2;
}

static bool any_headline(const struct seeker *seeker, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        if (has(seeker, i, SIGN_HEADLINE))
            return true;
    }
    return false;
}

/* Did the text before line `index` come to an end, or does the line carry on a sentence that was broken? */
static bool sentence_ended(const struct seeker *seeker, size_t index)
{
    if (index == 0 || gap_before(seeker, index) || !seeker->page->stops)
        return true;
    while (index > 1 && has(seeker, index - 1, SIGN_NOISE))
        index--;
    const struct page_line *before = line_at(seeker, index - 1);
    if (is_breadcrumb(seeker->parser->documents, line_at(seeker, index)->text))
        return true;
    uint32_t last = text_last(before->text);
    return (before->signs & (SIGN_END | SIGN_BYLINE | SIGN_NAME | SIGN_SIGNATURE | SIGN_TITLE | SIGN_NOISE)) != 0 ||
           ((before->signs & SIGN_ITEM) && has(seeker, index, SIGN_HEADLINE) && has(seeker, index + 1, SIGN_OPENING)) ||
           last == 0x3002 || last == 0xFF01 || last == 0xFF1F || last == 0x2026 ||
           (has(seeker, index, SIGN_HEADLINE) && rule_fits(seeker->parser->documents, RULE_FIELD, before->text));
}

static bool numbered(const struct seeker *seeker, size_t index)
{
    struct slice text = line_at(seeker, index)->text;
    return has(seeker, index, SIGN_NUMBERED) && text.length > 2 &&
           (text.bytes[0] == '0' || has(seeker, index + 1, SIGN_BYLINE));
}

/* Are the lines of a title set apart by blank lines, as many as stand before it? */
static bool sets_apart(const struct seeker *seeker, size_t index, size_t next)
{
    return next == index + 1 && line_at(seeker, next)->blanks >= seeker->usual &&
           line_at(seeker, next)->blanks <= line_at(seeker, index)->blanks;
}

/*
 * Does a title of a document begin at line `index`?  Lines that only carry on
 * from a title above must not be asked about.
 */
static bool title_begins(const struct seeker *seeker, size_t index)
{
    if (!has(seeker, index, SIGN_TITLE | SIGN_ITEM) || !sentence_ended(seeker, index))
        return false;
    if (has(seeker, index, SIGN_ITEM)) {
        bool sourced = has(seeker, index + 1, SIGN_BYLINE) && slice_has(line_at(seeker, index + 1)->text, "来源");
        return sourced || (has(seeker, index, SIGN_HEADLINE) && has(seeker, index + 1, SIGN_OPENING));
    }
    size_t near = title_end(seeker, index, seeker->usual + 1), end = title_end(seeker, index, title_gap(seeker));
    if (near == index || end >= seeker->page->count)
        return numbered(seeker, index);
    if (any_headline(seeker, index, near) || numbered(seeker, index) || page_break_before(seeker, index))
        return true;
    if (any_headline(seeker, near, end)) /* a slogan, a blank line, the headline */
        return gap_before(seeker, index) && sets_apart(seeker, index, near);
    if (line_at(seeker, end)->blanks > line_at(seeker, index)->blanks)
        return false; /* belongs to the text above: the reporters' names */
    bool opening = has(seeker, end, SIGN_OPENING) && line_at(seeker, end)->blanks < title_gap(seeker);
    return opening ||
           (near == end && has(seeker, end, SIGN_BYLINE) && !gap_before(seeker, end) && !has(seeker, end, SIGN_END));
}

/* A date alone in a line right above a title, set apart from the text before it, begins the document. */
static bool date_heads_title(const struct seeker *seeker, size_t index)
{
    return has(seeker, index, SIGN_BYLINE) && (index == 0 || gap_before(seeker, index)) &&
           index + 1 < seeker->page->count && line_at(seeker, index + 1)->blanks == 0 &&
           rule_fits(seeker->parser->documents, RULE_SIGNATURE, line_at(seeker, index)->text) &&
           title_begins(seeker, index + 1);
}

/* What an opening tells of its meeting. */
struct occasion {
    struct date date; /* what is written of it */
    char *organ;      /* owned; canonical; NULL: none */
    bool has_level;
    enum level level;
    bool begins; /* body and date stand at the very beginning: 国务院7月5日召开… */
};

static void read_occasion(const struct seeker *seeker, size_t index, struct occasion *occasion)
{
    struct slice head = text_head(line_at(seeker, index)->text, OPENING_HEAD);
    struct date_mention date;
    struct organ_mention organ;
    struct match match;
    size_t from = 0;
    *occasion = (struct occasion){0};
    if (rule_find(seeker->parser->documents, RULE_CARRIER, head, &match))
        from = match.group[0].end;
    if (date_find(head, from, &date) || date_find(head, 0, &date))
        occasion->date = date.date;
    if (organ_find(seeker->parser->organs, head, 0, &organ)) {
        occasion->organ = mem_copy(organ.canonical);
        occasion->has_level = organ.has_level;
        occasion->level = organ.level;
        occasion->begins = organ.start == 0 && date_find(head, organ.end, &date) && date.start == organ.end;
    }
    organ_mention_free(&organ);
    static const struct {
        const char *word;
        enum level level;
    } own[] = {{"我省", LEVEL_PROVINCE}, {"我市", LEVEL_CITY}, {"我县", LEVEL_COUNTY},    {"我区", LEVEL_COUNTY},
               {"我校", LEVEL_UNIT},     {"学校", LEVEL_UNIT}, {"总书记", LEVEL_NATIONAL}};
    struct slice own_head = text_head(slice_part(head, from, head.length), OWN_HEAD);
    for (size_t i = 0; i < sizeof own / sizeof own[0] && !occasion->has_level; i++) {
        occasion->has_level = slice_has(own_head, own[i].word);
        occasion->level = own[i].level;
    }
}

/* Days from the first to the second, within half a year where a year is missing; false where a day is. */
static bool days_between(struct date a, struct date b, long *result)
{
    enum { YEAR = 365, HALF = 183 };
    *result = 0;
    if (a.month == 0 || a.day == 0 || b.month == 0 || b.day == 0)
        return false;
    bool years = a.year != 0 && b.year != 0;
    a.year = years ? a.year : 2000;
    b.year = years ? b.year : 2000;
    long days = date_days(a, b);
    if (!years && days > HALF)
        days -= YEAR;
    if (!years && days < -HALF)
        days += YEAR;
    *result = days;
    return true;
}

/* What speaks for and against an opening without a title that begins a document; enough is ENOUGH. */
enum weight {
    IS_OPENING = 1,
    AFTER_PAGE_BREAK = 2,
    AFTER_SEPARATOR = 3,  /* where blank lines stand only between documents */
    AFTER_END = 2,        /* 编辑：… */
    WITH_CARRIER = 2,     /* 新华社…电 */
    WITH_ENTRY = 6,       /* 【小标题】, 又讯 */
    BEGINS_WITH_BODY = 1, /* body and date stand at the very beginning, later than the meeting before */
    NEXT_OF_BODY = 1,     /* a later meeting of the same body */
    BELOW = 1,            /* of a lower level, or of another body of the level, at a later date */
    WITHOUT_BODY = -1,
    RIGHT_BEHIND_OPENING = -2,
    EARLIER = -2,      /* recalled: before the meeting that is being reported */
    SAME_MEETING = -3, /* the same body on the same day: told twice */
    ABOVE = -2,        /* of a higher level: relayed */
    RECALLED = -2,     /* 决定提请…审议 */
    ENOUGH = 2
};

/* How much speaks for it that the opening at `index`, without a title, begins a document. */
static int opening_score(const struct seeker *seeker, size_t index, size_t opening, const struct occasion *current)
{
    const struct page_line *line = line_at(seeker, index);
    struct occasion occasion;
    long days;
    read_occasion(seeker, index, &occasion);
    bool ended = has(seeker, index - 1, SIGN_END);
    bool carrier = has(seeker, index, SIGN_CARRIER);
    bool apart = separated(seeker, index);
    bool dated = days_between(current->date, occasion.date, &days);
    bool same = occasion.organ != NULL && current->organ != NULL && strcmp(occasion.organ, current->organ) == 0;
    bool levels = occasion.has_level && current->has_level;
    bool below = levels && occasion.level > current->level;
    bool beside = levels && occasion.level == current->level && days > 0 && !same;
    int score = IS_OPENING;
    score += carrier ? WITH_CARRIER : 0;
    score += has(seeker, index, SIGN_HEADLINE) ? WITH_ENTRY : 0;
    score += page_break_before(seeker, index) ? AFTER_PAGE_BREAK : 0;
    score += apart ? AFTER_SEPARATOR : 0;
    score += ended ? AFTER_END : 0;
    score += occasion.begins && dated && days > 0 ? BEGINS_WITH_BODY : 0;
    score += same && days > 0 ? NEXT_OF_BODY : 0;
    score += (below || beside) && rule_fits(seeker->parser->documents, RULE_DATED, line->text) ? BELOW : 0;
    score += occasion.organ == NULL && !occasion.has_level && !carrier ? WITHOUT_BODY : 0;
    score += index - 1 == opening && !ended && line_at(seeker, opening)->characters < WHOLE ? RIGHT_BEHIND_OPENING : 0;
    score += days < 0 && !below && !apart ? EARLIER : 0;
    score += dated && days == 0 && same ? SAME_MEETING : 0;
    score += levels && occasion.level < current->level ? ABOVE : 0;
    score += slice_has(line->text, "提请") || slice_has(line->text, "在主持") ? RECALLED : 0;
    free(occasion.organ);
    return score;
}

static struct draft *add_draft(struct draft_list *drafts, size_t first, size_t count)
{
    drafts->items = mem_grow(drafts->items, drafts->count, &drafts->capacity, sizeof *drafts->items);
    struct draft *draft = &drafts->items[drafts->count++];
    *draft = (struct draft){.first = first, .title_end = first, .opening = count};
    return draft;
}

/* The first line of the text at or after `index`, behind by-lines and the names under a speech's title. */
static size_t text_start(const struct seeker *seeker, size_t first, size_t index)
{
    while ((index == first || !is_said(seeker, index, SAID_BEGINS)) &&
           (has(seeker, index, SIGN_BYLINE | SIGN_NAME) ||
            (has(seeker, index, SIGN_SIGNATURE) && has(seeker, index + 1, SIGN_NAME))))
        index++;
    return index;
}

/* Begins a document at `index`, and returns the line from which to go on looking. */
static size_t begin(const struct seeker *seeker, struct draft_list *drafts, size_t index, bool titled,
                    struct occasion *current)
{
    size_t count = seeker->page->count;
    struct draft *draft = add_draft(drafts, index, count);
    size_t head = titled && date_heads_title(seeker, index) ? index + 1 : index;
    size_t next = titled ? title_end(seeker, head, title_gap(seeker)) : index;
    if (titled && next == head)
        next = head + 1;
    draft->title_end = next;
    size_t text = text_start(seeker, index, next);
    free(current->organ);
    *current = (struct occasion){0};
    if (has(seeker, text, SIGN_OPENING) && (text == index || !is_said(seeker, text, SAID_BEGINS))) {
        draft->opening = text;
        read_occasion(seeker, text, current);
        return text + 1;
    }
    return text > index ? text : index + 1;
}

/* Does a title begin at a line at which a document begins in any case? */
static bool begins_titled(const struct seeker *seeker, size_t index)
{
    return has(seeker, index, SIGN_TITLE) || title_begins(seeker, index) || date_heads_title(seeker, index);
}

/* Is line `index` the beginning of a document, and with a title? */
static bool begins(const struct seeker *seeker, const struct draft *draft, size_t index, struct occasion *current,
                   bool *titled)
{
    if (is_said(seeker, index, SAID_BEGINS)) {
        *titled = begins_titled(seeker, index);
        return true;
    }
    bool has_text = draft->opening < index || index > draft->title_end + 1 ||
                    (index > draft->title_end && !has(seeker, index - 1, SIGN_BYLINE | SIGN_NAME));
    *titled = true;
    bool headed = separated(seeker, index) && has(seeker, index, SIGN_HEADLINE) &&
                  (any_headline(seeker, draft->first, draft->title_end) || has(seeker, draft->first, SIGN_NUMBERED));
    if ((title_begins(seeker, index) || date_heads_title(seeker, index)) &&
        (has_text || headed || page_break_before(seeker, index) ||
         (numbered(seeker, index) && numbered(seeker, draft->first))))
        return true;
    *titled = false;
    if (has_text && gap_before(seeker, index) && !has(seeker, index - 1, SIGN_TITLE | SIGN_BYLINE | SIGN_NAME) &&
        rule_fits(seeker->parser->documents, RULE_SALUTATION, line_at(seeker, index)->text))
        return true; /* a speech without a title */
    if (!has(seeker, index, SIGN_OPENING) || !sentence_ended(seeker, index))
        return false;
    if (draft->opening >= index && !has(seeker, index, SIGN_HEADLINE) && !separated(seeker, index))
        return false;
    return opening_score(seeker, index, draft->opening, current) >= ENOUGH;
}

/* How many blank lines stand between two lines most often: none, one or two. */
static size_t usual_blanks(const struct page *page)
{
    size_t counts[3] = {0}, usual = 0;
    for (size_t i = 1; i < page->count; i++) {
        if (page->lines[i].blanks < 3)
            counts[page->lines[i].blanks]++;
    }
    for (size_t i = 1; i < 3; i++)
        usual = counts[i] > counts[usual] ? i : usual;
    return usual;
}

/* Are most runs of at least so many blank lines followed by what could begin a document? */
static bool blanks_separate(const struct seeker *seeker, size_t blanks)
{
    size_t runs = 0, beginnings = 0;
    for (size_t i = 1; i < seeker->page->count; i++) {
        if (line_at(seeker, i)->blanks < blanks)
            continue;
        runs++;
        beginnings += has(seeker, i, SIGN_OPENING) || title_begins(seeker, i);
    }
    return runs >= 2 && beginnings * 5 >= runs * 4 && runs * 2 < seeker->page->count;
}

/* The fewest blank lines that separate documents; 0: none do. */
static size_t find_separator(const struct seeker *seeker)
{
    for (size_t blanks = seeker->usual + 1; blanks <= seeker->usual + PAGE_BREAK; blanks++) {
        if (blanks_separate(seeker, blanks))
            return blanks;
    }
    return 0;
}

/* The last line of a document's text before line `next`: page numbers and running heads behind it say nothing of it. */
static size_t text_end(const struct seeker *seeker, const struct draft *draft, size_t next)
{
    size_t last = next - 1;
    while (last > draft->first && has(seeker, last, SIGN_NOISE))
        last--;
    return last;
}

/* Notes that the user said where a document begins. */
static void note_said(const struct seeker *seeker, struct draft *draft, size_t index, const char *rule)
{
    draft->document.corrected |= 1U << FIELD_BOUNDARY;
    note(draft, seeker->page, FIELD_BOUNDARY, index, line_at(seeker, index)->text, rule);
}

/*
 * Begins a document as `begin` does, unless the user says that it carries on the
 * one above: then all of its beginning does, and gives it the title and the
 * opening that it lacks.
 */
static size_t begin_or_join(const struct seeker *seeker, struct draft_list *drafts, size_t index, bool titled,
                            struct occasion *current)
{
    struct occasion occasion = {0};
    size_t next = begin(seeker, drafts, index, titled, &occasion);
    struct draft *begun = &drafts->items[drafts->count - 1];
    bool joins = drafts->count > 1 && is_said(seeker, index, SAID_CONTINUES);
    struct draft *draft = joins ? begun - 1 : begun;
    if (joins) {
        drafts->count--;
        draft->title_end = draft->title_end == index ? begun->title_end : draft->title_end;
        note_said(seeker, draft, index, "勘误：与上一件合并");
    } else if (index > 0 && is_said(seeker, index, SAID_BEGINS)) {
        note_said(seeker, draft, index, "勘误：从此行分开");
    }
    if (!joins || draft->opening > index) {
        draft->opening = begun->opening;
        free(current->organ);
        *current = occasion;
    } else {
        free(occasion.organ);
    }
    return next;
}

/*
 * A table of contents at the beginning is a document of its own, and so is what
 * the user parts from the text. Returns the first line that is neither that nor noise.
 */
static size_t add_contents(const struct seeker *seeker, struct draft_list *drafts)
{
    size_t first = 0;
    bool contents = false;
    while (first + 1 < seeker->page->count && has(seeker, first, SIGN_NOISE) &&
           (first == 0 || !is_said(seeker, first, SAID_BEGINS)))
        contents |= rule_fits(seeker->parser->documents, RULE_CONTENTS, line_at(seeker, first++)->text);
    if (contents || (first > 0 && is_said(seeker, first, SAID_BEGINS))) {
        struct draft *draft = add_draft(drafts, 0, seeker->page->count);
        draft->title_end = 1;
        draft->last = first - 1;
    }
    return first;
}

void find_boundaries(const struct parser *parser, const struct page *page, struct draft_list *drafts)
{
    struct seeker seeker = {.parser = parser, .page = page};
    struct occasion current = {0};
    if (page->count == 0)
        return;
    seeker.usual = usual_blanks(page);
    seeker.separator = find_separator(&seeker);
    size_t first = add_contents(&seeker, drafts);
    bool titled = begins_titled(&seeker, first);
    size_t index = begin_or_join(&seeker, drafts, first, titled, &current);
    while (index < page->count) {
        struct draft *draft = &drafts->items[drafts->count - 1];
        if (begins(&seeker, draft, index, &current, &titled)) {
            draft->last = text_end(&seeker, draft, index);
            index = begin_or_join(&seeker, drafts, index, titled, &current);
            continue;
        }
        if (draft->opening > index && has(&seeker, index, SIGN_OPENING)) {
            draft->opening = index;
            free(current.organ);
            read_occasion(&seeker, index, &current);
        }
        index++;
    }
    struct draft *draft = &drafts->items[drafts->count - 1];
    draft->last = text_end(&seeker, draft, page->count);
    free(current.organ);
}
