/*
 * What is a demand and what is none, in the forms of the genre.  Each sample is a
 * document of one passage a line, cut into sentences: + demands, - does not.
 */
#include "chuanda/buffer.h"
#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "parse/parser.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The text of a sample without its marks, as lines. */
struct text {
    struct buffer bytes;
    struct slice *lines; /* owned */
    size_t count, capacity;
};

static bool is_mark(const char *at)
{
    return (at[0] == '+' || at[0] == '-') && (at[1] == ' ');
}

static void read_text(const char *marked, struct text *text)
{
    for (const char *at = marked; *at != '\0'; at++) {
        if (is_mark(at))
            at++;
        else
            buffer_add(&text->bytes, (struct slice){.bytes = at, .length = 1});
    }
    for (size_t start = 0; start < text->bytes.length;) {
        size_t end = slice_find(buffer_slice(&text->bytes), slice_of("\n"), start);
        if (end == SLICE_NONE)
            end = text->bytes.length;
        text->lines = mem_grow(text->lines, text->count, &text->capacity, sizeof *text->lines);
        text->lines[text->count++] = slice_part(buffer_slice(&text->bytes), start, end);
        start = end + 1;
    }
}

/* Does a directive cover the middle of the sentence at [start, end) of a line (bytes)? */
static bool is_demand(const struct parsed *parsed, const struct text *text, size_t line, size_t start, size_t end)
{
    struct slice words = text->lines[line - 1];
    size_t last = utf8_count(slice_part(words, 0, end)) - 2; /* before the stop */
    for (size_t i = 0; i < parsed->directive_count; i++) {
        struct place_in_text where = parsed->directives[i].where;
        if (where.line == line && where.start <= last && last < where.end && utf8_byte(words, where.end) > start)
            return true;
    }
    return false;
}

/* The sample as it was recognised, marks and all. */
static char *marked_as_found(const char *marked, const struct parsed *parsed, const struct text *text)
{
    struct buffer found = {0};
    size_t line = 1, byte = 0;
    for (const char *at = marked; *at != '\0';) {
        if (*at == '\n') {
            line++;
            byte = 0;
            buffer_add_text(&found, "\n");
            at++;
            continue;
        }
        size_t length = is_mark(at) ? 2 : 0;
        while (at[length] != '\0' && at[length] != '\n' && !is_mark(at + length))
            length++;
        size_t start = byte;
        byte += is_mark(at) ? length - 2 : length;
        buffer_add_text(&found, is_demand(parsed, text, line, start, byte) ? "+ " : "- ");
        buffer_add(&found, (struct slice){.bytes = is_mark(at) ? at + 2 : at, .length = byte - start});
        at += length;
    }
    return buffer_take(&found);
}

static bool check(struct directive_rules *rules, enum kind kind, const char *marked)
{
    struct parsed parsed = {0};
    struct text text = {0};
    read_text(marked, &text);
    struct parser parser = {.directives = rules};
    struct reading reading = {.parser = &parser, .parsed = &parsed, .lines = text.lines, .line_count = text.count};
    struct document document = {.first_line = 1, .last_line = text.count, .kind = kind};
    parsed.documents = &document;
    parsed.document_count = 1;
    read_directives(&reading, 0);
    char *found = marked_as_found(marked, &parsed, &text);
    bool right = strcmp(found, marked) == 0;
    if (!right)
        fprintf(stderr, "expected: %s\nfound:    %s\n", marked, found);
    for (size_t i = 0; i < parsed.directive_count; i++)
        directive_free(&parsed.directives[i]);
    free(parsed.directives);
    free(found);
    free(text.lines);
    buffer_free(&text.bytes);
    return right;
}

/* All of them, so that one run shows all that is wrong. */
#define CHECK_ALL(kind, samples)                                                                                       \
    do {                                                                                                               \
        size_t wrong_ = 0;                                                                                             \
        for (size_t i_ = 0; i_ < sizeof(samples) / sizeof *(samples); i_++)                                            \
            wrong_ += !check(*state, kind, (samples)[i_]);                                                             \
        assert_int_equal(wrong_, 0);                                                                                   \
    } while (0)

