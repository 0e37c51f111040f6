/* Room in huge pages. Source: madvise(2). */
#include "base/large.h"

#include <stdlib.h>
#include <sys/mman.h>

enum { HUGE_PAGE = 2 * 1024 * 1024 };

void *large_alloc(size_t bytes)
{
    size_t whole = bytes / HUGE_PAGE * HUGE_PAGE;
    if (whole == 0) {
        return malloc(bytes);
    }
    void *room = aligned_alloc(HUGE_PAGE, whole + HUGE_PAGE);
#ifdef MADV_HUGEPAGE
    if (room) {
        madvise(room, whole, MADV_HUGEPAGE); /* where it fails the pages are small ones */
    }
#endif
    return room;
}
