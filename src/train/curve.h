/* Smooth curves through the knots of a stroke, as the points that a pen reports. */
#ifndef TRAIN_CURVE_H
#define TRAIN_CURVE_H

#include "ink/drawing.h"
#include "train/skeleton.h"

/** The most points of a piece, and of all strokes together. */
enum {
    TRACE_PIECE_POINTS = 40, /* at most, from one knot to the next */
    TRACE_POINTS = 2 * SKELETON_KNOTS * TRACE_PIECE_POINTS,
};

/** The points of strokes in a row, in the units of a skeleton. */
typedef struct Trace {
    Point point[TRACE_POINTS];
    int end[SKELETON_STROKES]; /* of stroke s: one past its last point */
    int points, strokes;
} Trace;

/** Add a point; there is room for it. */
void curve_add_point(Trace *trace, float x, float y);

/**
 * Add the points of a curve through all knots; it is smooth but at corners.
 *
 * @param angular  0 for round curves .. 1 for straight lines from knot to knot
 * @param step     from one point to the next, about
 *
 * Source: Catmull and Rom (1974); the knots of the parameter are centripetal (Lee, 1989).
 */
void curve_trace(const Knot *knot, int knots, float angular, float step, Trace *trace);

#endif
