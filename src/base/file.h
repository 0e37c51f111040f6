/* Files read with a bound, and saved or lengthened whole or not at all; on any thread, and each
 * call waits for the disk. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

/**
 * Read a whole file.
 *
 * @param max        a larger file is refused, in bytes
 * @param[out] data  on the heap, the caller frees it; one byte 0 follows the contents
 * @param[out] size  of the contents, in bytes
 *
 * Errors: missing, unreadable, not a regular file, or larger than max; data is NULL then.
 */
bool file_read(const char *path, size_t max, uint8_t **data, size_t *size, Err *err);

/**
 * Save a file so that whoever opens it finds the old contents or the new, never a part.
 * The bytes go to a temporary file beside it, .NAME.inkling-abcdef, are synced, and take its name.
 * Such files that killed programs have left in that folder are removed.
 *
 * Errors: the folder is missing or read-only, the disk is full, a folder, device or pipe has that
 * name, the file there is protected against writing; what was there is untouched then. Where the
 * disk fails after that, the new contents are there, and the sentence says so.
 */
bool file_save(const char *path, const void *data, size_t size, Err *err);

/** Whether a save would be tried there, asked before long work. Errors: as file_save(), those of
 * a full or failing disk apart. */
bool file_may_save(const char *path, Err *err);

/**
 * Add bytes at the end of a file, which is made where it is missing, and sync them. Nobody else may
 * write to it meanwhile.
 *
 * Errors: the folder is missing or read-only, the disk is full, it is no file or is protected; what
 * was there stays, and what was added of the bytes is cut off again where that can be done. The
 * sentence says what could not. A crash may leave a part of them.
 */
bool file_append(const char *path, const void *data, size_t size, Err *err);

#endif
