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

/** Where the moment on show is in the whole run, 0..1. */
float scrub_slider(const Lab *lab);

/** Put the frame on show that is nearest to that share of the run. */
void scrub_slide(Lab *lab, float share);

/** "epoch 12.4 of 120": the moment on show. */
void scrub_print_epoch(const Lab *lab, char *text, size_t room);

/** "epoch 12.4 of 120 · test at 12: 96.1 %": with the last test before it. */
void scrub_print(const Lab *lab, char *text, size_t room);

#endif
