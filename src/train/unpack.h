/* Files read whole, plain or gzip. */
#ifndef TRAIN_UNPACK_H
#define TRAIN_UNPACK_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

/**
 * Read a whole file, and unpack it where it is gzip. Any thread.
 *
 * @param max        of the file, and of what it unpacks to, in bytes
 * @param[out] data  on the heap, the caller frees it; one byte 0 follows the contents
 * @param[out] size  of the contents, in bytes
 * @param[out] crc   CRC-32 of the contents; NULL where nobody asks
 *
 * Errors: those of file_read(); gzip data that are damaged, cut short, followed by anything but
 * zeros or larger than max, or not enough memory: one sentence naming the file; data is NULL then.
 * Source: RFC 1952 (gzip), whose members are read one behind the other.
 */
bool unpack_file(const char *path, size_t max, uint8_t **data, size_t *size, uint32_t *crc,
                 Err *err);

/** As unpack_file(), of `bytes` that a file had, with a 0 behind them on the heap; they are taken:
 * released, or handed on as they are. `name` stands in the sentences. */
bool unpack_bytes(const char *name, size_t max, uint8_t *bytes, size_t bytes_size, uint8_t **data,
                  size_t *size, uint32_t *crc, Err *err);

#endif
