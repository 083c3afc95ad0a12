#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "reference.h"

#include <stdlib.h>
#include <string.h>

struct reference_rules *reference_rules_new(void)
{
    struct reference_rules *rules = mem_new(1, sizeof *rules);
    for (size_t i = 0; i < REFERENCE_PATTERNS; i++)
        rules->patterns[i] = pattern_new(reference_expressions[i]);
    rules->subject = subject_new(slice_of(""));
    rules->part = subject_new(slice_of(""));
    return rules;
}

void reference_rules_free(struct reference_rules **rules)
{
    if (*rules == NULL)
        return;
    for (size_t i = 0; i < REFERENCE_PATTERNS; i++)
        pattern_free(&(*rules)->patterns[i]);
    subject_free(&(*rules)->subject);
    subject_free(&(*rules)->part);
    free(*rules);
    *rules = NULL;
}

/* One search for phrases. */
struct search {
    struct reading *reading;
    struct reference_rules *rules;
    const struct stretch *stretch;
    struct slice text;
    struct phrase_list *phrases;
};

static bool find(struct search *search, enum reference_pattern which, size_t from, struct match *match)
{
    return pattern_find(search->rules->patterns[which], search->rules->subject, from, match);
}

/* Does the pattern match a part of the stretch, from its first byte on? */
static bool part_begins(struct search *search, enum reference_pattern which, size_t start, size_t end)
{
    struct match match;
    subject_set(search->rules->part, slice_part(search->text, start, end));
    return pattern_at(search->rules->patterns[which], search->rules->part, 0, &match);
}

static bool part_has(struct search *search, enum reference_pattern which, size_t start, size_t end)
{
    struct match match;
    subject_set(search->rules->part, slice_part(search->text, start, end));
    return pattern_find(search->rules->patterns[which], search->rules->part, 0, &match);
}

static const char *const clause_stops[] = {"《", "》", "，", "。", "；", "：", "！", "？",
                                           ",",  ";",  ":",  "!",  "?",  " ",  "　"};
static const char *const sentence_stops[] = {"。", "；", "！", "？", ";"};

/* Where the clause (or the sentence) begins in which byte `at` stands; `longest` bytes before it where there are no marks. */
static size_t back_to(struct search *search, size_t at, const char *const *stops, size_t count, size_t longest)
{
    for (size_t end = at; at > search->stretch->body && end - at < longest;) {
        struct slice before = slice_part(search->text, 0, at);
        for (size_t i = 0; i < count; i++) {
            if (slice_ends(before, slice_of(stops[i])))
                return at;
        }
        (void)utf8_previous(search->text, &at);
    }
    return at;
}

static size_t clause_start(struct search *search, size_t at)
{
    enum { CLAUSE_BYTES = 600 };
    return back_to(search, at, clause_stops, sizeof clause_stops / sizeof *clause_stops, CLAUSE_BYTES);
}

static size_t sentence_start(struct search *search, size_t at)
{
    enum { SENTENCE_BYTES = 2400 };
    return back_to(search, at, sentence_stops, sizeof sentence_stops / sizeof *sentence_stops, SENTENCE_BYTES);
}

/* The end of the last match of a pattern within [start, end), or `start`. */
static size_t last_end(struct search *search, enum reference_pattern which, size_t start, size_t end)
{
    size_t last = start;
    struct match match;
    struct pattern *pattern = search->rules->patterns[which];
    for (size_t from = start; from < end && pattern_find_within(pattern, search->rules->subject, from, end, &match);) {
        last = match.group[0].end;
        from = last > from ? last : from + 1;
    }
    return last;
}

/* Does a verb of passing on reach to `at`? It reaches across 和 and 以及, not across a comma. */
static bool relayed(struct search *search, size_t at)
{
    size_t start = sentence_start(search, at);
    size_t verb = last_end(search, PATTERN_RELAY, start, at);
    return verb > start && !part_has(search, PATTERN_BREAK, verb, at);
}

