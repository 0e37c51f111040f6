/* The moments of a run between its time line and a file. */
#ifndef TRAIN_MOMENTS_H
#define TRAIN_MOMENTS_H

#include "nn/net_moments.h"
#include "train/history.h"
#include "train/timeline.h"

/**
 * Copies of the frames of a time line, with what their minibatches cost.
 *
 * @param epochs, steps  of the whole run, as it was planned; at least 1
 * @param[out] moments   release them with net_moments_free()
 *
 * Errors: out of memory; `moments` is zeroed then.
 */
bool moments_take(NetMoments *moments, const Timeline *timeline, const History *history,
                  const NetCurves *curves, int epochs, int64_t steps, Err *err);

/** Make a time line and a history of them; both are empty before. Errors: out of memory; the time
 * line is cleared and the history empty then. */
bool moments_give(const NetMoments *moments, Timeline *timeline, History *history, Err *err);

#endif
