/* What a run says of itself with every minibatch: its history, and the estimate of its accuracy. */
#include "train/history.h"

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
#include <time.h>

#include "digits.h"
#include "train/estimate.h"
#include "train/run.h"

enum { TRAIN_IMAGES = 330, TEST_IMAGES = 90, MINIBATCH = 20, EPOCH_STEPS = 17, GUARD_S = 200 };

/* A run of four epochs. */
typedef struct Fixture {
    Dataset train, test;
    TrainConfig config;
    Net net;
    Run *run;
    Team *team;
    Err err;
} Fixture;

static int set_up(void **state)
{
    Fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    digits_make(&f->train, TRAIN_IMAGES, 1);
    digits_make(&f->test, TEST_IMAGES, 2);
    digits_net(&f->net, "16,16", 3);
    f->config = digits_config();
    f->config.epochs = 4;
    f->config.minibatch = MINIBATCH;
    f->config.threads = 2;
    f->team = team_create(2, false, &f->err);
    assert_non_null(f->team);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    run_destroy(f->run);
    team_destroy(f->team);
    dataset_free(&f->train);
    dataset_free(&f->test);
    net_free(&f->net);
    free(f);
    return 0;
}

static void start(Fixture *f)
{
    run_destroy(f->run);
    f->run = run_create(&f->train, &f->test, &f->config, &f->net, &f->err);
    assert_non_null(f->run);
}

static void advance_to(Fixture *f, int epochs)
{
    while (run_stats(f->run)->epochs < epochs) {
        run_advance(f->run, f->team);
    }
}

static void estimate(Fixture *f)
{
    while (run_can_estimate(f->run, true)) {
        run_estimate(f->run, f->team);
    }
}

static void add_steps(History *history, int64_t first, int64_t last)
{
    for (int64_t step = first; step <= last; step++) {
        history_add(history, &(HistoryPoint){.step = step, .cost = (float)step});
    }
}

static void a_history_is_as_dense_on_a_log_axis_everywhere_and_has_the_newest(void **state)
{
    (void)state;
    History *history = calloc(1, sizeof *history);
    assert_non_null(history);
    add_steps(history, 1, 40);
    assert_int_equal(history->points, 40);
    add_steps(history, 41, 99999);
    assert_int_equal(history->point[history->points - 1].step, 99999);
    assert_in_range(history->points, 300, 400);
    for (int i = 1; i + 1 < history->points; i++) {
        double ratio = (double)history->point[i].step / (double)history->point[i - 1].step;
        assert_true(history->point[i].step == history->point[i - 1].step + 1 || ratio < 1.06);
        assert_true(i < 41 || ratio > 1.02);
    }
    free(history);
}

static void a_history_is_bounded_whatever_the_run(void **state)
{
    (void)state;
    History *history = calloc(1, sizeof *history);
    assert_non_null(history);
    for (int64_t step = 1; step < INT64_MAX / 4; step += 1 + step / 50) {
        history_add(history, &(HistoryPoint){.step = step});
        assert_int_equal(history->point[history->points - 1].step, step);
    }
    assert_int_equal(history->points, HISTORY_POINTS);
    free(history);
}

/* As the window follows the trainer: with what is newer, now and then. */
static void one_that_follows_another_now_and_then_becomes_the_same(void **state)
{
    (void)state;
    History *first = calloc(1, sizeof *first), *other = calloc(1, sizeof *other);
    assert_true(first && other);
    for (int64_t step = 1; step < 20000; step++) {
        add_steps(first, step, step);
        if (step % 37 == 0 || step % 911 == 3) {
            int64_t known = other->points > 0 ? other->point[other->points - 1].step : 0;
            for (int i = history_after(first, known); i < first->points; i++) {
                history_add(other, &first->point[i]);
            }
            assert_int_equal(other->points, first->points);
            assert_memory_equal(other->point, first->point,
                                (size_t)first->points * sizeof first->point[0]);
        }
    }
    free(first);
    free(other);
}

static void a_history_can_be_cut_and_go_on(void **state)
{
    (void)state;
    History *history = calloc(1, sizeof *history);
    assert_non_null(history);
    add_steps(history, 1, 1000);
    history_cut(history, 20);
    assert_int_equal(history->points, 20);
    assert_int_equal(history_after(history, 19), 19);
    add_steps(history, 15, 22); /* those until 20 are there */
    assert_int_equal(history->points, 22);
    history_cut(history, 0);
    assert_int_equal(history->points, 0);
    free(history);
}

static void the_smooth_cost_follows_at_once_and_then_over_fifty_minibatches(void **state)
{
    (void)state;
    assert_float_equal(history_smooth(0, 6, 1), 6, 1e-9);
    assert_float_equal(history_smooth(6, 2, 4), 2, 1e-9);
    assert_float_equal(history_smooth(6, 2, 8), 4, 1e-9);
    assert_float_equal(history_smooth(1, 2, 1000), 1.02, 1e-9);
}

