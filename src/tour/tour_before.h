/* What the window was like before a part of the guided walk changed it, and brings back. */
#ifndef TOUR_TOUR_BEFORE_H
#define TOUR_TOUR_BEFORE_H

#include "lab/lab.h"

/** Zeroed it knows of nothing; release it with tour_before_free(). */
typedef struct TourBefore {
    bool known, network; /* the network, too */
    Model model;
    int kept; /* changes of its weights by hand */
    Preparation preparation;
    float rate; /* where its knob stands, 0..1 */
    bool exhibit, strip_open;
} TourBefore;

/** Take note of how things are; of the network only where it is to be brought back and is not being
 * trained: then it is on the shelf once it goes. Where there is no memory, not of it either. */
void tour_before_take(TourBefore *before, const Lab *lab, bool network);

/** Bring it back: network, preparation, rate, the strip; the drawing where an image has come in its
 * place. What was trained is on the shelf. It knows of nothing then. */
void tour_before_put_back(TourBefore *before, Lab *lab);

/** Release it. */
void tour_before_free(TourBefore *before);

#endif
