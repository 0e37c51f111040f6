/* A network with what is known of it. */
#include "lab/model.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sys_file.h"

static const struct {
    const char *name, *file;
} SHIPPED[SHIPPED_NETWORKS] = {
    [SHIPPED_DEFAULT] = {"Default network", "784-16-16-10.safetensors"},
    [SHIPPED_LARGE] = {"Large network", "784-256-128-10.safetensors"},
};

bool model_absolute(const char *path, Path *absolute)
{
    char *real = sys_real_path(path);
    bool fits = path_join(absolute, real ? real : path, "");
    free(real);
    return fits;
}

bool model_load_run(Model *model, NetMoments *moments, const char *path, Err *err)
{
    *model = (Model){0};
    if (!net_load_run(&model->net, &model->info, moments, path, err)) {
        return false;
    }
    model->with_run = moments->count > 0 || model->info.foreign;
    if (!model_absolute(path, &model->path)) {
        model_free(model);
        net_moments_free(moments);
        return err_set(
            err, "%.80s... cannot be opened: the name is too long; choose a shorter one.", path);
    }
    return true;
}

bool model_load(Model *model, const char *path, Err *err)
{
    NetMoments moments;
    bool ok = model_load_run(model, &moments, path, err);
    net_moments_free(&moments);
    return ok;
}

bool model_save_run(Model *model, const NetMoments *moments, const char *path, Err *err)
{
    model->with_run = moments->count > 0;
    return net_save_run(&model->net, &model->info, moments, path, err) &&
           (model_absolute(path, &model->path) || err_unsaved(err, path, ENAMETOOLONG));
}

bool model_save(Model *model, const char *path, Err *err)
{
    return model_save_run(model, &(NetMoments){0}, path, err);
}

bool model_load_shipped(Model *model, Shipped which, Err *err)
{
    Path path;
    *model = (Model){0};
    if (!path_shipped(SHIPPED[which].file, &path, err) || !model_load(model, path.text, err)) {
        return false;
    }
    model->path = (Path){0}; /* saving never writes over it */
    model->shipped = which;
    return true;
}

bool model_make_random(Model *model, const NetShape *shape, uint64_t seed, Preparation preparation,
                       Err *err)
{
    Rng rng;
    *model = (Model){.changed = true, .fresh = true};
    if (!net_make(&model->net, shape, err)) {
        model_free(model);
        return false;
    }
    rng_init(&rng, seed);
    net_randomise(&model->net, &rng);
    model->info.seed = seed;
    snprintf(model->info.preparation, sizeof model->info.preparation, "%s",
             preparation_name(preparation));
    return true;
}

bool model_copy(Model *to, const Model *from, Err *err)
{
    *to = *from;
    to->net = (Net){0};
    if (!net_make(&to->net, &from->net.shape, err)) {
        model_free(to);
        return false;
    }
    net_copy(&to->net, &from->net);
    return true;
}

void model_free(Model *model)
{
    net_free(&model->net);
    *model = (Model){0};
}

bool model_is_same(const Model *a, const Model *b)
{
    return net_shape_equal(&a->net.shape, &b->net.shape) &&
           strcmp(a->info.preparation, b->info.preparation) == 0 &&
           memcmp(a->net.block, b->net.block, a->net.floats * sizeof *a->net.block) == 0;
}

Preparation model_preparation(const Model *model)
{
    Preparation preparation = PREPARATION_FITTED;
    preparation_parse(model->info.preparation, &preparation);
    return preparation;
}

Shipped model_shipped(const Model *model)
{
    return model->changed || *model->path.text ? SHIPPED_NONE : model->shipped;
}

void model_print_name(const Model *model, char *text, size_t room)
{
    Shipped shipped = model_shipped(model);
    if (*model->name) {
        snprintf(text, room, "%s", model->name);
    } else if (shipped != SHIPPED_NONE) {
        snprintf(text, room, "%s", SHIPPED[shipped].name);
    } else if (*model->path.text) {
        snprintf(text, room, "%s", path_name(model->path.text));
    } else {
        net_shape_print(&model->net.shape, text, room);
    }
}
