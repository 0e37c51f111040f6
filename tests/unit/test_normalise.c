/* A drawing made into the network's input: the shape alone counts. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"
#include "ink/normalise.h"
#include "sheets.h"

enum { ROUNDING = 3, FAINT = 64 }; /* levels: between equal inputs; soft edge of a line */

static const float MIDDLE_CELL = 14.5f; /* where MNIST has the centre of mass */

/* A five in two strokes, its longer side 1. */
static const Point BODY[] = {{0.62f, 0.0f}, {0.1f, 0.05f},  {0.05f, 0.45f},
                             {0.3f, 0.36f}, {0.55f, 0.45f}, {0.7f, 0.66f},
                             {0.5f, 0.92f}, {0.2f, 1.0f},   {0.0f, 0.9f}};
static const Point BAR[] = {{0.12f, 0.06f}, {0.68f, 0.01f}};

static void draw(Drawing *drawing, Tool tool, float width_cell, const Point *point, int points)
{
    Err err;
    assert_true(drawing_pen_down(drawing, tool, width_cell, point[0], &err));
    for (int i = 1; i < points; i++) {
        assert_true(drawing_pen_to(drawing, point[i], &err));
    }
    drawing_pen_up(drawing);
}

static void draw_scaled(Drawing *drawing, const Point *shape, int points, Point at, float scale,
                        float width_cell)
{
    Point placed[16];
    for (int i = 0; i < points; i++) {
        placed[i] =
            (Point){at.x_cell + scale * shape[i].x_cell, at.y_cell + scale * shape[i].y_cell};
    }
    draw(drawing, TOOL_PEN, width_cell, placed, points);
}

static void draw_five(Drawing *drawing, Point at, float scale, float width_cell)
{
    draw_scaled(drawing, BODY, sizeof BODY / sizeof *BODY, at, scale, width_cell);
    draw_scaled(drawing, BAR, sizeof BAR / sizeof *BAR, at, scale, width_cell);
}

/* The fitted input of a drawing, which is freed. */
static Sheet fitted(Drawing *drawing)
{
    Err err;
    Sheet input;
    assert_true(normalise_drawing(drawing, PREPARATION_FITTED, &input, &err));
    drawing_free(drawing);
    return input;
}

static Sheet five(void)
{
    Drawing drawing = {0};
    draw_five(&drawing, (Point){6.0f, 5.0f}, 18.0f, 2.0f);
    return fitted(&drawing);
}

static void assert_centred(const Sheet *sheet, float tolerance)
{
    Point centre = raster_centre(sheet);
    assert_float_equal(centre.x_cell, MIDDLE_CELL, tolerance);
    assert_float_equal(centre.y_cell, MIDDLE_CELL, tolerance);
}

static void each_preparation_has_a_name_that_leads_back_to_it(void **state)
{
    (void)state;
    Preparation preparation;
    for (int i = 0; i < PREPARATIONS; i++) {
        assert_true(preparation_parse(preparation_name((Preparation)i), &preparation));
        assert_int_equal(preparation, i);
    }
    assert_string_equal(preparation_name(PREPARATION_RAW), "raw");
    assert_string_equal(preparation_name(PREPARATION_FITTED), "fitted");
    assert_string_equal(preparation_name(PREPARATION_STRAIGHTENED), "straightened");
    assert_string_equal(preparation_name(PREPARATION_UPRIGHT), "upright");
    assert_false(preparation_parse("Fitted", &preparation));
    assert_false(preparation_parse("", &preparation));
}

static void a_blank_sheet_stays_blank(void **state)
{
    (void)state;
    Err err;
    Drawing drawing = {0};
    Sheet input = fitted(&drawing);
    assert_true(raster_is_blank(&input));
    draw_five(&drawing, (Point){6.0f, 5.0f}, 18.0f, 2.0f);
    assert_true(drawing_clear(&drawing, &err));
    input = fitted(&drawing);
    assert_true(raster_is_blank(&input));
}

static void raw_is_the_sheet_as_it_lies(void **state)
{
    (void)state;
    Err err;
    Drawing drawing = {0};
    Sheet input, sheet;
    draw_five(&drawing, (Point){1.0f, 2.0f}, 9.0f, 3.0f);
    assert_true(normalise_drawing(&drawing, PREPARATION_RAW, &input, &err));
    raster_drawing(&sheet, &drawing);
    assert_memory_equal(&input, &sheet, sizeof input);
    drawing_free(&drawing);
}

