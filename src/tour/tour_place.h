/* What the guided walk points at, in output pixels: an empty box stands for what does not show. */
#ifndef TOUR_TOUR_PLACE_H
#define TOUR_TOUR_PLACE_H

#include "tour/tour.h"

typedef SDL_Rect TourPlace(const Tour *tour);

TourPlace tour_place_sheet;
TourPlace tour_place_input; /* what the network sees, with what is beside it */
TourPlace tour_place_bars;
TourPlace tour_place_neurons; /* of the view Network */
TourPlace tour_place_view;
TourPlace tour_place_train, tour_place_step, tour_place_reset;
TourPlace tour_place_time_line;
TourPlace tour_place_settings; /* of the view Learning: the page, or the button that opens it */
TourPlace tour_place_noise;    /* of the view Dreams, likewise */
TourPlace tour_place_targets;  /* of the view Backprop, as all that follow */
TourPlace tour_place_wishes;
TourPlace tour_place_layers;
TourPlace tour_place_apply;
TourPlace tour_place_minibatch;

#endif