static void what_meetings_demand(void **state)
{
    static const char *const samples[] = {
        "+ 会议强调，要抓好小型水库除险加固。+ 坚决守住水库不垮坝的底线。",
        "+ 会议强调，务必把防汛责任压到村组。+ 务必做到汛情不退、人员不撤。",
        "+ 会议指出，切忌麻痹大意。+ 切不可存有侥幸。+ 决不能让一户群众受淹。",
        "+ 会议强调，严禁在河道内乱挖滥采。+ 对顶风作案的，一律从严查处。",
        "+ 会议指出，任何单位和个人不得瞒报漏报险情。",
        "+ 会议要求，一要抓预警，二要抓转移，三要抓安置。",
        "+ 会议要求：一是加密会商研判；+ 二是预置抢险力量；+ 三是备足抢险物料。",
        "+ 会议强调，第一，要紧盯病险水库；+ 第二，要紧盯山洪灾害；+ 第三，要紧盯城市内涝。",
        "+ 会议指出，各地各部门应立足最不利情况，宁可备而无汛，不可汛而无备。",
        "+ 会议强调，领导干部须靠前指挥，不得擅离职守。",
        "+ 林某强调，时间就是生命，转移必须抢在洪峰前面。",
        "+ 林某要求，水利部门牵头，应急、气象等部门配合，逐库落实包保责任人。",
        "+ 林某指出，粮食安全这根弦任何时候都不能松。",
        "+ 会议强调，要抓好灾后重建，让受灾群众早日住进新房。+ 同时，做好防疫消杀。",
        "+ 会议强调，要压实责任。+ 谁的地盘谁负责，谁的人员谁看管。",
        "+ 林某叮嘱当地负责同志，一定要把转移群众的吃住安排好。",
        "+ 林某勉励大家再接再厉、连续作战。",
        "+ 会议号召全市党员干部到防汛一线去。",
        "+ 会议提醒各单位，汛情随时可能反复，切勿放松警惕。",
        "+ 会议明确，由县水利局牵头，月底前完成清淤。",
        "+ 会议决定，成立灾后重建工作专班。",
        "+ 会议同意设立应急抢险基金，要求财政部门加强监管。",
        "+ 会议决定，从即日起启动防汛三级应急响应。",
        "+ 林某对防汛工作作出批示：请各地抓紧排查隐患，确保安全度汛。",
        "- 林某传达了全省防汛会议精神。+ 他指出，要把会议精神落到实处。",
        "- 会议传达学习了省委书记陈某关于防汛工作的批示精神。+ 会议强调，要不折不扣抓好落实。",
        "+ 会议强调，越是汛情紧急，越要沉着应对。",
        "+ 会议强调，既要抓好防汛，又要兼顾抗旱。",
        "+ 会议强调，宁听骂声，不听哭声，该转移的坚决转移。",
        "+ 会议指出，要有“一失万无”的警醒。+ 以铁的纪律保障政令畅通。",
        "+ 会议强调，要算好经济账。- 防汛减灾，投入一元可减损十元。",
        "+ 下一步，要尽快打通断头路。+ 力争汛前全部通车。",
        "+ 会议强调，要让党旗在防汛一线高高飘扬。+ 推动形成全社会共同防汛的浓厚氛围。",
        "+ 会议希望，工会、共青团、妇联发挥各自优势，多做暖人心的工作。",
        "+ 会议建议，尽快出台蓄滞洪区补偿办法。",
        "+ 林某说，“大家辛苦了，但是这口气不能松。”",
        "+ 林某在调研中强调，产业园区要算清环境账，别让青山绿水变了样。",
        "+ 会议指出，各级各部门务须严阵以待，宁可十防九空，不可失防万一。",
        "+ 会议强调，凡是重大项目，都要倒排工期、挂图作战。",
        "+ 会议强调，群众利益无小事，一枝一叶总关情，要把群众的操心事办好。",
        "+ 孙丙三指出，招商引资是经济工作的生命线，各县区主要领导每月外出招商不少于一次。",
        "+ 会议强调，决不允许搞形式主义，坚决不搞“一刀切”。",
        "+ 会议强调，要发扬钉钉子精神，一件事情接着一件事情办，一年接着一年干。",
        "+ 会议明确，市财政每年安排专项资金五千万元用于老旧管网改造。",
        "+ 会议决定，授予李某等十名同志“抗洪先进个人”称号。",
        "+ 会议要求，各责任单位认领任务、建立台账、对账销号。",
        "+ 会议要求全市各级党组织从严从实抓好主题教育。",
        "+ 孙丙三要求，以更大力度优化营商环境，以更实举措服务企业发展。",
        "+ 会议强调，没有调查就没有发言权，各级领导干部要到矛盾最集中的地方去。",
        "+ 会议强调，防汛工作来不得半点马虎，必须一丝不苟。",
        "+ 会议强调，要坚持问题导向，哪里问题突出就到哪里解决问题。",
        "+ 会议指出，安全生产责任重于泰山，任何时候都不能有丝毫懈怠。",
        "+ 会议强调，高标准农田建设要抓住春季有利时机，能快则快、能早则早。",
        "+ 会议强调，切实做到守土有责、守土负责、守土尽责。",
        "+ 会议强调，把群众满意不满意作为检验工作成效的根本标准。",
        "+ 会议指出，对群众反映的问题，能马上解决的马上解决，不能马上解决的要说明情况。",
        "+ 孙丙三强调，同志们回去以后要及时向党委主要负责同志汇报。",
        "+ 会议原则同意该方案，由市发改委根据会议意见修改完善后按程序报批。",
        "+ 会议指出，既要看当下，更要谋长远，绝不能寅吃卯粮。",
        "+ 会议认为，要把思想和行动统一到中央对形势的判断上来。",
        "+ 会议强调，以案为鉴，做到知敬畏、存戒惧、守底线。",
        "+ 会议强调，严格执行重大事项请示报告制度，确保政令畅通。",
        "+ 会议强调，“关键少数”要带头，班子成员要履行“一岗双责”。",
        "+ 各县区、市直各部门要根据本次会议精神，抓紧制定具体落实措施。",
        "+ 会议号召，全市广大干部群众更加紧密地团结起来，为夺取全面胜利而努力奋斗。",
        "+ 会议强调，任务完成情况纳入年度考核，对工作不力的予以通报批评。",
    };
    CHECK_ALL(KIND_MEETING, samples);
}

