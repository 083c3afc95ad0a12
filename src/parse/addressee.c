#include "addressee.h"

#include "chuanda/memory.h"
#include "chuanda/pattern.h"
#include "chuanda/utf8.h"
#include "words.h"

#include <stdlib.h>

/* clang-format off: tables */

/* Words with which the name of people or bodies ends. */
static const char *const heads[] = {
    "党委 党组 支部 总支 党工委 党组织 组织 工青妇 妇联 共青团 团委 政府 人大 政协 法院 检察院 纪委 监委 纪检组 部门 "
    "单位",
    "各地 地区 地方 方面 各方 机构 机关 团体 系统 战线 上下 各界 行业 领域 企业 公司 集团 银行 商户 学校 高校 大学 "
    "学院",
    "院校 院系 中小学 幼儿园 医院 媒体 社区 街道 乡镇 农村 村组 村 镇 乡 国务院 委员会 领导小组 小组 专班 工作组 "
    "指导组",
    "督导组 巡视组 巡察组 指挥部 总部 支队 大队 中队 办公室 办公厅 中心 队伍 部队 全军 我军 武警 民警 官兵 战士 干部",
    "党员 团员 同志 人员 负责人 责任人 书记 校长 校（园）长 院长 园长 省长 市长 县长 区长 乡长 镇长 州长 组长 主任 "
    "部长 局长 厅长",
    "处长 站长 所长 行长 街长 河长 林长 湖长 田长 班子 成员 委员 代表 一把手 领导 工作者 志愿者 经营者 劳动者 建设者",
    "管理者 教师 老师 师生 学生 同学 青年 少年 妇女 职工 员工 工人 农民 群众 市民 村民 居民 公民 家长 家庭 每个人 人人",
    "专家 学者 骨干 企业家 督学 律师 法官 检察官 全党 全国 全省 全市 全县 全区 全州 全盟 全旗 全镇 全乡 全村 全校 全院",
    "全系统 全行业 全社会 全民 全体 全员 你们 诸位 各位 省份 城市 兵团 自治区 自治州 自治县 特区",
    "新区 开发区 景区 园区 协会 工会 商会 学会 联合会 理事会 董事会 居委会 村委会 业委会 合作社 卫健委 发改委 部委",
    "教育部 科技部 公安部 民政部 司法部 财政部 水利部 商务部 交通部 交通运输部 农业农村部 自然资源部 生态环境部",
    "应急管理部 宣传部 组织部 统战部 国防部 外交部 人社部 住建部 工信部 文旅部 武装部 工程部 项目部 工业和信息化部",
    "人力资源社会保障部 住房城乡建设部 文化和旅游部 局 厅 研究院 科学院 设计院 剧院 总署 总站 省 市 县 区 州 旗 盟",
    "层面 红十字会 基金会 县域 市域 各部 各委 各办 各校 各院 各系 各处 各科 各室 各队 各组 各班 各站 各所",
    NULL,
};

/* Words that end, or go on, as these do and name a place or a thing. */
static const char *const no_heads[] = {
    "大局 格局 布局 结局 时局 战局 僵局 困局 危局 破局 开局 股市 楼市 菜市 超市 都市 疫区 灾区 误区 禁区 山区 林区",
    "牧区 农区 厂区 库区 辖区 地区性 区域 区别 区分 神州 九州 广州 苏州 杭州 全省域 全市域 全县域 市场 市区 市值",
    "县城 县级 省级 市级 区级 州级 省际 省内 省外 市内 市外 县域经济 县域内 市域内 市域治理 乡村 村庄 农村工作 乡土 "
    "镇区 组织化 系统性 系统化 组织性",
    "中心任务 中心工作 领导力 领导权 社会组织形式 代表性 青年节 领域内 方面军 各地区 各级各 村级 乡级 镇级 厅级 局级",
    "省道 县道 乡道 村道 区块 市政 旗帜 旗舰 州际 局面 局部 局限 厅堂 省钱 省力",
    NULL,
};

/* What makes a short name one of many: 各学校, 有关企业. */
static const char *const determined =
    "(?:各|有关|相关|全|地方|所有|广大|每|县级以上|[省市县区校院州旗乡镇村]|国务院|中央|本|我|你|责任|牵头|主要|党政)";

/* A body with a name of its own: 青水县, 教育部. */
static const char *const named = "[\\u4e00-\\u9fff]{2,8}(?:省|市|县|区|州|旗|盟|部|委|局|厅)$";

