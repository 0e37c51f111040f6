/* Pictures of all kinds. */
#include <assert.h>

#include "base/picture.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Picture picture;
    Err err = {0};
    bool ok = picture_read(&picture, data, size, "it", &err);
    assert(ok ? picture.width > 0 && picture.height > 0 : err.text[0] && !picture.rgba);
    picture_free(&picture);
    return 0;
}
