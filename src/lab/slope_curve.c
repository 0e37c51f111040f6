/* A curve through measured points, and where it is lowest. */
#include "lab/slope_curve.h"

#include <math.h>

enum {
    COARSE = 16,  /* points that are measured first are so far apart */
    NARROWER = 4, /* measurements more where it is lowest */
};

static const double SHIFT = 0.4;    /* of the line, where it falls on beyond an end */
static const double LOPSIDED = 4.0; /* so much higher is one side of a valley at most */
static const double FAINT = 0.01;   /* so little of the other side is hardly a valley */
static const double FLAT = 1e-6;    /* the least curvature that is told from none */

void slope_curve_init(SlopeCurve *curve, double low, double high)
{
    *curve = (SlopeCurve){.low = low, .high = high, .curved = FLAT, .bottom = FLAT};
}

double slope_curve_place(const SlopeCurve *curve, int point)
{
    return curve->low + (curve->high - curve->low) * point / (SLOPE_POINTS - 1);
}

static int point_of(int number)
{
    for (int apart = COARSE, first = true; apart > 0; apart /= 2, first = false) {
        int step = first ? apart : 2 * apart, begin = first ? 0 : apart;
        int count = (SLOPE_POINTS - 1 - begin) / step + 1;
        if (number < count) {
            return begin + number * step;
        }
        number -= count;
    }
    return 0;
}

static double apart(const SlopeCurve *curve)
{
    return (curve->high - curve->low) / (SLOPE_POINTS - 1);
}

/* Where the parabola through the lowest place and its sides is lowest. */
static double vertex(const SlopeCurve *curve)
{
    double a = curve->side[0] - curve->lowest, b = curve->side[1] - curve->lowest;
    double fa = curve->side_cost[0] - curve->least, fb = curve->side_cost[1] - curve->least;
    double bend = b * fa - a * fb;
    return curve->lowest + (bend > 0.0 ? 0.5 * (b * b * fa - a * a * fb) / bend : 0.0);
}

double slope_curve_next(const SlopeCurve *curve)
{
    return curve->measured < SLOPE_POINTS ? slope_curve_place(curve, point_of(curve->measured))
                                          : vertex(curve);
}

bool slope_curve_falls_on(const SlopeCurve *curve)
{
    return curve->lowest <= curve->low || curve->lowest >= curve->high;
}

bool slope_curve_frame(const SlopeCurve *curve, double *low, double *high)
{
    double left = curve->cost[0] - curve->least, most;
    double right = curve->cost[SLOPE_POINTS - 1] - curve->least;
    int lowest = (int)lround((curve->lowest - curve->low) / apart(curve)), i = lowest;
    double by = slope_curve_falls_on(curve) ? SHIFT * (curve->high - curve->low) : 0.0;
    *low = curve->low + (curve->lowest > curve->low ? by : -by);
    *high = curve->high + (curve->lowest > curve->low ? by : -by);
    if (by > 0.0) {
        return true;
    }
    most = LOPSIDED * fmin(left, right);
    if (most < FAINT * fmax(left, right)) {
        return false;
    }
    int step = left > right ? -1 : 1;
    while (i > 0 && i < SLOPE_POINTS - 1 && curve->cost[i] - curve->least < most) {
        i += step;
    }
    *(step < 0 ? low : high) = slope_curve_place(curve, i);
    return i > 0 && i < SLOPE_POINTS - 1;
}

/* The lowest point, and how much the curve bends there and at most. */
static void survey(SlopeCurve *curve)
{
    double wide = apart(curve);
    int lowest = 0;
    for (int i = 0; i < SLOPE_POINTS; i++) {
        lowest = curve->cost[i] < curve->cost[lowest] ? i : lowest;
    }
    curve->lowest = slope_curve_place(curve, lowest);
    curve->least = curve->cost[lowest];
    for (int i = 1; i + 1 < SLOPE_POINTS; i++) {
        const double *c = &curve->cost[i];
        double bend = (c[-1] - 2.0 * c[0] + c[1]) / (wide * wide);
        curve->curved = fmax(curve->curved, bend);
        curve->bottom = i == lowest ? fmax(bend, FLAT) : curve->bottom;
    }
    for (int k = 0; k < 2 && lowest > 0 && lowest < SLOPE_POINTS - 1; k++) {
        int beside = lowest + (k == 0 ? -1 : 1);
        curve->side[k] = slope_curve_place(curve, beside);
        curve->side_cost[k] = curve->cost[beside];
    }
}

/* What was measured becomes the lowest place, or a side of it. */
static void narrow(SlopeCurve *curve, double place, double cost)
{
    bool lower = cost < curve->least;
    int k = (place > curve->lowest) != lower; /* that side comes nearer */
    curve->side[k] = lower ? curve->lowest : place;
    curve->side_cost[k] = lower ? curve->least : cost;
    curve->lowest = lower ? place : curve->lowest;
    curve->least = lower ? cost : curve->least;
}

void slope_curve_take(SlopeCurve *curve, double cost)
{
    if (curve->measured < SLOPE_POINTS) {
        int point = point_of(curve->measured);
        curve->cost[point] = cost;
        curve->known[point] = true;
    } else {
        narrow(curve, vertex(curve), cost);
    }
    curve->measured++;
    if (curve->measured == SLOPE_POINTS) {
        survey(curve);
    }
    curve->whole = curve->measured >= SLOPE_POINTS &&
                   (curve->measured == SLOPE_POINTS + NARROWER || slope_curve_falls_on(curve) ||
                    fabs(vertex(curve) - curve->lowest) < 1e-3 * apart(curve));
}

/* The nearest point that is known, from one on in that direction; -1 for none. */
static int known_from(const SlopeCurve *curve, int point, int step)
{
    while (point >= 0 && point < SLOPE_POINTS && !curve->known[point]) {
        point += step;
    }
    return point < SLOPE_POINTS ? point : -1;
}

double slope_curve_height(const SlopeCurve *curve, double place)
{
    double share = (place - curve->low) / (curve->high - curve->low);
    double at = fmin(fmax(share, 0.0), 1.0) * (SLOPE_POINTS - 1);
    int left = at < SLOPE_POINTS - 2 ? (int)at : SLOPE_POINTS - 2;
    int i = known_from(curve, left, -1), j = known_from(curve, left + 1, 1);
    if (i < 0 || j < 0) {
        return 0.0;
    }
    double t = (at - i) / (j - i), a = curve->cost[i], b = curve->cost[j];
    if (j - i > 1) {
        return a + t * (b - a);
    }
    double before = i > 0 && curve->known[i - 1] ? curve->cost[i - 1] : 2.0 * a - b;
    double after = j + 1 < SLOPE_POINTS && curve->known[j + 1] ? curve->cost[j + 1] : 2.0 * b - a;
    return a + 0.5 * t *
                   (b - before +
                    t * (2.0 * before - 5.0 * a + 4.0 * b - after +
                         t * (3.0 * (a - b) + after - before)));
}
