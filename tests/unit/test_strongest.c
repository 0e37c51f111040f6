/* The images that fire a neuron most, against a plain look at all of them. */
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
#include "train/strongest.h"

enum { IMAGES = 60, COPIES = 20 };

typedef struct Case {
    Net net;
    NetActs acts;
    Dataset data; /* the first COPIES images once more at its end */
} Case;

static int make_case(void **state)
{
    uint8_t level[(IMAGES + COPIES) * NET_INPUTS], label[IMAGES + COPIES];
    Case *c = calloc(1, sizeof *c);
    Err err;
    assert_non_null(c);
    for (int i = 0; i < IMAGES + COPIES; i++) {
        Image image;
        fixture_image(&image, 100 + (uint64_t)(i % IMAGES));
        memcpy(level + i * NET_INPUTS, image.level, NET_INPUTS);
        label[i] = (uint8_t)(i % 10);
    }
    assert_true(dataset_make(&c->data, IMAGES + COPIES, level, label, &err));
    fixture_net(&c->net, "16,16", 9);
    c->acts = acts_for(&c->net);
    *state = c;
    return 0;
}

static int free_case(void **state)
{
    Case *c = *state;
    net_acts_free(&c->acts);
    net_free(&c->net);
    dataset_free(&c->data);
    free(c);
    return 0;
}

static float activation_of(Case *c, int layer, int neuron, int image)
{
    NetInput input = dataset_input(&c->data, image);
    net_forward(&c->net, &input, &c->acts);
    return c->acts.activation[layer][neuron];
}

static void check(Case *c, const Strongest *found)
{
    assert_int_equal(found->count, STRONGEST_IMAGES);
    bool listed[IMAGES] = {false};
    for (int i = 0; i < found->count; i++) {
        const StrongestImage *best = &found->best[i];
        float a = activation_of(c, found->layer, found->neuron, best->image);
        assert_true(fabs(1.0 / (1.0 + exp(-best->z)) - (double)a) < 1e-6);
        assert_true(i == 0 || best->z <= found->best[i - 1].z);
        assert_false(listed[best->image % IMAGES]); /* copies count once */
        listed[best->image % IMAGES] = true;
    }
    float least =
        activation_of(c, found->layer, found->neuron, found->best[STRONGEST_IMAGES - 1].image);
    for (int i = 0; i < IMAGES; i++) {
        assert_true(listed[i] || activation_of(c, found->layer, found->neuron, i) <= least);
    }
}

static void all_images_are_looked_at_in_parts(void **state)
{
    Case *c = *state;
    for (int layer = 0; layer < 3; layer++) {
        Strongest strongest;
        strongest_begin(&strongest, layer, 4);
        int calls = 1;
        for (; !strongest_go_on(&strongest, &c->net, &c->data, 7, &c->acts); calls++) {
            assert_int_equal(strongest.looked, 7 * calls);
        }
        assert_int_equal(calls, (IMAGES + COPIES + 6) / 7);
        assert_int_equal(strongest.looked, IMAGES + COPIES);
        check(c, &strongest);
    }
}

static void fewer_images_than_places_are_all_found(void **state)
{
    Case *c = *state;
    Err err;
    Dataset few;
    Strongest strongest;
    assert_true(dataset_part(&few, &c->data, 0, 3, &err));
    strongest_begin(&strongest, 1, 2);
    assert_true(strongest_go_on(&strongest, &c->net, &few, 1000, &c->acts));
    assert_int_equal(strongest.count, 3);
    dataset_free(&few);
}

static void of_images_that_fire_it_alike_the_first_are_found(void **state)
{
    Case *c = *state;
    Strongest strongest;
    net_zero(&c->net);
    strongest_begin(&strongest, 2, 0);
    strongest_go_on(&strongest, &c->net, &c->data, IMAGES + COPIES, &c->acts);
    for (int i = 0; i < STRONGEST_IMAGES; i++) {
        assert_int_equal(strongest.best[i].image, i);
    }
}

static void other_weights_are_measured_anew(void **state)
{
    Case *c = *state;
    Strongest strongest;
    strongest_begin(&strongest, 1, 2);
    strongest_go_on(&strongest, &c->net, &c->data, IMAGES, &c->acts);
    Strongest before = strongest;
    for (int i = 0; i < 16; i++) {
        c->net.weight[1][i * c->net.stride[1] + 2] *= -1.0f;
    }
    strongest_measure(&strongest, &c->net, &c->data, &c->acts);
    assert_int_equal(strongest.count, before.count);
    for (int i = 0; i < strongest.count; i++) {
        float a = activation_of(c, 1, 2, strongest.best[i].image);
        assert_true(fabs(1.0 / (1.0 + exp(-strongest.best[i].z)) - (double)a) < 1e-6);
        assert_true(i == 0 || strongest.best[i].z <= strongest.best[i - 1].z);
    }
    assert_int_not_equal(strongest.best[0].image, before.best[0].image);
}

#define CASE_TEST(name) cmocka_unit_test_setup_teardown(name, make_case, free_case)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(all_images_are_looked_at_in_parts),
        CASE_TEST(fewer_images_than_places_are_all_found),
        CASE_TEST(of_images_that_fire_it_alike_the_first_are_found),
        CASE_TEST(other_weights_are_measured_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
