/* The view Neuron in the window: what is chosen by mouse and by keys is shown as the core computes
 * it. */
#include "neuron_fixture.h"

#include "lab/image_name.h"
#include "views/neuron/neuron_explain.h"
#include "views/neuron/neuron_images.h"

static void neurons_are_chosen_by_mouse(void **state)
{
    Fixture *f = *state;
    neuron_assert_shows(f, 0, 0);
    fixture_click(f, neuron_middle_of_cell(f, 1, 11));
    neuron_assert_shows(f, 1, 11);
    fixture_click(f, neuron_middle_of_cell(f, 2, 3));
    neuron_assert_shows(f, 2, 3);
    fixture_press(f, neuron_middle_of_cell(f, 0, 2), SDL_BUTTON_LEFT);
    fixture_move(f, neuron_middle_of_cell(f, 0, 9));
    fixture_frame(f);
    neuron_assert_shows(f, 0, 9);
    fixture_release(f, neuron_middle_of_cell(f, 0, 9), SDL_BUTTON_LEFT);
}

static void neurons_are_chosen_by_arrows(void **state)
{
    Fixture *f = *state;
    neuron_give_keyboard_to(f, NEURON_CHOOSE);
    fixture_key_often(f, SDLK_RIGHT, 12);
    neuron_assert_shows(f, 0, 12);
    fixture_key_often(f, SDLK_DOWN, 5);
    neuron_assert_shows(f, 2, 9); /* there are ten outputs */
    fixture_key(f, SDLK_HOME, 0);
    fixture_key(f, SDLK_LEFT, 0);
    neuron_assert_shows(f, 2, 0);
    fixture_key(f, SDLK_UP, 0);
    fixture_key(f, SDLK_END, 0);
    neuron_assert_shows(f, 1, 15);
}

static void a_neuron_chosen_elsewhere_is_brought_into_its_range(void **state)
{
    Fixture *f = *state;
    f->app.shell.selected = (DiagramNeuron){2, 15};
    fixture_frame(f);
    neuron_assert_shows(f, 2, 9);
    f->app.shell.selected = (DiagramNeuron){1, 12};
    f->app.shell.redraw = true;
    fixture_frame(f);
    neuron_assert_shows(f, 1, 12);
}

static void another_network_has_other_neurons(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_l, KMOD_LCTRL | KMOD_LSHIFT);
    neuron_give_keyboard_to(f, NEURON_CHOOSE);
    fixture_key(f, SDLK_END, 0);
    neuron_assert_shows(f, 0, 255);
    fixture_key(f, SDLK_b, KMOD_LCTRL | KMOD_LSHIFT);
    neuron_assert_shows(f, 0, 15);
}

static void the_sum_follows_the_pen(void **state)
{
    Fixture *f = *state;
    double before = neuron_view(f)->seen.sum.z;
    fixture_stroke(f, SDL_BUTTON_LEFT, 20.5f, 6.5f, 9.5f, 20.5f);
    neuron_assert_shows(f, 0, 0);
    assert_true(fabs(neuron_view(f)->seen.sum.z - before) > 1e-3);
}

static void the_gated_picture_is_that_of_the_activations(void **state)
{
    Fixture *f = *state;
    float picture[NET_INPUTS];
    fixture_click(f, neuron_middle_of_cell(f, 2, 7));
    fixture_click(f, fixture_widget(f, view_action(VIEW_NEURON, NEURON_GATED)));
    look_carry_back(&f->app.lab.model.net, 2, 7, &f->app.lab.acts, picture);
    assert_memory_equal(picture, neuron_view(f)->seen.picture[0], sizeof picture);
    int at = 14 * 28 + 14;
    assert_float_equal(neuron_view(f)->seen.picture[1][at],
                       picture[at] * (float)f->app.lab.input.cell[at] / 255.0f, 1e-6f);
}

static void the_images_that_fire_it_most_are_found(void **state)
{
    Fixture *f = *state;
    fixture_click(f, neuron_middle_of_cell(f, 1, 6));
    neuron_look_for_images(f);
    const Strongest *found = &neuron_view(f)->images.found;
    float best = 0.0f;
    NetActs acts = acts_for(&f->app.lab.model.net);
    for (int i = 0; i < f->app.lab.mix.train.images; i++) {
        NetInput input = dataset_input(&f->app.lab.mix.train, i);
        net_forward(&f->app.lab.model.net, &input, &acts);
        best = fmaxf(best, acts.activation[1][6]);
    }
    assert_true(fabs(look_sigmoid(found->best[0].z) - (double)best) < 1e-6);
    net_acts_free(&acts);
    fixture_draw(f);
}

static void an_image_goes_to_the_sheet_by_mouse_and_by_key(void **state)
{
    Fixture *f = *state;
    uint8_t level[NET_INPUTS];
    neuron_look_for_images(f);
    const NeuronView *view = neuron_view(f);
    SDL_Rect box = view->places.images;
    SDL_Point second = {box.x + view->images.places.pitch_w + 5, box.y + 5};
    fixture_click(f, second);
    dataset_levels(&f->app.lab.mix.train, view->images.found.best[1].image, level);
    assert_true(f->app.lab.exhibit.shown);
    assert_memory_equal(f->app.lab.input.cell, level, sizeof level);
    assert_true(fabs(view->seen.sum.z - view->images.found.best[1].z) < 1e-6);
    neuron_give_keyboard_to(f, NEURON_IMAGES);
    fixture_key(f, SDLK_HOME, 0);
    fixture_key(f, SDLK_RETURN, 0);
    dataset_levels(&f->app.lab.mix.train, view->images.found.best[0].image, level);
    assert_memory_equal(f->app.lab.input.cell, level, sizeof level);
}

