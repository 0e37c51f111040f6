/* One run of training, driven by hand. */
#include "train/run.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdlib.h>
#include <string.h>

#include "digits.h"

enum { TRAIN_IMAGES = 330, TEST_IMAGES = 90 };

/* Data, settings, first weights; and what a test works out by hand. */
typedef struct Fixture {
    Dataset train, test;
    TrainConfig config;
    Net net, by_hand, other;
    SgdRoom room;
    Rng rng;
    Score score;
    Err err;
} Fixture;

static int set_up(void **state)
{
    Fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    digits_make(&f->train, TRAIN_IMAGES, 1);
    digits_make(&f->test, TEST_IMAGES, 2);
    digits_net(&f->net, "16,16", 3);
    digits_net(&f->by_hand, "16,16", 3);
    digits_net(&f->other, "16,16", 3);
    assert_true(sgd_room_make(&f->room, &f->net, 20, &f->err));
    f->config = digits_config();
    f->config.epochs = 4;
    f->config.minibatch = 20;
    f->config.augment = AUGMENT_NONE;
    f->config.threads = 1;
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    dataset_free(&f->train);
    dataset_free(&f->test);
    net_free(&f->net);
    net_free(&f->by_hand);
    net_free(&f->other);
    sgd_room_free(&f->room);
    free(f);
    return 0;
}

static Run *start(Fixture *f)
{
    Run *run = run_create(&f->train, &f->test, &f->config, &f->net, &f->err);
    assert_non_null(run);
    return run;
}

/* Go on until so many epochs are measured, that of the untrained network included. */
static void advance_to(Run *run, int epochs, int threads)
{
    Err err;
    Team *team = team_create(threads, false, &err);
    assert_non_null(team);
    while (run_stats(run)->epochs < epochs && !run_stats(run)->failed) {
        run_advance(run, team);
    }
    team_destroy(team);
}

/* The first epoch's order of the images. */
static void first_order(const Fixture *f, Rng *rng, int order[TRAIN_IMAGES])
{
    rng_init(rng, f->config.seed);
    sgd_shuffle(order, TRAIN_IMAGES, rng);
}

static void train_by_hand(Fixture *f, Net *net, const int *order, int count, double done)
{
    sgd_train(net, &f->room, &f->train, order, count, &f->config, sgd_rate(&f->config, done),
              &f->rng, &f->score, NULL);
}

static void
one_worker_gives_the_mean_of_plain_gradient_descent_in_which_later_counts_more(void **state)
{
    Fixture *f = *state;
    Run *run = start(f);
    advance_to(run, f->config.epochs + 1, 1);
    Rng rng;
    int order[TRAIN_IMAGES];
    first_order(f, &rng, order);
    for (int epoch = 0; epoch < f->config.epochs; epoch++) {
        train_by_hand(f, &f->by_hand, order, TRAIN_IMAGES, epoch / (double)f->config.epochs);
        float part = 9.0f / (float)(epoch + 9); /* a round is an epoch here */
        for (size_t i = 0; i < f->other.floats; i++) {
            f->other.block[i] += part * (f->by_hand.block[i] - f->other.block[i]);
        }
        sgd_shuffle(order, TRAIN_IMAGES, &rng);
    }
    for (size_t i = 0; i < f->other.floats; i++) {
        assert_float_equal(run_net(run)->block[i], f->other.block[i], 1e-6f);
    }
    assert_false(digits_same(run_net(run), &f->net));
    run_destroy(run);
}

static void two_workers_meet_in_the_mean_of_their_weights(void **state)
{
    Fixture *f = *state;
    f->config.threads = 2;
    Run *run = start(f);
    advance_to(run, 2, 2);
    Rng rng;
    int order[TRAIN_IMAGES];
    first_order(f, &rng, order);
    /* 17 minibatches: nine for the first worker, eight for the other, its last one short. */
    train_by_hand(f, &f->by_hand, order, 180, 0);
    train_by_hand(f, &f->other, order + 180, 150, 0);
    for (size_t i = 0; i < f->net.floats; i++) {
        float mean = (180 * f->by_hand.block[i] + 150 * f->other.block[i]) / 330;
        assert_float_equal(run_net(run)->block[i], mean, 1e-6f);
    }
    run_destroy(run);
}

static void the_same_seed_and_team_give_the_same_weights(void **state)
{
    Fixture *f = *state;
    for (int threads = 1; threads <= 3; threads++) {
        f->config.threads = threads;
        f->config.seed = 1;
        Run *one = start(f), *same = start(f);
        f->config.seed = 2;
        Run *other = start(f);
        advance_to(one, 5, threads);
        advance_to(same, 5, threads);
        advance_to(other, 5, threads);
        assert_true(digits_same(run_net(one), run_net(same)));
        assert_false(digits_same(run_net(one), run_net(other)));
        run_destroy(one);
        run_destroy(same);
        run_destroy(other);
    }
}

