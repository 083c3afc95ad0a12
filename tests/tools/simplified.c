/*
 * Derives src/text/simplified_table.c from ICU (run by hand when ICU is newer and the table should follow; it prints to stdout):
 *     cc tests/tools/simplified.c $(pkg-config --cflags --libs icu-uc icu-i18n) -o /tmp/simplified
 *     /tmp/simplified > src/text/simplified_table.c && clang-format -i src/text/simplified_table.c
 *
 * Each Han character of the BMP, and each Kangxi radical and compatibility
 * ideograph (PDF text is full of them), goes alone through NFKC and ICU's transliterator Traditional-Simplified;
 * where one other BMP character comes out, it is a row.
 */
#include <stdio.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

int main(void)
{
    static const UChar32 ranges[][2] = {{0x2E80, 0x2FDF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xF900, 0xFAFF}};
    UErrorCode error = U_ZERO_ERROR;
    UChar id[32];
    u_uastrcpy(id, "Traditional-Simplified");
    UTransliterator *simplify = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
    const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&error);
    if (U_FAILURE(error))
        return 1;
    puts("/* Derived by tests/tools/simplified.c from ICU " U_ICU_VERSION
         "; not edited by hand. */\n#include \"simplified.h\"\n");
    puts("const uint32_t simplified_pairs[] = {");
    int count = 0;
    for (size_t range = 0; range < sizeof ranges / sizeof ranges[0]; range++) {
        for (UChar32 c = ranges[range][0]; c <= ranges[range][1]; c++) {
            UChar from = (UChar)c;
            UChar text[32];
            int32_t length = unorm2_normalize(nfkc, &from, 1, text, 32, &error);
            int32_t limit = length;
            utrans_transUChars(simplify, text, &length, 32, 0, &limit, &error);
            if (U_FAILURE(error))
                return 1;
            if (length != 1 || U16_IS_SURROGATE(text[0]) || text[0] == c)
                continue;
            printf("0x%04X%04X,%s", (unsigned)c, (unsigned)text[0], ++count % 9 == 0 ? "\n" : " ");
        }
    }
    printf("\n};\nconst size_t simplified_count = %d;\n", count);
    utrans_close(simplify);
    return 0;
}
