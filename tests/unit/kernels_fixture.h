/* What the tests of the hot loops share. */
#ifndef TESTS_KERNELS_FIXTURE_H
#define TESTS_KERNELS_FIXTURE_H

#include <math.h>

#include "nn/kernels.h"

/** Random numbers in -1..1. */
static inline void fill(float *numbers, size_t count, Rng *rng)
{
    for (size_t i = 0; i < count; i++) {
        numbers[i] = 2 * rng_unit(rng) - 1;
    }
}

/** Fails unless `got` is `expected` to 1e-6 of `size`, the sum of what was added up. */
static inline void close_to(float got, double expected, double size)
{
    if (!(fabs((double)got - expected) <= 1e-6 * size)) {
        fail_msg("%.9g, expected %.9g", (double)got, expected);
    }
}

#endif
