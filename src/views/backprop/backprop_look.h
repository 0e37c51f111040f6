/* What the view Backprop looks at: a layer, a neuron, and what the drawing should be. */
#ifndef VIEWS_BACKPROP_BACKPROP_LOOK_H
#define VIEWS_BACKPROP_BACKPROP_LOOK_H

#include "views/backprop/view_backprop.h"

/** Whether a page about the drawing shows, not that of the minibatch. */
bool backprop_on_drawing(const BackpropView *view);

/** Whether the page has the picture of the network. */
bool backprop_has_picture(const BackpropView *view);

/** The layer that is looked at: that of the selected neuron, else the outputs. */
int backprop_layer(const BackpropView *view);

/** The neuron that is looked at: the selected one, else the output that is wanted. */
int backprop_neuron(const BackpropView *view);

/** The digit that the drawing should be: the person's choice, else what is known of the image, else
 * what the network says. */
int backprop_wanted(const BackpropView *view);

#endif
