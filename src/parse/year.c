/*
 * The year of a day that a document writes without one, where its own text
 * leaves it open: by the meetings that it relays or that relay it, then by its
 * neighbours in the compilation.
 */
#include "chuanda/memory.h"
#include "chuanda/numeral.h"
#include "draft.h"

#include <stdlib.h>
#include <string.h>

int date_month_number(int year, int month)
{
    return year * 12 + month - 1;
}

void date_complete_before(struct date *date, struct date later)
{
    if (date->month == 0) {
        date->month = later.month;
        date->year = later.year;
        if (date->day > later.day && --date->month == 0) {
            date->month = 12;
            date->year--;
        }
    }
    if (date->year == 0) {
        date->year = later.year;
        if (date_complete(*date) && date_days(later, *date) > 1)
            date->year--;
    }
}

void settle_date(struct draft *draft, const struct page *page, struct date date, enum date_basis basis,
                 const char *rule)
{
    if (!date_complete(date))
        return;
    draft->document.date = date;
    draft->document.date_basis = basis;
    if (rule != NULL)
        note(draft, page, FIELD_DATE, page->count, slice_of(""), rule);
}

/* Documents farther apart tell nothing of each other. */
enum { NEIGHBOURS = 256 };

static bool is_dated(const struct draft *draft)
{
    return draft->document.date_basis != DATE_NONE;
}

static bool wants_year(const struct draft *draft)
{
    return !is_dated(draft) && draft->written.month != 0 && draft->written.day != 0;
}

/* Does a year agree with what the document tells of its date: the weekday, the months of its text? */
static bool agrees(const struct draft *draft, int year)
{
    struct date date = {year, draft->written.month, draft->written.day};
    int month = date_month_number(year, date.month);
    return date_complete(date) && (draft->weekday == 0 || date_weekday(date) == draft->weekday) &&
           (draft->latest == 0 || (month >= draft->earliest && month <= draft->latest));
}

/* Do most dated documents stand behind later ones? A compilation goes forward in time, or back. */
static bool goes_back(const struct draft_list *drafts)
{
    const struct draft *before = NULL;
    long forward = 0, back = 0;
    for (size_t i = 0; i < drafts->count; i++) {
        if (!is_dated(&drafts->items[i]))
            continue;
        int order = before == NULL ? 0 : date_compare(before->document.date, drafts->items[i].document.date);
        forward += order < 0;
        back += order > 0;
        before = &drafts->items[i];
    }
    return back > forward;
}

/* Where a document stands in time: what is dated above and below it. */
struct course {
    struct date above, below; /* complete, or all 0 */
    bool back;                /* the compilation goes back in time */
};

/* How far one date lies behind another; that it lies before it counts more, for the compilation goes the other way. */
static long distance(struct date from, struct date to, bool back)
{
    long days = back ? -date_days(from, to) : date_days(from, to);
    return days >= 0 ? days * 2 : -days * 3;
}

/* Does the second date stand on the wrong side of the first? */
static bool wrong_way(struct date first, struct date second, bool back)
{
    int order = date_compare(first, second);
    return back ? order < 0 : order > 0;
}

/* How badly a date fits in between; below a date above, what stands below only forbids to pass it. */
static long misfit(const struct course *course, struct date date)
{
    long far = 0;
    if (date_complete(course->above))
        far += distance(course->above, date, course->back);
    if (!date_complete(course->below))
        return far;
    bool passes = wrong_way(date, course->below, course->back);
    if (date_complete(course->above) && !passes && !wrong_way(course->above, date, course->back))
        far /= 4; /* between the two: in order, however far */
    return far + (passes || !date_complete(course->above) ? distance(date, course->below, course->back) : 0);
}

/* The agreeing year from `first` to `last` that fits best, of equals the one that the text writes; 0: none. */
static int best_year(const struct draft *draft, const struct course *course, int first, int last)
{
    int best = 0;
    long least = 0;
    bool late = draft->written.month >= LATE_MONTH;
    for (int year = first; year <= last; year++) {
        struct date candidate = {year, draft->written.month, draft->written.day};
        if (!agrees(draft, year))
            continue;
        long far = misfit(course, candidate);
        if (best == 0 || far < least || (late && far == least)) {
            best = year;
            least = far;
        }
    }
    return best;
}

static void settle_year(struct draft *draft, const struct page *page, int year, const char *rule)
{
    struct date date = {year, draft->written.month, draft->written.day};
    if (year > 0)
        settle_date(draft, page, date, DATE_INFERRED, rule);
}

