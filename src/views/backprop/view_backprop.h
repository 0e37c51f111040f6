/* The view Backprop: its state, and the pane that it is. */
#ifndef VIEWS_BACKPROP_VIEW_BACKPROP_H
#define VIEWS_BACKPROP_VIEW_BACKPROP_H

#include "ui/backprop.h"
#include "ui/minibatch.h"
#include "views/view.h"

/** A minibatch, and what its images want of the network. */
typedef struct BackpropBatch {
    uint64_t seed; /* that its images are drawn with */
    Nudge *nudge;  /* BACKPROP_IMAGES of them; NULL without room */
    Net net;       /* the weights that they are computed for */
    Net mean;      /* the gradient of the minibatch */
    int done;      /* images that are computed */
    bool ready;    /* all that shows is computed, if for weights of before */
    bool stale;    /* the images or the rows are others now */
    int answers;   /* that it is computed for */
    NetCost kind;
    Uint8 level[BACKPROP_IMAGES * NET_INPUTS];
    int image[BACKPROP_IMAGES], label[BACKPROP_IMAGES];
    double cost[BACKPROP_IMAGES], mean_cost;
    MinibatchRow row[BACKPROP_ROWS];
    int rows;
    BackpropStep step;
    bool stepped; /* the weights change by a step of its own */
} BackpropBatch;

/** All of it belongs to the UI thread; zeroed at the start but for the two pointers. */
typedef struct BackpropView {
    const Lab *lab; /* borrowed, as long as the view lives */
    Shell *shell;   /* likewise */
    BackpropPage page;
    BackpropPlaces places;
    bool picked; /* the person has said what the drawing should be */
    int digit;   /* then this */
    int back;    /* how many layers before the outputs the one selected lies */
    int neuron;  /* selected in it */
    bool
        of_neuron; /* the minibatch's rows are the weights of a neuron, not the biases of a layer */
    float rate;
    NetCost cost; /* squared error at first, as the videos have it, whatever the training's is */
    /* What the drawing wants. */
    Nudge nudge;
    int answers; /* that it is computed for */
    bool ready;
    int from[BACKPROP_ROWS], rows; /* the selected neuron's largest weights */
    BackpropStep step;
    bool stepped; /* the weights change by a step of its own */
    BackpropBatch batch;
} BackpropView;

/** What it does. */
extern const Pane PANE_OF_BACKPROP;

#endif
