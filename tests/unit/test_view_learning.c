/* The view Learning: curves with their figures, the legend, settings by keys and by mouse. */
#include "learning_fixture.h"

#include "lab/experiments.h"
#include "lab/moment.h"
#include "lab/recipe.h"
#include "lab/scrub.h"
#include "shell/seat.h"
#include "shell/tell.h"
#include "views/learning/learning_curves.h"
#include "views/learning/learning_legend.h"

static bool has_two_epochs(const App *app)
{
    return app->lab.curves.count > 2;
}

static const Runs *runs_of(const Fixture *f)
{
    return &f->app.lab.runs;
}

/* A run from beginning to end. */
static void train(Fixture *f)
{
    f->app.lab.recipe.epochs = EPOCHS;
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    fixture_wait(f, is_idle);
}

static void show(Fixture *f)
{
    fixture_key(f, SDLK_F5, 0);
    assert_int_equal(f->app.shell.view, VIEW_LEARNING);
}

/* Tab as far as that widget. */
static void focus_on(Fixture *f, int wanted)
{
    int tabs = 0;
    do {
        fixture_key(f, SDLK_TAB, 0);
    } while (f->app.shell.focus != wanted && ++tabs < SHELL_WIDGETS);
    assert_int_equal(f->app.shell.focus, wanted);
}

/* What the spot says that has that number. */
static Hint explained(Fixture *f, int about)
{
    Hint hint = {{0}, {0}, {0}};
    PANE_OF_LEARNING.explain(&f->app.learning_view, about, (SDL_Point){0, 0}, &hint);
    assert_true(*hint.title && *hint.formula);
    return hint;
}

static void the_curves_are_those_of_the_run(void **state)
{
    Fixture *f = *state;
    train(f);
    show(f);
    const LearningView *view = &f->app.learning_view;
    assert_int_equal(view->cost.runs, 1);
    assert_ptr_equal(view->cost_run[0].test.y, f->app.lab.curves.test_cost);
    assert_ptr_equal(view->accuracy_run[0].train.y, f->app.lab.curves.train_accuracy);
    assert_int_equal(view->cost_run[0].test.count, EPOCHS + 1);
    assert_int_equal(view->cost_run[0].train.first, 1);
    assert_float_equal(view->cost.end, (float)EPOCHS, 1e-6f);
    for (int e = 1; e <= EPOCHS; e++) {
        assert_true((float)e < 0.05f * view->cost.end ||
                    view->cost_run[0].test.y[e] <= view->cost.high);
        assert_true(view->accuracy_run[0].test.y[e] >= view->accuracy.low);
    }
    assert_float_equal(view->cost.planned, (float)EPOCHS, 1e-6f); /* the dashes are at its end */
    fixture_draw(f);
}

static void the_epoch_under_the_pointer_is_crossed_in_both_plots(void **state)
{
    Fixture *f = *state;
    train(f);
    show(f);
    SDL_Rect box = f->app.learning_view.accuracy_box;
    fixture_move(f, (SDL_Point){box.x + box.w * 4 / EPOCHS, box.y + 20});
    fixture_frame(f);
    assert_int_equal(f->app.learning_view.cost.crossed, 4);
    assert_int_equal(f->app.learning_view.accuracy.crossed, 4);
    char text[32];
    snprintf(text, sizeof text, "cost %.4f", (double)f->app.lab.curves.test_cost[4]);
    assert_non_null(strstr(explained(f, LEARNING_ABOUT_RUN).formula, text));
    fixture_move(f, (SDL_Point){box.x, box.y - 100});
    fixture_frame(f);
    assert_int_equal(f->app.learning_view.cost.crossed, -1);
}

static void a_press_or_the_arrow_keys_hold_an_epoch(void **state)
{
    Fixture *f = *state;
    train(f);
    show(f);
    SDL_Rect box = f->app.learning_view.cost_box;
    fixture_click(f, (SDL_Point){box.x + box.w * 2 / EPOCHS, box.y + 20});
    fixture_move(f, (SDL_Point){4, 4});
    fixture_frame(f);
    assert_int_equal(learning_curves_epoch(&f->app.learning_view), 2);
    focus_on(f, action(LEARNING_AREA));
    fixture_key(f, SDLK_RIGHT, 0);
    assert_int_equal(learning_curves_epoch(&f->app.learning_view), 3);
    fixture_key_often(f, SDLK_LEFT, 9);
    assert_int_equal(learning_curves_epoch(&f->app.learning_view), 0);
    fixture_key(f, SDLK_END, 0);
    assert_int_equal(learning_curves_epoch(&f->app.learning_view), EPOCHS);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(learning_curves_epoch(&f->app.learning_view), -1);
}

