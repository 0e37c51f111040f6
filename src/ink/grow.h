/* Arrays that grow as items are added. */
#ifndef INK_GROW_H
#define INK_GROW_H

#include <stddef.h>

/**
 * An array with room for at least `needed` items, moved and doubled where it has less.
 *
 * @param items         the array, NULL where there is none yet
 * @param[in,out] room  the items it has room for
 *
 * Errors: out of memory gives NULL; the old array and `room` stay as they are.
 */
void *grow_items(void *items, int *room, int needed, size_t item_size);

#endif
