/* Texts that were copied, which may name a file. */
#include <assert.h>
#include <stdlib.h>

#include "fuzz.h"
#include "shell/clipboard.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Path path;
    char *text = fuzz_text(data, size);
    assert(!clipboard_path(text, &path) || path.text[0] == '/');
    free(text);
    return 0;
}
