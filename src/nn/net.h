/* The network: layers of neurons, a = sigmoid(W a_prev + b), with forward and backward.
 *
 * Nothing here has state of its own. What takes a const Net only reads it, so any number of threads
 * may do so at once, each with its own NetActs; what takes a Net writes the weights, and they are
 * one thread's alone meanwhile. */
#ifndef NN_NET_H
#define NN_NET_H

#include "base/err.h"
#include "base/rng.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The bounds of a network, and how its weights lie. */
enum {
    NET_INPUTS = 784,
    NET_OUTPUTS = 10,
    NET_NO_DIGIT = 10,                   /* the label of an image that shows none: all outputs 0 */
    NET_MAX_HIDDEN = 4,                  /* hidden layers */
    NET_MAX_WIDTH = 512,                 /* neurons of a hidden layer */
    NET_MAX_LAYERS = NET_MAX_HIDDEN + 1, /* layers that have weights */
    NET_LANES = 16, /* a row of weights is padded to a multiple of so many floats, 64 bytes */
    NET_MAX_STRIDE = NET_MAX_WIDTH + NET_LANES,
};

/** How wrong an answer is, as a number: what training makes small. */
typedef enum NetCost { NET_COST_SQUARED, NET_COST_CROSS_ENTROPY } NetCost;

/** "squared", "cross-entropy": as in files and on the command line. */
const char *net_cost_name(NetCost cost);

/** The cost with that name; false where there is none, and `cost` stays as it is. */
bool net_cost_parse(const char *name, NetCost *cost);

/** Layer sizes. size[0] is 784, size[layers] is 10, the hidden layers lie between. */
typedef struct NetShape {
    int layers; /* layers with weights: hidden layers + 1 */
    int size[NET_MAX_LAYERS + 1];
} NetShape;

/** 784-16-16-10. */
NetShape net_shape_default(void);

/** Parse hidden layer sizes, "16,16": 1 to 4 numbers of 1 to 512. Errors: one sentence naming
 * `text`. */
bool net_shape_parse(const char *text, NetShape *shape, Err *err);

/** "784-16-16-10" into `text`, cut to `room` bytes. */
void net_shape_print(const NetShape *shape, char *text, size_t room);

/** Whether two shapes have the same layers. */
bool net_shape_equal(const NetShape *a, const NetShape *b);

/** How many weights and biases a network of this shape has; 13,002 for the default. */
int net_shape_parameters(const NetShape *shape);

/**
 * Weights and biases. Layer l leads from size[l] to size[l + 1] neurons. The weights that leave one
 * neuron (for layer 0: one pixel) lie together: weight[l][from * stride[l] + to], rows padded with
 * zeros to stride[l], a multiple of NET_LANES; bias[l][to] likewise. A gradient is another Net.
 */
typedef struct Net {
    NetShape shape;
    int stride[NET_MAX_LAYERS];    /* floats from one row to the next */
    float *weight[NET_MAX_LAYERS]; /* into block */
    float *bias[NET_MAX_LAYERS];   /* into block */
    float *block;                  /* all of it, 64-byte aligned */
    size_t floats;                 /* in block, padding included */
} Net;

/** One image as the network takes it: the cells that have ink, in rising order. Borrowed arrays. */
typedef struct NetInput {
    int count;            /* 0..784 */
    const uint16_t *cell; /* 0..783 */
    const uint8_t *level; /* 1..255; the activation is level / 255 */
} NetInput;

/** So many images ahead the lists of one are fetched. */
enum { NET_INPUTS_AHEAD = 2 };

/** Have the lists of an image fetched that is worked on soon: images come in random order, which no
 * machine foresees. */
static inline void net_input_fetch(const NetInput *input)
{
    enum { LINE = 64 };
    const char *cell = (const char *)input->cell, *level = (const char *)input->level;
    for (int at = 0; at < 2 * input->count; at += LINE) {
        __builtin_prefetch(cell + at);
    }
    for (int at = 0; at < input->count; at += LINE) {
        __builtin_prefetch(level + at);
    }
}

/** Room for one NetInput. */
typedef struct NetInputRoom {
    uint16_t cell[NET_INPUTS];
    uint8_t level[NET_INPUTS];
} NetInputRoom;

