/* Which tensors of a file are the weights and biases of which layer: told by their names and by
 * their sizes, for every program has names of its own. */
#ifndef NN_NET_LAYERS_H
#define NN_NET_LAYERS_H

#include "nn/net.h"
#include "nn/net_tensors.h"

/** A layer as it lies in the file. */
typedef struct NetLayer {
    const NetTensor *weight, *bias; /* borrowed; no bias is one of zeros */
} NetLayer;

/** All of them, from the inputs to the outputs. */
typedef struct NetLayers {
    NetShape shape;
    NetLayer layer[NET_MAX_LAYERS];
    bool from_first; /* weights are [from, to], as Keras and JAX have them, not [to, from] */
} NetLayers;

/**
 * Find the layers.
 *
 * A matrix is a weight where its name has a word for it (weight, kernel, w, coefs), and a bias is
 * what is called so beside it (bias, b, intercepts); where no name has such a word, matrices are
 * weights and rows are biases. Numbers in the names give the order, and the sizes, which lead from
 * 784 to 10. What else is in the file is passed over, unless its name says that it is part of what
 * the network computes.
 *
 * @param name  of the file, stands in the sentences
 *
 * Errors: there are no such layers, they are not Inkling's, or their order cannot be told.
 */
bool net_layers_find(NetLayers *layers, const NetTensors *tensors, const char *name, Err *err);

/** The weights and biases of a layer into layer `l` of `net`, which has its shape. */
void net_layer_take(const NetLayer *layer, bool from_first, Net *net, int l);

#endif
