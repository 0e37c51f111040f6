/* Looking back at a run: the weights on show are those of a frame of its time line, or live, which
 * is the newest ones. */
#ifndef LAB_SCRUB_H
#define LAB_SCRUB_H

#include "lab/lab.h"

/** Whether there are moments to look back at. */
bool scrub_can(const Lab *lab);

/** Put a frame on show; the newest one is live. Weights that were changed by hand since the run are
 * kept, as by weights_keep(). */
void scrub_to(Lab *lab, int frame);

/** The frame before the one on show. */
void scrub_back(Lab *lab);

/** The frame after it; the last one is live. */
void scrub_forward(Lab *lab);

/** Show the newest weights, and follow the run. */
void scrub_live(Lab *lab);

/** The minibatch that the line ends at: the planned end of the run or, while that is far away, ten
 * times what is done. */
double scrub_end(const Lab *lab);

/** Where a minibatch lies on a log axis that ends at minibatch `end`, above 0: 0 before the first
 * one, 1 there. */
float scrub_place_on(double end, double step);

/** Where a minibatch lies on the line, which ends at scrub_end(). */
float scrub_place(const Lab *lab, double step);

/** Where the moment on show does, 0..1. */
float scrub_slider(const Lab *lab);

/** The frame that is nearest to that place; -1 where there is none. */
int scrub_frame_at(const Lab *lab, float place);

/** Put it on show. */
void scrub_slide(Lab *lab, float place);

/** "epoch 12.4 of 120": the moment on show. */
void scrub_print_epoch(const Lab *lab, char *text, size_t room);

#endif