static void what_meetings_do_not_demand(void **state)
{
    static const char *const samples[] = {
        "- 会议认为，今年入汛早、雨量大，防汛形势十分严峻。",
        "- 会议指出，这次抢险充分展现了基层党组织的战斗力。",
        "- 会议对各抢险队伍付出的艰辛努力表示衷心感谢。",
        "- 会议充分肯定了水利系统一年来的工作。",
        "- 会议指出，去年以来，全县新建堤防三十公里，加固水库十二座。",
        "- 会议指出，全县上下众志成城，打赢了防汛硬仗。",
        "- 会议强调，治水兴水是造福千秋的大事，是各级党组织的政治责任。",
        "- 7月3日上午，县委常委会召开会议，听取防汛工作汇报，研究部署下一步工作。",
        "- 县领导赵某、孙某出席会议，各乡镇党委书记参加会议。",
        "- 会议审议并原则通过《青水县水库管理办法》。",
        "- 会议还研究了干部人事等事项。",
        "- 会议以视频形式召开，各乡镇设分会场。",
        "- 座谈会上，周某等六位同志结合工作实际作了发言。",
        "- 会上，县水利局、县应急局负责同志分别汇报了有关情况。",
        "- 会议指出，一年来我们主要做了三件事：- 一是修好了水渠；- 二是打通了机耕路；- 三是建起了冷库。",
        "- 会议指出，当前主要存在三个方面的问题：- 一是责任不够落实；- 二是物资储备不足；- 三是预警手段落后。",
        "- 会议指出，成绩来之不易，经验弥足珍贵。",
        "- 会议指出，大家的发言都很好，听了很受启发。",
        "- 会议指出，抢修水毁道路需要资金两千万元。",
        "- 林某一行先后来到城北大堤、东河泵站，详细了解设备运行情况。",
        "- 在城北大堤，林某仔细询问物资储备情况，看望慰问值守人员。",
        "- 这是今年以来县委召开的第三次防汛专题会议。",
        "- 要想富，先修路，是老百姓的心里话。",
        "- 会议指出，要不是转移及时，后果不堪设想。",
        "- 会议强调，统筹发展和安全，是我们党治国理政的一条重要经验。",
        "- 与会同志一致表示，会议开得及时，部署具体明确。",
        "- 与会人员纷纷表示，将以更加饱满的热情投入到工作中去。",
        "- 根据会议安排，调研组将于下周赴各县开展督查。",
        "- 会议指出，省里的文件对此已有明确要求。",
        "- 会议指出，全市上半年经济运行总体平稳、稳中有进。",
        "- 会议指出，去年此时，我们也曾面临同样的考验。",
        "- 会议对今年以来全市重点工作进行了盘点。",
        "- 会议传达了中央农村工作会议精神，通报了全市粮食收购情况。",
        "- 会议指出，改革开放四十多年的实践充分证明，发展是解决一切问题的基础。",
        "- 会议指出，全市干部群众精神面貌焕然一新，干事创业热情高涨。",
        "- 孙丙三代表市委向离退休老同志致以节日问候。",
        "- 会议认为，市法院、市检察院过去一年的工作有特色、有亮点。",
        "- 会议书面传达了省委有关文件。",
        "- 会前，与会人员集体观看了警示教育片。",
        "- 会议由副市长周某主持，市直有关部门负责人参加会议。",
        "- 目前，全市累计投入资金三亿元，治理河道八十公里，受益群众二十万人。",
        "- 近年来，全市坚持生态优先、绿色发展，持续加强湿地保护修复。",
        "- 一方面，我们的产业结构还不够优；另一方面，创新能力还不够强。",
    };
    CHECK_ALL(KIND_MEETING, samples);
}

