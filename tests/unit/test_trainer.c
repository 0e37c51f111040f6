/* The background trainer: commands, snapshots, news. Waits are for what happens, never for time;
 * a trainer that hangs is ended by the guard of wait_until(). */
#include "train/trainer.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "digits.h"
#include "train/mnist.h"
#include "train/run.h"

enum { TRAIN_IMAGES = 630, TEST_IMAGES = 90, ENDLESS = 10000, GUARD_S = 200 };

/* A trainer, and the window's side of it. */
typedef struct Fixture {
    Dataset train, test;
    TrainConfig config;
    Net first, net; /* net as polled */
    TrainStats stats;
    Trainer *trainer;
    atomic_int wakes;
    Err err;
} Fixture;

static void count_wake(void *context)
{
    Fixture *f = context;
    f->wakes++;
}

static void create(Fixture *f, int threads)
{
    trainer_destroy(f->trainer);
    f->stats = (TrainStats){0};
    f->wakes = 0;
    f->config.threads = threads;
    f->trainer = trainer_create(&f->train, &f->test, threads, threads > 1, count_wake, f, &f->err);
    assert_non_null(f->trainer);
}

static int set_up(void **state)
{
    Fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    digits_make(&f->train, TRAIN_IMAGES, 1);
    digits_make(&f->test, TEST_IMAGES, 2);
    digits_net(&f->first, "16,16", 3);
    f->config = digits_config();
    f->config.minibatch = 20;
    create(f, 2);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    trainer_destroy(f->trainer);
    dataset_free(&f->train);
    dataset_free(&f->test);
    net_free(&f->first);
    net_free(&f->net);
    free(f);
    return 0;
}

static void start(Fixture *f, int epochs, bool paused)
{
    f->config.epochs = epochs;
    assert_true(trainer_start(f->trainer, &f->config, &f->first, paused, &f->err));
}

/* Poll until the run is in `phase`, has trained on `images` and measured `epochs`. */
static void wait_until(Fixture *f, TrainPhase phase, int64_t images, int epochs)
{
    for (time_t end = time(NULL) + GUARD_S; time(NULL) < end;) { /* news ends a wait early */
        trainer_poll(f->trainer, &f->net, &f->stats);
        if (f->stats.phase == phase && f->stats.images >= images && f->stats.epochs >= epochs) {
            return;
        }
        trainer_wait(f->trainer, 100);
    }
    fail_msg("the trainer hangs");
}

/* What a whole run leads to when nobody disturbs it. */
static void expect_undisturbed(Fixture *f)
{
    Run *run = run_create(&f->train, &f->test, &f->config, &f->first, &f->err);
    Team *team = team_create(f->config.threads, false, &f->err);
    assert_true(run && team);
    while (!run_stats(run)->finished) {
        run_advance(run, team);
    }
    assert_true(f->stats.finished);
    assert_true(digits_same(&f->net, run_net(run)));
    team_destroy(team);
    run_destroy(run);
}

static void a_run_depends_on_settings_and_threads_alone(void **state)
{
    Fixture *f = *state;
    for (int threads = 1; threads <= 3; threads++) {
        create(f, threads);
        start(f, 20, false);
        wait_until(f, TRAIN_IDLE, 20 * TRAIN_IMAGES, 21);
        expect_undisturbed(f);
    }
}

static void pauses_change_nothing(void **state)
{
    Fixture *f = *state;
    start(f, 40, false);
    Rng rng;
    rng_init(&rng, 4);
    for (int64_t images = 0; images < 30 * TRAIN_IMAGES;) {
        wait_until(f, TRAIN_RUNNING, images, 0);
        trainer_pause(f->trainer);
        if (rng_below(&rng, 2) == 0) {
            wait_until(f, TRAIN_PAUSED, images, 0);
        }
        trainer_resume(f->trainer);
        images = f->stats.images + rng_below(&rng, 3 * TRAIN_IMAGES);
    }
    wait_until(f, TRAIN_IDLE, 40 * TRAIN_IMAGES, 41);
    expect_undisturbed(f);
}

static void a_paused_run_stands_still(void **state)
{
    Fixture *f = *state;
    start(f, ENDLESS, false);
    wait_until(f, TRAIN_RUNNING, TRAIN_IMAGES, 0);
    trainer_pause(f->trainer);
    wait_until(f, TRAIN_PAUSED, 0, 0);
    TrainStats paused = f->stats;
    trainer_wait(f->trainer, 30); /* for news that may come of an epoch measured, no other */
    trainer_poll(f->trainer, &f->net, &f->stats);
    assert_int_equal(f->stats.images, paused.images);
    assert_int_equal(f->stats.phase, TRAIN_PAUSED);
}

