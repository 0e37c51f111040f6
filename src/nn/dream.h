/* What an output makes of every pixel, and the picture that it likes best, its dream, in the
 * field's words activation maximisation: gradients of its sum z, because the sigmoid of a sure
 * output is so flat that the gradient of the output itself is lost. */
#ifndef NN_DREAM_H
#define NN_DREAM_H

#include "nn/net.h"

/** By how much z of one output grows for 1 more of each activation: dz/da. */
typedef struct DreamGradient {
    float hidden[NET_MAX_HIDDEN][NET_MAX_STRIDE]; /* [l] of NetActs.activation[l] */
    float pixel[NET_INPUTS];                      /* for 1 = 255 levels more */
} DreamGradient;

/** z of the ten outputs, the sums that their sigmoids are taken of. */
void dream_sums(const Net *net, const NetActs *acts, float z[NET_OUTPUTS]);

/**
 * The gradient of z of output `digit`.
 *
 * @param acts  what net_forward() left for the image
 *
 * Source: the chain rule, as in Nielsen (2015), ch. 2, equation BP2.
 */
void dream_gradient(const Net *net, const NetActs *acts, int digit, DreamGradient *gradient);

/** The gradient of a sum of outputs' z, each times its share: as dream_gradient() where one share
 * is 1 and the others are 0. */
void dream_gradient_mixed(const Net *net, const NetActs *acts, const float share[NET_OUTPUTS],
                          DreamGradient *gradient);

/** How a picture moves with a step. */
typedef struct DreamRule {
    float rate; /* root of the mean square of the pixels' moves, before they are clamped */
    float blur; /* share of each pixel that goes to each of its four neighbours */
    float fade; /* share of each pixel that is lost */
} DreamRule;

/** A picture on its way. */
typedef struct Dream {
    float pixel[NET_INPUTS];   /* 0..1 */
    uint8_t level[NET_INPUTS]; /* the pixels in 255 parts, rounded: what the network is asked */
    int steps;
} Dream;

/** Begin at a picture, or at noise. @param[out] acts  what the network says to it */
void dream_begin(Dream *dream, const Net *net, const uint8_t level[NET_INPUTS], NetActs *acts);

/** Ask the network again: its weights have changed. */
void dream_ask(const Dream *dream, const Net *net, NetActs *acts);

/** 784 levels, each 0..255 with equal chance. */
void dream_noise(Rng *rng, uint8_t level[NET_INPUTS]);

/**
 * One step of gradient ascent: z of output `digit` rises, as far as the step is small enough and
 * the rule neither blurs nor fades. Pixels are held in 0..1.
 *
 * @param[in,out] acts  what the network said to the picture, and what it says to the next one
 *
 * @return whether any level has changed
 */
bool dream_step(Dream *dream, const Net *net, int digit, const DreamRule *rule, NetActs *acts);

#endif
