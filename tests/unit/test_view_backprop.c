/* The view Backprop: what it shows is what the core computes, by keys and by mouse. */
#include "backprop_fixture.h"

#include <math.h>

#include "shell/selected.h"
#include "views/backprop/backprop_explain.h"

static double cost_of(const Fixture *f, int label)
{
    return net_cost(net_outputs(&f->app.lab.model.net, &f->app.lab.acts), label, view_of(f)->cost);
}

/* The gradient that the core has for the drawing as it is now. */
static void core_gradient(const Fixture *f, int label, Net *grad)
{
    Err err;
    NetActs acts = acts_for(&f->app.lab.model.net);
    NetInputRoom room;
    NetInput input = net_input(f->app.lab.input.cell, &room);
    assert_true(net_make(grad, &f->app.lab.model.net.shape, &err));
    net_forward(&f->app.lab.model.net, &input, &acts);
    net_backward(&f->app.lab.model.net, &input, &acts, label, view_of(f)->cost, grad);
    net_acts_free(&acts);
}

static void assert_shows_gradient(const Fixture *f, int label)
{
    Net grad;
    core_gradient(f, label, &grad);
    assert_true(view_of(f)->ready);
    assert_int_equal(view_of(f)->nudge.label, label);
    assert_true(fixture_same_weights(&grad, &view_of(f)->nudge.grad));
    assert_true(view_of(f)->nudge.cost == cost_of(f, label));
    net_free(&grad);
}

static void an_empty_sheet_asks_for_nothing(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_F4, 0);
    fixture_draw(f);
    assert_false(view_of(f)->ready);
    assert_false(action_can(&f->app.shell, action(BACKPROP_DO_APPLY)));
    assert_false(action_can(&f->app.shell, action(BACKPROP_DO_DIGIT + 3)));
}

static void the_answer_is_wanted_until_another_digit_is_picked(void **state)
{
    Fixture *f = *state;
    begin(f);
    int answer = f->app.shell.chart.answer.digit;
    assert_shows_gradient(f, answer);
    click_on(f, BACKPROP_DO_DIGIT + (answer + 1) % 10);
    assert_shows_gradient(f, (answer + 1) % 10);
    tab_to(f, BACKPROP_DO_AREA);
    fixture_key(f, (SDL_Keycode)(SDLK_0 + (answer + 2) % 10), 0);
    assert_shows_gradient(f, (answer + 2) % 10);
    fixture_key(f, (SDL_Keycode)(SDLK_KP_1 + 3), 0);
    assert_shows_gradient(f, 4);
}

static void the_picked_digit_stays_until_the_sheet_is_empty(void **state)
{
    Fixture *f = *state;
    begin(f);
    int other = (f->app.shell.chart.answer.digit + 3) % 10;
    click_on(f, BACKPROP_DO_DIGIT + other);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 20.5f, 9.5f, 20.5f);
    assert_shows_gradient(f, other); /* of the drawing as it is now */
    fixture_key(f, SDLK_DELETE, 0);
    assert_false(view_of(f)->ready);
    fixture_stroke(f, SDL_BUTTON_LEFT, 8.5f, 6.5f, 20.5f, 6.5f);
    assert_shows_gradient(f, f->app.shell.chart.answer.digit);
}

static void an_image_is_wanted_as_what_it_is_known_to_show(void **state)
{
    Fixture *f = *state;
    Uint8 level[NET_INPUTS];
    begin(f);
    dataset_levels(&f->app.lab.mix.test, 0, level);
    int label = (f->app.shell.chart.answer.digit + 1) % 10;
    lab_exhibit(&f->app.lab, level, label, "an image");
    fixture_frame(f);
    assert_shows_gradient(f, label);
}

static void the_walk_through_the_numbers_begins_with_the_cost(void **state)
{
    Fixture *f = *state;
    int first = 0;
    begin(f);
    while (f->app.shell.spot[first].view != VIEW_BACKPROP) {
        first++;
    }
    assert_int_equal(f->app.shell.spot[first].about, ABOUT_COST);
}

static void a_drawing_is_wanted_as_what_it_was_meant_to_be(void **state)
{
    Fixture *f = *state;
    begin(f);
    int meant = (f->app.shell.chart.answer.digit + 4) % 10;
    fixture_key(f, (SDL_Keycode)(SDLK_0 + meant), 0);
    assert_shows_gradient(f, meant);
    assert_int_equal(backprop_neuron(view_of(f)),
                     meant); /* and its output is the one that is selected */
}

