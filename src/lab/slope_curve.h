/* The cost measured at points of a line through the weights, as a curve: how high it is, where it
 * is lowest, and how much it bends. */
#ifndef LAB_SLOPE_CURVE_H
#define LAB_SLOPE_CURVE_H

#include <stdbool.h>

/** Points of a curve that are measured. */
enum { SLOPE_POINTS = 65 };

/** A curve. What is known of its bottom is there once it is whole. */
typedef struct SlopeCurve {
    double low, high; /* places of its ends */
    double cost[SLOPE_POINTS];
    bool known[SLOPE_POINTS];
    int measured;                 /* of the points, and then those around the lowest one */
    bool whole;                   /* nothing more is to be measured */
    double lowest;                /* the place where it is lowest */
    double least;                 /* the cost there, as measured */
    double side[2], side_cost[2]; /* measured left and right of it; the lowest is between them */
    double curved, bottom;        /* its greatest curvature, and that where it is lowest; above 0 */
} SlopeCurve;

/** A curve of which nothing is known yet. */
void slope_curve_init(SlopeCurve *curve, double low, double high);

/** The place of a point, 0..SLOPE_POINTS-1. */
double slope_curve_place(const SlopeCurve *curve, int point);

/** The place that is to be measured next: the points, the coarse ones first, then some more where
 * it is lowest. It is not whole yet. */
double slope_curve_next(const SlopeCurve *curve);

/** Take in the cost at slope_curve_next(). */
void slope_curve_take(SlopeCurve *curve, double cost);

/** How high it is at a place: exact at the points that are known, and between them on a smooth line
 * through them. Beyond its ends it is as high as there. */
double slope_curve_height(const SlopeCurve *curve, double place);

/** Whether its valley shows better between other ends: where it falls on beyond one of them, or one
 * side is so much higher than the other that nothing is seen of that. The curve is whole. */
bool slope_curve_frame(const SlopeCurve *curve, double *low, double *high);

/** Whether it goes on falling beyond the end where it is lowest. */
bool slope_curve_falls_on(const SlopeCurve *curve);

#endif
