/* What the guided walk points at. */
#ifndef TOUR_TOUR_PLACE_H
#define TOUR_TOUR_PLACE_H

#include "tour/tour.h"

/** The places of the window, then the things of the view on show. */
typedef enum TourPlace {
    TOUR_PLACE_INPUTS,
    TOUR_PLACE_INPUT, /* what the network sees, with what is beside it */
    TOUR_PLACE_BARS,
    TOUR_PLACE_NEURONS, /* of the view Network */
    TOUR_PLACE_VIEW,
    TOUR_PLACE_TRAIN,
    TOUR_PLACE_STEP,
    TOUR_PLACE_TIME_LINE,
    TOUR_PLACE_THING, /* a ViewThing of the view on show, and so on */
    TOUR_PLACE_SUM = TOUR_PLACE_THING + VIEW_THING_SUM,
    TOUR_PLACE_SETTINGS = TOUR_PLACE_THING + VIEW_THING_SETTINGS,
    TOUR_PLACE_NOISE = TOUR_PLACE_THING + VIEW_THING_NOISE,
    TOUR_PLACE_TARGETS = TOUR_PLACE_THING + VIEW_THING_TARGET,
    TOUR_PLACE_WISHES = TOUR_PLACE_THING + VIEW_THING_WISHES,
    TOUR_PLACE_LAYERS = TOUR_PLACE_THING + VIEW_THING_LAYER,
    TOUR_PLACE_APPLY = TOUR_PLACE_THING + VIEW_THING_APPLY,
    TOUR_PLACE_WEIGHT = TOUR_PLACE_THING + VIEW_THING_WEIGHT,
    TOUR_PLACE_QUANTITY = TOUR_PLACE_THING + VIEW_THING_QUANTITY,
    TOUR_PLACE_PRODUCT = TOUR_PLACE_THING + VIEW_THING_PRODUCT,
    TOUR_PLACE_STEP_OF_CHAIN = TOUR_PLACE_THING + VIEW_THING_STEP,
    TOUR_PLACE_BALL = TOUR_PLACE_THING + VIEW_THING_BALL,
    TOUR_PLACE_MINIBATCH = TOUR_PLACE_THING + VIEW_THING_MINIBATCH,
} TourPlace;

/** Where it is now, in output pixels; empty for what does not show. */
SDL_Rect tour_place(const Tour *tour, TourPlace place);

#endif