static void all_shows_the_wall_and_a_tile_chooses(void **state)
{
    Fixture *f = *state;
    fixture_click(f, neuron_middle_of_cell(f, 0, 7));
    fixture_click(f, fixture_widget(f, view_action(VIEW_NEURON, NEURON_ALL)));
    assert_int_equal(neuron_view(f)->page, NEURON_WALL_PAGE);
    fixture_draw(f);
    fixture_click(f, fixture_middle(tiles_box(&neuron_view(f)->wall, 13)));
    assert_int_equal(neuron_view(f)->page, NEURON_ZOOM_PAGE);
    neuron_assert_shows(f, 0, 13);
}

static void every_number_explains_itself(void **state)
{
    Fixture *f = *state;
    neuron_look_for_images(f);
    for (int layer = 0; layer < 3; layer++) {
        fixture_click(f, neuron_middle_of_cell(f, layer, 3));
        neuron_look_for_images(f);
        int spots = 0;
        for (int i = 0; i < f->app.shell.spots; i++) {
            const Spot *spot = &f->app.shell.spot[i];
            Hint hint = {{0}, {0}, {0}};
            if (spot->view == VIEW_NEURON) {
                neuron_explain(&f->app.neuron_view, spot->about, fixture_middle(spot->box), &hint);
                assert_true(*hint.title && *hint.formula && *hint.unit);
                spots++;
            }
        }
        assert_true(spots > 15);
    }
}

static void a_hint_puts_the_numbers_in(void **state)
{
    Fixture *f = *state;
    const NeuronView *view = neuron_view(f);
    Hint hint;
    char expected[64];
    fixture_click(f, neuron_middle_of_cell(f, 2, 3));
    neuron_explain(&f->app.neuron_view, NEURON_ABOUT_ROW + view->shown.terms + NEURON_Z,
                   (SDL_Point){0, 0}, &hint);
    assert_string_equal(hint.title, "z of output 3");
    snprintf(expected, sizeof expected, "= %.3f", view->seen.sum.z);
    assert_non_null(strstr(hint.formula, expected));
    neuron_explain(&f->app.neuron_view, NEURON_ABOUT_ROW, (SDL_Point){0, 0}, &hint);
    snprintf(expected, sizeof expected, "w = %+.4f", (double)view->seen.sum.term[0].weight);
    assert_non_null(strstr(hint.formula, expected));
}

static void its_table_lists_every_product(void **state)
{
    Fixture *f = *state;
    char line[128];
    Path path = scratch_path(&f->home, "neuron.csv");
    fixture_click(f, neuron_middle_of_cell(f, 1, 4));
    FILE *out = fopen(path.text, "w+");
    assert_non_null(out);
    assert_true(PANE_OF_NEURON.table(&f->app.neuron_view, out));
    rewind(out);
    assert_non_null(fgets(line, sizeof line, out));
    assert_string_equal(line, "neuron,weight,activation,product\n");
    double sum = 0.0, w, a, product;
    for (int i = 0, from; i < 16; i++) {
        assert_non_null(fgets(line, sizeof line, out));
        assert_int_equal(sscanf(line, "%d,%lf,%lf,%lf", &from, &w, &a, &product), 4);
        assert_int_equal(from, i);
        sum += product;
    }
    assert_non_null(fgets(line, sizeof line, out));
    assert_int_equal(sscanf(line, "bias,%lf,1,", &w), 1);
    assert_non_null(fgets(line, sizeof line, out));
    assert_int_equal(sscanf(line, "z,,,%lf", &product), 1);
    assert_true(fabs(sum + w - product) < 1e-6);
    fclose(out);
}

/* Keys come faster than frames. */
static void keys_before_the_first_frame_do_no_harm(void **state)
{
    static const SDL_Keycode KEY[] = {SDLK_F4, SDLK_F3, SDLK_UP, SDLK_DOWN, SDLK_RETURN};
    Fixture *f = *state;
    neuron_look_for_images(f);
    neuron_give_keyboard_to(f, NEURON_IMAGES);
    for (size_t i = 0; i < sizeof KEY / sizeof KEY[0]; i++) {
        SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = KEY[i]}}};
        app_handle(&f->app, &event);
    }
    fixture_frame(f);
    assert_int_equal(f->app.shell.view, VIEW_NEURON);
}

static void an_image_has_the_number_that_the_view_data_gives_it(void **state)
{
    Fixture *f = *state;
    char name[IMAGE_NAME_MAX];
    neuron_look_for_images(f);
    neuron_images_exhibit(&f->app.neuron_view, 1);
    image_title(IMAGES_TRAIN, neuron_view(f)->images.found.best[1].image, name);
    assert_string_equal(f->app.lab.exhibit.name, name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NEURON_TEST(neurons_are_chosen_by_mouse),
        NEURON_TEST(neurons_are_chosen_by_arrows),
        NEURON_TEST(a_neuron_chosen_elsewhere_is_brought_into_its_range),
        NEURON_TEST(another_network_has_other_neurons),
        NEURON_TEST(the_sum_follows_the_pen),
        NEURON_TEST(the_gated_picture_is_that_of_the_activations),
        NEURON_TEST(the_images_that_fire_it_most_are_found),
        NEURON_TEST(an_image_goes_to_the_sheet_by_mouse_and_by_key),
        NEURON_TEST(all_shows_the_wall_and_a_tile_chooses),
        NEURON_TEST(every_number_explains_itself),
        NEURON_TEST(a_hint_puts_the_numbers_in),
        NEURON_TEST(its_table_lists_every_product),
        NEURON_TEST(keys_before_the_first_frame_do_no_harm),
        NEURON_TEST(an_image_has_the_number_that_the_view_data_gives_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
