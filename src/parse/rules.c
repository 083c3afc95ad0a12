#include "rules.h"

#include "chuanda/memory.h"

#include <stdlib.h>

/* Pieces of the expressions. */
#define NUMERAL "[\\d０-９〇零○一二三四五六七八九十百廿卅]"
#define YEAR "(?:" NUMERAL "{4}年|今年|去年)"
#define DAY                                                                                                            \
    "(?:" YEAR "?" NUMERAL "{1,2}月" NUMERAL "{1,3}日|" NUMERAL                                                        \
    "{1,3}日|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|近日|日前|近期|"                                                  \
    "今天|今日|昨天|昨日)"
#define TIME "(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚|夜)?"
#define WHEN DAY TIME "(?:[至到—-]" NUMERAL "{1,2}(?:月" NUMERAL "{1,3})?日" TIME ")?"
#define HOLDS                                                                                                                                         \
    "(?:主持召开|召开|举行|召集|主持(?!人)|发出通知|印发|作出了?(?:重要)?(?:指示|批示)|专题研究|出席|集体学习|" \
    "学习研讨)"
#define NAME "[\\p{Han}]{2,3}"
#define LONG_NAME "[\\p{Han}]{1,6}(?:[·•][\\p{Han}]{1,8}){1,2}"
/* The end of the title of an office, right before a name. */
#define OFFICE                                                                                                                                                    \
    "(?:书记|主席|总理|省长|市长|县长|区长|州长|盟长|旗长|校长|院长|部长|主任|组长|指挥长|总指挥|司令员|政委|董事长|" \
    "总经理|局长|厅长|"                                                                                                                                    \
    "处长|专员|乡长|镇长|行长|会长|社长|所长|总工程师|秘书长|委员|常委|代表)"
#define PERSON "(?:" LONG_NAME "|[\\p{Han}]{2,4}?)"
/* What may stand between a name and 主持. */
#define BETWEEN "(?:同志)?(?:" WHEN "|" TIME ")?(?:在(?!家)[^，。；]{0,30}?)?(?:以视频形式|亲自|首先|分别|共同)?"

