/* What one drawing asks of the network, layer by layer. */
#ifndef UI_BACKPROP_H
#define UI_BACKPROP_H

#include "nn/nudge.h"
#include "ui/backprop_places.h"
#include "ui/name.h"

/** A step that was made: what it changed. */
typedef struct BackpropStep {
    bool shown;
    double cost, cost_before;
    float before[NET_OUTPUTS]; /* the outputs; now they are the run's */
} BackpropStep;

/** All that shows of one drawing; borrowed for the frame. */
typedef struct Backprop {
    const Nudge *nudge;
    const Net *net;
    const Uint8 *level; /* the input, 784 */
    int layer, neuron;  /* that are looked at */
    const int *from;    /* where its largest weights come from */
    int rows;           /* of them */
    const BackpropStep *step;
} Backprop;

/** What a weight of a layer comes from: "pixel 12, 7" or "neuron 4". */
Name backprop_from(int layer, int from);

/** The activation that a weight of a layer is multiplied by. */
float backprop_input(const Nudge *nudge, const Uint8 *level, int layer, int from);

/** The line of the cost, and what the last step did to it. */
void backprop_cost_draw(Paint *out, const BackpropPlaces *places, const char *name, double cost,
                        const BackpropStep *step);

/** Draw the page of one drawing: outputs, deltas, the neuron that is looked at, the weights behind
 * it. The line of the cost is backprop_cost_draw(). */
void backprop_draw(Paint *out, const BackpropPlaces *places, const Backprop *page);

#endif
