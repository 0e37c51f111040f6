/* Settings and experiments of the view Learning: the recipe of the next run. */
#include "app_fixture.h"

#include "lab/choices.h"
#include "lab/experiments.h"
#include "lab/models.h"
#include "lab/recipe.h"
#include "shell/seat.h"

enum { EPOCHS = 6, ENDLESS = 10000 };

static int action(int command)
{
    return view_action(VIEW_LEARNING, command);
}

static bool is_idle(const App *app)
{
    return app->lab.stats.phase == TRAIN_IDLE && app->lab.curves.count > 0;
}

static bool has_begun(const App *app)
{
    return app->lab.stats.phase == TRAIN_RUNNING && app->lab.curves.count > 1;
}

static bool is_settled(const App *app)
{
    return app->lab.stats.phase == TRAIN_IDLE && !app->lab.loader && app->lab.trainer;
}

static void show_settings(Fixture *f)
{
    fixture_key(f, SDLK_F5, 0);
    fixture_click(f, fixture_widget(f, action(LEARNING_SETTINGS)));
    assert_int_equal(f->app.learning_view.page, PAGE_SETTINGS);
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

/* Press a slider at a share of its length. */
static void press_slider(Fixture *f, Knob knob, float share)
{
    int i =
        widget_find(f->app.shell.widget, f->app.shell.widgets, action(LEARNING_KNOB + (int)knob));
    assert_true(i >= 0);
    SDL_Rect box = f->app.shell.widget[i].box;
    fixture_click(f, (SDL_Point){box.x + (int)(share * (float)(box.w - 1)), box.y + box.h / 2});
}

/* Field by field: padding may differ. */
static void assert_same_recipe(const TrainConfig *a, const TrainConfig *b)
{
    assert_int_equal(a->epochs, b->epochs);
    assert_int_equal(a->minibatch, b->minibatch);
    assert_float_equal(a->rate, b->rate, 0.0f);
    assert_float_equal(a->decay, b->decay, 0.0f);
    assert_int_equal(a->cost, b->cost);
    assert_memory_equal(&a->augment, &b->augment, sizeof a->augment);
    assert_true(a->seed == b->seed);
    assert_true(a->begun >= b->begun && a->begun <= b->begun);
    assert_int_equal(a->threads, b->threads);
    assert_int_equal(a->background, b->background);
}

static void a_first_start_has_the_usual_recipe(void **state)
{
    Fixture *f = *state;
    TrainConfig usual = train_config_default();
    assert_same_recipe(&f->app.lab.recipe, &usual);
    assert_int_equal(f->app.lab.plan.layers.layers, 0);
}

static void keys_turn_a_knob_stop_by_stop(void **state)
{
    static const float AFTER[] = {1.6f, 2.0f, 2.5f, 3.2f, 4.0f, 5.0f, 6.3f, 8.0f, 10.0f, 13.0f};
    Fixture *f = *state;
    show_settings(f);
    focus_on(f, action(LEARNING_KNOB + KNOB_RATE));
    for (int i = 0; i < 10; i++) {
        fixture_key(f, SDLK_RIGHT, 0);
        assert_float_equal(f->app.lab.recipe.rate, AFTER[i], 1e-5f);
    }
    fixture_key_often(f, SDLK_LEFT, 10);
    assert_float_equal(f->app.lab.recipe.rate, 1.3f, 0.0f);
    fixture_key_often(f, SDLK_LEFT, 60);
    assert_float_equal(f->app.lab.recipe.rate, 1e-3f, 1e-9f);
    focus_on(f, action(LEARNING_KNOB + KNOB_SEED));
    fixture_key(f, SDLK_RIGHT, 0);
    assert_int_equal(f->app.lab.recipe.seed, 2);
    fixture_draw(f);
}

static void the_mouse_turns_a_knob_anywhere(void **state)
{
    Fixture *f = *state;
    show_settings(f);
    press_slider(f, KNOB_RATE, 1.0f);
    assert_float_equal(f->app.lab.recipe.rate, 100.0f, 1e-4f);
    press_slider(f, KNOB_MINIBATCH, 0.0f);
    assert_int_equal(f->app.lab.recipe.minibatch, 1);
    press_slider(f, KNOB_EPOCHS, 1.0f);
    assert_int_equal(f->app.lab.recipe.epochs, 1000);
    press_slider(f, KNOB_DECAY, 0.0f);
    assert_float_equal(f->app.lab.recipe.decay, 0.0f, 0.0f);
    press_slider(f, KNOB_SEED, 1.0f);
    assert_int_equal(f->app.lab.recipe.seed, 50);
    Err err;
    assert_true(train_config_check(&f->app.lab.recipe, &err));
}

static void every_stop_is_a_recipe_that_can_be_trained(void **state)
{
    Fixture *f = *state;
    Err err;
    for (int knob = 0; knob < KNOBS; knob++) {
        for (int i = 0; i <= 100; i++) {
            recipe_slide(&f->app.lab, (Knob)knob, (float)i / 100.0f);
            float share = recipe_share(&f->app.lab, (Knob)knob);
            assert_true(share >= 0.0f && share <= 1.0f);
            assert_true(train_config_check(&f->app.lab.recipe, &err));
            recipe_slide(&f->app.lab, (Knob)knob, share); /* a stop stays where it is */
            assert_float_equal(recipe_share(&f->app.lab, (Knob)knob), share, 0.0f);
        }
    }
}

static void layers_come_with_the_next_run_where_the_network_is_trained(void **state)
{
    Fixture *f = *state;
    show_settings(f);
    focus_on(f, action(LEARNING_KNOB + KNOB_LAYERS));
    fixture_key_often(f, SDLK_RIGHT, 2);
    assert_int_equal(f->app.lab.model.net.shape.layers, 3);
    assert_string_equal(recipe_when(&f->app.lab, KNOB_LAYERS), "next run");
    f->app.lab.recipe.epochs = EPOCHS;
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    assert_int_equal(f->app.lab.model.net.shape.layers, 2);
    assert_int_equal(f->app.lab.model.net.shape.size[1], 32);
    assert_string_equal(recipe_when(&f->app.lab, KNOB_LAYERS), "in use");
    fixture_wait(f, is_idle);
    fixture_key(f, SDLK_b, KMOD_LCTRL); /* the network before, with its own layers */
    assert_int_equal(recipe_shape(&f->app.lab).size[1], 16);
}

static void layers_and_seed_of_random_weights_change_at_once(void **state)
{
    Fixture *f = *state;
    Net shipped;
    Err err;
    assert_true(net_make(&shipped, &f->app.lab.model.net.shape, &err));
    net_copy(&shipped, &f->app.lab.model.net);
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    show_settings(f);
    focus_on(f, action(LEARNING_KNOB + KNOB_LAYERS));
    fixture_key_often(f, SDLK_RIGHT, 3);
    assert_int_equal(f->app.lab.model.net.shape.size[1], 64);
    assert_string_equal(recipe_when(&f->app.lab, KNOB_LAYERS), "now");
    assert_true(fixture_same_weights(&f->app.lab.previous.net, &shipped)); /* still there */
    float weight = f->app.lab.model.net.weight[1][0];
    focus_on(f, action(LEARNING_KNOB + KNOB_SEED));
    fixture_key(f, SDLK_RIGHT, 0);
    assert_true(f->app.lab.model.net.weight[1][0] != weight);
    assert_int_equal(f->app.lab.model.info.seed, 2);
    net_free(&shipped);
}

static void settings_say_when_they_take_hold(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.epochs = ENDLESS;
    assert_string_equal(recipe_when(&f->app.lab, KNOB_RATE), "next run");
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    fixture_wait(f, has_begun);
    show_settings(f);
    assert_string_equal(recipe_when(&f->app.lab, KNOB_RATE), "in use");
    assert_string_equal(recipe_when_data(&f->app.lab),
                        "in use"); /* though there are no own digits */
    recipe_turn(&f->app.lab, KNOB_RATE, 1);
    assert_string_equal(recipe_when(&f->app.lab, KNOB_RATE), "next run");
    assert_float_equal(f->app.lab.config.rate, 1.3f, 0.0f);
    fixture_click(f, fixture_widget(f, action(LEARNING_CHOICE + 1)));
    assert_int_equal(f->app.lab.plan.cost, NET_COST_SQUARED);
    assert_string_equal(recipe_when_cost(&f->app.lab), "next run");
    fixture_click(f, fixture_widget(f, action(LEARNING_CHOICE + 3)));
    assert_string_equal(recipe_when_data(&f->app.lab), "next run");
    fixture_draw(f);
}

static void the_recipe_comes_back_with_the_next_start(void **state)
{
    Fixture *f = *state;
    recipe_slide(&f->app.lab, KNOB_RATE, 0.0f);
    recipe_slide(&f->app.lab, KNOB_SEED, 1.0f);
    recipe_slide(&f->app.lab, KNOB_LAYERS, 1.0f);
    recipe_turn(&f->app.lab, KNOB_DECAY, 1);
    TrainConfig kept = f->app.lab.recipe;
    fixture_keep(f);
    fixture_start_again(f, f->data.text);
    assert_float_equal(f->app.lab.recipe.rate, kept.rate, 0.0f);
    assert_float_equal(f->app.lab.recipe.decay, kept.decay, 0.0f);
    assert_int_equal(f->app.lab.recipe.seed, kept.seed);
    assert_int_equal(recipe_shape(&f->app.lab).size[1], 256);
    assert_int_equal(f->app.lab.model.net.shape.size[1], 16);
}

static void defaults_put_everything_back(void **state)
{
    Fixture *f = *state;
    Plan first = session_facts_default().plan;
    TrainConfig usual = train_config_default();
    for (int knob = 0; knob < KNOBS; knob++) {
        recipe_slide(&f->app.lab, (Knob)knob, 1.0f);
    }
    f->app.lab.plan.cost = NET_COST_SQUARED;
    f->app.lab.plan.augment = f->app.lab.plan.data_mnist = false;
    show_settings(f);
    fixture_click(f, fixture_widget(f, action(LEARNING_DEFAULTS)));
    assert_same_recipe(&f->app.lab.recipe, &usual);
    assert_int_equal(f->app.lab.plan.cost, first.cost);
    assert_true(f->app.lab.plan.augment && f->app.lab.plan.data_mnist);
    NetShape shape = recipe_shape(&f->app.lab), wanted = net_shape_default();
    assert_true(net_shape_equal(&shape, &wanted));
}

/* Experiments. */

/* Begin one by mouse, with a recipe that goes on until it is stopped. */
static void begin(Fixture *f, Experiment which)
{
    f->app.lab.recipe.epochs = ENDLESS;
    fixture_key(f, SDLK_F5, 0);
    if (f->app.learning_view.page != PAGE_EXPERIMENTS) {
        fixture_click(f, fixture_widget(f, action(LEARNING_EXPERIMENTS)));
    }
    fixture_click(f, fixture_widget(f, action(LEARNING_EXPERIMENT + (int)which)));
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
    Settings settings = f->app.lab.settings;
    for (int which = 0; which < EXPERIMENTS; which++) {
        begin(f, (Experiment)which);
        assert_string_equal(newest(f)->name, experiment_name((Experiment)which));
        assert_memory_equal(&f->app.lab.recipe, &before, sizeof before);
        assert_memory_equal(&f->app.lab.settings, &settings, sizeof settings);
        fixture_draw(f);
    }
    assert_int_equal(f->app.lab.runs.count, EXPERIMENTS);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_first_start_has_the_usual_recipe),
        APP_TEST(keys_turn_a_knob_stop_by_stop),
        APP_TEST(the_mouse_turns_a_knob_anywhere),
        APP_TEST(every_stop_is_a_recipe_that_can_be_trained),
        APP_TEST(layers_come_with_the_next_run_where_the_network_is_trained),
        APP_TEST(layers_and_seed_of_random_weights_change_at_once),
        APP_TEST(settings_say_when_they_take_hold),
        APP_TEST(the_recipe_comes_back_with_the_next_start),
        APP_TEST(defaults_put_everything_back),
        APP_TEST(an_experiment_is_named_and_leaves_the_recipe),
        APP_TEST(learning_rates_of_experiments_are_far_off),
        APP_TEST(labels_are_shuffled_for_their_experiment_alone),
        APP_TEST(an_experiment_begins_though_another_view_came_up),
        APP_TEST(equal_weights_are_equal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
