/* All components of a gradient, one for each weight and bias, in the order of their size: what
 * matters most to one image, or to a minibatch. */
#ifndef NN_COMPONENTS_H
#define NN_COMPONENTS_H

#include "nn/net.h"

/** A component: dC/dw of the weight from `from` to `to`, or dC/db where `from` is COMPONENT_BIAS.
 */
typedef struct Component {
    float value;
    int layer, from, to;
} Component;

/** In the place of what a weight comes from. */
enum { COMPONENT_BIAS = -1 };

/**
 * List them, the largest by size first; of equal ones, that of the earlier layer, and in it as they
 * are stored.
 *
 * @param[out] component  net_shape_parameters() of them
 */
void components_list(const Net *gradient, Component *component);

/** The first of that list alone, which is quick also where there are a million.
 *
 * @param most             how many, at least one
 * @param[out] component  most of them
 *
 * @return how many there are: all, where that is fewer
 */
int components_largest(const Net *gradient, Component *component, int most);

#endif
