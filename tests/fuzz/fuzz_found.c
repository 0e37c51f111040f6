/* Digits looked for in pictures of any bytes: two for the size, one for the preparation, then
 * pixels again and again. */
#include <assert.h>
#include <stdlib.h>

#include "fuzz.h"
#include "ink/found.h"

enum { HEAD = 3, SIDE = 96 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size <= HEAD) {
        return 0;
    }
    int width = 1 + data[0] % SIDE, height = 1 + data[1] % SIDE;
    size_t bytes = 4 * (size_t)width * (size_t)height;
    uint8_t *rgba = malloc(bytes);
    Found *found = malloc(sizeof *found);
    assert(rgba != NULL && found != NULL);
    for (size_t i = 0; i < bytes; i++) {
        rgba[i] = data[HEAD + i % (size - HEAD)];
    }
    Err err = {0};
    bool ok =
        found_in_picture(rgba, width, height, (Preparation)(data[2] % PREPARATIONS), found, &err);
    assert(ok || (err.text[0] && found->count == 0));
    for (int i = 0; i < found->count; i++) {
        const FoundDigit *digit = &found->digit[i];
        assert(digit->x >= 0 && digit->y >= 0 && digit->w > 0 && digit->h > 0);
        assert(digit->x + digit->w <= width && digit->y + digit->h <= height);
        assert(!raster_is_blank(&digit->image) && !raster_is_blank(&digit->input));
    }
    free(found);
    free(rgba);
    return 0;
}
