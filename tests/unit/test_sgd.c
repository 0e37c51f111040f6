/* The order of the images, and minibatch gradient descent. */
#include "train/sgd.h"

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

#include "digits.h"

static void a_shuffle_has_every_image_once(void **state)
{
    (void)state;
    const int sizes[] = {1, 2, 499, 500, 501, 1234, 5000};
    Rng rng;
    rng_init(&rng, 1);
    for (int s = 0; s < 7; s++) {
        int images = sizes[s], order[5000];
        bool seen[5000] = {false};
        sgd_shuffle(order, images, &rng);
        for (int i = 0; i < images; i++) {
            assert_in_range(order[i], 0, images - 1);
            assert_false(seen[order[i]]);
            seen[order[i]] = true;
        }
    }
}

static void every_shuffle_is_new_and_depends_on_the_seed_alone(void **state)
{
    (void)state;
    int first[1234], second[1234], again[1234];
    Rng rng;
    rng_init(&rng, 7);
    sgd_shuffle(first, 1234, &rng);
    sgd_shuffle(second, 1234, &rng);
    rng_init(&rng, 7);
    sgd_shuffle(again, 1234, &rng);
    assert_memory_equal(first, again, sizeof first);
    assert_memory_not_equal(first, second, sizeof first);
}

static void a_shuffle_mixes_and_yet_keeps_neighbours_near(void **state)
{
    (void)state;
    enum { IMAGES = 5000, BLOCK = 500 };
    int order[IMAGES], in_place = 0, blocks_in_place = 0, blocks_as_stored = 0;
    Rng rng;
    rng_init(&rng, 3);
    sgd_shuffle(order, IMAGES, &rng);
    for (int first = 0; first < IMAGES; first += BLOCK) {
        int spread = 0; /* images of the block that lie far from its first one */
        int lowest = order[first];
        for (int i = first; i < first + BLOCK; i++) {
            int away = abs(order[i] - order[first]);
            spread += away >= BLOCK && away <= IMAGES - BLOCK;
            lowest = order[i] < lowest ? order[i] : lowest;
            in_place += i > first && order[i] == order[i - 1] + 1;
        }
        assert_int_equal(spread, 0);
        blocks_as_stored += lowest % BLOCK == 0;
        int gap = first == 0 ? 0 : order[first] - order[first - BLOCK];
        blocks_in_place += gap > 0 && gap < 2 * BLOCK;
    }
    assert_true(in_place < 50);
    assert_true(blocks_as_stored <= 1); /* the one that goes round the end has image 0 */
    assert_true(blocks_in_place < 6);
}

/* Ten digits and a small network. */
typedef struct Lesson {
    Dataset data;
    Net net;
    SgdRoom room;
    TrainConfig config;
    Rng rng;
    Score score;
} Lesson;

static int set_up(void **state)
{
    Err err;
    Lesson *lesson = calloc(1, sizeof *lesson);
    assert_non_null(lesson);
    digits_make(&lesson->data, 12, 5);
    digits_net(&lesson->net, "8", 6);
    assert_true(sgd_room_make(&lesson->room, &lesson->net, 5, &err));
    lesson->config = digits_config();
    lesson->config.minibatch = 5;
    lesson->config.decay = 0.01f;
    *state = lesson;
    return 0;
}

static int tear_down(void **state)
{
    Lesson *lesson = *state;
    dataset_free(&lesson->data);
    net_free(&lesson->net);
    sgd_room_free(&lesson->room);
    free(lesson);
    return 0;
}

static void the_first_layer_learns_at_its_part_of_the_rate(void **state)
{
    Lesson *l = *state;
    const int order[5] = {11, 2, 3, 8, 0};
    float first = l->net.bias[0][0], last = l->net.bias[1][0];
    l->config.first_layer = 1e-6f;
    sgd_train(&l->net, &l->room, &l->data, order, 5, &l->config, 0.3f, &l->rng, &l->score, NULL);
    assert_float_equal(l->net.bias[0][0], first, 1e-6f);
    assert_true(fabsf(l->net.bias[1][0] - last) > 1e-3f);
}

static void a_minibatch_is_one_step_along_its_mean_gradient(void **state)
{
    Lesson *l = *state;
    const int order[7] = {11, 2, 3, 8, 0, 7, 5}; /* a minibatch of five and a short one */
    Net by_hand, grad;
    digits_net(&by_hand, "8", 6);
    digits_net(&grad, "8", 6);
    net_zero(&grad);
    NetActs acts = acts_for(&by_hand);
    for (int i = 0; i < 7; i++) {
        NetInput input = dataset_input(&l->data, order[i]);
        net_forward(&by_hand, &input, &acts);
        net_backward(&by_hand, &input, &acts, l->data.label[order[i]], l->config.cost, &grad);
        if (i == 4 || i == 6) {
            net_step(&by_hand, &grad, 0.3f / (i == 4 ? 5.0f : 2.0f), 0.3f * 0.01f);
        }
    }
    sgd_train(&l->net, &l->room, &l->data, order, 7, &l->config, 0.3f, &l->rng, &l->score, NULL);
    for (size_t i = 0; i < by_hand.floats; i++) {
        assert_float_equal(l->net.block[i], by_hand.block[i], 1e-6f);
    }
    assert_int_equal(l->score.images, 7);
    net_acts_free(&acts);
    net_free(&by_hand);
    net_free(&grad);
}

