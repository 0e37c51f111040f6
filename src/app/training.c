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
    app->settings.speed = SDL_clamp(speed, 0, TRAINING_SPEEDS - 1);
    if (app->trainer) {
        trainer_set_pace(app->trainer, training_pace(app->settings.speed));
    }
}

void training_release(App *app)
{
    assert(app->stats.phase == TRAIN_IDLE);
    trainer_destroy(app->trainer);
    app->trainer = NULL;
    app->run = 0;
    app->following = false;
    app->stats.snapshot = 0;
    app->stats.run = 0;
}

bool training_prepare(App *app)
{
    Err err;
    app->trainer = trainer_create(&app->mix.train, &app->mix.test, app->recipe.threads, true,
                                  app_wake, app, &err);
    if (!app->trainer) {
        app_tell(app, true, ACTION_NONE, err.text);
        return false;
    }
    training_set_speed(app, app->settings.speed);
    return true;
}

/* The run that begins is one of those to compare; the one before gets no more figures. */
static void keep_run(App *app, const char *title)
{
    RunRecipe recipe = {.config = app->config,
                        .shape = app->model.net.shape,
                        .test_images = app->mix.test.images,
                        .further = !app->model.fresh};
    snprintf(recipe.title, sizeof recipe.title, "%s", title);
    snprintf(recipe.data, sizeof recipe.data, "%s", app->mix.name);
    runs_end(&app->learning_view.runs, &app->curves);
    runs_begin(&app->learning_view.runs, &recipe);
}

/* Begin a run of app->config from the weights on show. */
static bool start(App *app, bool paused, Err *err)
{
    if (!trainer_start(app->trainer, &app->config, &app->model.net, paused, err)) {
        return false;
    }
    weights_forget(app);
    app->run++;
    app->stats =
        (TrainStats){.run = app->run, .snapshot = app->stats.snapshot, .done = app->config.begun};
    app->stats.phase = paused ? TRAIN_PAUSED : TRAIN_RUNNING;
    app->following = true;
    app->paused = paused;
    app->model.path = (Path){0};
    app->model.changed = true;
    return true;
}

/* Begin a run with cost and augmentation as the settings have them. */
static bool begin(App *app, const TrainConfig *recipe, bool paused, const char *title, Err *err)
{
    app->config = *recipe;
    app->config.cost = app->settings.cost;
    app->config.augment = app->settings.augment ? recipe->augment : AUGMENT_NONE;
    if (!start(app, paused, err)) {
        return false;
    }
    keep_run(app, title);
    app->run_mix = app->loaded;
    timeline_clear(&app->timeline);
    timeline_add(&app->timeline, 0.0, &app->model.net);
    app->epochs_before = app->model.fresh ? 0 : app->model.info.epochs;
    app->model.info.curves = (NetCurves){0};
    app->model.fresh = false;
    return true;
}

void training_toggle(App *app)
{
    Err err;
    if (app->stats.phase == TRAIN_RUNNING) {
        trainer_pause(app->trainer);
        app->paused = true;
        app->stats.phase = TRAIN_PAUSED;
    } else if (app->stats.phase == TRAIN_PAUSED) {
        scrub_live(app); /* what goes on is on show */
        trainer_resume(app->trainer);
        app->paused = false;
        app->stats.phase = TRAIN_RUNNING;
    } else if (supply_ready(app, ACTION_TRAIN)) {
        NetShape shape = recipe_shape(app);
        app_tell_unless(
            app, models_refresh(app, &shape, &err) && training_begin(app, &app->recipe, "", &err),
            &err);
    }
}

bool training_begin(App *app, const TrainConfig *recipe, const char *title, Err *err)
{
    return begin(app, recipe, false, title, err);
}

void training_end(App *app)
{
    if (app->stats.phase != TRAIN_IDLE) {
        app->model.info = models_info(app);
        training_leave(app);
    }
}

