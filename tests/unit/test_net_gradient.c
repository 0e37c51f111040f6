/* The network against a plain reference in double precision, and the pitfalls that learners meet.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <string.h>

#include "net_fixture.h"
#include "nn/batch.h"

/* The cost in double precision, by the definition, with one parameter moved. */
static double reference_cost(const Net *net, const Image *image, int label, NetCost cost,
                             const float *moved, double by, double outputs[NET_OUTPUTS])
{
    double from[NET_INPUTS], to[NET_INPUTS];
    for (int i = 0; i < NET_INPUTS; i++) {
        from[i] = image->level[i] / 255.0;
    }
    for (int l = 0; l < net->shape.layers; l++) {
        for (int j = 0; j < net->shape.size[l + 1]; j++) {
            const float *bias = &net->bias[l][j];
            double z = (double)*bias + (bias == moved ? by : 0);
            for (int i = 0; i < net->shape.size[l]; i++) {
                const float *weight = &net->weight[l][i * net->stride[l] + j];
                z += ((double)*weight + (weight == moved ? by : 0)) * from[i];
            }
            to[j] = 1 / (1 + exp(-z));
        }
        memcpy(from, to, sizeof from);
    }
    double sum = 0;
    for (int j = 0; j < NET_OUTPUTS; j++) {
        double y = j == label, a = from[j];
        sum += cost == NET_COST_SQUARED ? (a - y) * (a - y) : -(y * log(a) + (1 - y) * log(1 - a));
        outputs[j] = a;
    }
    return sum;
}

static void outputs_agree_with_the_definition(void **state)
{
    (void)state;
    for (int s = 0; s < FIXTURE_SHAPES; s++) {
        Net net;
        Image image;
        double expected[NET_OUTPUTS];
        fixture_net(&net, FIXTURE_HIDDEN[s], 3);
        fixture_image(&image, 4);
        NetActs acts = acts_for(&net);
        net_forward(&net, &image.input, &acts);
        for (int cost = 0; cost < 2; cost++) {
            double c = reference_cost(&net, &image, 7, (NetCost)cost, NULL, 0, expected);
            assert_true(fabs(c - net_cost(net_outputs(&net, &acts), 7, (NetCost)cost)) < 1e-5);
        }
        for (int i = 0; i < NET_OUTPUTS; i++) {
            assert_true(fabs(expected[i] - (double)net_outputs(&net, &acts)[i]) < 1e-6);
        }
        net_acts_free(&acts);
        net_free(&net);
    }
}

/* Hold one entry of the gradient against (C(w + h) - C(w - h)) / 2h; returns its size. */
static double check_entry(const Net *net, const Net *grad, const Image *image, int label,
                          NetCost cost, const float *entry)
{
    static const double H = 1e-4;
    double outputs[NET_OUTPUTS];
    double slope = reference_cost(net, image, label, cost, entry, H, outputs) -
                   reference_cost(net, image, label, cost, entry, -H, outputs);
    slope /= 2 * H;
    double difference = fabs(slope - (double)grad->block[entry - net->block]);
    if (!(difference <= 2e-6 + 2e-5 * fabs(slope))) {
        fail_msg("entry %td: difference %g, slope %g", entry - net->block, difference, slope);
    }
    return fabs(slope);
}

/* Hold entries of every layer against finite differences. */
static void check_entries(const Net *net, const Net *grad, const Image *image, int label,
                          NetCost cost)
{
    Rng rng;
    rng_init(&rng, 7);
    for (int l = 0; l < net->shape.layers; l++) {
        double weights = 0, biases = 0;
        int to = net->shape.size[l + 1];
        for (int n = 0; n < 60; n++) {
            int i = l ? rng_below(&rng, net->shape.size[l])
                      : image->input.cell[rng_below(&rng, image->input.count)];
            const float *weight = &net->weight[l][i * net->stride[l] + rng_below(&rng, to)];
            weights += check_entry(net, grad, image, label, cost, weight);
        }
        for (int j = 0; j < to; j++) {
            biases += check_entry(net, grad, image, label, cost, &net->bias[l][j]);
        }
        assert_true(weights > 1e-3);
        assert_true(biases > 1e-3);
    }
}

static void check_gradient(const char *hidden, int label, NetCost cost)
{
    Net net, grad;
    Image image;
    fixture_net(&net, hidden, 5);
    fixture_zeros(&grad, &net.shape);
    fixture_image(&image, 6);
    NetActs acts = acts_for(&net);
    net_forward(&net, &image.input, &acts);
    net_backward(&net, &image.input, &acts, label, cost, &grad);
    check_entries(&net, &grad, &image, label, cost);
    net_acts_free(&acts);
    net_free(&net);
    net_free(&grad);
}

