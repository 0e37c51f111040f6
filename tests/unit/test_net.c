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
#include <stdlib.h>
#include <string.h>

#include "net_fixture.h"
#include "nn/net.h"

static int compare_floats(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

/* Count, mean and deviation of one layer's draws, times sqrt(n), that is for N(0, 1). */
static void check_draws(const float *draws, int rows, int stride, int width, int n)
{
    double sum = 0, squares = 0;
    float *sorted = malloc(sizeof(float) * (size_t)(rows * width));
    assert_non_null(sorted);
    int count = 0, distinct = 1;
    for (int i = 0; i < rows; i++) {
        for (int j = 0; j < width; j++) {
            float draw = draws[i * stride + j] * sqrtf((float)n);
            sorted[count++] = draw;
            sum += (double)draw;
            squares += (double)(draw * draw);
        }
    }
    qsort(sorted, (size_t)count, sizeof(float), compare_floats);
    for (int i = 1; i < count; i++) {
        distinct += sorted[i] > sorted[i - 1];
    }
    assert_true(distinct >= count - count / 100);
    assert_true(fabs(sum / count) < 4 / sqrt(count));
    assert_true(fabs(squares / count - 1) < 4 * sqrt(2.0 / count));
    free(sorted);
}

static void weights_and_biases_are_independent_draws(void **state)
{
    (void)state;
    Net net, again, other;
    fixture_net(&net, "16,16", 1);
    fixture_net(&again, "16,16", 1);
    fixture_net(&other, "16,16", 2);
    for (int l = 0; l < net.shape.layers; l++) {
        int from = net.shape.size[l], to = net.shape.size[l + 1];
        check_draws(net.weight[l], from, net.stride[l], to, from);
        check_draws(net.bias[l], 1, net.stride[l], to, from);
    }
    assert_memory_equal(net.block, again.block, net.floats * sizeof(float));
    assert_memory_not_equal(net.block, other.block, net.floats * sizeof(float));
    net_free(&net);
    net_free(&again);
    net_free(&other);
}

static void a_net_of_zeros_answers_one_half_everywhere(void **state)
{
    (void)state;
    Net net;
    Image image;
    NetShape shape = net_shape_default();
    fixture_zeros(&net, &shape);
    fixture_image(&image, 8);
    NetActs acts = acts_for(&net);
    net_forward(&net, &image.input, &acts);
    for (int l = 0; l < shape.layers; l++) {
        for (int j = 0; j < shape.size[l + 1]; j++) {
            assert_float_equal(acts.activation[l][j], 0.5f, 0);
        }
    }
    net_acts_free(&acts);
    net_free(&net);
}

static void inputs_are_scaled_to_0_to_1(void **state)
{
    (void)state;
    Net net;
    NetShape shape = net_shape_default();
    fixture_zeros(&net, &shape);
    NetActs acts = acts_for(&net);
    net.weight[0][300 * net.stride[0]] = 1;
    for (int level = 0; level < 256; level++) {
        uint8_t levels[NET_INPUTS] = {0};
        NetInputRoom room;
        levels[300] = (uint8_t)level;
        NetInput input = net_input(levels, &room);
        net_forward(&net, &input, &acts);
        assert_float_equal(acts.activation[0][0], 1 / (1 + expf(-(float)level / 255)), 1e-6);
    }
    net_acts_free(&acts);
    net_free(&net);
}

/* Acts that are NaN all over. */
static NetActs spoilt_acts(const Net *net)
{
    NetActs acts = acts_for(net);
    for (int l = 0; l < net->shape.layers; l++) {
        memset(acts.activation[l], 0xff, sizeof(float) * (size_t)net->stride[l]);
        memset(acts.delta[l], 0xff, sizeof(float) * (size_t)net->stride[l]);
    }
    return acts;
}

/* What is left in `acts` before the run has no say in what the run gives. */
static void the_last_image_never_leaks_into_the_next(void **state)
{
    (void)state;
    for (int s = 0; s < FIXTURE_SHAPES; s++) {
        Net net, clean, used;
        Image image, last;
        fixture_net(&net, FIXTURE_HIDDEN[s], 5);
        fixture_zeros(&clean, &net.shape);
        fixture_zeros(&used, &net.shape);
        fixture_image(&image, 6);
        fixture_image(&last, 60);
        NetActs fresh = acts_for(&net), acts = spoilt_acts(&net);
        net_forward(&net, &last.input, &acts);
        net_backward(&net, &last.input, &acts, 1, NET_COST_CROSS_ENTROPY, &used);
        net_zero(&used);
        net_forward(&net, &image.input, &fresh);
        net_forward(&net, &image.input, &acts);
        net_backward(&net, &image.input, &fresh, 2, NET_COST_CROSS_ENTROPY, &clean);
        net_backward(&net, &image.input, &acts, 2, NET_COST_CROSS_ENTROPY, &used);
        assert_memory_equal(net_outputs(&net, &fresh), net_outputs(&net, &acts),
                            NET_OUTPUTS * sizeof(float));
        assert_memory_equal(clean.block, used.block, net.floats * sizeof(float));
        assert_true(net_is_finite(&used));
        net_acts_free(&fresh);
        net_acts_free(&acts);
        net_free(&net);
        net_free(&clean);
        net_free(&used);
    }
}

static void a_step_shrinks_weights_but_not_biases_and_clears_the_gradient(void **state)
{
    (void)state;
    Net net, old, grad;
    fixture_net(&net, "5,30", 5);
    fixture_net(&old, "5,30", 5);
    fixture_net(&grad, "5,30", 6);
    net_step(&net, &grad, 0.0f, 0.25f);
    for (int l = 0; l < net.shape.layers; l++) {
        assert_float_equal(net.weight[l][3], 0.75f * old.weight[l][3], 1e-7);
        assert_float_equal(net.bias[l][3], old.bias[l][3], 0);
    }
    for (size_t i = 0; i < grad.floats; i++) {
        assert_float_equal(grad.block[i], 0, 0);
    }
    grad.weight[1][2] = 2;
    grad.bias[2][9] = -1;
    float weight = net.weight[1][2], bias = net.bias[2][9];
    net_step(&net, &grad, 0.5f, 0);
    assert_float_equal(net.weight[1][2], weight - 1, 1e-6);
    assert_float_equal(net.bias[2][9], bias + 0.5f, 1e-6);
    net_free(&net);
    net_free(&old);
    net_free(&grad);
}

static void padding_is_zero(const Net *net)
{
    for (int l = 0; l < net->shape.layers; l++) {
        for (int i = 0; i <= net->shape.size[l]; i++) {
            const float *row =
                i < net->shape.size[l] ? net->weight[l] + i * net->stride[l] : net->bias[l];
            for (int j = net->shape.size[l + 1]; j < net->stride[l]; j++) {
                assert_float_equal(row[j], 0, 0);
            }
        }
    }
}

static void padding_stays_zero_while_training(void **state)
{
    (void)state;
    for (int s = 0; s < FIXTURE_SHAPES; s++) {
        Net net, grad;
        fixture_net(&net, FIXTURE_HIDDEN[s], 5);
        fixture_zeros(&grad, &net.shape);
        NetActs acts = spoilt_acts(&net);
        for (int n = 0; n < 20; n++) {
            Image image;
            fixture_image(&image, (uint64_t)n);
            net_forward(&net, &image.input, &acts);
            net_backward(&net, &image.input, &acts, n % 10, NET_COST_CROSS_ENTROPY, &grad);
            padding_is_zero(&grad);
            net_step(&net, &grad, 0.5f, 1e-4f);
        }
        padding_is_zero(&net);
        net_acts_free(&acts);
        net_free(&net);
        net_free(&grad);
    }
}

static void it_learns_ten_images_by_heart(void **state)
{
    (void)state;
    Net net, grad;
    Image images[10];
    fixture_net(&net, "16,16", 5);
    fixture_zeros(&grad, &net.shape);
    NetActs acts = acts_for(&net);
    for (int i = 0; i < 10; i++) {
        fixture_image(&images[i], (uint64_t)i);
    }
    for (int n = 0; n < 3000; n++) {
        net_forward(&net, &images[n % 10].input, &acts);
        net_backward(&net, &images[n % 10].input, &acts, n % 10, NET_COST_CROSS_ENTROPY, &grad);
        net_step(&net, &grad, 0.3f, 0);
    }
    for (int i = 0; i < 10; i++) {
        net_forward(&net, &images[i].input, &acts);
        assert_int_equal(net_answer(net_outputs(&net, &acts)), i);
    }
    net_acts_free(&acts);
    net_free(&net);
    net_free(&grad);
}

static void the_input_lists_the_cells_that_have_ink(void **state)
{
    (void)state;
    uint8_t level[NET_INPUTS] = {0};
    NetInputRoom room;
    assert_int_equal(net_input(level, &room).count, 0);
    level[0] = 7;
    level[783] = 255;
    NetInput input = net_input(level, &room);
    assert_int_equal(input.count, 2);
    assert_int_equal(input.cell[0], 0);
    assert_int_equal(input.level[0], 7);
    assert_int_equal(input.cell[1], 783);
    assert_int_equal(input.level[1], 255);
    memset(level, 1, sizeof level);
    assert_int_equal(net_input(level, &room).count, NET_INPUTS);
}

static void shapes_parse_and_print(void **state)
{
    (void)state;
    Err err;
    NetShape shape, standard = net_shape_default();
    char text[64];
    assert_true(net_shape_parse("16,16", &shape, &err));
    assert_true(net_shape_equal(&shape, &standard));
    assert_int_equal(net_shape_parameters(&shape), 13002);
    assert_true(net_shape_parse("1,512,30,4", &shape, &err));
    assert_false(net_shape_equal(&shape, &standard));
    net_shape_print(&shape, text, sizeof text);
    assert_string_equal(text, "784-1-512-30-4-10");
    net_shape_print(&shape, text, 8);
    assert_string_equal(text, "784-1-5");
    static const char *const WRONG[] = {
        "",   ",",   "16,", ",16", "0",  "513",       "16,,16",      "16 16", "16x16",
        "-1", "1.5", "+3",  " 3",  "3 ", "1,1,1,1,1", "99999999999", "00016"};
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        err.text[0] = 0;
        assert_false(net_shape_parse(WRONG[i], &shape, &err));
        assert_non_null(strstr(err.text, WRONG[i]));
        assert_true(strlen(err.text) > 20);
        assert_int_equal(err.code, ERR_VALUE);
    }
    assert_false(net_shape_parse("16\n", &shape, &err));
    assert_non_null(strstr(err.text, "16?")); /* a sentence is one line */
}

