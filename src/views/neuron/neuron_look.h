/* What the view Neuron looks at, and how closely. */
#ifndef VIEWS_NEURON_NEURON_LOOK_H
#define VIEWS_NEURON_NEURON_LOOK_H

#include "views/neuron/view_neuron.h"

/** Show another layer on the wall, the nearest there is. */
void neuron_show_layer(NeuronView *view, int layer);

/** Show another neuron, the nearest there is. */
void neuron_choose(NeuronView *view, int layer, int neuron);

/** Show one close up. */
void neuron_look_closer(NeuronView *view, int layer, int neuron);

/** Likewise, and let it grow from there. */
void neuron_grow(NeuronView *view, int layer, int neuron, SDL_Rect from);

/** Turn to another page; the keyboard goes to its first area. */
void neuron_turn_to(NeuronView *view, NeuronPage page);

/** As Pane.inspect. */
void neuron_inspect(void *self, int layer, int neuron);

/** As Pane.out. */
bool neuron_out(void *self);

#endif