/* Is byte `at` within 《》? Looked for backwards, and no further than a title may be long: 《 may lack its 》. */
static bool in_title(struct search *search, size_t at)
{
    enum { TITLE_BYTES = 600 };
    struct slice open = slice_of("《"), close = slice_of("》");
    size_t closed = 0;
    for (size_t position = at; position > 0 && at - position < TITLE_BYTES;) {
        (void)utf8_previous(search->text, &position);
        struct slice here = slice_part(search->text, position, position + open.length);
        if (slice_equal(here, close))
            closed++;
        else if (slice_equal(here, open) && closed-- == 0)
            return true;
    }
    return false;
}

static bool taken(const struct search *search, struct span span)
{
    for (size_t i = 0; i < search->phrases->count; i++) {
        struct span other = search->phrases->items[i].whole;
        if (span.start < other.end && other.start < span.end)
            return true;
    }
    return false;
}

static void add(struct search *search, struct phrase phrase)
{
    if (taken(search, phrase.whole))
        return;
    struct phrase_list *list = search->phrases;
    list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = phrase;
}

/* Moves `start` behind what ends before a name begins. */
static size_t skip_boundaries(struct search *search, size_t start, size_t end)
{
    return last_end(search, PATTERN_BOUNDARY, start, end);
}

/* The last 在 within [start, end), or SLICE_NONE. */
static size_t last_in(struct search *search, size_t start, size_t end)
{
    struct slice in = slice_of("在");
    size_t last = SLICE_NONE;
    struct slice text = slice_part(search->text, 0, end);
    for (size_t at = slice_find(text, in, start); at != SLICE_NONE; at = slice_find(text, in, at + in.length))
        last = at;
    return last;
}

/* Where somebody is named who convened or attended what begins at `start`: 某某总书记主持召开…; else `start`. */
static size_t convener_start(struct search *search, size_t clause, size_t start)
{
    struct match match;
    subject_set(search->rules->part, slice_part(search->text, clause, start));
    if (!pattern_find(search->rules->patterns[PATTERN_CONVENING], search->rules->part, 0, &match))
        return start;
    size_t verb = clause + match.group[0].start;
    size_t begin = skip_boundaries(search, clause, verb);
    bool named = part_has(search, PATTERN_NAMED, begin, verb) || part_has(search, PATTERN_OFFICE, begin, verb);
    return named ? begin : start;
}

/*
 * Finds where the name begins that ends at name->end: behind 在 where 上
 * follows, else behind the last boundary; and who stands before it.
 */
static bool delimit(struct search *search, bool at_meeting, struct span *name, struct span *speaker)
{
    size_t clause = clause_start(search, name->start);
    size_t in = at_meeting ? last_in(search, clause, name->end) : SLICE_NONE;
    if (in != SLICE_NONE) {
        *speaker = (struct span){skip_boundaries(search, clause, in), in};
        name->start = last_end(search, PATTERN_HELD, in + strlen("在"), name->end);
        return true;
    }
    name->start = skip_boundaries(search, clause, name->start);
    *speaker = (struct span){convener_start(search, clause, name->start), name->start};
    return name->start > clause && relayed(search, name->start);
}

/* A name that nothing introduces must begin as names do. */
static bool has_head(struct search *search, struct span name)
{
    struct slice words = slice_part(search->text, name.start, name.end);
    struct date_mention date;
    struct organ_mention organ;
    struct place_mention place;
    if (part_begins(search, PATTERN_HEAD, name.start, name.end))
        return true;
    if (date_find(words, 0, &date) && date.start == 0)
        return true;
    if (place_find(search->reading->parser->places, words, 0, 0, &place) && place.start == 0)
        return true;
    if (!organ_find(search->reading->parser->organs, words, 0, &organ))
        return false;
    bool first = organ.start == 0;
    organ_mention_free(&organ);
    return first;
}

