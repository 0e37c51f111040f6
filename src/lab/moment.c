/* The moment of a run that the weights on show are from. */
#include "lab/moment.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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

double moment_step(const Lab *lab)
{
    return moment_frame(lab) < 0 ? (double)lab->stats.steps
                                 : moment_done(lab) * (double)lab->stats.steps_planned;
}

bool moment_is_in_training(const Lab *lab)
{
    return lab->following && lab->stats.phase != TRAIN_IDLE;
}

bool moment_is_of_run(const Lab *lab)
{
    const Timeline *timeline = &lab->timeline;
    const Net *net = &lab->model.net;
    if (timeline->held || moment_is_in_training(lab)) {
        return true;
    }
    return timeline->frames > 0 &&
           memcmp(net->block, timeline->frame[timeline->frames - 1].net.block,
                  net->floats * sizeof *net->block) == 0;
}

/* An estimate of other weights is shown while these have learned from so little of the run since.
 */
enum { NEAR_PART = 4 };

/* What was recorded of a moment, or of the newest one is known. */
static void add_live_figures(const Lab *lab, MomentFigures *figures)
{
    const TrainStats *stats = &lab->stats;
    int at = history_after(&lab->history, llround(moment_step(lab))) - 1;
    const HistoryPoint *point = &lab->history.point[at >= 0 ? at : 0];
    bool live = !lab->timeline.held, ended = live && stats->phase == TRAIN_IDLE;
    int64_t step = llround(moment_step(lab)),
            of_step = live ? stats->accuracy_step : point->accuracy_step;
    bool near = llabs(step - of_step) <= step / NEAR_PART;
    figures->costed = at >= 0;
    figures->cost = at >= 0 ? (double)point->smooth : 0.0;
    figures->estimated = stats->estimated && (ended ? step == of_step : at >= 0 && near);
    figures->accuracy = live ? stats->accuracy : (double)point->accuracy;
}

MomentFigures moment_figures(const Lab *lab)
{
    const Curves *curves = &lab->curves;
    MomentFigures figures = {.of_run = moment_is_of_run(lab), .tested_epoch = -1};
    if (!figures.of_run) {
        return figures;
    }
    add_live_figures(lab, &figures);
    if (curves->count > 0) {
        int epoch = moment_whole_epochs(lab);
        figures.tested_epoch = number_min(epoch, curves->count - 1);
        figures.tested_now = figures.tested_epoch == epoch && !moment_is_mid_epoch(lab);
        figures.tested = (double)curves->test_accuracy[figures.tested_epoch];
    }
    return figures;
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

bool moment_is_broken_off(const Lab *lab)
{
    return lab->following ? lab->timeline.held || !lab->stats.finished : lab->model.broken_off;
}

void moment_settle(Lab *lab)
{
    lab->model.info = moment_info(lab);
    lab->model.broken_off = moment_is_broken_off(lab);
}

/* As it is known of the newest weights while they are on show. */
static void describe_newest(Lab *lab, Model *newest)
{
    int held = lab->timeline.held;
    lab->timeline.held = 0;
    moment_describe(lab);
    newest->info = moment_info(lab);
    newest->broken_off = moment_is_broken_off(lab);
    lab->timeline.held = held;
    moment_describe(lab);
}

bool moment_keep_newest(Lab *lab, Err *err)
{
    Model newest;
    if (!lab->timeline.held || !lab->following) {
        return true;
    }
    if (!model_copy(&newest, &lab->model, err)) {
        return false;
    }
    net_copy(&newest.net, &lab->timeline.frame[lab->timeline.frames - 1].net);
    describe_newest(lab, &newest);
    shelf_put(&lab->shelf, &newest);
    return true;
}

void moment_leave(Lab *lab)
{
    moment_settle(lab);
    if (lab->trainer) {
        trainer_stop(lab->trainer);
    }
    lab->following = false;
    lab->start_when_ready = START_NONE;
    lab->stats = (TrainStats){.snapshot = lab->stats.snapshot};
    runs_end(&lab->runs, &lab->curves);
    timeline_clear(&lab->timeline);
    lab->history.points = 0;
    lab->run_opened = false;
}
