/*
 * When it was.  The day is written in the opening, under the title or in the
 * signature; a year or month that is left out comes from the day of
 * publication or from what the text speaks of, else from other documents
 * (year.c).
 */
#include "chuanda/numeral.h"
#include "chuanda/utf8.h"
#include "draft.h"
#include "facts.h"
#include "signs.h"
#include "year_table.h"

#include <stdlib.h>
#include <string.h>

/* What surrounds the date that a text writes of its meeting. */
struct timing {
    struct date published; /* a by-line, a link; complete or all 0 */
    struct date heading;   /* the title's: 2018年8月学习材料; parts may be 0 */
    int earliest, latest;  /* months between which the text was written; 0: unknown */
};

struct finding {
    const char *rule;
    size_t index;
    struct slice words;
};

/* （星期四） behind a date: 1 to 7; 0: none. */
static int weekday_behind(struct slice text)
{
    static const char *const heads[] = {"（", "(", "，", " ", "\xE3\x80\x80", "星期", "周"};
    static const char *const days[] = {"一", "二", "三", "四", "五", "六", "日", "天"};
    bool named = false;
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
        bool starts = slice_starts(text, slice_of(heads[i]));
        named = named || (starts && i >= 5);
        text = starts ? slice_part(text, strlen(heads[i]), text.length) : text;
    }
    for (int i = 0; named && i < 8; i++) {
        if (slice_starts(text, slice_of(days[i])))
            return i < 7 ? i + 1 : 7;
    }
    return 0;
}

static bool find_date(struct slice text, size_t from, size_t to, struct draft *draft, struct finding *finding,
                      size_t index, const char *rule)
{
    struct date_mention mention;
    for (size_t at = from; date_find(slice_part(text, 0, to), at, &mention); at = mention.end) {
        /* 7月29日以来: since when something has been so */
        if (mention.date.day == 0 || slice_starts(slice_part(text, mention.end, text.length), slice_of("以来")))
            continue;
        draft->written = mention.date;
        draft->weekday = weekday_behind(slice_part(text, mention.end, text.length));
        *finding =
            (struct finding){.rule = rule, .index = index, .words = slice_part(text, mention.start, mention.end)};
        return true;
    }
    return false;
}

/* A date in the lines with one of `signs`, or in those that a rule fits. */
static bool find_in_signs(const struct page *page, struct draft *draft, struct finding *finding, size_t first,
                          size_t last, unsigned signs, const char *rule)
{
    for (size_t i = first; i <= last && i < page->count; i++) {
        struct slice text = page->lines[i].text;
        if ((page->lines[i].signs & signs) && find_date(text, 0, text.length, draft, finding, i, rule))
            return true;
    }
    return false;
}

/* 新华社北京3月5日电 …5日在京召开: month and year of the carrier's date; the year may stay open. */
static void complete_by_carrier(struct slice carrier, struct date *date)
{
    enum { ANY_YEAR = 2001 };
    struct date_mention mention;
    if (!date_find(carrier, 0, &mention) || mention.date.month == 0 || mention.date.day == 0)
        return;
    int year = mention.date.year;
    if (year == 0 && date->month != 0)
        return;
    if (year == 0)
        mention.date.year = ANY_YEAR;
    date_complete_before(date, mention.date);
    if (year == 0)
        date->year = 0;
}

/* 昨（23）日: the day, its month from the day of publication. */
static bool find_bracket_day(const struct parser *parser, struct draft *draft, struct finding *finding)
{
    struct match match;
    long day;
    struct slice clause = slice_of(draft->clause);
    if (!rule_find(parser->documents, RULE_BRACKET_DAY, clause, &match) ||
        numeral_read(rule_group(clause, &match, 1), 0, &day) == 0 || day < 1 || day > 31)
        return false;
    draft->written = (struct date){.day = (int)day};
    *finding = (struct finding){.rule = "导语", .index = draft->opening, .words = rule_group(clause, &match, 0)};
    return true;
}

/*
 * 近期，南方连降暴雨。某某作出指示…: the first sentence tells what had happened,
 * not what is reported.
 */
