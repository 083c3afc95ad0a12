/* Pairs of a directive and a passage that takes it up, each pair of events once. */
#ifndef READER_PAIRS_H
#define READER_PAIRS_H

#include "chooser.h"

#include "chuanda/trace.h"

/* Starts as {0}. */
struct pairs {
    struct follow_up_list list;
    struct directive *directives; /* owned; of each item */
};
void pairs_free(struct pairs *pairs);

/* A pair as a link. */
struct link_here pairs_link(const struct pairs *pairs, size_t pair);

struct session;

/* What takes the current directive up; both start from empty pairs, and free what they made where they fail. */
enum status pairs_follow_ups(struct session *session, struct pairs *pairs, struct problem *problem);

/* What the passage at the cursor takes up, best first. */
enum status pairs_taken_up(struct session *session, struct pairs *pairs, struct problem *problem);

#endif
