/* Experiments of the view Learning: their runs, and what is said of them. */
#include "learning_fixture.h"

#include "lab/experiments.h"
#include "lab/series.h"

static bool is_settled(const App *app)
{
    return app->lab.stats.phase == TRAIN_IDLE && !app->lab.loader && app->lab.trainer;
}

/* Press a button of the view. */
static void press(Fixture *f, int command)
{
    fixture_click(f, fixture_widget(f, action(command)));
}

/* Begin one by mouse, whose panel closes then. */
static void begin_by_mouse(Fixture *f, Experiment which)
{
    fixture_key(f, SDLK_F5, 0);
    press(f, LEARNING_EXPERIMENTS);
    if (widget_find(f->app.shell.widget, f->app.shell.widgets,
                    action(LEARNING_EXPERIMENT + (int)which)) < 0) {
        press(f, LEARNING_MORE);
    }
    press(f, LEARNING_EXPERIMENT + (int)which);
    assert_int_equal(f->app.learning_view.page, PAGE_CURVES);
}

/* With a recipe that goes on until it is stopped. */
static void begin(Fixture *f, Experiment which)
{
    f->app.lab.recipe.epochs = ENDLESS;
    begin_by_mouse(f, which);
    fixture_wait(f, has_begun);
}

static const KeptRun *newest(const Fixture *f)
{
    const Runs *runs = &f->app.lab.runs;
    return &runs->run[runs->count - 1];
}

static void an_experiment_is_named_and_leaves_the_recipe(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.epochs = ENDLESS;
    TrainConfig before = f->app.lab.recipe;
    f->app.lab.settings.strip_open = true; /* as with any run */
    Settings settings = f->app.lab.settings;
    for (int which = EXPERIMENT_NORMAL; which < EXPERIMENTS; which++) {
        begin(f, (Experiment)which);
        assert_string_equal(newest(f)->name, experiment_name((Experiment)which));
        assert_memory_equal(&f->app.lab.recipe, &before, sizeof before);
        assert_memory_equal(&f->app.lab.settings, &settings, sizeof settings);
        fixture_draw(f);
    }
    assert_int_equal(f->app.lab.runs.count, EXPERIMENTS - EXPERIMENT_NORMAL);
    fixture_key(f, SDLK_t, KMOD_LCTRL | KMOD_LSHIFT);
    fixture_key(f, SDLK_PERIOD, KMOD_LCTRL);
    fixture_wait(f, is_settled);
    fixture_key(f, SDLK_t, KMOD_LCTRL); /* a run like any other */
    assert_float_equal(f->app.lab.config.rate, before.rate, 0.0f);
    assert_int_equal(newest(f)->recipe.title[0], 0);
}

static void learning_rates_of_experiments_are_far_off(void **state)
{
    Fixture *f = *state;
    begin(f, EXPERIMENT_LARGE_RATE);
    assert_float_equal(f->app.lab.config.rate, 100.0f, 0.0f);
    begin(f, EXPERIMENT_SMALL_RATE);
    assert_float_equal(f->app.lab.config.rate, 0.001f, 0.0f);
    begin(f, EXPERIMENT_NORMAL);
    assert_float_equal(f->app.lab.config.rate, f->app.lab.recipe.rate, 0.0f);
}

static void labels_are_shuffled_for_their_experiment_alone(void **state)
{
    Fixture *f = *state;
    assert_false(f->app.lab.loaded.shuffled);
    begin(f, EXPERIMENT_SHUFFLED);
    assert_true(f->app.lab.loaded.shuffled);
    assert_string_equal(f->app.lab.mix.name, "other data + strokes, labels shuffled");
    assert_true(augment_is_none(&f->app.lab.config.augment));
    assert_string_equal(newest(f)->recipe.data, "other data + strokes, labels shuffled");
    fixture_key(f, SDLK_PERIOD, KMOD_LCTRL);
    fixture_wait(f, is_settled);
    fixture_frame(f);
    fixture_wait(f, is_settled);
    assert_false(f->app.lab.loaded.shuffled);
    assert_string_equal(f->app.lab.mix.name, "other data + strokes");
}

static void an_experiment_begins_though_another_view_came_up(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_F5, 0);
    action_do(&f->app.shell, action(LEARNING_EXPERIMENT + (int)EXPERIMENT_SHUFFLED));
    fixture_key(f, SDLK_F2, 0);
    assert_int_equal(f->app.shell.view, VIEW_NETWORK);
    fixture_wait(f, has_begun);
    assert_true(f->app.lab.loaded.shuffled);
}

static void equal_weights_are_equal(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_F5, 0);
    action_do(&f->app.shell, action(LEARNING_EXPERIMENT + (int)EXPERIMENT_EQUAL));
    const Net *net = &f->app.lab.model.net;
    float weight = net->weight[0][0];
    assert_true(weight != 0.0f);
    for (int l = 0; l < net->shape.layers; l++) {
        for (int to = 0; to < net->shape.size[l + 1]; to++) {
            assert_float_equal(net->weight[l][to], weight, 0.0f);
            assert_float_equal(net->bias[l][to], weight, 0.0f);
        }
    }
    fixture_wait(f, has_begun);
    for (int to = 1; to < net->shape.size[1]; to++) { /* whatever it has learned */
        assert_float_equal(net->bias[0][to], net->bias[0][0], 1e-5f);
    }
}

static const char *message(Fixture *f)
{
    fixture_frame(f);
    return f->app.learning_view.message;
}

static bool is_over(const App *app)
{
    return !app->lab.series.on;
}

