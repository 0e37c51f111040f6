/* What a trainer has to tell of its run: all that can be polled. */
#ifndef TRAIN_REPORT_H
#define TRAIN_REPORT_H

#include "train/run.h"

/** Guarded by the trainer's lock, which its caller holds. */
typedef struct Report {
    Net snapshot;
    TrainStats stats;
    TrainEpoch *epochs; /* room for all of the run */
    History history;
} Report;

/** That of a run of so many epochs that begins with the weights of `net`. Errors: out of memory;
 * zeroed then. */
bool report_make(Report *report, const Net *net, int epochs, Err *err);

/** Release it; zeroed then. */
void report_free(Report *report);

/** Take over the run's weights and figures, with the phase that the trainer has reached. */
void report_publish(Report *report, const Run *run, TrainPhase phase);

#endif
