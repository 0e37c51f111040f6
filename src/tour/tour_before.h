/* What the window was like before a part of the guided walk changed it, and brings back. */
#ifndef TOUR_TOUR_BEFORE_H
#define TOUR_TOUR_BEFORE_H

#include "lab/run_held.h"

/** Zeroed it knows of nothing; release it with tour_before_free(). */
typedef struct TourBefore {
    bool known, network; /* the network, too, */
    Model model;
    RunHeld run;      /* with its run */
    bool in_training; /* it was then */
    int kept;         /* changes of its weights by hand */
    Preparation preparation;
    float rate; /* where its knob stands, 0..1 */
    bool exhibit, strip_open;
} TourBefore;

/** Take note of how things are; of the network and its run only where they are to be brought back.
 * Where there is no memory, not of them either. */
void tour_before_take(TourBefore *before, const Lab *lab, bool network);

/** Bring it back: network and run, preparation, rate, the strip; the drawing where an image has
 * come in its place. What was trained is on the shelf. A run that goes on since then is left alone.
 * It knows of something, and of nothing then. */
void tour_before_put_back(TourBefore *before, Lab *lab);

/** Release it. */
void tour_before_free(TourBefore *before);

#endif