/* So slowly that only the decay tells: 1e-4 a minibatch, which is too little to be worth a walk. */
static void decay_is_owed_until_the_last_minibatch(void **state)
{
    Lesson *l = *state;
    const int order[12] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    float weight = l->net.weight[0][0], bias = l->net.bias[0][0];
    l->config.decay = 100;
    sgd_train(&l->net, &l->room, &l->data, order, 12, &l->config, 1e-6f, &l->rng, &l->score, NULL);
    assert_true(fabsf(weight) > 0.01f);
    assert_float_equal(l->net.weight[0][0] / weight, 1 - 3e-4f, 2e-5f);
    assert_float_equal(l->net.bias[0][0], bias, 2e-6f);
}

static void the_cost_of_each_minibatch_is_a_mean(void **state)
{
    Lesson *l = *state;
    const int order[12] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    float cost[3];
    sgd_train(&l->net, &l->room, &l->data, order, 12, &l->config, 0.3f, &l->rng, &l->score, cost);
    assert_true(cost[0] > 0 && cost[1] > 0 && cost[2] > 0);
    assert_float_equal(5 * cost[0] + 5 * cost[1] + 2 * cost[2], l->score.cost, 1e-4f);
}

static void the_score_is_what_the_network_said_before_it_learned(void **state)
{
    Lesson *l = *state;
    const int order[5] = {0, 1, 2, 3, 4};
    Score before = {0}, after = {0};
    sgd_measure(&l->net, &l->room, &l->data, 0, 5, l->config.cost, &before);
    sgd_train(&l->net, &l->room, &l->data, order, 5, &l->config, 0.3f, &l->rng, &l->score, NULL);
    sgd_measure(&l->net, &l->room, &l->data, 0, 5, l->config.cost, &after);
    assert_int_equal(l->score.images, 5);
    assert_int_equal(l->score.right, before.right);
    assert_float_equal(l->score.cost, before.cost, 0);
    assert_true(after.cost < before.cost);
}

/* What is learned from: the data set with every image changed, in the order of the draws. */
static void change_by_hand(const Dataset *data, const int *order, int count, const Augment *augment,
                           Rng *rng, Dataset *changed)
{
    Err err;
    uint8_t *levels = calloc((size_t)data->images, NET_INPUTS);
    assert_non_null(levels);
    for (int i = 0; i < count; i++) {
        NetInputRoom room;
        NetInput image = dataset_input(data, order[i]);
        NetInput other = augment_image(augment, &image, rng, &room);
        for (int k = 0; k < other.count; k++) {
            levels[order[i] * NET_INPUTS + other.cell[k]] = other.level[k];
        }
    }
    assert_true(dataset_make(changed, data->images, levels, data->label, &err));
    free(levels);
}

static void every_image_is_changed_before_it_is_trained_on(void **state)
{
    Lesson *l = *state;
    const int order[7] = {11, 2, 3, 8, 0, 7, 5};
    const Augment augment = {10, 0.1f, 0.1f, 1, 1, 0.2f};
    Net by_hand;
    Dataset changed;
    Rng rng;
    digits_net(&by_hand, "8", 6);
    rng_init(&rng, 4);
    rng_init(&l->rng, 4);
    change_by_hand(&l->data, order, 7, &augment, &rng, &changed);
    sgd_train(&by_hand, &l->room, &changed, order, 7, &l->config, 0.3f, &rng, &l->score, NULL);
    l->config.augment = augment;
    sgd_train(&l->net, &l->room, &l->data, order, 7, &l->config, 0.3f, &l->rng, &l->score, NULL);
    assert_true(digits_same(&l->net, &by_hand));
    net_free(&by_hand);
    dataset_free(&changed);
}

static void no_answer_to_an_image_of_no_digit_is_right(void **state)
{
    Lesson *l = *state;
    const int order[12] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    Score before = {0}, after = {0};
    memset(l->data.label, NET_NO_DIGIT, 12);
    sgd_measure(&l->net, &l->room, &l->data, 0, 12, l->config.cost, &before);
    for (int epoch = 0; epoch < 100; epoch++) {
        sgd_train(&l->net, &l->room, &l->data, order, 12, &l->config, 1, &l->rng, &l->score, NULL);
    }
    sgd_measure(&l->net, &l->room, &l->data, 0, 12, l->config.cost, &after);
    assert_int_equal(before.right + l->score.right + after.right, 0);
    assert_true(after.cost < before.cost / 10);
    for (int i = 0; i < NET_OUTPUTS; i++) {
        assert_true(batch_outputs(&l->net, &l->room.batch, 0)[i] < 0.1f);
    }
}

