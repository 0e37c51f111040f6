/* Looking back at a run, frame by frame. */
#include "app/scrub.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "app/training.h"
#include "app/weights.h"

bool scrub_can(const App *app)
{
    return app->lab.timeline.frames > 1;
}

bool scrub_has_slider(const App *app)
{
    return scrub_can(app) && !app->lab.fetch;
}

int scrub_frame(const App *app)
{
    return app->lab.timeline.held ? timeline_find(&app->lab.timeline, app->lab.timeline.held) : -1;
}

static const TimelineFrame *newest(const App *app)
{
    return &app->lab.timeline.frame[app->lab.timeline.frames - 1];
}

/* Weights that a person has changed since the run would be lost. */
static bool keep_changes(App *app)
{
    Err err;
    const Net *run = &newest(app)->net, *net = &app->lab.model.net;
    if (app->lab.timeline.held || app->lab.stats.phase != TRAIN_IDLE ||
        memcmp(net->block, run->block, net->floats * sizeof *net->block) == 0) {
        return true;
    }
    bool kept = weights_keep(app, "weights before the time line", &err);
    app_tell_unless(app, kept, &err);
    return kept;
}

static void show(App *app, const TimelineFrame *frame)
{
    net_copy(&app->lab.model.net, &frame->net);
    app->lab.model.path = (Path){0}; /* saving never writes over another moment */
    app->lab.model.changed = true;
    scrub_describe(app);
    app_weights_changed(app);
    app->redraw = true;
}

void scrub_to(App *app, int frame)
{
    if (frame >= app->lab.timeline.frames - 1) {
        scrub_live(app);
    } else if (frame >= 0 && frame != scrub_frame(app) && keep_changes(app)) {
        app->lab.timeline.held = app->lab.timeline.frame[frame].id;
        show(app, &app->lab.timeline.frame[frame]);
    }
}

void scrub_back(App *app)
{
    int frame = scrub_frame(app);
    scrub_to(app, (frame < 0 ? app->lab.timeline.frames - 1 : frame) - 1);
}

void scrub_forward(App *app)
{
    if (app->lab.timeline.held) {
        scrub_to(app, scrub_frame(app) + 1);
    }
}

void scrub_live(App *app)
{
    if (app->lab.timeline.held) {
        app->lab.timeline.held = 0;
        show(app, newest(app));
    }
}

/* How much of the run was over, for the weights on show. */
static double moment(const App *app)
{
    int frame = scrub_frame(app);
    return frame < 0 ? app->lab.stats.done : app->lab.timeline.frame[frame].done;
}

float scrub_slider(const App *app)
{
    return (float)moment(app);
}

void scrub_slide(App *app, float share)
{
    scrub_to(app, timeline_nearest(&app->lab.timeline, (double)share));
}

double scrub_epoch(const App *app)
{
    return moment(app) * app->lab.config.epochs;
}

/* Epochs that are over; one that lacks less than an image is. */
static int whole_epochs(double epoch)
{
    return (int)(epoch + 1e-7);
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

void scrub_describe(App *app)
{
    NetInfo *info = &app->lab.model.info;
    const Curves *curves = &app->lab.curves;
    bool between = training_is_mid_epoch(app);
    int epochs = curves->count;
    if (app->lab.timeline.held) {
        int epoch = whole_epochs(scrub_epoch(app));
        epochs = SDL_min(epoch + 1, curves->count);
        info->epochs = app->lab.epochs_before + epoch;
        info->tested = !between && epoch < curves->count;
        info->test_accuracy = info->tested ? (double)curves->test_accuracy[epoch] : 0.0;
    } else {
        info->epochs = app->lab.epochs_before + curves->last.epoch;
        info->tested = curves->count > 0 && (app->lab.stats.phase != TRAIN_IDLE || !between);
        info->test_accuracy = curves->last.test_accuracy;
    }
    describe_curves(&info->curves, curves, epochs);
}

void scrub_print_epoch(const App *app, char *text, size_t room)
{
    double epoch = scrub_epoch(app);
    int places = epoch < 0.1 ? 4 : epoch < 10.0 ? 2 : 1; /* single steps differ, at first */
    snprintf(text, room, "epoch %.*f of %d", places, epoch, app->lab.config.epochs);
}

void scrub_print(const App *app, char *text, size_t room)
{
    int tested = SDL_min(whole_epochs(scrub_epoch(app)), app->lab.curves.count - 1);
    scrub_print_epoch(app, text, room);
    if (tested >= 0) {
        size_t length = strlen(text);
        snprintf(text + length, room - length, " · test at %d: %.1f %%", tested,
                 100.0 * (double)app->lab.curves.test_accuracy[tested]);
    }
}

void scrub_explain(const App *app, Hint *hint)
{
    int frame = scrub_frame(app), tested = whole_epochs(scrub_epoch(app));
    const char *live =
        app->lab.stats.phase == TRAIN_IDLE ? "the end of the run" : "live: the newest";
    hint_title(hint, "The weights on show: epoch %.4g of %d", scrub_epoch(app),
               app->lab.config.epochs);
    hint_say(hint, "%.3g %% of the run; ", 100.0 * moment(app));
    if (frame < 0) {
        hint_say(hint, "%s.\nDrag the handle, or press Ctrl+Left, to go back.", live);
    } else if (tested < app->lab.curves.count) {
        hint_say(hint, "frame %d of %d.\nRight on %.2f %% of the test images after epoch %d.",
                 frame + 1, app->lab.timeline.frames,
                 100.0 * (double)app->lab.curves.test_accuracy[tested], tested);
    } else {
        hint_say(hint, "frame %d of %d.", frame + 1, app->lab.timeline.frames);
    }
    hint_unit(hint, "passes through all training images");
}
