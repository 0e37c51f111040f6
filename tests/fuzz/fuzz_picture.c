/* Pictures of all kinds: PNG, PGM, BMP. */
#include <assert.h>

#include "cli/picture.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzFile file = fuzz_file_make(data, size);
    Picture picture;
    Err err = {0};
    bool ok = picture_load(&picture, file.path, &err);
    assert(ok ? picture.width > 0 && picture.height > 0 : err.text[0] && !picture.rgba);
    picture_free(&picture);
    fuzz_file_free(&file);
    return 0;
}
