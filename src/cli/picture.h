/* Pictures in files: PNG, PGM and BMP, told by their contents, read with their colours. */
#ifndef CLI_PICTURE_H
#define CLI_PICTURE_H

#include "base/err.h"

#include <stdint.h>

/** Limits. */
enum {
    PICTURE_MAX_PIXELS = 64 << 20,
    PICTURE_MAX_BYTES = (256 << 20) + 4096, /* of a file: so many pixels of 4 bytes, and a header */
};

/** A picture in memory. Release it with picture_free(). */
typedef struct Picture {
    int width, height; /* at least 1 */
    uint8_t *rgba;     /* height x width x 4, row by row from the top, alpha not multiplied in */
} Picture;

/**
 * Read a picture. PNG: all kinds. PGM: P2 and P5, up to 16 bits.
 * BMP: 1, 4, 8, 24 or 32 bits a pixel, not compressed.
 *
 * Errors: missing, too large, of another format, cut or damaged; picture is zeroed then.
 */
bool picture_load(Picture *picture, const char *path, Err *err);

/** Release its pixels. NULL in it is fine. */
void picture_free(Picture *picture);

#endif