/* One step, by button or by key: exactly net_step() on the gradient of this image. */
static void check_step(Fixture *f, bool by_key)
{
    Net grad, net;
    Err err;
    assert_true(net_make(&net, &f->app.lab.model.net.shape, &err));
    int label = view_of(f)->nudge.label, kept = weights_kept(&f->app.lab);
    double before = cost_of(f, label);
    float output = net_outputs(&f->app.lab.model.net, &f->app.lab.acts)[label];
    core_gradient(f, label, &grad);
    net_copy(&net, &f->app.lab.model.net);
    net_step(&net, &grad, view_of(f)->rate, 0);
    if (by_key) {
        tab_to(f, BACKPROP_DO_AREA);
        fixture_key(f, SDLK_RETURN, 0);
    } else {
        click_on(f, BACKPROP_DO_APPLY);
    }
    assert_true(fixture_same_weights(&net, &f->app.lab.model.net));
    assert_int_equal(weights_kept(&f->app.lab), kept + 1);
    const BackpropStep *step = &view_of(f)->step;
    assert_true(step->shown);
    assert_true(step->cost_before == before);
    assert_true(step->cost == cost_of(f, label));
    assert_float_equal(step->before[label], output, 0.0f);
    assert_true(step->cost < step->cost_before);
    fixture_draw(f);
    net_free(&net);
    net_free(&grad);
}

static void a_step_goes_against_the_gradient_and_is_taken_back(void **state)
{
    Fixture *f = *state;
    Net start;
    Err err;
    begin(f);
    assert_true(net_make(&start, &f->app.lab.model.net.shape, &err));
    net_copy(&start, &f->app.lab.model.net);
    f->app.backprop_view.rate = 0.1f;
    click_on(f, BACKPROP_DO_DIGIT + (f->app.shell.chart.answer.digit + 5) % 10);
    assert_false(action_can(&f->app.shell, action(BACKPROP_DO_UNDO)));
    check_step(f, false);
    check_step(f, true);
    click_on(f, BACKPROP_DO_UNDO);
    assert_false(view_of(f)->step.shown);
    tab_to(f, BACKPROP_DO_UNDO);
    fixture_key(f, SDLK_RETURN, 0);
    assert_true(fixture_same_weights(&start, &f->app.lab.model.net));
    assert_shows_gradient(f, view_of(f)->nudge.label);
    net_free(&start);
}

static void what_a_step_did_is_forgotten_with_the_drawing(void **state)
{
    Fixture *f = *state;
    begin(f);
    click_on(f, BACKPROP_DO_APPLY);
    assert_true(view_of(f)->step.shown);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 20.5f, 9.5f, 20.5f);
    assert_false(view_of(f)->step.shown);
}

static void another_network_is_looked_at_with_its_own_shape(void **state)
{
    Fixture *f = *state;
    begin(f);
    click_on(f, BACKPROP_DO_LAYER + 1);
    selected_set(&f->app.shell, 2, 15);
    action_do(&f->app.shell, ACTION_LARGE_NETWORK);
    assert_false(
        action_can(&f->app.shell, action(BACKPROP_DO_APPLY))); /* the gradient is of the old one */
    fixture_draw(f);
    assert_shows_gradient(f, f->app.shell.chart.answer.digit);
}

