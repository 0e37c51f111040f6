/* Many images at once through the network, and one step of gradient descent on them. A Batch is one
 * thread's; several threads may run the same network, each with its own, while none steps. */
#ifndef NN_BATCH_H
#define NN_BATCH_H

#include "nn/net.h"

/**
 * What a run of several images writes. Layer l has one row an image, [image][neuron of size[l +
 * 1]], padded as the weights are.
 */
typedef struct Batch {
    int capacity; /* images */
    float *activation[NET_MAX_LAYERS];
    float *delta[NET_MAX_LAYERS];
    float *
        transposed[NET_MAX_LAYERS]; /* weight[l] with rows and columns exchanged; none of layer 0 */
    float *block;                   /* all of it, 64-byte aligned */
    struct KernelCells *cells;      /* of images at work; NULL for narrow networks */
} Batch;

/** Room for `images` images in networks shaped as `net`. Errors: out of memory. */
bool batch_make(Batch *batch, const Net *net, int images, Err *err);

/** Release the room; it is zeroed then. NULL is allowed. */
void batch_free(Batch *batch);

/** Run the network on batch->capacity images at most. As net_forward(), one after another. */
void batch_forward(const Net *net, const NetInput *input, int images, Batch *batch);

/** The outputs of one image, after batch_forward(). */
const float *batch_outputs(const Net *net, const Batch *batch, int image);

/** The costs of the images, summed, after batch_forward(): net_cost() to some 1e-6. Labels are 0..9
 * or NET_NO_DIGIT, here and below. */
double batch_cost(const Net *net, const Batch *batch, const uint8_t *label, int images,
                  NetCost cost);

/**
 * Move the weights by `rate` against the mean gradient of the images, after batch_forward() on
 * them. As net_backward() on one after another and a net_step(); without their buffer, because most
 * of the gradient of the first layer is zero.
 *
 * @param first_layer  part of the rate at which the first layer's weights and biases follow their
 *                     gradient; 1 for gradient descent as it is written down
 * @param decay        all weights first shrink by the factor 1 - decay
 */
void batch_step(Net *net, const NetInput *input, const uint8_t *label, int images, NetCost cost,
                float rate, float first_layer, float decay, Batch *batch);

#endif
