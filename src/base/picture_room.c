/* Sizes are looked at before there is room for them. */
#include "base/picture_room.h"

#include <stdlib.h>

const char PICTURE_TOO_LARGE[] = "it has more than 64 million pixels";
const char PICTURE_NO_MEMORY[] = "there is not enough memory for it";

const char *picture_fits(int64_t width, int64_t height)
{
    if (width < 1 || height < 1) {
        return "it has no pixels";
    }
    if (width > PICTURE_MAX_PIXELS || height > PICTURE_MAX_PIXELS / width) {
        return PICTURE_TOO_LARGE;
    }
    return NULL;
}

const char *picture_make(Picture *picture, int64_t width, int64_t height)
{
    const char *wrong = picture_fits(width, height);
    if (wrong) {
        return wrong;
    }
    picture->rgba = calloc((size_t)(width * height), 4);
    picture->width = (int)width;
    picture->height = (int)height;
    return picture->rgba ? NULL : PICTURE_NO_MEMORY;
}
