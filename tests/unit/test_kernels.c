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

#include "nn/kernels.h"

enum { MAX_ROWS = NET_INPUTS, MAX_STRIDE = 512 };
static const int STRIDES[] = {16, 32, 48, 64, 80, 128, 144, 512};
static const int COUNTS[] = {0, 1, 2, 3, 4, 5, 7, 16, 151, 784};
enum { N_STRIDES = sizeof STRIDES / sizeof *STRIDES, N_COUNTS = sizeof COUNTS / sizeof *COUNTS };

/* Numbers to run a kernel on. */
typedef struct Numbers {
    _Alignas(64) float weight[MAX_ROWS * MAX_STRIDE];
    _Alignas(64) float grad[MAX_ROWS * MAX_STRIDE];
    _Alignas(64) float vector[MAX_STRIDE]; /* a bias or a delta */
    _Alignas(64) float out[MAX_STRIDE];
    float in[MAX_ROWS];
    NetInputRoom room;
    NetInput input;
} Numbers;

static void fill(float *numbers, size_t count, Rng *rng)
{
    for (size_t i = 0; i < count; i++) {
        numbers[i] = 2 * rng_unit(rng) - 1;
    }
}

/* `count` rows: the first ones for `in`, random ones for `input`. */
static Numbers *make_numbers(int count, int stride)
{
    Rng rng;
    rng_init(&rng, (uint64_t)(count * 1000 + stride));
    Numbers *numbers = aligned_alloc(64, sizeof *numbers);
    assert_non_null(numbers);
    fill(numbers->weight, (size_t)(MAX_ROWS * stride), &rng);
    fill(numbers->grad, (size_t)(MAX_ROWS * stride), &rng);
    fill(numbers->vector, (size_t)stride, &rng);
    for (int i = 0, cell = 0; i < count; i++, cell++) {
        cell += rng_below(&rng, (MAX_ROWS - cell) / (count - i));
        numbers->room.cell[i] = (uint16_t)cell;
        numbers->room.level[i] = (uint8_t)(1 + rng_below(&rng, 255));
        numbers->in[i] = rng_unit(&rng);
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

/* Against `out`: row row[i] (row i without them) counts share[i] times. */
static void check_forward(const Numbers *numbers, int stride, const uint16_t *row,
                          const double *share)
{
    for (int to = 0; to < stride; to++) {
        double z = (double)numbers->vector[to], size = fabs(z);
        for (int i = 0; i < numbers->input.count; i++) {
            double term = share[i] * (double)numbers->weight[(row ? row[i] : i) * stride + to];
            z += term;
            size += fabs(term);
        }
        close_to(numbers->out[to], 1 / (1 + exp(-z)), 0.2 + size / 4); /* a sigmoid's slope */
    }
}

static void shares_of_input(const Numbers *numbers, double *share)
{
    for (int i = 0; i < numbers->input.count; i++) {
        share[i] = numbers->input.level[i] / 255.0;
    }
}

static void shares_of_in(const Numbers *numbers, double *share)
{
    for (int i = 0; i < numbers->input.count; i++) {
        share[i] = (double)numbers->in[i];
    }
}

static void check_forward_input(const Kernels *set, Numbers *numbers, int stride)
{
    double share[MAX_ROWS];
    set->forward_input(numbers->out, stride, numbers->weight, numbers->vector, &numbers->input);
    shares_of_input(numbers, share);
    check_forward(numbers, stride, numbers->input.cell, share);
}

static void check_forward_dense(const Kernels *set, Numbers *numbers, int stride)
{
    double share[MAX_ROWS];
    set->forward(numbers->out, stride, numbers->weight, numbers->vector, numbers->in,
                 numbers->input.count);
    shares_of_in(numbers, share);
    check_forward(numbers, stride, NULL, share);
}

static void the_forward_pass_agrees_with_a_naive_loop(void **state)
{
    (void)state;
    check_all(check_forward_input);
    check_all(check_forward_dense);
}

/* Against `before`, what grad was; rows that are not listed stay as they were. */
static void check_gradient(const Numbers *numbers, const Numbers *before, int stride,
                           const uint16_t *row, const double *share)
{
    for (int i = 0, next = 0; i < MAX_ROWS; i++) {
        bool listed = next < numbers->input.count && (row ? row[next] : next) == i;
        for (int to = 0; to < stride; to++) {
            double old = (double)before->grad[i * stride + to];
            double term = listed ? share[next] * (double)numbers->vector[to] : 0;
            close_to(numbers->grad[i * stride + to], old + term, fabs(old) + fabs(term));
        }
        next += listed;
    }
}

static void check_gradient_input(const Kernels *set, Numbers *numbers, int stride)
{
    double share[MAX_ROWS];
    Numbers *before = make_numbers(numbers->input.count, stride);
    set->gradient_input(numbers->grad, stride, numbers->vector, &numbers->input);
    shares_of_input(numbers, share);
    check_gradient(numbers, before, stride, numbers->input.cell, share);
    free(before);
}

static void check_gradient_dense(const Kernels *set, Numbers *numbers, int stride)
{
    double share[MAX_ROWS];
    Numbers *before = make_numbers(numbers->input.count, stride);
    set->gradient(numbers->grad, stride, numbers->vector, numbers->in, numbers->input.count);
    shares_of_in(numbers, share);
    check_gradient(numbers, before, stride, NULL, share);
    free(before);
}

static void the_gradient_agrees_with_a_naive_loop(void **state)
{
    (void)state;
    check_all(check_gradient_input);
    check_all(check_gradient_dense);
}

static void check_delta(const Kernels *set, Numbers *numbers, int stride)
{
    float delta[MAX_ROWS];
    int count = numbers->input.count;
    set->delta(delta, stride, numbers->weight, numbers->vector, numbers->in, count);
    for (int i = 0; i < count; i++) {
        double sum = 0, size = 0, a = (double)numbers->in[i];
        for (int to = 0; to < stride; to++) {
            double term = (double)numbers->weight[i * stride + to] * (double)numbers->vector[to];
            sum += term;
            size += fabs(term);
        }
        close_to(delta[i], sum * a * (1 - a), size * a * (1 - a));
    }
}

static void the_deltas_agree_with_a_naive_loop(void **state)
{
    (void)state;
    check_all(check_delta);
}

static void check_step(const Kernels *set, Numbers *numbers, int stride)
{
    Numbers *before = make_numbers(numbers->input.count, stride);
    int floats = stride * (numbers->input.count + 1) < MAX_ROWS * stride
                     ? stride * (numbers->input.count + 1)
                     : MAX_ROWS * stride;
    set->step(numbers->weight, numbers->grad, (size_t)floats, 0.25f, 0.75f);
    for (int i = 0; i < floats; i++) {
        double w = (double)before->weight[i], g = (double)before->grad[i];
        close_to(numbers->weight[i], 0.75 * w - 0.25 * g, fabs(w) + fabs(g));
        close_to(numbers->grad[i], 0, 0);
    }
    free(before);
}

static void the_step_agrees_with_a_naive_loop(void **state)
{
    (void)state;
    check_all(check_step);
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
        cmocka_unit_test(the_forward_pass_agrees_with_a_naive_loop),
        cmocka_unit_test(the_gradient_agrees_with_a_naive_loop),
        cmocka_unit_test(the_deltas_agree_with_a_naive_loop),
        cmocka_unit_test(the_step_agrees_with_a_naive_loop),
        cmocka_unit_test(the_sigmoid_is_exact_to_2e_7_and_saturates),
        cmocka_unit_test(the_baseline_is_always_there_and_the_best_set_is_one_of_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
