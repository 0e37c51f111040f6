/* The training strip in the window: folded and open, its buttons, its figures, the run again. */
#include "app_fixture.h"

#include <math.h>

#include "lab/moment.h"
#include "lab/scrub.h"
#include "lab/weights.h"

enum { MINIBATCH = 10, EPOCH_STEPS = 3, EPOCHS = 4, ENDLESS = 10000 };

static int strip_h(const Fixture *f)
{
    return f->app.shell.layout.strip.h;
}

static bool is_there(const Fixture *f, int action)
{
    return widget_find(f->app.shell.widget, f->app.shell.widgets, action) >= 0;
}

static void press(Fixture *f, int action)
{
    fixture_click(f, fixture_widget(f, action));
    fixture_frame(f);
}

static const char *value(const Fixture *f, int figure)
{
    return f->app.shell.strip.figure[figure].value;
}

static bool is_idle(const App *app)
{
    return app->lab.stats.phase == TRAIN_IDLE;
}

static bool has_trained(const App *app)
{
    return app->lab.stats.epochs > 2;
}

/* All that a step leads to is known. */
static bool is_settled(const App *app)
{
    const TrainStats *stats = &app->lab.stats;
    return stats->estimated && stats->accuracy_step == stats->steps && app->lab.curves.count > 0 &&
           app->lab.curves.count > stats->steps / EPOCH_STEPS;
}

/* Random weights, and so many single steps from there. */
static void take_steps(Fixture *f, int steps)
{
    f->app.lab.recipe.minibatch = MINIBATCH;
    f->app.lab.recipe.epochs = EPOCHS;
    action_do(&f->app.shell, ACTION_RESET);
    for (int step = 1; step <= steps; step++) {
        action_do(&f->app.shell, ACTION_STEP);
        while (f->app.lab.stats.steps < step || !is_settled(&f->app)) {
            fixture_turn(f);
        }
    }
    fixture_frame(f);
}

static void it_is_one_line_until_it_is_asked_for(void **state)
{
    Fixture *f = *state;
    fixture_frame(f);
    int folded = strip_h(f), network = f->app.shell.layout.inputs.h;
    assert_false(is_there(f, ACTION_STEP) || is_there(f, ACTION_SPEED) || is_there(f, ACTION_TIME));
    assert_true(is_there(f, ACTION_CONTINUE) && is_there(f, ACTION_SCRATCH));
    press(f, ACTION_TIME_LINE);
    assert_true(strip_h(f) > 2 * folded);
    assert_true(f->app.shell.layout.inputs.h < network);
    assert_true(is_there(f, ACTION_STEP) && is_there(f, ACTION_SPEED));
    fixture_keep(f);
    fixture_start_again(f, f->data.text);
    fixture_frame(f);
    assert_true(strip_h(f) > 2 * folded);
    press(f, ACTION_TIME_LINE);
    assert_int_equal(strip_h(f), folded);
    fixture_draw(f);
}

static void a_run_opens_it_and_it_can_be_folded_while_that_goes_on(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.epochs = ENDLESS;
    fixture_frame(f);
    int folded = strip_h(f);
    press(f, ACTION_SCRATCH);
    fixture_wait(f, has_trained);
    fixture_frame(f);
    assert_true(strip_h(f) > 2 * folded);
    fixture_draw(f);
    assert_true(f->app.shell.strip.points > 0);
    fixture_key(f, SDLK_F5, 0); /* there the curve is not drawn twice */
    fixture_draw(f);
    assert_int_equal(f->app.shell.strip.points, 0);
    assert_true(strip_h(f) > folded);
    press(f, ACTION_TIME_LINE);
    assert_int_equal(strip_h(f), folded);
    assert_non_null(strstr(f->app.shell.strip.status, "accuracy ~"));
    press(f, ACTION_TRAIN);
    assert_int_equal(f->app.lab.stats.phase, TRAIN_PAUSED);
}

/* Beside a run that has ended, what is set for the next one is not its own. */
static void its_settings_are_those_of_the_run_on_show(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.rate = 0.7f;
    take_steps(f, 2);
    training_stop(&f->app.lab);
    fixture_wait(f, is_idle);
    f->app.lab.recipe.rate = 0.3f;
    f->app.lab.recipe.minibatch = 20;
    fixture_frame(f);
    f->app.shell.redraw = true;
    fixture_draw(f);
    assert_non_null(strstr(f->app.shell.strip.status, "minibatch 10"));
    assert_non_null(strstr(f->app.shell.strip.status, "rate 0.7"));
    action_do(&f->app.shell, ACTION_RESET);
    f->app.shell.redraw = true;
    fixture_draw(f);
    assert_non_null(strstr(f->app.shell.strip.status, "rate 0.3"));
}

