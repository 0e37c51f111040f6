/* The sheet of 28x28 cells, and what the network sees of it. */
#include "ui/sheet.h"

#include <math.h>

#include "ui/row.h"

static void grid_draw(Paint *out, SDL_Rect box)
{
    for (int i = 1; i < SHEET_SIDE; i++) {
        SDL_Rect column = row_across(box, SHEET_SIDE, i), line = row_down(box, SHEET_SIDE, i);
        paint_fill(out, row_left(&column, 1, 0), out->theme->grid);
        paint_fill(out, row_top(&line, 1, 0), out->theme->grid);
    }
}

void sheet_draw(Paint *out, const Sheet *sheet, SDL_Rect box)
{
    paint_frame(out, box);
    paint_cells(out, PAINT_SHEET, sheet->cell, box, out->theme->paper, out->theme->ink);
    grid_draw(out, box);
}

void sheet_draw_brush(Paint *out, const BrushMark *brush, SDL_Rect box)
{
    if (brush->shown) {
        float cell_px = (float)box.w / (float)SHEET_SIDE;
        int radius = (int)lroundf(0.5f * brush->width_cell * cell_px);
        SDL_RenderSetClipRect(out->renderer, &box);
        paint_ring(out, (int)lroundf(brush->x_px), (int)lroundf(brush->y_px), radius,
                   out->theme->secondary);
        SDL_RenderSetClipRect(out->renderer, NULL);
    }
}

void sheet_draw_input(Paint *out, const Sheet *input, SDL_Rect box)
{
    paint_frame(out, box);
    paint_cells(out, PAINT_INPUT, input->cell, box, out->theme->paper, out->theme->ink);
}

Point sheet_point(SDL_Rect box, float x_px, float y_px)
{
    float cells_per_px = (float)SHEET_SIDE / (float)box.w;
    return (Point){(x_px - (float)box.x) * cells_per_px, (y_px - (float)box.y) * cells_per_px};
}
