/* Small blocks that lie on cache lines, as those of acts do, and that cannot be had while a test
 * says so; those of weights can. It stands in for the C library's, so only one file of a program
 * includes it, before anything else. */
#ifndef UNIT_NO_MEMORY_H
#define UNIT_NO_MEMORY_H

#define _POSIX_C_SOURCE 200809L /* posix_memalign() */
#include <stdbool.h>
#include <stdlib.h>

enum { NO_MEMORY_BELOW = 32 << 10 };

static bool no_memory;

void *aligned_alloc(size_t alignment, size_t size)
{
    void *block = NULL;
    bool refused = no_memory && size < NO_MEMORY_BELOW;
    return refused || posix_memalign(&block, alignment, size) != 0 ? NULL : block;
}

#endif
