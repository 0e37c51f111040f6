/* The window's side of training: the trainer and its news. */
#include "app/training.h"

#include <assert.h>
#include <stdio.h>

#include "app/actions.h"
#include "app/models.h"
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

/* Begin a run from the weights on show, with cost and augmentation as the settings have them. */
static bool begin(App *app, const TrainConfig *recipe, bool paused, Err *err)
{
    app->config = *recipe;
    app->config.cost = app->settings.cost;
    app->config.augment = app->settings.augment ? recipe->augment : AUGMENT_NONE;
    if (!trainer_start(app->trainer, &app->config, &app->model.net, paused, err)) {
        return false;
    }
    weights_forget(app);
    app->run++;
    app->stats = (TrainStats){.run = app->run, .snapshot = app->stats.snapshot};
    app->stats.phase = paused ? TRAIN_PAUSED : TRAIN_RUNNING;
    app->following = true;
    app->paused = paused;
    curves_clear(&app->curves);
    app->epochs_before = app->model.fresh ? 0 : app->model.info.epochs;
    app->model.info.curves = (NetCurves){0};
    app->model.path = (Path){0};
    app->model.changed = true;
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
        trainer_resume(app->trainer);
        app->paused = false;
        app->stats.phase = TRAIN_RUNNING;
    } else if (supply_ready(app, ACTION_TRAIN)) {
        NetShape shape = app->model.net.shape;
        bool ready = app->model.fresh || models_new(app, &shape, &err);
        app_tell_unless(app, ready && begin(app, &app->recipe, false, &err), &err);
    }
}

void training_further(App *app)
{
    Err err;
    if (app->stats.phase != TRAIN_IDLE) {
        /* The run ends here: other images may have to come first. */
        app->model.info = models_info(app);
        training_leave(app);
    }
    if (supply_ready(app, ACTION_TRAIN_FURTHER)) {
        TrainConfig recipe = train_config_further();
        recipe.threads = app->recipe.threads;
        app_tell_unless(app, models_keep(app, &err) && begin(app, &recipe, false, &err), &err);
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
        if (!ready || !begin(app, &app->recipe, true, &err)) {
            app_tell_unless(app, false, &err);
            return;
        }
    }
    trainer_step(app->trainer);
}

void training_stop(App *app)
{
    trainer_stop(app->trainer);
}

void training_reset(App *app)
{
    Err err;
    NetShape shape = app->model.net.shape;
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
    curves_clear(&app->curves);
}

bool training_is_mid_epoch(const App *app)
{
    return app->stats.images % SDL_max(app->mix.train.images, 1) != 0;
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
    info->epochs = app->epochs_before + app->curves.last.epoch;
    info->tested =
        app->curves.count > 0 && (app->stats.phase != TRAIN_IDLE || !training_is_mid_epoch(app));
    info->test_accuracy = app->curves.last.test_accuracy;
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
    net_copy(&app->model.net, &app->trained);
    while (trainer_epochs(app->trainer, app->curves.count, 1, &epoch) == 1 &&
           curves_add(&app->curves, &epoch)) {
        NetPoint point = trainer_point(&epoch);
        net_curves_add(&app->model.info.curves, &point);
    }
    describe(app);
    app_weights_changed(app);
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
}