static void arrows_and_clicks_select_layers_and_neurons(void **state)
{
    Fixture *f = *state;
    begin(f);
    tab_to(f, BACKPROP_DO_AREA);
    int neuron = backprop_neuron(view_of(f));
    assert_int_equal(neuron, f->app.shell.chart.answer.digit);
    fixture_key(f, neuron > 0 ? SDLK_LEFT : SDLK_RIGHT, 0);
    assert_int_equal(backprop_neuron(view_of(f)), neuron > 0 ? neuron - 1 : 1);
    fixture_key_often(f, SDLK_DOWN, 5);
    assert_int_equal(backprop_layer(&f->app.backprop_view), 0);
    fixture_draw(f);
    fixture_key_often(f, SDLK_RIGHT, 20);
    assert_int_equal(backprop_neuron(view_of(f)), 15);
    fixture_key_often(f, SDLK_UP, 5);
    assert_int_equal(backprop_layer(&f->app.backprop_view), 2);
    assert_int_equal(backprop_neuron(view_of(f)), 9);
    SDL_Rect before = view_of(f)->places.before;
    fixture_click(f, (SDL_Point){before.x + before.w * 7 / 32, before.y + 2});
    assert_int_equal(backprop_layer(&f->app.backprop_view), 1);
    assert_int_equal(backprop_neuron(view_of(f)), 3);
    SDL_Rect deltas = view_of(f)->places.deltas;
    fixture_click(f, (SDL_Point){deltas.x + deltas.w * 21 / 32, deltas.y + 2});
    assert_int_equal(backprop_neuron(view_of(f)), 10);
    fixture_click(f, fixture_middle(backprop_row(view_of(f)->places.outputs, 10, 6)));
    assert_int_equal(backprop_layer(&f->app.backprop_view), 2);
    assert_int_equal(backprop_neuron(view_of(f)), 6);
}

static void the_rate_is_slid_from_a_thousandth_to_ten(void **state)
{
    Fixture *f = *state;
    begin(f);
    assert_float_equal(view_of(f)->rate, 0.01f, 1e-6f);
    tab_to(f, BACKPROP_DO_RATE);
    fixture_key_often(f, SDLK_RIGHT, 30);
    assert_float_equal(view_of(f)->rate, 10.0f, 1e-4f);
    fixture_key_often(f, SDLK_LEFT, 30);
    assert_float_equal(view_of(f)->rate, 0.001f, 1e-6f);
}

static void the_strongest_weights_show_with_a_check_by_the_cost(void **state)
{
    Fixture *f = *state;
    Hint hint = {{0}, {0}, {0}};
    double shown, checked;
    begin(f);
    click_on(f, BACKPROP_DO_COST + NET_COST_CROSS_ENTROPY);
    click_on(f, BACKPROP_DO_DIGIT + (f->app.shell.chart.answer.digit + 1) % 10);
    const BackpropView *view = view_of(f);
    const Net *grad = &view->nudge.grad;
    assert_true(view->rows > 3);
    for (int i = 1; i < view->rows; i++) {
        const float *column = grad->weight[2] + backprop_neuron(view);
        assert_true(fabsf(column[view->from[i - 1] * grad->stride[2]]) >=
                    fabsf(column[view->from[i] * grad->stride[2]]));
    }
    PANE_OF_BACKPROP.explain(&f->app.backprop_view, ABOUT_WEIGHT, (SDL_Point){0, 0}, &hint);
    const char *step = strstr(hint.formula, " = "), *check = strstr(hint.formula, "2h = ");
    assert_non_null(check);
    assert_non_null(step);
    checked = strtod(check + 5, NULL);
    shown = (double)grad->weight[2][view->from[0] * grad->stride[2] + backprop_neuron(view)];
    assert_true(fabs(shown) > 0.01);
    assert_true(fabs(checked - shown) < 0.006 * fabs(shown) + 1e-3);
}

static void the_cost_is_squared_error_whatever_the_training_has(void **state)
{
    Fixture *f = *state;
    begin(f);
    int label = view_of(f)->nudge.label;
    assert_int_equal(f->app.lab.plan.cost, NET_COST_CROSS_ENTROPY);
    assert_int_equal(view_of(f)->nudge.kind, NET_COST_SQUARED);
    float a = view_of(f)->nudge.acts.activation[2][label];
    assert_float_equal(view_of(f)->nudge.by_a[2][label], 2 * (a - 1), 1e-6f);
    click_on(f, BACKPROP_DO_COST + NET_COST_CROSS_ENTROPY);
    assert_int_equal(view_of(f)->nudge.kind, NET_COST_CROSS_ENTROPY);
    assert_shows_gradient(f, label);
    action_do(&f->app.shell, ACTION_COST_SQUARED);
    fixture_frame(f);
    assert_int_equal(view_of(f)->nudge.kind, NET_COST_CROSS_ENTROPY);
    click_on(f, BACKPROP_DO_COST + NET_COST_SQUARED);
    assert_shows_gradient(f, label);
    click_on(f, BACKPROP_DO_PAGE + BACKPROP_MINIBATCH);
    click_on(f, BACKPROP_DO_COST + NET_COST_CROSS_ENTROPY);
    assert_int_equal(view_of(f)->batch.kind, NET_COST_CROSS_ENTROPY);
}

