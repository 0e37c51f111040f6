/* The runs that are kept to be compared: their names, colours and curves. */
#include "lab/runs.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

static RunRecipe usual(void)
{
    return (RunRecipe){
        .config = train_config_default(), .shape = net_shape_default(), .data = "MNIST"};
}

/* Figures of epochs 0 to `epochs`: the cost of epoch i is i. */
static Curves figures(int epochs)
{
    Curves curves = {0};
    for (int i = 0; i <= epochs; i++) {
        assert_true(curves_add(&curves, &(TrainEpoch){.epoch = i, .test_cost = i}));
    }
    return curves;
}

/* A run from beginning to end. */
static void pass(Runs *runs, const RunRecipe *recipe)
{
    Curves curves = figures(2);
    runs_begin(runs, recipe);
    runs_end(runs, &curves);
    assert_int_equal(curves.count, 0);
}

static void a_run_alone_is_named_by_its_recipe(void **state)
{
    (void)state;
    Runs runs = {0};
    RunRecipe recipe = usual();
    runs_begin(&runs, &recipe);
    assert_string_equal(runs.run[0].name, "rate 3.2 · batch 32 · 784-16-16-10 · seed 1");
    Curves none = {0};
    runs_end(&runs, &none);
    runs_free(&runs);
}

static void runs_are_named_by_what_differs(void **state)
{
    (void)state;
    Runs runs = {0};
    Err err;
    RunRecipe one = usual(), two = usual(), three = usual();
    two.config.rate = 5.0f;
    three.config.augment = AUGMENT_NONE;
    three.further = true;
    assert_true(net_shape_parse("32", &three.shape, &err));
    pass(&runs, &one);
    pass(&runs, &two);
    assert_string_equal(runs.run[0].name, "rate 3.2");
    assert_string_equal(runs.run[1].name, "rate 5");
    pass(&runs, &three);
    assert_string_equal(runs.run[0].name,
                        "rate 3.2 · 784-16-16-10 · augmented · from random weights");
    assert_string_equal(runs.run[2].name, "rate 3.2 · 784-32-10 · plain · trained further");
    runs_remove(&runs, 2);
    assert_string_equal(runs.run[0].name, "rate 3.2");
    two.config.rate = one.config.rate;
    two.config.first_layer = 1.0f;
    runs_remove(&runs, 1);
    pass(&runs, &two);
    assert_string_equal(runs.run[0].name, "first layer 0.3 of the rate");
    assert_string_equal(runs.run[1].name, "first layer 1 of the rate");
    runs_free(&runs);
}

static void equal_runs_are_counted(void **state)
{
    (void)state;
    Runs runs = {0};
    RunRecipe recipe = usual();
    for (int i = 0; i < 3; i++) {
        pass(&runs, &recipe);
    }
    assert_string_equal(runs.run[0].name, "rate 3.2 · batch 32 · 784-16-16-10 · seed 1");
    assert_string_equal(runs.run[1].name, "rate 3.2 · batch 32 · 784-16-16-10 · seed 1 (2)");
    assert_string_equal(runs.run[2].name, "rate 3.2 · batch 32 · 784-16-16-10 · seed 1 (3)");
    runs_free(&runs);
}

static void an_experiment_has_its_title_and_sets_no_other_run_apart(void **state)
{
    (void)state;
    Runs runs = {0};
    RunRecipe recipe = usual(), odd = usual(), five = usual();
    strcpy(odd.title, "Learning rate too large");
    odd.config.rate = 100.0f;
    pass(&runs, &recipe);
    pass(&runs, &odd);
    assert_string_equal(runs.run[0].name, "rate 3.2 · batch 32 · 784-16-16-10 · seed 1");
    assert_string_equal(runs.run[1].name, "Learning rate too large");
    five.config.seed = 5;
    pass(&runs, &five);
    assert_string_equal(runs.run[0].name, "seed 1");
    assert_string_equal(runs.run[1].name, "Learning rate too large");
    runs_free(&runs);
}

static void the_curves_move_when_a_run_ends(void **state)
{
    (void)state;
    Runs runs = {0};
    RunRecipe recipe = usual();
    Curves curves = figures(3);
    runs_begin(&runs, &recipe);
    assert_ptr_equal(runs_curves(&runs, 0, &curves), &curves);
    runs_end(&runs, &curves);
    assert_false(runs.open);
    assert_int_equal(curves.count, 0);
    const Curves *kept = runs_curves(&runs, 0, &curves);
    assert_int_equal(kept->count, 4);
    assert_float_equal(kept->test_cost[3], 3.0f, 0.0f);
    assert_int_equal(kept->last.epoch, 3);
    curves_free(&curves);
    runs_free(&runs);
}

static void a_run_without_an_epoch_is_forgotten(void **state)
{
    (void)state;
    Runs runs = {0};
    RunRecipe recipe = usual();
    Curves curves = figures(0);
    runs_begin(&runs, &recipe);
    runs_end(&runs, &curves);
    assert_int_equal(runs.count, 0);
    assert_int_equal(curves.count, 0);
    runs_end(&runs, &curves); /* none is open */
    assert_int_equal(runs.count, 0);
    curves_free(&curves);
    runs_free(&runs);
}

static void the_oldest_makes_room_and_colours_stay(void **state)
{
    (void)state;
    Runs runs = {0};
    for (int i = 0; i < RUNS_MAX; i++) {
        RunRecipe recipe = usual();
        recipe.config.seed = (uint64_t)i;
        pass(&runs, &recipe);
    }
    int colours = 0;
    for (int i = 0; i < RUNS_MAX; i++) {
        colours |= 1 << runs.run[i].colour;
    }
    assert_int_equal(colours, (1 << RUNS_MAX) - 1);
    int freed = runs.run[0].colour, kept = runs.run[1].colour;
    RunRecipe recipe = usual();
    recipe.config.seed = 99;
    pass(&runs, &recipe);
    assert_int_equal(runs.count, RUNS_MAX);
    assert_string_equal(runs.run[0].name, "seed 1");
    assert_int_equal(runs.run[0].colour, kept);
    assert_int_equal(runs.run[RUNS_MAX - 1].colour, freed);
    runs_free(&runs);
}

static void an_open_run_can_be_removed(void **state)
{
    (void)state;
    Runs runs = {0};
    RunRecipe recipe = usual();
    Curves curves = figures(3);
    pass(&runs, &recipe);
    runs_begin(&runs, &recipe);
    runs_remove(&runs, 0);
    assert_true(runs.open);
    runs_remove(&runs, 0);
    assert_false(runs.open);
    runs_end(&runs, &curves);
    assert_int_equal(runs.count, 0);
    curves_free(&curves);
    runs_free(&runs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_alone_is_named_by_its_recipe),
        cmocka_unit_test(runs_are_named_by_what_differs),
        cmocka_unit_test(equal_runs_are_counted),
        cmocka_unit_test(an_experiment_has_its_title_and_sets_no_other_run_apart),
        cmocka_unit_test(the_curves_move_when_a_run_ends),
        cmocka_unit_test(a_run_without_an_epoch_is_forgotten),
        cmocka_unit_test(the_oldest_makes_room_and_colours_stay),
        cmocka_unit_test(an_open_run_can_be_removed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
