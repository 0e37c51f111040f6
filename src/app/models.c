/* The network on show: opened, saved, made anew, brought back. */
#include "app/models.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/actions.h"
#include "app/errand.h"
#include "app/training.h"
#include "app/weights.h"

static const struct {
    const char *name, *file;
} SHIPPED[SHIPPED_NETWORKS] = {
    [SHIPPED_DEFAULT] = {"Default network", "784-16-16-10.safetensors"},
    [SHIPPED_LARGE] = {"Large network", "784-256-128-10.safetensors"},
};

void model_free(Model *model)
{
    net_free(&model->net);
    *model = (Model){0};
}

/* Prepare drawings as the images that the network on show was trained on. */
static void prepare_as_trained(App *app)
{
    bool known = preparation_parse(app->lab.model.info.preparation, &app->lab.preparation);
    assert(known); /* net_load() takes no others */
    app_weights_changed(app);
}

/* Put another network in the place of the one on show, which becomes the previous one. */
static void take(App *app, Model *model)
{
    app->lab.model.info = models_info(app);
    training_leave(app);
    weights_forget(app);
    model_free(&app->lab.previous);
    app->lab.previous = app->lab.model;
    app->lab.model = *model;
    app->lab.plan.layers = (NetShape){0}; /* those of this one */
    prepare_as_trained(app);
    app->notice = (Notice){0};
}

/* A path that means the same from every folder. False where it is too long. */
static bool make_absolute(const char *path, Path *absolute)
{
    char *real = realpath(path, NULL);
    bool fits = path_join(absolute, real ? real : path, "");
    free(real);
    return fits;
}

static bool load(Model *model, const char *path, Err *err)
{
    if (!net_load(&model->net, &model->info, path, err)) {
        return false;
    }
    if (!make_absolute(path, &model->path)) {
        model_free(model);
        return err_set(
            err, "%.80s... cannot be opened: the name is too long; choose a shorter one.", path);
    }
    return true;
}

/* On the other thread. */
static bool open_file(Errand *errand)
{
    return load(&errand->model, errand->path.text, &errand->err);
}

static void opened(App *app, Errand *errand)
{
    take(app, &errand->model);
    errand->model = (Model){0};
}

bool models_open(App *app, const char *path, Err *err)
{
    Errand *errand = errand_make(app, path, err);
    if (!errand) {
        return false;
    }
    errand->work = open_file;
    errand->done = opened;
    return errand_send(app, errand, err);
}

bool models_open_shipped(App *app, Shipped which, Err *err)
{
    Path path;
    Model model = {0};
    if (!path_shipped("assets", SHIPPED[which].file, &path, err) || !load(&model, path.text, err)) {
        return false;
    }
    model.path = (Path){0}; /* saving never writes over it */
    model.shipped = which;
    take(app, &model);
    return true;
}

Preparation models_preparation(const Model *model)
{
    Preparation preparation = PREPARATION_FITTED;
    preparation_parse(model->info.preparation, &preparation);
    return preparation;
}

Shipped models_shipped(const Model *model)
{
    return model->changed || *model->path.text ? SHIPPED_NONE : model->shipped;
}

void models_print_name(const Model *model, char *text, size_t room)
{
    Shipped shipped = models_shipped(model);
    if (shipped != SHIPPED_NONE) {
        snprintf(text, room, "%s", SHIPPED[shipped].name);
    } else if (*model->path.text) {
        snprintf(text, room, "%s", path_name(model->path.text));
    } else {
        net_shape_print(&model->net.shape, text, room);
    }
}

NetInfo models_info(const App *app)
{
    NetInfo info = app->lab.model.info;
    if (app->lab.following && training_is_mid_epoch(app)) {
        info.tested = false; /* the figure is that of the epoch before */
    }
    return info;
}

/* On the other thread. */
static bool save_file(Errand *errand)
{
    const Model *model = &errand->model;
    return net_save(&model->net, &model->info, errand->path.text, &errand->err) &&
           (make_absolute(errand->path.text, &errand->model.path) ||
            err_unsaved(&errand->err, errand->path.text, ENAMETOOLONG));
}

/* The network may be another one by now, or have gone on learning. */
static void saved(App *app, Errand *errand)
{
    char said[ERR_TEXT_MAX];
    Model *model = errand->block == app->lab.model.net.block ? &app->lab.model : &app->lab.previous;
    if (errand->block == model->net.block) {
        model->path = errand->model.path;
        model->changed = model->changed && errand->weight_changes != app->lab.weight_changes;
    }
    snprintf(said, sizeof said, "Saved to %.900s.", errand->path.text);
    app_tell(app, false, ACTION_NONE, said);
}

bool models_save(App *app, const char *path, Err *err)
{
    Errand *errand = errand_make(app, path, err);
    if (!errand) {
        return false;
    }
    if (!net_make(&errand->model.net, &app->lab.model.net.shape, err)) {
        errand_drop(errand);
        return false;
    }
    net_copy(&errand->model.net, &app->lab.model.net);
    errand->model.info = models_info(app);
    errand->block = app->lab.model.net.block;
    errand->work = save_file;
    errand->done = saved;
    return errand_send(app, errand, err);
}

bool models_keep(App *app, Err *err)
{
    Model copy = app->lab.model;
    copy.net = (Net){0};
    if (!net_make(&copy.net, &app->lab.model.net.shape, err)) {
        return false;
    }
    net_copy(&copy.net, &app->lab.model.net);
    model_free(&app->lab.previous);
    app->lab.previous = copy;
    return true;
}

static bool make_random(const App *app, const NetShape *shape, Model *model, Err *err)
{
    Rng rng;
    *model = (Model){.changed = true, .fresh = true};
    if (!net_make(&model->net, shape, err)) {
        return false;
    }
    rng_init(&rng, app->lab.recipe.seed);
    net_randomise(&model->net, &rng);
    model->info.seed = app->lab.recipe.seed;
    snprintf(model->info.preparation, sizeof model->info.preparation, "%s",
             preparation_name(app->lab.preparation));
    return true;
}

bool models_new(App *app, const NetShape *shape, Err *err)
{
    Model model;
    if (!make_random(app, shape, &model, err)) {
        return false;
    }
    take(app, &model);
    return true;
}

bool models_refresh(App *app, const NetShape *shape, Err *err)
{
    Model model, before = app->lab.previous;
    bool as_wished = app->lab.model.info.seed == app->lab.recipe.seed &&
                     net_shape_equal(&app->lab.model.net.shape, shape);
    if (!app->lab.model.fresh) {
        return models_new(app, shape, err);
    }
    if (as_wished || !make_random(app, shape, &model, err)) {
        return as_wished;
    }
    app->lab.previous = (Model){0};
    take(app, &model);
    model_free(&app->lab.previous);
    app->lab.previous = before;
    return true;
}

void models_swap(App *app)
{
    app->lab.model.info = models_info(app);
    training_leave(app);
    weights_forget(app);
    Model model = app->lab.model;
    app->lab.model = app->lab.previous;
    app->lab.previous = model;
    app->lab.plan.layers = (NetShape){0};
    prepare_as_trained(app);
}
