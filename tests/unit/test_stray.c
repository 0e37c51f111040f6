/* Marks beside a digit are left out of the input, and what belongs to it is not. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

#include "ink/normalise.h"
#include "ink/stray.h"

static void line(Drawing *drawing, const Point *point, int points)
{
    Err err;
    assert_true(drawing_pen_down(drawing, TOOL_PEN, 2.0f, point[0], &err));
    for (int i = 1; i < points; i++) {
        assert_true(drawing_pen_to(drawing, point[i], &err));
    }
    drawing_pen_up(drawing);
}

static void straight(Drawing *drawing, Point from, Point to)
{
    line(drawing, (Point[]){from, to}, 2);
}

/* A 5, 10 cells high, from (8, 6) to (15, 16), its hat a stroke of its own. */
static void five(Drawing *drawing)
{
    line(drawing, (Point[]){{9, 6}, {8.5f, 10}, {12, 10}, {15, 13}, {12, 16}, {8, 15}}, 6);
    straight(drawing, (Point){9, 6}, (Point){15, 6});
}

/* How many marks a drawing has once the stray ones are left out. Frees it. */
static int pieces(Drawing *drawing)
{
    Err err;
    Visible visible;
    assert_true(visible_make(&visible, drawing, &err));
    stray_leave_out(&visible);
    int left = visible.pieces;
    visible_free(&visible);
    drawing_free(drawing);
    return left;
}

static Sheet input_of(Drawing *drawing)
{
    Err err;
    Sheet input;
    assert_true(normalise_drawing(drawing, PREPARATION_STRAIGHTENED, &input, &err));
    drawing_free(drawing);
    return input;
}

static void a_dot_beside_a_digit_changes_nothing(void **state)
{
    (void)state;
    const Point dot[] = {{20, 11}, {3, 11}, {11, 2}, {11, 20}, {26, 26}, {16.1f, 13}};
    Drawing drawing = {0};
    five(&drawing);
    Sheet clean = input_of(&drawing);
    for (size_t i = 0; i < sizeof dot / sizeof *dot; i++) {
        for (int first = 0; first < 2; first++) {
            if (first) {
                line(&drawing, &dot[i], 1);
            }
            five(&drawing);
            if (!first) {
                straight(&drawing, dot[i], (Point){dot[i].x_cell + 0.5f, dot[i].y_cell});
            }
            Sheet input = input_of(&drawing);
            assert_memory_equal(input.cell, clean.cell, sizeof clean.cell);
        }
    }
}

static void a_line_below_a_digit_changes_nothing(void **state)
{
    (void)state;
    Drawing drawing = {0};
    five(&drawing);
    Sheet clean = input_of(&drawing);
    five(&drawing);
    straight(&drawing, (Point){5, 18}, (Point){18, 18.6f});
    Sheet once = input_of(&drawing);
    assert_memory_equal(once.cell, clean.cell, sizeof clean.cell);
    straight(&drawing, (Point){6, 20}, (Point){18, 19.5f});
    straight(&drawing, (Point){5, 18}, (Point){18, 18.6f});
    five(&drawing);
    Sheet twice = input_of(&drawing);
    assert_memory_equal(twice.cell, clean.cell, sizeof clean.cell);
}

static void a_dash_beside_a_digit_changes_nothing(void **state)
{
    (void)state;
    Drawing drawing = {0};
    five(&drawing);
    Sheet clean = input_of(&drawing);
    five(&drawing);
    straight(&drawing, (Point){2, 11}, (Point){6, 11.5f}); /* a minus */
    straight(&drawing, (Point){18, 11}, (Point){22, 10.5f});
    Sheet input = input_of(&drawing);
    assert_memory_equal(input.cell, clean.cell, sizeof clean.cell);
}

static void a_line_above_a_digit_changes_nothing(void **state)
{
    (void)state;
    Drawing drawing = {0};
    five(&drawing);
    Sheet clean = input_of(&drawing);
    straight(&drawing, (Point){4, 2.5f}, (Point){20, 3});
    five(&drawing);
    Sheet input = input_of(&drawing);
    assert_memory_equal(input.cell, clean.cell, sizeof clean.cell);
}

/* A 7, and a point in the corner of its box that it leaves free. */
static void a_point_within_the_box_changes_nothing(void **state)
{
    (void)state;
    const Point seven[] = {{6, 4}, {20, 4}, {10, 24}};
    Drawing drawing = {0};
    line(&drawing, seven, 3);
    Sheet clean = input_of(&drawing);
    line(&drawing, seven, 3);
    line(&drawing, &(Point){19, 22}, 1);
    Sheet input = input_of(&drawing);
    assert_memory_equal(input.cell, clean.cell, sizeof clean.cell);
    line(&drawing, seven, 3);
    line(&drawing, &(Point){12, 22}, 1); /* its foot */
    assert_int_equal(pieces(&drawing), 3);
}

static void what_is_close_to_a_digit_belongs_to_it(void **state)
{
    (void)state;
    Drawing drawing = {0};
    five(&drawing);
    line(&drawing, &(Point){15.5f, 6}, 1); /* a crumb of the hat */
    assert_int_equal(pieces(&drawing), 7);
    straight(&drawing, (Point){14, 4}, (Point){14, 20}); /* a 1, its foot apart */
    straight(&drawing, (Point){9, 20.5f}, (Point){19, 20.5f});
    assert_int_equal(pieces(&drawing), 2);
    five(&drawing);
    straight(&drawing, (Point){18, 2}, (Point){26, 2}); /* far, but not short: the hat of another */
    assert_int_equal(pieces(&drawing), 7);
}

static void what_is_no_digit_stays_whole(void **state)
{
    (void)state;
    Drawing drawing = {0};
    assert_int_equal(pieces(&drawing), 0);
    line(&drawing, &(Point){14, 14}, 1);
    assert_int_equal(pieces(&drawing), 1);
    line(&drawing, &(Point){4, 4}, 1);
    line(&drawing, &(Point){24, 20}, 1);
    assert_int_equal(pieces(&drawing), 2);
    straight(&drawing, (Point){4, 10}, (Point){24, 10}); /* an equals sign */
    straight(&drawing, (Point){4, 18}, (Point){24, 18});
    assert_int_equal(pieces(&drawing), 2);
    straight(&drawing, (Point){4, 20}, (Point){24, 20}); /* a lone line */
    assert_int_equal(pieces(&drawing), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dot_beside_a_digit_changes_nothing),
        cmocka_unit_test(a_line_below_a_digit_changes_nothing),
        cmocka_unit_test(a_dash_beside_a_digit_changes_nothing),
        cmocka_unit_test(a_line_above_a_digit_changes_nothing),
        cmocka_unit_test(a_point_within_the_box_changes_nothing),
        cmocka_unit_test(what_is_close_to_a_digit_belongs_to_it),
        cmocka_unit_test(what_is_no_digit_stays_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
