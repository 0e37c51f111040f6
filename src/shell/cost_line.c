/* What the minibatches of a run cost, as the strip draws it. */
#include "shell/cost_line.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

#include "base/axis.h"
#include "base/number.h"
#include "lab/scrub.h"

static_assert((int)STRIP_POINTS >= (int)HISTORY_POINTS, "a point for each of the history");

/* The ends of the axis of the cost. They move as the curve does, and not by steps. */
static void fit_cost(const History *history, double *low, double *high)
{
    *high = 1e-6;
    *low = INFINITY;
    for (int i = 0; i < history->points; i++) {
        *high = fmax(*high, 1.1 * (double)history->point[i].smooth);
        *low = fmin(*low, 0.7 * (double)history->point[i].smooth);
    }
    *low = fmax(fmin(*low, *high / 10.0), *high * 1e-6);
}

static float height_of(double cost, double low, double high)
{
    return (float)fmin(fmax(log(fmax(cost, low) / low) / log(high / low), 0.0), 1.0);
}

static void make_ticks(Strip *strip, double low, double high, double end)
{
    double tick[STRIP_TICKS];
    strip->ticks_up = axis_log_ticks(low, high, 4, tick);
    for (int i = 0; i < strip->ticks_up; i++) {
        strip->up[i].at = height_of(tick[i], low, high);
        axis_print(tick[i], false, strip->up[i].text, sizeof strip->up[i].text);
    }
    strip->ticks_across = 0;
    for (double step = 1.0; step <= end && strip->ticks_across < STRIP_TICKS; step *= 10.0) {
        char number[NUMBER_TEXT];
        StripTick *across = &strip->across[strip->ticks_across++];
        across->at = scrub_place_on(end, step);
        number_print(number, sizeof number, step);
        snprintf(across->text, sizeof across->text, "%.15s", number);
    }
}

void cost_line_make(Strip *strip, const History *history, int points, double end)
{
    double low, high;
    strip->points = points;
    fit_cost(history, &low, &high);
    for (int i = 0; i < points; i++) {
        const HistoryPoint *point = &history->point[i];
        strip->point[i] = (StripPoint){scrub_place_on(end, (double)point->step),
                                       height_of((double)point->cost, low, high),
                                       height_of((double)point->smooth, low, high)};
    }
    make_ticks(strip, low, high, end);
}
