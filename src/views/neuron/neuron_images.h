/* The training images that fire the neuron on show most, looked for a part a frame. */
#ifndef VIEWS_NEURON_NEURON_IMAGES_H
#define VIEWS_NEURON_NEURON_IMAGES_H

#include "views/neuron/view_neuron.h"

/** Go on with the search, or begin it where the neuron, the images or the weights are others. */
void neuron_images_work(NeuronView *view);

/** How long until it goes on, in ms; -1 for never. */
int neuron_images_sleep_ms(const NeuronView *view);

/** The search begins anew: the view was away. */
void neuron_images_forget(NeuronView *view);

/** Place them in that box in so many columns; none where it has no width. */
void neuron_images_place(NeuronView *view, SDL_Rect box, int columns);

/** Draw them as placed, and a line over them. */
void neuron_images_draw(const NeuronView *view, SDL_Rect label, SDL_Rect box);

/** Put the image of that tile on the sheet. */
void neuron_images_exhibit(NeuronView *view, int tile);

#endif
