#include "name.h"

#include "chuanda/utf8.h"

/* The surnames of the Hundred Family Surnames and some more that are common. */
static const char surnames[] =
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘"
    "葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆"
    "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪"
    "祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊"
    "纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯"
    "昝管卢莫经房裘缪干解应宗丁宣贲邓郁单"
    "杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧"
    "隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾"
    "暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能"
    "苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍"
    "璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步"
    "都耿满弘匡国文寇广禄阙东欧殳沃利蔚越"
    "楼夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公晋"
    "楚闫法汝鄢涂钦岳帅缑亢况郈有琴商牟佘"
    "佴伯赏墨哈谯笪年爱阳佟言福肖仝代付苟覃折占区冼次旦才尼洛扎索泽阿买努达格隋麦木邝仉郇檀矫亓丛宿衣揭忻呙芦邸练谌漆庹"
    "苑鲜蹇玄佀楚海青单原冷容";

/* Characters and words that no name has, though it may begin with a surname's character. */
static const char *const no_names[] = {"会议", "党委", "常委", "中央", "学校", "政府", "市委", "省委", "县委",
                                       "区委", "领导", "同志", "工作", "小组", "委员", "全体", "全市", "全省",
                                       "书记", "主任", "组长", "部长", "有关", "负责", "对",   "给",   "并",
                                       "的",   "在",   "是",   "了",   "将",   "等",   "由",   "要",   "研究",
                                       "部署", "学习", "第",   "次",   "办",   "议程", "通知"};

/* Characters with which Mongolian, Tibetan, Uighur, Kazakh and Yi names are written. */
static const char transliterations[] =
    "阿艾安巴拔白拜班包宝保贝本毕别宾波博布才财仓策查朝琛成达代丹当道德登迪丁都杜多顿额鄂恩尔法凡范夫富嘎尕噶"
    "冈高戈格葛根工古贵桂果哈海罕汉好浩合和贺赫呼胡华吉伽加嘉佳江洁杰金卡开凯康柯科克肯库夸拉来兰郎朗勒"
    "雷磊黎力立丽里利列烈林刘龙隆卢鲁路罗洛玛买麦满曼毛梅美门蒙孟米敏明莫木穆那纳娜乃南尼努诺欧帕潘皮平朴普"
    "其奇齐恰强乔琴青庆清曲群然热仁日荣肉如萨赛散桑色森沙山珊尚生圣升胜顺史事舍仕斯思松苏素孙索塔台太泰坦特腾提天铁"
    "亭廷图吐托陀瓦旺万王为维伟卫温文翁沃乌吾伍西希锡霞夏仙香祥小晓新星雄旭牙亚雅扬阳杨耶也叶业伊依衣夷义益音银"
    "英永尤友余玉育原云则泽扎占张昭珍贞真正志智中忠仲珠朱卓孜宗祖左措";

/* Compound surnames. */
static const char *const long_surnames[] = {"欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容",
                                            "令狐", "端木", "呼延", "司徒", "东方", "南宫", "拓跋", "宇文", "长孙"};

bool is_surname(struct slice character)
{
    return slice_find(slice_of(surnames), character, 0) != SLICE_NONE;
}

bool is_long_name(struct slice name)
{
    enum { SHORTEST = 4, LONGEST = 8 };
    size_t count = utf8_count(name);
    if (count < SHORTEST || count > LONGEST)
        return false;
    for (size_t at = 0; at < name.length;) {
        size_t start = at;
        (void)utf8_next(name, &at);
        if (slice_find(slice_of(transliterations), slice_part(name, start, at), 0) == SLICE_NONE)
            return false;
    }
    return true;
}

static bool has_long_surname(struct slice name)
{
    bool found = false;
    for (size_t i = 0; i < sizeof long_surnames / sizeof long_surnames[0]; i++)
        found = found || slice_starts(name, slice_of(long_surnames[i]));
    return found;
}

bool is_person(struct slice name)
{
    size_t first = 0;
    if (!could_be_person(name))
        return false;
    (void)utf8_next(name, &first);
    return slice_has(name, "·") || slice_has(name, "•") || has_long_surname(name) ||
           is_surname(slice_part(name, 0, first));
}

bool could_be_person(struct slice name)
{
    size_t count = utf8_count(name);
    if (slice_has(name, "·") || slice_has(name, "•"))
        return true;
    if (count < 2 || count > 4)
        return false;
    for (size_t i = 0; i < sizeof no_names / sizeof no_names[0]; i++) {
        if (slice_find(name, slice_of(no_names[i]), 0) != SLICE_NONE)
            return false;
    }
    return count < 4 || slice_find(name, slice_of("和"), 1) == SLICE_NONE; /* 甲某和乙; 李和平 is a name */
}
