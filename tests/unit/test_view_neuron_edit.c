/* Weights changed by hand in the view Neuron: painted, by steps, zeroed; and taken back. */
#include "neuron_fixture.h"

#include "lab/training.h"
#include "lab/weights.h"

static void painting_makes_weights_larger_and_is_one_step_to_undo(void **state)
{
    Fixture *f = *state;
    int from = 10 * 28 + 8, to = 10 * 28 + 16, far = 20 * 28 + 10;
    float before = neuron_weight(f, from), after = neuron_weight(f, to),
          away = neuron_weight(f, far);
    fixture_press(f, neuron_middle_of_pixel(f, 0, from), SDL_BUTTON_LEFT);
    fixture_frame(f);
    assert_true(neuron_weight(f, from) > before + 0.03f);
    fixture_move(f, neuron_middle_of_pixel(f, 0, to));
    fixture_frame(f);
    neuron_assert_shows(f, 0, 0); /* live */
    fixture_release(f, neuron_middle_of_pixel(f, 0, to), SDL_BUTTON_LEFT);
    fixture_frame(f);
    assert_true(neuron_weight(f, to) > after + 0.03f);
    assert_float_equal(neuron_weight(f, far), away, 0.0f);
    assert_int_equal(weights_kept(&f->app.lab), 1);
    fixture_key(f, SDLK_u, KMOD_LCTRL);
    assert_float_equal(neuron_weight(f, from), before, 0.0f);
    assert_float_equal(neuron_weight(f, to), after, 0.0f);
    neuron_assert_shows(f, 0, 0);
}

static void the_right_button_and_the_toggle_paint_smaller(void **state)
{
    Fixture *f = *state;
    int at = 10 * 28 + 8;
    float before = neuron_weight(f, at);
    fixture_press(f, neuron_middle_of_pixel(f, 0, at), SDL_BUTTON_RIGHT);
    fixture_release(f, neuron_middle_of_pixel(f, 0, at), SDL_BUTTON_RIGHT);
    assert_true(neuron_weight(f, at) < before - 0.03f);
    fixture_click(f, fixture_widget(f, view_action(VIEW_NEURON, NEURON_LESS)));
    fixture_click(f, neuron_middle_of_pixel(f, 0, at));
    assert_true(neuron_weight(f, at) < before - 0.06f);
    assert_int_equal(weights_kept(&f->app.lab), 2);
    float least = neuron_weight(f, at);
    fixture_press(f, neuron_middle_of_pixel(f, 0, at), SDL_BUTTON_RIGHT);
    fixture_release(f, neuron_middle_of_pixel(f, 0, at), SDL_BUTTON_RIGHT);
    assert_true(neuron_weight(f, at) > least + 0.03f); /* both together: the other way */
    assert_true(f->app.shell.selected.neuron == 0 && !f->app.lab.drawing.pen_down);
}

static void undo_ends_a_gesture_under_way(void **state)
{
    Fixture *f = *state;
    int from = 10 * 28 + 8, to = 10 * 28 + 16;
    float before = neuron_weight(f, to);
    fixture_press(f, neuron_middle_of_pixel(f, 0, from), SDL_BUTTON_LEFT);
    fixture_key(f, SDLK_u, KMOD_LCTRL);
    fixture_move(f, neuron_middle_of_pixel(f, 0, to));
    fixture_frame(f);
    assert_float_equal(neuron_weight(f, to), before, 0.0f);
    assert_int_equal(weights_kept(&f->app.lab), 0);
}