static const char *const expressions[RULES] = {
    [RULE_LIST_MARK] =
        "^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．,，]|[（(]?\\d{1,2}[)）、.．,，](?:(?!\\d)|(?=\\d{1,2}月))|"
        "第[一二三四五六七八九十百\\d]{1,4}[，、：:项条章节]|[■●◆★▲▪•·○□※◎]|[-*]\\s|[一二三四五六七八九十]是|"
        "[①-⑳]|其[一二三四五]，)",
    [RULE_LEAD] = "^[^，。：“]{0,24}(?:指出|强调|要求|认为|表示|提出|明确|决定|号召|说|谈到|希望|《通知》)[，：:]",
    [RULE_FIELD] =
        "^(?:时\\s*间|地\\s*点|主\\s*持\\s*人?|主持|参加人员|参会人员|出\\s*席|列\\s*席|缺\\s*席|请\\s*假|记\\s*录|"
        "参\\s*加|议\\s*题|方\\s*式|联系人|电\\s*话)\\s*[：:]",
    [RULE_END] = "^(?:\\*?\\[(?:查看)?(?:原文|全文|链接|详情)|(?:责任)?编\\s*辑\\s*[：:]|责\\s*编\\s*[：:]|审\\s*[核校]"
                 "\\s*[：:]|校对\\s*[：:]|"
                 "记者\\s*[：:]|摄影\\s*[：:]|通讯员\\s*[：:]|供稿\\s*[：:]|值班|监制\\s*[：:]|[初终复]审\\s*[：:]|"
                 "签发\\s*[：:]|https?://|"
                 "[（(](?:完|记者|作者|责任?编辑|来源)|[【\\[]责任编辑|分享到|打印|关闭窗口|扫一扫|版权|"
                 "[\\p{Han}]{2,12}(?:全媒体)?记者[ 　]*[\\p{Han}]{2,4}(?:[ 　、]+[\\p{Han}]{2,4})*$)|"
                 "^会议还(?:研究|审议|讨论|听取)了?其他[^。]{2,8}。$|[（(]完[）)]$|[（(](?:[^（）()]{0,10}(?:记者|"
                 "通讯员)|作者|来源)[^（）()]{0,30}[）)]$",
    [RULE_BYLINE] =
        "^(?:(?:" YEAR
        "\\d{1,2}月\\d{1,2}日|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2})(?:\\s*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)?\\s*"
        "(?:(?:信息|资料|稿件)?来源|作者|浏览|点击|字号|$)|(?:信息|资料|稿件|文章)?来\\s*源\\s*[：:]|发布(?:时间|日期|"
        "者)\\s*[：:]|作\\s*者\\s*[：:]|"
        "时间\\s*[：:]\\s*\\d{4}|日期\\s*[：:]|原标题\\s*[：:]|浏览次数|点击数|字号|[（(]\\s*" YEAR NUMERAL
        "{1,2}月" NUMERAL "{1,3}日\\s*[）)]$|[（(]\\d{4}[-.]\\d{1,2}[-.]\\d{1,2}[）)]$)",
    [RULE_NAMES] =
        "^(?:[\\p{Han}](?:[ 　]{1,4})?[\\p{Han}]{1,2}|" LONG_NAME ")(?:[ 　、]+(?:[\\p{Han}]{2,4}|" LONG_NAME "))*$",
    [RULE_SIGNATURE] =
        "^(?:" NUMERAL "{4}年" NUMERAL "{1,2}月" NUMERAL "{1,3}日|[^，。：；！？《》]{2,20}(?:办公室|委员会|办公厅))$",
    [RULE_NUMBERED] = "^(?:0[1-9]|[1-9]\\d)\\s*[、.．]?\\s*(?![\\d\\s.．、月日年％%:：/-])",
    [RULE_HEADLINE] =
        "主持召开|主持会议|主持(?:并讲话|学习)|作出(?:的)?重?要?(?:指示|批示)|发出通知|(?:会议?上|学习时|考察时|调研时|"
        "座谈会上)[^，。]{0,6}强调|"
        "召开[^，。]{0,40}会|举行[^，。]{0,30}(?:会议?|学习)|会议?(?:在[^，。]{1,10})?(?:召开|举行|开幕|闭幕)|"
        "(?:上|时|会)的(?:重要)?讲话(?:精神|稿)?(?:（[^）]*）)?$|(?:的|关于[^，。]{4,60})(?:致辞|通知|通报|公告|回信|"
        "贺信|慰问信|倡议书)$|"
        "(?:关于|印发|发布)[^。]{2,80}(?:意见|决定|方案|规定|办法|条例|规划|纲要|细则)[》）]*$|^(?:会\\s*议\\s*)?[议日]"
        "\\s*程$|印发《|"
        "^【[^】]*(?:学习材料|学习资料|快讯|资讯|要闻|通知|公告)】|^《[^》]{6,}》(?:全文|解读|[^，。]{0,12})$|第[^"
        "次，。]{1,4}次专题部署",
    [RULE_HEADLINE_ORGAN] =
        "召开|举行|会议|传达|学习|审议|研究|部署|通知|印发|主持|专题|贯彻|通报|强调|开展|民主生活会|常委会|新闻|报道",
    [RULE_CARRIER] = "^(?:央视网消息|新华社[^，。]{0,14}?" NUMERAL "{1,2}月" NUMERAL
                     "{1,3}日电|本报[^，。]{0,12}?[讯电]|本[台网站刊][^，。]{0,10}?[讯消]|"
                     "[^，。：（(《]{2,12}(?:讯|消息|电)\\s*(?:[（(：:]|\\s)|据[^，。]{2,12}(?:报道|消息)|人民网[^，。]"
                     "{0,14}电|中新[社网][^，。]{0,14}电)",
    [RULE_OPENING] =
        "^(?:于)?" WHEN "[^。]{0,160}?(?:" HOLDS "|会议|学习研讨|中心组)|"
        "^[^。，：“]{2,70}?(?:于)?" WHEN "(?:[（(][^）)]{2,10}[）)])?(?:在[^。，]{1,24})?[^。]{0,80}?" HOLDS "|"
        "^[^。，]{0,40}" DAY "出版|^[^。，：]{2,60}(?:主持召开|召开|举行)[^。，：]{2,60}(?:会议?|学习)，",

    [RULE_DATED] = "^(?:于)?" WHEN,
    [RULE_HOLDS] = HOLDS,
    [RULE_MEETS] = "主持召开|召开[^，。]{0,40}会|会议?[^，。]{0,20}召开|举行[^，。]{0,40}(?:会|学习)|会议?[^，。]{0,12}"
                   "举行|主持会议|出席[^。]{2,60}(?:会|会议)(?:并|。|，|强调)|"
                   "集体学习|学习研讨|主持学习|专题研究|连续召开|召开的|会议要求|学习(?:会|举行)|报告会上",
    [RULE_AGENDA] = "^(?:会\\s*议\\s*)?[议日]\\s*程|会议议程$|议程安排$",
    [RULE_NOTICE] = "(?:通知|通报|公告|通告|启事|函)(?:（[^）]*）)?$|发出通知|下发通知",
    [RULE_INSTRUCTION] =
        "作出了?(?:的)?(?:重要)?(?:指示|批示)|(?:的|发来|致|发)(?:回信|贺信|贺电|慰问信)|回信$|回信勉励|贺信$",
    [RULE_SPEECH] = "讲话(?:稿|摘要|全文)?(?:（[^）]*）)?$|致辞$|讲话要点$|(?:上|时)的(?:发言|报告|说明)$",
    [RULE_ARTICLE] = "出版的[^，。]{0,12}《[^》]{2,8}》[^，。]{0,6}(?:杂志|发表)|《求是》|署名文章|发表[^，。]{0,40}(?:"
                     "重要)?文章|本报评论员|本刊评论员|社论|评论员文章",
    [RULE_POLICY] = "印发[^，。]{0,20}《|(?:意见|规定|条例|办法|方案|规划|决定|纲要|细则|规则|准则|法)(?:》|（|$)",

    [RULE_DEPUTED] = "受[^，。]{2,40}委托，?[^。]{0,60}?" OFFICE "?(" PERSON ")" BETWEEN "主持",
    [RULE_CHAIRED] = "(?:由|" OFFICE ")(" PERSON ")" BETWEEN "主持(?!人|下)|(?:^|[，。；：、\\s）)])(" PERSON
                     ")" BETWEEN "主持(?!人|下)",
    [RULE_CALLED] = OFFICE "(" PERSON ")" BETWEEN "(?:连续|再次|又)?(?:召开|召集)",
    [RULE_FIELD_CHAIR] = "^主\\s*持\\s*人?\\s*[：:]\\s*([\\p{Han}·]{2,8})",
    [RULE_AUTHOR] = "^()(" PERSON ")(?:总书记|主席|总理|同志)?[对就](?!\\d)[^，。]{2,40}作出|"
                    "(?:总书记|总理|主席|书记|省长|市长|县长|主任)(" PERSON ")(?:同志)?(?:" WHEN
                    ")?(?=对|就|给|向|在|关于|作|致|的|发表|回|强调)(?:[^，。]{0,60}?(?:作出|致信|回信|致电|发表)|的(?:"
                    "重要)?(?:文章|讲话|署名文章))",

    [RULE_CONFERENCE] = "^(?:[^，。：]{0,40}?(?:召开的?|举行的?|出席的?))?([^，。：]{4,80}?(?:会议|座谈会|大会|动员会|"
                        "部署会|报告会|推进会|学习会|调度会|专题会|讨论会|例会))",
    [RULE_LEADER_OF] = "((?:省|市|县|区|州|盟|旗|自治区)[^，。、；]{2,30}?(?:领导小组|指挥部|委员会))(?:常务|第一)?(?:"
                       "副)?(?:组长|指挥长|总指挥|主任)",
    [RULE_NUMBER] = "第(" NUMERAL "{1,6})次(?!全会|党代会|党员代表|全国|代表)",
    [RULE_OWN_PLACE] = "^(?:省|市|县|区|州|盟|旗)?(?:委(?!员)|委员会|人民政府|政府|人大|政协|纪委|党委|常委会|省长|"
                       "市长|县长|区长|州长|召开|举行|门户网站|新闻网|政府网|融媒体|日报)",
    [RULE_UNIT_ABOVE] =
        "^(?:省|市)?(?:委(?!员)|纪委|人民政府|第" NUMERAL "{1,3}(?:次党代会|次代表大会|届)|实际|工作|振兴|发展|"
        "改革)",
    [RULE_UNIT_NAME] =
        "^[\\p{Han}]{0,8}?(?:大学|学院|医院|公司|集团|中学|研究院)(?!考察|调研|视察|代表|留学|的|生|教授|附属)",

    [RULE_URL_DATE] = "https?://\\S*?[/=]((?:19|20)\\d{2})[-/]?(\\d{2})[-/]?(\\d{2})(?!\\d)",
    [RULE_YEAR] = "(?<!\\d)((?:19|20)\\d{2}|二[〇零○][〇零○一二三四五六七八九]{2})年",
    [RULE_ANNIVERSARY] = "(改革开放|新中国成立|中华人民共和国成立|建党|中国共产党成立|建军|建国|建团|共青团成立|"
                         "辛亥革命|五四运动|长征胜利|抗战胜利|抗日战争胜利)(\\d{2,3})周年",
    [RULE_VAGUE_DATE] = "近日|日前|近期|连日来|不久前",
    [RULE_RECENT_DATE] = "截至(" YEAR "?" NUMERAL "{1,2}月" NUMERAL "{1,3}日)",
};

