/* One run of training, from its first weights to its last epoch, cut into pieces of some
 * milliseconds. Knows nothing of locks, commands or windows. */
#ifndef TRAIN_RUN_H
#define TRAIN_RUN_H

#include "train/team.h"
#include "train/trainer.h"

/** A run. One thread at a time calls what is below; its team helps. */
typedef struct Run Run;

/**
 * Prepare a run. One that goes on from a moment of another (config->begun) counts epochs, images
 * and the share done as that one did, and has its learning rates; the order of the images begins
 * anew. Of the epoch that it begins in, the
 * speed is that of the images that were left; of one that it begins at the end of there are no
 * figures of training, and they are 0.
 *
 * @param train, test  borrowed until run_destroy()
 * @param config       config->threads is the number of workers of the team that will train it
 * @param net          the first weights; copied
 *
 * Errors: the settings are out of range, out of memory; NULL then.
 */
Run *run_create(const Dataset *train, const Dataset *test, const TrainConfig *config,
                const Net *net, Err *err);

/** Release a run; NULL is allowed. */
void run_destroy(Run *run);

/**
 * Do the next piece of work, one after another until run_stats() says finished or failed: a round
 * of training or, before the first epoch and after each, a part of measuring, on the test
 * images and, after an epoch, on 5000 training images as they are.
 * What the weights become depends on the settings and the number of workers alone.
 *
 * A round trains a copy of the weights for each worker, on its own share of the images, and takes
 * the mean of the copies. Source: McDonald, Hall and Mann (2010), "Distributed training strategies
 * for the structured perceptron".
 */
void run_advance(Run *run, Team *team);

/** Train the weights that run_net() gives on exactly one minibatch; a new mean starts with what
 * they become. The run is not measuring. */
void run_step(Run *run);

/** Whether to estimate before anything else: the weights are others than at the latest estimate,
 * and nothing is to be done but that (`now`), or they are measured next, or it is long enough ago
 * that estimating takes a hundredth of the time. */
bool run_can_estimate(const Run *run, bool now);

/** Do the next piece of estimating the accuracy from a sample of the test images, see
 * train/estimate.h; of a run that has neither finished nor failed. The weights do not depend on it.
 */
void run_estimate(Run *run, Team *team);

/** What the minibatches of this run cost; a run that goes on with another begins where that was. */
const History *run_history(const Run *run);

/** Whether the next piece of work belongs to measuring. */
bool run_is_measuring(const Run *run);

/** The weights, a mean over the latest rounds; unusable after a failure. They are better than those
 * of a single round while the learning rate is high. */
const Net *run_net(const Run *run);

/** How far the run is: all of TrainStats but snapshot, run and phase. */
const TrainStats *run_stats(const Run *run);

/** The latest of the run_stats()->epochs entries, where there is one. */
const TrainEpoch *run_epoch(const Run *run);

#endif
