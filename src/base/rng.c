/* Seeded random numbers: the same seed gives the same numbers on every machine. */
#include "base/rng.h"

#include <assert.h>

void rng_init(Rng *rng, uint64_t seed)
{
    rng->state = seed;
    rng->state = rng_next(rng);
}

uint64_t rng_next(Rng *rng)
{
    uint64_t bits = rng_ahead(rng, 0);
    rng_skip(rng, 1);
    return bits;
}

int rng_below(Rng *rng, int limit)
{
    assert(limit > 0);
    return (int)(((rng_next(rng) >> 32) * (uint64_t)limit) >> 32);
}

float rng_unit(Rng *rng)
{
    return (float)(rng_next(rng) >> 40) * 0x1p-24f;
}

float rng_normal(Rng *rng)
{
    float sum = -6.0f;
    for (int i = 0; i < 12; i++) {
        sum += rng_unit(rng);
    }
    return sum;
}

void rng_shuffle(Rng *rng, int *numbers, int count)
{
    for (int i = count - 1; i > 0; i--) {
        int j = rng_below(rng, i + 1);
        int kept = numbers[i];
        numbers[i] = numbers[j];
        numbers[j] = kept;
    }
}
