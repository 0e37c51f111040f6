/* The shelf of networks: what stands there, in which order, and what gives way. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdio.h>

#include "lab/shelf.h"

/* A network that weights from that seed tell from others. @param accuracy  0 for untested */
static Model make(const char *hidden, uint64_t seed, double accuracy, bool broken_off)
{
    Err err;
    Model model;
    NetShape shape;
    assert_true(net_shape_parse(hidden, &shape, &err));
    assert_true(model_make_random(&model, &shape, seed, PREPARATION_FITTED, &err));
    model.fresh = false;
    model.broken_off = broken_off;
    model.info.tested = accuracy > 0.0;
    model.info.test_accuracy = accuracy;
    return model;
}

static void put(Shelf *shelf, uint64_t seed, double accuracy, bool broken_off)
{
    Model model = make("4", seed, accuracy, broken_off);
    shelf_put(shelf, &model);
    assert_null(model.net.block);
}

static bool holds(const Shelf *shelf, uint64_t seed)
{
    bool found = false;
    for (int i = 0; i < shelf->count; i++) {
        found |= shelf->entry[i].model.info.seed == seed;
    }
    return found;
}

static uint64_t seed_of(const Shelf *shelf, int entry)
{
    assert_in_range(entry, 0, shelf->count - 1);
    return shelf->entry[entry].model.info.seed;
}

static int begin(void **state)
{
    static Shelf shelf;
    Err err;
    *state = &shelf;
    return shelf_make(&shelf, &err) ? 0 : -1;
}

static int end(void **state)
{
    shelf_free(*state);
    return 0;
}

static void the_newest_stands_first_and_each_once(void **state)
{
    Shelf *shelf = *state;
    put(shelf, 1, 0.9, false);
    put(shelf, 2, 0.9, false);
    put(shelf, 1, 0.9, false);
    assert_int_equal(shelf->count, 2);
    assert_int_equal(seed_of(shelf, 0), 1);
    assert_int_equal(seed_of(shelf, 1), 2);
    assert_int_equal(shelf_find(shelf, shelf->entry[1].model.net.block)->info.seed, 2);
    assert_null(shelf_find(shelf, NULL));
}

static void a_run_that_changed_nothing_yet_does_not_replace_what_is_known(void **state)
{
    Shelf *shelf = *state;
    put(shelf, 1, 0.9, false);
    snprintf(shelf->entry[0].model.path.text, PATH_TEXT_MAX, "/a.safetensors");
    put(shelf, 2, 0.9, false);
    put(shelf, 1, 0.0, true);
    assert_int_equal(shelf->count, 2);
    assert_string_equal(shelf->entry[0].model.path.text, "/a.safetensors");
    assert_false(shelf->entry[0].model.broken_off);
    Model saved = make("4", 1, 0.9, false);
    snprintf(saved.path.text, sizeof saved.path.text, "/b.safetensors");
    shelf_put(shelf, &saved);
    assert_string_equal(shelf->entry[0].model.path.text, "/b.safetensors");
}

static void what_is_taken_is_there_no_longer(void **state)
{
    Shelf *shelf = *state;
    put(shelf, 1, 0.9, false);
    put(shelf, 2, 0.9, false);
    put(shelf, 3, 0.9, false);
    Model taken = shelf_take(shelf, 1);
    assert_int_equal(taken.info.seed, 2);
    assert_int_equal(shelf->count, 2);
    assert_false(holds(shelf, 2));
    assert_int_equal(shelf_newest(shelf, &taken), 0);
    assert_int_equal(shelf_newest(shelf, &shelf->entry[0].model), 1);
    model_free(&taken);
}

static void what_does_not_read_well_is_passed_over(void **state)
{
    Shelf *shelf = *state;
    Model shown = make("4", 99, 0.0, true);
    assert_int_equal(shelf_newest_sound(shelf, &shown), -1);
    put(shelf, 1, 0.950, false);
    put(shelf, 2, 0.945, false); /* nearly as well */
    put(shelf, 3, 0.939, false);
    put(shelf, 4, 0.0, true);
    assert_int_equal(seed_of(shelf, shelf_newest_sound(shelf, &shown)), 2);
    put(shelf, 5, 0.0, false);
    snprintf(shelf->entry[0].model.path.text, PATH_TEXT_MAX, "/a.safetensors");
    assert_int_equal(seed_of(shelf, shelf_newest_sound(shelf, &shown)), 5);
    assert_int_equal(seed_of(shelf, shelf_newest_sound(shelf, &shelf->entry[0].model)), 2);
    model_free(&shown);
}

static void a_larger_network_has_to_read_a_little_better(void **state)
{
    Shelf *shelf = *state;
    Model large = make("40", 9, 0.99, false), small = make("4", 1, 0.97, false);
    shelf_put(shelf, &large);
    assert_false(shelf_has_better(shelf, &small));
    small.info.test_accuracy = 0.85;
    assert_true(shelf_has_better(shelf, &small));
    put(shelf, 2, 0.87, false);
    small.info.test_accuracy = 0.90;
    assert_false(shelf_has_better(shelf, &small));
    put(shelf, 3, 0.92, false);
    assert_true(shelf_has_better(shelf, &small));
    model_free(&small);
}

static void the_least_loss_gives_way_first(void **state)
{
    Shelf *shelf = *state;
    put(shelf, 1, 0.95, false); /* the best */
    put(shelf, 2, 0.10, false);
    put(shelf, 3, 0.95, true);
    put(shelf, 4, 0.0, true);
    put(shelf, 5, 0.0, true);
    for (int i = shelf->count; i < SHELF_MOST; i++) {
        put(shelf, 100 + (uint64_t)i, 0.95, false);
    }
    static const uint64_t ORDER[] = {4, 5, 3, 2, 1};
    for (int i = 0; i < 5; i++) {
        assert_true(holds(shelf, ORDER[i]));
        put(shelf, 200 + (uint64_t)i, 0.95, false);
        assert_int_equal(shelf->count, SHELF_MOST);
        assert_false(holds(shelf, ORDER[i]));
    }
}

static void a_run_that_was_broken_off_does_not_push_a_finished_one_out(void **state)
{
    Shelf *shelf = *state;
    for (int i = 0; i < SHELF_MOST; i++) {
        put(shelf, 1 + (uint64_t)i, i == 0 ? 0.10 : 0.95, false);
    }
    put(shelf, 100, 0.0, true);
    assert_int_equal(shelf->count, SHELF_MOST);
    assert_true(holds(shelf, 1));
    Model random = make("4", 101, 0.0, false);
    random.fresh = true;
    shelf_put(shelf, &random);
    assert_true(holds(shelf, 1));
}

static void each_change_counts(void **state)
{
    Shelf *shelf = *state;
    int before = shelf->revision;
    put(shelf, 1, 0.95, false);
    assert_int_not_equal(shelf->revision, before);
    before = shelf->revision;
    Model taken = shelf_take(shelf, 0);
    assert_int_not_equal(shelf->revision, before);
    model_free(&taken);
}

#define SHELF_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SHELF_TEST(the_newest_stands_first_and_each_once),
        SHELF_TEST(a_run_that_changed_nothing_yet_does_not_replace_what_is_known),
        SHELF_TEST(what_is_taken_is_there_no_longer),
        SHELF_TEST(what_does_not_read_well_is_passed_over),
        SHELF_TEST(a_larger_network_has_to_read_a_little_better),
        SHELF_TEST(the_least_loss_gives_way_first),
        SHELF_TEST(a_run_that_was_broken_off_does_not_push_a_finished_one_out),
        SHELF_TEST(each_change_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
