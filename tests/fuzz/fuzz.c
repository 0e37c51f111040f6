/* What the fuzzers share: files that exist in memory alone, and texts. */
#define _GNU_SOURCE /* memfd_create() */
#include "fuzz.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

FuzzFile fuzz_file_make(const uint8_t *data, size_t size)
{
    FuzzFile file = {.fd = memfd_create("fuzz", MFD_CLOEXEC)};
    assert(file.fd >= 0);
    snprintf(file.path, sizeof file.path, "/proc/self/fd/%d", file.fd);
    ssize_t put = write(file.fd, data, size);
    assert(put >= 0 && (size_t)put == size);
    return file;
}

void fuzz_file_free(FuzzFile *file)
{
    close(file->fd);
    *file = (FuzzFile){.fd = -1};
}

char *fuzz_text(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    assert(text);
    memcpy(text, data, size);
    text[size] = 0;
    return text;
}
