/* Rates are tried on the curve: from starts all over it, each with many rates. */
#include "lab/slope_rates.h"

#include <math.h>

enum {
    STARTS = 45, /* between both ends */
    BESIDE = 8,  /* on either side of the lowest place */
    TRIES = 80,  /* rates, each FINER times the one before */
    STEPS = 12,  /* of a trial */
    SETTLES = 8, /* steps of the right rate */
    MOST = 6,    /* crossings of a climb that are enough, fewest crossings and steps of one */
    CROSSINGS = 2,
    LEAST = 4
};

static const double FINER = 1.1;
static const double CREEPS = 1.0 / 15.0; /* of the right rate */
static const double LEAPS = 15.0;        /* likewise, where no rate climbs */
static const double AWAY = 0.15;         /* of the line: a start where none suits */
static const double THERE = 0.04;        /* of the height of the start, above the lowest place */
static const double SEEN = 0.04;         /* of the height of the curve: a rise that one sees */

/* What a ball did within the picture. */
typedef struct Trial {
    int steps;   /* that it made there */
    int arrived; /* steps until it was at the bottom to stay; STEPS + 1: it was not */
    int crossed; /* times over the lowest place */
    double rise; /* the highest that it came, above the start */
} Trial;

static double slope_at(const SlopeCurve *curve, double place)
{
    double by = (curve->high - curve->low) / (SLOPE_POINTS - 1) / 8.0;
    double from = fmax(place - by, curve->low), to = fmin(place + by, curve->high);
    return (slope_curve_height(curve, to) - slope_curve_height(curve, from)) / (to - from);
}

static Trial roll(const SlopeCurve *curve, double start, double rate)
{
    double at = start, from = slope_curve_height(curve, start);
    double bottom = curve->least + THERE * (from - curve->least);
    Trial trial = {.arrived = STEPS + 1};
    for (int i = 1; i <= STEPS; i++) {
        double before = at;
        at -= rate * slope_at(curve, at);
        if (at < curve->low || at > curve->high) {
            trial.arrived = STEPS + 1;
            break;
        }
        double height = slope_curve_height(curve, at);
        trial.steps = i;
        trial.arrived = height > bottom ? STEPS + 1 : trial.arrived > i ? i : trial.arrived;
        trial.crossed += (at - curve->lowest) * (before - curve->lowest) < 0.0;
        trial.rise = fmax(trial.rise, height - from);
    }
    return trial;
}

/* From as high up as a rate gets to the bottom soon that never crosses it. */
static bool find_right(const SlopeCurve *curve, double *start, double *rate)
{
    double wide = curve->high - curve->low, highest = -INFINITY;
    for (int i = 1; i <= STARTS; i++) {
        double from = curve->low + wide * i / (STARTS + 1), by = 0.3 / curve->curved;
        bool found = slope_curve_height(curve, from) <= highest;
        for (int k = 0; k < TRIES && !found && by <= 1.0 / curve->bottom; k++, by *= FINER) {
            Trial trial = roll(curve, from, by);
            found = trial.crossed == 0 && trial.arrived <= SETTLES;
            if (found) {
                highest = slope_curve_height(curve, from);
                *start = from;
                *rate = by;
            }
        }
    }
    return highest > curve->least;
}

/* From beside the lowest place, the rate that jumps across most often, and climbs highest. */
static bool find_large(const SlopeCurve *curve, double seen, double *start, double *rate)
{
    double apart = (curve->high - curve->low) / (SLOPE_POINTS - 1), highest = 0.0;
    int most = 0;
    for (int i = -BESIDE; i <= BESIDE; i++) {
        double from = curve->lowest + apart * i, by = 1.5 / curve->curved;
        bool there = i != 0 && from > curve->low && from < curve->high;
        for (int k = 0; k < TRIES && there; k++, by *= FINER) {
            Trial trial = roll(curve, from, by);
            int crossed = trial.crossed < MOST ? trial.crossed : MOST;
            bool climbs = crossed >= CROSSINGS && trial.steps >= LEAST && trial.rise > seen;
            if (climbs && (crossed > most || (crossed == most && trial.rise > highest))) {
                most = crossed;
                highest = trial.rise;
                *start = from;
                *rate = by;
            }
        }
    }
    return most > 0;
}

void slope_rates_find(const SlopeCurve *curve, SlopeRates *rates)
{
    double away = AWAY * (curve->high - curve->low), highest = curve->least;
    bool left = curve->cost[0] > curve->cost[SLOPE_POINTS - 1];
    double start = left ? curve->low + away : curve->high - away, right = 1.0 / curve->curved;
    for (int i = 0; i < SLOPE_POINTS; i++) {
        highest = fmax(highest, curve->cost[i]);
    }
    find_right(curve, &start, &right);
    *rates = (SlopeRates){{CREEPS * right, right, LEAPS * right}, {start, start, start}, false};
    rates->climbs = find_large(curve, SEEN * (highest - curve->least), &rates->start[RATE_LARGE],
                               &rates->rate[RATE_LARGE]);
}
