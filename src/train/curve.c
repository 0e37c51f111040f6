/* Smooth curves through knots: cubic pieces whose tangents come from the neighbours of a knot. */
#include "train/curve.h"

#include <assert.h>
#include <math.h>

static const float LEAST_DISTANCE = 0.1f; /* so that equal knots do no harm */

typedef struct Vector {
    float x, y;
} Vector;

static Vector from_to(const Knot *a, const Knot *b)
{
    return (Vector){b->x - a->x, b->y - a->y};
}

static float length(Vector way)
{
    return sqrtf(way.x * way.x + way.y * way.y);
}

/* How far the parameter goes from one knot to the next. */
static float span(const Knot *a, const Knot *b)
{
    float distance = length(from_to(a, b));
    return sqrtf(distance > LEAST_DISTANCE ? distance : LEAST_DISTANCE);
}

/* The direction of a curve at knot b between a and c, per unit of the parameter. */
static Vector tangent(const Knot *a, const Knot *b, const Knot *c)
{
    float before = span(a, b), after = span(b, c);
    Vector in = from_to(a, b), whole = from_to(a, c), out = from_to(b, c);
    return (Vector){
        in.x / before - whole.x / (before + after) + out.x / after,
        in.y / before - whole.y / (before + after) + out.y / after,
    };
}

/* Directions at both ends of the piece from knot[i] to knot[i + 1], for a parameter of 0..1. */
static void piece_ends(const Knot *knot, int knots, int i, float angular, Vector end[2])
{
    Vector way = from_to(&knot[i], &knot[i + 1]);
    float whole = span(&knot[i], &knot[i + 1]);
    bool free_end[2] = {i == 0 || knot[i].corner, i + 2 == knots || knot[i + 1].corner};
    for (int e = 0; e < 2; e++) {
        end[e] = way;
        if (!free_end[e]) {
            const Knot *at = &knot[i + e];
            Vector round = tangent(at - 1, at, at + 1);
            end[e].x += (1 - angular) * (round.x * whole - way.x);
            end[e].y += (1 - angular) * (round.y * whole - way.y);
        }
    }
    /* A free end bends as the other one does: half a parabola. */
    for (int e = 0; e < 2; e++) {
        if (free_end[e] && !free_end[1 - e]) {
            end[e].x = 1.5f * way.x - 0.5f * end[1 - e].x;
            end[e].y = 1.5f * way.y - 0.5f * end[1 - e].y;
        }
    }
}

void curve_add_point(Trace *trace, float x, float y)
{
    assert(trace->points < TRACE_POINTS);
    trace->point[trace->points++] = (Point){x, y};
}

/* Points of the piece behind its first knot. */
static void trace_piece(const Knot *from, const Knot *to, const Vector end[2], float step,
                        Trace *trace)
{
    Vector way = from_to(from, to);
    float count = ceilf(length(way) / step);
    int points = count < (float)TRACE_PIECE_POINTS ? (int)count : TRACE_PIECE_POINTS;
    for (int i = 1; i <= points; i++) {
        float t = (float)i / (float)points, s = 1 - t; /* Hermite's polynomials */
        float there = t * t * (3 - 2 * t), leave = t * s * s, arrive = -t * t * s;
        curve_add_point(trace, from->x + there * way.x + leave * end[0].x + arrive * end[1].x,
                        from->y + there * way.y + leave * end[0].y + arrive * end[1].y);
    }
}

void curve_trace(const Knot *knot, int knots, float angular, float step, Trace *trace)
{
    assert(knots >= 1 && step > 0);
    curve_add_point(trace, knot[0].x, knot[0].y);
    for (int i = 0; i + 1 < knots; i++) {
        Vector end[2];
        piece_ends(knot, knots, i, angular, end);
        trace_piece(&knot[i], &knot[i + 1], end, step, trace);
    }
}
