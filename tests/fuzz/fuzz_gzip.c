/* Files that may be gzip, with an instrumented libdeflate where its source can be had. */
#include <assert.h>
#include <stdlib.h>

#include "fuzz.h"
#include "train/unpack.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzFile file = fuzz_file_make(data, size);
    uint8_t *contents;
    size_t bytes;
    Err err = {0};
    bool ok = unpack_file(file.path, 1 << 20, &contents, &bytes, NULL, &err);
    assert(ok ? contents && contents[bytes] == 0 : err.text[0] && !contents);
    free(contents);
    fuzz_file_free(&file);
    return 0;
}
