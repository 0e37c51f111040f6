/* State of the view Tour; VIEW_OF_TOUR in app/views.h has what it does. */
#ifndef APP_VIEW_TOUR_H
#define APP_VIEW_TOUR_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/steps.h"

/** What the state was when a step began: whether it is done shows in what has changed since. */
typedef struct TourBase {
    int view;
    int points;      /* of the drawing */
    int preparation; /* of the input */
    int digit;       /* of the answer; -1 for none */
    int run, epoch;  /* of training */
    int64_t images;
    float rate;          /* of runs to come */
    int layer, neuron;   /* in the view Neuron */
    int kept, most_kept; /* changes of the weights that can be taken back: then, and since */
    int noise;           /* the last image of it */
    int target, back;    /* in the view Backprop: the digit, -1 for none; the layer */
    float pointer_x_px, pointer_y_px;
} TourBase;

/** All of it belongs to the UI thread; zeroed at the start. */
typedef struct TourView {
    bool running;   /* the card is up */
    TourBase base;  /* of the step, while the walk runs */
    int marked;     /* step in the list that the keyboard is at */
    Steps list;     /* of the frame */
    SDL_Rect about; /* of the frame: the text over the list */
} TourView;

#endif
