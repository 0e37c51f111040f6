/* The third page of the view Neuron: the numbers of one neuron, each to be changed by hand. */
#ifndef VIEWS_NEURON_NEURON_NUMBERS_H
#define VIEWS_NEURON_NEURON_NUMBERS_H

#include "views/neuron/view_neuron.h"

/** As Pane.update. */
void neuron_numbers_update(NeuronView *view, SDL_Rect box);

/** As Pane.draw. */
void neuron_numbers_draw(const NeuronView *view);

#endif
