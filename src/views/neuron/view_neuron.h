/* The view Neuron: its state, and the pane that it is. */
#ifndef VIEWS_NEURON_VIEW_NEURON_H
#define VIEWS_NEURON_VIEW_NEURON_H

#include "nn/look.h"
#include "shell/selected.h"
#include "train/strongest.h"
#include "ui/closeup.h"
#include "ui/neuron.h"
#include "ui/wall.h"
#include "views/view.h"

/** How close it looks: Escape goes from a later one to the one before. */
typedef enum NeuronPage {
    NEURON_WALL_PAGE,    /* all neurons of a layer */
    NEURON_ZOOM_PAGE,    /* one of them */
    NEURON_NUMBERS_PAGE, /* its numbers */
} NeuronPage;

/** What was computed last, and of what. */
typedef struct NeuronSeen {
    int answers; /* view->lab->answers then; 0 for nothing yet */
    int layer, neuron;
    bool gated;
    LookSum sum;
    float picture[NEURON_PICTURES][NET_INPUTS]; /* plain, and times the input */
    float full[NEURON_PICTURES];                /* the largest number of each, by size */
    ContourPiece outline[CONTOUR_PIECES];       /* of the ink */
    int pieces;
} NeuronSeen;

/** What the neurons of a layer look for, computed a part a frame. */
typedef struct NeuronPictures {
    float *picture;                /* [neuron][784]; NULL until there is room */
    NetShape shape;                /* of the network that they are of */
    int layer;                     /* of the neurons */
    int version[NET_MAX_WIDTH];    /* view->lab->net_version + 1 that each is of; 0 for none */
    float largest[NET_MAX_WIDTH];  /* of each, by size */
    double squares[NET_MAX_WIDTH]; /* of each the sum */
} NeuronPictures;

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
    bool pulling;         /* the bias is dragged: the axis holds still */
    float x_cell, y_cell; /* where the pen is */
    int changes;          /* view->lab->net_version after the last one of the gesture; 0 for none */
    int layer, neuron, mark;
} NeuronEdit;

/** One neuron close up. */
typedef struct NeuronZoom {
    CloseupPlaces places;
    SDL_Rect from; /* where the picture grows from while MOTION_ZOOM goes on */
    CloseupAxis axis;
    TilesPlaces tiles_places;
    CloseupTile tile[CLOSEUP_TILES]; /* neurons before */
    int tiles;
} NeuronZoom;

/** The way out, from the network to what is on show. */
typedef struct NeuronWay {
    SDL_Rect box[3], keys; /* of its parts, and of a line that names keys */
    int parts;             /* 0 where there is no room */
    char layer[24], neuron[24];
} NeuronWay;

/** All of it belongs to the UI thread; zeroed at the start but for the two pointers. */
typedef struct NeuronView {
    const Lab *lab; /* borrowed, as long as the view lives */
    Shell *shell;   /* likewise */
    NeuronPage page;
    int layer;   /* of the wall */
    int visited; /* a number for each neuron: the one that was seen close up last; 0 for none */
    bool gated;  /* the picture carried back is that of the present activations */
    bool paints; /* close up, the pen changes weights; among the numbers it always does */
    bool less;   /* it makes them smaller */
    bool marked; /* a weight or the bias is */
    int mark;    /* from where it comes, or NEURON_BIAS_MARK */
    int top;     /* row of the wall */
    NeuronSeen seen;
    NeuronPictures pictures;
    NeuronImages images;
    NetActs acts; /* for that search and the network on show */
    NeuronEdit edit;
    NeuronZoom zoom;
    NeuronWay way;
    NeuronSum shown;
    NeuronPlaces places;
    SDL_Rect marked_box; /* of the marked number, or of the wall's scale */
    SDL_Rect wall_note;  /* a line over the wall */
    TilesPlaces wall;
    float wall_full; /* the scale of its pictures */
} NeuronView;

/** The neuron that it is about: the selected one, else the first of the wall's layer. */
static inline DiagramNeuron neuron_shown(const NeuronView *view)
{
    DiagramNeuron at = selected_neuron(view->shell);
    int last = view->lab->model.net.shape.layers - 1; /* another network may have come */
    return at.neuron >= 0 ? at : (DiagramNeuron){SDL_min(view->layer, last), 0};
}

/** Where its weights are drawn on show, to paint on. */
static inline SDL_Rect neuron_weights_box(const NeuronView *view)
{
    return view->page == NEURON_ZOOM_PAGE ? view->zoom.places.picture : view->places.picture[0];
}

/** What it does. */
extern const Pane PANE_OF_NEURON;

#endif