static void a_marked_pixel_moves_by_arrows_and_changes_by_plus_and_minus(void **state)
{
    Fixture *f = *state;
    neuron_give_keyboard_to(f, NEURON_WEIGHTS);
    fixture_key(f, SDLK_PLUS, 0); /* nothing is marked yet */
    assert_int_equal(weights_kept(&f->app.lab), 0);
    fixture_key(f, SDLK_RIGHT, 0);
    fixture_key(f, SDLK_RIGHT, 0);
    fixture_key(f, SDLK_UP, 0);
    int at = 13 * 28 + 15;
    assert_int_equal(neuron_view(f)->mark, at);
    float before = neuron_weight(f, at);
    fixture_key_often(f, SDLK_EQUALS, 3);
    assert_float_equal(neuron_weight(f, at), before + 0.3f, 1e-5f);
    fixture_key(f, SDLK_MINUS, 0);
    assert_float_equal(neuron_weight(f, at), before + 0.2f, 1e-5f);
    assert_int_equal(weights_kept(&f->app.lab), 1); /* steps in a row are one change */
    fixture_key(f, SDLK_LEFT, 0);
    fixture_key(f, SDLK_KP_PLUS, 0);
    assert_int_equal(weights_kept(&f->app.lab), 2);
    fixture_key(f, SDLK_u, KMOD_LCTRL);
    fixture_key(f, SDLK_u, KMOD_LCTRL);
    assert_float_equal(neuron_weight(f, at), before, 0.0f);
}

static void a_pixel_marked_by_mouse_has_the_keyboard(void **state)
{
    Fixture *f = *state;
    int at = 12 * 28 + 10;
    fixture_click(f, neuron_middle_of_pixel(f, 1, at));
    assert_int_equal(weights_kept(&f->app.lab), 0); /* only the plain picture is painted */
    float before = neuron_weight(f, at);
    fixture_key(f, SDLK_PLUS, 0);
    assert_float_equal(neuron_weight(f, at), before + 0.1f, 1e-6f);
}

static void a_row_of_the_sum_is_marked_and_changed_by_mouse(void **state)
{
    Fixture *f = *state;
    fixture_click(f, neuron_middle_of_cell(f, 1, 4));
    fixture_click(f, neuron_middle_of_row(f, 2));
    int from = neuron_view(f)->seen.sum.term[2].from;
    assert_true(neuron_view(f)->marked);
    assert_int_equal(neuron_view(f)->mark, from);
    float before = neuron_weight(f, from);
    fixture_click(f, fixture_widget(f, view_action(VIEW_NEURON, NEURON_UP)));
    assert_float_equal(neuron_weight(f, from), before + 0.1f, 1e-6f);
    fixture_move(f, neuron_middle_of_row(f, 1));
    fixture_wheel(f, 0.0f, -2.0f);
    assert_float_equal(neuron_weight(f, from), before - 0.1f, 1e-6f);
    assert_int_equal(weights_kept(&f->app.lab), 1);
}

static void the_bias_is_marked_and_changed_too(void **state)
{
    Fixture *f = *state;
    float before = f->app.lab.model.net.bias[0][0];
    fixture_click(f, neuron_middle_of_row(f, neuron_view(f)->shown.terms + NEURON_BIAS));
    assert_int_equal(neuron_view(f)->mark, NEURON_BIAS_MARK);
    fixture_click(f, fixture_widget(f, view_action(VIEW_NEURON, NEURON_DOWN)));
    assert_float_equal(f->app.lab.model.net.bias[0][0], before - 0.1f, 1e-6f);
    fixture_key(f, SDLK_u, KMOD_LCTRL);
    neuron_give_keyboard_to(f, NEURON_WEIGHTS);
    fixture_key(f, SDLK_RIGHT, 0);
    fixture_key(f, SDLK_PAGEUP, 0);
    fixture_key(f, SDLK_PAGEUP, 0);
    while (neuron_view(f)->mark != NEURON_BIAS_MARK) {
        fixture_key(f, SDLK_PAGEDOWN, 0);
    }
    fixture_key(f, SDLK_KP_MINUS, 0);
    assert_float_equal(f->app.lab.model.net.bias[0][0], before - 0.1f, 1e-6f);
}

static void zero_leaves_the_bias_alone(void **state)
{
    Fixture *f = *state;
    fixture_click(f, neuron_middle_of_cell(f, 1, 4));
    float other = look_weight(&f->app.lab.model.net, 1, 5, 0);
    fixture_click(f, fixture_widget(f, view_action(VIEW_NEURON, NEURON_ZERO)));
    for (int i = 0; i < 16; i++) {
        assert_float_equal(neuron_weight(f, i), 0.0f, 0.0f);
    }
    assert_float_equal(look_weight(&f->app.lab.model.net, 1, 5, 0), other, 0.0f);
    neuron_assert_shows(f, 1, 4);
    assert_float_equal((float)neuron_view(f)->seen.sum.z, f->app.lab.model.net.bias[1][4], 0.0f);
}

