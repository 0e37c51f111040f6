/* The view of one neuron: its parts fit, and what is under the pointer is what is drawn there. */
#include "ui/neuron.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "board.h"
#include "ui/name.h"

enum { MOST_PARTS = 24 };

static const char *const HIDDEN[] = {"16,16", "1", "512,512,512,512", "256,128"};
static const SDL_Rect BOX[] = {
    {348, 70, 344, 386}, {412, 70, 660, 546}, {500, 60, 1900, 1000}, {348, 70, 360, 330}};

static NetShape shape_of(const char *hidden)
{
    Err err;
    NetShape shape;
    assert_true(net_shape_parse(hidden, &shape, &err));
    return shape;
}

static int list_parts(const NeuronPlaces *places, const NetShape *shape, SDL_Rect *part)
{
    int parts = 0;
    for (int l = 0; l < shape->layers; l++) {
        part[parts++] = places->picker[l];
    }
    for (int i = 0; i < NEURON_PICTURES; i++) {
        part[parts++] = places->picture[i];
        part[parts++] = places->caption[i];
        part[parts++] = places->scale[i];
    }
    const SDL_Rect rest[] = {places->title, places->head,   places->sum,  places->curve_label,
                             places->curve, places->images, places->foot, places->images_label};
    for (int i = 0; i < 8; i++) {
        part[parts++] = rest[i];
    }
    assert_true(parts <= MOST_PARTS);
    return parts;
}

static void check_parts(const NeuronPlaces *places, const NetShape *shape, SDL_Rect box)
{
    SDL_Rect part[MOST_PARTS];
    int parts = list_parts(places, shape, part);
    for (int i = 0; i < parts; i++) {
        bool shown = part[i].w > 0;
        assert_true(!shown || (part[i].h > 0 && part[i].x >= box.x && part[i].y >= box.y &&
                               part[i].x + part[i].w <= box.x + box.w &&
                               part[i].y + part[i].h <= box.y + box.h));
        for (int j = 0; j < i && shown; j++) {
            assert_false(SDL_HasIntersection(&part[i], &part[j]));
        }
    }
    SDL_Rect last = neuron_row(places, places->terms + NEURON_ROWS - 1);
    assert_true(last.y + last.h <= places->sum.y + places->sum.h);
}

static void parts_fit_without_touching(void **state)
{
    (void)state;
    Board board;
    board_make(&board, 64, 64);
    for (int double_scale = 0; double_scale < 2; double_scale++) {
        paint_set_scale(&board.paint, double_scale ? 2.0f : 1.0f);
        for (int b = 0; b < 4; b++) {
            int times = double_scale ? 2 : 1;
            SDL_Rect box = {BOX[b].x, BOX[b].y, times * BOX[b].w, times * BOX[b].h};
            for (int s = 0; s < 4; s++) {
                NetShape shape = shape_of(HIDDEN[s]);
                NeuronPlaces places;
                neuron_place(&places, &board.paint, &shape, box);
                check_parts(&places, &shape, box);
                assert_true(places.terms >= 5);
                assert_true(places.picture[0].w >= 84 * times);
                assert_true(places.curve.h >= 40 * times);
            }
        }
    }
    board_free(&board);
}

static void images_show_where_there_is_room(void **state)
{
    (void)state;
    Board board;
    NeuronPlaces places;
    NetShape small = shape_of("16,16"), deep = shape_of("512,512,512,512");
    board_make(&board, 64, 64);
    neuron_place(&places, &board.paint, &small, BOX[1]);
    assert_int_equal(places.image_columns, 8);
    assert_true(places.images.w > 0);
    neuron_place(&places, &board.paint, &small, BOX[0]);
    assert_int_equal(places.image_columns, 4);
    assert_true(places.images.w > 0);
    neuron_place(&places, &board.paint, &deep, BOX[3]);
    assert_int_equal(places.images.w, 0);
    board_free(&board);
}

