/* The pictures of all neurons of the first layer. */
#ifndef UI_NEURON_WALL_H
#define UI_NEURON_WALL_H

#include "nn/net.h"
#include "ui/tiles.h"

/** The scale that all pictures share: four times the root of the mean square of the weights. What
 * is larger has the full colour, too. */
float neuron_wall_full(const Net *net);

/** Draw them with their numbers and activations, in the scale `full`; `chosen` is framed, -1 for
 * none. */
void neuron_wall_draw(Paint *out, const Net *net, const NetActs *acts, const TilesPlaces *places,
                      float full, int chosen);

#endif
