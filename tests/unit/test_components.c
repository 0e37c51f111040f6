/* The components of a gradient as a list: all of them, each once, the largest first. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <stdlib.h>

#include "nn/components.h"

static void fill(Net *net, uint64_t seed)
{
    Rng rng;
    rng_init(&rng, seed);
    net_randomise(net, &rng);
}

static void the_usual_network_has_thirteen_thousand_and_two(void **state)
{
    (void)state;
    NetShape shape = {3, {784, 16, 16, 10}};
    assert_int_equal(net_shape_parameters(&shape), 13002);
}

static void each_weight_and_bias_is_there_once_and_sizes_fall(void **state)
{
    Net net;
    Err err;
    NetShape shape = {3, {784, 16, 5, 10}};
    (void)state;
    assert_true(net_make(&net, &shape, &err));
    fill(&net, 7);
    net.bias[1][3] = -40.0f;
    int count = net_shape_parameters(&shape);
    Component *list = malloc((size_t)count * sizeof *list);
    bool *seen = calloc(net.floats, sizeof *seen);
    assert_true(list && seen);
    components_list(&net, list);
    for (int i = 0; i < count; i++) {
        const float *at =
            list[i].from == COMPONENT_BIAS
                ? &net.bias[list[i].layer][list[i].to]
                : &net.weight[list[i].layer][list[i].from * net.stride[list[i].layer] + list[i].to];
        assert_true(list[i].value == *at);
        assert_false(seen[at - net.block]);
        seen[at - net.block] = true;
        assert_true(i == 0 || fabsf(list[i].value) <= fabsf(list[i - 1].value));
    }
    assert_true(list[0].layer == 1 && list[0].from == COMPONENT_BIAS && list[0].to == 3);
    free(seen);
    free(list);
    net_free(&net);
}

static void equal_ones_stand_in_the_order_of_the_network(void **state)
{
    Net net;
    Err err;
    NetShape shape = {2, {784, 2, 10}};
    (void)state;
    assert_true(net_make(&net, &shape, &err));
    net_zero(&net);
    int count = net_shape_parameters(&shape);
    Component *list = malloc((size_t)count * sizeof *list);
    assert_non_null(list);
    components_list(&net, list);
    assert_true(list[0].layer == 0 && list[0].from == COMPONENT_BIAS && list[0].to == 0);
    assert_true(list[2].layer == 0 && list[2].from == 0 && list[2].to == 0);
    assert_true(list[count - 1].layer == 1 && list[count - 1].from == 1 && list[count - 1].to == 9);
    free(list);
    net_free(&net);
}

static void the_largest_are_the_first_of_the_list(void **state)
{
    enum { MOST = 50 };
    Net net;
    Err err;
    NetShape shape = {3, {784, 16, 5, 10}};
    Component largest[MOST];
    (void)state;
    assert_true(net_make(&net, &shape, &err));
    fill(&net, 8);
    net.weight[1][3] = net.weight[0][2] = net.bias[2][9] = 30.0f; /* equal ones */
    int count = net_shape_parameters(&shape);
    Component *list = malloc((size_t)count * sizeof *list);
    assert_non_null(list);
    components_list(&net, list);
    for (int most = 1; most <= MOST; most += 7) {
        assert_int_equal(components_largest(&net, largest, most), most);
        for (int i = 0; i < most; i++) {
            assert_true(largest[i].value == list[i].value && largest[i].layer == list[i].layer &&
                        largest[i].from == list[i].from && largest[i].to == list[i].to);
        }
    }
    free(list);
    net_free(&net);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_usual_network_has_thirteen_thousand_and_two),
        cmocka_unit_test(each_weight_and_bias_is_there_once_and_sizes_fall),
        cmocka_unit_test(equal_ones_stand_in_the_order_of_the_network),
        cmocka_unit_test(the_largest_are_the_first_of_the_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
