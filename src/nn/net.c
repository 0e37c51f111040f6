/* The network: its shape and weights, forward, backward and the step of gradient descent. */
#include "nn/net.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sys.h"
#include "nn/kernels.h"

enum { LONG_LINES = 16 }; /* of a row */

static const char *const COST_NAMES[] = {"squared", "cross-entropy"};

const char *net_cost_name(NetCost cost)
{
    return COST_NAMES[cost];
}

bool net_cost_parse(const char *name, NetCost *cost)
{
    for (int i = 0; i < 2; i++) {
        if (strcmp(name, COST_NAMES[i]) == 0) {
            *cost = (NetCost)i;
            return true;
        }
    }
    return false;
}

NetShape net_shape_default(void)
{
    return (NetShape){.layers = 3, .size = {NET_INPUTS, 16, 16, NET_OUTPUTS}};
}

/* One number of 1 to NET_MAX_WIDTH, at most four digits; moves `text` past it. 0 where none is. */
static int parse_width(const char **text)
{
    int width = 0;
    for (int digits = 0; **text >= '0' && **text <= '9' && digits < 4; digits++) {
        width = width * 10 + (*(*text)++ - '0');
    }
    return width <= NET_MAX_WIDTH ? width : 0;
}

bool net_shape_parse(const char *text, NetShape *shape, Err *err)
{
    NetShape parsed = {.layers = 1, .size = {NET_INPUTS}};
    for (const char *at = text;; at++) {
        int width = parsed.layers <= NET_MAX_HIDDEN ? parse_width(&at) : 0;
        if (width == 0 || (*at != ',' && *at != 0)) {
            *shape = (NetShape){0};
            return err_set_code(
                err, ERR_VALUE,
                "\"%.80s\" is no list of hidden layers: 1 to %d numbers from 1 to %d, "
                "such as 16,16.",
                text, NET_MAX_HIDDEN, NET_MAX_WIDTH);
        }
        parsed.size[parsed.layers++] = width;
        if (*at == 0) {
            break;
        }
    }
    parsed.size[parsed.layers] = NET_OUTPUTS;
    *shape = parsed;
    return true;
}

void net_shape_print(const NetShape *shape, char *text, size_t room)
{
    size_t used = 0;
    for (int l = 0; l <= shape->layers && used < room; l++) {
        int put = snprintf(text + used, room - used, l ? "-%d" : "%d", shape->size[l]);
        used += put > 0 ? (size_t)put : 0;
    }
}

bool net_shape_equal(const NetShape *a, const NetShape *b)
{
    return a->layers == b->layers &&
           memcmp(a->size, b->size, sizeof(int) * (size_t)(a->layers + 1)) == 0;
}

int net_shape_parameters(const NetShape *shape)
{
    int sum = 0;
    for (int l = 0; l < shape->layers; l++) {
        sum += (shape->size[l] + 1) * shape->size[l + 1];
    }
    return sum;
}

static bool shape_is_sound(const NetShape *shape)
{
    bool sound = shape->layers >= 2 && shape->layers <= NET_MAX_LAYERS &&
                 shape->size[0] == NET_INPUTS && shape->size[shape->layers] == NET_OUTPUTS;
    for (int l = 1; sound && l < shape->layers; l++) {
        sound = shape->size[l] >= 1 && shape->size[l] <= NET_MAX_WIDTH;
    }
    return sound;
}

/* Floats of the weights of all layers; they come first in the block, the biases follow. */
static size_t weight_floats(const Net *net)
{
    return (size_t)(net->bias[0] - net->block);
}

/* Long rows are an odd number of cache lines: a column of a power of two of them would crowd into
 * a few places of the cache. */
static int stride_for(int neurons)
{
    int lines = (neurons + NET_LANES - 1) / NET_LANES;
    return (lines < LONG_LINES || lines % 2 != 0 ? lines : lines + 1) * NET_LANES;
}

bool net_make(Net *net, const NetShape *shape, Err *err)
{
    assert(shape_is_sound(shape));
    *net = (Net){.shape = *shape};
    for (int l = 0; l < shape->layers; l++) {
        net->stride[l] = stride_for(shape->size[l + 1]);
        net->floats += (size_t)(shape->size[l] + 1) * (size_t)net->stride[l];
    }
    net->block = sys_alloc_aligned(net->floats * sizeof(float));
    if (!net->block) {
        *net = (Net){0};
        return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the network.");
    }
    float *next = net->block;
    for (int l = 0; l < shape->layers; l++) {
        net->weight[l] = next;
        next += shape->size[l] * net->stride[l];
    }
    for (int l = 0; l < shape->layers; l++) {
        net->bias[l] = next;
        next += net->stride[l];
    }
    net_zero(net);
    return true;
}

