/* The steps that are shown against training: one image, and a minibatch. */
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
#include "nn/nudge.h"
#include "train/sgd.h"

enum { IMAGES = 8 };

static const float RATE = 0.7f;

/* A network, and the same trained on all images at once. */
typedef struct Trained {
    Net net, trained;
    Image image[IMAGES];
    uint8_t label[IMAGES];
} Trained;

static void train(Trained *t, int images, NetCost cost)
{
    Err err;
    Rng rng;
    Dataset data;
    SgdRoom room;
    Score score = {0};
    int order[IMAGES];
    uint8_t level[IMAGES][NET_INPUTS];
    fixture_net(&t->net, "16,16", 3);
    fixture_net(&t->trained, "16,16", 3);
    rng_init(&rng, 1);
    for (int i = 0; i < images; i++) {
        fixture_image(&t->image[i], 40 + (uint64_t)i);
        memcpy(level[i], t->image[i].level, NET_INPUTS);
        t->label[i] = (uint8_t)((3 * i + 1) % (NET_NO_DIGIT + 1));
        order[i] = i;
    }
    TrainConfig config = train_config_default();
    config.minibatch = images;
    config.cost = cost;
    config.first_layer = 1;
    config.decay = 0;
    config.augment = (Augment){0};
    assert_true(dataset_make(&data, images, level[0], t->label, &err));
    assert_true(sgd_room_make(&room, &t->net, images, &err));
    sgd_train(&t->trained, &room, &data, order, images, &config, RATE, &rng, &score, NULL);
    sgd_room_free(&room);
    dataset_free(&data);
}

static void assert_equals_training(Trained *t)
{
    double moved = 0;
    for (size_t i = 0; i < t->net.floats; i++) {
        float stepped = t->net.block[i], trained = t->trained.block[i];
        assert_true(fabsf(stepped - trained) <= 2e-6f * fmaxf(1.0f, fabsf(trained)));
    }
    Net before;
    fixture_net(&before, "16,16", 3);
    for (size_t i = 0; i < t->net.floats; i++) {
        moved += fabs((double)t->net.block[i] - (double)before.block[i]);
    }
    assert_true(moved > 0.1);
    net_free(&before);
    net_free(&t->net);
    net_free(&t->trained);
}

static void a_step_is_training_with_a_minibatch_of_one(void **state)
{
    (void)state;
    for (int cost = 0; cost < 2; cost++) {
        Trained t;
        Nudge nudge;
        Err err;
        train(&t, 1, (NetCost)cost);
        assert_true(nudge_make(&nudge, &t.net.shape, &err));
        nudge_image(&nudge, &t.net, &t.image[0].input, t.label[0], (NetCost)cost);
        net_step(&t.net, &nudge.grad, RATE, 0);
        nudge_free(&nudge);
        assert_equals_training(&t);
    }
}

static void the_average_of_the_wishes_is_the_gradient_of_the_minibatch(void **state)
{
    (void)state;
    for (int cost = 0; cost < 2; cost++) {
        Trained t;
        Nudge nudge[IMAGES];
        Net mean;
        Err err;
        train(&t, IMAGES, (NetCost)cost);
        fixture_zeros(&mean, &t.net.shape);
        for (int i = 0; i < IMAGES; i++) {
            assert_true(nudge_make(&nudge[i], &t.net.shape, &err));
            nudge_image(&nudge[i], &t.net, &t.image[i].input, t.label[i], (NetCost)cost);
            nudge_add(&mean, &nudge[i], IMAGES);
        }
        net_step(&t.net, &mean, RATE, 0);
        for (int i = 0; i < IMAGES; i++) {
            nudge_free(&nudge[i]);
        }
        net_free(&mean);
        assert_equals_training(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_step_is_training_with_a_minibatch_of_one),
        cmocka_unit_test(the_average_of_the_wishes_is_the_gradient_of_the_minibatch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
