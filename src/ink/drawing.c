/* The drawing: an append-only log of edits and a mark behind the last one that counts. */
#include "ink/drawing.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ink/grow.h"

static const float FAR_CELL = 1000.0f; /* how far from the sheet's corner a point may lie */

/* Points of the edits that count. */
static int points_shown(const Drawing *drawing)
{
    if (drawing->shown == 0) {
        return 0;
    }
    const Stroke *stroke = &drawing->stroke[drawing->shown - 1];
    return stroke->first + stroke->count;
}

/* Whether the limits allow as many edits and points more, redo dropped. The last place among the
 * edits is kept for a clear, so that a full drawing can be cleared. */
static bool fits(const Drawing *drawing, int strokes, int points, Tool tool)
{
    int strokes_max = tool == TOOL_CLEAR ? DRAWING_MAX_STROKES : DRAWING_MAX_STROKES - 1;
    return drawing->shown + strokes <= strokes_max &&
           points_shown(drawing) + points <= DRAWING_MAX_POINTS;
}

/* Drop the edits up to the last clear that counts: they do not show, but can't be undone after. */
static void forget_hidden(Drawing *drawing)
{
    int strokes = drawing_first_shown(drawing);
    if (strokes == 0) {
        return;
    }
    int points = drawing->stroke[strokes - 1].first;
    drawing->strokes -= strokes;
    drawing->shown -= strokes;
    drawing->points -= points;
    memmove(drawing->stroke, drawing->stroke + strokes,
            (size_t)drawing->strokes * sizeof *drawing->stroke);
    memmove(drawing->point, drawing->point + points,
            (size_t)drawing->points * sizeof *drawing->point);
    for (int i = 0; i < drawing->strokes; i++) {
        drawing->stroke[i].first -= points;
    }
}

/* Room for as many edits and points more behind those that count. */
static bool make_room(Drawing *drawing, int strokes, int points, Tool tool, Err *err)
{
    if (!fits(drawing, strokes, points, tool)) {
        forget_hidden(drawing);
    }
    if (!fits(drawing, strokes, points, tool)) {
        return err_set_code(err, ERR_NO_ROOM, "The drawing is full; clear the sheet to draw on.");
    }
    Stroke *stroke = grow_items(drawing->stroke, &drawing->stroke_room, drawing->shown + strokes,
                                sizeof *drawing->stroke);
    if (stroke != NULL) {
        drawing->stroke = stroke;
    }
    Point *point = grow_items(drawing->point, &drawing->point_room, points_shown(drawing) + points,
                              sizeof *drawing->point);
    if (point != NULL) {
        drawing->point = point;
    }
    if (stroke == NULL || point == NULL) {
        return err_set_code(err, ERR_NO_MEMORY,
                            "There is not enough memory to draw on; close other programs.");
    }
    return true;
}

/* Add an edit without points; what was undone is dropped. There is room. */
static void append_edit(Drawing *drawing, Tool tool, float width_cell)
{
    drawing->points = points_shown(drawing);
    drawing->stroke[drawing->shown] =
        (Stroke){.tool = tool, .width_cell = width_cell, .first = drawing->points};
    drawing->shown++;
    drawing->strokes = drawing->shown;
}

static void append_point(Drawing *drawing, Point at)
{
    drawing->point[drawing->points++] = at;
    drawing->stroke[drawing->strokes - 1].count++;
}

/* Bring a point within reach of the sheet; refuse what is no number. */
static bool check_point(Point *at, Err *err)
{
    if (!isfinite(at->x_cell) || !isfinite(at->y_cell)) {
        return err_set_code(err, ERR_VALUE,
                            "The pen reported a place that is not a number; nothing was drawn.");
    }
    at->x_cell = fminf(fmaxf(at->x_cell, -FAR_CELL), FAR_CELL);
    at->y_cell = fminf(fmaxf(at->y_cell, -FAR_CELL), FAR_CELL);
    return true;
}

void drawing_free(Drawing *drawing)
{
    if (drawing != NULL) {
        free(drawing->point);
        free(drawing->stroke);
        *drawing = (Drawing){0};
    }
}

bool drawing_pen_down(Drawing *drawing, Tool tool, float width_cell, Point at, Err *err)
{
    assert(tool == TOOL_PEN || tool == TOOL_ERASER);
    if (!check_point(&at, err) || !make_room(drawing, 1, 1, tool, err)) {
        return false;
    }
    append_edit(drawing, tool, fminf(fmaxf(width_cell, BRUSH_MIN_CELL), BRUSH_MAX_CELL));
    append_point(drawing, at);
    drawing->pen_down = true;
    return true;
}

bool drawing_pen_to(Drawing *drawing, Point to, Err *err)
{
    if (!drawing->pen_down) {
        return true;
    }
    if (!check_point(&to, err)) {
        return false;
    }
    const Point *last = &drawing->point[drawing->points - 1];
    if (last->x_cell == to.x_cell && last->y_cell == to.y_cell) {
        return true;
    }
    if (!make_room(drawing, 0, 1, TOOL_CLEAR, err)) {
        return false;
    }
    append_point(drawing, to);
    return true;
}

void drawing_pen_up(Drawing *drawing)
{
    drawing->pen_down = false;
}

bool drawing_clear(Drawing *drawing, Err *err)
{
    if (drawing_is_empty(drawing)) {
        return true;
    }
    if (!make_room(drawing, 1, 0, TOOL_CLEAR, err)) {
        return false;
    }
    append_edit(drawing, TOOL_CLEAR, 0.0f);
    drawing->pen_down = false;
    return true;
}

bool drawing_can_undo(const Drawing *drawing)
{
    return drawing->shown > 0;
}

bool drawing_can_redo(const Drawing *drawing)
{
    return drawing->shown < drawing->strokes;
}

void drawing_undo(Drawing *drawing)
{
    drawing->pen_down = false;
    if (drawing_can_undo(drawing)) {
        drawing->shown--;
    }
}

void drawing_redo(Drawing *drawing)
{
    if (drawing_can_redo(drawing)) {
        drawing->shown++;
    }
}

int drawing_first_shown(const Drawing *drawing)
{
    int first = drawing->shown;
    while (first > 0 && drawing->stroke[first - 1].tool != TOOL_CLEAR) {
        first--;
    }
    return first;
}

bool drawing_is_empty(const Drawing *drawing)
{
    return drawing_first_shown(drawing) == drawing->shown;
}
