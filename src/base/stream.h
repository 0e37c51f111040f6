/* What is read from its beginning to its end, once: a pipe, or standard input, or a file. */
#ifndef BASE_STREAM_H
#define BASE_STREAM_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

/**
 * Read all of it, as file_read() does; waits until whoever writes it has ended.
 *
 * @param path  "-" for standard input
 *
 * Errors: missing, unreadable, a folder, larger than max; data is NULL then.
 */
bool stream_read(const char *path, size_t max, uint8_t **data, size_t *size, Err *err);

/** Make room for more than `size` bytes, where there is none: twice what there was, up to max and
 * one byte more, which tells what is too large. Errors: false, with errno; all is as it was. */
bool stream_room(uint8_t **data, size_t *room, size_t size, size_t max);

#endif
