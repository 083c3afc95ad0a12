/* Showing an event once, however many sources tell of it. */
#ifndef COMMANDS_ONCE_H
#define COMMANDS_ONCE_H

#include "chuanda/library.h"
#include "chuanda/trace.h"

/* Keeps of each event one document: the version to show, or the first one that the list has. */
void documents_once(struct document_list *list, const struct version_list *versions);

#endif
