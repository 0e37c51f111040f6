/* Other programs: run for what they write or read, ended when they take too long. */
#ifndef BASE_SYS_PROCESS_H
#define BASE_SYS_PROCESS_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

/**
 * Run a program for what it writes. Waits for it, and ends it after so long.
 *
 * @param max        more than so many bytes are an error
 * @param[out] data  on the heap, the caller frees it
 *
 * Errors: there is no such program (ERR_MISSING), it does not succeed (ERR_OTHER), it takes too
 * long (ERR_BUSY), memory; data is NULL then. The sentence names the program.
 */
bool sys_process_read(const char *const *words, int wait_ms, size_t max, uint8_t **data,
                      size_t *size, Err *err);

/** Run a program with this to read, likewise; it may leave another behind that goes on. */
bool sys_process_write(const char *const *words, int wait_ms, const uint8_t *data, size_t size,
                       Err *err);

#endif
