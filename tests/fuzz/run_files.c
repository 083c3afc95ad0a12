/*
 * Runs a fuzz target over files, where libFuzzer (clang -fsanitize=fuzzer) is not at hand:
 *     cc … tests/fuzz/fuzz_wrap.c tests/fuzz/run_files.c libchuanda.a … && ./fuzz_wrap FILE…
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int count, char **arguments)
{
    for (int i = 1; i < count; i++) {
        FILE *file = fopen(arguments[i], "rb");
        if (file == NULL) {
            perror(arguments[i]);
            return EXIT_FAILURE;
        }
        uint8_t *data = NULL;
        size_t size = 0;
        for (size_t length = 1; length > 0; size += length) {
            data = realloc(data, size + BUFSIZ);
            if (data == NULL)
                abort();
            length = fread(data + size, 1, BUFSIZ, file);
        }
        (void)fclose(file);
        (void)LLVMFuzzerTestOneInput(data, size);
        free(data);
    }
    return EXIT_SUCCESS;
}
