/* IDX, the format of the MNIST files: plain or gzip. Source: yann.lecun.com/exdb/mnist; of labels
 * that are whole numbers with more beside them, github.com/facebookresearch/qmnist. */
#ifndef TRAIN_IDX_H
#define TRAIN_IDX_H

#include "train/dataset.h"

/** CRC-32 of the two files as they are unpacked, headers included: the same of a file and of its
 * gzip, however that was made. */
typedef struct IdxSums {
    uint32_t images, labels;
} IdxSums;

/**
 * Read a file of images and its file of labels. While it is listed, the unpacked file of images is
 * in memory too (47 MB for MNIST's training images); nothing of it stays.
 *
 * @param[out] data  what was read, the caller frees it with dataset_free()
 * @param[out] sums  of what was read; NULL where nobody asks
 *
 * Errors: a file is missing, is not IDX, has not 28x28 pixels, has more or fewer bytes than it
 * says, labels above 9, or the two differ in count: one sentence naming the file; data is empty
 * then. Any thread; it has a second one list half of the images.
 */
bool idx_load(Dataset *data, const char *images_path, const char *labels_path, IdxSums *sums,
              Err *err);

/** A file of it in memory, unpacked. */
typedef struct IdxFile {
    const char *name; /* stands in the sentences */
    uint8_t *bytes;   /* images may be changed */
    size_t size;
} IdxFile;

/** Bytes that a file may have at most, unpacked. */
enum { IDX_FILE_BYTES = 16 + 1000000 * NET_INPUTS };

/**
 * As idx_load(), of files in memory, borrowed.
 *
 * @param mirrored  the images are said to be mirrored at their diagonal, see turn_is_due()
 */
bool idx_parse(Dataset *data, const IdxFile *images, const IdxFile *labels, bool mirrored,
               Err *err);

#endif
