/* Weights of the neuron on show, changed by hand: painted, by steps, zeroed. */
#ifndef VIEWS_NEURON_NEURON_EDIT_H
#define VIEWS_NEURON_NEURON_EDIT_H

#include "views/neuron/view_neuron.h"

/** Put the pen on the picture of a first-layer neuron's weights, in cells. One gesture, until
 * neuron_paint_end(), is one change to take back. */
void neuron_paint_begin(NeuronView *view, float x_cell, float y_cell, bool less);

/** Move the pen that was put on it. */
void neuron_paint_to(NeuronView *view, float x_cell, float y_cell);

/** Lift it: the gesture is over. */
void neuron_paint_end(void *self);

/** Change the marked weight or bias. Steps in a row are one change to take back. */
void neuron_step(NeuronView *view, float by);

/** Set all weights of the neuron to 0; its bias stays. */
void neuron_zero(NeuronView *view);

/** The marked weight or bias. */
float neuron_marked(const NeuronView *view);

#endif