static void a_step_trains_on_one_minibatch_and_stays_paused(void **state)
{
    Fixture *f = *state;
    start(f, 20, true);
    wait_until(f, TRAIN_PAUSED, 0, 1);
    assert_int_equal(f->stats.images, 0);
    assert_true(digits_same(&f->net, &f->first));
    trainer_step(f->trainer);
    wait_until(f, TRAIN_PAUSED, 20, 1);
    assert_int_equal(f->stats.images, 20);
    assert_false(digits_same(&f->net, &f->first));
    trainer_step(f->trainer);
    trainer_step(f->trainer);
    wait_until(f, TRAIN_PAUSED, 60, 1);
    assert_int_equal(f->stats.images, 60);
}

static void steps_may_go_through_an_epoch_to_the_end_of_the_run(void **state)
{
    Fixture *f = *state;
    start(f, 1, true);
    for (int step = 0; step < 40; step++) { /* 32 minibatches there are */
        trainer_step(f->trainer);
    }
    wait_until(f, TRAIN_IDLE, TRAIN_IMAGES, 2);
    assert_true(f->stats.finished);
    assert_int_equal(f->stats.images, TRAIN_IMAGES);
    start(f, 1, true);
    wait_until(f, TRAIN_PAUSED, 0, 1);
    trainer_wait(f->trainer, 30);
    trainer_poll(f->trainer, &f->net, &f->stats);
    assert_int_equal(f->stats.images, 0); /* the steps left over were the old run's */
}

static void a_step_of_a_running_run_is_not_taken(void **state)
{
    Fixture *f = *state;
    start(f, ENDLESS, false);
    trainer_step(f->trainer);
    trainer_pause(f->trainer);
    wait_until(f, TRAIN_PAUSED, 0, 1);
    assert_int_equal(f->stats.images % TRAIN_IMAGES, 0); /* whole rounds, here of an epoch each */
}

static void stop_keeps_the_weights(void **state)
{
    Fixture *f = *state;
    start(f, ENDLESS, false);
    wait_until(f, TRAIN_RUNNING, TRAIN_IMAGES, 2);
    trainer_stop(f->trainer);
    wait_until(f, TRAIN_IDLE, 0, 0);
    assert_false(f->stats.finished || f->stats.failed);
    assert_false(digits_same(&f->net, &f->first));
    trainer_resume(f->trainer); /* nothing is left to resume or to step */
    trainer_step(f->trainer);
    trainer_wait(f->trainer, 30);
    assert_false(trainer_poll(f->trainer, &f->net, &f->stats));
}

static void a_new_run_drops_the_old_one_at_once(void **state)
{
    Fixture *f = *state;
    start(f, ENDLESS, false);
    wait_until(f, TRAIN_RUNNING, TRAIN_IMAGES, 0);
    net_free(&f->first);
    digits_net(&f->first, "20", 8);
    start(f, ENDLESS, false); /* may be dropped before the trainer saw it */
    start(f, 20, false);
    assert_true(trainer_poll(f->trainer, &f->net, &f->stats));
    assert_int_equal(f->stats.run, 3);
    assert_true(net_shape_equal(&f->net.shape, &f->first.shape));
    wait_until(f, TRAIN_IDLE, 20 * TRAIN_IMAGES, 21);
    assert_int_equal(f->stats.run, 3);
    expect_undisturbed(f);
}

static void a_refused_start_leaves_the_old_run_alone(void **state)
{
    Fixture *f = *state;
    start(f, ENDLESS, false);
    TrainConfig wrong = f->config;
    wrong.minibatch = 0;
    assert_false(trainer_start(f->trainer, &wrong, &f->first, false, &f->err));
    assert_non_null(strstr(f->err.text, "minibatch"));
    wait_until(f, TRAIN_RUNNING, 2 * TRAIN_IMAGES, 0);
    assert_int_equal(f->stats.run, 1);
}

static void it_can_be_destroyed_at_any_moment(void **state)
{
    Fixture *f = *state;
    create(f, 3);             /* after one that was idle */
    start(f, ENDLESS, false); /* just started */
    create(f, 3);
    start(f, ENDLESS, false);
    wait_until(f, TRAIN_RUNNING, TRAIN_IMAGES, 0);
    create(f, 3);
    start(f, ENDLESS, true);
    wait_until(f, TRAIN_PAUSED, 0, 1);
    trainer_step(f->trainer);
    create(f, 1);
    start(f, 1, false);
    wait_until(f, TRAIN_IDLE, TRAIN_IMAGES, 2);
    trainer_destroy(f->trainer);
    trainer_destroy(NULL);
    f->trainer = NULL;
}

static void a_failure_has_a_sentence_and_keeps_good_weights(void **state)
{
    Fixture *f = *state;
    f->config.rate = 1000;
    f->config.decay = 1;
    start(f, ENDLESS, false);
    wait_until(f, TRAIN_IDLE, 0, 1);
    assert_true(f->stats.failed && !f->stats.finished);
    assert_non_null(strstr(f->stats.why.text, "learning rate 1000"));
    assert_true(net_is_finite(&f->net));
    f->config = digits_config(); /* and a sound run can follow */
    f->config.minibatch = 20;
    start(f, 5, false);
    wait_until(f, TRAIN_IDLE, 5 * TRAIN_IMAGES, 6);
    assert_true(f->stats.finished && !f->stats.failed);
}

