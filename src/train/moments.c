/* The moments of a run between its time line and a file. */
#include "train/moments.h"

#include <math.h>

bool moments_take(NetMoments *moments, const Timeline *timeline, const History *history,
                  const NetCurves *curves, int epochs, int64_t steps, Err *err)
{
    const TimelineFrame *frame = timeline->frame;
    *moments = (NetMoments){0};
    if (timeline->frames == 0) {
        return true;
    }
    if (!net_moments_make(moments, &frame->net.shape, timeline->frames, err)) {
        return false;
    }
    moments->epochs = epochs;
    moments->steps = steps;
    moments->curves = *curves;
    for (int i = 0; i < moments->count; i++) {
        int at = history_after(history, llround(frame[i].done * (double)steps)) - 1;
        net_copy(&moments->net[i], &frame[i].net);
        moments->done[i] = frame[i].done;
        moments->cost[i] = at >= 0 ? history->point[at].smooth : 0.0f;
    }
    return true;
}

bool moments_give(const NetMoments *moments, Timeline *timeline, History *history, Err *err)
{
    for (int i = 0; i < moments->count; i++) {
        if (!timeline_add(timeline, moments->done[i], &moments->net[i])) {
            timeline_clear(timeline);
            history->points = 0;
            return err_set_code(err, ERR_NO_MEMORY,
                                "There is not enough memory for the moments of a run.");
        }
        if (moments->cost[i] > 0.0f) {
            HistoryPoint point = {.step = llround(moments->done[i] * (double)moments->steps),
                                  .cost = moments->cost[i],
                                  .smooth = moments->cost[i]};
            history_add(history, &point);
        }
    }
    return true;
}