void net_free(Net *net)
{
    if (net) {
        sys_free_aligned(net->block);
        *net = (Net){0};
    }
}

void net_copy(Net *to, const Net *from)
{
    assert(net_shape_equal(&to->shape, &from->shape));
    memcpy(to->block, from->block, from->floats * sizeof(float));
}

void net_zero(Net *net)
{
    memset(net->block, 0, net->floats * sizeof(float));
}

void net_fill(Net *net, float value)
{
    for (int l = 0; l < net->shape.layers; l++) {
        for (int j = 0; j < net->shape.size[l + 1]; j++) {
            for (int i = 0; i < net->shape.size[l]; i++) {
                net->weight[l][i * net->stride[l] + j] = value;
            }
            net->bias[l][j] = value;
        }
    }
}

void net_randomise(Net *net, Rng *rng)
{
    net_zero(net);
    for (int l = 0; l < net->shape.layers; l++) {
        int from = net->shape.size[l], to = net->shape.size[l + 1];
        float deviation = 1.0f / sqrtf((float)from);
        for (int i = 0; i < from; i++) {
            for (int j = 0; j < to; j++) {
                net->weight[l][i * net->stride[l] + j] = deviation * rng_normal(rng);
            }
        }
        for (int j = 0; j < to; j++) {
            net->bias[l][j] = deviation * rng_normal(rng);
        }
    }
}

bool net_acts_make(NetActs *acts, const NetShape *shape, Err *err)
{
    assert(shape_is_sound(shape));
    size_t bytes = 0;
    for (int l = 0; l < shape->layers; l++) {
        bytes += 2 * sizeof(float) * (size_t)stride_for(shape->size[l + 1]);
    }
    *acts = (NetActs){.shape = *shape, .block = sys_alloc_aligned(bytes)};
    if (!acts->block) {
        *acts = (NetActs){0};
        return err_set_code(err, ERR_NO_MEMORY,
                            "There is not enough memory to run the network; close other programs.");
    }
    memset(acts->block, 0, bytes);
    float *next = acts->block;
    for (int l = 0; l < shape->layers; l++) {
        acts->activation[l] = next;
        acts->delta[l] = next + stride_for(shape->size[l + 1]);
        next += 2 * stride_for(shape->size[l + 1]);
    }
    return true;
}

bool net_acts_fit(NetActs *acts, const NetShape *shape, Err *err)
{
    NetActs made;
    if (net_shape_equal(&acts->shape, shape)) {
        return true;
    }
    if (!net_acts_make(&made, shape, err)) {
        return false;
    }
    net_acts_free(acts);
    *acts = made;
    return true;
}

void net_acts_free(NetActs *acts)
{
    if (acts) {
        sys_free_aligned(acts->block);
        *acts = (NetActs){0};
    }
}

bool net_is_finite(const Net *net)
{
    static const uint32_t EXPONENT = 0x7f800000; /* all ones in infinities and NaN alone */
    uint32_t others = 0;
    for (size_t i = 0; i < net->floats; i++) { /* to the end: so it can be done in vectors */
        uint32_t bits;
        memcpy(&bits, &net->block[i], sizeof bits);
        others |= (bits & EXPONENT) == EXPONENT;
    }
    return others == 0;
}

NetInput net_input(const uint8_t level[NET_INPUTS], NetInputRoom *room)
{
    int count = 0;
    uint64_t some; /* most cells are paper, and often all of eight */
    static_assert(NET_INPUTS % sizeof some == 0, "a sheet is looked through by eights");
    for (int first = 0; first < NET_INPUTS; first += (int)sizeof some) {
        memcpy(&some, level + first, sizeof some);
        for (int i = first; some != 0 && i < first + (int)sizeof some; i++) {
            room->cell[count] = (uint16_t)i;
            room->level[count] = level[i];
            count += level[i] != 0;
        }
    }
    return (NetInput){.count = count, .cell = room->cell, .level = room->level};
}

/* Whether a row of that layer is as long as those of its weights: asked on each run, so in a few
 * instructions. */
