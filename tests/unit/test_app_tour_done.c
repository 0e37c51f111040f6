/* The guided walk knows when each step was done: what is done here is done with events, as a person
 * does it, and before that nothing counts. */
#include "tour_fixture.h"
#include "views/chain/chain_keys.h"

#include "lab/weights.h"

static void drawing_is_seen(void **state)
{
    Fixture *f = *state;
    draw_one(f);
    go_to(f, "A picture is 784 numbers"); /* what was there before does not count */
    fixture_press(f, fixture_cell(f, 4.5f, 4.5f), SDL_BUTTON_LEFT);
    fixture_move(f, fixture_cell(f, 4.5f, 20.5f));
    fixture_frame(f);
    assert_false(is_done(f)); /* not while the pen is down */
    fixture_release(f, fixture_cell(f, 4.5f, 20.5f), SDL_BUTTON_LEFT);
    fixture_frame(f);
    assert_true(is_done(f));
}

static void preparing_otherwise_is_seen(void **state)
{
    Fixture *f = *state;
    go_to(f, "What the network sees");
    draw_one(f);
    click(f, ACTION_FIT);
    assert_false(is_done(f)); /* off and on again */
    click(f, ACTION_FIT);
    assert_true(is_done(f));
    click(f, ACTION_FIT);
    assert_true(is_done(f)); /* and stays so */
}

static void asking_for_a_number_is_seen(void **state)
{
    Fixture *f = *state;
    draw_one(f);
    go_to(f, "Neurons hold numbers");
    fixture_move(f, fixture_middle(f->app.shell.layout.sheet));
    fixture_frame(f);
    assert_false(is_done(f));
    fixture_move(f, fixture_middle(f->app.shell.spot[0].box));
    fixture_frame(f);
    assert_true(is_done(f));
    f->app.lab.settings.tour_done = 0;
    go_to(f, "Neurons hold numbers");
    assert_false(is_done(f)); /* the pointer just rests there */
    key(f, SDLK_x);
    assert_true(is_done(f));
}

static void another_answer_is_seen(void **state)
{
    Fixture *f = *state;
    draw_one(f);
    int before = f->app.shell.chart.answer.digit;
    go_to(f, "The strongest output wins");
    for (int i = 0; i < 12 && f->app.shell.chart.answer.digit == before; i++) {
        assert_false(is_done(f));
        fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 2.5f + 2.0f * (float)i, 24.5f,
                       2.5f + 2.0f * (float)i);
    }
    assert_int_not_equal(f->app.shell.chart.answer.digit, before);
    assert_true(is_done(f));
}

static void the_first_drawing_is_no_other_digit(void **state)
{
    Fixture *f = *state;
    go_to(f, "The strongest output wins");
    draw_one(f);
    fixture_frame(f);
    assert_false(is_done(f));
}

static void another_neuron_is_seen(void **state)
{
    Fixture *f = *state;
    go_to(f, "What one neuron looks for");
    panes_inspect(&f->app.shell, 0, 1); /* as a press on the wall does */
    fixture_frame(f);
    assert_true(is_done(f));
}

static void changed_weights_are_seen(void **state)
{
    Fixture *f = *state;
    Err err;
    go_to(f, "Weighted sum, bias, sigmoid");
    assert_true(weights_keep(&f->app.lab, "bias", &err)); /* as the view Neuron does */
    f->app.lab.model.net.bias[0][3] += 1.0f;
    weights_changed(&f->app.lab);
    fixture_frame(f);
    assert_true(is_done(f));
}

static void a_random_network_is_seen(void **state)
{
    Fixture *f = *state;
    go_to(f, "It begins with noise");
    action_do(&f->app.shell, ACTION_RESET);
    fixture_frame(f);
    assert_true(is_done(f));
}

static bool is_step_done(const App *app)
{
    return tour_is_done(&app->tour, app->lab.settings.tour_step);
}

static bool has_one_minibatch(const App *app)
{
    return app->lab.stats.images >= app->lab.config.minibatch;
}

static void ten_steps_are_seen(void **state)
{
    Fixture *f = *state;
    f->app.lab.recipe.minibatch = 2; /* ten of them are the whole of the images */
    key(f, SDLK_F2);
    action_do(&f->app.shell, ACTION_RESET);
    go_to(f, "Ten small steps");
    click(f, ACTION_STEP);
    fixture_wait(f, has_one_minibatch);
    assert_false(is_done(f));
    for (int i = 1; i < 10; i++) {
        click(f, ACTION_STEP);
    }
    fixture_wait(f, is_step_done);
    go_to(f, "All of it at once"); /* counts anew */
    for (int i = 0; i < 10; i++) {
        click(f, ACTION_STEP);
    }
    fixture_wait(f, is_step_done);
}

static void an_epoch_is_seen(void **state)
{
    Fixture *f = *state;
    go_to(f, "Downhill, thousands of times");
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    fixture_wait(f, is_step_done);
    assert_true(f->app.lab.curves.count > 1);
}

static void another_rate_is_seen(void **state)
{
    Fixture *f = *state;
    go_to(f, "How long a step is");
    f->app.lab.recipe.rate *= 2.0f; /* as the settings of the view Learning do */
    fixture_frame(f);
    assert_false(is_done(f)); /* it has to be tried */
    click(f, ACTION_SCRATCH);
    fixture_wait(f, is_step_done);
}

static bool has_moments(const App *app)
{
    return action_can(&app->shell, ACTION_FRAME_BACK);
}

