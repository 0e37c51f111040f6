/* The hot loops of each instruction set against naive loops in double precision. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "nn/kernels.h"

enum { MAX_ROWS = NET_INPUTS, MAX_STRIDE = 512 };
static const int STRIDES[] = {16, 32, 48, 64, 80, 128, 144, 512};
static const int COUNTS[] = {0, 1, 2, 3, 4, 5, 7, 16, 151, 784};
enum { N_STRIDES = sizeof STRIDES / sizeof *STRIDES, N_COUNTS = sizeof COUNTS / sizeof *COUNTS };

/* Numbers to run a kernel on. */
typedef struct Numbers {
    _Alignas(64) float weight[MAX_ROWS * MAX_STRIDE];
    _Alignas(64) float vector[MAX_STRIDE]; /* a bias or a delta */
    _Alignas(64) float out[MAX_STRIDE];
    NetInputRoom room;
    NetInput input;
} Numbers;

static void fill(float *numbers, size_t count, Rng *rng)
{
    for (size_t i = 0; i < count; i++) {
        numbers[i] = 2 * rng_unit(rng) - 1;
    }
}

/* `count` cells with ink. */
static Numbers *make_numbers(int count, int stride)
{
    Rng rng;
    rng_init(&rng, (uint64_t)(count * 1000 + stride));
    Numbers *numbers = aligned_alloc(64, sizeof *numbers);
    assert_non_null(numbers);
    fill(numbers->weight, (size_t)(MAX_ROWS * stride), &rng);
    fill(numbers->vector, (size_t)stride, &rng);
    for (int i = 0, cell = 0; i < count; i++, cell++) {
        cell += rng_below(&rng, (MAX_ROWS - cell) / (count - i));
        numbers->room.cell[i] = (uint16_t)cell;
        numbers->room.level[i] = (uint8_t)(1 + rng_below(&rng, 255));
    }
    numbers->input = (NetInput){count, numbers->room.cell, numbers->room.level};
    return numbers;
}

/* Fails unless `got` is `expected` to 1e-6 of `size`, the sum of what was added up. */
static void close_to(float got, double expected, double size)
{
    if (!(fabs((double)got - expected) <= 1e-6 * size)) {
        fail_msg("%.9g, expected %.9g", (double)got, expected);
    }
}

typedef void Check(const Kernels *set, Numbers *numbers, int stride);

/* Run a check on every instruction set of this machine, every stride and every count. */
static void check_all(Check *check)
{
    for (int n = 0; kernels_nth(n); n++) {
        for (int s = 0; s < N_STRIDES; s++) {
            for (int c = 0; c < N_COUNTS; c++) {
                Numbers *numbers = make_numbers(COUNTS[c], STRIDES[s]);
                check(kernels_nth(n), numbers, STRIDES[s]);
                free(numbers);
            }
        }
    }
}

static void check_forward_input(const Kernels *set, Numbers *numbers, int stride)
{
    const NetInput *input = &numbers->input;
    set->forward_input(numbers->out, stride, numbers->weight, numbers->vector, input);
    for (int to = 0; to < stride; to++) {
        double z = (double)numbers->vector[to], size = fabs(z);
        for (int i = 0; i < input->count; i++) {
            double weight = (double)numbers->weight[input->cell[i] * stride + to];
            z += input->level[i] / 255.0 * weight;
            size += fabs(input->level[i] / 255.0 * weight);
        }
        close_to(numbers->out[to], 1 / (1 + exp(-z)), 0.2 + size / 4); /* a sigmoid's slope */
    }
}

/* Rows of cells without ink stay as they were. */
static void check_step_input(const Kernels *set, Numbers *numbers, int stride)
{
    const NetInput *input = &numbers->input;
    Numbers *before = make_numbers(input->count, stride);
    set->step_input(numbers->weight, stride, numbers->vector, input);
    for (int cell = 0, next = 0; cell < MAX_ROWS; cell++) {
        bool inked = next < input->count && input->cell[next] == cell;
        for (int to = 0; to < stride; to++) {
            double old = (double)before->weight[cell * stride + to];
            double term = inked ? input->level[next] / 255.0 * (double)numbers->vector[to] : 0;
            close_to(numbers->weight[cell * stride + to], old + term, fabs(old) + fabs(term));
        }
        next += inked;
    }
    free(before);
}

