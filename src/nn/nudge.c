/* What one image asks of the network. */
#include "nn/nudge.h"

#include <assert.h>
#include <math.h>

bool nudge_make(Nudge *nudge, const NetShape *shape, Err *err)
{
    *nudge = (Nudge){0};
    return net_make(&nudge->grad, shape, err);
}

void nudge_free(Nudge *nudge)
{
    if (nudge) {
        net_free(&nudge->grad);
        *nudge = (Nudge){0};
    }
}

double nudge_output(float a, float y, NetCost kind)
{
    static const double LEAST = 1e-9;
    double error = (double)a - (double)y;
    return kind == NET_COST_SQUARED ? 2 * error
           : y > 0.5f               ? -1 / fmax((double)a, LEAST)
                                    : 1 / fmax(1 - (double)a, LEAST);
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

bool nudge_slope(const Net *net, const NetInput *input, int label, NetCost kind, size_t entry,
                 float h, double *slope, Err *err)
{
    Net moved;
    NetActs acts;
    double cost[2];
    assert(entry < net->floats);
    if (!net_make(&moved, &net->shape, err)) {
        return false;
    }
    net_copy(&moved, net);
    for (int side = 0; side < 2; side++) {
        moved.block[entry] = net->block[entry] + (side ? h : -h);
        net_forward(&moved, input, &acts);
        cost[side] = net_cost(net_outputs(&moved, &acts), label, kind);
    }
    *slope = (cost[1] - cost[0]) / (2 * (double)h);
    net_free(&moved);
    return true;
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
