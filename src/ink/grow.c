/* Arrays that grow as items are added. */
#include "ink/grow.h"

#include <stdlib.h>

enum { FIRST_ROOM = 64 };

void *grow_items(void *items, int *room, int needed, size_t item_size)
{
    if (items != NULL && needed <= *room) {
        return items;
    }
    int wanted = *room == 0 ? FIRST_ROOM : *room;
    while (wanted < needed) {
        wanted *= 2;
    }
    void *larger = realloc(items, (size_t)wanted * item_size);
    if (larger != NULL) {
        *room = wanted;
    }
    return larger;
}
