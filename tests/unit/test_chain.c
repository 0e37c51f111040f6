/* The chain of single neurons: its ratios and gradients against finite differences, and against
 * backpropagation as it is written for whole layers. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <string.h>

#include "base/rng.h"
#include "nn/chain.h"
#include "nn/net.h"

enum { TRIES = 200 };

static Chain random_chain(Rng *rng)
{
    Chain chain = {{0}};
    for (int i = 0; i < CHAIN_SET; i++) {
        bool share = i == CHAIN_INPUT || i == CHAIN_WANTED;
        double at = (double)rng_unit(rng);
        chain.value[i] = share ? at : 4.0 * at - 2.0;
    }
    chain_run(&chain);
    return chain;
}

static void every_gradient_is_what_a_small_nudge_does(void **state)
{
    static const double NUDGE = 1e-5;
    Rng rng;
    double largest = 0.0;
    (void)state;
    rng_init(&rng, 3);
    for (int k = 0; k < TRIES; k++) {
        Chain chain = random_chain(&rng);
        for (int i = 0; i < CHAIN_QUANTITIES; i++) {
            double gradient = chain_gradient(&chain, i);
            double measured =
                (chain_nudged_cost(&chain, i, NUDGE) - chain_nudged_cost(&chain, i, -NUDGE)) /
                (2.0 * NUDGE);
            assert_true(fabs(gradient - measured) < 1e-8);
            largest = i == CHAIN_COST ? largest : fmax(largest, fabs(gradient));
        }
    }
    assert_true(largest > 0.5); /* else nothing was checked */
}

static void every_ratio_is_a_nudge_on_what_it_goes_into(void **state)
{
    static const double NUDGE = 1e-6;
    Rng rng;
    (void)state;
    rng_init(&rng, 4);
    for (int k = 0; k < TRIES; k++) {
        Chain chain = random_chain(&rng);
        for (int i = 0; i < CHAIN_SET; i++) {
            Chain more = chain, less = chain;
            more.value[i] += NUDGE;
            less.value[i] -= NUDGE;
            chain_run(&more);
            chain_run(&less);
            int next = chain_next(i);
            double measured = (more.value[next] - less.value[next]) / (2.0 * NUDGE);
            assert_true(fabs(chain_ratio(&chain, i) - measured) < 1e-7);
            double came = more.value[next] - less.value[next];
            for (int at = next; at != CHAIN_COST && fabs(came) > NUDGE / 100.0;) {
                int to = chain_next(at);
                double goes = more.value[to] - less.value[to];
                assert_true(fabs(chain_ratio(&chain, at) - goes / came) < 1e-3);
                at = to;
                came = goes;
            }
        }
    }
}

/* BP1 to BP4 of one layer after the other, in the precision and by the sigmoid of nn/net: with its
 * cost, of which this one is the same without other outputs. */
static void it_is_backpropagation_of_layers_of_one(void **state)
{
    Rng rng;
    (void)state;
    rng_init(&rng, 5);
    for (int k = 0; k < TRIES; k++) {
        Chain chain = random_chain(&rng);
        const double *v = chain.value;
        double delta[CHAIN_LINKS], carried = 0.0;
        for (int i = CHAIN_LINKS - 1; i >= 0; i--) {
            double a = v[CHAIN_ACTIVATION + i], slope = a * (1.0 - a);
            bool last = i == CHAIN_LINKS - 1;
            delta[i] = (last ? 2.0 * (a - v[CHAIN_WANTED]) : carried) * slope; /* BP1, BP2 */
            carried = v[CHAIN_WEIGHT + i] * delta[i];
            double in = i == 0 ? v[CHAIN_INPUT] : v[CHAIN_ACTIVATION + i - 1];
            assert_true(fabs(chain_gradient(&chain, CHAIN_BIAS + i) - delta[i]) < 1e-14); /* BP3 */
            assert_true(fabs(chain_gradient(&chain, CHAIN_WEIGHT + i) - in * delta[i]) <
                        1e-14); /* BP4 */
        }
    }
}

/* The same chain inside a network of the usual kind: the first neuron of each layer, with weights
 * of 0 to and from all others. The last output is an 8 that is wanted or not. */
static void it_is_what_the_network_computes_of_such_a_chain(void **state)
{
    enum { PIXEL = 400, DIGIT = 8 };
    Net net = {0}, grad = {0};
    NetActs acts = {0};
    NetShape shape = net_shape_default();
    Rng rng;
    Err err;
    (void)state;
    rng_init(&rng, 6);
    assert_true(net_make(&net, &shape, &err) && net_make(&grad, &shape, &err));
    assert_true(net_acts_fit(&acts, &shape, &err));
    for (int k = 0; k < 20; k++) {
        Chain chain = random_chain(&rng);
        uint8_t level[NET_INPUTS] = {0};
        level[PIXEL] = (uint8_t)(1 + 12 * k);
        chain.value[CHAIN_INPUT] = level[PIXEL] / 255.0;
        chain.value[CHAIN_WANTED] = k % 2;
        chain_run(&chain);
        memset(net.block, 0, net.floats * sizeof *net.block);
        memset(grad.block, 0, grad.floats * sizeof *grad.block);
        int from[CHAIN_LINKS] = {PIXEL, 0, 0}, to[CHAIN_LINKS] = {0, 0, DIGIT};
        for (int i = 0; i < CHAIN_LINKS; i++) {
            net.weight[i][from[i] * net.stride[i] + to[i]] = (float)chain.value[CHAIN_WEIGHT + i];
            net.bias[i][to[i]] = (float)chain.value[CHAIN_BIAS + i];
        }
        NetInputRoom room;
        NetInput input = net_input(level, &room);
        net_forward(&net, &input, &acts);
        net_backward(&net, &input, &acts, k % 2 ? DIGIT : 0, NET_COST_SQUARED, &grad);
        for (int i = 0; i < CHAIN_LINKS; i++) {
            float by_w = grad.weight[i][from[i] * grad.stride[i] + to[i]];
            assert_float_equal(by_w, (float)chain_gradient(&chain, CHAIN_WEIGHT + i), 1e-5);
            assert_float_equal(grad.bias[i][to[i]], (float)chain_gradient(&chain, CHAIN_BIAS + i),
                               1e-5);
        }
    }
    net_acts_free(&acts);
    net_free(&grad);
    net_free(&net);
}

