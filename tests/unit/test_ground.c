/* The ground of the cost: every height is what the core measures for that network. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>

#include "nn/ground.h"

enum { IMAGES = 150 }; /* more than are worked on at once, and no multiple of that */

typedef struct Images {
    uint8_t level[IMAGES][NET_INPUTS], label[IMAGES];
} Images;

static void fill(Images *images)
{
    Rng rng;
    rng_init(&rng, 77);
    for (int i = 0; i < IMAGES; i++) {
        images->label[i] = (uint8_t)rng_below(&rng, NET_OUTPUTS + 1); /* no digit among them */
        for (int k = 0; k < NET_INPUTS; k++) {
            images->level[i][k] = (uint8_t)(rng_below(&rng, 4) ? 0 : rng_below(&rng, 256));
        }
    }
}

static Net random_net(const NetShape *shape, uint64_t seed)
{
    Net net;
    Err err;
    Rng rng;
    rng_init(&rng, seed);
    assert_true(net_make(&net, shape, &err));
    net_randomise(&net, &rng);
    return net;
}

/* One after another, as gradient descent is written down. */
static double measured(const Net *net, const Images *images, NetCost cost)
{
    Err err;
    NetActs acts;
    double sum = 0.0;
    assert_true(net_acts_make(&acts, &net->shape, &err));
    for (int i = 0; i < IMAGES; i++) {
        sum += net_cost(net_forward_levels(net, images->level[i], &acts), images->label[i], cost);
    }
    net_acts_free(&acts);
    return sum / IMAGES;
}

static void check(const NetShape *shape, NetCost cost, const Images *images)
{
    static const double PLACE[][2] = {{0, 0}, {-6, 2.5}, {11, -9}, {40, 30}, {0, -0.01}};
    Err err;
    Plane plane;
    Ground ground;
    GroundRoom room;
    NetInputRoom input_room;
    Net origin = random_net(shape, 1), a = random_net(shape, 2), b = random_net(shape, 3);
    Net net = random_net(shape, 0);
    assert_true(plane_make(&plane, &origin, &err));
    assert_true(plane_lead(&plane, 0, &a) && plane_lead(&plane, 1, &b));
    assert_true(ground_make(&ground, &plane, IMAGES, cost, &err));
    assert_true(ground_room_make(&room, shape, &err));
    for (int i = 0; i < IMAGES; i++) {
        NetInput input = net_input(images->level[i], &input_room);
        ground_add(&ground, &input, images->label[i]);
    }
    for (size_t i = 0; i < sizeof PLACE / sizeof PLACE[0]; i++) {
        plane_net(&plane, PLACE[i], &net);
        double expected = measured(&net, images, cost);
        double got = ground_height(&ground, &room, PLACE[i]);
        if (!(fabs(got - expected) <= 1e-5 * (1.0 + expected))) {
            fail_msg("%.9g, expected %.9g", got, expected);
        }
    }
    ground_room_free(&room);
    ground_free(&ground);
    plane_free(&plane);
    net_free(&origin);
    net_free(&a);
    net_free(&b);
    net_free(&net);
}

static void every_height_is_what_is_measured(void **state)
{
    static const NetShape SHAPE[] = {
        {3, {784, 16, 16, 10}}, {2, {784, 9, 10}}, {3, {784, 130, 40, 10}}};
    static Images images;
    (void)state;
    fill(&images);
    for (size_t i = 0; i < sizeof SHAPE / sizeof SHAPE[0]; i++) {
        check(&SHAPE[i], NET_COST_SQUARED, &images);
        check(&SHAPE[i], NET_COST_CROSS_ENTROPY, &images);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_height_is_what_is_measured),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
