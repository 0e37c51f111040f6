/* The moment of a run that the weights on show are from. */
#include "lab/moment.h"

#include <math.h>

#include "base/number.h"

int moment_frame(const Lab *lab)
{
    return lab->timeline.held ? timeline_find(&lab->timeline, lab->timeline.held) : -1;
}

double moment_done(const Lab *lab)
{
    int frame = moment_frame(lab);
    return frame < 0 ? lab->stats.done : lab->timeline.frame[frame].done;
}

double moment_epoch(const Lab *lab)
{
    return moment_done(lab) * lab->config.epochs;
}

int moment_whole_epochs(const Lab *lab)
{
    return (int)(moment_epoch(lab) + 1e-7);
}

bool moment_is_mid_epoch(const Lab *lab)
{
    double epoch = moment_epoch(lab); /* an image is more than a millionth of it */
    return fabs(epoch - nearbyint(epoch)) > 1e-7;
}

/* The curves that go with the weights: of the first `count` epochs. */
static void describe_curves(NetCurves *to, const Curves *curves, int count)
{
    if (to->added > count) {
        *to = (NetCurves){0};
    }
    while (to->added < count) {
        NetPoint point = curves_point(curves, to->added);
        net_curves_add(to, &point);
    }
}

void moment_describe(Lab *lab)
{
    NetInfo *info = &lab->model.info;
    const Curves *curves = &lab->curves;
    bool between = moment_is_mid_epoch(lab);
    int epochs = curves->count;
    if (lab->timeline.held) {
        int epoch = moment_whole_epochs(lab);
        epochs = number_min(epoch + 1, curves->count);
        info->epochs = lab->epochs_before + epoch;
        info->tested = !between && epoch < curves->count;
        info->test_accuracy = info->tested ? (double)curves->test_accuracy[epoch] : 0.0;
    } else {
        info->epochs = lab->epochs_before + curves->last.epoch;
        info->tested = curves->count > 0 && (lab->stats.phase != TRAIN_IDLE || !between);
        info->test_accuracy = curves->last.test_accuracy;
    }
    describe_curves(&info->curves, curves, epochs);
}

NetInfo moment_info(const Lab *lab)
{
    NetInfo info = lab->model.info;
    if (lab->following && moment_is_mid_epoch(lab)) {
        info.tested = false; /* the figure is that of the epoch before */
    }
    return info;
}

void moment_leave(Lab *lab)
{
    if (lab->trainer) {
        trainer_stop(lab->trainer);
    }
    lab->following = false;
    lab->start_when_ready = START_NONE;
    lab->stats = (TrainStats){.run = lab->run, .snapshot = lab->stats.snapshot};
    runs_end(&lab->runs, &lab->curves);
    timeline_clear(&lab->timeline);
}