static void the_first_layer_agrees_with_a_naive_loop(void **state)
{
    (void)state;
    check_all(check_forward_input);
    check_all(check_step_input);
}

/* Images that change the weights together: each cell has ink in some of them, from none to all. */
typedef struct Crowd {
    _Alignas(64) float weight[NET_INPUTS * MAX_STRIDE];
    _Alignas(64) float delta[KERNEL_CELL_IMAGES * MAX_STRIDE];
    KernelCells cells;
} Crowd;

static Crowd *make_crowd(int stride)
{
    Rng rng;
    rng_init(&rng, (uint64_t)stride);
    Crowd *crowd = aligned_alloc(64, (sizeof *crowd + 63) / 64 * 64);
    assert_non_null(crowd);
    fill(crowd->weight, (size_t)(NET_INPUTS * stride), &rng);
    fill(crowd->delta, (size_t)(KERNEL_CELL_IMAGES * stride), &rng);
    for (int c = 0; c < NET_INPUTS; c++) {
        crowd->cells.images[c] = 0;
        for (int image = 0; image < KERNEL_CELL_IMAGES; image++) {
            if (rng_below(&rng, NET_INPUTS - 1) < c) {
                int at = crowd->cells.images[c]++;
                crowd->cells.cell[c].image[at] = (uint8_t)image;
                crowd->cells.cell[c].level[at] = (uint8_t)(1 + rng_below(&rng, 255));
            }
        }
    }
    return crowd;
}

static void check_step_cells(const Kernels *set, int stride)
{
    const float KEEP = 0.75f;
    Crowd *crowd = make_crowd(stride), *before = make_crowd(stride);
    set->step_cells(crowd->weight, stride, crowd->delta, &crowd->cells, KEEP);
    for (int c = 0; c < NET_INPUTS; c++) {
        const KernelCell *cell = &crowd->cells.cell[c];
        for (int to = 0; to < stride; to++) {
            double sum = (double)KEEP * (double)before->weight[c * stride + to], size = fabs(sum);
            for (int i = 0; i < crowd->cells.images[c]; i++) {
                double term =
                    cell->level[i] / 255.0 * (double)crowd->delta[cell->image[i] * stride + to];
                sum += term;
                size += fabs(term);
            }
            close_to(crowd->weight[c * stride + to], sum, size);
        }
    }
    free(before);
    free(crowd);
}

static void a_step_cell_by_cell_agrees_with_a_naive_loop(void **state)
{
    (void)state;
    for (int n = 0; kernels_nth(n); n++) {
        for (int s = 0; s < N_STRIDES; s++) {
            check_step_cells(kernels_nth(n), STRIDES[s]);
        }
    }
}

/* Rows of random numbers to multiply. */
typedef struct Rows {
    int stride;
    float *at;
} Rows;

static Rows make_rows(int rows, int stride, Rng *rng)
{
    Rows made = {stride, aligned_alloc(64, (size_t)(rows * stride) * sizeof(float))};
    assert_non_null(made.at);
    fill(made.at, (size_t)(rows * stride), rng);
    return made;
}

static double entry(Rows rows, int row, int column)
{
    return (double)rows.at[row * rows.stride + column];
}

/* Sizes of a layer and a minibatch: below, at and beyond the sizes of a tile. */
static const struct {
    int images, from, to;
} SIZES[] = {{1, 16, 16},  {2, 1, 10},    {3, 17, 48},  {6, 5, 16},    {12, 12, 30},
             {13, 25, 64}, {25, 40, 100}, {50, 16, 10}, {31, 130, 144}};

typedef void CheckProduct(const Kernels *set, int images, int from, int to, Rng *rng);

static void check_products(CheckProduct *check)
{
    Rng rng;
    rng_init(&rng, 8);
    for (int n = 0; kernels_nth(n); n++) {
        for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
            check(kernels_nth(n), SIZES[i].images, SIZES[i].from, SIZES[i].to, &rng);
        }
    }
}

static int stride_of(int size)
{
    return (size + NET_LANES - 1) / NET_LANES * NET_LANES;
}

