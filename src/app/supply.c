/* The images to train on: loaded in the background, and MNIST's download. */
#include "app/supply.h"

#include "app/actions.h"
#include "app/experiments.h"
#include "app/training.h"
#include "train/mnist.h"

/* What the settings ask for. */
static MixConfig chosen(const App *app, int action)
{
    const Settings *settings = &app->settings;
    MixConfig config = mix_config_default();
    config.mnist = settings->data_mnist;
    config.own = settings->data_own;
    config.strokes = settings->data_strokes;
    config.asked = settings->data_asked;
    experiment_mix(action, &config);
    config.preparation = app->preparation;
    config.threads = app->recipe.threads;
    return config;
}

/* What to train on, as far as it is there: without MNIST or digits of one's own there are always
 * the built-in strokes. `action` is what they are for; a run goes on with what it had. */
static MixConfig wanted(const App *app, int action)
{
    MixConfig config = action == ACTION_RESUME_FRAME ? app->run_mix : chosen(app, action);
    config.mnist = config.mnist && app->mnist_found;
    config.own = config.own && app->mine.own.digits.digits > 0;
    config.strokes = config.strokes || (!config.mnist && !config.own);
    return config;
}

static void find_mnist(App *app)
{
    Err err;
    Path folder;
    app->mnist_found = mnist_find(app->data_folder, &folder, &err);
}

/* What is there is released first: two mixes at once would be a lot of memory. */
static void load(App *app, int action)
{
    Err err;
    training_release(app);
    mix_free(&app->mix);
    app->loaded = wanted(app, action);
    app->own_loaded = app->mine.revision;
    app->loader =
        loader_create(&app->loaded, app->data_folder, &app->mine.own.digits, app_wake, app, &err);
    if (!app->loader) {
        app_tell(app, true, ACTION_NONE, err.text);
    }
}

void supply_start(App *app)
{
    find_mnist(app);
    if (!app->mnist_found && app->settings.data_mnist && !*app->notice.text) {
        app_tell(app, false, ACTION_GET_MNIST,
                 "MNIST is not on this machine, so training uses the built-in strokes until you "
                 "get it (12 MB).");
    }
    load(app, ACTION_NONE);
}

void supply_update(App *app)
{
    MixConfig config = wanted(app, ACTION_NONE);
    config.preparation = app->loaded.preparation; /* may wait for the next run */
    if (!app->loader && app->stats.phase == TRAIN_IDLE &&
        !mix_config_equal(&config, &app->loaded)) {
        load(app, ACTION_NONE);
    }
}

bool supply_is_as_wished(const App *app)
{
    MixConfig config = wanted(app, ACTION_NONE);
    return mix_config_equal(&config, &app->loaded);
}

bool supply_ready(App *app, int action)
{
    MixConfig config = wanted(app, action);
    bool newest = mix_config_equal(&config, &app->loaded) &&
                  (!config.own || app->own_loaded == app->mine.revision);
    if (!app->loader && !(app->trainer && newest)) {
        load(app, action);
    }
    app->begin_when_ready = app->loader ? action : ACTION_NONE;
    return !app->loader && app->trainer;
}

void supply_fetch(App *app)
{
    Err err;
    Path folder;
    if (app->fetch) {
        fetch_destroy(app->fetch);
        app->fetch = NULL;
        app_tell(app, false, ACTION_NONE, "The download was cancelled; nothing was kept of it.");
        return;
    }
    app->fetched = 0.0;
    if (mnist_home(app->data_folder, &folder, &err)) {
        app->fetch = fetch_create(folder.text, NULL, &err);
    }
    if (app->fetch) {
        app->notice = (Notice){0};
    } else {
        app_tell(app, true, ACTION_NONE, err.text);
    }
}

static void poll_fetch(App *app)
{
    Err err;
    FetchPhase phase = fetch_poll(app->fetch, &app->fetched, &err);
    app->redraw = true;
    if (phase == FETCH_RUNNING) {
        return;
    }
    fetch_destroy(app->fetch);
    app->fetch = NULL;
    if (phase == FETCH_FAILED) {
        app_tell(app, true, ACTION_GET_MNIST, err.text);
    } else {
        find_mnist(app);
        bool idle = app->stats.phase == TRAIN_IDLE;
        app->settings.data_mnist = true;
        app_tell(app, false, idle ? ACTION_TRAIN : ACTION_NONE,
                 idle ? "MNIST is here." : "MNIST is here: the next run trains on it.");
    }
}

/* Strokes that were left out are switched off, so that the window says what is true. */
static void follow_left_out(App *app)
{
    Err why;
    if (!app->mix.left_out) {
        return;
    }
    app->loaded.strokes = false;
    if (!app->settings.data_asked) {
        app->settings.data_strokes = false;
        err_set(&why, "%s: switch them on (Ctrl+4) to mix them in.", mix_left_out());
        app_tell(app, false, ACTION_NONE, why.text);
    }
}

static void poll_loader(App *app)
{
    Err err;
    LoadPhase phase = loader_poll(app->loader, &app->mix, &err);
    if (phase == LOAD_RUNNING) {
        return;
    }
    loader_destroy(app->loader);
    app->loader = NULL;
    app->redraw = true;
    int begin = app->begin_when_ready;
    app->begin_when_ready = ACTION_NONE;
    if (phase == LOAD_FAILED) {
        /* MNIST may be damaged: then the strokes are loaded in its place. */
        app->mnist_found = app->mnist_found && !app->loaded.mnist;
        app_tell(app, true, app->loaded.mnist ? ACTION_GET_MNIST : ACTION_NONE, err.text);
        return;
    }
    follow_left_out(app);
    if (training_prepare(app) && !experiment_resume(app, begin)) {
        app_do(app, begin);
    }
}

void supply_poll(App *app)
{
    if (app->fetch) {
        poll_fetch(app);
    }
    if (app->loader) {
        poll_loader(app);
    }
}

void supply_free(App *app)
{
    fetch_destroy(app->fetch);
    loader_destroy(app->loader);
    mix_free(&app->mix);
}
