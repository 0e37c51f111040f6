/* What an output makes of every pixel, and gradient ascent on them. */
#include "nn/dream.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { SIDE = 28 };

void dream_sums(const Net *net, const NetActs *acts, float z[NET_OUTPUTS])
{
    int last = net->shape.layers - 1;
    for (int k = 0; k < NET_OUTPUTS; k++) {
        double sum = (double)net->bias[last][k];
        for (int i = 0; i < net->shape.size[last]; i++) {
            sum += (double)(acts->activation[last - 1][i] *
                            net->weight[last][i * net->stride[last] + k]);
        }
        z[k] = (float)sum;
    }
}

/* Sum of the products of `floats` pairs, a multiple of NET_LANES; in lanes, so that it can be done
 * in vectors. */
static float dot(const float *a, const float *b, int floats)
{
    float lane[NET_LANES] = {0}, sum = 0;
    for (int i = 0; i < floats; i += NET_LANES) {
        for (int j = 0; j < NET_LANES; j++) {
            lane[j] += a[i + j] * b[i + j];
        }
    }
    for (int j = 0; j < NET_LANES; j++) {
        sum += lane[j];
    }
    return sum;
}

/* dz/da of the neurons before layer l, from that of the neurons after it. */
static void gradient_before(const Net *net, int l, const float *activation, const float *after,
                            float *before)
{
    float delta[NET_MAX_STRIDE] = {0};
    for (int j = 0; j < net->shape.size[l + 1]; j++) {
        delta[j] = after[j] * activation[j] * (1 - activation[j]);
    }
    for (int i = 0; i < net->shape.size[l]; i++) {
        before[i] = dot(net->weight[l] + i * net->stride[l], delta, net->stride[l]);
    }
}

void dream_gradient_mixed(const Net *net, const NetActs *acts, const float share[NET_OUTPUTS],
                          DreamGradient *gradient)
{
    int last = net->shape.layers - 1;
    for (int i = 0; i < net->shape.size[last]; i++) {
        float sum = 0;
        for (int k = 0; k < NET_OUTPUTS; k++) {
            sum += share[k] * net->weight[last][i * net->stride[last] + k];
        }
        gradient->hidden[last - 1][i] = sum;
    }
    for (int l = last - 1; l >= 0; l--) {
        gradient_before(net, l, acts->activation[l], gradient->hidden[l],
                        l > 0 ? gradient->hidden[l - 1] : gradient->pixel);
    }
}

void dream_gradient(const Net *net, const NetActs *acts, int digit, DreamGradient *gradient)
{
    assert(digit >= 0 && digit < NET_OUTPUTS);
    float share[NET_OUTPUTS] = {0};
    share[digit] = 1;
    dream_gradient_mixed(net, acts, share, gradient);
}

void dream_ask(const Dream *dream, const Net *net, NetActs *acts)
{
    net_forward_levels(net, dream->level, acts);
}

void dream_begin(Dream *dream, const Net *net, const uint8_t level[NET_INPUTS], NetActs *acts)
{
    for (int i = 0; i < NET_INPUTS; i++) {
        dream->pixel[i] = (float)level[i] / 255;
    }
    memcpy(dream->level, level, NET_INPUTS);
    dream->steps = 0;
    dream_ask(dream, net, acts);
}

void dream_noise(Rng *rng, uint8_t level[NET_INPUTS])
{
    for (int i = 0; i < NET_INPUTS; i++) {
        level[i] = (uint8_t)rng_below(rng, 256);
    }
}

static float pixel_at(const float *pixel, int x, int y)
{
    return x < 0 || x >= SIDE || y < 0 || y >= SIDE ? 0 : pixel[y * SIDE + x];
}

/* The share that would cross the rim is lost: a picture ends in paper. */
static void blur(float *pixel, float share)
{
    float old[NET_INPUTS];
    memcpy(old, pixel, sizeof old);
    for (int i = 0; i < NET_INPUTS; i++) {
        int x = i % SIDE, y = i / SIDE;
        float around = pixel_at(old, x - 1, y) + pixel_at(old, x + 1, y) + pixel_at(old, x, y - 1) +
                       pixel_at(old, x, y + 1);
        pixel[i] = (1 - 4 * share) * old[i] + share * around;
    }
}

static float root_mean_square(const float *value)
{
    double sum = 0;
    for (int i = 0; i < NET_INPUTS; i++) {
        sum += (double)(value[i] * value[i]);
    }
    return (float)sqrt(sum / NET_INPUTS);
}

bool dream_step(Dream *dream, const Net *net, int digit, const DreamRule *rule, NetActs *acts)
{
    DreamGradient gradient;
    dream_gradient(net, acts, digit, &gradient);
    float size = root_mean_square(gradient.pixel);
    if (size > 0) { /* else every neuron is so sure that floats see no slope: only the rule works */
        for (int i = 0; i < NET_INPUTS; i++) {
            dream->pixel[i] += rule->rate * gradient.pixel[i] / size;
        }
    }
    blur(dream->pixel, rule->blur);
    bool moved = false;
    for (int i = 0; i < NET_INPUTS; i++) {
        dream->pixel[i] = fminf(fmaxf(dream->pixel[i] * (1 - rule->fade), 0), 1);
        uint8_t level = (uint8_t)lroundf(dream->pixel[i] * 255);
        moved = moved || level != dream->level[i];
        dream->level[i] = level;
    }
    dream->steps++;
    dream_ask(dream, net, acts);
    return moved;
}
