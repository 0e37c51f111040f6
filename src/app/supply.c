/* The images to train on: loaded in the background, and MNIST's download. */
#include "app/supply.h"

#include "app/actions.h"
#include "app/experiments.h"
#include "app/training.h"
#include "train/mnist.h"

/* What the settings ask for. */
static MixConfig chosen(const App *app, int action)
{
    const Plan *plan = &app->lab.plan;
    MixConfig config = mix_config_default();
    config.mnist = plan->data_mnist;
    config.own = plan->data_own;
    config.strokes = plan->data_strokes;
    config.asked = plan->data_asked;
    experiment_mix(action, &config);
    config.preparation = app->lab.preparation;
    config.threads = app->lab.recipe.threads;
    return config;
}

/* What to train on, as far as it is there: without MNIST or digits of one's own there are always
 * the built-in strokes. `action` is what they are for; a run goes on with what it had. */
static MixConfig wanted(const App *app, int action)
{
    MixConfig config = action == ACTION_RESUME_FRAME ? app->lab.run_mix : chosen(app, action);
    config.mnist = config.mnist && app->lab.mnist_found;
    config.own = config.own && app->lab.mine.own.digits.digits > 0;
    config.strokes = config.strokes || (!config.mnist && !config.own);
    return config;
}

static void find_mnist(App *app)
{
    Err err;
    Path folder;
    app->lab.mnist_found = mnist_find(app->lab.data_folder, &folder, &err);
}

/* What is there is released first: two mixes at once would be a lot of memory. */
static void load(App *app, int action)
{
    Err err;
    training_release(app);
    mix_free(&app->lab.mix);
    app->lab.loaded = wanted(app, action);
    app->lab.own_loaded = app->lab.mine.revision;
    app->lab.loader = loader_create(&app->lab.loaded, app->lab.data_folder,
                                    &app->lab.mine.own.digits, app_wake, app, &err);
    if (!app->lab.loader) {
        app_tell(app, true, ACTION_NONE, err.text);
    }
}

void supply_start(App *app)
{
    find_mnist(app);
    if (!app->lab.mnist_found && app->lab.plan.data_mnist && !*app->notice.text) {
        app_tell(app, false, ACTION_GET_MNIST,
                 "MNIST is not on this machine, so training uses the built-in strokes until you "
                 "get it (12 MB).");
    }
    load(app, ACTION_NONE);
}

void supply_update(App *app)
{
    MixConfig config = wanted(app, ACTION_NONE);
    config.preparation = app->lab.loaded.preparation; /* may wait for the next run */
    if (!app->lab.loader && app->lab.stats.phase == TRAIN_IDLE &&
        !mix_config_equal(&config, &app->lab.loaded)) {
        load(app, ACTION_NONE);
    }
}

bool supply_is_as_wished(const App *app)
{
    MixConfig config = wanted(app, ACTION_NONE);
    return mix_config_equal(&config, &app->lab.loaded);
}

bool supply_ready(App *app, int action)
{
    MixConfig config = wanted(app, action);
    bool newest = mix_config_equal(&config, &app->lab.loaded) &&
                  (!config.own || app->lab.own_loaded == app->lab.mine.revision);
    if (!app->lab.loader && !(app->lab.trainer && newest)) {
        load(app, action);
    }
    app->lab.begin_when_ready = app->lab.loader ? action : ACTION_NONE;
    return !app->lab.loader && app->lab.trainer;
}

void supply_fetch(App *app)
{
    Err err;
    Path folder;
    if (app->lab.fetch) {
        fetch_destroy(app->lab.fetch);
        app->lab.fetch = NULL;
        app_tell(app, false, ACTION_NONE, "The download was cancelled; nothing was kept of it.");
        return;
    }
    app->lab.fetched = 0.0;
    if (mnist_home(app->lab.data_folder, &folder, &err)) {
        app->lab.fetch = fetch_create(folder.text, NULL, &err);
    }
    if (app->lab.fetch) {
        app->notice = (Notice){0};
    } else {
        app_tell(app, true, ACTION_NONE, err.text);
    }
}

static void poll_fetch(App *app)
{
    Err err;
    FetchPhase phase = fetch_poll(app->lab.fetch, &app->lab.fetched, &err);
    app->redraw = true;
    if (phase == FETCH_RUNNING) {
        return;
    }
    fetch_destroy(app->lab.fetch);
    app->lab.fetch = NULL;
    if (phase == FETCH_FAILED) {
        app_tell(app, true, ACTION_GET_MNIST, err.text);
    } else {
        find_mnist(app);
        bool idle = app->lab.stats.phase == TRAIN_IDLE;
        app->lab.plan.data_mnist = true;
        app_tell(app, false, idle ? ACTION_TRAIN : ACTION_NONE,
                 idle ? "MNIST is here." : "MNIST is here: the next run trains on it.");
    }
}

/* Strokes that were left out are switched off, so that the window says what is true. */
static void follow_left_out(App *app)
{
    Err why;
    if (!app->lab.mix.left_out) {
        return;
    }
    app->lab.loaded.strokes = false;
    if (!app->lab.plan.data_asked) {
        app->lab.plan.data_strokes = false;
        err_set(&why, "%s: switch them on (Ctrl+4) to mix them in.", mix_left_out());
        app_tell(app, false, ACTION_NONE, why.text);
    }
}

static void poll_loader(App *app)
{
    Err err;
    LoadPhase phase = loader_poll(app->lab.loader, &app->lab.mix, &err);
    if (phase == LOAD_RUNNING) {
        return;
    }
    loader_destroy(app->lab.loader);
    app->lab.loader = NULL;
    app->redraw = true;
    int begin = app->lab.begin_when_ready;
    app->lab.begin_when_ready = ACTION_NONE;
    if (phase == LOAD_FAILED) {
        /* MNIST may be damaged: then the strokes are loaded in its place. */
        app->lab.mnist_found = app->lab.mnist_found && !app->lab.loaded.mnist;
        app_tell(app, true, app->lab.loaded.mnist ? ACTION_GET_MNIST : ACTION_NONE, err.text);
        return;
    }
    follow_left_out(app);
    if (training_prepare(app) && !experiment_resume(app, begin)) {
        app_do(app, begin);
    }
}

void supply_poll(App *app)
{
    if (app->lab.fetch) {
        poll_fetch(app);
    }
    if (app->lab.loader) {
        poll_loader(app);
    }
}

void supply_free(App *app)
{
    fetch_destroy(app->lab.fetch);
    loader_destroy(app->lab.loader);
    mix_free(&app->lab.mix);
}