static void costs_have_names(void **state)
{
    (void)state;
    NetCost cost = NET_COST_SQUARED;
    assert_true(net_cost_parse(net_cost_name(NET_COST_CROSS_ENTROPY), &cost));
    assert_int_equal(cost, NET_COST_CROSS_ENTROPY);
    assert_true(net_cost_parse("squared", &cost));
    assert_int_equal(cost, NET_COST_SQUARED);
    assert_false(net_cost_parse("Squared", &cost));
    assert_false(net_cost_parse("", &cost));
}

static void the_cost_of_a_hopeless_answer_is_finite(void **state)
{
    (void)state;
    float outputs[NET_OUTPUTS] = {1};
    assert_float_equal(net_cost(outputs, 0, NET_COST_CROSS_ENTROPY), 0, 0);
    assert_float_equal(net_cost(outputs, 0, NET_COST_SQUARED), 0, 0);
    assert_float_equal(net_cost(outputs, 1, NET_COST_CROSS_ENTROPY), 200, 1e-9);
    assert_float_equal(net_cost(outputs, 1, NET_COST_SQUARED), 2, 1e-9);
}

static void the_lowest_of_equal_answers_wins(void **state)
{
    (void)state;
    float outputs[NET_OUTPUTS] = {0.1f, 0.2f, 0.9f, 0.3f, 0.9f};
    assert_int_equal(net_answer(outputs), 2);
    outputs[9] = 0.95f;
    assert_int_equal(net_answer(outputs), 9);
}

