/* What the tests of inputs compare and measure of sheets. */
#ifndef TEST_SHEETS_H
#define TEST_SHEETS_H

#include "ink/raster.h"

#include <math.h>
#include <stdlib.h>

static inline int largest_difference(const Sheet *a, const Sheet *b)
{
    int largest = 0;
    for (int i = 0; i < SHEET_CELLS; i++) {
        int difference = abs(a->cell[i] - b->cell[i]);
        largest = difference > largest ? difference : largest;
    }
    return largest;
}

/* How much of the ink lies elsewhere, 0..2. */
static inline double share_moved(const Sheet *a, const Sheet *b)
{
    int moved = 0, ink = 0;
    for (int i = 0; i < SHEET_CELLS; i++) {
        moved += abs(a->cell[i] - b->cell[i]);
        ink += a->cell[i];
    }
    return (double)moved / ink;
}

/* By how much the ink lies further right for each cell that it lies lower. */
static inline double lean(const Sheet *sheet)
{
    Point centre = raster_centre(sheet);
    double together = 0.0, spread = 0.0;
    for (int i = 0; i < SHEET_CELLS; i++) {
        double x = i % SHEET_SIDE + 0.5 - (double)centre.x_cell;
        double y = i / SHEET_SIDE + 0.5 - (double)centre.y_cell;
        together += sheet->cell[i] * x * y;
        spread += sheet->cell[i] * y * y;
    }
    return together / spread;
}

/* The columns or rows of the box around cells with at least `least` ink. */
static inline int box_side(const Sheet *sheet, int least, bool columns)
{
    int low = SHEET_SIDE, end = 0;
    for (int i = 0; i < SHEET_CELLS; i++) {
        int at = columns ? i % SHEET_SIDE : i / SHEET_SIDE;
        if (sheet->cell[i] >= least) {
            low = at < low ? at : low;
            end = at >= end ? at + 1 : end;
        }
    }
    return end - low;
}

static inline int longer_side(const Sheet *sheet, int least)
{
    int columns = box_side(sheet, least, true), rows = box_side(sheet, least, false);
    return columns > rows ? columns : rows;
}

#endif
