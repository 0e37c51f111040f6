/* How long things take: the one clock of the benchmark. */
#ifndef BENCH_TIME_H
#define BENCH_TIME_H

/** What several measurements of the same thing gave. The minimum is what the machine can do; what
 * else runs on it can only add to that. */
typedef struct BenchTime {
    double min, median;
} BenchTime;

/** Milliseconds since some moment, never set back. */
double bench_time_now_ms(void);

/** The least and the middle of `count` samples, at least one; infinite ones are allowed. They are
 * sorted. */
BenchTime bench_time_of(double *sample, int count);

/** Does the same thing so many times. */
typedef void BenchJob(void *context, int rounds);

/**
 * Microseconds of one round of a job: many samples of as many rounds as take two milliseconds,
 * short enough that some go undisturbed, after a warm-up that finds out how many those are.
 */
BenchTime bench_time_job(BenchJob *job, void *context);

#endif