static void separable_digits_are_learned(void **state)
{
    Fixture *f = *state;
    start(f, 30, false);
    wait_until(f, TRAIN_IDLE, 30 * TRAIN_IMAGES, 31);
    TrainEpoch last;
    assert_int_equal(trainer_epochs(f->trainer, 30, 1, &last), 1);
    assert_int_equal(last.epoch, 30);
    assert_true(last.test_accuracy > 0.95 && last.train_accuracy > 0.95);
}

static void the_epochs_of_a_run_can_be_copied_in_parts(void **state)
{
    Fixture *f = *state;
    TrainEpoch all[12], part[12];
    assert_int_equal(trainer_epochs(f->trainer, 0, 12, all), 0);
    start(f, 6, false);
    wait_until(f, TRAIN_IDLE, 6 * TRAIN_IMAGES, 7);
    assert_int_equal(trainer_epochs(f->trainer, 0, 12, all), 7);
    for (int e = 0; e < 7; e++) {
        assert_int_equal(all[e].epoch, e);
        assert_true(all[e].test_cost > 0);
        assert_true(e == 0 || all[e].seconds > all[e - 1].seconds);
    }
    assert_int_equal(trainer_epochs(f->trainer, 5, 12, part), 2);
    assert_memory_equal(part, all + 5, 2 * sizeof *part);
    assert_int_equal(trainer_epochs(f->trainer, 7, 12, part), 0);
    assert_int_equal(trainer_epochs(f->trainer, 9, 12, part), 0);
}

static void poll_says_false_when_nothing_is_new(void **state)
{
    Fixture *f = *state;
    assert_false(trainer_poll(f->trainer, &f->net, &f->stats));
    assert_null(f->net.block);
    start(f, 2, false);
    wait_until(f, TRAIN_IDLE, 2 * TRAIN_IMAGES, 3);
    assert_false(trainer_poll(f->trainer, &f->net, &f->stats));
    TrainStats forgotten = {0};
    assert_true(trainer_poll(f->trainer, &f->net, &forgotten));
    assert_memory_equal(&forgotten, &f->stats, sizeof forgotten);
}

/* Wait without polling. */
static void wait_for_epochs(Fixture *f, int epochs)
{
    TrainEpoch last;
    time_t end = time(NULL) + GUARD_S;
    while (trainer_epochs(f->trainer, epochs - 1, 1, &last) == 0) {
        assert_true(time(NULL) < end);
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
}

static void it_wakes_once_until_it_is_polled(void **state)
{
    Fixture *f = *state;
    for (int wakes = 1; wakes <= 2; wakes++) {
        start(f, 10, false);
        wait_for_epochs(f, 11);
        assert_int_equal(f->wakes, wakes);
        assert_true(trainer_poll(f->trainer, &f->net, &f->stats));
    }
}

static void waiting_ends_without_news_too(void **state)
{
    Fixture *f = *state;
    trainer_wait(f->trainer, 0);
    trainer_wait(f->trainer, 20);
    assert_false(trainer_poll(f->trainer, &f->net, &f->stats));
}

static void mnist_is_learned_to_90_percent_in_three_epochs(void **state)
{
    Fixture *f = *state;
    const char *folder = getenv("INKLING_DATA");
    if (!folder) {
        print_message("INKLING_DATA is not set: no MNIST to train on.\n");
        skip();
    }
    Mnist mnist;
    assert_true(mnist_load(&mnist, folder, &f->err));
    trainer_destroy(f->trainer);
    f->trainer = trainer_create(&mnist.train, &mnist.test, 2, false, NULL, NULL, &f->err);
    assert_non_null(f->trainer);
    f->config = digits_config();
    start(f, 3, false);
    wait_until(f, TRAIN_IDLE, 3 * 60000, 4);
    TrainEpoch last;
    assert_int_equal(trainer_epochs(f->trainer, 3, 1, &last), 1);
    assert_true(last.test_accuracy > 0.9);
    trainer_destroy(f->trainer);
    f->trainer = NULL;
    mnist_free(&mnist);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_run_depends_on_settings_and_threads_alone),
        TEST(pauses_change_nothing),
        TEST(a_paused_run_stands_still),
        TEST(a_step_trains_on_one_minibatch_and_stays_paused),
        TEST(steps_may_go_through_an_epoch_to_the_end_of_the_run),
        TEST(a_step_of_a_running_run_is_not_taken),
        TEST(stop_keeps_the_weights),
        TEST(a_new_run_drops_the_old_one_at_once),
        TEST(a_refused_start_leaves_the_old_run_alone),
        TEST(it_can_be_destroyed_at_any_moment),
        TEST(a_failure_has_a_sentence_and_keeps_good_weights),
        TEST(separable_digits_are_learned),
        TEST(the_epochs_of_a_run_can_be_copied_in_parts),
        TEST(poll_says_false_when_nothing_is_new),
        TEST(it_wakes_once_until_it_is_polled),
        TEST(waiting_ends_without_news_too),
        TEST(mnist_is_learned_to_90_percent_in_three_epochs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
