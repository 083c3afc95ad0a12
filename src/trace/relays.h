/* What the relays of a scope are, resolved once and kept until the library changes. */
#ifndef TRACE_RELAYS_H
#define TRACE_RELAYS_H

#include "tracer.h"

/* All relays of the scope, by the document that refers, in reading order. The tracer's; valid until the library changes. */
enum status tracer_relays(struct tracer *tracer, const struct relay_list **relays, struct problem *problem);

/*
 * The same for a single document, without resolving those of all others; owned by the tracer, too.  Empty for a
 * document that is not in the scope.
 */
enum status tracer_relays_of(struct tracer *tracer, int64_t document, const struct relay_list **relays,
                             struct problem *problem);

/* Does `from` refer to `to`? Both in the scope; tracer_relays_of has been asked once, so that nothing can fail. */
bool tracer_refers(const struct tracer *tracer, int64_t from, int64_t to);

/* Is a relay more than a mention, and resolved: does `from` pass `to` on? */
bool relay_passes_on(const struct relay *relay);

#endif
