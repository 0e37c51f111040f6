/* The window's side of training: the trainer and its news. */
#include "lab/training.h"

#include <math.h>
#include <stdio.h>
#include <time.h>

#include "base/number.h"
#include "lab/experiments.h"
#include "lab/models.h"
#include "lab/moment.h"
#include "lab/recipe.h"
#include "lab/scrub.h"
#include "lab/supply.h"
#include "lab/weights.h"

void training_set_speed(Lab *lab, int speed)
{
    lab->plan.speed = number_clamp(speed, 0, PLAN_SPEEDS - 1);
    if (lab->trainer) {
        trainer_set_pace(lab->trainer, plan_pace(lab->plan.speed));
    }
}

/* The run that begins is one of those to compare; the one before gets no more figures. */
static void keep_run(Lab *lab, const char *title)
{
    RunRecipe recipe = {.config = lab->config,
                        .shape = lab->model.net.shape,
                        .test_images = lab->mix.test.images,
                        .further = !lab->model.fresh};
    snprintf(recipe.title, sizeof recipe.title, "%s", title);
    snprintf(recipe.data, sizeof recipe.data, "%s", lab->mix.name);
    runs_end(&lab->runs, &lab->curves);
    runs_begin(&lab->runs, &recipe);
}

/* Begin a run of lab->config from the weights on show. */
static bool start(Lab *lab, bool paused, Err *err)
{
    if (!trainer_start(lab->trainer, &lab->config, &lab->model.net, paused, err)) {
        return false;
    }
    weights_forget(lab);
    lab->run++;
    lab->stats = (TrainStats){
        .run = ++lab->starts, .snapshot = lab->stats.snapshot, .done = lab->config.begun};
    lab->stats.phase = paused ? TRAIN_PAUSED : TRAIN_RUNNING;
    lab->following = true;
    lab->paused = paused;
    lab->model.path = (Path){0};
    lab->model.changed = true;
    lab->model.starts = false;
    lab->settings.strip_open = true;
    return true;
}

/* Begin a run with cost and augmentation as the settings have them. */
static bool begin(Lab *lab, const TrainConfig *recipe, bool paused, const char *title, Err *err)
{
    lab->config = *recipe;
    lab->config.cost = lab->plan.cost;
    lab->config.augment = lab->plan.augment ? recipe->augment : AUGMENT_NONE;
    if (!start(lab, paused, err)) {
        return false;
    }
    keep_run(lab, title);
    lab->run_mix = lab->loaded;
    lab->run_opened = false;
    timeline_clear(&lab->timeline);
    timeline_add(&lab->timeline, 0.0, &lab->model.net);
    lab->history.points = 0;
    lab->epochs_before = lab->model.fresh ? 0 : lab->model.info.epochs;
    lab->model.info.curves = (NetCurves){0};
    lab->model.fresh = false;
    lab->model.trained_s = (int64_t)time(NULL);
    snprintf(lab->model.name, sizeof lab->model.name, "%s%s", *title ? "Experiment: " : "", title);
    return true;
}

/* Begin a run from random weights. */
static void train(Lab *lab)
{
    Err err;
    if (supply_ready(lab, START_TRAIN)) {
        NetShape shape = recipe_shape(lab);
        news_fail_unless(
            &lab->news,
            models_refresh(lab, &shape, &err) && begin(lab, &lab->recipe, false, "", &err), &err);
    }
}

void training_toggle(Lab *lab)
{
    if (lab->stats.phase == TRAIN_RUNNING) {
        trainer_pause(lab->trainer);
        lab->paused = true;
        lab->stats.phase = TRAIN_PAUSED;
    } else if (lab->stats.phase == TRAIN_PAUSED) {
        scrub_live(lab); /* what goes on is on show */
        trainer_resume(lab->trainer);
        lab->paused = false;
        lab->stats.phase = TRAIN_RUNNING;
    } else {
        train(lab);
    }
}

