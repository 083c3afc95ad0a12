#include "set_phrases.h"

#include "chuanda/memory.h"

#include <stdlib.h>
#include <string.h>

/* Longer ones before what they begin with. */
/* clang-format off */
static const char *const table[] = {
    /* whose line is followed */
    "新时代中国特色社会主义思想", "中国特色社会主义", "党中央国务院决策部署", "党中央决策部署", "党中央集中统一领导", "集中统一领导",
    "为核心的党中央", "总书记重要讲话", "总书记重要指示", "重要讲话和重要指示批示精神", "重要讲话精神", "重要指示批示精神", "重要指示精神",
    "重要论述", "重大决策部署", "决策部署", "工作要求", "部署要求", "会议精神",
    /* conviction and standing */
    "四个意识", "四个自信", "两个维护", "两个确立", "两个大局", "国之大者", "不忘初心牢记使命", "五位一体", "四个全面", "战略布局",
    "政治站位", "政治责任", "政治判断力", "政治领悟力", "政治执行力", "思想和行动统一到", "统一思想", "思想认识", "思想自觉", "政治自觉",
    "行动自觉", "历史使命", "历史责任", "责任感", "使命感", "紧迫感", "责任担当", "忧患意识", "底线思维", "系统观念", "风险意识", "大局意识",
    "忠诚干净担当", "担当作为", "主动作为", "积极作为", "履职尽责", "守土有责", "守土负责", "守土尽责",
    /* who leads and who answers for it */
    "党的全面领导", "党的领导", "党的建设", "全面从严治党", "从严治党", "主体责任", "监督责任", "领导责任", "党政同责", "一岗双责",
    "第一责任人", "压实责任", "责任落实", "工作责任", "加强组织领导", "组织领导", "加强领导", "统筹协调", "统筹推进", "协同配合", "密切配合",
    "齐抓共管", "工作合力", "强大合力", "形成合力", "干部队伍", "高素质", "广大党员干部", "党员干部", "领导干部", "各级党委和政府", "各级党委政府",
    "各级党组织", "各级各部门", "各地各部门", "各地区各部门", "有关部门", "相关部门",
    /* the people, the course */
    "以人民为中心的发展思想", "以人民为中心", "获得感幸福感安全感", "人民群众", "高质量发展", "新发展理念", "新发展阶段", "新发展格局",
    "稳中求进工作总基调", "稳中求进", "改革发展稳定", "治理体系和治理能力现代化", "民族复兴", "伟大复兴", "现代化建设", "现代化国家",
    /* how it is done */
    "形式主义官僚主义", "形式主义", "官僚主义", "求真务实", "真抓实干", "久久为功", "一以贯之", "锲而不舍", "持之以恒", "扎扎实实", "动真碰硬",
    "问题导向", "目标导向", "结果导向", "落细落实", "落地见效", "落地落实", "落地生根", "落到实处", "取得实效", "工作实效", "见行见效", "抓紧抓实",
    "抓细抓实", "抓实抓细", "狠抓落实", "抓好落实", "贯彻落实", "学习贯彻", "贯彻执行", "切实加强", "切实解决", "切实增强", "进一步加强", "进一步完善",
    "坚定不移", "牢牢把握", "深刻认识", "充分认识", "深刻领会", "准确把握", "工作任务", "目标任务", "工作机制", "长效机制", "有力保障", "坚强保障",
    "有力支撑", "坚实基础", "重大意义", "重要意义",
};
/* clang-format on */
enum { PHRASES = sizeof table / sizeof *table };

/* The phrases whose first character is the same modulo CHAINS hang together. */
enum { CHAINS = 512 };

struct set_phrases {
    struct folded folded[PHRASES]; /* owned */
    size_t heads[CHAINS];          /* number of a phrase; PHRASES: none */
    size_t next[PHRASES];
};

struct set_phrases *set_phrases_new(void)
{
    struct set_phrases *phrases = mem_new(1, sizeof *phrases);
    for (size_t i = 0; i < CHAINS; i++)
        phrases->heads[i] = PHRASES;
    for (size_t i = PHRASES; i-- > 0;) {
        fold_text(slice_of(table[i]), FOLD_CHARACTERS, &phrases->folded[i]);
        size_t *head = &phrases->heads[phrases->folded[i].code_points[0] % CHAINS];
        phrases->next[i] = *head;
        *head = i;
    }
    return phrases;
}

void set_phrases_free(struct set_phrases **phrases)
{
    if (*phrases == NULL)
        return;
    for (size_t i = 0; i < PHRASES; i++)
        folded_free(&(*phrases)->folded[i]);
    free(*phrases);
    *phrases = NULL;
}

/* How many characters of a text a set phrase takes from position `at` on; 0: none begins there. */
static size_t phrase_at(const struct set_phrases *phrases, const struct folded *text, size_t at)
{
    for (size_t i = phrases->heads[text->code_points[at] % CHAINS]; i != PHRASES; i = phrases->next[i]) {
        const struct folded *phrase = &phrases->folded[i];
        if (text->count - at >= phrase->count &&
            memcmp(text->code_points + at, phrase->code_points, phrase->count * sizeof *phrase->code_points) == 0)
            return phrase->count;
    }
    return 0;
}

void set_phrases_mark(const struct set_phrases *phrases, struct folded *text)
{
    for (size_t at = 0; at < text->count;) {
        size_t count = phrase_at(phrases, text, at);
        for (size_t i = 0; i < count; i++)
            text->code_points[at + i] |= SET_PHRASE;
        at += count > 0 ? count : 1;
    }
}
