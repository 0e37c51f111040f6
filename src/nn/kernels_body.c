/* The hot loops, in GCC's vector types: meson compiles this file once for each instruction set,
 * with KERNELS_SET the name of the table it defines and KERNELS_NAME the instruction set's. */
#include "nn/kernels.h"

#include <string.h>

#include "nn/kernels_vec.h"

/* Loops go over columns in pieces of NARROW, or of WIDE where there are so many. */
enum {
    NARROW = NET_LANES,
    SUMS = 8, /* vectors of sums that forward_input() keeps in registers */
    WIDE = SUMS * LANES,
    VECS = NARROW / LANES,
    ROWS = (VEC_BYTES == 64 ? 16 : 12) / VECS, /* of a tile, whose sums are in registers */
};

/* sigmoid(bias + sum of share[i] * row cell[i]), over `width` columns. A chain of additions waits
 * for each one's end, so narrow rows take turns in several. */
INLINE void sum_rows(float *out, int stride, const float *weight, const float *bias,
                     const float *share, const uint16_t *cell, int count, int width)
{
    Vec sum[SUMS] = {0};
    int vecs = width / LANES, chains = SUMS / vecs, i = 0;
    for (; i + chains <= count; i += chains) {
        UNROLL
        for (int c = 0; c < chains; c++) {
            const Vec *row = (const Vec *)(weight + (size_t)cell[i + c] * (size_t)stride);
            UNROLL
            for (int v = 0; v < vecs; v++) {
                sum[c * vecs + v] += share[i + c] * row[v];
            }
        }
    }
    for (; i < count; i++) {
        const Vec *row = (const Vec *)(weight + (size_t)cell[i] * (size_t)stride);
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
        ((VecAnywhere *)out)[v] = sigmoid(z);
    }
}

INLINE void some_shares(const uint8_t *level, int count, float *share)
{
    UNROLL
    for (int i = 0; i < count; i++) {
        share[i] = (float)level[i] * (1 / 255.0f);
    }
}

/* In blocks, of which the last overlaps the one before it: what is left would be as slow as all
 * blocks, one by one. */
INLINE void input_shares(const NetInput *input, float *share)
{
    int at = 0, last = input->count - NET_LANES;
    for (; at <= last; at += NET_LANES) {
        some_shares(input->level + at, NET_LANES, share + at);
    }
    if (last >= 0) {
        some_shares(input->level + last, NET_LANES, share + last);
    } else {
        for (; at < input->count; at++) {
            some_shares(input->level + at, 1, share + at);
        }
    }
}

static void forward_input(float *out, int stride, const float *weight, const float *bias,
                          const NetInput *input)
{
    float share[NET_INPUTS];
    input_shares(input, share);
    if (stride == NARROW) { /* a copy that knows its stride */
        sum_rows(out, NARROW, weight, bias, share, input->cell, input->count, NARROW);
        return;
    }
    int at = 0;
    for (; at + WIDE <= stride; at += WIDE) {
        sum_rows(out + at, stride, weight + at, bias + at, share, input->cell, input->count, WIDE);
    }
    for (; at < stride; at += NARROW) {
        sum_rows(out + at, stride, weight + at, bias + at, share, input->cell, input->count,
                 NARROW);
    }
}

/* Row cell[i] += share[i] * delta, over `width` columns. */
INLINE void add_rows(float *weight, int stride, const float *delta, const float *share,
                     const uint16_t *cell, int count, int width)
{
    Vec kept[SUMS];
    int vecs = width / LANES;
    memcpy(kept, delta, (size_t)width * sizeof *delta);
    for (int i = 0; i < count; i++) {
        Vec *row = (Vec *)(weight + (size_t)cell[i] * (size_t)stride);
        UNROLL
        for (int v = 0; v < vecs; v++) {
            row[v] += share[i] * kept[v];
        }
    }
}

/* The same of rows of NARROW columns, of which several are read before the first is written: no
 * cell is there twice, but no machine knows that. */
