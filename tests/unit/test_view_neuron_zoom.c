/* The second page of the view Neuron: one neuron close up. */
#include "neuron_fixture.h"

#include "lab/weights.h"
#include "views/neuron/neuron_edit.h"
#include "views/neuron/neuron_say.h"

static int action(int command)
{
    return view_action(VIEW_NEURON, command);
}

static const CloseupPlaces *places(const Fixture *f)
{
    return &neuron_view(f)->zoom.places;
}

static SDL_Point neuron_close_up(const Fixture *f, int layer, int neuron)
{
    DiagramPlaces at = neuron_zoom_places(neuron_view(f));
    DiagramColumn column;
    diagram_place(&column, f->app.shell.paint, &f->app.lab.model.net.shape, layer, &at);
    assert_true(neuron < column.shown);
    return fixture_middle(diagram_neuron_box(&column, neuron, &at));
}

/* Where the bias's step ends. */
static SDL_Point knob(const Fixture *f)
{
    const NeuronView *view = neuron_view(f);
    const SDL_Rect *bar = &places(f)->bar[CLOSEUP_BIAS];
    return (SDL_Point){(int)closeup_x(places(f), view->zoom.axis, view->seen.sum.z),
                       bar->y + bar->h / 2};
}

static void a_sibling_is_pressed_or_reached_by_keys(void **state)
{
    Fixture *f = *state;
    fixture_click(f, neuron_close_up(f, 0, 12));
    neuron_assert_shows(f, 0, 12);
    fixture_key(f, SDLK_DOWN, 0);
    neuron_assert_shows(f, 0, 13);
    fixture_key_often(f, SDLK_DOWN, 9);
    neuron_assert_shows(f, 0, 15); /* the last */
    fixture_key(f, SDLK_HOME, 0);
    fixture_key(f, SDLK_UP, 0);
    neuron_assert_shows(f, 0, 0);
    fixture_key(f, SDLK_END, 0);
    fixture_key(f, SDLK_RIGHT, 0);
    neuron_assert_shows(f, 1, 15);
    assert_int_equal(neuron_view(f)->page, NEURON_ZOOM_PAGE);
    fixture_draw(f);
}

static void every_sibling_has_a_place_of_its_own(void **state)
{
    Fixture *f = *state;
    for (int layer = 0; layer < 3; layer++) {
        for (int shown = 0; shown < 10; shown += 3) {
            neuron_look_closer(&f->app.neuron_view, layer, shown);
            fixture_frame(f);
            for (int i = 0; i < 10; i++) {
                SDL_Point at = neuron_close_up(f, layer, i);
                DiagramNeuron found = neuron_zoom_at(neuron_view(f), at);
                assert_true(found.layer == layer && found.neuron == i);
                assert_true(SDL_PointInRect(&at, &f->app.shell.layout.diagram));
            }
        }
    }
}

static void a_later_neuron_and_one_before_are_pressed(void **state)
{
    Fixture *f = *state;
    fixture_click(f, neuron_close_up(f, 1, 6));
    neuron_assert_shows(f, 1, 6);
    const NeuronZoom *zoom = &neuron_view(f)->zoom;
    assert_int_equal(zoom->tiles, 16);
    for (int i = 0; i < 16; i++) {
        assert_int_equal(zoom->tile[i].term.from, i);
        assert_true(zoom->tile[i].term.weight == look_weight(&f->app.lab.model.net, 1, 6, i));
    }
    fixture_draw(f);
    fixture_click(f, fixture_middle(tiles_box(&zoom->tiles_places, 9)));
    neuron_assert_shows(f, 0, 9);
    fixture_click(f, neuron_close_up(f, 2, 3));
    neuron_assert_shows(f, 2, 3);
    fixture_draw(f);
}

static void pictures_of_the_neurons_before_are_theirs(void **state)
{
    Fixture *f = *state;
    neuron_look_closer(&f->app.neuron_view, 2, 3);
    fixture_frame(f);
    fixture_wait(f, neuron_pictures_are_there);
    const NeuronZoom *zoom = &neuron_view(f)->zoom;
    for (int i = 0; i < zoom->tiles; i++) {
        float picture[NET_INPUTS];
        look_carry_back(&f->app.lab.model.net, 1, i, NULL, picture);
        assert_memory_equal(zoom->tile[i].picture, picture, sizeof picture);
    }
}

