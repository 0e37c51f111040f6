/* What the fuzzers share: the function that libFuzzer calls, and files that exist in memory alone.
 */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/** Reads `size` bytes as a file, a text or words. A fault ends the program; always 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct FuzzFile {
    int fd;
    char path[32];
} FuzzFile;

/** A file with these bytes; fuzz_file_free() it. */
FuzzFile fuzz_file_make(const uint8_t *data, size_t size);
void fuzz_file_free(FuzzFile *file);

/** The bytes with a 0 behind them, on the heap, so that reading on is found; the caller frees it.
 */
char *fuzz_text(const uint8_t *data, size_t size);

#endif