/* Words before the name that are no part of it. */
static const char *const asking =
    "(?:敬请|恳请|特请|请|希望|殷切希望|要求|号召|责成|责令|授权|委托|指定|作为|由|望(?=各|广大|全)|"
    "(?:会议)?(?:研究)?决定由|建议|尤其是|特别是|其中|今后|当前|目前|下一步)+";

/* Those who are listening, unless they are only called (同志们，…); 各级 where nothing more is said of them. */
static const char *const listeners = "(?:同志们|大家)(?![，,！])|各级(?=要|都|必须|务必|应)";

/* With which no name begins. */
static const char *const never =
    "(?:要|必须|不|让|使|令|为|给|替|被|把|将|我们|咱们|这|那|其(?!他)|他们|它|没有|是|有(?!关))";

/* What may come between the name and a comma behind which the demand stands: 各单位负责人是第一责任人，要…. */
static const char *const bears = "(?:都|既|均|就|也|又)*(?:是|作为|肩负|承担|担负|处在|处于|身处|身为|责任|，)";

/*
 * What shows that the name goes on (各级党委和…, 各级教育督导机构), or that
 * nobody is told to act (副县长担任…, 委员会包括…).
 */
static const char *const carries_on =
    "(?:和(?!衷|谐)|与|及|以及|、|的|暨|同(?!时|步)|之|跟|内|外|间|之间|工作|担任|兼任|任|包括|由|"
    "(?:教育|管理|监督|监管|服务|治理|防控|建设|改革|发展|培训|督导|规划|应急|保护|投资|安全)(?!好|到位|和引导))";

/* Names that begin as a verb does: 教育部, 执法人员, 参会单位. */
static const char *const named_by_work = "(?:(?:教育|宣传|组织|管理|服务|治理|统计|审计|监督|应急管理|安全监管|"
                                         "市场监管|保障)(?:部门|部|局|厅|机关|机构|系统|战线)|"
                                         "(?:监管|执法|督查|督导|防控|检查|检验|检测|救援|救助|建设|施工|生产|经营|"
                                         "运营|销售|培训|参会|参训|参赛|参加|值班|值守|"
                                         "带班|领导|指导|帮扶|包保|包联|整改|参与|申报|承办|主办|协办|实施|牵头|采购|"
                                         "供应|储备|运输|调度|监测|巡查|护理|诊疗)"
                                         "(?:部门|委员会|单位|机关|机构|人员|小组|主体|对象|者)|"
                                         "(?:参加|出席|参与|负责|承担|分管|担任|涉及|存在|违反|拥有|从事|符合)[^，。；]"
                                         "{1,12}的(?:人员|单位|同志|干部|企业|部门|学校|代表|地方|地区))";

static const char *const lead_names = "[对向给]([^，。；：]{2,24}?)(?:还|又|都)?(?:提出|讲了|提了|发出|强调|作出)";

/* clang-format on */

struct addressee_rules {
    struct word_set *heads;
    struct word_set *no_heads;
    struct pattern *determined;
    struct pattern *named;
    struct pattern *asking;
    struct pattern *listeners;
    struct pattern *never;
    struct pattern *bears;
    struct pattern *carries_on;
    struct pattern *named_by_work;
    struct pattern *lead_names;
    struct subject *clause;
    struct subject *rest;
};

/* A name is no longer than this (bytes). */
enum { LONGEST_NAME = 40 * 3 };

/* The name of a place is no longer than this (bytes). */
enum { LONGEST_PLACE = 12 * 3 };

/* A name of fewer bytes may be the first half of a compound: 学校教育, 企业改革. */
enum { SURE_NAME = 4 * 3 };

struct addressee_rules *addressee_rules_new(void)
{
    struct addressee_rules *rules = mem_new(1, sizeof *rules);
    rules->heads = word_set_new(heads);
    rules->no_heads = word_set_new(no_heads);
    rules->determined = pattern_new(determined);
    rules->named = pattern_new(named);
    rules->asking = pattern_new(asking);
    rules->listeners = pattern_new(listeners);
    rules->never = pattern_new(never);
    rules->bears = pattern_new(bears);
    rules->carries_on = pattern_new(carries_on);
    rules->named_by_work = pattern_new(named_by_work);
    rules->lead_names = pattern_new(lead_names);
    rules->clause = subject_new(slice_of(""));
    rules->rest = subject_new(slice_of(""));
    return rules;
}

