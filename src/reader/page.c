#include "page.h"

#include "chuanda/memory.h"

#include <stdlib.h>

void page_start(struct page *page, const char *title)
{
    page_close(page);
    page->title = mem_copy(title);
    page->open = true;
}

void page_add(struct page *page, char *text, unsigned roles)
{
    sheet_add(&page->sheet, text, roles);
}

void page_close(struct page *page)
{
    sheet_free(&page->sheet);
    free(page->title);
    *page = (struct page){0};
}

void page_paint(struct page *page, struct wrapper *wrapper, struct screen *screen)
{
    struct rect title = {.columns = screen->columns, .rows = 1};
    struct rect body = {.x = 1, .y = 1, .columns = screen->columns - 2, .rows = screen->rows - 2};
    screen_fill(screen, title, ROLE_FOCUS);
    screen_text(screen, 1, 0, screen->columns - 2, slice_of(page->title), ROLE_FOCUS);
    page->row_count = sheet_paint(&page->sheet, wrapper, screen, body, page->list.top);
    if (page->list.top + body.rows <= page->row_count || page->list.top == 0)
        return;
    page->list.top = page->row_count > body.rows ? page->row_count - body.rows : 0;
    screen_fill(screen, body, ROLE_PLAIN);
    (void)sheet_paint(&page->sheet, wrapper, screen, body, page->list.top);
}
