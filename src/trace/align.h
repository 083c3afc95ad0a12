/* The alignment of texts that are folded already (FOLD_CHARACTERS), their set phrases marked.  Pure. */
#ifndef TRACE_ALIGN_H
#define TRACE_ALIGN_H

#include "chuanda/alignment.h"
#include "chuanda/fold.h"

/* Places are those of the texts from which the two come. */
void align_folded(const struct folded *upper, const struct folded *local, struct alignment *alignment);

#endif
