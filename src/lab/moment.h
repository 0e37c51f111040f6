/* The moment of a run that the weights on show are from: the newest one, live, or a frame of its
 * time line. */
#ifndef LAB_MOMENT_H
#define LAB_MOMENT_H

#include "lab/lab.h"

/** The frame on show; -1 while it is live. */
int moment_frame(const Lab *lab);

/** How much of the run was over then, 0..1. */
double moment_done(const Lab *lab);

/** How many minibatches of the run were over then. */
double moment_step(const Lab *lab);

/** Whether the weights on show are the run's: nobody has changed them since, and they are no other
 * network's. */
bool moment_is_of_run(const Lab *lab);

/** Whether they are being trained: a run that goes on, or is paused, changes them. */
bool moment_is_in_training(const Lab *lab);

/** What the run says of the weights on show. */
typedef struct MomentFigures {
    bool of_run; /* else there is nothing to say */
    bool costed;
    double cost; /* smooth, of the minibatches until then */
    bool estimated;
    double accuracy;  /* 0..1, from a sample of the test images */
    int tested_epoch; /* the last one tested until then; -1 for none */
    bool tested_now;  /* the test was of these weights */
    double tested;    /* its accuracy, 0..1 */
} MomentFigures;

/** It, at this moment. */
MomentFigures moment_figures(const Lab *lab);

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

/** Whether the network on show is from a run that is not, or was not, at its end. */
bool moment_is_broken_off(const Lab *lab);

/** What is known of the network on show is what a file is to say of it. */
void moment_settle(Lab *lab);

/** Put the newest weights of the run on the shelf, where an earlier moment is on show and they
 * would be lost. Errors: out of memory; nothing changes then. */
bool moment_keep_newest(Lab *lab, Err *err);

/** The network on show is no longer that of the run, which ends and is not looked back at. What is
 * known of it is settled. */
void moment_leave(Lab *lab);

#endif