static void place_size_and_brush_do_not_matter(void **state)
{
    (void)state;
    Rng rng;
    rng_init(&rng, 5);
    Sheet expected = five();
    for (int i = 0; i < 300; i++) {
        float scale = SHEET_SIDE * (0.3f + 0.65f * rng_unit(&rng));
        Point at = {(SHEET_SIDE - 0.7f * scale) * rng_unit(&rng),
                    (SHEET_SIDE - scale) * rng_unit(&rng)};
        Drawing drawing = {0};
        draw_five(&drawing, at, scale, 0.25f + 7.0f * rng_unit(&rng));
        Sheet input = fitted(&drawing);
        assert_true(largest_difference(&input, &expected) <= ROUNDING);
    }
}

static void the_centre_of_mass_is_in_the_middle(void **state)
{
    (void)state;
    Sheet input = five();
    assert_centred(&input, 0.05f);
}

static void the_longer_side_is_twenty_cells(void **state)
{
    (void)state;
    Sheet input = five();
    assert_in_range(longer_side(&input, FAINT), 20, 21);
    Drawing drawing = {0};
    draw(&drawing, TOOL_PEN, 2.0f, (Point[]){{3.0f, 9.0f}, {14.0f, 9.0f}}, 2);
    input = fitted(&drawing);
    assert_in_range(longer_side(&input, FAINT), 20, 21);
}

static void a_lopsided_drawing_is_not_cut_off(void **state)
{
    (void)state;
    Drawing drawing = {0};
    /* Nearly all ink at the left end of a long line: its middle can't be the sheet's. */
    draw(&drawing, TOOL_PEN, 2.0f, (Point[]){{2.0f, 14.0f}, {26.0f, 14.0f}}, 2);
    for (float y = 8.0f; y < 20.0f; y += 0.5f) {
        draw(&drawing, TOOL_PEN, 2.0f, (Point[]){{2.0f, y}, {4.0f, y}}, 2);
    }
    Sheet input = fitted(&drawing);
    assert_in_range(longer_side(&input, FAINT), 20, 21);
    for (int i = 0; i < SHEET_SIDE; i++) {
        /* The last cell of a row has the soft edge of the line's end at most. */
        assert_true(input.cell[i * SHEET_SIDE + SHEET_SIDE - 1] <= 128 + ROUNDING);
    }
}

static void many_points_or_few_make_the_same_input(void **state)
{
    (void)state;
    Drawing drawing = {0};
    enum { STEPS = 700 };
    Err err;
    int points = sizeof BODY / sizeof *BODY;
    draw_scaled(&drawing, BAR, 2, (Point){6.0f, 5.0f}, 18.0f, 2.0f);
    for (int i = 0; i + 1 < points; i++) {
        for (int step = 0; step <= STEPS; step++) {
            float t = (float)step / STEPS;
            Point at = {
                6.0f + 18.0f * (BODY[i].x_cell + t * (BODY[i + 1].x_cell - BODY[i].x_cell)),
                5.0f + 18.0f * (BODY[i].y_cell + t * (BODY[i + 1].y_cell - BODY[i].y_cell)),
            };
            assert_true(i + step == 0 ? drawing_pen_down(&drawing, TOOL_PEN, 2.0f, at, &err)
                                      : drawing_pen_to(&drawing, at, &err));
        }
    }
    Sheet input = fitted(&drawing), expected = five();
    assert_true(largest_difference(&input, &expected) <= 32); /* corners are cut by a hair */
}

static void a_dot_stays_a_dot_in_the_middle(void **state)
{
    (void)state;
    Drawing drawing = {0};
    draw(&drawing, TOOL_PEN, 5.0f, &(Point){3.0f, 22.0f}, 1);
    Sheet input = fitted(&drawing);
    assert_centred(&input, 0.1f);
    assert_in_range(longer_side(&input, FAINT), 1, 3);
    draw(&drawing, TOOL_PEN, 5.0f, (Point[]){{3.0f, 22.0f}, {3.2f, 22.1f}}, 2);
    input = fitted(&drawing);
    assert_in_range(longer_side(&input, FAINT), 2, 5);
}

static void the_order_of_dots_and_strokes_does_not_matter(void **state)
{
    (void)state;
    Drawing drawing = {0};
    const Point dot = {6.0f, 6.0f}, line[] = {{20.0f, 5.0f}, {20.2f, 5.0f}, {19.0f, 22.0f}};
    draw(&drawing, TOOL_PEN, 2.0f, &dot, 1);
    draw(&drawing, TOOL_PEN, 2.0f, line, 3);
    Sheet dot_first = fitted(&drawing);
    draw(&drawing, TOOL_PEN, 2.0f, line, 3);
    draw(&drawing, TOOL_PEN, 2.0f, &dot, 1);
    Sheet line_first = fitted(&drawing);
    assert_memory_equal(&dot_first, &line_first, sizeof dot_first);
}

