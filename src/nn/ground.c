/* What images cost the networks of a plane. */
#include "nn/ground.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/sys.h"
#include "nn/kernels.h"

enum { SUMS = 1 + PLANE_AXES, AT_ONCE = 64 /* images that stay in the nearest cache */ };

bool ground_make(Ground *ground, const Plane *plane, int images, NetCost cost, Err *err)
{
    assert(images >= 1);
    int stride = plane->origin.stride[0];
    size_t floats = (size_t)images * (size_t)stride;
    *ground = (Ground){.plane = plane, .cost = cost, .capacity = images, .stride = stride};
    ground->block = sys_alloc_aligned(SUMS * floats * sizeof(float));
    ground->label = malloc((size_t)images);
    if (!ground->block || !ground->label) {
        ground_free(ground);
        return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the landscape.");
    }
    for (int k = 0; k < SUMS; k++) {
        ground->sum[k] = ground->block + (size_t)k * floats;
    }
    return true;
}

void ground_free(Ground *ground)
{
    if (ground) {
        sys_free_aligned(ground->block);
        free(ground->label);
        *ground = (Ground){0};
    }
}

/* z of the first layer of `net` for one image. */
static void add_up(const Net *net, const NetInput *input, float *sum)
{
    int stride = net->stride[0];
    memcpy(sum, net->bias[0], (size_t)stride * sizeof *sum);
    for (int i = 0; i < input->count; i++) {
        const float *row = net->weight[0] + (size_t)input->cell[i] * (size_t)stride;
        float share = (float)input->level[i] * (1 / 255.0f);
        for (int j = 0; j < stride; j++) {
            sum[j] += share * row[j];
        }
    }
}

void ground_add(Ground *ground, const NetInput *input, uint8_t label)
{
    assert(ground->images < ground->capacity);
    const Plane *plane = ground->plane;
    size_t at = (size_t)ground->images * (size_t)ground->stride;
    add_up(&plane->origin, input, ground->sum[0] + at);
    for (int axis = 0; axis < PLANE_AXES; axis++) {
        add_up(&plane->along[axis], input, ground->sum[1 + axis] + at);
    }
    ground->label[ground->images++] = label;
}

bool ground_room_make(GroundRoom *room, const NetShape *shape, Err *err)
{
    *room = (GroundRoom){0};
    if (!net_make(&room->net, shape, err) || !batch_make(&room->batch, &room->net, AT_ONCE, err)) {
        ground_room_free(room);
        return false;
    }
    return true;
}

void ground_room_free(GroundRoom *room)
{
    if (room) {
        net_free(&room->net);
        batch_free(&room->batch);
    }
}

static void mix(float *out, const float *origin, const float *u, const float *v, size_t floats,
                const double at[PLANE_AXES])
{
    for (size_t i = 0; i < floats; i++) {
        out[i] = origin[i] + (float)at[0] * u[i] + (float)at[1] * v[i];
    }
}

/* The layers of that place after the first one. */
static void mix_later_layers(const Plane *plane, const double at[PLANE_AXES], Net *net)
{
    const Net *origin = &plane->origin, *u = &plane->along[0], *v = &plane->along[1];
    for (int l = 1; l < net->shape.layers; l++) {
        size_t row = (size_t)net->stride[l];
        mix(net->weight[l], origin->weight[l], u->weight[l], v->weight[l],
            (size_t)net->shape.size[l] * row, at);
        mix(net->bias[l], origin->bias[l], u->bias[l], v->bias[l], row, at);
    }
}

/* The summed cost of images first..first+count-1. */
static double cost_of(const Ground *ground, GroundRoom *room, const double at[PLANE_AXES],
                      int first, int count)
{
    const Kernels *kernels = kernels_best();
    const Net *net = &room->net;
    float *const *activation = room->batch.activation;
    size_t from = (size_t)first * (size_t)ground->stride;
    kernels->along(activation[0], (size_t)count * (size_t)ground->stride, ground->sum[0] + from,
                   ground->sum[1] + from, ground->sum[2] + from, at);
    for (int l = 1; l < net->shape.layers; l++) {
        kernels->forward(activation[l], net->stride[l], count, activation[l - 1],
                         net->stride[l - 1], net->shape.size[l], net->weight[l], net->bias[l]);
    }
    return kernels->cost(activation[net->shape.layers - 1], ground->label + first, count,
                         ground->cost);
}

double ground_height(const Ground *ground, GroundRoom *room, const double at[PLANE_AXES])
{
    double sum = 0.0;
    assert(ground->images >= 1);
    mix_later_layers(ground->plane, at, &room->net);
    for (int first = 0; first < ground->images; first += AT_ONCE) {
        int left = ground->images - first;
        sum += cost_of(ground, room, at, first, left < AT_ONCE ? left : AT_ONCE);
    }
    return sum / ground->images;
}
