/* The hot loops of the network. */
#include "nn/kernels.h"

#include <math.h>

static void sigmoid(float *a, int stride)
{
    for (int i = 0; i < stride; i++) {
        a[i] = 1.0f / (1.0f + expf(-a[i]));
    }
}

static void forward_input(float *out, int stride, const float *weight, const float *bias,
                          const NetInput *input)
{
    for (int to = 0; to < stride; to++) {
        out[to] = bias[to];
    }
    for (int i = 0; i < input->count; i++) {
        const float *row = weight + input->cell[i] * stride;
        float share = (float)input->level[i] / 255.0f;
        for (int to = 0; to < stride; to++) {
            out[to] += share * row[to];
        }
    }
    sigmoid(out, stride);
}

static void forward(float *out, int stride, const float *weight, const float *bias, const float *in,
                    int count)
{
    for (int to = 0; to < stride; to++) {
        out[to] = bias[to];
    }
    for (int i = 0; i < count; i++) {
        for (int to = 0; to < stride; to++) {
            out[to] += in[i] * weight[i * stride + to];
        }
    }
    sigmoid(out, stride);
}

static void gradient_input(float *grad, int stride, const float *delta, const NetInput *input)
{
    for (int i = 0; i < input->count; i++) {
        float share = (float)input->level[i] / 255.0f;
        for (int to = 0; to < stride; to++) {
            grad[input->cell[i] * stride + to] += share * delta[to];
        }
    }
}

static void gradient(float *grad, int stride, const float *delta, const float *in, int count)
{
    for (int i = 0; i < count; i++) {
        for (int to = 0; to < stride; to++) {
            grad[i * stride + to] += in[i] * delta[to];
        }
    }
}

static void delta_back(float *delta_in, int stride, const float *weight, const float *delta,
                       const float *in, int count)
{
    for (int i = 0; i < count; i++) {
        float sum = 0;
        for (int to = 0; to < stride; to++) {
            sum += weight[i * stride + to] * delta[to];
        }
        delta_in[i] = sum * in[i] * (1 - in[i]);
    }
}

static void step(float *weight, float *grad, size_t floats, float rate, float keep)
{
    for (size_t i = 0; i < floats; i++) {
        weight[i] = keep * weight[i] - rate * grad[i];
        grad[i] = 0;
    }
}

static const Kernels BASELINE = {"baseline", forward_input, forward, gradient_input,
                                 gradient,   delta_back,    step};

const Kernels *kernels_best(void)
{
    return &BASELINE;
}

const Kernels *kernels_nth(int index)
{
    return index == 0 ? &BASELINE : NULL;
}
