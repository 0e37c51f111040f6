/* The fast way through a minibatch against the reference: one image after another. */
#include "nn/batch.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <string.h>

enum { IMAGES = 300 };

/* Images and labels at random. */
typedef struct Images {
    NetInputRoom room[IMAGES];
    NetInput input[IMAGES];
    uint8_t label[IMAGES];
} Images;

static void make_images(Images *images)
{
    Rng rng;
    rng_init(&rng, 1);
    for (int n = 0; n < IMAGES; n++) {
        uint8_t level[NET_INPUTS];
        for (int i = 0; i < NET_INPUTS; i++) {
            level[i] = rng_below(&rng, 5) ? 0 : (uint8_t)(1 + rng_below(&rng, 255));
        }
        images->input[n] = net_input(level, &images->room[n]);
        images->label[n] = (uint8_t)rng_below(&rng, NET_NO_DIGIT + 1);
    }
}

static void make_net(Net *net, const char *hidden)
{
    Err err;
    NetShape shape;
    Rng rng;
    assert_true(net_shape_parse(hidden, &shape, &err));
    assert_true(net_make(net, &shape, &err));
    rng_init(&rng, 2);
    net_randomise(net, &rng);
}

/* Two networks that start the same and are trained in two ways. */
typedef struct Pair {
    Net fast, plain, grad;
    Batch batch;
    NetActs acts;
    double fast_cost, plain_cost;
} Pair;

static void make_pair(Pair *pair, const char *hidden, int images)
{
    Err err;
    make_net(&pair->fast, hidden);
    make_net(&pair->plain, hidden);
    make_net(&pair->grad, hidden);
    net_zero(&pair->grad);
    assert_true(batch_make(&pair->batch, &pair->fast, images, &err));
    assert_true(net_acts_make(&pair->acts, &pair->fast.shape, &err));
    pair->fast_cost = pair->plain_cost = 0;
}

static void free_pair(Pair *pair)
{
    net_free(&pair->fast);
    net_free(&pair->plain);
    net_free(&pair->grad);
    batch_free(&pair->batch);
    net_acts_free(&pair->acts);
}

/* One step on images first..first+count-1, in both ways. */
static void step_both(Pair *pair, const Images *images, int first, int count, NetCost cost)
{
    static const float RATE = 0.5f, DECAY = 1e-3f;
    const NetInput *input = images->input + first;
    const uint8_t *label = images->label + first;
    batch_forward(&pair->fast, input, count, &pair->batch);
    pair->fast_cost += batch_cost(&pair->fast, &pair->batch, label, count, cost);
    batch_step(&pair->fast, input, label, count, cost, RATE, 1, DECAY, &pair->batch);
    for (int i = 0; i < count; i++) {
        net_forward(&pair->plain, &input[i], &pair->acts);
        pair->plain_cost += net_cost(net_outputs(&pair->plain, &pair->acts), label[i], cost);
        net_backward(&pair->plain, &input[i], &pair->acts, label[i], cost, &pair->grad);
    }
    net_step(&pair->plain, &pair->grad, RATE / (float)count, DECAY);
}

/* The length of a - b, as a share of that of b. */
static double difference(const float *a, const float *b, size_t floats)
{
    double between = 0, size = 0;
    for (size_t i = 0; i < floats; i++) {
        between += ((double)a[i] - (double)b[i]) * ((double)a[i] - (double)b[i]);
        size += (double)b[i] * (double)b[i];
    }
    assert_true(size > 0);
    return sqrt(between / size);
}

/* An epoch in minibatches, the last one short. */
static void check_epoch(const char *hidden, int minibatch, NetCost cost)
{
    Images images;
    Pair pair;
    make_images(&images);
    make_pair(&pair, hidden, minibatch);
    for (int first = 0; first < IMAGES; first += minibatch) {
        int left = IMAGES - first;
        step_both(&pair, &images, first, left < minibatch ? left : minibatch, cost);
    }
    for (int l = 0; l < pair.fast.shape.layers; l++) {
        const Net *fast = &pair.fast, *plain = &pair.plain;
        size_t weights = (size_t)(fast->shape.size[l] * fast->stride[l]);
        assert_true(difference(fast->weight[l], plain->weight[l], weights) < 1e-5);
        assert_true(difference(fast->bias[l], plain->bias[l], (size_t)fast->stride[l]) < 1e-5);
    }
    assert_true(fabs(pair.fast_cost / pair.plain_cost - 1) < 1e-5);
    free_pair(&pair);
}

static void an_epoch_ends_where_the_reference_does(void **state)
{
    (void)state;
    static const char *const HIDDEN[] = {"16,16", "30", "1", "5,7,9,11", "128,64", "40,17"};
    static const int MINIBATCHES[] = {1, 7, 12, 50, 61, 300};
    for (size_t h = 0; h < sizeof HIDDEN / sizeof *HIDDEN; h++) {
        for (size_t m = 0; m < sizeof MINIBATCHES / sizeof *MINIBATCHES; m++) {
            check_epoch(HIDDEN[h], MINIBATCHES[m], NET_COST_SQUARED);
            check_epoch(HIDDEN[h], MINIBATCHES[m], NET_COST_CROSS_ENTROPY);
        }
    }
}

/* The other layers step as they would without. */
static void the_first_layer_follows_its_gradient_at_its_part_of_the_rate(void **state)
{
    (void)state;
    enum { COUNT = 50 };
    static const float PART = 0.25f;
    Images images;
    Pair part, whole;
    make_images(&images);
    make_pair(&part, "16,16", COUNT);
    make_pair(&whole, "16,16", COUNT);
    batch_forward(&part.fast, images.input, COUNT, &part.batch);
    batch_step(&part.fast, images.input, images.label, COUNT, NET_COST_SQUARED, 1, PART, 0,
               &part.batch);
    batch_forward(&whole.fast, images.input, COUNT, &whole.batch);
    batch_step(&whole.fast, images.input, images.label, COUNT, NET_COST_SQUARED, 1, 1, 0,
               &whole.batch);
    size_t other = (size_t)(part.fast.weight[1] - part.fast.block);
    for (size_t i = 0; i < other; i++) {
        float first = part.plain.block[i]; /* as both began */
        part.fast.block[i] = first + (part.fast.block[i] - first) / PART;
    }
    for (int j = 0; j < part.fast.stride[0]; j++) {
        float first = part.plain.bias[0][j];
        part.fast.bias[0][j] = first + (part.fast.bias[0][j] - first) / PART;
    }
    for (size_t i = 0; i < part.fast.floats; i++) {
        assert_float_equal(part.fast.block[i], whole.fast.block[i], 1e-6f);
    }
    assert_true(difference(whole.fast.block, whole.plain.block, other) > 1e-4);
    free_pair(&part);
    free_pair(&whole);
}

static void outputs_do_not_depend_on_an_image_s_neighbours(void **state)
{
    (void)state;
    Images images;
    Pair pair;
    make_images(&images);
    make_pair(&pair, "16,16", 60);
    batch_forward(&pair.fast, images.input, 55, &pair.batch);
    for (int i = 0; i < 55; i++) {
        net_forward(&pair.plain, &images.input[i], &pair.acts);
        assert_memory_equal(batch_outputs(&pair.fast, &pair.batch, i),
                            net_outputs(&pair.plain, &pair.acts), NET_OUTPUTS * sizeof(float));
    }
    free_pair(&pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_epoch_ends_where_the_reference_does),
        cmocka_unit_test(the_first_layer_follows_its_gradient_at_its_part_of_the_rate),
        cmocka_unit_test(outputs_do_not_depend_on_an_image_s_neighbours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