INLINE void add_narrow_rows(float *weight, const float *delta, const float *share,
                            const uint16_t *cell, int count)
{
    enum { ROWS_AT_ONCE = 4 };
    Vec kept[VECS];
    int i = 0;
    memcpy(kept, delta, sizeof kept);
    for (; i + ROWS_AT_ONCE <= count; i += ROWS_AT_ONCE) {
        uint64_t four;
        Vec *row[ROWS_AT_ONCE], sum[ROWS_AT_ONCE][VECS];
        memcpy(&four, cell + i, sizeof four); /* one read instead of four */
        UNROLL
        for (int k = 0; k < ROWS_AT_ONCE; k++) {
            row[k] = (Vec *)(weight + (four >> 16 * k & UINT16_MAX) * NARROW);
            UNROLL
            for (int v = 0; v < VECS; v++) {
                sum[k][v] = row[k][v] + share[i + k] * kept[v];
            }
        }
        UNROLL
        for (int k = 0; k < ROWS_AT_ONCE; k++) {
            UNROLL
            for (int v = 0; v < VECS; v++) {
                row[k][v] = sum[k][v];
            }
        }
    }
    add_rows(weight, NARROW, delta, share + i, cell + i, count - i, NARROW);
}

static void step_input(float *weight, int stride, const float *delta, const NetInput *input)
{
    float share[NET_INPUTS];
    input_shares(input, share);
    if (stride == NARROW) {
        add_narrow_rows(weight, delta, share, input->cell, input->count);
        return;
    }
    int at = 0;
    for (; at + WIDE <= stride; at += WIDE) {
        add_rows(weight + at, stride, delta + at, share, input->cell, input->count, WIDE);
    }
    for (; at < stride; at += NARROW) {
        add_rows(weight + at, stride, delta + at, share, input->cell, input->count, NARROW);
    }
}

/* Row c = keep * row c + sum of share * delta, over `width` columns. */
INLINE void add_cells(float *weight, int stride, const float *delta, const KernelCells *cells,
                      float keep, int width)
{
    int vecs = width / LANES;
    for (int c = 0; c < NET_INPUTS; c++) {
        Vec sum[SUMS] = {0}, *row = (Vec *)(weight + (size_t)c * (size_t)stride);
        const KernelCell *cell = &cells->cell[c];
        for (int i = 0; i < cells->images[c]; i++) {
            const Vec *of_image = (const Vec *)(delta + cell->image[i] * stride);
            float share = (float)cell->level[i] * (1 / 255.0f);
            UNROLL
            for (int v = 0; v < vecs; v++) {
                sum[v] += share * of_image[v];
            }
        }
        UNROLL
        for (int v = 0; v < vecs; v++) {
            row[v] = keep * row[v] + sum[v];
        }
    }
}

static void step_cells(float *weight, int stride, const float *delta, const KernelCells *cells,
                       float keep)
{
    int at = 0;
    for (; at + WIDE <= stride; at += WIDE) {
        add_cells(weight + at, stride, delta + at, cells, keep, WIDE);
    }
    for (; at < stride; at += NARROW) {
        add_cells(weight + at, stride, delta + at, cells, keep, NARROW);
    }
}

/* A matrix read in any direction: entry (i, k) is at[i * row + k * column]. */
typedef struct Matrix {
    const float *at;
    int row, column;
} Matrix;

/* What becomes of a sum, given an entry of `with`, which is as wide as the result. */
typedef enum End { END_SIGMOID, END_SLOPE, END_KEEP } End;

INLINE Vec end_sum(Vec sum, Vec with, End end, float keep)
{
    switch (end) {
    case END_SIGMOID: /* with a bias */
        return sigmoid(with + sum);
    case END_SLOPE: /* with an activation */
        return sum * with * (1.0f - with);
    default: /* with what was there */
        return keep * with + sum;
    }
}

/* `rows` rows and NARROW columns of product(). */
INLINE void tile(float *out, int stride, int rows, Matrix a, const float *b, int b_stride,
                 int count, const float *with, int with_stride, End end, float keep)
{
    Vec sum[ROWS][VECS] = {0};
    for (int k = 0; k < count; k++) {
        const Vec *row = (const Vec *)(b + k * b_stride);
        UNROLL
        for (int i = 0; i < rows; i++) {
            float factor = a.at[i * a.row + k * a.column];
            UNROLL
            for (int v = 0; v < VECS; v++) {
                sum[i][v] += factor * row[v];
            }
        }
    }
    UNROLL
    for (int i = 0; i < rows; i++) {
        UNROLL
        for (int v = 0; v < VECS; v++) {
            Vec entry = ((const Vec *)(with + i * with_stride))[v];
            ((VecAnywhere *)(out + i * stride))[v] = end_sum(sum[i][v], entry, end, keep);
        }
    }
}

