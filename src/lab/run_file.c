/* The run of the network on show as its file has it. */
#include "lab/run_file.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "lab/moment.h"
#include "lab/scrub.h"

bool run_file_can(const Lab *lab)
{
    return scrub_can(lab) && moment_is_of_run(lab) && lab->stats.steps_planned > 0;
}

bool run_file_take(const Lab *lab, NetMoments *moments, Err *err)
{
    NetCurves curves = {0};
    for (int i = 0; i < lab->curves.count; i++) {
        NetPoint point = curves_point(&lab->curves, i);
        net_curves_add(&curves, &point);
    }
    return moments_take(moments, &lab->timeline, &lab->history, &curves, lab->config.epochs,
                        lab->stats.steps_planned, err);
}

/* The frame that the network on show is; -1 for none. */
static int frame_on_show(const Lab *lab)
{
    const Net *net = &lab->model.net;
    for (int i = lab->timeline.frames - 1; i >= 0; i--) {
        if (memcmp(lab->timeline.frame[i].net.block, net->block, net->floats * sizeof(float)) ==
            0) {
            return i;
        }
    }
    return -1;
}

/* Epoch by epoch, as the window has them. Of long runs a file does not have all. */
static bool give_curves(Lab *lab, const NetCurves *from)
{
    curves_clear(&lab->curves);
    for (int i = 0; i < from->points; i++) {
        const NetPoint *point = &from->point[i];
        TrainEpoch epoch = {.epoch = i,
                            .train_cost = (double)point->train_cost,
                            .train_accuracy = (double)point->train_accuracy,
                            .test_cost = (double)point->test_cost,
                            .test_accuracy = (double)point->test_accuracy};
        if (point->epoch != i || !curves_add(&lab->curves, &epoch)) {
            curves_clear(&lab->curves);
            return false;
        }
    }
    return true;
}

/* What is known of it is what the network's file says. */
static void give_config(Lab *lab, int epochs)
{
    const NetInfo *info = &lab->model.info;
    lab->config = lab->recipe;
    lab->config.cost = info->cost;
    lab->config.seed = info->seed;
    lab->config.minibatch = number_max(info->minibatch, 1);
    lab->config.rate = info->rate;
    lab->config.first_layer = info->first_layer > 0.0f ? info->first_layer : 1.0f;
    lab->config.decay = info->decay;
    lab->config.epochs = epochs;
    lab->config.begun = 0.0;
}

/* It is one of those to compare, as it was when it went on. */
static void give_run(Lab *lab)
{
    RunRecipe recipe = {
        .config = lab->config, .shape = lab->model.net.shape, .further = lab->epochs_before > 0};
    snprintf(recipe.title, sizeof recipe.title, "%.31s", path_name(lab->model.path.text));
    snprintf(recipe.data, sizeof recipe.data, "%s", lab->model.info.data);
    runs_begin(&lab->runs, &recipe);
}

bool run_file_give(Lab *lab, const NetMoments *moments, Err *err)
{
    if (moments->count < 2 || !net_shape_equal(&moments->net[0].shape, &lab->model.net.shape) ||
        !give_curves(lab, &moments->curves)) {
        return true;
    }
    if (!moments_give(moments, &lab->timeline, &lab->history, err)) {
        curves_clear(&lab->curves);
        return false;
    }
    int frame = frame_on_show(lab);
    if (frame < 0) {
        curves_clear(&lab->curves);
        timeline_clear(&lab->timeline);
        lab->history.points = 0;
        return true;
    }
    const TimelineFrame *newest = &lab->timeline.frame[lab->timeline.frames - 1];
    give_config(lab, moments->epochs);
    lab->stats = (TrainStats){.snapshot = lab->stats.snapshot,
                              .finished = newest->done >= 1.0,
                              .done = newest->done,
                              .steps = llround(newest->done * (double)moments->steps),
                              .steps_planned = moments->steps};
    lab->timeline.held = frame < lab->timeline.frames - 1 ? lab->timeline.frame[frame].id : 0;
    lab->epochs_before = number_max(lab->model.info.epochs - moment_whole_epochs(lab), 0);
    lab->run_opened = true;
    lab->settings.strip_open = true;
    give_run(lab);
    return true;
}