static void of_many_neurons_before_the_strongest_show(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_l, KMOD_LCTRL | KMOD_LSHIFT);
    neuron_look_closer(&f->app.neuron_view, 1, 3);
    fixture_frame(f);
    const NeuronView *view = neuron_view(f);
    assert_true(view->zoom.tiles > 0 && view->zoom.tiles <= CLOSEUP_TILES);
    assert_int_equal(view->zoom.tile[0].term.from, view->seen.sum.term[0].from);
    fixture_draw(f);
}

static void neurons_before_that_all_bring_nothing_are_not_shown(void **state)
{
    Fixture *f = *state;
    char text[NEURON_SAY_MAX];
    fixture_key(f, SDLK_l, KMOD_LCTRL | KMOD_LSHIFT);
    net_zero(&f->app.lab.model.net);
    lab_net_changed(&f->app.lab);
    neuron_look_closer(&f->app.neuron_view, 1, 3);
    fixture_frame(f);
    assert_int_equal(neuron_view(f)->zoom.tiles, 0);
    neuron_say(neuron_view(f), text);
    assert_non_null(strstr(text, "Nothing reaches it"));
    fixture_draw(f);
    fixture_click(f, fixture_middle(places(f)->picture));
    neuron_assert_shows(f, 1, 3);
}

static void the_bias_is_pulled_and_that_is_one_change(void **state)
{
    Fixture *f = *state;
    const NeuronView *view = neuron_view(f);
    float before = f->app.lab.model.net.bias[0][0];
    SDL_Point from = knob(f), to = {from.x + 20, from.y};
    double z = closeup_z(places(f), view->zoom.axis, to.x);
    fixture_press(f, from, SDL_BUTTON_LEFT);
    fixture_frame(f);
    fixture_move(f, (SDL_Point){from.x + 9, from.y});
    fixture_frame(f);
    fixture_move(f, to);
    fixture_frame(f);
    assert_true(fabs(view->seen.sum.z - z) < 1e-4);
    assert_true(f->app.lab.model.net.bias[0][0] > before + 0.5f);
    fixture_release(f, to, SDL_BUTTON_LEFT);
    fixture_frame(f);
    assert_int_equal(weights_kept(&f->app.lab), 1);
    assert_string_equal(weights_last(&f->app.lab), "a bias");
    fixture_key(f, SDLK_u, KMOD_LCTRL);
    assert_float_equal(f->app.lab.model.net.bias[0][0], before, 0.0f);
}

static void the_axis_holds_still_while_the_bias_is_pulled(void **state)
{
    Fixture *f = *state;
    SDL_Point from = knob(f), end = {places(f)->curve.x + places(f)->curve.w + 40, from.y};
    double high = neuron_view(f)->zoom.axis.high;
    fixture_press(f, from, SDL_BUTTON_LEFT);
    fixture_frame(f);
    fixture_move(f, end);
    fixture_frame(f);
    fixture_frame(f);
    assert_true(fabs(neuron_view(f)->seen.sum.z - high) < 1e-4);
    assert_true(neuron_view(f)->zoom.axis.high - high == 0.0);
    fixture_release(f, end, SDL_BUTTON_LEFT);
    fixture_frame(f);
    assert_true(neuron_view(f)->zoom.axis.high > high);
}

static void the_bias_goes_by_keys_and_wheel(void **state)
{
    Fixture *f = *state;
    float before = f->app.lab.model.net.bias[0][0];
    neuron_give_keyboard_to(f, NEURON_PULL);
    fixture_key_often(f, SDLK_RIGHT, 3);
    assert_float_equal(f->app.lab.model.net.bias[0][0], before + 0.3f, 1e-5f);
    fixture_key(f, SDLK_MINUS, 0);
    assert_float_equal(f->app.lab.model.net.bias[0][0], before + 0.2f, 1e-5f);
    assert_int_equal(weights_kept(&f->app.lab), 1);
    fixture_move(f, knob(f));
    fixture_wheel(f, 0.0f, 1.0f);
    assert_float_equal(f->app.lab.model.net.bias[0][0], before + 0.3f, 1e-5f);
    fixture_key(f, SDLK_DOWN, 0);
    neuron_assert_shows(f, 0, 1);
}