struct document_rules *document_rules_new(void)
{
    struct document_rules *rules = mem_new(1, sizeof *rules);
    for (size_t i = 0; i < RULES; i++)
        rules->patterns[i] = pattern_new(expressions[i]);
    rules->subject = subject_new(slice_of(""));
    return rules;
}

void document_rules_free(struct document_rules **rules)
{
    if (*rules == NULL)
        return;
    for (size_t i = 0; i < RULES; i++)
        pattern_free(&(*rules)->patterns[i]);
    subject_free(&(*rules)->subject);
    free(*rules);
    *rules = NULL;
}

bool rule_find_from(struct document_rules *rules, enum rule rule, struct slice text, size_t from, struct match *match)
{
    if (!slice_equal(subject_text(rules->subject), text))
        subject_set(rules->subject, text);
    return pattern_find(rules->patterns[rule], rules->subject, from, match);
}

bool rule_find(struct document_rules *rules, enum rule rule, struct slice text, struct match *match)
{
    return rule_find_from(rules, rule, text, 0, match);
}

bool rule_fits(struct document_rules *rules, enum rule rule, struct slice text)
{
    struct match match;
    return rule_find(rules, rule, text, &match);
}

struct slice rule_group(struct slice text, const struct match *match, int group)
{
    struct span span = match->group[group];
    if (span.start == SLICE_NONE)
        return slice_part(text, 0, 0);
    return slice_part(text, span.start, span.end);
}