/* In the middle of an epoch the strip says when it was tested, and the menu bar that these weights
 * were not. */
static void a_test_of_before_is_not_that_of_the_weights_on_show(void **state)
{
    Fixture *f = *state;
    take_steps(f, EPOCH_STEPS + 1);
    training_stop(&f->app.lab);
    fixture_wait(f, is_idle);
    f->app.shell.redraw = true;
    fixture_draw(f);
    assert_string_equal(f->app.shell.strip.figure[3].name, "test at epoch 1");
    assert_non_null(strstr(f->app.shell.model_text, "· not tested as it is"));
}

static void figures_move_with_every_step(void **state)
{
    Fixture *f = *state;
    take_steps(f, 1);
    assert_string_equal(value(f, 0), "0.33 of 4");
    assert_int_equal(value(f, 2)[0], '~');
    assert_true(f->app.shell.strip.figure[3].old); /* the test is of epoch 0 */
    assert_string_equal(f->app.shell.strip.figure[3].name, "test at epoch 0");
    float cost = f->app.lab.history.point[0].smooth;
    char text[24];
    snprintf(text, sizeof text, "%.2f", (double)cost);
    assert_string_equal(value(f, 1), text);
    take_steps(f, EPOCH_STEPS);
    assert_string_equal(value(f, 0), "1 of 4");
    assert_int_equal(f->app.lab.history.points, EPOCH_STEPS);
    assert_false(f->app.shell.strip.figure[3].old);
    assert_string_equal(f->app.shell.strip.figure[3].name, "on test images");
}

static void figures_are_those_of_the_moment_on_show(void **state)
{
    Fixture *f = *state;
    take_steps(f, EPOCH_STEPS + 1);
    char newest[24], cost[24];
    snprintf(newest, sizeof newest, "%s", value(f, 1));
    scrub_to(&f->app.lab, 1);
    fixture_frame(f);
    snprintf(cost, sizeof cost, "%.2f", (double)f->app.lab.history.point[0].smooth);
    assert_string_equal(value(f, 0), "0.33 of 4");
    assert_string_equal(value(f, 1), cost);
    assert_true(f->app.shell.strip.figure[3].old);
    scrub_to(&f->app.lab, 0); /* no minibatch was trained on then */
    fixture_frame(f);
    assert_string_equal(value(f, 0), "0 of 4");
    assert_string_equal(value(f, 1), "–");
    scrub_live(&f->app.lab);
    fixture_frame(f);
    assert_string_equal(value(f, 1), newest);
}

static void other_weights_have_no_figures_of_the_run(void **state)
{
    Fixture *f = *state;
    Err err;
    take_steps(f, 2);
    action_do(&f->app.shell, ACTION_STOP);
    fixture_wait(f, is_idle);
    fixture_frame(f);
    assert_string_equal(value(f, 0), "0.67 of 4"); /* they are still its weights */
    assert_int_equal(value(f, 2)[0], '~');
    assert_true(weights_keep(&f->app.lab, "one weight", &err));
    f->app.lab.model.net.weight[1][3] += 1.0f;
    weights_changed(&f->app.lab);
    fixture_frame(f);
    for (int i = 0; i < STRIP_FIGURES; i++) {
        assert_string_equal(value(f, i), "–");
    }
    take_steps(f, 1);
    action_do(&f->app.shell, ACTION_RESET);
    fixture_frame(f);
    assert_int_equal(f->app.lab.history.points, 0);
    assert_string_equal(value(f, 1), "–");
}

static void continue_goes_on_with_a_run_to_its_planned_end(void **state)
{
    Fixture *f = *state;
    take_steps(f, EPOCH_STEPS + 2);
    action_do(&f->app.shell, ACTION_STOP);
    fixture_wait(f, is_idle);
    fixture_frame(f);
    press(f, ACTION_CONTINUE);
    fixture_wait(f, is_idle);
    assert_true(f->app.lab.stats.finished);
    assert_int_equal(f->app.lab.stats.steps, EPOCHS * EPOCH_STEPS);
    assert_int_equal(f->app.lab.history.points, EPOCHS * EPOCH_STEPS); /* no step is missing */
    assert_int_equal(f->app.lab.config.epochs, EPOCHS);
    assert_int_equal(f->app.lab.curves.count, EPOCHS + 1);
    press(f, ACTION_CONTINUE); /* and after that it trains further, as briefly as that does */
    assert_int_equal(f->app.lab.config.epochs, train_config_further().epochs);
}

