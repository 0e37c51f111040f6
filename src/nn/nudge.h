/* The nudge of one image, in the field's words the per-example gradient: what it asks of the
 * network, the gradient of its cost down to single weights, biases and activations. A gradient says
 * which way is worse: the wish is the opposite way, the negative gradient. */
#ifndef NN_NUDGE_H
#define NN_NUDGE_H

#include "nn/net.h"

/** A run forward and backward on one image. */
typedef struct Nudge {
    NetActs acts;                               /* activations and deltas, dC/dz */
    float by_a[NET_MAX_LAYERS][NET_MAX_STRIDE]; /* dC/da, as acts.activation */
    Net grad;                                   /* dC/dw and dC/db */
    double cost;
    int label; /* the digit that it should be, 0..9, or NET_NO_DIGIT */
    NetCost kind;
} Nudge;

/** Room for networks of that shape. Errors: out of memory; nudge is zeroed then. */
bool nudge_make(Nudge *nudge, const NetShape *shape, Err *err);

/** Release its memory; nudge is zeroed then. NULL is allowed. */
void nudge_free(Nudge *nudge);

/**
 * Run the network on one image, forward and backward: net_forward(), net_backward(), and what lies
 * between two layers, dC/da = sum of w * delta over the neurons that an activation goes to.
 *
 * @param net         shaped as it was made for
 * @param[out] nudge  all of it
 *
 * Source: Nielsen (2015), ch. 2, equations BP1 and BP2 before the factor sigmoid'(z).
 */
void nudge_image(Nudge *nudge, const Net *net, const NetInput *input, int label, NetCost kind);

/** Add to `mean` what one of `images` images has in the gradient of a minibatch: the average of
 * theirs. */
void nudge_add(Net *mean, const Nudge *nudge, int images);

/** dC/da of one output `a` that should be `y`, 0 or 1. Squared: 2 (a - y). Cross-entropy: -1 / a
 * or 1 / (1 - a); at most FLT_MAX, which stands for what has no bound. */
double nudge_output(float a, float y, NetCost kind);

/**
 * The slope of the cost along one weight or bias w without backpropagation, to check it by:
 * (C(w + h) - C(w - h)) / 2h, in double precision and with nothing held at a bound.
 *
 * @param acts   what net_forward() left for that input
 * @param label  the digit that it should be, 0..9, or NET_NO_DIGIT
 * @param entry  which one: its place in net->block, which is not in the padding
 */
double nudge_slope(const Net *net, const NetInput *input, const NetActs *acts, int label,
                   NetCost kind, size_t entry, double h);

/**
 * The largest by size of `count` values that are `stride` apart, largest first.
 *
 * @param[out] index  which ones, room for `most`
 *
 * Returns how many: `most`, or `count` where there are fewer.
 */
int nudge_largest(const float *value, int stride, int count, int *index, int most);

#endif
