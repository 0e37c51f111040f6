/* What a neuron does, in words. */
#ifndef VIEWS_NEURON_NEURON_SAY_H
#define VIEWS_NEURON_NEURON_SAY_H

#include "views/neuron/view_neuron.h"

/** Bytes of a sentence or two, the final 0 included. */
enum { NEURON_SAY_MAX = 320 };

/** What the neuron on show likes, and what it makes of the ink. */
void neuron_say(const NeuronView *view, char text[NEURON_SAY_MAX]);

/** What its bias means: what it takes from all else to fire. */
void neuron_say_bias(const NeuronView *view, char text[NEURON_SAY_MAX]);

#endif