static bool has_room(const NetActs *acts, const Net *net, int l)
{
    return acts->delta[l] - acts->activation[l] == net->stride[l];
}

void net_forward(const Net *net, const NetInput *input, NetActs *acts)
{
    const Kernels *kernels = kernels_best();
    assert(has_room(acts, net, 0));
    kernels->forward_input(acts->activation[0], net->stride[0], net->weight[0], net->bias[0],
                           input);
    for (int l = 1; l < net->shape.layers; l++) {
        assert(has_room(acts, net, l));
        kernels->forward(acts->activation[l], net->stride[l], 1, acts->activation[l - 1],
                         net->stride[l - 1], net->shape.size[l], net->weight[l], net->bias[l]);
    }
}

const float *net_forward_levels(const Net *net, const uint8_t level[NET_INPUTS], NetActs *acts)
{
    NetInputRoom room;
    NetInput input = net_input(level, &room);
    net_forward(net, &input, acts);
    return net_outputs(net, acts);
}

/* dC/dz of the outputs. */
static void output_delta(const float *activation, int label, NetCost cost, float *delta)
{
    for (int i = 0; i < NET_OUTPUTS; i++) {
        float a = activation[i], error = a - (i == label ? 1.0f : 0.0f);
        delta[i] = cost == NET_COST_SQUARED ? error * 2 * a * (1 - a) : error;
    }
}

/* dC/dz of the layer before layer l. */
static void delta_before(const Net *net, int l, const NetActs *acts, float *delta_in)
{
    for (int i = 0; i < net->shape.size[l]; i++) {
        const float *row = net->weight[l] + i * net->stride[l];
        float sum = 0, a = acts->activation[l - 1][i];
        for (int j = 0; j < net->shape.size[l + 1]; j++) {
            sum += row[j] * acts->delta[l][j];
        }
        delta_in[i] = sum * a * (1 - a);
    }
}

/* row += factor * delta */
static void add_row(float *row, float factor, const float *delta, int size)
{
    for (int j = 0; j < size; j++) {
        row[j] += factor * delta[j];
    }
}

void net_backward(const Net *net, const NetInput *input, NetActs *acts, int label, NetCost cost,
                  Net *grad)
{
    assert(label >= 0 && label <= NET_NO_DIGIT);
    int last = net->shape.layers - 1;
    output_delta(acts->activation[last], label, cost, acts->delta[last]);
    for (int l = last; l >= 0; l--) {
        const float *delta = acts->delta[l];
        int size = net->shape.size[l + 1], stride = net->stride[l];
        add_row(grad->bias[l], 1, delta, size);
        for (int i = 0; l > 0 && i < net->shape.size[l]; i++) {
            add_row(grad->weight[l] + i * stride, acts->activation[l - 1][i], delta, size);
        }
        for (int i = 0; l == 0 && i < input->count; i++) {
            add_row(grad->weight[0] + input->cell[i] * stride, (float)input->level[i] / 255, delta,
                    size);
        }
        if (l > 0) {
            delta_before(net, l, acts, acts->delta[l - 1]);
        }
    }
}

void net_step(Net *net, Net *grad, float rate, float decay)
{
    size_t weights = weight_floats(net);
    for (size_t i = 0; i < net->floats; i++) {
        float keep = i < weights ? 1.0f - decay : 1.0f;
        net->block[i] = keep * net->block[i] - rate * grad->block[i];
    }
    net_zero(grad);
}

const float *net_outputs(const Net *net, const NetActs *acts)
{
    return acts->activation[net->shape.layers - 1];
}

int net_answer(const float outputs[NET_OUTPUTS])
{
    int best = 0;
    float most = outputs[0];
    for (int i = 1; i < NET_OUTPUTS; i++) {
        best = outputs[i] > most ? i : best;
        most = outputs[i] > most ? outputs[i] : most;
    }
    return best;
}

double net_cost_term(float output, bool wanted, NetCost cost)
{
    double a = (double)output, right = wanted ? a : 1 - a;
    return cost == NET_COST_SQUARED ? (1 - right) * (1 - right) : fmin(100, -log(right));
}

double net_cost(const float outputs[NET_OUTPUTS], int label, NetCost cost)
{
    double sum = 0;
    for (int i = 0; i < NET_OUTPUTS; i++) {
        sum += net_cost_term(outputs[i], i == label, cost);
    }
    return sum;
}
