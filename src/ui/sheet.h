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

/** A place in the window, as cells of the sheet that stands in the box. */
Point sheet_point(SDL_Rect box, float x_px, float y_px);

/** The sheet as the person inks it: its levels in the theme, and its grid. */
void sheet_draw(Paint *out, const Sheet *sheet, SDL_Rect box);

/** The brush over it. */
void sheet_draw_brush(Paint *out, const BrushMark *brush, SDL_Rect box);

/** The network's input, ink on paper as the sheet. */
void sheet_draw_input(Paint *out, const Sheet *input, SDL_Rect box);

#endif