/* The only year that agrees with the text's own months; with several, the one that fits the course (NULL: none yet). */
static void settle_by_text(struct draft *draft, const struct page *page, const struct course *course)
{
    static const struct course unknown = {0};
    int first = draft->earliest / 12, last = draft->latest / 12, count = 0;
    if (!wants_year(draft) || draft->latest == 0)
        return;
    for (int year = first; year <= last; year++)
        count += agrees(draft, year);
    if (count == 1 || course != NULL)
        settle_year(draft, page, best_year(draft, course != NULL ? course : &unknown, first, last), "年份：文中所述");
}

/* A body that the beginning of a document names, with its session or its day. */
struct naming {
    char *body; /* owned; canonical */
    int number; /* 0: none */
    struct date date;
};

struct naming_list {
    struct naming *items;
    size_t count;
    size_t capacity;
};

/* The date that stands right before byte `at`, or within the name that ends at `end` (中央政治局6月30日会议). */
static struct date date_beside(struct slice text, size_t at, size_t end)
{
    enum { REACH = 40 }; /* bytes between a day and the body that met on it */
    struct date_mention mention;
    struct date found = {0};
    for (size_t from = at > REACH * 2 ? at - REACH * 2 : 0; date_find(text, from, &mention); from = mention.end) {
        if (mention.start > end)
            break;
        bool before = mention.end <= at && at - mention.end <= REACH;
        if (mention.date.month > 0 && mention.date.day > 0 && (before || mention.start == end))
            found = mention.date;
    }
    return found;
}

static void read_namings(const struct parser *parser, const struct draft *draft, struct naming_list *list)
{
    struct slice texts[] = {slice_of(draft->document.title), slice_of(draft->head)};
    struct organ_mention mention;
    for (size_t i = 0; i < 2; i++) {
        for (size_t at = 0; organ_find(parser->organs, texts[i], at, &mention); at = mention.end) {
            struct slice behind = slice_part(texts[i], mention.end, texts[i].length);
            struct match session; /* 中央财经委员会第五次会议 */
            bool numbered = mention.number == 0 && rule_find(parser->documents, RULE_NUMBER, behind, &session) &&
                            session.group[0].start == 0;
            long number = mention.number;
            if (numbered)
                (void)numeral_read(rule_group(behind, &session, 1), 0, &number);
            struct naming naming = {.body = mention.canonical,
                                    .number = (int)number,
                                    .date = date_beside(texts[i], mention.start, mention.end)};
            mention.canonical = NULL;
            list->items = mem_grow(list->items, list->count, &list->capacity, sizeof *list->items);
            list->items[list->count++] = naming;
        }
    }
}

/* Of every document: the bodies that it names, and its own. */
struct known_bodies {
    struct naming_list *named; /* owned */
    char **own;                /* owned, each owned; canonical; NULL: none, or its day is not known */
    size_t count;
};

static struct known_bodies read_bodies(const struct parser *parser, const struct draft_list *drafts)
{
    struct known_bodies bodies = {.named = mem_new(drafts->count, sizeof *bodies.named),
                                  .own = mem_new(drafts->count, sizeof *bodies.own),
                                  .count = drafts->count};
    for (size_t i = 0; i < drafts->count; i++) {
        const struct draft *draft = &drafts->items[i];
        read_namings(parser, draft, &bodies.named[i]);
        if (draft->document.organ != NULL && draft->written.month != 0)
            bodies.own[i] = organ_canonical(slice_of(draft->document.organ));
    }
    return bodies;
}

static void free_bodies(struct known_bodies *bodies)
{
    for (size_t i = 0; i < bodies->count; i++) {
        for (size_t n = 0; n < bodies->named[i].count; n++)
            free(bodies->named[i].items[n].body);
        free(bodies->named[i].items);
        free(bodies->own[i]);
    }
    free(bodies->named);
    free(bodies->own);
}

/* Could the meeting of `above` be passed on at that of `below`: is it a higher one, of an outer place? */
static bool could_relay(const struct document *below, const struct document *above)
{
    if (above->organ == NULL || above->level > below->level)
        return false;
    return above->level == LEVEL_NATIONAL || (above->place != NULL && below->place != NULL &&
                                              slice_starts(slice_of(below->place), slice_of(above->place)));
}

