/* Pictures that leave the program, as PNG. */
#ifndef BASE_PICTURE_FILE_H
#define BASE_PICTURE_FILE_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

/**
 * Put a picture together as PNG.
 *
 * @param rgb       h x w x 3, row by row from the top left
 * @param[out] png  on the heap, the caller frees it
 *
 * Errors: out of memory, or too large for a PNG; png is NULL then.
 */
bool picture_file_make(const uint8_t *rgb, int w, int h, uint8_t **png, size_t *size, Err *err);

/** Save a picture, whole or not at all. Errors: as picture_file_make() and file_save(). */
bool picture_file_save(const uint8_t *rgb, int w, int h, const char *path, Err *err);

#endif
