/* How the guided walk sees that something was done: by what has changed since the step began. */
#ifndef TOUR_TOUR_DONE_H
#define TOUR_TOUR_DONE_H

#include "tour/tour.h"

/** What a step that begins now compares with. */
TourBase tour_done_base(const Tour *tour);

/** Part of each update: the base remembers what has been in between. */
void tour_done_note(const Tour *tour, TourBase *base);

/** Whether it was done since then. */
typedef bool TourDone(const Tour *tour, const TourBase *base);

/** What steps wait for. */
TourDone tour_done_drawing,    /* a stroke of the pen ended, and there is ink */
    tour_done_preparing,       /* drawings were prepared otherwise, and are again as before */
    tour_done_asking,          /* a number of the view of the step was explained */
    tour_done_other_digit,     /* there is another answer */
    tour_done_other_neuron,    /* the view Neuron shows it */
    tour_done_weights,         /* they were changed by hand */
    tour_done_undoing,         /* a change by hand was taken back */
    tour_done_random,          /* the network is a random one */
    tour_done_ten_steps,       /* of training */
    tour_done_epoch,           /* of training has ended */
    tour_done_looking_back,    /* the time line shows a moment of before */
    tour_done_rate,            /* another run was begun with another one */
    tour_done_mistake,         /* an image that the network gets wrong is on the sheet */
    tour_done_noise,           /* noise is on the sheet */
    tour_done_target,          /* what the drawing should be was chosen */
    tour_done_other_layer,     /* in the view Backprop */
    tour_done_minibatch,       /* it shows one */
    tour_done_weight_of_chain, /* the first one was moved by hand */
    tour_done_quantity,        /* another one is selected in the chain */
    tour_done_product,         /* a hand has made the gradient of its first weight nothing */
    tour_done_step_of_chain,   /* a step of it has lowered its cost */
    tour_done_uphill,          /* the ball was dragged to where the drawing is another digit */
    tour_done_climbing,        /* the ball of the slope is higher than it began */
    tour_done_stumbling;       /* both of its balls have made five steps at the right rate */

#endif
