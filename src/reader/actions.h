/*
 * What the reader can be told to do.  One table: the enum, the keys, the help
 * screen (and, later, the manual page and the config file) are made from it.
 */
#ifndef READER_ACTIONS_H
#define READER_ACTIONS_H

#include <stddef.h>
#include <stdint.h>

/* Where an action works; a set of bits. */
enum where {
    IN_MEETINGS = 1 << 0,
    IN_TEXT = 1 << 1,
    IN_DIRECTIVES = 1 << 2,
    IN_CHOOSER = 1 << 3,    /* a list that pops up */
    IN_BOOKMARKS = 1 << 4,  /* the list of bookmarks (a chooser, too) */
    IN_PAGE = 1 << 5,       /* help, why */
    IN_FOLLOW_UPS = 1 << 6, /* the list of a directive's follow-ups (a chooser, too) */
    IN_COMPARE = 1 << 7,
    IN_CORRECTIONS = 1 << 8, /* the list of corrections (a chooser, too) */
    IN_PANES = IN_MEETINGS | IN_TEXT | IN_DIRECTIVES,
    EVERYWHERE = IN_PANES | IN_CHOOSER | IN_PAGE | IN_COMPARE
};

/* X(id, name, default keys, where, help in Chinese, help in English), in the order of the help screen. */
#define READER_ACTIONS(X)                                                                                              \
    X(NEXT_PANE, "next-pane", "Tab", IN_PANES, "下一栏", "next pane")                                                  \
    X(PREVIOUS_PANE, "previous-pane", "Shift-Tab", IN_PANES, "上一栏", "previous pane")                                \
    X(MEETINGS, "meetings", "1", IN_PANES, "会议栏", "the meetings")                                                   \
    X(TEXT, "text", "2", IN_PANES, "正文栏", "the text")                                                               \
    X(DIRECTIVES, "directives", "3", IN_PANES, "部署栏", "the directives")                                             \
    X(DOWN, "down", "j Down", EVERYWHERE, "向下", "down")                                                              \
    X(UP, "up", "k Up", EVERYWHERE, "向上", "up")                                                                      \
    X(LEFT, "left", "Left", IN_PANES, "左移；会议栏：折叠", "left; in the meetings: fold")                             \
    X(RIGHT, "right", "Right", IN_PANES, "右移；会议栏：展开", "right; in the meetings: unfold")                       \
    X(PAGE_DOWN, "page-down", "Space PgDn", EVERYWHERE, "下一屏", "a screen down")                                     \
    X(PAGE_UP, "page-up", "PgUp", EVERYWHERE, "上一屏", "a screen up")                                                 \
    X(HALF_DOWN, "half-page-down", "Ctrl-D", EVERYWHERE, "下半屏", "half a screen down")                               \
    X(HALF_UP, "half-page-up", "Ctrl-U", EVERYWHERE, "上半屏", "half a screen up")                                     \
    X(FIRST, "first", "g Home", EVERYWHERE, "到开头", "to the start")                                                  \
    X(LAST, "last", "G End", EVERYWHERE, "到末尾", "to the end")                                                       \
    X(NEXT_DOCUMENT, "next-document", "J", IN_PANES, "下一份文件", "next document")                                    \
    X(PREVIOUS_DOCUMENT, "previous-document", "K", IN_PANES, "上一份文件", "previous document")                        \
    X(ENTER, "enter", "Enter", EVERYWHERE, "打开会议；部署的落实；光标处的提及",                                       \
      "open; follow-ups; the reference here")                                                                          \
    X(NEXT_REFERENCE, "next-reference", "]", IN_TEXT, "下一处提及", "next reference")                                  \
    X(PREVIOUS_REFERENCE, "previous-reference", "[", IN_TEXT, "上一处提及", "previous reference")                      \
    X(RELAYED, "relayed", "u", IN_PANES, "向上：本文件传达的文件", "up: what this document relays")                    \
    X(RELAYING, "relaying", "d", IN_PANES, "向下：传达本文件的会议", "down: who relays this document")                 \
    X(NEXT_VERSION, "next-version", "b", IN_PANES, "同一会议在另一来源中的版本", "the same meeting in another source") \
    X(BACK, "back", "Backspace Ctrl-O", IN_PANES, "沿足迹后退", "back on the trail")                                   \
    X(FORWARD, "forward", ">", IN_PANES, "沿足迹前进", "forward on the trail")                                         \
    X(COMPARE, "compare", "=", IN_PANES | IN_FOLLOW_UPS, "比较：部署与落实并排",                                       \
      "compare: a directive and its follow-up side by side")                                                           \
    X(NEXT_PAIR, "next-pair", "n", IN_COMPARE, "下一对", "next pair")                                                  \
    X(PREVIOUS_PAIR, "previous-pair", "N", IN_COMPARE, "上一对", "previous pair")                                      \
    X(SEARCH, "search", "/", IN_PANES, "在文件中查找", "search in the document")                                       \
    X(NEXT_MATCH, "next-match", "n", IN_PANES, "下一处匹配", "next match")                                             \
    X(PREVIOUS_MATCH, "previous-match", "N", IN_PANES, "上一处匹配", "previous match")                                 \
    X(SELECT, "select", "v", IN_TEXT, "开始或放弃选择", "start or drop a selection")                                   \
    X(BOOKMARK, "bookmark", "m", IN_TEXT | IN_DIRECTIVES, "加书签（附注）", "bookmark, with a note")                   \
    X(BOOKMARKS, "bookmarks", "'", IN_PANES, "书签一览", "the bookmarks")                                              \
    X(DELETE, "delete", "x", IN_BOOKMARKS, "删除书签（按两次）", "delete the bookmark (twice)")                        \
    X(COPY, "copy", "y", IN_TEXT | IN_DIRECTIVES, "复制（OSC 52）", "copy (OSC 52)")                                   \
    X(WHY, "why", "w", IN_PANES, "为什么：依据", "why: the evidence")                                                  \
    X(CORRECT, "correct", "c", IN_PANES | IN_CHOOSER | IN_COMPARE, "勘误：字段、起止、传达、落实；撤销",               \
      "correct: fields, boundaries, links; undo")                                                                      \
    X(UNDO, "undo", "x", IN_CORRECTIONS, "撤销这条勘误", "undo the correction")                                        \
    X(ZOOM, "zoom", "z", IN_PANES, "本栏占满全屏", "this pane to the full screen")                                     \
    X(CHOOSE, "choose", "1 2 3 4 5 6 7 8 9", IN_CHOOSER, "选第几项", "take item 1 … 9")                                \
    X(HELP, "help", "?", IN_PANES, "帮助", "help")                                                                     \
    X(CANCEL, "cancel", "Esc Ctrl-C", EVERYWHERE, "取消：选择、查找、标记", "drop selection, search and mark")         \
    X(REDRAW, "redraw", "Ctrl-L", EVERYWHERE, "重画屏幕", "repaint the screen")                                        \
    X(SUSPEND, "suspend", "Ctrl-Z", EVERYWHERE, "挂起（fg 返回）", "suspend (fg returns)")                             \
    X(QUIT, "quit", "q", EVERYWHERE, "关闭或退出", "close the view or quit")

#define READER_ACTION_ID(id, name, keys, where, chinese, english) ACTION_##id,
enum action { READER_ACTIONS(READER_ACTION_ID) ACTIONS, ACTION_NONE };
#undef READER_ACTION_ID

/* What became of an action. */
enum outcome {
    OUTCOME_UNKNOWN, /* not this one's business: ask the next */
    OUTCOME_NOTHING, /* there was nothing to do */
    OUTCOME_DONE
};

struct action_entry {
    const char *name;
    const char *keys; /* words of key.h, separated by one space */
    unsigned where;   /* of enum where */
    const char *chinese;
    const char *english;
};
extern const struct action_entry action_table[ACTIONS];

/* The action of a key at a place (bits of enum where); ACTION_NONE: none. Takes keys as input methods send them. */
enum action action_of(uint32_t key, unsigned where);

#endif
