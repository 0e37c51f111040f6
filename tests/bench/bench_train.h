/* How fast a network is trained. */
#ifndef BENCH_TRAIN_H
#define BENCH_TRAIN_H

#include "bench_time.h"
#include "train/mnist.h"

enum { BENCH_EPOCHS = 15 };

/** The epochs of one run of the trainer, milliseconds each. */
typedef struct BenchEpochs {
    BenchTime training; /* shuffling included, measuring on the test images not */
    double with_all;    /* the whole run by the clock, measuring and snapshots included: mean */
} BenchEpochs;

/**
 * Train a network from random weights on MNIST as it is.
 *
 * @param augmented  with the settings of the window; or else with a weight decay that suits images
 *                   that are left as they are
 * @param epochs     1..BENCH_EPOCHS, after one to warm up
 *
 * Errors: out of memory or threads; the training fails.
 */
bool bench_train_epochs(const Mnist *mnist, const NetShape *shape, int threads, bool augmented,
                        int epochs, BenchEpochs *times, Err *err);

/** A share of right answers to be reached. */
typedef struct BenchLevel {
    const char *percent; /* of the test images, "94" */
    double accuracy;
    int epochs; /* of the run that gets there; its learning rate falls to 1 % by their end */
} BenchLevel;

enum { BENCH_LEVELS = 4, BENCH_SEEDS = 10 };

/** The levels, lowest first. Each has a run of its own: the shorter a run, the sooner its learning
 * rate is low, and the sooner, but lower, it ends. */
const BenchLevel *bench_train_levels(void);

/**
 * Milliseconds of training the default network needs from random weights to a level: the median of
 * BENCH_SEEDS runs, infinite where fewer than half get there. Images are not augmented. The test
 * images are looked at every quarter of an epoch; that takes no training time.
 *
 * @param[out] reached  how many of the runs get there
 *
 * Errors: out of memory or threads.
 */
bool bench_train_time_to(const Mnist *mnist, const BenchLevel *level, int threads, double *ms,
                         int *reached, Err *err);

#endif
