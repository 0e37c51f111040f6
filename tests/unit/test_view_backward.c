/* Backward as a picture: the squares, the step ahead, the moves; by keys and by mouse. */
#include "backprop_fixture.h"

#include <math.h>

#include "shell/selected.h"
#include "ui/diagram_wishes.h"
#include "ui/row.h"
#include "views/backprop/backprop_list.h"
#include "views/backprop/backprop_picture.h"

static void it_comes_up_with_the_picture(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_F4, 0);
    fixture_draw(f);
    const Layout *at = &f->app.shell.layout;
    assert_int_equal(view_of(f)->page, BACKPROP_PICTURE);
    assert_false(SDL_RectEmpty(&at->inputs));
    click_on(f, BACKPROP_DO_PAGE + BACKPROP_DRAWING);
    assert_true(SDL_RectEmpty(&at->inputs));
    click_on(f, BACKPROP_DO_PAGE + BACKPROP_PICTURE);
    assert_false(SDL_RectEmpty(&at->inputs));
}

static void what_is_asked_goes_against_the_gradient(void **state)
{
    Fixture *f = *state;
    begin_on(f, BACKPROP_PICTURE);
    click_on(f, BACKPROP_DO_DIGIT + (f->app.shell.chart.answer.digit + 1) % 10);
    const Nudge *nudge = &view_of(f)->nudge;
    const DiagramAsked *asked = &view_of(f)->picture.asked;
    for (int layer = 0; layer < 3; layer++) {
        for (int i = 0; i < nudge->grad.shape.size[layer + 1]; i++) {
            assert_true(asked->activation[layer][i] == -nudge->by_a[layer][i]);
            assert_true(asked->delta[layer][i] == -nudge->acts.delta[layer][i]);
        }
    }
    assert_true(asked->strength == 1.0f);
}

static void a_step_does_what_is_said_ahead_of_it(void **state)
{
    Fixture *f = *state;
    begin_on(f, BACKPROP_PICTURE);
    click_on(f, BACKPROP_DO_DIGIT + (f->app.shell.chart.answer.digit + 1) % 10);
    for (float rate = 0.01f; rate < 2.0f; rate *= 10.0f) {
        float ahead[NET_OUTPUTS];
        f->app.backprop_view.rate = rate;
        settle(f);
        memcpy(ahead, view_of(f)->picture.ahead, sizeof ahead);
        click_on(f, BACKPROP_DO_APPLY);
        const float *now = net_outputs(&f->app.lab.model.net, &f->app.lab.acts);
        for (int i = 0; i < NET_OUTPUTS; i++) {
            assert_true(fabsf(now[i] - ahead[i]) < 1e-4f);
        }
        click_on(f, BACKPROP_DO_UNDO);
    }
}

static void a_press_says_what_it_should_be_or_selects(void **state)
{
    Fixture *f = *state;
    begin_on(f, BACKPROP_PICTURE);
    int other = (f->app.shell.chart.answer.digit + 4) % 10;
    fixture_click(f, fixture_middle(backward_row(&view_of(f)->picture.places, other)));
    settle(f);
    assert_int_equal(view_of(f)->nudge.label, other);
    assert_int_equal(f->app.shell.selected.neuron, -1);
    fixture_click(f, fixture_neuron(f, 1, 9));
    settle(f);
    assert_int_equal(backprop_layer(view_of(f)), 1);
    assert_int_equal(backprop_neuron(view_of(f)), 9);
    assert_int_equal(view_of(f)->nudge.label, other);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(f->app.shell.selected.neuron, -1);
}

static void arrows_go_as_the_picture_stands(void **state)
{
    Fixture *f = *state;
    begin_on(f, BACKPROP_PICTURE);
    fixture_click(f, fixture_neuron(f, 1, 9));
    settle(f);
    tab_to(f, BACKPROP_DO_AREA);
    fixture_key(f, SDLK_LEFT, 0);
    fixture_key(f, SDLK_DOWN, 0);
    assert_int_equal(backprop_layer(view_of(f)), 0);
    assert_int_equal(backprop_neuron(view_of(f)), 10);
    fixture_key(f, SDLK_RIGHT, 0);
    fixture_key(f, SDLK_UP, 0);
    assert_int_equal(backprop_layer(view_of(f)), 1);
    assert_int_equal(backprop_neuron(view_of(f)), 9);
}