static void check_forward(const Kernels *set, int images, int from, int to, Rng *rng)
{
    Rows in = make_rows(images, stride_of(from), rng), out = make_rows(images, stride_of(to), rng);
    Rows weight = make_rows(from, stride_of(to), rng), bias = make_rows(1, stride_of(to), rng);
    set->forward(out.at, out.stride, images, in.at, in.stride, from, weight.at, bias.at);
    for (int image = 0; image < images; image++) {
        for (int j = 0; j < out.stride; j++) {
            double z = entry(bias, 0, j), size = fabs(z);
            for (int i = 0; i < from; i++) {
                z += entry(in, image, i) * entry(weight, i, j);
                size += fabs(entry(in, image, i) * entry(weight, i, j));
            }
            close_to(out.at[image * out.stride + j], 1 / (1 + exp(-z)), 0.2 + size / 4);
        }
    }
    free(in.at);
    free(out.at);
    free(weight.at);
    free(bias.at);
}

static void check_delta(const Kernels *set, int images, int from, int to, Rng *rng)
{
    Rows in = make_rows(images, stride_of(from), rng);
    Rows delta_in = make_rows(images, stride_of(from), rng);
    Rows turned = make_rows(to, stride_of(from), rng),
         delta = make_rows(images, stride_of(to), rng);
    set->delta(delta_in.at, in.stride, images, delta.at, delta.stride, to, turned.at, in.at);
    for (int image = 0; image < images; image++) {
        for (int i = 0; i < in.stride; i++) {
            double sum = 0, size = 0, a = entry(in, image, i);
            for (int j = 0; j < to; j++) {
                sum += entry(delta, image, j) * entry(turned, j, i);
                size += fabs(entry(delta, image, j) * entry(turned, j, i));
            }
            close_to(delta_in.at[image * in.stride + i], sum * a * (1 - a),
                     size * fabs(a * (1 - a)));
        }
    }
    free(in.at);
    free(delta_in.at);
    free(turned.at);
    free(delta.at);
}

static void check_step(const Kernels *set, int images, int from, int to, Rng *rng)
{
    Rows in = make_rows(images, stride_of(from), rng),
         delta = make_rows(images, stride_of(to), rng);
    Rows weight = make_rows(from, stride_of(to), rng), before = weight;
    size_t bytes = (size_t)(from * weight.stride) * sizeof(float);
    weight.at = aligned_alloc(64, bytes);
    assert_non_null(weight.at);
    memcpy(weight.at, before.at, bytes);
    set->step(weight.at, weight.stride, from, in.at, in.stride, delta.at, images, 0.75f);
    for (int i = 0; i < from; i++) {
        for (int j = 0; j < weight.stride; j++) {
            double sum = 0.75 * entry(before, i, j), size = fabs(sum);
            for (int image = 0; image < images; image++) {
                sum += entry(in, image, i) * entry(delta, image, j);
                size += fabs(entry(in, image, i) * entry(delta, image, j));
            }
            close_to(weight.at[i * weight.stride + j], sum, size);
        }
    }
    free(in.at);
    free(delta.at);
    free(weight.at);
    free(before.at);
}

static void the_other_layers_agree_with_naive_loops(void **state)
{
    (void)state;
    check_products(check_forward);
    check_products(check_delta);
    check_products(check_step);
}

enum { LABELS = NET_NO_DIGIT + 1 };

/* Outputs from sure to absurd, of one image a label. */
static void make_outputs(float out[LABELS * NET_LANES], uint8_t label[LABELS])
{
    static const float OUTPUTS[] = {0,    1e-37f, 1e-9f, 0.001f,    0.3f,
                                    0.5f, 0.7f,   0.99f, 1 - 6e-8f, 1};
    for (int i = 0; i < LABELS; i++) {
        label[i] = (uint8_t)i;
        for (int j = 0; j < NET_LANES; j++) {
            out[i * NET_LANES + j] = OUTPUTS[(i * 7 + j * 3) % NET_OUTPUTS];
        }
    }
}

static void the_cost_agrees_with_that_of_one_image(void **state)
{
    (void)state;
    _Alignas(64) float out[LABELS * NET_LANES];
    uint8_t label[LABELS];
    make_outputs(out, label);
    for (int n = 0; kernels_nth(n); n++) {
        for (NetCost cost = NET_COST_SQUARED; cost <= NET_COST_CROSS_ENTROPY; cost++) {
            for (int i = 0; i < LABELS; i++) {
                const float *image = out + i * NET_LANES;
                double expected = net_cost(image, label[i], cost);
                double got = kernels_nth(n)->cost(image, label + i, 1, cost);
                assert_true(fabs(got - expected) <= 1e-6 * expected);
            }
            double all = kernels_nth(n)->cost(out, label, LABELS, cost), sum = 0;
            for (int i = 0; i < LABELS; i++) {
                sum += net_cost(out + i * NET_LANES, label[i], cost);
            }
            assert_true(fabs(all - sum) <= 1e-6 * sum);
        }
    }
}