/* The session at the end of a name: 常务会议 of 省政府常务会议; empty where it ends with none. */
static struct span session_of(struct slice text, struct span name)
{
    static const char *const sessions[] = {"常委会会议", "常委会扩大会议", "常委会（扩大）会议", "常委会议",
                                           "常务会议",   "党组会议",       "全体会议",           "全会"};
    struct slice words = slice_part(text, name.start, name.end);
    for (size_t i = 0; i < sizeof sessions / sizeof sessions[0]; i++)
        if (slice_ends(words, slice_of(sessions[i])))
            return (struct span){name.end - strlen(sessions[i]), name.end};
    return (struct span){name.end, name.end};
}

/* The first of two bodies, which ends at `end`: in 国务院、省政府常务会议 the session is that of both. */
static void add_first_body(struct search *search, struct phrase phrase, size_t end)
{
    struct span session = session_of(search->text, phrase.name);
    struct span body = {phrase.name.start, end};
    phrase.whole.end = phrase.name.end = end;
    bool bare = !slice_ends(slice_part(search->text, 0, end), slice_of("会")) &&
                !slice_ends(slice_part(search->text, 0, end), slice_of("会议"));
    if (bare && session.start < session.end) {
        phrase.head = body;
        phrase.name = session;
    }
    add(search, phrase);
}

/*
 * Adds a meeting; 在甲委员会和乙委员会会议上 names two, with one speaker.  A
 * body that stands behind 和 or 、 begins the second.
 */
static void add_meeting(struct search *search, struct phrase phrase)
{
    struct organ_mention organ;
    size_t end = 0; /* of the body before */
    for (size_t at = phrase.name.start; at < phrase.name.end; at = end) {
        struct slice text = slice_part(search->text, 0, phrase.name.end);
        if (!organ_find(search->reading->parser->organs, text, at, &organ))
            break;
        struct slice between = slice_part(search->text, end, organ.start);
        bool second = end > 0 && (slice_equal(between, slice_of("和")) || slice_equal(between, slice_of("、")) ||
                                  slice_equal(between, slice_of("与")));
        if (second) {
            add_first_body(search, phrase, end);
            phrase.whole.start = phrase.name.start = organ.start;
        }
        end = organ.end;
        organ_mention_free(&organ);
    }
    add(search, phrase);
}

/*
 * 全国、全省防汛工作会议 names two, 6月12日、6月20日某机构会议 as well: all but the
 * last are known by their heads alone, and share the rest of the name.
 */
static void add_coordinated(struct search *search, struct phrase phrase)
{
    enum { SHORTEST_REST = 4 * 3 };
    const struct reference_rules *rules = search->rules;
    struct match head, last;
    size_t end = phrase.name.start; /* of the heads but the last */
    while (pattern_at(rules->patterns[PATTERN_HEADS], rules->subject, end, &head) &&
           head.group[0].end < phrase.name.end)
        end = head.group[0].end;
    bool several = end > phrase.name.start &&
                   pattern_at(rules->patterns[PATTERN_LAST_HEAD], rules->subject, end, &last) &&
                   last.group[0].end + SHORTEST_REST <= phrase.name.end &&
                   !slice_starts(slice_part(search->text, last.group[0].end, phrase.name.end), slice_of("政府"));
    for (size_t at = phrase.name.start; several && at < end; at = head.group[0].end) {
        struct phrase one = phrase;
        (void)pattern_at(rules->patterns[PATTERN_HEADS], rules->subject, at, &head);
        one.head = head.group[1];
        one.name.start = last.group[0].end;
        one.whole = (struct span){at == phrase.name.start ? phrase.whole.start : at, one.head.end};
        add(search, one);
    }
    if (several)
        phrase.whole.start = phrase.name.start = end;
    add_meeting(search, phrase);
}

