/* The view Neuron: its state, and the pane that it is. */
#ifndef VIEWS_NEURON_VIEW_NEURON_H
#define VIEWS_NEURON_VIEW_NEURON_H

#include "nn/look.h"
#include "train/strongest.h"
#include "ui/neuron.h"
#include "ui/wall.h"
#include "views/view.h"

/** What was computed last, and of what. */
typedef struct NeuronSeen {
    int answers; /* view->lab->answers then; 0 for nothing yet */
    int layer, neuron;
    bool gated;
    LookSum sum;
    float picture[NEURON_PICTURES][NET_INPUTS]; /* plain, and times the input */
    float full[NEURON_PICTURES];                /* the largest number of each, by size */
} NeuronSeen;

/** The training images that fire the neuron most. */
typedef struct NeuronImages {
    Strongest search, found; /* under way, and on show */
    bool searching;
    bool first;      /* for that neuron: what it finds shows at once */
    int net_version; /* view->lab->net_version when it began, and when they were measured */
    int measured;
    Uint64 begun_ms;
    const uint8_t *data; /* the images that were looked at: their first label; compared alone */
    int images;
    uint8_t level[STRONGEST_IMAGES][NET_INPUTS];
    WallTile tile[STRONGEST_IMAGES];
    Wall wall;
    WallPlaces places;
} NeuronImages;

/** Weights that the pen changes, or that were changed by steps. */
typedef struct NeuronEdit {
    bool painting, less;
    float x_cell, y_cell; /* where the pen is */
    int changes;          /* view->lab->net_version after the last one of the gesture; 0 for none */
    int layer, neuron, mark;
} NeuronEdit;

/** All of it belongs to the UI thread; zeroed at the start but for the two pointers. */
typedef struct NeuronView {
    const Lab *lab;    /* borrowed, as long as the view lives */
    Shell *shell;      /* likewise */
    int layer, neuron; /* on show; may be set from elsewhere, is brought into its range */
    bool all;          /* all pictures of the first layer */
    bool gated;        /* the picture carried back is that of the present activations */
    bool less;         /* the pen makes weights smaller */
    bool marked;       /* a weight or the bias is */
    int mark;          /* from where it comes, or NEURON_BIAS_MARK */
    int top;           /* row of the wall */
    NeuronSeen seen;
    NeuronImages images;
    NetActs acts; /* for that search and the network on show */
    NeuronEdit edit;
    NeuronSum shown;
    NeuronPlaces places;
    SDL_Rect marked_box; /* of the marked number, or of the wall's scale */
    TilesPlaces wall;
    float wall_full; /* the scale of its pictures */
} NeuronView;

/** What it does. */
extern const Pane PANE_OF_NEURON;

#endif