/* Do the namings of a document name the meeting of another: by its number, its day, or as an occasion of its own? */
static bool names_meeting(const struct naming_list *list, const struct draft *draft, const struct draft *above,
                          const char *body)
{
    enum { OCCASION_SHORTEST = 27 }; /* bytes: 全国…工作会议 */
    const struct document *meeting = &above->document;
    bool yearly = slice_ends(slice_of(body), slice_of("工作会议")); /* 中央经济工作会议 */
    for (size_t i = 0; i < list->count; i++) {
        const struct naming *naming = &list->items[i];
        if (strcmp(naming->body, body) != 0)
            continue;
        if (yearly || (meeting->number > 0 && naming->number == meeting->number) ||
            (naming->date.month == above->written.month && naming->date.day == above->written.day &&
             naming->date.month > 0))
            return true;
    }
    bool occasion = slice_starts(slice_of(meeting->organ), slice_of("全")) ||
                    slice_ends(slice_of(meeting->organ), slice_of("座谈会"));
    return occasion && strlen(meeting->organ) >= OCCASION_SHORTEST &&
           (slice_has(slice_of(draft->head), meeting->organ) ||
            slice_has(slice_of(draft->document.title), meeting->organ));
}

/* The year in which a day lies at most so many days behind another, or (`back`) before it; 0: none agrees. */
static int year_beside(const struct draft *draft, struct date other, bool back)
{
    enum { LONGEST = 120 };
    for (int year = other.year - 1; year <= other.year + 1; year++) {
        struct date candidate = {year, draft->written.month, draft->written.day};
        if (!agrees(draft, year))
            continue;
        long days = back ? date_days(candidate, other) : date_days(other, candidate);
        if (days >= 0 && days <= LONGEST)
            return year;
    }
    return 0;
}

/* The year of a meeting by a dated one that it relays, or that relays it. */
static void settle_by_relays(const struct known_bodies *bodies, const struct page *page, struct draft_list *drafts,
                             size_t index)
{
    struct draft *draft = &drafts->items[index];
    size_t first = index > NEIGHBOURS ? index - NEIGHBOURS : 0;
    for (size_t i = first; wants_year(draft) && i < drafts->count && i < index + NEIGHBOURS; i++) {
        const struct draft *other = &drafts->items[i];
        if (i == index || !is_dated(other))
            continue;
        if (bodies->own[i] != NULL && could_relay(&draft->document, &other->document) &&
            names_meeting(&bodies->named[index], draft, other, bodies->own[i]))
            settle_year(draft, page, year_beside(draft, other->document.date, false), "年份：所传达的会议");
        else if (bodies->own[index] != NULL && could_relay(&other->document, &draft->document) &&
                 names_meeting(&bodies->named[i], other, draft, bodies->own[index]))
            settle_year(draft, page, year_beside(draft, other->document.date, true), "年份：传达它的会议");
    }
}

/* The year that all documents share which are dated, 0 where they do not, or where they are too few to tell. */
static int common_year(const struct draft_list *drafts)
{
    enum { FEWEST = 2 };
    int year = 0, count = 0;
    for (size_t i = 0; i < drafts->count; i++) {
        if (!is_dated(&drafts->items[i]))
            continue;
        if (year != 0 && drafts->items[i].document.date.year != year)
            return 0;
        year = drafts->items[i].document.date.year;
        count++;
    }
    return count >= FEWEST ? year : 0;
}

/* May the date of a document below tell the year of one with nothing above it? Of the same chair or place, or close by. */
static bool near_below(const struct draft *draft, const struct draft *below, bool next)
{
    enum { CLOSE = 100 };
    struct date date = below->document.date;
    if (same_chair(&draft->document, &below->document) || (draft->place != NULL && draft->place == below->place))
        return true;
    for (int year = date.year - 1; next && year <= date.year + 1; year++) {
        struct date candidate = {year, draft->written.month, draft->written.day};
        if (agrees(draft, year) && labs(date_days(candidate, date)) <= CLOSE)
            return true;
    }
    return false;
}

/* The month on the cover of a reader (2031年10月学习材料), which is no document with a text; all 0: none. */
static struct date cover_date(const struct draft_list *drafts)
{
    struct date_mention mention;
    const struct draft *cover = &drafts->items[0];
    if (cover->opening <= cover->last || !date_find(slice_of(cover->document.title), 0, &mention) ||
        mention.date.year == 0 || mention.date.month == 0)
        return (struct date){0};
    return (struct date){mention.date.year, mention.date.month, 1};
}