/* The way that a step at a rate of 1 goes is the gradient, here of one image shown many times. */
static void check_step(const char *hidden, int image_label, NetCost cost)
{
    enum { IMAGES = 13 };
    NetInput input[IMAGES];
    uint8_t label[IMAGES];
    Net net, grad;
    Batch batch;
    Image image;
    Err err;
    fixture_net(&net, hidden, 5);
    fixture_net(&grad, hidden, 5);
    fixture_image(&image, 6);
    assert_true(batch_make(&batch, &net, IMAGES, &err));
    for (int i = 0; i < IMAGES; i++) {
        input[i] = image.input;
        label[i] = (uint8_t)image_label;
    }
    batch_forward(&grad, input, IMAGES, &batch);
    batch_step(&grad, input, label, IMAGES, cost, 1, 1, 0, &batch);
    for (size_t i = 0; i < net.floats; i++) {
        grad.block[i] = net.block[i] - grad.block[i];
    }
    check_entries(&net, &grad, &image, image_label, cost);
    batch_free(&batch);
    net_free(&net);
    net_free(&grad);
}

/* In both ways, for an image of a digit and for one that shows none. */
static void check_all(NetCost cost)
{
    static const int LABELS[] = {2, NET_NO_DIGIT};
    for (int s = 0; s < FIXTURE_SHAPES; s++) {
        for (int i = 0; i < 2; i++) {
            check_gradient(FIXTURE_HIDDEN[s], LABELS[i], cost);
            check_step(FIXTURE_HIDDEN[s], LABELS[i], cost);
        }
    }
}

static void gradient_agrees_with_finite_differences_squared(void **state)
{
    (void)state;
    check_all(NET_COST_SQUARED);
}

static void gradient_agrees_with_finite_differences_cross_entropy(void **state)
{
    (void)state;
    check_all(NET_COST_CROSS_ENTROPY);
}

static void a_paper_cell_gets_no_gradient(void **state)
{
    (void)state;
    Net net, grad;
    Image image;
    int paper = 0;
    fixture_net(&net, "16,16", 5);
    fixture_zeros(&grad, &net.shape);
    fixture_image(&image, 6);
    NetActs acts = acts_for(&net);
    net_forward(&net, &image.input, &acts);
    net_backward(&net, &image.input, &acts, 2, NET_COST_SQUARED, &grad);
    for (int i = 0; i < NET_INPUTS; i++) {
        for (int j = 0; j < 16; j++) {
            assert_true((grad.weight[0][i * 16 + j] != 0.0f) == (image.level[i] != 0));
        }
        paper += image.level[i] == 0;
    }
    assert_true(paper > 0 && paper < NET_INPUTS);
    net_acts_free(&acts);
    net_free(&net);
    net_free(&grad);
}

static void gradients_of_a_minibatch_add_up(void **state)
{
    (void)state;
    Net net, one, both;
    Image image;
    fixture_net(&net, "16,16", 5);
    fixture_zeros(&one, &net.shape);
    fixture_zeros(&both, &net.shape);
    fixture_image(&image, 6);
    NetActs acts = acts_for(&net);
    net_forward(&net, &image.input, &acts);
    net_backward(&net, &image.input, &acts, 2, NET_COST_SQUARED, &one);
    net_backward(&net, &image.input, &acts, 2, NET_COST_SQUARED, &both);
    net_backward(&net, &image.input, &acts, 2, NET_COST_SQUARED, &both);
    for (size_t i = 0; i < net.floats; i++) {
        assert_true(fabsf(both.block[i] - 2 * one.block[i]) <= 1e-6f * fabsf(one.block[i]));
    }
    net_acts_free(&acts);
    net_free(&net);
    net_free(&one);
    net_free(&both);
}

static void a_step_lowers_the_cost(void **state)
{
    (void)state;
    for (int s = 0; s < FIXTURE_SHAPES * 2; s++) {
        Net net, grad;
        Image image;
        NetCost cost = s % 2 ? NET_COST_CROSS_ENTROPY : NET_COST_SQUARED;
        fixture_net(&net, FIXTURE_HIDDEN[s / 2], 5);
        fixture_zeros(&grad, &net.shape);
        fixture_image(&image, 6);
        NetActs acts = acts_for(&net);
        double before = 1e9;
        for (int n = 0; n < 10; n++) {
            net_forward(&net, &image.input, &acts);
            double now = net_cost(net_outputs(&net, &acts), 2, cost);
            assert_true(now < before);
            before = now;
            net_backward(&net, &image.input, &acts, 2, cost, &grad);
            net_step(&net, &grad, 0.05f, 0);
        }
        net_acts_free(&acts);
        net_free(&net);
        net_free(&grad);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(outputs_agree_with_the_definition),
        cmocka_unit_test(gradient_agrees_with_finite_differences_squared),
        cmocka_unit_test(gradient_agrees_with_finite_differences_cross_entropy),
        cmocka_unit_test(a_paper_cell_gets_no_gradient),
        cmocka_unit_test(gradients_of_a_minibatch_add_up),
        cmocka_unit_test(a_step_lowers_the_cost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
