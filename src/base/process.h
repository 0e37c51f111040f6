/* Other programs: started with pipes and files of one's own, ended when they take too long. */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/** Close a descriptor that is open, and make it 0, which stands for none here. */
void process_close(int *fd);

/** A pipe that no other program gets, its ends above the first three descriptors. Reading never
 * waits, writing does. Errors: false, with errno; both are 0 then. */
bool process_pipe(int *to_read, int *to_write);

/**
 * Start a program, which is looked for as a shell does.
 *
 * @param words  the program and its arguments, NULL after the last
 * @param in     what it reads; 0 for nothing, as below
 * @param out    where its output goes
 * @param said   where its errors go
 *
 * @return 0, or errno
 */
int process_start(pid_t *process, const char *const *words, int in, int out, int said);

/** End it, at once, unless there is none (0). */
void process_kill(pid_t *process);

/**
 * Run a program for what it writes. Waits for it, and ends it after so long.
 *
 * @param max        more than so many bytes are an error
 * @param[out] data  on the heap, the caller frees it
 *
 * Errors: there is no such program (ERR_MISSING), it does not succeed (ERR_OTHER), it takes too
 * long (ERR_BUSY), memory; data is NULL then. The sentence names the program.
 */
bool process_read(const char *const *words, int wait_ms, size_t max, uint8_t **data, size_t *size,
                  Err *err);

/** Run a program with this to read, likewise; it may leave another behind that goes on. */
bool process_write(const char *const *words, int wait_ms, const uint8_t *data, size_t size,
                   Err *err);

#endif
