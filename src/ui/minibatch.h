/* What each image of a minibatch asks of the network, side by side, and what they do on average. */
#ifndef UI_MINIBATCH_H
#define UI_MINIBATCH_H

#include "nn/net.h"
#include "ui/backprop_places.h"

/** One weight or bias. */
typedef struct MinibatchRow {
    int layer, from, to;         /* from -1: the bias of neuron `to` */
    size_t entry;                /* its place in the network's block */
    float by_w[BACKPROP_IMAGES]; /* what the images have as gradient */
    float mean;                  /* the gradient of the minibatch */
} MinibatchRow;

/** All that shows; borrowed for the frame. */
typedef struct Minibatch {
    const Uint8 *level; /* BACKPROP_IMAGES x 784 */
    const int *label;   /* 0..9 or NET_NO_DIGIT */
    const double *cost;
    double mean_cost;
    const MinibatchRow *row;
    int rows;
    bool biases;    /* of a layer: their rows are named by their neurons alone */
    bool is_output; /* that layer is the last */
    int neuron;     /* the one selected in the layer */
} Minibatch;

/** The row and column at a point in the table; false where there is none. Column -1 is the name,
 * BACKPROP_IMAGES the average. */
bool minibatch_cell_at(const BackpropPlaces *places, SDL_Point at, int *row, int *column);

/** Draw the pictures with their costs, and a row of wishes for each weight or bias: blue where it
 * should rise, orange where it should fall, the stronger the more. */
void minibatch_draw(Paint *out, const BackpropPlaces *places, const Minibatch *page);

#endif
