/* The workers of a run: each trains a copy of the weights on its own share of a piece of work, and
 * measures its share of the images. */
#ifndef TRAIN_WORKERS_H
#define TRAIN_WORKERS_H

#include "train/sgd.h"

/** What one thread needs to train and measure. */
typedef struct Worker {
    Net net; /* between pieces of work, all workers' nets are equal */
    SgdRoom room;
    Rng rng;     /* of the changes to its images */
    Score score; /* of the piece of work in hand */
    float *cost; /* of its minibatches, the mean over the images of each */
    int minibatches;
} Worker;

/** All of them. */
typedef struct Workers {
    Worker *worker;
    int count;
} Workers;

/** One for each of config->threads, who train `net`, at most `share` minibatches each in a piece of
 * work. Errors: out of memory; some are made then, for workers_free(). */
bool workers_make(Workers *workers, const Net *net, const TrainConfig *config, int share, Err *err);

/** Release them; zeroed then. */
void workers_free(Workers *workers);

/** The part of `images` images that is one worker's, cut between units of so many; where there are
 * too few for all, the first workers get them. @param[out] first, count  from 0 on */
void workers_cut(const Workers *workers, int worker, int images, int unit, int *first, int *count);

/** Train one of them on images order[0..count-1]; its score and costs are of these. */
void worker_train(Worker *worker, const Dataset *data, const int *order, int count,
                  const TrainConfig *config, float rate);

/** Add what they found in the piece of work in hand, in fixed order. */
void workers_add_scores(const Workers *workers, Score *sum);

/** Give each the mean of the weights; each net counts as much as the images it saw. */
void workers_merge(Workers *workers);

#endif