void training_further(App *app)
{
    Err err;
    training_end(app); /* other images may have to come first */
    if (supply_ready(app, ACTION_TRAIN_FURTHER)) {
        TrainConfig recipe = train_config_further();
        recipe.threads = app->recipe.threads;
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
    if (!curves_copy(&before, &app->curves, (int)(epoch + 1e-7) + 1)) {
        return err_set(err, "There is not enough memory to go on from there.");
    }
    app->config.begun = app->timeline.frame[frame].done;
    if (!start(app, false, err)) {
        curves_free(&before);
        return false;
    }
    snprintf(title, sizeof title, "from epoch %.3g", epoch);
    keep_run(app, title);
    curves_free(&app->curves);
    app->curves = before;
    app->timeline.held = 0;
    timeline_cut(&app->timeline, frame);
    return true;
}

void training_resume_frame(App *app)
{
    Err err;
    if (app->stats.phase != TRAIN_IDLE) {
        trainer_stop(app->trainer);
        app->stats.phase = TRAIN_IDLE;
        app->following = false;
    }
    if (supply_ready(app, ACTION_RESUME_FRAME)) {
        app_tell_unless(app, go_on(app, scrub_frame(app), &err), &err);
    }
}

void training_step(App *app)
{
    Err err;
    if (app->stats.phase == TRAIN_IDLE) {
        if (!supply_ready(app, ACTION_STEP)) {
            return;
        }
        bool ready = app->model.fresh || models_keep(app, &err);
        if (!ready || !begin(app, &app->recipe, true, "", &err)) {
            app_tell_unless(app, false, &err);
            return;
        }
    }
    scrub_live(app);
    trainer_step(app->trainer);
}

void training_stop(App *app)
{
    trainer_stop(app->trainer);
}

void training_reset(App *app)
{
    Err err;
    NetShape shape = recipe_shape(app);
    app_tell_unless(app, models_new(app, &shape, &err), &err);
}

void training_leave(App *app)
{
    if (app->trainer) {
        trainer_stop(app->trainer);
    }
    app->following = false;
    app->begin_when_ready = ACTION_NONE;
    app->stats = (TrainStats){.run = app->run, .snapshot = app->stats.snapshot};
    runs_end(&app->learning_view.runs, &app->curves);
    timeline_clear(&app->timeline);
}

bool training_is_mid_epoch(const App *app)
{
    double epoch = scrub_epoch(app); /* an image is more than a millionth of it */
    return fabs(epoch - nearbyint(epoch)) > 1e-7;
}

/* What the network on show is now, for its file and its title. */
static void describe(App *app)
{
    NetInfo *info = &app->model.info;
    const TrainConfig *config = &app->config;
    snprintf(info->preparation, sizeof info->preparation, "%s",
             preparation_name(app->loaded.preparation));
    snprintf(info->data, sizeof info->data, "%s", app->mix.name);
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
    TrainStats stats = app->stats;
    TrainEpoch epoch;
    if (!trainer_poll(app->trainer, &app->trained, &stats)) {
        return;
    }
    app->stats.snapshot = stats.snapshot;
    if (!app->following || stats.run != app->run) {
        return; /* the last words of a run that was left */
    }
    app->stats = stats;
    if (stats.phase != TRAIN_IDLE) {
        app->stats.phase = app->paused ? TRAIN_PAUSED : TRAIN_RUNNING;
    }
    timeline_add(&app->timeline, stats.done, &app->trained);
    while (trainer_epochs(app->trainer, app->curves.count, 1, &epoch) == 1 &&
           curves_add(&app->curves, &epoch)) {
    }
    if (!app->timeline.held) {
        net_copy(&app->model.net, &app->trained);
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
    if (app->trainer) {
        poll_trainer(app);
    }
}

void training_free(App *app)
{
    trainer_destroy(app->trainer);
    net_free(&app->trained);
    curves_free(&app->curves);
    timeline_free(&app->timeline);
}
