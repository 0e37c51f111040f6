/* Vectors of the instruction set that a file is compiled for, and functions of them. */
#ifndef NN_KERNELS_VEC_H
#define NN_KERNELS_VEC_H

#include <stdint.h>

#if defined __AVX512F__
#define VEC_BYTES 64
#elif defined __AVX__
#define VEC_BYTES 32
#else
#define VEC_BYTES 16
#endif

/** Floats of a vector. */
enum { LANES = VEC_BYTES / sizeof(float) };

/** As many numbers as the instruction set takes at once. */
typedef float Vec __attribute__((vector_size(VEC_BYTES), may_alias));
/** Whole numbers, or masks, of as many lanes. */
typedef int32_t IntVec __attribute__((vector_size(VEC_BYTES), may_alias));

/** Where activations go: they are the caller's, and lie where he has them. */
typedef Vec VecAnywhere __attribute__((aligned(sizeof(float)), may_alias));

/** Of functions that are loops' parts: a copy at each call. */
#define INLINE static inline __attribute__((always_inline))

/** Before a loop of a few known rounds, whose array is to live in registers. */
#ifdef __clang__
#define UNROLL _Pragma("clang loop unroll(full)")
#else
#define UNROLL _Pragma("GCC unroll 16")
#endif

/** A number in every lane. */
INLINE Vec spread(float number)
{
    return (Vec){0} + number;
}

/** Of each lane `yes` where the mask has all bits, `no` where it has none. */
INLINE Vec choose(IntVec mask, Vec yes, Vec no)
{
    return (Vec)((mask & (IntVec)yes) | (~mask & (IntVec)no));
}

/** 1 / (1 + 2^t), t = -z / ln 2. 2^t is 2^n, put into the exponent, times 2^f, a polynomial through
 * Chebyshev's nodes of -1/2..1/2 (relative error 1e-8). Beyond +-126 the answer is 0 or 1 anyway.
 */
INLINE Vec sigmoid(Vec z)
{
    const Vec round = spread(0x1.8p23f), limit = spread(126.0f);
    Vec t = z * spread(-1.44269504f);
    t = choose(t > limit, limit, t);
    t = choose(t < -limit, -limit, t);
    Vec shifted = t + round;
    Vec f = t - (shifted - round);
    Vec power = spread(0.000154531634f);
    power = power * f + spread(0.00133908633f);
    power = power * f + spread(0.00961808302f);
    power = power * f + spread(0.0555035695f);
    power = power * f + spread(0.240226507f);
    power = power * f + spread(0.693147182f);
    power = power * f + spread(1.0f);
    IntVec exponent = ((IntVec)shifted - (IntVec)round) << 23;
    return spread(1.0f) / (spread(1.0f) + (Vec)((IntVec)power + exponent));
}

/** ln x, for normal x > 0: x is 2^n m, m in 0.7..1.4; ln m = 2 artanh s, s = (m - 1) / (m + 1), by
 * the first terms of its series (error below 1e-7). */
INLINE Vec logarithm(Vec x)
{
    const IntVec root_half = (IntVec)spread(0.70710678f);
    IntVec n = ((IntVec)x - root_half) >> 23;
    Vec m = (Vec)((IntVec)x - (n << 23));
    Vec s = (m - 1.0f) / (m + 1.0f), s2 = s * s;
    Vec series = spread(2 / 7.0f);
    series = series * s2 + 2 / 5.0f;
    series = series * s2 + 2 / 3.0f;
    series = series * s2 + 2.0f;
    return __builtin_convertvector(n, Vec) * 0.693147181f + series * s;
}

#endif
