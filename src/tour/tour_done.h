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

TourDone tour_done_drawing;     /* a stroke of the pen ended, and there is ink */
TourDone tour_done_preparing;   /* drawings are prepared otherwise */
TourDone tour_done_asking;      /* a number of the view of the step was explained */
TourDone tour_done_other_digit; /* there is another answer */
TourDone tour_done_other_neuron;
TourDone tour_done_weights; /* they were changed by hand */
TourDone tour_done_undoing; /* a change by hand was taken back */
TourDone tour_done_random;  /* the network is a random one */
TourDone tour_done_ten_steps;
TourDone tour_done_epoch;
TourDone tour_done_looking_back; /* the time line shows a moment of before */
TourDone tour_done_rate;         /* the next run has another one */
TourDone tour_done_mistake;      /* an image that the network gets wrong is on the sheet */
TourDone tour_done_noise;        /* noise is on the sheet */
TourDone tour_done_target;       /* what the drawing should be was chosen */
TourDone tour_done_other_layer;  /* in the view Backprop */
TourDone tour_done_minibatch;    /* it shows one */

#endif
