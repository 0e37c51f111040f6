/* The sheet of 28x28 cells, and what the network sees of it. */
#ifndef UI_SHEET_H
#define UI_SHEET_H

#include "ink/raster.h"
#include "ui/paint.h"

/** The brush at the pointer: a ring on the sheet. */
typedef struct BrushMark {
    bool shown;
    float x_px, y_px; /* its middle in the window */
    float width_cell;
} BrushMark;

/** The sheet as the person inks it: its levels in the theme, its grid, and the brush over it. */
void sheet_draw(Paint *out, const Sheet *sheet, const BrushMark *brush, SDL_Rect box);

/** The network's input, ink on paper as the sheet. */
void sheet_draw_input(Paint *out, const Sheet *input, SDL_Rect box);

#endif