static void the_costs_axis_is_logarithmic_or_not(void **state)
{
    Fixture *f = *state;
    train(f);
    show(f);
    const Plot *cost = &f->app.learning_view.cost;
    assert_true(cost->log);
    assert_true(cost->low > 0.0f && cost->low < cost->high);
    for (int e = 0; e <= EPOCHS; e++) {
        assert_in_range((int)(1e4f * plot_height(cost, f->app.lab.curves.test_cost[e])), 1, 10000);
    }
    fixture_draw(f);
    fixture_click(f, fixture_widget(f, action(LEARNING_LOG)));
    assert_false(cost->log);
    focus_on(f, action(LEARNING_LOG));
    fixture_key(f, SDLK_SPACE, 0);
    assert_true(cost->log);
}

static void runs_can_be_hidden_and_removed_by_mouse(void **state)
{
    Fixture *f = *state;
    train(f);
    f->app.lab.recipe.rate = 5.0f;
    train(f);
    show(f);
    assert_int_equal(runs_of(f)->count, 2);
    assert_string_equal(runs_of(f)->run[1].name, "rate 5");
    fixture_click(f, fixture_widget(f, action(LEARNING_SHOW)));
    assert_true(runs_of(f)->run[0].hidden);
    assert_int_equal(f->app.learning_view.cost.runs, 1);
    assert_ptr_equal(f->app.learning_view.cost_run[0].test.y, f->app.lab.curves.test_cost);
    fixture_click(f, fixture_widget(f, action(LEARNING_REMOVE)));
    assert_int_equal(runs_of(f)->count, 1);
    assert_float_equal(runs_of(f)->run[0].recipe.config.rate, 5.0f, 0.0f);
    fixture_draw(f);
}

static void runs_can_be_hidden_and_removed_by_keys(void **state)
{
    Fixture *f = *state;
    train(f);
    train(f);
    show(f);
    focus_on(f, action(LEARNING_AREA));
    fixture_key(f, SDLK_DOWN, 0);
    fixture_key(f, SDLK_SPACE, 0);
    assert_true(runs_of(f)->run[1].hidden);
    assert_false(runs_of(f)->run[0].hidden);
    fixture_key(f, SDLK_DELETE, 0);
    assert_int_equal(runs_of(f)->count, 1);
    fixture_key(f, SDLK_DELETE, 0);
    fixture_key(f, SDLK_DELETE, 0);
    assert_int_equal(runs_of(f)->count, 0);
    fixture_draw(f);
}

static bool has_a_step(const App *app)
{
    return app->lab.stats.steps == 1 && app->lab.stats.epochs > 0;
}

static void a_run_under_way_is_not_removed(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.epochs = 10000;
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    fixture_wait(f, has_two_epochs);
    show(f);
    focus_on(f, action(LEARNING_AREA));
    fixture_key(f, SDLK_DELETE, 0);
    fixture_click(f, fixture_widget(f, action(LEARNING_REMOVE)));
    assert_int_equal(runs_of(f)->count, 1);
    fixture_draw(f);
}

/* From the first minibatches on, long before an epoch is over. */
static void a_run_under_way_fills_the_plots_from_its_first_minibatches(void **state)
{
    Fixture *f = *state;
    const LearningView *view = &f->app.learning_view;
    f->app.lab.recipe.epochs = 10000;
    f->app.lab.recipe.minibatch = 2;
    fixture_key(f, SDLK_t, KMOD_LCTRL | KMOD_LSHIFT);
    fixture_wait(f, has_a_step);
    show(f);
    assert_int_equal(view->cost_run[0].points, 1);
    for (int step = 2; step <= 60; step++) {
        float end = view->cost.end, high = view->cost.high;
        fixture_key(f, SDLK_t, KMOD_LCTRL | KMOD_LSHIFT);
        while (f->app.lab.stats.steps < step) {
            fixture_turn(f);
        }
        fixture_frame(f);
        assert_in_range(view->cost.end * 1000, end * 1000, end * 1100 + 1); /* nothing jumps */
        assert_true(view->cost.high > 0.7f * high);
    }
    const PlotPoint *newest = &view->live_cost[view->live - 1];
    assert_true(newest->epoch > 0.85f * view->cost.end && newest->epoch <= view->cost.end);
    assert_true(newest->y <= view->cost.high);
    assert_true(view->cost.planned > view->cost.end); /* it comes into sight later */
    fixture_draw(f);
}

