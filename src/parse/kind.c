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

void read_kind(const struct parser *parser, const struct page *page, struct draft *draft)
{
    struct document_rules *rules = parser->documents;
    struct slice title =
        draft->title_end > draft->first ? slice_of(draft->document.title) : slice_part(slice_of(""), 0, 0);
    struct slice clause = slice_of(draft->clause), head = slice_of(draft->head);
    bool opened = draft->opening <= draft->last;
    bool meets = opened && rule_fits(rules, RULE_MEETS, clause);
    bool instructs = rule_fits(rules, RULE_INSTRUCTION, clause) || rule_fits(rules, RULE_INSTRUCTION, title);
    static const char *const notes[] = {"title: agenda",           "title: notice",     "text: article",
                                        "an instruction is given", "title: speech",     "title: policy",
                                        "text: comment",           "a meeting is held", "nothing else fits"};
    size_t why = 8;
    enum kind kind = KIND_MEETING;
    if (rule_fits(rules, RULE_AGENDA, title))
        kind = KIND_AGENDA, why = 0;
    else if (rule_fits(rules, RULE_NOTICE, title) && !meets)
        kind = KIND_NOTICE, why = 1;
    else if (rule_fits(rules, RULE_ARTICLE, head) && !meets)
        kind = KIND_ARTICLE, why = 2;
    else if (instructs && !meets)
        kind = KIND_INSTRUCTION, why = 3;
    else if (rule_fits(rules, RULE_SPEECH, title) &&
             (!meets || slice_has(clause, "我们召开") || slice_has(clause, "我们举行")))
        kind = KIND_SPEECH, why = 4;
    else if (rule_fits(rules, RULE_POLICY, title) && !meets)
        kind = KIND_POLICY, why = 5;
    else if (comments(parser, page, draft))
        kind = KIND_ARTICLE, why = 6;
    else if (meets)
        why = 7;
    else if (!reports(parser, page, draft) && !rule_fits(rules, RULE_MEETS, title))
        kind = KIND_ARTICLE;
    draft->document.kind = kind;
    note(draft, page, FIELD_KIND,
         why <= 1 || why == 4 || why == 5 ? draft->first
         : opened                         ? draft->opening
                                          : draft->first,
         why <= 1 || why == 4 || why == 5 ? page->lines[draft->first].text : clause, notes[why]);
}
