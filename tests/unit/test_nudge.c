/* What one image asks of the network, against finite differences. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <float.h>
#include <math.h>
#include <string.h>

#include "net_fixture.h"
#include "nn/nudge.h"

static const NetCost COSTS[] = {NET_COST_SQUARED, NET_COST_CROSS_ENTROPY};
static const int LABELS[] = {3, NET_NO_DIGIT};

/* The cost in double precision, by the definition, where layer `layer` has the activations
 * `from`. */
static double cost_from(const Net *net, int layer, const double *from, int label, NetCost kind)
{
    double a[NET_MAX_STRIDE], next[NET_MAX_STRIDE];
    memcpy(a, from, sizeof a);
    for (int l = layer + 1; l < net->shape.layers; l++) {
        for (int j = 0; j < net->shape.size[l + 1]; j++) {
            double z = (double)net->bias[l][j];
            for (int i = 0; i < net->shape.size[l]; i++) {
                z += (double)net->weight[l][i * net->stride[l] + j] * a[i];
            }
            next[j] = 1 / (1 + exp(-z));
        }
        memcpy(a, next, sizeof a);
    }
    double sum = 0;
    for (int j = 0; j < NET_OUTPUTS; j++) {
        double y = j == label;
        sum += kind == NET_COST_SQUARED ? (a[j] - y) * (a[j] - y)
                                        : -(y * log(a[j]) + (1 - y) * log(1 - a[j]));
    }
    return sum;
}

/* Hold dC/da of a layer against finite differences; returns the sum of their sizes. */
static double check_activations(const Net *net, const Nudge *nudge, int layer)
{
    static const double H = 1e-4;
    double a[NET_MAX_STRIDE], sum = 0;
    for (int i = 0; i < net->shape.size[layer + 1]; i++) {
        a[i] = (double)nudge->acts.activation[layer][i];
    }
    for (int i = 0; i < net->shape.size[layer + 1]; i++) {
        double at = a[i];
        a[i] = at + H;
        double up = cost_from(net, layer, a, nudge->label, nudge->kind);
        a[i] = at - H;
        double down = cost_from(net, layer, a, nudge->label, nudge->kind);
        a[i] = at;
        double slope = (up - down) / (2 * H);
        double difference = fabs(slope - (double)nudge->by_a[layer][i]);
        if (!(difference <= 2e-6 + 5e-5 * fabs(slope))) {
            fail_msg("layer %d, neuron %d: difference %g, slope %g", layer, i, difference, slope);
        }
        sum += fabs(slope);
    }
    return sum;
}

static void make(Net *net, Nudge *nudge, Image *image, const char *hidden)
{
    Err err;
    fixture_net(net, hidden, 5);
    fixture_image(image, 6);
    assert_true(nudge_make(nudge, &net->shape, &err));
}

static void wishes_of_activations_agree_with_finite_differences(void **state)
{
    (void)state;
    for (int s = 0; s < FIXTURE_SHAPES; s++) {
        for (int n = 0; n < 4; n++) {
            Net net;
            Nudge nudge;
            Image image;
            make(&net, &nudge, &image, FIXTURE_HIDDEN[s]);
            nudge_image(&nudge, &net, &image.input, LABELS[n / 2], COSTS[n % 2]);
            for (int layer = 0; layer < net.shape.layers; layer++) {
                assert_true(check_activations(&net, &nudge, layer) > 1e-3);
            }
            nudge_free(&nudge);
            net_free(&net);
        }
    }
}

/* Entries of the gradient of every layer, weights and biases, against the slope of net_cost(). */
static void check_gradient(const Net *net, const Nudge *nudge, const Image *image)
{
    static const double H = 1e-6;
    Rng rng;
    rng_init(&rng, 7);
    for (int l = 0; l < net->shape.layers; l++) {
        double weights = 0, biases = 0;
        for (int n = 0; n < 40; n++) {
            int to = rng_below(&rng, net->shape.size[l + 1]);
            int from = l ? rng_below(&rng, net->shape.size[l])
                         : image->input.cell[rng_below(&rng, image->input.count)];
            const float *shown = n % 2 ? &nudge->grad.bias[l][to]
                                       : &nudge->grad.weight[l][from * net->stride[l] + to];
            double slope = nudge_slope(net, &image->input, &nudge->acts, nudge->label, nudge->kind,
                                       (size_t)(shown - nudge->grad.block), H);
            double difference = fabs(slope - (double)*shown);
            if (!(difference <= 5e-5 + 2e-3 * fabs(slope))) {
                fail_msg("layer %d: difference %g, slope %g", l, difference, slope);
            }
            *(n % 2 ? &biases : &weights) += fabs(slope);
        }
        assert_true(weights > 1e-3);
        assert_true(biases > 1e-3);
    }
}

