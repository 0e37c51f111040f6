/* What a run's minibatches cost from the first one on, few enough points to keep: as dense on a log
 * axis at its end as at its beginning. */
#ifndef TRAIN_HISTORY_H
#define TRAIN_HISTORY_H

#include <stdint.h>

/** Points at most. */
enum { HISTORY_POINTS = 768 };

/** The figures at one minibatch. */
typedef struct HistoryPoint {
    int64_t step;          /* minibatches trained on, this one included */
    float cost;            /* mean over its images, before they were learned from */
    float smooth;          /* a mean of the costs, see history_smooth() */
    float accuracy;        /* on the test images, as the latest estimate then had it, 0..1 */
    int64_t accuracy_step; /* that it was made after */
} HistoryPoint;

/** A zeroed one is empty. */
typedef struct History {
    HistoryPoint point[HISTORY_POINTS]; /* in the order of the run; the last one is the newest */
    int points;
} History;

/** Add the newest minibatch. All of the first 40 stay; after these, a point stays that is 2.5 % of
 * the steps later than the one before, and any other gives way to the next. One that is not later
 * than the newest changes nothing. */
void history_add(History *history, const HistoryPoint *point);

/** Forget what came after `step`. */
void history_cut(History *history, int64_t step);

/** The first point that is later than `step`; history->points where there is none. */
int history_after(const History *history, int64_t step);

/**
 * The mean of the costs with the newest one in it: a mean that fades over the last fourth of the
 * run, but over 50 minibatches at most.
 *
 * @param smooth     without it
 * @param cost       of the newest minibatch
 * @param minibatch  how many there are with it, from 1
 */
double history_smooth(double smooth, double cost, int64_t minibatch);

#endif
