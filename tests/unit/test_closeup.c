/* A neuron close up: its parts fit, all steps of its sum are on the axis, and its siblings step
 * aside. */
#include "ui/closeup.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>

#include "board.h"
#include "ui/diagram_places.h"

static const SDL_Point SIZE[] = {{900, 600}, {1280, 800}, {1920, 1080}, {3840, 2160}};

static CloseupPlaces places_at(Board *board, SDL_Point size, LayoutStrip strip)
{
    Layout layout;
    CloseupPlaces places;
    float scale = layout_scale(size.x, size.y, 1.0f, 0);
    paint_set_scale(&board->paint, scale);
    layout_make(&layout, size.x, size.y, scale,
                &(LayoutWish){.form = LAYOUT_CLOSEUP, .modes = true, .strip = strip});
    closeup_place(&places, &board->paint, &layout);
    return places;
}

static void parts_fit_without_touching(void **state)
{
    (void)state;
    Board board;
    board_make(&board, 64, 64);
    for (size_t s = 0; s < 2 * sizeof SIZE / sizeof SIZE[0]; s++) {
        CloseupPlaces at =
            places_at(&board, SIZE[s / 2], s % 2 ? LAYOUT_STRIP_OPEN : LAYOUT_STRIP_FOLDED);
        const SDL_Rect part[] = {at.said,        at.caption,  at.picture,      at.scale,
                                 at.legend,      at.images,   at.images_label, at.sum_label,
                                 at.label[0],    at.label[1], at.label[2],     at.bar[0],
                                 at.bar[1],      at.bar[2],   at.z_label,      at.needs,
                                 at.curve_label, at.curve,    at.ticks,        at.foot};
        int parts = (int)(sizeof part / sizeof part[0]);
        for (int i = 0; i < parts; i++) {
            for (int k = 0; k < i; k++) {
                assert_false(SDL_HasIntersection(&part[i], &part[k]));
            }
        }
        assert_true(at.curve.h >= paint_px(&board.paint, 40.0f));
        assert_true(at.curve.w >= paint_px(&board.paint, 80.0f));
    }
    board_free(&board);
}

static void images_show_where_there_is_room(void **state)
{
    (void)state;
    Board board;
    board_make(&board, 64, 64);
    CloseupPlaces at = places_at(&board, SIZE[1], LAYOUT_STRIP_FOLDED);
    assert_true(at.images.w > 0 && at.image_columns == 8);
    at = places_at(&board, SIZE[0], LAYOUT_STRIP_OPEN);
    assert_int_equal(at.images.w, 0);
    board_free(&board);
}

static void all_steps_are_on_the_axis(void **state)
{
    static const double SUM[][3] = {{9.5, -8.7, 0.2},
                                    {0.0, 0.0, 0.0},
                                    {1.0, -30.0, 2.0},
                                    {50.0, -1.0, 9.0},
                                    {3.0, -3.0, -40.0}};
    (void)state;
    for (size_t i = 0; i < sizeof SUM / sizeof SUM[0]; i++) {
        double positive = SUM[i][0], negative = SUM[i][1], z = positive + negative + SUM[i][2];
        CloseupAxis axis = closeup_axis(positive, negative, z);
        const double at[] = {0.0, positive, positive + negative, z};
        for (int k = 0; k < 4; k++) {
            assert_true(at[k] > axis.low && at[k] < axis.high);
        }
        assert_true(axis.low <= -6.0 && axis.high >= 6.0);
    }
}

static void a_place_on_the_axis_is_a_sum_and_back(void **state)
{
    (void)state;
    CloseupPlaces places = {.curve = {100, 0, 600, 100}};
    CloseupAxis axis = {-6.0, 12.0};
    for (int x = 100; x <= 700; x += 50) {
        assert_float_equal(closeup_x(&places, axis, closeup_z(&places, axis, x)), (float)x, 1e-3f);
    }
    assert_float_equal(closeup_x(&places, axis, 100.0), 700.0f, 1e-3f);
    assert_true(closeup_z(&places, axis, 0) <= -6.0 && closeup_z(&places, axis, 9999) >= 12.0);
}

/* Close up in a box as the design has it. */
static DiagramColumn column_of(const Board *board, const NetShape *shape, int layer, int neuron)
{
    DiagramPlaces places = {.box = {744, 128, 243, 560},
                            .inputs = {744, 128, 0, 560},
                            .layers = {744, 128, 243, 560},
                            .closeup = true,
                            .large = {layer, neuron}};
    DiagramColumn column;
    diagram_place(&column, &board->paint, shape, layer, &places);
    return column;
}

static void siblings_stand_over_and_under_the_large_one(void **state)
{
    static const char *const HIDDEN[] = {"16,16", "512,128", "1"};
    (void)state;
    Board board;
    board_make(&board, 64, 64);
    for (size_t s = 0; s < sizeof HIDDEN / sizeof HIDDEN[0]; s++) {
        Err err;
        NetShape shape;
        assert_true(net_shape_parse(HIDDEN[s], &shape, &err));
        for (int neuron = 0; neuron < shape.size[1]; neuron += 5) {
            DiagramColumn column = column_of(&board, &shape, 0, neuron);
            assert_int_equal(column.shown, shape.size[1]);
            assert_float_equal(column.y[neuron], 280.0f, 0.1f);
            for (int i = 0; i < column.shown; i++) {
                assert_true(column.y[i] > 0.0f && column.y[i] < 560.0f);
                assert_true(i == neuron ||
                            fabsf(column.y[i] - 280.0f) > column.large_radius + column.radius);
                assert_true(i == 0 || column.y[i] > column.y[i - 1]);
            }
        }
    }
    board_free(&board);
}

static void layers_before_are_not_there(void **state)
{
    (void)state;
    Board board;
    Err err;
    NetShape shape;
    DiagramColumn column;
    board_make(&board, 64, 64);
    assert_true(net_shape_parse("16,16", &shape, &err));
    DiagramPlaces places = {
        .box = {0, 0, 243, 560}, .layers = {0, 0, 243, 560}, .closeup = true, .large = {1, 3}};
    diagram_place(&column, &board.paint, &shape, 0, &places);
    assert_int_equal(column.shown, 0);
    diagram_place(&column, &board.paint, &shape, 2, &places);
    assert_int_equal(column.shown, 10);
    assert_int_equal(column.large, -1);
    places.large = (DiagramNeuron){2, 3};
    diagram_place(&column, &board.paint, &shape, 2, &places); /* an output has its row */
    assert_true(diagram_x(&column, 3) + diagram_radius(&column, 3) <= 243.0f);
    assert_true(diagram_radius(&column, 3) > diagram_radius(&column, 4));
    board_free(&board);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_fit_without_touching),
        cmocka_unit_test(images_show_where_there_is_room),
        cmocka_unit_test(all_steps_are_on_the_axis),
        cmocka_unit_test(a_place_on_the_axis_is_a_sum_and_back),
        cmocka_unit_test(siblings_stand_over_and_under_the_large_one),
        cmocka_unit_test(layers_before_are_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