static void a_key_of_the_view_works_with_the_focus_on_its_button(void **state)
{
    Fixture *f = *state;
    begin_on(f, BACKPROP_PICTURE);
    tab_to(f, BACKPROP_DO_MOVE + 1);
    fixture_key(f, SDLK_n, 0);
    assert_int_equal(view_of(f)->picture.move, 1);
}

static void outputs_that_are_right_ask_little_of_cross_entropy_too(void **state)
{
    Fixture *f = *state;
    begin_on(f, BACKPROP_PICTURE);
    action_do(&f->app.shell, action(BACKPROP_DO_COST + NET_COST_CROSS_ENTROPY));
    settle(f);
    const float *now = net_outputs(&f->app.lab.model.net, &f->app.lab.acts);
    for (int i = 0; i < NET_OUTPUTS; i++) {
        float y = i == view_of(f)->nudge.label ? 1.0f : 0.0f;
        float asked = view_of(f)->picture.asked.activation[2][i];
        assert_float_equal(asked, 2.0f * (y - now[i]), 1e-6f);
    }
}

/* Where a button gives way to a digit of the answer, the second half of a double click labels
 * nothing. */
static void a_double_click_on_a_button_does_not_teach(void **state)
{
    Fixture *f = *state;
    begin_on(f, BACKPROP_PICTURE);
    click_on(f, BACKPROP_DO_PAGE + BACKPROP_DRAWING);
    SDL_Point at = fixture_middle(widgets_box(&f->app.shell, ACTION_LABEL_0 + 9));
    SDL_Event second = {.button = {.type = SDL_MOUSEBUTTONDOWN,
                                   .button = SDL_BUTTON_LEFT,
                                   .clicks = 2,
                                   .x = at.x,
                                   .y = at.y}};
    app_handle(&f->app, &second);
    fixture_release(f, at, SDL_BUTTON_LEFT);
    assert_int_equal(f->app.lab.mine.own.digits.digits, 0);
    fixture_click(f, at);
    assert_int_equal(f->app.lab.mine.own.digits.digits, 1);
}

static bool has_learned(const App *app)
{
    return app->lab.stats.images >= 100;
}

static void a_step_that_ends_a_run_says_so(void **state)
{
    Fixture *f = *state;
    begin_on(f, BACKPROP_PICTURE);
    click_on(f, BACKPROP_DO_APPLY);
    assert_int_equal(*f->app.shell.notice.text, 0);
    action_do(&f->app.shell, ACTION_SCRATCH);
    fixture_wait(f, has_learned);
    action_do(&f->app.shell, ACTION_TRAIN); /* pause */
    settle(f);
    action_do(&f->app.shell, action(BACKPROP_DO_APPLY));
    fixture_frame(f);
    assert_non_null(strstr(f->app.shell.notice.text, "The run ended"));
    assert_true(f->app.lab.shelf.count > 0);
}

