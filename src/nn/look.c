/* Looking at one neuron: the sum that it is, and the picture that it looks for. */
#include "nn/look.h"

#include <assert.h>
#include <math.h>
#include <string.h>

double look_sigmoid(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

float look_activation(const NetActs *acts, const uint8_t level[NET_INPUTS], int layer, int from)
{
    return layer == 0 ? (float)level[from] / 255.0f : acts->activation[layer - 1][from];
}

float look_weight(const Net *net, int layer, int neuron, int from)
{
    return net->weight[layer][from * net->stride[layer] + neuron];
}

double look_z(const Net *net, int layer, int neuron, const NetActs *acts, const NetInput *input)
{
    double sum = (double)net->bias[layer][neuron];
    for (int i = 0; layer == 0 && i < input->count; i++) {
        sum += (double)look_weight(net, 0, neuron, input->cell[i]) * input->level[i] / 255.0;
    }
    for (int i = 0; layer > 0 && i < net->shape.size[layer]; i++) {
        sum += (double)look_weight(net, layer, neuron, i) * (double)acts->activation[layer - 1][i];
    }
    return sum;
}

/* Put a term in its place among the largest; the one that falls out joins the rest. */
static void insert(LookSum *sum, LookTerm term)
{
    int at = sum->terms;
    while (at > 0 && fabsf(sum->term[at - 1].product) < fabsf(term.product)) {
        at--;
    }
    if (sum->terms == LOOK_TERMS) {
        const LookTerm *out = at == LOOK_TERMS ? &term : &sum->term[LOOK_TERMS - 1];
        sum->rest += (double)out->weight * (double)out->activation;
        sum->others++;
    } else {
        sum->terms++;
    }
    for (int i = sum->terms - 1; i > at; i--) {
        sum->term[i] = sum->term[i - 1];
    }
    if (at < LOOK_TERMS) {
        sum->term[at] = term;
    }
}

void look_sum(const Net *net, int layer, int neuron, const NetActs *acts,
              const uint8_t level[NET_INPUTS], LookSum *sum)
{
    assert(layer >= 0 && layer < net->shape.layers);
    assert(neuron >= 0 && neuron < net->shape.size[layer + 1]);
    *sum = (LookSum){.bias = (double)net->bias[layer][neuron]};
    sum->z = sum->bias;
    for (int i = 0; i < net->shape.size[layer]; i++) {
        LookTerm term = {i, look_weight(net, layer, neuron, i),
                         look_activation(acts, level, layer, i), 0.0f};
        term.product = term.weight * term.activation;
        double product = (double)term.weight * (double)term.activation;
        *(product < 0.0 ? &sum->negative : &sum->positive) += product;
        sum->z += product;
        if (term.product < 0.0f || term.product > 0.0f) {
            insert(sum, term);
        }
    }
    sum->activation = look_sigmoid(sum->z);
}

void look_carry_back(const Net *net, int layer, int neuron, const NetActs *gate,
                     float picture[NET_INPUTS])
{
    float share[NET_MAX_WIDTH]; /* of each neuron of the layer before in z */
    for (int i = 0; i < net->shape.size[layer]; i++) {
        picture[i] = look_weight(net, layer, neuron, i);
    }
    for (int l = layer - 1; l >= 0; l--) {
        int size = net->shape.size[l + 1];
        for (int j = 0; j < size; j++) {
            float a = gate ? gate->activation[l][j] : 0.0f;
            share[j] = gate ? picture[j] * a * (1.0f - a) : picture[j];
        }
        for (int i = 0; i < net->shape.size[l]; i++) {
            const float *row = net->weight[l] + i * net->stride[l];
            float sum = 0.0f;
            for (int j = 0; j < size; j++) {
                sum += row[j] * share[j];
            }
            picture[i] = sum;
        }
    }
}

float look_largest(const float picture[NET_INPUTS])
{
    float most = 0.0f;
    for (int i = 0; i < NET_INPUTS; i++) {
        most = fmaxf(most, fabsf(picture[i]));
    }
    return most;
}