static void the_figures_of_the_images_follow_the_weights(void **state)
{
    Fixture *f = *state;
    neuron_look_for_images(f);
    double before = neuron_view(f)->images.found.best[0].z;
    fixture_click(f, neuron_middle_of_row(f, neuron_view(f)->shown.terms + NEURON_BIAS));
    fixture_click(f, fixture_widget(f, view_action(VIEW_NEURON, NEURON_UP)));
    assert_true(fabs(neuron_view(f)->images.found.best[0].z - before - 0.1) < 1e-5);
}

static bool has_learned(const App *app)
{
    return app->lab.stats.images > 0;
}

static void pictures_change_while_it_trains(void **state)
{
    Fixture *f = *state;
    float before[NET_INPUTS];
    memcpy(before, neuron_view(f)->seen.picture[0], sizeof before);
    f->app.lab.recipe.epochs = 1000;
    action_do(&f->app.shell, ACTION_TRAIN);
    fixture_wait(f, has_learned);
    neuron_assert_shows(f, 0, 0);
    assert_memory_not_equal(before, neuron_view(f)->seen.picture[0], sizeof before);
    /* A hand on the weights ends the run. */
    fixture_click(f, neuron_middle_of_pixel(f, 0, 14 * 28 + 14));
    assert_int_equal(f->app.lab.stats.phase, TRAIN_IDLE);
    assert_true(weights_can_undo(&f->app.lab));
}

static void steps_are_one_change_only_in_a_row(void **state)
{
    Fixture *f = *state;
    Err err;
    fixture_click(f, neuron_middle_of_pixel(f, 1, 12 * 28 + 10));
    fixture_key(f, SDLK_PLUS, 0);
    fixture_key(f, SDLK_u, KMOD_LCTRL);
    assert_true(weights_keep(&f->app.lab, "step of backprop", &err)); /* as another view does */
    weights_changed(&f->app.lab);
    fixture_frame(f);
    fixture_key(f, SDLK_PLUS, 0);
    assert_int_equal(weights_kept(&f->app.lab), 2);
    assert_string_equal(weights_last(&f->app.lab), "a weight");
}

static void a_brush_never_goes_on_with_another_neuron(void **state)
{
    Fixture *f = *state;
    SDL_Point from = neuron_middle_of_pixel(f, 0, 10 * 28 + 8);
    SDL_Point to = neuron_middle_of_pixel(f, 0, 10 * 28 + 18);
    fixture_press(f, from, SDL_BUTTON_LEFT);
    fixture_frame(f);
    neuron_choose(&f->app.neuron_view, 1, 5); /* by keys, while the button is down */
    fixture_frame(f);
    float before = look_weight(&f->app.lab.model.net, 0, 5, 10 * 28 + 14);
    fixture_move(f, to);
    fixture_release(f, to, SDL_BUTTON_LEFT);
    fixture_frame(f);
    assert_float_equal(look_weight(&f->app.lab.model.net, 0, 5, 10 * 28 + 14), before, 0.0f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NEURON_TEST(painting_makes_weights_larger_and_is_one_step_to_undo),
        NEURON_TEST(the_right_button_and_the_toggle_paint_smaller),
        NEURON_TEST(undo_ends_a_gesture_under_way),
        NEURON_TEST(a_marked_pixel_moves_by_arrows_and_changes_by_plus_and_minus),
        NEURON_TEST(a_pixel_marked_by_mouse_has_the_keyboard),
        NEURON_TEST(a_row_of_the_sum_is_marked_and_changed_by_mouse),
        NEURON_TEST(the_bias_is_marked_and_changed_too),
        NEURON_TEST(zero_leaves_the_bias_alone),
        NEURON_TEST(the_figures_of_the_images_follow_the_weights),
        NEURON_TEST(pictures_change_while_it_trains),
        NEURON_TEST(steps_are_one_change_only_in_a_row),
        NEURON_TEST(a_brush_never_goes_on_with_another_neuron),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