static void the_neuron_under_the_pointer_is_the_one_drawn_there(void **state)
{
    (void)state;
    Board board;
    board_make(&board, 64, 64);
    for (int s = 0; s < 4; s++) {
        NetShape shape = shape_of(HIDDEN[s]);
        NeuronPlaces places;
        neuron_place(&places, &board.paint, &shape, BOX[1]);
        for (int l = 0; l < shape.layers; l++) {
            for (int i = 0; i < shape.size[l + 1]; i++) {
                SDL_Rect cell = neuron_cell(&places, &shape, l, i);
                int layer = -1, neuron = -1;
                assert_true(cell.w > 0);
                assert_true(
                    neuron_at(&places, &shape, (SDL_Point){cell.x, cell.y + 3}, &layer, &neuron));
                assert_true(layer == l && neuron == i);
            }
        }
        int layer, neuron;
        SDL_Point name = {places.picker[0].x - 5, places.picker[0].y + 3};
        assert_false(neuron_at(&places, &shape, name, &layer, &neuron));
    }
    board_free(&board);
}

static void the_pixel_under_the_pointer_is_the_one_drawn_there(void **state)
{
    (void)state;
    for (int side = 28; side <= 170; side += 71) {
        SDL_Rect picture = {33, 44, side, side};
        for (int pixel = 0; pixel < NET_INPUTS; pixel++) {
            SDL_Rect cell = neuron_pixel(picture, pixel);
            SDL_Point middle = {cell.x + cell.w / 2, cell.y + cell.h / 2};
            assert_int_equal(neuron_pixel_at(picture, middle), pixel);
        }
        assert_int_equal(neuron_pixel_at(picture, (SDL_Point){-100, -100}), 0);
        assert_int_equal(neuron_pixel_at(picture, (SDL_Point){900, 900}), NET_INPUTS - 1);
    }
}

static void terms_without_a_row_join_the_rest(void **state)
{
    (void)state;
    LookSum sum = {.terms = 10, .others = 3, .rest = 0.5};
    NeuronPlaces places = {.terms = 4};
    NeuronSum shown = {.sum = &sum};
    for (int i = 0; i < sum.terms; i++) {
        sum.term[i].product = (float)(10 - i);
    }
    neuron_sum_fit(&shown, &places);
    assert_int_equal(shown.terms, 4);
    assert_int_equal(shown.others, 3 + 6);
    assert_float_equal((float)shown.rest, 0.5f + 21.0f, 1e-6f);
    places.terms = 20;
    neuron_sum_fit(&shown, &places);
    assert_int_equal(shown.terms, 10);
    assert_int_equal(shown.others, 3);
    assert_int_equal(neuron_rows(&shown), 10 + NEURON_ROWS);
}

static void neurons_have_names(void **state)
{
    (void)state;
    char text[40];
    NetShape shape = shape_of("16,16");
    assert_string_equal(name_neuron(&shape, 0, 5).text, "neuron 5 of layer 1");
    assert_string_equal(name_neuron(&shape, 2, 3).text, "output 3");
    assert_string_equal(name_pixel(28 * 7 + 12).text, "pixel 12, 7");
    neuron_print_from(true, 28 * 7 + 12, text, sizeof text);
    assert_string_equal(text, "12, 7");
    neuron_print_from(false, 4, text, sizeof text);
    assert_string_equal(text, "neuron 4");
    neuron_print_from(true, NEURON_BIAS_MARK, text, sizeof text);
    assert_string_equal(text, "bias");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_fit_without_touching),
        cmocka_unit_test(images_show_where_there_is_room),
        cmocka_unit_test(the_neuron_under_the_pointer_is_the_one_drawn_there),
        cmocka_unit_test(the_pixel_under_the_pointer_is_the_one_drawn_there),
        cmocka_unit_test(terms_without_a_row_join_the_rest),
        cmocka_unit_test(neurons_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