void addressee_rules_free(struct addressee_rules **rules)
{
    if (*rules == NULL)
        return;
    word_set_free(&(*rules)->heads);
    word_set_free(&(*rules)->no_heads);
    pattern_free(&(*rules)->determined);
    pattern_free(&(*rules)->named);
    pattern_free(&(*rules)->asking);
    pattern_free(&(*rules)->listeners);
    pattern_free(&(*rules)->never);
    pattern_free(&(*rules)->bears);
    pattern_free(&(*rules)->carries_on);
    pattern_free(&(*rules)->named_by_work);
    pattern_free(&(*rules)->lead_names);
    subject_free(&(*rules)->clause);
    subject_free(&(*rules)->rest);
    free(*rules);
    *rules = NULL;
}

static bool begins_with(struct addressee_rules *rules, struct pattern *pattern, struct slice text, size_t *length)
{
    struct match match;
    subject_set(rules->rest, slice_part(text, 0, LONGEST_NAME));
    if (!pattern_at(pattern, rules->rest, 0, &match))
        return false;
    *length = match.group[0].end;
    return true;
}

/* A clause in which those who are to act may be named. */
struct naming {
    struct addressee_rules *rules;
    struct demand_rules *demands;
    struct slice clause;
    struct slice next; /* the words behind the clause and its mark */
    size_t modal;      /* of the clause; SLICE_NONE: it has none */
    bool by_place;     /* it is the name of a place */
    bool asked;        /* 希望…, 请…, 由…: a name must follow */
};

/* 要…, 都必须…: does a modal verb stand at the start, or behind adverbs alone? */
static bool demands_at_once(struct demand_rules *demands, struct slice words)
{
    size_t modal = demand_modal_in(demands, words);
    return modal != SLICE_NONE && demand_aside(demands, slice_part(words, 0, modal)) == modal;
}

/* Does what stands behind a name, from byte `at` on, make it the one who acts? */
static bool acts(const struct naming *naming, size_t at)
{
    size_t length;
    struct addressee_rules *rules = naming->rules;
    struct demand_rules *demands = naming->demands;
    struct slice name = slice_part(naming->clause, 0, at);
    struct slice rest = slice_part(naming->clause, at, naming->clause.length);
    if (begins_with(rules, rules->carries_on, rest, &length))
        return false;
    if (demand_opens(demands, name) && !begins_with(rules, rules->named_by_work, name, &length))
        return false;
    bool one_of_many = begins_with(rules, rules->determined, name, &length);
    if (rest.length == 0)
        return demands_at_once(demands, naming->next) ||
               (one_of_many && naming->next.length > 0 && demand_opens(demands, naming->next));
    if (begins_with(rules, rules->bears, rest, &length))
        return (one_of_many || naming->by_place) && demands_at_once(demands, naming->next);
    if (naming->modal != SLICE_NONE && naming->modal >= at) {
        rest = slice_part(rest, 0, naming->modal - at);
        return demand_aside(demands, rest) == rest.length;
    }
    if (!demand_opens(demands, rest))
        return false;
    size_t adverbs = demand_aside(demands, rest);
    return naming->asked || one_of_many || begins_with(rules, rules->named, name, &length) ||
           name.length >= SURE_NAME || (adverbs > 0 && adverbs < rest.length);
}

/* 各省（自治区、直辖市）: the bracket that stands behind a word belongs to it. */
static size_t with_bracket(struct slice words, size_t end)
{
    static const char *const brackets[][2] = {{"（", "）"}, {"(", ")"}};
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        size_t close = slice_starts(slice_part(words, end, words.length), slice_of(brackets[i][0]))
                           ? slice_find(words, slice_of(brackets[i][1]), end)
                           : SLICE_NONE;
        if (close != SLICE_NONE)
            return close + slice_of(brackets[i][1]).length;
    }
    return end;
}

/* Moves `*from` behind the start of the next word for people or bodies and gives its end; 0: there is none near. */
static size_t next_head(const struct addressee_rules *rules, struct slice words, size_t *from)
{
    while (*from < words.length && *from < LONGEST_NAME) {
        size_t at = *from, length = word_set_at(rules->no_heads, words, at);
        if (length > 0) {
            *from += length;
            continue;
        }
        length = word_set_at(rules->heads, words, at);
        (void)utf8_next(words, from);
        if (length > 0)
            return with_bracket(words, at + length);
    }
    return 0;
}

/* The name at the start of the clause, by its last word. */
static size_t name_by_head(const struct naming *naming)
{
    size_t end;
    for (size_t from = 0; (end = next_head(naming->rules, naming->clause, &from)) > 0 && end <= naming->modal;)
        if (acts(naming, end))
            return end;
    return 0;
}

