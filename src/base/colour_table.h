/* Colours and their numbers, few enough for a palette. */
#ifndef BASE_COLOUR_TABLE_H
#define BASE_COLOUR_TABLE_H

#include <stdint.h>

/** Limits: colours; places to look for one, more than those, a power of two. */
enum { COLOUR_TABLE_MOST = 255, COLOUR_TABLE_SLOTS = 1024 };

/** A zeroed one is empty. */
typedef struct ColourTable {
    uint32_t colour[COLOUR_TABLE_MOST]; /* 0xrrggbb, by their numbers */
    int count;
    int16_t slot[COLOUR_TABLE_SLOTS]; /* the number of the colour there, and 1; 0 for none */
} ColourTable;

/** The number of a colour, a new one where it is not there; -1 where there are as many others as
 * there is room for. */
int colour_table_add(ColourTable *table, uint32_t colour);

#endif
