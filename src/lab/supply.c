/* The images to train on: loaded in the background, and MNIST's download. */
#include "lab/supply.h"

#include <assert.h>

#include "base/path.h"
#include "lab/experiments.h"
#include "train/mnist.h"

/* What the settings ask for. */
static MixConfig chosen(const Lab *lab, Start start)
{
    const Plan *plan = &lab->plan;
    MixConfig config = mix_config_default();
    config.mnist = plan->data_mnist;
    config.own = plan->data_own;
    config.strokes = plan->data_strokes;
    config.asked = plan->data_asked;
    if (start >= START_EXPERIMENT) {
        experiment_mix((Experiment)(start - START_EXPERIMENT), &config);
    }
    config.preparation = lab->preparation;
    config.threads = lab->recipe.threads;
    return config;
}

/* What to train on, as far as it is there: without MNIST or digits of one's own there are always
 * the built-in strokes. `start` is what they are for; a run goes on with what it had. */
static MixConfig wanted(const Lab *lab, Start start)
{
    MixConfig config = start == START_RESUME ? lab->run_mix : chosen(lab, start);
    config.mnist = config.mnist && lab->mnist_found;
    config.own = config.own && lab->mine.own.digits.digits > 0;
    config.strokes = config.strokes || (!config.mnist && !config.own);
    return config;
}

static bool find_mnist(Lab *lab, Err *err)
{
    Path folder;
    lab->mnist_found = mnist_find(lab->data_folder, &folder, err);
    return lab->mnist_found;
}

/* The trainer borrows the images. */
static void release(Lab *lab)
{
    assert(lab->stats.phase == TRAIN_IDLE);
    trainer_destroy(lab->trainer);
    lab->trainer = NULL;
    lab->starts = 0;
    lab->following = false;
    lab->stats.snapshot = 0;
    lab->stats.run = 0;
    mix_free(&lab->mix);
}

/* What is there is released first: two mixes at once would be a lot of memory. */
static void load(Lab *lab, Start start)
{
    Err err;
    release(lab);
    lab->loaded = wanted(lab, start);
    lab->own_loaded = lab->mine.revision;
    lab->loader = loader_create(&lab->loaded, lab->data_folder, &lab->mine.own.digits, lab->wake,
                                lab->wake_context, &err);
    news_fail_unless(&lab->news, lab->loader, &err);
}

void supply_start(Lab *lab)
{
    Err err;
    bool found = find_mnist(lab, &err);
    if (!found && lab->data_folder && path_exists(lab->data_folder)) {
        news_fail(&lab->news, OFFER_NONE, err.text);
    } else if (!found && lab->plan.data_mnist) {
        news_mention(&lab->news, false, OFFER_GET_MNIST,
                     "MNIST is not on this machine, so training uses the built-in strokes until "
                     "you get it (12 MB).");
    }
    load(lab, START_NONE);
}

void supply_update(Lab *lab)
{
    MixConfig config = wanted(lab, START_NONE);
    config.preparation = lab->loaded.preparation; /* may wait for the next run */
    if (!lab->loader && lab->stats.phase == TRAIN_IDLE &&
        !mix_config_equal(&config, &lab->loaded)) {
        load(lab, START_NONE);
    }
}

bool supply_is_as_wished(const Lab *lab)
{
    MixConfig config = wanted(lab, START_NONE);
    return mix_config_equal(&config, &lab->loaded);
}

bool supply_ready(Lab *lab, Start start)
{
    MixConfig config = wanted(lab, start);
    bool newest = mix_config_equal(&config, &lab->loaded) &&
                  (!config.own || lab->own_loaded == lab->mine.revision);
    if (!lab->loader && !(lab->trainer && newest)) {
        load(lab, start);
    }
    lab->start_when_ready = lab->loader ? start : START_NONE;
    return !lab->loader && lab->trainer;
}

