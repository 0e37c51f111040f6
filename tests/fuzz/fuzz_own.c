/* The user's own digits, of which damaged lines are passed over. */
#include <assert.h>

#include "fuzz.h"
#include "ink/own.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzFile file = fuzz_file_make(data, size);
    Own own;
    Err err = {0};
    bool ok = own_load(&own, file.path, NULL, &err);
    assert(ok ? own.size + own.torn == size : err.text[0]);
    own_free(&own);
    fuzz_file_free(&file);
    return 0;
}
