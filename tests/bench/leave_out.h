/* The leave-out test: does it help a writer to label ten digits and train further on them? */
#ifndef BENCH_LEAVE_OUT_H
#define BENCH_LEAVE_OUT_H

#include "ink/digits.h"
#include "train/mix.h"
#include "train/sgd.h"

enum { LEAVE_OUT_LEARNED = 10 /* digits of a writer that are trained on */ };

typedef struct LeaveOut {
    const Net *net; /* that every writer begins with; borrowed */
    MixConfig mix;
    TrainConfig train;
    const char *data; /* the folder of MNIST, NULL for the usual places */
    int writers;      /* at least 1: those with the most digits are taken */
    bool json;
} LeaveOut;

/**
 * Part the digits of a writer, told by the source.
 *
 * @param[in,out] learned  the first of each label is added, and the next ones, up to
 *                         LEAVE_OUT_LEARNED
 * @param[in,out] rest     the others are added
 *
 * Errors: out of memory; some of the digits may be there then.
 */
bool leave_out_split(const Digits *digits, const char *source, Digits *learned, Digits *rest,
                     Err *err);

/**
 * For each writer, train the network further as the window does, on the
 * learned digits of the writer mixed in, and measure it on the writer's
 * rest and on the test images, before and after. Prints a line a writer and a last one.
 *
 * Errors: too few writers have enough digits, those of mix_load() and of training.
 */
bool leave_out_run(const LeaveOut *test, const Digits *digits, Err *err);

#endif
