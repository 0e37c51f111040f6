/* The view Backprop: its state, and the pane that it is. */
#ifndef VIEWS_BACKPROP_VIEW_BACKPROP_H
#define VIEWS_BACKPROP_VIEW_BACKPROP_H

#include "nn/components.h"
#include "ui/backprop.h"
#include "ui/backward.h"
#include "ui/diagram.h"
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
    bool mine;     /* the first of its images is the drawing */
    int answers;   /* that it is computed for */
    NetCost kind;
    Uint8 level[BACKPROP_IMAGES * NET_INPUTS];
    int image[BACKPROP_IMAGES], label[BACKPROP_IMAGES]; /* of the training images */
    double cost[BACKPROP_IMAGES], mean_cost;
    MinibatchRow row[BACKPROP_ROWS];
    int rows;
    BackpropStep step;
    bool stepped; /* the weights change by a step of its own */
} BackpropBatch;

/** The buttons that go through the moves: back, on. */
enum { BACKPROP_MOVES = 2 };

/** The picture of the network from right to left. */
typedef struct BackpropPicture {
    BackwardPlaces places;
    SDL_Rect label_box, caption, move_box[BACKPROP_MOVES];
    const char *label; /* of the ten digits; "" without room */
    int move;          /* see diagram_move() */
    DiagramAsked asked;
    Net net; /* as a step would leave it */
    NetActs acts;
    float ahead[NET_OUTPUTS]; /* its outputs */
    int nudges;               /* that these are computed for, see BackpropView */
    float rate;               /* likewise */
} BackpropPicture;

/** The gradient as a list. */
typedef struct BackpropList {
    Component *component; /* the largest first; on the heap */
    int count;
    int nudges;              /* that it is of, see BackpropView */
    int rows, first, marked; /* in sight, and where in the list; which one the picture marks */
    SDL_Rect head, box;
} BackpropList;

/** All of it belongs to the UI thread; zeroed at the start but for the two pointers. */
typedef struct BackpropView {
    const Lab *lab; /* borrowed, as long as the view lives */
    Shell *shell;   /* likewise */
    BackpropPage page;
    BackpropPlaces places;
    bool picked; /* the person has said what the drawing should be */
    int digit;   /* then this */
    bool
        of_neuron; /* the minibatch's rows are the weights of a neuron, not the biases of a layer */
    bool with_mine; /* the minibatch is to have the drawing among its images */
    float rate;
    NetCost cost; /* squared error at first, as the videos have it, whatever the training's is */
    float rate_before; /* both as they were before a part of the guided walk */
    NetCost cost_before;
    /* What the drawing wants. */
    Nudge nudge;
    int answers; /* that it is computed for */
    int nudges;  /* counts how often it was */
    bool ready;
    int from[BACKPROP_ROWS], rows; /* the selected neuron's largest weights */
    BackpropStep step;
    bool stepped; /* the weights change by a step of its own */
    BackpropPicture picture;
    BackpropList list;
    BackpropBatch batch;
} BackpropView;

/** What it does. */
extern const Pane PANE_OF_BACKPROP;

#endif
