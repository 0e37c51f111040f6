/* Mouse and keyboard in the view Neuron. */
#ifndef APP_NEURON_KEYS_H
#define APP_NEURON_KEYS_H

#include "app/views.h"

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
void neuron_choose(App *app, int layer, int neuron);

/** As in View. */
bool neuron_press(App *app, int x, int y, bool twice);
void neuron_drag(App *app, int x, int y);
void neuron_scroll(App *app, int x, int y, int rows);
bool neuron_key(App *app, const SDL_Keysym *key);

#endif
