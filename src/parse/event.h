/*
 * Names of occasions, under which documents refer to one another.  Both sides
 * write them in many ways, so that they are brought into one form first:
 *     a meeting       全省防汛工作会议 (no date, no 第三次)
 *     an inspection   考察某省防汛工作  (also for 视察, 调研, 检查指导)
 *     an instruction  关于防汛工作的指示
 *     a letter        给某某村村民的回信
 * The tables are in event.c.
 */
#ifndef PARSE_EVENT_H
#define PARSE_EVENT_H

#include "organ.h"
#include "place.h"

#include <stdbool.h>

struct event_rules;

/* The last word of a meeting's name, for patterns; a body's plain 会 counts where 上 or 精神 follows. */
#define EVENT_MEETING                                                                                                                                           \
    "(?:(?:部署|推进|动员|报告|表彰|总结|调度|分析|现场|专题|研判|联席|座谈|交流|工作|汇报|通气|培训|生活|电话|视频|" \
    "联组|学习|研讨|例|全|年|(?<!人民代表)大|述职|评议|通报|办公|茶话|恳谈)会(?![议室厅堂常计员])|"                           \
    "(?<!主持|出席|列席|参加|召开|举行|到会)会议(?!室|厅|堂|中心|纪要|材料|制度)|"                                                   \
    "(?:开班|开幕|闭幕|启动|开学|毕业|揭牌)(?:仪式|典礼|式)|研讨班|读书班|代表团审议|汇报(?=时)|(?<!表彰|先进)"            \
    "集体学习|"                                                                                                                                             \
    "(?<=常委|常务|党组)会(?=(?:[、和与及][0-9０-９]{1,2}月[^，。；：！？《》]{2,30}?会议?(?:精神|上)|[、和与及][^"              \
    "，。；：！？《》上]{2,30}?会议?精神))|"                                                                                                       \
    "(?<![社机])会(?=上|精神))"

/* The words for looking at work on the spot. */
#define EVENT_INSPECT "(?:考察调研|调研指导|调研督导|检查指导|指导督导|指导检查|考察|视察|调研|督导|检查|看望慰问)"

/* The names, from what a text says; each owned by the caller. `own`: the place of the text itself, for 我市; or NULL. */
char *event_of_meeting(struct slice name);
char *event_of_inspection(const struct place_index *places, struct slice target, struct slice purpose, const char *own);
char *event_of_instruction(struct slice topic);
char *event_of_letter(struct slice receiver, struct slice letter);

/* Is it only a body's ordinary meeting (市委常委会第三次会议), which is known by body, date and number? */
bool event_ordinary(struct event_rules *rules, struct organ_table *organs, struct slice name);

/*
 * The form in which two names of occasions are compared; owned by the caller.
 * Leaves out what says only the level (中央, 全国, 全省, 某某省: compared as
 * levels and places) and how the meeting was held (电视电话会议, 视频会议).
 */
char *event_key(const char *event);

/*
 * Do two such forms name the same occasion?  Equal, or one is the other with
 * some words left out: long names are shortened (…疫情防控… for …某某疫情防控…),
 * an inspection's purpose is.
 */
bool event_same(const char *key, const char *other);

#endif
