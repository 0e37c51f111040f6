/* The window's side of training: the trainer and its news. */
#include "app/training.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

#include "app/actions.h"
#include "app/models.h"
#include "app/recipe.h"
#include "app/scrub.h"
#include "app/supply.h"
#include "app/weights.h"

int training_pace(int speed)
{
    static const int PACE[TRAINING_SPEEDS] = {
        1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, TRAINER_FULL_SPEED};
    return PACE[speed];
}

void training_set_speed(App *app, int speed)
{
    app->lab.plan.speed = SDL_clamp(speed, 0, TRAINING_SPEEDS - 1);
    if (app->lab.trainer) {
        trainer_set_pace(app->lab.trainer, training_pace(app->lab.plan.speed));
    }
}

void training_release(App *app)
{
    assert(app->lab.stats.phase == TRAIN_IDLE);
    trainer_destroy(app->lab.trainer);
    app->lab.trainer = NULL;
    app->lab.run = 0;
    app->lab.following = false;
    app->lab.stats.snapshot = 0;
    app->lab.stats.run = 0;
}

bool training_prepare(App *app)
{
    Err err;
    app->lab.trainer = trainer_create(&app->lab.mix.train, &app->lab.mix.test,
                                      app->lab.recipe.threads, true, app_wake, app, &err);
    if (!app->lab.trainer) {
        app_tell(app, true, ACTION_NONE, err.text);
        return false;
    }
    training_set_speed(app, app->lab.plan.speed);
    return true;
}

/* The run that begins is one of those to compare; the one before gets no more figures. */
static void keep_run(App *app, const char *title)
{
    RunRecipe recipe = {.config = app->lab.config,
                        .shape = app->lab.model.net.shape,
                        .test_images = app->lab.mix.test.images,
                        .further = !app->lab.model.fresh};
    snprintf(recipe.title, sizeof recipe.title, "%s", title);
    snprintf(recipe.data, sizeof recipe.data, "%s", app->lab.mix.name);
    runs_end(&app->lab.runs, &app->lab.curves);
    runs_begin(&app->lab.runs, &recipe);
}

/* Begin a run of app->lab.config from the weights on show. */
static bool start(App *app, bool paused, Err *err)
{
    if (!trainer_start(app->lab.trainer, &app->lab.config, &app->lab.model.net, paused, err)) {
        return false;
    }
    weights_forget(app);
    app->lab.run++;
    app->lab.stats = (TrainStats){
        .run = app->lab.run, .snapshot = app->lab.stats.snapshot, .done = app->lab.config.begun};
    app->lab.stats.phase = paused ? TRAIN_PAUSED : TRAIN_RUNNING;
    app->lab.following = true;
    app->lab.paused = paused;
    app->lab.model.path = (Path){0};
    app->lab.model.changed = true;
    return true;
}

/* Begin a run with cost and augmentation as the settings have them. */
static bool begin(App *app, const TrainConfig *recipe, bool paused, const char *title, Err *err)
{
    app->lab.config = *recipe;
    app->lab.config.cost = app->lab.plan.cost;
    app->lab.config.augment = app->lab.plan.augment ? recipe->augment : AUGMENT_NONE;
    if (!start(app, paused, err)) {
        return false;
    }
    keep_run(app, title);
    app->lab.run_mix = app->lab.loaded;
    timeline_clear(&app->lab.timeline);
    timeline_add(&app->lab.timeline, 0.0, &app->lab.model.net);
    app->lab.epochs_before = app->lab.model.fresh ? 0 : app->lab.model.info.epochs;
    app->lab.model.info.curves = (NetCurves){0};
    app->lab.model.fresh = false;
    return true;
}

void training_toggle(App *app)
{
    Err err;
    if (app->lab.stats.phase == TRAIN_RUNNING) {
        trainer_pause(app->lab.trainer);
        app->lab.paused = true;
        app->lab.stats.phase = TRAIN_PAUSED;
    } else if (app->lab.stats.phase == TRAIN_PAUSED) {
        scrub_live(app); /* what goes on is on show */
        trainer_resume(app->lab.trainer);
        app->lab.paused = false;
        app->lab.stats.phase = TRAIN_RUNNING;
    } else if (supply_ready(app, ACTION_TRAIN)) {
        NetShape shape = recipe_shape(app);
        app_tell_unless(app,
                        models_refresh(app, &shape, &err) &&
                            training_begin(app, &app->lab.recipe, "", &err),
                        &err);
    }
}

bool training_begin(App *app, const TrainConfig *recipe, const char *title, Err *err)
{
    return begin(app, recipe, false, title, err);
}

void training_end(App *app)
{
    if (app->lab.stats.phase != TRAIN_IDLE) {
        app->lab.model.info = models_info(app);
        training_leave(app);
    }
}

void training_further(App *app)
{
    Err err;
    training_end(app); /* other images may have to come first */
    if (supply_ready(app, ACTION_TRAIN_FURTHER)) {
        TrainConfig recipe = train_config_further();
        recipe.threads = app->lab.recipe.threads;
        app_tell_unless(app, models_keep(app, &err) && begin(app, &recipe, false, "", &err), &err);
    }
}

