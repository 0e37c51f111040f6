/* The cost along a line through the weights: against net_cost(), and its slope against finite
 * differences. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <string.h>

#include "lab/slope.h"
#include "net_fixture.h"

enum { IMAGES = 70 };

/* Random images, half of which are of digits that they are said to be. */
static void make_data(Dataset *data)
{
    static uint8_t level[IMAGES][NET_INPUTS];
    uint8_t label[IMAGES];
    Err err;
    for (int i = 0; i < IMAGES; i++) {
        Image image;
        fixture_image(&image, (uint64_t)(100 + i));
        memcpy(level[i], image.level, NET_INPUTS);
        label[i] = (uint8_t)(i % NET_OUTPUTS);
    }
    assert_true(dataset_make(data, IMAGES, level[0], label, &err));
}

static void begin(Slope *slope, Net *net, const char *hidden, NetCost kind)
{
    Dataset data;
    Err err;
    fixture_net(net, hidden, 3);
    make_data(&data);
    assert_true(slope_make(slope, net, &data, IMAGES, kind, &err));
    dataset_free(&data); /* it has copies */
}

static double measure(Slope *slope, double place, bool with_gradient)
{
    int calls = 1;
    slope_begin(slope, place, NULL, 0, with_gradient);
    while (slope_goes_on(slope)) {
        calls++;
    }
    assert_true(calls > 1); /* a part a call */
    return slope->cost;
}

/* The mean cost of all images, by the network's own functions. */
static double reference(const Net *net, const Slope *slope)
{
    NetActs acts = acts_for(net);
    double sum = 0.0;
    for (int i = 0; i < IMAGES; i++) {
        NetInput input = dataset_input(&slope->data, i);
        net_forward(net, &input, &acts);
        sum += net_cost(net_outputs(net, &acts), slope->data.label[i], slope->kind);
    }
    net_acts_free(&acts);
    return sum / IMAGES;
}

static void the_cost_is_that_of_the_moved_network(void **state)
{
    (void)state;
    for (int kind = 0; kind < 2; kind++) {
        Slope slope;
        Net net;
        begin(&slope, &net, "16,16", (NetCost)kind);
        Component weight = {.layer = 1, .from = 4, .to = 7};
        slope_along(&slope, &weight);
        double before = measure(&slope, 0.0, false);
        assert_true(fabs(before - reference(&net, &slope)) < 1e-5);
        float *moved = &net.weight[1][4 * net.stride[1] + 7];
        assert_true(fabs(slope_value(&slope, &weight) - (double)*moved) < 1e-7);
        *moved += 2.5f;
        double after = measure(&slope, 2.5, false);
        assert_true(fabs(after - reference(&net, &slope)) < 1e-5);
        assert_true(fabs(after - before) > 1e-4);
        assert_true(fabs(after - measure(&slope, 2.5, true)) < 1e-5);
        Component bias = {.layer = 2, .from = COMPONENT_BIAS, .to = 3};
        *moved -= 2.5f;
        slope_along(&slope, &bias);
        net.bias[2][3] -= 1.0f;
        assert_true(fabs(measure(&slope, -1.0, false) - reference(&net, &slope)) < 1e-5);
        slope_free(&slope);
        net_free(&net);
    }
}

static void the_slope_is_that_of_the_curve(void **state)
{
    static const double PLACE[] = {-3.0, -0.4, 0.0, 1.1, 4.0}, STEP = 0.02;
    double steepest = 0.0;
    (void)state;
    for (int s = 0; s < FIXTURE_SHAPES; s++) {
        for (int way = 0; way < 3; way++) {
            Slope slope;
            Net net;
            begin(&slope, &net, FIXTURE_HIDDEN[s],
                  way % 2 ? NET_COST_SQUARED : NET_COST_CROSS_ENTROPY);
            Component last = {
                .layer = net.shape.layers - 1, .from = way ? COMPONENT_BIAS : 0, .to = 2};
            slope_along(&slope, &last);
            if (way == 2) {
                measure(&slope, 0.0, true);
                assert_true(slope_uphill(&slope, &slope.gradient));
            }
            for (int i = 0; i < 5; i++) {
                measure(&slope, PLACE[i], true);
                double found = slope.slope;
                double rise = (measure(&slope, PLACE[i] + STEP, false) -
                               measure(&slope, PLACE[i] - STEP, false)) /
                              (2.0 * STEP);
                assert_true(fabs(found - rise) < 1e-3 + 5e-3 * fabs(found));
                steepest = fmax(steepest, fabs(found));
            }
            slope_free(&slope);
            net_free(&net);
        }
    }
    assert_true(steepest > 0.1); /* else nothing was checked */
}

static void uphill_is_as_steep_as_the_gradient_is_long(void **state)
{
    Slope slope;
    Net net, gradient;
    Err err;
    (void)state;
    begin(&slope, &net, "16,16", NET_COST_SQUARED);
    Component any = {.layer = 0, .from = 300, .to = 2};
    slope_along(&slope, &any);
    measure(&slope, 0.0, true);
    assert_true(net_make(&gradient, &net.shape, &err));
    net_copy(&gradient, &slope.gradient);
    double squares = 0.0;
    for (size_t i = 0; i < gradient.floats; i++) {
        squares += pow((double)gradient.block[i], 2.0);
    }
    assert_true(slope_uphill(&slope, &gradient));
    measure(&slope, 0.0, true);
    assert_true(squares > 1e-4);
    assert_true(fabs(slope.slope - sqrt(squares)) < 1e-4);
    assert_true(fabs(slope_value(&slope, &any) - (double)net.weight[0][300 * net.stride[0] + 2]) <
                1e-7);
    net_zero(&gradient);
    assert_false(slope_uphill(&slope, &gradient));
    net_free(&gradient);
    slope_free(&slope);
    net_free(&net);
}

/* Minibatches that are all images together have the gradient of all, on average. */
static void minibatches_say_on_average_what_all_images_say(void **state)
{
    Slope slope;
    Net net;
    int image[IMAGES];
    double sum = 0.0, cost = 0.0, apart = 0.0;
    (void)state;
    begin(&slope, &net, "16,16", NET_COST_SQUARED);
    Component bias = {.layer = 2, .from = COMPONENT_BIAS, .to = 5};
    slope_along(&slope, &bias);
    for (int i = 0; i < IMAGES; i++) {
        image[i] = (i * 27) % IMAGES; /* each of them once */
    }
    measure(&slope, 0.7, true);
    double all = slope.slope, all_cost = slope.cost;
    for (int i = 0; i < IMAGES; i += 10) {
        slope_begin(&slope, 0.7, image + i, 10, true);
        while (slope_goes_on(&slope)) {
        }
        sum += slope.slope * 10.0 / IMAGES;
        cost += slope.cost * 10.0 / IMAGES;
        apart = fmax(apart, fabs(slope.slope - all));
        double with_gradient = slope.cost;
        slope_begin(&slope, 0.7, image + i, 10, false);
        while (slope_goes_on(&slope)) {
        }
        assert_true(fabs(slope.cost - with_gradient) < 1e-5);
    }
    assert_true(fabs(sum - all) < 1e-5 && fabs(cost - all_cost) < 1e-5);
    assert_true(apart > 1e-4); /* each of them says something else */
    slope_free(&slope);
    net_free(&net);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cost_is_that_of_the_moved_network),
        cmocka_unit_test(the_slope_is_that_of_the_curve),
        cmocka_unit_test(uphill_is_as_steep_as_the_gradient_is_long),
        cmocka_unit_test(minibatches_say_on_average_what_all_images_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
