/* The hot loops of the network, compiled for several instruction sets and picked at run time. */
#ifndef NN_KERNELS_H
#define NN_KERNELS_H

#include "nn/net.h"

/** Images that change the first layer at once: so many that their deltas stay in the cache. */
enum { KERNEL_CELL_IMAGES = 32 };

/** The images that have ink in one cell. */
typedef struct KernelCell {
    uint8_t image[KERNEL_CELL_IMAGES], level[KERNEL_CELL_IMAGES];
} KernelCell;

/** The inked cells of several images, cell by cell. */
typedef struct KernelCells {
    uint8_t images[NET_INPUTS]; /* that have ink there */
    KernelCell cell[NET_INPUTS];
} KernelCells;

/**
 * One set of loops. Weights and biases are those of one layer, as in Net. Activations and deltas
 * are those of several images, one row an image. Every row is 64-byte aligned, but the activations
 * of forward_input() and forward() lie anywhere; it is as many floats long as its stride says, a
 * multiple of NET_LANES.
 */
typedef struct Kernels {
    const char *name; /* the instruction set: "baseline", "avx2", "avx512" */

    /** out = sigmoid(bias + sum over the inked cells of level / 255 * weight row), of one image. */
    void (*forward_input)(float *out, int stride, const float *weight, const float *bias,
                          const NetInput *input);

    /** The rows of the inked cells grow by level / 255 * delta, of one image. */
    void (*step_input)(float *weight, int stride, const float *delta, const NetInput *input);

    /** weight row c = keep * weight row c + sum over the images that have ink there of
     * level / 255 * delta, for every cell c. */
    void (*step_cells)(float *weight, int stride, const float *delta, const KernelCells *cells,
                       float keep);

    /** out = sigmoid(bias + sum over i < count of in[i] * weight row i), for every image. */
    void (*forward)(float *out, int stride, int images, const float *in, int in_stride, int count,
                    const float *weight, const float *bias);

    /** out = sigmoid(z + at[0] * u + at[1] * v), `floats` of them, a multiple of NET_LANES. */
    void (*along)(float *out, size_t floats, const float *z, const float *u, const float *v,
                  const double at[2]);

    /** delta_in = (sum over j < count of delta[j] * transposed row j) * in * (1 - in), for every
     * image; `transposed` is the weights with rows and columns exchanged. */
    void (*delta)(float *delta_in, int in_stride, int images, const float *delta, int stride,
                  int count, const float *transposed, const float *in);

    /** weight row i = keep * weight row i + sum over the images of in[i] * delta, for i < count. */
    void (*step)(float *weight, int stride, int count, const float *in, int in_stride,
                 const float *delta, int images, float keep);

    /** delta = scale * dC/dz of the outputs, for every image; 0 in the padding. Labels are 0..9 or
     * NET_NO_DIGIT. */
    void (*delta_output)(float *delta, const float *out, const uint8_t *label, int images,
                         NetCost cost, float scale);

    /** The costs of the images, summed: net_cost() to some 1e-6. */
    double (*cost)(const float *out, const uint8_t *label, int images, NetCost cost);

    /** w = keep * w. `floats` is a multiple of NET_LANES. */
    void (*shrink)(float *weight, size_t floats, float keep);
} Kernels;

/** The sets there are, each kernels_body.c compiled once more; the AVX ones only on x86-64. */
extern const Kernels KERNELS_BASELINE, KERNELS_AVX2, KERNELS_AVX512;

/** The fastest set that this machine runs. */
const Kernels *kernels_best(void);

/** Set number `index` of those this machine runs, the slowest first; NULL past the last. */
const Kernels *kernels_nth(int index);

#endif
