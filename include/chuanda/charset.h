/* From the bytes of a file to UTF-8. */
#ifndef CHUANDA_CHARSET_H
#define CHUANDA_CHARSET_H

#include "chuanda/slice.h"
#include "chuanda/status.h"

#include <stdbool.h>

struct decoded {
    char *text;      /* UTF-8, owned, NUL-terminated, without a byte-order mark; valid by utf8_valid */
    size_t length;   /* bytes */
    char *charset;   /* owned; the name that IANA (MIME) prefers: UTF-8, UTF-16LE, GB18030, Big5, … */
    size_t replaced; /* how many faulty stretches became U+FFFD */
};

/*
 * Decodes a file's bytes.  The order is that of shared/facts.md (ICU):
 * byte-order mark, strict UTF-8, UTF-16 without a mark where it is plausible,
 * GB18030 and Big5 by the share of common characters, then ICU's detector;
 * mostly valid UTF-8 with some faulty bytes stays UTF-8.
 * `forced`: a charset the user named, or NULL.
 * Fails (STATUS_FAILED) on an unknown `forced` and on binary files: a NUL byte
 * in what is not UTF-16/32, or more than one in ten characters a C0 control
 * or U+FFFD.
 */
enum status charset_decode(struct slice bytes, const char *forced, struct decoded *decoded, struct problem *problem);
void decoded_free(struct decoded *decoded);

#endif