static void a_copy_is_equal_and_apart(void **state)
{
    (void)state;
    Net net, copy;
    fixture_net(&net, "30", 5);
    fixture_zeros(&copy, &net.shape);
    net_copy(&copy, &net);
    assert_memory_equal(net.block, copy.block, net.floats * sizeof(float));
    net.weight[0][0] += 1;
    assert_true(net.weight[0][0] > copy.weight[0][0]);
    net_free(&net);
    net_free(&net);
    net_free(NULL);
    assert_null(net.block);
    net_free(&copy);
}

static void a_weight_that_is_no_number_is_found(void **state)
{
    (void)state;
    Net net;
    fixture_net(&net, "16,16", 5);
    assert_true(net_is_finite(&net));
    net.bias[2][9] = NAN;
    assert_false(net_is_finite(&net));
    net_free(&net);
}

static void filled_weights_are_all_the_same_and_rows_stay_padded(void **state)
{
    (void)state;
    Net net;
    fixture_net(&net, "5,7", 3);
    net_fill(&net, 0.25f);
    int filled = 0;
    for (size_t i = 0; i < net.floats; i++) {
        assert_true(net.block[i] == 0.25f || net.block[i] == 0.0f);
        filled += net.block[i] == 0.25f;
    }
    assert_int_equal(filled, net_shape_parameters(&net.shape));
    for (int l = 0; l < net.shape.layers; l++) {
        assert_float_equal(net.bias[l][net.shape.size[l + 1] - 1], 0.25f, 0);
        assert_float_equal(net.bias[l][net.shape.size[l + 1]], 0.0f, 0);
    }
    net_free(&net);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(filled_weights_are_all_the_same_and_rows_stay_padded),
        cmocka_unit_test(weights_and_biases_are_independent_draws),
        cmocka_unit_test(a_net_of_zeros_answers_one_half_everywhere),
        cmocka_unit_test(inputs_are_scaled_to_0_to_1),
        cmocka_unit_test(the_last_image_never_leaks_into_the_next),
        cmocka_unit_test(a_step_shrinks_weights_but_not_biases_and_clears_the_gradient),
        cmocka_unit_test(padding_stays_zero_while_training),
        cmocka_unit_test(it_learns_ten_images_by_heart),
        cmocka_unit_test(the_input_lists_the_cells_that_have_ink),
        cmocka_unit_test(shapes_parse_and_print),
        cmocka_unit_test(costs_have_names),
        cmocka_unit_test(the_cost_of_a_hopeless_answer_is_finite),
        cmocka_unit_test(the_lowest_of_equal_answers_wins),
        cmocka_unit_test(a_copy_is_equal_and_apart),
        cmocka_unit_test(a_weight_that_is_no_number_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
