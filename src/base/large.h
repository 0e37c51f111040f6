/* Room for much. */
#ifndef BASE_LARGE_H
#define BASE_LARGE_H

#include <stddef.h>

/**
 * Room on the heap as malloc() gives it, in huge pages where there are such and a page is filled:
 * to come upon new pages of 4 KiB takes a quarter of the time in which MNIST is unpacked. Any
 * thread; the caller frees it. NULL without memory.
 */
void *large_alloc(size_t bytes);

#endif
