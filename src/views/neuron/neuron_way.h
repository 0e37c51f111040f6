/* The way out of the view Neuron: Network, the layer, the neuron. */
#ifndef VIEWS_NEURON_NEURON_WAY_H
#define VIEWS_NEURON_NEURON_WAY_H

#include "views/neuron/view_neuron.h"

/** Add it to a row, where there is room: all but its end, which is on show, can be pressed. */
void neuron_way_add(NeuronView *view, SDL_Rect row);

/** Draw what of it is no widget, and the keys that do the same. */
void neuron_way_draw(const NeuronView *view);

#endif
