/* Could some words be somebody's name? */
#ifndef PARSE_NAME_H
#define PARSE_NAME_H

#include "chuanda/slice.h"

/* One character that is a common surname. */
bool is_surname(struct slice character);

/* Two to four characters that begin with a surname, or more with a middle dot. */
bool is_person(struct slice name);

/* Four to eight characters with which other peoples' names are written: 乌兰其其格. */
bool is_long_name(struct slice name);

/* The same without a look at the surname: behind an office, names of all peoples stand. */
bool could_be_person(struct slice name);

#endif
