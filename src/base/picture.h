/* Pictures in files or in memory, told by their contents: PNG, JPEG, GIF, WebP, BMP, and netpbm's
 * PBM, PGM, PPM and PAM. Any thread. */
#ifndef BASE_PICTURE_H
#define BASE_PICTURE_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

/** Limits. */
enum {
    PICTURE_MAX_PIXELS = 64 << 20,
    PICTURE_MAX_BYTES = (256 << 20) + 4096, /* of a file: so many pixels of 4 bytes, and a header */
};

/** A picture in memory. Release it with picture_free(). */
typedef struct Picture {
    int width, height; /* at least 1 */
    uint8_t *rgba;     /* height x width x 4, row by row from the top left; alpha 255 is opaque, and
                          the colours are not multiplied by it */
} Picture;

/**
 * Read a picture: all kinds of these formats, the first one of several in a file. It stands upright
 * as EXIF says. What stands behind the picture is passed over.
 *
 * @param name  what the sentence calls it
 *
 * Errors: more than PICTURE_MAX_PIXELS, of another format (the sentence names it where it is a
 * usual one), cut or damaged, out of memory; picture is zeroed then.
 */
bool picture_read(Picture *picture, const uint8_t *data, size_t size, const char *name, Err *err);

/** Read a picture from a file. Errors: as file_read() and picture_read(). */
bool picture_load(Picture *picture, const char *path, Err *err);

/** As picture_load(), also from a pipe, or from standard input, which "-" stands for: waits for
 * its end. Errors: as stream_read() and picture_read(). */
bool picture_load_stream(Picture *picture, const char *path, Err *err);

/** Whether a file begins as a picture does, be it of a format that can be read or of another usual
 * one. One that cannot be opened does not. */
bool picture_seems(const char *path);

/** Release its pixels. NULL in it is fine. */
void picture_free(Picture *picture);

#endif
