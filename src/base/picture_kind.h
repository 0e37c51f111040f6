/* Of which format a picture is, by its first bytes. */
#ifndef BASE_PICTURE_KIND_H
#define BASE_PICTURE_KIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The formats that can be read, and the rest. */
typedef enum PictureKind {
    PICTURE_FOREIGN,
    PICTURE_PNG,
    PICTURE_JPEG,
    PICTURE_GIF,
    PICTURE_WEBP,
    PICTURE_BMP,
    PICTURE_PNM, /* PBM, PGM, PPM, PAM */
} PictureKind;

/**
 * The format of what begins so.
 *
 * @param[out] name  of a foreign one, with its article; NULL for one that nobody knows
 */
PictureKind picture_kind_of(const uint8_t *data, size_t size, const char **name);

/** Whether what begins so is a picture of a known format, even one that cannot be read. */
bool picture_kind_known(const uint8_t *data, size_t size);

#endif
