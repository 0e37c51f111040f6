/* What the guided walk points at, in output pixels: an empty box stands for what does not show. */
#ifndef TOUR_TOUR_PLACE_H
#define TOUR_TOUR_PLACE_H

#include "tour/tour.h"

/** Where it is now. */
typedef SDL_Rect TourPlace(const Tour *tour);

/** What steps point at. */
TourPlace tour_place_sheet, tour_place_input, /* what the network sees, with what is beside it */
    tour_place_bars, tour_place_neurons,      /* of the view Network */
    tour_place_view, tour_place_train, tour_place_step, tour_place_reset, tour_place_time_line,
    tour_place_settings, /* of the view Learning: the page, or the button that opens it */
    tour_place_noise,    /* of the view Dreams, likewise */
    tour_place_targets,  /* of the view Backprop, as all that follow */
    tour_place_wishes, tour_place_layers, tour_place_apply, tour_place_minibatch;

#endif
