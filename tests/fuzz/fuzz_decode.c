/* Any bytes: decoding refuses them, or gives valid UTF-8 without NULs, which can be shown, folded and split into lines. */
#include "chuanda/buffer.h"
#include "chuanda/charset.h"
#include "chuanda/display.h"
#include "chuanda/fold.h"
#include "chuanda/source.h"
#include "chuanda/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_shown(struct slice text)
{
    struct buffer shown = {0};
    display_add(&shown, text);
    struct slice left = buffer_slice(&shown);
    check(utf8_valid(left));
    for (size_t at = 0; at < left.length;) {
        uint32_t code_point = utf8_next(left, &at);
        check(code_point >= ' ' || code_point == '\n');
        check(code_point != 0x202E && code_point != 0x200B && code_point != 0xFEFF && code_point != 0x9B);
    }
    buffer_free(&shown);
}

static void check_folded(struct slice text)
{
    struct folded folded;
    fold_text(text, FOLD_SEARCH, &folded);
    for (size_t i = 0; i < folded.count; i++)
        check(folded.origin[i] < folded.origin[i + 1]);
    check(folded.origin[folded.count] <= utf8_count(text));
    folded_free(&folded);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const charsets[] = {NULL, "UTF-8", "GB18030", "Big5", "UTF-16"};
    struct slice bytes = {.bytes = (const char *)data, .length = size};
    for (size_t i = 0; i < sizeof charsets / sizeof charsets[0]; i++) {
        struct decoded decoded;
        if (charset_decode(bytes, charsets[i], &decoded, NULL) != STATUS_OK)
            continue;
        struct slice text = {.bytes = decoded.text, .length = decoded.length};
        check(utf8_valid(text) && strlen(decoded.text) == decoded.length);
        check_shown(text);
        check_folded(text);
        decoded_free(&decoded);
    }
    check_shown(bytes);
    struct source source;
    if (source_from_bytes("fuzz", bytes, &source, NULL) == STATUS_OK)
        check(source.line_count > 0 && source.line_count <= source.length);
    source_free(&source);
    return 0;
}
