/* What a run of a network writes: its memory. */
#include "no_memory.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "net_fixture.h"

/* Each row is as long as one of the weights, padding included, begins on a cache line and is its
 * own. */
static void acts_have_a_row_of_their_own_for_each_layer(void **state)
{
    (void)state;
    for (int s = 0; s < FIXTURE_SHAPES; s++) {
        Net net;
        fixture_net(&net, FIXTURE_HIDDEN[s], 5);
        NetActs acts = acts_for(&net);
        assert_true(net_shape_equal(&acts.shape, &net.shape));
        for (int l = 0; l < net.shape.layers; l++) {
            float *row[2] = {acts.activation[l], acts.delta[l]};
            for (int i = 0; i < 2; i++) {
                assert_int_equal((uintptr_t)row[i] % 64, 0);
                for (int j = 0; j < net.stride[l]; j++) {
                    assert_float_equal(row[i][j], 0, 0); /* nobody has written there */
                    row[i][j] = 1;
                }
            }
        }
        net_acts_free(&acts);
        assert_null(acts.block);
        assert_int_equal(acts.shape.layers, 0);
        net_acts_free(&acts);
        net_free(&net);
    }
    net_acts_free(NULL);
}

static void acts_are_made_anew_for_another_shape_alone(void **state)
{
    (void)state;
    Err err;
    NetActs acts = {0};
    NetShape small = net_shape_default(), large;
    assert_true(net_shape_parse("40,17,8", &large, &err));
    assert_true(net_acts_fit(&acts, &small, &err));
    const float *block = acts.block;
    acts.activation[1][3] = 0.5f;
    assert_true(net_acts_fit(&acts, &small, &err));
    assert_ptr_equal(acts.block, block);
    assert_float_equal(acts.activation[1][3], 0.5f, 0);
    assert_true(net_acts_fit(&acts, &large, &err));
    assert_true(net_shape_equal(&acts.shape, &large));
    assert_non_null(acts.activation[3]);
    assert_float_equal(acts.activation[1][3], 0, 0);
    net_acts_free(&acts);
}

static void where_there_is_no_memory_they_stay_as_they_were(void **state)
{
    (void)state;
    Err err = {0};
    NetActs acts, none;
    NetShape small = net_shape_default(), large;
    assert_true(net_shape_parse("40,17,8", &large, &err));
    assert_true(net_acts_make(&acts, &small, &err));
    NetActs before = acts;
    no_memory = true;
    assert_false(net_acts_fit(&acts, &large, &err));
    assert_string_equal(err.text,
                        "There is not enough memory to run the network; close other programs.");
    assert_int_equal(err.code, ERR_NO_MEMORY);
    assert_memory_equal(&acts, &before, sizeof acts);
    assert_true(net_acts_fit(&acts, &small, &err)); /* none is needed */
    assert_false(net_acts_make(&none, &small, &err));
    no_memory = false;
    assert_null(none.block);
    net_acts_free(&none);
    net_acts_free(&acts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(acts_have_a_row_of_their_own_for_each_layer),
        cmocka_unit_test(acts_are_made_anew_for_another_shape_alone),
        cmocka_unit_test(where_there_is_no_memory_they_stay_as_they_were),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
