/* The curves of a run: its figures by epoch, as the plots take them. */
#ifndef APP_CURVES_H
#define APP_CURVES_H

#include "train/trainer.h"

/** Entry i belongs to epoch i. A zeroed one is empty; release it with curves_free(). */
typedef struct Curves {
    float *train_cost, *test_cost, *train_accuracy, *test_accuracy;
    int count, room;
    TrainEpoch last; /* the newest */
} Curves;

void curves_clear(Curves *curves);

/** Forget the epochs from `count` on; of the last one that stays, its times are forgotten too. */
void curves_cut(Curves *curves, int count);
void curves_free(Curves *curves);

/** Append an epoch. False where there is no memory; nothing changes then. */
bool curves_add(Curves *curves, const TrainEpoch *epoch);

#endif