static void find_meetings(struct search *search)
{
    struct match match, tail;
    for (size_t from = search->stretch->body; find(search, PATTERN_MEETING, from, &match);) {
        struct span name = match.group[0];
        from = name.end;
        while (pattern_at(search->rules->patterns[PATTERN_JOINED], search->rules->subject, name.end, &match))
            from = name.end = match.group[0].end;
        if (in_title(search, name.start))
            continue;
        size_t noun = name.start;
        struct phrase phrase = {.sign = PHRASE_MEETING};
        phrase.whole.end = name.end;
        bool spoken = pattern_at(search->rules->patterns[PATTERN_TAIL], search->rules->subject, name.end, &tail);
        if (spoken) {
            phrase.speech = tail.group[1].start != SLICE_NONE;
            phrase.whole.end = tail.group[0].end;
        }
        struct slice behind = slice_part(search->text, name.end, search->text.length);
        bool at_meeting = phrase.speech || slice_starts(behind, slice_of("上")) || slice_starts(behind, slice_of("时"));
        bool introduced = delimit(search, at_meeting, &name, &phrase.speaker);
        phrase.whole.start = phrase.speaker.start;
        if (noun < name.start + 2 * 3 || part_begins(search, PATTERN_OWN, name.start, name.end))
            continue;
        if ((!introduced && !has_head(search, name)) ||
            part_has(search, PATTERN_SEVERAL, clause_start(search, noun), name.end))
            continue;
        phrase.name = name;
        add_coordinated(search, phrase);
    }
}

static void find_inspections(struct search *search)
{
    struct match match;
    for (size_t from = search->stretch->body; find(search, PATTERN_INSPECTION, from, &match);
         from = match.group[0].end) {
        struct phrase phrase = {.sign = PHRASE_INSPECTION, .speech = true, .whole = match.group[0]};
        size_t clause = clause_start(search, phrase.whole.start);
        phrase.whole.start = skip_boundaries(search, clause, phrase.whole.start);
        phrase.speaker = (struct span){phrase.whole.start, match.group[0].start};
        phrase.name = match.group[match.group[1].start != SLICE_NONE ? 1 : 3];
        phrase.purpose = match.group[2];
        struct span last = phrase.purpose.start == SLICE_NONE ? phrase.name : phrase.purpose;
        if (!part_has(search, PATTERN_UNNAMED, phrase.name.start, last.end))
            add(search, phrase);
    }
}

/* Instructions and letters: group 1 of their patterns is what they are about, or to whom. */
static void find_addressed(struct search *search, enum reference_pattern which, enum phrase_sign sign)
{
    struct match match;
    for (size_t from = search->stretch->body; find(search, which, from, &match); from = match.group[0].end) {
        struct phrase phrase = {
            .sign = sign, .whole = match.group[0], .name = match.group[1], .purpose = match.group[2]};
        size_t clause = clause_start(search, phrase.whole.start);
        phrase.whole.start = skip_boundaries(search, clause, phrase.whole.start);
        phrase.speaker = (struct span){phrase.whole.start, match.group[0].start};
        bool spoken = phrase.speaker.end > phrase.speaker.start || relayed(search, match.group[0].start);
        if (spoken && !part_has(search, PATTERN_UNNAMED, phrase.name.start, phrase.name.end))
            add(search, phrase);
    }
}

static void find_titles(struct search *search)
{
    enum { SHORT = 5 * 3 }; /* 《通知》 means the document itself */
    struct match match;
    for (size_t from = search->stretch->body; find(search, PATTERN_TITLE, from, &match); from = match.group[0].end) {
        struct phrase phrase = {.sign = PHRASE_TITLE, .whole = match.group[0], .name = match.group[1]};
        size_t clause = clause_start(search, phrase.whole.start);
        size_t sentence = sentence_start(search, phrase.whole.start);
        phrase.speaker = (struct span){skip_boundaries(search, clause, phrase.whole.start), phrase.whole.start};
        bool article = slice_ends(slice_part(search->text, 0, phrase.whole.start), slice_of("文章"));
        if (phrase.name.end - phrase.name.start < SHORT && !search->stretch->listed && !article)
            continue;
        size_t verb = last_end(search, PATTERN_RELAY, sentence, phrase.whole.start);
        bool draft = part_has(search, PATTERN_DRAFT, verb > clause ? verb : clause, phrase.whole.start);
        bool named = search->stretch->listed || relayed(search, phrase.whole.start) ||
                     part_has(search, PATTERN_ISSUED, clause, phrase.whole.start);
        phrase.taken_up = part_begins(search, PATTERN_TAKEN_UP, phrase.whole.end, search->text.length);
        if ((named && !draft) || phrase.taken_up)
            add(search, phrase);
    }
}