/* A run under way ends here; its weights stay on show. False where its newest cannot be kept. */
static bool end_run(Lab *lab)
{
    Err err;
    bool kept = moment_keep_newest(lab, &err);
    news_fail_unless(&lab->news, kept, &err);
    if (kept && lab->stats.phase != TRAIN_IDLE) {
        moment_leave(lab);
    }
    return kept;
}

void training_from_scratch(Lab *lab)
{
    if (end_run(lab)) { /* other images may have to come first */
        train(lab);
    }
}

void training_further(Lab *lab)
{
    Err err;
    /* Other images may have to come first. */
    if (end_run(lab) && supply_ready(lab, START_FURTHER)) {
        TrainConfig recipe = train_config_further();
        recipe.threads = lab->recipe.threads;
        news_fail_unless(&lab->news, models_keep(lab, &err) && begin(lab, &recipe, false, "", &err),
                         &err);
    }
}

/* Go on from a frame. The run as it went keeps its curves among the others, the new one begins with
 * those until the frame. */
static bool go_on(Lab *lab, int frame, Err *err)
{
    char title[RUN_TITLE_MAX];
    Curves before;
    double done = lab->timeline.frame[frame].done, epoch = done * lab->config.epochs;
    int64_t step = llround(done * (double)lab->stats.steps_planned);
    if (!curves_copy(&before, &lab->curves, (int)(epoch + 1e-7) + 1)) {
        return err_set(err, "There is not enough memory to go on from there.");
    }
    lab->config.begun = done;
    if (!start(lab, false, err)) {
        curves_free(&before);
        return false;
    }
    snprintf(title, sizeof title, "from epoch %.3g", epoch);
    keep_run(lab, title);
    curves_free(&lab->curves);
    lab->curves = before;
    lab->timeline.held = 0;
    timeline_cut(&lab->timeline, frame);
    history_cut(&lab->history, step);
    return true;
}

void training_resume_frame(Lab *lab)
{
    Err err;
    if (lab->run_opened) { /* what it was trained on is not known so well */
        training_further(lab);
        return;
    }
    if (!moment_keep_newest(lab, &err)) {
        news_fail_unless(&lab->news, false, &err);
        return;
    }
    if (lab->stats.phase != TRAIN_IDLE) {
        trainer_stop(lab->trainer);
        lab->stats.phase = TRAIN_IDLE;
        lab->following = false;
    }
    if (supply_ready(lab, START_RESUME)) {
        int frame = moment_frame(lab);
        news_fail_unless(&lab->news, go_on(lab, frame < 0 ? lab->timeline.frames - 1 : frame, &err),
                         &err);
    }
}

/* Whether the weights on show are from the middle of a run that is not going on. */
static bool is_unfinished(const Lab *lab)
{
    return lab->stats.phase == TRAIN_IDLE && scrub_can(lab) && moment_is_of_run(lab) &&
           lab->stats.done < 1.0;
}

bool training_can_continue(const Lab *lab)
{
    return !lab->model.fresh && (lab->stats.phase != TRAIN_RUNNING || moment_frame(lab) >= 0);
}

void training_continue(Lab *lab)
{
    if (moment_frame(lab) >= 0 || is_unfinished(lab)) {
        training_resume_frame(lab);
    } else if (lab->stats.phase == TRAIN_PAUSED) {
        training_toggle(lab);
    } else {
        training_further(lab);
    }
}

void training_experiment(Lab *lab, Experiment which)
{
    Err err;
    if (!end_run(lab) || !supply_ready(lab, (Start)(START_EXPERIMENT + (int)which))) {
        return;
    }
    NetShape shape = recipe_shape(lab);
    TrainConfig recipe = experiment_recipe(which, lab->series.run, &lab->recipe);
    char title[RUN_TITLE_MAX];
    experiment_print_title(which, lab->series.run, title, sizeof title);
    bool ready = models_refresh(lab, &shape, &err);
    if (ready) {
        experiment_weights(which, &lab->model.net);
        lab_net_changed(lab);
    }
    news_fail_unless(&lab->news, ready && begin(lab, &recipe, false, title, &err), &err);
}