static void erased_parts_do_not_count(void **state)
{
    (void)state;
    Drawing drawing = {0};
    draw_five(&drawing, (Point){1.0f, 8.0f}, 16.0f, 2.0f);
    draw(&drawing, TOOL_PEN, 2.0f, (Point[]){{20.0f, 1.0f}, {26.0f, 27.0f}, {20.0f, 14.0f}}, 3);
    draw(&drawing, TOOL_ERASER, 6.0f, (Point[]){{20.0f, 0.0f}, {27.0f, 28.0f}, {19.0f, 13.0f}}, 3);
    Sheet input = fitted(&drawing), expected = five();
    assert_true(largest_difference(&input, &expected) <= ROUNDING);
}

static void half_a_line_erased_leaves_the_other_half(void **state)
{
    (void)state;
    Drawing drawing = {0};
    /* The eraser's radius is 1: the line from 4 to 20 ends at 11. */
    draw(&drawing, TOOL_PEN, 2.0f, (Point[]){{4.0f, 6.0f}, {20.0f, 9.0f}, {20.0f, 20.0f}}, 3);
    draw(&drawing, TOOL_ERASER, 2.0f, (Point[]){{20.0f, 9.0f}, {20.0f, 25.0f}}, 2);
    draw(&drawing, TOOL_ERASER, 2.0f, (Point[]){{12.0f, 7.5f}, {20.0f, 9.0f}}, 2);
    Sheet input = fitted(&drawing);
    float end = 1.0f - 1.0f / 8.139410f; /* the radius as a share of the 8.139 cells to (12, 7.5) */
    draw(&drawing, TOOL_PEN, 2.0f, (Point[]){{4.0f, 6.0f}, {4.0f + 8.0f * end, 6.0f + 1.5f * end}},
         2);
    Sheet expected = fitted(&drawing);
    assert_true(largest_difference(&input, &expected) <= ROUNDING);
}

static void a_line_erased_in_its_middle_leaves_both_ends(void **state)
{
    (void)state;
    Drawing drawing = {0};
    draw(&drawing, TOOL_PEN, 2.0f, (Point[]){{4.0f, 14.0f}, {24.0f, 14.0f}}, 2);
    draw(&drawing, TOOL_ERASER, 6.0f, (Point[]){{14.0f, 4.0f}, {14.0f, 24.0f}}, 2);
    Sheet input = fitted(&drawing);
    draw(&drawing, TOOL_PEN, 2.0f, (Point[]){{4.0f, 14.0f}, {11.0f, 14.0f}}, 2);
    draw(&drawing, TOOL_PEN, 2.0f, (Point[]){{17.0f, 14.0f}, {24.0f, 14.0f}}, 2);
    Sheet expected = fitted(&drawing);
    assert_true(largest_difference(&input, &expected) <= ROUNDING);
}

static void all_erased_is_blank(void **state)
{
    (void)state;
    Err err;
    Drawing drawing = {0};
    draw_five(&drawing, (Point){6.0f, 5.0f}, 18.0f, 2.0f);
    assert_true(drawing_pen_down(&drawing, TOOL_ERASER, 4.0f, (Point){0.0f, 0.0f}, &err));
    for (float y = 0.0f; y < 28.0f; y += 2.0f) {
        assert_true(drawing_pen_to(&drawing, (Point){0.0f, y}, &err));
        assert_true(drawing_pen_to(&drawing, (Point){28.0f, y}, &err));
    }
    Sheet input = fitted(&drawing);
    assert_true(raster_is_blank(&input));
}

static void ink_over_an_erased_place_counts(void **state)
{
    (void)state;
    Drawing drawing = {0};
    draw(&drawing, TOOL_ERASER, 8.0f, (Point[]){{6.0f, 5.0f}, {20.0f, 25.0f}}, 2);
    draw_five(&drawing, (Point){6.0f, 5.0f}, 18.0f, 2.0f);
    Sheet input = fitted(&drawing), expected = five();
    assert_true(largest_difference(&input, &expected) <= ROUNDING);
}

static void what_is_undone_does_not_count(void **state)
{
    (void)state;
    Drawing drawing = {0};
    draw_five(&drawing, (Point){6.0f, 5.0f}, 18.0f, 2.0f);
    draw(&drawing, TOOL_PEN, 2.0f, (Point[]){{0.0f, 0.0f}, {28.0f, 28.0f}}, 2);
    drawing_undo(&drawing);
    Sheet input = fitted(&drawing), expected = five();
    assert_true(largest_difference(&input, &expected) <= ROUNDING);
}

