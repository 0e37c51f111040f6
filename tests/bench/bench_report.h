/* What the benchmark found, as a table and as JSON. */
#ifndef BENCH_REPORT_H
#define BENCH_REPORT_H

#include "bench_limits.h"
#include "bench_train.h"

enum { BENCH_NETWORKS = 3, BENCH_MAX_THREADS = 64 };

/** What one network does on one thread. */
typedef struct BenchNetwork {
    NetShape shape;
    BenchTime forward_us; /* of an image, from its inked cells */
    BenchTime epoch_ms;
    BenchTime augmented_ms; /* an epoch in which every image is changed at random */
    BenchShares shares;     /* of the limits, by the shortest epoch */
} BenchNetwork;

typedef struct BenchReport {
    const char *kernels; /* the instruction set the network's loops use */
    const char *data;    /* "MNIST", or "other data" under its names */
    const char *folder;  /* of it */
    int images;          /* to train on */
    int threads;
    bool started; /* first_frame_ms has figures; else no_start says why not */
    BenchTime first_frame_ms;
    Err no_start;
    BenchTime load_ms;
    double peak_mb;                       /* having loaded and trained the default network */
    BenchEpochs epoch[BENCH_MAX_THREADS]; /* of the default network, by threads - 1 */
    BenchTime drawing_us, pixels_us;
    BenchLimits limits;
    BenchNetwork network[BENCH_NETWORKS]; /* the default one first */
    double time_to_ms[BENCH_LEVELS];      /* infinite where not reached */
    int reached[BENCH_LEVELS];            /* of BENCH_SEEDS */
} BenchReport;

/** Print the table. */
void bench_report_print(const BenchReport *report);

/** Print one JSON object. Errors: out of memory. */
bool bench_report_json(const BenchReport *report, Err *err);

#endif
