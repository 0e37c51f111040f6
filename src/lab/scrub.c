/* Looking back at a run, frame by frame. */
#include "lab/scrub.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "lab/moment.h"
#include "lab/weights.h"

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
    const Net *run = &newest(lab)->net, *net = &lab->model.net;
    if (lab->timeline.held || lab->stats.phase != TRAIN_IDLE ||
        memcmp(net->block, run->block, net->floats * sizeof *net->block) == 0) {
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

float scrub_slider(const Lab *lab)
{
    return (float)moment_done(lab);
}

void scrub_slide(Lab *lab, float share)
{
    scrub_to(lab, timeline_nearest(&lab->timeline, (double)share));
}

void scrub_print_epoch(const Lab *lab, char *text, size_t room)
{
    double epoch = moment_epoch(lab);
    int places = epoch < 0.1 ? 4 : epoch < 10.0 ? 2 : 1; /* single steps differ, at first */
    snprintf(text, room, "epoch %.*f of %d", places, epoch, lab->config.epochs);
}

void scrub_print(const Lab *lab, char *text, size_t room)
{
    int tested = number_min(moment_whole_epochs(lab), lab->curves.count - 1);
    scrub_print_epoch(lab, text, room);
    if (tested >= 0) {
        size_t length = strlen(text);
        snprintf(text + length, room - length, " · test at %d: %.1f %%", tested,
                 100.0 * (double)lab->curves.test_accuracy[tested]);
    }
}