static void parts_off_the_sheet_do_not_count(void **state)
{
    (void)state;
    Drawing drawing = {0};
    draw_five(&drawing, (Point){6.0f, 5.0f}, 18.0f, 2.0f);
    draw(&drawing, TOOL_PEN, 2.0f, (Point[]){{-5.0f, 3.0f}, {-900.0f, 400.0f}, {60.0f, 29.0f}}, 3);
    draw(&drawing, TOOL_PEN, 8.0f, &(Point){28.5f, 28.5f}, 1);
    Sheet input = fitted(&drawing), expected = five();
    assert_true(largest_difference(&input, &expected) <= ROUNDING);
}

static void a_stroke_that_leaves_the_sheet_and_comes_back_is_cut_at_its_edge(void **state)
{
    (void)state;
    Drawing drawing = {0};
    draw(&drawing, TOOL_PEN, 2.0f,
         (Point[]){{8.0f, 8.0f}, {48.0f, 8.0f}, {48.0f, 20.0f}, {8.0f, 20.0f}}, 4);
    Sheet input = fitted(&drawing);
    draw(&drawing, TOOL_PEN, 2.0f, (Point[]){{8.0f, 8.0f}, {28.0f, 8.0f}}, 2);
    draw(&drawing, TOOL_PEN, 2.0f, (Point[]){{28.0f, 20.0f}, {8.0f, 20.0f}}, 2);
    Sheet expected = fitted(&drawing);
    assert_true(largest_difference(&input, &expected) <= ROUNDING);
}

/* The ink of a dot lies where normalise_point() says. */
static void a_point_of_the_sheet_lies_where_its_ink_does(void **state)
{
    (void)state;
    for (int preparation = 0; preparation < PREPARATIONS; preparation++) {
        Drawing drawing = {0};
        Sheet input;
        Err err;
        assert_true(drawing_pen_down(&drawing, TOOL_PEN, 2.0f, (Point){4.0f, 3.0f}, &err));
        assert_true(drawing_pen_to(&drawing, (Point){7.0f, 20.0f}, &err));
        assert_true(drawing_pen_to(&drawing, (Point){14.0f, 20.0f}, &err));
        assert_true(normalise_drawing(&drawing, (Preparation)preparation, &input, &err));
        for (int i = 0; i < drawing.points; i++) {
            Point at = normalise_point(&drawing, (Preparation)preparation, drawing.point[i]);
            assert_true(input.cell[(int)at.y_cell * SHEET_SIDE + (int)at.x_cell] > 100);
        }
        Point off = normalise_point(&drawing, (Preparation)preparation, (Point){14.0f, 3.0f});
        bool outside = off.x_cell < 0.0f || off.x_cell >= SHEET_SIDE || off.y_cell < 0.0f ||
                       off.y_cell >= SHEET_SIDE;
        assert_true(outside || input.cell[(int)off.y_cell * SHEET_SIDE + (int)off.x_cell] == 0);
        drawing_free(&drawing);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_point_of_the_sheet_lies_where_its_ink_does),
        cmocka_unit_test(each_preparation_has_a_name_that_leads_back_to_it),
        cmocka_unit_test(a_blank_sheet_stays_blank),
        cmocka_unit_test(raw_is_the_sheet_as_it_lies),
        cmocka_unit_test(place_size_and_brush_do_not_matter),
        cmocka_unit_test(the_centre_of_mass_is_in_the_middle),
        cmocka_unit_test(the_longer_side_is_twenty_cells),
        cmocka_unit_test(a_lopsided_drawing_is_not_cut_off),
        cmocka_unit_test(many_points_or_few_make_the_same_input),
        cmocka_unit_test(a_dot_stays_a_dot_in_the_middle),
        cmocka_unit_test(the_order_of_dots_and_strokes_does_not_matter),
        cmocka_unit_test(erased_parts_do_not_count),
        cmocka_unit_test(half_a_line_erased_leaves_the_other_half),
        cmocka_unit_test(a_line_erased_in_its_middle_leaves_both_ends),
        cmocka_unit_test(all_erased_is_blank),
        cmocka_unit_test(ink_over_an_erased_place_counts),
        cmocka_unit_test(what_is_undone_does_not_count),
        cmocka_unit_test(parts_off_the_sheet_do_not_count),
        cmocka_unit_test(a_stroke_that_leaves_the_sheet_and_comes_back_is_cut_at_its_edge),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
