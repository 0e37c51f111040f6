/* The curves of a run: its figures by epoch, as the plots take them. */
#ifndef LAB_CURVES_H
#define LAB_CURVES_H

#include "nn/net_curves.h"
#include "train/trainer.h"

/** Entry i belongs to epoch i. A zeroed one is empty; release it with curves_free(). */
typedef struct Curves {
    float *train_cost, *test_cost, *train_accuracy, *test_accuracy;
    int count, capacity;
    TrainEpoch last; /* the newest */
} Curves;

/** Forget all epochs; the memory stays for the next ones. */
void curves_clear(Curves *curves);

/** Release the memory. */
void curves_free(Curves *curves);

/** Append an epoch. False where there is no memory; nothing changes then. */
bool curves_add(Curves *curves, const TrainEpoch *epoch);

/** Epoch i, as a network's file has it. */
NetPoint curves_point(const Curves *curves, int i);

/** Make a copy of the first `count` epochs, or of as many as there are; their times are left out.
 * False, and an empty copy, where there is no memory. */
bool curves_copy(Curves *to, const Curves *from, int count);

#endif