/* The list has what the core computes; the picture marks what is marked in it. */
static void the_gradient_is_a_list_whose_marked_component_shows_in_the_picture(void **state)
{
    Fixture *f = *state;
    begin_on(f, BACKPROP_PICTURE);
    click_on(f, BACKPROP_DO_PAGE + BACKPROP_GRADIENT);
    const BackpropList *list = &view_of(f)->list;
    const Net *grad = &view_of(f)->nudge.grad;
    assert_int_equal(list->count, 13002);
    assert_true(list->rows >= 10);
    assert_true(fabsf(list->component[0].value) > 0.0f);
    DiagramEdge mark = backprop_list_mark(view_of(f));
    assert_true(mark.shown && mark.layer == list->component[0].layer);
    SDL_Rect row = row_down(list->box, list->rows, 3);
    fixture_click(f, fixture_middle(row));
    assert_int_equal(list->marked, 3);
    fixture_key(f, SDLK_DOWN, 0);
    assert_int_equal(list->marked, 4);
    fixture_key(f, SDLK_END, 0);
    assert_int_equal(list->marked, 13001);
    assert_int_equal(list->first, 13002 - list->rows);
    mark = backprop_list_mark(view_of(f));
    const Component *last = &list->component[13001];
    assert_true(mark.layer == last->layer && mark.from == last->from && mark.to == last->to);
    fixture_move(f, fixture_middle(row));
    fixture_wheel(f, 0.0f, 5.0f);
    assert_true(list->first < 13002 - list->rows);
    assert_int_equal(list->marked, 13001); /* stays */
    fixture_key(f, SDLK_HOME, 0);
    assert_int_equal(list->first, 0);
    const Component *first = &list->component[0];
    float value =
        first->from == COMPONENT_BIAS
            ? grad->bias[first->layer][first->to]
            : grad->weight[first->layer][first->from * grad->stride[first->layer] + first->to];
    assert_true(first->value == value);
    click_on(f, BACKPROP_DO_DIGIT + (view_of(f)->nudge.label + 1) % 10);
    assert_int_equal(list->nudges, view_of(f)->nudges); /* it follows */
}

/* Whatever has the keyboard: the row of digits is on the screen. */
static void a_digit_says_what_it_should_be_and_teaches_nothing(void **state)
{
    Fixture *f = *state;
    begin_on(f, BACKPROP_PICTURE);
    for (int page = BACKPROP_PICTURE; page < BACKPROP_MINIBATCH; page++) {
        action_do(&f->app.shell, action(BACKPROP_DO_PAGE + page));
        settle(f);
        shell_take_focus(&f->app.shell, ACTION_SHEET);
        fixture_key(f, SDLK_9, 0);
        assert_int_equal(view_of(f)->nudge.label, 9);
        click_on(f, BACKPROP_DO_DIGIT + 4); /* a press of it leaves the keyboard elsewhere */
        fixture_key(f, SDLK_KP_7, 0);
        assert_int_equal(view_of(f)->nudge.label, 7);
        assert_int_equal(f->app.lab.mine.own.digits.digits, 0);
    }
    fixture_key(f, SDLK_F2, 0);
    fixture_key(f, SDLK_7, 0);
    assert_int_equal(f->app.lab.mine.own.digits.digits, 1); /* there it says what it was */
}

static void escape_goes_one_step_out(void **state)
{
    Fixture *f = *state;
    begin_on(f, BACKPROP_PICTURE);
    for (int page = BACKPROP_PICTURE + 1; page < BACKPROP_PAGES; page++) {
        action_do(&f->app.shell, action(BACKPROP_DO_PAGE + page));
        settle(f);
        fixture_key(f, SDLK_ESCAPE, 0);
        assert_int_equal(view_of(f)->page, BACKPROP_PICTURE);
    }
    selected_set(&f->app.shell, 1, 3);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(selected_neuron(&f->app.shell).neuron, -1);
    assert_int_equal(f->app.shell.view, VIEW_BACKPROP);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(f->app.shell.view, VIEW_NETWORK);
}

static void a_move_shows_all_of_a_layer(void **state)
{
    Fixture *f = *state;
    begin_on(f, BACKPROP_PICTURE);
    selected_set(&f->app.shell, 2, 3);
    click_on(f, BACKPROP_DO_MOVE + 1);
    assert_int_equal(selected_neuron(&f->app.shell).neuron, -1);
}

static void the_moves_go_round(void **state)
{
    Fixture *f = *state;
    begin_on(f, BACKPROP_PICTURE);
    tab_to(f, BACKPROP_DO_AREA);
    for (int move = 1; move < diagram_moves(3); move++) {
        fixture_key(f, SDLK_n, 0);
        assert_int_equal(view_of(f)->picture.move, move);
    }
    fixture_key(f, SDLK_n, 0);
    assert_int_equal(view_of(f)->picture.move, 0);
    click_on(f, BACKPROP_DO_MOVE);
    assert_int_equal(view_of(f)->picture.move, diagram_moves(3) - 1);
}

