/* The loops that measure the machine, in GCC's vector types: meson compiles this file once for each
 * instruction set, with BENCH_LOOPS_SET the name of the table it defines and
 * BENCH_LOOPS_NAME the instruction set's. */
#include "bench_loops.h"

#if defined __AVX512F__
enum { LANES = 16 };
#elif defined __AVX__
enum { LANES = 8 };
#else
enum { LANES = 4 };
#endif

/* More sums than any machine has multiplications and additions under way, and no more than fit into
 * 16 registers with the factor and the term. */
enum { SUMS = 12, STEPS = 8, FLOPS = SUMS * STEPS * LANES * 2 };

typedef float Vec __attribute__((vector_size(LANES * sizeof(float))));
typedef uint32_t IntVec __attribute__((vector_size(LANES * sizeof(uint32_t)), may_alias));

/* The loops over arrays that are to live in registers. */
#ifdef __clang__
#define UNROLL _Pragma("clang loop unroll(full)")
#else
#define UNROLL _Pragma("GCC unroll 16")
#endif

static float multiply_add(float factor, float term, int rounds)
{
    Vec by = (Vec){0} + factor, plus = (Vec){0} + term, sum[SUMS];
    UNROLL
    for (int s = 0; s < SUMS; s++) {
        sum[s] = (Vec){0} + (float)s;
    }
    for (int round = 0; round < rounds; round++) {
        UNROLL
        for (int step = 0; step < STEPS; step++) {
            UNROLL
            for (int s = 0; s < SUMS; s++) {
                sum[s] = sum[s] * by + plus;
            }
        }
    }
    UNROLL
    for (int s = 1; s < SUMS; s++) {
        sum[0] += sum[s];
    }
    return sum[0][0];
}

static uint32_t read_memory(const void *memory, size_t bytes, int rounds)
{
    enum { READS = 8 };
    IntVec mixed[READS] = {0};
    for (int round = 0; round < rounds; round++) {
        const IntVec *at = memory, *end = at + bytes / sizeof *at;
        for (; at < end; at += READS) {
            UNROLL
            for (int r = 0; r < READS; r++) {
                mixed[r] ^= at[r];
            }
        }
        /* The memory may have changed, as far as the compiler knows: it reads it again. */
        __asm__ volatile("" ::: "memory");
    }
    UNROLL
    for (int r = 1; r < READS; r++) {
        mixed[0] ^= mixed[r];
    }
    return mixed[0][0];
}

const BenchLoops BENCH_LOOPS_SET = {
    .name = BENCH_LOOPS_NAME,
    .flops = FLOPS,
    .multiply_add = multiply_add,
    .read = read_memory,
};
