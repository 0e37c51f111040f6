/* The second page of the view Neuron: one neuron close up. */
#ifndef VIEWS_NEURON_NEURON_ZOOM_H
#define VIEWS_NEURON_NEURON_ZOOM_H

#include "views/neuron/view_neuron.h"

/** Compute what is stale, a part a frame. */
void neuron_zoom_work(NeuronView *view);

/** Whether there is more to compute. */
bool neuron_zoom_works(const NeuronView *view);

/** As Pane.update. */
void neuron_zoom_update(NeuronView *view);

/** As Pane.draw. */
void neuron_zoom_draw(const NeuronView *view);

/** Where the neurons stand. */
DiagramPlaces neuron_zoom_places(const NeuronView *view);

/** The neuron at a place: among the layers, or one of the pictures of those before; -1 for none. */
DiagramNeuron neuron_zoom_at(const NeuronView *view, SDL_Point at);

#endif