static void every_minibatch_of_a_round_is_in_the_history_with_its_cost(void **state)
{
    Fixture *f = *state;
    SgdRoom room;
    Rng rng;
    int order[TRAIN_IMAGES];
    start(f);
    assert_int_equal(run_stats(f->run)->steps_planned, 4 * EPOCH_STEPS);
    advance_to(f, 2);
    const History *history = run_history(f->run);
    assert_int_equal(history->points, EPOCH_STEPS);
    assert_int_equal(run_stats(f->run)->steps, EPOCH_STEPS);
    rng_init(&rng, f->config.seed);
    sgd_shuffle(order, TRAIN_IMAGES, &rng);
    assert_true(sgd_room_make(&room, &f->net, MINIBATCH, &f->err));
    for (int i = 0; i < 2; i++) { /* the workers' first ones: both by the first weights */
        Score score = {0};
        Net net;
        assert_true(net_make(&net, &f->net.shape, &f->err));
        net_copy(&net, &f->net);
        sgd_train(&net, &room, &f->train, order + i * 9 * MINIBATCH, MINIBATCH, &f->config, 1, &rng,
                  &score, NULL);
        assert_int_equal(history->point[i].step, i + 1);
        assert_float_equal(history->point[i].cost, (float)(score.cost / MINIBATCH), 1e-5f);
        net_free(&net);
    }
    assert_true(history->point[EPOCH_STEPS - 1].smooth < history->point[0].smooth / 1.5f);
    sgd_room_free(&room);
}

static void a_step_is_one_point_and_a_run_that_goes_on_counts_on(void **state)
{
    Fixture *f = *state;
    f->config.begun = (TRAIN_IMAGES + 5.0 * MINIBATCH) / (4.0 * TRAIN_IMAGES);
    start(f);
    assert_int_equal(run_stats(f->run)->steps, EPOCH_STEPS + 5);
    assert_int_equal(run_history(f->run)->points, 0);
    run_step(f->run);
    assert_int_equal(run_history(f->run)->points, 1);
    assert_int_equal(run_history(f->run)->point[0].step, EPOCH_STEPS + 6);
    advance_to(f, 5);
    assert_int_equal(run_stats(f->run)->steps, run_stats(f->run)->steps_planned);
}

static void the_sample_is_spread_over_the_test_images_and_always_the_same(void **state)
{
    enum { MANY = 3456 };
    Fixture *f = *state;
    Dataset many;
    Estimate one, other;
    digits_make(&many, MANY, 5);
    assert_true(estimate_make(&one, &many, &f->err) && estimate_make(&other, &many, &f->err));
    assert_int_equal(one.sample.images, ESTIMATE_IMAGES);
    assert_memory_equal(one.sample.label, other.sample.label, ESTIMATE_IMAGES);
    for (int i = 0; i < ESTIMATE_IMAGES; i++) {
        int image = i * MANY / ESTIMATE_IMAGES;
        NetInput from = dataset_input(&many, image), to = dataset_input(&one.sample, i);
        assert_int_equal(one.sample.label[i], many.label[image]);
        assert_int_equal(to.count, from.count);
        assert_memory_equal(to.cell, from.cell, (size_t)to.count * sizeof *to.cell);
    }
    estimate_free(&one);
    estimate_free(&other);
    assert_true(estimate_make(&one, &f->test, &f->err)); /* all where there are few */
    assert_int_equal(one.sample.images, TEST_IMAGES);
    estimate_free(&one);
    dataset_free(&many);
}

static void an_estimate_comes_seldom_enough_to_cost_a_hundredth(void **state)
{
    (void)state;
    Estimate estimate = {.finished_s = 50.0, .cost_s = 0.0001};
    assert_false(estimate_is_due(&estimate, 50.19));
    assert_true(estimate_is_due(&estimate, 50.21));
    estimate.cost_s = 0.02;
    assert_false(estimate_is_due(&estimate, 51.9));
    assert_true(estimate_is_due(&estimate, 52.1));
}

static void an_estimate_is_of_the_weights_given_out_and_changes_none(void **state)
{
    Fixture *f = *state;
    Run *undisturbed = run_create(&f->train, &f->test, &f->config, &f->net, &f->err);
    assert_non_null(undisturbed);
    start(f);
    assert_true(run_can_estimate(f->run, false)); /* it is measured next */
    for (int epoch = 0; epoch <= 4; epoch++) {
        while (run_stats(undisturbed)->epochs <= epoch) {
            run_advance(undisturbed, f->team);
        }
        while (run_stats(f->run)->epochs <= epoch) {
            estimate(f);
            assert_int_equal(run_stats(f->run)->accuracy_step, run_stats(f->run)->steps);
            run_advance(f->run, f->team);
        }
        /* So few test images are all in the sample. */
        assert_float_equal(run_stats(f->run)->accuracy, run_epoch(f->run)->test_accuracy, 1e-9);
        assert_false(run_can_estimate(f->run, true));
    }
    assert_true(run_stats(f->run)->accuracy > 0.0);
    assert_true(digits_same(run_net(f->run), run_net(undisturbed)));
    run_destroy(undisturbed);
}