/** What a run writes: the activations of each layer after the input, and their errors (dC/dz). */
typedef struct NetActs {
    NetShape shape;                    /* of the networks that they are for */
    float *activation[NET_MAX_LAYERS]; /* [l][neuron of size[l + 1]], into block */
    float *delta[NET_MAX_LAYERS];      /* likewise */
    float *block;                      /* all of it, 64-byte aligned */
} NetActs;

/** A network of zeros: every neuron answers 0.5. Errors: out of memory. */
bool net_make(Net *net, const NetShape *shape, Err *err);

/** Release the weights; the network is zeroed then. NULL and a zeroed one are allowed. */
void net_free(Net *net);

/** Copy the weights of `from` into `to`, which has the same shape. */
void net_copy(Net *to, const Net *from);

/** Set every weight and bias to 0. */
void net_zero(Net *net);

/** Set every weight and bias to the same value. All neurons of a hidden layer are the same one
 * then, and stay so under training. */
void net_fill(Net *net, float value);

/** Draw every weight from N(0, 1/n), n the neurons it comes from, and every bias from N(0, 1/n)
 * too, each by itself. Same seed, same network. Source: LeCun et al. (1998), "Efficient
 * BackProp", 4.6. */
void net_randomise(Net *net, Rng *rng);

/** Whether every weight and bias is a number, neither infinite nor NaN. */
bool net_is_finite(const Net *net);

/** The cells of 784 levels that have ink; `room` is borrowed by the result. */
NetInput net_input(const uint8_t level[NET_INPUTS], NetInputRoom *room);

/**
 * Room for what a run of a network of that shape writes, all of it 0. Rows are as long as those of
 * the network's weights, the padding included.
 *
 * Any thread; each that runs a network has its own. The memory is the struct's until
 * net_acts_free(). Errors: out of memory; `acts` is zeroed then.
 */
bool net_acts_make(NetActs *acts, const NetShape *shape, Err *err);

/** Make them anew, where they are zeroed or for another shape; else they stay as they are. Errors:
 * out of memory; they stay as they are then, too. */
bool net_acts_fit(NetActs *acts, const NetShape *shape, Err *err);

/** Release them; they are zeroed then. NULL and zeroed ones are allowed. */
void net_acts_free(NetActs *acts);

/** Run the network on one image: fills acts->activation, every entry that is later read. `acts` is
 * for networks of that shape. The weights are only read; no memory is taken. */
void net_forward(const Net *net, const NetInput *input, NetActs *acts);

/** Run the network on 784 levels, likewise. @return the outputs, net_outputs() of `acts` */
const float *net_forward_levels(const Net *net, const uint8_t level[NET_INPUTS], NetActs *acts);

/**
 * Add the gradient of the cost of one image to `grad`; the weights are only read. This and
 * net_step() are gradient descent as it is written down; training takes a minibatch at once
 * (nn/batch.h) and is held to it by tests.
 *
 * @param acts          what net_forward() left for this image; its deltas are filled
 * @param label         the right digit, 0..9, or NET_NO_DIGIT
 * @param[in,out] grad  dC/dw and dC/db, shaped as the weights; added to, so that a minibatch is a
 *                      loop over this call
 *
 * Source: Nielsen (2015), ch. 2, equations BP1-BP4; ch. 3, equation 68 (cross-entropy).
 */
void net_backward(const Net *net, const NetInput *input, NetActs *acts, int label, NetCost cost,
                  Net *grad);

/**
 * One step of gradient descent: w -= rate * grad, for every weight and bias. Weights (not biases)
 * first shrink by the factor 1 - decay.
 *
 * @param[in,out] net   the weights move
 * @param[in,out] grad  shaped as the weights; zeroed after the step, for the next minibatch
 */
void net_step(Net *net, Net *grad, float rate, float decay);

/** The outputs of a run: activation[last], 10 of them. */
const float *net_outputs(const Net *net, const NetActs *acts);

/** The strongest of 10 outputs, 0..9; the lowest digit where several are equal. */
int net_answer(const float outputs[NET_OUTPUTS]);

/** What one output adds to the cost: (a - y)^2, or of cross-entropy -ln a or -ln(1 - a), at most
 * 100. @param wanted  y is 1, else 0 */
double net_cost_term(float output, bool wanted, NetCost cost);

/** The cost of one image, `label` its digit or NET_NO_DIGIT. Squared: sum of (a - y)^2, as in the
 * videos. Cross-entropy: -sum of y ln a + (1 - y) ln(1 - a), each term at most 100. */
double net_cost(const float outputs[NET_OUTPUTS], int label, NetCost cost);

#endif
