/* Zip archives, all of whose entries are unpacked. */
#include <assert.h>
#include <stdlib.h>

#include "base/zip.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Zip zip;
    ZipEntry entry;
    Err err = {0};
    bool ok = zip_open(&zip, data, size, "it", &err);
    assert(ok || err.text[0]);
    while (ok && zip_next(&zip, &entry)) {
        uint8_t *contents;
        bool unpacked = zip_unpack(&zip, &entry, 1 << 20, &contents, &err);
        assert(unpacked ? contents[entry.size] == 0 : err.text[0] && !contents);
        free(contents);
    }
    return 0;
}