/* 审议《关于贯彻〈某某意见〉的方案》: what is made there is new, what it is made for is taken up. */
static void find_inner_titles(struct search *search)
{
    struct match match;
    for (size_t from = search->stretch->body; find(search, PATTERN_INNER, from, &match); from = match.group[0].end) {
        struct phrase phrase = {
            .sign = PHRASE_TITLE, .whole = match.group[1], .name = match.group[1], .taken_up = true};
        phrase.speaker = (struct span){phrase.whole.start, phrase.whole.start};
        add(search, phrase);
    }
}

/*
 * An item of a list that is one name, commas and all, because it begins with
 * a body and what it did: 3月4日某机构召开研究…，部署…会议精神; 某机构召开会议部署防汛（7月2日）.
 */
static void find_whole_item(struct search *search)
{
    enum { BEFORE = 8 * 3 }; /* bytes of a date or a place before the body */
    size_t body = search->stretch->body;
    struct organ_mention organ;
    struct match end;
    if (!search->stretch->listed || !organ_find(search->reading->parser->organs, search->text, body, &organ))
        return;
    size_t organ_end = organ.end;
    bool first = organ.start <= body + BEFORE;
    organ_mention_free(&organ);
    if (!first || !part_begins(search, PATTERN_ACTS, organ_end, search->text.length) ||
        !find(search, PATTERN_ITEM_END, organ_end, &end))
        return;
    struct phrase phrase = {.sign = PHRASE_MEETING, .whole = {body, end.group[0].start}, .name = {body, organ_end}};
    phrase.speaker = (struct span){body, body};
    if (!slice_ends(slice_part(search->text, 0, phrase.whole.end), slice_of("会议精神")))
        phrase.purpose = phrase.whole; /* a headline */
    add(search, phrase);
}

static int by_start(const void *a, const void *b)
{
    size_t left = ((const struct phrase *)a)->whole.start, right = ((const struct phrase *)b)->whole.start;
    return left < right ? -1 : left > right;
}

/* 某某在甲会议上、在乙会议上的讲话: the second has the first's speaker. */
static bool goes_on(struct search *search, const struct phrase *before, const struct phrase *phrase)
{
    struct slice between = slice_part(search->text, before->whole.end, phrase->whole.start);
    return phrase->speaker.start == phrase->speaker.end && phrase->name.start > phrase->whole.start &&
           (slice_equal(between, slice_of("和")) || slice_equal(between, slice_of("、")) ||
            slice_equal(between, slice_of("以及")));
}

void find_phrases(struct reading *reading, const struct stretch *stretch, struct phrase_list *phrases)
{
    struct search search = {.reading = reading,
                            .rules = reading->parser->references,
                            .stretch = stretch,
                            .text = stretch->text,
                            .phrases = phrases};
    phrases->count = 0;
    subject_set(search.rules->subject, stretch->text);
    find_whole_item(&search);
    if (slice_has(stretch->text, "讲话") || slice_has(stretch->text, "指示"))
        find_inspections(&search);
    if (slice_has(stretch->text, "示"))
        find_addressed(&search, PATTERN_INSTRUCTION, PHRASE_INSTRUCTION);
    if (slice_has(stretch->text, "信") || slice_has(stretch->text, "贺电"))
        find_addressed(&search, PATTERN_LETTER, PHRASE_LETTER);
    find_meetings(&search);
    if (slice_has(stretch->text, "《"))
        find_titles(&search);
    if (slice_has(stretch->text, "〈"))
        find_inner_titles(&search);
    if (phrases->count > 1)
        qsort(phrases->items, phrases->count, sizeof *phrases->items, by_start);
    for (size_t i = 0; i < phrases->count; i++) {
        struct phrase *phrase = &phrases->items[i];
        phrase->relays = phrase->taken_up || relayed(&search, phrase->whole.start);
        if (i > 0 && goes_on(&search, phrase - 1, phrase))
            phrase->speaker = phrase[-1].speaker;
    }
}
