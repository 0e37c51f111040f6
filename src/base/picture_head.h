/* What a picture says of itself before it is decoded. */
#ifndef BASE_PICTURE_HEAD_H
#define BASE_PICTURE_HEAD_H

#include "base/picture_kind.h"

/** The pixels that decoding takes room for, and how they lie. */
typedef struct PictureHead {
    int64_t width, height;
    int orientation; /* as picture_orientation() has it */
} PictureHead;

/**
 * Read it. For PNG, JPEG, WebP and BMP.
 *
 * @return what is wrong with it, or NULL
 */
const char *picture_head_read(PictureKind kind, const uint8_t *data, size_t size,
                              PictureHead *head);

#endif