static bool sets_the_scene(const struct parser *parser, struct slice head, struct slice clause)
{
    size_t start = slice_find(head, clause, 0);
    size_t end = start == SLICE_NONE ? SLICE_NONE : slice_find(head, slice_of("。"), start);
    return end != SLICE_NONE && !rule_fits(parser->documents, RULE_ACTS, slice_part(head, start, end)) &&
           rule_fits(parser->documents, RULE_ACTS, slice_part(head, end, head.length));
}

/* The clause of the opening; then its carrier's date, where nothing says that it was some other day. */
static bool find_in_opening(const struct parser *parser, struct draft *draft, struct finding *finding)
{
    struct slice head = slice_of(draft->head), clause = slice_of(draft->clause);
    struct match vague;
    struct date_mention mention;
    size_t start = slice_find(head, clause, 0);
    bool is_vague =
        rule_find(parser->documents, RULE_VAGUE_DATE, clause, &vague) && !sets_the_scene(parser, head, clause);
    if (is_vague && (!date_find(clause, 0, &mention) || mention.start > vague.group[0].start)) {
        draft->vague = true;
        return false;
    }
    if (find_date(clause, 0, clause.length, draft, finding, draft->opening, "导语")) {
        if (draft->written.year == 0 && start != SLICE_NONE)
            complete_by_carrier(slice_part(head, 0, start), &draft->written);
        return true;
    }
    if (find_bracket_day(parser, draft, finding))
        return true;
    if (start == SLICE_NONE || start == 0 || !find_date(head, 0, start, draft, finding, draft->opening, "电头"))
        return false;
    if ((slice_has(clause, "昨日") || slice_has(clause, "昨天")) && draft->written.month > 0) {
        struct date day = draft->written;
        day.year = day.year > 0 ? day.year : 2001;
        day = date_add(day, -1);
        draft->written = (struct date){draft->written.year, day.month, day.day};
    }
    return true;
}

static bool find_field(const struct page *page, struct draft *draft, struct finding *finding)
{
    for (size_t i = draft->first; i <= draft->last; i++) {
        struct slice text = page->lines[i].text;
        if ((slice_starts(text, slice_of("时")) || slice_starts(text, slice_of("会议时"))) &&
            page->lines[i].characters < 60 && find_date(text, 0, text.length, draft, finding, i, "时间一栏"))
            return true;
    }
    return false;
}

/* 截至1月20日 in the first paragraphs of an instruction. */
static bool find_recent(const struct parser *parser, const struct page *page, struct draft *draft,
                        struct finding *finding)
{
    for (size_t i = draft->title_end; i <= draft->last && i < draft->title_end + 2; i++) {
        struct match match;
        struct slice text = page->lines[i].text;
        if (rule_find(parser->documents, RULE_RECENT_DATE, text, &match) &&
            find_date(text, match.group[1].start, match.group[1].end, draft, finding, i, "截至"))
            return true;
    }
    return false;
}

/* The day on which a policy was adopted, in brackets under its title. */
static bool find_adopted(const struct parser *parser, const struct page *page, struct draft *draft,
                         struct finding *finding)
{
    enum { LINES = 3 };
    for (size_t i = draft->first; i <= draft->last && i < draft->title_end + LINES; i++) {
        struct slice text = page->lines[i].text;
        if (rule_fits(parser->documents, RULE_ADOPTED, text) &&
            find_date(text, 0, text.length, draft, finding, i, "通过之日"))
            return true;
    }
    return false;
}

/* 近日在某省考察…: the days of the visit stand below, 7月1日至3日，某某先后来到… */
static bool find_visit_days(const struct parser *parser, const struct page *page, struct draft *draft,
                            struct finding *finding)
{
    enum { LINES = 3 };
    for (size_t i = draft->opening + 1; i <= draft->last && i <= draft->opening + LINES; i++) {
        struct match match;
        struct slice text = page->lines[i].text;
        if (rule_find(parser->documents, RULE_VISIT_DAYS, text, &match) &&
            find_date(text, 0, match.group[0].end, draft, finding, i, "考察之日"))
            return true;
    }
    return false;
}

