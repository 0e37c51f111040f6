/* The first page of the view Neuron: the wall of a layer, and the way in and out. */
#include "neuron_fixture.h"

#include "ui/neuron_wall.h"
#include "views/neuron/neuron_pictures.h"

static int action(int command)
{
    return view_action(VIEW_NEURON, command);
}

static NeuronPage page(const Fixture *f)
{
    return neuron_view(f)->page;
}

static void it_is_the_first_thing_that_is_seen(void **state)
{
    Fixture *f = *state;
    const NeuronView *view = neuron_view(f);
    assert_int_equal(page(f), NEURON_WALL_PAGE);
    assert_true(f->app.shell.layout.sheet.w > 0); /* there is a sheet to draw on */
    fixture_wait(f, neuron_pictures_are_there);
    for (int i = 0; i < 16; i++) {
        float picture[NET_INPUTS];
        look_carry_back(&f->app.lab.model.net, 0, i, NULL, picture);
        assert_memory_equal(picture, neuron_pictures_get(view, i), sizeof picture);
    }
    assert_float_equal(view->wall_full, neuron_wall_full(&f->app.lab.model.net), 1e-5f);
    fixture_draw(f);
}

static void every_layer_has_one(void **state)
{
    Fixture *f = *state;
    for (int layer = 1; layer < 3; layer++) {
        float picture[NET_INPUTS];
        fixture_click(f, fixture_widget(f, action(NEURON_SHOW_LAYER + layer)));
        assert_int_equal(neuron_view(f)->layer, layer);
        assert_int_equal(neuron_view(f)->wall.tiles, layer == 1 ? 16 : 10);
        fixture_wait(f, neuron_pictures_are_there);
        look_carry_back(&f->app.lab.model.net, layer, 7, NULL, picture);
        assert_memory_equal(picture, neuron_pictures_get(neuron_view(f), 7), sizeof picture);
        fixture_draw(f);
    }
    fixture_click(f, fixture_middle(tiles_box(&neuron_view(f)->wall, 4)));
    neuron_assert_shows(f, 2, 4);
}

static void a_press_looks_closer_and_escape_goes_out_step_by_step(void **state)
{
    Fixture *f = *state;
    fixture_click(f, fixture_middle(tiles_box(&neuron_view(f)->wall, 11)));
    assert_int_equal(page(f), NEURON_ZOOM_PAGE);
    neuron_assert_shows(f, 0, 11);
    fixture_click(f, fixture_widget(f, action(NEURON_NUMBERS)));
    assert_int_equal(page(f), NEURON_NUMBERS_PAGE);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(page(f), NEURON_ZOOM_PAGE);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(page(f), NEURON_WALL_PAGE);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(f->app.shell.view, VIEW_NETWORK);
    assert_true(f->app.shell.selected.layer == 0 && f->app.shell.selected.neuron == 11);
    fixture_key(f, SDLK_ESCAPE, 0); /* and then none is selected */
    assert_int_equal(f->app.shell.selected.neuron, -1);
}

static void the_wall_goes_by_keys(void **state)
{
    Fixture *f = *state;
    neuron_give_keyboard_to(f, NEURON_CHOOSE);
    fixture_key(f, SDLK_RIGHT, 0); /* the first arrow shows where one is */
    fixture_key(f, SDLK_RIGHT, 0);
    fixture_key(f, SDLK_DOWN, 0);
    int expected = 1 + neuron_view(f)->wall.columns;
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(page(f), NEURON_ZOOM_PAGE);
    neuron_assert_shows(f, 0, expected);
    fixture_key(f, SDLK_ESCAPE, 0);
    fixture_key(f, SDLK_PAGEDOWN, 0);
    fixture_key(f, SDLK_PAGEDOWN, 0);
    fixture_key(f, SDLK_END, 0);
    fixture_key(f, SDLK_SPACE, 0);
    neuron_assert_shows(f, 2, 9);
}

static void a_long_wall_scrolls_with_the_wheel_and_the_arrows(void **state)
{
    Fixture *f = *state;
    action_do(&f->app.shell, ACTION_TIME_LINE);
    fixture_key(f, SDLK_l, KMOD_LCTRL | KMOD_LSHIFT);
    fixture_move(f, fixture_middle(neuron_view(f)->wall.box));
    fixture_wheel(f, 0.0f, -2.0f);
    assert_int_equal(neuron_view(f)->wall.top, 2);
    fixture_wheel(f, 0.0f, 5.0f);
    assert_int_equal(neuron_view(f)->wall.top, 0);
    neuron_give_keyboard_to(f, NEURON_CHOOSE);
    fixture_key_often(f, SDLK_DOWN, neuron_view(f)->wall.rows + 2); /* the first shows where */
    assert_int_equal(neuron_view(f)->wall.top, 2);
    fixture_draw(f);
}

static bool all_pictures_are_there(const App *app)
{
    return PANE_OF_NEURON.sleep_ms(&app->neuron_view) < 0;
}

static void pictures_come_a_part_a_frame(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_l, KMOD_LCTRL | KMOD_LSHIFT);
    fixture_click(f, fixture_widget(f, action(NEURON_SHOW_LAYER + 1)));
    int last = neuron_view(f)->wall.tiles - 1;
    for (int i = 0; i < 1000 && !all_pictures_are_there(&f->app); i++) {
        f->app.shell.redraw = true;
        fixture_frame(f);
    }
    float picture[NET_INPUTS];
    look_carry_back(&f->app.lab.model.net, 1, last, NULL, picture);
    assert_memory_equal(picture, neuron_pictures_get(neuron_view(f), last), sizeof picture);
}

