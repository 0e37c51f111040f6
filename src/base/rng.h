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

/** From one state to the next. */
static const uint64_t RNG_STRIDE = 0x9E3779B97F4A7C15u;

/** What rng_next() gives after `calls` others; the sequence stays where it is. Many of them are had
 * at once in vectors. */
static inline uint64_t rng_ahead(const Rng *rng, int calls)
{
    uint64_t bits = rng->state + (uint64_t)(calls + 1) * RNG_STRIDE;
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9u;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBu;
    return bits ^ (bits >> 31);
}

/** Go on as after `calls` of rng_next(). */
static inline void rng_skip(Rng *rng, int calls)
{
    rng->state += (uint64_t)calls * RNG_STRIDE;
}

/** A whole number in 0..limit-1, each equally likely to within 2^-32; limit is at least 1. */
int rng_below(Rng *rng, int limit);

/** A number in [0, 1), a multiple of 2^-24. */
float rng_unit(Rng *rng);

/** A draw from the normal distribution, mean 0, standard deviation 1 (sum of twelve uniforms). */
float rng_normal(Rng *rng);

/** Bring `count` numbers into random order. Source: Fisher and Yates (1938). */
void rng_shuffle(Rng *rng, int *numbers, int count);

#endif
