/* Mouse and keyboard in the view Neuron. */
#ifndef VIEWS_NEURON_NEURON_KEYS_H
#define VIEWS_NEURON_NEURON_KEYS_H

#include "views/neuron/view_neuron.h"

/** The view's commands. The first three are areas. */
enum {
    NEURON_CHOOSE, /* the rows of neurons, or the wall */
    NEURON_WEIGHTS,
    NEURON_IMAGES,
    NEURON_ALL,
    NEURON_GATED,
    NEURON_LESS,
    NEURON_ZERO,
    NEURON_DOWN,
    NEURON_UP,
};

/** Show another neuron, the nearest there is. */
void neuron_choose(NeuronView *view, int layer, int neuron);

/** As Pane.press. */
bool neuron_press(void *self, int x, int y, bool twice);

/** As Pane.drag. */
void neuron_drag(void *self, int x, int y);

/** As Pane.scroll. */
void neuron_scroll(void *self, int x, int y, int rows);

/** As Pane.key. */
bool neuron_key(void *self, const SDL_Keysym *key);

/** As Pane.inspect. */
void neuron_inspect(void *self, int layer, int neuron);

#endif
