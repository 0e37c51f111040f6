/* The network on show: opened, saved, made anew, chosen from the shelf. */
#include "lab/models.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lab/moment.h"
#include "lab/run_file.h"
#include "lab/weights.h"

/* Prepare drawings as the images that the network on show was trained on. */
static void prepare_as_trained(Lab *lab)
{
    bool known = preparation_parse(lab->model.info.preparation, &lab->preparation);
    assert(known); /* net_load() takes no others */
    lab_net_changed(lab);
}

/* Put another network in the place of the one on show, which goes on the shelf; random weights only
 * where they are to be `kept`. Errors: out of memory; nothing changes then. */
static bool replace(Lab *lab, const Model *model, bool kept, Err *err)
{
    if (!moment_keep_newest(lab, err) || !net_acts_fit(&lab->acts, &model->net.shape, err)) {
        return false;
    }
    moment_leave(lab);
    weights_forget(lab);
    if (lab->model.net.block && (kept || !lab->model.fresh)) {
        shelf_put(&lab->shelf, &lab->model);
    } else {
        model_free(&lab->model);
    }
    lab->model = *model;
    lab->nets++;
    lab->plan.layers = (NetShape){0}; /* those of this one */
    prepare_as_trained(lab);
    return true;
}

/* Put a new network on show: random weights can be made again. Where there is no memory it is
 * released. */
static bool take(Lab *lab, Model *model, Err *err)
{
    if (!replace(lab, model, false, err)) {
        model_free(model);
        return false;
    }
    news_clear(&lab->news);
    return true;
}

static void free_moments(void *moments)
{
    net_moments_free(moments);
    free(moments);
}

/* An errand with room for the moments of a run. */
static Errand *make_errand(Lab *lab, const char *path, Err *err)
{
    Errand *errand = errand_make(&lab->errands, path, err);
    NetMoments *moments = errand ? calloc(1, sizeof *moments) : NULL;
    if (!moments) {
        errand_drop(errand);
        return errand ? (err_set(err, "There is not enough memory for files."), NULL) : NULL;
    }
    errand->more = moments;
    errand->free_more = free_moments;
    errand->of = lab;
    return errand;
}

/* On the other thread. */
static bool open_file(Errand *errand)
{
    return model_load_run(&errand->model, errand->more, errand->path.text, &errand->err);
}

static void opened(void *of, Errand *errand)
{
    Err err;
    Lab *lab = of;
    char assumed[ERR_TEXT_MAX];
    net_info_print_assumed(&errand->model.info, path_name(errand->path.text), assumed,
                           sizeof assumed);
    bool ok = take(lab, &errand->model, &err) && run_file_give(lab, errand->more, &err);
    errand->model = (Model){0};
    if (ok) {
        recent_add(&lab->recent, lab->model.path.text);
    }
    if (ok && *assumed) {
        news_say(&lab->news, OFFER_NONE, assumed);
    }
    news_fail_unless(&lab->news, ok, &err);
}

/* What is gone leaves the list of recent files. */
static void not_opened(void *of, Errand *errand)
{
    Lab *lab = of;
    if (errand->err.code == ERR_MISSING) {
        recent_forget(&lab->recent, errand->path.text);
    }
}

bool models_open(Lab *lab, const char *path, Err *err)
{
    Errand *errand = make_errand(lab, path, err);
    if (!errand) {
        return false;
    }
    errand->work = open_file;
    errand->done = opened;
    errand->failed = not_opened;
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
    return model_save_run(&errand->model, errand->more, errand->path.text, &errand->err);
}

/* The network may be another one by now, or have gone on learning. */
static void saved(void *of, Errand *errand)
{
    Lab *lab = of;
    char said[ERR_TEXT_MAX];
    Model *model = errand->block == lab->model.net.block ? &lab->model
                                                         : shelf_find(&lab->shelf, errand->block);
    if (model) {
        model->path = errand->model.path;
        model->with_run = errand->model.with_run;
        model->name[0] = 0;
        lab->shelf.revision++; /* it may stand there */
        model->changed = model->changed && errand->net_version != lab->net_version;
    }
    recent_add(&lab->recent, errand->model.path.text);
    snprintf(said, sizeof said, "Saved to %.900s.", errand->path.text);
    news_say(&lab->news, OFFER_NONE, said);
}