static void weights_are_painted_once_that_is_wished(void **state)
{
    Fixture *f = *state;
    int at = 10 * 28 + 8;
    SDL_Point cell = fixture_middle(neuron_pixel(places(f)->picture, at));
    float before = neuron_weight(f, at);
    fixture_click(f, cell); /* marks it */
    assert_float_equal(neuron_weight(f, at), before, 0.0f);
    assert_true(neuron_view(f)->marked && neuron_view(f)->mark == at);
    fixture_key(f, SDLK_PLUS, 0);
    assert_float_equal(neuron_weight(f, at), before + 0.1f, 1e-6f);
    fixture_click(f, fixture_widget(f, action(NEURON_PAINT)));
    fixture_click(f, cell);
    assert_true(neuron_weight(f, at) > before + 0.13f);
    fixture_click(f, fixture_widget(f, action(NEURON_LESS)));
    fixture_click(f, cell);
    fixture_click(f, cell);
    assert_true(neuron_weight(f, at) < before + 0.1f);
    neuron_assert_shows(f, 0, 0);
    assert_int_equal(f->app.lab.drawing.strokes, 1); /* the pen draws nothing there */
}

static void the_way_out_is_pressed(void **state)
{
    Fixture *f = *state;
    fixture_click(f, fixture_widget(f, action(NEURON_OUT)));
    assert_int_equal(neuron_view(f)->page, NEURON_WALL_PAGE);
    neuron_look_closer(&f->app.neuron_view, 1, 3);
    fixture_frame(f);
    assert_string_equal(neuron_view(f)->way.layer, "Layer 2");
    assert_string_equal(neuron_view(f)->way.neuron, "Neuron 3");
    fixture_click(f, fixture_widget(f, action(NEURON_FORWARD)));
    assert_int_equal(f->app.shell.view, VIEW_NETWORK);
}

static void numbers_come_and_go(void **state)
{
    Fixture *f = *state;
    fixture_click(f, fixture_widget(f, action(NEURON_NUMBERS)));
    assert_int_equal(neuron_view(f)->page, NEURON_NUMBERS_PAGE);
    fixture_click(f, fixture_widget(f, action(NEURON_NUMBERS)));
    assert_int_equal(neuron_view(f)->page, NEURON_ZOOM_PAGE);
}

static void undo_and_clear_work_without_a_sheet(void **state)
{
    Fixture *f = *state;
    assert_int_equal(f->app.shell.layout.sheet.w, 0);
    assert_true(neuron_view(f)->seen.pieces > 10);
    double before = neuron_view(f)->seen.sum.z;
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_int_equal(neuron_view(f)->seen.pieces, 0);
    double z = neuron_view(f)->seen.sum.z, bias = neuron_view(f)->seen.sum.bias;
    assert_true(fabs(z - bias) < 1e-9);
    fixture_draw(f);
    fixture_key(f, SDLK_y, KMOD_LCTRL);
    assert_true(fabs(neuron_view(f)->seen.sum.z - before) < 1e-9);
    fixture_key(f, SDLK_DELETE, 0);
    assert_false(f->app.lab.has_ink);
}

static void an_image_goes_into_the_picture(void **state)
{
    Fixture *f = *state;
    uint8_t level[NET_INPUTS];
    neuron_look_for_images(f);
    const NeuronView *view = neuron_view(f);
    assert_true(places(f)->images.w > 0);
    SDL_Rect second = wall_tile_box(&view->images.wall, &view->images.places, 1);
    fixture_click(f, fixture_middle(second));
    dataset_levels(&f->app.lab.mix.train, view->images.found.best[1].image, level);
    assert_memory_equal(f->app.lab.input.cell, level, sizeof level);
    assert_true(fabs(view->seen.sum.z - view->images.found.best[1].z) < 1e-6);
}

