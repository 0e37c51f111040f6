/* The moment of a run that the weights on show are from: the newest one, live, or a frame of its
 * time line. */
#ifndef LAB_MOMENT_H
#define LAB_MOMENT_H

#include "lab/lab.h"

/** The frame on show; -1 while it is live. */
int moment_frame(const Lab *lab);

/** How much of the run was over then, 0..1. */
double moment_done(const Lab *lab);

/** How long the weights on show were trained in this run, in epochs. */
double moment_epoch(const Lab *lab);

/** How many epochs of it were over. One that lacks less than an image is. */
int moment_whole_epochs(const Lab *lab);

/** Whether the weights on show are from the middle of an epoch, so that they were not tested. */
bool moment_is_mid_epoch(const Lab *lab);

/** Bring what is known of the weights on show up to date: how long they were trained, the curves
 * until then, and how well they did on the test images. Of a frame between two epochs that is
 * unknown. */
void moment_describe(Lab *lab);

/** What a file is to say of the network on show. */
NetInfo moment_info(const Lab *lab);

/** The network on show is no longer that of the run, which ends and is not looked back at. */
void moment_leave(Lab *lab);

#endif