/* （2031年6月3日县水利局印发）, （2031年6月3日） under a policy's title. */
static bool find_issued(const struct page *page, struct draft *draft, struct finding *finding)
{
    size_t end = draft->title_end + 1 < draft->last ? draft->title_end + 1 : draft->last;
    for (size_t i = draft->title_end; i <= end; i++) {
        struct slice text = page->lines[i].text;
        bool bracketed = slice_starts(text, slice_of("（")) || slice_starts(text, slice_of("("));
        if ((page->lines[i].signs & SIGN_BYLINE) && (bracketed || slice_has(text, "印发")) &&
            find_date(text, 0, text.length, draft, finding, i, "题下"))
            return true;
    }
    return false;
}

static void find_written(const struct parser *parser, const struct page *page, struct draft *draft,
                         struct finding *finding)
{
    size_t tail = draft->last >= draft->first + 3 ? draft->last - 3 : draft->first;
    size_t text = draft->title_end + 3 < draft->last ? draft->title_end + 3 : draft->last;
    struct slice title = slice_of(draft->document.title);
    bool found = false;
    if (draft->document.kind == KIND_AGENDA || draft->opening > draft->last)
        found = find_field(page, draft, finding);
    if (draft->document.kind == KIND_SPEECH)
        found = find_in_signs(page, draft, finding, draft->first, text, SIGN_BYLINE, "题下");
    if (draft->document.kind == KIND_NOTICE || draft->document.kind == KIND_POLICY)
        found = find_in_signs(page, draft, finding, tail, draft->last, SIGN_SIGNATURE, "落款");
    if (!found && draft->document.kind == KIND_POLICY)
        found = find_adopted(parser, page, draft, finding) || find_issued(page, draft, finding);
    if (draft->document.kind == KIND_INSTRUCTION) /* a letter's own date, before the day on which it was reported */
        found = find_in_signs(page, draft, finding, tail, draft->last, SIGN_SIGNATURE, "落款");
    bool told = draft->opening <= draft->last || rule_fits(parser->documents, RULE_HEADLINE_VISIT, title);
    if (!found && draft->document.kind != KIND_POLICY && (draft->document.kind != KIND_SPEECH || told))
        found = find_in_opening(parser, draft, finding);
    if (!found && draft->document.kind == KIND_INSTRUCTION)
        found = find_recent(parser, page, draft, finding);
    if (!found && draft->document.kind == KIND_SPEECH && draft->vague)
        found = find_visit_days(parser, page, draft, finding);
    if (found || draft->vague || draft->title_end == draft->first)
        return;
    if (find_date(title, 0, title.length, draft, finding, draft->first, "标题") && draft->written.month == 0)
        draft->written = (struct date){0};
}

static void read_published(const struct parser *parser, const struct page *page, const struct draft *draft,
                           struct timing *timing)
{
    for (size_t i = draft->first; i <= draft->last; i++) {
        struct date_mention mention;
        struct match match;
        struct slice text = page->lines[i].text;
        long parts[3];
        if (page->lines[i].characters < 400 && slice_has(text, "://") &&
            rule_find(parser->documents, RULE_URL_DATE, text, &match)) {
            for (int part = 0; part < 3; part++)
                (void)numeral_read(rule_group(text, &match, part + 1), 0, &parts[part]);
            timing->published = (struct date){(int)parts[0], (int)parts[1], (int)parts[2]};
        } else if ((page->lines[i].signs & SIGN_BYLINE) && date_find(text, 0, &mention) &&
                   date_complete(mention.date)) {
            timing->published = mention.date;
        }
        if (date_complete(timing->published))
            return;
        timing->published = (struct date){0};
    }
}

