/* What one core of this machine can do, and what share of it training is. */
#ifndef BENCH_LIMITS_H
#define BENCH_LIMITS_H

#include "train/dataset.h"

enum { BENCH_SETS = 3 };

/** Of one core; G is 1e9. The limits are those of the instruction set that gives the most. */
typedef struct BenchLimits {
    const char *set[BENCH_SETS];   /* the instruction sets this machine runs; NULL past the last */
    double set_gflops[BENCH_SETS]; /* as gflops, of each */
    double gflops;                 /* FP32 multiply-adds from registers, two operations each */
    double l1_gbs, l2_gbs;         /* reading 16 kB and 192 kB over and over, GB/s */
} BenchLimits;

/** Measure them; takes a second or two. Errors: out of memory. */
bool bench_limits_measure(BenchLimits *limits, Err *err);

/** What training on one image takes at the least: multiplications and additions of forward, weight
 * gradients and deltas; activations, minibatch steps and shuffling are not counted. */
typedef struct BenchWork {
    double flops;       /* of the inked pixels alone, on average over the data */
    double dense_flops; /* of all 784 pixels */
    double bytes;       /* weights read forward and for the deltas, gradients read and written */
} BenchWork;

BenchWork bench_limits_work(const NetShape *shape, const Dataset *data);

/** The shares of the limits that an epoch on one core reaches, 0..1. */
typedef struct BenchShares {
    double arithmetic; /* work.flops over gflops, to the time of the epoch */
    double cache;      /* work.bytes over l1_gbs, likewise */
    double dense; /* work.dense_flops over gflops: above 1 no dense computation can be as fast */
} BenchShares;

BenchShares bench_limits_shares(const BenchLimits *limits, const BenchWork *work, int images,
                                double epoch_ms);

#endif