static bool is_at_the_second(const App *app)
{
    return app->lab.series.run == 1;
}

static void several_rates_are_tried_one_after_the_other(void **state)
{
    Fixture *f = *state;
    const Lab *lab = &f->app.lab;
    char seen[160], part[64];
    f->app.lab.recipe.epochs = EPOCHS;
    begin_by_mouse(f, EXPERIMENT_RATES);
    assert_string_equal(message(f), "Experiment, run 1 of 4: rate 0.03");
    fixture_wait(f, is_at_the_second);
    assert_string_equal(message(f), "Experiment, run 2 of 4: rate 0.3");
    fixture_draw(f);
    fixture_wait(f, is_over);
    assert_int_equal(lab->runs.count, 4);
    int best = 0;
    for (int run = 0; run < 4; run++) {
        const KeptRun *kept = &lab->runs.run[run];
        assert_float_equal(kept->recipe.config.rate, experiment_rate(run), 0.0f);
        assert_true(kept->recipe.config.seed == lab->recipe.seed);
        best = lab->series.end[run].cost < lab->series.end[best].cost ? run : best;
    }
    snprintf(seen, sizeof seen, "%s", message(f));
    snprintf(part, sizeof part, "Rate %g ended lowest: cost %.2f, %.0f %% right",
             (double)experiment_rate(best), lab->series.end[best].cost,
             100.0 * lab->series.end[best].right);
    assert_memory_equal(seen, part, strlen(part));
    assert_float_equal(lab->series.end[3].cost, lab->curves.last.test_cost, 0.0);
    fixture_key(f, SDLK_t, KMOD_LCTRL); /* another run has another story */
    fixture_wait(f, is_idle);
    assert_string_equal(message(f), "");
}

static void what_never_learned_is_told(void **state)
{
    Fixture *f = *state;
    char text[160];
    f->app.lab.recipe.epochs = 1;
    begin_by_mouse(f, EXPERIMENT_RATES);
    fixture_wait(f, is_over);
    f->app.lab.series.on = true; /* as if the others had gone otherwise */
    for (int run = 0; run < 4; run++) {
        f->app.lab.series.end[run] = (SeriesEnd){0.3 + run, run < 2 ? 0.95 : 0.1, 0.0};
    }
    f->app.lab.series.run = 3;
    f->app.lab.curves.last.test_cost = 9.0;
    f->app.lab.curves.last.test_accuracy = 0.1;
    series_poll(&f->app.lab);
    series_print(&f->app.lab, text, sizeof text);
    assert_string_equal(text,
                        "Rate 0.03 ended lowest: cost 0.30, 95 % right; 3 and 30 never learned.");
}

static void an_experiment_that_is_stopped_says_so(void **state)
{
    Fixture *f = *state;
    begin(f, EXPERIMENT_EQUAL);
    assert_string_equal(message(f), "Experiment, run 1 of 1: All weights equal");
    fixture_key(f, SDLK_PERIOD, KMOD_LCTRL);
    fixture_wait(f, is_over);
    assert_string_equal(message(f), "All weights equal: stopped in run 1 of 1.");
    begin(f, EXPERIMENT_NORMAL);
    fixture_key(f, SDLK_b, KMOD_LCTRL | KMOD_LSHIFT); /* another network comes on show */
    assert_string_equal(message(f), "");
}

static void an_experiment_ends_with_what_was_seen(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.epochs = EPOCHS;
    begin_by_mouse(f, EXPERIMENT_SHUFFLED);
    fixture_wait(f, is_over);
    assert_non_null(strstr(message(f), "Shuffled labels: "));
    assert_non_null(strstr(message(f), "learned by heart"));
    begin_by_mouse(f, EXPERIMENT_SMALL_RATE);
    fixture_wait(f, is_over);
    assert_non_null(strstr(message(f), "Learning rate too small: ended at cost "));
    fixture_draw(f);
}

/* Those of one shape and one minute, too. */
static void networks_of_experiments_have_different_names(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.epochs = 1;
    for (int time = 0; time < 2; time++) {
        begin_by_mouse(f, EXPERIMENT_RATES);
        fixture_wait(f, is_over);
    }
    f->app.lab.recipe.seed = 2;
    for (int time = 0; time < 2; time++) {
        fixture_key(f, SDLK_t, KMOD_LCTRL);
        fixture_wait(f, is_idle);
        f->app.lab.recipe.seed++;
    }
    fixture_key(f, SDLK_o, KMOD_LCTRL | KMOD_LSHIFT);
    fixture_draw(f);
    const NetCard *card = f->app.shell.panel.networks.card;
    int cards = f->app.shell.panel.wall.tiles;
    assert_true(cards >= 7);
    for (int i = 0; i < cards; i++) {
        for (int k = i + 1; k < cards; k++) {
            assert_string_not_equal(card[i].name, card[k].name);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(an_experiment_is_named_and_leaves_the_recipe),
        APP_TEST(learning_rates_of_experiments_are_far_off),
        APP_TEST(labels_are_shuffled_for_their_experiment_alone),
        APP_TEST(an_experiment_begins_though_another_view_came_up),
        APP_TEST(equal_weights_are_equal),
        APP_TEST(several_rates_are_tried_one_after_the_other),
        APP_TEST(what_never_learned_is_told),
        APP_TEST(an_experiment_that_is_stopped_says_so),
        APP_TEST(an_experiment_ends_with_what_was_seen),
        APP_TEST(networks_of_experiments_have_different_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
