/* The first bytes of a file, which say what it is. */
#ifndef BASE_HEAD_H
#define BASE_HEAD_H

#include <stddef.h>
#include <stdint.h>

/**
 * Read the first bytes of a file; waits for no pipe.
 *
 * @param[out] head  `room` bytes
 *
 * @return how many there are, up to `room`; 0 where it is empty, cannot be read or is no file
 */
size_t head_read(const char *path, uint8_t *head, size_t room);

#endif
