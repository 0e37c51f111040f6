/* A run that goes on from a moment of another, driven by hand. */
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

enum { TRAIN_IMAGES = 330, TEST_IMAGES = 90, EPOCHS = 4 };

typedef struct Fixture {
    Dataset train, test;
    TrainConfig config;
    Net net;
    Team *team;
    Run *run;
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
    f->config.epochs = EPOCHS;
    f->config.minibatch = 20;
    f->config.threads = 1;
    f->team = team_create(1, false, &f->err);
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

/* Begin where so many images of the whole run are over. */
static void start(Fixture *f, int images)
{
    f->config.begun = (double)images / (EPOCHS * TRAIN_IMAGES);
    f->run = run_create(&f->train, &f->test, &f->config, &f->net, &f->err);
    assert_non_null(f->run);
}

/* Go on until so many epochs are measured, that of the untrained network included. */
static void advance_to(Fixture *f, int epochs)
{
    while (run_stats(f->run)->epochs < epochs) {
        run_advance(f->run, f->team);
    }
}

static void inside_an_epoch_it_has_the_rest_of_that_to_train_at_the_rate_of_the_moment(void **state)
{
    Fixture *f = *state;
    SgdRoom room;
    Score score = {0};
    Rng rng;
    int order[TRAIN_IMAGES];
    int images = TRAIN_IMAGES + 200;
    start(f, images);
    assert_false(run_is_measuring(f->run));
    assert_int_equal(run_stats(f->run)->epochs, 2); /* the entries of epochs 0 and 1 */
    assert_int_equal(run_stats(f->run)->images, images);
    assert_true(sgd_room_make(&room, &f->net, 20, &f->err));
    rng_init(&rng, f->config.seed);
    sgd_shuffle(order, TRAIN_IMAGES, &rng);
    sgd_train(&f->net, &room, &f->train, order + 200, 20, &f->config,
              sgd_rate(&f->config, f->config.begun), &rng, &score, NULL);
    run_step(f->run);
    assert_true(digits_same(run_net(f->run), &f->net));
    assert_int_equal(run_stats(f->run)->images, images + 20);
    assert_true(run_stats(f->run)->done * (EPOCHS * TRAIN_IMAGES) > images + 19.9);
    for (int step = 1; step < 7; step++) { /* the last one short */
        assert_false(run_is_measuring(f->run));
        run_step(f->run);
    }
    assert_true(run_is_measuring(f->run));
    assert_int_equal(run_stats(f->run)->images, 2 * TRAIN_IMAGES);
    sgd_room_free(&room);
}

static void it_ends_where_the_whole_run_would_have(void **state)
{
    Fixture *f = *state;
    start(f, TRAIN_IMAGES + 200);
    advance_to(f, EPOCHS + 1);
    assert_int_equal(run_epoch(f->run)->epoch, EPOCHS);
    assert_true(run_stats(f->run)->finished);
    assert_int_equal(run_stats(f->run)->images, EPOCHS * TRAIN_IMAGES);
    assert_true(run_stats(f->run)->done >= 1.0);
}

static void at_the_end_of_an_epoch_it_begins_by_measuring_that(void **state)
{
    Fixture *f = *state;
    start(f, 3 * TRAIN_IMAGES);
    assert_true(run_is_measuring(f->run));
    advance_to(f, 4);
    assert_int_equal(run_epoch(f->run)->epoch, 3);
    assert_true(run_epoch(f->run)->test_cost > 0);
    assert_true(digits_same(run_net(f->run), &f->net));
    advance_to(f, EPOCHS + 1);
    assert_true(run_stats(f->run)->finished);
    assert_int_equal(run_stats(f->run)->images, EPOCHS * TRAIN_IMAGES);
}

static void from_its_end_it_is_measured_and_over(void **state)
{
    Fixture *f = *state;
    start(f, EPOCHS * TRAIN_IMAGES);
    advance_to(f, EPOCHS + 1);
    assert_true(run_stats(f->run)->finished);
    assert_true(digits_same(run_net(f->run), &f->net));
}

static void a_share_that_is_none_makes_no_run(void **state)
{
    Fixture *f = *state;
    f->config.begun = 1.5;
    assert_null(run_create(&f->train, &f->test, &f->config, &f->net, &f->err));
    assert_non_null(strstr(f->err.text, "1.5"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(inside_an_epoch_it_has_the_rest_of_that_to_train_at_the_rate_of_the_moment),
        TEST(it_ends_where_the_whole_run_would_have),
        TEST(at_the_end_of_an_epoch_it_begins_by_measuring_that),
        TEST(from_its_end_it_is_measured_and_over),
        TEST(a_share_that_is_none_makes_no_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
