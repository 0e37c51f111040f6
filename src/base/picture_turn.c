/* EXIF is a TIFF in small: a directory of entries, in the order of bytes that it names. */
#include "base/picture_turn.h"

#include <stdlib.h>
#include <string.h>

enum {
    UPRIGHT = 1,
    TAG_ORIENTATION = 0x0112,
    TYPE_SHORT = 3,
    ENTRY_BYTES = 12,
    PIXEL_BYTES = 4,
    ORIENTATIONS = 8,
};

static size_t number(const uint8_t *at, int bytes, bool little)
{
    size_t value = 0;
    for (int i = 0; i < bytes; i++) {
        value = value << 8 | at[little ? bytes - 1 - i : i];
    }
    return value;
}

int picture_orientation(const uint8_t *exif, size_t size)
{
    if (size < 8 || (memcmp(exif, "II*\0", 4) != 0 && memcmp(exif, "MM\0*", 4) != 0)) {
        return UPRIGHT;
    }
    bool little = *exif == 'I';
    size_t at = number(exif + 4, 4, little);
    if (at > size - 2) {
        return UPRIGHT;
    }
    size_t entries = number(exif + at, 2, little);
    at += 2;
    for (size_t i = 0; i < entries && size - at >= ENTRY_BYTES; i++, at += ENTRY_BYTES) {
        const uint8_t *entry = exif + at;
        if (number(entry, 2, little) == TAG_ORIENTATION &&
            number(entry + 2, 2, little) == TYPE_SHORT) {
            size_t value = number(entry + 8, 2, little);
            return value >= UPRIGHT && value <= ORIENTATIONS ? (int)value : UPRIGHT;
        }
    }
    return UPRIGHT;
}

bool picture_turn(Picture *picture, int orientation)
{
    /* What each does to get upright: swap x and y, then count x or y from the other end. */
    static const bool SWAP[] = {false, false, false, false, true, true, true, true};
    static const bool FROM_RIGHT[] = {false, true, true, false, false, false, true, true};
    static const bool FROM_BOTTOM[] = {false, false, true, true, false, true, true, false};
    int kind = orientation - UPRIGHT, width = picture->width, height = picture->height;
    if (orientation == UPRIGHT) {
        return true;
    }
    uint8_t *turned = malloc((size_t)width * (size_t)height * PIXEL_BYTES);
    if (!turned) {
        return false;
    }
    int to_width = SWAP[kind] ? height : width, to_height = SWAP[kind] ? width : height;
    uint8_t *to = turned;
    for (int y = 0; y < to_height; y++) {
        for (int x = 0; x < to_width; x++, to += PIXEL_BYTES) {
            int from_x = SWAP[kind] ? y : x, from_y = SWAP[kind] ? x : y;
            from_x = FROM_RIGHT[kind] ? width - 1 - from_x : from_x;
            from_y = FROM_BOTTOM[kind] ? height - 1 - from_y : from_y;
            size_t pixel = (size_t)from_y * (size_t)width + (size_t)from_x;
            memcpy(to, picture->rgba + pixel * PIXEL_BYTES, PIXEL_BYTES);
        }
    }
    free(picture->rgba);
    *picture = (Picture){to_width, to_height, turned};
    return true;
}