static void measures_carry_a_row_of_demands_on(void **state)
{
    static const char *const samples[] = {
        "+ 会议强调，要严控新增污染。+ 两高项目一个不批。+ 沿江一公里内的化工企业今年底前全部搬迁。- "
        "去年全市空气优良天数三百一十天。",
        "+ 会议要求，要管好校车。+ 校车驾驶员每学期体检一次。+ 每辆校车配一名照管员。- 校车安全牵动千家万户。",
        "+ 会议强调，要压实包保责任。+ 水库由乡镇长包保，山塘由村主任包保。+ 包保名单在村口张贴公示。- "
        "目前全市共有水库四百座。",
        "+ 会议指出，要优化审批。+ 对投资五千万元以下的项目实行备案制。+ 能网上办的一律网上办，能当天办的不过夜。- "
        "我市营商环境排名全省第三。",
        "+ 林某强调，要敞开大门听意见。+ 常委会议题会前三天送达委员。+ 凡是涉及群众切身利益的决策，先听证后上会。",
        "+ 会议强调，要保障供应。+ 粮油储备不低于三十天用量。+ 节日期间平价商店每天投放蔬菜二百吨。- "
        "眼下正是供需两旺的时节。",
        "+ 会议要求，要抓好夜间值守。+ 县领导带班，部门负责人在岗。+ 凌晨两点到五点每半小时巡查一遍。- "
        "昨晚的险情就是夜班人员发现的。",
        "+ 会议强调，要管住车辆。+ 公车节假日封存停驶。+ 超标车辆下月起一律收回。",
        "+ 会议强调，要守住红线。+ 耕地一亩也不能少。- 我市人均耕地不足一亩。- 守住耕地，就是守住子孙的饭碗。",
        "+ 会议指出，要建好驿站。+ 每个街道建一座，每座不小于八十平方米。+ "
        "站内热水、微波炉、充电桩一应俱全，向所有户外劳动者开放。- 这是看得见的民生。",
        "+ 会议强调，要加快进度。+ 手续不全的先补手续，资金不足的先拨资金。+ 八月底前路基全线贯通，年底前主线通车。- "
        "这条路，群众盼了十几年。",
        "+ 会议强调，要联防联控。+ 甲县的水情直接报乙县，上游的闸门下游说了算。- 流域是一个整体，谁也不能独善其身。",
        "+ 会议要求，要严肃纪律。+ 请假须经主要领导签字。- 过去三年，有十二名干部因此受到处分。",
        "- 会议听取了教育工作汇报。- 全市现有中小学三百所，在校学生二十万人。+ 会议强调，要办好家门口的学校。+ "
        "新建小区同步配建幼儿园，同步移交。",
        "+ 会议指出，要算清账。- 一年省下的电费够建两座水厂。- 这笔账，大家心里都有数。- 同志们对此反应热烈。",
        "+ 会议强调，要善待新业态劳动者。+ 平台不得擅自压低单价。+ 高温天气发放清凉补贴，每人每月不低于三百元。- "
        "他们风里来雨里去，十分辛苦。",
        "+ 会议强调，要用好督查。+ 督查结果一月一通报，排名末三位的作表态发言。- 督查不是目的。",
        "+ 会议强调，要关心一线。+ 轮班不超过八小时，驻守满一周强制轮休。- 一线同志身心俱疲的情况比较普遍。",
        "+ 会议强调，要规范小区物业收费。+ 收费标准上墙公示，业主随时可查。+ 物业合同到期前三个月启动选聘。- "
        "一些小区物业费收缴率只有五成。",
        "+ 会议要求，要抓好秋粮收购。+ 收购点周末不打烊，粮款当天结清。+ 外地收购商与本地企业同等对待。- "
        "今年秋粮长势喜人，丰收在望。",
        "+ 周某指出，要盘活闲置校舍。+ 教育局月底前拿出清单，国资公司逐处评估。+ 优先用于养老和托育。- "
        "撤并后的校舍有六十多处闲着。",
        "+ 会议强调，要减轻基层负担。+ 同一事项一年只查一次，多头检查合并进行。+ 村级组织证明事项清零。",
        "+ 会议指出，要守住财政纪律。+ 没有预算不得支出。+ 追加五十万元以上的报常务会审定。+ "
        "单位账户余额按季清理收回。- 上半年一般公共预算收入完成进度过半。",
        "+ 会议要求，要做好老旧电梯更新。+ 使用满十五年的列入今年计划。- 电梯是城市的毛细血管。",
        "+ 会议强调，要织密校园安全网。+ 围墙监控盲区寒假前补齐。+ 保安配备率、持证率都要达到百分之百。- "
        "学校是社会的缩影。",
        "+ 会议强调，要护好古树名木。+ 一树一档，一树一策。+ 修路架线为古树让路。- 全县登记在册的古树有八百七十株。",
        "+ 会议要求，要用好援企资金。+ 补贴直达企业账户，任何部门不截留。+ 申报材料只交一份，部门内部流转。- "
        "有的企业至今不知道有这项政策。",
        "+ 会议指出，要接续抓好厕所革命。+ 新改厕所谁使用谁管护，乡镇按月抽查。- 农村改厕关乎群众生活品质。- "
        "八成农户用上了卫生厕所。",
        "+ 会议强调，要完善应急广播。+ 每个自然村装一只大喇叭，停电时切换到蓄电池。- 老百姓习惯听大喇叭。",
        "+ 会议要求，要严把建筑质量关。+ 进场钢筋水泥批批送检，不合格的当场退场。+ 监理全程旁站，影像资料留存备查。- "
        "房子是百姓一辈子的积蓄。",
    };
    CHECK_ALL(KIND_MEETING, samples);
}

