/* What the numbers of the view Backprop are. */
#ifndef VIEWS_BACKPROP_BACKPROP_EXPLAIN_H
#define VIEWS_BACKPROP_BACKPROP_EXPLAIN_H

#include "ui/hint.h"
#include "views/backprop/view_backprop.h"

/** Its numbers; the first of rows. */
enum {
    ABOUT_COST,
    ABOUT_RATE,
    ABOUT_DELTAS,
    ABOUT_NEURON,
    ABOUT_BIAS,
    ABOUT_BEFORE,
    ABOUT_PICTURE,
    ABOUT_CELLS,
    ABOUT_OUTPUT = 100,
    ABOUT_WEIGHT = 200,
    ABOUT_IMAGE = 300,
    ABOUT_COMPONENT = 400, /* of the list of the gradient */
    ABOUT_ASKED = 1000,    /* of the neurons of the picture, NET_MAX_WIDTH a layer */
};

/** As Pane.explain. */
void backprop_explain(const void *self, int about, SDL_Point at, Hint *hint);

#endif
