/* The corrections of a source that hold, as facts for the parser. */
#ifndef LIBRARY_FACTS_H
#define LIBRARY_FACTS_H

#include "chuanda/fact.h"
#include "database.h"

struct said_facts {
    struct fact *items; /* owned; in the order in which they were said */
    char **values;      /* owned, each owned: the items' */
    size_t count, capacity;
    size_t value_capacity;
};
enum status facts_read(struct library *library, int64_t source, struct said_facts *facts, struct problem *problem);
struct fact_list facts_list(const struct said_facts *facts);
void facts_free(struct said_facts *facts);

#endif
