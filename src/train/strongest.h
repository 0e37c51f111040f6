/* The strongest images of a neuron, in the field's words its top-activating examples: those that
 * fire it most, looked for a part at a time. */
#ifndef TRAIN_STRONGEST_H
#define TRAIN_STRONGEST_H

#include "nn/net.h"
#include "train/dataset.h"

/** The most images that are found. */
enum { STRONGEST_IMAGES = 8 };

/** An image, and how strongly it fires the neuron. */
typedef struct StrongestImage {
    int image; /* of the data set */
    double z;  /* of the neuron; of activations many are 1.0 alike */
} StrongestImage;

/** A search and what it has found; plain data, which may be copied. */
typedef struct Strongest {
    int layer, neuron;
    int looked; /* at images 0..looked-1 */
    int count;
    StrongestImage best[STRONGEST_IMAGES]; /* the largest z first */
} Strongest;

/** Begin with no image looked at. */
void strongest_begin(Strongest *strongest, int layer, int neuron);

/**
 * Look at some more images. Copies of one image count once.
 *
 * @param[out] acts  for the shape of the network: its last run, of no use but as room
 *
 * @return whether all have been looked at
 */
bool strongest_go_on(Strongest *strongest, const Net *net, const Dataset *data, int images,
                     NetActs *acts);

/** Measure the images that were found anew, and put them in order: the weights are others now.
 * `acts` is room as before. */
void strongest_measure(Strongest *strongest, const Net *net, const Dataset *data, NetActs *acts);

#endif
