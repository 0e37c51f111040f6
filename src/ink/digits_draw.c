/* Digits that people wrote with a pen: drawn. */
#include "ink/digits.h"

#include <string.h>

/* The longer side of a digit that is drawn for the network alone. */
static const float SIDE_CELL = 20.0f;

/* What one unit of the pen is long where the longer side is `side_cell`. A dot has no side. */
static float unit_of(const PenBox *box, float side_cell)
{
    int width = box->high.x - box->low.x, height = box->high.y - box->low.y;
    int longer = width > height ? width : height;
    return longer ? side_cell / (float)longer : 0;
}

Point digits_size(const Digits *digits, int i, float side_cell)
{
    PenBox box = digits_box(digits, i);
    float unit_cell = unit_of(&box, side_cell);
    return (Point){(float)(box.high.x - box.low.x) * unit_cell,
                   (float)(box.high.y - box.low.y) * unit_cell};
}

bool digits_draw(const Digits *digits, int i, Point corner, float side_cell, float brush_cell,
                 Drawing *drawing, Err *err)
{
    PenBox box = digits_box(digits, i);
    float unit_cell = unit_of(&box, side_cell);
    for (int s = 0; s < digits->digit[i].count; s++) {
        const PenStroke *stroke = &digits->stroke[digits->digit[i].first + s];
        for (int p = 0; p < stroke->count; p++) {
            PenPoint point = digits->point[stroke->first + p];
            Point at = {corner.x_cell + (float)(point.x - box.low.x) * unit_cell,
                        corner.y_cell + (float)(point.y - box.low.y) * unit_cell};
            if (p == 0 ? !drawing_pen_down(drawing, TOOL_PEN, brush_cell, at, err)
                       : !drawing_pen_to(drawing, at, err)) {
                return false;
            }
        }
        drawing_pen_up(drawing);
    }
    return true;
}

bool digits_input(const Digits *digits, int i, Preparation preparation, Sheet *input, Err *err)
{
    Point size = digits_size(digits, i, SIDE_CELL);
    Point corner = {(SHEET_SIDE - size.x_cell) / 2, (SHEET_SIDE - size.y_cell) / 2};
    Drawing drawing = {0};
    memset(input, 0, sizeof *input);
    bool ok = digits_draw(digits, i, corner, SIDE_CELL, BRUSH_DEFAULT_CELL, &drawing, err) &&
              normalise_drawing(&drawing, preparation, input, err);
    drawing_free(&drawing);
    return ok;
}
