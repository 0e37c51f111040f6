/* The first page of the view Neuron: all neurons of a layer, what each looks for and how far it
 * fires. */
#ifndef VIEWS_NEURON_NEURON_LAYER_H
#define VIEWS_NEURON_NEURON_LAYER_H

#include "views/neuron/view_neuron.h"

/** Compute what is stale, a part a frame. */
void neuron_layer_work(NeuronView *view);

/** Whether there is more to compute. */
bool neuron_layer_works(const NeuronView *view);

/** As Pane.update. */
void neuron_layer_update(NeuronView *view, SDL_Rect box);

/** As Pane.draw. */
void neuron_layer_draw(const NeuronView *view);

/** The neuron at a place; -1 for none. */
int neuron_layer_at(const NeuronView *view, SDL_Point at);

/** Look closer at one of them: it grows from its picture. */
void neuron_layer_enter(NeuronView *view, int neuron);

/** Arrows go from picture to picture, Page Up and Down from layer to layer. False for others. */
bool neuron_layer_key(NeuronView *view, SDL_Keycode key);

#endif
