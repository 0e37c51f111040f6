/* The pictures of all neurons of a layer. */
#ifndef UI_NEURON_WALL_H
#define UI_NEURON_WALL_H

#include "nn/net.h"
#include "ui/tiles.h"

/** The scale that pictures share whose numbers have that sum of squares, 784 numbers each: four
 * times the root of their mean square. What is larger has the full colour, too. */
float neuron_wall_scale(double squares, int pictures);

/** That of the weights of the first layer. */
float neuron_wall_full(const Net *net);

/** What the wall shows; borrowed for the frame. */
typedef struct NeuronWall {
    const float *picture;    /* 784 for each neuron */
    const float *activation; /* of each */
    float full;              /* the scale of all */
    int chosen;              /* is framed; -1 for none */
} NeuronWall;

/** Draw the pictures with their numbers and activations, which light a dot, too. */
void neuron_wall_draw(Paint *out, const NeuronWall *wall, const TilesPlaces *places);

#endif