static void a_network_that_takes_the_place_of_a_run_leaves_its_curves(void **state)
{
    Fixture *f = *state;
    train(f);
    float last = f->app.lab.curves.test_cost[EPOCHS];
    fixture_key(f, SDLK_b, KMOD_LCTRL | KMOD_LSHIFT); /* the default network */
    assert_int_equal(f->app.lab.curves.count, 0);
    assert_int_equal(runs_of(f)->count, 1);
    assert_float_equal(runs_of(f)->run[0].curves.test_cost[EPOCHS], last, 0.0f);
}

static void a_press_on_the_ribbon_looks_back_and_holds_no_epoch(void **state)
{
    Fixture *f = *state;
    train(f);
    show(f);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f);
    while (!f->app.learning_view.ribbon.complete) {
        fixture_frame(f);
    }
    SDL_Rect ribbon = f->app.learning_view.ribbon.places.picture;
    assert_true(f->app.learning_view.ribbon.bands.column[0].known);
    fixture_press(f, (SDL_Point){ribbon.x + 2, ribbon.y + 2}, SDL_BUTTON_LEFT);
    fixture_frame(f);
    assert_int_equal(moment_frame(&f->app.lab), 0);
    fixture_move(f, (SDL_Point){ribbon.x + 2, ribbon.y - 100}); /* over a plot, still held */
    fixture_frame(f);
    assert_int_equal(moment_frame(&f->app.lab), 0);
    fixture_release(f, (SDL_Point){ribbon.x + 2, ribbon.y - 100}, SDL_BUTTON_LEFT);
    assert_int_equal(f->app.learning_view.held, 0);
    fixture_draw(f);
}

static void the_table_has_every_epoch_of_every_run(void **state)
{
    Fixture *f = *state;
    train(f);
    train(f);
    char line[512], wanted[RUN_NAME_MAX + 64];
    FILE *out = tmpfile();
    assert_non_null(out);
    assert_true(PANE_OF_LEARNING.table(&f->app.learning_view, out));
    rewind(out);
    assert_non_null(fgets(line, sizeof line, out));
    assert_string_equal(line, "run,epoch,train_cost,test_cost,train_accuracy,test_accuracy\n");
    assert_non_null(fgets(line, sizeof line, out));
    snprintf(wanted, sizeof wanted, "\"%s\",0,,%.6g,,", runs_of(f)->run[0].name,
             (double)runs_of(f)->run[0].curves.test_cost[0]);
    assert_memory_equal(line, wanted, strlen(wanted));
    int lines = 2;
    while (fgets(line, sizeof line, out)) {
        lines++;
    }
    assert_int_equal(lines, 1 + 2 * (EPOCHS + 1));
    snprintf(wanted, sizeof wanted, "\"%s\",%d,%.6g,", runs_of(f)->run[1].name, EPOCHS,
             (double)f->app.lab.curves.train_cost[EPOCHS]);
    assert_memory_equal(line, wanted, strlen(wanted));
    fclose(out);
}

static void escape_ends_what_is_held_and_then_is_for_others(void **state)
{
    Fixture *f = *state;
    train(f);
    fixture_key(f, SDLK_F5, 0);
    focus_on(f, action(LEARNING_AREA));
    fixture_key(f, SDLK_LEFT, 0);
    tell(&f->app.shell, false, ACTION_NONE, "News.");
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(f->app.learning_view.held, 0);
    assert_string_equal(f->app.shell.notice.text, "News.");
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_string_equal(f->app.shell.notice.text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(the_curves_are_those_of_the_run),
        APP_TEST(the_epoch_under_the_pointer_is_crossed_in_both_plots),
        APP_TEST(a_press_or_the_arrow_keys_hold_an_epoch),
        APP_TEST(the_costs_axis_is_logarithmic_or_not),
        APP_TEST(runs_can_be_hidden_and_removed_by_mouse),
        APP_TEST(runs_can_be_hidden_and_removed_by_keys),
        APP_TEST(a_run_under_way_is_not_removed),
        APP_TEST(a_run_under_way_fills_the_plots_from_its_first_minibatches),
        APP_TEST(a_network_that_takes_the_place_of_a_run_leaves_its_curves),
        APP_TEST(a_press_on_the_ribbon_looks_back_and_holds_no_epoch),
        APP_TEST(the_table_has_every_epoch_of_every_run),
        APP_TEST(escape_ends_what_is_held_and_then_is_for_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