static void what_is_told_behind_a_demand_is_none(void **state)
{
    static const char *const samples[] = {
        "+ 会议强调，要抓好落实。- 会后，林某一行来到东河泵站查看设备运行情况。",
        "+ 会议强调，要抓好落实。- 市领导李某、王某参加。",
        "+ 会议强调，要抓好落实。- 据了解，该项目总投资十二亿元，建设工期三年。",
        "+ 会议强调，要抓好落实。- （记者 王某某）",
        "+ 会议强调，要抓好落实。- 林某还与村民拉家常，询问收成。",
        "+ 会议强调，要抓好落实。- 入汛以来全市平均降雨量六百毫米。",
        "+ 会议强调，要抓好落实。- 一季度全市生产总值五百亿元，固定资产投资两百亿元。",
        "+ 会议强调，要抓好落实。- 水是生命之源、生产之要。",
        "+ 会议强调，要抓好落实。- 这既是政治责任，又是民生工程。",
        "+ 会议强调，要抓好落实。- 一些干部存在畏难情绪，推一推才动一动。",
        "+ 会议强调，要抓好落实。- 上游三座水库蓄水量达库容八成。",
        "+ 会议强调，要抓好落实。- 安全生产形势总体平稳。",
        "+ 会议强调，要抓好落实。- 李某汇报了工作进展，王某、赵某先后发言。",
        "+ 会议强调，要抓好落实。- 该市是全国重要的商品粮基地。",
        "+ 会议强调，要抓好落实。- 全会号召力强、影响深远。",
        "+ 会议强调，要抓好落实。- 村里的路灯亮了，群众的心也亮了。",
        "+ 会议强调，要抓好落实。- 受台风影响，沿海三县普降大到暴雨。",
        "+ 会议强调，要抓好落实。- 工程建成后，可解决十万人饮水问题。",
        "+ 会议强调，要抓好落实。- 实践告诉我们，早一分钟转移就多一分安全。",
        "+ 会议强调，要抓好落实。- 其间，与会人员观看了警示片。",
        "+ 会议强调，要抓好落实。- 省委书记陈某到会指导。",
        "+ 会议强调，要抓好落实。- 林某最后说，他对青水的明天充满信心。",
        "+ 会议强调，要抓好落实。- 三年来投入资金二十亿元，惠及群众百万人。",
        "+ 会议强调，要抓好落实。- 此次会议开到乡镇一级，参会人员两千余人。",
        "+ 会议强调，要抓好落实。- 该条例共七章五十二条。",
        "+ 会议强调，要抓好落实。- 民营企业贡献全市六成税收、八成就业。",
        "+ 会议强调，要抓好落实。- 张某同志任青水县委书记。",
        "+ 会议强调，要抓好落实。- 矛盾问题层出不穷，风险挑战前所未有。",
        "+ 会议强调，要抓好落实。- 青水县去年率先完成改革任务。",
        "+ 会议强调，要抓好落实。- 从前的臭水沟变成了口袋公园。",
        "+ 会议强调，要抓好落实。- 会议期间，代表们审议了报告。",
        "+ 会议强调，要抓好落实。- 人勤春来早，功到秋华实。",
    };
    CHECK_ALL(KIND_MEETING, samples);
}

