/* What the neurons of a layer look for, as pictures. */
#ifndef VIEWS_NEURON_NEURON_PICTURES_H
#define VIEWS_NEURON_NEURON_PICTURES_H

#include "views/neuron/view_neuron.h"

/** Let them be of that layer; those of another one are forgotten. False without memory, of which
 * the person is told. */
bool neuron_pictures_of(NeuronView *view, int layer);

/** Bring that of a neuron up to the weights. */
void neuron_pictures_bring(NeuronView *view, int neuron);

/** Whether it is. */
bool neuron_pictures_has(const NeuronView *view, int neuron);

/** 784 numbers; what it was before where it is not. */
const float *neuron_pictures_get(const NeuronView *view, int neuron);

/** The scale that all of them share. */
float neuron_pictures_full(const NeuronView *view);

/** Release their memory. */
void neuron_pictures_free(NeuronView *view);

#endif
