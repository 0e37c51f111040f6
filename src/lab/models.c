/* The network on show: opened, saved, made anew, brought back. */
#include "lab/models.h"

#include <assert.h>
#include <stdio.h>

#include "lab/moment.h"
#include "lab/weights.h"

/* Prepare drawings as the images that the network on show was trained on. */
static void prepare_as_trained(Lab *lab)
{
    bool known = preparation_parse(lab->model.info.preparation, &lab->preparation);
    assert(known); /* net_load() takes no others */
    lab_net_changed(lab);
}

/* Put another network in the place of the one on show, which becomes the previous one if something
 * has trained it: random weights push nothing out of reach. Where there is no memory, nothing
 * changes and the network is released. */
static bool take(Lab *lab, Model *model, Err *err)
{
    if (!net_acts_fit(&lab->acts, &model->net.shape, err)) {
        model_free(model);
        return false;
    }
    lab->model.info = moment_info(lab);
    moment_leave(lab);
    weights_forget(lab);
    if (lab->model.fresh) {
        model_free(&lab->model);
    } else {
        model_free(&lab->previous);
        lab->previous = lab->model;
    }
    lab->model = *model;
    lab->plan.layers = (NetShape){0}; /* those of this one */
    prepare_as_trained(lab);
    news_clear(&lab->news);
    return true;
}

/* On the other thread. */
static bool open_file(Errand *errand)
{
    return model_load(&errand->model, errand->path.text, &errand->err);
}

static void opened(void *of, Errand *errand)
{
    Err err;
    Lab *lab = of;
    news_fail_unless(&lab->news, take(lab, &errand->model, &err), &err);
    errand->model = (Model){0};
}

bool models_open(Lab *lab, const char *path, Err *err)
{
    Errand *errand = errand_make(&lab->errands, path, err);
    if (!errand) {
        return false;
    }
    errand->work = open_file;
    errand->done = opened;
    errand->of = lab;
    return errand_send(&lab->errands, errand, err);
}

bool models_open_shipped(Lab *lab, Shipped which, Err *err)
{
    Model model;
    return model_load_shipped(&model, which, err) && take(lab, &model, err);
}

/* On the other thread. */
static bool save_file(Errand *errand)
{
    return model_save(&errand->model, errand->path.text, &errand->err);
}

/* The network may be another one by now, or have gone on learning. */
static void saved(void *of, Errand *errand)
{
    Lab *lab = of;
    char said[ERR_TEXT_MAX];
    Model *model = errand->block == lab->model.net.block ? &lab->model : &lab->previous;
    if (errand->block == model->net.block) {
        model->path = errand->model.path;
        model->changed = model->changed && errand->net_version != lab->net_version;
    }
    snprintf(said, sizeof said, "Saved to %.900s.", errand->path.text);
    news_say(&lab->news, OFFER_NONE, said);
}

bool models_save(Lab *lab, const char *path, Err *err)
{
    Errand *errand = errand_make(&lab->errands, path, err);
    if (!errand) {
        return false;
    }
    if (!model_copy(&errand->model, &lab->model, err)) {
        errand_drop(errand);
        return false;
    }
    errand->model.info = moment_info(lab);
    errand->block = lab->model.net.block;
    errand->net_version = lab->net_version;
    errand->work = save_file;
    errand->done = saved;
    errand->of = lab;
    return errand_send(&lab->errands, errand, err);
}

bool models_keep(Lab *lab, Err *err)
{
    Model copy;
    if (!model_copy(&copy, &lab->model, err)) {
        return false;
    }
    model_free(&lab->previous);
    lab->previous = copy;
    return true;
}

bool models_new(Lab *lab, const NetShape *shape, Err *err)
{
    Model model;
    return model_make_random(&model, shape, lab->recipe.seed, lab->preparation, err) &&
           take(lab, &model, err);
}

bool models_refresh(Lab *lab, const NetShape *shape, Err *err)
{
    const Model *now = &lab->model;
    bool as_wished =
        now->fresh && now->info.seed == lab->recipe.seed && net_shape_equal(&now->net.shape, shape);
    return as_wished || models_new(lab, shape, err);
}

void models_swap(Lab *lab)
{
    Err err;
    if (!net_acts_fit(&lab->acts, &lab->previous.net.shape, &err)) {
        news_fail(&lab->news, OFFER_NONE, err.text);
        return;
    }
    lab->model.info = moment_info(lab);
    moment_leave(lab);
    weights_forget(lab);
    Model model = lab->model;
    lab->model = lab->previous;
    lab->previous = model;
    lab->plan.layers = (NetShape){0};
    prepare_as_trained(lab);
}

bool models_was_better(const Lab *lab)
{
    enum { CLEARLY_PERCENT = 1 };
    const Model *now = &lab->model, *before = &lab->previous;
    if (!before->net.block || before->fresh) {
        return false;
    }
    double lost = before->info.test_accuracy - now->info.test_accuracy;
    bool worse = before->info.tested && now->info.tested && 100.0 * lost >= CLEARLY_PERCENT;
    bool training = lab->following && lab->stats.phase != TRAIN_IDLE;
    return now->fresh || training || worse;
}