/* Go on from a frame. The run as it went keeps its curves among the others, the new one begins with
 * those until the frame. */
static bool go_on(App *app, int frame, Err *err)
{
    char title[32];
    Curves before;
    double epoch = scrub_epoch(app);
    if (!curves_copy(&before, &app->lab.curves, (int)(epoch + 1e-7) + 1)) {
        return err_set(err, "There is not enough memory to go on from there.");
    }
    app->lab.config.begun = app->lab.timeline.frame[frame].done;
    if (!start(app, false, err)) {
        curves_free(&before);
        return false;
    }
    snprintf(title, sizeof title, "from epoch %.3g", epoch);
    keep_run(app, title);
    curves_free(&app->lab.curves);
    app->lab.curves = before;
    app->lab.timeline.held = 0;
    timeline_cut(&app->lab.timeline, frame);
    return true;
}

void training_resume_frame(App *app)
{
    Err err;
    if (app->lab.stats.phase != TRAIN_IDLE) {
        trainer_stop(app->lab.trainer);
        app->lab.stats.phase = TRAIN_IDLE;
        app->lab.following = false;
    }
    if (supply_ready(app, ACTION_RESUME_FRAME)) {
        app_tell_unless(app, go_on(app, scrub_frame(app), &err), &err);
    }
}

void training_step(App *app)
{
    Err err;
    if (app->lab.stats.phase == TRAIN_IDLE) {
        if (!supply_ready(app, ACTION_STEP)) {
            return;
        }
        bool ready = app->lab.model.fresh || models_keep(app, &err);
        if (!ready || !begin(app, &app->lab.recipe, true, "", &err)) {
            app_tell_unless(app, false, &err);
            return;
        }
    }
    scrub_live(app);
    trainer_step(app->lab.trainer);
}

void training_stop(App *app)
{
    trainer_stop(app->lab.trainer);
}

void training_reset(App *app)
{
    Err err;
    NetShape shape = recipe_shape(app);
    app_tell_unless(app, models_new(app, &shape, &err), &err);
}

void training_leave(App *app)
{
    if (app->lab.trainer) {
        trainer_stop(app->lab.trainer);
    }
    app->lab.following = false;
    app->lab.begin_when_ready = ACTION_NONE;
    app->lab.stats = (TrainStats){.run = app->lab.run, .snapshot = app->lab.stats.snapshot};
    runs_end(&app->lab.runs, &app->lab.curves);
    timeline_clear(&app->lab.timeline);
}

bool training_is_mid_epoch(const App *app)
{
    double epoch = scrub_epoch(app); /* an image is more than a millionth of it */
    return fabs(epoch - nearbyint(epoch)) > 1e-7;
}

/* What the network on show is now, for its file and its title. */
static void describe(App *app)
{
    NetInfo *info = &app->lab.model.info;
    const TrainConfig *config = &app->lab.config;
    snprintf(info->preparation, sizeof info->preparation, "%s",
             preparation_name(app->lab.loaded.preparation));
    snprintf(info->data, sizeof info->data, "%s", app->lab.mix.name);
    augment_print(&config->augment, info->augmentation, sizeof info->augmentation);
    info->cost = config->cost;
    info->seed = config->seed;
    info->minibatch = config->minibatch;
    info->threads = config->threads;
    info->rate = config->rate;
    info->decay = config->decay;
    scrub_describe(app);
}

static void poll_trainer(App *app)
{
    TrainStats stats = app->lab.stats;
    TrainEpoch epoch;
    if (!trainer_poll(app->lab.trainer, &app->lab.trained, &stats)) {
        return;
    }
    app->lab.stats.snapshot = stats.snapshot;
    if (!app->lab.following || stats.run != app->lab.run) {
        return; /* the last words of a run that was left */
    }
    app->lab.stats = stats;
    if (stats.phase != TRAIN_IDLE) {
        app->lab.stats.phase = app->lab.paused ? TRAIN_PAUSED : TRAIN_RUNNING;
    }
    timeline_add(&app->lab.timeline, stats.done, &app->lab.trained);
    while (trainer_epochs(app->lab.trainer, app->lab.curves.count, 1, &epoch) == 1 &&
           curves_add(&app->lab.curves, &epoch)) {
    }
    if (!app->lab.timeline.held) {
        net_copy(&app->lab.model.net, &app->lab.trained);
        app_weights_changed(app);
    }
    describe(app);
    app->redraw = true;
    if (stats.failed) {
        app_tell(app, true, ACTION_NONE, stats.why.text);
    }
}

void training_poll(App *app)
{
    if (app->lab.trainer) {
        poll_trainer(app);
    }
}

void training_free(App *app)
{
    trainer_destroy(app->lab.trainer);
    net_free(&app->lab.trained);
    curves_free(&app->lab.curves);
    timeline_free(&app->lab.timeline);
}