static void the_deltas_of_the_outputs_agree_with_their_definition(void **state)
{
    (void)state;
    _Alignas(64) float out[LABELS * NET_LANES], delta[LABELS * NET_LANES];
    uint8_t label[LABELS];
    make_outputs(out, label);
    for (int n = 0; kernels_nth(n); n++) {
        for (NetCost cost = NET_COST_SQUARED; cost <= NET_COST_CROSS_ENTROPY; cost++) {
            kernels_nth(n)->delta_output(delta, out, label, LABELS, cost, -0.25f);
            for (int i = 0; i < LABELS * NET_LANES; i++) {
                int j = i % NET_LANES;
                double a = (double)out[i], error = a - (j == label[i / NET_LANES]);
                double slope = cost == NET_COST_SQUARED ? 2 * a * (1 - a) : 1;
                close_to(delta[i], j < NET_OUTPUTS ? -0.25 * error * slope : 0, slope);
            }
        }
    }
}

static void weights_shrink_all_alike(void **state)
{
    (void)state;
    _Alignas(64) float weight[5 * NET_LANES];
    for (int n = 0; kernels_nth(n); n++) {
        for (int i = 0; i < 5 * NET_LANES; i++) {
            weight[i] = (float)i;
        }
        kernels_nth(n)->shrink(weight, 4 * NET_LANES, 0.5f);
        for (int i = 0; i < 5 * NET_LANES; i++) {
            assert_float_equal(weight[i], i < 4 * NET_LANES ? 0.5f * (float)i : (float)i, 0);
        }
    }
}

/* One layer without ink and with all biases `z`. */
static float sigmoid_of(const Kernels *set, float z)
{
    _Alignas(64) float bias[NET_LANES], out[NET_LANES], weight[NET_LANES] = {0};
    NetInput none = {0};
    for (int i = 0; i < NET_LANES; i++) {
        bias[i] = z;
    }
    set->forward_input(out, NET_LANES, weight, bias, &none);
    return out[NET_LANES - 1];
}

static void the_sigmoid_is_exact_to_2e_7_and_saturates(void **state)
{
    (void)state;
    static const float FAR[] = {88, 100, 127, 1000, 1e30f, FLT_MAX};
    for (int n = 0; kernels_nth(n); n++) {
        const Kernels *set = kernels_nth(n);
        for (int i = -30000; i <= 30000; i++) {
            float z = (float)i / 1000;
            double expected = 1 / (1 + exp(-(double)z));
            assert_true(fabs((double)sigmoid_of(set, z) - expected) < 2e-7);
            assert_true(fabs((double)sigmoid_of(set, z) / expected - 1) < 4e-6);
        }
        for (size_t i = 0; i < sizeof FAR / sizeof *FAR; i++) {
            assert_float_equal(sigmoid_of(set, FAR[i]), 1, 0);
            assert_float_equal(sigmoid_of(set, -FAR[i]), 0, 1e-37);
        }
        assert_float_equal(sigmoid_of(set, 0), 0.5f, 0);
        assert_float_equal(sigmoid_of(set, -0.0f), 0.5f, 0);
    }
}

static void the_baseline_is_always_there_and_the_best_set_is_one_of_them(void **state)
{
    (void)state;
    bool found = false;
    assert_non_null(kernels_nth(0));
    assert_string_equal(kernels_nth(0)->name, "baseline");
    for (int n = 0; kernels_nth(n); n++) {
        found = found || kernels_nth(n) == kernels_best();
    }
    assert_true(found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_layer_agrees_with_a_naive_loop),
        cmocka_unit_test(a_step_cell_by_cell_agrees_with_a_naive_loop),
        cmocka_unit_test(the_other_layers_agree_with_naive_loops),
        cmocka_unit_test(the_cost_agrees_with_that_of_one_image),
        cmocka_unit_test(the_deltas_of_the_outputs_agree_with_their_definition),
        cmocka_unit_test(weights_shrink_all_alike),
        cmocka_unit_test(the_sigmoid_is_exact_to_2e_7_and_saturates),
        cmocka_unit_test(the_baseline_is_always_there_and_the_best_set_is_one_of_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
