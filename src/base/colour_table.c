/* Colours and their numbers: an open hash table. */
#include "base/colour_table.h"

/* The slot of a colour, or the empty one that it would have. */
static int slot_of(const ColourTable *table, uint32_t colour)
{
    int at = (int)(colour * 2654435761u >> 22); /* 10 bits; Knuth's multiplicative hash */
    while (table->slot[at] > 0 && table->colour[table->slot[at] - 1] != colour) {
        at = (at + 1) % COLOUR_TABLE_SLOTS;
    }
    return at;
}

int colour_table_add(ColourTable *table, uint32_t colour)
{
    int slot = slot_of(table, colour);
    if (table->slot[slot] == 0) {
        if (table->count == COLOUR_TABLE_MOST) {
            return -1;
        }
        table->colour[table->count++] = colour;
        table->slot[slot] = (int16_t)table->count;
    }
    return table->slot[slot] - 1;
}
