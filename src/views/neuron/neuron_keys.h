/* Mouse and keyboard in the view Neuron. */
#ifndef VIEWS_NEURON_NEURON_KEYS_H
#define VIEWS_NEURON_NEURON_KEYS_H

#include "views/neuron/view_neuron.h"

/** The view's commands. The first four are areas. */
enum {
    NEURON_CHOOSE, /* the wall; close up the layers; among the numbers the rows of neurons */
    NEURON_WEIGHTS,
    NEURON_PULL, /* the bias */
    NEURON_IMAGES,
    NEURON_OUT, /* to the wall */
    NEURON_FORWARD,
    NEURON_NUMBERS,
    NEURON_PAINT,
    NEURON_ALL,
    NEURON_GATED,
    NEURON_LESS,
    NEURON_ZERO,
    NEURON_DOWN,
    NEURON_UP,
    NEURON_SHOW_LAYER, /* on the wall, and so on for each layer */
};

/** As Pane.press. */
bool neuron_press(void *self, int x, int y, bool twice);

/** As Pane.drag. */
void neuron_drag(void *self, int x, int y);

/** As Pane.scroll. */
void neuron_scroll(void *self, int x, int y, int rows);

/** As Pane.key. */
bool neuron_key(void *self, const SDL_Keysym *key);

#endif