/* Between the documents above and below it. */
static void settle_by_neighbours(const struct page *page, struct draft_list *drafts, size_t index, bool back)
{
    enum { REACH = 1 };
    struct draft *draft = &drafts->items[index];
    struct course course = {.back = back};
    if (!wants_year(draft))
        return;
    for (size_t i = index; i > 0 && index - i < NEIGHBOURS && course.above.year == 0; i--) {
        if (is_dated(&drafts->items[i - 1]))
            course.above = drafts->items[i - 1].document.date;
    }
    if (course.above.year == 0)
        course.above = cover_date(drafts);
    bool above = course.above.year != 0, goes_on = false;
    for (size_t i = index + 1; i < drafts->count && i - index < NEIGHBOURS && course.below.year == 0; i++) {
        const struct draft *below = &drafts->items[i];
        if (is_dated(below) && (above || near_below(draft, below, i == index + 1))) {
            course.below = below->document.date;
            goes_on = below->document.level == draft->document.level;
        }
    }
    if (above && course.below.year != 0 && wrong_way(course.above, course.below, back)) {
        if (goes_on && index > 0 && drafts->items[index - 1].document.level != draft->document.level)
            course.above = (struct date){0}; /* another section begins here, and goes on below */
        else
            course.below = (struct date){0}; /* or below, or there is no order */
    }
    above = course.above.year != 0;
    settle_by_text(draft, page, &course);
    int year = above ? course.above.year : course.below.year;
    if (wants_year(draft) && year != 0)
        settle_year(draft, page, best_year(draft, &course, year - REACH, year + REACH), "年份：前后文件");
}

/* Does `other` speak of the same place in its title as the title of `draft`? */
static bool same_subject(const struct parser *parser, const struct draft *draft, const struct draft *other)
{
    struct place_mention mention;
    struct slice title = slice_of(draft->document.title);
    if (draft->document.place != NULL && other->document.place != NULL &&
        strcmp(draft->document.place, other->document.place) == 0)
        return true;
    return draft->document.kind == KIND_INSTRUCTION && place_find(parser->places, title, 0, 0, &mention) &&
           slice_find(slice_of(other->document.title), slice_part(title, mention.start, mention.end), 0) != SLICE_NONE;
}

/* A day without a month: that of the nearest document of the same place or subject. */
static void complete_month(const struct parser *parser, const struct page *page, struct draft_list *drafts,
                           size_t index, bool back)
{
    struct draft *draft = &drafts->items[index];
    if (is_dated(draft) || draft->written.day == 0 || draft->written.month != 0)
        return;
    for (size_t distance_to = 1; distance_to < drafts->count && distance_to < NEIGHBOURS; distance_to++) {
        for (int side = 0; side < 2; side++) {
            size_t other = side == 0 ? index - distance_to : index + distance_to;
            if (other >= drafts->count || !is_dated(&drafts->items[other]) ||
                !same_subject(parser, draft, &drafts->items[other]))
                continue;
            struct date near = drafts->items[other].document.date;
            struct date date = {near.year, near.month, draft->written.day};
            if ((side == 1) != back && date.day > near.day) {
                date = (struct date){.day = draft->written.day};
                date_complete_before(&date, near);
            }
            settle_date(draft, page, date, DATE_INFERRED, "月份：同一地区的前后文件");
            if (is_dated(draft))
                return;
        }
    }
}

/* 同日晚，某某主持召开…: the day of the document above. */
static void settle_same_day(const struct parser *parser, const struct page *page, struct draft_list *drafts)
{
    for (size_t i = 1; i < drafts->count; i++) {
        struct draft *draft = &drafts->items[i];
        if (!is_dated(draft) && draft->written.day == 0 && is_dated(draft - 1) &&
            rule_fits(parser->documents, RULE_SAME_DAY, slice_of(draft->clause)))
            settle_date(draft, page, draft[-1].document.date, DATE_INFERRED, "同日：前一件");
    }
}

void complete_dates(const struct parser *parser, const struct page *page, struct draft_list *drafts)
{
    for (size_t i = 0; i < drafts->count; i++)
        settle_by_text(&drafts->items[i], page, NULL);
    struct known_bodies bodies = read_bodies(parser, drafts);
    for (size_t i = 0; i < drafts->count; i++)
        settle_by_relays(&bodies, page, drafts, i);
    bool back = goes_back(drafts);
    for (size_t i = 0; i < drafts->count; i++) {
        settle_by_relays(&bodies, page, drafts, i); /* of those that neighbours have dated by now */
        settle_by_neighbours(page, drafts, i, back);
    }
    free_bodies(&bodies);
    for (size_t i = drafts->count; i-- > 0;) /* what stood above the first that was dated, from there upwards */
        settle_by_neighbours(page, drafts, i, back);
    int year = common_year(drafts);
    for (size_t i = 0; i < drafts->count && year > 0; i++) {
        if (wants_year(&drafts->items[i]) && agrees(&drafts->items[i], year))
            settle_year(&drafts->items[i], page, year, "年份：其余各件");
    }
    for (size_t i = 0; i < drafts->count; i++)
        complete_month(parser, page, drafts, i, back);
    settle_same_day(parser, page, drafts);
}
