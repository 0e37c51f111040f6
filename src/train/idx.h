/* IDX, the format of the MNIST files: plain or gzip. Source: yann.lecun.com/exdb/mnist. */
#ifndef TRAIN_IDX_H
#define TRAIN_IDX_H

#include "train/dataset.h"

/**
 * Read a file of images and its file of labels. While it is listed, the unpacked file of images is
 * in memory too (47 MB for MNIST's training images); nothing of it stays.
 *
 * @param[out] data  what was read, the caller frees it
 *
 * Errors: a file is missing, is not IDX, has not 28x28 pixels, has more or fewer bytes than it
 * says, labels above 9, or the two differ in count: one sentence naming the file; data is empty
 * then.
 */
bool idx_load(Dataset *data, const char *images_path, const char *labels_path, Err *err);

#endif
