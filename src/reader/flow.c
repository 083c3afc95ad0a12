#include "flow.h"

#include "chuanda/memory.h"

#include <stdlib.h>

static void forget(struct flow *flow)
{
    for (size_t i = 0; i < flow->count; i++)
        rows_free(&flow->rows[i]);
}

static void forget_passages(struct flow *flow)
{
    forget(flow);
    free(flow->rows);
    free(flow->texts);
}

void flow_set(struct flow *flow, struct wrapper *wrapper, const struct passage_list *passages)
{
    forget_passages(flow);
    flow->wrapper = wrapper;
    flow->passages = passages;
    flow->count = passages->count;
    flow->rows = mem_new(flow->count, sizeof *flow->rows);
    flow->texts = mem_new(flow->count, sizeof *flow->texts);
    for (size_t i = 0; i < flow->count; i++)
        flow->texts[i] = slice_of(passages->items[i].text);
}

void flow_width(struct flow *flow, unsigned columns)
{
    if (flow->columns == columns)
        return;
    forget(flow);
    flow->columns = columns;
}

void flow_free(struct flow *flow)
{
    forget_passages(flow);
    *flow = (struct flow){0};
}

struct slice flow_passage(const struct flow *flow, size_t passage)
{
    return flow->texts[passage];
}

static const struct rows *rows_of(struct flow *flow, size_t passage)
{
    struct rows *rows = &flow->rows[passage];
    if (rows->count == 0)
        wrap_passage(flow->wrapper, flow_passage(flow, passage), flow->columns, flow->ambiguous, rows);
    return rows;
}

const struct row *flow_row(struct flow *flow, struct flow_at at)
{
    return &rows_of(flow, at.passage)->items[at.row];
}

struct flow_at flow_find(struct flow *flow, size_t line, size_t code_point)
{
    struct flow_at at = {0};
    if (flow->count == 0)
        return at;
    while (at.passage + 1 < flow->count && flow->passages->items[at.passage + 1].line <= line)
        at.passage++;
    const struct rows *rows = rows_of(flow, at.passage);
    if (flow->passages->items[at.passage].line < line) {
        at.row = rows->count - 1;
        return at;
    }
    size_t low = 0;
    size_t high = rows->count; /* the row lies in [low, high) */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (rows->items[middle].code_point <= code_point)
            low = middle;
        else
            high = middle;
    }
    at.row = low;
    return at;
}

static bool has_gap(const struct flow *flow, size_t passage)
{
    return passage > 0 && flow->passages->items[passage].line > flow->passages->items[passage - 1].line + 1;
}

static bool next(struct flow *flow, struct flow_at *at)
{
    if (at->gap) {
        at->gap = false;
        return true;
    }
    if (at->row + 1 < rows_of(flow, at->passage)->count) {
        at->row++;
        return true;
    }
    if (at->passage + 1 >= flow->count)
        return false;
    *at = (struct flow_at){.passage = at->passage + 1, .gap = has_gap(flow, at->passage + 1)};
    return true;
}

static bool previous(struct flow *flow, struct flow_at *at)
{
    if (!at->gap && at->row > 0) {
        at->row--;
        return true;
    }
    if (!at->gap && has_gap(flow, at->passage)) {
        at->gap = true;
        return true;
    }
    if (at->passage == 0)
        return false;
    *at = (struct flow_at){.passage = at->passage - 1, .row = rows_of(flow, at->passage - 1)->count - 1};
    return true;
}

size_t flow_down(struct flow *flow, struct flow_at *at, size_t rows)
{
    size_t gone = 0;
    while (flow->count > 0 && gone < rows && next(flow, at))
        gone++;
    return gone;
}

size_t flow_up(struct flow *flow, struct flow_at *at, size_t rows)
{
    size_t gone = 0;
    while (flow->count > 0 && gone < rows && previous(flow, at))
        gone++;
    return gone;
}

struct flow_at flow_last(struct flow *flow)
{
    if (flow->count == 0)
        return (struct flow_at){0};
    return (struct flow_at){.passage = flow->count - 1, .row = rows_of(flow, flow->count - 1)->count - 1};
}

int flow_compare(struct flow_at a, struct flow_at b)
{
    if (a.passage != b.passage)
        return a.passage < b.passage ? -1 : 1;
    if (a.gap != b.gap)
        return a.gap ? -1 : 1;
    return a.row < b.row ? -1 : a.row > b.row;
}
