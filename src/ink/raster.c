/* Strokes inked onto the sheet: how much of a cell a round brush covers is taken from the distance
 * between the cell's centre and the piece of stroke, as if a straight edge crossed the cell. */
#include "ink/raster.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "ink/box.h"

static const float FULL = 255.0f;

/* A piece of stroke made ready for distances to it. */
typedef struct Brush {
    float x, y;          /* where it begins */
    float dx, dy;        /* how far it goes */
    float per_length_sq; /* 1 / length^2, 0 for a dot */
    float reach;         /* distance from which a cell has no ink */
    float most;          /* coverage where the brush is narrower than a cell */
} Brush;

static Brush brush_make(float width_cell, Point from, Point to)
{
    Brush brush = {.x = from.x_cell, .y = from.y_cell};
    brush.dx = to.x_cell - from.x_cell;
    brush.dy = to.y_cell - from.y_cell;
    float length_sq = brush.dx * brush.dx + brush.dy * brush.dy;
    brush.per_length_sq = length_sq > 1e-12f ? 1.0f / length_sq : 0.0f;
    brush.reach = width_cell / 2 + 0.5f;
    brush.most = fminf(width_cell, 1.0f);
    return brush;
}

/* The share of a cell under the brush, given the cell's centre. */
static float coverage(const Brush *brush, float x, float y)
{
    x -= brush->x;
    y -= brush->y;
    float along = (x * brush->dx + y * brush->dy) * brush->per_length_sq;
    along = along < 0.0f ? 0.0f : along > 1.0f ? 1.0f : along;
    x -= along * brush->dx;
    y -= along * brush->dy;
    float distance_sq = x * x + y * y;
    if (distance_sq >= brush->reach * brush->reach) {
        return 0.0f;
    }
    float share = brush->reach - sqrtf(distance_sq);
    return share < brush->most ? share : brush->most;
}

/* The cells whose centres lie from `low` to `high` are first..end-1, on the sheet. */
static int first_cell(float low)
{
    low -= 0.5f;
    return low > 0.0f ? (int)ceilf(low < SHEET_SIDE ? low : SHEET_SIDE) : 0;
}

static int end_cell(float high)
{
    high += 0.5f;
    return high > 0.0f ? (int)(high < SHEET_SIDE ? high : SHEET_SIDE) : 0;
}

void raster_piece(Sheet *sheet, Tool tool, float width_cell, Point from, Point to)
{
    Brush brush = brush_make(width_cell, from, to);
    Box box = box_around(from, to, brush.reach);
    int first_x = first_cell(box.low.x_cell), end_x = end_cell(box.high.x_cell);
    int first_y = first_cell(box.low.y_cell), end_y = end_cell(box.high.y_cell);
    for (int y = first_y; y < end_y; y++) {
        uint8_t *row = &sheet->cell[y * SHEET_SIDE];
        for (int x = first_x; x < end_x; x++) {
            float share = coverage(&brush, (float)x + 0.5f, (float)y + 0.5f);
            uint8_t level = (uint8_t)(share * FULL + 0.5f);
            if (tool == TOOL_PEN) {
                row[x] = row[x] > level ? row[x] : level;
            } else {
                uint8_t left = (uint8_t)(UINT8_MAX - level);
                row[x] = row[x] < left ? row[x] : left;
            }
        }
    }
}

void raster_stroke(Sheet *sheet, const Drawing *drawing, int i)
{
    const Stroke *stroke = &drawing->stroke[i];
    const Point *point = &drawing->point[stroke->first];
    if (stroke->count == 1) {
        raster_piece(sheet, stroke->tool, stroke->width_cell, point[0], point[0]);
    }
    for (int p = 1; p < stroke->count; p++) {
        raster_piece(sheet, stroke->tool, stroke->width_cell, point[p - 1], point[p]);
    }
}

void raster_on(Sheet *sheet, const Drawing *drawing)
{
    for (int i = drawing_first_shown(drawing); i < drawing->shown; i++) {
        raster_stroke(sheet, drawing, i);
    }
}

void raster_drawing(Sheet *sheet, const Drawing *drawing)
{
    memset(sheet, 0, sizeof *sheet);
    raster_on(sheet, drawing);
}

bool raster_is_blank(const Sheet *sheet)
{
    for (int i = 0; i < SHEET_CELLS; i++) {
        if (sheet->cell[i] != 0) {
            return false;
        }
    }
    return true;
}

Point raster_centre(const Sheet *sheet)
{
    int sum = 0, sum_x = 0, sum_y = 0;
    for (int y = 0; y < SHEET_SIDE; y++) {
        for (int x = 0; x < SHEET_SIDE; x++) {
            int level = sheet->cell[y * SHEET_SIDE + x];
            sum += level;
            sum_x += level * x;
            sum_y += level * y;
        }
    }
    assert(sum > 0);
    return (Point){(float)sum_x / (float)sum + 0.5f, (float)sum_y / (float)sum + 0.5f};
}
