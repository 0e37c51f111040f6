/* Settings of the view Learning: the recipe of the next run. */
#include "learning_fixture.h"

#include "lab/choices.h"
#include "lab/models.h"
#include "lab/recipe.h"
#include "shell/seat.h"
#include "views/learning/learning_legend.h"
#include "views/learning/learning_settings.h"

static void show_settings(Fixture *f)
{
    fixture_key(f, SDLK_F5, 0); /* they stand beside the curves */
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
    assert_float_equal(a->first_layer, b->first_layer, 0.0f);
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
    static const float AFTER[] = {4.0f, 5.0f, 6.3f, 8.0f, 10.0f, 13.0f, 16.0f, 20.0f, 25.0f, 32.0f};
    Fixture *f = *state;
    show_settings(f);
    focus_on(f, action(LEARNING_KNOB + KNOB_RATE));
    for (int i = 0; i < 10; i++) {
        fixture_key(f, SDLK_RIGHT, 0);
        assert_float_equal(f->app.lab.recipe.rate, AFTER[i], 1e-5f);
    }
    fixture_key_often(f, SDLK_LEFT, 10);
    assert_float_equal(f->app.lab.recipe.rate, 3.2f, 0.0f);
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

/* Press a button of the view so many times. */
static void press(Fixture *f, int command, int times)
{
    for (int i = 0; i < times; i++) {
        fixture_click(f, fixture_widget(f, action(command)));
    }
}

static void layers_come_with_the_next_run_where_the_network_is_trained(void **state)
{
    Fixture *f = *state;
    show_settings(f);
    press(f, LEARNING_LESS, 1);
    press(f, LEARNING_ADD + 1, 2);
    assert_int_equal(f->app.lab.model.net.shape.layers, 3);
    assert_string_equal(recipe_when_layers(&f->app.lab), "next run");
    f->app.lab.recipe.epochs = EPOCHS;
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    assert_int_equal(f->app.lab.model.net.shape.layers, 2);
    assert_int_equal(f->app.lab.model.net.shape.size[1], 32);
    assert_string_equal(recipe_when_layers(&f->app.lab), "in use");
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
    press(f, LEARNING_ADD + 1, 4);
    assert_int_equal(f->app.lab.model.net.shape.size[1], 64);
    assert_string_equal(recipe_when_layers(&f->app.lab), "now");
    assert_true(fixture_same_weights(&fixture_previous(f)->net, &shipped)); /* still there */
    float weight = f->app.lab.model.net.weight[1][0];
    focus_on(f, action(LEARNING_KNOB + KNOB_SEED));
    fixture_key(f, SDLK_RIGHT, 0);
    assert_true(f->app.lab.model.net.weight[1][0] != weight);
    assert_int_equal(f->app.lab.model.info.seed, 2);
    net_free(&shipped);
}

static void layers_and_neurons_go_to_their_ends_and_no_further(void **state)
{
    Fixture *f = *state;
    const Lab *lab = &f->app.lab;
    show_settings(f);
    press(f, LEARNING_ADD, NET_MAX_HIDDEN);
    assert_int_equal(recipe_shape(lab).layers, NET_MAX_LAYERS);
    assert_int_equal(recipe_shape(lab).size[NET_MAX_HIDDEN], 16); /* as wide as the one before */
    assert_int_equal(recipe_shape(lab).size[NET_MAX_LAYERS], NET_OUTPUTS);
    assert_false(action_can(&f->app.shell, action(LEARNING_ADD)));
    press(f, LEARNING_ADD + NET_MAX_HIDDEN, 20);
    assert_int_equal(recipe_shape(lab).size[NET_MAX_HIDDEN], NET_MAX_WIDTH);
    assert_false(action_can(&f->app.shell, action(LEARNING_ADD + NET_MAX_HIDDEN)));
    press(f, LEARNING_LESS + NET_MAX_HIDDEN, 30);
    assert_int_equal(recipe_shape(lab).size[NET_MAX_HIDDEN], 1);
    press(f, LEARNING_LESS, 9);
    assert_int_equal(recipe_shape(lab).layers, 2);
    assert_false(action_can(&f->app.shell, action(LEARNING_LESS)));
    focus_on(f, action(LEARNING_ADD + 1));
    fixture_key(f, SDLK_SPACE, 0);
    assert_int_equal(recipe_shape(lab).size[1], 24);
    NetShape shape = recipe_shape(lab), same;
    char text[64];
    Err err;
    net_shape_print(&shape, text, sizeof text);
    assert_string_equal(text, "784-24-10");
    assert_true(net_shape_parse("24", &same, &err) && net_shape_equal(&shape, &same));
}

/* What a value says of itself is said where it is not as for all others. */
static void a_value_tells_its_default_where_it_has_another(void **state)
{
    Fixture *f = *state;
    char text[32];
    show_settings(f);
    assert_false(recipe_print_default(&f->app.lab, KNOB_RATE, text, sizeof text));
    assert_true(recipe_is_default(&f->app.lab));
    assert_false(action_can(&f->app.shell, action(LEARNING_DEFAULTS)));
    recipe_turn(&f->app.lab, KNOB_RATE, 1);
    assert_true(recipe_print_default(&f->app.lab, KNOB_RATE, text, sizeof text));
    assert_string_equal(text, "3.2");
    assert_true(action_can(&f->app.shell, action(LEARNING_DEFAULTS)));
    recipe_turn(&f->app.lab, KNOB_RATE, -1);
    assert_true(recipe_is_default(&f->app.lab));
    press(f, LEARNING_CHOICE + 3, 1);
    assert_false(f->app.lab.plan.augment || recipe_is_default(&f->app.lab));
}

/* What a spot says that has that number. */
static Hint explained(Fixture *f, int about)
{
    Hint hint = {{0}, {0}, {0}};
    PANE_OF_LEARNING.explain(&f->app.learning_view, about, (SDL_Point){0, 0}, &hint);
    assert_true(*hint.title && *hint.formula && *hint.unit);
    return hint;
}

static void every_setting_explains_itself(void **state)
{
    Fixture *f = *state;
    show_settings(f);
    for (int i = 0; i < LEARNING_CHOICES; i++) {
        assert_string_equal(explained(f, LEARNING_ABOUT_CHOICE + i).title,
                            learning_settings_name(&f->app.learning_view, i));
    }
    for (int knob = 0; knob < KNOBS; knob++) {
        assert_non_null(
            strstr(explained(f, LEARNING_ABOUT_KNOB + knob).title, recipe_knob_name((Knob)knob)));
    }
    assert_non_null(strstr(explained(f, LEARNING_ABOUT_LAYERS).formula, "784-16-16-10"));
}

/* The line of the strip is about the run on show, and else about the next one. */
static void the_strip_tells_the_values_of_the_run_on_show(void **state)
{
    Fixture *f = *state;
    f->app.lab.settings.strip_open = true;
    show_settings(f);
    recipe_turn(&f->app.lab, KNOB_RATE, 1);
    fixture_frame(f);
    assert_non_null(strstr(f->app.shell.strip.status, " · minibatch 32 · rate 4"));
    f->app.lab.recipe.epochs = EPOCHS;
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    recipe_turn(&f->app.lab, KNOB_RATE, 1);
    fixture_frame(f);
    assert_non_null(strstr(f->app.shell.strip.status, "rate 4"));
    fixture_wait(f, is_idle);
    fixture_frame(f);
    assert_non_null(strstr(f->app.shell.strip.status, "rate 4"));
    action_do(&f->app.shell, ACTION_RESET);
    fixture_frame(f);
    assert_non_null(strstr(f->app.shell.strip.status, "rate 5"));
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
    assert_float_equal(f->app.lab.config.rate, 3.2f, 0.0f);
    fixture_click(f, fixture_widget(f, action(LEARNING_CHOICE + 5)));
    assert_int_equal(f->app.lab.plan.cost, NET_COST_SQUARED);
    assert_string_equal(recipe_when_cost(&f->app.lab), "next run");
    fixture_click(f, fixture_widget(f, action(LEARNING_CHOICE)));
    assert_string_equal(recipe_when_data(&f->app.lab), "next run");
    fixture_draw(f);
}

static void the_recipe_comes_back_with_the_next_start(void **state)
{
    Fixture *f = *state;
    recipe_slide(&f->app.lab, KNOB_RATE, 0.0f);
    recipe_slide(&f->app.lab, KNOB_SEED, 1.0f);
    recipe_add_neurons(&f->app.lab, 0, 1);
    recipe_turn(&f->app.lab, KNOB_DECAY, 1);
    f->app.lab.recipe.first_layer = 0.5f;
    TrainConfig kept = f->app.lab.recipe;
    fixture_keep(f);
    fixture_start_again(f, f->data.text);
    assert_float_equal(f->app.lab.recipe.rate, kept.rate, 0.0f);
    assert_float_equal(f->app.lab.recipe.first_layer, 0.5f, 0.0f);
    assert_float_equal(f->app.lab.recipe.decay, kept.decay, 0.0f);
    assert_int_equal(f->app.lab.recipe.seed, kept.seed);
    assert_int_equal(recipe_shape(&f->app.lab).size[1], 24);
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
    recipe_add_layers(&f->app.lab, 1);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_first_start_has_the_usual_recipe),
        APP_TEST(keys_turn_a_knob_stop_by_stop),
        APP_TEST(the_mouse_turns_a_knob_anywhere),
        APP_TEST(every_stop_is_a_recipe_that_can_be_trained),
        APP_TEST(layers_come_with_the_next_run_where_the_network_is_trained),
        APP_TEST(layers_and_seed_of_random_weights_change_at_once),
        APP_TEST(layers_and_neurons_go_to_their_ends_and_no_further),
        APP_TEST(a_value_tells_its_default_where_it_has_another),
        APP_TEST(every_setting_explains_itself),
        APP_TEST(the_strip_tells_the_values_of_the_run_on_show),
        APP_TEST(settings_say_when_they_take_hold),
        APP_TEST(the_recipe_comes_back_with_the_next_start),
        APP_TEST(defaults_put_everything_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
