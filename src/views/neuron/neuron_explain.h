/* What the numbers of the view Neuron are. */
#ifndef VIEWS_NEURON_NEURON_EXPLAIN_H
#define VIEWS_NEURON_NEURON_EXPLAIN_H

#include "views/neuron/view_neuron.h"

/** What the view's spots are about. */
enum {
    NEURON_ABOUT_PICKER = 0, /* and so on for each layer */
    NEURON_ABOUT_PICTURE = 10,
    NEURON_ABOUT_SCALE = 20,
    NEURON_ABOUT_CURVE = 30,
    NEURON_ABOUT_WALL_SCALE,
    NEURON_ABOUT_MARKED,
    NEURON_ABOUT_IMAGE = 40,
    NEURON_ABOUT_STEP = 60,     /* and so on for each step of the sum close up, and z */
    NEURON_ABOUT_ROW = 100,     /* and so on for each row of the sum */
    NEURON_ABOUT_TILE = 200,    /* and so on for each neuron before */
    NEURON_ABOUT_NEURON = 1000, /* and so on for each neuron of a layer, and each layer */
};

/** As Pane.explain. */
void neuron_explain(const void *self, int about, SDL_Point at, Hint *hint);

#endif