/* The title's date; else the year of the session in title or opening: 2026年第8次县政府常务会议. */
static void read_heading(const struct parser *parser, const struct draft *draft, struct timing *timing)
{
    bool titled = draft->title_end > draft->first;
    struct slice title = titled ? slice_of(draft->document.title) : slice_part(slice_of(""), 0, 0);
    struct slice texts[] = {title, slice_of(draft->clause)};
    struct date_mention mention;
    struct match match;
    long year;
    if (date_find(title, 0, &mention) && mention.date.year > 0) {
        timing->heading = mention.date;
        return;
    }
    for (size_t i = 0; i < 2 && timing->heading.year == 0; i++) {
        if (rule_find(parser->documents, RULE_SESSION_YEAR, texts[i], &match) &&
            numeral_read(rule_group(texts[i], &match, 1), 0, &year) > 0)
            timing->heading = (struct date){.year = (int)year};
    }
}

/* Is a year that a text writes one still to come: 到2035年, 2022年前, 2016－2020年? */
static bool is_ahead(struct slice text, const struct match *match)
{
    static const char *const before[] = {"到", "至", "力争", "确保", "－",         "-",
                                         "—",  "～", "于",   "筹办", "即将召开的", "迎接"};
    static const char *const after[] = {"前",   "底",   "远景",     "规划", "目标", "版",   "全面建成", "基本",
                                        "如期", "实现", "北京冬奥", "冬奥", "亚运", "世界", "建成",     "左右"};
    struct slice head = slice_part(text, 0, match->group[0].start);
    struct slice tail = slice_part(text, match->group[0].end, text.length);
    for (size_t i = 0; i < sizeof before / sizeof before[0]; i++) {
        if (slice_ends(head, slice_of(before[i])))
            return true;
    }
    for (size_t i = 0; i < sizeof after / sizeof after[0]; i++) {
        if (slice_starts(tail, slice_of(after[i])))
            return true;
    }
    return false;
}

/* The latest thing of which a text speaks as of the present dates it: of what began later, both ends count. */
static void narrow(struct timing *timing, int earliest, int latest)
{
    if (earliest < timing->earliest)
        return;
    timing->latest = earliest == timing->earliest && timing->latest < latest ? timing->latest : latest;
    timing->earliest = earliest;
}

enum { EARLY = 4 }; /* the last month of a year in which the year before is looked back on */

/* The latest year that the text writes: it was written in that year, or early in the next. */
static void narrow_by_years(const struct parser *parser, const struct page *page, const struct draft *draft,
                            struct timing *timing)
{
    int latest = 0;
    for (size_t i = draft->first; i <= draft->last; i++) {
        struct slice text = page->lines[i].text;
        struct match match;
        if (!slice_has(text, "年"))
            continue;
        for (size_t at = 0; rule_find_from(parser->documents, RULE_YEAR, text, at, &match); at = match.group[0].end) {
            static const char *const planned[] = {"研究", "部署", "做好", "安排", "谋划"};
            long year;
            if (is_ahead(text, &match) || numeral_read(rule_group(text, &match, 1), 0, &year) == 0)
                continue;
            struct slice before = slice_part(text, 0, match.group[0].start);
            for (size_t word = 0; word < sizeof planned / sizeof planned[0] && draft->written.month >= LATE_MONTH;
                 word++)
                year -= slice_ends(before, slice_of(planned[word]));
            latest = year > latest ? (int)year : latest;
        }
    }
    /* Early in a year, texts look back on the one before; late, they speak of the next (2020年是…之年). */
    bool early = draft->written.month <= EARLY, late = draft->written.month >= LATE_MONTH;
    if (latest > 0)
        narrow(timing, late ? date_month_number(latest - 1, LATE_MONTH) : date_month_number(latest, 1),
               date_month_number(early ? latest + 1 : latest, 12));
}

/* Does the text look forward to what stands at `at` (迎接党的二十大)? */
static bool looks_forward(struct slice text, size_t at)
{
    static const char *const words[] = {"迎接", "喜迎", "即将", "将召开", "将迎来", "迎来"};
    enum { REACH = 36 };
    struct slice before = slice_part(text, at > REACH ? at - REACH : 0, at);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (slice_has(before, words[i]))
            return true;
    }
    return false;
}

