/* How soon the window is there: the program itself is started, on the display of the caller. */
#ifndef BENCH_START_H
#define BENCH_START_H

#include "base/err.h"
#include "bench_time.h"

/**
 * Milliseconds from starting the program to its first frame, on the screen as far as the program
 * can know: several starts after one to warm up, with a fresh session, each ended at once.
 *
 * @param program  the file of it
 * @param data     where MNIST is, as --data; the window loads it meanwhile. NULL for the usual
 *                 places
 *
 * Errors: there is no such program, no display, or the window does not open.
 */
bool bench_start_measure(const char *program, const char *data, BenchTime *ms, Err *err);

#endif
