/* Learning rates that show on a curve what they are called, and starts that suit them: chosen by
 * rolling a ball down the curve with each. */
#ifndef LAB_SLOPE_RATES_H
#define LAB_SLOPE_RATES_H

#include "lab/slope_curve.h"

/** Rates that go by the curve; or one of the person's own. */
typedef enum SlopeRate { RATE_SMALL, RATE_RIGHT, RATE_LARGE, SLOPE_RATES } SlopeRate;

/** The rates, and where a ball begins with each. */
typedef struct SlopeRates {
    double rate[SLOPE_RATES];
    double start[SLOPE_RATES]; /* high up, but for "too large" beside the lowest place */
    bool climbs; /* "too large" jumps across for some steps, and up; else there is no valley */
} SlopeRates;

/** Find them. The curve is whole. */
void slope_rates_find(const SlopeCurve *curve, SlopeRates *rates);

#endif