/* What it says, with a sum as given. */
static const char *said(Fixture *f, double positive, double negative, double bias, char *text)
{
    LookSum *sum = &f->app.neuron_view.seen.sum;
    sum->positive = positive;
    sum->negative = negative;
    sum->bias = bias;
    sum->z = positive + negative + bias;
    sum->activation = look_sigmoid(sum->z);
    neuron_say(&f->app.neuron_view, text);
    return text;
}

static void what_it_says_is_true_of_the_sum(void **state)
{
    Fixture *f = *state;
    char text[NEURON_SAY_MAX];
    assert_non_null(strstr(said(f, 5.0, -1.0, 0.0, text),
                           "The ink on blue outweighs the ink on orange: it fires."));
    assert_non_null(strstr(said(f, 5.0, -1.0, -6.0, text),
                           "outweighs the ink on orange, but by less than its bias asks for: "
                           "it is quiet."));
    assert_non_null(strstr(said(f, 1.0, -2.0, -1.0, text),
                           "does not outweigh the ink on orange: it is quiet."));
    assert_non_null(strstr(said(f, 1.0, -2.0, 1.5, text),
                           "but its bias makes up for that: it fires a little."));
    assert_non_null(strstr(said(f, 1.0, -2.0, 0.5, text), "it is nearly quiet."));
    f->app.neuron_view.seen.sum.terms = f->app.neuron_view.seen.sum.others = 0;
    assert_non_null(strstr(said(f, 0.0, 0.0, -2.0, text), "Nothing reaches it"));
}

static void what_it_likes_is_where_its_weights_are(void **state)
{
    Fixture *f = *state;
    char text[NEURON_SAY_MAX];
    float *picture = f->app.neuron_view.seen.picture[0];
    memset(picture, 0, NET_INPUTS * sizeof *picture);
    picture[2 * 28 + 25] = 1.0f;
    picture[14 * 28 + 14] = -1.0f;
    f->app.neuron_view.seen.full[0] = 1.0f;
    neuron_say(&f->app.neuron_view, text);
    assert_non_null(
        strstr(text, "It likes ink most at the upper right and dislikes it most in the middle."));
}

static void the_threshold_is_minus_the_bias(void **state)
{
    Fixture *f = *state;
    char text[NEURON_SAY_MAX];
    f->app.neuron_view.seen.sum.bias = -1.04;
    neuron_say_bias(&f->app.neuron_view, text);
    assert_string_equal(text, "It needs more than 1.0 from the ink to fire.");
    f->app.neuron_view.seen.sum.bias = 2.26;
    neuron_say_bias(&f->app.neuron_view, text);
    assert_string_equal(text, "It fires by itself, unless the ink takes 2.3 away.");
    f->app.neuron_view.seen.sum.bias = 0.0;
    neuron_say_bias(&f->app.neuron_view, text);
    assert_string_equal(text, "It fires as soon as blue outweighs orange.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NEURON_ZOOM_TEST(a_sibling_is_pressed_or_reached_by_keys),
        NEURON_ZOOM_TEST(every_sibling_has_a_place_of_its_own),
        NEURON_ZOOM_TEST(a_later_neuron_and_one_before_are_pressed),
        NEURON_ZOOM_TEST(pictures_of_the_neurons_before_are_theirs),
        NEURON_ZOOM_TEST(of_many_neurons_before_the_strongest_show),
        NEURON_ZOOM_TEST(neurons_before_that_all_bring_nothing_are_not_shown),
        NEURON_ZOOM_TEST(the_bias_is_pulled_and_that_is_one_change),
        NEURON_ZOOM_TEST(the_axis_holds_still_while_the_bias_is_pulled),
        NEURON_ZOOM_TEST(the_bias_goes_by_keys_and_wheel),
        NEURON_ZOOM_TEST(weights_are_painted_once_that_is_wished),
        NEURON_ZOOM_TEST(the_way_out_is_pressed),
        NEURON_ZOOM_TEST(numbers_come_and_go),
        NEURON_ZOOM_TEST(undo_and_clear_work_without_a_sheet),
        NEURON_ZOOM_TEST(an_image_goes_into_the_picture),
        NEURON_ZOOM_TEST(what_it_says_is_true_of_the_sum),
        NEURON_ZOOM_TEST(what_it_likes_is_where_its_weights_are),
        NEURON_ZOOM_TEST(the_threshold_is_minus_the_bias),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