static void it_follows_the_weights_and_is_at_rest_without_a_change(void **state)
{
    Fixture *f = *state;
    float *weight = &f->app.lab.model.net.weight[0][5];
    *weight += 1.0f;
    lab_net_changed(&f->app.lab);
    fixture_frame(f);
    assert_float_equal(neuron_pictures_get(neuron_view(f), 5)[0], *weight, 0.0f);
    fixture_frame(f);
    app_update(&f->app);
    assert_false(f->app.shell.redraw);
}

static void the_key_and_the_mode_lead_back_to_it(void **state)
{
    Fixture *f = *state;
    neuron_look_closer(&f->app.neuron_view, 1, 3);
    fixture_frame(f);
    fixture_key(f, SDLK_F3, 0);
    assert_int_equal(page(f), NEURON_WALL_PAGE);
    assert_int_equal(neuron_view(f)->layer, 1);
    neuron_look_closer(&f->app.neuron_view, 2, 3);
    fixture_frame(f);
    fixture_click(f, fixture_widget(f, ACTION_VIEW_NEURON));
    assert_int_equal(page(f), NEURON_WALL_PAGE);
    neuron_look_closer(&f->app.neuron_view, 2, 3);
    fixture_key(f, SDLK_F2, 0);
    fixture_key(f, SDLK_F3, 0);
    assert_int_equal(page(f), NEURON_WALL_PAGE);
    assert_int_equal(neuron_view(f)->layer, 2); /* that of the neuron that is selected */
}

static void one_neuron_is_selected_in_all_three_ways_to_look(void **state)
{
    Fixture *f = *state;
    const DiagramNeuron *selected = &f->app.shell.selected;
    fixture_key(f, SDLK_F2, 0);
    fixture_click(f, fixture_neuron(f, 1, 4));
    fixture_key(f, SDLK_RETURN, 0);
    neuron_assert_shows(f, 1, 4);
    fixture_key(f, SDLK_DOWN, 0);
    fixture_key(f, SDLK_F4, 0);
    assert_true(selected->layer == 1 && selected->neuron == 5);
    fixture_click(f, fixture_neuron(f, 0, 9));
    fixture_key(f, SDLK_F3, 0);
    fixture_key(f, SDLK_RETURN, 0);
    neuron_assert_shows(f, 0, 9);
}

static void frame_at(Fixture *f, Uint64 ms)
{
    shell_tick(&f->app.shell, ms);
    app_update(&f->app);
    f->app.shell.redraw = false;
    app_draw(&f->app);
}

/* How high over the middle the first sibling stands. */
static float first_sibling(const Fixture *f)
{
    DiagramPlaces places = neuron_zoom_places(neuron_view(f));
    DiagramColumn column;
    diagram_place(&column, f->app.shell.paint, &f->app.lab.model.net.shape, 0, &places);
    return 0.5f * (float)places.box.h - column.y[0];
}

static void a_neuron_grows_and_comes_to_rest(void **state)
{
    Fixture *f = *state;
    const Motion *motion = &f->app.shell.motion;
    f->app.lab.settings.less_motion = false;
    frame_at(f, 1000);
    SDL_Rect tile = tiles_box(&neuron_view(f)->wall, 15);
    fixture_click(f, fixture_middle(tile));
    assert_true(motion_goes_on(motion, MOTION_ZOOM));
    assert_memory_equal(&neuron_view(f)->zoom.from, &tile, sizeof tile);
    frame_at(f, 1050);
    float on_its_way = first_sibling(f);
    frame_at(f, 1400);
    frame_at(f, 1500);
    assert_false(motion_goes_on(motion, MOTION_ZOOM));
    assert_true(fabsf(first_sibling(f) - on_its_way) > 1.0f);
    app_update(&f->app);
    assert_false(f->app.shell.redraw);
    f->app.lab.settings.less_motion = true;
    fixture_key(f, SDLK_ESCAPE, 0);
    fixture_key(f, SDLK_RETURN, 0);
    assert_false(motion_goes_on(motion, MOTION_ZOOM));
}

static void the_way_out_is_pressed(void **state)
{
    Fixture *f = *state;
    assert_string_equal(neuron_view(f)->way.layer, "Layer 1");
    fixture_click(f, fixture_widget(f, action(NEURON_FORWARD)));
    assert_int_equal(f->app.shell.view, VIEW_NETWORK);
}

static void escape_closes_what_is_said_before_it_leaves_the_wall(void **state)
{
    Fixture *f = *state;
    tell(&f->app.shell, true, ACTION_NONE, "A sentence.");
    fixture_frame(f);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(f->app.shell.view, VIEW_NEURON);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(f->app.shell.view, VIEW_NETWORK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NEURON_WALL_TEST(it_is_the_first_thing_that_is_seen),
        NEURON_WALL_TEST(every_layer_has_one),
        NEURON_WALL_TEST(a_press_looks_closer_and_escape_goes_out_step_by_step),
        NEURON_WALL_TEST(the_wall_goes_by_keys),
        NEURON_WALL_TEST(a_long_wall_scrolls_with_the_wheel_and_the_arrows),
        NEURON_WALL_TEST(pictures_come_a_part_a_frame),
        NEURON_WALL_TEST(it_follows_the_weights_and_is_at_rest_without_a_change),
        NEURON_WALL_TEST(the_key_and_the_mode_lead_back_to_it),
        NEURON_WALL_TEST(one_neuron_is_selected_in_all_three_ways_to_look),
        NEURON_WALL_TEST(a_neuron_grows_and_comes_to_rest),
        NEURON_WALL_TEST(the_way_out_is_pressed),
        NEURON_WALL_TEST(escape_closes_what_is_said_before_it_leaves_the_wall),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