static void what_notices_ask(void **state)
{
    static const char *const samples[] = {
        "+ 请各单位于6月20日前将自查报告报送县防汛办。",
        "+ 各单位要确定一名联络员，并于今日下班前反馈姓名和电话。",
        "+ 参会人员须提前十分钟入场，将手机调至静音。",
        "+ 确因特殊情况不能参会的，须履行请假手续。",
        "- 会议时间：6月8日上午9时。\n- 会议地点：县政府三楼会议室。\n- 联系人：周某，电话：3322110。",
        "+ 请认真贯彻执行。",
        "+ 本通知执行中遇到的问题，请及时向省水利厅反映。",
        "- 现将有关情况通报如下。",
        "- 特此通知。",
        "- 为做好今年防汛工作，经县政府同意，现将有关事项通知如下：",
        "+ 望各乡镇以此为戒，举一反三。",
        "- 一、强化责任落实。+ 各乡镇要逐级签订责任书。\n- 二、开展隐患排查。+ "
        "5月底前完成所有水库的拉网式排查，建立问题清单。",
        "- （一）学习全省水利工作会议精神；\n- （二）研究我县贯彻措施。",
        "+ 逾期未报的，视为无隐患。",
        "+ 一经发现空岗漏岗，严肃处理。",
        "- 近日，气象部门预测今年汛期降雨量较常年偏多二到三成。",
    };
    CHECK_ALL(KIND_NOTICE, samples);
}

