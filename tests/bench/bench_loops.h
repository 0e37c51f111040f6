/* Loops that do nothing but arithmetic, or nothing but reading, as fast as an instruction set can:
 * bench_loops.c compiled once for each. */
#ifndef BENCH_LOOPS_H
#define BENCH_LOOPS_H

#include <stddef.h>
#include <stdint.h>

typedef struct BenchLoops {
    const char *name; /* the instruction set: "baseline", "avx2", "avx512" */
    int flops;        /* of one round of multiply_add() */

    /** sum = sum * factor + term in many independent sums; returns what keeps them from being left
     * out. */
    float (*multiply_add)(float factor, float term, int rounds);

    /** Read `bytes`, a multiple of 1024, 64-byte aligned, `rounds` times over. */
    uint32_t (*read)(const void *memory, size_t bytes, int rounds);
} BenchLoops;

/* The sets there are; only BENCH_LOOPS_BASELINE on machines other than x86-64. */
extern const BenchLoops BENCH_LOOPS_BASELINE, BENCH_LOOPS_AVX2, BENCH_LOOPS_AVX512;

#endif
