/* Which kind of document it is. */
#include "chuanda/utf8.h"
#include "draft.h"
#include "signs.h"

#include <string.h>

/* Do paragraphs of the text begin as those of a readout do (会议指出，)? */
static bool reports(const struct parser *parser, const struct page *page, const struct draft *draft)
{
    for (size_t i = draft->title_end; i <= draft->last; i++) {
        if (rule_fits(parser->documents, RULE_LEAD, text_head(page->lines[i].text, 40)))
            return true;
    }
    return false;
}

/* A comment on a meeting, not its readout: it starts from one of 日前, and neither title nor paragraphs report it. */
static bool comments(const struct parser *parser, const struct page *page, const struct draft *draft)
{
    return rule_fits(parser->documents, RULE_VAGUE_DATE, text_head(slice_of(draft->clause), 6)) &&
           draft->title_end > draft->first &&
           !rule_fits(parser->documents, RULE_MEETS, slice_of(draft->document.title)) &&
           !rule_fits(parser->documents, RULE_HOLDS, slice_of(draft->document.title)) && !reports(parser, page, draft);
}

/* Does a title say that a body met, or at least name the body and its meeting? */
static bool names_meeting(const struct parser *parser, struct slice title)
{
    struct organ_mention organ;
    bool named = organ_find(parser->organs, title, 0, &organ);
    organ_mention_free(&organ);
    return rule_fits(parser->documents, RULE_MEETS, title) || (named && slice_has(title, "会"));
}

/* Does a rule fit one of the lines with which a document that is issued begins: its title, its number, to whom it goes? */
static bool head_fits(const struct parser *parser, const struct page *page, const struct draft *draft, enum rule rule)
{
    enum { HEAD_LINES = 4 };
    for (size_t i = draft->first; i <= draft->last && i < draft->title_end + HEAD_LINES; i++)
        if (rule_fits(parser->documents, rule, page->lines[i].text))
            return true;
    return false;
}

/* A notice that is a rule for all below: it bears a file number and is addressed to places. */
static bool orders_all(const struct parser *parser, const struct page *page, const struct draft *draft)
{
    return head_fits(parser, page, draft, RULE_FILE_NUMBER) && head_fits(parser, page, draft, RULE_ADDRESSED);
}

/* 某某校党委关于学习某某会议精神的通知, with a file number: no readout, whatever meetings it speaks of. */
static bool issued(const struct parser *parser, const struct page *page, const struct draft *draft, struct slice title)
{
    size_t about = slice_find(title, slice_of("关于"), 0);
    return about != SLICE_NONE && rule_fits(parser->documents, RULE_NOTICE, title) &&
           !rule_fits(parser->documents, RULE_MEETS, slice_part(title, 0, about)) &&
           head_fits(parser, page, draft, RULE_FILE_NUMBER);
}

/* Which rule makes which kind, in the order in which they are asked; a document that reports a meeting is a meeting. */
static const struct {
    enum rule rule;
    bool in_title, in_clause;
    enum kind kind;
    const char *why;
} kinds[] = {
    {RULE_NOTICE, true, false, KIND_NOTICE, "标题：通知"},
    {RULE_ARTICLE, true, true, KIND_ARTICLE, "文章"},
    {RULE_INSTRUCTION, true, true, KIND_INSTRUCTION, "作出指示"},
    {RULE_SPEECH, true, false, KIND_SPEECH, "标题：讲话"},
    {RULE_POLICY, true, false, KIND_POLICY, "标题：文件"},
    {RULE_VISIT, true, true, KIND_SPEECH, "考察时的讲话"},
    {RULE_HEADLINE_VISIT, true, false, KIND_SPEECH, "标题：考察"},
};

static enum kind kind_by_rules(const struct parser *parser, const struct draft *draft, struct slice title,
                               const char **why)
{
    struct slice clause = slice_of(draft->clause);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        *why = kinds[i].why;
        if ((kinds[i].in_title && rule_fits(parser->documents, kinds[i].rule, title)) ||
            (kinds[i].in_clause && rule_fits(parser->documents, kinds[i].rule, clause)))
            return kinds[i].kind;
    }
    *why = "正文是会议报道";
    return KIND_MEETING;
}

void read_kind(const struct parser *parser, const struct page *page, struct draft *draft)
{
    struct document_rules *rules = parser->documents;
    bool titled = draft->title_end > draft->first, opened = draft->opening <= draft->last;
    struct slice title = titled ? slice_of(draft->document.title) : slice_part(slice_of(""), 0, 0);
    struct slice clause = slice_of(draft->clause);
    bool meets = opened && rule_fits(rules, RULE_MEETS, clause) && !issued(parser, page, draft, title);
    bool speaks = meets && slice_has(clause, "我们"); /* 今天，我们召开…会议: words said there */
    size_t text = draft->title_end <= draft->last ? draft->title_end : draft->first;
    while (text < draft->last && (page->lines[text].signs & (SIGN_BYLINE | SIGN_NAME)))
        text++;
    bool addressed = rule_fits(rules, RULE_SALUTATION, page->lines[text].text);
    const char *why = "召开会议";
    enum kind kind = KIND_MEETING;
    if (rule_fits(rules, RULE_AGENDA, title)) {
        kind = KIND_AGENDA;
        why = "标题：议程";
    } else if (meets && comments(parser, page, draft)) {
        kind = KIND_ARTICLE;
        why = "评论";
    } else if (addressed && !rule_fits(rules, RULE_NOTICE, title) && !rule_fits(rules, RULE_INSTRUCTION, title)) {
        kind = KIND_SPEECH;
        why = "正文以称呼起首";
    } else if (!meets || (speaks && rule_fits(rules, RULE_SPEECH, title))) {
        kind = kind_by_rules(parser, draft, title, &why);
        if (kind == KIND_MEETING && !reports(parser, page, draft) && !names_meeting(parser, title)) {
            kind = KIND_ARTICLE;
            why = "没有认出是哪一类，按文章对待";
        }
        if (kind == KIND_NOTICE && orders_all(parser, page, draft)) {
            kind = KIND_POLICY;
            why = "有文号，发给各地";
        }
    }
    draft->document.kind = kind;
    note(draft, page, FIELD_KIND, opened && meets ? draft->opening : draft->first,
         opened && meets ? clause : page->lines[draft->first].text, why);
}
