/* Seeded random numbers: the same seed gives the same numbers on every machine. */
#ifndef BASE_RNG_H
#define BASE_RNG_H

#include <stdint.h>

/** A sequence of random numbers. One thread at a time draws from it; a copy goes on alike. */
typedef struct Rng {
    uint64_t state;
} Rng;

/** Start a sequence. Different seeds, also neighbouring ones, give unrelated sequences. */
void rng_init(Rng *rng, uint64_t seed);

/** The next 64 random bits. Source: Steele, Lea and Flood (2014), SplitMix64. */
uint64_t rng_next(Rng *rng);

/** A whole number in 0..limit-1, each equally likely to within 2^-32; limit is at least 1. */
int rng_below(Rng *rng, int limit);

/** A number in [0, 1), a multiple of 2^-24. */
float rng_unit(Rng *rng);

/** A draw from the normal distribution, mean 0, standard deviation 1 (sum of twelve uniforms). */
float rng_normal(Rng *rng);

/** Bring `count` numbers into random order. Source: Fisher and Yates (1938). */
void rng_shuffle(Rng *rng, int *numbers, int count);

#endif
