/* The help page: made from the table of actions, so that it cannot forget one. */
#include "actions.h"
#include "page.h"

/* The headings of the page, and which actions stand under each; what works in panes stands there, wherever else it does. */
static const struct {
    unsigned where; /* exactly these places; 0: any */
    const char *heading;
} sections[] = {
    {EVERYWHERE, "处处 · everywhere"}, {IN_PANES, "三栏 · in the panes"},
    {IN_TEXT, "正文 · in the text"},   {IN_TEXT | IN_DIRECTIVES, "正文、部署 · in the text and the directives"},
    {IN_COMPARE, "比较 · comparing"},  {0, "弹出的列表 · in a list that pops up"},
};
enum { SECTIONS = sizeof sections / sizeof sections[0], KEY_COLUMNS = 20 };

static size_t section_of(const struct action_entry *entry)
{
    bool in_panes = entry->where != EVERYWHERE && (entry->where & IN_PANES) != 0;
    unsigned where = in_panes ? entry->where & IN_PANES : entry->where;
    for (size_t i = 0; i < SECTIONS; i++) {
        if (sections[i].where == where)
            return i;
    }
    return SECTIONS - 1;
}

static void add_entry(struct page *page, const struct action_entry *entry)
{
    struct buffer line = {0};
    buffer_add_text(&line, entry->keys);
    do
        buffer_add_text(&line, " ");
    while (line.length < KEY_COLUMNS);
    buffer_print(&line, "%s · %s", entry->chinese, entry->english);
    page_add(page, buffer_take(&line), ROLE_PLAIN);
}

void page_help(struct page *page)
{
    struct buffer blank = {0};
    page_start(page, "帮助 · help");
    for (size_t i = 0; i < SECTIONS; i++) {
        struct buffer heading = {0};
        buffer_add_text(&heading, sections[i].heading);
        if (i > 0)
            page_add(page, buffer_take(&blank), ROLE_PLAIN);
        page_add(page, buffer_take(&heading), ROLE_GROUP);
        for (size_t j = 0; j < ACTIONS; j++) {
            if (section_of(&action_table[j]) == i)
                add_entry(page, &action_table[j]);
        }
    }
}