/* out = end_sum(a b, with): `rows` rows of `stride` columns; the sums are over k < count. */
INLINE void product(float *out, int stride, int rows, Matrix a, const float *b, int count,
                    const float *with, int with_stride, End end, float keep)
{
    for (int at = 0; at < stride; at += NARROW) {
        int i = 0;
        for (; i + ROWS <= rows; i += ROWS) {
            Matrix part = {a.at + i * a.row, a.row, a.column};
            tile(out + i * stride + at, stride, ROWS, part, b + at, stride, count,
                 with + i * with_stride + at, with_stride, end, keep);
        }
        for (; i < rows; i++) {
            Matrix part = {a.at + i * a.row, a.row, a.column};
            tile(out + i * stride + at, stride, 1, part, b + at, stride, count,
                 with + i * with_stride + at, with_stride, end, keep);
        }
    }
}

static void forward(float *out, int stride, int images, const float *in, int in_stride, int count,
                    const float *weight, const float *bias)
{
    product(out, stride, images, (Matrix){in, in_stride, 1}, weight, count, bias, 0, END_SIGMOID,
            0);
}

static void along(float *out, size_t floats, const float *z, const float *u, const float *v,
                  const double at[2])
{
    Vec a = spread((float)at[0]), b = spread((float)at[1]);
    for (size_t i = 0; i < floats; i += LANES) {
        Vec sum = *(const Vec *)(z + i) + a * *(const Vec *)(u + i) + b * *(const Vec *)(v + i);
        *(Vec *)(out + i) = sigmoid(sum);
    }
}

static void delta_before(float *delta_in, int in_stride, int images, const float *delta, int stride,
                         int count, const float *transposed, const float *in)
{
    product(delta_in, in_stride, images, (Matrix){delta, stride, 1}, transposed, count, in,
            in_stride, END_SLOPE, 0);
}

static void step(float *weight, int stride, int count, const float *in, int in_stride,
                 const float *delta, int images, float keep)
{
    product(weight, stride, count, (Matrix){in, 1, in_stride}, delta, images, weight, stride,
            END_KEEP, keep);
}

static const int32_t INDEX[NET_LANES] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

INLINE IntVec index_vec(int v)
{
    IntVec index;
    memcpy(&index, INDEX + v * LANES, sizeof index);
    return index;
}

static void delta_output(float *delta, const float *out, const uint8_t *label, int images,
                         NetCost cost, float scale)
{
    for (int i = 0; i < images; i++) {
        UNROLL
        for (int v = 0; v < VECS; v++) {
            Vec a = ((const Vec *)(out + i * NET_LANES))[v];
            Vec error = scale * (a - choose(index_vec(v) == label[i], spread(1), spread(0)));
            if (cost == NET_COST_SQUARED) {
                error *= 2.0f * a * (1.0f - a);
            }
            ((Vec *)(delta + i * NET_LANES))[v] =
                choose(index_vec(v) < NET_OUTPUTS, error, spread(0));
        }
    }
}

/* Each output's part of the cost, given how right it is. */
INLINE Vec cost_of(Vec right, NetCost cost)
{
    if (cost == NET_COST_SQUARED) {
        return (1.0f - right) * (1.0f - right);
    }
    return choose(right > 0.0f, -logarithm(right), spread(100));
}

INLINE float sum_lanes(Vec vec)
{
    float sum = 0;
    for (int i = 0; i < LANES; i++) {
        sum += vec[i];
    }
    return sum;
}

static double cost_sum(const float *out, const uint8_t *label, int images, NetCost cost)
{
    Vec sum = spread(0);
    for (int i = 0; i < images; i++) {
        UNROLL
        for (int v = 0; v < VECS; v++) {
            Vec a = ((const Vec *)(out + i * NET_LANES))[v];
            Vec right = choose(index_vec(v) == label[i], a, 1.0f - a);
            sum += choose(index_vec(v) < NET_OUTPUTS, cost_of(right, cost), spread(0));
        }
    }
    return (double)sum_lanes(sum);
}

static void shrink(float *weight, size_t floats, float keep)
{
    Vec *w = (Vec *)weight;
    for (size_t v = 0; v < floats / LANES; v++) {
        w[v] *= keep;
    }
}

const Kernels KERNELS_SET = {
    .name = KERNELS_NAME,
    .forward_input = forward_input,
    .step_input = step_input,
    .step_cells = step_cells,
    .forward = forward,
    .along = along,
    .delta = delta_before,
    .step = step,
    .delta_output = delta_output,
    .cost = cost_sum,
    .shrink = shrink,
};
