/* The clock of the benchmark, minima and medians. */
#include "bench_time.h"

#include <assert.h>
#include <stdlib.h>
#include <time.h>

enum { SAMPLES = 60, MAX_ROUNDS = 1 << 28 };

static const double SAMPLE_MS = 2, WARM_UP_MS = 30;

double bench_time_now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return 1e3 * (double)now.tv_sec + 1e-6 * (double)now.tv_nsec;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

BenchTime bench_time_of(double *sample, int count)
{
    assert(count > 0);
    qsort(sample, (size_t)count, sizeof *sample, compare);
    double below = sample[(count - 1) / 2], above = sample[count / 2];
    /* Two infinities have a middle too. */
    return (BenchTime){sample[0], below < above ? (below + above) / 2 : above};
}

static double run_ms(BenchJob *job, void *context, int rounds)
{
    double start_ms = bench_time_now_ms();
    job(context, rounds);
    return bench_time_now_ms() - start_ms;
}

BenchTime bench_time_job(BenchJob *job, void *context)
{
    int rounds = 1;
    for (double start_ms = bench_time_now_ms();;) {
        double took_ms = run_ms(job, context, rounds);
        if (took_ms >= SAMPLE_MS || rounds >= MAX_ROUNDS) {
            if (bench_time_now_ms() - start_ms >= WARM_UP_MS) {
                break;
            }
        } else {
            rounds *= 2;
        }
    }
    double sample[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
        sample[i] = 1e3 * run_ms(job, context, rounds) / rounds;
    }
    return bench_time_of(sample, SAMPLES);
}
