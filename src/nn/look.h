/* Looking at one neuron: the sum that it is, and the picture that it looks for. All is read from
 * the weights, nothing from what a run left but activations; and only read, on any thread. */
#ifndef NN_LOOK_H
#define NN_LOOK_H

#include "nn/net.h"

/** One of the sum's terms. */
typedef struct LookTerm {
    int from; /* pixel 0..783, or neuron of the layer before */
    float weight, activation;
    float product; /* of the two */
} LookTerm;

/** The most terms of a sum that are listed. */
enum { LOOK_TERMS = 32 };

/** z = the terms + rest + bias = positive + negative + bias; a = sigmoid(z). */
typedef struct LookSum {
    LookTerm term[LOOK_TERMS]; /* the largest products by size, the largest first; never 0 */
    int terms;
    int others;                /* products that are not 0 and have no place among the terms */
    double rest;               /* their sum */
    double positive, negative; /* the sums of the products above 0, and below */
    double bias;
    double z;
    double activation;
} LookSum;

/** 1 / (1 + exp(-z)) */
double look_sigmoid(double z);

/**
 * What a neuron takes from `from`: its activation, or the level of a pixel as a share.
 *
 * @param layer  the neuron's own, 0 for the first that has weights
 * @param level  784 levels of the input
 * @param acts   what net_forward() left for that input; not looked at for layer 0
 */
float look_activation(const NetActs *acts, const uint8_t level[NET_INPUTS], int layer, int from);

/** The weight that leads from there to the neuron. */
float look_weight(const Net *net, int layer, int neuron, int from);

/** z of a neuron, in double precision. */
double look_z(const Net *net, int layer, int neuron, const NetActs *acts, const NetInput *input);

/** The whole sum of a neuron, with its largest terms. */
void look_sum(const Net *net, int layer, int neuron, const NetActs *acts,
              const uint8_t level[NET_INPUTS], LookSum *sum);

/**
 * The picture that a neuron looks for, carried back through the layers: for each pixel the sum over
 * all ways from it to the neuron of the product of the weights on the way. In layer 0 these are the
 * weights themselves.
 *
 * @param gate          NULL: every neuron on the way passes on what it gets. Else what
 *                      net_forward() left for an input: each takes part as far as it answers to a
 *                      small change then, a(1 - a); the picture is the gradient of z by the pixels
 * @param[out] picture  784 shares of z
 */
void look_carry_back(const Net *net, int layer, int neuron, const NetActs *gate,
                     float picture[NET_INPUTS]);

/** The largest entry by size; 0 where all are 0. */
float look_largest(const float picture[NET_INPUTS]);

#endif
