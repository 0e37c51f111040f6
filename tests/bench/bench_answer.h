/* How soon there is an answer: from strokes, from pixels, from inked cells. */
#ifndef BENCH_ANSWER_H
#define BENCH_ANSWER_H

#include "bench_time.h"
#include "train/dataset.h"

/** Microseconds from a drawing of 60 points to the outputs of the default network: fitting,
 * centring, inking and the network. Errors: out of memory. */
bool bench_answer_drawing(BenchTime *us, Err *err);

/** Microseconds from the 784 bytes of a test image to the outputs of the default network. Errors:
 * out of memory. */
bool bench_answer_pixels(const Dataset *test, BenchTime *us, Err *err);

/** Microseconds from the inked cells of a test image to the outputs of a network. Errors: out of
 * memory. */
bool bench_answer_cells(const Dataset *test, const NetShape *shape, BenchTime *us, Err *err);

#endif
