/* The costs of a run's minibatches, evenly spaced on a log axis. */
#include "train/history.h"

#include <math.h>
#include <stdbool.h>

enum { EVERY_ONE = 40 }; /* and then one of so many */

static const double SHARE = 4, MOST = 50;

/* The first step that a point after `step` stays at. */
static int64_t next_step(int64_t step)
{
    return step + 1 + step / EVERY_ONE;
}

/* Whether the newest point is so near to the one before that a later one takes its place. */
static bool is_crowded(const History *history)
{
    const HistoryPoint *newest = &history->point[history->points - 1];
    return history->points == HISTORY_POINTS ||
           (history->points > 1 && newest->step < next_step(newest[-1].step));
}

void history_add(History *history, const HistoryPoint *point)
{
    if (history->points > 0 && point->step <= history->point[history->points - 1].step) {
        return;
    }
    if (history->points > 0 && is_crowded(history)) {
        history->points--;
    }
    history->point[history->points++] = *point;
}

int history_after(const History *history, int64_t step)
{
    int first = 0, end = history->points;
    while (first < end) {
        int middle = (first + end) / 2;
        if (history->point[middle].step <= step) {
            first = middle + 1;
        } else {
            end = middle;
        }
    }
    return first;
}

void history_cut(History *history, int64_t step)
{
    history->points = history_after(history, step);
}

double history_smooth(double smooth, double cost, int64_t minibatch)
{
    double over = fmin(fmax((double)minibatch / SHARE, 1.0), MOST);
    return smooth + (cost - smooth) / over;
}
