/* The hot loops of each instruction set against naive loops in double precision. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <float.h>
#include <stdlib.h>
#include <string.h>

#include "base/sys.h"
#include "kernels_fixture.h"

/* Rows of random numbers to multiply. */
typedef struct Rows {
    int stride;
    float *at;
} Rows;

static Rows make_rows(int rows, int stride, Rng *rng)
{
    Rows made = {stride, sys_alloc_aligned((size_t)(rows * stride) * sizeof(float))};
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
    sys_free_aligned(in.at);
    sys_free_aligned(out.at);
    sys_free_aligned(weight.at);
    sys_free_aligned(bias.at);
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
    sys_free_aligned(in.at);
    sys_free_aligned(delta_in.at);
    sys_free_aligned(turned.at);
    sys_free_aligned(delta.at);
}

static void check_step(const Kernels *set, int images, int from, int to, Rng *rng)
{
    Rows in = make_rows(images, stride_of(from), rng),
         delta = make_rows(images, stride_of(to), rng);
    Rows weight = make_rows(from, stride_of(to), rng), before = weight;
    size_t bytes = (size_t)(from * weight.stride) * sizeof(float);
    weight.at = sys_alloc_aligned(bytes);
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
    sys_free_aligned(in.at);
    sys_free_aligned(delta.at);
    sys_free_aligned(weight.at);
    sys_free_aligned(before.at);
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
        cmocka_unit_test(the_other_layers_agree_with_naive_loops),
        cmocka_unit_test(the_cost_agrees_with_that_of_one_image),
        cmocka_unit_test(the_deltas_of_the_outputs_agree_with_their_definition),
        cmocka_unit_test(weights_shrink_all_alike),
        cmocka_unit_test(the_sigmoid_is_exact_to_2e_7_and_saturates),
        cmocka_unit_test(the_baseline_is_always_there_and_the_best_set_is_one_of_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
