/* Looking back at a run, frame by frame. */
#include "lab/scrub.h"

#include <math.h>
#include <stdio.h>

#include "lab/moment.h"
#include "lab/weights.h"

/* The line is ten times as long as the run has come, so that it is never mostly blank. */
static const double AHEAD = 10, LEAST = 100;

bool scrub_can(const Lab *lab)
{
    return lab->timeline.frames > 1;
}

static const TimelineFrame *newest(const Lab *lab)
{
    return &lab->timeline.frame[lab->timeline.frames - 1];
}

/* Weights that a person has changed since the run would be lost. */
static bool keep_changes(Lab *lab)
{
    Err err;
    if (moment_is_of_run(lab)) {
        return true;
    }
    bool kept = weights_keep(lab, "weights before the time line", &err);
    news_fail_unless(&lab->news, kept, &err);
    return kept;
}

static void show(Lab *lab, const TimelineFrame *frame)
{
    net_copy(&lab->model.net, &frame->net);
    lab->model.path = (Path){0}; /* saving never writes over another moment */
    lab->model.changed = true;
    moment_describe(lab);
    lab_net_changed(lab);
    lab->news.shown = true;
}

void scrub_to(Lab *lab, int frame)
{
    if (frame >= lab->timeline.frames - 1) {
        scrub_live(lab);
    } else if (frame >= 0 && frame != moment_frame(lab) && keep_changes(lab)) {
        lab->timeline.held = lab->timeline.frame[frame].id;
        show(lab, &lab->timeline.frame[frame]);
    }
}

void scrub_back(Lab *lab)
{
    int frame = moment_frame(lab);
    scrub_to(lab, (frame < 0 ? lab->timeline.frames - 1 : frame) - 1);
}

void scrub_forward(Lab *lab)
{
    if (lab->timeline.held) {
        scrub_to(lab, moment_frame(lab) + 1);
    }
}

void scrub_live(Lab *lab)
{
    if (lab->timeline.held) {
        lab->timeline.held = 0;
        show(lab, newest(lab));
    }
}

double scrub_end(const Lab *lab)
{
    double planned = (double)lab->stats.steps_planned, grown = AHEAD * (double)lab->stats.steps;
    return planned > 0.0 ? fmin(planned, fmax(grown, LEAST)) : LEAST;
}

float scrub_place_on(double end, double step)
{
    return (float)(log1p(step) / log1p(end));
}

float scrub_place(const Lab *lab, double step)
{
    return scrub_place_on(scrub_end(lab), step);
}

float scrub_slider(const Lab *lab)
{
    return fminf(scrub_place(lab, moment_step(lab)), 1.0f);
}

int scrub_frame_at(const Lab *lab, float place)
{
    double step = expm1((double)place * log1p(scrub_end(lab)));
    double done = fmin(step / fmax((double)lab->stats.steps_planned, 1.0), 1.0);
    return timeline_nearest(&lab->timeline, done);
}

void scrub_slide(Lab *lab, float place)
{
    scrub_to(lab, scrub_frame_at(lab, place));
}

void scrub_print_epoch(const Lab *lab, char *text, size_t room)
{
    double epoch = moment_epoch(lab);
    bool whole = !moment_is_mid_epoch(lab); /* else single steps differ, at first */
    int places = whole ? 0 : epoch < 0.1 ? 4 : epoch < 10.0 ? 2 : 1;
    snprintf(text, room, "epoch %.*f of %d", places, epoch, lab->config.epochs);
}