static bool save(Lab *lab, const char *path, bool with_run, Err *err)
{
    Errand *errand = make_errand(lab, path, err);
    if (!errand) {
        return false;
    }
    if (!model_copy(&errand->model, &lab->model, err) ||
        (with_run && !run_file_take(lab, errand->more, err))) {
        errand_drop(errand);
        return false;
    }
    errand->model.info = moment_info(lab);
    errand->block = lab->model.net.block;
    errand->net_version = lab->net_version;
    errand->work = save_file;
    errand->done = saved;
    return errand_send(&lab->errands, errand, err);
}

bool models_save(Lab *lab, const char *path, Err *err)
{
    return save(lab, path, false, err);
}

bool models_save_run(Lab *lab, const char *path, Err *err)
{
    return save(lab, path, run_file_can(lab), err);
}

bool models_keep(Lab *lab, Err *err)
{
    return moment_keep_newest(lab, err) &&
           (lab->model.fresh || shelf_keep(&lab->shelf, &lab->model, err));
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

void models_choose(Lab *lab, int entry)
{
    Err err;
    Model model = shelf_take(&lab->shelf, entry);
    if (!replace(lab, &model, true, &err)) {
        news_fail(&lab->news, OFFER_NONE, err.text);
        shelf_put(&lab->shelf, &model);
    }
}

bool models_bring_back(Lab *lab, const Model *model, Err *err)
{
    Model copy;
    if (model_is_same(&lab->model, model)) {
        return true;
    }
    for (int i = 0; i < lab->shelf.count; i++) {
        if (model_is_same(&lab->shelf.entry[i].model, model)) {
            models_choose(lab, i);
            return true;
        }
    }
    return model_copy(&copy, model, err) && take(lab, &copy, err);
}

bool models_read(const Lab *lab, const Model *model, float outputs[NET_OUTPUTS], Err *err)
{
    NetActs acts;
    Sheet input = lab->input; /* an image is prepared, and has the ink on it */
    bool there =
        lab->exhibit.shown || (lab->preparation == model_preparation(model) && !lab->answer_stale);
    bool prepared =
        there || normalise_drawing(&lab->drawing, model_preparation(model), &input, err);
    if (!prepared || !net_acts_make(&acts, &model->net.shape, err)) {
        return false;
    }
    memcpy(outputs, net_forward_levels(&model->net, input.cell, &acts),
           NET_OUTPUTS * sizeof *outputs);
    net_acts_free(&acts);
    return true;
}

void models_start(Lab *lab)
{
    for (int i = 0; i < lab->shelf.count; i++) {
        if (lab->shelf.entry[i].model.starts) {
            models_choose(lab, i);
            return;
        }
    }
}

/* That of the shelf, or the one on show. */
static Model *model_of(Lab *lab, int entry)
{
    return entry < 0 ? &lab->model : &lab->shelf.entry[entry].model;
}

void models_name(Lab *lab, int entry, const char *name)
{
    snprintf(model_of(lab, entry)->name, MODEL_NAME_MAX, "%s", name);
    lab->shelf.revision++;
}

void models_set_start(Lab *lab, int entry)
{
    Model *chosen = model_of(lab, entry);
    bool starts = !chosen->starts;
    lab->model.starts = false;
    for (int i = 0; i < lab->shelf.count; i++) {
        lab->shelf.entry[i].model.starts = false;
    }
    chosen->starts = starts;
    lab->shelf.revision++;
}

/* Whether the one on show is not, or not yet, one to stay with. */
static bool is_lacking(const Lab *lab)
{
    const Model *now = &lab->model;
    bool unknown = (now->changed || moment_is_broken_off(lab)) && !now->info.tested;
    return now->fresh || moment_is_in_training(lab) || unknown ||
           shelf_has_better(&lab->shelf, now);
}

bool models_was_better(const Lab *lab)
{
    return is_lacking(lab) && shelf_newest_sound(&lab->shelf, &lab->model) >= 0;
}

int models_before(const Lab *lab)
{
    const Model *shown = &lab->model;
    return models_was_better(lab) ? shelf_newest_sound(&lab->shelf, shown)
                                  : shelf_newest(&lab->shelf, shown);
}

void models_go_back(Lab *lab)
{
    models_choose(lab, models_before(lab));
}
