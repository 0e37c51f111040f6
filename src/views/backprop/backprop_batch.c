/* The minibatch of the view Backprop. */
#include "views/backprop/backprop_batch.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "views/backprop/backprop_look.h"

void backprop_batch_free(BackpropBatch *batch)
{
    for (int i = 0; i < BACKPROP_IMAGES && batch->nudge; i++) {
        nudge_free(&batch->nudge[i]);
    }
    free(batch->nudge);
    net_free(&batch->net);
    net_free(&batch->mean);
    batch->nudge = NULL;
    batch->ready = false;
    batch->done = 0;
}

static bool make_room(BackpropBatch *batch, const NetShape *shape, Err *err)
{
    if (batch->nudge && net_shape_equal(shape, &batch->net.shape)) {
        return true;
    }
    backprop_batch_free(batch);
    batch->step.shown = false;
    batch->nudge = malloc(BACKPROP_IMAGES * sizeof *batch->nudge);
    if (!batch->nudge) {
        return err_set(err, "There is not enough memory for the minibatch.");
    }
    int made = 0;
    for (; made < BACKPROP_IMAGES && nudge_make(&batch->nudge[made], shape, err); made++) {
    }
    if (made == BACKPROP_IMAGES && net_make(&batch->net, shape, err) &&
        net_make(&batch->mean, shape, err)) {
        return true;
    }
    for (int i = made; i < BACKPROP_IMAGES; i++) {
        batch->nudge[i] = (Nudge){0};
    }
    backprop_batch_free(batch);
    return false;
}

/* Whether the drawing is to be one of the images. */
static bool wants_mine(const BackpropView *view)
{
    return view->with_mine && view->lab->has_ink;
}

/* In the place of the first image. */
static void put_mine(BackpropView *view)
{
    BackpropBatch *batch = &view->batch;
    batch->mine = wants_mine(view);
    if (batch->mine) {
        batch->label[0] = backprop_wanted(view);
        memcpy(batch->level, view->lab->input.cell, NET_INPUTS);
    }
}

/* The images by chance, with the weights as they are now. */
static void begin(BackpropView *view)
{
    BackpropBatch *batch = &view->batch;
    const Dataset *data = &view->lab->mix.train;
    Rng rng;
    rng_init(&rng, batch->seed);
    for (int i = 0; i < BACKPROP_IMAGES; i++) {
        batch->image[i] = rng_below(&rng, data->images);
        batch->label[i] = data->label[batch->image[i]];
        dataset_levels(data, batch->image[i], batch->level + i * NET_INPUTS);
    }
    put_mine(view);
    net_copy(&batch->net, &view->lab->model.net);
    net_zero(&batch->mean);
    batch->answers = view->lab->answers;
    batch->kind = view->cost;
    batch->mean_cost = 0;
    batch->done = 0;
    batch->stale = false;
}

static bool is_stale(const BackpropView *view)
{
    const BackpropBatch *batch = &view->batch;
    return batch->stale || !batch->nudge || batch->answers != view->lab->answers ||
           batch->kind != view->cost || batch->mine != wants_mine(view) ||
           (batch->mine && batch->label[0] != backprop_wanted(view)) ||
           !net_shape_equal(&batch->net.shape, &view->lab->model.net.shape);
}

bool backprop_batch_works(const BackpropView *view)
{
    return view->lab->mix.train.images > 0 && !view->lab->loader &&
           (is_stale(view) || view->batch.done < BACKPROP_IMAGES);
}

static void work_on_image(BackpropBatch *batch)
{
    int i = batch->done++;
    NetInputRoom room;
    NetInput input = net_input(batch->level + i * NET_INPUTS, &room);
    nudge_image(&batch->nudge[i], &batch->net, &input, batch->label[i], batch->kind);
    nudge_add(&batch->mean, &batch->nudge[i], BACKPROP_IMAGES);
    batch->cost[i] = batch->nudge[i].cost;
    batch->mean_cost += batch->cost[i] / BACKPROP_IMAGES;
}

static void finish(BackpropView *view)
{
    BackpropBatch *batch = &view->batch;
    batch->ready = true;
    batch->step.shown = batch->stepped;
    batch->step.cost = batch->mean_cost;
    batch->stepped = false;
    shell_redraw(view->shell);
}

void backprop_batch_work(BackpropView *view)
{
    Err err;
    BackpropBatch *batch = &view->batch;
    if (view->lab->loader || view->lab->mix.train.images == 0) {
        batch->stale = true; /* other images are about to come */
        batch->ready &= view->lab->mix.train.images > 0;
        return;
    }
    if (!backprop_batch_works(view)) {
        return;
    }
    bool midway = batch->done > 0 && batch->done < BACKPROP_IMAGES;
    Slice slice = slice_begin();
    if (!midway && is_stale(view)) { /* a pass is not begun anew midway */
        if (!make_room(batch, &view->lab->model.net.shape, &err)) {
            tell(view->shell, true, ACTION_NONE, err.text);
            return;
        }
        begin(view);
    }
    do {
        work_on_image(batch); /* one at least, however slow the machine */
    } while (batch->done < BACKPROP_IMAGES && slice_goes_on(&slice));
    if (batch->done == BACKPROP_IMAGES) {
        finish(view);
    }
}

void backprop_batch_next(BackpropView *view)
{
    BackpropBatch *batch = &view->batch;
    batch->seed++;
    batch->stale = true;
    batch->stepped = false;
}

/* One row: what each image wants of the weight from `from`, or of the bias. */
static void add_row(BackpropBatch *batch, int layer, int from, int to)
{
    const Net *mean = &batch->mean;
    const float *at =
        from < 0 ? &mean->bias[layer][to] : &mean->weight[layer][from * mean->stride[layer] + to];
    MinibatchRow *row = &batch->row[batch->rows++];
    *row = (MinibatchRow){layer, from, to, (size_t)(at - mean->block), {0}, *at};
    for (int n = 0; n < BACKPROP_IMAGES; n++) {
        row->by_w[n] = batch->nudge[n].grad.block[row->entry];
    }
}

void backprop_batch_rows(BackpropView *view)
{
    BackpropBatch *batch = &view->batch;
    const Net *mean = &batch->mean;
    int room = SDL_clamp(view->places.rows, 1, BACKPROP_ROWS);
    if (!batch->ready || batch->done < BACKPROP_IMAGES) {
        return; /* what is there stays until all is there */
    }
    /* While images are loaded it may be of a network that had fewer layers and neurons. */
    int layer = SDL_min(backprop_layer(view), mean->shape.layers - 1), index[BACKPROP_ROWS];
    int neuron = SDL_min(backprop_neuron(view), mean->shape.size[layer + 1] - 1);
    batch->rows = 0;
    if (view->of_neuron) {
        add_row(batch, layer, -1, neuron);
        int found = nudge_largest(mean->weight[layer] + neuron, mean->stride[layer],
                                  mean->shape.size[layer], index, room - 1);
        for (int i = 0; i < found; i++) {
            add_row(batch, layer, index[i], neuron);
        }
        return;
    }
    int neurons = mean->shape.size[layer + 1];
    int found = nudge_largest(mean->bias[layer], 1, neurons, index, room);
    for (int i = 0; i < found; i++) {
        add_row(batch, layer, -1, neurons <= room ? i : index[i]);
    }
}
