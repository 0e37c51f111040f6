/* A run as a film is made of it. */
#include "lab/reel.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/number.h"
#include "lab/run_file.h"
#include "lab/scrub.h"
#include "nn/look.h"

/* "784-16-16-10 · MNIST, strokes · minibatch 10 · rate 3 · seed 1 · 60 epochs" */
static void print_caption(Reel *reel, const Lab *lab)
{
    char shape[64];
    const TrainConfig *config = &lab->config;
    net_shape_print(&reel->moments.net[0].shape, shape, sizeof shape);
    snprintf(reel->caption, sizeof reel->caption,
             "%s · %s · minibatch %d · rate %g · seed %" PRIu64 " · %d epoch%s", shape,
             *lab->model.info.data ? lab->model.info.data : "images", config->minibatch,
             (double)config->rate, config->seed, config->epochs, config->epochs > 1 ? "s" : "");
}

bool reel_can(const Lab *lab)
{
    return scrub_can(lab) && lab->stats.steps_planned > 0;
}

bool reel_make(Reel *reel, const Lab *lab, int frames, Err *err)
{
    const NetShape *shape = &lab->timeline.frame[0].net.shape;
    *reel = (Reel){.sheet = lab->sheet,
                   .input = lab->input,
                   .has_ink = lab->has_ink,
                   .history = lab->history,
                   .neurons = number_min(shape->size[1], REEL_NEURONS)};
    reel->picture = calloc((size_t)reel->neurons * NET_INPUTS, sizeof *reel->picture);
    if (!reel->picture || !run_file_take(lab, &reel->moments, err) ||
        !net_acts_make(&reel->acts, shape, err)) {
        reel_free(reel);
        return err_set(err, "There is not enough memory for a film of the run.");
    }
    Err unused; /* without images or memory there is no ground */
    reel->survey = lab->mix.train.images > 0 ? survey_create_of_run(&reel->moments, &lab->mix.train,
                                                                    lab->config.cost, &unused)
                                             : NULL;
    print_caption(reel, lab);
    reel_set_frames(reel, frames);
    return true;
}

void reel_survey(Reel *reel)
{
    const NetMoments *moments = &reel->moments;
    if (!reel->survey) {
        return;
    }
    survey_run(reel->survey);
    if (!reel_is_surveyed(reel)) {
        return;
    }
    reel->place = calloc((size_t)moments->count, sizeof *reel->place);
    for (int i = 0; reel->place && i < moments->count; i++) {
        plane_place(&reel->survey->plane, &moments->net[i], reel->place[i]);
    }
}

bool reel_is_surveyed(const Reel *reel)
{
    return reel->survey && survey_side(reel->survey) >= REEL_GROUND;
}

bool reel_has_ground(const Reel *reel)
{
    return reel->place != NULL;
}

void reel_free(Reel *reel)
{
    net_moments_free(&reel->moments);
    net_acts_free(&reel->acts);
    survey_destroy(reel->survey);
    free(reel->picture);
    free(reel->place);
    *reel = (Reel){0};
}

void reel_set_frames(Reel *reel, int frames)
{
    assert(frames >= 2);
    reel->frames = frames;
}

static double step_of(const NetMoments *moments, int i)
{
    return moments->done[i] * (double)moments->steps;
}

/* The newest moment that is not later. */
static int moment_at(const NetMoments *moments, double step)
{
    int at = 0;
    while (at + 1 < moments->count && step_of(moments, at + 1) <= step + 0.5) {
        at++;
    }
    return at;
}

ReelFrame reel_frame(Reel *reel, int frame)
{
    const NetMoments *moments = &reel->moments;
    double end = step_of(moments, moments->count - 1);
    double place = (double)frame / (reel->frames - 1);
    double step = frame == reel->frames - 1 ? end : expm1(place * log1p(end));
    int moment = moment_at(moments, step);
    const Net *net = &moments->net[moment];
    net_forward_levels(net, reel->input.cell, &reel->acts);
    for (int i = 0; i < reel->neurons; i++) {
        look_carry_back(net, 0, i, NULL, reel->picture + (size_t)i * NET_INPUTS);
    }
    return (ReelFrame){.net = net,
                       .step = step,
                       .moment = moment,
                       .epoch = step / (double)moments->steps * moments->epochs,
                       .points = history_after(&reel->history, (int64_t)(step + 0.5))};
}