void training_step(Lab *lab)
{
    Err err;
    if (lab->stats.phase == TRAIN_IDLE) {
        if (!supply_ready(lab, START_STEP)) {
            return;
        }
        TrainConfig recipe = lab->recipe;
        if (!lab->model.fresh) {
            recipe.rate = train_config_further().rate;
            recipe.first_layer = train_config_further().first_layer;
        }
        bool ready = models_keep(lab, &err);
        if (!ready || !begin(lab, &recipe, true, "", &err)) {
            news_fail_unless(&lab->news, false, &err);
            return;
        }
    }
    scrub_live(lab);
    trainer_step(lab->trainer);
}

void training_stop(Lab *lab)
{
    trainer_stop(lab->trainer);
}

void training_reset(Lab *lab)
{
    Err err;
    NetShape shape = recipe_shape(lab);
    news_fail_unless(&lab->news, models_new(lab, &shape, &err), &err);
}

/* What the network on show is now, for its file and its title. */
static void describe(Lab *lab)
{
    NetInfo *info = &lab->model.info;
    const TrainConfig *config = &lab->config;
    snprintf(info->preparation, sizeof info->preparation, "%s",
             preparation_name(lab->loaded.preparation));
    snprintf(info->data, sizeof info->data, "%s", lab->mix.name);
    augment_print(&config->augment, info->augmentation, sizeof info->augmentation);
    info->cost = config->cost;
    info->seed = config->seed;
    info->minibatch = config->minibatch;
    info->threads = config->threads;
    info->rate = config->rate;
    info->first_layer = config->first_layer;
    info->decay = config->decay;
    moment_describe(lab);
}

static void poll_trainer(Lab *lab)
{
    TrainStats stats = lab->stats;
    TrainEpoch epoch;
    if (!trainer_poll(lab->trainer, &lab->trained, &stats)) {
        return;
    }
    lab->stats.snapshot = stats.snapshot;
    if (!lab->following || stats.run != lab->stats.run) {
        return; /* the last words of a run that was left */
    }
    lab->stats = stats;
    if (stats.phase != TRAIN_IDLE) {
        lab->stats.phase = lab->paused ? TRAIN_PAUSED : TRAIN_RUNNING;
    }
    timeline_add(&lab->timeline, stats.done, &lab->trained);
    trainer_follow(lab->trainer, &lab->history);
    while (trainer_epochs(lab->trainer, lab->curves.count, 1, &epoch) == 1 &&
           curves_add(&lab->curves, &epoch)) {
    }
    if (!lab->timeline.held) {
        net_copy(&lab->model.net, &lab->trained);
        lab_net_changed(lab);
    }
    describe(lab);
    lab->news.shown = true;
    if (stats.failed) {
        news_fail(&lab->news, OFFER_NONE, stats.why.text);
    }
}

/* What has waited for the images begins, if it still can. */
static void begin_waiting(Lab *lab, Start start)
{
    switch (start) {
    case START_NONE:
        break;
    case START_TRAIN:
        training_toggle(lab);
        break;
    case START_FURTHER:
        training_further(lab);
        break;
    case START_STEP:
        training_step(lab);
        break;
    case START_RESUME:
        if (moment_frame(lab) >= 0 || is_unfinished(lab)) { /* it may be another by now */
            training_resume_frame(lab);
        }
        break;
    default:
        training_experiment(lab, (Experiment)(start - START_EXPERIMENT));
        break;
    }
}

void training_poll(Lab *lab)
{
    begin_waiting(lab, supply_poll(lab));
    if (lab->trainer) {
        poll_trainer(lab);
    }
    supply_update(lab);
}

void training_free(Lab *lab)
{
    net_free(&lab->trained);
    curves_free(&lab->curves);
    timeline_free(&lab->timeline);
    runs_free(&lab->runs);
}
