#include "facts.h"

#include "chuanda/correction.h"
#include "chuanda/memory.h"

#include <stdlib.h>

static enum fact_kind kind_of(enum act act)
{
    return act == ACT_SPLIT ? FACT_BEGINS : act == ACT_JOIN ? FACT_CONTINUES : FACT_FIELD;
}

enum status facts_read(struct library *library, int64_t source, struct said_facts *facts, struct problem *problem)
{
    struct query query = query_begin(
        library, "SELECT c.act, c.field, c.value, e.line FROM correction_end e JOIN correction c ON c.id = e.correction"
                 " WHERE e.source = ? AND e.found AND c.undone IS NULL AND c.link = ? ORDER BY c.id");
    bind_int(&query, source);
    bind_int(&query, LINK_NONE);
    while (query_row(&query)) {
        facts->items = mem_grow(facts->items, facts->count, &facts->capacity, sizeof *facts->items);
        facts->values = mem_grow(facts->values, facts->count, &facts->value_capacity, sizeof *facts->values);
        facts->values[facts->count] = column_text(&query, 2);
        facts->items[facts->count] = (struct fact){.kind = kind_of((enum act)column_int(&query, 0)),
                                                   .field = (enum field)column_int(&query, 1),
                                                   .line = column_size(&query, 3),
                                                   .value = facts->values[facts->count]};
        facts->count++;
    }
    return query_end(&query, problem);
}

struct fact_list facts_list(const struct said_facts *facts)
{
    return (struct fact_list){.items = facts->items, .count = facts->count};
}

void facts_free(struct said_facts *facts)
{
    for (size_t i = 0; i < facts->count; i++)
        free(facts->values[i]);
    free(facts->values);
    free(facts->items);
    *facts = (struct said_facts){0};
}
