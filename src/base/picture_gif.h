/* GIF: the first image of it. */
#ifndef BASE_PICTURE_GIF_H
#define BASE_PICTURE_GIF_H

#include "base/picture.h"

/**
 * Read one; what the image leaves free of the screen, and its transparent colour, have alpha 0.
 * Source: GIF89a (CompuServe, 1990).
 *
 * @return what is wrong with it, or NULL; the pixels may be there in either case
 */
const char *picture_gif_read(Picture *picture, const uint8_t *data, size_t size);

#endif
