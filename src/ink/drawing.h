/* The drawing: what the pen did, as strokes, with undo. Nothing is ever erased from it: an eraser
 * stroke and a clear are edits like any other, and undo moves a mark back over the edits. */
#ifndef INK_DRAWING_H
#define INK_DRAWING_H

#include "base/err.h"

#include <stdbool.h>

/** The size of the sheet. */
enum {
    SHEET_SIDE = 28,                       /* cells */
    SHEET_CELLS = SHEET_SIDE * SHEET_SIDE, /* row by row from the top left */
};

/** The diameter of the round brush. */
static const float BRUSH_MIN_CELL = 0.25f, BRUSH_MAX_CELL = 8.0f, BRUSH_DEFAULT_CELL = 2.0f;

/** A place on the sheet in cells: (0, 0) its top left corner, (28, 28) its bottom right one. The
 * pen may leave the sheet, so a point may lie outside. */
typedef struct Point {
    float x_cell, y_cell;
} Point;

/** What an edit is made with. */
typedef enum Tool { TOOL_PEN, TOOL_ERASER, TOOL_CLEAR } Tool;

/** One edit: a stroke of pen or eraser, or a clear (which has no points). */
typedef struct Stroke {
    Tool tool;
    float width_cell; /* diameter of the round brush */
    int first, count; /* its points in Drawing.point */
} Stroke;

/** All edits in the order they were made. Those behind `shown` are undone and can be redone. */
typedef struct Drawing {
    Point *point;
    int points, point_room;
    Stroke *stroke;
    int strokes, stroke_room;
    int shown;     /* edits that count, 0..strokes */
    bool pen_down; /* the last stroke may still grow */
} Drawing;

/** What a drawing holds at most. */
enum {
    DRAWING_MAX_POINTS = 1 << 20, /* past this the oldest edits that no longer show are forgotten */
    DRAWING_MAX_STROKES = 1 << 16,
};

/** An empty drawing is a zeroed one. Release it with drawing_free(). */
void drawing_free(Drawing *drawing);

/**
 * Put the pen down: begin a stroke at `at`. What was undone is gone for good.
 *
 * @param tool        TOOL_PEN or TOOL_ERASER
 * @param width_cell  diameter of the brush, clamped to BRUSH_MIN_CELL..BRUSH_MAX_CELL
 * @param at          not a number is refused like a full drawing
 *
 * Errors: out of memory, or the drawing is full; nothing changes then.
 */
bool drawing_pen_down(Drawing *drawing, Tool tool, float width_cell, Point at, Err *err);

/** Lengthen the stroke begun last by a straight piece to `to`; a repeated point adds nothing.
 * Errors: as above. */
bool drawing_pen_to(Drawing *drawing, Point to, Err *err);

/** End the stroke. Does nothing where the pen is up. */
void drawing_pen_up(Drawing *drawing);

/** Clear the sheet, as an edit that undo takes back. Does nothing on an empty sheet. */
bool drawing_clear(Drawing *drawing, Err *err);

/** Whether there is an edit that undo would take back. */
bool drawing_can_undo(const Drawing *drawing);

/** Whether there is an edit that redo would bring back. */
bool drawing_can_redo(const Drawing *drawing);

/** Take back the last edit that counts. A stroke being drawn is ended first. */
void drawing_undo(Drawing *drawing);

/** Bring back the edit that was undone last. Does nothing where there is none. */
void drawing_redo(Drawing *drawing);

/** The first stroke after the last clear that counts: strokes first..shown-1 are on the sheet. */
int drawing_first_shown(const Drawing *drawing);

/** Whether no stroke is on the sheet. */
bool drawing_is_empty(const Drawing *drawing);

#endif