static void measuring_adds_up_over_its_own_images_alone(void **state)
{
    Lesson *l = *state;
    Score whole = {0}, parts = {0};
    sgd_measure(&l->net, &l->room, &l->data, 0, 12, l->config.cost, &whole);
    sgd_measure(&l->net, &l->room, &l->data, 0, 5, l->config.cost, &parts);
    assert_int_equal(parts.images, 5);
    assert_true(parts.cost < whole.cost);
    sgd_measure(&l->net, &l->room, &l->data, 5, 7, l->config.cost, &parts);
    assert_int_equal(parts.images, 12);
    assert_int_equal(parts.right, whole.right);
    assert_float_equal(parts.cost, whole.cost, 1e-5);
}

static void both_costs_learn_the_images_by_heart(void **state)
{
    Lesson *l = *state;
    const int order[12] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    l->config.decay = 0;
    for (NetCost cost = NET_COST_SQUARED; cost <= NET_COST_CROSS_ENTROPY; cost++) {
        Rng rng;
        rng_init(&rng, 9);
        net_randomise(&l->net, &rng);
        l->config.cost = cost;
        for (int epoch = 0; epoch < 300; epoch++) {
            sgd_train(&l->net, &l->room, &l->data, order, 12, &l->config, 1, &l->rng, &l->score,
                      NULL);
        }
        Score learned = {0};
        sgd_measure(&l->net, &l->room, &l->data, 0, 12, cost, &learned);
        assert_int_equal(learned.right, 12);
    }
}

/* How far the neurons of a hidden layer are apart, in the weights to them and their biases. */
static float spread(const Net *net, int layer)
{
    float most = 0;
    for (int to = 1; to < net->shape.size[layer + 1]; to++) {
        for (int from = 0; from < net->shape.size[layer]; from++) {
            const float *row = net->weight[layer] + from * net->stride[layer];
            most = fmaxf(most, fabsf(row[to] - row[0]));
        }
        most = fmaxf(most, fabsf(net->bias[layer][to] - net->bias[layer][0]));
    }
    return most;
}

static void equal_neurons_stay_equal_while_they_learn(void **state)
{
    Lesson *l = *state;
    const int order[12] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    Net net;
    SgdRoom room;
    Err err;
    digits_net(&net, "9,5", 6);
    assert_true(sgd_room_make(&room, &net, 5, &err));
    net_fill(&net, 0.01f);
    for (int epoch = 0; epoch < 50; epoch++) {
        sgd_train(&net, &room, &l->data, order, 12, &l->config, 1, &l->rng, &l->score, NULL);
    }
    assert_true(fabsf(net.bias[0][0] - 0.01f) > 1e-3f); /* it did learn */
    assert_true(spread(&net, 0) < 1e-5f);
    assert_true(spread(&net, 1) < 1e-5f);
    assert_true(spread(&net, 2) > 0.1f); /* each output has a label of its own */
    for (int to = 0; to < NET_OUTPUTS; to++) {
        for (int from = 1; from < 5; from++) { /* equal neurons are heard alike */
            float other = net.weight[2][from * net.stride[2] + to];
            assert_float_equal(other, net.weight[2][to], 1e-5f);
        }
    }
    sgd_room_free(&room);
    net_free(&net);
}

#ifdef __SSE__
static void numbers_too_small_to_matter_become_zero_while_it_trains_and_only_then(void **state)
{
    Lesson *l = *state;
    const int order[5] = {0, 1, 2, 3, 4};
    volatile float tiny = 1e-30f;
    l->net.weight[0][783 * l->net.stride[0]] = 1e-40f; /* of a cell that has ink in no image */
    for (int i = 0; i < 5; i++) {
        uint8_t level[NET_INPUTS];
        dataset_levels(&l->data, i, level);
        assert_int_equal(level[783], 0);
    }
    sgd_train(&l->net, &l->room, &l->data, order, 5, &l->config, 0.3f, &l->rng, &l->score, NULL);
    assert_float_equal(l->net.weight[0][783 * l->net.stride[0]], 0, 0);
    assert_true(tiny * 1e-10f > 0);
    sgd_measure(&l->net, &l->room, &l->data, 0, 5, l->config.cost, &l->score);
    assert_true(tiny * 1e-10f > 0);
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_shuffle_has_every_image_once),
        cmocka_unit_test(every_shuffle_is_new_and_depends_on_the_seed_alone),
        cmocka_unit_test(a_shuffle_mixes_and_yet_keeps_neighbours_near),
        cmocka_unit_test_setup_teardown(the_first_layer_learns_at_its_part_of_the_rate, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_minibatch_is_one_step_along_its_mean_gradient, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(decay_is_owed_until_the_last_minibatch, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_cost_of_each_minibatch_is_a_mean, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_score_is_what_the_network_said_before_it_learned,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_image_is_changed_before_it_is_trained_on, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(no_answer_to_an_image_of_no_digit_is_right, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(equal_neurons_stay_equal_while_they_learn, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(measuring_adds_up_over_its_own_images_alone, set_up,
                                        tear_down),
#ifdef __SSE__
        cmocka_unit_test_setup_teardown(
            numbers_too_small_to_matter_become_zero_while_it_trains_and_only_then, set_up,
            tear_down),
#endif
        cmocka_unit_test_setup_teardown(both_costs_learn_the_images_by_heart, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
