/* Strokes inked onto a sheet of 28x28 cells: what the person sees. */
#ifndef INK_RASTER_H
#define INK_RASTER_H

#include "ink/drawing.h"

#include <stdint.h>

/** The ink of each cell, row by row from the top left: 0 paper, 255 full ink. */
typedef struct Sheet {
    uint8_t cell[SHEET_CELLS];
} Sheet;

/**
 * Ink one straight piece of a stroke, anti-aliased: a round brush of `width_cell` moved from `from`
 * to `to`. A cell takes the most ink that any piece gives it (pen) or keeps the least that any
 * piece leaves it (eraser), so only the order of strokes counts, not that of their pieces.
 */
void raster_piece(Sheet *sheet, Tool tool, float width_cell, Point from, Point to);

/** One stroke, on what is there. */
void raster_stroke(Sheet *sheet, const Drawing *drawing, int i);

/** All strokes that are shown, on what is there. */
void raster_on(Sheet *sheet, const Drawing *drawing);

/** A fresh sheet with all strokes that are shown. */
void raster_drawing(Sheet *sheet, const Drawing *drawing);

/** Whether no cell has ink. */
bool raster_is_blank(const Sheet *sheet);

/** The centre of mass of the ink, each cell weighted by its level. The sheet is not blank. */
Point raster_centre(const Sheet *sheet);

#endif