/* Each worker changes images by random numbers of its own, drawn from the seed. */
static void changes_to_images_depend_on_the_seed_and_the_worker(void **state)
{
    Fixture *f = *state;
    f->config.threads = 2;
    f->config.augment = (Augment){10, 0.1f, 0.1f, 1, 1, 0.2f};
    Run *run = start(f), *same = start(f);
    advance_to(run, 2, 2);
    advance_to(same, 2, 2);
    assert_true(digits_same(run_net(run), run_net(same)));
    Rng rng, seeds;
    int order[TRAIN_IMAGES];
    first_order(f, &rng, order);
    rng_init(&seeds, f->config.seed);
    rng_init(&f->rng, rng_next(&seeds));
    train_by_hand(f, &f->by_hand, order, 180, 0);
    rng_init(&f->rng, rng_next(&seeds));
    train_by_hand(f, &f->other, order + 180, 150, 0);
    for (size_t i = 0; i < f->net.floats; i++) {
        float mean = (180 * f->by_hand.block[i] + 150 * f->other.block[i]) / 330;
        assert_float_equal(run_net(run)->block[i], mean, 1e-6f);
    }
    run_destroy(run);
    run_destroy(same);
}

static void a_step_changes_images_too_and_measuring_does_not(void **state)
{
    Fixture *f = *state;
    Rng rng, seeds;
    int order[TRAIN_IMAGES];
    f->config.augment = (Augment){10, 0.1f, 0.1f, 1, 1, 0.2f};
    first_order(f, &rng, order);
    rng_init(&seeds, f->config.seed);
    rng_init(&f->rng, rng_next(&seeds));
    train_by_hand(f, &f->by_hand, order, 20, 0);
    Run *run = start(f);
    advance_to(run, 1, 1);
    f->score = (Score){0};
    sgd_measure(&f->net, &f->room, &f->test, 0, TEST_IMAGES, f->config.cost, &f->score);
    assert_float_equal(run_epoch(run)->test_cost, (f->score.cost / TEST_IMAGES), 1e-6);
    run_step(run);
    assert_true(digits_same(run_net(run), &f->by_hand));
    run_destroy(run);
}

static void a_step_starts_from_the_weights_given_out(void **state)
{
    Fixture *f = *state;
    Rng rng;
    int order[TRAIN_IMAGES];
    Run *run = start(f);
    advance_to(run, 3, 1);
    first_order(f, &rng, order);
    sgd_shuffle(order, TRAIN_IMAGES, &rng);
    sgd_shuffle(order, TRAIN_IMAGES, &rng);
    net_copy(&f->by_hand, run_net(run));
    train_by_hand(f, &f->by_hand, order, 20, 0.5);
    run_step(run);
    assert_true(digits_same(run_net(run), &f->by_hand));
    run_destroy(run);
}

static void a_step_trains_on_exactly_one_minibatch(void **state)
{
    Fixture *f = *state;
    Rng rng;
    int order[TRAIN_IMAGES];
    first_order(f, &rng, order);
    train_by_hand(f, &f->by_hand, order, 20, 0);
    for (int threads = 1; threads <= 3; threads++) {
        f->config.threads = threads;
        Run *run = start(f);
        advance_to(run, 1, threads);
        run_step(run);
        assert_int_equal(run_stats(run)->images, 20);
        assert_true(digits_same(run_net(run), &f->by_hand));
        run_destroy(run);
    }
}

static void steps_reach_the_end_of_an_epoch_and_then_it_is_measured(void **state)
{
    Fixture *f = *state;
    Run *run = start(f);
    assert_true(run_is_measuring(run));
    advance_to(run, 1, 1);
    for (int step = 0; step < 17; step++) {
        assert_false(run_is_measuring(run));
        run_step(run);
    }
    assert_int_equal(run_stats(run)->images, TRAIN_IMAGES);
    assert_true(run_is_measuring(run));
    run_destroy(run);
}

static void an_epoch_is_measured_on_the_test_images_alone(void **state)
{
    Fixture *f = *state;
    f->config.threads = 2;
    f->config.epochs = 30;
    for (int i = 0; i < TEST_IMAGES; i++) { /* so that what is learned is wrong for them */
        f->test.label[i] = (uint8_t)((f->test.label[i] + 1) % NET_OUTPUTS);
    }
    Run *run = start(f);
    advance_to(run, 31, 2);
    const TrainEpoch *epoch = run_epoch(run);
    sgd_measure(run_net(run), &f->room, &f->test, 0, TEST_IMAGES, f->config.cost, &f->score);
    assert_float_equal(epoch->test_accuracy, ((double)f->score.right / TEST_IMAGES), 1e-6);
    assert_float_equal(epoch->test_cost, (f->score.cost / TEST_IMAGES), 1e-5);
    assert_true(epoch->train_accuracy > 0.95);
    assert_true(epoch->test_accuracy < 0.05);
    run_destroy(run);
}

