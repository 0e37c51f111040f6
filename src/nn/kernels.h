/* The hot loops of the network, compiled for several instruction sets and picked at run time. */
#ifndef NN_KERNELS_H
#define NN_KERNELS_H

#include "nn/net.h"

/**
 * One set of loops. Rows, biases, activations and deltas of a layer are 64-byte aligned and
 * `stride` floats long, a multiple of NET_LANES; weights are those of one layer, as in Net.
 */
typedef struct Kernels {
    const char *name; /* the instruction set: "baseline", "avx2" */

    /** out = sigmoid(bias + sum over the inked cells of level / 255 * weight row). */
    void (*forward_input)(float *out, int stride, const float *weight, const float *bias,
                          const NetInput *input);

    /** out = sigmoid(bias + sum over i < count of in[i] * weight row i). */
    void (*forward)(float *out, int stride, const float *weight, const float *bias, const float *in,
                    int count);

    /** The rows of the inked cells grow by level / 255 * delta. */
    void (*gradient_input)(float *grad, int stride, const float *delta, const NetInput *input);

    /** Row i grows by in[i] * delta, for i < count. */
    void (*gradient)(float *grad, int stride, const float *delta, const float *in, int count);

    /** delta_in[i] = (weight row i . delta) * in[i] * (1 - in[i]), for i < count. */
    void (*delta)(float *delta_in, int stride, const float *weight, const float *delta,
                  const float *in, int count);

    /** w = keep * w - rate * g, then g = 0. `floats` is a multiple of NET_LANES. */
    void (*step)(float *weight, float *grad, size_t floats, float rate, float keep);
} Kernels;

/* The sets there are, each kernels_body.c compiled once more; KERNELS_AVX2 only on x86-64. */
extern const Kernels KERNELS_BASELINE, KERNELS_AVX2;

/** The fastest set that this machine runs. */
const Kernels *kernels_best(void);

/** Set number `index` of those this machine runs, the baseline first; NULL past the last. */
const Kernels *kernels_nth(int index);

#endif
