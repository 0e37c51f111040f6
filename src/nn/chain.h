/* The smallest deep network: one neuron a layer, in a chain. Backpropagation on it is the chain
 * rule alone: each quantity goes into one other, and its gradient is the product of the ratios on
 * the way to the cost. */
#ifndef NN_CHAIN_H
#define NN_CHAIN_H

#include <stdbool.h>
#include <stddef.h>

/** How many neurons follow the input. */
enum { CHAIN_LINKS = 3 };

/** All there is in it; of weights, biases, sums and activations CHAIN_LINKS each, from the input
 * on. */
typedef enum ChainQuantity {
    CHAIN_INPUT, /* a0; the first ones can be set, */
    CHAIN_WEIGHT,
    CHAIN_BIAS = CHAIN_WEIGHT + CHAIN_LINKS,
    CHAIN_WANTED = CHAIN_BIAS + CHAIN_LINKS, /* y */
    CHAIN_SET,                               /* so many; the others follow from them */
    CHAIN_SUM = CHAIN_SET,                   /* z */
    CHAIN_ACTIVATION = CHAIN_SUM + CHAIN_LINKS,
    CHAIN_COST = CHAIN_ACTIVATION + CHAIN_LINKS,
    CHAIN_QUANTITIES
} ChainQuantity;

/** The longest way to the cost, in steps: from the input, or the first weight. */
enum { CHAIN_PATH = 2 * CHAIN_LINKS + 1 };

/** The value of each quantity. */
typedef struct Chain {
    double value[CHAIN_QUANTITIES];
} Chain;

/** Work out what follows from what is set: z = w a + b, a = sigmoid(z), C = (a - y)^2 with the last
 * a. */
void chain_run(Chain *chain);

/** What a quantity goes into; CHAIN_QUANTITIES for the cost. */
int chain_next(int quantity);

/** The activation or sum that comes before a sum or an activation in the chain, and the last
 * activation before the cost; CHAIN_QUANTITIES for all others. */
int chain_before(int quantity);

/** How much what it goes into changes for a small change of it, dz/dw and the like. Not of the
 * cost. Call chain_run() before. */
double chain_ratio(const Chain *chain, int quantity);

/** dC/d of a quantity: the product of the ratios from it to the cost; 1 of the cost itself. */
double chain_gradient(const Chain *chain, int quantity);

/** The quantities whose ratios that product has, from the quantity on; returns how many, at most
 * CHAIN_PATH. */
int chain_path(int quantity, int path[CHAIN_PATH]);

/** The cost where that quantity is larger by `nudge`, and all that follows from it follows. */
double chain_nudged_cost(const Chain *chain, int quantity, double nudge);

/** A step of gradient descent: every weight and bias against its gradient, and chain_run(). */
void chain_step(Chain *chain, double rate);

/** Its name: "w1", "a0", "C". */
const char *chain_name(int quantity);

/** The neuron a quantity belongs to, from 0; of the input and the cost, which belong to none, what
 * they stand beside: 0 and CHAIN_LINKS - 1. */
int chain_link(int quantity);

#endif