/* As the test figures are: the weights after the epoch, the images as they are. */
static void the_figures_of_training_are_of_plain_images(void **state)
{
    Fixture *f = *state;
    f->config.threads = 2;
    f->config.augment = digits_config().augment;
    f->config.augment.turn_deg = 40; /* so that what is learned from is quite another thing */
    Run *run = start(f);
    advance_to(run, 3, 2);
    const TrainEpoch *epoch = run_epoch(run);
    int most = TRAIN_PLAIN_IMAGES, images = TRAIN_IMAGES < most ? TRAIN_IMAGES : most;
    sgd_measure(run_net(run), &f->room, &f->train, 0, images, f->config.cost, &f->score);
    assert_float_equal(epoch->train_accuracy, ((double)f->score.right / images), 1e-6);
    assert_float_equal(epoch->train_cost, (f->score.cost / images), 1e-5);
    run_destroy(run);
}

static void a_run_begins_by_measuring_and_ends_after_its_last_epoch(void **state)
{
    Fixture *f = *state;
    Run *run = start(f);
    advance_to(run, 1, 1);
    assert_true(digits_same(run_net(run), &f->net));
    assert_int_equal(run_epoch(run)->epoch, 0);
    assert_true(run_epoch(run)->test_cost > 0);
    assert_true(run_epoch(run)->images_per_second <= 0);
    for (int epoch = 1; epoch <= f->config.epochs; epoch++) {
        assert_false(run_stats(run)->finished);
        advance_to(run, epoch + 1, 1);
        assert_int_equal(run_epoch(run)->epoch, epoch);
        assert_int_equal(run_stats(run)->images, epoch * TRAIN_IMAGES);
        assert_float_equal(run_stats(run)->done, (epoch / (double)f->config.epochs), 1e-6);
        assert_true(run_epoch(run)->train_cost > 0 && run_epoch(run)->images_per_second > 0);
    }
    assert_true(run_stats(run)->finished && !run_stats(run)->failed);
    run_destroy(run);
}

static void the_cost_falls_while_it_learns(void **state)
{
    Fixture *f = *state;
    f->config.threads = 2;
    f->config.epochs = 30;
    Run *run = start(f);
    advance_to(run, 1, 2);
    TrainEpoch first = *run_epoch(run);
    advance_to(run, 31, 2);
    assert_true(run_epoch(run)->test_cost < first.test_cost / 4);
    assert_true(run_epoch(run)->test_accuracy > 0.95);
    assert_true(run_stats(run)->cost < first.test_cost / 4);
    run_destroy(run);
}

static void a_round_of_a_large_network_is_one_minibatch_a_worker(void **state)
{
    Fixture *f = *state;
    net_free(&f->net);
    digits_net(&f->net, "512,512,512,512", 3);
    f->config.threads = 3;
    f->config.minibatch = 30;
    Run *run = start(f);
    Err err;
    Team *team = team_create(3, false, &err);
    assert_non_null(team);
    while (run_is_measuring(run)) {
        run_advance(run, team);
    }
    run_advance(run, team);
    assert_in_range(run_stats(run)->images, 90, 180);
    team_destroy(team);
    run_destroy(run);
}

static void a_rate_far_too_large_fails_with_a_sentence(void **state)
{
    Fixture *f = *state;
    f->config.rate = 1000;
    f->config.decay = 1;
    f->config.epochs = 100;
    Run *run = start(f);
    advance_to(run, 101, 1);
    assert_true(run_stats(run)->failed && !run_stats(run)->finished);
    assert_non_null(strstr(run_stats(run)->why.text, "learning rate 1000 is too large"));
    run_destroy(run);
}

static void settings_out_of_range_make_no_run(void **state)
{
    Fixture *f = *state;
    f->config.minibatch = 0;
    assert_null(run_create(&f->train, &f->test, &f->config, &f->net, &f->err));
    assert_non_null(strstr(f->err.text, "minibatch"));
    run_destroy(NULL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(one_worker_gives_the_mean_of_plain_gradient_descent_in_which_later_counts_more),
        TEST(two_workers_meet_in_the_mean_of_their_weights),
        TEST(the_same_seed_and_team_give_the_same_weights),
        TEST(changes_to_images_depend_on_the_seed_and_the_worker),
        TEST(a_step_changes_images_too_and_measuring_does_not),
        TEST(a_step_starts_from_the_weights_given_out),
        TEST(a_step_trains_on_exactly_one_minibatch),
        TEST(steps_reach_the_end_of_an_epoch_and_then_it_is_measured),
        TEST(an_epoch_is_measured_on_the_test_images_alone),
        TEST(the_figures_of_training_are_of_plain_images),
        TEST(a_run_begins_by_measuring_and_ends_after_its_last_epoch),
        TEST(the_cost_falls_while_it_learns),
        TEST(a_round_of_a_large_network_is_one_minibatch_a_worker),
        TEST(a_rate_far_too_large_fails_with_a_sentence),
        TEST(settings_out_of_range_make_no_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