static void looking_back_is_seen(void **state)
{
    Fixture *f = *state;
    go_to(f, "Back in time"); /* with a run, where there is none */
    fixture_wait(f, has_moments);
    assert_false(is_done(f));
    fixture_key(f, SDLK_LEFT, KMOD_LCTRL);
    assert_true(is_done(f));
}

static void show_test_image(Fixture *f, int label)
{
    uint8_t level[SHEET_CELLS];
    dataset_levels(&f->app.lab.mix.test, 3, level);
    lab_exhibit(&f->app.lab, level, label, "MNIST test image 3"); /* as the view Data does */
    fixture_frame(f);
}

static void set_of_chain(Fixture *f, int quantity, double value)
{
    chain_set(&f->app.chain_view, quantity, value);
    fixture_frame(f);
}

static void what_is_done_to_the_chain_is_seen(void **state)
{
    Fixture *f = *state;
    go_to(f, "One neuron a layer");
    set_of_chain(f, CHAIN_BIAS, 1.0);
    assert_false(is_done(f)); /* another knob */
    set_of_chain(f, CHAIN_WEIGHT, 1.0);
    assert_true(is_done(f));
    go_to(f, "A ratio for each branch");
    chain_select(&f->app.chain_view, CHAIN_SUM + 1);
    fixture_frame(f);
    assert_true(is_done(f));
    go_to(f, "Where nothing comes through");
    set_of_chain(f, CHAIN_WEIGHT + 2, 1.0);
    assert_false(is_done(f));
    set_of_chain(f, CHAIN_WEIGHT + 2, 0.0);
    assert_true(is_done(f));
    go_to(f, "Downhill along all six");
    click(f, view_action(VIEW_CHAIN, CHAIN_DO_RESET));
    assert_false(is_done(f));
    click(f, view_action(VIEW_CHAIN, CHAIN_DO_STEP));
    assert_true(is_done(f));
}

static void a_mistake_on_the_sheet_is_seen(void **state)
{
    Fixture *f = *state;
    go_to(f, "Images that it gets wrong");
    show_test_image(f, -1);
    int answer = f->app.shell.chart.answer.digit;
    show_test_image(f, answer);
    assert_false(is_done(f));
    show_test_image(f, (answer + 1) % NET_OUTPUTS);
    assert_true(is_done(f));
}

static void click_target(Fixture *f)
{
    fixture_frame(f);
    fixture_click(f, fixture_middle(f->app.shell.card.ring));
}

static void noise_is_seen(void **state)
{
    Fixture *f = *state;
    go_to(f, "Sure about nothing");
    click_target(f); /* the page */
    assert_false(is_done(f));
    click_target(f); /* and its button */
    assert_true(is_done(f));
}

static void a_target_is_seen(void **state)
{
    Fixture *f = *state;
    draw_one(f);
    go_to(f, "What should it have been?");
    fixture_frame(f);
    assert_false(is_done(f));
    fixture_click(f, fixture_middle(f->app.backprop_view.places.digit[7]));
    assert_true(is_done(f));
    assert_int_equal(f->app.backprop_view.digit, 7);
}

static void another_layer_is_seen(void **state)
{
    Fixture *f = *state;
    draw_one(f);
    go_to(f, "From layer to layer");
    fixture_frame(f);
    fixture_click(f, fixture_neuron(f, 2, 5)); /* the outputs are looked at */
    assert_false(is_done(f));
    fixture_click(f, fixture_neuron(f, 1, 5));
    assert_true(is_done(f));
}

static void a_step_and_its_undoing_are_seen(void **state)
{
    Fixture *f = *state;
    draw_one(f);
    go_to(f, "One step for this image");
    click_target(f);
    assert_true(is_done(f));
    go_to(f, "One image is selfish");
    click_target(f);
    assert_false(is_done(f));
    fixture_key(f, SDLK_u, KMOD_LCTRL);
    assert_true(is_done(f));
}

static void a_minibatch_is_seen(void **state)
{
    Fixture *f = *state;
    draw_one(f);
    go_to(f, "Asking many images");
    click_target(f);
    assert_true(is_done(f));
}

static void changed_weights_are_seen_after_another_network_came(void **state)
{
    Fixture *f = *state;
    Err err;
    assert_true(weights_keep(&f->app.lab, "bias", &err));
    weights_changed(&f->app.lab);
    go_to(f, "Weighted sum, bias, sigmoid");
    action_do(&f->app.shell, ACTION_RESET);
    fixture_frame(f);
    assert_false(is_done(f));
    assert_true(weights_keep(&f->app.lab, "bias", &err));
    weights_changed(&f->app.lab);
    fixture_frame(f);
    assert_true(is_done(f));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(drawing_is_seen),
        APP_TEST(preparing_otherwise_is_seen),
        APP_TEST(asking_for_a_number_is_seen),
        APP_TEST(another_answer_is_seen),
        APP_TEST(the_first_drawing_is_no_other_digit),
        APP_TEST(another_neuron_is_seen),
        APP_TEST(changed_weights_are_seen),
        APP_TEST(a_random_network_is_seen),
        APP_TEST(ten_steps_are_seen),
        APP_TEST(an_epoch_is_seen),
        APP_TEST(another_rate_is_seen),
        APP_TEST(looking_back_is_seen),
        APP_TEST(what_is_done_to_the_chain_is_seen),
        APP_TEST(a_mistake_on_the_sheet_is_seen),
        APP_TEST(noise_is_seen),
        APP_TEST(a_target_is_seen),
        APP_TEST(another_layer_is_seen),
        APP_TEST(a_step_and_its_undoing_are_seen),
        APP_TEST(a_minibatch_is_seen),
        APP_TEST(changed_weights_are_seen_after_another_network_came),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