void supply_fetch(Lab *lab)
{
    Err err;
    Path folder;
    if (lab->fetch) {
        fetch_destroy(lab->fetch);
        lab->fetch = NULL;
        news_say(&lab->news, OFFER_NONE, "The download was cancelled; nothing was kept of it.");
        return;
    }
    lab->fetched = 0.0;
    if (mnist_home(lab->data_folder, &folder, &err)) {
        lab->fetch = fetch_create(folder.text, NULL, &err);
    }
    if (lab->fetch) {
        news_clear(&lab->news);
    } else {
        news_fail(&lab->news, OFFER_NONE, err.text);
    }
}

static void poll_fetch(Lab *lab)
{
    Err err;
    FetchPhase phase = fetch_poll(lab->fetch, &lab->fetched, &err);
    lab->news.shown = true;
    if (phase == FETCH_RUNNING) {
        return;
    }
    fetch_destroy(lab->fetch);
    lab->fetch = NULL;
    if (phase == FETCH_FAILED) {
        news_fail(&lab->news, OFFER_GET_MNIST, err.text);
    } else {
        find_mnist(lab, &err);
        bool idle = lab->stats.phase == TRAIN_IDLE;
        lab->plan.data_mnist = true;
        news_say(&lab->news, idle ? OFFER_TRAIN : OFFER_NONE,
                 idle ? "MNIST is here." : "MNIST is here: the next run trains on it.");
    }
}

/* Strokes that were left out are switched off, so that the window says what is true. */
static void follow_left_out(Lab *lab)
{
    Err why;
    if (!lab->mix.left_out) {
        return;
    }
    lab->loaded.strokes = false;
    if (!lab->plan.data_asked) {
        lab->plan.data_strokes = false;
        err_set(&why, "%s: switch them on (Ctrl+4) to mix them in.", mix_left_out());
        news_say_after(&lab->news, why.text);
    }
}

static void tell_parted(Lab *lab)
{
    Err said;
    if (lab->mix.parted) {
        err_set(&said, "%s.", mix_parted());
        news_mention(&lab->news, false, OFFER_NONE, said.text);
    }
}

/* The trainer over the images that have come. */
static bool make_trainer(Lab *lab)
{
    Err err;
    lab->trainer = trainer_create(&lab->mix.train, &lab->mix.test, lab->recipe.threads, true,
                                  lab->wake, lab->wake_context, &err);
    if (lab->trainer) {
        trainer_set_pace(lab->trainer, plan_pace(lab->plan.speed));
    }
    news_fail_unless(&lab->news, lab->trainer, &err);
    return lab->trainer != NULL;
}

/* What is to begin now. */
static Start poll_loader(Lab *lab)
{
    Err err;
    LoadPhase phase = loader_poll(lab->loader, &lab->mix, &err);
    if (phase == LOAD_RUNNING) {
        return START_NONE;
    }
    loader_destroy(lab->loader);
    lab->loader = NULL;
    lab->news.shown = true;
    Start start = lab->start_when_ready;
    lab->start_when_ready = START_NONE;
    if (phase == LOAD_FAILED) {
        /* MNIST may be damaged: then the strokes are loaded in its place. */
        lab->mnist_found = lab->mnist_found && !lab->loaded.mnist;
        news_fail(&lab->news, lab->loaded.mnist ? OFFER_GET_MNIST : OFFER_NONE, err.text);
        return START_NONE;
    }
    follow_left_out(lab);
    tell_parted(lab);
    return make_trainer(lab) ? start : START_NONE;
}

Start supply_poll(Lab *lab)
{
    if (lab->fetch) {
        poll_fetch(lab);
    }
    return lab->loader ? poll_loader(lab) : START_NONE;
}

void supply_free(Lab *lab)
{
    trainer_destroy(lab->trainer);
    fetch_destroy(lab->fetch);
    loader_destroy(lab->loader);
    mix_free(&lab->mix);
}