static void the_tree_leads_from_everything_to_the_cost(void **state)
{
    int path[CHAIN_PATH];
    (void)state;
    assert_int_equal(chain_path(CHAIN_WEIGHT, path), CHAIN_PATH);
    assert_int_equal(chain_path(CHAIN_WEIGHT + 1, path), CHAIN_PATH - 2);
    assert_int_equal(chain_path(CHAIN_WANTED, path), 1);
    assert_int_equal(chain_path(CHAIN_COST, path), 0);
    assert_int_equal(chain_next(CHAIN_COST), CHAIN_QUANTITIES);
    for (int i = 0, into[CHAIN_QUANTITIES] = {0}; i < CHAIN_QUANTITIES; i++) {
        if (i != CHAIN_COST) {
            into[chain_next(i)]++;
        }
        int before = chain_before(i);
        assert_true(before == CHAIN_QUANTITIES || chain_next(before) == i);
        assert_int_equal(before == CHAIN_QUANTITIES, i < CHAIN_SET);
        if (i == CHAIN_COST) { /* w, a, b; z; a, y */
            assert_int_equal(into[CHAIN_SUM + 1], 3);
            assert_int_equal(into[CHAIN_ACTIVATION + 1], 1);
            assert_int_equal(into[CHAIN_COST], 2);
        }
    }
}

static void the_gradient_vanishes_where_one_ratio_does(void **state)
{
    Chain chain = {{[CHAIN_INPUT] = 0.8, 1.5, -2.0, 2.5, -0.5, 0.8, -1.2, [CHAIN_WANTED] = 1.0}};
    (void)state;
    chain_run(&chain);
    assert_true(fabs(chain_gradient(&chain, CHAIN_WEIGHT)) > 0.01);
    static const int NOTHING[] = {CHAIN_INPUT, CHAIN_WEIGHT + 1, CHAIN_WEIGHT + 2};
    for (int i = 0; i < 3; i++) {
        Chain with = chain;
        with.value[NOTHING[i]] = 0.0;
        chain_run(&with);
        assert_true(chain_gradient(&with, CHAIN_WEIGHT) == 0.0);
    }
    Chain right = chain, flat = chain;
    right.value[CHAIN_WANTED] = right.value[CHAIN_ACTIVATION + 2];
    chain_run(&right);
    assert_true(chain_gradient(&right, CHAIN_WEIGHT) == 0.0);
    flat.value[CHAIN_BIAS + 1] = 40.0;
    chain_run(&flat);
    assert_true(fabs(chain_gradient(&flat, CHAIN_WEIGHT)) < 1e-12);
}

static void a_small_step_lowers_the_cost_as_the_gradient_says(void **state)
{
    static const double RATE = 1e-4;
    Rng rng;
    (void)state;
    rng_init(&rng, 8);
    for (int k = 0; k < TRIES; k++) {
        Chain chain = random_chain(&rng), after = chain;
        double squares = 0.0;
        for (int i = CHAIN_WEIGHT; i < CHAIN_WANTED; i++) {
            squares += pow(chain_gradient(&chain, i), 2.0);
        }
        chain_step(&after, RATE);
        double fell = chain.value[CHAIN_COST] - after.value[CHAIN_COST];
        assert_true(fabs(fell - RATE * squares) < 1e-3 * RATE * squares + 1e-12);
        assert_true(after.value[CHAIN_INPUT] == chain.value[CHAIN_INPUT]);
        assert_true(after.value[CHAIN_WANTED] == chain.value[CHAIN_WANTED]);
    }
}

static void a_step_moves_all_by_the_gradients_before_it(void **state)
{
    static const double RATE = 0.5;
    Rng rng;
    (void)state;
    rng_init(&rng, 9);
    for (int k = 0; k < TRIES; k++) {
        Chain chain = random_chain(&rng), after = chain;
        chain_step(&after, RATE);
        for (int i = CHAIN_WEIGHT; i < CHAIN_WANTED; i++) {
            double expected = chain.value[i] - RATE * chain_gradient(&chain, i);
            assert_true(fabs(after.value[i] - expected) < 1e-12);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_gradient_is_what_a_small_nudge_does),
        cmocka_unit_test(every_ratio_is_a_nudge_on_what_it_goes_into),
        cmocka_unit_test(it_is_backpropagation_of_layers_of_one),
        cmocka_unit_test(it_is_what_the_network_computes_of_such_a_chain),
        cmocka_unit_test(the_tree_leads_from_everything_to_the_cost),
        cmocka_unit_test(the_gradient_vanishes_where_one_ratio_does),
        cmocka_unit_test(a_small_step_lowers_the_cost_as_the_gradient_says),
        cmocka_unit_test(a_step_moves_all_by_the_gradients_before_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