static void the_moves_of_a_network_go_from_right_to_left(void **state)
{
    static const DiagramMove MOVE[] = {
        {DIAGRAM_EVERY_WAY, 1},   {DIAGRAM_OUTPUTS, 1}, {DIAGRAM_BIASES, 1},  {DIAGRAM_WEIGHTS, 1},
        {DIAGRAM_ACTIVATIONS, 1}, {DIAGRAM_BIASES, 0},  {DIAGRAM_WEIGHTS, 0},
    };
    (void)state;
    assert_int_equal(diagram_moves(2), sizeof MOVE / sizeof MOVE[0]);
    for (int i = 0; i < diagram_moves(2); i++) {
        DiagramMove move = diagram_move(2, i);
        assert_int_equal(move.way, MOVE[i].way);
        assert_int_equal(move.layer, MOVE[i].layer);
    }
}

/* What edges show in a move, of two neurons to two. */
static bool shown(DiagramMove move, int layer, Edges *edges)
{
    static const float WEIGHT[] = {2.0f, -4.0f, 8.0f, 16.0f}, FROM[] = {0.5f, 0.25f};
    static DiagramAsked asked = {.delta = {{0}, {1.0f, -3.0f}}, .strength = 1.0f};
    Diagram diagram = {.asked = &asked, .move = move};
    *edges = (Edges){.weight = WEIGHT,
                     .activation = FROM,
                     .stride = 2,
                     .from = 2,
                     .to = 2,
                     .only_from = -1,
                     .only_to = -1};
    return wishes_of_edges(&diagram, layer, edges);
}

static void edges_show_what_the_move_is_about(void **state)
{
    Edges edges;
    (void)state;
    assert_true(shown((DiagramMove){DIAGRAM_EVERY_WAY, 1}, 1, &edges));
    assert_true(edges.most == 1.5f); /* 0.5 times 3: no weight in it */
    assert_true(shown((DiagramMove){DIAGRAM_WEIGHTS, 1}, 1, &edges));
    assert_true(edges.most == 1.5f);
    assert_true(shown((DiagramMove){DIAGRAM_ACTIVATIONS, 1}, 1, &edges));
    assert_true(edges.most == 48.0f); /* 16 times 3: no activation in it */
    assert_false(shown((DiagramMove){DIAGRAM_WEIGHTS, 0}, 1, &edges));
    assert_false(shown((DiagramMove){DIAGRAM_BIASES, 1}, 1, &edges));
    assert_false(shown((DiagramMove){DIAGRAM_OUTPUTS, 1}, 1, &edges));
}

static void outputs_that_are_right_hardly_matter(void **state)
{
    float wish[NET_OUTPUTS] = {0.01f, -0.02f};
    (void)state;
    assert_true(wishes_strength(wish) < 0.11f);
    wish[7] = 1.8f;
    assert_true(wishes_strength(wish) == 1.0f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(it_comes_up_with_the_picture),
        APP_TEST(what_is_asked_goes_against_the_gradient),
        APP_TEST(a_step_does_what_is_said_ahead_of_it),
        APP_TEST(a_press_says_what_it_should_be_or_selects),
        APP_TEST(arrows_go_as_the_picture_stands),
        APP_TEST(a_key_of_the_view_works_with_the_focus_on_its_button),
        APP_TEST(outputs_that_are_right_ask_little_of_cross_entropy_too),
        APP_TEST(a_double_click_on_a_button_does_not_teach),
        APP_TEST(a_step_that_ends_a_run_says_so),
        APP_TEST(the_gradient_is_a_list_whose_marked_component_shows_in_the_picture),
        APP_TEST(a_digit_says_what_it_should_be_and_teaches_nothing),
        APP_TEST(escape_goes_one_step_out),
        APP_TEST(a_move_shows_all_of_a_layer),
        APP_TEST(the_moves_go_round),
        cmocka_unit_test(the_moves_of_a_network_go_from_right_to_left),
        cmocka_unit_test(edges_show_what_the_move_is_about),
        cmocka_unit_test(outputs_that_are_right_hardly_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