static void continue_resumes_what_is_paused_and_goes_on_from_a_moment(void **state)
{
    Fixture *f = *state;
    take_steps(f, 5);
    assert_int_equal(f->app.lab.stats.phase, TRAIN_PAUSED);
    scrub_to(&f->app.lab, 2);
    fixture_frame(f);
    press(f, ACTION_CONTINUE);
    assert_true(f->app.lab.history.points >= 2);
    assert_string_equal(f->app.lab.runs.run[f->app.lab.runs.count - 1].recipe.title,
                        "from epoch 0.667");
    fixture_wait(f, is_idle);
    take_steps(f, 1);
    press(f, ACTION_CONTINUE);
    assert_int_equal(f->app.lab.stats.phase, TRAIN_RUNNING);
    assert_false(action_can(&f->app.shell, ACTION_CONTINUE));
}

static void random_weights_have_nothing_to_go_on_with(void **state)
{
    Fixture *f = *state;
    assert_true(action_can(&f->app.shell, ACTION_CONTINUE));
    action_do(&f->app.shell, ACTION_RESET);
    assert_false(action_can(&f->app.shell, ACTION_CONTINUE));
    assert_true(action_can(&f->app.shell, ACTION_SCRATCH));
}

static void from_scratch_drops_the_run_and_begins_with_random_weights(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.epochs = ENDLESS;
    fixture_frame(f);
    press(f, ACTION_SCRATCH);
    fixture_wait(f, has_trained);
    int run = f->app.lab.run;
    fixture_frame(f);
    press(f, ACTION_SCRATCH);
    assert_int_equal(f->app.lab.run, run + 1);
    assert_int_equal(f->app.lab.stats.phase, TRAIN_RUNNING);
    assert_true(f->app.lab.timeline.frames <= 2);
    assert_int_equal(f->app.lab.runs.count, 2); /* the other run's curves stay */
}

static void the_line_grows_with_the_run_up_to_its_planned_end(void **state)
{
    Fixture *f = *state;
    Lab *lab = &f->app.lab;
    lab->stats.steps_planned = 100000;
    assert_float_equal(scrub_place(lab, 0.0), 0.0f, 1e-6f);
    for (int64_t steps = 1; steps < 100000; steps = 2 * steps + 1) {
        lab->stats.steps = steps;
        double end = scrub_end(lab);
        assert_true(end <= 100000.0 && end >= fmin(10.0 * (double)steps, 100000.0));
        assert_true(steps < 100 || scrub_place(lab, (double)steps) > 0.6f);
        assert_float_equal(scrub_place(lab, end), 1.0f, 1e-6f);
    }
    lab->stats = (TrainStats){.run = lab->stats.run, .snapshot = lab->stats.snapshot};
}

static bool has_replayed(const App *app)
{
    return !app->shell.replay.on;
}

static void a_run_that_is_over_is_played_again_and_stops_at_its_end(void **state)
{
    Fixture *f = *state;
    f->app.lab.settings.strip_open = true;
    fixture_frame(f);
    assert_false(action_can(&f->app.shell, ACTION_REPLAY));
    take_steps(f, 6);
    action_do(&f->app.shell, ACTION_STOP);
    fixture_wait(f, is_idle);
    fixture_frame(f);
    press(f, ACTION_REPLAY);
    assert_int_equal(moment_frame(&f->app.lab), 0);
    assert_string_equal(action_label(&f->app.shell, ACTION_REPLAY), "Pause");
    f->app.shell.replay.at_ms -= 2000; /* as if so long ago */
    fixture_frame(f);
    assert_true(moment_frame(&f->app.lab) > 0);
    assert_true(f->app.shell.replay.on);
    scrub_to(&f->app.lab, 4); /* the person looks elsewhere */
    fixture_frame(f);
    assert_false(f->app.shell.replay.on);
    assert_int_equal(moment_frame(&f->app.lab), 4);
    press(f, ACTION_REPLAY);
    f->app.shell.replay.at_ms -= 8000;
    fixture_wait(f, has_replayed);
    assert_int_equal(moment_frame(&f->app.lab), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(it_is_one_line_until_it_is_asked_for),
        APP_TEST(a_run_opens_it_and_it_can_be_folded_while_that_goes_on),
        APP_TEST(its_settings_are_those_of_the_run_on_show),
        APP_TEST(a_test_of_before_is_not_that_of_the_weights_on_show),
        APP_TEST(figures_move_with_every_step),
        APP_TEST(figures_are_those_of_the_moment_on_show),
        APP_TEST(other_weights_have_no_figures_of_the_run),
        APP_TEST(continue_goes_on_with_a_run_to_its_planned_end),
        APP_TEST(continue_resumes_what_is_paused_and_goes_on_from_a_moment),
        APP_TEST(random_weights_have_nothing_to_go_on_with),
        APP_TEST(from_scratch_drops_the_run_and_begins_with_random_weights),
        APP_TEST(the_line_grows_with_the_run_up_to_its_planned_end),
        APP_TEST(a_run_that_is_over_is_played_again_and_stops_at_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
