/* What one image asks of the network. */
#include "nn/nudge.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <string.h>

#include "nn/look.h"

bool nudge_make(Nudge *nudge, const NetShape *shape, Err *err)
{
    *nudge = (Nudge){0};
    if (!net_make(&nudge->grad, shape, err) || !net_acts_make(&nudge->acts, shape, err)) {
        nudge_free(nudge);
        return false;
    }
    return true;
}

void nudge_free(Nudge *nudge)
{
    if (nudge) {
        net_acts_free(&nudge->acts);
        net_free(&nudge->grad);
        *nudge = (Nudge){0};
    }
}

double nudge_output(float a, float y, NetCost kind)
{
    double error = (double)a - (double)y, right = y > 0.5f ? (double)a : 1 - (double)a;
    double size = right > 0 ? fmin(1 / right, (double)FLT_MAX) : (double)FLT_MAX;
    return kind == NET_COST_SQUARED ? 2 * error : y > 0.5f ? -size : size;
}

/* dC/da of the neurons that layer l leads from. */
static void fill_before(const Net *net, int l, const float *delta, float *by_a)
{
    for (int i = 0; i < net->shape.size[l]; i++) {
        const float *row = net->weight[l] + i * net->stride[l];
        float sum = 0;
        for (int j = 0; j < net->shape.size[l + 1]; j++) {
            sum += row[j] * delta[j];
        }
        by_a[i] = sum;
    }
}

void nudge_image(Nudge *nudge, const Net *net, const NetInput *input, int label, NetCost kind)
{
    int last = net->shape.layers - 1;
    nudge->label = label;
    nudge->kind = kind;
    net_zero(&nudge->grad);
    net_forward(net, input, &nudge->acts);
    net_backward(net, input, &nudge->acts, label, kind, &nudge->grad);
    const float *outputs = net_outputs(net, &nudge->acts);
    nudge->cost = net_cost(outputs, label, kind);
    for (int i = 0; i < NET_OUTPUTS; i++) {
        nudge->by_a[last][i] = (float)nudge_output(outputs[i], i == label ? 1.0f : 0.0f, kind);
    }
    for (int l = last; l > 0; l--) {
        fill_before(net, l, nudge->acts.delta[l], nudge->by_a[l - 1]);
    }
}

void nudge_add(Net *mean, const Nudge *nudge, int images)
{
    assert(images >= 1 && net_shape_equal(&mean->shape, &nudge->grad.shape));
    float share = 1.0f / (float)images;
    for (size_t i = 0; i < mean->floats; i++) {
        mean->block[i] += share * nudge->grad.block[i];
    }
}

/* Where an entry of the block is: the layer, the neuron it belongs to, and the one it leads from,
 * -1 for a bias. */
static void find_entry(const Net *net, size_t entry, int *layer, int *from, int *to)
{
    const float *at = net->block + entry;
    for (int l = 0; l < net->shape.layers; l++) {
        ptrdiff_t stride = net->stride[l], weight = at - net->weight[l], bias = at - net->bias[l];
        bool is_bias = bias >= 0 && bias < stride;
        if (is_bias || (weight >= 0 && weight < net->shape.size[l] * stride)) {
            *layer = l;
            *from = is_bias ? -1 : (int)(weight / stride);
            *to = (int)(is_bias ? bias : weight % stride);
            return;
        }
    }
    assert(false);
}

/* The cost by the weighted sums of the outputs: ln a and ln(1 - a) are never those of 0. */
static double cost_of_sums(const double *z, int label, NetCost kind)
{
    double sum = 0;
    for (int i = 0; i < NET_OUTPUTS; i++) {
        double right = i == label ? z[i] : -z[i]; /* the sum of how right the output is */
        double wrong = 1 / (1 + exp(right));
        sum += kind == NET_COST_SQUARED ? wrong * wrong
               : right > 0              ? log1p(exp(-right))
                                        : log1p(exp(right)) - right;
    }
    return sum;
}

/* The cost where the sums of layer l are those. */
static double cost_from(const Net *net, int l, double *z, int label, NetCost kind)
{
    double a[NET_MAX_WIDTH];
    for (; l + 1 < net->shape.layers; l++) {
        for (int i = 0; i < net->shape.size[l + 1]; i++) {
            a[i] = look_sigmoid(z[i]);
        }
        for (int j = 0; j < net->shape.size[l + 2]; j++) {
            z[j] = (double)net->bias[l + 1][j];
        }
        for (int i = 0; i < net->shape.size[l + 1]; i++) {
            const float *row = net->weight[l + 1] + i * net->stride[l + 1];
            for (int j = 0; j < net->shape.size[l + 2]; j++) {
                z[j] += (double)row[j] * a[i];
            }
        }
    }
    return cost_of_sums(z, label, kind);
}

/* What a weight counts by: the activation, or the level of the pixel, that it leads from. */
static double share_of(const NetInput *input, const NetActs *acts, int layer, int from)
{
    if (from < 0 || layer > 0) {
        return from < 0 ? 1.0 : (double)acts->activation[layer - 1][from];
    }
    for (int i = 0; i < input->count; i++) {
        if (input->cell[i] == from) {
            return input->level[i] / 255.0;
        }
    }
    return 0.0;
}

double nudge_slope(const Net *net, const NetInput *input, const NetActs *acts, int label,
                   NetCost kind, size_t entry, double h)
{
    int layer = 0, from = 0, to = 0;
    double z[NET_MAX_WIDTH] = {0}, moved[NET_MAX_WIDTH], cost[2];
    find_entry(net, entry, &layer, &from, &to);
    for (int i = 0; i < net->shape.size[layer + 1]; i++) {
        z[i] = look_z(net, layer, i, acts, input);
    }
    double share = share_of(input, acts, layer, from);
    for (int side = 0; side < 2; side++) {
        memcpy(moved, z, sizeof z);
        moved[to] += (side ? h : -h) * share;
        cost[side] = cost_from(net, layer, moved, label, kind);
    }
    return (cost[1] - cost[0]) / (2 * h);
}

int nudge_largest(const float *value, int stride, int count, int *index, int most)
{
    int found = 0;
    for (int i = 0; i < count; i++) {
        float size = fabsf(value[i * stride]);
        int at = found < most ? found++ : most;
        for (; at > 0 && !(fabsf(value[index[at - 1] * stride]) >= size); at--) {
            if (at < most) {
                index[at] = index[at - 1];
            }
        }
        if (at < most) {
            index[at] = i;
        }
    }
    return found;
}
