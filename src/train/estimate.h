/* How well a network does on the test images, estimated while it trains: from a sample of them, a
 * part at a time, as often as hardly slows the training down. */
#ifndef TRAIN_ESTIMATE_H
#define TRAIN_ESTIMATE_H

#include "train/sgd.h"

/** Images of the sample at most: the error is one and a half percent at 50 % accuracy, half of a
 * percent at 97 %. */
enum { ESTIMATE_IMAGES = 1000 };

/** All of it belongs to the thread that trains. */
typedef struct Estimate {
    Dataset sample;
    Score score;       /* of the images that are done; all of them: it is whole */
    double accuracy;   /* of the latest whole one, 0..1 */
    double cost_s;     /* how long that took a thread's processor, whatever else ran on it */
    double finished_s; /* and when it was, by the caller's clock */
} Estimate;

/**
 * Choose the sample: of `test`, which is copied from, ESTIMATE_IMAGES images at even distances from
 * the first to the last, the same for every run on them; all where there are no more. Even
 * distances, as MNIST's first half is easier than the other. Errors: out of memory; zeroed then.
 */
bool estimate_make(Estimate *estimate, const Dataset *test, Err *err);

/** Release the sample; zeroed then. */
void estimate_free(Estimate *estimate);

/** The weights are others now: what is done of it is of no use. */
void estimate_reset(Estimate *estimate);

/** Whether it is of the weights as they are. */
bool estimate_is_whole(const Estimate *estimate);

/** Whether the training has had its time since the latest one: a fifth of a second, and a hundred
 * times what that took of the processor. */
bool estimate_is_due(const Estimate *estimate, double now_s);

/** Take in the next images of the sample; `seconds` is what they took of the processor. */
void estimate_add(Estimate *estimate, const Score *part, double seconds, double now_s);

#endif
