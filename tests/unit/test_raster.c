/* Ink on the sheet: where it lies, how much it is, and that pieces make up a whole. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"
#include "ink/raster.h"

/* All ink, in full cells. */
static float ink_of(const Sheet *sheet)
{
    int sum = 0;
    for (int i = 0; i < SHEET_CELLS; i++) {
        sum += sheet->cell[i];
    }
    return (float)sum / 255.0f;
}

static int largest_difference(const Sheet *a, const Sheet *b)
{
    int largest = 0;
    for (int i = 0; i < SHEET_CELLS; i++) {
        int difference = abs(a->cell[i] - b->cell[i]);
        largest = difference > largest ? difference : largest;
    }
    return largest;
}

static int level_at(const Sheet *sheet, int x, int y)
{
    return sheet->cell[y * SHEET_SIDE + x];
}

static void draw(Drawing *drawing, Tool tool, float width_cell, const Point *point, int points)
{
    Err err;
    assert_true(drawing_pen_down(drawing, tool, width_cell, point[0], &err));
    for (int i = 1; i < points; i++) {
        assert_true(drawing_pen_to(drawing, point[i], &err));
    }
    drawing_pen_up(drawing);
}

static void an_empty_drawing_gives_a_blank_sheet(void **state)
{
    (void)state;
    Sheet sheet;
    memset(&sheet, 7, sizeof sheet);
    assert_false(raster_is_blank(&sheet));
    raster_drawing(&sheet, &(Drawing){0});
    assert_true(raster_is_blank(&sheet));
}

static void the_last_cell_alone_makes_a_sheet_not_blank(void **state)
{
    (void)state;
    Sheet sheet = {0};
    sheet.cell[SHEET_CELLS - 1] = 1;
    assert_false(raster_is_blank(&sheet));
}

/* To an eighth of a cell: levels come from distances, not from areas. */
static void a_dot_lies_where_the_pen_was(void **state)
{
    (void)state;
    Rng rng;
    rng_init(&rng, 3);
    for (int i = 0; i < 300; i++) {
        Point at = {5.0f + 18.0f * rng_unit(&rng), 5.0f + 18.0f * rng_unit(&rng)};
        Sheet sheet = {0};
        raster_piece(&sheet, TOOL_PEN, 1.5f + 5.0f * rng_unit(&rng), at, at);
        Point centre = raster_centre(&sheet);
        assert_float_equal(centre.x_cell, at.x_cell, 0.12f);
        assert_float_equal(centre.y_cell, at.y_cell, 0.12f);
    }
}

static void a_dot_has_the_area_of_its_brush(void **state)
{
    (void)state;
    for (float width = 2.0f; width <= 8.0f; width += 0.5f) {
        Sheet sheet = {0};
        raster_piece(&sheet, TOOL_PEN, width, (Point){14.2f, 13.7f}, (Point){14.2f, 13.7f});
        float area = 3.14159f * width * width / 4;
        assert_float_equal(ink_of(&sheet), area, 0.1f * area);
    }
}

static void the_ink_of_a_line_is_proportional_to_the_brush(void **state)
{
    (void)state;
    for (float width = 0.25f; width <= 6.0f; width += 0.25f) {
        for (float y = 13.5f; y < 14.5f; y += 0.1f) {
            Sheet sheet = {0};
            raster_piece(&sheet, TOOL_PEN, width, (Point){-10.0f, y}, (Point){40.0f, y});
            assert_float_equal(ink_of(&sheet), width * SHEET_SIDE, 0.12f);
        }
    }
}

static void a_fast_stroke_has_no_gaps(void **state)
{
    (void)state;
    for (float width = 0.25f; width <= 2.0f; width += 0.25f) {
        Sheet sheet = {0};
        raster_piece(&sheet, TOOL_PEN, width, (Point){2.0f, 25.0f}, (Point){26.0f, 4.0f});
        int least = (int)(0.4f * 255.0f * fminf(width, 1.0f));
        for (float t = 0.0f; t <= 1.0f; t += 0.01f) {
            int x = (int)(2.0f + 24.0f * t), y = (int)(25.0f - 21.0f * t), best = 0;
            for (int i = -1; i <= 1; i++) {
                int level = level_at(&sheet, x, y + i);
                best = level > best ? level : best;
            }
            assert_true(best >= least);
        }
    }
}

static void a_line_in_many_pieces_equals_one_piece(void **state)
{
    (void)state;
    Point from = {3.3f, 20.1f}, to = {24.7f, 6.2f};
    Sheet one = {0}, many = {0};
    raster_piece(&one, TOOL_PEN, 2.2f, from, to);
    Point last = from;
    for (int i = 1; i <= 100; i++) {
        float t = (float)i / 100.0f;
        Point next = {from.x_cell + t * (to.x_cell - from.x_cell),
                      from.y_cell + t * (to.y_cell - from.y_cell)};
        raster_piece(&many, TOOL_PEN, 2.2f, last, next);
        last = next;
    }
    assert_true(largest_difference(&one, &many) <= 1);
}

static void ink_over_ink_is_no_darker(void **state)
{
    (void)state;
    Point from = {5.2f, 9.9f}, to = {20.4f, 12.3f};
    Sheet once = {0}, twice = {0};
    raster_piece(&once, TOOL_PEN, 1.3f, from, to);
    raster_piece(&twice, TOOL_PEN, 1.3f, from, to);
    raster_piece(&twice, TOOL_PEN, 1.3f, to, from);
    assert_true(largest_difference(&once, &twice) <= 1);
}

