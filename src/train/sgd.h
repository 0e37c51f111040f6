/* Stochastic gradient descent: one minibatch, one round of minibatches, one pass of measuring. The
 * images are only read; weights and room are one thread's while they are trained. */
#ifndef TRAIN_SGD_H
#define TRAIN_SGD_H

#include "nn/batch.h"
#include "nn/net_file.h"
#include "train/augment.h"
#include "train/dataset.h"

/** How a network is trained. */
typedef struct TrainConfig {
    int epochs;        /* 1..10,000 */
    int minibatch;     /* images, 1..1,000 */
    float rate;        /* learning rate at the start; falls along a cosine to 1 % at the end */
    float first_layer; /* part of it, above 0 and up to 1, for the weights and biases of the first
                          layer: hundreds of pixels pull at each of its neurons at once, so at a
                          rate that suits the other layers it would leap */
    float decay;       /* weight decay: each step shrinks the weights by rate * decay */
    NetCost cost;
    Augment augment; /* how every image is changed each time before it is trained on */
    uint64_t seed;   /* of the order of the images and their changes; a fresh network's weights use
                        it too */
    double begun;    /* the run goes on from a moment at which this share of it was over, 0..1; 0
                        for a whole run */
    int threads;     /* 1..64 */
    bool background; /* the threads give way to everything else on the machine */
} TrainConfig;

/** The recipe that the window and `inkling train` start from. */
TrainConfig train_config_default(void);

/** The recipe that a trained network is trained further with, on its writer's own digits among
 * others: short and at a low rate, so that it keeps what it knows. */
TrainConfig train_config_further(void);

/** Whether every field is in its range. Errors: one sentence naming the first that is not. */
bool train_config_check(const TrainConfig *config, Err *err);

/** The learning rate when `done` (0..1) of the run is over. Source: Loshchilov and Hutter (2017),
 * SGDR. */
float sgd_rate(const TrainConfig *config, double done);

/**
 * A fresh order of all images for one epoch. Neighbours in memory stay near one another, which
 * keeps the caches warm: blocks of 500 images come in random order, and are shuffled inside. The
 * data itself must be in no particular order, as MNIST is.
 *
 * @param[out] order  `images` numbers, each of 0..images-1 once
 */
void sgd_shuffle(int *order, int images, Rng *rng);

/** How often the network was right, and its cost. Of an image that shows no digit it is never
 * right.
 */
typedef struct Score {
    int images, right;
    double cost; /* sum over the images */
} Score;

/** What a minibatch at work needs. */
typedef struct SgdRoom {
    Batch batch;
    NetInput *input;       /* batch.capacity of them, as of all here */
    NetInputRoom *changed; /* images as they are trained on */
    uint8_t *label;
} SgdRoom;

/** Room for minibatches of up to `images` images in networks shaped as `net`. Errors: out of
 * memory. */
bool sgd_room_make(SgdRoom *room, const Net *net, int images, Err *err);

/** Release the room; it is zeroed then. NULL is allowed. */
void sgd_room_free(SgdRoom *room);

/**
 * Train on images order[0..count-1], one minibatch after another, the last one short. The decay of
 * minibatches is owed until it comes to a thousandth, or to the last of them.
 *
 * @param[in,out] room   scratch, for config->minibatch images
 * @param[in,out] rng    of the changes that config->augment makes to the images
 * @param[in,out] score  what the network said of each image before it learned from it is added
 * @param[out] cost      of each minibatch, the mean over its images; may be NULL
 */
void sgd_train(Net *net, SgdRoom *room, const Dataset *data, const int *order, int count,
               const TrainConfig *config, float rate, Rng *rng, Score *score, float *cost);

/** Measure on images first..first+count-1, as they are; added to `score`. */
void sgd_measure(const Net *net, SgdRoom *room, const Dataset *data, int first, int count,
                 NetCost cost, Score *score);

#endif