static void narrow_by_events(const struct parser *parser, const struct page *page, const struct draft *draft,
                             struct timing *timing)
{
    for (size_t i = draft->first; i <= draft->last; i++) {
        struct slice text = page->lines[i].text;
        struct match match;
        for (size_t event = 0; event < known_event_count; event++) {
            const struct known_event *known = &known_events[event];
            size_t at = slice_find(text, slice_of(known->phrase), 0);
            if (at == SLICE_NONE || looks_forward(text, at))
                continue;
            int from = date_month_number(known->from_year, known->from_month);
            int to = date_month_number(known->to_year, known->to_month);
            bool whole_year = known->from_month == 1 && to == from + 11; /* …收官之年: late, it may be the next */
            narrow(timing, whole_year && draft->written.month >= LATE_MONTH ? from - (13 - LATE_MONTH) : from, to);
        }
        if (!slice_has(text, "周年"))
            continue;
        for (size_t at = 0; rule_find_from(parser->documents, RULE_ANNIVERSARY, text, at, &match);
             at = match.group[0].end) {
            long count = 0;
            (void)numeral_read(rule_group(text, &match, 2), 0, &count);
            for (size_t row = 0; row < known_beginning_count; row++) {
                int year = known_beginnings[row].year + (int)count;
                if (slice_equal(rule_group(text, &match, 1), slice_of(known_beginnings[row].phrase)) &&
                    !looks_forward(text, match.group[0].start))
                    narrow(timing, date_month_number(year, 1), date_month_number(year + 1, 6));
            }
        }
    }
}

/* 今天, 昨天下午: the day by that of the publication, where no date is written. */
static bool settle_by_publication(struct draft *draft, const struct page *page, struct date published)
{
    static const struct {
        const char *word;
        long days;
        const char *rule;
    } days[] = {{"今天", 0, "今天：发布日期"},
                {"今日", 0, "今天：发布日期"},
                {"昨天", -1, "昨天：发布日期"},
                {"昨日", -1, "昨天：发布日期"}};
    if (draft->written.day != 0 || !date_complete(published))
        return false;
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        if (!slice_has(slice_of(draft->clause), days[i].word))
            continue;
        settle_date(draft, page, date_add(published, days[i].days), DATE_INFERRED, days[i].rule);
        return true;
    }
    return false;
}

/* What the document itself tells: its date, or the months between which it was written. */
static void read_own_date(const struct parser *parser, const struct page *page, struct draft *draft)
{
    struct timing timing = {0};
    struct finding finding = {0};
    find_written(parser, page, draft, &finding);
    read_published(parser, page, draft, &timing);
    if (settle_by_publication(draft, page, timing.published) || draft->written.day == 0)
        return;
    note(draft, page, FIELD_DATE, finding.index, finding.words, finding.rule);
    struct date date = draft->written;
    if (date_complete(date)) {
        settle_date(draft, page, date, DATE_STATED, NULL);
        return;
    }
    read_heading(parser, draft, &timing);
    if (date.month == 0 && !date_complete(timing.published) && timing.heading.month > 0)
        date.month = timing.heading.month;
    if (date_complete(timing.published)) {
        date_complete_before(&date, timing.published);
        settle_date(draft, page, date, DATE_INFERRED, "年份：发布日期");
        return;
    }
    if (date.month == 0)
        return;
    draft->written = date;
    if (timing.heading.year > 0) {
        date.year = timing.heading.year;
        settle_date(draft, page, date, DATE_STATED, "年份：标题");
        return;
    }
    narrow_by_years(parser, page, draft, &timing);
    narrow_by_events(parser, page, draft, &timing);
    draft->earliest = timing.earliest;
    draft->latest = timing.latest;
}

void read_dates(const struct parser *parser, const struct page *page, struct draft_list *drafts)
{
    for (size_t i = 0; i < drafts->count; i++)
        read_own_date(parser, page, &drafts->items[i]);
    facts_settle(drafts, FIELD_DATE);
    complete_dates(parser, page, drafts);
}
