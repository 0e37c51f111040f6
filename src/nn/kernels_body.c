/* The hot loops, in GCC's vector types: meson compiles this file once for each instruction set,
 * with KERNELS_SET the name of the table it defines and KERNELS_NAME the instruction set's. */
#include "nn/kernels.h"

#include <string.h>

#ifdef __AVX__
enum { LANES = 8 };
#else
enum { LANES = 4 };
#endif

typedef float Vec __attribute__((vector_size(LANES * sizeof(float)), may_alias));
typedef float Quad __attribute__((vector_size(16)));
typedef int32_t IntVec __attribute__((vector_size(LANES * sizeof(int32_t)), may_alias));

#define INLINE static inline __attribute__((always_inline))

/* Before a loop of a few known rounds, whose array is to live in registers. */
#ifdef __clang__
#define UNROLL _Pragma("clang loop unroll(full)")
#else
#define UNROLL _Pragma("GCC unroll 16")
#endif

/* One pass over the rows keeps SUMS vectors of sums in registers: of a WIDE piece of each row, or
 * of a NARROW piece of several rows, since a chain of additions waits for each one's end. */
enum { SUMS = 8, NARROW = NET_LANES, WIDE = SUMS * LANES };

INLINE Vec spread(float number)
{
    return (Vec){0} + number;
}

INLINE Vec choose(IntVec mask, Vec yes, Vec no)
{
    return (Vec)((mask & (IntVec)yes) | (~mask & (IntVec)no));
}

/* 1 / (1 + 2^t), t = -z / ln 2. 2^t is 2^n, put into the exponent, times 2^f, a polynomial through
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

/* sigmoid(bias + sum of share[i] * row cell[i], or row i without cells), over `width` columns. */
INLINE void sum_rows(float *out, int stride, const float *weight, const float *bias,
                     const float *share, const uint16_t *cell, int count, int width)
{
    Vec sum[SUMS] = {0};
    int vecs = width / LANES, chains = SUMS / vecs, i = 0;
    for (; i + chains <= count; i += chains) {
        UNROLL
        for (int c = 0; c < chains; c++) {
            const Vec *row = (const Vec *)(weight + (cell ? cell[i + c] : i + c) * stride);
            UNROLL
            for (int v = 0; v < vecs; v++) {
                sum[c * vecs + v] += share[i + c] * row[v];
            }
        }
    }
    for (; i < count; i++) {
        const Vec *row = (const Vec *)(weight + (cell ? cell[i] : i) * stride);
        UNROLL
        for (int v = 0; v < vecs; v++) {
            sum[v] += share[i] * row[v];
        }
    }
    UNROLL
    for (int v = 0; v < vecs; v++) {
        Vec z = ((const Vec *)bias)[v];
        UNROLL
        for (int c = 0; c < chains; c++) {
            z += sum[c * vecs + v];
        }
        ((Vec *)out)[v] = sigmoid(z);
    }
}

/* Called with the constant NARROW where that is the stride: a copy without loops over columns. */
INLINE void forward_any(float *out, int stride, const float *weight, const float *bias,
                        const float *share, const uint16_t *cell, int count)
{
    int at = 0;
    for (; at + WIDE <= stride && stride > NARROW; at += WIDE) {
        sum_rows(out + at, stride, weight + at, bias + at, share, cell, count, WIDE);
    }
    for (; at < stride; at += NARROW) {
        sum_rows(out + at, stride, weight + at, bias + at, share, cell, count, NARROW);
    }
}

static void input_shares(const NetInput *input, float *share)
{
    for (int i = 0; i < input->count; i++) {
        share[i] = (float)input->level[i] * (1 / 255.0f);
    }
}

static void forward_input(float *out, int stride, const float *weight, const float *bias,
                          const NetInput *input)
{
    float share[NET_INPUTS];
    input_shares(input, share);
    if (stride == NARROW) {
        forward_any(out, NARROW, weight, bias, share, input->cell, input->count);
    } else {
        forward_any(out, stride, weight, bias, share, input->cell, input->count);
    }
}

static void forward(float *out, int stride, const float *weight, const float *bias, const float *in,
                    int count)
{
    if (stride == NARROW) {
        forward_any(out, NARROW, weight, bias, in, NULL, count);
    } else {
        forward_any(out, stride, weight, bias, in, NULL, count);
    }
}

/* As forward_any(); the delta of a narrow layer stays in registers. */
INLINE void gradient_any(float *grad, int stride, const float *delta, const float *share,
                         const uint16_t *cell, int count)
{
    Vec kept[NARROW / LANES];
    memcpy(kept, delta, sizeof kept);
    for (int i = 0; i < count; i++) {
        Vec *row = (Vec *)(grad + (cell ? cell[i] : i) * stride);
        if (stride == NARROW) {
            UNROLL
            for (int v = 0; v < NARROW / LANES; v++) {
                row[v] += share[i] * kept[v];
            }
        } else {
            for (int v = 0; v < stride / LANES; v++) {
                row[v] += share[i] * ((const Vec *)delta)[v];
            }
        }
    }
}

static void gradient_input(float *grad, int stride, const float *delta, const NetInput *input)
{
    float share[NET_INPUTS];
    input_shares(input, share);
    if (stride == NARROW) {
        gradient_any(grad, NARROW, delta, share, input->cell, input->count);
    } else {
        gradient_any(grad, stride, delta, share, input->cell, input->count);
    }
}

static void gradient(float *grad, int stride, const float *delta, const float *in, int count)
{
    if (stride == NARROW) {
        gradient_any(grad, NARROW, delta, in, NULL, count);
    } else {
        gradient_any(grad, stride, delta, in, NULL, count);
    }
}

INLINE float sum_lanes(Vec vec)
{
    Quad parts[LANES / 4];
    memcpy(parts, &vec, sizeof parts);
    Quad quad = parts[0];
    for (int i = 1; i < LANES / 4; i++) {
        quad += parts[i];
    }
    return (quad[0] + quad[2]) + (quad[1] + quad[3]);
}

static void delta_before(float *delta_in, int stride, const float *weight, const float *delta,
                         const float *in, int count)
{
    for (int i = 0; i < count; i++) {
        const Vec *row = (const Vec *)(weight + i * stride), *factor = (const Vec *)delta;
        Vec sum[NET_LANES / LANES] = {0};
        for (int at = 0; at < stride / LANES; at += NET_LANES / LANES) {
            UNROLL
            for (int v = 0; v < NET_LANES / LANES; v++) {
                sum[v] += row[at + v] * factor[at + v];
            }
        }
        Vec all = sum[0];
        UNROLL
        for (int v = 1; v < NET_LANES / LANES; v++) {
            all += sum[v];
        }
        delta_in[i] = sum_lanes(all) * in[i] * (1 - in[i]);
    }
}

static void step(float *weight, float *grad, size_t floats, float rate, float keep)
{
    Vec *w = (Vec *)weight, *g = (Vec *)grad;
    for (size_t v = 0; v < floats / LANES; v++) {
        w[v] = keep * w[v] - rate * g[v];
        g[v] = (Vec){0};
    }
}

const Kernels KERNELS_SET = {
    .name = KERNELS_NAME,
    .forward_input = forward_input,
    .forward = forward,
    .gradient_input = gradient_input,
    .gradient = gradient,
    .delta = delta_before,
    .step = step,
};