static void a_small_window_has_one_button_that_changes_the_cost(void **state)
{
    Fixture *f = *state;
    begin(f);
    fixture_resize(f, 900, 600, 1.0f);
    click_on(f, BACKPROP_DO_COST + NET_COST_SQUARED);
    assert_int_equal(view_of(f)->cost, NET_COST_CROSS_ENTROPY);
    click_on(f, BACKPROP_DO_COST + NET_COST_CROSS_ENTROPY);
    assert_int_equal(view_of(f)->cost, NET_COST_SQUARED);
}

/* The table's lines, the first of them names. */
static int count_lines(const Fixture *f, int *commas)
{
    char line[512];
    int lines = 0;
    FILE *file = tmpfile();
    assert_non_null(file);
    assert_true(PANE_OF_BACKPROP.table(&f->app.backprop_view, file));
    rewind(file);
    for (; fgets(line, sizeof line, file); lines++) {
        int here = 0;
        for (const char *at = line; *at; at++) {
            here += *at == ',';
        }
        *commas = lines == 0 ? here : *commas;
        assert_int_equal(here, *commas);
    }
    fclose(file);
    return lines;
}

static void the_table_has_every_neuron_or_every_row(void **state)
{
    Fixture *f = *state;
    int commas;
    begin(f);
    assert_int_equal(count_lines(f, &commas), 1 + 16 + 16 + 10);
    assert_int_equal(commas, 8);
    click_on(f, BACKPROP_DO_PAGE + BACKPROP_MINIBATCH);
    assert_int_equal(count_lines(f, &commas), 1 + 10);
    assert_int_equal(commas, 3 + BACKPROP_IMAGES);
}

/* All spots have a title and lie in the view, in every size of window. */
static void every_number_explains_itself_in_every_window(void **state)
{
    static const int SIZES[][2] = {{1280, 800}, {900, 600}, {1920, 1200}, {2560, 1600}};
    Fixture *f = *state;
    begin(f);
    for (int n = 0; n < 24; n++) {
        int spots = 0;
        action_do(&f->app.shell, action(BACKPROP_DO_PAGE + n / 2 % BACKPROP_PAGES));
        action_do(&f->app.shell, action(BACKPROP_DO_LAYER + 2 * (n % 2)));
        fixture_resize(f, SIZES[n / 6][0], SIZES[n / 6][1], 1.0f);
        settle(f);
        fixture_draw(f);
        for (int i = 0; i < f->app.shell.spots; i++) {
            const Spot *spot = &f->app.shell.spot[i];
            Hint hint = {{0}, {0}, {0}};
            SDL_Rect both, view = f->app.shell.layout.view;
            if (spot->view == VIEW_BACKPROP) {
                PANE_OF_BACKPROP.explain(&f->app.backprop_view, spot->about,
                                         fixture_middle(spot->box), &hint);
                assert_true(*hint.title && *hint.formula);
                SDL_UnionRect(&view, &spot->box, &both);
                assert_true(SDL_RectEquals(&both, &view));
                spots++;
            }
        }
        assert_true(spots >= 10);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(an_empty_sheet_asks_for_nothing),
        APP_TEST(the_answer_is_wanted_until_another_digit_is_picked),
        APP_TEST(the_picked_digit_stays_until_the_sheet_is_empty),
        APP_TEST(an_image_is_wanted_as_what_it_is_known_to_show),
        APP_TEST(the_walk_through_the_numbers_begins_with_the_cost),
        APP_TEST(a_drawing_is_wanted_as_what_it_was_meant_to_be),
        APP_TEST(a_step_goes_against_the_gradient_and_is_taken_back),
        APP_TEST(what_a_step_did_is_forgotten_with_the_drawing),
        APP_TEST(another_network_is_looked_at_with_its_own_shape),
        APP_TEST(arrows_and_clicks_select_layers_and_neurons),
        APP_TEST(the_rate_is_slid_from_a_thousandth_to_ten),
        APP_TEST(the_strongest_weights_show_with_a_check_by_the_cost),
        APP_TEST(the_cost_is_squared_error_whatever_the_training_has),
        APP_TEST(a_small_window_has_one_button_that_changes_the_cost),
        APP_TEST(the_table_has_every_neuron_or_every_row),
        APP_TEST(every_number_explains_itself_in_every_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
