/* Labelled images, kept as lists of the inked cells: four of five MNIST pixels are paper. */
#ifndef TRAIN_DATASET_H
#define TRAIN_DATASET_H

#include "ink/normalise.h"
#include "nn/net.h"

/** Images in a row; once they are made, any number of threads may read them. Image i has entries
 * start[i]..start[i + 1]-1 of cell and level. */
typedef struct Dataset {
    int images;
    uint8_t *label;  /* 0..9, or NET_NO_DIGIT */
    uint32_t *start; /* images + 1 of them */
    uint16_t *cell;  /* 0..783, rising within an image */
    uint8_t *level;  /* 1..255 */
} Dataset;

/**
 * List the inked cells of images.
 *
 * @param images  how many there are, at least one
 * @param level   images x 784
 * @param label   images, each 0..9 or NET_NO_DIGIT
 *
 * Errors: out of memory; data is zeroed then.
 */
bool dataset_make(Dataset *data, int images, const uint8_t *level, const uint8_t *label, Err *err);

/** Release the images; data is zeroed then. NULL is allowed. No thread reads them any more. */
void dataset_free(Dataset *data);

/**
 * Prepared copies of images that are fitted, as those of MNIST are (see normalise_image()).
 *
 * @param threads  that prepare side by side; the images do not depend on it
 *
 * Errors: out of memory or threads; to is zeroed then.
 */
bool dataset_prepare(Dataset *to, const Dataset *from, Preparation preparation, int threads,
                     Err *err);

/** One image of one of several data sets. */
typedef struct DatasetPick {
    int source, image;
} DatasetPick;

/**
 * Copies of the picked images, in the order of the picks.
 *
 * @param from   the data sets that the picks name by number
 * @param picks  how many there are, at least one
 *
 * Errors: out of memory; to is zeroed then.
 */
bool dataset_gather(Dataset *to, const Dataset *const *from, const DatasetPick *pick, int picks,
                    Err *err);

/** A copy of images first..first+count-1, at least one. Errors: out of memory; to is zeroed then.
 */
bool dataset_part(Dataset *to, const Dataset *from, int first, int count, Err *err);

/** Image i as the network takes it, borrowed from `data`. */
NetInput dataset_input(const Dataset *data, int i);

/** Image i as 784 levels. */
void dataset_levels(const Dataset *data, int i, uint8_t level[NET_INPUTS]);

#endif