static void wishes_of_weights_and_biases_agree_with_the_cost(void **state)
{
    (void)state;
    for (int s = 0; s < FIXTURE_SHAPES; s++) {
        for (int n = 0; n < 4; n++) {
            Net net;
            Nudge nudge;
            Image image;
            make(&net, &nudge, &image, FIXTURE_HIDDEN[s]);
            nudge_image(&nudge, &net, &image.input, LABELS[n / 2], COSTS[n % 2]);
            check_gradient(&net, &nudge, &image);
            nudge_free(&nudge);
            net_free(&net);
        }
    }
}

static void a_nudge_is_the_gradient_of_its_image_alone(void **state)
{
    (void)state;
    Net net, grad;
    Nudge nudge;
    Image image, other;
    make(&net, &nudge, &image, "16,16");
    fixture_image(&other, 9);
    fixture_zeros(&grad, &net.shape);
    nudge_image(&nudge, &net, &other.input, 1, NET_COST_SQUARED); /* leaves nothing behind */
    nudge_image(&nudge, &net, &image.input, 2, NET_COST_SQUARED);
    NetActs acts = acts_for(&net);
    net_forward(&net, &image.input, &acts);
    net_backward(&net, &image.input, &acts, 2, NET_COST_SQUARED, &grad);
    assert_memory_equal(nudge.grad.block, grad.block, grad.floats * sizeof(float));
    assert_true(nudge.cost == net_cost(net_outputs(&net, &acts), 2, NET_COST_SQUARED));
    net_acts_free(&acts);
    net_free(&grad);
    net_free(&net);
    nudge_free(&nudge);
}

static void delta_is_the_wish_times_the_slope_of_the_sigmoid(void **state)
{
    (void)state;
    for (int n = 0; n < 2; n++) {
        Net net;
        Nudge nudge;
        Image image;
        make(&net, &nudge, &image, "16,16");
        nudge_image(&nudge, &net, &image.input, 2, COSTS[n]);
        for (int l = 0; l < net.shape.layers; l++) {
            for (int i = 0; i < net.shape.size[l + 1]; i++) {
                float a = nudge.acts.activation[l][i];
                assert_float_equal(nudge.acts.delta[l][i], nudge.by_a[l][i] * a * (1 - a), 1e-6f);
            }
        }
        nudge_free(&nudge);
        net_free(&net);
    }
}

static void outputs_at_their_ends_have_finite_wishes(void **state)
{
    (void)state;
    assert_float_equal(nudge_output(1.0f, 1.0f, NET_COST_SQUARED), 0.0, 0.0);
    assert_float_equal(nudge_output(0.25f, 1.0f, NET_COST_SQUARED), -1.5, 1e-9);
    assert_float_equal(nudge_output(0.25f, 1.0f, NET_COST_CROSS_ENTROPY), -4.0, 1e-9);
    assert_float_equal(nudge_output(0.75f, 0.0f, NET_COST_CROSS_ENTROPY), 4.0, 1e-9);
    assert_float_equal(nudge_output(1.0f, 1.0f, NET_COST_CROSS_ENTROPY), -1.0, 1e-9);
    assert_float_equal(nudge_output(0.0f, 0.0f, NET_COST_CROSS_ENTROPY), 1.0, 1e-9);
    assert_true(nudge_output(1e-22f, 1.0f, NET_COST_CROSS_ENTROPY) == -1 / (double)1e-22f);
    assert_true(nudge_output(0.0f, 1.0f, NET_COST_CROSS_ENTROPY) == (double)-FLT_MAX);
    assert_true(nudge_output(1.0f, 0.0f, NET_COST_CROSS_ENTROPY) == (double)FLT_MAX);
}

static void the_largest_come_first_whatever_their_sign(void **state)
{
    static const float VALUE[] = {1, 9, -5, 9, 0, 9, 5, 9, -7, 9};
    (void)state;
    int index[5];
    assert_int_equal(nudge_largest(VALUE, 2, 5, index, 3), 3); /* 1 -5 0 5 -7 */
    assert_int_equal(index[0], 4);
    assert_int_equal(index[1], 1); /* of equals the first */
    assert_int_equal(index[2], 3);
    assert_int_equal(nudge_largest(VALUE, 2, 4, index, 5), 4);
    assert_int_equal(index[2], 0);
    assert_int_equal(index[3], 2);
    assert_int_equal(nudge_largest(VALUE, 2, 5, index, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wishes_of_activations_agree_with_finite_differences),
        cmocka_unit_test(wishes_of_weights_and_biases_agree_with_the_cost),
        cmocka_unit_test(a_nudge_is_the_gradient_of_its_image_alone),
        cmocka_unit_test(delta_is_the_wish_times_the_slope_of_the_sigmoid),
        cmocka_unit_test(outputs_at_their_ends_have_finite_wishes),
        cmocka_unit_test(the_largest_come_first_whatever_their_sign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