static void the_eraser_takes_away_what_it_touches_and_no_more(void **state)
{
    (void)state;
    Drawing drawing = {0};
    Sheet sheet;
    draw(&drawing, TOOL_PEN, 2.0f, (Point[]){{4.0f, 14.0f}, {24.0f, 14.0f}}, 2);
    draw(&drawing, TOOL_ERASER, 4.0f, (Point[]){{14.0f, 4.0f}, {14.0f, 24.0f}}, 2);
    raster_drawing(&sheet, &drawing);
    for (int x = 5; x < 23; x++) {
        int level = level_at(&sheet, x, 14);
        assert_int_equal(level, x >= 12 && x < 16 ? 0 : 255);
    }
    drawing_free(&drawing);
}

static void the_eraser_leaves_blank_paper_blank(void **state)
{
    (void)state;
    Sheet sheet = {0};
    raster_piece(&sheet, TOOL_ERASER, 3.3f, (Point){6.2f, 7.1f}, (Point){19.4f, 22.8f});
    assert_true(raster_is_blank(&sheet));
}

static void ink_over_an_erased_place_shows(void **state)
{
    (void)state;
    Drawing drawing = {0};
    Sheet sheet;
    Point dot = {14.5f, 14.5f};
    draw(&drawing, TOOL_ERASER, 4.0f, &dot, 1);
    draw(&drawing, TOOL_PEN, 4.0f, &dot, 1);
    raster_drawing(&sheet, &drawing);
    assert_int_equal(level_at(&sheet, 14, 14), 255);
    drawing_free(&drawing);
}

static void only_what_is_shown_is_inked(void **state)
{
    (void)state;
    Err err;
    Drawing drawing = {0};
    Sheet sheet;
    draw(&drawing, TOOL_PEN, 3.0f, &(Point){5.5f, 5.5f}, 1);
    assert_true(drawing_clear(&drawing, &err));
    draw(&drawing, TOOL_PEN, 3.0f, &(Point){14.5f, 14.5f}, 1);
    draw(&drawing, TOOL_PEN, 3.0f, &(Point){22.5f, 22.5f}, 1);
    drawing_undo(&drawing);
    raster_drawing(&sheet, &drawing);
    assert_int_equal(level_at(&sheet, 5, 5), 0);
    assert_int_equal(level_at(&sheet, 14, 14), 255);
    assert_int_equal(level_at(&sheet, 22, 22), 0);
    drawing_free(&drawing);
}

static void strokes_off_the_sheet_leave_it_alone(void **state)
{
    (void)state;
    const Point far[] = {{-1000.0f, 14.0f},  {-3.0f, -3.0f}, {14.0f, -1000.0f}, {1000.0f, -2.0f},
                         {1000.0f, 1000.0f}, {31.0f, 14.0f}, {14.0f, 31.0f}};
    Sheet sheet = {0};
    for (size_t i = 0; i < sizeof far / sizeof *far; i++) {
        raster_piece(&sheet, TOOL_PEN, 4.0f, far[i], far[i]);
    }
    assert_true(raster_is_blank(&sheet));
}

static void a_stroke_that_crosses_from_far_outside_is_inked_where_it_crosses(void **state)
{
    (void)state;
    Sheet sheet = {0}, near = {0};
    raster_piece(&sheet, TOOL_PEN, 2.0f, (Point){-1000.0f, -1000.0f}, (Point){1000.0f, 1000.0f});
    raster_piece(&near, TOOL_PEN, 2.0f, (Point){-5.0f, -5.0f}, (Point){33.0f, 33.0f});
    assert_true(largest_difference(&sheet, &near) <= 1);
    assert_int_equal(level_at(&sheet, 0, 0), 255);
    assert_int_equal(level_at(&sheet, 27, 27), 255);
    assert_int_equal(level_at(&sheet, 27, 0), 0);
}

static void ink_at_the_edge_shows_as_far_as_it_reaches_in(void **state)
{
    (void)state;
    Sheet sheet = {0};
    raster_piece(&sheet, TOOL_PEN, 3.0f, (Point){-1.0f, 14.5f}, (Point){-1.0f, 14.5f});
    assert_int_equal(level_at(&sheet, 0, 14), 128);
    assert_int_equal(level_at(&sheet, 1, 14), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_drawing_gives_a_blank_sheet),
        cmocka_unit_test(the_last_cell_alone_makes_a_sheet_not_blank),
        cmocka_unit_test(a_dot_lies_where_the_pen_was),
        cmocka_unit_test(a_dot_has_the_area_of_its_brush),
        cmocka_unit_test(the_ink_of_a_line_is_proportional_to_the_brush),
        cmocka_unit_test(a_fast_stroke_has_no_gaps),
        cmocka_unit_test(a_line_in_many_pieces_equals_one_piece),
        cmocka_unit_test(ink_over_ink_is_no_darker),
        cmocka_unit_test(the_eraser_takes_away_what_it_touches_and_no_more),
        cmocka_unit_test(the_eraser_leaves_blank_paper_blank),
        cmocka_unit_test(ink_over_an_erased_place_shows),
        cmocka_unit_test(only_what_is_shown_is_inked),
        cmocka_unit_test(strokes_off_the_sheet_leave_it_alone),
        cmocka_unit_test(a_stroke_that_crosses_from_far_outside_is_inked_where_it_crosses),
        cmocka_unit_test(ink_at_the_edge_shows_as_far_as_it_reaches_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
