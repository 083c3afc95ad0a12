/* SHA-256 (FIPS 180-4). */
#ifndef IMPORT_SHA256_H
#define IMPORT_SHA256_H

#include "chuanda/slice.h"

/* Writes the hash as 64 hexadecimal digits and a NUL. */
void sha256(struct slice bytes, char text[static 65]);

#endif