/* The same behind 希望, where no verb is known: 希望广大党员冲锋在前. Words that follow closely are one name. */
static size_t name_that_is_asked(const struct naming *naming)
{
    enum { CLOSE = 6 * 3 }; /* bytes */
    size_t end, name = 0, length;
    for (size_t from = 0;
         (end = next_head(naming->rules, naming->clause, &from)) > 0 && (name == 0 || end <= name + CLOSE);) {
        struct slice rest = slice_part(naming->clause, end, naming->clause.length);
        if (rest.length > 0 && !begins_with(naming->rules, naming->rules->carries_on, rest, &length))
            name = end;
    }
    return naming->modal == SLICE_NONE && !demand_opens(naming->demands, slice_part(naming->clause, 0, name)) ? name
                                                                                                              : 0;
}

/* The same of names of places without an ending: 湖北和武汉. */
static size_t name_by_place(struct naming *naming, const struct place_index *places)
{
    struct place_mention mention;
    naming->by_place = true;
    size_t end = 0, length;
    struct slice start = slice_part(naming->clause, 0, LONGEST_NAME);
    while (places != NULL && place_find(places, start, end, 0, &mention) && mention.start == end) {
        end = mention.end;
        if (acts(naming, end))
            return end;
        struct slice rest = slice_part(naming->clause, end, naming->clause.length);
        if (!begins_with(naming->rules, naming->rules->carries_on, rest, &length))
            break;
        end += length;
    }
    naming->by_place = false;
    return 0;
}

/* Can a clause begin with a name at all? Most do not, and are let go before the modal verb is looked for. */
static bool may_name(const struct naming *naming, const struct place_index *places)
{
    size_t length, from = 0;
    struct place_mention mention;
    struct slice start = slice_part(naming->clause, 0, LONGEST_PLACE);
    if (naming->clause.length == 0 || begins_with(naming->rules, naming->rules->never, naming->clause, &length))
        return false;
    if (demand_opens(naming->demands, naming->clause) &&
        !begins_with(naming->rules, naming->rules->named_by_work, naming->clause, &length))
        return false;
    return next_head(naming->rules, naming->clause, &from) > 0 ||
           (places != NULL && place_find(places, start, 0, 0, &mention) && mention.start == 0);
}

static struct slice name_in(struct naming naming, const struct place_index *places)
{
    size_t length;
    struct slice clause = naming.clause;
    if (begins_with(naming.rules, naming.rules->listeners, clause, &length))
        return slice_part(clause, 0, length);
    size_t start = demand_links_of(naming.demands, clause);
    clause = slice_part(clause, start, clause.length);
    if (begins_with(naming.rules, naming.rules->asking, clause, &length)) {
        clause = slice_part(clause, length, clause.length);
        if (begins_with(naming.rules, naming.rules->listeners, clause, &length))
            return slice_part(clause, 0, length);
        naming.asked = true;
    }
    naming.clause = clause;
    if (!may_name(&naming, places))
        return slice_part(clause, 0, 0);
    naming.modal = demand_modal_in(naming.demands, clause);
    size_t end = name_by_place(&naming, places);
    if (end == 0)
        end = name_by_head(&naming);
    if (end == 0 && naming.asked)
        end = name_that_is_asked(&naming);
    return slice_part(clause, 0, end);
}

struct slice addressee_of(struct addressee_rules *rules, struct demand_rules *demands, const struct place_index *places,
                          struct slice words, bool asked)
{
    struct slice clause, name = slice_part(words, 0, 0);
    size_t position = 0;
    (void)demand_number(demands, words, &position);
    while (name.length == 0 && demand_clause(words, &position, &clause)) {
        struct slice next = {0};
        size_t behind = position;
        (void)demand_clause(words, &behind, &next);
        struct naming naming = {
            .rules = rules, .demands = demands, .clause = slice_trim(clause), .next = slice_trim(next), .asked = asked};
        name = name_in(naming, places);
        asked = false;
    }
    return name;
}

struct slice addressee_of_lead(struct addressee_rules *rules, struct slice lead)
{
    struct match match;
    size_t end, name = 0;
    subject_set(rules->clause, lead);
    if (!pattern_find(rules->lead_names, rules->clause, 0, &match))
        return slice_part(lead, 0, 0);
    struct slice words = slice_part(lead, match.group[1].start, match.group[1].end);
    for (size_t from = 0; (end = next_head(rules, words, &from)) > 0;)
        name = end;
    return slice_part(words, 0, name == words.length ? name : 0);
}