static void a_step_in_the_middle_of_an_estimate_begins_it_anew(void **state)
{
    Fixture *f = *state;
    net_free(&f->net);
    digits_net(&f->net, "512,512,512,512", 3); /* so large that a part is not all */
    f->config.minibatch = 10;
    start(f);
    advance_to(f, 1);
    run_estimate(f->run, f->team);
    assert_int_equal(run_stats(f->run)->accuracy_step, 0);
    assert_true(run_can_estimate(f->run, false)); /* once begun it is brought to its end */
    run_step(f->run);
    estimate(f);
    Score score = {0};
    SgdRoom room;
    assert_true(sgd_room_make(&room, &f->net, 10, &f->err));
    sgd_measure(run_net(f->run), &room, &f->test, 0, TEST_IMAGES, f->config.cost, &score);
    assert_float_equal(run_stats(f->run)->accuracy, (double)score.right / TEST_IMAGES, 1e-9);
    assert_int_equal(run_stats(f->run)->accuracy_step, 1);
    sgd_room_free(&room);
}

/* Poll until it has taken so many steps and estimated what they led to. */
static void wait_for_steps(Trainer *trainer, Net *net, TrainStats *stats, int64_t steps)
{
    for (time_t end = time(NULL) + GUARD_S; time(NULL) < end;) {
        trainer_poll(trainer, net, stats);
        if (stats->steps >= steps && stats->accuracy_step == stats->steps && stats->epochs > 0 &&
            stats->phase != TRAIN_RUNNING) {
            return;
        }
        trainer_wait(trainer, 100);
    }
    fail_msg("the trainer hangs");
}

static void the_trainer_tells_of_every_step_and_what_it_led_to(void **state)
{
    Fixture *f = *state;
    Net net = {0};
    TrainStats stats = {0};
    HistoryPoint point[64];
    Trainer *trainer = trainer_create(&f->train, &f->test, 2, false, NULL, NULL, &f->err);
    assert_non_null(trainer);
    assert_true(trainer_start(trainer, &f->config, &f->net, true, &f->err));
    wait_for_steps(trainer, &net, &stats, 0);
    assert_int_equal(trainer_history(trainer, 0, 64, point), 0);
    trainer_step(trainer);
    trainer_step(trainer);
    wait_for_steps(trainer, &net, &stats, 2);
    assert_int_equal(stats.steps, 2);
    assert_int_equal(trainer_history(trainer, 0, 64, point), 2);
    assert_int_equal(trainer_history(trainer, 1, 64, point), 1);
    assert_int_equal(point[0].step, 2);
    assert_float_equal(point[0].smooth, (float)stats.smooth_cost, 1e-6f);
    trainer_resume(trainer);
    wait_for_steps(trainer, &net, &stats, 4 * EPOCH_STEPS);
    assert_true(stats.finished);
    assert_int_equal(trainer_history(trainer, 2, 5, point), 5);
    assert_int_equal(point[0].step, 3);
    TrainEpoch last;
    assert_int_equal(trainer_epochs(trainer, 4, 1, &last), 1);
    assert_float_equal(stats.accuracy, last.test_accuracy, 1e-9);
    trainer_destroy(trainer);
    net_free(&net);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_history_is_as_dense_on_a_log_axis_everywhere_and_has_the_newest),
        cmocka_unit_test(a_history_is_bounded_whatever_the_run),
        cmocka_unit_test(one_that_follows_another_now_and_then_becomes_the_same),
        cmocka_unit_test(a_history_can_be_cut_and_go_on),
        cmocka_unit_test(the_smooth_cost_follows_at_once_and_then_over_fifty_minibatches),
        TEST(every_minibatch_of_a_round_is_in_the_history_with_its_cost),
        TEST(a_step_is_one_point_and_a_run_that_goes_on_counts_on),
        TEST(the_sample_is_spread_over_the_test_images_and_always_the_same),
        cmocka_unit_test(an_estimate_comes_seldom_enough_to_cost_a_hundredth),
        TEST(an_estimate_is_of_the_weights_given_out_and_changes_none),
        TEST(a_step_in_the_middle_of_an_estimate_begins_it_anew),
        TEST(the_trainer_tells_of_every_step_and_what_it_led_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