static void what_policies_lay_down(void **state)
{
    static const char *const samples[] = {
        "- 第一条　为了规范水库管理，根据有关法律法规，制定本办法。\n- "
        "第二条　本办法所称小型水库，是指库容较小的水库。\n"
        "+ 第三条　县级以上人民政府应当加强对水库安全的监督管理。\n+ "
        "第四条　水库管理单位应当建立巡查制度，每日巡查不少于两次。\n"
        "+ 第五条　禁止在大坝上垦殖、堆放杂物。\n+ 第六条　违反本办法规定的，由水行政主管部门责令改正；+ "
        "造成损失的，依法承担赔偿责任。\n"
        "- 第七条　本办法由省水利厅负责解释。\n- 第八条　本办法自2031年8月1日起施行。",
        "- （一）现状。我县现有小型水库四十五座。\n+ "
        "（二）完善排水系统。新建雨水管网六十公里，改造老旧管网四十公里。（牵头单位：县住建局）",
        "+ 鼓励社会资本参与水利设施建设和管护。+ 严格控制地下水开采，逐步关停自备井。",
        "+ 建立由县政府主要领导任组长的领导小组，统筹推进各项工作。",
        "- 一、总体要求\n+ （一）指导思想。坚持人民至上、生命至上，全面提升防汛能力。\n"
        "+ （二）工作目标。到2033年，全县小型水库除险加固任务全部完成，安全达标率达到95%以上。\n- 二、重点任务\n"
        "+ （三）完善责任体系。落实行政、技术、巡查三个责任人，责任人名单向社会公布。+ 每年汛前开展一次培训。",
    };
    CHECK_ALL(KIND_POLICY, samples);
}

static void what_speakers_demand(void **state)
{
    static const char *const samples[] = {
        "- 同志们，今天我们召开这次会议，主要任务是分析汛情，部署工作。- 刚才，四位同志作了发言，讲得都很好。\n"
        "- 下面，我讲三点意见。\n+ 第一，思想上要再重视。+ 我们一定要把困难想得更多一些。- "
        "去年这个时候，雨也下得很大。\n"
        "+ 我再强调一遍，值班电话二十四小时不能断。+ 希望大家把今天的会议精神带回去，传达到每一个村组。\n"
        "- 过去一年，大家吃了很多苦，我代表县委向同志们表示感谢。\n- 我相信，只要我们上下一心，就没有战胜不了的困难。\n"
        "- 在这里，我给大家提几点希望。+ 一是多到一线走一走。+ 二是多听群众说一说。",
        "+ 千万不能有松口气的念头。- 有的同志说，我们这里几十年没发过大水。+ 我们共产党员就应该冲在最前面。",
    };
    CHECK_ALL(KIND_SPEECH, samples);
}

static void what_instructions_demand(void **state)
{
    static const char *const samples[] = {
        "- 近日，省委书记林某对防汛工作作出批示。- 批示指出，近期我省部分地区连降暴雨，造成人员财产损失。"
        "+ 有关地方要全力组织抢险。+ 妥善安置受灾群众，防范次生灾害。+ 请省防汛指挥部派出工作组赴现场指导。",
        "+ 省长钱某就做好灾后防疫作出批示，要求卫健部门迅速组织力量，做到大灾之后无大疫。",
    };
    CHECK_ALL(KIND_INSTRUCTION, samples);
}

static void speech_without_stops(void **state)
{
    static const char *const samples[] = {
        "+ 会议强调要继续抓好防汛救灾各项工作要把群众转移放在第一位各地各部门要加强值班值守。",
        "+ 林某指出当前正值主汛期各级干部必须坚守岗位随时准备投入抢险。",
    };
    CHECK_ALL(KIND_MEETING, samples);
}

static int setup(void **state)
{
    *state = directive_rules_new();
    return 0;
}

static int teardown(void **state)
{
    struct directive_rules *rules = *state;
    directive_rules_free(&rules);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_meetings_demand),
        cmocka_unit_test(what_meetings_do_not_demand),
        cmocka_unit_test(measures_carry_a_row_of_demands_on),
        cmocka_unit_test(what_is_told_behind_a_demand_is_none),
        cmocka_unit_test(what_notices_ask),
        cmocka_unit_test(what_policies_lay_down),
        cmocka_unit_test(what_speakers_demand),
        cmocka_unit_test(what_instructions_demand),
        cmocka_unit_test(speech_without_stops),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
