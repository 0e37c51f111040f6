/* Pen digits as files for other programs. */
#ifndef INK_EXPORT_H
#define INK_EXPORT_H

#include "ink/digits.h"

/* Each saves whole files or none, and fails where there are no digits, where a file cannot be
 * saved, or out of memory. Images are 28x28, fitted and centred as MNIST's are. */

/**
 * As MNIST has them: images in PREFIX-images-idx3-ubyte, labels in PREFIX-labels-idx1-ubyte.
 * Source: yann.lecun.com/exdb/mnist. Errors: where the second cannot be saved, the first one is.
 */
bool export_idx(const Digits *digits, const char *prefix, Err *err);

/** As Kaggle's "Digit Recognizer" has them: a line for each digit, label,pixel0,...,pixel783, each
 * pixel 0 paper to 255 ink, row by row, below a line of those names. */
bool export_csv(const Digits *digits, const char *path, Err *err);

/** As strokes, in the lines of ink/digits.h. */
bool export_strokes(const Digits *digits, const char *path, Err *err);

#endif
